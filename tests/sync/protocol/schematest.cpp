// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/schema.h"

#include <QTest>

using namespace oshaq;

namespace {

Schema sample()
{
    return Schema::object({
        {QStringLiteral("name"), Schema::string(5, 1), Presence::Required},
        {QStringLiteral("note"), Schema::note(10)},
        {QStringLiteral("count"), Schema::integer(1, 7).described(QStringLiteral("How many."))},
        {QStringLiteral("price"), Schema::decimal(2, 0, 100'000)},
        {QStringLiteral("amount"), Schema::quantity()},
        {QStringLiteral("on"), Schema::boolean()},
        {QStringLiteral("kind"), Schema::oneOf({QStringLiteral("a"), QStringLiteral("b")})},
        {QStringLiteral("ids"), Schema::array(Schema::id(), 1, 3).unique()},
        {QStringLiteral("at"), Schema::dateTime()},
        {QStringLiteral("uuid"), Schema::uuid()},
        {QStringLiteral("phone"), Schema::phone()},
        {QStringLiteral("number"), Schema::orderNumber()},
        {QStringLiteral("inner"), Schema::object({{QStringLiteral("x"), Schema::boolean(), Presence::Required}})},
    });
}

} // namespace

class SchemaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
    void namesEveryWrongPlace();
    void boundsTheDetails();
    void countsCharactersNotUnits();
    void rendersJsonSchema();
};

void SchemaTest::checks_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("path"); // empty: accepted
    const auto good = [](const char *name, const char *members) {
        QTest::newRow(name) << QByteArray(members) << QString();
    };
    const auto bad = [](const char *name, const char *members, const char *path) {
        QTest::newRow(name) << QByteArray(members) << QString::fromLatin1(path);
    };
    good("only what is required", R"("name":"x")");
    good("null is left out", R"("name":"x","note":null,"ids":null,"inner":null)");
    good(
        "all",
        R"("name":"x","note":"a\n\tb","count":7,"price":999.99,"amount":0.001,"on":false,"kind":"b","ids":[1,2],)"
        R"("at":"2026-01-15T10:30:00+05:00","uuid":"019bc0b5-37c0-7abc-8def-0123456789ab","phone":"+7 (701) 555-01-99",)"
        R"("number":"B-017","inner":{"x":true})");
    bad("required is missing", R"("note":"x")", "name");
    bad("required is null", R"("name":null)", "name");
    bad("only spaces", R"("name":"   ")", "name");
    bad("wrong type", R"("name":5)", "name");
    bad("text too long", R"("name":"abcdef")", "name");
    bad("newline in a single line", R"("name":"a\nb")", "name");
    bad("zero character", R"("name":"a\u0000b")", "name");
    bad("C1 control", R"("name":"a\u0085b")", "name");
    bad("no character", R"("name":"\ufffeab")", "name");
    bad("only a byte order mark", R"("name":"\ufeff")", "name");
    bad("carriage return in a note", R"("name":"x","note":"a\rb")", "note");
    bad("integer below", R"("name":"x","count":0)", "count");
    bad("integer above", R"("name":"x","count":8)", "count");
    bad("integer beyond 64 bits", R"("name":"x","count":9223372036854775808)", "count");
    bad("integer as text", R"("name":"x","count":"3")", "count");
    bad("integer with fraction", R"("name":"x","count":3.0)", "count");
    bad("integer with exponent", R"("name":"x","count":1e0)", "count");
    bad("too many places", R"("name":"x","price":1.005)", "price");
    bad("decimal below", R"("name":"x","price":-0.01)", "price");
    bad("decimal above", R"("name":"x","price":1000.01)", "price");
    bad("decimal beyond 64 bits", R"("name":"x","price":99999999999999999999)", "price");
    bad("decimal with exponent", R"("name":"x","price":1e2)", "price");
    bad("quantity of zero", R"("name":"x","amount":0)", "amount");
    bad("quantity with four places", R"("name":"x","amount":1.2345)", "amount");
    bad("quantity too large", R"("name":"x","amount":1000000.001)", "amount");
    bad("not a boolean", R"("name":"x","on":1)", "on");
    bad("unknown choice", R"("name":"x","kind":"c")", "kind");
    bad("no item", R"("name":"x","ids":[])", "ids");
    bad("too many items", R"("name":"x","ids":[1,2,3,4])", "ids");
    bad("item out of range", R"("name":"x","ids":[1,0])", "ids[1]");
    bad("id beyond 64 bits", R"("name":"x","ids":[9223372036854775808])", "ids[0]");
    bad("item twice", R"("name":"x","ids":[1,1])", "ids[1]");
    bad("time without a zone", R"("name":"x","at":"2026-01-15T10:30:00")", "at");
    bad("no uuid", R"("name":"x","uuid":"019bc0b5")", "uuid");
    bad("no phone", R"("name":"x","phone":"call me")", "phone");
    bad("number without letters", R"("name":"x","number":"017")", "number");
    bad("number that is none", R"("name":"x","number":"B-000")", "number");
    bad("number with more behind it", R"("name":"x","number":"B-017 ")", "number");
    bad("number as a number", R"("name":"x","number":17)", "number");
    bad("inner is missing", R"("name":"x","inner":{})", "inner.x");
    bad("inner is no object", R"("name":"x","inner":[])", "inner");
    bad("unknown field", R"("name":"x","extra":1)", "extra");
    bad("unknown inner field", R"("name":"x","inner":{"x":true,"y":1})", "inner.y");
}

void SchemaTest::checks()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, path);
    const Result<JsonValue> value = parseJson('{' + members + '}');
    QVERIFY(value.ok());
    const Result<void> checked = validate(sample(), *value);
    if (path.isEmpty()) {
        QVERIFY2(checked.ok(), checked.ok() ? "" : qPrintable(checked.error().details.front().path));
        return;
    }
    QVERIFY(!checked.ok());
    QCOMPARE(checked.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(checked.error().details.size(), std::size_t(1));
    QCOMPARE(checked.error().details.front().path, path);
    QVERIFY(!checked.error().details.front().issue.isEmpty());
}

void SchemaTest::namesEveryWrongPlace()
{
    const Result<JsonValue> value = parseJson(R"({"count":0,"price":1.005,"ids":[0,"x"],"extra":1})");
    QVERIFY(value.ok());
    const Result<void> checked = validate(sample(), *value);
    QVERIFY(!checked.ok());
    QStringList paths;
    for (const ErrorDetail &detail : checked.error().details)
        paths.append(detail.path);
    QCOMPARE(paths, QStringList({QStringLiteral("name"), QStringLiteral("count"), QStringLiteral("price"),
                                 QStringLiteral("ids[0]"), QStringLiteral("ids[1]"), QStringLiteral("extra")}));

    const Result<void> root = validate(sample(), JsonValue::makeString(QStringLiteral("x")));
    QVERIFY(!root.ok());
    QCOMPARE(root.error().details.front().path, QStringLiteral("$"));
}

void SchemaTest::boundsTheDetails()
{
    std::vector<JsonValue::Member> members;
    for (int i = 0; i < 5000; ++i)
        members.emplace_back(QString(1000, u'x') + QString::number(i), JsonValue::makeNull());
    const Result<void> checked = validate(sample(), JsonValue::makeObject(std::move(members)));
    QVERIFY(!checked.ok());
    QCOMPARE(checked.error().details.size(), std::size_t(100));
    QVERIFY(checked.error().details.back().path.size() <= 200);
}

void SchemaTest::countsCharactersNotUnits()
{
    const auto check = [](const QString &name) {
        return validate(sample(), JsonValue::makeObject({{QStringLiteral("name"), JsonValue::makeString(name)}})).ok();
    };
    QVERIFY(check(QStringLiteral("😀😀😀😀😀")));
    QVERIFY(!check(QStringLiteral("😀😀😀😀😀😀")));
    // Five letters e with a combining accent are ten code points that NFC makes five.
    QVERIFY(check(QStringLiteral("é").repeated(5)));
    QCOMPARE(cleanText(QStringLiteral("é")), QStringLiteral("é"));
}

void SchemaTest::rendersJsonSchema()
{
    const QByteArray text = schemaJson(sample());
    const Result<JsonValue> document = parseJson(text);
    QVERIFY(document.ok());
    const JsonValue &root = *document;
    QCOMPARE(root[u"$schema"].string(), QStringLiteral("https://json-schema.org/draft/2020-12/schema"));
    QCOMPARE(root[u"type"].string(), QStringLiteral("object"));
    QVERIFY(root[u"additionalProperties"].isBool() && !root[u"additionalProperties"].boolean());
    QCOMPARE(root[u"required"].items().size(), std::size_t(1));
    const JsonValue &properties = root[u"properties"];
    QCOMPARE(properties.members().size(), sample().fields().size());
    QCOMPARE(properties[u"name"][u"type"].string(), QStringLiteral("string"));
    QCOMPARE(properties[u"name"][u"maxLength"].integer(), qint64(5));
    QCOMPARE(properties[u"count"][u"description"].string(), QStringLiteral("How many."));
    QCOMPARE(properties[u"count"][u"type"].items().front().string(), QStringLiteral("integer"));
    QCOMPARE(properties[u"price"][u"maximum"].numberText(), QByteArray("1000"));
    QCOMPARE(properties[u"price"][u"multipleOf"].numberText(), QByteArray("0.01"));
    QCOMPARE(properties[u"amount"][u"minimum"].numberText(), QByteArray("0.001"));
    QCOMPARE(properties[u"kind"][u"enum"].items().size(), std::size_t(3));
    QVERIFY(properties[u"ids"][u"uniqueItems"].boolean());
    QCOMPARE(properties[u"at"][u"format"].string(), QStringLiteral("date-time"));
}

QTEST_APPLESS_MAIN(SchemaTest)
#include "schematest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/json.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <limits>

using namespace oshaq;

namespace {

const QString hostileInputs = QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/hostile-inputs");

QByteArray written(const JsonValue &value);

void write(JsonWriter &json, const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        json.null();
        return;
    case JsonValue::Type::Bool:
        json.value(value.boolean());
        return;
    case JsonValue::Type::Number:
        json.raw(value.numberText());
        return;
    case JsonValue::Type::String:
        json.value(value.string());
        return;
    case JsonValue::Type::Array:
        json.beginArray();
        for (const JsonValue &item : value.items())
            write(json, item);
        json.endArray();
        return;
    case JsonValue::Type::Object:
        json.beginObject();
        for (const JsonValue::Member &member : value.members()) {
            json.key(member.first.toUtf8());
            write(json, member.second);
        }
        json.endObject();
        return;
    }
}

QByteArray written(const JsonValue &value)
{
    JsonWriter json;
    write(json, value);
    return json.take();
}

} // namespace

class JsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conformanceSuite_data();
    void conformanceSuite();
    void naughtyStringsRoundTrip();
    void refusesWithTheOffset_data();
    void refusesWithTheOffset();
    void limitsDepthWithoutRecursion();
    void noticesADuplicateAmongManyMembers();
    void keepsNumbersAsText();
    void integersAreExactOrRefused();
    void writerEscapesAndSeparates();
    void writerKeepsAByteOrderMark();
};

void JsonTest::conformanceSuite_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(hostileInputs + QStringLiteral("/JSONTestSuite/test_parsing"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    if (names.isEmpty())
        QSKIP("the hostile inputs are not beside this checkout (../shared/data)");
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void JsonTest::conformanceSuite()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<JsonValue> value = parseJson(file.readAll());
    const QString name = QFileInfo(path).fileName();

    // RFC 8259 lets a parser refuse duplicate names. We do: a proxy and we could otherwise read two different orders.
    const bool duplicates = name.startsWith(QStringLiteral("y_object_duplicated_key"));
    if (name.startsWith(u"y_") && !duplicates)
        QVERIFY2(value.ok(), qPrintable(value.ok() ? QString() : value.error().message));
    else if (name.startsWith(u"n_") || duplicates)
        QVERIFY(!value.ok());

    if (value.ok()) {
        const QByteArray once = written(*value);
        const Result<JsonValue> again = parseJson(once);
        QVERIFY2(again.ok(), once.constData());
        QCOMPARE(written(*again), once);
    } else {
        QCOMPARE(value.error().code, ErrorCode::MalformedJson);
    }
}

void JsonTest::naughtyStringsRoundTrip()
{
    QFile file(hostileInputs + QStringLiteral("/blns.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the hostile inputs are not beside this checkout (../shared/data)");
    const Result<JsonValue> list = parseJson(file.readAll());
    QVERIFY(list.ok());
    QVERIFY(list->items().size() > 500);
    for (const JsonValue &item : list->items()) {
        JsonWriter json;
        json.beginObject().key(item.string().toUtf8()).value(item.string()).endObject();
        const QByteArray text = json.take();
        const Result<JsonValue> again = parseJson(text);
        QVERIFY2(again.ok(), text.constData());
        QCOMPARE(again->members().size(), std::size_t(1));
        QCOMPARE(again->members().front().first, item.string());
        QCOMPARE(again->members().front().second.string(), item.string());
    }
}

void JsonTest::refusesWithTheOffset_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("only space") << QByteArray("   ") << 3;
    QTest::newRow("a second value") << QByteArray("{} {}") << 3;
    QTest::newRow("a zero byte after the value") << QByteArray("[1]\0[2]", 7) << 3;
    QTest::newRow("a trailing comma") << QByteArray("[1,]") << 3;
    QTest::newRow("a duplicate name") << QByteArray(R"({"a":1,"a":2})") << 10; // behind the second one
    QTest::newRow("a duplicate name, escaped") << QByteArray(R"({"a":1,"\u0061":2})") << 15;
    QTest::newRow("a lone high surrogate") << QByteArray(R"(["\ud800"])") << 1;
    QTest::newRow("a lone low surrogate") << QByteArray(R"(["\udc00"])") << 1;
    QTest::newRow("a lone surrogate in a name") << QByteArray(R"({"\udc00":1})") << 1;
    QTest::newRow("bytes that are no UTF-8") << QByteArray("[\"\xff\"]") << 2;
    QTest::newRow("an encoded surrogate") << QByteArray("[\"\xed\xa0\x80\"]") << 2;
    QTest::newRow("not a number") << QByteArray("[NaN]") << 1;
    QTest::newRow("a leading zero") << QByteArray("[012]") << 2;
    QTest::newRow("a comment") << QByteArray("[1 /* one */]") << 3;
}

void JsonTest::refusesWithTheOffset()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const Result<JsonValue> value = parseJson(text);
    QVERIFY(!value.ok());
    QCOMPARE(value.error().code, ErrorCode::MalformedJson);
    const QString message = value.error().message;
    const QString found = message.section(QStringLiteral("at byte "), 1).section(u':', 0, 0);
    // An escape is reported at its string or inside it, by the reader's own idea of where that is.
    if (QByteArray(QTest::currentDataTag()).contains("surrogate"))
        QVERIFY2(found.toInt() >= offset && found.toInt() < text.size(), qPrintable(message));
    else
        QVERIFY2(found.toInt() == offset, qPrintable(message));
}

void JsonTest::limitsDepthWithoutRecursion()
{
    const auto nested = [](qsizetype depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(parseJson(nested(64)).ok());
    const Result<JsonValue> deeper = parseJson(nested(65));
    QVERIFY(!deeper.ok());
    QVERIFY(deeper.error().message.contains(QStringLiteral("64")));
    // Would end the process if any part recursed on the input.
    QVERIFY(!parseJson(QByteArray(5'000'000, '[')).ok());
    QByteArray objects;
    for (int i = 0; i < 1'000'000; ++i)
        objects += "{\"a\":";
    QVERIFY(!parseJson(objects).ok());
}

void JsonTest::noticesADuplicateAmongManyMembers()
{
    QByteArray text = "{";
    for (int i = 0; i < 20'000; ++i)
        text += "\"m" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    QVERIFY(parseJson(text + "\"last\":0}").ok());
    QVERIFY(!parseJson(text + "\"m3\":0}").ok());
    QVERIFY(!parseJson(text + "\"m19999\":0}").ok());
}

void JsonTest::keepsNumbersAsText()
{
    for (const char *text : {"12.95", "0.1", "12.950", "-0", "1E400000", "9223372036854775808", "0.30000000000000004",
                             "123456789012345678901234567890", "1e-7", "-12.5e+3"}) {
        const Result<JsonValue> value = parseJson(QByteArray("[") + text + "]");
        if (!value.ok()) {
            // The reader refuses what no double can hold; everything else must come through letter by letter.
            QCOMPARE(QByteArray(text), QByteArray("1E400000"));
            continue;
        }
        QVERIFY(value->items().front().isNumber());
        QCOMPARE(value->items().front().numberText(), QByteArray(text));
    }
}

void JsonTest::integersAreExactOrRefused()
{
    const auto read = [](const char *text, bool *ok) { return JsonValue::makeNumber(text).integer(ok); };
    bool ok = false;
    QCOMPARE(read("9223372036854775807", &ok), std::numeric_limits<qint64>::max());
    QVERIFY(ok);
    QCOMPARE(read("-9223372036854775808", &ok), std::numeric_limits<qint64>::min());
    QVERIFY(ok);
    for (const char *text : {"9223372036854775808", "-9223372036854775809", "1.0", "1e3", "", "1 "}) {
        QCOMPARE(read(text, &ok), qint64(0));
        QVERIFY2(!ok, text);
    }
    QCOMPARE(JsonValue::makeString(QStringLiteral("5")).integer(&ok), qint64(0));
    QVERIFY(!ok);
}

void JsonTest::writerEscapesAndSeparates()
{
    JsonWriter json;
    json.beginObject();
    json.key("a").beginArray().value(1).value(true).null().raw("12.95").beginObject().endObject().endArray();
    json.key("b\"").value(QString::fromUtf8("\" \\ \n \t \r \x01 \x7f ж 😀"));
    json.key("c").value(std::numeric_limits<qint64>::min());
    json.endObject();
    QCOMPARE(json.take(),
             QByteArray("{\"a\":[1,true,null,12.95,{}],\"b\\\"\":\"\\\" \\\\ \\n \\t \\r \\u0001 \x7f ж 😀\","
                        "\"c\":-9223372036854775808}"));
    // take() leaves a writer that starts anew.
    QCOMPARE(json.value(false).take(), QByteArray("false"));
    // A lone surrogate has no UTF-8; the output stays valid.
    QVERIFY(parseJson(json.value(QString(QChar(0xd800))).take()).ok());
}

void JsonTest::writerKeepsAByteOrderMark()
{
    const QString text = QString(QChar(0xfeff)) + QStringLiteral("x");
    const Result<JsonValue> value = parseJson(JsonWriter().value(text).take());
    QVERIFY(value.ok());
    QCOMPARE(value->string(), text);
}

QTEST_APPLESS_MAIN(JsonTest)
#include "jsontest.moc"

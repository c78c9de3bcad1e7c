// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/officejson.h"

#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 baseMs = 1'768'473'000'000;
const QString uuid = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");

QStringList wrongPlaces(const Error &error)
{
    QStringList paths;
    for (const ErrorDetail &detail : error.details)
        paths.append(detail.path);
    return paths;
}

} // namespace

/// Edits of orders: what one end writes the other one reads.
class OfficeJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsRoundTrip();
    void editsHaveTheDocumentedShape();
    void readsTexts();
    void refusesBadEdits_data();
    void refusesBadEdits();
};

void OfficeJsonTest::editsRoundTrip()
{
    OrderEdit all;
    all.note = QStringLiteral("без лука\n\"да\"");
    all.table = QStringLiteral("12");
    all.allergy = QStringLiteral("орехи");
    all.covers = 4;
    all.promisedAtMs = baseMs + 7;
    all.version = 9'007'199'254'740'993;
    OrderEdit emptied;
    emptied.note = QString();
    emptied.promisedAtMs = 0;
    emptied.covers = 0;
    emptied.from.note = QStringLiteral(" with spaces ");
    emptied.from.promisedAtMs = baseMs;
    emptied.from.covers = 2;
    OrderEdit one;
    one.table = QStringLiteral("6");
    one.from.table = QString();
    OrderEdit both = all;
    static_cast<OrderFields &>(both.from) = all;
    both.from.note = QString();
    for (const OrderEdit &edit : {all, emptied, one, both}) {
        const CommandRequest request = orderEditRequest(uuid, edit);
        QCOMPARE(request.method, QByteArray("PATCH"));
        QCOMPARE(request.path, QByteArray("/api/v1/business/orders/019bc0b5-37c0-7abc-8def-0123456789ab"));
        const Result<OrderEdit> back = readOrderEdit(*parseJson(request.body));
        QVERIFY2(back.ok(), request.body.constData());
        QVERIFY2(*back == edit, request.body.constData());
    }
}

void OfficeJsonTest::editsHaveTheDocumentedShape()
{
    OrderEdit edit;
    edit.table = QStringLiteral("6");
    edit.note = QString();
    edit.from.table = QStringLiteral("5");
    edit.from.note = QStringLiteral("x");
    QCOMPARE(orderEditRequest(uuid, edit).body,
             QByteArray(R"({"note":null,"table":"6","from":{"note":"x","table":"5"}})"));
    const Result<OrderEdit> read = readOrderEdit(
        *parseJson(R"({"covers":2,"from":{"table":"5","covers":0,"note":null,"allergy":null,"promised_at":null}})"));
    QVERIFY(read.ok());
    QCOMPARE(read->from.covers, std::optional(0));
    QCOMPARE(read->from.note, std::optional(QString()));
    QCOMPARE(read->from.promisedAtMs, std::optional(qint64(0)));
    QVERIFY(!read->version);
}

void OfficeJsonTest::readsTexts()
{
    const Result<OrderEdit> edit =
        readOrderEdit(*parseJson(R"({"note":" cafe\u0301 ","from":{"note":" cafe\u0301 "}})"));
    QVERIFY(edit.ok());
    QCOMPARE(edit->note, std::optional(QStringLiteral("café")));
    QCOMPARE(edit->from.note, std::optional(QStringLiteral(" café ")));
    // Joined orders have both notes: what is seen may be longer than what is written.
    const QByteArray half(500, 'x');
    const QByteArray both = half + "\\n" + half;
    QVERIFY(readOrderEdit(*parseJson(R"({"note":")" + half + R"(","from":{"note":")" + both + R"("}})")));
    QVERIFY(readOrderEdit(*parseJson(R"({"allergy":")" + half + R"(","from":{"allergy":")" + both + R"("}})")));
    QVERIFY(!readOrderEdit(*parseJson(R"({"note":")" + both + R"(","from":{"note":"x"}})")));
}

void OfficeJsonTest::refusesBadEdits_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("paths");
    const auto row = [](const char *name, const QByteArray &body, const QStringList &paths) {
        QTest::newRow(name) << body << paths;
    };
    row("nothing", "{}", {QStringLiteral("$")});
    row("only a version", R"({"version":1})", {QStringLiteral("$")});
    row("only what was seen", R"({"from":{"note":"x"}})", {QStringLiteral("$")});
    row("no object", "[]", {QStringLiteral("$")});
    row("a field that was not seen", R"({"note":"x","covers":2,"from":{"note":"y"}})", {QStringLiteral("from.covers")});
    row("none that was seen", R"({"note":"x","table":"2","allergy":"y","covers":2,"promised_at":null,"from":{}})",
        {QStringLiteral("from.note"), QStringLiteral("from.table"), QStringLiteral("from.allergy"),
         QStringLiteral("from.covers"), QStringLiteral("from.promised_at")});
    row("seen is no object", R"({"note":"x","from":"y"})", {QStringLiteral("from")});
    row("seen something unknown", R"({"note":"x","from":{"note":"y","status":1}})", {QStringLiteral("from.status")});
    row("seen a wrong type", R"({"covers":1,"from":{"covers":"2"}})", {QStringLiteral("from.covers")});
    row("seen no time", R"({"promised_at":null,"from":{"promised_at":"soon"}})", {QStringLiteral("from.promised_at")});
    row("too many covers", R"({"covers":1000,"version":1})", {QStringLiteral("covers")});
    row("a negative version", R"({"covers":1,"version":-1})", {QStringLiteral("version")});
    row("another field", R"({"note":"x","version":1,"status":2})", {QStringLiteral("status")});
}

void OfficeJsonTest::refusesBadEdits()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, paths);
    const Result<OrderEdit> edit = readOrderEdit(*parseJson(body));
    QVERIFY(!edit.ok());
    QCOMPARE(edit.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(wrongPlaces(edit.error()), paths);
}

QTEST_APPLESS_MAIN(OfficeJsonTest)
#include "officejsontest.moc"

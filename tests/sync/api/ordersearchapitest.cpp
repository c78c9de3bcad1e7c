// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/api/officefixture.h"

#include <QSet>

using namespace oshaq;
using namespace oshaq::test;

/// Finding, sorting and paging orders, and their own history.
class OrderSearchApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site"); }
    void cleanup() { m_office.stop(); }
    void findsByWords_data();
    void findsByWords();
    void findsByPhone();
    void findsLinesThatWereAdded();
    void rolesFindWhatTheySee();
    void filtersByPlace();
    void sorts();
    void pagesAreStableUnderInserts_data();
    void pagesAreStableUnderInserts();
    void cursorsBelongToTheirSort();
    void otherBusinessesAreNotFound();
    void editsAnOrder();
    void refusesEdits();
    void editsWhatAPersonSaw();
    void staleFieldsAreNamed();
    void tellsTheHistory();

private:
    QList<qint64> find(const QString &text, const QByteArray &token = {}, const QByteArray &more = {})
    {
        const auto answer = m_office.api->get("/api/v1/business/orders?q=" + text.toUtf8().toPercentEncoding() + more,
                                              token.isEmpty() ? m_office.owner() : token);
        if (answer.status != 200)
            QTest::qFail(answer.body, __FILE__, __LINE__);
        return orderIds(answer);
    }
    ApiAnswer edit(qint64 id, const QByteArray &body, const QByteArray &token = {}, Headers headers = {})
    {
        return m_office.api->call("PATCH", "/api/v1/business/orders/" + QByteArray::number(id),
                                  token.isEmpty() ? m_office.counter() : token, body, std::move(headers));
    }

    OfficeSite m_office;
};

void OrderSearchApiTest::findsByWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("guest") << QStringLiteral("Әсел") << true;
    QTest::newRow("guest, lower case") << QStringLiteral("әсел") << true;
    QTest::newRow("guest, upper case") << QStringLiteral("ӘСЕЛ ҚҰРМАНҒАЛИ") << true;
    QTest::newRow("part of a word") << QStringLiteral("құрман") << true;
    QTest::newRow("decomposed") << QStringLiteral("Әсел").normalized(QString::NormalizationForm_D) << true;
    QTest::newRow("item") << QStringLiteral("шӘҰТУ") << true;
    QTest::newRow("item with yo") << QStringLiteral("перепелкой") << true;
    QTest::newRow("item and guest") << QStringLiteral("  әсел   шәұту ") << true;
    QTest::newRow("number") << QStringLiteral("a-002") << true;
    QTest::newRow("number's digits") << QStringLiteral("002") << true;
    QTest::newRow("one word is wrong") << QStringLiteral("әсел soup") << false;
    QTest::newRow("nothing such") << QStringLiteral("бешбармак") << false;
    QTest::newRow("a wildcard is a character") << QStringLiteral("%") << false;
    QTest::newRow("an underscore too") << QStringLiteral("_") << false;
    QTest::newRow("a quote") << QStringLiteral("' OR 1=1 --") << false;
}

void OrderSearchApiTest::findsByWords()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    QVERIFY(m_office.place(QStringLiteral("Dana K."), {}, m_office.business().item("Soup")));
    const qint64 dish = m_office.addItem(QStringLiteral("Шәұту с перепёлкой"), 150000);
    const qint64 id = m_office.place(QStringLiteral("Әсел Құрманғали"), {}, dish);
    QVERIFY(id);
    QCOMPARE(find(text), found ? QList<qint64>{id} : QList<qint64>());
}

void OrderSearchApiTest::findsByPhone()
{
    const qint64 soup = m_office.business().item("Soup");
    const qint64 id = m_office.place(QStringLiteral("Dana"), QStringLiteral("+7 (701) 000-12-34"), soup);
    const qint64 other = m_office.place(QStringLiteral("Marat"), QStringLiteral("+77020009876"), soup);
    QVERIFY(id && other);
    for (const char *text : {"+7 701 000 12 34", "87010001234", "7010001234", "+77010001234", "1234"})
        QCOMPARE(find(QString::fromLatin1(text)), QList<qint64>{id});
    // Whole, or the last four: nobody counts a number out digit by digit.
    for (const char *text : {"0001234", "701000", "234", "+7701000123"})
        QCOMPARE(find(QString::fromLatin1(text)), QList<qint64>());
    QCOMPARE(find(QStringLiteral("9876")), QList<qint64>{other});
    // A courier sees the phones of deliveries on their way, and so finds nobody else by one.
    QCOMPARE(find(QStringLiteral("9876"), m_office.courier()), QList<qint64>());
}

void OrderSearchApiTest::findsLinesThatWereAdded()
{
    const qint64 id = m_office.place();
    QCOMPARE(find(QStringLiteral("BREAD")), QList<qint64>());
    const auto added = m_office.api->call(
        "PATCH", "/api/v1/business/orders/" + QByteArray::number(id) + "/lines", m_office.counter(),
        "{\"action\":\"add\",\"items\":[{\"item_id\":" + QByteArray::number(m_office.business().item("Bread")) +
            ",\"quantity\":1}]}");
    QVERIFY2(added.status == 200, added.body);
    QCOMPARE(find(QStringLiteral("BREAD soup")), QList<qint64>{id});
}

void OrderSearchApiTest::rolesFindWhatTheySee()
{
    const qint64 id = m_office.place(QStringLiteral("Айгерим Серикова"), QStringLiteral("+77010004321"),
                                     m_office.business().item("Soup"));
    // The kitchen sees first names and no phones; what it does not see it does not find either.
    QCOMPARE(find(QStringLiteral("айгерим"), m_office.kitchen()), QList<qint64>{id});
    for (const QString &text : {QStringLiteral("серикова"), QStringLiteral("4321"), QStringLiteral("+77010004321")}) {
        QCOMPARE(find(text), QList<qint64>{id});
        QCOMPARE(find(text, m_office.kitchen()), QList<qint64>());
    }
}

void OrderSearchApiTest::filtersByPlace()
{
    const TestBusiness &business = m_office.business();
    const qint64 soup = m_office.place();
    const qint64 apples = m_office.place({}, {}, business.item("Apples"));
    const auto atTable =
        m_office.api->call("POST", "/api/v1/business/orders", m_office.manager(),
                           "{\"fulfilment\":\"dine_in\",\"table\":\"Терраса 7\",\"items\":[{\"item_id\":" +
                               QByteArray::number(business.item("Bread")) + ",\"quantity\":1}]}");
    QVERIFY2(atTable.status == 201, atTable.body);
    const qint64 table = atTable.data().value(QLatin1String("order_id")).toInteger();
    const auto list = [&](const QByteArray &query) {
        return orderIds(m_office.api->get("/api/v1/business/orders?" + query, m_office.owner()));
    };
    const qint64 cold = m_office.number(QStringLiteral("SELECT station_id FROM stations WHERE name = 'Cold'"));
    QCOMPARE(list("station=" + QByteArray::number(cold)), QList<qint64>{apples});
    QCOMPARE(list("terminal=" + QByteArray::number(business.terminalIds.at(Role::Counter))),
             (QList<qint64>{apples, soup}));
    QCOMPARE(list("table=" + QStringLiteral("Терраса 7").toUtf8().toPercentEncoding()), QList<qint64>{table});
    QCOMPARE(list("station=999"), QList<qint64>());
}

void OrderSearchApiTest::sorts()
{
    const TestBusiness &business = m_office.business();
    QList<qint64> ids;
    for (const char *quantity : {"3", "1", "2", "2"}) {
        ids.append(m_office.place({}, {}, business.item("Soup"), quantity));
        m_office.clock.advance(1000);
    }
    const auto list = [&](const QByteArray &sort) {
        return orderIds(m_office.api->get("/api/v1/business/orders?sort=" + sort, m_office.owner()));
    };
    QCOMPARE(list("total"), (QList<qint64>{ids[1], ids[2], ids[3], ids[0]}));
    QCOMPARE(list("-total"), (QList<qint64>{ids[0], ids[3], ids[2], ids[1]}));
    QCOMPARE(list("number"), ids);
    QCOMPARE(list("-number"), (QList<qint64>{ids[3], ids[2], ids[1], ids[0]}));
    QCOMPARE(list("-placed_at"), (QList<qint64>{ids[3], ids[2], ids[1], ids[0]}));
}

void OrderSearchApiTest::pagesAreStableUnderInserts_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *sort : {"placed_at", "-placed_at", "total", "-total", "number", "-number"}) {
        QTest::newRow(sort) << QByteArray("sort=") + sort;
        QTest::addRow("%s, searched", sort) << QByteArray("q=soup&sort=") + sort;
    }
}

/// Orders are placed between the pages: none of the first ones is there twice or missing.
void OrderSearchApiTest::pagesAreStableUnderInserts()
{
    QFETCH(QByteArray, query);
    const qint64 soup = m_office.business().item("Soup");
    QSet<qint64> expected;
    for (int i = 0; i < 11; ++i) {
        expected.insert(m_office.place({}, {}, soup, QByteArray::number(1 + i % 4)));
        // Several in one millisecond, too.
        m_office.clock.advance(i % 3);
    }
    QList<qint64> seen;
    QByteArray cursor;
    int pages = 0;
    do {
        const auto page = m_office.api->get("/api/v1/business/orders?limit=3&" + query +
                                                (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor),
                                            m_office.owner());
        QVERIFY2(page.status == 200, page.body);
        seen += orderIds(page);
        cursor = nextCursor(page);
        ++pages;
        if (pages < 4) {
            QVERIFY(m_office.place({}, {}, soup, QByteArray::number(1 + pages)));
            m_office.clock.advance(1);
        }
    } while (!cursor.isEmpty() && pages < 20);
    QCOMPARE(QSet<qint64>(seen.begin(), seen.end()).size(), seen.size());
    for (const qint64 id : std::as_const(expected))
        QVERIFY(seen.contains(id));
}

void OrderSearchApiTest::cursorsBelongToTheirSort()
{
    for (int i = 0; i < 3; ++i)
        m_office.place();
    const auto page = m_office.api->get("/api/v1/business/orders?limit=1&sort=total", m_office.owner());
    const QByteArray cursor = nextCursor(page);
    QVERIFY(!cursor.isEmpty());
    for (const char *sort : {"-total", "number", "-placed_at"}) {
        QCOMPARE(
            m_office.api->get("/api/v1/business/orders?limit=1&cursor=" + cursor + "&sort=" + sort, m_office.owner())
                .verdict(),
            QByteArray("422 VALIDATION_FAILED"));
    }
}

void OrderSearchApiTest::otherBusinessesAreNotFound()
{
    m_office.place(QStringLiteral("Dana"), QStringLiteral("+77010001234"), m_office.business().item("Soup"));
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    for (const char *text : {"dana", "1234", "soup", "a-001"})
        QCOMPARE(find(QString::fromLatin1(text), other->token), QList<qint64>());
    QCOMPARE(m_office.api->get("/api/v1/business/orders/1/history", other->token).verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(edit(1, "{\"note\":\"x\",\"version\":1}", other->token).verdict(), QByteArray("404 NOT_FOUND"));
}

void OrderSearchApiTest::editsAnOrder()
{
    const qint64 id = m_office.place();
    const auto edited = edit(id, "{\"note\":\"Без лука\",\"allergy\":\"орехи\",\"covers\":3,"
                                 "\"promised_at\":\"2026-01-15T12:00:00Z\",\"version\":1}");
    QVERIFY2(edited.status == 200, edited.body);
    QCOMPARE(edited.header("ETag"), QByteArray("\"2\""));
    QCOMPARE(edited.data().value(QLatin1String("note")).toString(), QStringLiteral("Без лука"));
    QCOMPARE(edited.data().value(QLatin1String("allergy")).toString(), QStringLiteral("орехи"));
    QCOMPARE(edited.data().value(QLatin1String("covers")).toInt(), 3);
    QCOMPARE(edited.data().value(QLatin1String("promised_at")).toString(), QStringLiteral("2026-01-15T12:00:00.000Z"));
    QCOMPARE(edited.data().value(QLatin1String("version")).toInt(), 2);
    // What was typed stays out of the journal.
    const QString payload = m_office.text(QStringLiteral("SELECT payload FROM journal WHERE type = 'order.updated'"));
    QCOMPARE(payload, QStringLiteral("{\"fields\":[\"note\",\"allergy\",\"covers\",\"promised_at\"]}"));

    QCOMPARE(edit(id, "{\"note\":\"x\",\"version\":1}").verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(edit(id, "{\"note\":\"x\"}", {}, {{"if-match", "\"1\""}}).verdict(), QByteArray("412 VERSION_STALE"));
    const auto emptied = edit(id, "{\"note\":null,\"promised_at\":null}", {}, {{"if-match", "\"2\""}});
    QVERIFY2(emptied.status == 200, emptied.body);
    QVERIFY(emptied.data().value(QLatin1String("note")).isNull());
    QVERIFY(emptied.data().value(QLatin1String("promised_at")).isNull());
    // The same again writes nothing.
    const qint64 rows = m_office.site->rowCount("journal");
    QCOMPARE(edit(id, "{\"note\":null,\"version\":3}").status, 200);
    QCOMPARE(m_office.site->rowCount("journal"), rows);
}

void OrderSearchApiTest::refusesEdits()
{
    const qint64 id = m_office.place();
    QCOMPARE(edit(id, "{\"note\":\"x\"}").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(edit(id, "{\"version\":1}").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(edit(id, "{\"note\":\"x\",\"version\":1}", {}, {{"if-match", "\"2\""}}).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(edit(id, "{\"note\":\"x\"}", {}, {{"if-match", "\"abc\""}}).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    // A pickup has no table.
    QCOMPARE(edit(id, "{\"table\":\"7\",\"version\":1}").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(edit(id, "{\"promised_at\":\"2020-01-01T00:00:00Z\",\"version\":1}").verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(edit(id, "{\"note\":\"x\",\"version\":1}", m_office.kitchen()).verdict(), QByteArray("403 FORBIDDEN"));
    QVERIFY(m_office.move(id, {7}, "Out of stock"));
    QCOMPARE(edit(id, "{\"note\":\"x\",\"version\":2}").verdict(), QByteArray("409 ORDER_TRANSITION_NOT_ALLOWED"));
}

void OrderSearchApiTest::editsWhatAPersonSaw()
{
    const qint64 id = m_office.place();
    // An unrelated change does not matter: nobody looked at it.
    QVERIFY(m_office.move(id, {2}));
    QCOMPARE(edit(id, R"({"allergy":"nuts","version":2})").status, 200);
    const auto edited = edit(id, R"({"note":"no onions","covers":2,"from":{"note":null,"covers":0}})");
    QVERIFY2(edited.status == 200, edited.body);
    QCOMPARE(edited.header("ETag"), QByteArray("\"4\""));
    QCOMPARE(edited.data().value(QLatin1String("note")).toString(), QStringLiteral("no onions"));
    QCOMPARE(edited.data().value(QLatin1String("covers")).toInt(), 2);
    QCOMPARE(edited.data().value(QLatin1String("allergy")).toString(), QStringLiteral("nuts"));

    // Reached already, by whom ever: a success, and nothing is written; also when the order is closed by now.
    const auto before = m_office.site->allRowCounts();
    QCOMPARE(edit(id, R"({"note":"no onions","from":{"note":"something else"}})").status, 200);
    QVERIFY(m_office.site->allRowCounts() == before);
    QVERIFY(m_office.move(id, {3, 4, 6}));
    const auto counts = m_office.site->allRowCounts();
    QCOMPARE(edit(id, R"({"note":"no onions","from":{"note":null}})").status, 200);
    QCOMPARE(edit(id, R"({"note":"onions","from":{"note":"no onions"}})").verdict(),
             QByteArray("409 ORDER_TRANSITION_NOT_ALLOWED"));
    QVERIFY(m_office.site->allRowCounts() == counts);
}

void OrderSearchApiTest::staleFieldsAreNamed()
{
    const qint64 id = m_office.place();
    QCOMPARE(edit(id, R"({"note":"first","covers":3,"promised_at":"2036-01-15T12:00:00Z","version":1})").status, 200);
    const auto counts = m_office.site->allRowCounts();
    const auto paths = [](const ApiAnswer &answer) {
        QStringList list;
        for (const QJsonValue &detail :
             answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray())
            list.append(detail.toObject().value(QLatin1String("path")).toString());
        return list;
    };
    const auto stale = edit(id, R"({"note":"second","covers":3,"allergy":"nuts",)"
                                R"("from":{"note":null,"covers":0,"allergy":null}})");
    QCOMPARE(stale.verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(paths(stale), QStringList{QStringLiteral("note")});
    const auto both = edit(id, R"({"note":"second","promised_at":"2036-01-15T13:00:00Z","allergy":"nuts",)"
                               R"("from":{"note":"zeroth","promised_at":null,"allergy":null}})");
    QCOMPARE(both.verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(paths(both), QStringList({QStringLiteral("note"), QStringLiteral("promised_at")}));
    QCOMPARE(paths(edit(id, R"({"note":"second","from":{}})")), QStringList{QStringLiteral("from.note")});
    // A version is believed beside it: either that is stale refuses.
    QCOMPARE(edit(id, R"({"note":"second","from":{"note":"first"},"version":1})").verdict(),
             QByteArray("412 VERSION_STALE"));
    QCOMPARE(edit(id, R"({"note":"second","from":{"note":"first"}})", {}, {{"if-match", "\"1\""}}).verdict(),
             QByteArray("412 VERSION_STALE"));
    QVERIFY(m_office.site->allRowCounts() == counts);
    QCOMPARE(edit(id, R"({"note":"second","from":{"note":"first"},"version":2})").status, 200);
    // What was seen does not make a wrong value right.
    QCOMPARE(paths(edit(id, R"({"table":"7","from":{"table":null}})")), QStringList{QStringLiteral("table")});
}

void OrderSearchApiTest::tellsTheHistory()
{
    const qint64 id = m_office.place();
    const QByteArray kitchen = m_office.kitchen();
    m_office.clock.advance(2000);
    QCOMPARE(m_office.api
                 ->call("POST", "/api/v1/business/painted", kitchen,
                        "{\"tickets\":[{\"order_id\":" + QByteArray::number(id) + "}]}")
                 .status,
             200);
    m_office.clock.advance(3000);
    QCOMPARE(
        m_office.api
            ->call("PATCH", "/api/v1/business/orders/" + QByteArray::number(id) + "/status", kitchen, "{\"status\":3}")
            .status,
        200);
    const auto answer =
        m_office.api->get("/api/v1/business/orders/" + QByteArray::number(id) + "/history", m_office.counter());
    QVERIFY2(answer.status == 200, answer.body);
    const QJsonArray events = answer.data().value(QLatin1String("events")).toArray();
    QCOMPARE(events.size(), 3); // the lines that were started have a row of their own
    QCOMPARE(events[0].toObject().value(QLatin1String("type")).toString(), QStringLiteral("order.created"));
    const QJsonObject moved = events[2].toObject();
    QCOMPARE(moved.value(QLatin1String("type")).toString(), QStringLiteral("order.status"));
    const qint64 terminal = m_office.business().terminalIds.at(Role::Kitchen);
    QCOMPARE(moved.value(QLatin1String("terminal_id")).toInteger(), terminal);
    QCOMPARE(moved.value(QLatin1String("terminal")).toString(), QStringLiteral("Test Kitchen kitchen"));
    QCOMPARE(moved.value(QLatin1String("actor")).toString(), QStringLiteral("terminal:%1").arg(terminal));
    const QJsonArray statuses = answer.data().value(QLatin1String("statuses")).toArray();
    QCOMPARE(statuses.size(), 3);
    QCOMPARE(statuses[2].toObject().value(QLatin1String("status_name")).toString(), QStringLiteral("Preparing"));
    const QJsonArray painted = answer.data().value(QLatin1String("painted")).toArray();
    QCOMPARE(painted.size(), 1);
    QCOMPARE(painted[0].toObject().value(QLatin1String("latency_ms")).toInteger(), 2000);
    QCOMPARE(m_office.api->get("/api/v1/business/orders/999999/history", m_office.owner()).verdict(),
             QByteArray("404 NOT_FOUND"));
}

QTEST_GUILESS_MAIN(OrderSearchApiTest)
#include "ordersearchapitest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "officefixture.h"

using namespace oshaq;
using namespace oshaq::test;

/// Guests, orders and payments as the counter's page asks for them.
class GuestsApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsGuests();
    void refusesBadQuestions_data();
    void refusesBadQuestions();
    void showsOneGuest();
    void saysMoneyInMinorUnits();
    void takesOrdersForGuests();
    void tellsPayments();
    void kitchensAskNothingOfPayments();
    void filtersByPaymentAndGuest();
    void paymentsAreChangesOfOrders();
    void historyNamesEverything();

private:
    QByteArray orderBody(const QByteArray &fields) const
    {
        return "{" + fields + ",\"items\":[{\"item_id\":" + QByteArray::number(m_office.business().item("Soup")) +
               ",\"quantity\":1}]}";
    }
    ApiAnswer order(const QByteArray &fields)
    {
        m_office.clock.advance(1000);
        return m_office.api->call("POST", "/api/v1/business/orders", m_office.counter(), orderBody(fields));
    }
    static qint64 number(const QJsonObject &object, const char *name)
    {
        return object.value(QLatin1String(name)).toInteger();
    }
    static QString text(const QJsonObject &object, const char *name)
    {
        return object.value(QLatin1String(name)).toString();
    }
    ApiAnswer get(const QByteArray &path, const QByteArray &token)
    {
        return m_office.api->get("/api/v1/business/" + path, token);
    }
    ApiAnswer get(const QByteArray &path) { return get(path, m_office.counter()); }
    ApiAnswer pay(qint64 orderId, const QByteArray &amount)
    {
        m_office.clock.advance(1000);
        return m_office.api->call("POST", "/api/v1/payment/orders/direct", m_office.counter(),
                                  "{\"order_id\":" + QByteArray::number(orderId) + R"(,"method":"cash","amount":)" +
                                      amount + '}');
    }

    OfficeSite m_office;
};

void GuestsApiTest::init()
{
    QVERIFY(m_office.start());
}

void GuestsApiTest::cleanup()
{
    m_office.stop();
}

void GuestsApiTest::findsGuests()
{
    const QByteArray dana =
        R"("fulfilment":"delivery","guest_name":"Botagoz Nurlanova","guest_phone":"+7 701 555 01 99","address":"Abai 10")";
    QCOMPARE(order(dana).status, 201);
    QCOMPARE(
        order(R"("fulfilment":"pickup","guest_name":"Marat","guest_phone":"+77010001234","allergy":"Nuts")").status,
        201);
    QCOMPARE(order(dana).status, 201);
    for (const QByteArray q : {"0199", "%2B77015550199", "nurlan%20bota", "NURLANOVA"}) {
        const ApiAnswer found = get("guests?q=" + q);
        QVERIFY2(found.status == 200, found.body);
        QCOMPARE(found.list().size(), 1);
        const QJsonObject guest = found.list().first().toObject();
        QCOMPARE(text(guest, "name"), QStringLiteral("Botagoz Nurlanova"));
        QCOMPARE(text(guest, "phone"), QStringLiteral("+7 701 555 01 99"));
        QCOMPARE(guest.value(QLatin1String("phone_verified")).toBool(true), false);
        QCOMPARE(number(guest, "order_count"), 2);
        QVERIFY(text(guest, "first_order_at") < text(guest, "last_order_at"));
        QCOMPARE(number(guest, "spent"), 0);
        QVERIFY(guest.value(QLatin1String("last_allergy")).isNull());
        const QJsonArray addresses = guest.value(QLatin1String("addresses")).toArray();
        QCOMPARE(addresses.size(), 1);
        QCOMPARE(text(addresses.first().toObject(), "address"), QStringLiteral("Abai 10"));
        QVERIFY(number(addresses.first().toObject(), "address_id") > 0);
        QVERIFY(!guest.contains(QLatin1String("recent")));
    }
    const ApiAnswer both = get("guests?q=701");
    QCOMPARE(both.list().size(), 0);
    QCOMPARE(get("guests?q=ar&limit=1").list().size(), 1);
    const ApiAnswer marat = get("guests?q=1234", m_office.manager());
    QCOMPARE(text(marat.list().first().toObject(), "last_allergy"), QStringLiteral("Nuts"));
    QVERIFY(marat.meta().contains(QLatin1String("next_cursor")));
    for (const QByteArray &token : {m_office.kitchen(), m_office.courier(), m_office.business().guestToken}) {
        QCOMPARE(get("guests?q=dana", token).verdict(), QByteArray("403 FORBIDDEN"));
        QCOMPARE(get("guests/1", token).verdict(), QByteArray("403 FORBIDDEN"));
    }
}

void GuestsApiTest::refusesBadQuestions_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("nothing") << QByteArray("guests");
    QTest::newRow("empty") << QByteArray("guests?q=");
    QTest::newRow("blank") << QByteArray("guests?q=%20%20");
    QTest::newRow("too long") << "guests?q=" + QByteArray(101, 'x');
    QTest::newRow("control character") << QByteArray("guests?q=a%07");
    QTest::newRow("too many") << QByteArray("guests?q=dana&limit=21");
    QTest::newRow("none") << QByteArray("guests?q=dana&limit=0");
    QTest::newRow("no payment state") << QByteArray("orders?payment=owed");
    QTest::newRow("empty payment state") << QByteArray("orders?payment=");
    QTest::newRow("the same twice") << QByteArray("orders?payment=paid,paid");
    QTest::newRow("user zero") << QByteArray("orders?user=0");
    QTest::newRow("user as text") << QByteArray("orders?user=dana");
}

void GuestsApiTest::refusesBadQuestions()
{
    QFETCH(QByteArray, query);
    QCOMPARE(get(query).verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void GuestsApiTest::showsOneGuest()
{
    const ApiAnswer first = order(R"("fulfilment":"pickup","guest_name":"Dana","guest_phone":"+77015550199")");
    const qint64 id = number(first.data(), "order_id");
    for (int i = 0; i < 11; ++i)
        QCOMPARE(order(R"("fulfilment":"pickup","guest_name":"Dana","guest_phone":"87015550199")").status, 201);
    QVERIFY(m_office.move(id, {3, 4, 6}));
    const QByteArray user = QByteArray::number(number(first.data().value(QLatin1String("user")).toObject(), "user_id"));
    const ApiAnswer card = get("guests/" + user);
    QVERIFY2(card.status == 200, card.body);
    QCOMPARE(number(card.data(), "order_count"), 12);
    QVERIFY2(card.body.contains(R"("spent":12.95)"), card.body);
    const QJsonArray recent = card.data().value(QLatin1String("recent")).toArray();
    QCOMPARE(recent.size(), 10);
    QCOMPARE(number(recent.first().toObject(), "order_id"), id + 11);
    QVERIFY(recent.first().toObject().value(QLatin1String("payment")).isObject());
    QCOMPARE(get("guests/999999").verdict(), QByteArray("404 NOT_FOUND"));
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(get("guests/" + user, other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(get("guests?q=dana", other->token).list().size(), 0);
}

void GuestsApiTest::saysMoneyInMinorUnits()
{
    const ApiAnswer placed = order(R"("fulfilment":"pickup","guest_name":"Dana","guest_phone":"+77015550199")");
    const qint64 id = number(placed.data(), "order_id");
    QCOMPARE(pay(id, "10").status, 201);
    QVERIFY(m_office.move(id, {3, 4, 6}));
    const QByteArray user =
        QByteArray::number(number(placed.data().value(QLatin1String("user")).toObject(), "user_id"));
    const ApiAnswer card = m_office.api->get("/api/v2/business/guests/" + user, m_office.counter());
    QVERIFY2(card.body.contains(R"("spent":{"amount":1295,"currency":"KZT"})"), card.body);
    QVERIFY2(card.body.contains(R"("payment":{"state":"part_paid","paid":{"amount":1000,"currency":"KZT"},)"
                                R"("pending":{"amount":0,"currency":"KZT"},"methods":["cash"]})"),
             card.body);
    const ApiAnswer history =
        m_office.api->get("/api/v2/business/orders/" + QByteArray::number(id) + "/history", m_office.counter());
    QVERIFY2(history.body.contains(R"("amount":{"amount":1000,"currency":"KZT"})"), history.body);
}

void GuestsApiTest::takesOrdersForGuests()
{
    const ApiAnswer first =
        order(R"("fulfilment":"delivery","guest_name":"Dana","guest_phone":"+77015550199","address":"Abai 10")");
    QVERIFY2(first.status == 201, first.body);
    QCOMPARE(text(first.data(), "address"), QStringLiteral("Abai 10"));
    const qint64 address = number(first.data(), "address_id");
    QVERIFY(address > 0);
    const QByteArray user = QByteArray::number(number(first.data().value(QLatin1String("user")).toObject(), "user_id"));
    const ApiAnswer again = order(R"("fulfilment":"delivery","user_id":)" + user + R"(,"address":"abai 10")");
    QVERIFY2(again.status == 201, again.body);
    QCOMPARE(number(again.data(), "address_id"), address);
    QCOMPARE(text(again.data().value(QLatin1String("user")).toObject(), "name"), QStringLiteral("Dana"));
    const ApiAnswer known =
        order(R"("fulfilment":"delivery","user_id":)" + user + R"(,"address_id":)" + QByteArray::number(address));
    QVERIFY2(known.status == 201, known.body);
    QCOMPARE(text(known.data(), "address"), QStringLiteral("Abai 10"));

    QCOMPARE(order(R"("fulfilment":"delivery","user_id":)" + user).verdict(), QByteArray("422 ADDRESS_REQUIRED"));
    const ApiAnswer nobody = order(R"("fulfilment":"pickup","user_id":999999)");
    QCOMPARE(nobody.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QVERIFY2(nobody.body.contains(R"("path":"user_id")"), nobody.body);
    for (const QByteArray &typed : {QByteArray("  "), QByteArray(501, 'x')}) {
        const ApiAnswer refused = order("\"fulfilment\":\"delivery\",\"address\":\"" + typed + '"');
        QCOMPARE(refused.verdict(), QByteArray("422 VALIDATION_FAILED"));
    }
    // Guests say neither.
    for (const QByteArray fields :
         {R"("fulfilment":"pickup","user_id":1)", R"("fulfilment":"delivery","address":"Abai 10")"}) {
        QCOMPARE(
            m_office.api->call("POST", "/api/v1/user/orders/create", m_office.business().guestToken, orderBody(fields))
                .verdict(),
            QByteArray("422 VALIDATION_FAILED"));
    }
}

void GuestsApiTest::tellsPayments()
{
    const QByteArray guest = m_office.business().guestToken;
    const ApiAnswer placed =
        m_office.api->call("POST", "/api/v1/user/orders/create", guest, orderBody(R"("fulfilment":"pickup")"));
    const qint64 id = number(placed.data(), "order_id");
    const QByteArray path = QByteArray::number(id);
    QVERIFY2(placed.body.contains(R"("payment":{"state":"unpaid","paid":0,"pending":0,"methods":[]})"), placed.body);
    QCOMPARE(pay(id, "10.5").status, 201);
    const QByteArray paid = R"("payment":{"state":"part_paid","paid":10.5,"pending":0,"methods":["cash"]})";
    for (const QByteArray &token : {m_office.owner(), m_office.manager(), m_office.counter()}) {
        for (const QByteArray &where : {QByteArray("orders"), "orders/" + path, QByteArray("snapshot")}) {
            const ApiAnswer answer = get(where, token);
            QVERIFY2(answer.body.contains(paid), where + ' ' + answer.body);
        }
    }
    for (const QByteArray &where : {QByteArray("orders"), "orders/" + path, QByteArray("orders/active")}) {
        const ApiAnswer answer = m_office.api->get("/api/v1/user/" + where, guest);
        QVERIFY2(answer.body.contains(paid), where + ' ' + answer.body);
    }
    for (const QByteArray &token : {m_office.kitchen(), m_office.courier()}) {
        for (const QByteArray &where : {QByteArray("orders"), "orders/" + path, QByteArray("snapshot")}) {
            const ApiAnswer answer = get(where, token);
            QVERIFY2(answer.body.contains(R"("payment":null)") && !answer.body.contains("part_paid"),
                     where + ' ' + answer.body);
        }
    }
}

void GuestsApiTest::kitchensAskNothingOfPayments()
{
    for (const QByteArray &token : {m_office.kitchen(), m_office.courier()}) {
        for (const QByteArray query : {"orders?payment=paid", "orders?user=1"})
            QCOMPARE(get(query, token).verdict(), QByteArray("403 FORBIDDEN"));
    }
}

void GuestsApiTest::filtersByPaymentAndGuest()
{
    const ApiAnswer first = order(R"("fulfilment":"pickup","guest_name":"Dana","guest_phone":"+77015550199")");
    const ApiAnswer second = order(R"("fulfilment":"pickup","guest_name":"D.","guest_phone":"87015550199")");
    const ApiAnswer third = order(R"("fulfilment":"pickup","guest_name":"Marat")");
    const QList<qint64> ids{number(first.data(), "order_id"), number(second.data(), "order_id"),
                            number(third.data(), "order_id")};
    QCOMPARE(pay(ids[1], "12.95").status, 201);
    QCOMPARE(pay(ids[2], "1").status, 201);
    QCOMPARE(orderIds(get("orders?payment=paid")), QList<qint64>{ids[1]});
    // Asked again, and after a change: what is kept follows.
    QCOMPARE(orderIds(get("orders?payment=unpaid")), QList<qint64>{ids[0]});
    QCOMPARE(pay(ids[0], "5").status, 201);
    QCOMPARE(orderIds(get("orders?payment=unpaid")), QList<qint64>());
    QCOMPARE(orderIds(get("orders?payment=part_paid,paid")), QList<qint64>({ids[2], ids[1], ids[0]}));
    QCOMPARE(orderIds(get("orders?payment=refunded")), QList<qint64>());
    const QByteArray user = QByteArray::number(number(first.data().value(QLatin1String("user")).toObject(), "user_id"));
    QCOMPARE(orderIds(get("orders?user=" + user)), QList<qint64>({ids[1], ids[0]}));
    QCOMPARE(orderIds(get("orders?payment=paid&user=" + user)), QList<qint64>{ids[1]});
    const ApiAnswer page = get("orders?limit=1&user=" + user);
    QCOMPARE(orderIds(page), QList<qint64>{ids[1]});
    QCOMPARE(orderIds(get("orders?limit=1&user=" + user + "&cursor=" + nextCursor(page))), QList<qint64>{ids[0]});
    QCOMPARE(orderIds(get("orders?user=999999")), QList<qint64>());
}

void GuestsApiTest::paymentsAreChangesOfOrders()
{
    const qint64 id = m_office.place();
    const QString cursor = get("snapshot").data().value(QLatin1String("cursor")).toString();
    QCOMPARE(pay(id, "12.95").status, 201);
    const ApiAnswer changes = get("changes?since=" + cursor.toLatin1());
    const QJsonArray rows = changes.list();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(text(rows[0].toObject(), "entity"), QStringLiteral("payment"));
    const QJsonObject change = rows[1].toObject();
    QCOMPARE(text(change, "entity"), QStringLiteral("order"));
    QCOMPARE(number(change, "id"), id);
    QCOMPARE(number(change, "version"), 2);
    const QJsonObject data = change.value(QLatin1String("data")).toObject();
    QCOMPARE(number(data, "version"), 2);
    QCOMPARE(text(data.value(QLatin1String("payment")).toObject(), "state"), QStringLiteral("paid"));
    const ApiAnswer kitchen = get("changes?since=" + cursor.toLatin1(), m_office.kitchen());
    QVERIFY2(kitchen.body.contains(R"("payment":null)"), kitchen.body);
    // Who edits what they saw before the payment looks at it again; who bumps it does not have to.
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id);
    QCOMPARE(m_office.api->call("PATCH", path, m_office.counter(), R"({"note":"x","version":1})").verdict(),
             QByteArray("412 VERSION_STALE"));
    QCOMPARE(m_office.api->call("PATCH", path + "/status", m_office.kitchen(), R"({"status":3,"from":1})").status, 200);
}

void GuestsApiTest::historyNamesEverything()
{
    const QByteArray guest = m_office.business().guestToken;
    const ApiAnswer placed =
        m_office.api->call("POST", "/api/v1/user/orders/create", guest, orderBody(R"("fulfilment":"pickup")"));
    const qint64 id = number(placed.data(), "order_id");
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id);
    m_office.clock.advance(1000);
    const qint64 hot = m_office.number(QStringLiteral("SELECT min(station_id) FROM stations"));
    QCOMPARE(m_office.api
                 ->call("POST", "/api/v1/business/painted", m_office.kitchen(),
                        "{\"tickets\":[{\"order_id\":" + QByteArray::number(id) +
                            ",\"station_id\":" + QByteArray::number(hot) + "}]}")
                 .status,
             200);
    QCOMPARE(m_office.api->call("PATCH", path + "/status", m_office.kitchen(), R"({"status":3})").status, 200);
    const ApiAnswer paid = pay(id, "12.95");
    m_office.clock.advance(1000);
    QCOMPARE(m_office.api
                 ->call("POST", "/api/v1/payment/" + QByteArray::number(number(paid.data(), "payment_id")) + "/refund",
                        m_office.owner(), R"({"amount":2.95,"reason":"Cold"})")
                 .status,
             201);
    QCOMPARE(m_office.api
                 ->call("POST", "/api/v1/business/printers", m_office.owner(),
                        R"({"name":"Till printer","kind":"network","address":"192.168.1.50","prints_receipts":true})")
                 .status,
             201);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(m_office.api->call("POST", path + "/print", m_office.counter(), R"({"kind":"receipt"})").status, 201);

    const ApiAnswer answer = m_office.api->get(path + "/history", m_office.counter());
    QVERIFY2(answer.status == 200, answer.body);
    QHash<QString, QJsonObject> events;
    for (const QJsonValue &event : answer.data().value(QLatin1String("events")).toArray())
        events.insert(text(event.toObject(), "type"), event.toObject());
    QCOMPARE(text(events.value(QStringLiteral("order.created")), "actor_name"), QStringLiteral("guest"));
    QVERIFY(events.value(QStringLiteral("order.created")).value(QLatin1String("dishes")).toArray().isEmpty());
    QCOMPARE(text(events.value(QStringLiteral("order.status")), "actor_name"), QStringLiteral("Test Kitchen kitchen"));
    QCOMPARE(events.value(QStringLiteral("order.lines")).value(QLatin1String("dishes")).toArray(),
             QJsonArray{QStringLiteral("Soup")});
    // The business's own token gave the money back, and that was the last of the two.
    QCOMPARE(text(events.value(QStringLiteral("order.payment")), "actor_name"), QStringLiteral("Test Kitchen"));

    const QJsonObject painted = answer.data().value(QLatin1String("painted")).toArray().first().toObject();
    QCOMPARE(text(painted, "viewer_name"), QStringLiteral("Test Kitchen kitchen"));
    QCOMPARE(text(painted, "station_name"),
             m_office.text(QStringLiteral("SELECT name FROM stations WHERE station_id = ?"), {hot}));

    const QJsonArray payments = answer.data().value(QLatin1String("payments")).toArray();
    QCOMPARE(payments.size(), 2);
    QCOMPARE(text(payments[0].toObject(), "what"), QStringLiteral("taken"));
    QCOMPARE(text(payments[0].toObject(), "method"), QStringLiteral("cash"));
    QCOMPARE(text(payments[0].toObject(), "actor_name"), QStringLiteral("Test Kitchen counter"));
    QCOMPARE(payments[0].toObject().value(QLatin1String("amount")).toDouble(), 12.95);
    QCOMPARE(text(payments[1].toObject(), "what"), QStringLiteral("refunded"));
    QCOMPARE(payments[1].toObject().value(QLatin1String("amount")).toDouble(), 2.95);
    QCOMPARE(text(payments[1].toObject(), "actor_name"), QStringLiteral("Test Kitchen"));

    const QJsonArray prints = answer.data().value(QLatin1String("prints")).toArray();
    QCOMPARE(prints.size(), 2);
    QCOMPARE(text(prints[0].toObject(), "kind"), QStringLiteral("receipt"));
    QCOMPARE(text(prints[0].toObject(), "printer_name"), QStringLiteral("Till printer"));
    QCOMPARE(prints[0].toObject().value(QLatin1String("reprint")).toBool(true), false);
    QCOMPARE(prints[1].toObject().value(QLatin1String("reprint")).toBool(false), true);
}

QTEST_GUILESS_MAIN(GuestsApiTest)
#include "guestsapitest.moc"

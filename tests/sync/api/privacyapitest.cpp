// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a role need not see is not sent: everything that a kitchen terminal and a courier can get over a day of orders,
// by answers and by messages, is searched for the guests' phones, addresses and family names.
#include "models/hub/journalstore.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/liveclient.h"
#include "tests/support/testsite.h"

#include <QJsonArray>
#include <QTest>

#include <optional>

using namespace oshaq;
using namespace oshaq::test;

class PrivacyApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayShowsNobodyWhatTheyNeedNotSee();

private:
    /// What must stay hidden of one guest.
    struct Person
    {
        QString phone; ///< ten digits
        QString street;
        QString familyName;
        qint64 orderId = 0;
    };
    /// Everything that one token got.
    struct Dump
    {
        QByteArray name;
        QByteArray token;
        QList<QByteArray> texts;
    };
    struct Finds
    {
        int needed = 0; ///< with a delivery that is on its way
        int notNeeded = 0;
        QStringList places;
    };

    std::optional<WireAnswer> call(Dump &dump, const QByteArray &method, const QByteArray &target,
                                   const QByteArray &body = {});
    qint64 place(int index);
    void readAll(Dump &dump);
    bool write(const QString &sql, const QVariantList &values);
    Finds find(const Dump &dump, bool isCourier) const;
    void findIn(const QJsonValue &value, const QJsonObject &order, bool isCourier, Finds *finds) const;

    std::unique_ptr<TestSite> m_site;
    QList<Person> m_people;
    QByteArrayList m_reads; ///< of the document: "courier GET /api/v1/business/orders"
};

std::optional<WireAnswer> PrivacyApiTest::call(Dump &dump, const QByteArray &method, const QByteArray &target,
                                               const QByteArray &body)
{
    BlockingHttp http(m_site->port(), dump.token);
    auto answer = http.request(method, target, body);
    if (answer)
        dump.texts.append(answer->body);
    return answer;
}

bool PrivacyApiTest::write(const QString &sql, const QVariantList &values)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = m_site->business().id;
    command.requestId = QStringLiteral("test");
    command.run = [sql, values](WriteContext &context) -> Result<WriteOutcome> {
        if (auto done = context.database.run(sql, values); !done)
            return done.error();
        return WriteOutcome();
    };
    return bool(m_site->hub().writer().submitAndWait(std::move(command)));
}

/// Pickup, dine-in and delivery in turn; every fourth pickup is typed in by the counter.
qint64 PrivacyApiTest::place(int index)
{
    const TestBusiness &business = m_site->business();
    Person person;
    person.phone = QStringLiteral("70177%1").arg(index, 5, 10, QLatin1Char('0'));
    person.street = QStringLiteral("Kabanbaistreet%1").arg(index, 4, 10, QLatin1Char('0'));
    person.familyName = QStringLiteral("Serikovfamily%1").arg(index, 4, 10, QLatin1Char('0'));
    const QString name = QStringLiteral("Dana ") + person.familyName;
    const QString phone = QStringLiteral("+7") + person.phone;
    const QByteArray items =
        ",\"items\":[{\"item_id\":" + QByteArray::number(business.item("Soup")) + ",\"quantity\":1}]}";
    Dump nobody;
    std::optional<WireAnswer> answer;
    if (index % 12 == 0) {
        nobody.token = business.terminalTokens.at(Role::Counter);
        answer = call(nobody, "POST", "/api/v1/business/orders",
                      "{\"fulfilment\":\"pickup\",\"guest_name\":\"" + name.toUtf8() + "\",\"guest_phone\":\"" +
                          phone.toUtf8() + '"' + items);
    } else {
        nobody.token = m_site->addGuest(business, name, phone);
        QByteArray body = "{\"fulfilment\":\"pickup\"";
        if (index % 3 == 1)
            body = "{\"fulfilment\":\"dine_in\",\"table\":\"7\"";
        if (index % 3 == 2) {
            write(QStringLiteral("INSERT INTO user_addresses (business_id, user_id, address, created_at)"
                                 " SELECT business_id, user_id, oshaq_seal('user_addresses.address', ?), 1 FROM users"
                                 " WHERE oshaq_open('users.phone', phone) LIKE '%' || ?"),
                  {person.street + QStringLiteral(", 12"), person.phone});
            const auto reader = m_site->hub().openReader();
            auto row = (*reader)->query(QStringLiteral("SELECT max(address_id) FROM user_addresses"));
            if (!row || !row->next())
                return 0;
            body = "{\"fulfilment\":\"delivery\",\"address_id\":" + QByteArray::number(row->integer(0));
        }
        answer = call(nobody, "POST", "/api/v1/user/orders/create", body + items);
    }
    if (!answer || answer->status != 201) {
        qWarning().noquote() << (answer ? answer->body : QByteArray("no answer"));
        return 0;
    }
    person.orderId =
        QJsonDocument::fromJson(answer->body)[QLatin1String("data")][QLatin1String("order_id")].toInteger();
    m_people.append(person);
    return person.orderId;
}

/// Every GET that the document allows the role, both versions, with and without filters, and of single orders.
void PrivacyApiTest::readAll(Dump &dump)
{
    int read = 0;
    for (const int version : {1, 2}) {
        BlockingHttp http(m_site->port());
        const auto document = http.get("/openapi.json?version=" + QByteArray::number(version));
        QVERIFY(document && document->status == 200);
        const QJsonObject paths =
            QJsonDocument::fromJson(document->body).object().value(QLatin1String("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonArray roles = path.value()[QLatin1String("get")][QLatin1String("x-roles")].toArray();
            if (!roles.contains(QString::fromLatin1(dump.name)) && !roles.contains(QStringLiteral("everybody")))
                continue;
            QList<QByteArray> targets{path.key().toUtf8()};
            if (path.key().contains(QLatin1String("/orders/{id}"))) {
                targets.clear();
                for (const Person &person : m_people)
                    targets.append(
                        QString(path.key()).replace(QLatin1String("{id}"), QString::number(person.orderId)).toUtf8());
            } else if (path.key().endsWith(QLatin1String("/business/orders"))) {
                for (const char *query : {"?limit=200", "?status=4,5", "?status=6,7&limit=200", "?q=Dana"})
                    targets.append(path.key().toUtf8() + query);
            } else if (path.key().endsWith(QLatin1String("/changes"))) {
                const auto snapshot =
                    http.request("GET", "/api/v1/business/snapshot", {}, {{"Authorization", "Bearer " + dump.token}});
                QVERIFY(snapshot && snapshot->status == 200);
                const QByteArray cursor =
                    QJsonDocument::fromJson(snapshot->body)[QLatin1String("data")][QLatin1String("cursor")]
                        .toString()
                        .toLatin1();
                targets = {path.key().toUtf8() + "?since=" + cursor.left(cursor.lastIndexOf('.')) + ".0&limit=1000"};
            }
            for (QByteArray target : targets) {
                target.replace("{id}", "1");
                const auto answer = call(dump, "GET", target);
                QVERIFY(answer && answer->status != 403);
                read += answer->status == 200 ? 1 : 0;
            }
        }
    }
    QVERIFY(read > 20);
}

void PrivacyApiTest::findIn(const QJsonValue &value, const QJsonObject &order, bool isCourier, Finds *finds) const
{
    if (value.isArray()) {
        for (const QJsonValue &one : value.toArray())
            findIn(one, order, isCourier, finds);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const bool isOrder = object.contains(QLatin1String("fulfilment"));
        for (const QJsonValue &one : object)
            findIn(one, isOrder ? object : order, isCourier, finds);
    } else if (value.isString()) {
        const QString text = value.toString();
        for (const Person &person : m_people) {
            if (!text.contains(person.phone) && !text.contains(person.street) && !text.contains(person.familyName))
                continue;
            const int status = order.value(QLatin1String("status"))[QLatin1String("status")].toInt();
            const bool isNeeded = isCourier && (status == 4 || status == 5) &&
                                  order.value(QLatin1String("order_id")).toInteger() == person.orderId &&
                                  order.value(QLatin1String("fulfilment")).toString() == QLatin1String("delivery");
            ++(isNeeded ? finds->needed : finds->notNeeded);
            if (!isNeeded)
                finds->places.append(text + QStringLiteral(" in order %1 at %2")
                                                .arg(order.value(QLatin1String("order_id")).toInteger())
                                                .arg(status));
        }
    }
}

PrivacyApiTest::Finds PrivacyApiTest::find(const Dump &dump, bool isCourier) const
{
    Finds finds;
    for (const QByteArray &text : dump.texts) {
        const QJsonDocument json = QJsonDocument::fromJson(text);
        if (!json.isNull())
            findIn(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), {}, isCourier, &finds);
        else
            findIn(QString::fromUtf8(text), {}, isCourier, &finds);
    }
    return finds;
}

void PrivacyApiTest::aDayShowsNobodyWhatTheyNeedNotSee()
{
    TestSiteOptions options;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    const TestBusiness &business = m_site->business();
    Dump kitchen{"kitchen", business.terminalTokens.at(Role::Kitchen), {}};
    Dump courier{"courier", business.terminalTokens.at(Role::Courier), {}};
    Dump counter{"counter", business.terminalTokens.at(Role::Counter), {}};
    LiveClient kitchenLive(m_site->port(), kitchen.token);
    LiveClient courierLive(m_site->port(), courier.token);
    QVERIFY(kitchenLive.waitForHello() && courierLive.waitForHello());

    // Each order goes as far as its index says, so that there are some at every status when everything is read.
    const QByteArrayList reached{"2", "3", "4", "5", "6"};
    for (int i = 0; i < 96; ++i) {
        const qint64 id = place(i);
        QVERIFY(id > 0);
        const bool isDelivery = i % 3 == 2;
        const QByteArray target = "/api/v1/business/orders/" + QByteArray::number(id) + "/status";
        for (int step = 0; step < i % 6; ++step) {
            if (reached[step] == "5" && !isDelivery)
                continue;
            Dump &who = step < 3 ? kitchen : isDelivery ? courier : kitchen;
            const auto done = call(who, "PATCH", target, "{\"status\":" + reached[step] + '}');
            QVERIFY2(done && done->status == 200, done ? done->body : QByteArray());
        }
        if (i % 24 == 7)
            call(counter, "PATCH", target, "{\"status\":7,\"reason\":\"The guest left\"}");
        if (i % 32 == 31) {
            readAll(kitchen);
            readAll(courier);
        }
    }
    readAll(counter);
    const auto reader = m_site->hub().openReader();
    QVERIFY(reader);
    const qint64 last = *journalstore::lastSeq(**reader, business.id);
    for (LiveClient *live : {&kitchenLive, &courierLive})
        QVERIFY(QTest::qWaitFor([&] {
            return !live->changes.isEmpty() && live->changes.last().value(QLatin1String("seq")).toInteger() >= last;
        }));
    QVERIFY(kitchenLive.changes.size() > 200);
    for (const QByteArray &message : kitchenLive.raw.split('\n'))
        kitchen.texts.append(message);
    for (const QByteArray &message : courierLive.raw.split('\n'))
        courier.texts.append(message);

    const Finds inKitchen = find(kitchen, false);
    const Finds withCourier = find(courier, true);
    const Finds atCounter = find(counter, false);
    for (const QString &place : (inKitchen.places + withCourier.places).mid(0, 20))
        qWarning().noquote() << place;
    qInfo(
        "kitchen: %d answers and messages, %d finds; courier: %d, %d finds that the way needs, %d others; counter: %d",
        int(kitchen.texts.size()), inKitchen.notNeeded, int(courier.texts.size()), withCourier.needed,
        withCourier.notNeeded, atCounter.notNeeded);
    QCOMPARE(inKitchen.notNeeded, 0);
    QCOMPARE(withCourier.notNeeded, 0);
    // The search does find what is there.
    QVERIFY(withCourier.needed > 0);
    QVERIFY(atCounter.notNeeded > 100);
}

QTEST_GUILESS_MAIN(PrivacyApiTest)
#include "privacyapitest.moc"

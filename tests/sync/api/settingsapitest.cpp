// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/flagservice.h"
#include "tests/sync/api/officefixture.h"

using namespace oshaq;
using namespace oshaq::test;

/// Settings and feature flags: typed, versioned, journalled.
class SettingsApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site"); }
    void cleanup() { m_office.stop(); }
    void startsWithTheDefaults();
    void changesOnlyWhatIsNamed();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void staleVersionsAreRefused();
    void someAreTheOwners();
    void amountsInBothVersions();
    void newOrdersAreAcceptedAtOnce();
    void businessesHaveTheirOwn();
    void flagsHaveOwnersAndExpire();
    void refusesFlags_data();
    void refusesFlags();

private:
    ApiAnswer get(const QByteArray &token = {})
    {
        return m_office.api->get("/api/v1/admin/settings", token.isEmpty() ? m_office.owner() : token);
    }
    qint64 version() { return get().data().value(QLatin1String("version")).toInteger(); }
    ApiAnswer put(const QByteArray &settings, const QByteArray &token = {}, qint64 seen = -1)
    {
        return m_office.api->call("PUT", "/api/v1/admin/settings", token.isEmpty() ? m_office.owner() : token,
                                  "{\"version\":" + QByteArray::number(seen < 0 ? version() : seen) +
                                      ",\"settings\":" + settings + "}");
    }
    static QJsonObject values(const ApiAnswer &answer)
    {
        return answer.data().value(QLatin1String("settings")).toObject();
    }
    ApiAnswer putFlag(const QByteArray &members, const QByteArray &token = {})
    {
        return m_office.api->call("PUT", "/api/v1/admin/flags", token.isEmpty() ? m_office.owner() : token,
                                  "{\"flags\":[{" + members + "}]}");
    }

    OfficeSite m_office;
};

void SettingsApiTest::startsWithTheDefaults()
{
    const auto answer = get(m_office.manager());
    QVERIFY2(answer.status == 200, answer.body);
    const QJsonObject settings = values(answer);
    QCOMPARE(settings.value(QLatin1String("orders.auto_accept")).toBool(true), false);
    QCOMPARE(settings.value(QLatin1String("orders.retention_years")).toInt(), 5);
    QCOMPARE(settings.value(QLatin1String("business.name")).toString(), QStringLiteral("Test Kitchen"));
    QCOMPARE(settings.value(QLatin1String("business.time_zone")).toString(), QStringLiteral("Asia/Almaty"));
    QCOMPARE(settings.value(QLatin1String("business.day_start_minutes")).toInt(), 240);
    QCOMPARE(answer.data().value(QLatin1String("rules")).toArray().size(), settings.size());
    QCOMPARE(answer.header("ETag"), '"' + QByteArray::number(version()) + '"');
    QCOMPARE(get(m_office.counter()).verdict(), QByteArray("403 FORBIDDEN"));
}

void SettingsApiTest::changesOnlyWhatIsNamed()
{
    const qint64 before = version();
    const auto answer = put("{\"orders.auto_accept\":true,\"business.name\":\"Ошақ\",\"orders.delivery_cost\":700.5}");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(values(answer).value(QLatin1String("orders.auto_accept")).toBool(), true);
    QCOMPARE(values(answer).value(QLatin1String("business.name")).toString(), QStringLiteral("Ошақ"));
    QCOMPARE(values(answer).value(QLatin1String("orders.delivery_cost")).toDouble(), 700.5);
    QCOMPARE(values(answer).value(QLatin1String("orders.retention_years")).toInt(), 5);
    QVERIFY(version() > before);
    QCOMPARE(m_office.number(QStringLiteral("SELECT delivery_cost FROM businesses")), 70050);
    // The journal names the keys and holds no text that a person typed.
    const QString payload =
        m_office.text(QStringLiteral("SELECT payload FROM journal WHERE type = 'business.settings'"));
    QVERIFY2(payload.contains(QLatin1String("orders.auto_accept")) && payload.contains(QLatin1String("70050")) &&
                 !payload.contains(QStringLiteral("Ошақ")),
             qPrintable(payload));
    // The same values again write nothing.
    const qint64 rows = m_office.site->rowCount("journal");
    const qint64 now = version();
    QCOMPARE(put("{\"orders.auto_accept\":true}").status, 200);
    QCOMPARE(m_office.site->rowCount("journal"), rows);
    QCOMPARE(version(), now);
}

void SettingsApiTest::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::newRow("unknown") << QByteArray("{\"orders.no_such\":true}");
    QTest::newRow("a word for a yes") << QByteArray("{\"orders.auto_accept\":\"true\"}");
    QTest::newRow("too few years") << QByteArray("{\"orders.retention_years\":0}");
    QTest::newRow("too many years") << QByteArray("{\"orders.retention_years\":51}");
    QTest::newRow("half a year") << QByteArray("{\"orders.retention_years\":5.5}");
    QTest::newRow("no zone") << QByteArray("{\"business.time_zone\":\"Mars/Base\"}");
    QTest::newRow("no name") << QByteArray("{\"business.name\":\" \"}");
    QTest::newRow("a day of 25 hours") << QByteArray("{\"business.day_start_minutes\":1440}");
    QTest::newRow("below nothing") << QByteArray("{\"orders.delivery_cost\":-1}");
    QTest::newRow("too fine an amount") << QByteArray("{\"orders.delivery_cost\":1.005}");
    QTest::newRow("one of two is wrong") << QByteArray("{\"orders.auto_accept\":true,\"business.time_zone\":\"x\"}");
}

void SettingsApiTest::refusesWhatDoesNotFit()
{
    QFETCH(QByteArray, settings);
    const auto before = m_office.site->allRowCounts();
    const auto answer = put(settings);
    QVERIFY2(answer.status == 422, answer.body);
    QVERIFY(m_office.site->allRowCounts() == before);
    QCOMPARE(values(get()).value(QLatin1String("orders.auto_accept")).toBool(), false);
}

void SettingsApiTest::staleVersionsAreRefused()
{
    const qint64 seen = version();
    QCOMPARE(put("{\"orders.auto_accept\":true}").status, 200);
    QCOMPARE(put("{\"orders.auto_accept\":false}", {}, seen).verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(
        m_office.api
            ->call("PUT", "/api/v1/admin/settings", m_office.owner(), "{\"settings\":{\"orders.auto_accept\":false}}")
            .verdict(),
        QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(m_office.api
                 ->call("PUT", "/api/v1/admin/settings", m_office.owner(),
                        "{\"settings\":{\"orders.auto_accept\":false}}",
                        {{"if-match", '"' + QByteArray::number(version()) + '"'}})
                 .status,
             200);
}

void SettingsApiTest::someAreTheOwners()
{
    QCOMPARE(put("{\"orders.auto_accept\":true}", m_office.manager()).status, 200);
    QCOMPARE(put("{\"orders.retention_years\":1}", m_office.manager()).verdict(), QByteArray("403 FORBIDDEN"));
    QCOMPARE(put("{\"orders.auto_accept\":false,\"business.time_zone\":\"Asia/Aqtau\"}", m_office.manager()).verdict(),
             QByteArray("403 FORBIDDEN"));
    // All or nothing.
    QCOMPARE(values(get()).value(QLatin1String("orders.auto_accept")).toBool(), true);
    QCOMPARE(put("{\"orders.retention_years\":7}").status, 200);
    // Saying what it is already is no change.
    QCOMPARE(put("{\"orders.retention_years\":7}", m_office.manager()).status, 200);
}

void SettingsApiTest::amountsInBothVersions()
{
    const auto answer =
        m_office.api->call("PUT", "/api/v2/admin/settings", m_office.owner(),
                           "{\"version\":" + QByteArray::number(version()) +
                               ",\"settings\":{\"orders.delivery_cost\":{\"amount\":12345,\"currency\":\"KZT\"}}}");
    QVERIFY2(answer.status == 200, answer.body);
    QVERIFY2(answer.body.contains("\"orders.delivery_cost\":{\"amount\":12345,\"currency\":\"KZT\"}"), answer.body);
    QCOMPARE(values(get()).value(QLatin1String("orders.delivery_cost")).toDouble(), 123.45);
}

void SettingsApiTest::newOrdersAreAcceptedAtOnce()
{
    const auto place = [this] {
        return m_office.api->call("POST", "/api/v1/user/orders/create", m_office.business().guestToken,
                                  pickupBody(m_office.business().item("Soup")));
    };
    const auto statusOf = [](const ApiAnswer &answer) {
        return answer.data().value(QLatin1String("status")).toObject().value(QLatin1String("status")).toInt();
    };
    QCOMPARE(statusOf(place()), 1);
    QCOMPARE(put("{\"orders.auto_accept\":true}").status, 200);
    QCOMPARE(statusOf(place()), 2);
    QCOMPARE(put("{\"orders.auto_accept\":false}").status, 200);
    QCOMPARE(statusOf(place()), 1);
}

void SettingsApiTest::businessesHaveTheirOwn()
{
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(put("{\"orders.auto_accept\":true}").status, 200);
    QCOMPARE(
        putFlag("\"name\":\"x\",\"enabled\":true,\"owner\":\"Kitchen\",\"expires_at\":\"2026-02-01T00:00:00Z\"").status,
        200);
    QCOMPARE(values(get(other->token)).value(QLatin1String("orders.auto_accept")).toBool(), false);
    QCOMPARE(
        m_office.api->get("/api/v1/admin/flags", other->token).data().value(QLatin1String("flags")).toArray().size(),
        0);
}

void SettingsApiTest::flagsHaveOwnersAndExpire()
{
    const QByteArray flag = "\"name\":\"kitchen.new_layout\",\"owner\":\"Kitchen team\","
                            "\"expires_at\":\"2026-02-01T00:00:00Z\",\"description\":\"Wider tickets\"";
    const auto made = putFlag(flag + ",\"enabled\":true");
    QVERIFY2(made.status == 200, made.body);
    const auto only = [](const ApiAnswer &answer) {
        return answer.data().value(QLatin1String("flags")).toArray().first().toObject();
    };
    QCOMPARE(only(made).value(QLatin1String("on")).toBool(), true);
    QCOMPARE(only(made).value(QLatin1String("version")).toInt(), 1);
    QCOMPARE(only(made).value(QLatin1String("owner")).toString(), QStringLiteral("Kitchen team"));
    // Without its version it would be a new flag of a name that is taken.
    QCOMPARE(putFlag(flag + ",\"enabled\":false").verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(putFlag(flag + ",\"enabled\":false,\"version\":2").verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(only(putFlag(flag + ",\"enabled\":true,\"version\":1")).value(QLatin1String("version")).toInt(), 2);
    QCOMPARE(m_office.number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'business.flags'")), 2);

    const auto reader = m_office.site->hub().openReader();
    QVERIFY(reader);
    const QString name = QStringLiteral("kitchen.new_layout");
    const qint64 businessId = m_office.business().id;
    QVERIFY(*flagreads::isOn(**reader, businessId, name, m_office.clock.nowMs()));
    m_office.clock.advance(qint64{30} * 24 * 60 * 60 * 1000);
    QVERIFY(!*flagreads::isOn(**reader, businessId, name, m_office.clock.nowMs()));
    const auto expired = m_office.api->get("/api/v1/admin/flags", m_office.manager());
    QCOMPARE(only(expired).value(QLatin1String("enabled")).toBool(), true);
    QCOMPARE(only(expired).value(QLatin1String("on")).toBool(), false);
}

void SettingsApiTest::refusesFlags_data()
{
    QTest::addColumn<QByteArray>("members");
    const QByteArray rest = "\"enabled\":true,\"owner\":\"Kitchen\",";
    const QByteArray soon = "\"expires_at\":\"2026-02-01T00:00:00Z\"";
    QTest::newRow("a name with a space") << "\"name\":\"a b\"," + rest + soon;
    QTest::newRow("a name in capitals") << "\"name\":\"Kitchen\"," + rest + soon;
    QTest::newRow("nobody's") << "\"name\":\"a\",\"enabled\":true,\"owner\":\" \"," + soon;
    QTest::newRow("without end") << "\"name\":\"a\"," + rest + "\"description\":\"x\"";
    QTest::newRow("over already") << "\"name\":\"a\"," + rest + "\"expires_at\":\"2026-01-01T00:00:00Z\"";
    QTest::newRow("for ever") << "\"name\":\"a\"," + rest + "\"expires_at\":\"2036-01-01T00:00:00Z\"";
}

void SettingsApiTest::refusesFlags()
{
    QFETCH(QByteArray, members);
    const auto answer = putFlag(members);
    QVERIFY2(answer.status == 422, answer.body);
    QCOMPARE(m_office.site->rowCount("feature_flags"), 0);
}

QTEST_GUILESS_MAIN(SettingsApiTest)
#include "settingsapitest.moc"

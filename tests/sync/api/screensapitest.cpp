// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timetext.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/fakeclock.h"
#include "tests/support/liveclient.h"
#include "tests/support/testsite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What screens say of themselves, who hears it, and which programs are let in; over real sockets, on the test's time.
class ScreensApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aReportIsInTheList();
    void refusesNonsense();
    void onlyScreensReport();
    void writesOnceAMinute();
    void comesBackFromTheDatabase();
    void allScreensHearWhenOneFalls();
    void guestsHearNothing();
    void aRemovedScreenIsOutAtOnce();
    void aWrongClockIsSeen();
    void anOldProgramIsToldSo();

private:
    struct Reply
    {
        int status = 0;
        QJsonObject json;
        QByteArray hubVersion;
        QJsonObject data() const { return json.value(QLatin1String("data")).toObject(); }
        QString code() const
        {
            return json.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString();
        }
    };
    Reply ask(const QByteArray &method, const QByteArray &path, const QByteArray &token, const QByteArray &body = {},
              const QByteArray &version = {})
    {
        BlockingHttp http(m_site->port(), token);
        QList<QPair<QByteArray, QByteArray>> headers;
        if (!version.isEmpty())
            headers.append({"Oshaq-Version", version});
        const auto answer = http.request(method, path, body, headers);
        return answer ? Reply{answer->status, QJsonDocument::fromJson(answer->body).object(),
                              answer->header("oshaq-version")}
                      : Reply{};
    }
    Reply report(Role role, const QByteArray &body = R"({"version":"0.1.0"})")
    {
        return ask("POST", "/api/v1/business/terminals/report", token(role), body);
    }
    /// The row of a terminal in the list.
    QJsonObject row(Role role)
    {
        const QJsonArray list = ask("GET", "/api/v1/business/terminals", m_site->business().token)
                                    .json.value(QLatin1String("data"))
                                    .toArray();
        for (const QJsonValue &one : list) {
            if (one.toObject().value(QLatin1String("terminal_id")).toInteger() == id(role))
                return one.toObject();
        }
        return {};
    }
    QJsonValue screen(Role role) { return row(role).value(QLatin1String("screen")); }
    QString stateOf(Role role) { return screen(role).toObject().value(QLatin1String("state")).toString(); }
    QByteArray token(Role role) const { return m_site->business().terminalTokens.at(role); }
    qint64 id(Role role) const { return m_site->business().terminalIds.at(role); }
    qint64 writtenSeen(Role role) const
    {
        const auto reader = m_site->hub().openReader();
        auto rows =
            (*reader)->query(QStringLiteral("SELECT last_seen_at FROM terminals WHERE terminal_id = ?"), {id(role)});
        return rows && rows->next() ? rows->integer(0) : -1;
    }
    /// How many heartbeats told of screens, and what the last of them said.
    static QList<QJsonArray> told(const LiveClient &client)
    {
        QList<QJsonArray> lists;
        for (const QJsonObject &heartbeat : client.heartbeats) {
            if (heartbeat.contains(QLatin1String("screens")))
                lists.append(heartbeat.value(QLatin1String("screens")).toArray());
        }
        return lists;
    }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
};

void ScreensApiTest::init()
{
    m_clock.setWallMs(FakeClock::startMs);
    TestSiteOptions options;
    options.liveTickMs = 50;
    options.clock = &m_clock;
    options.configure = [](ApiOptions &api) { api.version = QStringLiteral("0.3.0"); };
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

void ScreensApiTest::cleanup()
{
    m_site.reset();
}

void ScreensApiTest::aReportIsInTheList()
{
    QVERIFY(screen(Role::Kitchen).isNull());
    const Reply noted =
        report(Role::Kitchen, R"({"version":"0.1.0","pending":3,"parked":1,"painted_p95_ms":84,"oldest_unpainted_ms":0,
            "lag_ms":1200,"clock_offset_ms":15,"page":"kitchen","station_id":1})");
    QCOMPARE(noted.status, 200);
    QCOMPARE(noted.data().value(QLatin1String("terminal_id")).toInteger(), id(Role::Kitchen));
    QCOMPARE(fromIso(noted.data().value(QLatin1String("hub_time")).toString()), std::optional(m_clock.nowMs()));
    const QJsonObject said = screen(Role::Kitchen).toObject();
    QCOMPARE(said.value(QLatin1String("state")).toString(), QStringLiteral("live"));
    QCOMPARE(said.value(QLatin1String("pending")).toInt(), 3);
    QCOMPARE(said.value(QLatin1String("parked")).toInt(), 1);
    QCOMPARE(said.value(QLatin1String("painted_p95_ms")).toInt(), 84);
    QCOMPARE(said.value(QLatin1String("lag_ms")).toInt(), 1200);
    QCOMPARE(said.value(QLatin1String("clock_offset_ms")).toInt(), 15);
    QCOMPARE(said.value(QLatin1String("page")).toString(), QStringLiteral("kitchen"));
    QCOMPARE(said.value(QLatin1String("station_id")).toInt(), 1);
    QCOMPARE(said.value(QLatin1String("version")).toString(), QStringLiteral("0.1.0"));
    QCOMPARE(said.value(QLatin1String("address")).toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(screen(Role::Counter).isNull());
    QCOMPARE(report(Role::Kitchen, R"({"version":"0.1.0","lag_ms":20000})").status, 200);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("stale"));
    QCOMPARE(report(Role::Kitchen).status, 200);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("live"));
    QCOMPARE(report(Role::Kitchen, R"({"version":"0.1.0","oldest_unpainted_ms":20000})").status, 200);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("stale"));
    QCOMPARE(report(Role::Kitchen).status, 200);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("live"));
    m_clock.advance(35'000);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("away"));
}

void ScreensApiTest::refusesNonsense()
{
    for (const QByteArray &body :
         {QByteArray("{}"), QByteArray(R"({"version":7})"), QByteArray(R"({"version":"0.1.0","pending":-1})"),
          QByteArray(R"({"version":"0.1.0","lag_ms":"much"})"), QByteArray(R"({"version":"0.1.0","clock_ms":"noon"})"),
          QByteArray(R"({"version":"0.1.0","who":"me"})")}) {
        const Reply refused = report(Role::Kitchen, body);
        QVERIFY2(refused.status == 422, body);
    }
    QVERIFY(screen(Role::Kitchen).isNull());
}

void ScreensApiTest::onlyScreensReport()
{
    const QByteArray path = "/api/v1/business/terminals/report";
    QCOMPARE(ask("POST", path, m_site->business().token, R"({"version":"0.1.0"})").status, 403);
    QCOMPARE(ask("POST", path, m_site->business().guestToken, R"({"version":"0.1.0"})").status, 403);
    QCOMPARE(ask("POST", path, {}, R"({"version":"0.1.0"})").status, 401);
}

void ScreensApiTest::writesOnceAMinute()
{
    const qint64 start = m_clock.nowMs();
    const qint64 journal = m_site->rowCount("journal");
    QCOMPARE(report(Role::Kitchen).status, 200);
    QCOMPARE(writtenSeen(Role::Kitchen), start);
    for (int i = 1; i < 6; ++i) {
        m_clock.advance(10'000);
        QCOMPARE(report(Role::Kitchen).status, 200);
        QCOMPARE(writtenSeen(Role::Kitchen), start);
    }
    m_clock.advance(10'000);
    QCOMPARE(report(Role::Kitchen).status, 200);
    QCOMPARE(writtenSeen(Role::Kitchen), start + 60'000);
    QCOMPARE(m_site->rowCount("journal"), journal);
    QCOMPARE(row(Role::Kitchen).value(QLatin1String("version")).toInt(), 1);
}

void ScreensApiTest::comesBackFromTheDatabase()
{
    QCOMPARE(report(Role::Kitchen).status, 200);
    const qint64 seenAt = m_clock.nowMs();
    m_site->stopServer();
    m_clock.advance(10'000);
    QVERIFY(m_site->startServer());
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("live"));
    m_clock.advance(35'000);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("away"));
    QCOMPARE(fromIso(screen(Role::Kitchen).toObject().value(QLatin1String("last_seen_at")).toString()),
             std::optional(seenAt));
}

void ScreensApiTest::allScreensHearWhenOneFalls()
{
    QCOMPARE(report(Role::Kitchen).status, 200);
    LiveClient counter(m_site->port(), token(Role::Counter));
    QVERIFY(counter.waitForHello());
    QTRY_COMPARE(told(counter).size(), 1);
    QJsonObject grill = told(counter).last().first().toObject();
    QCOMPARE(grill.value(QLatin1String("terminal_id")).toInteger(), id(Role::Kitchen));
    QCOMPARE(grill.value(QLatin1String("state")).toString(), QStringLiteral("live"));
    QVERIFY(!grill.contains(QLatin1String("address")));
    // What is as before is not said again.
    m_clock.advance(10'000);
    QCOMPARE(report(Role::Kitchen, R"({"version":"0.1.0","painted_p95_ms":99,"lag_ms":3000})").status, 200);
    m_clock.advance(2'000);
    const qsizetype beats = counter.heartbeats.size();
    QTRY_VERIFY(counter.heartbeats.size() > beats + 3);
    QCOMPARE(told(counter).size(), 1);
    // It falls silent.
    m_clock.advance(35'000);
    QTRY_COMPARE(told(counter).size(), 2);
    grill = told(counter).last().first().toObject();
    QCOMPARE(grill.value(QLatin1String("state")).toString(), QStringLiteral("away"));
    // Whoever comes now hears it at once.
    LiveClient manager(m_site->port(), token(Role::Manager));
    QTRY_COMPARE(told(manager).size(), 1);
    QCOMPARE(told(manager).last(), told(counter).last());
    // And it is back.
    QCOMPARE(report(Role::Kitchen).status, 200);
    m_clock.advance(2'000);
    QTRY_COMPARE(told(counter).size(), 3);
    QCOMPARE(told(counter).last().first().toObject().value(QLatin1String("state")).toString(), QStringLiteral("live"));
}

void ScreensApiTest::guestsHearNothing()
{
    QCOMPARE(report(Role::Kitchen).status, 200);
    LiveClient guest(m_site->port(), m_site->business().guestToken, "/api/v1/user/live");
    QVERIFY(guest.waitForHello());
    QTRY_VERIFY(guest.heartbeats.size() > 3);
    QVERIFY(told(guest).isEmpty());
}

void ScreensApiTest::aRemovedScreenIsOutAtOnce()
{
    QCOMPARE(report(Role::Kitchen).status, 200);
    LiveClient kitchen(m_site->port(), token(Role::Kitchen));
    LiveClient counter(m_site->port(), token(Role::Counter));
    QVERIFY(kitchen.waitForHello());
    QTRY_COMPARE(told(counter).size(), 1);
    const QByteArray path = "/api/v1/business/terminals/" + QByteArray::number(id(Role::Kitchen));
    QCOMPARE(ask("DELETE", path, m_site->business().token).status, 200);
    QTRY_COMPARE(kitchen.socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(kitchen.socket().closeCode()), 4401);
    QCOMPARE(report(Role::Kitchen).status, 401);
    QCOMPARE(ask("GET", "/api/v1/business/snapshot", token(Role::Kitchen)).status, 401);
    // The others lose sight of it, and nobody is told that it is away.
    m_clock.advance(2'000);
    QTRY_COMPARE(told(counter).size(), 2);
    QVERIFY(told(counter).last().isEmpty());
}

void ScreensApiTest::aWrongClockIsSeen()
{
    const auto say = [&](qint64 clockMs, const QByteArray &estimate) {
        return report(Role::Kitchen, R"({"version":"0.1.0","clock_ms":)" + QByteArray::number(clockMs) +
                                         (estimate.isEmpty() ? QByteArray() : ",\"clock_offset_ms\":" + estimate) + '}')
            .status;
    };
    const auto offset = [&] {
        return screen(Role::Kitchen).toObject().value(QLatin1String("clock_offset_ms")).toInteger();
    };
    constexpr qint64 hours3 = 3LL * 3600 * 1000;
    QCOMPARE(say(m_clock.nowMs() + hours3, QByteArray::number(hours3)), 200);
    QCOMPARE(offset(), hours3);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("skewed"));
    // It is put right, and back by three hours; whatever it believes itself.
    QCOMPARE(say(m_clock.nowMs(), {}), 200);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("live"));
    QCOMPARE(say(m_clock.nowMs() - hours3, "5"), 200);
    QCOMPARE(offset(), -hours3);
    QCOMPARE(stateOf(Role::Kitchen), QStringLiteral("skewed"));
    // A clock without a battery.
    QCOMPARE(say(1'000, {}), 200);
    QCOMPARE(offset(), 1'000 - m_clock.nowMs());
}

void ScreensApiTest::anOldProgramIsToldSo()
{
    const auto hello = [&](const QByteArray &version) {
        return ask("GET", "/api/v1/business/snapshot", token(Role::Kitchen), {}, version);
    };
    for (const char *good : {"", "0.3.0", "0.3.9", "0.2.0"})
        QVERIFY2(hello(good).status == 200, good);
    for (const char *bad : {"0.1.0", "0.4.0", "1.3.0"}) {
        const Reply refused = hello(bad);
        QVERIFY2(refused.status == 426, bad);
        QCOMPARE(refused.code(), QStringLiteral("UPGRADE_REQUIRED"));
        QCOMPARE(refused.hubVersion, QByteArray("0.3.0"));
    }
    QCOMPARE(hello("new").status, 400);
    // A token that is no good is no reason: what the screen must know first is that it is too old.
    QCOMPARE(ask("GET", "/api/v1/business/snapshot", "nonsense", {}, "0.1.0").status, 426);
    LiveClient live(m_site->port(), token(Role::Kitchen));
    QVERIFY(live.waitForHello());
    QCOMPARE(live.hellos.first().value(QLatin1String("version")).toString(), QStringLiteral("0.3.0"));
}

QTEST_GUILESS_MAIN(ScreensApiTest)
#include "screensapitest.moc"

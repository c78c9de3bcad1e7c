// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hub's own alarms: they begin, are told, are told to more people when nobody confirms, and end.

#include "models/hub/systemwatch.h"
#include "models/hub/noticeboard.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 weekMs = qint64{7} * 24 * 60 * minuteMs;

} // namespace

class SystemWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        TestSiteOptions options;
        options.server = false;
        options.clock = m_clock.get();
        m_site = std::make_unique<TestSite>(options);
        QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
        m_api = std::make_unique<ApiHarness>(*m_site);
    }

    void cleanup()
    {
        m_api.reset();
        m_site.reset();
    }

    void beginsIsToldEscalatesAndEnds()
    {
        SystemWatch watch(m_site->hub(), options());
        look(watch);
        QCOMPARE(alarms().size(), 0);

        for (int i = 0; i < 12; ++i)
            m_site->hub().signInFailures().note(m_clock->monotonicMs());
        look(watch);
        QCOMPARE(alarms().size(), 1);
        const QJsonObject alarm = alarms()[0].toObject();
        QCOMPARE(alarm.value(QLatin1String("code")).toString(), QStringLiteral("sign_in_failures"));
        QCOMPARE(alarm.value(QLatin1String("severity")).toString(), QStringLiteral("critical"));
        QCOMPARE(alarm.value(QLatin1String("figure")).toInt(), 12);
        QVERIFY(alarm.value(QLatin1String("ended_at")).isNull());
        QCOMPARE(notices("system_alarm"), 1);

        // It goes on: nobody is told twice for that.
        look(watch);
        QCOMPARE(notices("system_alarm"), 1);
        QCOMPARE(notices("system_escalated"), 0);

        m_clock->advance(11 * minuteMs);
        for (int i = 0; i < 12; ++i)
            m_site->hub().signInFailures().note(m_clock->monotonicMs());
        look(watch);
        QCOMPARE(notices("system_escalated"), 1);
        QCOMPARE(alarms()[0][QLatin1String("level")].toInt(), 1);

        const QByteArray path = "/api/v1/admin/system/alarms/" +
                                QByteArray::number(alarm.value(QLatin1String("alarm_id")).toInteger()) + "/confirm";
        const TestBusiness &business = m_site->business();
        QCOMPARE(m_api->call("POST", path, business.terminalTokens.at(Role::Kitchen), "{}").status, 403);
        const ApiAnswer confirmed = m_api->call("POST", path, business.token, "{}");
        QVERIFY2(confirmed.status == 200, confirmed.verdict());
        QVERIFY(!confirmed.data().value(QLatin1String("confirmed_at")).isNull());
        m_clock->advance(11 * minuteMs);
        for (int i = 0; i < 12; ++i)
            m_site->hub().signInFailures().note(m_clock->monotonicMs());
        look(watch);
        QCOMPARE(notices("system_escalated"), 1);

        // Nobody tries any more.
        m_clock->advance(16 * minuteMs);
        look(watch);
        QVERIFY(!alarms()[0][QLatin1String("ended_at")].isNull());
        QCOMPARE(m_api->call("POST", "/api/v1/admin/system/alarms/4711/confirm", business.token, "{}").status, 404);
    }

    void escalatesThreeTimesAtMost()
    {
        SystemWatch watch(m_site->hub(), options());
        for (int round = 0; round < 7; ++round) {
            for (int i = 0; i < 12; ++i)
                m_site->hub().signInFailures().note(m_clock->monotonicMs());
            look(watch);
            m_clock->advance(11 * minuteMs);
        }
        QCOMPARE(notices("system_alarm"), 1);
        QCOMPARE(notices("system_escalated"), systemrules::maxLevel);
    }

    void aRestartTellsNobodyAgain()
    {
        for (int i = 0; i < 12; ++i)
            m_site->hub().signInFailures().note(m_clock->monotonicMs());
        {
            SystemWatch watch(m_site->hub(), options());
            watch.waitUntilLooked();
        }
        SystemWatch again(m_site->hub(), options());
        again.waitUntilLooked();
        QCOMPARE(notices("system_alarm"), 1);
        QCOMPARE(alarms().size(), 1);
    }

    void backupsThatAreOld()
    {
        SystemWatchOptions watching = options();
        const qint64 goodAtMs = m_clock->nowMs();
        watching.backups = [goodAtMs] { return std::optional(BackupStanding{goodAtMs, goodAtMs, true}); };
        SystemWatch watch(m_site->hub(), watching);
        watch.waitUntilLooked();
        QCOMPARE(alarms().size(), 0);
        m_clock->advance(61 * minuteMs);
        watch.waitUntilLooked();
        QCOMPARE(alarms()[0][QLatin1String("code")].toString(), QStringLiteral("backup_old"));
    }

    void fewOrdersAgainstTheSameHourOfOtherWeeks()
    {
        // Twelve orders in this hour of each of four weeks, and none today.
        const TestBusiness &business = m_site->business();
        for (int week = 0; week < 4; ++week) {
            for (int i = 0; i < 12; ++i) {
                QCOMPARE(m_api
                             ->call("POST", "/api/v1/user/orders/create", business.guestToken,
                                    pickupBody(business.item("Soup")))
                             .status,
                         201);
                m_clock->advance(minuteMs);
            }
            m_clock->advance(weekMs - 12 * minuteMs);
        }
        m_clock->advance(30 * minuteMs);
        SystemWatch watch(m_site->hub(), options());
        watch.waitUntilLooked();
        QCOMPARE(alarms().size(), 0); // it has to hold for a while
        m_clock->advance(6 * minuteMs);
        watch.waitUntilLooked();
        QCOMPARE(alarms().size(), 1);
        QCOMPARE(alarms()[0][QLatin1String("code")].toString(), QStringLiteral("few_orders"));
        QCOMPARE(alarms()[0][QLatin1String("usual")].toInt(), 12);
    }

    void managersAlone()
    {
        const TestBusiness &business = m_site->business();
        QCOMPARE(m_api->get("/api/v1/admin/system").status, 401);
        QCOMPARE(m_api->get("/api/v1/admin/system", business.guestToken).status, 403);
        const ApiAnswer answer = m_api->get("/api/v1/admin/system", business.token);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.data().value(QLatin1String("role")).toString(), QStringLiteral("hub"));
        QVERIFY(answer.data().value(QLatin1String("can_write")).toBool());
        QVERIFY(answer.data().value(QLatin1String("disk_total_bytes")).toInteger() > 0);
        QVERIFY(answer.data().value(QLatin1String("backups")).isNull());
        QCOMPARE(answer.data().value(QLatin1String("outboxes")).toArray().size(), 4);
    }

private:
    /// Looks once; what it wrote into the outbox is sent, as somebody would.
    void look(SystemWatch &watch)
    {
        watch.waitUntilLooked();
        WriteCommand sent;
        sent.principal.kind = Principal::Kind::System;
        sent.run = [](WriteContext &context) -> Result<WriteOutcome> {
            if (auto done = context.database.run(QStringLiteral("UPDATE notifications SET state = 'sent'")); !done)
                return done.error();
            return WriteOutcome{};
        };
        QVERIFY(m_site->hub().writer().submitAndWait(std::move(sent)).ok());
    }
    SystemWatchOptions options()
    {
        SystemWatchOptions watching;
        watching.rest = std::chrono::hours(1); // only when the test asks
        watching.escalateAfterMs = 10 * minuteMs;
        watching.board = &m_board;
        return watching;
    }

    QJsonArray alarms()
    {
        return m_api->get("/api/v1/admin/system", m_site->business().token)
            .data()
            .value(QLatin1String("alarms"))
            .toArray();
    }

    /// Rows of the outbox for the restaurant's own screens, the one way that needs no service.
    int notices(const char *event)
    {
        auto reader = m_site->hub().openReader();
        if (!reader)
            return -1;
        auto row = (*reader)->query(
            QStringLiteral("SELECT count(*) FROM notifications WHERE event = ? AND channel = 'screen'"),
            {QString::fromLatin1(event)});
        return row && row->next() ? int(row->integer(0)) : -1;
    }

    std::unique_ptr<FakeClock> m_clock;
    NoticeBoard m_board;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

QTEST_GUILESS_MAIN(SystemWatchTest)
#include "systemwatchtest.moc"

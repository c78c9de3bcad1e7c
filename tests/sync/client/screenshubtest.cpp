// SPDX-License-Identifier: GPL-3.0-or-later
#include "manyscreens.h"

#include <QJsonArray>

#include <atomic>
#include <cstdlib>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 hourMs = 3'600'000;
/// Two readings of two clocks and a machine that is busy.
constexpr qint64 toleranceMs = 10'000;

/// A machine's clock that somebody sets, and time that passes faster than the test waits.
class OwnClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_system.nowMs() + m_passedMs + m_wrongMs; }
    qint64 monotonicMs() const override { return m_system.monotonicMs() + m_passedMs; }
    void setWrongBy(qint64 ms) { m_wrongMs = ms; }
    void pass(qint64 ms) { m_passedMs += ms; }
    void beRight()
    {
        m_wrongMs = 0;
        m_passedMs = 0;
    }

private:
    SystemClock m_system;
    std::atomic<qint64> m_wrongMs{0};
    std::atomic<qint64> m_passedMs{0};
};

} // namespace

/// Screens that are away, stale, of another version or on a wrong clock, as the hub, the others and they themselves see
/// it; real terminals over real sockets.
class ScreensHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void allOthersSeeWhoIsAway();
    void whoDoesNotDrawIsSeen();
    void wrongClocksAreShownAndDoNoHarm();
    void clocksMayJump();
    void aRestartOnAWrongClock();
    void olderByOneMinorVersionWorks();
    void anOlderScreenWaitsForItsUpdate();
    void anOlderHubIsNotSpokenTo();

private:
    static constexpr int patienceMs = 60'000;

    std::unique_ptr<RecordingScreen> screen(Role role, const Clock *clock = nullptr)
    {
        auto made = std::make_unique<RecordingScreen>(*m_site, m_site->business().terminalTokens.at(role), role, clock);
        return made;
    }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_site->port()); }
    qint64 idOf(Role role) const { return m_site->business().terminalIds.at(role); }
    /// What a screen is told of another one.
    static const ScreenFacts *told(RecordingScreen &listener, qint64 terminalId)
    {
        for (const ScreenFacts &one : listener.terminal().link().facts().others) {
            if (one.terminalId == terminalId)
                return &one;
        }
        return nullptr;
    }
    static bool sees(RecordingScreen &listener, qint64 terminalId, ScreenState state)
    {
        const ScreenFacts *facts = told(listener, terminalId);
        return facts && facts->state == state;
    }
    /// How wrong the hub says that a screen's clock is.
    std::optional<qint64> offsetOf(qint64 terminalId)
    {
        BlockingHttp http(m_site->port(), m_site->business().token);
        const auto answer = http.request("GET", "/api/v1/business/terminals");
        if (!answer)
            return std::nullopt;
        const QJsonArray rows = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data")).toArray();
        for (const QJsonValue &row : rows) {
            const QJsonValue offset = row[QLatin1String("screen")][QLatin1String("clock_offset_ms")];
            if (row[QLatin1String("terminal_id")].toInteger() == terminalId && offset.isDouble())
                return offset.toInteger();
        }
        return std::nullopt;
    }
    /// Nothing when it is so much, else what it is.
    static QString unlike(const std::optional<qint64> &offset, qint64 ms)
    {
        if (!offset)
            return QStringLiteral("not known");
        return std::llabs(*offset - ms) <= toleranceMs ? QString() : QString::number(*offset);
    }
    /// The statuses of an order in the order of the history, with their times.
    std::vector<std::pair<int, qint64>> history(qint64 orderId) const
    {
        std::vector<std::pair<int, qint64>> rows;
        const auto reader = m_site->hub().openReader();
        auto read = (*reader)->query(
            QStringLiteral("SELECT status, timestamp FROM order_status WHERE order_id = ? ORDER BY rowid"), {orderId});
        while (read && read->next())
            rows.emplace_back(int(read->integer(0)), read->integer(1));
        return rows;
    }
    /// Nothing, or why the times of an order cannot be true.
    QString wrongTimes(qint64 orderId, qint64 fromMs, qint64 toMs) const
    {
        qint64 last = fromMs - toleranceMs;
        for (const auto &[status, at] : history(orderId)) {
            if (at < last || at > toMs + toleranceMs)
                return QStringLiteral("status %1 at %2, the one before at %3, now %4")
                    .arg(status)
                    .arg(at)
                    .arg(last)
                    .arg(toMs);
            last = at;
        }
        return {};
    }
    std::vector<int> statuses(qint64 orderId) const
    {
        std::vector<int> all;
        for (const auto &[status, at] : history(orderId))
            all.push_back(status);
        return all;
    }

    OwnClock m_hubClock;
    QString m_hubVersion;
    std::unique_ptr<TestSite> m_site;
};

void ScreensHubTest::init()
{
    m_hubVersion = QStringLiteral(OSHAQ_VERSION);
    m_hubClock.beRight(); // what passed in another test is over
    TestSiteOptions options;
    options.liveTickMs = 200;
    options.clock = &m_hubClock;
    options.configure = [this](ApiOptions &api) { api.version = m_hubVersion; };
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

void ScreensHubTest::cleanup()
{
    m_site.reset();
}

// ---- who is well

void ScreensHubTest::allOthersSeeWhoIsAway()
{
    // Time passes for all of them.
    const auto grill = screen(Role::Kitchen, &m_hubClock);
    const auto counter = screen(Role::Counter, &m_hubClock);
    const auto manager = screen(Role::Manager, &m_hubClock);
    for (RecordingScreen *one : {grill.get(), counter.get(), manager.get()})
        QCOMPARE(one->connectToSite(), QString());
    for (RecordingScreen *one : {counter.get(), manager.get()})
        QTRY_VERIFY_WITH_TIMEOUT(sees(*one, idOf(Role::Kitchen), ScreenState::Live), patienceMs);
    // Nobody is told of itself.
    QTRY_VERIFY_WITH_TIMEOUT(sees(*grill, idOf(Role::Counter), ScreenState::Live), patienceMs);
    QVERIFY(!told(*grill, idOf(Role::Kitchen)));

    grill->unplug();
    m_hubClock.pass(screens::awayMs);
    for (RecordingScreen *one : {counter.get(), manager.get()}) {
        QTRY_VERIFY_WITH_TIMEOUT(sees(*one, idOf(Role::Kitchen), ScreenState::Away), patienceMs);
        QVERIFY(screens::needsSomebody(*told(*one, idOf(Role::Kitchen)), one->kitchen().hubNowMs()));
    }
    // Those that went on reporting are well.
    QTRY_VERIFY_WITH_TIMEOUT(sees(*manager, idOf(Role::Counter), ScreenState::Live), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(sees(*counter, idOf(Role::Manager), ScreenState::Live), patienceMs);
    QVERIFY(sees(*counter, idOf(Role::Kitchen), ScreenState::Away));
    QCOMPARE(grill->plugIn(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(sees(*counter, idOf(Role::Kitchen), ScreenState::Live), patienceMs);
    // A screen that has lost its hub knows nothing of the others and does not pretend to.
    counter->unplug();
    m_site->stopServer();
    QTRY_VERIFY_WITH_TIMEOUT(!manager->isLive(), patienceMs);
    QVERIFY(manager->terminal().link().facts().others.empty());
}

void ScreensHubTest::whoDoesNotDrawIsSeen()
{
    // Time passes for all of them.
    const auto grill = screen(Role::Kitchen, &m_hubClock);
    const auto counter = screen(Role::Counter, &m_hubClock);
    QCOMPARE(grill->connectToSite(), QString());
    QCOMPARE(counter->connectToSite(), QString());
    QString page = QStringLiteral("orders");
    grill->rig().client().setPageSource([&page] { return page; });
    const qint64 id = orderSoupAndBread(*m_site);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(grill->knows(id), patienceMs);
    page = QStringLiteral("kitchen");
    // Time goes faster than we wait: one pulse sees the ticket, a later one sees that it still is not drawn.
    const auto unpainted = [&] {
        m_hubClock.pass(20);
        return grill->terminal().link().facts().unpaintedMs;
    };
    QTRY_VERIFY_WITH_TIMEOUT(unpainted() >= screens::unpaintedMs, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(sees(*counter, idOf(Role::Kitchen), ScreenState::Stale), patienceMs);
    QVERIFY(screens::needsSomebody(*told(*counter, idOf(Role::Kitchen)), counter->kitchen().hubNowMs()));
    grill->kitchen().reportPainted({id});
    QTRY_VERIFY_WITH_TIMEOUT(sees(*counter, idOf(Role::Kitchen), ScreenState::Live), patienceMs);
    QCOMPARE(grill->terminal().link().facts().unpaintedMs, 0);
}

// ---- clocks

void ScreensHubTest::wrongClocksAreShownAndDoNoHarm()
{
    OwnClock ahead;
    ahead.setWrongBy(hourMs);
    OwnClock behind;
    behind.setWrongBy(-3 * hourMs);
    const auto grill = screen(Role::Kitchen, &ahead);
    const auto counter = screen(Role::Counter, &behind);
    const auto manager = screen(Role::Manager);
    for (RecordingScreen *one : {grill.get(), counter.get(), manager.get()})
        QCOMPARE(one->connectToSite(), QString());
    const qint64 from = m_hubClock.nowMs();
    const qint64 id = orderSoupAndBread(*m_site);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(counter->knows(id) && grill->knows(id), patienceMs);
    for (RecordingScreen *one : {grill.get(), counter.get()}) {
        const qint64 wrong = one->kitchen().hubNowMs() - m_hubClock.nowMs();
        QVERIFY2(std::llabs(wrong) <= toleranceMs, qPrintable(QString::number(wrong)));
    }
    // One after the other, by two clocks that are four hours apart.
    QVERIFY(counter->orders().setStatus(id, OrderStatus::Accepted));
    QCOMPARE(counter->settle(), QString());
    QCOMPARE(grill->settle(), QString());
    QVERIFY(grill->kitchen().bump(id));
    QCOMPARE(grill->settle(), QString());
    QCOMPARE(counter->settle(), QString());
    QVERIFY(counter->orders().setStatus(id, OrderStatus::Completed));
    QCOMPARE(counter->settle(), QString());
    QCOMPARE(statuses(id), (std::vector<int>{1, 2, 3, 4, 6}));
    QCOMPARE(wrongTimes(id, from, m_hubClock.nowMs()), QString());
    QCOMPARE(grill->refusals() + counter->refusals(), QStringList());
    // And both are said to be wrong, by how much, to everybody.
    QTRY_VERIFY_WITH_TIMEOUT(sees(*manager, idOf(Role::Kitchen), ScreenState::Skewed), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(sees(*manager, idOf(Role::Counter), ScreenState::Skewed), patienceMs);
    QCOMPARE(unlike(told(*manager, idOf(Role::Kitchen))->clockOffsetMs, hourMs), QString());
    QCOMPARE(unlike(offsetOf(idOf(Role::Kitchen)), hourMs), QString());
    QCOMPARE(unlike(offsetOf(idOf(Role::Counter)), -3 * hourMs), QString());
    QTRY_COMPARE_WITH_TIMEOUT(unlike(offsetOf(idOf(Role::Manager)), 0), QString(), patienceMs);
}

void ScreensHubTest::clocksMayJump()
{
    OwnClock clock;
    const auto grill = screen(Role::Kitchen, &clock);
    const auto manager = screen(Role::Manager);
    QCOMPARE(grill->connectToSite(), QString());
    QCOMPARE(manager->connectToSite(), QString());
    const qint64 from = m_hubClock.nowMs();
    const qint64 id = orderSoupAndBread(*m_site);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(grill->knows(id), patienceMs);
    const auto isRight = [&] { return std::llabs(grill->kitchen().hubNowMs() - m_hubClock.nowMs()) <= toleranceMs; };
    QVERIFY(isRight());
    // Between one tap and the next, on and back, with and without the cable.
    clock.setWrongBy(hourMs);
    QVERIFY(isRight());
    QVERIFY(grill->kitchen().start(id));
    clock.setWrongBy(-2 * hourMs);
    QVERIFY(isRight());
    QVERIFY(grill->kitchen().bump(id));
    QCOMPARE(grill->settle(), QString());
    grill->unplug();
    clock.setWrongBy(24 * hourMs);
    QVERIFY(isRight());
    QVERIFY(grill->kitchen().recall(id));
    clock.setWrongBy(-24 * hourMs);
    QVERIFY(grill->kitchen().bump(id));
    QVERIFY(isRight());
    QCOMPARE(grill->plugIn(), QString());
    QCOMPARE(grill->refusals(), QStringList());
    QCOMPARE(statuses(id), (std::vector<int>{1, 2, 3, 4, 3, 4}));
    QCOMPARE(wrongTimes(id, from, m_hubClock.nowMs()), QString());
    // The hub sees the jump with the next report.
    QTRY_COMPARE_WITH_TIMEOUT(unlike(offsetOf(idOf(Role::Kitchen)), -24 * hourMs), QString(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(sees(*manager, idOf(Role::Kitchen), ScreenState::Skewed), patienceMs);
    clock.setWrongBy(0);
    QTRY_VERIFY_WITH_TIMEOUT(sees(*manager, idOf(Role::Kitchen), ScreenState::Live), patienceMs);
}

/// The battery of its clock is empty: after a night it thinks that it is 1970 and starts without its hub.
void ScreensHubTest::aRestartOnAWrongClock()
{
    OwnClock clock;
    const auto grill = screen(Role::Kitchen, &clock);
    QCOMPARE(grill->connectToSite(), QString());
    const qint64 from = m_hubClock.nowMs();
    const qint64 id = orderSoupAndBread(*m_site);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(grill->knows(id), patienceMs);
    QVERIFY(grill->kitchen().start(id));
    QCOMPARE(grill->settle(), QString());
    const qint64 knownAt = grill->terminal().cache().knownAtMs();
    grill->rig().close();
    clock.setWrongBy(-m_hubClock.nowMs());
    QCOMPARE(grill->rig().openOffline(), QString());
    // It is later than what it saw, whatever its clock says, but for the seconds between two writes of that.
    QVERIFY(grill->kitchen().hubNowMs() >= grill->terminal().cache().knownAtMs());
    QVERIFY(grill->terminal().cache().knownAtMs() > knownAt - 60'000);
    QVERIFY(grill->kitchen().bump(id));
    QCOMPARE(grill->rig().goOnline(), QString());
    QCOMPARE(grill->settle(), QString());
    QCOMPARE(statuses(id), (std::vector<int>{1, 2, 3, 4}));
    QCOMPARE(wrongTimes(id, from, m_hubClock.nowMs()), QString());
    // What was confirmed is kept: nothing thinks that it is older than 72 hours, or that it never gets old.
    QVERIFY(!grill->terminal().outbox().recent().empty());
}

// ---- versions

void ScreensHubTest::olderByOneMinorVersionWorks()
{
    m_hubVersion = QStringLiteral("0.3.0");
    m_site->stopServer();
    QVERIFY(m_site->startServer());
    const auto grill = screen(Role::Kitchen);
    grill->rig().setVersion("0.2.7");
    const auto counter = screen(Role::Counter);
    counter->rig().setVersion("0.3.0");
    QCOMPARE(grill->connectToSite(), QString());
    QCOMPARE(counter->connectToSite(), QString());
    const qint64 id = orderSoupAndBread(*m_site);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(grill->knows(id), patienceMs);
    QVERIFY(grill->kitchen().bump(id));
    QCOMPARE(grill->settle(), QString());
    QCOMPARE(counter->settle(), QString());
    QCOMPARE(counter->shown(id), QStringLiteral("Ready dd"));
    QTRY_VERIFY_WITH_TIMEOUT(told(*counter, idOf(Role::Kitchen)), patienceMs);
    QCOMPARE(told(*counter, idOf(Role::Kitchen))->version, QStringLiteral("0.2.7"));
}

void ScreensHubTest::anOlderScreenWaitsForItsUpdate()
{
    const auto now = [&](const char *version) {
        m_hubVersion = QString::fromLatin1(version);
        m_site->stopServer();
        return m_site->startServer();
    };
    QVERIFY(now("0.3.0"));
    const auto grill = screen(Role::Kitchen);
    TerminalRig &rig = grill->rig();
    rig.setVersion("0.2.7");
    QCOMPARE(grill->connectToSite(), QString());
    const qint64 id = orderSoupAndBread(*m_site);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(grill->knows(id), patienceMs);
    QCOMPARE(grill->settle(), QString());

    // The hub is brought up to date twice, the screen never.
    QVERIFY(now("0.4.0"));
    const auto credentials = [&] {
        return HubCredentials{QString::fromLatin1(url()),
                              QString::fromLatin1(m_site->business().terminalTokens.at(Role::Kitchen)), Role::Kitchen};
    };
    QVERIFY(grill->terminal().setCredentials(credentials()));
    QTRY_COMPARE_WITH_TIMEOUT(int(grill->terminal().link().facts().state), int(LinkStatus::State::Upgrade), patienceMs);
    QCOMPARE(int(grill->terminal().link().facts().fit), int(Compatibility::ScreenTooOld));
    QCOMPARE(grill->terminal().link().facts().hubVersion, QStringLiteral("0.4"));
    // What it knew is there, and what is done is kept.
    QVERIFY(grill->kitchen().bump(id));
    QCOMPARE(grill->shown(id), QStringLiteral("Ready dd"));
    QVERIFY(grill->terminal().link().facts().pending > 0);
    QCOMPARE(grill->refusals(), QStringList());
    QCOMPARE(statuses(id), std::vector<int>{1});

    // It is updated, and everything arrives.
    rig.close();
    rig.setVersion("0.4.0");
    QCOMPARE(rig.openOffline(), QString());
    QCOMPARE(rig.goOnline(), QString());
    QCOMPARE(grill->settle(), QString());
    QCOMPARE(grill->refusals(), QStringList());
    QCOMPARE(statuses(id), (std::vector<int>{1, 2, 3, 4}));
}

void ScreensHubTest::anOlderHubIsNotSpokenTo()
{
    m_hubVersion = QStringLiteral("0.3.0");
    m_site->stopServer();
    QVERIFY(m_site->startServer());
    const auto grill = screen(Role::Kitchen);
    grill->rig().setVersion("0.4.0");
    QCOMPARE(grill->rig().connectTo(url(), m_site->business().terminalTokens.at(Role::Kitchen), Role::Kitchen),
             QString());
    QTRY_COMPARE_WITH_TIMEOUT(int(grill->terminal().link().facts().state), int(LinkStatus::State::Upgrade), patienceMs);
    QCOMPARE(int(grill->terminal().link().facts().fit), int(Compatibility::HubTooOld));
    QCOMPARE(grill->terminal().link().facts().hubVersion, QStringLiteral("0.3"));
}

QTEST_GUILESS_MAIN(ScreensHubTest)
#include "screenshubtest.moc"

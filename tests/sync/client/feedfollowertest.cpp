// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminalworld.h"

#include "sync/protocol/errorjson.h"
#include "sync/protocol/feedjson.h"
#include "sync/protocol/screenjson.h"

#include <QSignalSpy>
#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;

namespace {

LiveNews newsOf(const ReplicaNote &note)
{
    LiveNews news;
    news.replica = note;
    return news;
}

} // namespace

class FeedFollowerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void firstContactTakesASnapshot();
    void appliesContiguousChanges();
    void changesOfOneTurnAreOneTransaction();
    void manyChangesOfOneTurnComeInParts();
    void asksForWhatAGapLeftOut();
    void heartbeatTellsOfAMissedChange();
    void catchesUpPageByPage();
    void cursorGoneMeansSnapshot();
    void foreignEpochSendsConfirmedCommandsAgain();
    void olderCopyUnderTheSameEpoch();
    void remoteChangesMakeNoOutboxRow();
    void silenceMeansOffline();
    void helloMustCome();
    void reconnectsWithBackOff();
    void pollsWhereNoSocketOpens();
    void tokenRefusedWaitsForARestart();
    void aFailingHubIsAskedLater();
    void doubtLooksAtTheEpochFirst();
    void unreadableMessagesAreAskedFor();
    void staleBufferDoesNotReachANewRecord();
    void followsTheHubsClock();
    void aLowerTermIsNotFollowed();
    void aStandbyIsNotFollowed();
    void passesMessagesOn();
    void tellsHowHubAndStandbyAre();
    void aHubOfAnotherVersionIsLeftAlone_data();
    void aHubOfAnotherVersionIsLeftAlone();
    void aHubThatRefusesThisVersionIsWaitedFor();
    void heartbeatsTellOfScreens();

private:
    void startLive();
    FeedFollower &follower() const { return *m_world->follower; }

    std::unique_ptr<TerminalWorld> m_world;
};

void FeedFollowerTest::init()
{
    m_world = std::make_unique<TerminalWorld>();
    QVERIFY(m_world->database && m_world->cache && m_world->outbox);
    m_world->hub.place();
    m_world->hub.place();
    m_world->makeFollower();
}

void FeedFollowerTest::cleanup()
{
    m_world.reset();
}

void FeedFollowerTest::startLive()
{
    follower().start();
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Live);
    QVERIFY(follower().isVerified());
    m_world->transport.requests.clear();
}

void FeedFollowerTest::aLowerTermIsNotFollowed()
{
    m_world->hub.restore(m_world->hub.backup(), QStringLiteral("3-NEW"));
    startLive();
    QCOMPARE(m_world->cache->term(), qint64(3));
    QSignalSpy turned(m_world->follower.get(), &FeedFollower::turnedAway);
    const Cursor before = m_world->cache->cursor();
    m_world->channel.breakOff();
    m_world->hub.restore(m_world->hub.backup(), QStringLiteral("2-OLD"));
    m_world->advance(60'000);
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    // It was told, by a cursor of the one that took over, and is left alone.
    QVERIFY(!m_world->transport.requests.empty());
    QVERIFY(m_world->transport.requests.front().url.contains("since=3-NEW."));
    QCOMPARE(turned.size(), 1);
    QCOMPARE(m_world->cache->cursor(), before);
    QCOMPARE(follower().state(), FeedFollower::State::Offline);
    QVERIFY(!follower().isVerified());
    // Whoever gives this screen another token decides anew.
    QVERIFY(m_world->cache->forgetIdentity());
    QCOMPARE(m_world->cache->term(), qint64(0));
    m_world->advance(60'000);
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QCOMPARE(m_world->cache->cursor().epoch, QStringLiteral("2-OLD"));
}

void FeedFollowerTest::aStandbyIsNotFollowed()
{
    QSignalSpy turned(m_world->follower.get(), &FeedFollower::turnedAway);
    follower().start();
    ReplicaNote note;
    note.role = ReplicaRole::Standby;
    note.otherUrl = QStringLiteral("http://hub.test:1");
    m_world->channel.say(helloJson(m_world->hub.cursor(), m_world->clock.nowMs(), newsOf(note)));
    m_world->settle();
    QCOMPARE(turned.size(), 1);
    QCOMPARE(turned.front().front().toString(), note.otherUrl);
    QVERIFY(m_world->transport.requests.empty());
    QCOMPARE(follower().state(), FeedFollower::State::Offline);
}

void FeedFollowerTest::passesMessagesOn()
{
    QSignalSpy heard(m_world->follower.get(), &FeedFollower::noticeHeard);
    follower().start();
    const ScreenNotice notice{QStringLiteral("01a20b81-8c3a-7ff9-97df-000000000001"), 42, {},
                              QStringLiteral("A payment is unknown."), m_world->clock.nowMs()};
    m_world->channel.say(noticeMessage(notice)); // before the hello nobody knows whose it is
    startLive();
    m_world->channel.say(noticeMessage(notice));
    m_world->settle();
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.front().front().value<ScreenNotice>() == notice);
}

void FeedFollowerTest::tellsHowHubAndStandbyAre()
{
    startLive();
    QSignalSpy changed(m_world->follower.get(), &FeedFollower::replicaChanged);
    ReplicaNote note;
    note.mode = ReplicaMode::Sync;
    note.refusing = true;
    note.reason = QStringLiteral("standby_unreachable");
    for (int i = 0; i < 2; ++i) {
        m_world->channel.say(heartbeatJson(m_world->hub.cursor(), m_world->clock.nowMs(), newsOf(note)));
        m_world->settle();
    }
    QCOMPARE(changed.size(), 1);
    QCOMPARE(follower().replica(), std::optional(note));
    QCOMPARE(follower().state(), FeedFollower::State::Live);
}

void FeedFollowerTest::firstContactTakesASnapshot()
{
    follower().start();
    QCOMPARE(m_world->channel.url, QUrl(QStringLiteral("ws://hub.test:8787/api/v1/business/live")));
    QCOMPARE(m_world->channel.authorization, QByteArray("Bearer ott_good"));
    QCOMPARE(follower().state(), FeedFollower::State::Connecting);
    m_world->settle();
    QVERIFY(m_world->transport.requests.empty()); // nothing before the hello, so that nothing falls between
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QVERIFY(m_world->agrees());
    QCOMPARE(m_world->cache->cursor(), m_world->hub.cursor());
    QCOMPARE(follower().state(), FeedFollower::State::Live);
    QCOMPARE(m_world->cache->knownAtMs(), m_world->clock.nowMs());
}

void FeedFollowerTest::appliesContiguousChanges()
{
    startLive();
    const Order third = m_world->hub.place();
    m_world->channel.say(m_world->hub.live(3));
    m_world->settle();
    QVERIFY(m_world->cache->find(third.id));
    QCOMPARE(m_world->cache->cursor().seq, qint64(3));
    m_world->channel.say(m_world->hub.live(3)); // twice does no harm
    m_world->settle();
    QVERIFY(m_world->agrees());
    QVERIFY(m_world->transport.requests.empty());
}

void FeedFollowerTest::changesOfOneTurnAreOneTransaction()
{
    startLive();
    QSignalSpy changed(m_world->cache.get(), &OrderCache::ordersChanged);
    for (int i = 0; i < 20; ++i) {
        m_world->hub.place();
        m_world->channel.say(m_world->hub.live(3 + i));
    }
    m_world->settle();
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_world->agrees());
}

void FeedFollowerTest::manyChangesOfOneTurnComeInParts()
{
    startLive();
    std::vector<std::size_t> parts;
    connect(m_world->cache.get(), &OrderCache::ordersChanged, m_world->cache.get(),
            [&parts](const std::vector<qint64> &ids) { parts.push_back(ids.size()); });
    constexpr int count = 2 * FeedFollower::pageSize + 20;
    for (int i = 0; i < count; ++i) {
        m_world->hub.place();
        m_world->channel.say(m_world->hub.live(3 + i));
    }
    m_world->settle();
    QCOMPARE(parts, (std::vector<std::size_t>{FeedFollower::pageSize, FeedFollower::pageSize, 20}));
    QVERIFY(m_world->agrees());
    QVERIFY(m_world->transport.requests.empty());
}

void FeedFollowerTest::asksForWhatAGapLeftOut()
{
    startLive();
    m_world->hub.place();
    m_world->hub.place();
    m_world->hub.place();
    m_world->channel.say(m_world->hub.live(5));
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    QVERIFY(m_world->transport.requests.front().url.contains("/business/changes?since=E1.2"));
    QVERIFY(m_world->agrees());
    QCOMPARE(m_world->cache->cursor().seq, qint64(5));
}

void FeedFollowerTest::heartbeatTellsOfAMissedChange()
{
    startLive();
    m_world->advance(5'000);
    m_world->channel.say(m_world->hub.heartbeat());
    m_world->settle();
    QVERIFY(m_world->transport.requests.empty());
    QCOMPARE(m_world->cache->knownAtMs(), m_world->clock.nowMs());
    const qint64 knownAt = m_world->clock.nowMs();

    m_world->hub.place();
    m_world->hub.up = false; // the change cannot be had: the cache is not complete any more
    m_world->advance(5'000);
    m_world->transport.hold = true;
    m_world->channel.say(m_world->hub.heartbeat());
    m_world->settle();
    QCOMPARE(m_world->cache->knownAtMs(), knownAt);
    m_world->hub.up = true;
    m_world->transport.hold = false;
    m_world->settle();
    m_world->advance(20'000);
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QVERIFY(m_world->agrees());
    QCOMPARE(m_world->cache->knownAtMs(), m_world->clock.nowMs());
}

void FeedFollowerTest::catchesUpPageByPage()
{
    startLive();
    m_world->channel.breakOff();
    m_world->hub.up = false;
    m_world->settle();
    for (int i = 0; i < 120; ++i)
        m_world->hub.place(1);
    m_world->hub.up = true;
    m_world->advance(60'000);
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QVERIFY(m_world->agrees());
    QCOMPARE(m_world->cache->cursor(), m_world->hub.cursor());
    QVERIFY(m_world->transport.requests.size() >= 3);
}

void FeedFollowerTest::cursorGoneMeansSnapshot()
{
    startLive();
    m_world->channel.breakOff();
    m_world->hub.up = false;
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Offline);
    FakeHub other(m_world->clock);
    const Order only = other.place();
    m_world->hub.restore(other.backup(), QStringLiteral("E2"));
    m_world->hub.up = true;
    m_world->advance(60'000);
    // No hello yet: the socket is opened, and the doubt is settled over HTTP when it closes without one.
    m_world->channel.breakOff();
    m_world->settle();
    QVERIFY(m_world->agrees());
    QCOMPARE(m_world->cache->cursor().epoch, QStringLiteral("E2"));
    QVERIFY(m_world->cache->find(only.id));
}

void FeedFollowerTest::foreignEpochSendsConfirmedCommandsAgain()
{
    startLive();
    m_world->makeDispatcher();
    connect(m_world->follower.get(), &FeedFollower::verifiedChanged, m_world->dispatcher.get(),
            &OutboxDispatcher::setGateOpen);
    m_world->dispatcher->setGateOpen(true);
    const FakeHub::Record old = m_world->hub.backup();
    QStringList ids;
    ids << m_world->setStatus(*m_world->cache->find(1), OrderStatus::Accepted);
    m_world->settle();
    ids << m_world->setStatus(*m_world->cache->find(1), OrderStatus::Preparing, OrderStatus::Accepted);
    m_world->settle();
    QCOMPARE(m_world->hub.executed, ids);

    // The hub dies; the cook goes on; an older copy comes back.
    m_world->hub.up = false;
    m_world->channel.breakOff();
    m_world->settle();
    QVERIFY(!follower().isVerified());
    ids << m_world->setStatus(*m_world->cache->find(1), OrderStatus::Ready, OrderStatus::Preparing);
    m_world->settle();
    m_world->hub.restore(old, QStringLiteral("E2"));
    m_world->hub.executed.clear();
    m_world->hub.up = true;
    m_world->advance(60'000);
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();

    QCOMPARE(m_world->hub.executed, ids);
    QVERIFY(m_world->outbox->parked().empty());
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(m_world->hub.order(1).status, OrderStatus::Ready);
    QVERIFY(m_world->agrees());
}

void FeedFollowerTest::olderCopyUnderTheSameEpoch()
{
    startLive();
    m_world->makeDispatcher();
    connect(m_world->follower.get(), &FeedFollower::verifiedChanged, m_world->dispatcher.get(),
            &OutboxDispatcher::setGateOpen);
    m_world->dispatcher->setGateOpen(true);
    const FakeHub::Record old = m_world->hub.backup();
    const QString id = m_world->bump(*m_world->cache->find(1));
    m_world->settle();
    m_world->channel.say(m_world->hub.live(3));
    m_world->settle();
    QCOMPARE(m_world->cache->cursor().seq, qint64(3));
    m_world->channel.breakOff();
    m_world->hub.up = false;
    m_world->settle();
    m_world->hub.restore(old, QStringLiteral("E1"));
    m_world->hub.executed.clear();
    m_world->hub.up = true;
    m_world->advance(60'000);
    m_world->channel.say(m_world->hub.hello()); // E1.2, and we know E1.3
    m_world->settle();
    QCOMPARE(m_world->hub.executed, QStringList{id});
    QCOMPARE(m_world->hub.order(1).status, OrderStatus::Ready);
}

void FeedFollowerTest::remoteChangesMakeNoOutboxRow()
{
    startLive();
    QSignalSpy pending(m_world->outbox.get(), &Outbox::pendingChanged);
    OrderCommand accept;
    m_world->hub.change(1, accept);
    m_world->channel.say(m_world->hub.live(3));
    m_world->hub.place();
    m_world->hub.place();
    m_world->channel.say(m_world->hub.live(5));
    m_world->settle();
    QCOMPARE(m_world->cache->find(1)->status, OrderStatus::Accepted);
    QVERIFY(m_world->agrees());
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QVERIFY(m_world->outbox->recent().empty());
    QVERIFY(m_world->outbox->heads().empty());
    QCOMPARE(pending.size(), 0);
}

void FeedFollowerTest::silenceMeansOffline()
{
    startLive();
    const qint64 knownAt = m_world->cache->knownAtMs();
    m_world->advance(14'999);
    QCOMPARE(follower().state(), FeedFollower::State::Live);
    m_world->advance(1);
    QCOMPARE(follower().state(), FeedFollower::State::Offline);
    QVERIFY(!follower().isVerified());
    QCOMPARE(m_world->cache->knownAtMs(), knownAt);
    QVERIFY(!m_world->channel.isOpen);
    const int opens = m_world->channel.opens;
    m_world->advance(m_world->scheduler.nextIn());
    QCOMPARE(m_world->channel.opens, opens + 1);
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Live);
}

void FeedFollowerTest::helloMustCome()
{
    follower().start();
    m_world->hub.up = false;
    m_world->advance(FeedFollower::helloMs);
    QVERIFY(!m_world->channel.isOpen);
    QCOMPARE(follower().state(), FeedFollower::State::Offline);
}

void FeedFollowerTest::reconnectsWithBackOff()
{
    m_world->hub.up = false;
    follower().start();
    std::vector<qint64> delays;
    for (int i = 0; i < 8; ++i) {
        m_world->channel.breakOff(QStringLiteral("connection refused"));
        m_world->settle();
        QCOMPARE(follower().state(), FeedFollower::State::Offline);
        delays.push_back(m_world->scheduler.nextIn());
        m_world->advance(delays.back());
        QVERIFY(m_world->channel.isOpen);
    }
    QCOMPARE(delays.front(), qint64(125));
    QVERIFY(std::is_sorted(delays.begin(), delays.end()));
    QCOMPARE(delays.back(), qint64(2'500));

    m_world->hub.up = true;
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Live);
    // A success forgets the failures.
    m_world->hub.up = false;
    m_world->channel.breakOff();
    m_world->settle();
    QVERIFY(m_world->scheduler.nextIn() <= 500);
}

void FeedFollowerTest::pollsWhereNoSocketOpens()
{
    follower().start();
    for (int i = 0; i < 12; ++i) {
        m_world->channel.breakOff(QStringLiteral("unexpected status 400"));
        m_world->settle();
        QCOMPARE(follower().state(), FeedFollower::State::Live);
        QVERIFY(follower().isVerified());
        QVERIFY(m_world->agrees());
        m_world->hub.place();
        m_world->advance(m_world->scheduler.nextIn());
    }
    // At the pace of reconnects, not faster.
    m_world->channel.breakOff();
    m_world->settle();
    QCOMPARE(m_world->scheduler.nextIn(), qint64(2'500));
    QCOMPARE(m_world->channel.opens, 13);
}

void FeedFollowerTest::tokenRefusedWaitsForARestart()
{
    m_world->hub.token = "ott_other";
    follower().start();
    m_world->channel.breakOff(QStringLiteral("401"));
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::SignIn);
    const std::size_t sent = m_world->transport.requests.size();
    m_world->advance(3'600'000);
    QCOMPARE(m_world->transport.requests.size(), sent);

    m_world->endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_other"));
    follower().restart();
    QCOMPARE(m_world->channel.authorization, QByteArray("Bearer ott_other"));
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Live);
}

void FeedFollowerTest::aFailingHubIsAskedLater()
{
    startLive();
    m_world->hub.place();
    m_world->hub.place();
    m_world->transport.queued.push_back(
        answered(503, errorJson(QByteArray("OVERLOADED"), QStringLiteral("Later."), "r"), {{"retry-after", "20"}}));
    m_world->channel.say(m_world->hub.live(4));
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Offline);
    for (int i = 0; i < 3; ++i) {
        m_world->advance(5'000);
        m_world->channel.say(m_world->hub.heartbeat());
        m_world->settle();
    }
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    m_world->advance(5'000);
    QCOMPARE(follower().state(), FeedFollower::State::Live);
    QVERIFY(m_world->agrees());
}

void FeedFollowerTest::doubtLooksAtTheEpochFirst()
{
    startLive();
    QSignalSpy verified(m_world->follower.get(), &FeedFollower::verifiedChanged);
    follower().doubt();
    QVERIFY(!follower().isVerified());
    m_world->settle();
    QVERIFY(follower().isVerified());
    QCOMPARE(verified.size(), 2);
    QVERIFY(m_world->transport.requests.front().url.contains("/business/changes?since=E1.2"));
    QCOMPARE(follower().state(), FeedFollower::State::Live);
}

void FeedFollowerTest::unreadableMessagesAreAskedFor()
{
    startLive();
    m_world->hub.place();
    m_world->channel.say("{\"type\":\"change\",\"seq\":3,\"entity\":\"invented_later\",\"id\":1,\"version\":1}");
    m_world->channel.say("not even JSON");
    m_world->channel.say("{\"type\":\"invented_later\"}");
    m_world->settle();
    QVERIFY(m_world->agrees());
    QCOMPARE(follower().state(), FeedFollower::State::Live);
}

void FeedFollowerTest::staleBufferDoesNotReachANewRecord()
{
    startLive();
    m_world->hub.place();
    m_world->hub.place();
    m_world->hub.place();
    // A gap: 5 is kept until the catch-up comes, which the dying hub does not answer.
    const QByteArray stale = m_world->hub.live(5);
    m_world->transport.hold = true;
    m_world->channel.say(stale);
    m_world->settle();
    m_world->transport.dropAll();
    m_world->transport.hold = false;
    m_world->channel.breakOff();
    // Its successor is another record at seq 4, so that 5 would seem to follow.
    FakeHub other(m_world->clock);
    for (int i = 0; i < 4; ++i)
        other.place();
    m_world->hub.restore(other.backup(), QStringLiteral("E2"));
    m_world->advance(60'000);
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QVERIFY(m_world->agrees());
    QCOMPARE(m_world->cache->cursor(), m_world->hub.cursor());
}

void FeedFollowerTest::followsTheHubsClock()
{
    ManualClock ahead;
    ahead.advance(90'000);
    follower().start();
    m_world->channel.say(helloJson(m_world->hub.cursor(), ahead.nowMs()));
    QVERIFY(m_world->hubClock->isKnown());
    QCOMPARE(m_world->hubClock->nowMs(), ahead.nowMs());
}

void FeedFollowerTest::aHubOfAnotherVersionIsLeftAlone_data()
{
    QTest::addColumn<QString>("hub");
    QTest::addColumn<Compatibility>("fit");
    QTest::newRow("it does not say") << QString() << Compatibility::Fits;
    QTest::newRow("of a later time") << QStringLiteral("next") << Compatibility::Fits;
    QTest::newRow("the same") << QStringLiteral("0.4.9") << Compatibility::Fits;
    QTest::newRow("one ahead") << QStringLiteral("0.5.0") << Compatibility::Fits;
    QTest::newRow("two ahead") << QStringLiteral("0.6.0") << Compatibility::ScreenTooOld;
    QTest::newRow("another one") << QStringLiteral("1.0.0") << Compatibility::ScreenTooOld;
    QTest::newRow("behind") << QStringLiteral("0.3.9") << Compatibility::HubTooOld;
}

void FeedFollowerTest::aHubOfAnotherVersionIsLeftAlone()
{
    QFETCH(QString, hub);
    QFETCH(Compatibility, fit);
    m_world->endpoint.setVersion("0.4.2");
    follower().start();
    m_world->channel.say(helloJson(m_world->hub.cursor(), m_world->clock.nowMs(), {hub, {}}));
    m_world->settle();
    QCOMPARE(follower().fit(), fit);
    if (fit == Compatibility::Fits) {
        QCOMPARE(follower().state(), FeedFollower::State::Live);
        QVERIFY(m_world->agrees());
        return;
    }
    QCOMPARE(follower().state(), FeedFollower::State::Upgrade);
    QVERIFY(!follower().isVerified());
    QCOMPARE(follower().hubVersion(), hub.section(u'.', 0, 1));
    QVERIFY(!m_world->channel.isOpen);
    QVERIFY(m_world->transport.requests.empty()); // nothing of it was read
    // It is looked at again, and says nothing else meanwhile.
    m_world->advance(m_world->scheduler.nextIn());
    QVERIFY(m_world->channel.isOpen);
    QCOMPARE(follower().state(), FeedFollower::State::Upgrade);
    m_world->channel.say(helloJson(m_world->hub.cursor(), m_world->clock.nowMs(), {QStringLiteral("0.4.0"), {}}));
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Live);
    QCOMPARE(follower().fit(), Compatibility::Fits);
}

void FeedFollowerTest::aHubThatRefusesThisVersionIsWaitedFor()
{
    startLive();
    m_world->transport.queued.push_back(
        answered(426, QByteArrayLiteral("{}"), {{QByteArrayLiteral("oshaq-version"), QByteArrayLiteral("7.1.3")}}));
    m_world->channel.breakOff();
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Upgrade);
    QCOMPARE(follower().fit(), Compatibility::ScreenTooOld);
    QCOMPARE(follower().hubVersion(), QStringLiteral("7.1"));
    QVERIFY(!follower().isVerified());
    QVERIFY(m_world->agrees()); // what it knew stays
    m_world->advance(m_world->scheduler.nextIn());
    m_world->channel.say(m_world->hub.hello());
    m_world->settle();
    QCOMPARE(follower().state(), FeedFollower::State::Live);
}

void FeedFollowerTest::heartbeatsTellOfScreens()
{
    startLive();
    std::vector<std::vector<ScreenFacts>> heard;
    connect(&follower(), &FeedFollower::screensHeard, this, [&](const auto &screens) { heard.push_back(screens); });
    m_world->channel.say(m_world->hub.heartbeat());
    QVERIFY(heard.empty()); // as before
    ScreenFacts grill;
    grill.terminalId = 3;
    grill.name = QStringLiteral("Grill");
    grill.state = ScreenState::Stale;
    grill.lastSeenAtMs = m_world->clock.nowMs();
    grill.lagMs = 20'000;
    grill.paintedP95Ms = 80;
    grill.clockOffsetMs = -5;
    grill.version = QStringLiteral("0.1.0");
    m_world->channel.say(heartbeatJson(m_world->hub.cursor(), m_world->clock.nowMs(), {{}, screensJson({grill})}));
    QCOMPARE(heard.size(), std::size_t(1));
    QVERIFY(heard.front() == std::vector{grill});
    // States and rows of a newer hub are left out, and all else counts.
    m_world->channel.say(
        heartbeatJson(m_world->hub.cursor(), m_world->clock.nowMs(),
                      {{}, R"([{"terminal_id":4,"name":"Cold","state":"dreaming","version":""},7,{}])"}));
    QCOMPARE(heard.size(), std::size_t(2));
    QVERIFY(heard.back().empty());
    QCOMPARE(follower().state(), FeedFollower::State::Live);
}

QTEST_GUILESS_MAIN(FeedFollowerTest)
#include "feedfollowertest.moc"

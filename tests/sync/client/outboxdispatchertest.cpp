// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminalworld.h"

#include "models/domain/timetext.h"
#include "models/domain/uuid7.h"
#include "sync/client/retryafter.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/staffjson.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;

namespace {

WireReply refusal(int status, const char *code)
{
    return answered(status, errorJson(QByteArray(code), QStringLiteral("No."), "req"));
}

} // namespace

class OutboxDispatcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsUnderItsOwnKey();
    void effectNeverFlickersBack();
    void keepsTheOrderOfEachQueue();
    void sendsAFewAtATime();
    void sendsNothingWhileTheGateIsShut();
    void parksRefusedCommands_data();
    void parksRefusedCommands();
    void parksWhatWaitsBehind();
    void pausesForSignIn_data();
    void pausesForSignIn();
    void namesWhoDidIt();
    void aPersonsRefusalStopsNobodyElse();
    void backsOff_data();
    void backsOff();
    void backOffGrowsAndIsRandom();
    void aFailingCommandHoldsUpOnlyItsOrder();
    void honoursRetryAfter();
    void readsRetryAfter();
    void pausesWithAnAlarm_data();
    void pausesWithAnAlarm();
    void restartKeepsKeysAndOrder();
    void answerLostMeansTheSameKeyAgain();
    void epochChangeGivesUpWhatIsOnItsWay();
    void twoHundredCommandsOverABadNetwork();
    void sendsAnOrderThatWasTakenHere();
    void whatFollowsNamesTheHubsLines();
    void anOrderThatIsThereAlreadyIsAskedFor();
    void anAnswerWithoutTheOrderIsAskedFor();
    void numbersOfAnotherLetterAreNotSent();
    void sendsEdits();
    void sendsDishesThatAreOut();
    void refusedOrdersAreParkedWithWhatFollows();

private:
    void fill(int orders);
    /// An order of two dishes that is taken here, with a number of this letter; its local id.
    Order take(const QString &letter = QStringLiteral("B"));
    const WireRequest &lastRequest() const { return m_world->transport.requests.back(); }
    Order order(qint64 id) const { return *m_world->cache->find(id); }
    QStringList sentKeys() const;

    std::unique_ptr<TerminalWorld> m_world;
};

void OutboxDispatcherTest::init()
{
    m_world = std::make_unique<TerminalWorld>();
    QVERIFY(m_world->database && m_world->cache && m_world->outbox);
    fill(8);
    m_world->makeDispatcher();
    m_world->dispatcher->setGateOpen(true);
}

void OutboxDispatcherTest::cleanup()
{
    m_world.reset();
}

void OutboxDispatcherTest::fill(int orders)
{
    for (int i = 0; i < orders; ++i)
        m_world->hub.place();
    QVERIFY(m_world->cache->applySnapshot(m_world->hub.snapshot()).ok());
}

QStringList OutboxDispatcherTest::sentKeys() const
{
    QStringList keys;
    for (const WireRequest &request : m_world->transport.requests)
        keys.append(QString::fromLatin1(idempotencyKey(request)));
    return keys;
}

Order OutboxDispatcherTest::take(const QString &letter)
{
    m_world->hub.letter = letter;
    if (!m_world->cache->applySnapshot(m_world->hub.snapshot()))
        return {};
    NewOrder request;
    request.uuid = makeUuid7(m_world->clock.nowMs());
    request.fulfilment = Fulfilment::DineIn;
    request.table = QStringLiteral("7");
    request.guestName = QStringLiteral("Dana");
    request.actedAtMs = m_world->clock.nowMs();
    Order order;
    order.uuid = request.uuid;
    order.fulfilment = request.fulfilment;
    order.table = request.table;
    order.placedAtMs = order.statusAtMs = m_world->clock.nowMs();
    for (const qint64 quantity : {1000, 2500}) {
        request.lines.push_back({7, quantity, {}, QStringLiteral("note"), 1});
        OrderLine line;
        line.itemId = 7;
        line.quantity = quantity;
        line.note = QStringLiteral("note");
        line.statusAtMs = line.addedAtMs = m_world->clock.nowMs();
        order.lines.push_back(line);
    }
    const auto taken = m_world->outbox->take(request, order, QDate(2026, 1, 2));
    return taken ? *taken : Order();
}

void OutboxDispatcherTest::sendsUnderItsOwnKey()
{
    const QString id = m_world->bump(order(1));
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    const WireRequest &request = m_world->transport.requests.front();
    QCOMPARE(request.method, QByteArray("PATCH"));
    QCOMPARE(request.url, "http://hub.test:8787/api/v1/business/orders/" + order(1).uuid.toLatin1() + "/lines");
    QVERIFY(request.headers.contains({QByteArray("Authorization"), QByteArray("Bearer ott_good")}));
    QVERIFY(request.headers.contains({QByteArray("Content-Type"), QByteArray("application/json")}));
    QCOMPARE(QString::fromLatin1(idempotencyKey(request)), id);
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(m_world->hub.executed, QStringList{id});
    // Confirmed rows are kept: they can be sent again.
    QCOMPARE(*m_world->outbox->requeueConfirmedSince(0), 1);
}

void OutboxDispatcherTest::effectNeverFlickersBack()
{
    const Order before = order(1);
    // Whenever the outbox or the cache says that something changed, row plus overlay must show the bump.
    int looks = 0;
    const auto look = [&] {
        const Order &row = *m_world->cache->find(1);
        ++looks;
        QVERIFY(row.status == OrderStatus::Ready || !m_world->outbox->overlayOf(row).empty());
    };
    connect(m_world->outbox.get(), &Outbox::pendingChanged, this, look);
    connect(m_world->cache.get(), &OrderCache::ordersChanged, this, look);
    m_world->bump(before);
    m_world->settle();
    QVERIFY(looks >= 2);
    QCOMPARE(order(1).status, OrderStatus::Ready);
    QVERIFY(m_world->outbox->overlayOf(order(1)).empty());
    disconnect(m_world->outbox.get(), nullptr, this, nullptr);
    disconnect(m_world->cache.get(), nullptr, this, nullptr);
}

void OutboxDispatcherTest::keepsTheOrderOfEachQueue()
{
    m_world->transport.hold = true;
    QStringList expected;
    expected << m_world->setStatus(order(1), OrderStatus::Accepted)
             << m_world->setStatus(order(1), OrderStatus::Preparing)
             << m_world->setStatus(order(1), OrderStatus::Ready);
    m_world->settle();
    QCOMPARE(sentKeys(), expected.mid(0, 1));
    m_world->transport.hold = false;
    m_world->settle();
    QCOMPARE(sentKeys(), expected);
    QCOMPARE(m_world->hub.executed, expected);
    QCOMPARE(order(1).status, OrderStatus::Ready);
}

void OutboxDispatcherTest::sendsAFewAtATime()
{
    m_world->dispatcher->setGateOpen(false);
    for (qint64 id = 1; id <= 8; ++id)
        m_world->bump(order(id));
    m_world->dispatcher->setGateOpen(true);
    QCOMPARE(m_world->transport.inFlight(), OutboxDispatcher::maxInFlight);
    m_world->settle();
    QCOMPARE(m_world->transport.largestFlight, OutboxDispatcher::maxInFlight);
    QCOMPARE(m_world->hub.executed.size(), 8);
}

void OutboxDispatcherTest::sendsNothingWhileTheGateIsShut()
{
    m_world->dispatcher->setGateOpen(false);
    m_world->bump(order(1));
    m_world->advance(3'600'000);
    QVERIFY(m_world->transport.requests.empty());
    QCOMPARE(m_world->outbox->pendingCount(), 1);
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::parksRefusedCommands_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("404") << 404 << QByteArray("NOT_FOUND");
    QTest::newRow("409") << 409 << QByteArray("ORDER_TRANSITION_NOT_ALLOWED");
    QTest::newRow("412") << 412 << QByteArray("VERSION_STALE");
    QTest::newRow("422") << 422 << QByteArray("VALIDATION_FAILED");
}

void OutboxDispatcherTest::parksRefusedCommands()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    m_world->transport.queued.push_back(refusal(status, code));
    const QString id = m_world->bump(order(1));
    m_world->settle();
    const std::vector<ParkedCommand> parked = m_world->outbox->parked();
    QCOMPARE(parked.size(), std::size_t(1));
    QCOMPARE(parked.front().id, id);
    QCOMPARE(parked.front().errorCode, QString::fromLatin1(code));
    QCOMPARE(parked.front().message, QStringLiteral("No."));
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(m_world->dispatcher->pause(), OutboxDispatcher::Pause::None);
    m_world->advance(3'600'000);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
}

void OutboxDispatcherTest::parksWhatWaitsBehind()
{
    // Somebody else was faster, so that the person's view was old.
    OrderCommand cancel;
    cancel.to = OrderStatus::Cancelled;
    cancel.reason = QStringLiteral("guest left");
    m_world->hub.change(1, cancel);
    m_world->dispatcher->setGateOpen(false);
    m_world->setStatus(order(1), OrderStatus::Accepted, OrderStatus::New);
    m_world->setStatus(order(1), OrderStatus::Preparing);
    const QString other = m_world->bump(order(2));
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QCOMPARE(m_world->outbox->parked().size(), std::size_t(2));
    QCOMPARE(m_world->transport.requests.size(), std::size_t(2));
    QCOMPARE(m_world->hub.executed, QStringList{other});
}

void OutboxDispatcherTest::namesWhoDidIt()
{
    const auto operatorOf = [](const WireRequest &request) {
        for (const auto &[name, value] : request.headers) {
            if (name == operatorHeader)
                return value;
        }
        return QByteArray();
    };
    m_world->dispatcher->setGateOpen(false);
    m_world->outbox->setOperator(7, Role::Kitchen);
    m_world->bump(order(1));
    m_world->outbox->setOperator(8, Role::Manager);
    m_world->bump(order(2));
    m_world->outbox->setOperator(0, std::nullopt);
    m_world->bump(order(3));
    m_world->reopen();
    m_world->outbox->setOperator(9, Role::Counter);
    m_world->makeDispatcher();
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(3));
    QCOMPARE(operatorOf(m_world->transport.requests[0]), QByteArray("7"));
    QCOMPARE(operatorOf(m_world->transport.requests[1]), QByteArray("8"));
    QCOMPARE(operatorOf(m_world->transport.requests[2]), QByteArray());
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::aPersonsRefusalStopsNobodyElse()
{
    QSignalSpy refused(m_world->dispatcher.get(), &OutboxDispatcher::operatorRefused);
    const Error error{ErrorCode::Forbidden,
                      QStringLiteral("A kitchen may not do this."),
                      {{QString::fromLatin1(operatorHeader), QStringLiteral("is a kitchen")}}};
    m_world->transport.queued.push_back(answered(403, errorJson(error, "req")));
    m_world->outbox->setOperator(7, Role::Manager);
    const QString first = m_world->bump(order(1));
    const QString second = m_world->bump(order(2));
    m_world->settle();
    QCOMPARE(m_world->dispatcher->pause(), OutboxDispatcher::Pause::None);
    QCOMPARE(refused.size(), 1);
    const std::vector<ParkedCommand> parked = m_world->outbox->parked();
    QCOMPARE(parked.size(), std::size_t(1));
    QCOMPARE(parked.front().id, first);
    QCOMPARE(m_world->hub.executed, QStringList{second});
}

void OutboxDispatcherTest::pausesForSignIn_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403") << 403;
}

void OutboxDispatcherTest::pausesForSignIn()
{
    QFETCH(int, status);
    QSignalSpy paused(m_world->dispatcher.get(), &OutboxDispatcher::pauseChanged);
    m_world->transport.queued.push_back(refusal(status, "TOKEN_EXPIRED"));
    const QString first = m_world->bump(order(1));
    m_world->settle();
    QCOMPARE(m_world->dispatcher->pause(), OutboxDispatcher::Pause::SignIn);
    QCOMPARE(paused.size(), 1);
    const QString second = m_world->bump(order(2));
    m_world->advance(3'600'000);
    m_world->dispatcher->connectionRestored();
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    QCOMPARE(m_world->outbox->pendingCount(), 2);
    QVERIFY(m_world->outbox->parked().empty());

    m_world->hub.token = "ott_new";
    m_world->endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_new"));
    m_world->dispatcher->resume();
    m_world->settle();
    QCOMPARE(m_world->dispatcher->pause(), OutboxDispatcher::Pause::None);
    QCOMPARE(m_world->hub.executed, QStringList({first, second}));
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::backsOff_data()
{
    QTest::addColumn<int>("status"); // 0: no network, 1: timeout
    for (const int status : {0, 1, 408, 425, 426, 429, 500, 502, 503, 504})
        QTest::newRow(qPrintable(QString::number(status))) << status;
}

void OutboxDispatcherTest::backsOff()
{
    QFETCH(int, status);
    WireReply reply = status > 1 ? refusal(status, "STORAGE_UNAVAILABLE") : noNetwork();
    if (status == 1)
        reply.failure = WireReply::Failure::Timeout;
    m_world->transport.queued.push_back(reply);
    const QString id = m_world->bump(order(1));
    m_world->settle();
    QCOMPARE(m_world->outbox->pendingCount(), 1);
    QCOMPARE(m_world->dispatcher->pause(), OutboxDispatcher::Pause::None);
    QCOMPARE(m_world->outbox->heads().front().attempts, 1);

    m_world->advance(249);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    m_world->advance(1);
    QCOMPARE(sentKeys(), QStringList({id, id}));
    QCOMPARE(m_world->hub.executed, QStringList{id});
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QVERIFY(m_world->outbox->parked().empty());
}

void OutboxDispatcherTest::backOffGrowsAndIsRandom()
{
    m_world->hub.up = false;
    m_world->bump(order(1));
    m_world->settle();
    std::vector<qint64> delays;
    for (int i = 0; i < 8; ++i) {
        delays.push_back(m_world->scheduler.nextIn());
        m_world->advance(delays.back());
    }
    QCOMPARE(delays, (std::vector<qint64>{250, 500, 1000, 2000, 4000, 7500, 7500, 7500}));
    m_world->fraction = 0.5;
    m_world->advance(m_world->scheduler.nextIn());
    QCOMPARE(m_world->scheduler.nextIn(), qint64(11'250));
    // It is over at once when the hub is known to be back.
    m_world->hub.up = true;
    m_world->dispatcher->connectionRestored();
    m_world->settle();
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::aFailingCommandHoldsUpOnlyItsOrder()
{
    const QByteArray poisoned = order(1).uuid.toLatin1();
    m_world->transport.serve = [&](const WireRequest &request) -> std::optional<WireReply> {
        if (request.url.contains(poisoned))
            return refusal(500, "INTERNAL");
        return m_world->hub.handle(request);
    };
    m_world->bump(order(1));
    for (qint64 id = 2; id <= 8; ++id)
        m_world->bump(order(id));
    m_world->settle();
    QCOMPARE(m_world->hub.executed.size(), 7);
    QCOMPARE(m_world->outbox->pendingCount(), 1);
}

void OutboxDispatcherTest::honoursRetryAfter()
{
    m_world->transport.queued.push_back(answered(429, {}, {{"retry-after", "30"}}));
    m_world->bump(order(1));
    m_world->bump(order(2));
    m_world->settle();
    const std::size_t sent = m_world->transport.requests.size();
    m_world->bump(order(3));
    m_world->advance(29'999);
    QCOMPARE(m_world->transport.requests.size(), sent);
    m_world->advance(1);
    QVERIFY(m_world->transport.requests.size() > sent);
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::readsRetryAfter()
{
    const qint64 nowMs = *fromIso(u"2026-01-15T10:30:00.000Z");
    QCOMPARE(retryAfterMs("7", nowMs, 60'000), qint64(7'000));
    QCOMPARE(retryAfterMs("0", nowMs, 60'000), qint64(0));
    QCOMPARE(retryAfterMs("-5", nowMs, 60'000), qint64(0));
    QCOMPARE(retryAfterMs("9223372036854775807", nowMs, 60'000), qint64(60'000));
    QCOMPARE(retryAfterMs("Thu, 15 Jan 2026 10:30:20 GMT", nowMs, 60'000), qint64(20'000));
    QCOMPARE(retryAfterMs("Thu, 15 Jan 2026 10:29:20 GMT", nowMs, 60'000), qint64(0));
    QCOMPARE(retryAfterMs("Fri, 15 Jan 2027 10:30:20 GMT", nowMs, 60'000), qint64(60'000));
    QCOMPARE(retryAfterMs("soon", nowMs, 60'000), qint64(0));
    QCOMPARE(retryAfterMs("", nowMs, 60'000), qint64(0));
}

void OutboxDispatcherTest::pausesWithAnAlarm_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray error = errorJson(QByteArray("BAD_REQUEST"), QStringLiteral("No."), "req");
    QTest::newRow("302") << 302 << QByteArray();
    QTest::newRow("400") << 400 << error;
    QTest::newRow("405") << 405 << error;
    QTest::newRow("410") << 410 << error;
    QTest::newRow("413") << 413 << error;
    QTest::newRow("431") << 431 << error;
    QTest::newRow("200 of somebody else") << 200 << QByteArray("<html>Welcome to the guest network</html>");
    QTest::newRow("200 that says no") << 200 << error;
    QTest::newRow("404 of somebody else") << 404 << QByteArray("<html>Not found</html>");
}

void OutboxDispatcherTest::pausesWithAnAlarm()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_world->transport.queued.push_back(answered(status, body));
    const QString id = m_world->bump(order(1));
    m_world->settle();
    QCOMPARE(m_world->dispatcher->pause(), OutboxDispatcher::Pause::Alarm);
    QVERIFY(m_world->dispatcher->pauseDetail().contains(QString::number(status)));
    m_world->bump(order(2));
    m_world->advance(3'600'000);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    QCOMPARE(m_world->outbox->pendingCount(), 2);
    QVERIFY(m_world->outbox->parked().empty());

    m_world->dispatcher->connectionRestored();
    m_world->settle();
    QCOMPARE(m_world->hub.executed.front(), id);
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::restartKeepsKeysAndOrder()
{
    m_world->dispatcher->setGateOpen(false);
    QStringList expected;
    expected << m_world->setStatus(order(1), OrderStatus::Accepted)
             << m_world->setStatus(order(1), OrderStatus::Preparing);
    m_world->dispatcher->setGateOpen(true);
    // The first is at the hub, its answer on the way, when the terminal dies.
    m_world->transport.process();
    QCOMPARE(m_world->hub.executed, expected.mid(0, 1));
    m_world->reopen();
    QCOMPARE(m_world->outbox->pendingCount(), 2);
    m_world->makeDispatcher();
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QCOMPARE(m_world->hub.executed, expected);
    QCOMPARE(m_world->hub.replays, 1);
    QCOMPARE(sentKeys(), QStringList({expected[0], expected[0], expected[1]}));
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(order(1).status, OrderStatus::Preparing);
}

void OutboxDispatcherTest::answerLostMeansTheSameKeyAgain()
{
    bool lose = true;
    m_world->transport.serve = [&](const WireRequest &request) -> std::optional<WireReply> {
        const auto reply = m_world->hub.handle(request);
        return std::exchange(lose, false) ? std::nullopt : reply;
    };
    const QString id = m_world->bump(order(1));
    m_world->settle();
    m_world->advance(60'000);
    QCOMPARE(m_world->hub.executed, QStringList{id});
    QCOMPARE(m_world->hub.replays, 1);
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(order(1).status, OrderStatus::Ready);
}

void OutboxDispatcherTest::epochChangeGivesUpWhatIsOnItsWay()
{
    const FakeHub::Record old = m_world->hub.backup();
    const QString id = m_world->bump(order(1));
    m_world->transport.process(); // executed; the answer is on its way
    QCOMPARE(m_world->hub.executed, QStringList{id});
    m_world->hub.restore(old, QStringLiteral("E2"));
    QVERIFY(m_world->cache->applySnapshot(m_world->hub.snapshot()).ok());
    QVERIFY(m_world->transport.cancelled >= 1);
    m_world->settle();
    // The restored hub never heard of it and gets it, under the same key.
    QCOMPARE(m_world->hub.executed, QStringList({id, id}));
    QCOMPARE(m_world->hub.order(1).status, OrderStatus::Ready);
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::twoHundredCommandsOverABadNetwork()
{
    for (int i = 0; i < 42; ++i)
        m_world->hub.place();
    QVERIFY(m_world->cache->applySnapshot(m_world->hub.snapshot()).ok());
    m_world->dispatcher->setGateOpen(false);
    QStringList all;
    QMap<QString, QStringList> byOrder;
    for (const OrderStatus to :
         {OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready, OrderStatus::Completed}) {
        for (qint64 id = 1; id <= 50; ++id) {
            all.append(m_world->setStatus(order(id), to));
            byOrder[order(id).uuid].append(all.back());
        }
    }
    // Every third answer is lost, every fifth request never arrives, and the terminal is restarted on the way.
    int count = 0;
    m_world->transport.serve = [&](const WireRequest &request) -> std::optional<WireReply> {
        ++count;
        if (count % 5 == 0)
            return std::nullopt;
        const auto reply = m_world->hub.handle(request);
        return count % 3 == 0 ? std::nullopt : reply;
    };
    for (int restarts = 0; restarts < 3; ++restarts) {
        m_world->reopen();
        m_world->makeDispatcher();
        m_world->dispatcher->setGateOpen(true);
        for (int i = 0; i < 5; ++i)
            m_world->advance(1'000);
        m_world->transport.process();
    }
    for (int i = 0; i < 500 && m_world->outbox->pendingCount() > 0; ++i)
        m_world->advance(15'000);

    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QVERIFY(m_world->outbox->parked().empty());
    QCOMPARE(m_world->hub.executed.size(), 200);
    QCOMPARE(QSet<QString>(m_world->hub.executed.begin(), m_world->hub.executed.end()).size(), 200);
    for (const QStringList &expected : byOrder) {
        QStringList executed;
        for (const QString &key : m_world->hub.executed) {
            if (expected.contains(key))
                executed.append(key);
        }
        QCOMPARE(executed, expected);
    }
    for (qint64 id = 1; id <= 50; ++id)
        QCOMPARE(m_world->hub.order(id).status, OrderStatus::Completed);
    QVERIFY(m_world->agrees());
    QVERIFY(m_world->hub.replays > 0);
}

void OutboxDispatcherTest::sendsAnOrderThatWasTakenHere()
{
    const Order local = take();
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    const WireRequest &request = lastRequest();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.url, QByteArray("http://hub.test:8787/api/v1/business/orders"));
    const Result<JsonValue> body = parseJson(request.body);
    QVERIFY(body.ok());
    const Result<NewOrder> sent = readNewOrder(*body);
    QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().message));
    QCOMPARE(sent->uuid, local.uuid);
    QCOMPARE(sent->number, QStringLiteral("B-001"));
    QCOMPARE(sent->actedAtMs, std::optional<qint64>(local.placedAtMs));
    QCOMPARE(sent->guestName, QStringLiteral("Dana"));
    QCOMPARE(sent->lines.size(), std::size_t(2));
    QCOMPARE(sent->lines[1].quantity, qint64(2500));
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(order(9).uuid, local.uuid);
    QCOMPARE(order(9).number, QStringLiteral("B-001"));
    QVERIFY(m_world->agrees());
}

void OutboxDispatcherTest::whatFollowsNamesTheHubsLines()
{
    m_world->dispatcher->setGateOpen(false);
    const Order local = take();
    m_world->bump(local);
    LinesAdded added;
    added.request = {{7, 500, {}, {}, 1}};
    added.lines.resize(1);
    added.lines[0].itemId = 7;
    added.lines[0].quantity = 500;
    QVERIFY(m_world->outbox->add(local, {added}).ok());
    const qint64 later = std::get<LinesAdded>(m_world->outbox->recent().back().act).lines[0].id;
    QVERIFY(later < 0);
    OrderCommand bump;
    bump.kind = OrderCommand::Kind::Lines;
    bump.lineIds = {later};
    m_world->add(local, bump);
    m_world->reopen();
    m_world->makeDispatcher();
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QVERIFY(m_world->outbox->parked().empty());
    QCOMPARE(m_world->hub.executed.size(), 4);
    QCOMPARE(order(9).lines.size(), std::size_t(3));
    for (const OrderLine &line : order(9).lines)
        QCOMPARE(line.status, LineStatus::Done);
    QVERIFY(m_world->agrees());
}

void OutboxDispatcherTest::anOrderThatIsThereAlreadyIsAskedFor()
{
    // The hub did it and has forgotten the key; nobody heard the answer.
    m_world->dispatcher->setGateOpen(false);
    const Order local = take();
    m_world->bump(local);
    WireRequest same = m_world->endpoint.request(
        "POST", "/api/v1/business/orders", newOrderBody(std::get<OrderTaken>(m_world->outbox->heads()[0].act).request));
    same.headers.append({QByteArray("Idempotency-Key"), QByteArray("another")});
    QCOMPARE(m_world->hub.handle(same)->status, 200);
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QCOMPARE(m_world->transport.requests[1].method, QByteArray("GET"));
    QVERIFY(m_world->transport.requests[1].url.endsWith(local.uuid.toLatin1()));
    QVERIFY(m_world->outbox->parked().empty());
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(m_world->hub.orders().size(), 9);
    QCOMPARE(order(9).status, OrderStatus::Ready);
    QCOMPARE(m_world->dispatcher->pause(), OutboxDispatcher::Pause::None);
}

void OutboxDispatcherTest::anAnswerWithoutTheOrderIsAskedFor()
{
    m_world->hub.answersWithoutRow = true;
    const Order local = take();
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(2));
    QCOMPARE(lastRequest().method, QByteArray("GET"));
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    QCOMPARE(order(9).uuid, local.uuid);
}

void OutboxDispatcherTest::numbersOfAnotherLetterAreNotSent()
{
    m_world->dispatcher->setGateOpen(false);
    const Order local = take();
    QCOMPARE(local.number, QStringLiteral("B-001"));
    m_world->hub.letter = QStringLiteral("C");
    QVERIFY(m_world->cache->applySnapshot(m_world->hub.snapshot()).ok());
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QVERIFY(!lastRequest().body.contains("number"));
    QCOMPARE(order(9).number, QStringLiteral("A-9"));
}

void OutboxDispatcherTest::sendsEdits()
{
    FieldsEdited edited;
    edited.edit.note = QStringLiteral("без лука");
    edited.edit.from.note = QString();
    QVERIFY(m_world->outbox->add(order(1), {edited}).ok());
    m_world->settle();
    QCOMPARE(lastRequest().method, QByteArray("PATCH"));
    QCOMPARE(lastRequest().url, "http://hub.test:8787/api/v1/business/orders/" + order(1).uuid.toLatin1());
    QCOMPARE(order(1).note, QStringLiteral("без лука"));
    QVERIFY(m_world->agrees());

    edited.edit.note = QStringLiteral("other");
    QVERIFY(m_world->outbox->add(order(1), {edited}).ok()); // whoever saw it empty saw an older one
    m_world->settle();
    QCOMPARE(m_world->outbox->parked().size(), std::size_t(1));
    QCOMPARE(m_world->outbox->parked()[0].errorCode, QStringLiteral("VERSION_STALE"));
    QCOMPARE(m_world->outbox->parked()[0].what, QStringLiteral("edit"));
}

void OutboxDispatcherTest::sendsDishesThatAreOut()
{
    Item item;
    item.id = 21;
    item.name = QStringLiteral("Okroshka");
    m_world->transport.hold = true;
    const qint64 now = m_world->clock.nowMs();
    QVERIFY(m_world->outbox->mark(item, {21, false, now}).ok());
    QVERIFY(m_world->outbox->mark(item, {21, false, now, now + 3'600'000}).ok());
    QVERIFY(m_world->outbox->mark(item, {21, true, now}).ok());
    m_world->bump(order(1));
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(2)); // one of each queue
    m_world->transport.hold = false;
    m_world->settle();
    QCOMPARE(m_world->transport.requests[0].url,
             QByteArray("http://hub.test:8787/api/v1/business/items/21/availability"));
    QCOMPARE(m_world->transport.requests[0].body, QByteArray(R"({"available":false})"));
    const auto until = std::find_if(m_world->transport.requests.begin(), m_world->transport.requests.end(),
                                    [](const WireRequest &request) { return request.body.contains("back_at"); });
    QVERIFY(until != m_world->transport.requests.end());
    QCOMPARE(until->body, "{\"available\":false,\"back_at\":\"" + isoUtc(now + 3'600'000).toLatin1() +
                              "\",\"acted_at\":\"" + isoUtc(now).toLatin1() + "\"}");
    QCOMPARE(m_world->hub.marked.value(21), true); // in the order in which it was said
    QCOMPARE(m_world->outbox->pendingCount(), 0);
}

void OutboxDispatcherTest::refusedOrdersAreParkedWithWhatFollows()
{
    m_world->dispatcher->setGateOpen(false);
    const Order local = take();
    m_world->bump(local);
    m_world->transport.serve = [](const WireRequest &) { return refusal(422, "ITEM_UNAVAILABLE"); };
    m_world->dispatcher->setGateOpen(true);
    m_world->settle();
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    QCOMPARE(m_world->outbox->pendingCount(), 0);
    const auto parked = m_world->outbox->parked();
    QCOMPARE(parked.size(), std::size_t(2));
    QCOMPARE(parked[1].what, QStringLiteral("create"));
    QCOMPARE(parked[1].orderNumber, QStringLiteral("B-001"));
    QVERIFY(!m_world->outbox->localOrder(local.id));
}

QTEST_GUILESS_MAIN(OutboxDispatcherTest)
#include "outboxdispatchertest.moc"

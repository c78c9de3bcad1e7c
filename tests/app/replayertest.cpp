// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/replayer.h"

#include "tests/sync/client/fakewire.h"
#include "tests/sync/client/manualtime.h"

#include <QSet>
#include <QTest>

#include <optional>

using namespace oshaq;
using namespace oshaq::testing;

namespace {

PlannedOrder planned(const char *id, qint64 afterMs)
{
    return {QString::fromLatin1(id), afterMs, {{7, 1000, {}}}};
}

QByteArray member(const WireRequest &request, QStringView name)
{
    const auto body = parseJson(request.body);
    return body ? (*body)[name].string().toLatin1() : QByteArray();
}

/// A hub that takes everything.
WireReply friendly(const WireRequest &request)
{
    if (request.url.endsWith("/auth/guest"))
        return answered(201, R"({"success":true,"data":{"access_token":"ogt_1"}})");
    if (request.url.endsWith("/user/orders/create")) {
        return answered(201, R"({"success":true,"data":{"order_id":5,"order_uuid":")" + member(request, u"order_uuid") +
                                 R"(","cost":{"total_cost":12.90}}})");
    }
    return answered(404);
}

/// A replayer between a wire and a clock that the test owns.
struct Rig
{
    explicit Rig(std::vector<PlannedOrder> orders, QByteArray standbyUrl = {})
        : otherUrl(std::move(standbyUrl))
    {
        plan.orders = std::move(orders);
        wire.serve = friendly;
    }

    void play()
    {
        replayer.play(plan);
        settle();
    }

    /// Everything that happens without time passing.
    void settle()
    {
        while (wire.deliverOne() || scheduler.runDue()) {
        }
    }

    void pass(qint64 ms)
    {
        clock.advance(ms);
        settle();
    }

    /// Lets time pass until nothing waits any more.
    void finish()
    {
        for (int i = 0; i < 100'000 && !report && scheduler.nextIn() >= 0; ++i)
            pass(scheduler.nextIn());
    }

    QList<QByteArray> keys() const
    {
        QList<QByteArray> all;
        for (const WireRequest &request : wire.requests) {
            for (const auto &[name, value] : request.headers) {
                if (name == "Idempotency-Key")
                    all << value;
            }
        }
        return all;
    }

    int sent(const char *path) const
    {
        return int(std::count_if(wire.requests.begin(), wire.requests.end(),
                                 [path](const WireRequest &request) { return request.url.endsWith(path); }));
    }

    QByteArray otherUrl;
    ReplayPlan plan;
    ManualClock clock;
    ManualScheduler scheduler{clock};
    FakeTransport wire;
    std::vector<ReplayAck> acks;
    std::optional<ReplayReport> report;
    std::function<void()> onAck;
    QStringList told; ///< what was asked for and how it ended, in order
    Replayer replayer{
        wire,
        scheduler,
        clock,
        [] { return 0.5; },
        {"http://hub:1", "obt_1", {}, otherUrl},
        {[this](const ReplayAck &ack) {
             acks.push_back(ack);
             if (onAck)
                 onAck();
         },
         {},
         [this](const ReplayReport &done) { report = done; },
         [this](const ReplayAsk &ask) {
             told << QStringLiteral("ask %1 after %2 with %3 requests")
                         .arg(ask.order->sourceId)
                         .arg(ask.waitedMs)
                         .arg(sent("/user/orders/create"));
         },
         [this](const ReplayEnd &end) { told << QStringLiteral("end %1 %2").arg(end.status).arg(end.number); }}};
};

} // namespace

class ReplayerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersGoOutAtTheirTimes()
    {
        Rig rig({planned("a", 0), planned("b", 1000), planned("c", 1000), planned("d", 2500)});
        rig.play();
        QCOMPARE(rig.acks.size(), 1u);
        rig.pass(999);
        QCOMPARE(rig.acks.size(), 1u);
        rig.pass(1);
        QCOMPARE(rig.acks.size(), 3u);
        QVERIFY(!rig.report);
        rig.pass(1500);
        QVERIFY(rig.report);
        QCOMPARE(rig.report->acknowledged, 4);
        QCOMPARE(rig.report->sent, 4);
        QCOMPARE(rig.report->linesAcknowledged, 4);
        QCOMPARE(rig.report->elapsedMs, 2500);
        QVERIFY(rig.report->allAcknowledged(4));
    }

    void eachOrderIsANewGuest()
    {
        Rig rig({planned("a", 0), planned("b", 0)});
        rig.play();
        QCOMPARE(rig.sent("/api/v1/auth/guest"), 2);
        QCOMPARE(rig.sent("/api/v1/user/orders/create"), 2);
        for (const WireRequest &request : rig.wire.requests) {
            const QByteArray wanted = request.url.endsWith("/auth/guest") ? "Bearer obt_1" : "Bearer ogt_1";
            QCOMPARE(request.headers.first(), (QPair<QByteArray, QByteArray>("Authorization", wanted)));
            QVERIFY(request.url.startsWith("http://hub:1/api/v1/"));
        }
        const QList<QByteArray> keys = rig.keys();
        QCOMPARE(keys.size(), 2);
        QVERIFY(keys[0] != keys[1]);
        QCOMPARE(rig.acks[0].orderUuid.toLatin1(), keys[0]);
        QCOMPARE(rig.acks[0].totalCost, QByteArray("12.90"));
        QCOMPARE(rig.acks[0].orderId, 5);
    }

    void triesAgainUnderTheSameKey_data()
    {
        QTest::addColumn<int>("status"); // 0: no network
        for (const int status : {0, 408, 425, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }
    void triesAgainUnderTheSameKey()
    {
        QFETCH(int, status);
        Rig rig({planned("a", 0)});
        const WireReply trouble = status == 0 ? noNetwork() : answered(status);
        // The first token and then the first two creations go wrong.
        rig.wire.queued = {trouble, friendly({"POST", "/auth/guest", {}, {}}), trouble, trouble};
        rig.play();
        QVERIFY(rig.acks.empty());
        rig.finish();
        QCOMPARE(rig.acks.size(), 1u);
        QCOMPARE(rig.report->retries, 3);
        QCOMPARE(rig.sent("/auth/guest"), 2);
        const QList<QByteArray> keys = rig.keys();
        QCOMPARE(keys.size(), 3);
        QCOMPARE(QSet<QByteArray>(keys.begin(), keys.end()).size(), 1);
    }

    void waitsAsLongAsTheHubAsks()
    {
        Rig rig({planned("a", 0)});
        rig.wire.queued = {answered(429, {}, {{"retry-after", "7"}})};
        rig.play();
        rig.pass(6999);
        QVERIFY(rig.acks.empty());
        rig.pass(1);
        QCOMPARE(rig.acks.size(), 1u);
    }

    void refusalsAreNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 404, 409, 413, 422})
            QTest::addRow("%d", status) << status;
    }
    void refusalsAreNotTriedAgain()
    {
        QFETCH(int, status);
        Rig rig({planned("a", 0), planned("b", 0)});
        rig.wire.serve = [status](const WireRequest &request) {
            return request.url.endsWith("create")
                       ? answered(status, R"({"error":{"code":"ITEM_UNAVAILABLE","message":"Gone."}})")
                       : friendly(request);
        };
        rig.play();
        QVERIFY(rig.report);
        QCOMPARE(rig.report->refused, 2);
        QCOMPARE(rig.report->retries, 0);
        QVERIFY(rig.report->refusals.front().contains(QStringLiteral("%1 ITEM_UNAVAILABLE: Gone.").arg(status)));
        QVERIFY(!rig.report->allAcknowledged(2));
    }

    void anAnswerThatIsNotTheOrderIsNoAcknowledgement()
    {
        for (const QByteArray &body :
             {QByteArray("{}"), QByteArray("not json"), QByteArray(),
              QByteArray(R"({"data":{"order_id":5,"order_uuid":"another","cost":{"total_cost":1}}})")}) {
            Rig rig({planned("a", 0)});
            rig.wire.serve = [&body](const WireRequest &request) {
                return request.url.endsWith("create") ? answered(201, body) : friendly(request);
            };
            rig.play();
            QVERIFY(rig.report);
            QCOMPARE(rig.report->acknowledged, 0);
            QCOMPARE(rig.report->refused, 1);
        }
    }

    void aWrongTokenEndsTheReplay()
    {
        for (const int status : {401, 403}) {
            Rig rig({planned("a", 0), planned("b", 0), planned("c", 60'000)});
            rig.wire.serve = [status](const WireRequest &) { return answered(status); };
            rig.play();
            QVERIFY(rig.report);
            QVERIFY(!rig.report->fatal.isEmpty());
            QCOMPARE(rig.report->unanswered, 2);
            QCOMPARE(rig.sent("create"), 0);
            QVERIFY(!rig.report->allAcknowledged(3));
        }
    }

    void givesUpInTheEnd()
    {
        Rig rig({planned("a", 0)});
        rig.wire.serve = [](const WireRequest &) { return noNetwork(); };
        rig.play();
        rig.finish();
        QVERIFY(rig.report);
        QCOMPARE(rig.report->unanswered, 1);
        QVERIFY(rig.report->elapsedMs > 4 * 60'000);
        QVERIFY(rig.report->elapsedMs <= 5 * 60'000);
        QVERIFY(rig.report->retries > 20);
        QVERIFY(rig.report->fatal.isEmpty());
    }

    void notTooManyAtOnce()
    {
        std::vector<PlannedOrder> orders;
        for (int i = 0; i < 300; ++i)
            orders.push_back(planned("x", 0));
        Rig rig(std::move(orders));
        rig.wire.hold = true;
        rig.play();
        QCOMPARE(rig.wire.inFlight(), 64u);
        rig.wire.hold = false;
        rig.settle();
        rig.finish();
        QVERIFY(rig.report);
        QCOMPARE(rig.report->acknowledged, 300);
        QCOMPARE(rig.wire.largestFlight, 64u);
    }

    void stoppingInTheMiddle()
    {
        Rig rig({planned("a", 0), planned("b", 0), planned("c", 60'000)});
        rig.onAck = [&rig] { rig.replayer.stop(QStringLiteral("disk full")); };
        rig.play();
        QVERIFY(rig.report);
        QCOMPARE(rig.report->fatal, QStringLiteral("disk full"));
        QCOMPARE(rig.report->acknowledged, 1);
        QCOMPARE(rig.report->unanswered, 1);
        QCOMPARE(rig.wire.inFlight(), 0u);
        QVERIFY(rig.scheduler.nextIn() < 0);
    }

    void goingAwayInTheMiddle()
    {
        FakeTransport wire;
        ManualClock clock;
        ManualScheduler scheduler(clock);
        ReplayPlan plan;
        plan.orders = {planned("a", 0), planned("b", 1000)};
        {
            Replayer replayer(wire, scheduler, clock, [] { return 0.5; }, {"http://hub:1", "obt_1", {}}, {});
            replayer.play(plan);
            QCOMPARE(wire.inFlight(), 1u);
        }
        QCOMPARE(wire.inFlight(), 0u);
        QVERIFY(scheduler.nextIn() < 0);
    }

    void aHistoryHearsOfEachOrderBeforeItIsSentAndOfItsEnd()
    {
        Rig rig({planned("a", 0)});
        int tokens = 0;
        rig.wire.serve = [&tokens](const WireRequest &request) {
            if (request.url.endsWith("/auth/guest") && ++tokens == 1)
                return noNetwork();
            return friendly(request);
        };
        rig.play();
        QVERIFY(rig.told.isEmpty());
        rig.finish();
        QCOMPARE(rig.told.size(), 2);
        // It waits since the guest wanted to order, not since there was somebody to ask.
        QVERIFY2(rig.told[0].startsWith(QStringLiteral("ask a after ")), qPrintable(rig.told[0]));
        QVERIFY(!rig.told[0].startsWith(QStringLiteral("ask a after 0 ")));
        QVERIFY(rig.told[0].endsWith(QStringLiteral("with 0 requests")));
        QCOMPARE(rig.told[1], QStringLiteral("end 201 "));
    }

    void anOrderThatIsGivenUpSaysSo()
    {
        Rig rig({planned("a", 0)});
        rig.wire.serve = [](const WireRequest &request) {
            return request.url.endsWith("/auth/guest") ? friendly(request) : noNetwork();
        };
        rig.play();
        rig.finish();
        QCOMPARE(rig.told, (QStringList{QStringLiteral("ask a after 0 with 0 requests"), QStringLiteral("end 0 ")}));
    }

    void anOrderOfAnEarlierRunIsSentAgainAsItWas()
    {
        PlannedOrder order = planned("a", 0);
        order.uuid = QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057");
        order.guestToken = "ogt_before";
        Rig rig({order});
        rig.play();
        QVERIFY(rig.report);
        QCOMPARE(rig.sent("/auth/guest"), 0);
        QCOMPARE(rig.keys(), QList<QByteArray>{order.uuid.toLatin1()});
        QCOMPARE(rig.acks.size(), 1u);
    }

    void theStandbyIsAskedInTurn()
    {
        Rig rig({planned("a", 0), planned("b", 60'000)}, "http://standby:2");
        rig.wire.serve = [](const WireRequest &request) {
            return request.url.startsWith("http://standby:2/") ? friendly(request) : noNetwork();
        };
        rig.play();
        rig.finish();
        QCOMPARE(rig.acks.size(), 2u);
        QCOMPARE(rig.wire.requests.front().url, QByteArray("http://hub:1/api/v1/auth/guest"));
        // The second guest asks first where the first one was answered.
        QCOMPARE(rig.wire.requests.back().url, QByteArray("http://standby:2/api/v1/user/orders/create"));
        QCOMPARE(int(rig.wire.requests.size()), 5);
    }

    void noMoreOrdersOnTheirWayThanPhones()
    {
        Rig rig({planned("a", 0), planned("b", 0), planned("c", 0)});
        rig.replayer.setPhones(2);
        rig.replayer.play(rig.plan);
        QCOMPARE(rig.wire.inFlight(), 2u);
        rig.settle();
        QCOMPARE(rig.acks.size(), 3u);
    }

    void theMenu()
    {
        Rig rig({});
        std::optional<Result<JsonValue>> answer;
        rig.wire.serve = [](const WireRequest &) {
            return answered(200, R"({"success":true,"data":{"categories":[]}})");
        };
        rig.replayer.fetchMenu([&answer](const Result<JsonValue> &menu) { answer = menu; });
        rig.settle();
        QVERIFY(answer && answer->ok());
        QVERIFY((**answer)[u"categories"].isArray());
        QCOMPARE(rig.wire.requests.front().url, QByteArray("http://hub:1/api/v1/menu"));
        for (const WireReply &reply : {noNetwork(), answered(404), answered(200, "no json")}) {
            rig.wire.serve = [&reply](const WireRequest &) { return reply; };
            rig.replayer.fetchMenu([&answer](const Result<JsonValue> &menu) { answer = menu; });
            rig.settle();
            QVERIFY(answer && !answer->ok());
        }
    }
};

QTEST_GUILESS_MAIN(ReplayerTest)
#include "replayertest.moc"

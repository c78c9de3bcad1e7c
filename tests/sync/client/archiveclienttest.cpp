// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/archiveclient.h"
#include "fakewire.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/paymentjson.h"
#include "tests/sync/protocol/samples.h"

#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::testing;

using Kind = PortFailure::Kind;

/// Questions of the orders page, and everything that can become of them, over a scripted transport.
class ArchiveClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksAsThePageMeans();
    void readsPages();
    void readsOneOrder();
    void findsGuests();
    void nobodyIsFoundByBlanks();
    void paysOnceAsOften();
    void readsPayments();
    void splitsAndJoins();
    void failures_data();
    void failures();
    void unreadable_data();
    void unreadable();
    void neverInsideTheCall();
    void cancelledIsForgotten();
    void cancelsInsideAnAnswer();
    void destroyedForgetsAll();
    void destroyedInsideAnAnswer();
    void newCredentials();
    void givenUp();

private:
    struct Got
    {
        int times = 0;
        std::optional<Order> order;
        PortFailure failure;
    };
    PortDone<Order> into(Got *got)
    {
        return [got](const PortAnswer<Order> &answer) {
            ++got->times;
            got->order = answer.value;
            got->failure = answer.failure;
        };
    }
    void deliverAll()
    {
        while (m_wire->deliverOne()) {
        }
        QCoreApplication::processEvents();
    }
    static QByteArray orderText(const Order &order)
    {
        JsonWriter json;
        writeOrder(json, order, OrderView::Full);
        return json.take();
    }
    const WireRequest &last() const { return m_wire->requests.back(); }
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : last().headers) {
            if (key == name)
                return value;
        }
        return {};
    }

    HubEndpoint m_endpoint;
    std::unique_ptr<FakeTransport> m_wire;
    std::unique_ptr<ArchiveClient> m_client;
};

void ArchiveClientTest::init()
{
    m_endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"));
    m_wire = std::make_unique<FakeTransport>();
    m_client = std::make_unique<ArchiveClient>(m_endpoint, *m_wire, [] { return Currency(); });
}

void ArchiveClientTest::cleanup()
{
    m_client.reset();
    m_wire.reset();
}

void ArchiveClientTest::asksAsThePageMeans()
{
    ArchiveQuery query;
    query.words = QStringLiteral("  плов & 41+07 ");
    query.statuses = {OrderStatus::Completed, OrderStatus::Cancelled};
    query.fulfilment = Fulfilment::DineIn;
    query.payment = PaymentState::PartPaid;
    query.fromMs = samples::baseMs;
    query.toMs = samples::baseMs + 1000;
    query.userId = 5;
    query.limit = 5000;
    query.cursor = QStringLiteral("a=b/c");
    m_client->findOrders(query, [](const PortAnswer<ArchivePage> &) {});
    QCOMPARE(last().method, QByteArray("GET"));
    QCOMPARE(last().url,
             QByteArray("http://hub.test:8787/api/v1/business/orders?q=%D0%BF%D0%BB%D0%BE%D0%B2%20%26%2041%2B07"
                        "&status=6,7&fulfilment=dine_in&payment=part_paid&from=2026-01-15T10%3A30%3A00.000Z"
                        "&to=2026-01-15T10%3A30%3A01.000Z&user=5&limit=200&cursor=a%3Db%2Fc"));
    QCOMPARE(header("Authorization"), QByteArray("Bearer ott_good"));
    m_client->findOrders({}, [](const PortAnswer<ArchivePage> &) {});
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/orders?limit=50"));
    m_client->timeline(7, [](const PortAnswer<OrderTimeline> &) {});
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/orders/7/history"));
}

void ArchiveClientTest::readsPages()
{
    const QByteArray order = orderText(samples::order());
    m_wire->queued.push_back(
        answered(200, successJson('[' + order + ',' + order + ']', QStringLiteral("OK"), R"({"next_cursor":"c2"})")));
    m_wire->queued.push_back(answered(200, successJson("[]", QStringLiteral("OK"), R"({"next_cursor":null})")));
    std::vector<ArchivePage> pages;
    const auto keep = [&pages](const PortAnswer<ArchivePage> &answer) {
        QVERIFY2(bool(answer), qPrintable(answer.failure.message));
        pages.push_back(*answer.value);
    };
    m_client->findOrders({}, keep);
    m_client->findOrders({}, keep);
    deliverAll();
    QCOMPARE(pages.size(), size_t(2));
    QCOMPARE(pages[0].orders.size(), size_t(2));
    QCOMPARE(pages[0].orders[1], samples::order());
    QCOMPARE(pages[0].nextCursor, QStringLiteral("c2"));
    QVERIFY(pages[1].orders.empty() && pages[1].nextCursor.isEmpty());
}

void ArchiveClientTest::readsOneOrder()
{
    m_wire->queued.push_back(answered(200, successJson(orderText(samples::order()))));
    Got got;
    m_client->oneOrder(123, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/orders/123"));
    deliverAll();
    QCOMPARE(got.times, 1);
    QCOMPARE(got.order, std::optional(samples::order()));
}

void ArchiveClientTest::findsGuests()
{
    const QByteArray guest =
        R"({"user_id":5,"name":"Sholpan","phone":"+77015554107","phone_verified":true,"order_count":14,)"
        R"("first_order_at":"2025-03-01T10:00:00.000Z","last_order_at":"2026-01-15T10:30:00.000Z","spent":184500.5,)"
        R"("last_allergy":"nuts","addresses":[{"address_id":41,"address":"Abay 10","label":"Home"},)"
        R"({"address_id":42,"address":"Tole bi 1","label":null}])";
    m_wire->queued.push_back(answered(200, successJson('[' + guest + "}]")));
    m_wire->queued.push_back(answered(200, successJson(guest + R"(,"recent":[)" + orderText(samples::order()) + "]}")));
    std::vector<GuestCard> found;
    m_client->findGuests(QStringLiteral(" 4107 "),
                         [&](const PortAnswer<std::vector<GuestCard>> &answer) { found = *answer.value; });
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/guests?q=4107&limit=20"));
    std::optional<GuestCard> card;
    m_client->guest(5, [&](const PortAnswer<GuestCard> &answer) { card = answer.value; });
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/guests/5"));
    deliverAll();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].spentMinor, 18'450'050);
    QCOMPARE(found[0].orderCount, 14);
    QVERIFY(found[0].phoneVerified && found[0].recent.empty());
    QCOMPARE(found[0].addresses.size(), size_t(2));
    QCOMPARE(found[0].addresses[0].label, QStringLiteral("Home"));
    QCOMPARE(found[0].lastAllergy, QStringLiteral("nuts"));
    QVERIFY(card.has_value());
    QCOMPARE(card->recent.size(), size_t(1));
    QCOMPARE(card->recent[0], samples::order());
}

void ArchiveClientTest::nobodyIsFoundByBlanks()
{
    int answers = 0;
    const auto count = [&](const PortAnswer<std::vector<GuestCard>> &answer) {
        QVERIFY(answer && answer.value->empty());
        ++answers;
    };
    const PortCall first = m_client->findGuests(QStringLiteral("  "), count);
    const PortCall second = m_client->findGuests({}, count);
    QVERIFY(first != 0 && second != 0 && first != second);
    QCOMPARE(answers, 0);
    m_client->cancel(second);
    QCoreApplication::processEvents();
    QCOMPARE(answers, 1);
    QVERIFY(m_wire->requests.empty());
}

void ArchiveClientTest::paysOnceAsOften()
{
    Payment taken;
    taken.id = 31;
    taken.orderId = 7;
    taken.method = PaymentMethod::Cash;
    taken.status = PaymentStatus::Charged;
    taken.amountMinor = 1'845'000;
    taken.tipMinor = 5'050;
    taken.tenderedMinor = 2'000'000;
    taken.createdAtMs = samples::baseMs;
    JsonWriter json;
    writePayment(json, taken);
    const QByteArray answer = successJson(json.take());
    m_wire->queued = {noNetwork(), answered(201, answer)};

    ArchivePort::DirectPayment payment;
    payment.key = QStringLiteral("0190aaaa-0000-7000-8000-000000000001");
    payment.orderId = 7;
    payment.amountMinor = 1'845'000;
    payment.tipMinor = 5'050;
    payment.tenderedMinor = 2'000'000;
    std::vector<PortAnswer<Payment>> answers;
    const auto keep = [&answers](const PortAnswer<Payment> &one) { answers.push_back(one); };
    m_client->pay(payment, keep);
    deliverAll();
    QCOMPARE(answers.size(), size_t(1));
    QCOMPARE(answers[0].failure.kind, Kind::Unreachable);
    m_client->pay(payment, keep);
    deliverAll();
    QCOMPARE(answers.size(), size_t(2));
    QVERIFY(bool(answers[1]));
    QCOMPARE(*answers[1].value, taken);
    QCOMPARE(answers[1].value->changeMinor(), 149'950);
    for (const WireRequest &request : m_wire->requests) {
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.url, QByteArray("http://hub.test:8787/api/v1/payment/orders/direct"));
        QCOMPARE(request.body,
                 QByteArray(R"({"order_id":7,"method":"cash","amount":18450,"tip":50.5,"tendered":20000})"));
        QVERIFY(request.headers.contains({"Idempotency-Key", payment.key.toLatin1()}));
    }
    payment.method = PaymentMethod::CardReader;
    payment.tipMinor = 0;
    payment.tenderedMinor.reset();
    payment.slip = QStringLiteral("0042");
    m_client->pay(payment, keep);
    QCOMPARE(last().body, QByteArray(R"({"order_id":7,"method":"card_reader","amount":18450,"slip":"0042"})"));
}

void ArchiveClientTest::readsPayments()
{
    Payment first;
    first.id = 1;
    first.orderId = 7;
    first.method = PaymentMethod::SavedCard;
    first.status = PaymentStatus::PartRefunded;
    first.amountMinor = 500'000;
    first.cardId = 3;
    first.refundedMinor = 10'000;
    first.refunds = {{4, 10'000, QStringLiteral("cold"), samples::baseMs + 5}};
    first.createdAtMs = samples::baseMs;
    first.version = 3;
    Payment second;
    second.id = 2;
    second.orderId = 7;
    second.method = PaymentMethod::CardReader;
    second.status = PaymentStatus::Unknown;
    second.amountMinor = 1;
    second.slip = QStringLiteral("77");
    second.createdAtMs = samples::baseMs + 1;
    JsonWriter json;
    writeOrderPayments(json, 7, Currency(), summarise(600'000, {first, second}), {first, second});
    m_wire->queued.push_back(answered(200, successJson(json.take())));
    std::vector<Payment> got;
    m_client->payments(7, [&](const PortAnswer<std::vector<Payment>> &answer) {
        QVERIFY2(bool(answer), qPrintable(answer.failure.message));
        got = *answer.value;
    });
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/payment/orders/7"));
    deliverAll();
    QCOMPARE(got, (std::vector{first, second}));
}

void ArchiveClientTest::splitsAndJoins()
{
    m_wire->queued = {answered(201, successJson(orderText(samples::order()))),
                      answered(200, successJson(orderText(samples::order())))};
    Got split;
    m_client->split(QStringLiteral("k1"), 7, {{11, 1000}, {12, 1500}}, into(&split));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/orders/7/split"));
    QCOMPARE(last().body,
             QByteArray(R"({"items":[{"order_item_id":11,"quantity":1},{"order_item_id":12,"quantity":1.5}]})"));
    QCOMPARE(header("Idempotency-Key"), QByteArray("k1"));
    Got joined;
    m_client->join(QStringLiteral("k2"), 7, 8, into(&joined));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/orders/7/join"));
    QCOMPARE(last().body, QByteArray(R"({"into":8})"));
    QCOMPARE(header("Idempotency-Key"), QByteArray("k2"));
    deliverAll();
    QCOMPARE(split.order, std::optional(samples::order()));
    QCOMPARE(joined.order, std::optional(samples::order()));
}

namespace {

WireReply lost(WireReply::Failure failure)
{
    WireReply reply;
    reply.failure = failure;
    reply.failureText = QStringLiteral("nothing came");
    return reply;
}

QByteArray refusal(ErrorCode code)
{
    return errorJson(Error{code, QStringLiteral("Not like this."), {{QStringLiteral("amount"), QStringLiteral("no")}}},
                     "req-1");
}

} // namespace

void ArchiveClientTest::failures_data()
{
    QTest::addColumn<WireReply>("reply");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const WireReply &reply, Kind kind, const char *code = "") {
        QTest::newRow(name) << reply << int(kind) << QString::fromLatin1(code);
    };
    const QByteArray page = "<html>Welcome to our guest network</html>";
    row("no network", noNetwork(), Kind::Unreachable);
    row("too late", lost(WireReply::Failure::Timeout), Kind::Unreachable);
    row("too long", lost(WireReply::Failure::TooLarge), Kind::Broken);
    row("cannot be sent", lost(WireReply::Failure::Invalid), Kind::Broken);
    row("401", answered(401, refusal(ErrorCode::Unauthenticated)), Kind::SignIn, "UNAUTHENTICATED");
    row("401 expired", answered(401, refusal(ErrorCode::TokenExpired)), Kind::SignIn, "TOKEN_EXPIRED");
    row("401 of somebody", answered(401, page), Kind::SignIn);
    row("403", answered(403, refusal(ErrorCode::Forbidden)), Kind::SignIn, "FORBIDDEN");
    row("400", answered(400, refusal(ErrorCode::ValidationFailed)), Kind::Refused, "VALIDATION_FAILED");
    row("404", answered(404, refusal(ErrorCode::NotFound)), Kind::Refused, "NOT_FOUND");
    row("404 of somebody", answered(404, page), Kind::Broken);
    row("409", answered(409, refusal(ErrorCode::VersionStale)), Kind::Refused, "VERSION_STALE");
    row("422", answered(422, refusal(ErrorCode::PaymentExceedsDue)), Kind::Refused, "PAYMENT_EXCEEDS_DUE");
    row("408", answered(408), Kind::Unreachable);
    row("429", answered(429, refusal(ErrorCode::RateLimited)), Kind::Unreachable, "RATE_LIMITED");
    row("503", answered(503, refusal(ErrorCode::StorageUnavailable)), Kind::Unreachable, "STORAGE_UNAVAILABLE");
    row("503 of a proxy", answered(503, page), Kind::Unreachable);
    row("500", answered(500, refusal(ErrorCode::Internal)), Kind::Broken, "INTERNAL");
    row("502 of a proxy", answered(502, page), Kind::Broken);
    row("302", answered(302), Kind::Broken);
    row("200 of somebody", answered(200, page), Kind::Broken);
    row("200 without anything", answered(200), Kind::Broken);
    row("200 that says no", answered(200, refusal(ErrorCode::NotFound)), Kind::Broken);
    row("400 that says yes", answered(400, successJson("{}")), Kind::Broken);
}

void ArchiveClientTest::failures()
{
    QFETCH(WireReply, reply);
    QFETCH(int, kind);
    QFETCH(QString, code);
    m_wire->queued.push_back(reply);
    Got got;
    m_client->oneOrder(7, into(&got));
    deliverAll();
    QCOMPARE(got.times, 1);
    QVERIFY(!got.order);
    QCOMPARE(int(got.failure.kind), kind);
    QCOMPARE(got.failure.errorCode, code);
    QVERIFY(!got.failure.message.isEmpty());
    if (!code.isEmpty()) {
        QCOMPARE(got.failure.message, QStringLiteral("Not like this."));
        QCOMPARE(got.failure.details, (std::vector<ErrorDetail>{{QStringLiteral("amount"), QStringLiteral("no")}}));
    }
}

void ArchiveClientTest::unreadable_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("nothing") << QByteArray("null");
    QTest::newRow("text") << QByteArray(R"("order")");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("list of numbers") << QByteArray("[1]");
    QTest::newRow("list of empty ones") << QByteArray("[{}]");
    QTest::newRow("half of it") << QByteArray(R"([{"order_id":"x","user_id":true,"payments":7,"status":[]}])");
    QTest::newRow("payments") << QByteArray(R"({"order_id":7,"payments":[{"payment_id":1,"currency":"???"}]})");
}

void ArchiveClientTest::unreadable()
{
    QFETCH(QByteArray, data);
    const WireReply reply = answered(200, successJson(data));
    m_wire->queued = {reply, reply, reply, reply, reply, reply, reply, reply, reply};
    QList<int> kinds;
    const auto keep = [&kinds](const auto &answer) { kinds << (answer ? -1 : int(answer.failure.kind)); };
    m_client->findOrders({}, keep);
    m_client->oneOrder(1, keep);
    m_client->timeline(1, keep);
    m_client->findGuests(QStringLiteral("x"), keep);
    m_client->guest(1, keep);
    m_client->payments(1, keep);
    m_client->pay({}, keep);
    m_client->split({}, 1, {}, keep);
    m_client->join({}, 1, 2, keep);
    deliverAll();
    QCOMPARE(kinds, QList<int>(9, int(Kind::Broken)));
}

void ArchiveClientTest::neverInsideTheCall()
{
    int answers = 0;
    std::vector<PortCall> calls;
    for (int i = 0; i < 3; ++i) {
        calls.push_back(m_client->payments(i, [&](const PortAnswer<std::vector<Payment>> &) { ++answers; }));
        QCOMPARE(answers, 0);
        QVERIFY(calls.back() != 0);
    }
    deliverAll();
    QCOMPARE(answers, 3);
    QVERIFY(calls[0] != calls[1] && calls[1] != calls[2]);
}

void ArchiveClientTest::cancelledIsForgotten()
{
    Got first;
    Got second;
    const PortCall call = m_client->oneOrder(1, into(&first));
    m_client->oneOrder(2, into(&second));
    m_client->cancel(call);
    m_client->cancel(call);
    m_client->cancel(999);
    QCOMPARE(m_wire->cancelled, 1);
    deliverAll();
    QCOMPARE(first.times, 0);
    QCOMPARE(second.times, 1);
    m_client->cancel(call);
}

void ArchiveClientTest::cancelsInsideAnAnswer()
{
    // Somebody closes the sheet that asked two things when the first answer comes, and asks again.
    Got second;
    Got third;
    PortCall other = 0;
    m_client->oneOrder(1, [&](const PortAnswer<Order> &) {
        m_client->cancel(other);
        m_client->oneOrder(3, into(&third));
    });
    other = m_client->oneOrder(2, into(&second));
    deliverAll();
    QCOMPARE(second.times, 0);
    QCOMPARE(third.times, 1);
}

void ArchiveClientTest::destroyedForgetsAll()
{
    Got got;
    m_client->oneOrder(1, into(&got));
    m_client->oneOrder(2, into(&got));
    m_client->findGuests({}, [&](const PortAnswer<std::vector<GuestCard>> &) { ++got.times; });
    m_client.reset();
    QCOMPARE(m_wire->cancelled, 2);
    deliverAll();
    QCOMPARE(got.times, 0);
}

void ArchiveClientTest::destroyedInsideAnAnswer()
{
    Got got;
    m_client->oneOrder(1, [&](const PortAnswer<Order> &) { m_client.reset(); });
    m_client->oneOrder(2, into(&got));
    deliverAll();
    QVERIFY(!m_client);
    QCOMPARE(got.times, 0);
}

void ArchiveClientTest::newCredentials()
{
    m_endpoint = *HubEndpoint::make(QStringLiteral("https://other.test"), QStringLiteral("ott_new"));
    Got got;
    m_client->oneOrder(1, into(&got));
    QCOMPARE(last().url, QByteArray("https://other.test/api/v1/business/orders/1"));
    QCOMPARE(header("Authorization"), QByteArray("Bearer ott_new"));
}

void ArchiveClientTest::givenUp()
{
    Got first;
    Got second;
    const PortCall call = m_client->oneOrder(1, into(&first));
    m_client->oneOrder(2, into(&second));
    m_client->giveUp();
    QCOMPARE(m_wire->cancelled, 2);
    QCOMPARE(second.times, 0);
    m_client->cancel(call);
    deliverAll();
    QCOMPARE(first.times, 0);
    QCOMPARE(second.times, 1);
    QCOMPARE(second.failure.kind, Kind::Unreachable);
    m_client->giveUp();
    deliverAll();
    QCOMPARE(second.times, 1);
}

QTEST_GUILESS_MAIN(ArchiveClientTest)
#include "archiveclienttest.moc"

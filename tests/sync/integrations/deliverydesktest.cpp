// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/delivery/deliverydesk.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/dispatchservice.h"
#include "models/hub/orderservice.h"
#include "models/hub/outsideorders.h"
#include "models/runtime/clock.h"
#include "sync/client/curltransport.h"
#include "sync/integrations/delivery/httpdeliveryclient.h"
#include "sync/integrations/outside/outsidedesk.h"
#include "tests/sync/integrations/fakedelivery.h"
#include "tests/sync/integrations/hookreceiver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;
using Mood = FakeDelivery::Mood;

/// A real hub, a real wire, a delivery service and an ordering service that are not always well.
class DeliveryDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPriceAYesAndACourier();
    void aLostAnswerOrdersNoSecondCourier();
    void whatTheServiceNeverHeardOfIsAskedAgain();
    void aNoIsANo();
    void aWrongKeyIsSaid();
    void nonsenseIsNoAnswer();
    void calledOff();
    void aLateCallOffLearnsWhereTheFoodIs();
    void aCancelledOrderCallsItsCourierOff();
    void aRestartGoesOn();
    void theOtherServiceHearsTheStatus();
    void theOtherServiceHearsItLater();
    void nobodyAcceptsInTime();

private:
    static constexpr int patience = 20'000;

    void openHub();
    void startDesks();
    void stopDesks();
    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run);
    Result<IntegrationAccess> access(IntegrationKind kind) const;
    qint64 readyOrder();
    qint64 outsideOrder(qint64 acceptInMs);
    bool move(qint64 orderId, OrderStatus to);
    bool ask(qint64 orderId, bool quoteOnly = false);
    Dispatch dispatch(qint64 orderId);
    QString stateOf(qint64 orderId) { return dispatchStateText(dispatch(orderId).state); }
    int statusOf(qint64 orderId);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<HttpDeliveryClient> m_client;
    std::unique_ptr<DeliveryDesk> m_desk;
    std::unique_ptr<OutsideDesk> m_outside;
    std::unique_ptr<FakeDelivery> m_service;
    std::unique_ptr<HookReceiver> m_ear;
    Principal m_owner;
    qint64 m_item = 0;
};

void DeliveryDeskTest::init()
{
    m_service = std::make_unique<FakeDelivery>();
    QVERIFY(m_service->listen());
    m_ear = std::make_unique<HookReceiver>();
    QVERIFY(m_ear->listen());
    m_directory = std::make_unique<QTemporaryDir>();
    openHub();
    QVERIFY(m_hub);
    m_owner = {};
    Business wanted;
    wanted.name = QStringLiteral("Oshaq");
    const auto business =
        write([wanted](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
    QVERIFY(business);
    m_owner.kind = Principal::Kind::Business;
    m_owner.role = Role::Owner;
    m_owner.businessId = m_owner.id = business->entityId;
    MenuImportItem soup;
    soup.category = QStringLiteral("Food");
    soup.name = QStringLiteral("Soup");
    soup.priceMinor = 1295;
    QVERIFY(write([soup](WriteContext &context) { return catalogwrites::importMenu(context, {soup}); }));
    startDesks();
}

void DeliveryDeskTest::cleanup()
{
    stopDesks();
    m_hub.reset();
    m_directory.reset();
    m_service.reset();
    m_ear.reset();
}

void DeliveryDeskTest::openHub()
{
    HubOptions options;
    options.directory = m_directory->path();
    options.synchronous = sql::Synchronous::Off;
    auto opened = Hub::open(options, m_clock);
    if (opened)
        m_hub = std::move(*opened);
}

Result<IntegrationAccess> DeliveryDeskTest::access(IntegrationKind kind) const
{
    IntegrationAccess access;
    access.integration.kind = kind;
    access.integration.businessId = m_owner.businessId;
    if (kind == IntegrationKind::Delivery) {
        access.integration.config = {{QStringLiteral("url"), m_service->url()}};
        access.secrets = {{QStringLiteral("api_key"), QStringLiteral("courier-key")}};
    } else {
        access.integration.config = {{QStringLiteral("answer_url"), m_ear->url()}};
        access.secrets = {{QStringLiteral("hmac_secret"), QStringLiteral("outside-secret")}};
    }
    return access;
}

void DeliveryDeskTest::startDesks()
{
    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);
    m_scheduler = std::make_unique<QtScheduler>();
    const auto transport = [this](qint64) -> HttpTransport & { return *m_transport; };
    m_client = std::make_unique<HttpDeliveryClient>([this](qint64) { return access(IntegrationKind::Delivery); },
                                                    transport, [](qint64) { return Currency(); });
    m_desk = std::make_unique<DeliveryDesk>(
        *m_hub, *m_client, *m_scheduler, [](qint64) { return qint64(20); }, DeliveryDeskOptions{10, 40, 2},
        [] { return 0.5; });
    m_outside = std::make_unique<OutsideDesk>(
        *m_hub, [this](qint64) { return access(IntegrationKind::Outside); }, transport, *m_scheduler,
        OutsideDeskOptions{10, 40, 2}, [] { return 0.5; });
    m_desk->start();
    m_outside->start();
}

void DeliveryDeskTest::stopDesks()
{
    m_outside.reset();
    m_desk.reset();
    m_client.reset();
    m_scheduler.reset();
    m_transport.reset();
    m_wire.reset();
}

Result<WriteOutcome> DeliveryDeskTest::write(std::function<Result<WriteOutcome>(WriteContext &)> run)
{
    WriteCommand command;
    command.principal = m_owner;
    command.run = std::move(run);
    return m_hub->writer().submitAndWait(std::move(command));
}

bool DeliveryDeskTest::move(qint64 orderId, OrderStatus to)
{
    OrderCommand command;
    command.to = to;
    if (to == OrderStatus::Cancelled)
        command.reason = QStringLiteral("Because");
    return write([orderId, command](WriteContext &context) {
               return orderwrites::command(context, {orderId, {}}, command);
           })
        .ok();
}

qint64 DeliveryDeskTest::readyOrder()
{
    NewOrder order;
    order.fulfilment = Fulfilment::Delivery;
    order.address = QStringLiteral("Abay 10");
    order.guestName = QStringLiteral("Dana");
    order.guestPhone = QStringLiteral("+77011234567");
    const auto reader = m_hub->openReader();
    auto item = (*reader)->query(QStringLiteral("SELECT item_id FROM items"));
    NewOrderLine soup;
    soup.itemId = item && item->next() ? item->integer(0) : 0;
    soup.quantity = 1000;
    order.lines = {soup};
    const auto made = write([order](WriteContext &context) { return orderwrites::create(context, order); });
    if (!made)
        return 0;
    for (const OrderStatus to : {OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready}) {
        if (!move(made->entityId, to))
            return 0;
    }
    return made->entityId;
}

qint64 DeliveryDeskTest::outsideOrder(qint64 acceptInMs)
{
    OutsideOrder order;
    order.source = QStringLiteral("glovo");
    order.externalId = QStringLiteral("G-1");
    order.order.origin = {order.source, QStringLiteral("1"), m_clock.nowMs() + acceptInMs, 0, true};
    OutsideLine soup;
    soup.name = QStringLiteral("Soup");
    soup.line.quantity = 1000;
    order.lines = {soup};
    const auto made = write([order](WriteContext &context) { return outsidewrites::create(context, order); });
    return made ? made->entityId : 0;
}

bool DeliveryDeskTest::ask(qint64 orderId, bool quoteOnly)
{
    return write([orderId, quoteOnly](WriteContext &context) {
               return dispatchwrites::request(context, {orderId, {}}, quoteOnly);
           })
        .ok();
}

Dispatch DeliveryDeskTest::dispatch(qint64 orderId)
{
    const auto reader = m_hub->openReader();
    const auto found = dispatchreads::ofOrder(**reader, m_owner.businessId, {orderId, {}});
    return found ? *found : Dispatch();
}

int DeliveryDeskTest::statusOf(qint64 orderId)
{
    const auto reader = m_hub->openReader();
    const auto order = orderreads::one(**reader, m_owner.businessId, {orderId, {}});
    return order ? int(order->status) : 0;
}

void DeliveryDeskTest::aPriceAYesAndACourier()
{
    const qint64 id = readyOrder();
    QVERIFY(ask(id, true));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("quoted"), patience);
    QCOMPARE(dispatch(id).priceMinor, std::optional<qint64>(85'000));
    QVERIFY(m_service->deliveries.isEmpty()); // a price orders nothing
    const QJsonObject dropoff = m_service->quoted.value(QLatin1String("dropoff")).toObject();
    QCOMPARE(dropoff.value(QLatin1String("address")).toString(), QStringLiteral("Abay 10"));
    QCOMPARE(m_service->quoted.value(QLatin1String("collect")).toDouble(), 12.95);
    QCOMPARE(m_service->authorization, QByteArray("Bearer courier-key"));
    QVERIFY(write([id](WriteContext &context) { return dispatchwrites::confirm(context, {id, {}}); }));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
    QCOMPARE(m_service->deliveries.size(), 1);
    QCOMPARE(m_service->keys.first(), dispatch(id).uuid.toLatin1());
    QCOMPARE(dispatch(id).serviceId, QStringLiteral("D-1"));
    // Nobody posts to us: it is asked.
    m_service->deliveries[QStringLiteral("D-1")].status = QStringLiteral("picked_up");
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), int(OrderStatus::OutForDelivery), patience);
    QCOMPARE(dispatch(id).courierName, QStringLiteral("Marat"));
    m_service->deliveries[QStringLiteral("D-1")].status = QStringLiteral("delivered");
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), int(OrderStatus::Completed), patience);
}

void DeliveryDeskTest::aLostAnswerOrdersNoSecondCourier()
{
    const qint64 id = readyOrder();
    m_service->mood = Mood::Forgets;
    m_service->answersUntilWell = 3;
    QVERIFY(ask(id));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
    QCOMPARE(m_service->deliveries.size(), 1);
    QCOMPARE(m_service->calls.count(QStringLiteral("POST /v1/deliveries")), 1); // and asked after instead
}

void DeliveryDeskTest::whatTheServiceNeverHeardOfIsAskedAgain()
{
    const qint64 id = readyOrder();
    m_service->mood = Mood::Fails;
    m_service->answersUntilWell = 2;
    QVERIFY(ask(id));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
    QCOMPARE(m_service->deliveries.size(), 1);
    QCOMPARE(m_service->keys.size(), 1); // the first one failed before it was read
}

void DeliveryDeskTest::aNoIsANo()
{
    const qint64 id = readyOrder();
    m_service->mood = Mood::Refuses;
    QVERIFY(ask(id));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("failed"), patience);
    QCOMPARE(dispatch(id).error, QStringLiteral("Answered 422."));
    QCOMPARE(m_service->calls.size(), 1);
    m_service->mood = Mood::Works;
    QVERIFY(ask(id)); // somebody may ask once more
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
}

void DeliveryDeskTest::aWrongKeyIsSaid()
{
    const qint64 id = readyOrder();
    m_service->mood = Mood::Locked;
    QVERIFY(ask(id));
    QTRY_VERIFY_WITH_TIMEOUT(dispatch(id).error.contains(QLatin1String("401")), patience);
    QVERIFY(!dispatch(id).error.contains(QLatin1String("courier-key")));
    QVERIFY(!isOver(dispatch(id).state));
    m_service->mood = Mood::Works;
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
}

void DeliveryDeskTest::nonsenseIsNoAnswer()
{
    const qint64 id = readyOrder();
    m_service->mood = Mood::Nonsense;
    QVERIFY(ask(id));
    QTRY_VERIFY_WITH_TIMEOUT(!dispatch(id).error.isEmpty(), patience);
    QVERIFY(!isOver(dispatch(id).state)); // it may have been understood
    m_service->mood = Mood::Works;
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
}

void DeliveryDeskTest::calledOff()
{
    const qint64 id = readyOrder();
    QVERIFY(ask(id));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
    QVERIFY(write([id](WriteContext &context) { return dispatchwrites::cancel(context, {id, {}}); }));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("cancelled"), patience);
    QCOMPARE(m_service->deliveries.first().status, QStringLiteral("cancelled"));
    QCOMPARE(statusOf(id), int(OrderStatus::Ready));
}

void DeliveryDeskTest::aLateCallOffLearnsWhereTheFoodIs()
{
    const qint64 id = readyOrder();
    QVERIFY(ask(id));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
    QVERIFY(write([id](WriteContext &context) { return dispatchwrites::cancel(context, {id, {}}); }));
    m_service->deliveries[QStringLiteral("D-1")].status = QStringLiteral("picked_up");
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(id) == QStringLiteral("picked_up") || stateOf(id) == QStringLiteral("cancelled"),
                             patience);
    if (stateOf(id) == QStringLiteral("picked_up"))
        QCOMPARE(statusOf(id), int(OrderStatus::OutForDelivery));
}

void DeliveryDeskTest::aCancelledOrderCallsItsCourierOff()
{
    const qint64 id = readyOrder();
    QVERIFY(ask(id));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
    QVERIFY(move(id, OrderStatus::Cancelled));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("cancelled"), patience);
    QCOMPARE(m_service->deliveries.first().status, QStringLiteral("cancelled"));
}

void DeliveryDeskTest::aRestartGoesOn()
{
    const qint64 id = readyOrder();
    stopDesks();
    // As a hub leaves it that was killed after it wrote and before it heard: the service may know.
    QVERIFY(ask(id));
    QVERIFY(write(
        [dispatchId = dispatch(id).id](WriteContext &context) { return dispatchwrites::begin(context, dispatchId); }));
    QVERIFY(write([dispatchId = dispatch(id).id](WriteContext &context) {
        DispatchNews soon;
        soon.nextInMs = 0;
        return dispatchwrites::note(context, dispatchId, soon);
    }));
    m_hub.reset();
    openHub();
    QVERIFY(m_hub);
    startDesks();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("accepted"), patience);
    QCOMPARE(m_service->deliveries.size(), 1);
    QVERIFY(m_service->calls.first().startsWith(QLatin1String("GET /v1/deliveries?external_id=")));
}

void DeliveryDeskTest::theOtherServiceHearsTheStatus()
{
    const qint64 id = outsideOrder(60'000);
    QVERIFY(id > 0);
    QVERIFY(move(id, OrderStatus::Accepted));
    QTRY_COMPARE_WITH_TIMEOUT(m_ear->hooks.size(), 1, patience);
    const HookReceiver::Hook hook = m_ear->hooks.first();
    QVERIFY(HookReceiver::isSignedBy(hook, "outside-secret"));
    QCOMPARE(hook.json.value(QLatin1String("order_id")).toString(), QStringLiteral("G-1"));
    QCOMPARE(hook.json.value(QLatin1String("status_name")).toString(), QStringLiteral("Accepted"));
    QVERIFY(move(id, OrderStatus::Cancelled));
    QTRY_COMPARE_WITH_TIMEOUT(m_ear->hooks.size(), 2, patience);
    QCOMPARE(m_ear->hooks.last().json.value(QLatin1String("reason")).toString(), QStringLiteral("Because"));
}

void DeliveryDeskTest::theOtherServiceHearsItLater()
{
    m_ear->mood = HookReceiver::Mood::Fails;
    const qint64 id = outsideOrder(60'000);
    QVERIFY(move(id, OrderStatus::Accepted));
    QTRY_VERIFY_WITH_TIMEOUT(m_ear->hooks.size() >= 2, patience);
    QVERIFY(move(id, OrderStatus::Preparing));
    m_ear->mood = HookReceiver::Mood::Takes;
    QTRY_VERIFY_WITH_TIMEOUT(!m_ear->taken().isEmpty() &&
                                 m_ear->taken().last().json.value(QLatin1String("status")).toInt() ==
                                     int(OrderStatus::Preparing),
                             patience);
}

void DeliveryDeskTest::nobodyAcceptsInTime()
{
    const qint64 id = outsideOrder(300);
    QVERIFY(id > 0);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), int(OrderStatus::Cancelled), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_ear->hooks.size(), 1, patience);
    QCOMPARE(m_ear->hooks.first().json.value(QLatin1String("reason")).toString(),
             QStringLiteral("Not accepted in time"));
}

QTEST_GUILESS_MAIN(DeliveryDeskTest)
#include "deliverydesktest.moc"

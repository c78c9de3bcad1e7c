// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/orderservice.h"
#include "models/hub/webhookstore.h"
#include "models/runtime/clock.h"
#include "sync/client/curltransport.h"
#include "sync/integrations/webhookdispatcher.h"
#include "tests/sync/integrations/hookreceiver.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;
using Mood = HookReceiver::Mood;

/// A real hub, a real wire and somebody's server that is not always well.
class WebhookDeliveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatHappensSigned();
    void signsWithBothSecretsWhileTheyOverlap();
    void filtersAndHidesPersonalData();
    void triesAgainUnderTheSameId();
    void aHangingEndpointHoldsUpNobody();
    void followsNoRedirect();
    void aRestartLosesAndSkipsNothing();
    void privateAddressesNeedTheSetting();
    void replaysAndStopsWhenRemoved();

private:
    static constexpr int patience = 20'000;

    void openHub();
    void startDispatcher();
    void stopDispatcher();
    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run);
    /// An endpoint at that receiver; its id, and its secret in m_secret.
    qint64 addEndpoint(const HookReceiver &receiver, const QStringList &events = {});
    /// One row of the journal.
    void happen();
    qint64 number(const char *sql);
    static QSet<qint64> seqsOf(const QList<HookReceiver::Hook> &hooks);

    SystemClock m_clock;
    WebhookOptions m_options;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<WebhookDispatcher> m_dispatcher;
    Principal m_owner;
    qint64 m_item = 0;
    bool m_available = true;
    QByteArray m_secret;
};

void WebhookDeliveryTest::init()
{
    m_options = {};
    m_options.privateAddresses = true;
    m_options.firstPauseMs = 10;
    m_options.collectAfterMs = 5;
    m_available = true;
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
    m_item = number("SELECT item_id FROM items");
    startDispatcher();
}

void WebhookDeliveryTest::cleanup()
{
    stopDispatcher();
    m_hub.reset();
    m_directory.reset();
}

void WebhookDeliveryTest::openHub()
{
    HubOptions options;
    options.directory = m_directory->path();
    options.synchronous = sql::Synchronous::Off;
    auto opened = Hub::open(options, m_clock);
    if (opened)
        m_hub = std::move(*opened);
}

void WebhookDeliveryTest::startDispatcher()
{
    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);
    m_scheduler = std::make_unique<QtScheduler>();
    m_dispatcher =
        std::make_unique<WebhookDispatcher>(*m_hub, *m_transport, *m_scheduler, m_options, [] { return 0.5; });
    m_dispatcher->start();
}

void WebhookDeliveryTest::stopDispatcher()
{
    m_dispatcher.reset();
    m_scheduler.reset();
    m_transport.reset();
    m_wire.reset();
}

Result<WriteOutcome> WebhookDeliveryTest::write(std::function<Result<WriteOutcome>(WriteContext &)> run)
{
    WriteCommand command;
    command.principal = m_owner;
    command.run = std::move(run);
    return m_hub->writer().submitAndWait(std::move(command));
}

qint64 WebhookDeliveryTest::addEndpoint(const HookReceiver &receiver, const QStringList &events)
{
    const auto made = write([url = receiver.url(), events](WriteContext &context) {
        return webhookwrites::create(context, url, events, true);
    });
    m_secret = made ? made->secret.toLatin1() : QByteArray();
    return made ? made->entityId : 0;
}

void WebhookDeliveryTest::happen()
{
    m_available = !m_available;
    QVERIFY(write([item = m_item, to = m_available](WriteContext &context) {
        return catalogwrites::setAvailable(context, item, {to});
    }));
}

qint64 WebhookDeliveryTest::number(const char *sql)
{
    const auto reader = m_hub->openReader();
    if (!reader)
        return -1;
    auto row = (*reader)->query(QString::fromLatin1(sql));
    return row && row->next() ? row->integer(0) : -1;
}

QSet<qint64> WebhookDeliveryTest::seqsOf(const QList<HookReceiver::Hook> &hooks)
{
    QSet<qint64> seqs;
    for (const HookReceiver::Hook &hook : hooks)
        seqs.insert(hook.json.value(QLatin1String("change")).toObject().value(QLatin1String("seq")).toInteger());
    return seqs;
}

void WebhookDeliveryTest::tellsWhatHappensSigned()
{
    HookReceiver receiver;
    QVERIFY(receiver.listen());
    happen(); // before the endpoint: not for it
    QVERIFY(addEndpoint(receiver, {QStringLiteral("item.*")}) > 0);
    happen();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.hooks.size(), 1, patience);
    const HookReceiver::Hook hook = receiver.hooks.first();
    QVERIFY(HookReceiver::isSignedBy(hook, m_secret));
    QVERIFY(!HookReceiver::isSignedBy(hook, "whsec_another"));
    QCOMPARE(hook.headers.value("oshaq-event"), QByteArray("item.updated"));
    QCOMPARE(QString::fromLatin1(hook.headers.value("oshaq-delivery")),
             hook.json.value(QLatin1String("id")).toString());
    const QJsonObject change = hook.json.value(QLatin1String("change")).toObject();
    QCOMPARE(change.value(QLatin1String("entity")).toString(), QStringLiteral("item"));
    QCOMPARE(change.value(QLatin1String("data")).toObject().value(QLatin1String("available")).toBool(), m_available);
    QTRY_COMPARE_WITH_TIMEOUT(
        number("SELECT count(*) FROM webhook_deliveries WHERE state = 'delivered' AND attempts = 1"
               " AND last_status = 200"),
        1, patience);
}

void WebhookDeliveryTest::signsWithBothSecretsWhileTheyOverlap()
{
    HookReceiver receiver;
    QVERIFY(receiver.listen());
    const qint64 id = addEndpoint(receiver, {QStringLiteral("item.*")});
    const auto rotated = write([id](WriteContext &context) { return webhookwrites::rotateSecret(context, id); });
    QVERIFY(rotated);
    happen();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.hooks.size(), 1, patience);
    QVERIFY(HookReceiver::isSignedBy(receiver.hooks.first(), m_secret));
    QVERIFY(HookReceiver::isSignedBy(receiver.hooks.first(), rotated->secret.toLatin1()));
}

void WebhookDeliveryTest::filtersAndHidesPersonalData()
{
    HookReceiver receiver;
    QVERIFY(receiver.listen());
    addEndpoint(receiver, {QStringLiteral("order.created")});
    happen();
    NewOrder order;
    order.fulfilment = Fulfilment::Pickup;
    order.guestName = QStringLiteral("Dana Secretova");
    order.guestPhone = QStringLiteral("+77010000002");
    order.note = QStringLiteral("call my neighbour");
    order.allergy = QStringLiteral("peanuts");
    NewOrderLine line;
    line.itemId = m_item;
    line.quantity = 1000;
    line.note = QStringLiteral("for Dana");
    order.lines = {line};
    if (!m_available)
        happen();
    QVERIFY(write([order](WriteContext &context) { return orderwrites::create(context, order); }));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.hooks.size(), 1, patience);
    const QByteArray body = receiver.hooks.first().body;
    QVERIFY2(body.contains("\"total_cost\":12.95"), body);
    for (const char *personal : {"Dana", "Secretova", "7701", "neighbour", "peanuts"})
        QVERIFY2(!body.contains(personal), body);
}

void WebhookDeliveryTest::triesAgainUnderTheSameId()
{
    HookReceiver receiver;
    receiver.mood = Mood::Fails;
    QVERIFY(receiver.listen());
    const quint16 port = receiver.port();
    addEndpoint(receiver, {QStringLiteral("item.*")});
    happen();
    QTRY_VERIFY_WITH_TIMEOUT(receiver.hooks.size() >= 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_endpoints WHERE failing_since IS NOT NULL") == 1,
                             patience);
    // Down altogether, and back.
    receiver.close();
    const qint64 before = number("SELECT attempts FROM webhook_deliveries");
    QTRY_VERIFY_WITH_TIMEOUT(number("SELECT attempts FROM webhook_deliveries") > before, patience);
    receiver.mood = Mood::Takes;
    QVERIFY(receiver.listen(port));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.taken().size(), 1, patience);
    QSet<QByteArray> ids;
    for (const HookReceiver::Hook &hook : std::as_const(receiver.hooks))
        ids.insert(hook.headers.value("oshaq-delivery"));
    QCOMPARE(ids.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_deliveries WHERE state = 'delivered'"), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_endpoints WHERE failing_since IS NULL"), 1,
                              patience);
}

void WebhookDeliveryTest::aHangingEndpointHoldsUpNobody()
{
    HookReceiver hanging;
    hanging.mood = Mood::Hangs;
    HookReceiver quick;
    QVERIFY(hanging.listen() && quick.listen());
    addEndpoint(hanging, {QStringLiteral("item.*")});
    addEndpoint(quick, {QStringLiteral("item.*")});
    for (int i = 0; i < 8; ++i)
        happen();
    QTRY_COMPARE_WITH_TIMEOUT(quick.taken().size(), 8, patience);
    // Two of its deliveries are on their way and no more.
    QTRY_COMPARE_WITH_TIMEOUT(hanging.hooks.size(), m_options.maxPerEndpoint, patience);
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_deliveries WHERE state = 'waiting'"), 8, patience);
}

void WebhookDeliveryTest::followsNoRedirect()
{
    HookReceiver receiver;
    receiver.mood = Mood::Redirects;
    QVERIFY(receiver.listen());
    addEndpoint(receiver, {QStringLiteral("item.*")});
    happen();
    QTRY_VERIFY_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_deliveries WHERE last_status = 302") == 1, patience);
    QCOMPARE(number("SELECT count(*) FROM webhook_deliveries WHERE state = 'waiting'"), 1);
}

void WebhookDeliveryTest::aRestartLosesAndSkipsNothing()
{
    HookReceiver receiver;
    receiver.mood = Mood::Hangs;
    QVERIFY(receiver.listen());
    addEndpoint(receiver, {QStringLiteral("item.*")});
    const qint64 first = number("SELECT max(seq) FROM journal") + 1;
    for (int i = 0; i < 5; ++i)
        happen();
    QTRY_VERIFY_WITH_TIMEOUT(!receiver.hooks.isEmpty(), patience);
    // It goes while one is on its way; things happen while nobody is there to tell them.
    stopDispatcher();
    for (int i = 0; i < 5; ++i)
        happen();
    m_hub.reset();
    openHub();
    QVERIFY(m_hub);
    receiver.mood = Mood::Takes;
    startDispatcher();
    for (int i = 0; i < 5; ++i)
        happen();
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_deliveries WHERE state = 'delivered'"), 15,
                              patience);
    QSet<qint64> wanted;
    for (qint64 seq = first; seq < first + 15; ++seq)
        wanted.insert(seq);
    QCOMPARE(seqsOf(receiver.taken()), wanted);
    QCOMPARE(receiver.taken().size(), 15);
}

void WebhookDeliveryTest::privateAddressesNeedTheSetting()
{
    stopDispatcher();
    m_options.privateAddresses = false;
    startDispatcher();
    HookReceiver receiver;
    QVERIFY(receiver.listen());
    addEndpoint(receiver, {QStringLiteral("item.*")});
    happen();
    QTRY_VERIFY_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_deliveries WHERE error <> ''") == 1, patience);
    QVERIFY(receiver.hooks.isEmpty());
}

void WebhookDeliveryTest::replaysAndStopsWhenRemoved()
{
    HookReceiver receiver;
    QVERIFY(receiver.listen());
    const qint64 id = addEndpoint(receiver, {QStringLiteral("item.*")});
    QVERIFY(write([id](WriteContext &context) { return webhookwrites::test(context, id); }));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.hooks.size(), 1, patience);
    QCOMPARE(receiver.hooks.first().json.value(QLatin1String("event")).toString(), QStringLiteral("webhook.test"));
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM webhook_deliveries WHERE state = 'delivered'"), 1, patience);
    const qint64 delivery = number("SELECT delivery_id FROM webhook_deliveries");
    QVERIFY(write([=](WriteContext &context) { return webhookwrites::replay(context, id, delivery); }));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.hooks.size(), 2, patience);
    QCOMPARE(receiver.hooks.at(1).headers.value("oshaq-delivery"),
             receiver.hooks.at(0).headers.value("oshaq-delivery"));
    QVERIFY(write([id](WriteContext &context) { return webhookwrites::remove(context, id, std::nullopt); }));
    happen();
    HookReceiver other;
    QVERIFY(other.listen());
    addEndpoint(other, {QStringLiteral("item.*")});
    happen();
    QTRY_COMPARE_WITH_TIMEOUT(other.hooks.size(), 1, patience);
    QCOMPARE(receiver.hooks.size(), 2);
}

QTEST_GUILESS_MAIN(WebhookDeliveryTest)
#include "webhookdeliverytest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogservice.h"
#include "models/hub/webhookservice.h"
#include "models/hub/webhookstore.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// The outbox of webhooks: what is collected, noted and given up.
class HubWebhookTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void collectsEachEventOnce();
    void givesUpAndSwitchesOffAfterADay();
    void aSuccessStartsTheDayAnew();
    void switchedOnAgainItHearsFromThenOn();
    void secretsOverlapForADay();
    void signatures();

private:
    static constexpr qint64 hourMs = 60 * 60 * 1000;

    Result<WriteOutcome> create(const QStringList &events = {})
    {
        return m_hub->run(m_business.owner(), [=](WriteContext &context) {
            return webhookwrites::create(context, QStringLiteral("https://pos.example/"), events, true);
        });
    }
    void happen()
    {
        m_available = !m_available;
        QVERIFY(m_hub->run(m_business.owner(), [this](WriteContext &context) {
            return catalogwrites::setAvailable(context, m_business.item(u"Soup"), {m_available});
        }));
    }
    void collect()
    {
        QVERIFY(m_hub->run(m_business.owner(),
                           [this](WriteContext &context) { return webhookwrites::collect(context, m_business.id); }));
    }
    void note(qint64 webhook, qint64 delivery, bool ok)
    {
        WebhookAttempt attempt;
        attempt.businessId = m_business.id;
        attempt.webhookId = webhook;
        attempt.deliveryId = delivery;
        attempt.ok = ok;
        attempt.status = ok ? 200 : 500;
        attempt.error = ok ? QString() : QStringLiteral("Answered 500.");
        attempt.retryInMs = ok ? 0 : hourMs;
        QVERIFY(m_hub->run(m_business.owner(),
                           [attempt](WriteContext &context) { return webhookwrites::noteAttempt(context, attempt); }));
    }
    std::vector<WebhookDelivery> waiting(qint64 webhook)
    {
        return webhookstore::waiting(m_hub->database(), webhook, 1000).value();
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    bool m_available = true;
};

void HubWebhookTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_available = true;
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void HubWebhookTest::collectsEachEventOnce()
{
    happen();
    const qint64 all = create()->entityId;
    const qint64 items = create({QStringLiteral("item.updated")})->entityId;
    const qint64 orders = create({QStringLiteral("order.*")})->entityId;
    collect();
    QVERIFY(waiting(all).empty());
    happen();
    happen();
    collect();
    collect();
    QCOMPARE(waiting(all).size(), size_t(2));
    QCOMPARE(waiting(items).size(), size_t(2));
    QVERIFY(waiting(orders).empty());
    QVERIFY(webhookstore::behind(m_hub->database())->empty());
    // More than one command reads.
    for (int i = 0; i < 700; ++i)
        happen();
    collect();
    QCOMPARE(webhookstore::behind(m_hub->database())->size(), size_t(1));
    collect();
    QVERIFY(webhookstore::behind(m_hub->database())->empty());
    QCOMPARE(waiting(items).size(), size_t(702));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QVERIFY(webhookstore::list(m_hub->database(), other.id)->empty());
}

void HubWebhookTest::givesUpAndSwitchesOffAfterADay()
{
    const qint64 id = create({QStringLiteral("item.*")})->entityId;
    happen();
    collect();
    const qint64 delivery = waiting(id).front().id;
    int attempts = 0;
    while (!waiting(id).empty() && attempts < 100) {
        note(id, delivery, false);
        ++attempts;
        m_hub->nowMs += hourMs;
    }
    QCOMPARE(attempts, 24);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT state FROM webhook_deliveries")), QStringLiteral("failed"));
    const auto endpoint = webhookreads::one(m_hub->database(), m_business.id, id);
    QVERIFY(endpoint);
    QVERIFY(!endpoint->active);
    QVERIFY(endpoint->disabledAtMs);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'webhook.disabled'")), 1);
    // A person may still send it again.
    QVERIFY(m_hub->run(m_business.owner(),
                       [=](WriteContext &context) { return webhookwrites::replay(context, id, delivery); }));
    QCOMPARE(waiting(id).size(), size_t(1));
}

void HubWebhookTest::aSuccessStartsTheDayAnew()
{
    const qint64 id = create({QStringLiteral("item.*")})->entityId;
    happen();
    happen();
    collect();
    const auto both = waiting(id);
    for (int hour = 0; hour < 24; ++hour) {
        note(id, both[0].id, false);
        if (hour == 12)
            note(id, both[1].id, true);
        m_hub->nowMs += hourMs;
    }
    QVERIFY(waiting(id).empty());
    QVERIFY(webhookreads::one(m_hub->database(), m_business.id, id)->active);
}

void HubWebhookTest::switchedOnAgainItHearsFromThenOn()
{
    const qint64 id = create({QStringLiteral("item.*")})->entityId;
    const auto set = [&](bool active, qint64 version) {
        return m_hub->run(m_business.owner(), [=](WriteContext &context) {
            WebhookEdit edit;
            edit.active = active;
            return webhookwrites::edit(context, id, edit, version);
        });
    };
    QVERIFY(set(false, 1));
    happen();
    collect();
    QVERIFY(set(true, 2));
    collect();
    QVERIFY(waiting(id).empty());
    happen();
    collect();
    QCOMPARE(waiting(id).size(), size_t(1));
}

void HubWebhookTest::secretsOverlapForADay()
{
    const auto made = create();
    const auto rotated = m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return webhookwrites::rotateSecret(context, made->entityId);
    });
    QVERIFY(rotated);
    const QList<QByteArray> both{rotated->secret.toLatin1(), made->secret.toLatin1()};
    QCOMPARE(*webhookstore::secretsOf(m_hub->database(), made->entityId, m_hub->nowMs), both);
    QCOMPARE(*webhookstore::secretsOf(m_hub->database(), made->entityId, m_hub->nowMs + 24 * hourMs), both.mid(0, 1));
}

void HubWebhookTest::signatures()
{
    // Against another implementation: printf '1768471200.{"a":1}' | openssl dgst -sha256 -hmac whsec_test
    QCOMPARE(webhookSignature({"whsec_test"}, 1'768'471'200'999, "{\"a\":1}"),
             QByteArray("t=1768471200,v1=350623e90111cccbc3d91a1121fb7081a206877364b650ac6510e4d08e7abd3b"));
    QVERIFY(wantsEvent({}, QStringLiteral("order.status")));
    QVERIFY(wantsEvent({QStringLiteral("order.*")}, QStringLiteral("order.status")));
    QVERIFY(!wantsEvent({QStringLiteral("order.*")}, QStringLiteral("orders.status")));
    QVERIFY(!wantsEvent({QStringLiteral("order.created")}, QStringLiteral("order.status")));
}

QTEST_GUILESS_MAIN(HubWebhookTest)
#include "webhooktest.moc"

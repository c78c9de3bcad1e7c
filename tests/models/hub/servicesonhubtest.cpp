// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/feedservice.h"
#include "models/hub/hub.h"
#include "models/hub/orderservice.h"
#include "models/runtime/clock.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace oshaq;

namespace {

constexpr int orders = 200;

/// Counts answers of the writer; waited for by the test.
class Answers
{
public:
    void add(const Result<WriteOutcome> &outcome)
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        if (outcome && outcome->order)
            m_numbers.append(outcome->order->number);
        m_arrived.notify_all();
    }
    int count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }
    QStringList waitFor(int count)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, std::chrono::seconds(60), [this, count] { return m_count >= count; });
        return m_numbers;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    int m_count = 0;
    QStringList m_numbers;
};

} // namespace

/// The services as they run in the product: commands through the writer's group commits, reads beside them.
class ServicesOnHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersThroughTheWriter();

private:
    Principal owner(qint64 businessId) const
    {
        Principal principal;
        principal.kind = Principal::Kind::Business;
        principal.role = Role::Owner;
        principal.businessId = businessId;
        principal.id = businessId;
        return principal;
    }
};

void ServicesOnHubTest::ordersThroughTheWriter()
{
    const QTemporaryDir directory;
    const SystemClock clock;
    HubOptions options;
    options.directory = directory.filePath(QStringLiteral("hub"));
    options.synchronous = sql::Synchronous::Off;
    auto hub = Hub::open(options, clock);
    QVERIFY2(hub, qPrintable(hub ? QString() : hub.error().message));
    Writer &writer = (*hub)->writer();

    const auto business = writer.submitAndWait({{},
                                                QStringLiteral("init"),
                                                std::nullopt,
                                                [](WriteContext &context) {
                                                    Business wanted;
                                                    wanted.name = QStringLiteral("Oshaq");
                                                    return accesswrites::createBusiness(context, wanted);
                                                },
                                                {}});
    QVERIFY(business);
    const Principal principal = owner(business->entityId);
    const auto menu = writer.submitAndWait({principal,
                                            QStringLiteral("menu"),
                                            std::nullopt,
                                            [](WriteContext &context) {
                                                MenuImportItem item;
                                                item.category = QStringLiteral("Food");
                                                item.name = QStringLiteral("Soup");
                                                item.priceMinor = 1295;
                                                return catalogwrites::importMenu(context, {item});
                                            },
                                            {}});
    QVERIFY(menu);
    const auto reader = (*hub)->openReader();
    QVERIFY(reader);
    const auto catalog = catalogreads::catalog(**reader, business->entityId);
    QVERIFY(catalog);
    NewOrder request;
    request.lines = {{catalog->items.front().id, 2000, {}, {}, 1}};
    NewOrder refused = request;
    refused.lines.front().quantity = 500;

    const auto answers = std::make_shared<Answers>();
    for (int i = 0; i < orders; ++i) {
        // Every tenth is refused by the domain: its savepoint goes, its neighbours in the batch stay.
        const NewOrder wanted = i % 10 == 9 ? refused : request;
        writer.submit({principal, QStringLiteral("r%1").arg(i), std::nullopt,
                       [wanted](WriteContext &context) { return orderwrites::create(context, wanted); },
                       [answers](const Result<WriteOutcome> &outcome) { answers->add(outcome); }});
    }
    // Whatever a reader sees meanwhile is whole: every created order of the journal up to its cursor is in the
    // snapshot.
    const qint64 setUp = 4; // business, station, category, item
    int snapshots = 0;
    while (answers->count() < orders) {
        const auto snapshot = feedreads::snapshot(**reader, business->entityId, clock.nowMs());
        QVERIFY2(snapshot, qPrintable(snapshot ? QString() : snapshot.error().message));
        QCOMPARE(qint64(snapshot->orders.size()), snapshot->cursor.seq - setUp);
        for (const Order &order : snapshot->orders)
            QCOMPARE(order.lines.size(), std::size_t(1));
        ++snapshots;
    }
    const QStringList numbers = answers->waitFor(orders);
    QCOMPARE(numbers.size(), orders * 9 / 10);
    QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), numbers.size());
    QCOMPARE(*feedreads::verifyChain(**reader, business->entityId), setUp + orders * 9 / 10);
    QCOMPARE(feedreads::cursor(**reader, business->entityId)->epoch, (*hub)->epoch());
    const auto stats = orderreads::stats(**reader, business->entityId, clock.nowMs());
    QCOMPARE(stats->byStatus[0].second, orders * 9 / 10);
}

QTEST_GUILESS_MAIN(ServicesOnHubTest)
#include "servicesonhubtest.moc"

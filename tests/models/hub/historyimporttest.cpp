// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/historyimport.h"
#include "models/hub/feedservice.h"
#include "models/hub/orderservice.h"
#include "models/hub/paymentservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Orders of before this hub.
class HistoryImportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<HubFixture>();
        QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
        m_business = m_hub->makeBusiness(QStringLiteral("X"));
        QVERIFY(m_business.id != 0);
    }

    void ordersAreOfThePast()
    {
        const qint64 placed = m_hub->nowMs - qint64{400} * 24 * 3600 * 1000;
        const qint64 journal = m_hub->number(QStringLiteral("SELECT count(*) FROM journal"));
        PastOrder order = past(QStringLiteral("R-17"), placed);
        order.covers = 4;
        order.table = QStringLiteral("7");
        const auto written = import({order, past(QStringLiteral("R-18"), placed + 1000)});
        QVERIFY(written == (std::vector<qint64>{2, 0, 4, 2 * (2 * 1295 + 50), 0, 0, 0, 0}));
        // One entry for all of them: no screen is told of each.
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal")), journal + 1);
        QCOMPARE(m_hub->text(QStringLiteral("SELECT type FROM journal ORDER BY seq DESC LIMIT 1")),
                 QStringLiteral("business.history_imported"));
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders WHERE status = 6 AND placed_at < ?"),
                               {placed + 2000}),
                 qint64{2});
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders_items WHERE status = 3 AND held = 0")),
                 qint64{4});
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM order_status")), qint64{2});
        const auto reader = m_hub->openReader();
        OrderFilter filter;
        filter.search = searchTextFrom(QStringLiteral("r-17"));
        const auto found = orderreads::list(*reader, m_business.id, filter);
        QVERIFY(found && found->orders.size() == 1);
        QCOMPARE(found->orders[0].covers, 4);
        QCOMPARE(found->orders[0].cost.totalMinor, qint64{2 * 1295 + 50});
        QCOMPARE(found->orders[0].lines[0].itemId, m_business.item(u"Soup"));
    }

    void theSameOrderIsTheSameOrder()
    {
        const qint64 placed = m_hub->nowMs - 1'000'000;
        const std::vector<PastOrder> first{past(QStringLiteral("1"), placed), past(QStringLiteral("2"), placed)};
        QCOMPARE(import(first)[0], qint64{2});
        std::vector<PastOrder> more = first;
        more.push_back(past(QStringLiteral("3"), placed));
        QVERIFY(import(more) == (std::vector<qint64>{1, 2, 2, 2 * 1295 + 50, 0, 0, 0, 0}));
        // Another time or another total is another order, whatever it is called.
        more = {past(QStringLiteral("1"), placed + 1), past(QStringLiteral("1"), placed)};
        more[1].lines[0].priceMinor += 1;
        QCOMPARE(import(more)[0], qint64{2});
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(DISTINCT number) FROM orders")), qint64{5});
    }

    void unknownDishesAreHidden()
    {
        PastOrder order = past(QStringLiteral("1"), m_hub->nowMs - 1000);
        order.lines = {{QStringLiteral("p_s"), QStringLiteral("Pizza"), 1000, 500, {QStringLiteral("S")}},
                       {QStringLiteral("p_m"), QStringLiteral("Pizza"), 2000, 700, {}},
                       {{}, QStringLiteral("pizza"), 1000, 600, {}},
                       {QStringLiteral("x-9"), {}, 1000, 100, {}},
                       {QStringLiteral("soup-id"), QStringLiteral("SOUP"), 1000, 100, {}}};
        const auto written = import({order});
        QCOMPARE(written[4], qint64{3}); // two sizes stay apart; what has no id goes to one of them
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM items WHERE deleted_at IS NOT NULL")), qint64{3});
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM categories WHERE deleted_at IS NOT NULL")),
                 qint64{1});
        QCOMPARE(m_hub->number(QStringLiteral("SELECT item_id FROM orders_items WHERE name = 'SOUP'")),
                 m_business.item(u"Soup"));
        QCOMPARE(m_hub->text(QStringLiteral("SELECT name FROM orders_items WHERE price = 100 AND name <> 'SOUP'")),
                 QStringLiteral("x-9"));
        // No menu shows them.
        const auto reader = m_hub->openReader();
        const auto menu = catalogreads::catalog(*reader, m_business.id);
        QVERIFY(menu);
        for (const Item &item : menu->items)
            QVERIFY(!item.name.contains(QLatin1String("Pizza")));
    }

    void paymentsComeAlong()
    {
        const qint64 placed = m_hub->nowMs - 1'000'000;
        PastOrder paid = past(QStringLiteral("1"), placed);
        paid.payment = PastPayment{PaymentMethod::CardReader, 2640, 260};
        PastOrder part = past(QStringLiteral("2"), placed + 1);
        part.payment = PastPayment{PaymentMethod::Cash, 1000, 0};
        const PastOrder unpaid = past(QStringLiteral("3"), placed + 2);
        QVERIFY(import({paid, part, unpaid}) == (std::vector<qint64>{3, 0, 6, 3 * 2640, 0, 2, 3640, 260}));
        OrderFilter filter;
        const auto page = orderreads::list(m_hub->database(), m_business.id, filter);
        QVERIFY(page && page->orders.size() == 3);
        QCOMPARE(page->orders[0].payment, OrderPayment());
        QCOMPARE(page->orders[1].payment, (OrderPayment{PaymentState::PartPaid, 1000, 0, {QStringLiteral("cash")}}));
        QCOMPARE(page->orders[2].payment, (OrderPayment{PaymentState::Paid, 2640, 0, {QStringLiteral("card_reader")}}));
        const auto payments =
            paymentreads::ofOrder(m_hub->database(), m_business.id, {page->orders[2].id, {}}, std::nullopt);
        QVERIFY(payments && payments->payments.size() == 1);
        QVERIFY(payments->payments[0].status == PaymentStatus::Charged);
        QCOMPARE(payments->payments[0].tipMinor, 260);
        QCOMPARE(payments->payments[0].createdAtMs, placed);
        // Run again, nothing is paid twice.
        QVERIFY(import({paid, part, unpaid}) == (std::vector<qint64>{0, 3, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM payments")), qint64{2});
        QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));
        // A payment that does not fit stops its batch.
        for (const PastPayment &wrong :
             {PastPayment{PaymentMethod::Cash, 2641, 0}, PastPayment{PaymentMethod::Cash, 0, 0}}) {
            PastOrder order = past(QStringLiteral("4"), placed);
            order.payment = wrong;
            QCOMPARE(import({order})[0], qint64{-1});
        }
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), qint64{3});
    }

    void anotherBusinessIsAnotherHistory()
    {
        const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Y"));
        const PastOrder order = past(QStringLiteral("1"), m_hub->nowMs - 1000);
        QCOMPARE(import({order})[0], qint64{1});
        const auto there = m_hub->run(
            other.owner(), [&order](WriteContext &context) { return historywrites::import(context, {order}); });
        QVERIFY(there && there->values[0] == 1);
        QCOMPARE(m_hub->number(QStringLiteral("SELECT count(DISTINCT business_id) FROM orders")), qint64{2});
    }

private:
    PastOrder past(const QString &id, qint64 placedAtMs)
    {
        PastOrder order;
        order.sourceId = id;
        order.placedAtMs = placedAtMs;
        order.lines = {{{}, QStringLiteral("soup"), 2000, 1295, {}}, {{}, QStringLiteral("Bread"), 1000, 50, {}}};
        return order;
    }
    std::vector<qint64> import(const std::vector<PastOrder> &orders)
    {
        const auto done = m_hub->run(
            m_business.owner(), [&orders](WriteContext &context) { return historywrites::import(context, orders); });
        if (!done)
            qWarning().noquote() << done.error().message;
        return done ? done->values : std::vector<qint64>(8, -1);
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

QTEST_GUILESS_MAIN(HistoryImportTest)
#include "historyimporttest.moc"

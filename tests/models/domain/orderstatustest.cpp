// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/orderstatus.h"

#include <QTest>

using namespace oshaq;

namespace {

using Roles = QList<Role>;

/// The owner's table of DESIGN section 5, told as sentences about each role rather than as the machine's rows.
bool expected(int from, int to, Role role, Fulfilment fulfilment)
{
    const bool delivery = fulfilment == Fulfilment::Delivery;
    const QString step = QStringLiteral("%1>%2").arg(from).arg(to);

    // Which steps there are at all for this way of handing over.
    QStringList steps{QStringLiteral("1>2"), QStringLiteral("1>7"), QStringLiteral("2>3"), QStringLiteral("2>7"),
                      QStringLiteral("3>4"), QStringLiteral("3>7"), QStringLiteral("4>7")};
    if (delivery)
        steps << QStringLiteral("4>5") << QStringLiteral("5>6") << QStringLiteral("5>7");
    else
        steps << QStringLiteral("4>6");
    if (!steps.contains(step))
        return false;

    switch (role) {
    case Role::Owner:
    case Role::Manager:
        return true;
    case Role::Kitchen:
        return from <= 2 || (to != 7 && from < 5);
    case Role::Counter:
        return from <= 2 || (to != 7 && from >= 4);
    case Role::Courier:
        return from >= 4 && to != 7;
    case Role::Guest:
        return to == 7 && from <= 2;
    case Role::Integration:
    case Role::Standby:
        return false;
    }
    return false;
}

} // namespace

class OrderStatusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMoveOfEveryRole()
    {
        int checked = 0;
        int allowed = 0;
        for (const OrderStatus from : allOrderStatuses) {
            for (const OrderStatus to : allOrderStatuses) {
                for (const Fulfilment fulfilment : allFulfilments) {
                    bool anybody = false;
                    for (const Role role : allRoles) {
                        const bool want = expected(static_cast<int>(from), static_cast<int>(to), role, fulfilment);
                        QVERIFY2(mayTransition(from, to, role, fulfilment) == want,
                                 qPrintable(QStringLiteral("%1 -> %2 by %3, %4")
                                                .arg(orderStatusName(from), orderStatusName(to), roleText(role),
                                                     fulfilmentText(fulfilment))));
                        anybody |= want;
                        allowed += want ? 1 : 0;
                        ++checked;
                    }
                    QCOMPARE(transitionExists(from, to, fulfilment), anybody);
                }
            }
        }
        QCOMPARE(checked, 7 * 7 * 7 * 3);
        // Counted by hand from the page, role by role:
        // delivery: 1>2 4, 1>7 5, 2>3 4, 2>7 5, 3>4 3, 3>7 2, 4>5 5, 4>7 2, 5>6 4, 5>7 2 = 36
        // else:     1>2 4, 1>7 5, 2>3 4, 2>7 5, 3>4 3, 3>7 2, 4>6 5, 4>7 2             = 30
        QCOMPARE(allowed, 36 + 2 * 30);
    }

    void recallOfEveryStatus()
    {
        for (const Fulfilment fulfilment : allFulfilments) {
            QCOMPARE(recallTarget(OrderStatus::New, fulfilment), std::nullopt);
            QCOMPARE(recallTarget(OrderStatus::Accepted, fulfilment), std::nullopt);
            QCOMPARE(recallTarget(OrderStatus::Preparing, fulfilment), OrderStatus::Accepted);
            QCOMPARE(recallTarget(OrderStatus::Ready, fulfilment), OrderStatus::Preparing);
            QCOMPARE(recallTarget(OrderStatus::OutForDelivery, fulfilment), OrderStatus::Ready);
            QCOMPARE(recallTarget(OrderStatus::Cancelled, fulfilment), std::nullopt);
        }
        QCOMPARE(recallTarget(OrderStatus::Completed, Fulfilment::Pickup), OrderStatus::Ready);
        QCOMPARE(recallTarget(OrderStatus::Completed, Fulfilment::DineIn), OrderStatus::Ready);
        QCOMPARE(recallTarget(OrderStatus::Completed, Fulfilment::Delivery), std::nullopt);
    }

    void whoMayRecall()
    {
        const Roles may{Role::Owner, Role::Manager, Role::Kitchen, Role::Counter};
        for (const Role role : allRoles)
            QCOMPARE(mayRecall(role), may.contains(role));
    }

    void codesAndNames()
    {
        const QStringList names{
            QStringLiteral("New"),      QStringLiteral("Accepted"),         QStringLiteral("Preparing"),
            QStringLiteral("Ready"),    QStringLiteral("Out for delivery"), QStringLiteral("Completed"),
            QStringLiteral("Cancelled")};
        for (int code = 1; code <= 7; ++code) {
            const auto status = orderStatusFromCode(code);
            QVERIFY(status);
            QCOMPARE(static_cast<int>(*status), code);
            QCOMPARE(orderStatusName(*status), names.at(code - 1));
            QCOMPARE(isClosed(*status), code >= 6);
        }
        for (const qint64 code : {qint64{0}, qint64{8}, qint64{-1}, std::numeric_limits<qint64>::max(),
                                  std::numeric_limits<qint64>::min(), qint64{1} << 32 | 1})
            QVERIFY(!orderStatusFromCode(code));
    }
};

QTEST_APPLESS_MAIN(OrderStatusTest)
#include "orderstatustest.moc"

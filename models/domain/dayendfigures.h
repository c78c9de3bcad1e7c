// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "models/domain/payment.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

/// The money of one method that moved while a business day lasted, whatever day its orders were placed on: what is
/// counted in the drawer and compared with the bank's own list.
struct MethodTakings
{
    PaymentMethod method = PaymentMethod::Cash;
    qint64 payments = 0;
    qint64 amountMinor = 0; ///< without tips
    qint64 tipMinor = 0;
    qint64 refunds = 0;
    qint64 refundedMinor = 0; ///< went back, also of payments of other days

    /// What is there of it.
    qint64 keptMinor() const { return amountMinor + tipMinor - refundedMinor; }
    bool operator==(const MethodTakings &) const = default;
};

/// A cash drawer that was open at some moment of the day, as it was at `untilMs`.
struct DrawerOfDay
{
    QString terminalName; ///< empty: it stood at no screen
    qint64 openedAtMs = 0;
    qint64 closedAtMs = 0; ///< 0: it was open
    qint64 floatMinor = 0;
    qint64 salesMinor = 0;
    qint64 refundsMinor = 0;
    qint64 paidInMinor = 0;
    qint64 paidOutMinor = 0;
    qint64 countedMinor = 0; ///< of the count that closed it

    bool isClosed() const { return closedAtMs != 0; }
    qint64 expectedMinor() const { return floatMinor + salesMinor + paidInMinor - refundsMinor - paidOutMinor; }
    /// Of a closed one; more than there should be: positive.
    qint64 differenceMinor() const { return isClosed() ? countedMinor - expectedMinor() : 0; }
    bool operator==(const DrawerOfDay &) const = default;
};

/// All that a day-end report says of its day. It is stored with the report and read again for every copy of it.
struct DayEndFigures
{
    QString businessName;
    QString timeZone;
    qint64 untilMs = 0;                 ///< what happened later is not in it
    Analytics sales;                    ///< of the one day
    std::vector<MethodTakings> takings; ///< methods that were used, in the order of allPaymentMethods
    std::vector<DrawerOfDay> drawers;   ///< in the order in which they were opened
    qint64 firstOrderAtMs = 0;          ///< 0: there was none
    qint64 lastOrderAtMs = 0;

    /// The business day was over when it was made.
    bool isOver() const { return untilMs >= sales.endMs; }
};

/// As it is stored, with amounts in minor units; and back: Internal when it is not what was stored. Members that a
/// later version added are 0 in older ones.
QByteArray dayEndFiguresJson(const DayEndFigures &figures);
Result<DayEndFigures> dayEndFiguresFromJson(const QByteArray &json);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timetext.h"
#include "models/hub/bankattemptstore.h"
#include "models/hub/bankservice.h"
#include "models/hub/businessstore.h"
#include "models/hub/editrules.h"
#include "models/hub/paymentstore.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

constexpr qsizetype dayLength = 10;
constexpr int firstYear = 2000;

Result<QString> numberOf(sql::Database &database, const Payment &payment)
{
    auto row = database.query(QStringLiteral("SELECT number FROM orders WHERE order_id = ? AND business_id = ?"),
                              {payment.orderId, payment.businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->text(0) : QString();
}

} // namespace

Result<Reconciliation> bankreads::reconciliation(sql::Database &database, qint64 businessId, const QString &day,
                                                 qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    const QDate wanted = day.size() == dayLength ? QDate::fromString(day, Qt::ISODate) : QDate();
    if (!wanted.isValid() || wanted.year() < firstYear)
        return editrules::invalid("day", QStringLiteral("must be a day such as 2026-01-15"));
    if (wanted > businessDay(nowMs, business->timeZone, business->dayStartMinutes))
        return editrules::invalid("day", QStringLiteral("has not begun yet"));
    const DayBounds bounds = businessDayBounds(wanted, business->timeZone, business->dayStartMinutes);
    Reconciliation all;
    all.day = wanted;
    all.beginMs = bounds.beginMs;
    all.endMs = bounds.endMs;
    if (const auto currency = Currency::fromCode(business->currency))
        all.currency = *currency;
    const auto attempts = bankattemptstore::between(database, businessId, bounds.beginMs, bounds.endMs);
    if (!attempts)
        return attempts.error();
    for (const BankAttempt &attempt : *attempts) {
        auto payment = paymentstore::find(database, businessId, attempt.paymentId);
        if (!payment)
            return payment.error();
        const auto number = numberOf(database, *payment);
        if (!number)
            return number.error();
        addToReconciliation(&all, {std::move(*payment), attempt, *number, BankDifference::None});
    }
    return all;
}

} // namespace oshaq

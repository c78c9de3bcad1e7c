// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/dayendservice.h"

#include "models/domain/dayendpaper.h"
#include "models/domain/timetext.h"
#include "models/hub/actornames.h"
#include "models/hub/analytics.h"
#include "models/hub/businessstore.h"
#include "models/hub/dayendstore.h"
#include "models/hub/drawerservice.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderprinting.h"
#include "models/hub/sqlvalues.h"

#include <QCryptographicHash>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qsizetype dayLength = 10;
constexpr int firstYear = 2000;

/// What came and what went while the day lasted. Money that may still come is not in it.
Result<std::vector<MethodTakings>> takingsOf(sql::Database &database, qint64 businessId, qint64 beginMs, qint64 endMs)
{
    std::vector<MethodTakings> all;
    for (const PaymentMethod method : allPaymentMethods)
        all.push_back({method, 0, 0, 0, 0, 0});
    const auto of = [&all](const QString &code) -> MethodTakings * {
        const auto method = paymentMethodFromText(code);
        const auto found = std::find_if(
            all.begin(), all.end(), [&method](const MethodTakings &one) { return method && one.method == *method; });
        return found == all.end() ? nullptr : &*found;
    };
    // Through a bank it came when the bank said so.
    auto payments = database.query(
        QStringLiteral("SELECT method, count(*), sum(amount), sum(tip) FROM (SELECT method, amount, tip FROM payments p"
                       " WHERE business_id = ? AND created_at >= ? AND created_at < ?"
                       " AND status IN ('charged', 'part_refunded', 'refunded')"
                       " AND NOT EXISTS (SELECT 1 FROM bank_attempts b WHERE b.payment_id = p.payment_id)"
                       " UNION ALL SELECT p.method, p.amount, p.tip FROM bank_attempts b"
                       " JOIN payments p ON p.payment_id = b.payment_id"
                       " WHERE b.business_id = ? AND b.charged_at >= ? AND b.charged_at < ?"
                       " AND p.status IN ('charged', 'part_refunded', 'refunded')) GROUP BY method"),
        {businessId, beginMs, endMs, businessId, beginMs, endMs});
    if (!payments)
        return payments.error();
    while (payments->next()) {
        if (MethodTakings *takings = of(payments->text(0))) {
            takings->payments = payments->integer(1);
            takings->amountMinor = payments->integer(2);
            takings->tipMinor = payments->integer(3);
        }
    }
    auto refunds = database.query(QStringLiteral("SELECT p.method, count(*), sum(r.amount) FROM refunds r"
                                                 " JOIN payments p ON p.payment_id = r.payment_id"
                                                 " WHERE r.business_id = ? AND r.done_at >= ? AND r.done_at < ?"
                                                 " AND r.state = 'done' GROUP BY p.method"),
                                  {businessId, beginMs, endMs});
    if (!refunds)
        return refunds.error();
    while (refunds->next()) {
        if (MethodTakings *takings = of(refunds->text(0))) {
            takings->refunds = refunds->integer(1);
            takings->refundedMinor = refunds->integer(2);
        }
    }
    if (payments->failed() || refunds->failed())
        return hubsql::readFailed();
    std::erase_if(all, [](const MethodTakings &one) { return one.payments == 0 && one.refunds == 0; });
    return all;
}

Result<std::vector<DrawerOfDay>> drawersOf(sql::Database &database, qint64 businessId, qint64 beginMs, qint64 endMs)
{
    const auto sessions = drawerreads::during(database, businessId, beginMs, endMs);
    if (!sessions)
        return sessions.error();
    std::vector<DrawerOfDay> drawers;
    for (const DrawerSession &one : *sessions) {
        const DrawerCount *closing = one.closing();
        drawers.push_back({one.terminalName, one.openedAtMs, one.closedAtMs.value_or(0), one.floatMinor, one.salesMinor,
                           one.refundsMinor, one.paidInMinor, one.paidOutMinor, closing ? closing->countedMinor : 0});
    }
    return drawers;
}

Result<void> nameMakers(sql::Database &database, qint64 businessId, std::vector<DayEnd> *dayEnds)
{
    QStringList keys;
    for (const DayEnd &one : *dayEnds)
        keys << one.madeBy;
    const auto names = ActorNames::load(database, businessId, keys);
    if (!names)
        return names.error();
    for (DayEnd &one : *dayEnds)
        one.madeBy = names->of(one.madeBy);
    return {};
}

QByteArray digest(const QByteArray &figures)
{
    return QCryptographicHash::hash(figures, QCryptographicHash::Sha256);
}

} // namespace

Result<DayEndFigures> dayendreads::figures(sql::Database &database, qint64 businessId, const QString &day, qint64 nowMs)
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
    auto sales = analyticsreads::of(database, businessId, {wanted, wanted}, analyticsreads::Days::Fresh);
    if (!sales)
        return sales.error();
    auto takings = takingsOf(database, businessId, sales->beginMs, sales->endMs);
    if (!takings)
        return takings.error();
    auto drawers = drawersOf(database, businessId, sales->beginMs, sales->endMs);
    if (!drawers)
        return drawers.error();
    DayEndFigures figures;
    figures.businessName = business->name;
    figures.timeZone = business->timeZone;
    figures.untilMs = std::min(nowMs, sales->endMs);
    figures.takings = std::move(*takings);
    figures.drawers = std::move(*drawers);
    auto ends =
        database.query(QStringLiteral("SELECT coalesce(min(placed_at), 0), coalesce(max(placed_at), 0)"
                                      " FROM orders WHERE business_id = ? AND placed_at >= ? AND placed_at < ?"),
                       {businessId, sales->beginMs, sales->endMs});
    if (!ends)
        return ends.error();
    if (const auto found = hubsql::nextRow(*ends); !found)
        return found.error();
    figures.firstOrderAtMs = ends->integer(0);
    figures.lastOrderAtMs = ends->integer(1);
    figures.sales = std::move(*sales);
    return figures;
}

Result<dayendreads::Kept> dayendreads::one(sql::Database &database, qint64 businessId, qint64 dayEndId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto found = dayendstore::find(database, businessId, dayEndId);
    if (!found)
        return found.error();
    const auto stored = dayendstore::figures(database, businessId, dayEndId);
    if (!stored)
        return stored.error();
    auto figures = dayEndFiguresFromJson(*stored);
    if (!figures)
        return figures.error();
    std::vector<DayEnd> named{std::move(*found)};
    if (const auto done = nameMakers(database, businessId, &named); !done)
        return done.error();
    return Kept{std::move(named.front()), std::move(*figures)};
}

Result<dayendreads::Page> dayendreads::page(sql::Database &database, qint64 businessId, int limit,
                                            const QString &cursor)
{
    bool fits = true;
    const qint64 beforeId = cursor.isEmpty() ? 0 : cursor.toLongLong(&fits);
    if (!fits || beforeId < 0)
        return editrules::invalid("cursor", QStringLiteral("is no cursor of this list"));
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto rows = dayendstore::list(database, businessId, beforeId, limit + 1);
    if (!rows)
        return rows.error();
    Page page;
    page.dayEnds = std::move(*rows);
    if (page.dayEnds.size() > std::size_t(limit)) {
        page.dayEnds.pop_back();
        page.nextCursor = QString::number(page.dayEnds.back().id);
    }
    if (const auto done = nameMakers(database, businessId, &page.dayEnds); !done)
        return done.error();
    return page;
}

Result<WriteOutcome> dayendwrites::make(WriteContext &context, const std::shared_ptr<const DayEndFigures> &figures)
{
    const qint64 businessId = context.principal.businessId;
    const auto head = journalstore::head(context.database, businessId);
    if (!head)
        return head.error();
    DayEnd dayEnd;
    dayEnd.day = figures->sales.from;
    dayEnd.madeAtMs = context.nowMs;
    dayEnd.madeBy = context.principal.key();
    dayEnd.journalSeq = head->seq;
    dayEnd.journalHash = head->hash;
    dayEnd.orders = figures->sales.total.orders;
    dayEnd.revenueMinor = figures->sales.total.revenueMinor;
    dayEnd.openOrders = figures->sales.openOrders;
    const QByteArray stored = dayEndFiguresJson(*figures);
    if (const auto inserted = dayendstore::insert(context.database, businessId, &dayEnd, stored); !inserted)
        return inserted.error();
    const QJsonObject payload{{QStringLiteral("day"), dayEnd.day.toString(Qt::ISODate)},
                              {QStringLiteral("number"), dayEnd.number},
                              {QStringLiteral("orders"), dayEnd.orders},
                              {QStringLiteral("revenue"), dayEnd.revenueMinor},
                              {QStringLiteral("open"), dayEnd.openOrders}};
    const auto written = journalstore::append(
        context, businessId,
        {EntityKind::DayEnd, dayEnd.id, 1, QStringLiteral("day_end.made"), payload, digest(stored)});
    if (!written)
        return written.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::DayEnd;
    outcome.entityId = dayEnd.id;
    outcome.code = 201;
    return outcome;
}

Result<WriteOutcome> dayendwrites::print(WriteContext &context, qint64 dayEndId, std::optional<qint64> printerId)
{
    const qint64 businessId = context.principal.businessId;
    const auto kept = dayendreads::one(context.database, businessId, dayEndId);
    if (!kept)
        return kept.error();
    return printwrites::paper(context, PrintJobKind::DayEnd, printerId,
                              [&](const Printer &printer) -> Result<PrintDocument> {
                                  orderprinting::Papers papers(context.database, businessId, context.nowMs);
                                  const auto setting = papers.setting(printer.language);
                                  if (!setting)
                                      return setting.error();
                                  return dayEndDocument(kept->dayEnd, kept->figures, *setting);
                              });
}

} // namespace oshaq

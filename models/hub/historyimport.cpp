// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/historyimport.h"

#include "models/domain/payment.h"
#include "models/domain/pricing.h"
#include "models/domain/searchtext.h"
#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentstore.h"
#include "models/hub/sqlvalues.h"

#include <QHash>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace oshaq {

namespace {

/// Numbers of imported orders: no terminal has this letter.
constexpr QChar historyLetter = u'#';

struct Dish
{
    qint64 id = 0;
    QString name;
};

/// The dishes of a business, those that went included: history refers to them.
class Dishes
{
public:
    explicit Dishes(WriteContext &context)
        : m_context(context)
    {}

    int made() const { return m_made; }

    Result<void> load()
    {
        auto rows = m_context.database.query(
            QStringLiteral("SELECT item_id, external_id, name, deleted_at IS NULL FROM items WHERE business_id = ?"
                           " ORDER BY deleted_at IS NOT NULL DESC, item_id DESC"),
            {m_context.principal.businessId});
        if (!rows)
            return rows.error();
        // Those on the menu come last and win.
        while (rows->next())
            remember(rows->integer(0), rows->text(1), rows->text(2), rows->integer(3) != 0);
        if (rows->failed())
            return hubsql::readFailed();
        return {};
    }

    Result<Dish> dishOf(const PastLine &line)
    {
        if (!line.externalId.isEmpty()) {
            if (const auto known = m_byExternalId.constFind(line.externalId); known != m_byExternalId.constEnd())
                return *known;
        }
        const QString name = line.name.isEmpty() ? line.externalId : line.name;
        // Sizes of one dish often share its name and have an id each: those that an import made stay apart.
        const QHash<QString, Dish> &byName = line.externalId.isEmpty() ? m_byName : m_menuByName;
        if (const auto known = byName.constFind(foldForSearch(name)); known != byName.constEnd())
            return *known;
        return makeHidden(line, name);
    }

private:
    void remember(qint64 id, const QString &externalId, const QString &name, bool onMenu)
    {
        if (!externalId.isEmpty())
            m_byExternalId.insert(externalId, {id, name});
        m_byName.insert(foldForSearch(name), {id, name});
        if (onMenu)
            m_menuByName.insert(foldForSearch(name), {id, name});
    }

    Result<qint64> hiddenCategory()
    {
        const qint64 businessId = m_context.principal.businessId;
        const QString marker = QStringLiteral("oshaq:history");
        {
            auto rows = m_context.database.query(
                QStringLiteral("SELECT category_id FROM categories WHERE business_id = ? AND external_id = ?"
                               " AND deleted_at IS NOT NULL"),
                {businessId, marker});
            if (!rows)
                return rows.error();
            const auto found = hubsql::nextRow(*rows);
            if (!found)
                return found.error();
            if (*found)
                return rows->integer(0);
        }
        auto made = m_context.database.query(
            QStringLiteral("INSERT INTO categories (business_id, name, external_id, created_at, updated_at, deleted_at)"
                           " VALUES (?, 'Imported', ?, ?, ?, ?)"),
            {businessId, marker, m_context.nowMs, m_context.nowMs, m_context.nowMs});
        if (!made)
            return made.error();
        return made->lastInsertId();
    }

    Result<Dish> makeHidden(const PastLine &line, const QString &name)
    {
        const auto category = hiddenCategory();
        if (!category)
            return category.error();
        auto made = m_context.database.query(
            QStringLiteral("INSERT INTO items (business_id, category_id, name, price, available, external_id,"
                           " created_at, updated_at, deleted_at) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)"),
            {m_context.principal.businessId, *category, name, line.priceMinor, line.externalId, m_context.nowMs,
             m_context.nowMs, m_context.nowMs});
        if (!made)
            return made.error();
        ++m_made;
        remember(made->lastInsertId(), line.externalId, name, false);
        return Dish{made->lastInsertId(), name};
    }

    WriteContext &m_context;
    QHash<QString, Dish> m_byExternalId;
    QHash<QString, Dish> m_byName;
    QHash<QString, Dish> m_menuByName;
    int m_made = 0;
};

/// The same order of the same file is the same order.
QString uuidOf(qint64 businessId, const PastOrder &order, qint64 totalMinor)
{
    static const QUuid space(QStringLiteral("{8f1d6c1e-3a53-4c39-9a41-0c7d1a7b5f10}"));
    const QString text = QStringLiteral("%1\n%2\n%3\n%4")
                             .arg(QString::number(businessId), order.sourceId, QString::number(order.placedAtMs),
                                  QString::number(totalMinor));
    return QUuid::createUuidV5(space, text).toString(QUuid::WithoutBraces);
}

/// None, or the one that paid for it.
std::vector<Payment> paymentsOf(const PastOrder &past, const Order &order)
{
    if (!past.payment)
        return {};
    Payment payment;
    payment.businessId = order.businessId;
    payment.orderId = order.id;
    payment.method = past.payment->method;
    payment.status = PaymentStatus::Charged;
    payment.amountMinor = past.payment->amountMinor;
    payment.tipMinor = past.payment->tipMinor;
    payment.currency = order.cost.currency;
    return {payment};
}

Result<Order> orderFrom(const PastOrder &past, const Business &business, const Currency &currency, Dishes *dishes)
{
    Order order;
    order.businessId = business.id;
    order.fulfilment = past.fulfilment;
    order.table = past.table;
    order.covers = past.covers;
    order.placedAtMs = past.placedAtMs;
    order.status = OrderStatus::Completed;
    order.statusAtMs = past.placedAtMs;
    for (const PastLine &one : past.lines) {
        const auto dish = dishes->dishOf(one);
        if (!dish)
            return dish.error();
        OrderLine line;
        line.itemId = dish->id;
        line.name = one.name.isEmpty() ? dish->name : one.name;
        line.quantity = one.quantity;
        line.priceMinor = one.priceMinor;
        line.status = LineStatus::Done;
        line.statusAtMs = past.placedAtMs;
        line.addedAtMs = past.placedAtMs;
        for (const QString &option : one.options)
            line.options.push_back({0, option, 0});
        order.lines.push_back(std::move(line));
    }
    const auto cost = costOf(order.lines, 0, currency, 0);
    if (!cost)
        return cost.error();
    order.cost = *cost;
    if (past.payment && (past.payment->amountMinor <= 0 || past.payment->amountMinor > order.cost.totalMinor ||
                         past.payment->tipMinor < 0)) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("The payment of order \"%1\" does not fit its total.").arg(past.sourceId.left(60)),
                     {}};
    }
    order.payment = orderPaymentOf(order.cost.totalMinor, paymentsOf(past, order));
    order.uuid = uuidOf(business.id, past, order.cost.totalMinor);
    return order;
}

} // namespace

Result<WriteOutcome> historywrites::import(WriteContext &context, const std::vector<PastOrder> &orders)
{
    sql::Database &database = context.database;
    const auto business = businessstore::find(database, context.principal.businessId);
    if (!business)
        return business.error();
    const auto currency = Currency::fromCode(business->currency);
    if (!currency)
        return currency.error();
    Dishes dishes(context);
    if (const auto loaded = dishes.load(); !loaded)
        return loaded.error();

    qint64 written = 0;
    qint64 known = 0;
    qint64 lines = 0;
    qint64 totalMinor = 0;
    qint64 payments = 0;
    qint64 paidMinor = 0;
    qint64 tipMinor = 0;
    for (const PastOrder &past : orders) {
        auto order = orderFrom(past, *business, *currency, &dishes);
        if (!order)
            return order.error();
        const auto exists = orderstore::uuidExists(database, business->id, order->uuid);
        if (!exists)
            return exists.error();
        if (*exists) {
            ++known;
            continue;
        }
        const QDate day = businessDay(past.placedAtMs, business->timeZone, business->dayStartMinutes);
        const auto number = orderstore::nextNumber(database, business->id, day, QString(historyLetter));
        if (!number)
            return number.error();
        order->number = *number;
        if (const auto inserted = orderstore::insert(database, &*order, day, context.nowMs, past.sourceId); !inserted)
            return inserted.error();
        ++written;
        lines += qint64(order->lines.size());
        totalMinor += order->cost.totalMinor;
        std::vector<Payment> all = paymentsOf(past, *order);
        for (Payment &payment : all) {
            const auto kept = paymentstore::insert(database, &payment, context.principal.key(), past.placedAtMs);
            if (!kept)
                return kept.error();
            ++payments;
            paidMinor += payment.amountMinor;
            tipMinor += payment.tipMinor;
        }
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = business->id;
    outcome.values = {written, known, lines, totalMinor, dishes.made(), payments, paidMinor, tipMinor};
    if (written == 0)
        return outcome;
    const QJsonObject payload{{QStringLiteral("orders"), written},   {QStringLiteral("lines"), lines},
                              {QStringLiteral("total"), totalMinor}, {QStringLiteral("payments"), payments},
                              {QStringLiteral("paid"), paidMinor},   {QStringLiteral("currency"), currency->code()}};
    const auto noted =
        journalstore::append(context, business->id,
                             {EntityKind::Business, business->id, business->version,
                              QStringLiteral("business.history_imported"), payload, businessstore::digest(*business)});
    if (!noted)
        return noted.error();
    return outcome;
}

} // namespace oshaq

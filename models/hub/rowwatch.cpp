// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/rowwatch.h"

#include "models/domain/order.h"
#include "models/hub/ordershelf.h"
#include "models/hub/writer.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace oshaq {

namespace {

enum class Group
{
    None, ///< nothing that is kept depends on it
    Catalog,
    Orders,
    OrderRow, ///< rowid is the order's
    UserRow,  ///< rowid is the guest's
    Address,  ///< shown with orders; whose, the rowid does not tell
    Access,
    Staff, ///< access, and names of couriers
    Prints,
    Erasures,
};

/// A table that is missing here counts as everything: a new one must be put where it belongs, not be forgotten.
constexpr std::array groups{
    std::pair{std::string_view("orders"), Group::OrderRow},
    std::pair{std::string_view("orders_items"), Group::Orders},
    std::pair{std::string_view("orders_cost"), Group::Orders},
    std::pair{std::string_view("order_search"), Group::None}, // as the order and its lines
    std::pair{std::string_view("search_parts"), Group::None},
    std::pair{std::string_view("search_blocks"), Group::None},
    std::pair{std::string_view("search_names"), Group::None},
    std::pair{std::string_view("day_counts"), Group::None}, // as the orders
    std::pair{std::string_view("feature_flags"), Group::None},
    std::pair{std::string_view("order_status"), Group::None}, // the order's own row repeats the newest
    std::pair{std::string_view("journal"), Group::None},      // WITHOUT ROWID
    std::pair{std::string_view("sessions"), Group::Access},
    std::pair{std::string_view("terminals"), Group::Access},
    std::pair{std::string_view("staff"), Group::Staff},
    std::pair{std::string_view("api_tokens"), Group::Access},
    std::pair{std::string_view("users"), Group::UserRow},
    std::pair{std::string_view("user_addresses"), Group::Address},
    std::pair{std::string_view("businesses"), Group::Catalog},
    std::pair{std::string_view("categories"), Group::Catalog},
    std::pair{std::string_view("items"), Group::Catalog},
    std::pair{std::string_view("option_groups"), Group::Catalog},
    std::pair{std::string_view("options"), Group::Catalog},
    std::pair{std::string_view("stations"), Group::Catalog},
    std::pair{std::string_view("menu_images"), Group::Catalog},
    // Read by those who ask for them, never from what is kept.
    std::pair{std::string_view("invoice_numbers"), Group::None},
    std::pair{std::string_view("replica_position"), Group::None},
    std::pair{std::string_view("replica_state"), Group::None}, // what it decides is asked of Replica
    std::pair{std::string_view("pairing_codes"), Group::None},
    std::pair{std::string_view("dining_tables"), Group::None},
    std::pair{std::string_view("saved_cards"), Group::None},
    std::pair{std::string_view("payments"), Group::None},
    std::pair{std::string_view("refunds"), Group::None},
    std::pair{std::string_view("drawer_sessions"), Group::None},
    std::pair{std::string_view("drawer_moves"), Group::None},
    std::pair{std::string_view("drawer_counts"), Group::None},
    std::pair{std::string_view("bank_attempts"), Group::None},
    std::pair{std::string_view("webhook_endpoints"), Group::None},
    std::pair{std::string_view("integrations"), Group::None},
    std::pair{std::string_view("secrets"), Group::None},
    std::pair{std::string_view("webhook_deliveries"), Group::None},
    std::pair{std::string_view("notification_settings"), Group::None},
    std::pair{std::string_view("notification_rules"), Group::None},
    std::pair{std::string_view("notification_templates"), Group::None},
    std::pair{std::string_view("notification_recipients"), Group::None},
    std::pair{std::string_view("guest_notification_wishes"), Group::None},
    std::pair{std::string_view("push_subscriptions"), Group::None},
    std::pair{std::string_view("notifications"), Group::None},
    std::pair{std::string_view("printers"), Group::None},
    std::pair{std::string_view("print_jobs"), Group::Prints},
    std::pair{std::string_view("day_ends"), Group::None},
    std::pair{std::string_view("delivery_zones"), Group::None},
    std::pair{std::string_view("dispatches"), Group::None}, // the order's own row repeats the state
    std::pair{std::string_view("outside_orders"), Group::None},
    std::pair{std::string_view("kept_days"), Group::None}, // figures, as the orders
    std::pair{std::string_view("staff_shifts"), Group::None},
    std::pair{std::string_view("hub_state"), Group::None},
    std::pair{std::string_view("schema_migrations"), Group::None},
    std::pair{std::string_view("system_alarms"), Group::None},
    std::pair{std::string_view("privacy_state"), Group::None},
    std::pair{std::string_view("guest_erasures"), Group::Erasures},
    // WITHOUT ROWID: SQLite does not tell of them, and no answer that is kept depends on them.
    std::pair{std::string_view("order_numbers"), Group::None},
    std::pair{std::string_view("idempotency_keys"), Group::None},
    std::pair{std::string_view("painted_acks"), Group::None},
    std::pair{std::string_view("payment_lines"), Group::None},
    std::pair{std::string_view("unpainted_tickets"), Group::None},
    std::pair{std::string_view("settings"), Group::None},
    std::pair{std::string_view("refresh_tokens"), Group::None},
    std::pair{std::string_view("sign_in_attempts"), Group::None},
    std::pair{std::string_view("phone_codes"), Group::None},
    std::pair{std::string_view("phone_code_requests"), Group::None},
};

} // namespace

bool RowWatch::knows(const char *table)
{
    return std::any_of(groups.begin(), groups.end(), [table](const auto &entry) { return entry.first == table; });
}

RowWatch::RowWatch(sql::Database &database)
{
    database.watchRows([this](const char *table, qint64 rowId) { seen(table, rowId); });
}

void RowWatch::seen(const char *table, qint64 rowId)
{
    static const std::unordered_map<std::string_view, Group> known(groups.begin(), groups.end());
    const auto found = known.find(table);
    if (found == known.end()) {
        if (m_catalogChanged)
            m_catalogChanged();
        if (m_orderShelf)
            m_orderShelf->anythingTouched();
        const std::set<qint64> guests = std::move(m_touched.guests);
        m_touched = TouchedRows::everything();
        m_touched.guests = guests;
        return;
    }
    switch (found->second) {
    case Group::None:
        break;
    case Group::Catalog:
        m_touched.catalog = true;
        if (m_catalogChanged)
            m_catalogChanged();
        break;
    case Group::OrderRow:
        m_orders.insert(rowId);
        m_touched.orders = true;
        if (m_orderShelf)
            m_orderShelf->orderTouched(rowId);
        break;
    case Group::Orders:
        m_touched.orders = true;
        if (m_orderShelf)
            m_orderShelf->partTouched();
        break;
    case Group::UserRow:
        if (m_orderShelf && m_orderShelf->userTouched(rowId))
            m_touched.untoldOrders = true;
        m_touched.orders = true;
        m_touched.access = true;
        m_touched.guests.insert(rowId);
        break;
    case Group::Address:
        if (m_orderShelf && m_orderShelf->addressTouched(rowId))
            m_touched.untoldOrders = true;
        m_touched.orders = true;
        m_touched.allGuests = true;
        break;
    case Group::Staff:
        if (m_orderShelf)
            m_orderShelf->anythingTouched();
        m_touched.untoldOrders = true;
        [[fallthrough]];
    case Group::Access:
        m_touched.access = true;
        break;
    case Group::Prints:
        m_touched.prints = true;
        break;
    case Group::Erasures:
        m_touched.erasures = true;
        break;
    }
}

void RowWatch::name(const WriteOutcome &outcome)
{
    if (outcome.order && m_orders.erase(outcome.order->id) > 0 && outcome.order->userId > 0)
        m_touched.guests.insert(outcome.order->userId);
}

TouchedRows RowWatch::take()
{
    m_touched.allGuests = m_touched.allGuests || !m_orders.empty();
    m_touched.untoldOrders = m_touched.untoldOrders || !m_orders.empty();
    m_orders.clear();
    return std::exchange(m_touched, {});
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/ordershelf.h"

#include "models/hub/orderstore.h"

#include <algorithm>
#include <cassert>

namespace oshaq {

namespace {
/// Orders and their lines together: a busy day's orders, some megabytes.
constexpr int mostRows = 8192;

[[maybe_unused]] bool isStored(sql::Database &database, const Order &order)
{
    const auto stored = orderstore::find(database, order.businessId, {order.id, {}});
    return !stored || *stored == order;
}

} // namespace

OrderShelf::OrderShelf(sql::Database &database)
    : m_database(database)
    , m_kept(mostRows)
{}

Result<Order> OrderShelf::find(qint64 businessId, const OrderRef &ref)
{
    if (m_isOrderTouched || m_isPartTouched)
        return orderstore::find(m_database, businessId, ref);
    const std::shared_ptr<const Order> *kept = ref.id ? m_kept.object(ref.id) : nullptr;
    if (kept && (*kept)->businessId == businessId) {
        assert(isStored(m_database, **kept));
        return **kept;
    }
    auto read = orderstore::find(m_database, businessId, ref);
    if (read)
        keep(std::make_shared<const Order>(*read));
    return read;
}

void OrderShelf::commandEnded(std::shared_ptr<const Order> order)
{
    if (m_isPartTouched && !m_isOrderTouched)
        anythingTouched();
    m_isOrderTouched = false;
    m_isPartTouched = false;
    if (!order)
        return;
    assert(isStored(m_database, *order));
    keep(std::move(order));
}

void OrderShelf::orderTouched(qint64 orderId)
{
    m_isOrderTouched = true;
    m_kept.remove(orderId);
}

bool OrderShelf::userTouched(qint64 userId)
{
    if (userId > m_newestUser)
        return false;
    anythingTouched();
    return true;
}

bool OrderShelf::addressTouched(qint64 addressId)
{
    if (addressId > m_newestAddress)
        return false;
    anythingTouched();
    return true;
}

void OrderShelf::clear()
{
    anythingTouched();
    m_isOrderTouched = false;
    m_isPartTouched = false;
}

void OrderShelf::keep(std::shared_ptr<const Order> order)
{
    m_newestUser = std::max(m_newestUser, order->userId);
    m_newestAddress = std::max(m_newestAddress, order->addressId.value_or(0));
    const qint64 id = order->id;
    const int rows = 1 + int(order->lines.size());
    m_kept.insert(id, new std::shared_ptr<const Order>(std::move(order)), rows);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/sharedfeed.h"

#include "models/hub/feedservice.h"
#include "models/hub/writer.h"
#include "sync/protocol/feedjson.h"

#include <algorithm>
#include <utility>

namespace oshaq {

const QByteArray &SharedFeed::Told::message(const Currency &currency, OrderView view) const
{
    const auto at = static_cast<std::size_t>(view);
    std::call_once(m_rendered[at], [&] { m_messages[at] = changeMessage(change, currency, view); });
    return m_messages[at];
}

const QByteArray &SharedFeed::Told::messageWithoutRow() const
{
    std::call_once(m_renderedWithoutRow, [this] {
        FeedChange bare;
        bare.change = change.change;
        m_messageWithoutRow = changeMessage(bare, Currency(), OrderView::Kitchen);
    });
    return m_messageWithoutRow;
}

void SharedFeed::committed(const CommitNotice &notice)
{
    const std::lock_guard lock(m_ordersMutex);
    if (notice.touched.untoldOrders || notice.touched.erasures)
        return m_orders.clear();
    if (!notice.orders)
        return;
    for (const std::shared_ptr<const Order> &order : *notice.orders)
        m_orders.insert(order->id, new std::shared_ptr<const Order>(order));
}

std::shared_ptr<const Order> SharedFeed::known(qint64 businessId, qint64 id, qint64 version)
{
    const std::lock_guard lock(m_ordersMutex);
    const std::shared_ptr<const Order> *order = m_orders.object(id);
    return order && (*order)->businessId == businessId && (*order)->version >= version ? *order : nullptr;
}

Result<SharedFeed::Read> SharedFeed::after(sql::Database &database, qint64 businessId, const Cursor &cursor, int limit)
{
    // Held while the page is read: whoever comes meanwhile wants the same one.
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_pages.rbegin(), m_pages.rend(), [&](const auto &page) {
        return page->businessId == businessId && page->cursor.epoch == cursor.epoch && page->after.seq <= cursor.seq &&
               page->cursor.seq > cursor.seq;
    });
    if (found != m_pages.rend())
        return Read{*found, false};
    auto read = feedreads::changes(database, businessId, cursor, limit, [this, businessId](qint64 id, qint64 version) {
        return known(businessId, id, version);
    });
    if (!read)
        return read.error();
    auto page = std::make_shared<Page>();
    page->businessId = businessId;
    page->after = cursor;
    page->cursor = read->cursor;
    page->more = read->more;
    page->changes.reserve(read->changes.size());
    Change last;
    for (FeedChange &change : read->changes) {
        const bool isAgain = change.change.entity == EntityKind::Order && last.entity == EntityKind::Order &&
                             change.change.id == last.id && change.change.version == last.version;
        last = change.change;
        page->changes.push_back(std::make_unique<const Told>(std::move(change), isAgain));
    }
    if (!page->changes.empty()) {
        if (m_pages.size() == mostPages)
            m_pages.erase(m_pages.begin());
        m_pages.push_back(page);
    }
    return Read{std::move(page), true};
}

void SharedFeed::forget()
{
    const std::lock_guard lock(m_mutex);
    m_pages.clear();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/sharedfeed.h"

#include "models/hub/feedservice.h"
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
    auto read = feedreads::changes(database, businessId, cursor, limit);
    if (!read)
        return read.error();
    auto page = std::make_shared<Page>();
    page->businessId = businessId;
    page->after = cursor;
    page->cursor = read->cursor;
    page->more = read->more;
    page->changes.reserve(read->changes.size());
    for (FeedChange &change : read->changes)
        page->changes.push_back(std::make_unique<const Told>(std::move(change)));
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

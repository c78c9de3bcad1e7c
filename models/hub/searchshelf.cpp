// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/searchshelf.h"

#include <utility>

namespace oshaq {

std::shared_ptr<const SearchShelf::Filters> SearchShelf::find(qint64 searchBlockId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_filters.find(searchBlockId);
    return found == m_filters.end() ? nullptr : found->second;
}

std::shared_ptr<const SearchShelf::Filters> SearchShelf::keep(qint64 searchBlockId, Filters filters)
{
    const auto bytes = std::size_t(filters.names.size() + filters.texts.size());
    auto kept = std::make_shared<const Filters>(std::move(filters));
    const std::lock_guard lock(m_mutex);
    if (m_bytes + bytes > m_mostBytes) {
        m_filters.clear();
        m_bytes = 0;
    }
    if (m_filters.insert_or_assign(searchBlockId, kept).second)
        m_bytes += bytes;
    return kept;
}

} // namespace oshaq

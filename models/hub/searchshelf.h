// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <memory>
#include <mutex>
#include <unordered_map>

namespace oshaq {

/// What may be found in blocks of orders (searchblocks), kept between searches: to look at the filters of years in the
/// database costs more than all else of a search that finds nothing. A row of search_blocks never changes once it is
/// filled and its number is not given twice, so what is kept by number is never wrong; whoever searches knows from the
/// database which numbers there are. Threads: any.
class SearchShelf final
{
    Q_DISABLE_COPY_MOVE(SearchShelf)

public:
    struct Filters
    {
        QByteArray names;
        QByteArray texts;
    };

    /// Beyond `mostBytes` all is forgotten and begins anew. A block has some kilobytes, and ten years of a busy site
    /// have 300 of them.
    explicit SearchShelf(std::size_t mostBytes = 16'000'000)
        : m_mostBytes(mostBytes)
    {}

    /// Null: it is not kept.
    std::shared_ptr<const Filters> find(qint64 searchBlockId) const;
    std::shared_ptr<const Filters> keep(qint64 searchBlockId, Filters filters);

private:
    const std::size_t m_mostBytes;
    mutable std::mutex m_mutex;
    std::unordered_map<qint64, std::shared_ptr<const Filters>> m_filters;
    std::size_t m_bytes = 0;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/sql/database.h"
#include "sync/protocol/orderview.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq {

/// What the HTTP threads tell their sockets of a commit: read from the journal by the first that needs it, and rendered
/// once for each view. Keeps the last pages only, because all threads are at nearly the same place. Thread-safe.
class SharedFeed final
{
    Q_DISABLE_COPY_MOVE(SharedFeed)

public:
    /// One change and the messages that tell of it.
    class Told
    {
        Q_DISABLE_COPY_MOVE(Told)

    public:
        explicit Told(FeedChange change)
            : change(std::move(change))
        {}

        /// Any thread. The currency is the business's as of this change, and so always the same.
        const QByteArray &message(const Currency &currency, OrderView view) const;

        const FeedChange change;

    private:
        mutable std::array<std::once_flag, orderViewCount> m_rendered;
        mutable std::array<QByteArray, orderViewCount> m_messages;
    };

    struct Page
    {
        qint64 businessId = 0;
        Cursor after; ///< it begins behind it
        Cursor cursor;
        std::vector<std::unique_ptr<const Told>> changes;
        bool more = false; ///< there was more in the journal when it was read
    };

    struct Read
    {
        std::shared_ptr<const Page> page; ///< may begin before the cursor that was asked for
        bool isFresh = false;             ///< read now: else there may be more than it knows of
    };

    SharedFeed() = default;

    /// What follows the cursor, at most `limit` changes. Errors of feedreads::changes().
    Result<Read> after(sql::Database &database, qint64 businessId, const Cursor &cursor, int limit);

    /// Nothing that was erased is to be held any longer.
    void forget();

private:
    static constexpr std::size_t mostPages = 4;

    std::mutex m_mutex;
    std::vector<std::shared_ptr<const Page>> m_pages; ///< the newest last
};

} // namespace oshaq

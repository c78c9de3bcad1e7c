// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/sql/database.h"
#include "sync/protocol/orderview.h"

#include <QByteArray>
#include <QCache>

#include <array>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq {

struct CommitNotice;

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
        Told(FeedChange change, bool isAgain)
            : change(std::move(change))
            , isAgain(isAgain)
        {}

        /// Any thread. The currency is the business's as of this change, and so always the same.
        const QByteArray &message(const Currency &currency, OrderView view) const;
        /// Without the row: its data are null.
        const QByteArray &messageWithoutRow() const;

        const FeedChange change;
        /// The change before it in its page tells the same version of the same order: whoever has heard of that one
        /// has this row, or a newer one.
        const bool isAgain;

    private:
        mutable std::array<std::once_flag, orderViewCount> m_rendered;
        mutable std::array<QByteArray, orderViewCount> m_messages;
        mutable std::once_flag m_renderedWithoutRow;
        mutable QByteArray m_messageWithoutRow;
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

    /// Keeps the orders that it tells: they need not be read again. On the writer's thread, before anybody hears of the
    /// commit.
    void committed(const CommitNotice &notice);

    /// What follows the cursor, at most `limit` changes. Errors of feedreads::changes().
    Result<Read> after(sql::Database &database, qint64 businessId, const Cursor &cursor, int limit);

    /// Nothing that was erased is to be held any longer.
    void forget();

private:
    static constexpr std::size_t mostPages = 4;
    static constexpr int mostOrders = 1024; ///< some pages of them

    std::shared_ptr<const Order> known(qint64 businessId, qint64 id, qint64 version);

    std::mutex m_ordersMutex; ///< never waited for by the writer while somebody reads
    QCache<qint64, std::shared_ptr<const Order>> m_orders{mostOrders}; ///< by id
    std::mutex m_mutex;
    std::vector<std::shared_ptr<const Page>> m_pages; ///< the newest last
};

} // namespace oshaq

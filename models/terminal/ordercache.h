// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/result.h"
#include "models/terminal/terminaldatabase.h"

#include <QObject>

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace oshaq {

/// Named value of terminal.db: what the numbers of this terminal's own orders begin with; empty before the hub said it.
inline constexpr char terminalLetterKey[] = "terminal.letter";
inline constexpr char terminalNameKey[] = "terminal.name";

/// The hub's rows as this terminal knows them: in terminal.db, mirrored in memory, so that nobody queries for a frame.
///
/// Only what the hub said comes in here (snapshot, feed, rows of answers); a newer version replaces an older one and
/// never the other way round. What staff did is in the Outbox; VisibleOrders adds the two. GUI thread.
class OrderCache final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderCache)

public:
    static constexpr qint64 closedRetentionMs = 48LL * 60 * 60 * 1000;

    /// Reads what the last run left.
    static Result<std::unique_ptr<OrderCache>> open(TerminalDatabase &database);

    /// Takes the snapshot over, cursor included, in one transaction. Of the epoch known before: newer versions of ours
    /// (from answers) and closed orders that the snapshot is too young for stay. Of another epoch, or of this one but
    /// from before the cursor (somebody put an older file back): nothing of ours stays, the outbox puts its confirmed
    /// commands of 72 hours back into the queue in the same transaction, then epochChanged() is emitted: the caller
    /// need do nothing more.
    Result<void> applySnapshot(const Snapshot &snapshot);

    /// Applies a page in order and moves the cursor, in one transaction. The page must be of the known epoch
    /// (CursorGone otherwise: take a snapshot); versions that are known already change nothing, so a page may come
    /// twice. A cursor behind the known one does not move it back.
    Result<void> applyPage(const FeedPage &page);
    Result<void> applyChanges(const std::vector<FeedChange> &changes, const Cursor &cursor);

    /// The row of an answer, when it is newer than ours. Moves no cursor. Outbox::markConfirmed does this itself.
    Result<void> foldAnswer(const Order &order);

    /// Where the feed goes on; invalid before the first snapshot.
    const Cursor &cursor() const { return m_cursor; }
    /// The highest term under which the hub of this site was followed; a lower one is not followed any more.
    qint64 term() const { return m_term; }
    const Business &business() const { return m_business; }
    /// What the hub calls this terminal, and the letter of its numbers; empty before it said so.
    QString terminalName() const { return m_database.meta(QString::fromLatin1(terminalNameKey)); }
    QString terminalLetter() const { return m_database.meta(QString::fromLatin1(terminalLetterKey)); }
    const Catalog &catalog() const { return m_catalog; }
    /// By position, then id.
    const std::vector<Station> &stations() const { return m_catalog.stations; }
    /// Somebody else may be asking from now on, or under another role: letter, name, cursor and term are gone until the
    /// next snapshot, which then also replaces rows of the same version.
    Result<void> forgetIdentity();

    /// All cached orders by id: the open ones, and the closed ones of at most 48 hours.
    const std::unordered_map<qint64, Order> &orders() const { return m_orders; }
    const Order *find(qint64 orderId) const;

    /// Hub time up to which this cache is complete; 0: never. Kept over restarts (written at most every ten seconds).
    qint64 knownAtMs() const { return m_knownAtMs; }
    /// Open orders that the last snapshot left out.
    qint64 leftOut() const { return m_leftOut; }
    void setKnownAtMs(qint64 hubMs);

    /// Forgets orders closed more than 48 hours before `hubNowMs`, save those with a command still in the queue.
    Result<int> purge(qint64 hubNowMs);

    // For the Outbox, which writes rows of both kinds in one transaction.
    /// In the caller's transaction: writes the row if it is newer than ours; true when it was.
    Result<bool> writeIfNewer(sql::Database &database, const Order &order);
    /// After the caller's commit: memory follows. Emits nothing.
    void adopt(const Order &order);
    /// Called inside the transaction of a snapshot with a foreign epoch.
    void setEpochHook(std::function<Result<void>(sql::Database &)> hook) { m_epochHook = std::move(hook); }

Q_SIGNALS:
    /// What this terminal may do, as the hub said with a snapshot; after that was taken over.
    void roleTold(Role role);
    /// Rows came, changed or left; once for each page, snapshot or answer. After a snapshot: every id before and after
    /// it.
    void ordersChanged(const std::vector<qint64> &orderIds);
    void catalogChanged();
    /// Something about the staff is different at the hub; what, it does not tell a screen.
    void staffChanged();
    /// A snapshot of another epoch, or of an older copy, was applied; emitted before its ordersChanged().
    void epochChanged();

private:
    explicit OrderCache(TerminalDatabase &database);
    Result<void> load();
    bool isNewer(const Order &order) const;
    Result<void> writeTerminal(const SnapshotTerminal &terminal);

    struct Batch;
    Result<Batch> collect(const std::vector<FeedChange> &changes) const;
    Result<void> writeBatch(sql::Database &database, const Batch &batch);

    TerminalDatabase &m_database;
    Cursor m_cursor;
    QString m_epoch; // survives the loss of the cursor
    qint64 m_term = 0;
    Business m_business;
    Catalog m_catalog;
    std::unordered_map<qint64, Order> m_orders;
    std::function<Result<void>(sql::Database &)> m_epochHook;
    qint64 m_knownAtMs = 0;
    qint64 m_leftOut = 0;
    qint64 m_knownWrittenMs = 0;
};

} // namespace oshaq

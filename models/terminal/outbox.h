// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/runtime/clock.h"
#include "models/terminal/localorders.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outboxcommand.h"
#include "models/terminal/terminaldatabase.h"
#include "models/terminal/ticket.h"

#include <QDate>
#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace oshaq {

/// The queue of what staff did, in terminal.db. Nothing leaves it silently. GUI thread.
///
/// A command may be sent as soon as its transaction committed, before the log is synced: once the hub has it, the hub
/// is the record, and losing the local copy loses nothing (the feed brings the effect back). The other order, sync and
/// then send, would only add the disk's latency to every bump. What an fsync protects is the command that cannot be
/// sent.
class Outbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Outbox)

public:
    static constexpr qint64 confirmedRetentionMs = 72LL * 60 * 60 * 1000;

    /// `clock`: the hub's, as far as it is known: what is kept for 72 hours is kept whatever the wall clock does.
    static Result<std::unique_ptr<Outbox>> open(TerminalDatabase &database, OrderCache &cache, const Clock &clock);
    ~Outbox() override;

    // --- for the services ---

    /// Whoever does something from now on (staff id) and as what; 0 and none: nobody is named.
    void setOperator(qint64 staffId, std::optional<Role> role);

    /// Writes what was done to one order, in its order, in one transaction: one act of somebody, which perhaps takes
    /// another one back. Lines without an id get one of this terminal. Returns the ids of the commands.
    Result<std::vector<QString>> add(const Order &order, std::vector<StaffAct> acts, const QString &undoes = {});
    /// Writes an order that was taken here, in one transaction with its ids and its number of that business day (none
    /// while this terminal does not know its letter). The order with them.
    Result<Order> take(NewOrder request, Order order, const QDate &day);
    /// Writes what is not of an order.
    Result<QString> mark(const Item &item, const ItemMarked &act, const QString &undoes = {});
    /// What is to be added to this row, first one first: confirmed commands whose effect the row cannot have yet, then
    /// queued ones.
    std::vector<OutboxCommand> overlayOf(const Order &row) const;
    /// The hub's lines of an order of which it is known that they are what was asked for here.
    std::unordered_set<qint64> claimedLines(const QString &orderUuid) const;
    /// An order that was taken here and that the hub has not got yet, as it was taken.
    const Order *localOrder(qint64 localId) const;
    std::vector<qint64> localOrderIds() const;
    /// The hub's menu with what was said here about its dishes and may not be in it yet.
    void applyTo(Catalog *catalog) const;
    /// True while a command on the order with this uuid waits for the hub.
    bool isPending(const QString &orderUuid) const { return m_queues.find(orderUuid) != m_queues.end(); }
    /// Commands of this terminal that are queued or confirmed, oldest first, as far back as a recall can reach, and at
    /// least to the oldest one that is queued.
    const std::deque<OutboxCommand> &recent() const { return m_recent; }
    /// Refused commands that nobody dismissed, newest first.
    std::vector<ParkedCommand> parked() const;
    void dismiss(const QString &id);

    // --- for the dispatcher ---

    /// The first queued command of each order and of each dish, by sequence: what may be on its way at the same time.
    /// Without what has to wait for an older one of another queue: a dish is said to be out after what was ordered of
    /// it before, and what was ordered of it later comes after both.
    std::vector<OutboxCommand> heads() const;
    /// Commands that the hub has not answered.
    int pendingCount() const;

    /// 2xx. `row`: the order of the answer, folded into the cache in the same transaction when it is newer, so that the
    /// screen never shows a moment without the effect. Some answers carry no row: then the command stays in the
    /// overlay, no longer pending, until the feed brings a newer row of its order. Unknown or already confirmed:
    /// success, nothing happens.
    ///
    /// Of an order taken here, or of later lines, the row also says the hub's ids: what waits behind is renamed in the
    /// same transaction. Without a row such an order stays queued (ValidationFailed). A row that the feed brings first
    /// confirms it too.
    Result<void> markConfirmed(const QString &id, const std::optional<Order> &row);
    /// 404, 409, 412, 422: parks it and everything behind it of the same order. Those behind carry the same code and
    /// the message that they were behind it.
    Result<void> park(const QString &id, const QString &errorCode, const QString &message);
    /// Counts an attempt that got no final answer (for the page of details).
    void noteAttempt(const QString &id);

    /// Puts commands confirmed at or after `sinceMs` back into the queue, each at its old place. A
    /// snapshot of another epoch does this by itself, in its own transaction.
    Result<int> requeueConfirmedSince(qint64 sinceMs);

    /// Deletes confirmed commands older than 72 hours, and dismissed ones as old.
    Result<int> purge(qint64 nowMs);

Q_SIGNALS:
    /// Something can be sent: a new head, or commands put back. The dispatcher's cue.
    void readyToSend();
    /// What is to be added to these orders changed; emitted once memory, file and cache agree.
    void pendingChanged(const std::vector<qint64> &orderIds);
    /// An order, or lines of it, are called otherwise from now on; emitted before the pendingChanged() of it.
    void renamed(const Renaming &renaming);
    /// What applyTo() does is another thing now.
    void itemsChanged();
    void pendingCountChanged(int count);
    void parkedChanged();

private:
    Outbox(TerminalDatabase &database, OrderCache &cache, const Clock &clock);
    Result<void> load();
    void handleEpochChanged();
    void handleOrdersChanged(const std::vector<qint64> &orderIds);
    void handleCatalogChanged();
    /// What a confirmation changed, for whoever tells of it.
    struct Confirmation
    {
        std::vector<qint64> orderIds;
        bool isItem = false;
        std::optional<Renaming> renaming;
    };
    Result<Confirmation> confirm(const OutboxCommand &queued, const std::optional<Order> &row);
    /// Confirms what was taken here and stands in these rows of the hub.
    std::vector<Renaming> adopt(const std::vector<qint64> &orderIds);
    void adoptKnown(const std::vector<qint64> &orderIds);
    /// One transaction; memory and signals follow. `prepare` may complete the entries in it.
    Result<void> write(std::vector<OutboxCommand> *entries,
                       const std::function<Result<void>(std::vector<OutboxCommand> *)> &prepare);
    /// What the row says of the hub's ids, kept in the entry; nothing: it says none.
    std::optional<Renaming> learn(OutboxCommand *entry, const Order &row) const;
    void rename(const Renaming &renaming);
    void tellPending(const OutboxCommand &entry);
    qint64 rowVersionOf(const OutboxCommand &entry) const;
    bool waitsForAnother(const OutboxCommand &head) const;
    const OutboxCommand *findQueued(const QString &id) const;
    std::optional<OutboxCommand> takeQueued(const QString &id);
    std::deque<OutboxCommand>::iterator findRecent(qint64 sequence);

    /// Confirmed by an answer without a row, while the cache held `rowVersion`.
    struct Lingering
    {
        OutboxCommand command;
        qint64 rowVersion = 0;
    };

    TerminalDatabase &m_database;
    OrderCache &m_cache;
    const Clock &m_clock;
    std::unordered_map<QString, std::deque<OutboxCommand>> m_queues; // queued commands by order uuid
    std::unordered_map<QString, QString> m_queueOf;                  // command id -> order uuid
    std::unordered_map<QString, std::vector<Lingering>> m_lingering; // by order uuid
    std::deque<OutboxCommand> m_recent;
    std::vector<OutboxCommand> m_parked;
    std::vector<Renaming> m_renamings; // of a requeue that is being committed
    qint64 m_operatorId = 0;
    std::optional<Role> m_operatorRole;
};

} // namespace oshaq

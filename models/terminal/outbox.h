// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordercommand.h"
#include "models/domain/result.h"
#include "models/runtime/clock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/terminaldatabase.h"
#include "models/terminal/ticket.h"

#include <QObject>
#include <QString>

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace oshaq {

/// One thing that staff did on this terminal.
struct OutboxCommand
{
    enum class State
    {
        Queued, ///< not yet answered. "In flight" is what a dispatcher knows, not a state: after a crash it is queued.
        Confirmed, ///< the hub has it; kept for 72 hours in case the hub is replaced by an older copy
        Parked,    ///< refused; kept until a person has seen it
    };

    QString id;          ///< UUIDv7, the Idempotency-Key
    qint64 sequence = 0; ///< local order of all commands, ascending, never used twice
    qint64 orderId = 0;
    /// Address the order with this one: after a restore the hub may give the number to another order.
    QString orderUuid;
    QString orderNumber;
    OrderCommand command;
    State state = State::Queued;
    int attempts = 0;
    QString errorCode;
    QString errorMessage;
    qint64 confirmedAtMs = 0; ///< wall clock of this terminal
    bool dismissed = false;   ///< parked and seen
    QString batch;            ///< the id of the first command of the same act
    QString undoes;           ///< the batch that this command takes back; empty: none

    bool operator==(const OutboxCommand &) const = default;
};

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

    static Result<std::unique_ptr<Outbox>> open(TerminalDatabase &database, OrderCache &cache, const Clock &clock);
    ~Outbox() override;

    // --- for the services ---

    /// Writes commands on one order, in their order, in one transaction: one act of somebody, which perhaps takes
    /// another one back. Returns their ids.
    Result<std::vector<QString>> add(const Order &order, const std::vector<OrderCommand> &commands,
                                     const QString &undoes = {});
    /// What is to be added to this row, first one first: confirmed commands whose effect the row cannot have yet, then
    /// queued ones.
    std::vector<OutboxCommand> overlayOf(const Order &row) const;
    /// True while a command on the order with this uuid waits for the hub.
    bool isPending(const QString &orderUuid) const { return m_queues.find(orderUuid) != m_queues.end(); }
    /// Commands of this terminal that are queued or confirmed, oldest first, as far back as a recall can reach.
    const std::deque<OutboxCommand> &recent() const { return m_recent; }
    /// Refused commands that nobody dismissed, newest first.
    std::vector<ParkedCommand> parked() const;
    void dismiss(const QString &id);

    // --- for the dispatcher ---

    /// The first queued command of each order, by sequence: what may be on its way at the same time.
    std::vector<OutboxCommand> heads() const;
    /// Commands that the hub has not answered.
    int pendingCount() const;

    /// 2xx. `row`: the order of the answer, folded into the cache in the same transaction when it is newer, so that the
    /// screen never shows a moment without the effect. Some answers carry no row: then the command stays in the
    /// overlay, no longer pending, until the feed brings a newer row of its order. Unknown or already confirmed:
    /// success, nothing happens.
    Result<void> markConfirmed(const QString &id, const std::optional<Order> &row);
    /// 404, 409, 412, 422: parks it and everything behind it of the same order. Those behind carry the same code and
    /// the message that they were behind it.
    Result<void> park(const QString &id, const QString &errorCode, const QString &message);
    /// Counts an attempt that got no final answer (for the page of details).
    void noteAttempt(const QString &id);

    /// Puts commands confirmed at or after `sinceMs` (wall clock) back into the queue, each at its old place. A
    /// snapshot of another epoch does this by itself, in its own transaction.
    Result<int> requeueConfirmedSince(qint64 sinceMs);

    /// Deletes confirmed commands older than 72 hours, and dismissed ones as old.
    Result<int> purge(qint64 nowMs);

Q_SIGNALS:
    /// Something can be sent: a new head, or commands put back. The dispatcher's cue.
    void readyToSend();
    /// What is to be added to these orders changed; emitted once memory, file and cache agree.
    void pendingChanged(const std::vector<qint64> &orderIds);
    void pendingCountChanged(int count);
    void parkedChanged();

private:
    Outbox(TerminalDatabase &database, OrderCache &cache, const Clock &clock);
    Result<void> load();
    void handleEpochChanged();
    void handleOrdersChanged(const std::vector<qint64> &orderIds);
    std::optional<OutboxCommand> takeQueued(const QString &id);
    std::deque<OutboxCommand>::iterator findRecent(const QString &id);

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
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QThread>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq::test {

/// One order that a client tried to place, and what it was told. The key and the body stay the same for every try.
struct OrderAttempt
{
    QByteArray key;
    QByteArray uuid;
    QByteArray body;
    QByteArray token; ///< of the guest whose key it is
    bool acknowledged = false;
    qint64 orderId = 0;
    QByteArray totalCost; ///< the answer's own text
    int lineCount = 0;
    int acknowledgedStatus = 1; ///< last status that was answered 2xx
    int attemptedStatus = 1;    ///< last status that was sent; equal, or one ahead with an unknown outcome
};

/// Where the clients and the test that kills their hub meet.
class LoadBoard
{
    Q_DISABLE_COPY_MOVE(LoadBoard)

public:
    LoadBoard() = default;

    // for the clients
    int generation() const;
    /// Waits until the hub was started again after `generation`, or the load ends. False: it ends. With a retry pause
    /// no longer than that.
    bool waitForRestart(int generation);
    /// After a 503: waits for the retry pause, if there is one. False: the load ends.
    bool pauseBeforeRetry();
    bool isEnding() const;
    /// 0: as the client was told.
    quint16 port() const;
    /// Before each try: waits while the board is paused. False: the load ends.
    bool waitWhilePaused();
    void record(const OrderAttempt &attempt);
    void countAcknowledgement();
    void countUnavailable();
    void countUnexpected(int status, const QByteArray &body);

    // for the test
    /// How long clients rest before they send again what was refused or broke off, with the same key. 0, as it begins:
    /// a refusal is sent again at once, and what broke off only after a restart. Before the clients start.
    void setRetryPauseMs(int ms) { m_retryPauseMs = ms; }
    /// Waits until that many more acknowledgements arrived; false after `timeoutMs`.
    bool waitForAcknowledgements(qint64 count, int timeoutMs);
    /// Waits until that many more answers were 503; false after `timeoutMs`.
    bool waitForUnavailable(qint64 count, int timeoutMs);
    void pause();
    /// `port`: where the hub is from now on; 0: where it was.
    void resumeAfterRestart(quint16 port = 0);
    void end();
    std::vector<OrderAttempt> attempts() const;
    qint64 acknowledgements() const;
    qint64 unavailable() const;
    QList<QByteArray> unexpected() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_generation = 0;
    int m_retryPauseMs = 0;
    quint16 m_port = 0;
    bool m_paused = false;
    bool m_ending = false;
    qint64 m_acknowledgements = 0;
    qint64 m_unavailable = 0;
    std::map<QByteArray, OrderAttempt> m_attempts; // by uuid
    QList<QByteArray> m_unexpected;
};

/// One guest's phone and one member of staff in a loop: places an order, accepts it, starts it, until the board ends. A
/// try whose outcome is unknown is repeated with the same key after the next restart.
class LoadClient final : public QThread
{
public:
    LoadClient(LoadBoard &board, quint16 port, QByteArray businessToken, std::vector<qint64> itemIds, unsigned seed);

    /// 0: until the board ends.
    void setMaxOrders(int orders) { m_maxOrders = orders; }
    /// Orders only, no status changes.
    void setCreateOnly(bool createOnly) { m_createOnly = createOnly; }

protected:
    void run() override;

private:
    LoadBoard &m_board;
    quint16 m_port;
    QByteArray m_businessToken;
    std::vector<qint64> m_itemIds;
    unsigned m_seed;
    int m_maxOrders = 0;
    bool m_createOnly = false;
};

/// Ids of the available items of a hub's menu that are sold by the piece.
std::vector<qint64> menuItemIds(quint16 port, const QByteArray &token);

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/shim/faultboard.h"
#include "tests/support/hubreader.h"
#include "tests/support/orderload.h"
#include "tests/support/oshaqdprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace oshaq::test {

/// Reads acknowledged orders one after the other while the hub suffers: each has to be as it was acknowledged, or
/// refused.
class HonestReader final : public QThread
{
public:
    HonestReader(const LoadBoard &board, quint16 port, QByteArray businessToken);

    void end() { m_isEnding = true; }
    qint64 right() const { return m_right; }
    qint64 refused() const { return m_refused; } ///< 503, 429, or no answer at all
    qint64 wrong() const { return m_wrong; }
    /// After the end.
    QByteArray firstWrong() const { return m_firstWrong; }

protected:
    void run() override;

private:
    void look(const OrderAttempt &attempt, const std::optional<WireAnswer> &answer);

    const LoadBoard &m_board;
    const quint16 m_port;
    const QByteArray m_token;
    std::atomic<bool> m_isEnding{false};
    std::atomic<qint64> m_right{0};
    std::atomic<qint64> m_refused{0};
    std::atomic<qint64> m_wrong{0};
    QByteArray m_firstWrong;
};

/// What one fault did.
struct FaultVerdict
{
    QString problem; ///< why it could not be found out; empty: it could
    int acknowledged = 0;
    qint64 refused = 0; ///< answers 503 to the clients
    int lost = 0;       ///< acknowledged orders that are not there
    int doubled = 0;    ///< orders that are there more often than they were placed
    int wrong = 0;      ///< answers that the record contradicts
    qint64 readsRight = 0;
    qint64 readsRefused = 0;
    int restarts = 0;
    qint64 recoveredMs = -1; ///< from the end of the fault to the next acknowledgement

    QString text() const;
};

/// A site of its own for one fault: the real hub with the library of faults in it, clients that place orders, a reader,
/// and a service manager's part: it is started again when it ends.
class FaultSite
{
    Q_DISABLE_COPY_MOVE(FaultSite)

public:
    /// Copies what `seed` set up.
    explicit FaultSite(const OshaqdProcess &seed);
    ~FaultSite();

    /// Starts the hub and the load; the problem or nothing. `wrapper` goes in front of the program.
    QString start(const QStringList &arguments = {}, const QStringList &wrapper = {}, int clients = 4);
    /// Before start(): the directory becomes a file system of its own with so much room, in which "ballast" takes
    /// `ballastBytes`. False: that cannot be had here.
    bool makeSmallDisk(int megabytes, int ballastBytes);
    bool removeBallast();

    FaultBoard &faults() { return *m_faults; }
    /// Faults of the disk: from now on, and none any more.
    void failDisk(std::uint32_t files, int writeErrno, int syncErrno, int openErrno, int syncsToFail = -1);
    void healDisk();
    /// `name`: as the system shows it; empty: no thread any more.
    void stickThread(const char *name);

    OshaqdProcess &hub() { return m_hub; }
    LoadBoard &load() { return m_load; }
    QString file(const QString &name) const { return m_hub.directory() + u'/' + name; }

    /// Waits until it is so, keeps the hub running meanwhile; false after `timeoutMs`.
    bool until(const std::function<bool()> &isSo, int timeoutMs = 30'000);
    bool untilAcknowledged(qint64 more, int timeoutMs = 30'000);
    bool untilRefused(qint64 more, int timeoutMs = 30'000);
    /// How often it ended by itself and was started again.
    int restarts() const { return m_restarts; }
    /// How it ended last time.
    int lastExitCode() const { return m_lastExitCode; }
    void keepRunning(bool keeps) { m_keepsRunning = keeps; }

    /// The body of /health/ready with its status in front.
    QByteArray ready();
    /// What the hub wrote into its log.
    QByteArray log() const;

    /// The fault is over: takes the time until an order is acknowledged again, and lets some more be.
    void recover(int timeoutMs = 60'000);
    /// Ends the load, sends every key again, counts, kills the hub, checks its file and counts again.
    /// `canForgetKeys`: keys may have run out meanwhile; the order's own uuid refuses a second one then.
    FaultVerdict finish(bool canForgetKeys = false);

private:
    QString startHub();
    void stopLoad();
    QString sendKeysAgain(bool canForgetKeys, FaultVerdict *verdict);
    QString checkFile() const;
    void count(FaultVerdict *verdict);

    QTemporaryDir m_directory;
    OshaqdProcess m_hub;
    QFile m_boardFile;
    FaultBoard *m_faults = nullptr;
    std::unique_ptr<QProcess> m_disk; ///< holds the mount; null: there is none
    QStringList m_arguments;
    QStringList m_wrapper;
    LoadBoard m_load;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    std::unique_ptr<HonestReader> m_reader;
    bool m_keepsRunning = true;
    int m_restarts = 0;
    int m_lastExitCode = 0;
    qint64 m_recoveredMs = -1;
};

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/mailbox.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <functional>

namespace oshaq {

/// What a service manager is told, as sd_notify(3) has it: datagrams to the socket that NOTIFY_SOCKET names. Without
/// one nobody listens and nothing is sent. A value.
class ServiceNotifier
{
public:
    ServiceNotifier() = default;
    /// `socket`: a path, or '@' and an abstract name. `watchdogMs`: within which the manager wants to hear that the
    /// service lives; 0: it does not.
    ServiceNotifier(QByteArray socket, int watchdogMs);

    /// Takes NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID out of the environment: children must not speak for us.
    static ServiceNotifier fromEnvironment();

    bool isListening() const { return !m_socket.isEmpty(); }
    int watchdogMs() const { return m_watchdogMs; }

    /// "READY=1", "STATUS=...\nWATCHDOG=1". False when it did not arrive; never blocks.
    bool send(const QByteArray &state) const;

private:
    QByteArray m_socket;
    int m_watchdogMs = 0;
};

/// Tells the service manager that the program works, and only when it does: the timer of this thread's event loop asks
/// a question that another thread has to answer, and the answer comes back through this event loop before WATCHDOG=1
/// goes out. Either of both standing still is silence, and the manager starts the program anew.
class ServiceWatchdog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceWatchdog)

public:
    using Answered = std::function<void(bool lives)>;
    /// Hands `answered` to the thread that is to prove itself, which calls it once from itself, or never. Who cannot
    /// ask now says false: the next time is another question.
    using Question = std::function<void(Answered answered)>;

    /// Outlives everybody who may still answer. Without a watchdog at the manager it does nothing.
    ServiceWatchdog(const ServiceNotifier &notifier, Question question);
    ~ServiceWatchdog() override;

    /// Asks no more.
    void stop();

private:
    void ask();

    const ServiceNotifier m_notifier;
    const Question m_question;
    Mailbox m_mailbox;
    QTimer m_timer;
    bool m_isWaiting = false;
};

} // namespace oshaq

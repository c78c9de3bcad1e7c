// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/mailbox.h"

#include <QByteArray>
#include <QString>
#include <QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace oshaq {

/// One mail for one mail server. Never log it: it holds a password and an address.
struct SmtpRequest
{
    enum class Security
    {
        None,     ///< in clear
        StartTls, ///< begins in clear and insists on TLS before anything is said
        Tls
    };
    QString host;
    int port = 587;
    Security security = Security::StartTls;
    QByteArray caFile; ///< trust this CA and no other; empty: those of the system
    QByteArray user;   ///< empty: without signing in
    QByteArray password;
    QByteArray from; ///< an address without brackets
    QByteArray to;
    QByteArray message; ///< as mimeMessage() makes it
    int timeoutMs = 30'000;
};

/// What the mail server made of it.
struct SmtpReply
{
    enum class Failure
    {
        None,
        Network, ///< not resolved, not connected, cut off
        Timeout,
        Tls,       ///< no TLS, or with somebody who is not trusted
        SignIn,    ///< it does not take the name and password
        Temporary, ///< 4xx: another time, such as greylisting
        Refused,   ///< 5xx: never
        Invalid,   ///< a request that cannot be sent
        Held       ///< kept back by a circuit breaker; never of this transport itself
    };
    Failure failure = Failure::None;
    int code = 0; ///< the server's last complaint, 4xx or 5xx; 0: none
    QString text; ///< why, as the server or libcurl says it; holds no password

    bool arrived() const { return failure == Failure::None; }
};

/// Sends mails one after the other on a thread of its own, over connections that it keeps while there is more. Make and
/// use it on one thread with an event loop, which gets the replies.
class SmtpTransport final
{
    Q_DISABLE_COPY_MOVE(SmtpTransport)

public:
    using Done = std::function<void(SmtpReply)>;

    SmtpTransport();
    /// Gives up what is on its way, calls nobody back, and joins.
    ~SmtpTransport();

    /// `done` is called once from the event loop, never inside send().
    void send(SmtpRequest request, Done done);

private:
    class Worker;

    Mailbox m_mailbox;
    std::unordered_map<quint64, Done> m_waiting;
    quint64 m_nextId = 1;
    std::unique_ptr<Worker> m_worker; ///< last: it is joined before the mailbox goes
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>

namespace oshaq {

/// One line of a log on its way to another place.
struct ShippedLine
{
    int priority = 6;             ///< of syslog: 2 critical, 3 error, 4 warning, 6 info, 7 debug
    const char *kind = "program"; ///< "program", "access", "audit", "security"
    qint64 atMs = 0;              ///< UTC
    QByteArray text;              ///< one line
};

/// Hands lines to the system's own log: journald by its native protocol, or a syslog server (RFC 5424 over a unix
/// socket or UDP). Never waits: a line that does not go out at once is dropped and counted. Used by one thread.
class LogShipper
{
    Q_DISABLE_COPY_MOVE(LogShipper)

public:
    /// "journald", "journald:/path/to/socket", "unix:/dev/log", "udp:192.168.1.5:514", "udp:[::1]:514". Names of hosts
    /// are not taken: nothing here waits for a name server. ValidationFailed for anything else.
    static Result<std::unique_ptr<LogShipper>> open(const QString &where);
    ~LogShipper();

    void send(const ShippedLine &line);
    qint64 dropped() const { return m_dropped.load(std::memory_order_relaxed); }

    /// What is sent, for tests too.
    static QByteArray journaldDatagram(const ShippedLine &line);
    static QByteArray syslogMessage(const ShippedLine &line, const QByteArray &host, qint64 pid);

private:
    enum class Form
    {
        Journald,
        Syslog
    };
    LogShipper(Form form, int socket, QByteArray address);

    const Form m_form;
    const int m_socket;
    const QByteArray m_address; ///< a sockaddr
    const QByteArray m_host;
    std::atomic<qint64> m_dropped{0};
};

} // namespace oshaq

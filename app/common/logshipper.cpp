// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/logshipper.h"

#include "app/common/settings.h"
#include "models/domain/timetext.h"

#include <QFile>
#include <QSysInfo>

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace oshaq {

namespace {

constexpr int facilityDaemon = 3;
constexpr auto journaldSocket = "/run/systemd/journal/socket";

Error wrongAddress(const QString &where)
{
    return {
        ErrorCode::ValidationFailed,
        QStringLiteral("Logs go to journald, unix:/dev/log or udp:192.168.1.5:514, not to %1.").arg(where.left(100)),
        {}};
}

QByteArray unixAddress(const QByteArray &path)
{
    sockaddr_un address{};
    if (path.isEmpty() || path.size() >= qsizetype(sizeof(address.sun_path)))
        return {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    return {reinterpret_cast<const char *>(&address), sizeof(address)};
}

QByteArray internetAddress(const QString &text)
{
    const auto listen = listenAddressFromText(text);
    if (!listen || listen->port == 0)
        return {};
    const QByteArray host = listen->address.toString().toLatin1();
    if (listen->address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(listen->port);
        if (::inet_pton(AF_INET6, host.constData(), &address.sin6_addr) != 1)
            return {};
        return {reinterpret_cast<const char *>(&address), sizeof(address)};
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(listen->port);
    if (::inet_pton(AF_INET, host.constData(), &address.sin_addr) != 1)
        return {};
    return {reinterpret_cast<const char *>(&address), sizeof(address)};
}

} // namespace

Result<std::unique_ptr<LogShipper>> LogShipper::open(const QString &where)
{
    Form form = Form::Syslog;
    QByteArray address;
    int family = AF_UNIX;
    if (where == QLatin1String("journald")) {
        form = Form::Journald;
        address = unixAddress(journaldSocket);
    } else if (where.startsWith(QLatin1String("journald:"))) {
        form = Form::Journald;
        address = unixAddress(QFile::encodeName(where.mid(9)));
    } else if (where.startsWith(QLatin1String("unix:"))) {
        address = unixAddress(QFile::encodeName(where.mid(5)));
    } else if (where.startsWith(QLatin1String("udp:"))) {
        address = internetAddress(where.mid(4));
        family = address.size() == qsizetype(sizeof(sockaddr_in6)) ? AF_INET6 : AF_INET;
    }
    if (address.isEmpty())
        return wrongAddress(where);
    const int socket = ::socket(family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("No socket for the log can be had."), {}};
    return std::unique_ptr<LogShipper>(new LogShipper(form, socket, address));
}

LogShipper::LogShipper(Form form, int socket, QByteArray address)
    : m_form(form)
    , m_socket(socket)
    , m_address(std::move(address))
    , m_host(QSysInfo::machineHostName().toLatin1())
{}

LogShipper::~LogShipper()
{
    ::close(m_socket);
}

void LogShipper::send(const ShippedLine &line)
{
    const QByteArray bytes =
        m_form == Form::Journald ? journaldDatagram(line) : syslogMessage(line, m_host, qint64(::getpid()));
    const auto sent = ::sendto(m_socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT,
                               reinterpret_cast<const sockaddr *>(m_address.constData()), socklen_t(m_address.size()));
    if (sent != bytes.size())
        m_dropped.fetch_add(1, std::memory_order_relaxed);
}

QByteArray LogShipper::journaldDatagram(const ShippedLine &line)
{
    // Lines hold no line ends, so the simple form of a field does.
    return "MESSAGE=" + line.text + "\nPRIORITY=" + QByteArray::number(line.priority) +
           "\nSYSLOG_IDENTIFIER=oshaq\nOSHAQ_LOG=" + line.kind + '\n';
}

QByteArray LogShipper::syslogMessage(const ShippedLine &line, const QByteArray &host, qint64 pid)
{
    const QByteArray name = host.isEmpty() ? QByteArray("-") : host.left(255);
    return '<' + QByteArray::number(facilityDaemon * 8 + line.priority) + ">1 " + isoUtc(line.atMs).toLatin1() + ' ' +
           name + " oshaq " + QByteArray::number(pid) + ' ' + line.kind + " - " + line.text;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/servicenotifier.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <limits>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcService, "oshaq.service")

/// So often within the manager's patience: one late answer is no reason to be killed.
constexpr int questionsInPatience = 4;
constexpr int shortestMs = 20;

} // namespace

ServiceNotifier::ServiceNotifier(QByteArray socket, int watchdogMs)
    : m_socket(std::move(socket))
    , m_watchdogMs(m_socket.isEmpty() ? 0 : watchdogMs)
{}

ServiceNotifier ServiceNotifier::fromEnvironment()
{
    const QByteArray socket = qgetenv("NOTIFY_SOCKET");
    const qint64 patienceUs = qgetenv("WATCHDOG_USEC").toLongLong();
    const QByteArray pid = qgetenv("WATCHDOG_PID");
    for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        qunsetenv(name);
    const bool isForUs = pid.isEmpty() || pid.toLongLong() == QCoreApplication::applicationPid();
    const qint64 patienceMs = isForUs ? std::min<qint64>(patienceUs / 1000, std::numeric_limits<int>::max()) : 0;
    return {socket, int(std::max<qint64>(patienceMs, 0))};
}

bool ServiceNotifier::send(const QByteArray &state) const
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const auto length = std::size_t(m_socket.size());
    if (length < 2 || length >= sizeof address.sun_path || (m_socket[0] != '/' && m_socket[0] != '@'))
        return false;
    std::memcpy(address.sun_path, m_socket.constData(), length);
    if (address.sun_path[0] == '@')
        address.sun_path[0] = '\0';
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return false;
    const auto sent =
        ::sendto(descriptor, state.constData(), std::size_t(state.size()), MSG_NOSIGNAL,
                 reinterpret_cast<const sockaddr *>(&address), socklen_t(offsetof(sockaddr_un, sun_path) + length));
    if (sent != state.size())
        qCWarning(lcService) << "the service manager does not hear:" << qt_error_string(errno);
    ::close(descriptor);
    return sent == state.size();
}

ServiceWatchdog::ServiceWatchdog(const ServiceNotifier &notifier, Question question)
    : m_notifier(notifier)
    , m_question(std::move(question))
{
    if (m_notifier.watchdogMs() <= 0)
        return;
    connect(&m_timer, &QTimer::timeout, this, &ServiceWatchdog::ask);
    m_timer.start(std::max(m_notifier.watchdogMs() / questionsInPatience, shortestMs));
}

ServiceWatchdog::~ServiceWatchdog() = default;

void ServiceWatchdog::stop()
{
    m_timer.stop();
}

void ServiceWatchdog::ask()
{
    // One at a time: who does not answer gets no queue of questions.
    if (m_isWaiting)
        return;
    m_isWaiting = true;
    m_question([this](bool lives) {
        m_mailbox.post([this, lives] {
            m_isWaiting = false;
            if (lives)
                m_notifier.send("WATCHDOG=1");
        });
    });
}

} // namespace oshaq

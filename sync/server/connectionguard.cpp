// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/connectionguard.h"

#include "sync/server/httpconnection.h"
#include "sync/server/pendinganswer.h"
#include "sync/server/responsewriter.h"
#include "sync/server/wire.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace oshaq {

namespace {

constexpr int mostHeaderFields = 100;
constexpr int mostHeadBytes = 96 * 1024;
constexpr qsizetype scratchBytes = 64 * 1024;

constexpr int minSweepMs = 10;
constexpr int maxSweepMs = 1'000;

HeadLimits headLimitsOf(const GuardLimits &limits)
{
    HeadLimits head;
    head.maxHeadBytes = std::clamp(limits.maxHeadBytes, 64, mostHeadBytes);
    head.maxHeaderFields = std::clamp(limits.maxHeaderFields, 1, mostHeaderFields);
    head.maxTargetBytes = std::clamp(limits.maxTargetBytes, 1, head.maxHeadBytes);
    head.maxBodyBytes = std::max<qint64>(limits.maxBodyBytes, 0);
    return head;
}

int sweepIntervalOf(const GuardLimits &limits)
{
    const int shortest =
        std::min({limits.headDeadlineMs, limits.bodyDeadlineMs, limits.idleDeadlineMs, limits.lingerMs});
    return std::clamp(shortest / 4, minSweepMs, maxSweepMs);
}

/// Connections that are only told to come back later; they last for a moment, so a few are enough.
int refusalRoom(int maxConnections)
{
    return std::max(64, maxConnections / 8);
}

} // namespace

ConnectionGuard::ConnectionGuard(const GuardLimits &limits, const Clock &clock, RequestHandler &handler,
                                 std::shared_ptr<ThreadDoor> door)
    : m_limits(limits)
    , m_headLimits(headLimitsOf(limits))
    , m_clock(clock)
    , m_handler(handler)
    , m_door(std::move(door))
    , m_table(std::make_shared<ConnectionTable>())
{
    m_scratch.resize(scratchBytes);
    connect(&m_sweepTimer, &QTimer::timeout, this, &ConnectionGuard::sweep);
    m_sweepTimer.start(sweepIntervalOf(limits));
}

ConnectionGuard::~ConnectionGuard() = default;

bool ConnectionGuard::isOverrun() const
{
    return static_cast<int>(m_table->byId.size()) >= m_limits.maxConnections + refusalRoom(m_limits.maxConnections);
}

void ConnectionGuard::admit(std::unique_ptr<Wire> wire)
{
    // Those that are only being refused take no place from those that could be served.
    const bool served = m_served < m_limits.maxConnections && !m_draining;
    const quint64 id = ++m_lastId;
    auto &connection = m_table->byId[id];
    connection = std::make_unique<HttpConnection>(std::move(wire), *this, id, served);
    m_handler.connectionsChanged(1);
    if (served) {
        ++m_served;
    } else {
        connection->refuse(
            503, QByteArrayLiteral("TOO_MANY_CONNECTIONS"),
            QByteArrayLiteral("The server has as many connections as it can serve. Try again in a moment."));
    }
}

Respond ConnectionGuard::respondTo(const HttpConnection &connection, quint64 sequence)
{
    return PendingAnswer::makeRespond(m_table, m_door, connection.id(), sequence);
}

void ConnectionGuard::upgrade(HttpConnection &connection, RequestHead head)
{
    if (m_upgrader)
        m_upgrader(connection, std::move(head));
    else
        connection.refuse(400, QByteArrayLiteral("BAD_REQUEST"), QByteArrayLiteral("No WebSocket is served here."));
}

void ConnectionGuard::letGo(const HttpConnection &connection)
{
    const auto found = m_table->byId.find(connection.id());
    if (found == m_table->byId.end())
        return;
    m_served -= connection.isServed() ? 1 : 0;
    m_handler.connectionsChanged(-1);
    // It may be in the middle of its own work.
    if (m_gone.empty())
        QMetaObject::invokeMethod(this, &ConnectionGuard::clearGone, Qt::QueuedConnection);
    m_gone.push_back(std::move(found->second));
    m_table->byId.erase(found);
}

void ConnectionGuard::clearGone()
{
    m_gone.clear();
    if (m_draining && m_table->byId.empty() && m_drained)
        std::exchange(m_drained, nullptr)();
}

void ConnectionGuard::drain(std::function<void()> drained)
{
    m_draining = true;
    m_drained = std::move(drained);
    std::vector<quint64> ids;
    ids.reserve(m_table->byId.size());
    for (const auto &[id, connection] : m_table->byId)
        ids.push_back(id);
    for (const quint64 id : ids) {
        const auto found = m_table->byId.find(id);
        if (found != m_table->byId.end())
            found->second->drain();
    }
    if (m_table->byId.empty() && m_drained)
        std::exchange(m_drained, nullptr)();
}

void ConnectionGuard::sweep()
{
    // A copy: a connection that is let go may take others with it by way of the handler.
    std::vector<quint64> ids;
    ids.reserve(m_table->byId.size());
    for (const auto &[id, connection] : m_table->byId)
        ids.push_back(id);
    const qint64 now = monotonicMs();
    for (const quint64 id : ids) {
        const auto found = m_table->byId.find(id);
        if (found != m_table->byId.end())
            found->second->sweep(now);
    }
}

const QByteArray &ConnectionGuard::dateHeader()
{
    const qint64 now = nowMs();
    if (now / 1000 != m_dateSecond) {
        m_dateSecond = now / 1000;
        m_date = httpDate(now);
    }
    return m_date;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/livegate.h"

#include "sync/server/httpconnection.h"
#include "sync/server/liveconnection.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr int goingAway = 1001;
constexpr int keyBytes = 16;

int countFields(const RequestHead &head, QByteArrayView name)
{
    return static_cast<int>(std::count_if(head.fields.begin(), head.fields.end(),
                                          [name](const HttpField &field) { return field.name == name; }));
}

bool isKey(const QByteArray &key)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(key, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok && decoded.decoded.size() == keyBytes;
}

UpgradeFault badUpgrade(const char *message)
{
    return {400, QByteArrayLiteral("BAD_UPGRADE"), message};
}

} // namespace

std::optional<UpgradeFault> findUpgradeFault(const RequestHead &head)
{
    if (head.method != "GET" || head.minorVersion < 1)
        return badUpgrade("A WebSocket is asked for with GET and HTTP/1.1.");
    if (head.bodyBytes > 0)
        return badUpgrade("A request for a WebSocket has no body.");
    if (countFields(head, "upgrade") != 1 || head.field("upgrade").compare("websocket", Qt::CaseInsensitive) != 0)
        return badUpgrade("The one Upgrade that is served is websocket.");
    if (countFields(head, "connection") != 1 || !hasToken(head.field("connection"), "upgrade"))
        return badUpgrade("The Connection header must list Upgrade.");
    if (countFields(head, "sec-websocket-version") != 1 || head.field("sec-websocket-version") != "13")
        return UpgradeFault{426, QByteArrayLiteral("WEBSOCKET_VERSION"),
                            QByteArrayLiteral("The WebSocket version that is spoken here is 13.")};
    if (countFields(head, "sec-websocket-key") != 1 || !isKey(head.field("sec-websocket-key")))
        return badUpgrade("The Sec-WebSocket-Key is not 16 bytes in Base64.");
    return std::nullopt;
}

LiveGate::LiveGate(ConnectionGuard &guard, int tickMs)
    : m_guard(guard)
    , m_server(QStringLiteral("oshaq"), QWebSocketServer::NonSecureMode)
{
    // What a page offers beside its token (middleware): browsers want one of their offers taken.
    m_server.setSupportedSubprotocols({QStringLiteral("oshaq.v1")});
    connect(&m_server, &QWebSocketServer::newConnection, this, &LiveGate::handleNewConnection);
    connect(&m_tickTimer, &QTimer::timeout, this, &LiveGate::tick);
    connect(&m_sweepTimer, &QTimer::timeout, this, &LiveGate::sweep);
    m_tickTimer.start(std::max(1, tickMs));
    m_sweepTimer.start(std::clamp(std::min(guard.limits().lingerMs, guard.limits().idleDeadlineMs) / 4, 10, 1'000));
}

LiveGate::~LiveGate() = default;

void LiveGate::consider(HttpConnection &connection, RequestHead head)
{
    if (m_guard.isDraining()) {
        connection.refuse(503, QByteArrayLiteral("SHUTTING_DOWN"), QByteArrayLiteral("The server is going away."));
        return;
    }
    if (const std::optional<UpgradeFault> fault = findUpgradeFault(head)) {
        if (fault->status != 426) {
            connection.refuse(fault->status, fault->code, fault->message);
            return;
        }
        m_guard.handler().refusedByGuard(connection.remoteAddress(), fault->status, fault->message);
        HttpResponse refusal = m_guard.handler().guardRefusal(fault->status, fault->code, fault->message);
        refusal.headers.emplaceBack(QByteArrayLiteral("Sec-WebSocket-Version"), QByteArrayLiteral("13"));
        refusal.headers.emplaceBack(QByteArrayLiteral("Upgrade"), QByteArrayLiteral("websocket"));
        connection.refuseWith(refusal);
        return;
    }

    UpgradeDecision decision = m_guard.handler().upgrade(connection.makeRequest(std::move(head), QByteArray()));
    if (!decision.session) {
        connection.refuseWith(decision.refusal);
        return;
    }
    QTcpSocket *socket = connection.releaseToWebSocket();
    if (!socket)
        return;
    socket->setParent(this);
    m_accepted.push_back({socket, std::move(decision.session), m_guard.monotonicMs()});
    m_server.handleConnection(socket);
}

void LiveGate::handleNewConnection()
{
    while (QWebSocket *next = m_server.nextPendingConnection()) {
        std::unique_ptr<QWebSocket> webSocket(next);
        // QWebSocket does not show its socket; among living ones address and port are unique.
        const auto accepted = std::find_if(m_accepted.begin(), m_accepted.end(), [next](const Accepted &entry) {
            return entry.socket && entry.socket->peerPort() == next->peerPort() &&
                   entry.socket->peerAddress() == next->peerAddress();
        });
        if (accepted == m_accepted.end()) {
            webSocket->abort();
            continue;
        }
        auto connection = std::make_unique<LiveConnection>(std::move(webSocket), accepted->socket,
                                                           std::move(accepted->session), m_guard);
        m_accepted.erase(accepted);
        LiveConnection *live = connection.get();
        // Queued: a session may end inside one of its own calls.
        connect(
            live, &LiveConnection::ended, this, [this, live] { remove(live); }, Qt::QueuedConnection);
        m_live.push_back(std::move(connection));
        live->open();
    }
}

void LiveGate::remove(const LiveConnection *connection)
{
    std::erase_if(m_live,
                  [connection](const std::unique_ptr<LiveConnection> &entry) { return entry.get() == connection; });
}

void LiveGate::tick()
{
    // Sessions end later, from the event loop, so the list stands still here.
    for (const std::unique_ptr<LiveConnection> &connection : m_live)
        connection->tick();
}

void LiveGate::sweep()
{
    const qint64 now = m_guard.monotonicMs();
    std::erase_if(m_accepted, [this, now](const Accepted &entry) {
        if (!entry.socket)
            return true;
        const bool over = entry.socket->state() == QAbstractSocket::UnconnectedState ||
                          now - entry.since >= m_guard.limits().headDeadlineMs;
        if (over)
            entry.socket->deleteLater();
        return over;
    });
    for (const std::unique_ptr<LiveConnection> &connection : m_live)
        connection->sweep(now);
}

void LiveGate::closeAll()
{
    for (const std::unique_ptr<LiveConnection> &connection : m_live)
        connection->close(goingAway, QByteArrayLiteral("The server is going away."));
    for (const Accepted &entry : m_accepted) {
        if (entry.socket)
            entry.socket->deleteLater();
    }
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/qthttpbridge.h"

#include "sync/server/connectionguard.h"
#include "sync/server/httpconnection.h"
#include "sync/server/listener.h"
#include "sync/server/requesthandler.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QTcpSocket>

#include <optional>
#include <utility>

namespace oshaq {

namespace {

class QtHttpBridge final : public QAbstractHttpServer
{
    Q_DISABLE_COPY_MOVE(QtHttpBridge)

public:
    QtHttpBridge(ConnectionGuard &guard, RequestHandler &handler)
        : m_guard(guard)
        , m_handler(handler)
    {}

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        HttpConnection *connection = m_guard.find(socket);
        if (!connection) {
            socket->abort();
            return true;
        }
        // Method, target and headers are those that the guard has checked; Qt's copy of them is not used, so the two
        // parsers cannot be played against each other.
        std::optional<HttpConnection::Delivery> delivery = connection->deliver(request.body());
        if (delivery)
            m_handler.handle(std::move(delivery->request), m_guard.respondTo(*connection, delivery->sequence));
        return true;
    }

    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        Q_UNUSED(request)
        Q_UNUSED(socket)
    }

private:
    ConnectionGuard &m_guard;
    RequestHandler &m_handler;
};

} // namespace

std::unique_ptr<QObject> makeQtHttpBridge(std::unique_ptr<Listener> listener, ConnectionGuard &guard,
                                          RequestHandler &handler)
{
    auto bridge = std::make_unique<QtHttpBridge>(guard, handler);
    guard.setQtReader(bridge.get());
    bridge->bind(listener.release()); // becomes its child
    return bridge;
}

} // namespace oshaq

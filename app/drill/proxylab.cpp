// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/proxylab.h"

#include <QDateTime>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace oshaq::drill {

namespace {

/// What a lost packet costs a connection until it is sent again.
constexpr int resendMs = 400;

} // namespace

FaultProxy::FaultProxy(quint16 hubPort)
    : m_hubPort(hubPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultProxy::handleConnection);
}

QString FaultProxy::listen()
{
    return m_server.listen(QHostAddress::LocalHost) ? QString() : m_server.errorString();
}

void FaultProxy::cut()
{
    m_isCut = true;
}

void FaultProxy::slowDown(int delayMs, int jitterMs)
{
    m_delayMs = delayMs;
    m_jitterMs = jitterMs;
}

void FaultProxy::lose(int percent)
{
    m_percent = percent;
}

void FaultProxy::heal()
{
    const bool wasCut = m_isCut;
    m_isCut = false;
    m_delayMs = 0;
    m_jitterMs = 0;
    m_percent = 0;
    // What was swallowed cannot be brought back: both ends find out now, as after a cable that was out for long.
    if (wasCut) {
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
            socket->abort();
    }
}

void FaultProxy::handleConnection()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *hub = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, hub, [this, client, hub] { forward(client, hub); });
        connect(hub, &QTcpSocket::connected, client, [this, client, hub] { forward(client, hub); });
        connect(hub, &QTcpSocket::readyRead, client, [this, client, hub] { forward(hub, client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(hub, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        connect(hub, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        hub->connectToHost(QHostAddress::LocalHost, m_hubPort);
    }
}

int FaultProxy::waitMs()
{
    int ms = m_delayMs;
    if (m_jitterMs > 0)
        ms += int(m_random() % unsigned(2 * m_jitterMs + 1)) - m_jitterMs;
    if (int(m_random() % 100) < m_percent)
        ms += resendMs;
    return std::max(0, ms);
}

void FaultProxy::forward(QTcpSocket *from, QTcpSocket *to)
{
    if (to->state() != QAbstractSocket::ConnectedState)
        return;
    const QByteArray bytes = from->readAll();
    if (m_isCut || bytes.isEmpty())
        return;
    // Never before what is on its way already.
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 due = std::max(now + waitMs(), to->property("due").toLongLong());
    to->setProperty("due", due);
    if (due <= now) {
        to->write(bytes);
        return;
    }
    QTimer::singleShot(int(due - now), Qt::PreciseTimer, to, [to, bytes] {
        if (to->state() == QAbstractSocket::ConnectedState)
            to->write(bytes);
    });
}

ProxyLab::ProxyLab(QString why)
    : m_why(std::move(why))
{}

ProxyLab::~ProxyLab() = default;

QString ProxyLab::name() const
{
    return QStringLiteral("proxies in place of network namespaces (%1)").arg(m_why);
}

QString ProxyLab::open()
{
    // A free port, for a hub that is killed and started on it again and again.
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return probe.errorString();
    m_hubPort = probe.serverPort();
    return {};
}

QString ProxyLab::addNode(const QString &node)
{
    if (m_hub.isEmpty()) {
        m_hub = node;
        return {};
    }
    auto proxy = std::make_unique<FaultProxy>(m_hubPort);
    const QString problem = proxy->listen();
    m_proxies.emplace(node, std::move(proxy));
    return problem;
}

QString ProxyLab::hubListen() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_hubPort);
}

QString ProxyLab::hubUrl(const QString &node, const QString &) const
{
    if (node == m_hub)
        return QStringLiteral("http://127.0.0.1:%1").arg(m_hubPort);
    return QStringLiteral("http://127.0.0.1:%1").arg(m_proxies.at(node)->port());
}

std::vector<FaultProxy *> ProxyLab::proxiesOf(const QString &node) const
{
    std::vector<FaultProxy *> proxies;
    for (const auto &[name, proxy] : m_proxies) {
        if (name == node || node == m_hub)
            proxies.push_back(proxy.get());
    }
    return proxies;
}

QString ProxyLab::cut(const QString &node)
{
    for (FaultProxy *proxy : proxiesOf(node))
        proxy->cut();
    return {};
}

QString ProxyLab::lose(const QString &node, int percent)
{
    for (FaultProxy *proxy : proxiesOf(node))
        proxy->lose(percent);
    return {};
}

QString ProxyLab::delay(const QString &node, int delayMs, int jitterMs, int)
{
    for (FaultProxy *proxy : proxiesOf(node))
        proxy->slowDown(delayMs, jitterMs);
    return {};
}

QString ProxyLab::heal(const QString &node)
{
    for (FaultProxy *proxy : proxiesOf(node))
        proxy->heal();
    return {};
}

} // namespace oshaq::drill

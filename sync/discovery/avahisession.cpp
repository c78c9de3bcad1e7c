// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discovery/avahisession.h"

#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QLoggingCategory>
#include <QUuid>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcBus, "oshaq.discovery")

constexpr int serverRunning = 2; // AVAHI_SERVER_RUNNING
constexpr QLatin1String localPath("/org/freedesktop/DBus/Local");
constexpr QLatin1String localInterface("org.freedesktop.DBus.Local");

} // namespace

AvahiSession::AvahiSession(QString busAddress, QObject *parent)
    : QObject(parent)
    , m_busAddress(std::move(busAddress))
    , m_connectionName(QStringLiteral("oshaq-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    qDBusRegisterMetaType<QList<QByteArray>>();
    m_retry.setInterval(retryMs);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &AvahiSession::connectToBus);
}

AvahiSession::~AvahiSession()
{
    delete m_watcher;
    m_bus.reset();
    QDBusConnection::disconnectFromBus(m_connectionName);
}

void AvahiSession::start()
{
    connectToBus();
}

void AvahiSession::connectToBus()
{
    m_bus = std::make_unique<QDBusConnection>(
        m_busAddress.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SystemBus, m_connectionName)
                               : QDBusConnection::connectToBus(m_busAddress, m_connectionName));
    if (!m_bus->isConnected()) {
        qCInfo(lcBus).noquote() << "there is no bus to ask for Avahi:" << m_bus->lastError().message();
        handleDisconnected();
        return;
    }
    m_bus->connect(QString(), localPath, localInterface, QStringLiteral("Disconnected"), this,
                   SLOT(handleDisconnected()));
    m_watcher = new QDBusServiceWatcher(service, *m_bus, QDBusServiceWatcher::WatchForOwnerChange);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                setUp(false);
                if (!owner.isEmpty())
                    askState();
            });
    m_bus->connect(service, QStringLiteral("/"), serverInterface, QStringLiteral("StateChanged"), this,
                   SLOT(handleServerState(int, QString)));
    askState();
}

void AvahiSession::handleDisconnected()
{
    setUp(false);
    // Not while the bus tells its objects.
    if (m_watcher)
        std::exchange(m_watcher, nullptr)->deleteLater();
    QDBusConnection::disconnectFromBus(m_connectionName);
    m_retry.start();
}

void AvahiSession::askState()
{
    call(QStringLiteral("/"), serverInterface, QStringLiteral("GetState"), {}, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty())
            return handleServerState(reply.arguments().constFirst().toInt(), QString());
        qCInfo(lcBus).noquote() << "Avahi does not answer; hubs are not found by themselves:" << reply.errorMessage();
    });
}

void AvahiSession::handleServerState(int state, const QString &)
{
    setUp(state == serverRunning);
}

void AvahiSession::setUp(bool up)
{
    if (up == m_up)
        return;
    ++m_life;
    m_up = up;
    Q_EMIT upChanged(up);
}

void AvahiSession::call(const QString &path, const QString &interface, const QString &method,
                        const QVariantList &arguments, Reply then)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, life = m_life, then = std::move(then)](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                if (then && life == m_life)
                    then(done->reply());
            });
}

} // namespace oshaq

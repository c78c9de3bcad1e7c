// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeavahi.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QFile>
#include <QUuid>

namespace oshaq::test {

namespace {

constexpr int patienceMs = 20'000;
constexpr QLatin1String service("org.freedesktop.Avahi");
constexpr QLatin1String groupInterface("org.freedesktop.Avahi.EntryGroup");
constexpr QLatin1String browserInterface("org.freedesktop.Avahi.ServiceBrowser");
constexpr QLatin1String serverInterface("org.freedesktop.Avahi.Server");
constexpr QLatin1String serviceType("_oshaq._tcp");

} // namespace

bool PrivateBus::start()
{
    QFile config(m_directory.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write("<busconfig><type>session</type><listen>" + address().toUtf8() +
                 "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" "
                 "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n");
    config.close();
    QFile::remove(m_directory.filePath(QStringLiteral("bus")));
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                    QStringLiteral("--config-file=") + config.fileName()});
    return m_daemon.waitForStarted(patienceMs) && m_daemon.waitForReadyRead(patienceMs);
}

void PrivateBus::stop()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    m_daemon.waitForFinished(patienceMs);
}

FakeAvahi::FakeAvahi(const QString &busAddress)
    : m_connectionName(QStringLiteral("avahi-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_bus(QDBusConnection::connectToBus(busAddress, m_connectionName))
{
    qDBusRegisterMetaType<QList<QByteArray>>();
    m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
}

FakeAvahi::~FakeAvahi()
{
    m_bus.unregisterObject(QStringLiteral("/"), QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(m_connectionName);
}

bool FakeAvahi::appear(int state)
{
    m_state = state;
    return m_bus.registerService(service);
}

void FakeAvahi::vanish()
{
    m_bus.unregisterService(service);
    m_groups.clear();
    m_browsers.clear();
}

void FakeAvahi::setState(int state)
{
    m_state = state;
    tell(QStringLiteral("/"), serverInterface, QStringLiteral("StateChanged"), {state, QString()});
}

void FakeAvahi::setTaken(const QString &name, bool onlyOnCommit)
{
    m_taken = name;
    m_takenOnCommit = onlyOnCommit;
}

void FakeAvahi::add(const Service &one)
{
    m_services.push_back(one);
    tellItem(QStringLiteral("ItemNew"), one);
}

void FakeAvahi::remove(const Service &one)
{
    std::erase_if(m_services, [&one](const Service &known) {
        return known.name == one.name && known.interface == one.interface;
    });
    tellItem(QStringLiteral("ItemRemove"), one);
}

QString FakeAvahi::announcedName() const
{
    QString name;
    for (const auto &[path, group] : m_groups) {
        if (!group.committed)
            continue;
        if (!name.isEmpty())
            return {};
        name = group.name;
    }
    return name;
}

void FakeAvahi::tell(const QString &path, const QString &interface, const QString &signal,
                     const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createSignal(path, interface, signal);
    message.setArguments(arguments);
    m_bus.send(message);
}

void FakeAvahi::tellItem(const QString &signal, const Service &one)
{
    for (const QString &path : m_browsers)
        tell(path, browserInterface, signal,
             {one.interface, 0, one.name, QString(serviceType), QStringLiteral("local"), 0U});
}

bool FakeAvahi::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    const QString member = message.member();
    const QVariantList arguments = message.arguments();
    if (message.interface() == groupInterface)
        return handleGroup(message);
    if (member == u"GetState") {
        m_bus.send(message.createReply(m_state));
    } else if (member == u"EntryGroupNew") {
        const QString path = QStringLiteral("/Client1/EntryGroup%1").arg(++m_made);
        m_groups[path];
        m_bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path))));
    } else if (member == u"ServiceBrowserNew") {
        if (arguments.value(2).toString() != serviceType)
            return false;
        const QString path = QStringLiteral("/Client1/ServiceBrowser%1").arg(++m_made);
        m_browsers.push_back(path);
        // As the real one may: what it knows comes before the answer.
        for (const Service &one : m_services)
            tellItem(QStringLiteral("ItemNew"), one);
        m_bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path))));
    } else if (member == u"ResolveService") {
        ++m_resolved;
        for (const Service &one : m_services) {
            if (one.name != arguments.value(2).toString() || one.interface != arguments.value(0).toInt())
                continue;
            m_bus.send(message.createReply(
                {one.interface, 0, one.name, QString(serviceType), QStringLiteral("local"), QStringLiteral("pc.local"),
                 0, one.address, QVariant::fromValue(ushort(one.port)), QVariant::fromValue(one.facts), 0U}));
            return true;
        }
        m_bus.send(message.createErrorReply(QStringLiteral("org.freedesktop.Avahi.TimeoutError"),
                                            QStringLiteral("Timeout reached")));
    } else {
        return false;
    }
    return true;
}

bool FakeAvahi::handleGroup(const QDBusMessage &message)
{
    const auto found = m_groups.find(message.path());
    if (found == m_groups.end())
        return false;
    Group &group = found->second;
    const QString member = message.member();
    const QVariantList arguments = message.arguments();
    const auto state = [&](int value) {
        tell(found->first, groupInterface, QStringLiteral("StateChanged"), {value, QString()});
    };
    if (member == u"AddService") {
        group.name = arguments.value(3).toString();
        group.port = ushort(arguments.value(7).toUInt());
        group.facts = qdbus_cast<QList<QByteArray>>(arguments.value(8));
        if (group.name == m_taken && !m_takenOnCommit) {
            m_bus.send(message.createErrorReply(QStringLiteral("org.freedesktop.Avahi.CollisionError"),
                                                QStringLiteral("Local name collision")));
            return true;
        }
        m_bus.send(message.createReply());
    } else if (member == u"Commit") {
        m_bus.send(message.createReply());
        state(1);
        group.committed = group.name != m_taken;
        state(group.committed ? 2 : 3);
    } else if (member == u"Reset") {
        group = {};
        m_bus.send(message.createReply());
    } else if (member == u"Free") {
        m_bus.send(message.createReply());
        m_groups.erase(found);
    } else {
        return false;
    }
    return true;
}

} // namespace oshaq::test

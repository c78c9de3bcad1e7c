// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discovery/avahibrowser.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QHostAddress>
#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcDiscovery, "oshaq.discovery")

constexpr QLatin1String browserInterface("org.freedesktop.Avahi.ServiceBrowser");
constexpr int ipv4 = 0;
constexpr qsizetype longestName = 63;
constexpr qsizetype mostEarly = 256;

/// What people can read: no line breaks, no signs that turn a line round.
QString cleanName(const QString &name)
{
    QString clean;
    for (const QChar sign : name.left(longestName)) {
        if (sign.isPrint() && sign.category() != QChar::Other_Format)
            clean.append(sign);
        else if (sign.isHighSurrogate() || sign.isLowSurrogate())
            clean.append(sign);
    }
    return clean.simplified();
}

QString urlOf(const QHostAddress &address, quint16 port)
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return QStringLiteral("https://") + (isV6 ? QStringLiteral("[%1]") : QStringLiteral("%1")).arg(address.toString()) +
           QStringLiteral(":%1").arg(port);
}

} // namespace

AvahiBrowser::AvahiBrowser(AvahiSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &AvahiSession::upChanged, this, [this](bool up) {
        m_path.clear();
        m_early.clear();
        m_services.clear();
        m_works = false;
        if (up)
            begin();
        Q_EMIT changed();
    });
    if (m_session.isUp())
        begin();
}

AvahiBrowser::~AvahiBrowser()
{
    if (!m_path.isEmpty() && m_session.isUp())
        m_session.call(m_path, browserInterface, QStringLiteral("Free"), {});
}

void AvahiBrowser::begin()
{
    // Before there is a browser: it tells what it knows at once.
    m_session.bus().connect(AvahiSession::service, QString(), browserInterface, QStringLiteral("ItemNew"), this,
                            SLOT(handleNew(QDBusMessage)));
    m_session.bus().connect(AvahiSession::service, QString(), browserInterface, QStringLiteral("ItemRemove"), this,
                            SLOT(handleRemove(QDBusMessage)));
    m_session.call(QStringLiteral("/"), AvahiSession::serverInterface, QStringLiteral("ServiceBrowserNew"),
                   {anyInterface, anyProtocol, QString(hubServiceType), QString(), 0U},
                   [this](const QDBusMessage &reply) {
                       if (isBusError(reply)) {
                           qCWarning(lcDiscovery).noquote() << "Avahi does not look for hubs:" << reply.errorMessage();
                           return;
                       }
                       m_path = reply.arguments().value(0).value<QDBusObjectPath>().path();
                       m_works = true;
                       for (const QDBusMessage &message : std::exchange(m_early, {})) {
                           if (message.member() == u"ItemNew")
                               handleNew(message);
                           else
                               handleRemove(message);
                       }
                       Q_EMIT changed();
                   });
}

bool AvahiBrowser::isOurs(const QDBusMessage &message)
{
    if (m_path.isEmpty() && m_early.size() < mostEarly)
        m_early.append(message);
    return !m_path.isEmpty() && message.path() == m_path;
}

std::optional<AvahiBrowser::Key> AvahiBrowser::keyOf(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.size() < 5)
        return std::nullopt;
    return Key(arguments[0].toInt(), arguments[1].toInt(), arguments[2].toString(), arguments[4].toString());
}

void AvahiBrowser::handleNew(const QDBusMessage &message)
{
    if (!isOurs(message))
        return;
    const auto key = keyOf(message);
    if (!key || m_services.size() >= size_t(maxServices))
        return;
    if (m_services.emplace(*key, FoundHub()).second)
        resolve(*key);
}

void AvahiBrowser::handleRemove(const QDBusMessage &message)
{
    if (!isOurs(message))
        return;
    const auto key = keyOf(message);
    if (key && m_services.erase(*key) > 0)
        Q_EMIT changed();
}

void AvahiBrowser::resolve(const Key &key)
{
    const auto &[interface, protocol, name, domain] = key;
    m_session.call(QStringLiteral("/"), AvahiSession::serverInterface, QStringLiteral("ResolveService"),
                   {interface, protocol, name, QString(hubServiceType), domain, ipv4, 0U},
                   [this, key](const QDBusMessage &reply) {
                       const auto found = m_services.find(key);
                       if (found == m_services.end())
                           return;
                       const auto hub = isBusError(reply) ? std::nullopt : hubOf(reply.arguments());
                       if (!hub)
                           return; // it stays known, so that it is not asked again and again
                       found->second = *hub;
                       Q_EMIT changed();
                   });
}

std::optional<FoundHub> AvahiBrowser::hubOf(const QVariantList &resolved)
{
    // interface, protocol, name, type, domain, host, protocol of the address, address, port, facts, flags
    if (resolved.size() < 10)
        return std::nullopt;
    QHostAddress address(resolved[7].toString());
    const uint port = resolved[8].toUInt();
    bool isTls = false;
    for (const QByteArray &fact : qdbus_cast<QList<QByteArray>>(resolved[9])) {
        if (fact == "tls=1")
            isTls = true;
        else if (fact.startsWith("a="))
            address.setAddress(QString::fromLatin1(fact.mid(2)));
    }
    const QString name = cleanName(resolved[2].toString());
    // Avahi tells of this machine's own hub on its loopback too, where it is the same one a second time.
    const bool isPlace = !address.isNull() && !address.isLoopback() && !address.isMulticast() &&
                         !address.isBroadcast() && address != QHostAddress(QHostAddress::AnyIPv4) &&
                         address != QHostAddress(QHostAddress::AnyIPv6);
    if (!isTls || !isPlace || port == 0 || port > 65'535 || name.isEmpty())
        return std::nullopt;
    address.setScopeId({});
    return FoundHub{name, urlOf(address, quint16(port))};
}

HubSearch AvahiBrowser::search() const
{
    HubSearch search;
    search.works = m_works;
    for (const auto &[key, hub] : m_services) {
        if (!hub.url.isEmpty() && std::find(search.hubs.begin(), search.hubs.end(), hub) == search.hubs.end())
            search.hubs.push_back(hub);
    }
    std::sort(search.hubs.begin(), search.hubs.end(), [](const FoundHub &one, const FoundHub &other) {
        return std::tie(one.name, one.url) < std::tie(other.name, other.url);
    });
    return search;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discovery/avahipublisher.h"

#include <QDBusObjectPath>
#include <QLoggingCategory>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcPublishing, "oshaq.discovery")

constexpr QLatin1String groupInterface("org.freedesktop.Avahi.EntryGroup");
constexpr QLatin1String collisionError("org.freedesktop.Avahi.CollisionError");

enum GroupState
{
    GroupEstablished = 2,
    GroupCollision = 3,
    GroupFailure = 4,
};

} // namespace

AvahiPublisher::AvahiPublisher(AvahiSession &session, HubAnnouncement what, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_what(std::move(what))
{
    connect(&m_session, &AvahiSession::upChanged, this, [this](bool up) {
        // An Avahi that went took its groups along; one that was only renamed has to be asked anew as well.
        m_group.clear();
        setAnnounced(false);
        if (up)
            begin();
    });
    if (m_session.isUp())
        begin();
}

AvahiPublisher::~AvahiPublisher()
{
    if (!m_group.isEmpty() && m_session.isUp())
        m_session.call(m_group, groupInterface, QStringLiteral("Free"), {});
}

QString AvahiPublisher::nameWith(const QString &name, int number)
{
    const QString suffix = number > 1 ? QStringLiteral(" #%1").arg(number) : QString();
    QString base = name.simplified();
    if (base.isEmpty())
        base = QStringLiteral("Oshaq");
    while (base.toUtf8().size() + suffix.size() > longestName) {
        const bool isPair = base.back().isLowSurrogate();
        base.chop(isPair ? 2 : 1);
    }
    return base + suffix;
}

void AvahiPublisher::begin()
{
    m_session.call(QStringLiteral("/"), AvahiSession::serverInterface, QStringLiteral("EntryGroupNew"), {},
                   [this](const QDBusMessage &reply) {
                       if (isBusError(reply)) {
                           qCWarning(lcPublishing).noquote() << "Avahi announces nothing:" << reply.errorMessage();
                           return;
                       }
                       m_group = reply.arguments().value(0).value<QDBusObjectPath>().path();
                       m_session.bus().connect(AvahiSession::service, m_group, groupInterface,
                                               QStringLiteral("StateChanged"), this,
                                               SLOT(handleGroupState(QDBusMessage)));
                       add();
                   });
}

void AvahiPublisher::add()
{
    QList<QByteArray> facts{"v=" + m_what.version.toUtf8(), "tls=1"};
    if (!m_what.address.isNull())
        facts.append("a=" + m_what.address.toString().toLatin1());
    const QVariantList arguments{anyInterface,
                                 anyProtocol,
                                 0U,
                                 nameWith(m_what.name, m_number),
                                 QString(hubServiceType),
                                 QString(),
                                 QString(),
                                 QVariant::fromValue(ushort(m_what.port)),
                                 QVariant::fromValue(facts)};
    m_session.call(m_group, groupInterface, QStringLiteral("AddService"), arguments, [this](const QDBusMessage &reply) {
        if (isBusError(reply) && reply.errorName() == collisionError)
            return takeAnotherName();
        if (isBusError(reply)) {
            qCWarning(lcPublishing).noquote() << "Avahi does not announce this hub:" << reply.errorMessage();
            return;
        }
        m_session.call(m_group, groupInterface, QStringLiteral("Commit"), {});
    });
}

void AvahiPublisher::handleGroupState(const QDBusMessage &message)
{
    if (m_group.isEmpty() || message.path() != m_group)
        return;
    const int state = message.arguments().value(0).toInt();
    setAnnounced(state == GroupEstablished);
    if (state == GroupCollision)
        takeAnotherName();
    else if (state == GroupFailure)
        qCWarning(lcPublishing).noquote()
            << "Avahi does not announce this hub:" << message.arguments().value(1).toString();
}

void AvahiPublisher::takeAnotherName()
{
    if (m_number >= maxNumber) {
        qCWarning(lcPublishing) << "every name for this hub is taken on this network";
        return;
    }
    ++m_number;
    m_session.call(m_group, groupInterface, QStringLiteral("Reset"), {}, [this](const QDBusMessage &reply) {
        if (!isBusError(reply))
            add();
    });
}

void AvahiPublisher::setAnnounced(bool announced)
{
    if (announced == m_announced)
        return;
    m_announced = announced;
    if (announced)
        qCInfo(lcPublishing).noquote() << "new screens find this hub as" << nameWith(m_what.name, m_number);
    Q_EMIT announcedChanged(announced);
}

} // namespace oshaq

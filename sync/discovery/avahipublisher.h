// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/discovery/avahisession.h"

#include <QDBusMessage>
#include <QHostAddress>
#include <QObject>
#include <QString>

namespace oshaq {

/// What a hub says of itself to everybody on the network. Nothing of it is secret, and nobody believes it.
struct HubAnnouncement
{
    QString name;
    QString version;
    quint16 port = 0;
    QHostAddress address = {}; ///< the only one where it answers; null: all of this machine's
};

/// Has Avahi announce one hub for as long as it lives, also over restarts of Avahi, and under a name that nobody else
/// has: "Dastarkhan #2". Lives on the session's thread; the session outlives it.
class AvahiPublisher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AvahiPublisher)

public:
    static constexpr int longestName = 63; ///< bytes of UTF-8 in DNS-SD
    static constexpr int maxNumber = 50;   ///< more of one name are somebody's joke

    AvahiPublisher(AvahiSession &session, HubAnnouncement what, QObject *parent = nullptr);
    ~AvahiPublisher() override;

    bool isAnnounced() const { return m_announced; }

    /// What is announced when `number` of that name were there before; whole characters, at most longestName bytes.
    static QString nameWith(const QString &name, int number);

Q_SIGNALS:
    void announcedChanged(bool announced);

private Q_SLOTS:
    void handleGroupState(const QDBusMessage &message);

private:
    void begin();
    void add();
    void takeAnotherName();
    void setAnnounced(bool announced);

    AvahiSession &m_session;
    const HubAnnouncement m_what;
    QString m_group; ///< its path; empty: none
    int m_number = 1;
    bool m_announced = false;
};

} // namespace oshaq

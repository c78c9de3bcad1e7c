// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discovery/hubannouncer.h"

#include "models/runtime/threadrank.h"

namespace oshaq {

HubAnnouncer::HubAnnouncer(HubAnnouncement what, std::function<void(bool)> changed, QString busAddress)
    : m_what(std::move(what))
    , m_changed(std::move(changed))
    , m_busAddress(std::move(busAddress))
{
    setObjectName(QStringLiteral("announcer"));
    start();
}

HubAnnouncer::~HubAnnouncer()
{
    quit();
    wait();
}

void HubAnnouncer::run()
{
    setThreadRank(ThreadRank::Background);
    AvahiSession session(m_busAddress);
    AvahiPublisher publisher(session, m_what);
    connect(&publisher, &AvahiPublisher::announcedChanged, &publisher, m_changed);
    session.start();
    exec();
}

} // namespace oshaq

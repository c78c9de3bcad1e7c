// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/standby/standbythread.h"

#include <QRandomGenerator>

namespace oshaq {

StandbyThread::StandbyThread(Hub &hub, StandbyOptions options)
    : m_hub(hub)
    , m_options(std::move(options))
{
    setObjectName(QStringLiteral("oshaq-standby"));
    start();
}

StandbyThread::~StandbyThread()
{
    quit();
    wait();
}

void StandbyThread::run()
{
    CurlTransport transport(m_wire);
    QtScheduler scheduler;
    StandbyFollower follower(m_hub, transport, scheduler, m_options,
                             [] { return QRandomGenerator::global()->generateDouble(); });
    follower.start();
    exec();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/curltransport.h"
#include "sync/integrations/standby/standbyfollower.h"

#include <QThread>

namespace oshaq {

/// The thread on which this computer speaks to the other one of its site, with a wire thread of its own: following must
/// not wait for a webhook.
class StandbyThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StandbyThread)

public:
    /// Starts at once. The hub must outlive it.
    StandbyThread(Hub &hub, StandbyOptions options);
    ~StandbyThread() override;

protected:
    void run() override;

private:
    Hub &m_hub;
    const StandbyOptions m_options;
    WireThread m_wire;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/curltransport.h"
#include "sync/integrations/bank/bankdesk.h"
#include "sync/integrations/webhookdispatcher.h"

#include <QThread>

#include <memory>

namespace oshaq {

/// The thread on which the hub speaks to the outside world: its event loop, its reader and its requests, which a wire
/// thread of libcurl carries. Nothing that hangs out there reaches the writer or an HTTP thread.
class IntegrationsThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntegrationsThread)

public:
    /// Starts at once. The hub must outlive it. `bankDoor`: the way to the bank's desk; null: nobody uses it.
    IntegrationsThread(Hub &hub, WebhookOptions options, BankDeskOptions bank = {},
                       std::shared_ptr<BankDoor> bankDoor = {});
    /// Drops what is on its way, which is sent again after the next start, and joins.
    ~IntegrationsThread() override;

protected:
    void run() override;

private:
    Hub &m_hub;
    const WebhookOptions m_options;
    const BankDeskOptions m_bank;
    const std::shared_ptr<BankDoor> m_bankDoor;
    WireThread m_wire;
};

} // namespace oshaq

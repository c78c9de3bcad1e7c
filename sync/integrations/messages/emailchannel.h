// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/breaker.h"
#include "sync/integrations/messages/messagechannel.h"
#include "sync/integrations/messages/smtptransport.h"

#include <functional>
#include <memory>

namespace oshaq {

/// E-mail through the business's own mail server.
class EmailChannel final : public MessageChannel
{
    Q_DISABLE_COPY_MOVE(EmailChannel)

public:
    using BreakerOf = std::function<Breaker &(qint64 businessId)>;

    /// The breaker is told what came of each mail, and asked before.
    EmailChannel(SmtpTransport &transport, Scheduler &scheduler, BreakerOf breaker, const Clock &clock);
    ~EmailChannel() override;

    void send(const IntegrationAccess &access, const OutgoingMessage &message, Done done) override;

    /// NotConfigured with what is missing.
    static Result<SmtpRequest> request(const IntegrationAccess &access, const OutgoingMessage &message, qint64 nowMs);
    static MessageOutcome outcome(const SmtpReply &reply);

private:
    SmtpTransport &m_transport;
    Scheduler &m_scheduler;
    const BreakerOf m_breaker;
    const Clock &m_clock;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace oshaq

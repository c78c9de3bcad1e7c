// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/httptransport.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/breaker.h"

#include <unordered_map>

namespace oshaq {

/// HttpTransport behind a Breaker: what is not admitted is answered as WireReply::Failure::Held and never sent, no
/// request waits longer than the breaker's limits say, and what came of each is told to the breaker. Same thread as the
/// transport below.
class GuardedTransport final : public HttpTransport
{
    Q_DISABLE_COPY_MOVE(GuardedTransport)

public:
    GuardedTransport(HttpTransport &transport, Breaker &breaker, Scheduler &scheduler);
    /// Cancels everything.
    ~GuardedTransport() override;

    quint64 send(WireRequest request, Done done) override;
    void cancel(quint64 id) override;

private:
    struct Waiting
    {
        quint64 request = 0; ///< of the transport; 0: held
        quint64 task = 0;    ///< of the scheduler
        Done done;
    };

    void finish(quint64 id, WireReply reply);

    HttpTransport &m_transport;
    Breaker &m_breaker;
    Scheduler &m_scheduler;
    std::unordered_map<quint64, Waiting> m_waiting;
    quint64 m_nextId = 1;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/integrationservice.h"
#include "models/hub/outsideorders.h"
#include "sync/client/backoff.h"
#include "sync/client/httptransport.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/deskline.h"

#include <functional>
#include <memory>
#include <set>

namespace oshaq {

struct OutsideDeskOptions
{
    qint64 firstPauseMs = 2'000; ///< after an attempt that failed; doubles
    qint64 longestPauseMs = 10 * 60 * 1000;
    qint64 lookAfterMs = 50; ///< commits of this long are looked at together
};

/// Tells other services where their orders stand, signed as webhooks are, and cancels what nobody accepted in time. The
/// record says what the service knows and what is so, so nothing is lost with the process; a service hears of the
/// present status, not of each between, and may hear of one twice.
///
/// Lives on one thread with an event loop. The hub must outlive it.
class OutsideDesk
{
    Q_DISABLE_COPY_MOVE(OutsideDesk)

public:
    /// What a business has set up, as it is now; an error: it takes no orders of others.
    using Access = std::function<Result<IntegrationAccess>(qint64 businessId)>;
    /// Behind the circuit breaker of that business.
    using Transport = std::function<HttpTransport &(qint64 businessId)>;

    OutsideDesk(Hub &hub, Access access, Transport transport, Scheduler &scheduler, OutsideDeskOptions options,
                RandomFraction random);
    ~OutsideDesk();

    void start();

private:
    void look();
    void lapse(qint64 businessId);
    void tell(const OutsideNews &news);
    void note(const OutsideNews &news, bool reached, const QString &error);

    DeskLine m_line;
    const Access m_access;
    const Transport m_transport;
    const OutsideDeskOptions m_options;
    RandomFraction m_random;
    struct Alive
    {};
    std::shared_ptr<Alive> m_alive = std::make_shared<Alive>();
    std::set<qint64> m_telling; ///< orders whose service is being told
    bool m_lapsing = false;
    OneShot m_timer;
    OneShot m_wakeTimer; ///< a stream of commits must not push a look before it for ever
};

} // namespace oshaq

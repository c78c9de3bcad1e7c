// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/dispatchservice.h"
#include "sync/client/backoff.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/delivery/deliveryclient.h"
#include "sync/integrations/deskline.h"

#include <functional>
#include <memory>
#include <set>
#include <utility>

namespace oshaq {

struct DeliveryDeskOptions
{
    qint64 firstPauseMs = 3'000; ///< after an attempt that failed; doubles
    qint64 longestPauseMs = 5 * 60 * 1000;
    qint64 lookAfterMs = 100; ///< commits of this long are looked at together
};

/// Brings what is wanted of the delivery service to it, and back what becomes of it. The record says what is to be done
/// and is written before the service is told, so that a hub that stops anywhere goes on: what the service may have
/// heard of is asked after by our name for it, and asked for again only when the service has never heard of it.
///
/// Lives on one thread with an event loop. The hub must outlive it.
class DeliveryDesk
{
    Q_DISABLE_COPY_MOVE(DeliveryDesk)

public:
    /// How long after good news a delivery is asked about again.
    using PollMs = std::function<qint64(qint64 businessId)>;

    DeliveryDesk(Hub &hub, DeliveryClient &client, Scheduler &scheduler, PollMs poll, DeliveryDeskOptions options,
                 RandomFraction random);
    ~DeliveryDesk();

    void start();

private:
    void look();
    void callOffCancelled(sql::Database &database);
    void act(const Dispatch &dispatch);
    void askQuote(const Dispatch &dispatch, const DeliveryRequest &request);
    void begin(const Dispatch &dispatch, const DeliveryRequest &request);
    void create(const Dispatch &dispatch, const DeliveryRequest &request);
    void ask(const Dispatch &dispatch);
    void callOff(const Dispatch &dispatch);
    void note(const Dispatch &dispatch, const DispatchNews &news);
    void done(qint64 dispatchId);
    DispatchNews failed(const Dispatch &dispatch, const QString &reason);
    DispatchNews heard(const Dispatch &dispatch, const DeliveryReply &reply, DispatchState fallback);
    Result<DeliveryRequest> requestOf(const Dispatch &dispatch);

    DeskLine m_line;
    DeliveryClient &m_client;
    Scheduler &m_scheduler;
    const PollMs m_poll;
    const DeliveryDeskOptions m_options;
    RandomFraction m_random;
    struct Alive
    {};
    /// What comes back after the desk is gone is dropped.
    template <typename Function> auto guarded(Function function)
    {
        return [alive = std::weak_ptr(m_alive), function = std::move(function)](auto &&...values) {
            if (!alive.expired())
                function(std::forward<decltype(values)>(values)...);
        };
    }

    std::shared_ptr<Alive> m_alive = std::make_shared<Alive>();
    std::set<qint64> m_busy; ///< deliveries on their way, until it is noted what came of it
    OneShot m_timer;
    OneShot m_wakeTimer; ///< a stream of commits must not push a look before it for ever
};

} // namespace oshaq

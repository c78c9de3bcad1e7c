// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/webhookservice.h"
#include "models/runtime/mailbox.h"
#include "sync/client/backoff.h"
#include "sync/client/httptransport.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/deskreader.h"

#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace oshaq {

struct WebhookOptions
{
    bool privateAddresses = false; ///< webhooks.private_addresses
    int maxInFlight = 16;
    int maxPerEndpoint = 2; ///< so that one that hangs does not hold up the others
    int timeoutMs = 10'000;
    qint64 firstPauseMs = 5'000; ///< doubles up to webhookLongestPauseMs
    qint64 collectAfterMs = 100; ///< commits of this long are looked at together
};

/// Brings what happens to the endpoints of integrations. The journal is the outbox: a stored cursor for each endpoint
/// says how far it was read, a row for each event what is still to be sent, so a hub that stops and starts loses
/// nothing and skips nothing. What was on its way when it stopped is sent again, under the same id. Order is not
/// promised: receivers go by `seq`.
///
/// Lives on one thread with an event loop. The hub must outlive it; so must the writer answer what it was sent.
class WebhookDispatcher
{
    Q_DISABLE_COPY_MOVE(WebhookDispatcher)

public:
    WebhookDispatcher(Hub &hub, HttpTransport &transport, Scheduler &scheduler, WebhookOptions options,
                      RandomFraction random);
    /// Takes no more; what is on its way is dropped and sent again by the next one.
    ~WebhookDispatcher();

    /// Looks at everything that waits.
    void start();

private:
    /// What other threads hold: it outlives the dispatcher and knows when that is gone.
    struct Door
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;

        void post(std::function<void()> task);
    };

    void wake();
    void collect();
    void submitCollect(qint64 businessId);
    void pump();
    bool pumpEndpoint(sql::Database &database, const WebhookEndpoint &endpoint, qint64 *soonestMs);
    void send(sql::Database &database, const WebhookEndpoint &endpoint, const WebhookDelivery &delivery);
    void finish(WebhookAttempt attempt, int attemptsBefore, qint64 sentAtMs, const WireReply &reply);
    void note(const WebhookAttempt &attempt);
    qint64 pauseAfter(int attempts);

    Hub &m_hub;
    DeskReader m_reader;
    HttpTransport &m_transport;
    Scheduler &m_scheduler;
    const WebhookOptions m_options;
    RandomFraction m_random;
    Mailbox m_mailbox;
    std::shared_ptr<Door> m_door;
    int m_listener = 0;
    bool m_listening = false;
    std::set<qint64> m_collecting;        ///< businesses whose command is with the writer
    std::map<qint64, qint64> m_inFlight;  ///< delivery -> endpoint, until its attempt is noted
    std::map<qint64, quint64> m_requests; ///< delivery -> request on its way
    OneShot m_collectTimer;
    OneShot m_pumpTimer;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/screenstate.h"
#include "models/runtime/clock.h"
#include "models/terminal/hubclock.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/client/scheduler.h"

#include <QObject>

#include <functional>

namespace oshaq {

/// Tells the hub every ten seconds how this screen does, while there is a hub to talk to. A report that does not arrive
/// is not sent again: the next one says more. Its answer is also what keeps the estimate of the hub's clock sure: a
/// question and its answer bound it from both sides, a pushed message from one. GUI thread.
///
/// Whoever is no terminal, or has a hub that does not know reports, asks once and is quiet until the credentials
/// change.
class ScreenReporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreenReporter)

public:
    using Make = std::function<ScreenReport()>;

    /// `make`: what there is to say now; asked before each report. Time and clock are filled in here.
    ScreenReporter(const HubEndpoint &endpoint, HttpTransport &transport, const Clock &clock, HubClock &hubClock,
                   Scheduler &scheduler, Make make);
    ~ScreenReporter() override;

    /// Open: there is a hub to talk to.
    void setGateOpen(bool open);
    /// Something is worth saying now: it does not wait for its turn.
    void hurry();
    /// With other credentials: whoever is quiet asks again.
    void restart();

    /// Which terminal the hub says that this is; 0: not known.
    qint64 terminalId() const { return m_terminalId; }

private:
    void schedule(qint64 ms);
    void send();
    void handleReply(const WireReply &reply);

    const HubEndpoint &m_endpoint;
    HttpTransport &m_transport;
    const Clock &m_clock;
    HubClock &m_hubClock;
    Make m_make;
    OneShot m_timer;
    bool m_gateOpen = false;
    bool m_quiet = false;
    quint64 m_request = 0; ///< 0: none on its way
    qint64 m_sentAtMs = 0; ///< monotonic
    qint64 m_terminalId = 0;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/screenreporter.h"

#include "sync/protocol/errorjson.h"
#include "sync/protocol/screenjson.h"

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {
/// After the connection came: the screen has had time to draw what it got.
constexpr qint64 firstMs = 1'000;
} // namespace

ScreenReporter::ScreenReporter(const HubEndpoint &endpoint, HttpTransport &transport, const Clock &clock,
                               HubClock &hubClock, Scheduler &scheduler, Make make)
    : m_endpoint(endpoint)
    , m_transport(transport)
    , m_clock(clock)
    , m_hubClock(hubClock)
    , m_make(std::move(make))
    , m_timer(scheduler)
{}

ScreenReporter::~ScreenReporter()
{
    if (m_request != 0)
        m_transport.cancel(m_request);
}

void ScreenReporter::setGateOpen(bool open)
{
    if (open == m_gateOpen)
        return;
    m_gateOpen = open;
    if (open)
        schedule(firstMs);
    else
        m_timer.stop();
}

void ScreenReporter::hurry()
{
    schedule(0);
}

void ScreenReporter::restart()
{
    m_quiet = false;
    m_terminalId = 0;
    if (m_request != 0)
        m_transport.cancel(std::exchange(m_request, 0));
    if (!m_timer.isActive())
        schedule(firstMs);
}

void ScreenReporter::schedule(qint64 ms)
{
    if (m_gateOpen && !m_quiet && m_request == 0)
        m_timer.start(ms, [this] { send(); });
}

void ScreenReporter::send()
{
    ScreenReport report = m_make();
    report.sentAtMs = m_clock.nowMs();
    if (m_hubClock.isKnown())
        report.clockOffsetMs = -m_hubClock.offsetMs();
    m_sentAtMs = m_clock.monotonicMs();
    WireRequest request = m_endpoint.request("POST", "/api/v1/business/terminals/report", screenReportBody(report));
    request.totalTimeoutMs = int(screens::reportMs);
    m_request = m_transport.send(request, [this](const WireReply &reply) { handleReply(reply); });
}

void ScreenReporter::handleReply(const WireReply &reply)
{
    m_request = 0;
    if (reply.arrived() && reply.status == 200) {
        const qint64 roundTripMs = std::max<qint64>(1, m_clock.monotonicMs() - m_sentAtMs);
        if (const Result<Answer> answer = readAnswer(reply.body); answer && answer->success) {
            const ScreenReported reported = readScreenReported(answer->data);
            m_terminalId = reported.terminalId;
            if (reported.hubTimeMs != 0)
                m_hubClock.observe(reported.hubTimeMs, roundTripMs);
        }
    } else if (reply.arrived() && (reply.status == 403 || reply.status == 404 || reply.status == 405)) {
        m_quiet = true;
    }
    schedule(screens::reportMs);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/guardedtransport.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr int tooManyRequests = 429;

/// Tells what a reply says about the other side's health; a refusal is a healthy answer.
void judge(Breaker &breaker, const WireReply &reply)
{
    switch (reply.failure) {
    case WireReply::Failure::None:
        if (reply.status >= 500 || reply.status == tooManyRequests)
            breaker.failed(QStringLiteral("Answered %1.").arg(reply.status));
        else
            breaker.succeeded();
        return;
    case WireReply::Failure::Invalid:
    case WireReply::Failure::NotKept:
    case WireReply::Failure::Held:
        breaker.abandoned(); // our own doing
        return;
    case WireReply::Failure::Network:
    case WireReply::Failure::Timeout:
    case WireReply::Failure::TooLarge:
    case WireReply::Failure::Untrusted:
        breaker.failed(reply.failureText);
        return;
    }
}

} // namespace

GuardedTransport::GuardedTransport(HttpTransport &transport, Breaker &breaker, Scheduler &scheduler)
    : m_transport(transport)
    , m_breaker(breaker)
    , m_scheduler(scheduler)
{}

GuardedTransport::~GuardedTransport()
{
    while (!m_waiting.empty())
        cancel(m_waiting.begin()->first);
}

quint64 GuardedTransport::send(WireRequest request, Done done)
{
    const quint64 id = m_nextId++;
    Waiting &waiting = m_waiting[id];
    waiting.done = std::move(done);
    const Breaker::Admission admission = m_breaker.admit();
    if (admission != Breaker::Admission::Admitted) {
        WireReply held;
        held.failure = WireReply::Failure::Held;
        held.failureText = m_breaker.refusalText(admission);
        held.mayHaveArrived = false;
        waiting.task = m_scheduler.after(0, [this, id, held] {
            const auto node = m_waiting.extract(id);
            if (!node.empty())
                node.mapped().done(held);
        });
        return id;
    }
    const int limitMs = m_breaker.limits().timeoutMs;
    if (request.totalTimeoutMs <= 0 || request.totalTimeoutMs > limitMs)
        request.totalTimeoutMs = limitMs;
    request.connectTimeoutMs = std::min(request.connectTimeoutMs, request.totalTimeoutMs);
    waiting.request =
        m_transport.send(std::move(request), [this, id](WireReply reply) { finish(id, std::move(reply)); });
    return id;
}

void GuardedTransport::cancel(quint64 id)
{
    const auto node = m_waiting.extract(id);
    if (node.empty())
        return;
    if (node.mapped().request == 0) {
        m_scheduler.cancel(node.mapped().task);
        return;
    }
    m_transport.cancel(node.mapped().request);
    m_breaker.abandoned();
}

void GuardedTransport::finish(quint64 id, WireReply reply)
{
    judge(m_breaker, reply);
    const auto node = m_waiting.extract(id);
    if (!node.empty())
        node.mapped().done(std::move(reply));
}

} // namespace oshaq

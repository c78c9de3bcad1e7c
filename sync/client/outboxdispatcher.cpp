// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/outboxdispatcher.h"

#include "sync/client/retryafter.h"
#include "sync/protocol/catalogchangejson.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/officejson.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/staffjson.h"

#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

Q_LOGGING_CATEGORY(lcDispatcher, "oshaq.client.outbox")

namespace {

/// What DESIGN section 3.2 makes of an answer.
enum class Verdict
{
    Done,
    Refused,
    SignIn,
    WaitForAll,
    WaitForOrder,
    Alarm
};

Verdict verdictOn(const WireReply &reply)
{
    if (!reply.arrived())
        return reply.failure == WireReply::Failure::TooLarge || reply.failure == WireReply::Failure::Invalid
                   ? Verdict::Alarm
                   : Verdict::WaitForAll;
    switch (reply.status) {
    case 401:
    case 403:
        return Verdict::SignIn;
    case 404:
    case 409:
    case 412:
    case 422:
        return Verdict::Refused;
    case 426: // another program will take it, here or there
    case 429:
    case 503:
        return Verdict::WaitForAll;
    case 408:
    case 425:
        return Verdict::WaitForOrder;
    default:
        break;
    }
    if (reply.status >= 200 && reply.status < 300)
        return Verdict::Done;
    // A 500 may belong to one command; it must not hold up the other orders.
    return reply.status >= 500 && reply.status < 600 ? Verdict::WaitForOrder : Verdict::Alarm;
}

bool isAboutOperator(const WireReply &reply)
{
    const Result<Answer> answer = readAnswer(reply.body);
    if (!answer || answer->success)
        return false;
    return std::any_of(answer->details.begin(), answer->details.end(),
                       [](const ErrorDetail &detail) { return detail.path == QLatin1String(operatorHeader); });
}

CommandRequest createRequest(const OrderTaken &taken, const QString &letter)
{
    NewOrder order = taken.request;
    // A number with another letter than ours was given before this terminal became another one: the hub gives a new
    // one then.
    if (letter.isEmpty() || !order.number.startsWith(letter + u'-'))
        order.number.clear();
    return {"POST", "/api/v1/business/orders", newOrderBody(order)};
}

CommandRequest requestFor(const OutboxCommand &command, const QString &letter)
{
    if (const auto *taken = std::get_if<OrderTaken>(&command.act))
        return createRequest(*taken, letter);
    if (const auto *added = std::get_if<LinesAdded>(&command.act)) {
        return {"PATCH", "/api/v1/business/orders/" + command.orderUuid.toLatin1() + "/lines",
                addLinesBody(added->request)};
    }
    if (const auto *edited = std::get_if<FieldsEdited>(&command.act))
        return orderEditRequest(command.orderUuid, edited->edit);
    if (const auto *marked = std::get_if<ItemMarked>(&command.act)) {
        return {"PATCH", "/api/v1/business/items/" + QByteArray::number(marked->itemId) + "/availability",
                availabilityBody(marked->available, marked->backAtMs, marked->actedAtMs)};
    }
    return commandRequest(command.orderUuid, std::get<OrderCommand>(command.act));
}

} // namespace

OutboxDispatcher::OutboxDispatcher(Outbox &outbox, const OrderCache &cache, const HubEndpoint &endpoint,
                                   HttpTransport &transport, const Clock &clock, Scheduler &scheduler,
                                   RandomFraction random)
    : m_outbox(outbox)
    , m_cache(cache)
    , m_endpoint(endpoint)
    , m_transport(transport)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_timer(scheduler)
{
    connect(&outbox, &Outbox::readyToSend, this, &OutboxDispatcher::pump);
    // An answer that was on its way speaks for the old record; the command is sent to the new one under the same key.
    connect(&cache, &OrderCache::epochChanged, this, &OutboxDispatcher::handleEpochChanged);
}

OutboxDispatcher::~OutboxDispatcher()
{
    abandonFlights();
}

void OutboxDispatcher::setGateOpen(bool open)
{
    if (m_gateOpen == open)
        return;
    m_gateOpen = open;
    pump();
}

void OutboxDispatcher::connectionRestored()
{
    if (m_pause != Pause::SignIn)
        resume();
}

void OutboxDispatcher::resume()
{
    m_all = {};
    m_orders.clear();
    if (m_pause != Pause::None) {
        m_pause = Pause::None;
        m_pauseDetail.clear();
        Q_EMIT pauseChanged();
    }
    pump();
}

void OutboxDispatcher::stop()
{
    m_gateOpen = false;
    m_timer.stop();
    abandonFlights();
}

void OutboxDispatcher::pump()
{
    if (m_pumping) {
        m_pumpAgain = true;
        return;
    }
    m_pumping = true;
    do {
        m_pumpAgain = false;
        if (!m_gateOpen || m_pause != Pause::None || m_clock.monotonicMs() < m_all.untilMs)
            break;
        for (const OutboxCommand &head : m_outbox.heads()) {
            if (m_inFlight.size() >= maxInFlight)
                break;
            const bool busy = std::any_of(m_inFlight.begin(), m_inFlight.end(), [&](const auto &flight) {
                return flight.second.orderUuid == head.orderUuid;
            });
            if (!busy && !isWaiting(head.orderUuid))
                send(head);
        }
    } while (m_pumpAgain);
    m_pumping = false;
    armTimer();
}

void OutboxDispatcher::send(const OutboxCommand &command)
{
    const CommandRequest route = requestFor(command, m_cache.terminalLetter());
    WireRequest request = m_endpoint.request(route.method, route.path, route.body);
    request.headers.append({"Idempotency-Key", command.id.toLatin1()});
    // Who did it, and not who stands here now.
    if (command.operatorId > 0)
        request.headers.append({operatorHeader, QByteArray::number(command.operatorId)});
    put(command.id, command.orderUuid, std::move(request), false);
}

void OutboxDispatcher::askForRow(const QString &id, const QString &orderUuid)
{
    put(id, orderUuid, m_endpoint.request("GET", "/api/v1/business/orders/" + orderUuid.toLatin1(), {}), true);
}

void OutboxDispatcher::put(const QString &id, const QString &orderUuid, WireRequest request, bool asksForRow)
{
    Flight &flight = m_inFlight[id];
    flight.orderUuid = orderUuid;
    flight.asksForRow = asksForRow;
    flight.request =
        m_transport.send(std::move(request), [this, id](const WireReply &reply) { handleReply(id, reply); });
}

bool OutboxDispatcher::takesOrder(const QString &id) const
{
    const std::vector<OutboxCommand> heads = m_outbox.heads();
    return std::any_of(heads.begin(), heads.end(), [&id](const OutboxCommand &head) {
        return head.id == id && std::holds_alternative<OrderTaken>(head.act);
    });
}

bool OutboxDispatcher::addsLines(const QString &id) const
{
    const std::vector<OutboxCommand> heads = m_outbox.heads();
    return std::any_of(heads.begin(), heads.end(), [&id](const OutboxCommand &head) {
        return head.id == id && std::holds_alternative<LinesAdded>(head.act);
    });
}

void OutboxDispatcher::handleReply(const QString &id, const WireReply &reply)
{
    const auto found = m_inFlight.find(id);
    if (found == m_inFlight.end())
        return;
    const Flight flight = found->second;
    const QString &orderUuid = flight.orderUuid;
    m_inFlight.erase(found);

    Verdict verdict = verdictOn(reply);
    // It was there a moment ago: nothing that says anything about the command.
    if (flight.asksForRow && verdict == Verdict::Refused)
        verdict = Verdict::WaitForOrder;
    // About one person and not about this screen: its token is good, and others may go on.
    if (reply.arrived() && reply.status == 403 && isAboutOperator(reply)) {
        verdict = Verdict::Refused;
        Q_EMIT operatorRefused();
    }
    if (verdict != Verdict::Done && verdict != Verdict::Refused)
        m_outbox.noteAttempt(id);
    const qint64 askedMs = retryAfterMs(reply.header("retry-after"), m_clock.nowMs(), maxRetryAfterMs);
    switch (verdict) {
    case Verdict::Done:
        handleSuccess(id, flight, reply);
        break;
    case Verdict::Refused:
        handleRefusal(id, orderUuid, reply);
        break;
    case Verdict::SignIn:
        pauseWith(Pause::SignIn, QStringLiteral("the hub refused the token with %1").arg(reply.status));
        break;
    case Verdict::WaitForAll:
        waitForAll(askedMs);
        if (!reply.arrived())
            Q_EMIT connectionFailed();
        break;
    case Verdict::WaitForOrder:
        waitForOrder(orderUuid, askedMs);
        break;
    case Verdict::Alarm:
        pauseWith(Pause::Alarm, reply.arrived() ? QStringLiteral("the hub answered a command with %1").arg(reply.status)
                                                : reply.failureText);
        break;
    }
    pump();
}

void OutboxDispatcher::handleSuccess(const QString &id, const Flight &flight, const WireReply &reply)
{
    // Somebody else may answer 200 at this address, a sign-in page of a guest network for one.
    const Result<Answer> answer = readAnswer(reply.body);
    if (!answer || !answer->success)
        return pauseWith(Pause::Alarm, QStringLiteral("%1 without an answer of the hub").arg(reply.status));

    // The failures are forgotten; a time that the hub asked us to wait is not.
    m_all.backoff.reset();
    m_orders.erase(flight.orderUuid);
    const std::optional<Order> row = orderInAnswer(answer->data);
    if (!row && (takesOrder(id) || addsLines(id))) {
        if (flight.asksForRow)
            return pauseWith(Pause::Alarm, QStringLiteral("an order of the hub cannot be read"));
        return askForRow(id, flight.orderUuid);
    }
    const Result<void> marked = m_outbox.markConfirmed(id, row);
    if (!marked) {
        // It stays queued; the hub answers the same key again without doing it twice.
        qCWarning(lcDispatcher, "command %ls is done, but that cannot be kept: %ls", qUtf16Printable(id),
                  qUtf16Printable(marked.error().message));
        waitForOrder(flight.orderUuid, 0);
    }
}

void OutboxDispatcher::handleRefusal(const QString &id, const QString &orderUuid, const WireReply &reply)
{
    const Result<Answer> answer = readAnswer(reply.body);
    if (!answer || answer->success || answer->errorCode.isEmpty())
        return pauseWith(Pause::Alarm, QStringLiteral("%1 without an answer of the hub").arg(reply.status));
    if (answer->errorCode == errorCodeText(ErrorCode::AlreadyExists) && takesOrder(id))
        return askForRow(id, orderUuid);
    const Result<void> parked = m_outbox.park(id, answer->errorCode, answer->message);
    if (!parked) {
        qCWarning(lcDispatcher, "a refused command cannot be parked: %ls", qUtf16Printable(parked.error().message));
        waitForAll(0);
    }
}

void OutboxDispatcher::pauseWith(Pause pause, const QString &detail)
{
    if (m_pause == pause)
        return;
    m_pause = pause;
    m_pauseDetail = detail;
    qCWarning(lcDispatcher, "the outbox pauses: %ls", qUtf16Printable(detail));
    Q_EMIT pauseChanged();
}

void OutboxDispatcher::waitForAll(qint64 atLeastMs)
{
    const qint64 nowMs = m_clock.monotonicMs();
    // Several requests fail together when a connection breaks: that is one failure.
    if (m_all.untilMs > nowMs) {
        m_all.untilMs = std::max(m_all.untilMs, nowMs + atLeastMs);
        return;
    }
    m_all.untilMs = nowMs + std::max(atLeastMs, m_all.backoff.next(m_random));
}

void OutboxDispatcher::waitForOrder(const QString &orderUuid, qint64 atLeastMs)
{
    Waiting &waiting = m_orders[orderUuid];
    waiting.untilMs = m_clock.monotonicMs() + std::max(atLeastMs, waiting.backoff.next(m_random));
}

void OutboxDispatcher::abandonFlights()
{
    for (const auto &[id, flight] : m_inFlight)
        m_transport.cancel(flight.request);
    m_inFlight.clear();
}

void OutboxDispatcher::handleEpochChanged()
{
    abandonFlights();
    pump();
}

bool OutboxDispatcher::isWaiting(const QString &orderUuid) const
{
    const auto found = m_orders.find(orderUuid);
    return found != m_orders.end() && m_clock.monotonicMs() < found->second.untilMs;
}

void OutboxDispatcher::armTimer()
{
    m_timer.stop();
    if (!m_gateOpen || m_pause != Pause::None || m_outbox.pendingCount() == 0)
        return;
    const qint64 nowMs = m_clock.monotonicMs();
    qint64 wakeMs = m_all.untilMs > nowMs ? m_all.untilMs : 0;
    if (wakeMs == 0) {
        for (const auto &[uuid, waiting] : m_orders) {
            if (waiting.untilMs > nowMs && (wakeMs == 0 || waiting.untilMs < wakeMs))
                wakeMs = waiting.untilMs;
        }
    }
    if (wakeMs != 0)
        m_timer.start(wakeMs - nowMs, [this] { pump(); });
}

} // namespace oshaq

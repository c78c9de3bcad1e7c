// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/replayer.h"

#include "models/domain/uuid7.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 giveUpAfterMs = 5 * 60 * 1000;
constexpr qint64 maxRetryAfterMs = 60'000;
constexpr std::size_t maxRefusalsShown = 20;

bool worthAnotherTry(const WireReply &reply)
{
    if (!reply.arrived())
        return reply.failure == WireReply::Failure::Network || reply.failure == WireReply::Failure::Timeout;
    return reply.status == 408 || reply.status == 425 || reply.status == 429 || reply.status >= 500;
}

/// "422 ITEM_UNAVAILABLE: ...", for people.
QString describe(const WireReply &reply)
{
    if (!reply.arrived())
        return reply.failureText;
    QString text = QString::number(reply.status);
    if (const auto body = parseJson(reply.body)) {
        const JsonValue &error = (*body)[u"error"];
        text += QStringLiteral(" %1: %2").arg(error[u"code"].string(), error[u"message"].string());
    }
    return text;
}

} // namespace

struct Replayer::Guest
{
    Guest(const PlannedOrder &planned, Scheduler &scheduler)
        : order(planned)
        , backoff(200, 10'000)
        , wait(scheduler)
    {}

    const PlannedOrder &order;
    std::list<Guest>::iterator self;
    QString uuid;
    QByteArray token;
    QByteArray body;
    qint64 firstSentMs = 0;
    qint64 lastSentMs = 0;
    bool asked = false; ///< for the order itself
    bool asksOther = false;
    quint64 request = 0; ///< 0: none on its way
    Backoff backoff;
    OneShot wait;
};

Replayer::Replayer(HttpTransport &transport, Scheduler &scheduler, const Clock &clock, RandomFraction random,
                   ReplayTarget target, Hooks hooks)
    : m_transport(transport)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_target(std::move(target))
    , m_hooks(std::move(hooks))
    , m_due(scheduler)
    , m_end(scheduler)
{}

Replayer::~Replayer()
{
    for (const Guest &guest : m_guests) {
        if (guest.request != 0)
            m_transport.cancel(guest.request);
    }
}

void Replayer::fetchMenu(std::function<void(Result<JsonValue>)> answered)
{
    WireRequest request;
    request.url = (m_otherAnswered ? m_target.otherUrl : m_target.baseUrl) + "/api/v1/menu";
    if (!m_target.businessId.isEmpty())
        request.url += "?business=" + m_target.businessId;
    m_transport.send(std::move(request), [this, answered = std::move(answered)](const WireReply &reply) {
        if (!reply.arrived() || reply.status != 200) {
            m_otherAnswered = !m_otherAnswered && !m_target.otherUrl.isEmpty();
            answered(Error{
                ErrorCode::StorageUnavailable, QStringLiteral("The hub gives no menu: %1").arg(describe(reply)), {}});
            return;
        }
        const auto body = parseJson(reply.body);
        if (!body)
            answered(body.error());
        else
            answered((*body)[u"data"]);
    });
}

void Replayer::play(const ReplayPlan &plan)
{
    m_plan = &plan;
    m_beganMs = m_clock.monotonicMs();
    startDue();
}

void Replayer::stop(const QString &why)
{
    if (m_finished)
        return;
    m_report.fatal = why;
    m_due.stop();
    for (Guest &guest : m_guests) {
        if (guest.request != 0)
            m_transport.cancel(guest.request);
        ++m_report.unanswered;
    }
    m_guests.clear();
    m_next = m_plan ? m_plan->orders.size() : 0;
    finishWhenDone();
}

void Replayer::startDue()
{
    while (m_plan && m_next < m_plan->orders.size() && m_guests.size() < m_phones) {
        const PlannedOrder &order = m_plan->orders[m_next];
        const qint64 waitMs = m_beganMs + order.afterMs - m_clock.monotonicMs();
        if (waitMs > 0) {
            m_due.start(waitMs, [this] { startDue(); });
            return;
        }
        ++m_next;
        start(order);
    }
    finishWhenDone();
}

void Replayer::start(const PlannedOrder &order)
{
    Guest &guest = m_guests.emplace_back(order, m_scheduler);
    guest.asksOther = m_otherAnswered;
    guest.self = std::prev(m_guests.end());
    guest.uuid = order.uuid.isEmpty() ? makeUuid7(m_clock.nowMs()) : order.uuid;
    guest.token = order.guestToken;
    guest.body = orderBody(order, guest.uuid);
    guest.firstSentMs = m_clock.monotonicMs();
    ++m_report.sent;
    if (guest.token.isEmpty())
        askForToken(guest);
    else
        askForOrder(guest);
}

WireRequest Replayer::post(const Guest &guest, const char *path, const QByteArray &token, const QByteArray &body) const
{
    WireRequest request;
    request.method = "POST";
    request.url = (guest.asksOther ? m_target.otherUrl : m_target.baseUrl) + path;
    request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
    request.body = body;
    return request;
}

void Replayer::askForToken(Guest &guest)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(QStringLiteral("Guest %1").arg(guest.order.sourceId.left(40)));
    json.endObject();
    guest.request = m_transport.send(post(guest, "/api/v1/auth/guest", m_target.token, json.take()),
                                     [this, &guest](const WireReply &reply) {
                                         guest.request = 0;
                                         handleToken(guest, reply);
                                     });
}

void Replayer::handleToken(Guest &guest, const WireReply &reply)
{
    if (retried(guest, reply, &Replayer::askForToken))
        return;
    if (reply.arrived() && (reply.status == 401 || reply.status == 403)) {
        stop(QStringLiteral("The hub does not take the token: %1").arg(describe(reply)));
        return;
    }
    if (reply.arrived() && reply.status == 201) {
        if (const auto body = parseJson(reply.body))
            guest.token = (*body)[u"data"][u"access_token"].string().toLatin1();
    }
    if (guest.token.isEmpty()) {
        refuse(guest, QStringLiteral("auth/guest"), reply);
        return;
    }
    guest.backoff.reset();
    askForOrder(guest);
}

void Replayer::askForOrder(Guest &guest)
{
    guest.asked = true;
    if (m_hooks.asking)
        m_hooks.asking({&guest.order, guest.uuid, guest.token, m_clock.monotonicMs() - guest.firstSentMs});
    sendOrder(guest);
}

void Replayer::tellEnd(const Guest &guest, ReplayEnd end) const
{
    if (!guest.asked || !m_hooks.ended)
        return;
    end.key = guest.uuid;
    m_hooks.ended(end);
}

void Replayer::sendOrder(Guest &guest)
{
    WireRequest request = post(guest, "/api/v1/user/orders/create", guest.token, guest.body);
    request.headers.append({"Idempotency-Key", guest.uuid.toLatin1()});
    guest.lastSentMs = m_clock.monotonicMs();
    guest.request = m_transport.send(std::move(request), [this, &guest](const WireReply &reply) {
        guest.request = 0;
        handleOrder(guest, reply);
    });
}

void Replayer::handleOrder(Guest &guest, const WireReply &reply)
{
    if (retried(guest, reply, &Replayer::sendOrder))
        return;
    if (reply.arrived() && (reply.status == 200 || reply.status == 201)) {
        if (const auto body = parseJson(reply.body)) {
            const JsonValue &data = (*body)[u"data"];
            bool read = false;
            ReplayAck ack{&guest.order, data[u"order_id"].integer(&read), data[u"order_uuid"].string(),
                          data[u"cost"][u"total_cost"].numberText()};
            if (read && ack.orderUuid == guest.uuid && !ack.totalCost.isEmpty()) {
                ++m_report.acknowledged;
                m_report.linesAcknowledged += int(guest.order.lines.size());
                m_report.answerMs.push_back(m_clock.monotonicMs() - guest.lastSentMs);
                tellEnd(guest, {{}, reply.status, &ack, data[u"number"].string(), {}});
                end(guest, &ack);
                return;
            }
        }
    }
    refuse(guest, QStringLiteral("user/orders/create"), reply);
}

bool Replayer::retried(Guest &guest, const WireReply &reply, void (Replayer::*again)(Guest &))
{
    if (!worthAnotherTry(reply)) {
        m_otherAnswered = guest.asksOther;
        return false;
    }
    if (!m_target.otherUrl.isEmpty())
        guest.asksOther = !guest.asksOther;
    qint64 waitMs = guest.backoff.next(m_random);
    if (const qint64 asked = reply.header("retry-after").toLongLong(); asked > 0)
        waitMs = std::max(waitMs, std::min(asked * 1000, maxRetryAfterMs));
    if (m_clock.monotonicMs() + waitMs - guest.firstSentMs > giveUpAfterMs) {
        ++m_report.unanswered;
        if (m_report.refusals.size() < maxRefusalsShown)
            m_report.refusals.push_back(
                QStringLiteral("order %1: given up: %2").arg(guest.order.sourceId, describe(reply)));
        tellEnd(guest, {{}, 0, nullptr, {}, describe(reply)});
        end(guest);
        return true;
    }
    ++m_report.retries;
    guest.wait.start(waitMs, [this, &guest, again] { (this->*again)(guest); });
    return true;
}

void Replayer::refuse(Guest &guest, const QString &what, const WireReply &reply)
{
    ++m_report.refused;
    if (m_report.refusals.size() < maxRefusalsShown)
        m_report.refusals.push_back(
            QStringLiteral("order %1: %2: %3").arg(guest.order.sourceId, what, describe(reply)));
    tellEnd(guest, {{}, reply.status, nullptr, {}, describe(reply)});
    end(guest);
}

void Replayer::end(Guest &guest, const ReplayAck *ack)
{
    // First: a hook may stop everything.
    m_guests.erase(guest.self);
    if (ack && m_hooks.acknowledged)
        m_hooks.acknowledged(*ack);
    if (m_hooks.progress)
        m_hooks.progress(m_report);
    startDue();
}

void Replayer::finishWhenDone()
{
    if (m_finished || !m_guests.empty() || (m_plan && m_next < m_plan->orders.size()))
        return;
    m_finished = true;
    m_report.elapsedMs = m_plan ? m_clock.monotonicMs() - m_beganMs : 0;
    // Not from inside the caller's call: it may throw this object away in `finished`.
    m_end.start(0, [this] {
        if (m_hooks.finished)
            m_hooks.finished(m_report);
    });
}

} // namespace oshaq

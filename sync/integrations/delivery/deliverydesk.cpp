// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/delivery/deliverydesk.h"

#include "models/domain/courier.h"
#include "models/domain/settingrules.h"
#include "models/hub/businessstore.h"
#include "models/hub/dispatchstore.h"
#include "models/hub/settingsservice.h"
#include "sync/integrations/pacing.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr int mostAtOnce = 20;

using Outcome = DeliveryReply::Outcome;

} // namespace

DeliveryDesk::DeliveryDesk(Hub &hub, DeliveryClient &client, Scheduler &scheduler, PollMs poll,
                           DeliveryDeskOptions options, RandomFraction random)
    : m_line(hub)
    , m_client(client)
    , m_scheduler(scheduler)
    , m_poll(std::move(poll))
    , m_options(options)
    , m_random(std::move(random))
    , m_timer(scheduler)
    , m_wakeTimer(scheduler)
{}

DeliveryDesk::~DeliveryDesk() = default;

void DeliveryDesk::start()
{
    m_line.listen([this] {
        if (!m_wakeTimer.isActive())
            m_wakeTimer.start(m_options.lookAfterMs, [this] { look(); });
    });
    look();
}

void DeliveryDesk::look()
{
    sql::Database *database = m_line.reader();
    if (!database)
        return m_timer.start(retryStorageMs, [this] { look(); });
    callOffCancelled(*database);
    const qint64 nowMs = m_line.nowMs();
    const auto due = dispatchstore::due(*database, nowMs, mostAtOnce + int(m_busy.size()));
    const auto next = dispatchstore::nextDue(*database);
    if (!due || !next)
        return m_timer.start(retryStorageMs, [this] { look(); });
    for (const Dispatch &dispatch : *due) {
        if (!m_busy.contains(dispatch.id))
            act(dispatch);
    }
    // What is under way comes back here when it is noted.
    if (*next)
        m_timer.start(std::clamp(**next - nowMs, m_busy.empty() ? qint64{0} : retryStorageMs, longestSleepMs),
                      [this] { look(); });
}

/// Nobody brings what is not cooked any more.
void DeliveryDesk::callOffCancelled(sql::Database &database)
{
    const auto orphans = dispatchstore::ofCancelledOrders(database, mostAtOnce);
    if (!orphans)
        return;
    for (const Dispatch &dispatch : *orphans) {
        if (!m_busy.insert(dispatch.id).second)
            continue;
        m_line.submit(
            dispatch.businessId,
            [id = dispatch.orderId](WriteContext &context) {
                return dispatchwrites::cancel(context, {id, {}});
            },
            [this, id = dispatch.id](const Result<WriteOutcome> &) { done(id); });
    }
}

void DeliveryDesk::act(const Dispatch &dispatch)
{
    m_busy.insert(dispatch.id);
    switch (dispatch.state) {
    case DispatchState::Quoting:
    case DispatchState::Wanted: {
        const auto request = requestOf(dispatch);
        if (!request)
            return note(dispatch, failed(dispatch, QStringLiteral("The order cannot be read.")));
        return dispatch.state == DispatchState::Quoting ? askQuote(dispatch, *request) : begin(dispatch, *request);
    }
    case DispatchState::Unknown:
    case DispatchState::Accepted:
    case DispatchState::Assigned:
    case DispatchState::PickedUp:
        return ask(dispatch);
    case DispatchState::Cancelling:
        return callOff(dispatch);
    case DispatchState::Quoted:
    case DispatchState::Delivered:
    case DispatchState::Cancelled:
    case DispatchState::Failed:
        break;
    }
    m_busy.erase(dispatch.id);
}

void DeliveryDesk::askQuote(const Dispatch &dispatch, const DeliveryRequest &request)
{
    m_client.quote(request, guarded([this, dispatch](const DeliveryReply &reply) {
                       DispatchNews news = heard(dispatch, reply, DispatchState::Quoted);
                       if (reply.outcome == Outcome::Told) {
                           news.state = news.priceMinor ? DispatchState::Quoted : DispatchState::Failed;
                           news.serviceId.clear();
                           if (!news.priceMinor)
                               news.error = QStringLiteral("The service named no price.");
                       } else if (reply.outcome == Outcome::NotFound) {
                           news.state = DispatchState::Failed; // it gives no prices
                       }
                       note(dispatch, news);
                   }));
}

void DeliveryDesk::begin(const Dispatch &dispatch, const DeliveryRequest &request)
{
    m_line.submit(
        dispatch.businessId, [id = dispatch.id](WriteContext &context) { return dispatchwrites::begin(context, id); },
        [this, dispatch, request](const Result<WriteOutcome> &outcome) {
            if (outcome)
                return create(dispatch, request);
            // Not wanted any more, or the storage is in trouble: the record says what is next.
            done(dispatch.id);
        });
}

void DeliveryDesk::create(const Dispatch &dispatch, const DeliveryRequest &request)
{
    m_client.create(request, guarded([this, dispatch](const DeliveryReply &reply) {
                        DispatchNews news = heard(dispatch, reply, DispatchState::Accepted);
                        if (reply.outcome == Outcome::NotSent)
                            news.state = DispatchState::Wanted;
                        else if (reply.outcome == Outcome::NotFound)
                            news.state = DispatchState::Failed; // there is no such service at this URL
                        note(dispatch, news);
                    }));
}

void DeliveryDesk::ask(const Dispatch &dispatch)
{
    m_client.status(dispatch.businessId, dispatch.serviceId, dispatch.uuid,
                    guarded([this, dispatch](const DeliveryReply &reply) {
                        DispatchNews news = heard(dispatch, reply, DispatchState::Accepted);
                        if (reply.outcome == Outcome::NotFound && dispatch.state == DispatchState::Unknown) {
                            // It never heard of it: asked for again under the same name.
                            news = {};
                            news.state = DispatchState::Wanted;
                            news.nextInMs = 0;
                        } else if (reply.outcome == Outcome::Refused) {
                            news.state.reset(); // no answer to "where is it?" ends a delivery
                        }
                        note(dispatch, news);
                    }));
}

void DeliveryDesk::callOff(const Dispatch &dispatch)
{
    const auto ended = guarded([this, dispatch](const DeliveryReply &reply) {
        if (reply.outcome == Outcome::NotFound) {
            DispatchNews news;
            news.state = DispatchState::Cancelled;
            return note(dispatch, news);
        }
        DispatchNews news = heard(dispatch, reply, DispatchState::Cancelled);
        if (reply.outcome == Outcome::Refused)
            news.state.reset();
        note(dispatch, news);
    });
    if (!dispatch.serviceId.isEmpty() && dispatch.attempts % 2 == 0)
        return m_client.cancel(dispatch.businessId, dispatch.serviceId, ended);
    // Without its name for it, or after a no: what is it doing?
    m_client.status(dispatch.businessId, dispatch.serviceId, dispatch.uuid,
                    guarded([this, dispatch, ended](const DeliveryReply &reply) {
                        if (reply.outcome != Outcome::Told)
                            return ended(reply);
                        DispatchNews news = heard(dispatch, reply, DispatchState::Cancelling);
                        news.nextInMs = isOver(news.state.value_or(DispatchState::Cancelling))
                                            ? news.nextInMs
                                            : std::optional(m_options.firstPauseMs);
                        if (dispatch.serviceId.isEmpty())
                            news.nextInMs = 0;
                        note(dispatch, news);
                    }));
}

/// What an attempt came to when the service has nothing to say.
DispatchNews DeliveryDesk::failed(const Dispatch &dispatch, const QString &reason)
{
    DispatchNews news;
    news.failed = true;
    news.error = reason;
    const qint64 full = std::min(m_options.longestPauseMs, m_options.firstPauseMs << std::min(dispatch.attempts, 12));
    news.nextInMs = full / 2 + qint64(double(full - full / 2) * m_random());
    return news;
}

DispatchNews DeliveryDesk::heard(const Dispatch &dispatch, const DeliveryReply &reply, DispatchState fallback)
{
    switch (reply.outcome) {
    case Outcome::Told: {
        DispatchNews news = reply.delivery.news;
        if (!news.state)
            news.state = fallback;
        news.nextInMs = m_poll(dispatch.businessId);
        return news;
    }
    case Outcome::Refused: {
        DispatchNews news = failed(dispatch, reply.reason);
        news.state = DispatchState::Failed;
        return news;
    }
    case Outcome::NotFound:
    case Outcome::Lost:
    case Outcome::NotSent:
        break;
    }
    return failed(dispatch, reply.reason);
}

void DeliveryDesk::note(const Dispatch &dispatch, const DispatchNews &news)
{
    m_line.submit(
        dispatch.businessId,
        [id = dispatch.id, news](WriteContext &context) { return dispatchwrites::note(context, id, news); },
        [this, dispatch, news](const Result<WriteOutcome> &outcome) {
            if (outcome || outcome.error().code == ErrorCode::NotFound)
                return done(dispatch.id);
            // It stays busy meanwhile: what was heard is not asked for again only because it could not be noted.
            m_scheduler.after(retryStorageMs, guarded([this, dispatch, news] { note(dispatch, news); }));
        });
}

void DeliveryDesk::done(qint64 dispatchId)
{
    m_busy.erase(dispatchId);
    m_timer.start(0, [this] { look(); });
}

Result<DeliveryRequest> DeliveryDesk::requestOf(const Dispatch &dispatch)
{
    sql::Database *database = m_line.reader();
    if (!database)
        return Error{ErrorCode::StorageUnavailable, {}, {}};
    const auto order = orderreads::one(*database, dispatch.businessId, {dispatch.orderId, {}});
    if (!order)
        return order.error();
    const auto business = businessstore::find(*database, dispatch.businessId);
    if (!business)
        return business.error();
    const auto house = settingsreads::one(*database, dispatch.businessId, QLatin1String(settingkeys::deliveryFrom));
    if (!house)
        return house.error();
    DeliveryRequest request;
    request.businessId = dispatch.businessId;
    request.uuid = dispatch.uuid;
    request.number = order->number;
    request.houseName = business->name;
    request.house = geoPointFromText(std::get<QString>(*house));
    request.guestName = order->guestName;
    request.guestPhone = order->guestPhone;
    request.address = order->address;
    request.note = order->note;
    request.totalMinor = order->cost.totalMinor;
    request.collectMinor = toCollectMinor(*order);
    request.currency = order->cost.currency;
    return request;
}

} // namespace oshaq

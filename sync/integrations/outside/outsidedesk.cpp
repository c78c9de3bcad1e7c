// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/outside/outsidedesk.h"

#include "models/domain/webhook.h"
#include "sync/integrations/pacing.h"
#include "sync/protocol/outsidejson.h"

#include <QUrl>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int mostAtOnce = 20;
constexpr qint64 maxOutsideAnswerBytes = 64 * 1024;
constexpr int outsideTimeoutMs = 10'000;

} // namespace

OutsideDesk::OutsideDesk(Hub &hub, Access access, Transport transport, Scheduler &scheduler, OutsideDeskOptions options,
                         RandomFraction random)
    : m_line(hub)
    , m_access(std::move(access))
    , m_transport(std::move(transport))
    , m_options(options)
    , m_random(std::move(random))
    , m_timer(scheduler)
    , m_wakeTimer(scheduler)
{}

OutsideDesk::~OutsideDesk() = default;

void OutsideDesk::start()
{
    m_line.listen([this] {
        if (!m_wakeTimer.isActive())
            m_wakeTimer.start(m_options.lookAfterMs, [this] { look(); });
    });
    look();
}

void OutsideDesk::look()
{
    sql::Database *database = m_line.reader();
    if (!database)
        return m_timer.start(retryStorageMs, [this] { look(); });
    const auto untold = outsidereads::untold(*database, mostAtOnce + int(m_telling.size()));
    const auto deadline = outsidereads::nextDeadline(*database);
    if (!untold || !deadline)
        return m_timer.start(retryStorageMs, [this] { look(); });
    const qint64 nowMs = m_line.nowMs();
    qint64 sleepMs = longestSleepMs;
    for (const OutsideNews &news : *untold) {
        if (m_telling.contains(news.orderId))
            continue; // it comes back here when it is noted
        if (news.nextAtMs > nowMs)
            sleepMs = std::min(sleepMs, news.nextAtMs - nowMs);
        else
            tell(news);
    }
    if (*deadline && !m_lapsing) {
        // A yes in the deadline's own millisecond is in time.
        const qint64 leftMs = (*deadline)->atMs + 1 - nowMs;
        if (leftMs <= 0)
            lapse((*deadline)->businessId);
        else
            sleepMs = std::min(sleepMs, leftMs);
    }
    m_timer.start(sleepMs, [this] { look(); });
}

void OutsideDesk::lapse(qint64 businessId)
{
    m_lapsing = true;
    m_line.submit(
        businessId, [](WriteContext &context) { return outsidewrites::lapse(context); },
        [this](const Result<WriteOutcome> &outcome) {
            m_lapsing = false;
            m_timer.start(outcome ? 0 : retryStorageMs, [this] { look(); });
        });
}

void OutsideDesk::tell(const OutsideNews &news)
{
    m_telling.insert(news.orderId);
    const auto access = m_access(news.businessId);
    // Who has no ear is told nothing, and an integration that was switched off hears what is so when it is on again.
    if (!access)
        return note(news, false, access.error().message);
    const QString url = access->value(u"answer_url");
    if (url.isEmpty())
        return note(news, true, {});
    const QByteArray secret = access->secret(u"hmac_secret").toUtf8();
    WireRequest request;
    request.method = "POST";
    request.url = QUrl(url).toEncoded();
    request.body = outsideNewsJson(news);
    request.headers = {{"Content-Type", "application/json"},
                       {"Oshaq-Event", "order.status"},
                       {"Oshaq-Signature", webhookSignature({secret}, m_line.nowMs(), request.body)}};
    request.totalTimeoutMs = outsideTimeoutMs;
    request.maxResponseBytes = maxOutsideAnswerBytes;
    m_transport(news.businessId)
        .send(std::move(request), [this, alive = std::weak_ptr(m_alive), news](const WireReply &reply) {
            if (alive.expired())
                return;
            const bool reached = reply.arrived() && reply.status >= 200 && reply.status < 300;
            note(news, reached,
                 reached           ? QString()
                 : reply.arrived() ? QStringLiteral("Answered %1.").arg(reply.status)
                                   : reply.failureText);
        });
}

void OutsideDesk::note(const OutsideNews &news, bool reached, const QString &error)
{
    const qint64 full = std::min(m_options.longestPauseMs, m_options.firstPauseMs << std::min(news.attempts, 12));
    const qint64 pauseMs = full / 2 + qint64(double(full - full / 2) * m_random());
    m_line.submit(
        news.businessId,
        [news, reached, pauseMs, error](WriteContext &context) {
            return outsidewrites::noteTold(context, news.orderId, news.status, reached, pauseMs, error);
        },
        [this, id = news.orderId](const Result<WriteOutcome> &outcome) {
            m_telling.erase(id);
            m_timer.start(outcome ? 0 : retryStorageMs, [this] { look(); });
        });
}

} // namespace oshaq

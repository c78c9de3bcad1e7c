// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/noticedispatcher.h"

#include "models/domain/timespans.h"
#include "models/domain/uuid7.h"
#include "models/hub/businessstore.h"
#include "models/hub/integrationstore.h"
#include "models/hub/noticecontent.h"
#include "sync/integrations/messages/webpush.h"
#include "sync/integrations/pacing.h"

#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcNotices, "oshaq.notices")

constexpr qint64 heldPauseMs = 1'000;
constexpr qint64 testLifeMs = 10 * minuteMs;
constexpr std::size_t maxRaised = 20'000;

Principal dispatcherOf(qint64 businessId)
{
    Principal principal;
    principal.kind = Principal::Kind::System;
    principal.role = Role::Manager;
    principal.businessId = businessId;
    principal.label = QStringLiteral("notices");
    return principal;
}

std::optional<IntegrationKind> kindOf(NoticeChannel channel)
{
    return integrationKindFromText(integrationOf(channel));
}

NoticeAttempt::Kind attemptKind(MessageOutcome::Kind kind)
{
    switch (kind) {
    case MessageOutcome::Kind::Sent:
        return NoticeAttempt::Kind::Sent;
    case MessageOutcome::Kind::TryLater:
        return NoticeAttempt::Kind::TryLater;
    case MessageOutcome::Kind::GiveUp:
        return NoticeAttempt::Kind::GiveUp;
    case MessageOutcome::Kind::Held:
        return NoticeAttempt::Kind::Held;
    }
    return NoticeAttempt::Kind::TryLater;
}

} // namespace

void NoticeDispatcher::Door::post(std::function<void()> task)
{
    const std::lock_guard lock(mutex);
    if (mailbox)
        mailbox->post(std::move(task));
}

bool NoticeDispatcher::Door::isOpen()
{
    const std::lock_guard lock(mutex);
    return mailbox != nullptr;
}

NoticeDispatcher::NoticeDispatcher(Hub &hub, IntegrationGates &gates, Scheduler &scheduler, NoticeBoard *board,
                                   NoticeOptions options, RandomFraction random)
    : m_hub(hub)
    , m_reader(hub, lcNotices)
    , m_gates(gates)
    , m_scheduler(scheduler)
    , m_board(board)
    , m_options(options)
    , m_random(std::move(random))
    , m_door(std::make_shared<Door>())
    , m_email(
          m_smtp, scheduler,
          [&gates](qint64 businessId) -> Breaker & { return gates.breaker(businessId, IntegrationKind::Smtp); },
          hub.clock())
    , m_sms(
          [&gates](qint64 businessId) -> HttpTransport & { return gates.transport(businessId, IntegrationKind::Sms); })
    , m_telegram([&gates](qint64 businessId) -> HttpTransport & {
        return gates.transport(businessId, IntegrationKind::Telegram);
    })
    , m_push(
          [&gates](qint64 businessId) -> HttpTransport & {
              return gates.transport(businessId, IntegrationKind::WebPush);
          },
          hub.clock())
    , m_collectTimer(scheduler)
    , m_pumpTimer(scheduler)
    , m_clockTimer(scheduler)
{
    m_door->mailbox = &m_mailbox;
}

NoticeDispatcher::~NoticeDispatcher()
{
    if (m_listening) {
        for (const IntegrationKind kind :
             {IntegrationKind::Smtp, IntegrationKind::Sms, IntegrationKind::WebPush, IntegrationKind::Telegram})
            m_hub.integrations().setTester(kind, {});
        m_hub.alarms().removeListener(m_alarmListener);
        m_hub.removeCommitListener(m_commitListener);
    }
    const std::lock_guard lock(m_door->mutex);
    m_door->mailbox = nullptr;
}

void NoticeDispatcher::start()
{
    m_commitListener =
        m_hub.addCommitListener([this, door = m_door](const CommitNotice &) { door->post([this] { wake(); }); });
    m_alarmListener =
        m_hub.alarms().addListener([this, door = m_door](qint64) { door->post([this] { lookAtClock(); }); });
    for (const IntegrationKind kind :
         {IntegrationKind::Smtp, IntegrationKind::Sms, IntegrationKind::WebPush, IntegrationKind::Telegram}) {
        m_hub.integrations().setTester(
            kind, [this, door = m_door, kind](const IntegrationTrialRequest &request, IntegrationBoard::Done done) {
                door->post([this, kind, request, done = std::move(done)] { test(kind, request, done); });
            });
    }
    m_listening = true;
    collect();
    pump();
    lookAtClock();
}

void NoticeDispatcher::wake()
{
    if (!m_collectTimer.isActive())
        m_collectTimer.start(m_options.collectAfterMs, [this] {
            collect();
            pump();
        });
}

void NoticeDispatcher::collect()
{
    sql::Database *database = m_reader.get();
    const auto businesses = database ? noticestore::businesses(*database)
                                     : Result<std::vector<qint64>>(Error{ErrorCode::StorageUnavailable, QString(), {}});
    if (!businesses)
        return m_collectTimer.start(retryStorageMs, [this] { collect(); });
    for (const qint64 businessId : *businesses)
        collectOf(*database, businessId);
    const auto pushes = integrationstore::enabled(*database, IntegrationKind::WebPush);
    if (!pushes)
        return;
    for (const Integration &one : *pushes) {
        if (one.value(u"public_key").isEmpty())
            makePushKeys(one.businessId);
    }
}

void NoticeDispatcher::collectOf(sql::Database &database, qint64 businessId)
{
    if (m_collecting.contains(businessId))
        return;
    // Most of what happens is told to nobody: only a reader looks at it, and the writer is not asked.
    const auto look = noticereads::look(database, m_board, businessId, m_seen[businessId], m_hub.clock().nowMs());
    if (!look) {
        qCWarning(lcNotices).noquote() << "cannot read:" << look.error().message;
        return m_collectTimer.start(retryStorageMs, [this] { collect(); });
    }
    if (!look->wanted) {
        m_seen[businessId] = look->seenSeq;
        if (look->more)
            m_collectTimer.start(0, [this] { collect(); });
        return;
    }
    m_collecting.insert(businessId);
    WriteCommand command;
    command.principal = dispatcherOf(businessId);
    command.run = [businessId, board = m_board](WriteContext &context) {
        return noticewrites::collect(context, board, businessId);
    };
    command.done = [this, door = m_door, businessId](const Result<WriteOutcome> &outcome) {
        const bool failed = !outcome;
        door->post([this, businessId, failed] {
            m_collecting.erase(businessId);
            pump();
            // What was written while it ran was not seen by it; after a failure it is tried again.
            if (!m_collectTimer.isActive())
                m_collectTimer.start(failed ? retryStorageMs : 0, [this] { collect(); });
        });
    };
    m_hub.writer().submit(std::move(command));
}

void NoticeDispatcher::lookAtClock()
{
    m_clockTimer.start(m_options.clockEveryMs, [this] { lookAtClock(); });
    sql::Database *database = m_reader.get();
    const auto businesses = database ? noticestore::businesses(*database)
                                     : Result<std::vector<qint64>>(Error{ErrorCode::StorageUnavailable, QString(), {}});
    if (!businesses)
        return;
    if (m_raised.size() > maxRaised)
        m_raised.clear(); // the outbox knows them too
    for (const qint64 businessId : *businesses) {
        for (const UnpaintedAlarm &alarm : m_hub.alarms().of(businessId))
            raise(businessId, NoticeEvent::OrderUnseen, alarm.orderId);
        const auto rules = noticestore::rules(*database, businessId);
        if (!rules || rules->lateMinutes == 0)
            continue;
        const auto late = noticestore::lateOrders(*database, businessId, rules->lateMinutes, m_hub.clock().nowMs());
        if (!late)
            continue;
        for (const noticestore::LateOrder &order : *late)
            raise(businessId, NoticeEvent::OrderLate, order.orderId);
    }
}

void NoticeDispatcher::raise(qint64 businessId, NoticeEvent event, qint64 orderId)
{
    if (m_raised.contains({orderId, event}))
        return;
    sql::Database *database = m_reader.get();
    if (!database)
        return;
    const auto told = noticestore::isTold(*database, orderId, event);
    if (!told)
        return;
    if (!*told) {
        NoticeNews news;
        news.event = event;
        news.atMs = m_hub.clock().nowMs();
        news.orderId = orderId;
        // Nobody to tell now may be somebody later: it is looked at again.
        const auto site = noticeplan::siteOf(*database, businessId);
        if (!site)
            return;
        const auto notices = noticeplan::noticesOf(*database, *site, news, m_board, news.atMs);
        if (!notices || notices->empty())
            return;
    }
    m_raised.emplace(orderId, event);
    if (*told)
        return;
    WriteCommand command;
    command.principal = dispatcherOf(businessId);
    command.run = [businessId, event, orderId, board = m_board](WriteContext &context) {
        return noticewrites::raise(context, board, businessId, event, orderId);
    };
    command.done = [this, door = m_door, event, orderId](const Result<WriteOutcome> &outcome) {
        const bool failed = !outcome;
        door->post([this, event, orderId, failed] {
            if (failed)
                m_raised.erase({orderId, event});
            pump();
        });
    };
    m_hub.writer().submit(std::move(command));
}

void NoticeDispatcher::pump()
{
    sql::Database *database = m_reader.get();
    qint64 soonestMs = longestSleepMs;
    for (const NoticeChannel channel : allNoticeChannels) {
        if (!database || !pumpChannel(*database, channel, &soonestMs))
            soonestMs = std::min(soonestMs, retryStorageMs);
    }
    m_pumpTimer.start(soonestMs, [this] { pump(); });
}

bool NoticeDispatcher::pumpChannel(sql::Database &database, NoticeChannel channel, qint64 *soonestMs)
{
    const auto ofThis = int(std::count_if(m_inFlight.begin(), m_inFlight.end(), [channel](const auto &entry) {
        return entry.second.notice.channel == channel;
    }));
    // One more than can be sent: it says when to look again.
    const auto waiting = noticestore::waiting(database, channel, m_options.maxPerChannel + ofThis + 1);
    if (!waiting)
        return false;
    int free = m_options.maxPerChannel - ofThis;
    for (const Notice &notice : *waiting) {
        if (m_inFlight.contains(notice.id))
            continue;
        // What ends makes room and comes here again.
        if (free <= 0)
            return true;
        const qint64 inMs = notice.nextAtMs - m_hub.clock().nowMs();
        if (inMs > 0) {
            *soonestMs = std::min(*soonestMs, inMs);
            return true;
        }
        --free;
        send(database, notice);
    }
    return true;
}

void NoticeDispatcher::send(sql::Database &database, const Notice &notice)
{
    m_inFlight.emplace(notice.id, Flight{notice, m_hub.clock().monotonicMs(), false});
    const qint64 nowMs = m_hub.clock().nowMs();
    NoticeAttempt attempt;
    attempt.businessId = notice.businessId;
    attempt.noticeId = notice.id;
    if (nowMs >= notice.giveUpAtMs) {
        attempt.kind = NoticeAttempt::Kind::GiveUp;
        attempt.error = notice.error.isEmpty() ? QStringLiteral("It is no news any more.") : notice.error;
        return note(attempt);
    }
    const auto verdict = noticecontent::of(database, m_hub.secrets(), notice, nowMs);
    if (!verdict) {
        // A row that is gone never comes back; a storage that cannot be read may.
        const bool gone = verdict.error().code == ErrorCode::NotFound;
        attempt.kind = gone ? NoticeAttempt::Kind::Skip : NoticeAttempt::Kind::Held;
        attempt.error =
            gone ? QStringLiteral("What it is about is gone.") : QStringLiteral("The record cannot be read.");
        attempt.retryInMs = retryStorageMs;
        return note(attempt);
    }
    switch (verdict->kind) {
    case NoticeVerdict::Kind::Skip:
        attempt.kind = NoticeAttempt::Kind::Skip;
        attempt.error = verdict->reason;
        return note(attempt);
    case NoticeVerdict::Kind::Hold:
        attempt.kind = NoticeAttempt::Kind::Hold;
        attempt.retryInMs = verdict->untilMs - nowMs;
        return note(attempt);
    case NoticeVerdict::Kind::Send:
        break;
    }
    if (kindOf(notice.channel))
        sendOut(notice, verdict->content);
    else
        sendLive(notice, verdict->content);
}

MessageChannel *NoticeDispatcher::channel(IntegrationKind kind)
{
    switch (kind) {
    case IntegrationKind::Smtp:
        return &m_email;
    case IntegrationKind::Sms:
        return &m_sms;
    case IntegrationKind::WebPush:
        return &m_push;
    case IntegrationKind::Telegram:
        return &m_telegram;
    case IntegrationKind::Halyk:
    case IntegrationKind::Delivery:
    case IntegrationKind::Outside:
        return nullptr;
    }
    return nullptr;
}

void NoticeDispatcher::sendOut(const Notice &notice, const NoticeContent &content)
{
    const QString hint = content.address.isEmpty() ? QString() : maskedAddress(content.address);
    sql::Database *database = m_reader.get();
    const auto kind = kindOf(notice.channel);
    MessageChannel *way = kind ? channel(*kind) : nullptr;
    if (!database || !way)
        return finish(notice.id, {}, hint);
    const auto access = integrationreads::access(*database, m_hub.secrets(), notice.businessId, *kind);
    if (!access) {
        MessageOutcome outcome;
        outcome.error = access.error().message;
        return finish(notice.id, outcome, hint);
    }
    OutgoingMessage message;
    message.businessId = notice.businessId;
    message.uuid = notice.uuid;
    message.event = notice.event;
    message.orderNumber = notice.orderNumber;
    message.giveUpAtMs = notice.giveUpAtMs;
    message.content = content;
    // The transports may outlive this.
    way->send(*access, message, [this, door = m_door, id = notice.id, hint](const MessageOutcome &outcome) {
        if (door->isOpen())
            finish(id, outcome, hint);
    });
}

void NoticeDispatcher::sendLive(const Notice &notice, const NoticeContent &content)
{
    LiveNotice live;
    live.businessId = notice.businessId;
    live.uuid = notice.uuid;
    live.event = notice.event;
    live.userId = notice.target.kind == NoticeTarget::Kind::User ? notice.target.id : 0;
    live.orderId = notice.orderId;
    live.language = notice.language;
    live.text = content.text;
    live.atMs = m_hub.clock().nowMs();
    const qint64 id = notice.id;
    live.heard = [this, door = m_door, id] {
        door->post([this, id] {
            MessageOutcome outcome;
            outcome.kind = MessageOutcome::Kind::Sent;
            finish(id, outcome, {});
        });
    };
    const bool isPage = live.userId != 0;
    m_scheduler.after(m_options.listenForMs, [this, door = m_door, id, isPage] {
        door->post([this, id, isPage] {
            MessageOutcome outcome;
            // A page that is closed does not come back for it: the order's page tells the same when it is opened.
            outcome.kind = isPage ? MessageOutcome::Kind::GiveUp : MessageOutcome::Kind::TryLater;
            outcome.error =
                isPage ? QStringLiteral("No page of the guest is open.") : QStringLiteral("No screen is connected.");
            finish(id, outcome, {});
        });
    });
    if (m_board)
        m_board->post(live);
}

void NoticeDispatcher::finish(qint64 noticeId, const MessageOutcome &outcome, const QString &hint)
{
    const auto found = m_inFlight.find(noticeId);
    // Several screens hear one message; the first of them is enough.
    if (found == m_inFlight.end() || found->second.ended)
        return;
    Flight &flight = found->second;
    flight.ended = true;
    NoticeAttempt attempt;
    attempt.businessId = flight.notice.businessId;
    attempt.noticeId = noticeId;
    attempt.kind = attemptKind(outcome.kind);
    attempt.error = outcome.error;
    attempt.hint = hint;
    attempt.latencyMs = std::max<qint64>(0, m_hub.clock().monotonicMs() - flight.sentAtMs);
    attempt.forgetSubscription = outcome.forgetSubscription;
    if (outcome.kind == MessageOutcome::Kind::TryLater)
        attempt.retryInMs = std::max(outcome.retryInMs, pauseAfter(flight.notice.attempts));
    else if (outcome.kind == MessageOutcome::Kind::Held)
        attempt.retryInMs = std::max(outcome.retryInMs, heldPauseMs);
    note(attempt);
}

void NoticeDispatcher::note(const NoticeAttempt &attempt)
{
    WriteCommand command;
    command.principal = dispatcherOf(attempt.businessId);
    command.run = [attempt, &secrets = m_hub.secrets()](WriteContext &context) {
        return noticewrites::noteAttempt(context, secrets, attempt);
    };
    command.done = [this, door = m_door, attempt](const Result<WriteOutcome> &outcome) {
        // A row that is gone has nothing to note; anything else is the storage's trouble.
        const bool again = !outcome && outcome.error().code != ErrorCode::NotFound;
        door->post([this, attempt, again] {
            if (again) {
                // It stays in flight meanwhile: what arrived is not sent again only because it could not be noted.
                m_scheduler.after(retryStorageMs,
                                  [door = m_door, this, attempt] { door->post([this, attempt] { note(attempt); }); });
                return;
            }
            m_inFlight.erase(attempt.noticeId);
            pump();
        });
    };
    m_hub.writer().submit(std::move(command));
}

qint64 NoticeDispatcher::pauseAfter(int attempts)
{
    const qint64 full = std::min(m_options.longestPauseMs, m_options.firstPauseMs << std::min(attempts, 20));
    return full / 2 + qint64(double(full - full / 2) * m_random());
}

void NoticeDispatcher::makePushKeys(qint64 businessId)
{
    if (!m_makingKeys.insert(businessId).second)
        return;
    const auto keys = webpush::makeKeys();
    if (!keys)
        return;
    IntegrationEdit edit;
    edit.config[QStringLiteral("public_key")] = keys->publicKey;
    edit.secrets[QStringLiteral("private_key")] = keys->privateKey;
    WriteCommand command;
    command.principal = dispatcherOf(businessId);
    command.run = [edit, &secrets = m_hub.secrets()](WriteContext &context) -> Result<WriteOutcome> {
        const auto present =
            integrationreads::one(context.database, secrets, context.principal.businessId, IntegrationKind::WebPush);
        if (!present)
            return present.error();
        // Browsers subscribe with the key: one that is there stays.
        if (!present->value(u"public_key").isEmpty())
            return WriteOutcome();
        return integrationwrites::put(context, secrets, IntegrationKind::WebPush, edit, present->version, true);
    };
    command.done = [this, door = m_door, businessId](const Result<WriteOutcome> &outcome) {
        if (!outcome)
            qCWarning(lcNotices).noquote() << "cannot keep a push key:" << outcome.error().message;
        door->post([this, businessId] { m_makingKeys.erase(businessId); });
    };
    m_hub.writer().submit(std::move(command));
}

void NoticeDispatcher::test(IntegrationKind kind, const IntegrationTrialRequest &request,
                            const IntegrationBoard::Done &done)
{
    const auto refuse = [&done](const QString &why) { done({false, why}); };
    sql::Database *database = m_reader.get();
    MessageChannel *way = channel(kind);
    if (!database || !way)
        return refuse(QStringLiteral("The record cannot be read."));
    const auto business = businessstore::find(*database, request.businessId);
    const auto access = integrationreads::accessForTest(*database, m_hub.secrets(), request.businessId, kind);
    if (!business || !access)
        return refuse(business ? access.error().message : business.error().message);
    // Whoever asks by hand does not wait for the circuit.
    m_gates.breaker(request.businessId, kind).reset();
    OutgoingMessage message;
    message.businessId = request.businessId;
    message.uuid = makeUuid7(m_hub.clock().nowMs());
    message.event = NoticeEvent::OrderReady;
    message.giveUpAtMs = m_hub.clock().nowMs() + testLifeMs;
    message.content.businessName = business->name;
    message.content.address = request.to.trimmed();
    message.content.text = {QStringLiteral("Oshaq · тест · сынақ"),
                            business->name + QStringLiteral(": проверка сообщений. Хабарламалар тексерілуде. "
                                                            "This is a test message.")};
    QString to = message.content.address;
    if (kind == IntegrationKind::Smtp && to.isEmpty())
        to = message.content.address = access->value(u"from");
    if (kind == IntegrationKind::Sms && to.isEmpty())
        return refuse(QStringLiteral("Say which phone the test goes to."));
    if (kind == IntegrationKind::Telegram && to.isEmpty())
        to = access->value(u"staff_chat");
    if (kind == IntegrationKind::WebPush) {
        if (access->value(u"public_key").isEmpty()) {
            makePushKeys(request.businessId);
            return done({true, QStringLiteral("The keys are made now; browsers can subscribe.")});
        }
        if (const auto keys = webpush::checkKeys({access->value(u"public_key"), access->secret(u"private_key")}); !keys)
            return refuse(keys.error().message);
        const auto browsers = noticestore::subscriptionsOfStaff(*database, request.businessId);
        if (!browsers || browsers->empty())
            return done({true, QStringLiteral("The keys are in order. No browser of the staff is subscribed yet.")});
        PushSubscription newest = browsers->back();
        const auto secret = m_hub.secrets().get(*database, request.businessId, noticestore::pushSecretName(newest.id));
        if (!secret || !noticecontent::readSubscriptionSecret(*secret, &newest))
            return refuse(QStringLiteral("The browser's keys cannot be read here."));
        message.content.subscription = newest;
        to = QStringLiteral("the newest browser of the staff");
    }
    way->send(*access, message, [done, to](const MessageOutcome &outcome) {
        const bool ok = outcome.kind == MessageOutcome::Kind::Sent;
        done({ok, ok ? QStringLiteral("A test message went to %1.").arg(to) : outcome.error});
    });
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/bank/bankdesk.h"

#include "models/hub/bankattemptstore.h"
#include "models/hub/orderservice.h"
#include "models/hub/paymentstore.h"
#include "sync/integrations/pacing.h"

#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcBank, "oshaq.bank")

constexpr qint64 refusedPauseMs = 30'000;
constexpr int cardsAtOnce = 4;

Principal deskOf(qint64 businessId)
{
    Principal principal;
    principal.kind = Principal::Kind::System;
    principal.role = Role::Integration;
    principal.businessId = businessId;
    return principal;
}

/// The storage's trouble passes; what the record refuses it refuses again.
bool isPassing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StorageUnavailable:
    case ErrorCode::Overloaded:
    case ErrorCode::ReplicaUnreachable:
    case ErrorCode::ReplicaNotInStep:
        return true;
    default:
        return false;
    }
}

Error notAnswered(const QString &reason)
{
    return {ErrorCode::StorageUnavailable, reason.isEmpty() ? QStringLiteral("The bank does not answer.") : reason, {}};
}

} // namespace

void BankDesk::Gate::post(std::function<void()> task)
{
    const std::lock_guard lock(mutex);
    if (mailbox)
        mailbox->post(std::move(task));
}

BankDesk::BankDesk(Hub &hub, BankClient &client, Scheduler &scheduler, BankDeskOptions options,
                   std::shared_ptr<BankDoor> door)
    : m_hub(hub)
    , m_reader(hub, lcBank)
    , m_client(client)
    , m_scheduler(scheduler)
    , m_options(options)
    , m_door(std::move(door))
    , m_gate(std::make_shared<Gate>())
    , m_wakeTimer(scheduler)
    , m_pumpTimer(scheduler)
    , m_alive(std::make_shared<char>())
{
    m_gate->mailbox = &m_mailbox;
}

BankDesk::~BankDesk()
{
    if (m_door)
        m_door->close();
    if (m_listening)
        m_hub.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_gate->mutex);
        m_gate->mailbox = nullptr;
    }
    const Error gone = notAnswered(QStringLiteral("The hub stops speaking to the bank; try again."));
    for (const auto &[id, done] : m_pages)
        done(gone);
    for (const auto *all : {&m_waiting, &m_asking}) {
        for (const auto &[id, each] : *all) {
            for (const Bank::Done &done : each)
                done(gone);
        }
    }
}

void BankDesk::start()
{
    m_listener =
        m_hub.addCommitListener([this, gate = m_gate](const CommitNotice &) { gate->post([this] { look(); }); });
    m_listening = true;
    if (m_door)
        m_door->open(&m_mailbox, this);
    pump();
}

void BankDesk::look()
{
    if (!m_wakeTimer.isActive())
        m_wakeTimer.start(m_options.collectAfterMs, [this] { pump(); });
}

void BankDesk::pump()
{
    sql::Database *database = m_reader.get();
    const qint64 nowMs = m_hub.clock().nowMs();
    const int limit = m_options.maxInFlight + int(m_busy.size() + m_notBeforeMs.size());
    const auto due = database ? bankattemptstore::due(*database, nowMs, limit)
                              : Result<std::vector<BankAttempt>>(Error{ErrorCode::StorageUnavailable, QString(), {}});
    if (!due)
        return m_pumpTimer.start(retryStorageMs, [this] { pump(); });
    const qint64 monotonicMs = m_hub.clock().monotonicMs();
    std::erase_if(m_notBeforeMs, [monotonicMs](const auto &entry) { return entry.second <= monotonicMs; });
    for (const BankAttempt &attempt : *due) {
        // What ends makes room and comes here again.
        if (int(m_busy.size()) >= m_options.maxInFlight)
            break;
        if (!m_busy.contains(attempt.paymentId) && !m_notBeforeMs.contains(attempt.paymentId))
            begin(*database, attempt);
    }
    pumpCards(*database);
    const auto next = bankattemptstore::nextAt(*database, nowMs);
    qint64 sleepMs = next ? longestSleepMs : retryStorageMs;
    if (next && *next)
        sleepMs = std::clamp<qint64>(**next - nowMs, 0, longestSleepMs);
    for (const auto &[payment, untilMs] : m_notBeforeMs)
        sleepMs = std::min(sleepMs, untilMs - monotonicMs);
    m_pumpTimer.start(sleepMs, [this] { pump(); });
}

void BankDesk::pumpCards(sql::Database &database)
{
    const auto cards = bankattemptstore::cardsToForget(database, m_hub.clock().nowMs(), cardsAtOnce);
    if (!cards)
        return;
    for (const auto &card : *cards) {
        if (!m_forgetting.insert(card.cardId).second)
            continue;
        const auto done = [this, alive = std::weak_ptr(m_alive), card](bool isForgotten) {
            if (alive.expired())
                return;
            write(
                card.businessId,
                [secrets = &m_hub.secrets(), id = card.cardId, isForgotten](WriteContext &context) {
                    return bankwrites::noteForgotten(context, *secrets, id, isForgotten);
                },
                [this, id = card.cardId](const Result<WriteOutcome> &) { m_forgetting.erase(id); });
        };
        const auto token = bankattemptstore::cardToken(database, m_hub.secrets(), card.businessId, card.cardId);
        const bool isUnknown = !token && token.error().code == ErrorCode::NotFound; // so there is nothing to tell
        if (!token || !m_client.merchantTerminal(card.businessId)) {
            done(isUnknown);
            continue;
        }
        m_client.forgetCard(card.businessId, *token, [done](const BankReply &reply) {
            // Who declines has no such card any more.
            using Outcome = BankReply::Outcome;
            done(reply.outcome != Outcome::Lost && reply.outcome != Outcome::NotSent);
        });
    }
}

void BankDesk::begin(sql::Database &database, const BankAttempt &attempt)
{
    const auto payment = paymentstore::find(database, attempt.businessId, attempt.paymentId);
    if (!payment) {
        m_notBeforeMs[attempt.paymentId] = m_hub.clock().monotonicMs() + refusedPauseMs;
        return;
    }
    const BankStep step = nextStep(*payment, attempt, m_hub.clock().nowMs(), m_options.timing);
    if (step == BankStep::Rest)
        return;
    m_busy.insert(attempt.paymentId);
    take(*payment, attempt, step);
}

void BankDesk::take(const Payment &payment, const BankAttempt &attempt, BankStep step)
{
    const auto isConfigured = m_client.merchantTerminal(payment.businessId);
    if (!isConfigured && step != BankStep::Pay && step != BankStep::GiveUp) {
        BankReply reply;
        reply.outcome = BankReply::Outcome::NotSent;
        reply.reason = isConfigured.error().message;
        noting(attempt, BankCall::Ask)(reply);
        return;
    }
    switch (step) {
    case BankStep::Rest:
        break;
    case BankStep::Pay:
        if (isConfigured)
            return pay(payment, attempt);
        [[fallthrough]];
    case BankStep::GiveUp:
        return write(
            payment.businessId,
            [id = payment.id, timing = m_options.timing](WriteContext &context) {
                return bankwrites::giveUp(context, id, timing);
            },
            [this, businessId = payment.businessId, id = payment.id](const Result<WriteOutcome> &outcome) {
                finish(businessId, id, outcome ? Result<void>() : outcome.error());
            });
    case BankStep::Ask:
        return askStatus(attempt);
    case BankStep::Capture:
        return m_client.charge(payment.businessId, attempt.transactionId, payment.totalMinor(),
                               noting(attempt, BankCall::Capture));
    case BankStep::Release:
        return m_client.cancel(payment.businessId, attempt.transactionId, noting(attempt, BankCall::Release));
    case BankStep::Refund:
        return giveBack(payment, attempt);
    }
    m_busy.erase(payment.id);
}

void BankDesk::pay(const Payment &payment, const BankAttempt &attempt)
{
    sql::Database *database = m_reader.get();
    const auto order = database ? orderOf(*database, payment, attempt) : Result<BankOrder>(notAnswered(QString()));
    const auto token = database && payment.cardId ? bankattemptstore::cardToken(*database, m_hub.secrets(),
                                                                                payment.businessId, *payment.cardId)
                                                  : Result<QString>(notAnswered(QString()));
    if (!order || !token)
        return finish(payment.businessId, payment.id, notAnswered(QString()));
    write(
        payment.businessId,
        [id = payment.id, timing = m_options.timing](WriteContext &context) {
            return bankwrites::send(context, id, timing);
        },
        [this, attempt, order = *order, token = *token](const Result<WriteOutcome> &outcome) {
            // Only what is certainly written down is told: anything else may be somebody else's to tell.
            if (!outcome)
                return finish(attempt.businessId, attempt.paymentId, outcome.error());
            m_client.payWithCard(order, token, noting(attempt, BankCall::Pay));
        });
}

void BankDesk::askStatus(const BankAttempt &attempt)
{
    std::vector<Bank::Done> &asking = m_asking[attempt.paymentId];
    if (const auto waiting = m_waiting.extract(attempt.paymentId)) {
        for (Bank::Done &done : waiting.mapped())
            asking.push_back(std::move(done));
    }
    m_client.status(attempt.businessId, attempt.invoice, noting(attempt, BankCall::Ask));
}

void BankDesk::giveBack(const Payment &payment, const BankAttempt &attempt)
{
    write(
        payment.businessId,
        [id = payment.id, timing = m_options.timing](WriteContext &context) {
            return bankwrites::sendRefund(context, id, timing);
        },
        [this, attempt](const Result<WriteOutcome> &outcome) {
            if (!outcome || outcome->values.empty())
                return finish(attempt.businessId, attempt.paymentId, outcome ? Result<void>() : outcome.error());
            sql::Database *database = m_reader.get();
            const auto now = database ? paymentstore::find(*database, attempt.businessId, attempt.paymentId)
                                      : Result<Payment>(notAnswered(QString()));
            const auto refunds =
                now ? bankattemptstore::refunds(*database, *now) : Result<std::vector<BankRefund>>(now.error());
            if (!refunds)
                return finish(attempt.businessId, attempt.paymentId, refunds.error());
            const qint64 refundId = outcome->values.front();
            const auto refund = std::find_if(refunds->begin(), refunds->end(),
                                             [refundId](const BankRefund &one) { return one.refund.id == refundId; });
            if (refund == refunds->end())
                return finish(attempt.businessId, attempt.paymentId, notAnswered(QString()));
            m_client.refund(attempt.businessId, attempt.transactionId, refund->refund.amountMinor, refund->externalId,
                            noting(attempt, BankCall::Refund));
        });
}

BankClient::Done BankDesk::noting(const BankAttempt &attempt, BankCall call)
{
    return [this, alive = std::weak_ptr(m_alive), businessId = attempt.businessId, id = attempt.paymentId,
            call](BankReply reply) {
        if (alive.expired())
            return;
        BankNote said;
        said.paymentId = id;
        said.call = call;
        said.reply = std::move(reply);
        if (const auto terminal = m_client.merchantTerminal(businessId))
            said.merchantTerminal = *terminal;
        note(businessId, said);
    };
}

void BankDesk::write(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> run, Written written)
{
    WriteCommand command;
    command.principal = deskOf(businessId);
    command.run = std::move(run);
    command.done = [gate = m_gate, written = std::move(written)](const Result<WriteOutcome> &outcome) {
        gate->post([written, outcome] { written(outcome); });
    };
    m_hub.writer().submit(std::move(command));
}

void BankDesk::note(qint64 businessId, const BankNote &said, const Bank::Done &done)
{
    write(
        businessId,
        [secrets = &m_hub.secrets(), said, timing = m_options.timing](WriteContext &context) {
            return bankwrites::note(context, *secrets, said, timing);
        },
        [this, businessId, said, done](const Result<WriteOutcome> &outcome) {
            if (!outcome && isPassing(outcome.error())) {
                // It stays busy meanwhile: what the bank said must not get lost.
                m_scheduler.after(retryStorageMs, [this, alive = std::weak_ptr(m_alive), businessId, said, done] {
                    if (!alive.expired())
                        note(businessId, said, done);
                });
                return;
            }
            if (!outcome) {
                qCWarning(lcBank).noquote()
                    << "payment" << said.paymentId << "refuses what the bank said:" << outcome.error().message;
            }
            using Outcome = BankReply::Outcome;
            const bool isAnswer = said.reply.outcome == Outcome::Told || said.reply.outcome == Outcome::NotFound;
            Result<void> answer;
            if (!outcome)
                answer = outcome.error();
            else if (!isAnswer)
                answer = notAnswered(said.reply.reason);
            if (done)
                return done(answer);
            if (!outcome)
                m_notBeforeMs[said.paymentId] = m_hub.clock().monotonicMs() + refusedPauseMs;
            if (said.call == BankCall::Ask) {
                if (const auto asking = m_asking.extract(said.paymentId)) {
                    for (const Bank::Done &each : asking.mapped())
                        each(answer);
                }
            }
            finish(businessId, said.paymentId, {});
        });
}

void BankDesk::finish(qint64 businessId, qint64 paymentId, const Result<void> &answer)
{
    m_busy.erase(paymentId);
    if (!answer)
        m_notBeforeMs[paymentId] = m_hub.clock().monotonicMs() + retryStorageMs;
    sql::Database *database = m_waiting.contains(paymentId) ? m_reader.get() : nullptr;
    const auto attempt = database ? bankattemptstore::find(*database, businessId, paymentId)
                                  : Result<BankAttempt>(notAnswered(QString()));
    if (attempt) {
        m_busy.insert(paymentId);
        askStatus(*attempt);
    }
    pump();
}

void BankDesk::ask(qint64 businessId, qint64 paymentId, const Bank::Done &done)
{
    sql::Database *database = m_reader.get();
    const auto attempt = database ? bankattemptstore::find(*database, businessId, paymentId)
                                  : Result<BankAttempt>(notAnswered(QString()));
    if (!attempt)
        return done(attempt.error());
    const auto payment = paymentstore::find(*database, businessId, paymentId);
    if (!payment)
        return done(payment.error());
    if (const auto configured = m_client.merchantTerminal(businessId); !configured)
        return done(configured.error());
    if (payment->status == PaymentStatus::Created)
        return done({}); // it never heard of it
    m_waiting[paymentId].push_back(done);
    if (m_busy.insert(paymentId).second)
        askStatus(*attempt);
}

void BankDesk::openPage(qint64 businessId, qint64 paymentId, const Bank::PageDone &done)
{
    sql::Database *database = m_reader.get();
    const auto attempt = database ? bankattemptstore::find(*database, businessId, paymentId)
                                  : Result<BankAttempt>(notAnswered(QString()));
    if (!attempt)
        return done(attempt.error());
    const auto payment = paymentstore::find(*database, businessId, paymentId);
    if (!payment)
        return done(payment.error());
    if (payment->method != PaymentMethod::Halyk || payment->status != PaymentStatus::Pending) {
        return done(
            Error{ErrorCode::PaymentNotAllowed, QStringLiteral("Nothing is to be paid on this page any more."), {}});
    }
    const auto order = orderOf(*database, *payment, *attempt);
    if (!order)
        return done(order.error());
    const quint64 id = ++m_lastPage;
    m_pages.emplace(id, done);
    m_client.openPage(
        *order, [this, alive = std::weak_ptr(m_alive), id, businessId, paymentId](const Result<HostedPage> &opened) {
            if (alive.expired())
                return;
            BankNote said;
            said.paymentId = paymentId;
            said.call = BankCall::Page;
            said.reply.outcome = opened ? BankReply::Outcome::Told : BankReply::Outcome::Lost;
            said.reply.reason = opened ? QString() : opened.error().message;
            // Nobody gets a page before it is written down that somebody may pay on it.
            note(businessId, said, [this, id, opened](const Result<void> &noted) {
                const auto page = m_pages.extract(id);
                if (!page)
                    return;
                if (!opened)
                    page.mapped()(opened.error());
                else if (!noted)
                    page.mapped()(noted.error());
                else
                    page.mapped()(BankPage{opened->scriptUrl, opened->parameters});
            });
        });
}

Result<BankOrder> BankDesk::orderOf(sql::Database &database, const Payment &payment, const BankAttempt &attempt)
{
    const auto order = orderreads::one(database, payment.businessId, {payment.orderId, {}});
    if (!order)
        return order.error();
    BankOrder wanted;
    wanted.businessId = payment.businessId;
    wanted.invoice = attempt.invoice;
    wanted.amountMinor = payment.totalMinor();
    wanted.currency = payment.currency;
    wanted.description = order->number;
    if (order->userId > 0)
        wanted.accountId = QStringLiteral("%1-%2").arg(payment.businessId).arg(order->userId);
    wanted.keepCard = attempt.keepCard && !wanted.accountId.isEmpty();
    wanted.language = attempt.language;
    return wanted;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/bank/halykclient.h"

#include "models/domain/bankcallback.h"
#include "models/domain/webhook.h"
#include "models/hub/catalogservice.h"
#include "sync/integrations/deskreader.h"

#include <QUrl>

namespace oshaq {

namespace {

constexpr qint64 maxBankAnswerBytes = 256 * 1024;
/// Whatever the bank says of it, by then it has looked at client and terminal.
constexpr qint64 anyInvoice = 1;

QByteArray encoded(const QString &segment)
{
    return QUrl::toPercentEncoding(segment);
}

Result<void> checkHosts(const HalykAccount &account, bool privateToo)
{
    for (const QString &url : {account.oauthUrl, account.apiUrl, account.scriptUrl}) {
        if (!checkWebhookUrl(url, privateToo)) {
            return Error{
                ErrorCode::NotConfigured, QStringLiteral("An address of the bank is not allowed: %1").arg(url), {}};
        }
    }
    return {};
}

} // namespace

HalykClient::HalykClient(Accounts accounts, Wire wire, Scheduler &scheduler, HalykOptions options)
    : m_accounts(std::move(accounts))
    , m_wire(std::move(wire))
    , m_scheduler(scheduler)
    , m_options(options)
{}

HalykClient::~HalykClient() = default;

HalykClient::Accounts HalykClient::accountsOf(Hub &hub)
{
    return [&hub, desk = std::make_shared<DeskReader>(hub)](qint64 businessId, bool forNew) -> Result<HalykAccount> {
        const auto reader = desk->open();
        if (!reader)
            return reader.error();
        const auto access =
            forNew ? integrationreads::access(**reader, hub.secrets(), businessId, IntegrationKind::Halyk)
                   : integrationreads::accessForTest(**reader, hub.secrets(), businessId, IntegrationKind::Halyk);
        if (!access)
            return access.error();
        const auto business = catalogreads::business(**reader, businessId);
        if (!business)
            return business.error();
        const auto currency = Currency::fromCode(business->currency);
        if (!currency)
            return currency.error();
        return HalykAccount::from(*access, *currency);
    };
}

void HalykClient::withToken(qint64 businessId, bool forNew, const BankOrder *order, const WithToken &then)
{
    const std::weak_ptr<bool> alive = m_alive;
    auto account = m_accounts(businessId, forNew);
    if (account) {
        if (const auto allowed = checkHosts(*account, m_options.privateAddresses); !allowed)
            account = allowed.error();
    }
    if (!account) {
        m_scheduler.after(0, [alive, then, error = account.error()] {
            if (alive.lock())
                then(error);
        });
        return;
    }
    WireRequest request;
    request.method = "POST";
    request.url = QUrl(account->oauthUrl).toEncoded();
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = halyk::tokenForm(*account, order);
    request.maxResponseBytes = maxBankAnswerBytes;
    request.onlyOnce = true; // each token is of one operation
    m_wire(businessId).send(std::move(request), [alive, then, account = *account](const WireReply &reply) {
        if (!alive.lock())
            return;
        const auto text = halyk::readToken(account, reply);
        if (!text)
            return then(text.error());
        then(Token{account, *text, reply.body});
    });
}

void HalykClient::send(const Token &token, qint64 businessId, WireRequest request, const Read &read, const Done &done)
{
    request.headers.emplaceBack("Authorization", "Bearer " + token.text.toLatin1());
    request.headers.emplaceBack("Accept", "application/json");
    if (!request.body.isEmpty())
        request.headers.emplaceBack("Content-Type", "application/json");
    request.maxResponseBytes = maxBankAnswerBytes;
    request.onlyOnce = request.method != "GET";
    const std::weak_ptr<bool> alive = m_alive;
    m_wire(businessId).send(std::move(request), [alive, read, done, account = token.account](const WireReply &reply) {
        if (alive.lock())
            done(read(account, reply));
    });
}

namespace {

BankReply notSent(const Error &error)
{
    BankReply reply;
    reply.outcome = BankReply::Outcome::NotSent;
    reply.reason = error.message;
    return reply;
}

} // namespace

Result<QString> HalykClient::merchantTerminal(qint64 businessId)
{
    const auto account = m_accounts(businessId, false);
    if (!account)
        return account.error();
    return account->terminalId;
}

void HalykClient::openPage(const BankOrder &order, PageDone done)
{
    withToken(order.businessId, true, &order, [order, done = std::move(done)](const Result<Token> &token) {
        if (!token)
            return done(token.error());
        done(HostedPage{token->account.scriptUrl, halyk::pageParameters(token->account, order, token->answer)});
    });
}

void HalykClient::payWithCard(const BankOrder &order, const QString &bankCardId, Done done)
{
    withToken(order.businessId, true, &order,
              [this, order, bankCardId, done = std::move(done)](const Result<Token> &token) {
                  if (!token)
                      return done(notSent(token.error()));
                  WireRequest request;
                  request.method = "POST";
                  request.url = token->account.apiUrl.toUtf8() + "/payments/cards/auth";
                  request.body = halyk::cardBody(token->account, order, bankCardId);
                  send(*token, order.businessId, std::move(request), &halyk::readPayment, done);
              });
}

void HalykClient::status(qint64 businessId, qint64 invoice, Done done)
{
    withToken(businessId, false, nullptr,
              [this, businessId, invoice, done = std::move(done)](const Result<Token> &token) {
                  if (!token)
                      return done(notSent(token.error()));
                  WireRequest request;
                  request.url = token->account.apiUrl.toUtf8() + "/check-status/payment/transaction/" +
                                bankInvoiceText(invoice).toLatin1();
                  send(
                      *token, businessId, std::move(request),
                      [invoice](const HalykAccount &account, const WireReply &reply) {
                          return halyk::readStatus(account, invoice, reply);
                      },
                      done);
              });
}

void HalykClient::operate(qint64 businessId, const QString &transactionId, const char *verb,
                          std::optional<qint64> amountMinor, const QString &externalId, const BankTransaction &after,
                          const Done &done)
{
    withToken(businessId, false, nullptr,
              [this, businessId, transactionId, verb = QByteArray(verb), amountMinor, externalId, after,
               done](const Result<Token> &token) {
                  if (!token)
                      return done(notSent(token.error()));
                  WireRequest request;
                  request.method = "POST";
                  request.url = token->account.apiUrl.toUtf8() + "/operation/" + encoded(transactionId) + '/' + verb;
                  if (amountMinor)
                      request.url += "?amount=" + formatMajorUnits(*amountMinor, token->account.currency);
                  if (!externalId.isEmpty())
                      request.url += (amountMinor ? "&externalID=" : "?externalID=") + encoded(externalId);
                  BankTransaction stands = after;
                  stands.currency = token->account.currency.code();
                  send(
                      *token, businessId, std::move(request),
                      [stands](const HalykAccount &account, const WireReply &reply) {
                          return halyk::readOperation(account, reply, stands);
                      },
                      done);
              });
}

void HalykClient::charge(qint64 businessId, const QString &transactionId, qint64 amountMinor, Done done)
{
    BankTransaction after;
    after.id = transactionId;
    after.state = BankState::Charged;
    after.amountMinor = amountMinor;
    operate(businessId, transactionId, "charge", amountMinor, {}, after, done);
}

void HalykClient::cancel(qint64 businessId, const QString &transactionId, Done done)
{
    BankTransaction after;
    after.id = transactionId;
    after.state = BankState::Cancelled;
    operate(businessId, transactionId, "cancel", {}, {}, after, done);
}

void HalykClient::refund(qint64 businessId, const QString &transactionId, qint64 amountMinor, const QString &externalId,
                         Done done)
{
    BankTransaction after;
    after.id = transactionId;
    after.state = BankState::Refunded;
    after.refundedMinor = amountMinor;
    operate(businessId, transactionId, "refund", amountMinor, externalId, after, done);
}

void HalykClient::forgetCard(qint64 businessId, const QString &bankCardId, Done done)
{
    withToken(businessId, false, nullptr,
              [this, businessId, bankCardId, done = std::move(done)](const Result<Token> &token) {
                  if (!token)
                      return done(notSent(token.error()));
                  WireRequest request;
                  request.method = "POST";
                  request.url = token->account.apiUrl.toUtf8() + "/card/deactivate/" + encoded(bankCardId);
                  send(
                      *token, businessId, std::move(request),
                      [](const HalykAccount &account, const WireReply &reply) {
                          return halyk::readOperation(account, reply, {});
                      },
                      done);
              });
}

void HalykClient::tryOut(qint64 businessId, const std::function<void(const IntegrationTrial &)> &done)
{
    status(businessId, anyInvoice, [done](const BankReply &reply) {
        switch (reply.outcome) {
        case BankReply::Outcome::Told:
        case BankReply::Outcome::NotFound:
            return done({true, QStringLiteral("The bank knows the client and the terminal.")});
        case BankReply::Outcome::Declined:
        case BankReply::Outcome::Lost:
        case BankReply::Outcome::NotSent:
            return done({false, reply.reason});
        }
    });
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/emailchannel.h"

#include "sync/integrations/messages/mimemessage.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr int longestMailMs = 60'000;

SmtpRequest::Security securityOf(const QString &text)
{
    if (text == u"tls")
        return SmtpRequest::Security::Tls;
    return text == u"none" ? SmtpRequest::Security::None : SmtpRequest::Security::StartTls;
}

QString reasonOf(const SmtpReply &reply)
{
    switch (reply.failure) {
    case SmtpReply::Failure::None:
        return {};
    case SmtpReply::Failure::Network:
        return QStringLiteral("The mail server cannot be reached: %1").arg(reply.text);
    case SmtpReply::Failure::Timeout:
        return QStringLiteral("The mail server did not answer in time: %1").arg(reply.text);
    case SmtpReply::Failure::Tls:
        return QStringLiteral("There is no safe connection to the mail server: %1").arg(reply.text);
    case SmtpReply::Failure::SignIn:
        return QStringLiteral("The mail server does not take the name and password: %1").arg(reply.text);
    case SmtpReply::Failure::Temporary:
        return QStringLiteral("The mail server says: another time. %1").arg(reply.text);
    case SmtpReply::Failure::Refused:
        return QStringLiteral("The mail server refuses it: %1").arg(reply.text);
    case SmtpReply::Failure::Invalid:
    case SmtpReply::Failure::Held:
        return reply.text;
    }
    return reply.text;
}

} // namespace

EmailChannel::EmailChannel(SmtpTransport &transport, Scheduler &scheduler, BreakerOf breaker, const Clock &clock)
    : m_transport(transport)
    , m_scheduler(scheduler)
    , m_breaker(std::move(breaker))
    , m_clock(clock)
{}

EmailChannel::~EmailChannel()
{
    *m_alive = false;
}

Result<SmtpRequest> EmailChannel::request(const IntegrationAccess &access, const OutgoingMessage &message, qint64 nowMs)
{
    const QString from = access.value(u"from");
    if (!isEmailAddress(from)) {
        return Error{ErrorCode::NotConfigured, QStringLiteral("The address that mail comes from is no address."), {}};
    }
    if (!isEmailAddress(message.content.address))
        return Error{ErrorCode::ValidationFailed, QStringLiteral("The address is none that mail can be sent to."), {}};
    const QString fromName = access.value(u"from_name");
    MailMessage mail;
    mail.from = from;
    mail.fromName = fromName.isEmpty() ? message.content.businessName : fromName;
    mail.to = message.content.address;
    mail.toName = message.content.name;
    mail.subject = message.content.text.subject;
    mail.body = message.content.text.body;
    mail.id = message.uuid;
    mail.atMs = nowMs;
    SmtpRequest request;
    request.host = access.value(u"host");
    request.port = access.value(u"port").toInt();
    request.security = securityOf(access.value(u"security"));
    request.caFile = access.value(u"ca_file").toUtf8();
    request.user = access.value(u"user").toUtf8();
    request.password = access.secret(u"password").toUtf8();
    request.from = mail.from.toLatin1();
    request.to = mail.to.toLatin1();
    request.message = mimeMessage(mail);
    return request;
}

MessageOutcome EmailChannel::outcome(const SmtpReply &reply)
{
    MessageOutcome outcome;
    outcome.error = reasonOf(reply);
    switch (reply.failure) {
    case SmtpReply::Failure::None:
        outcome.kind = MessageOutcome::Kind::Sent;
        break;
    case SmtpReply::Failure::Refused:
    case SmtpReply::Failure::Invalid:
        outcome.kind = MessageOutcome::Kind::GiveUp;
        break;
    case SmtpReply::Failure::Held:
        outcome.kind = MessageOutcome::Kind::Held;
        break;
    case SmtpReply::Failure::Network:
    case SmtpReply::Failure::Timeout:
    case SmtpReply::Failure::Tls:
    case SmtpReply::Failure::SignIn:
    case SmtpReply::Failure::Temporary:
        outcome.kind = MessageOutcome::Kind::TryLater;
        break;
    }
    return outcome;
}

void EmailChannel::send(const IntegrationAccess &access, const OutgoingMessage &message, Done done)
{
    const auto answerSoon = [this](Done tell, const MessageOutcome &outcome) {
        m_scheduler.after(0, [alive = m_alive, tell = std::move(tell), outcome] {
            if (*alive)
                tell(outcome);
        });
    };
    auto request = EmailChannel::request(access, message, m_clock.nowMs());
    if (!request) {
        MessageOutcome outcome;
        outcome.kind = request.error().code == ErrorCode::NotConfigured ? MessageOutcome::Kind::TryLater
                                                                        : MessageOutcome::Kind::GiveUp;
        outcome.error = request.error().message;
        return answerSoon(std::move(done), outcome);
    }
    Breaker &breaker = m_breaker(message.businessId);
    if (const auto admission = breaker.admit(); admission != Breaker::Admission::Admitted) {
        MessageOutcome outcome;
        outcome.kind = MessageOutcome::Kind::Held;
        outcome.error = breaker.refusalText(admission);
        outcome.retryInMs = breaker.pauseLeftMs();
        return answerSoon(std::move(done), outcome);
    }
    // A conversation has more steps than a request, and a slow server holds up nothing but mail.
    request->timeoutMs = std::min(longestMailMs, 2 * breaker.limits().timeoutMs);
    m_transport.send(std::move(*request), [this, alive = m_alive, businessId = message.businessId,
                                           done = std::move(done)](const SmtpReply &reply) {
        if (!*alive)
            return;
        Breaker &told = m_breaker(businessId);
        const bool isIll = reply.failure == SmtpReply::Failure::Network ||
                           reply.failure == SmtpReply::Failure::Timeout || reply.failure == SmtpReply::Failure::Tls;
        if (isIll)
            told.failed(reasonOf(reply));
        else
            told.succeeded();
        done(EmailChannel::outcome(reply));
    });
}

} // namespace oshaq

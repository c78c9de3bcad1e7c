// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "sync/client/httptransport.h"
#include "sync/integrations/messages/messagechannel.h"

#include <functional>

namespace oshaq {

/// The transport of a business: behind its circuit breaker.
using TransportOf = std::function<HttpTransport &(qint64 businessId)>;

/// SMS by a provider's HTTP interface: Mobizon, SMSC, or any that takes a POST of JSON.
namespace smsprovider {

/// The request, or NotConfigured with what is missing. Holds a key: never logged.
Result<WireRequest> request(const IntegrationAccess &access, const QString &phone, const QString &text);
MessageOutcome outcome(const IntegrationAccess &access, const WireReply &reply);

} // namespace smsprovider

class SmsChannel final : public MessageChannel
{
public:
    explicit SmsChannel(TransportOf transport)
        : m_transport(std::move(transport))
    {}
    void send(const IntegrationAccess &access, const OutgoingMessage &message, Done done) override;

private:
    const TransportOf m_transport;
};

/// A bot of Telegram: to the recipient's chat, else to the chat of the staff.
namespace telegrambot {

Result<WireRequest> request(const IntegrationAccess &access, const QString &chat, const QString &text);
MessageOutcome outcome(const WireReply &reply);

} // namespace telegrambot

class TelegramChannel final : public MessageChannel
{
public:
    explicit TelegramChannel(TransportOf transport)
        : m_transport(std::move(transport))
    {}
    void send(const IntegrationAccess &access, const OutgoingMessage &message, Done done) override;

private:
    const TransportOf m_transport;
};

/// Web push by RFC 8030: {"title","body","event","order"?,"id"} encrypted for one browser.
class WebPushChannel final : public MessageChannel
{
public:
    WebPushChannel(TransportOf transport, const Clock &clock)
        : m_transport(std::move(transport))
        , m_clock(clock)
    {}
    void send(const IntegrationAccess &access, const OutgoingMessage &message, Done done) override;

    static MessageOutcome outcome(const WireReply &reply);

private:
    const TransportOf m_transport;
    const Clock &m_clock;
};

} // namespace oshaq

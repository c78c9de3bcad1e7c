// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/codesender.h"

#include "models/hub/integrationservice.h"
#include "sync/integrations/messages/httpchannels.h"

#include <QLoggingCategory>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcCodes, "oshaq.codes")

/// Longer than the request's own limit.
constexpr std::chrono::seconds longestWait{20};

Result<IntegrationAccess> accessOf(Hub &hub, qint64 businessId)
{
    auto database = hub.openReader();
    if (!database)
        return database.error();
    return integrationreads::access(**database, hub.secrets(), businessId, IntegrationKind::Sms);
}

/// Where the wire's thread puts the answer: it outlives whoever waits.
struct Waiting
{
    std::mutex mutex;
    std::condition_variable came;
    std::optional<WireReply> reply;
};

} // namespace

Result<void> SmsCodeSender::ready(qint64 businessId) const
{
    const auto access = accessOf(m_hub, businessId);
    if (access)
        return {};
    // What is wrong with the settings is for those who may see them.
    if (access.error().code == ErrorCode::NotConfigured)
        return Error{ErrorCode::NotConfigured, QStringLiteral("This restaurant sends no codes to phones."), {}};
    return access.error();
}

Result<void> SmsCodeSender::send(const CodeMessage &message)
{
    const Error notNow{ErrorCode::Overloaded, QStringLiteral("The messages do not go out now."), {}};
    const auto access = accessOf(m_hub, message.businessId);
    if (!access)
        return ready(message.businessId);
    auto request =
        smsprovider::request(*access, message.phone, message.businessName + QStringLiteral(": ") + message.code);
    if (!request) {
        qCWarning(lcCodes).noquote() << "no code was sent:" << request.error().message;
        return notNow;
    }
    const auto waiting = std::make_shared<Waiting>();
    const quint64 id = m_wire.submit(std::move(*request), [waiting](WireReply reply) {
        const std::lock_guard lock(waiting->mutex);
        waiting->reply = std::move(reply);
        waiting->came.notify_one();
    });
    std::unique_lock lock(waiting->mutex);
    if (!waiting->came.wait_for(lock, longestWait, [&waiting] { return waiting->reply.has_value(); })) {
        m_wire.cancel(id);
        return notNow;
    }
    const MessageOutcome outcome = smsprovider::outcome(*access, *waiting->reply);
    if (outcome.kind == MessageOutcome::Kind::Sent)
        return {};
    qCWarning(lcCodes).noquote() << "no code was sent:" << outcome.error;
    return notNow;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/notice.h"
#include "models/hub/integrationservice.h"
#include "models/hub/noticecontent.h"

#include <functional>

namespace oshaq {

/// One message for one address, with everything that a channel needs. Never log it.
struct OutgoingMessage
{
    qint64 businessId = 0;
    QString uuid; ///< the same for each attempt
    NoticeEvent event = NoticeEvent::OrderReady;
    QString orderNumber; ///< empty: of no order
    qint64 giveUpAtMs = 0;
    NoticeContent content;
};

/// What came of handing it over.
struct MessageOutcome
{
    enum class Kind
    {
        Sent,     ///< whoever brings it took it
        TryLater, ///< nobody answered, or another time
        GiveUp,   ///< it will never be taken
        Held      ///< kept back by the circuit breaker
    };
    Kind kind = Kind::TryLater;
    QString error;        ///< English, or as the other side has it; no address, no secret, no text of the message
    qint64 retryInMs = 0; ///< not before; 0: whoever sends decides
    bool forgetSubscription = false; ///< the browser is gone
};

/// A way out. Lives on the integrations thread.
class MessageChannel
{
public:
    using Done = std::function<void(const MessageOutcome &)>;

    virtual ~MessageChannel() = default;

    /// `done` is called once from the event loop unless the channel goes first.
    virtual void send(const IntegrationAccess &access, const OutgoingMessage &message, Done done) = 0;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/messagesender.h"
#include "sync/client/curltransport.h"

namespace oshaq {

/// Codes to phones by the business's SMS provider. They pass the outbox by: a code is kept nowhere, and nobody waits
/// for a second attempt.
class SmsCodeSender final : public MessageSender
{
    Q_DISABLE_COPY_MOVE(SmsCodeSender)

public:
    /// The hub must outlive it.
    explicit SmsCodeSender(Hub &hub)
        : m_hub(hub)
    {}

    Result<void> ready(qint64 businessId) const override;
    Result<void> send(const CodeMessage &message) override;

private:
    Hub &m_hub;
    WireThread m_wire;
};

} // namespace oshaq

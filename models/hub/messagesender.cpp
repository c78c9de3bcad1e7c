// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/messagesender.h"

namespace oshaq {

Result<void> NoMessageSender::ready(qint64 businessId) const
{
    Q_UNUSED(businessId)
    return Error{ErrorCode::NotConfigured, QStringLiteral("No service that sends messages is set up here."), {}};
}

Result<void> NoMessageSender::send(const CodeMessage &message)
{
    return ready(message.businessId);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/bank.h"

namespace oshaq {

Result<void> NoBank::ready(qint64 businessId) const
{
    Q_UNUSED(businessId)
    return Error{ErrorCode::PaymentMethodNotConfigured,
                 QStringLiteral("No bank is set up here: take cash, or a card with the card reader."),
                 {}};
}

} // namespace oshaq

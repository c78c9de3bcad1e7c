// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtGlobal>

namespace oshaq {

/// The bank that takes cards for the businesses of this hub: a port, whose client lives in sync/integrations.
/// Thread-safe.
class Bank
{
public:
    virtual ~Bank() = default;

    /// PaymentMethodNotConfigured unless this business can take cards through it.
    virtual Result<void> ready(qint64 businessId) const = 0;
};

/// The default: no business has a bank.
class NoBank final : public Bank
{
public:
    Result<void> ready(qint64 businessId) const override;
};

} // namespace oshaq

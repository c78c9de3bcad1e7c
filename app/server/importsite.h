// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/commandline.h"
#include "models/domain/catalog.h"
#include "models/domain/money.h"
#include "models/hub/hub.h"
#include "models/runtime/clock.h"

#include <memory>

namespace oshaq {

/// The hub that an import goes into, which nobody else has open, and whose it is.
struct ImportSite
{
    std::unique_ptr<SystemClock> clock;
    std::unique_ptr<Hub> hub;
    Business business;
    Currency currency;
};

/// Says on standard error what is wrong.
std::optional<ImportSite> openImportSite(const QString &directory, const CommandOptions &options);

/// "import orders"; the exit code.
int importOrders(const QString &file, const CommandOptions &options);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/importsite.h"

#include "models/hub/catalogservice.h"

namespace oshaq {

namespace {

Result<Business> businessOf(Hub &hub, const CommandOptions &options)
{
    auto reader = hub.openReader();
    if (!reader)
        return reader.error();
    if (options.has("business-id"))
        return catalogreads::business(**reader, options.value("business-id").toLongLong());
    return catalogreads::onlyBusiness(**reader);
}

} // namespace

std::optional<ImportSite> openImportSite(const QString &directory, const CommandOptions &options)
{
    const auto fail = [](const QString &text) {
        sayError(text);
        return std::nullopt;
    };
    if (!Hub::exists(directory)) {
        return fail(QStringLiteral("%1 holds no hub. Set one up with \"oshaqd init --data %1 --business NAME\".")
                        .arg(directory));
    }
    ImportSite site;
    site.clock = std::make_unique<SystemClock>();
    HubOptions hubOptions;
    hubOptions.directory = directory;
    hubOptions.replica.reachable = false; // no standby can ask this program for what it writes
    auto hub = Hub::open(hubOptions, *site.clock);
    if (!hub)
        return fail(hub.error().message);
    site.hub = std::move(*hub);
    const Result<Business> business = businessOf(*site.hub, options);
    if (!business)
        return fail(QStringLiteral("%1 Say whose it is with --business-id.").arg(business.error().message));
    site.business = *business;
    const Result<Currency> currency = Currency::fromCode(business->currency);
    if (!currency)
        return fail(currency.error().message);
    site.currency = *currency;
    return site;
}

} // namespace oshaq

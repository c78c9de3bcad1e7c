// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace oshaq {

/// A hub that says on this network that it is there. Anybody can say so: a pairing finds out who it is.
struct FoundHub
{
    QString name; ///< as it calls itself
    QString url;  ///< "https://192.168.1.10:8787"

    bool operator==(const FoundHub &) const = default;
};

/// What looking for hubs has come to.
struct HubSearch
{
    bool works = false; ///< somebody looks; without Avahi nobody does, and the address is typed
    std::vector<FoundHub> hubs;

    bool operator==(const HubSearch &) const = default;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace oshaq {

/// Which program somebody runs, as far as two programs must agree: a patch changes nothing between them.
struct ProgramVersion
{
    int majorNumber = 0;
    int minorNumber = 0;

    auto operator<=>(const ProgramVersion &) const = default;

    /// "0.1.0" or "0.1", with anything behind it after a dash or a plus; nothing when it is none.
    static std::optional<ProgramVersion> fromText(const QString &text);
    /// "0.1"
    QString text() const;
};

/// How a screen's program fits its hub's.
enum class Compatibility
{
    Fits,
    ScreenTooOld, ///< the screen is to be brought up to date
    HubTooOld,    ///< the hub is: it does not know what this screen would send
};

/// The same minor version, or a screen that is one behind: the hub is brought up to date first and the screens one
/// after the other. Never another major version.
Compatibility compatibility(const ProgramVersion &hub, const ProgramVersion &terminal);
inline bool compatible(const ProgramVersion &hub, const ProgramVersion &terminal)
{
    return compatibility(hub, terminal) == Compatibility::Fits;
}

} // namespace oshaq

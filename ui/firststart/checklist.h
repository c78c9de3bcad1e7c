// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace oshaq {

/// What is known of a site's set-up.
struct SetupFacts
{
    bool ownName = false; ///< it is not called as new restaurants are
    bool ownMenu = false; ///< there are dishes, and not those of the sample alone
    bool taxSaid = false;
    bool managerPin = false; ///< somebody who may manage signs in by a PIN
    bool printer = false;
    bool onNetwork = false;
    bool otherScreens = false;
    bool tables = false;

    bool operator==(const SetupFacts &) const = default;
};

/// One thing to set up, whether it is done, and where it is done.
struct SetupItem
{
    QString key; ///< stable: "menu", "pin"
    bool done = false;
    QString page;    ///< "catalog"
    QString section; ///< of the settings page; empty: none

    bool operator==(const SetupItem &) const = default;
};

/// What stands between a fresh installation and a service. Pure.
class SetupChecklist
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::SetupChecklist)

public:
    /// In the order in which people would do it.
    static std::vector<SetupItem> items(const SetupFacts &facts);
    static QString title(const QString &key);
    /// Why somebody would do it.
    static QString reason(const QString &key);
};

/// What a restaurant is called until somebody names it.
inline constexpr QLatin1String newRestaurantName("Oshaq");

} // namespace oshaq

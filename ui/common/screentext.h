// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/screenstate.h"
#include "models/terminal/linkstatus.h"
#include "ui/common/zoneclock.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace oshaq {

/// How every page says how the screens of the site do, this one among them. Pure.
class ScreenText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::ScreenText)

public:
    /// "40 s", "5 min", "3 h", in steps that let somebody read on: of 5 s, of a minute, of an hour.
    static QString span(qint64 ms);
    /// What is wrong with a screen: "Grill screen: not seen for 40 s."; empty: nothing that needs somebody.
    static QString trouble(const ScreenFacts &screen, qint64 nowMs);
    /// The same of all others, in a few sentences, with what to do; empty: they are well.
    static QString others(const std::vector<ScreenFacts> &screens, qint64 nowMs);
    /// What is wrong with this screen though it has its hub; empty: nothing.
    static QString own(const LinkStatus::Facts &facts);
    /// Open orders that are not on this screen, because there are far too many; empty: all of them are.
    static QString leftOut(const LinkStatus::Facts &facts);
    /// That its program does not fit the hub's, and what to do.
    static QString upgrade(const LinkStatus::Facts &facts);

    /// For the list of the screens.
    static QString state(const ScreenFacts &screen, const ZoneClock &clock, qint64 nowMs);
    static QStringList figures(const ScreenFacts &screen);
    /// "Its clock is 3 min ahead. Times on it are right all the same."; empty: it is right enough.
    static QString clockTrouble(const ScreenFacts &screen);
};

} // namespace oshaq

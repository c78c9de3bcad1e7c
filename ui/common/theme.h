// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace oshaq {

/// The colours of the product as names. Colour never speaks alone: whoever uses one of the states also writes the word.
struct Theme
{
    bool isDark = true;

    // surfaces and text
    QColor background;
    QColor surface;
    QColor raised;
    QColor line;
    QColor text;
    QColor muted;
    QColor faint; ///< done lines; still 4.5:1 on `surface`
    QColor focus; ///< the outline of what the keyboard acts on

    // brand
    QColor ember;
    QColor emberText;

    // states; text on all of them is `ink`
    QColor fresh; ///< new, accepted, preparing in time
    QColor soon;  ///< soon late, warnings
    QColor late;
    QColor lateStripe; ///< the second colour of the late pattern
    QColor ready;
    QColor allergy;
    QColor scheduled;
    QColor ink;

    // derived: the states as words on `surface`, and tints under text
    QColor lateText;
    QColor readyText;
    QColor allergyText;
    QColor errorText;
    QColor selection; ///< behind the chosen row
    QColor addedTint;
    QColor warningBand;
    QColor alarmBand;

    bool operator==(const Theme &) const = default;
};

/// For kitchens, where a bright screen blinds and steam scatters light.
Theme darkTheme();
/// For counters and offices, in daylight.
Theme lightTheme();

} // namespace oshaq

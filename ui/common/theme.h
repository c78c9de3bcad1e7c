// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace oshaq {

/// The colours of the product as names. Colour never speaks alone: whoever uses one of the states also writes the word.
struct Theme
{
    // surfaces and text
    QColor background;
    QColor surface;
    QColor raised;
    QColor line;
    QColor text;
    QColor muted;
    QColor faint; ///< done lines; still 4.5:1 on `surface`

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

    // derived, for tints and words on dark
    QColor lateText; ///< the late colour light enough to read on `surface`
    QColor addedTint;
    QColor warningBand;
    QColor alarmBand;

    bool operator==(const Theme &) const = default;
};

/// Dark: for kitchens, where a bright screen blinds and steam scatters light.
Theme kitchenTheme();

} // namespace oshaq

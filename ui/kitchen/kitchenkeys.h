// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

namespace oshaq {

/// What a key means on the kitchen page.
enum class KitchenKey
{
    None,
    Slot, ///< 1 to 9, then 0: picks a ticket of this page
    Left,
    Right,
    Up,
    Down,
    Act,          ///< Enter: the large action of the chosen ticket
    NextLine,     ///< Tab
    PreviousLine, ///< Shift+Tab
    ToggleLine,   ///< Space
    Clear,        ///< Esc
    NextPage,     ///< PgDn
    PreviousPage, ///< PgUp
    FirstPage,    ///< Home
    LastPage,     ///< End
    Recall,       ///< R
    Stations,     ///< S
    Dismiss,      ///< D
};

struct KitchenKeyPress
{
    KitchenKey key = KitchenKey::None;
    int slot = -1; ///< of Slot: 0 for the key "1" up to 9 for the key "0"
};

/// One table from keys to meanings. Letters and digits are taken by their place on the keyboard as far as a program can
/// know: with a Russian or Kazakh layout switched on the key "R" gives "К", and on the Kazakh one the row of digits
/// gives letters; a bump bar must work all the same. Held keys repeat for moving only: nobody bumps ten tickets by
/// leaning on Enter.
KitchenKeyPress kitchenKeyOf(const QKeyEvent &event);

} // namespace oshaq

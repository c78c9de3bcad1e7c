// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <vector>

class QKeyEvent;
class QSettings;

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
    Recall,       ///< R: the last bump back
    Undo,         ///< U: whatever was done last
    Journal,      ///< J: everything that was done here
    Priority,     ///< P: the chosen ticket goes first, or in its turn again
    Fire,         ///< F: the chosen ticket's next course
    Hold,         ///< H: its last course that nobody began waits again
    Seen,         ///< A: what changed of the chosen ticket
    Void,         ///< V: the chosen line
    Expo,         ///< E: all stations, and back
    Stations,     ///< S
    Keys,         ///< K: which key does what
    Sounds,       ///< N: what is heard
    Out,          ///< O, or 8 and 6 one after the other: which dishes cannot be had
    More,         ///< M: everything that has no button
    Dismiss,      ///< D
};

struct KitchenKeyPress
{
    KitchenKey key = KitchenKey::None;
    int slot = -1; ///< of Slot: 0 for the key "1" up to 9 for the key "0"

    bool operator==(const KitchenKeyPress &) const = default;
    auto operator<=>(const KitchenKeyPress &) const = default;
};

/// From keys to meanings. Letters and digits are taken by their place on the keyboard as far as a program can know:
/// with a Russian or Kazakh layout switched on the key "R" gives "К", and on the Kazakh one the row of digits gives
/// letters; a bump bar must work all the same. A bump bar is a keyboard whose keys nobody can foresee: what was learned
/// by pressing comes before what is usual. Held keys repeat for moving only: nobody bumps ten tickets by leaning on
/// Enter.
class KitchenKeyMap
{
public:
    KitchenKeyPress find(const QKeyEvent &event) const;

    /// The key of this event means that from now on, and only that; nothing is left of what it meant before.
    void learn(const QKeyEvent &event, const KitchenKeyPress &press);
    /// Everything is as usual again.
    void reset() { m_learned.clear(); }
    bool isUsual() const { return m_learned.empty(); }

    /// The keys that mean this, as they are written on keyboards; empty: every usual one means something else now.
    std::vector<QString> keysFor(const KitchenKeyPress &press) const;

    void load(const QSettings &settings);
    void save(QSettings &settings) const;

private:
    std::map<QString, KitchenKeyPress> m_learned; ///< by what keyName() says
};

/// Everything that can be given a key, in the order in which people learn it.
std::vector<KitchenKeyPress> learnableKeys();

/// What a key is called: "Enter", "Num+7", "Ctrl+B". Empty for a modifier that is pressed with others.
QString keyName(const QKeyEvent &event);

} // namespace oshaq

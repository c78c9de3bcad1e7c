// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/kitchenkeys.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QSettings>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

bool repeats(KitchenKey key)
{
    switch (key) {
    case KitchenKey::Left:
    case KitchenKey::Right:
    case KitchenKey::Up:
    case KitchenKey::Down:
    case KitchenKey::NextLine:
    case KitchenKey::PreviousLine:
    case KitchenKey::NextPage:
    case KitchenKey::PreviousPage:
        return true;
    default:
        return false;
    }
}

/// The same places on the Latin, and on the Russian and the Kazakh layout.
struct LetterKey
{
    KitchenKey key;
    char16_t latin;
    char16_t cyrillic;
};

constexpr std::array letterKeys{
    LetterKey{KitchenKey::Recall, u'r', u'к'},  LetterKey{KitchenKey::Undo, u'u', u'г'},
    LetterKey{KitchenKey::Journal, u'j', u'о'}, LetterKey{KitchenKey::Priority, u'p', u'з'},
    LetterKey{KitchenKey::Fire, u'f', u'а'},    LetterKey{KitchenKey::Hold, u'h', u'р'},
    LetterKey{KitchenKey::More, u'm', u'ь'},    LetterKey{KitchenKey::Sounds, u'n', u'т'},
    LetterKey{KitchenKey::Seen, u'a', u'ф'},    LetterKey{KitchenKey::Void, u'v', u'м'},
    LetterKey{KitchenKey::Expo, u'e', u'у'},    LetterKey{KitchenKey::Stations, u's', u'ы'},
    LetterKey{KitchenKey::Keys, u'k', u'л'},    LetterKey{KitchenKey::Dismiss, u'd', u'в'},
    LetterKey{KitchenKey::Out, u'o', u'щ'},
};

struct NamedKey
{
    KitchenKey key;
    const char *name; ///< in settings
    Qt::Key usual;    ///< Key_unknown: a letter, see above
};

constexpr std::array namedKeys{
    NamedKey{KitchenKey::Act, "act", Qt::Key_Enter},
    NamedKey{KitchenKey::Recall, "recall", Qt::Key_unknown},
    NamedKey{KitchenKey::Undo, "undo", Qt::Key_unknown},
    NamedKey{KitchenKey::Left, "left", Qt::Key_Left},
    NamedKey{KitchenKey::Right, "right", Qt::Key_Right},
    NamedKey{KitchenKey::Up, "up", Qt::Key_Up},
    NamedKey{KitchenKey::Down, "down", Qt::Key_Down},
    NamedKey{KitchenKey::NextLine, "next_line", Qt::Key_Tab},
    NamedKey{KitchenKey::PreviousLine, "previous_line", Qt::Key_Backtab},
    NamedKey{KitchenKey::ToggleLine, "toggle_line", Qt::Key_Space},
    NamedKey{KitchenKey::Void, "void", Qt::Key_unknown},
    NamedKey{KitchenKey::Priority, "priority", Qt::Key_unknown},
    NamedKey{KitchenKey::Out, "out", Qt::Key_unknown},
    NamedKey{KitchenKey::Fire, "fire", Qt::Key_unknown},
    NamedKey{KitchenKey::Hold, "hold", Qt::Key_unknown},
    NamedKey{KitchenKey::Seen, "seen", Qt::Key_unknown},
    NamedKey{KitchenKey::NextPage, "next_page", Qt::Key_PageDown},
    NamedKey{KitchenKey::PreviousPage, "previous_page", Qt::Key_PageUp},
    NamedKey{KitchenKey::FirstPage, "first_page", Qt::Key_Home},
    NamedKey{KitchenKey::LastPage, "last_page", Qt::Key_End},
    NamedKey{KitchenKey::Journal, "journal", Qt::Key_unknown},
    NamedKey{KitchenKey::Expo, "expo", Qt::Key_unknown},
    NamedKey{KitchenKey::Stations, "stations", Qt::Key_unknown},
    NamedKey{KitchenKey::Keys, "keys", Qt::Key_unknown},
    NamedKey{KitchenKey::Sounds, "sounds", Qt::Key_unknown},
    NamedKey{KitchenKey::More, "more", Qt::Key_unknown},
    NamedKey{KitchenKey::Dismiss, "dismiss", Qt::Key_unknown},
    NamedKey{KitchenKey::Clear, "clear", Qt::Key_Escape},
};

constexpr int slotCount = 10;
constexpr QLatin1String settingsGroup("kitchen/keys");

QString settingName(const KitchenKeyPress &press)
{
    if (press.key == KitchenKey::Slot)
        return QStringLiteral("slot_%1").arg((press.slot + 1) % slotCount);
    for (const NamedKey &one : namedKeys) {
        if (one.key == press.key)
            return QString::fromLatin1(one.name);
    }
    return {};
}

QString usualKey(const KitchenKeyPress &press)
{
    if (press.key == KitchenKey::Slot)
        return QString::number((press.slot + 1) % slotCount);
    for (const LetterKey &one : letterKeys) {
        if (one.key == press.key)
            return QString(QChar(one.latin)).toUpper();
    }
    if (press.key == KitchenKey::PreviousLine)
        return QStringLiteral("Shift+Tab"); // Qt calls it Backtab
    for (const NamedKey &one : namedKeys) {
        if (one.key == press.key)
            return QKeySequence(one.usual).toString(QKeySequence::NativeText);
    }
    return {};
}

KitchenKeyPress lookUp(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
        return {KitchenKey::Left};
    case Qt::Key_Right:
        return {KitchenKey::Right};
    case Qt::Key_Up:
        return {KitchenKey::Up};
    case Qt::Key_Down:
        return {KitchenKey::Down};
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return {KitchenKey::Act};
    case Qt::Key_Backtab:
        return {KitchenKey::PreviousLine};
    case Qt::Key_Tab:
        return {event.modifiers() & Qt::ShiftModifier ? KitchenKey::PreviousLine : KitchenKey::NextLine};
    case Qt::Key_Space:
        return {KitchenKey::ToggleLine};
    case Qt::Key_Escape:
        return {KitchenKey::Clear};
    case Qt::Key_PageDown:
        return {KitchenKey::NextPage};
    case Qt::Key_PageUp:
        return {KitchenKey::PreviousPage};
    case Qt::Key_Home:
        return {KitchenKey::FirstPage};
    case Qt::Key_End:
        return {KitchenKey::LastPage};
    default:
        break;
    }

    const QString text =
        event.text().isEmpty() && event.key() < 0x10000 ? QString(QChar(char16_t(event.key()))) : event.text();
    if (text.size() != 1)
        return {};
    const QChar letter = text.front().toLower();
    for (const LetterKey &one : letterKeys) {
        if (letter == one.latin || letter == one.cyrillic)
            return {one.key};
    }

    static const QString digits = QStringLiteral("1234567890");
    static const QString kazakhRow = QStringLiteral("\"әіңғ,.үұқ");
    int slot = int(digits.indexOf(letter));
    if (slot < 0)
        slot = int(kazakhRow.indexOf(letter));
    if (slot >= 0)
        return {KitchenKey::Slot, slot};
    return {};
}

} // namespace

std::vector<KitchenKeyPress> learnableKeys()
{
    std::vector<KitchenKeyPress> keys;
    for (int slot = 0; slot < slotCount; ++slot)
        keys.push_back({KitchenKey::Slot, slot});
    for (const NamedKey &one : namedKeys)
        keys.push_back({one.key});
    return keys;
}

QString keyName(const QKeyEvent &event)
{
    int key = event.key();
    if (key == 0 || key == Qt::Key_unknown)
        return QStringLiteral("#%1").arg(event.nativeScanCode());
    if (key == Qt::Key_Return)
        key = Qt::Key_Enter;
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::GroupSwitchModifier;
    // A bar may send a modifier alone, which is then a key like others.
    const bool isModifier = key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt ||
                            key == Qt::Key_AltGr || key == Qt::Key_Meta;
    if (isModifier)
        modifiers &= Qt::KeypadModifier;
    if (key == Qt::Key_Backtab) {
        key = Qt::Key_Tab;
        modifiers |= Qt::ShiftModifier;
    }
    switch (key) {
    case Qt::Key_Control:
        return QStringLiteral("Ctrl");
    case Qt::Key_Shift:
        return QStringLiteral("Shift");
    case Qt::Key_Alt:
        return QStringLiteral("Alt");
    case Qt::Key_AltGr:
        return QStringLiteral("AltGr");
    case Qt::Key_Meta:
        return QStringLiteral("Meta");
    default:
        return QKeySequence(QKeyCombination(modifiers, Qt::Key(key))).toString(QKeySequence::PortableText);
    }
}

KitchenKeyPress KitchenKeyMap::find(const QKeyEvent &event) const
{
    KitchenKeyPress press;
    if (const auto learned = m_learned.find(keyName(event)); learned != m_learned.end())
        press = learned->second;
    else if (!(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        press = lookUp(event); // Ctrl and Alt belong to the window and to the desktop
    if (event.isAutoRepeat() && !repeats(press.key))
        return {};
    return press;
}

void KitchenKeyMap::learn(const QKeyEvent &event, const KitchenKeyPress &press)
{
    const QString name = keyName(event);
    if (name.isEmpty())
        return;
    if (lookUp(event) == press && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        m_learned.erase(name);
    else
        m_learned[name] = press;
}

std::vector<QString> KitchenKeyMap::keysFor(const KitchenKeyPress &press) const
{
    std::vector<QString> names;
    for (const auto &[name, meaning] : m_learned) {
        if (meaning == press)
            names.push_back(name);
    }
    const QString usual = usualKey(press);
    if (!m_learned.contains(usual))
        names.push_back(usual);
    return names;
}

void KitchenKeyMap::load(const QSettings &settings)
{
    m_learned.clear();
    for (const KitchenKeyPress &press : learnableKeys()) {
        const QString setting = settingsGroup + u'/' + settingName(press);
        for (const QString &name : settings.value(setting).toStringList())
            m_learned[name] = press;
    }
}

void KitchenKeyMap::save(QSettings &settings) const
{
    settings.remove(settingsGroup);
    for (const KitchenKeyPress &press : learnableKeys()) {
        QStringList names;
        for (const auto &[name, meaning] : m_learned) {
            if (meaning == press)
                names << name;
        }
        if (!names.isEmpty())
            settings.setValue(settingsGroup + u'/' + settingName(press), names);
    }
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/kitchenkeys.h"

#include <QKeyEvent>
#include <QString>

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
    // The same places on the Latin, the Russian and the Kazakh layout.
    static const QString recall = QStringLiteral("rк");
    static const QString stations = QStringLiteral("sы");
    static const QString dismiss = QStringLiteral("dв");
    if (recall.contains(letter))
        return {KitchenKey::Recall};
    if (stations.contains(letter))
        return {KitchenKey::Stations};
    if (dismiss.contains(letter))
        return {KitchenKey::Dismiss};

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

KitchenKeyPress kitchenKeyOf(const QKeyEvent &event)
{
    // Ctrl and Alt belong to the window and to the desktop.
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    const KitchenKeyPress press = lookUp(event);
    if (event.isAutoRepeat() && !repeats(press.key))
        return {};
    return press;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace oshaq {

/// What a painted widget is to a screen reader, which Qt cannot know: a text, an alert, a list. Its accessible name
/// says the rest. Call it in the widget's constructor.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

} // namespace oshaq

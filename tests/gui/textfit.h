// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace oshaq {

/// Walks over everything that is seen of a window and tells what a person would complain about: texts that are cut,
/// widgets smaller than what they paint, neighbours that lie over each other, things that hang out of what holds them.
/// Each complaint names the widget and the text.
QStringList textComplaints(const QWidget *window);

} // namespace oshaq

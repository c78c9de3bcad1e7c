// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

#include <QStringView>

namespace oshaq {

/// Owners and managers.
bool mayManage(Role role);

/// Whether somebody in this role has any business on a page: the kitchen for all who work here, orders for those who
/// talk to guests or bring them their food, everything of the office for managers. The settings are open to all,
/// because everybody may choose a language; see sectionAllowed(). Pages that nobody named are the managers'.
bool pageAllowed(QStringView pageKey, Role role);

/// Whether a subject of the settings is shown to that role: how the screen looks and which keys there are to all.
bool sectionAllowed(QStringView sectionKey, Role role);

} // namespace oshaq

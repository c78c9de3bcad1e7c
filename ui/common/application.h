// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

class QApplication;
class QPalette;

namespace oshaq {

/// For a window whose look is not the application's.
QPalette paletteFor(const Look &look);

/// Fusion style and the palette and font of `look` for everything that Qt draws by itself. The platform's own style is
/// not used: it would differ from machine to machine, and on some platforms between two displays of one machine.
void applyLook(QApplication &application, const Look &look);

} // namespace oshaq

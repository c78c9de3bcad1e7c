// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

namespace oshaq {

Theme kitchenTheme()
{
    Theme theme;
    theme.background = QColor(0x12161B);
    theme.surface = QColor(0x1B2129);
    theme.raised = QColor(0x252D37);
    theme.line = QColor(0x37424E);
    theme.text = QColor(0xF3F5F7);
    theme.muted = QColor(0xAEB8C3);
    theme.faint = QColor(0x838E9A);
    theme.ember = QColor(0xE69F00);
    theme.emberText = QColor(0x111111);
    theme.fresh = QColor(0x56B4E9);
    theme.soon = QColor(0xF0E442);
    theme.late = QColor(0xD55E00);
    theme.lateStripe = QColor(0xE8731A);
    theme.ready = QColor(0x009E73);
    theme.allergy = QColor(0xCC79A7);
    theme.scheduled = QColor(0x8FA3B5);
    theme.ink = QColor(0x0E1114);
    theme.lateText = QColor(0xFF9A55);
    theme.addedTint = QColor(0x2C2717);
    theme.warningBand = QColor(0x2E2813);
    theme.alarmBand = QColor(0x3A1E10);
    return theme;
}

} // namespace oshaq

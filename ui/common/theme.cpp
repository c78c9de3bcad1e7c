// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

namespace oshaq {

Theme darkTheme()
{
    Theme theme;
    theme.background = QColor(0x12161B);
    theme.surface = QColor(0x1B2129);
    theme.raised = QColor(0x252D37);
    theme.line = QColor(0x37424E);
    theme.text = QColor(0xF3F5F7);
    theme.muted = QColor(0xAEB8C3);
    theme.faint = QColor(0x838E9A);
    theme.focus = QColor(0xF3F5F7);
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
    theme.readyText = QColor(0x3DC79C);
    theme.allergyText = QColor(0xE3A3C6);
    theme.errorText = QColor(0xFF9A8A);
    theme.selection = QColor(0x33291A);
    theme.addedTint = QColor(0x2C2717);
    theme.warningBand = QColor(0x2E2813);
    theme.alarmBand = QColor(0x3A1E10);
    return theme;
}

Theme lightTheme()
{
    Theme theme = darkTheme();
    theme.isDark = false;
    theme.background = QColor(0xF5F2ED);
    theme.surface = QColor(0xFFFFFF);
    theme.raised = QColor(0xF0ECE5);
    theme.line = QColor(0xDCD5CA);
    theme.text = QColor(0x1B1E22);
    theme.muted = QColor(0x5E6670);
    theme.faint = QColor(0x656D77);
    theme.focus = QColor(0x1B1E22);
    theme.ember = QColor(0x9A5B00);
    theme.emberText = QColor(0xFFFFFF);
    theme.lateText = QColor(0xB04A00);
    theme.readyText = QColor(0x00664A);
    theme.allergyText = QColor(0xA8326E);
    theme.errorText = QColor(0xB3261E);
    theme.selection = QColor(0xFDF1DC);
    theme.addedTint = QColor(0xFBF3D0);
    theme.warningBand = QColor(0xFBF0CF);
    theme.alarmBand = QColor(0xFBDCCB);
    return theme;
}

} // namespace oshaq

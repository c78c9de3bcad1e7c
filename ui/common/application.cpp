// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/application.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

namespace oshaq {

QPalette paletteFor(const Look &look)
{
    const Theme &theme = look.theme();
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.soonText);
    palette.setColor(QPalette::Highlight, theme.ember);
    palette.setColor(QPalette::HighlightedText, theme.emberText);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Link, theme.isDark ? theme.fresh : theme.ember);
    palette.setColor(QPalette::Disabled, QPalette::Text, theme.faint);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, theme.faint);

    return palette;
}

void applyLook(QApplication &application, const Look &look)
{
    // setStyle owns the style.
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(paletteFor(look));
    application.setFont(look.font(TextRole::Body));
}

} // namespace oshaq

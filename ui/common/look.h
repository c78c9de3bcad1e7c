// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/metrics.h"
#include "ui/common/theme.h"

#include <QFont>
#include <QString>

namespace oshaq {

/// What a piece of text is, rather than how it looks.
enum class TextRole
{
    Tag,         ///< 14 px bold: ADDED, VOID, key caps
    Caption,     ///< 16 px: second lines
    CaptionBold, ///< 16 px bold
    Body,        ///< 18 px
    BodyBold,    ///< 18 px bold: buttons
    BodyItalic,  ///< 18 px italic: what the guest wrote
    Dish,        ///< 23 px bold: what a cook reads from two metres
    Title,       ///< 23 px bold: name of the station
    Figure,      ///< 28 px extra bold: number, timer, clock
};

/// Theme, sizes and type together: everything that a painter needs. A value; passed on when the screen changes.
class Look
{
public:
    explicit Look(const Theme &theme = darkTheme(), const Metrics &metrics = Metrics(), bool steady = false);

    const Theme &theme() const { return m_theme; }
    const Metrics &metrics() const { return m_metrics; }
    /// Nothing moves or fades: somebody asked for it, because movement makes them ill or takes their eyes from a knife.
    bool isSteady() const { return m_steady; }
    /// The same with everything that is read larger or smaller; see Metrics::withText().
    Look withText(int percent) const
    {
        Look other = *this; // the family of the letters is dear to find
        other.m_metrics = m_metrics.withText(percent);
        return other;
    }
    QFont font(TextRole role) const;

    /// Distance between base lines.
    int lineSpacing(TextRole role) const;

    int px(double design) const { return m_metrics.px(design); }
    int mm(double millimetres) const { return m_metrics.mm(millimetres); }

    bool operator==(const Look &other) const
    {
        return m_theme == other.m_theme && m_metrics == other.m_metrics && m_steady == other.m_steady &&
               m_family == other.m_family;
    }

private:
    Theme m_theme;
    Metrics m_metrics;
    bool m_steady;
    QString m_family;
};

/// Noto Sans (tabular figures), else Inter, else what the system has.
QString interfaceFontFamily();

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/look.h"

#include <QFontDatabase>

namespace oshaq {

namespace {

struct RoleStyle
{
    double pixels;
    QFont::Weight weight;
    bool italic;
};

constexpr RoleStyle styleOf(TextRole role)
{
    switch (role) {
    case TextRole::Tag:
        return {14, QFont::Bold, false};
    case TextRole::Caption:
        return {16, QFont::Medium, false};
    case TextRole::CaptionBold:
        return {16, QFont::Bold, false};
    case TextRole::Body:
        return {18, QFont::Medium, false};
    case TextRole::BodyBold:
        return {18, QFont::Bold, false};
    case TextRole::BodyItalic:
        return {18, QFont::Medium, true};
    case TextRole::Dish:
        return {23, QFont::Bold, false};
    case TextRole::Title:
        return {23, QFont::Bold, false};
    case TextRole::Figure:
        return {28, QFont::ExtraBold, false};
    }
    return {18, QFont::Medium, false};
}

} // namespace

namespace {

QString findFontFamily()
{
    for (const QString &family : {QStringLiteral("Noto Sans"), QStringLiteral("Inter")}) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

} // namespace

QString interfaceFontFamily()
{
    // Asked for with every look; what is installed does not change under a running program.
    static const QString family = findFontFamily();
    return family;
}

Look::Look(const Theme &theme, const Metrics &metrics, bool steady)
    : m_theme(theme)
    , m_metrics(metrics)
    , m_steady(steady)
    , m_family(interfaceFontFamily())
{}

QFont Look::font(TextRole role) const
{
    const RoleStyle style = styleOf(role);
    QFont font(m_family);
    font.setPixelSize(m_metrics.px(style.pixels));
    font.setWeight(style.weight);
    font.setItalic(style.italic);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

int Look::lineSpacing(TextRole role) const
{
    return m_metrics.px(styleOf(role).pixels * 1.28);
}

} // namespace oshaq

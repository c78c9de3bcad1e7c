// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/displaysettings.h"

#include "ui/common/languageswitch.h"

#include <QSettings>

#include <algorithm>

namespace oshaq {

namespace {

constexpr QLatin1String languageKey("display/language");
constexpr QLatin1String themeKey("display/theme");
constexpr QLatin1String textKey("display/text");
constexpr QLatin1String steadyKey("display/steady");

constexpr std::array themeNames{QLatin1String("by_page"), QLatin1String("dark"), QLatin1String("light")};

} // namespace

DisplaySettings::DisplaySettings(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QString language = settings.value(languageKey).toString();
    if (LanguageSwitch::languages().contains(language))
        m_language = language;
    const auto theme = std::find(themeNames.begin(), themeNames.end(), settings.value(themeKey).toString());
    if (theme != themeNames.end())
        m_theme = Theme(theme - themeNames.begin());
    const int percent = settings.value(textKey).toInt();
    if (std::find(textPercents.begin(), textPercents.end(), percent) != textPercents.end())
        m_textPercent = percent;
    m_steady = settings.value(steadyKey).toBool();
}

void DisplaySettings::setLanguage(const QString &code)
{
    if (code == m_language || !LanguageSwitch::languages().contains(code))
        return;
    m_language = code;
    m_settings.setValue(languageKey, code);
    Q_EMIT languageChanged();
}

void DisplaySettings::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    m_settings.setValue(themeKey, QString(themeNames.at(size_t(theme))));
    Q_EMIT lookChanged();
}

void DisplaySettings::setTextPercent(int percent)
{
    if (percent == m_textPercent || std::find(textPercents.begin(), textPercents.end(), percent) == textPercents.end())
        return;
    m_textPercent = percent;
    m_settings.setValue(textKey, percent);
    Q_EMIT lookChanged();
}

void DisplaySettings::setSteady(bool steady)
{
    if (steady == m_steady)
        return;
    m_steady = steady;
    m_settings.setValue(steadyKey, steady);
    Q_EMIT lookChanged();
}

} // namespace oshaq

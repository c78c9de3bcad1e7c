// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <array>

class QSettings;

namespace oshaq {

/// How this computer's window looks to its people: kept in its settings file, the same for every page, changed at once.
class DisplaySettings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DisplaySettings)

public:
    enum class Theme
    {
        ByPage, ///< kitchens dark, offices light
        Dark,
        Light
    };

    static constexpr std::array textPercents{100, 125, 150, 175, 200};

    /// The settings must outlive it. What is written there and makes no sense counts as not written.
    explicit DisplaySettings(QSettings &settings, QObject *parent = nullptr);

    /// "en", "ru", "kk"; empty: as the system says.
    QString language() const { return m_language; }
    Theme theme() const { return m_theme; }
    int textPercent() const { return m_textPercent; }
    bool isSteady() const { return m_steady; }

    void setLanguage(const QString &code);
    void setTheme(Theme theme);
    /// One of textPercents.
    void setTextPercent(int percent);
    void setSteady(bool steady);

Q_SIGNALS:
    void languageChanged();
    /// Theme, text size or movement.
    void lookChanged();

private:
    QSettings &m_settings;
    QString m_language;
    Theme m_theme = Theme::ByPage;
    int m_textPercent = 100;
    bool m_steady = false;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/displaysettings.h"
#include "ui/settings/settingssection.h"

#include <vector>

class QVBoxLayout;

namespace oshaq {

class ChoiceRow;
class SettingRow;

/// Language, colours, size of letters and movement of this computer's window. Every choice is seen at once.
class DisplaySection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DisplaySection)

public:
    /// The settings must outlive the section.
    DisplaySection(DisplaySettings &display, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("display"); }
    QString iconName() const override { return QStringLiteral("language"); }
    QString title() const override { return tr("Display"); }
    QString summary() const override { return tr("How this screen looks. Changed at once, and only here."); }
    void setLook(const Look &look) override;

protected:
    void retranslate() override;

private:
    void read();

    DisplaySettings &m_display;
    ChoiceRow *m_language;
    ChoiceRow *m_theme;
    ChoiceRow *m_text;
    ChoiceRow *m_motion;
    std::vector<SettingRow *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "ui/settings/settingssection.h"

#include <optional>
#include <vector>

class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class SettingRow;

/// Whether people sign in at this screen, and when it locks by itself.
class LocksSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocksSection)

public:
    /// The port must outlive the section.
    LocksSection(OperatorPort &port, const Look &look, QWidget *parent = nullptr);
    ~LocksSection() override;

    QString key() const override { return QStringLiteral("locks"); }
    QString iconName() const override { return QStringLiteral("lock"); }
    QString title() const override { return tr("People at this screen"); }
    QString summary() const override
    {
        return tr("Who may use this screen, and when it locks by itself. Changed at once, and only here.");
    }
    void setLook(const Look &look) override;

    ChoiceRow *asksChoice() const { return m_asks; }
    ChoiceRow *afterChoice() const { return m_after; }
    Band *band() const { return m_band; }

protected:
    void retranslate() override;

private:
    void read();
    void change(const LockPolicy &policy);
    void tell();

    OperatorPort &m_port;
    PortCall m_call = 0;
    std::optional<PortFailure> m_failure;
    LockPolicy m_wanted; ///< what was refused
    Band *m_band;
    ChoiceRow *m_asks;
    ChoiceRow *m_after;
    std::vector<SettingRow *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

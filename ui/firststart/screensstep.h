// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/kitchenport.h"
#include "models/terminal/settingsport.h"
#include "models/terminal/setupport.h"
#include "ui/firststart/firststartstep.h"

#include <optional>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class Field;

/// Whether other screens and phones reach this computer.
class ScreensStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreensStep)

public:
    ScreensStep(SetupPort &setup, SettingsPort &settings, const Look &look, QWidget *parent = nullptr);
    ~ScreensStep() override;

    QString key() const override { return QStringLiteral("screens"); }
    QString title() const override { return tr("Phones and other screens"); }
    QString text() const override
    {
        return tr("A kitchen screen, a counter, and guests who order with their phones at the table.");
    }
    void setLook(const Look &look) override;
    void enter() override;
    void commit() override;

protected:
    void retranslate() override;

private:
    SetupPort &m_setup;
    SettingsPort &m_settings;
    std::optional<HubFacts> m_facts;
    PortCall m_call = 0;
    Band *m_band;
    ChoiceRow *m_open;
    Field *m_openField;
    QLabel *m_meaning;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

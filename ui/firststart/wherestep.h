// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/setupport.h"
#include "ui/common/displaysettings.h"
#include "ui/firststart/firststartstep.h"

class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class Field;

/// The first question: in which language, and whether this is a new restaurant or one more screen of one that is there.
class WhereStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhereStep)

public:
    WhereStep(DisplaySettings &display, SetupPort &setup, const Look &look, QWidget *parent = nullptr);
    ~WhereStep() override;

    QString key() const override { return QStringLiteral("where"); }
    QString title() const override { return tr("Welcome to Oshaq"); }
    QString text() const override { return tr("A few questions, and the first order can come. Each can be skipped."); }
    QString nextText() const override;
    void setLook(const Look &look) override;
    void commit() override;

protected:
    void retranslate() override;

private:
    bool joins() const;
    void update();

    DisplaySettings &m_display;
    SetupPort &m_setup;
    PortCall m_call = 0;
    Field *m_languageField;
    ChoiceRow *m_language;
    Field *m_whatField;
    ChoiceRow *m_what;
    Field *m_urlField;
    QLineEdit *m_url;
    Field *m_codeField;
    QLineEdit *m_code;
    Field *m_nameField;
    QLineEdit *m_name;
    Band *m_band;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

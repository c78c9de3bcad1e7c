// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/setupport.h"
#include "ui/common/displaysettings.h"
#include "ui/firststart/firststartstep.h"

class QVBoxLayout;

namespace oshaq {

class ChoiceRow;
class Field;
class JoinPanel;

/// The first question: in which language, and whether this is a new restaurant or one more screen of one that is there.
class WhereStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhereStep)

public:
    /// `onlyJoins`: this computer is a screen of another one already, and is to be let in again.
    WhereStep(DisplaySettings &display, SetupPort &setup, bool onlyJoins, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("where"); }
    QString title() const override;
    QString text() const override;
    QString nextText() const override;
    void setLook(const Look &look) override;
    void commit() override;

protected:
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    bool joins() const;
    /// Two screens are being compared, or it is said why this one was not let in.
    bool isComingIn() const;
    void update();

    DisplaySettings &m_display;
    SetupPort &m_setup;
    const bool m_onlyJoins;
    Field *m_languageField;
    ChoiceRow *m_language;
    Field *m_whatField;
    ChoiceRow *m_what;
    JoinPanel *m_join;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

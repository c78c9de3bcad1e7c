// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "models/terminal/staffport.h"
#include "ui/firststart/firststartstep.h"

class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class Field;

/// The owner's name and PIN, and whether this screen asks who stands at it.
class PeopleStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeopleStep)

public:
    PeopleStep(StaffPort &staff, OperatorPort &screen, const Look &look, QWidget *parent = nullptr);
    ~PeopleStep() override;

    QString key() const override { return QStringLiteral("people"); }
    QString title() const override { return tr("You"); }
    QString text() const override
    {
        return tr(
            "With a PIN, screens can be locked and it is known who did what. Others are added on the staff page.");
    }
    void setLook(const Look &look) override;
    void commit() override;

protected:
    void retranslate() override;

private:
    void hire();
    void givePin();
    void setPolicy();
    void fail(const PortFailure &failure);

    StaffPort &m_staff;
    OperatorPort &m_screen;
    StaffMember m_owner; ///< with an id once they are hired
    QString m_hireKey;
    QString m_pinKey;
    QString m_pinGiven;
    PortCall m_call = 0;
    PortCall m_screenCall = 0;
    Band *m_band;
    QLineEdit *m_name;
    QLineEdit *m_pin;
    ChoiceRow *m_asks;
    Field *m_nameField;
    Field *m_pinField;
    Field *m_asksField;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

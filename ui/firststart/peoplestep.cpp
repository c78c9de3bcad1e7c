// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/peoplestep.h"

#include "models/domain/credentials.h"
#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/linktext.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace oshaq {

PeopleStep::PeopleStep(StaffPort &staff, OperatorPort &screen, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_staff(staff)
    , m_screen(screen)
    , m_hireKey(newIdempotencyKey())
    , m_pinKey(newIdempotencyKey())
    , m_band(new Band(look, this))
    , m_name(new QLineEdit(this))
    , m_pin(new QLineEdit(this))
    , m_asks(new ChoiceRow(look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_owner.role = Role::Owner;
    m_name->setObjectName(QStringLiteral("firstOwner"));
    m_pin->setObjectName(QStringLiteral("firstPin"));
    m_asks->setObjectName(QStringLiteral("firstAsks"));
    m_name->setMaxLength(100);
    m_pin->setMaxLength(maxPin);
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    m_pin->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), m_pin));
    m_nameField = new Field(m_name, this);
    m_pinField = new Field(m_pin, this);
    m_asksField = new Field(m_asks, this);
    m_layout->addWidget(m_band);
    for (Field *field : {m_nameField, m_pinField, m_asksField})
        m_layout->addWidget(field);
    m_layout->addStretch(1);
    for (const auto &[line, field] : {std::pair(m_name, m_nameField), {m_pin, m_pinField}}) {
        connect(line, &QLineEdit::textEdited, this, [field = field] { field->setError(QString()); });
        connect(line, &QLineEdit::returnPressed, this, &PeopleStep::commit);
    }
    PeopleStep::retranslate();
    m_asks->setChosen(0);
    PeopleStep::setLook(look);
}

PeopleStep::~PeopleStep()
{
    if (m_call != 0)
        m_staff.cancel(m_call);
    if (m_screenCall != 0)
        m_screen.cancel(m_screenCall);
}

void PeopleStep::retranslate()
{
    m_nameField->setLabel(tr("Your name"));
    m_pinField->setLabel(tr("Your PIN"));
    m_pinField->setHint(tr("4 to 8 digits that nobody guesses. It is shown so that you can remember it."));
    m_asks->setTexts({tr("No, anybody may use it"), tr("Yes")});
    m_asksField->setLabel(tr("Ask for a PIN at this screen"));
    m_asksField->setHint(tr("Can be changed in the settings at any time."));
}

void PeopleStep::commit()
{
    if (m_call != 0 || m_screenCall != 0)
        return;
    m_band->setMessage(QString(), Band::Tone::Alarm);
    for (Field *field : {m_nameField, m_pinField})
        field->setError(QString());
    if (m_name->text().trimmed().isEmpty())
        m_nameField->setProblem([] { return tr("Who are you? Or skip this step."); });
    if (!checkPin(m_pin->text())) {
        m_pinField->setProblem(
            [] { return tr("4 to 8 digits, and none that everybody tries first: no 1234, no 0000, no 2580."); });
    }
    for (Field *field : {m_nameField, m_pinField}) {
        if (!field->error().isEmpty()) {
            field->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    Q_EMIT busyChanged(true);
    hire();
}

void PeopleStep::hire()
{
    const QString name = m_name->text().trimmed();
    if (m_owner.id != 0 && m_owner.name == name) {
        givePin();
        return;
    }
    StaffMember wanted = m_owner;
    wanted.name = name;
    m_call = m_staff.save(m_hireKey, wanted, [this](const PortAnswer<StaffMember> &answer) {
        m_call = 0;
        if (!answer) {
            fail(answer.failure);
            return;
        }
        m_owner = *answer.value;
        m_hireKey = newIdempotencyKey();
        givePin();
    });
}

void PeopleStep::givePin()
{
    const QString pin = m_pin->text();
    if (pin == m_pinGiven) {
        setPolicy();
        return;
    }
    m_call = m_staff.setPin(m_pinKey, m_owner.id, pin, [this, pin](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        if (!answer) {
            fail(answer.failure);
            return;
        }
        m_pinGiven = pin;
        m_pinKey = newIdempotencyKey();
        ++m_owner.version;
        setPolicy();
    });
}

void PeopleStep::setPolicy()
{
    LockPolicy policy = m_screen.policy();
    policy.asksForPin = m_asks->chosen() == 1;
    if (policy == m_screen.policy()) {
        Q_EMIT busyChanged(false);
        Q_EMIT done();
        return;
    }
    m_screenCall = m_screen.setPolicy(policy, [this](const PortAnswer<PortNothing> &answer) {
        m_screenCall = 0;
        if (!answer) {
            fail(answer.failure);
            return;
        }
        Q_EMIT busyChanged(false);
        Q_EMIT done();
    });
}

void PeopleStep::fail(const PortFailure &failure)
{
    Q_EMIT busyChanged(false);
    // The same question may be asked again after no answer; another one gets another key.
    if (failure.kind != PortFailure::Kind::Unreachable) {
        m_hireKey = newIdempotencyKey();
        m_pinKey = newIdempotencyKey();
    }
    if (failure.errorCode == u"ALREADY_EXISTS")
        m_pinField->setProblem([] { return tr("Somebody has this PIN already: take another one."); });
    else
        m_band->setMessage(LinkText::failure(failure), Band::Tone::Alarm);
}

void PeopleStep::setLook(const Look &look)
{
    m_band->setLook(look);
    m_asks->setLook(look);
    m_pin->setMaximumWidth(look.px(220));
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(16));
}

} // namespace oshaq

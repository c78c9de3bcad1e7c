// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/secretform.h"

#include "models/domain/credentials.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"
#include "ui/staff/stafftext.h"
#include "ui/staff/suggestion.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QRegularExpressionValidator>

namespace oshaq {

SecretForm::SecretForm(Kind kind, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_stateButtons(new FlowRow(this))
    , m_formButtons(new FlowRow(this))
    , m_change(new TouchButton(look, this))
    , m_remove(new TouchButton(look, this))
    , m_show(new TouchButton(look, this))
    , m_suggest(new TouchButton(look, this))
    , m_cancel(new TouchButton(look, this))
    , m_set(new TouchButton(look, this))
    , m_layout(new QVBoxLayout(this))
{
    const QString name = kind == Kind::Pin ? QStringLiteral("pin") : QStringLiteral("password");
    setObjectName(name + QStringLiteral("Form"));
    m_title->setProperty("role", QStringLiteral("strong"));
    m_state->setProperty("role", QStringLiteral("caption"));
    m_state->setWordWrap(true);
    m_first->setObjectName(name + QStringLiteral("First"));
    m_second->setObjectName(name + QStringLiteral("Second"));
    for (QLineEdit *line : {m_first, m_second}) {
        line->setMaxLength(kind == Kind::Pin ? maxPin : maxPassword);
        line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                  (kind == Kind::Pin ? Qt::ImhDigitsOnly : Qt::ImhNoAutoUppercase));
        if (kind == Kind::Pin) {
            static const QRegularExpression digits(QStringLiteral("[0-9]*"));
            line->setValidator(new QRegularExpressionValidator(digits, line));
        }
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_isWrong = false;
            setError(QString());
        });
        connect(line, &QLineEdit::returnPressed, this, [this] {
            if (!m_isPart && complain())
                Q_EMIT submitted(secret());
        });
    }
    m_firstField = new Field(m_first, this);
    m_secondField = new Field(m_second, this);
    m_change->setObjectName(name + QStringLiteral("Change"));
    m_remove->setObjectName(name + QStringLiteral("Remove"));
    m_show->setObjectName(name + QStringLiteral("Show"));
    m_suggest->setObjectName(name + QStringLiteral("Suggest"));
    m_cancel->setObjectName(name + QStringLiteral("Cancel"));
    m_set->setObjectName(name + QStringLiteral("Set"));
    m_show->setCheckable(true);
    m_show->setKind(TouchButton::Kind::Chosen);
    for (TouchButton *button : {m_change, m_remove})
        m_stateButtons->addWidget(button);
    for (TouchButton *button : {m_suggest, m_show, m_cancel, m_set})
        m_formButtons->addWidget(button);
    for (TouchButton *button : {m_change, m_remove, m_show, m_suggest, m_cancel, m_set})
        button->setTakesFocus(true);

    m_layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_title, m_state, m_stateButtons, m_firstField, m_secondField, m_formButtons})
        m_layout->addWidget(widget);

    connect(m_change, &TouchButton::clicked, this, [this] {
        openForm(true);
        focusField();
    });
    connect(m_remove, &TouchButton::clicked, this, &SecretForm::removalAsked);
    connect(m_show, &TouchButton::clicked, this, [this](bool checked) {
        m_isShown = checked;
        updateShown();
    });
    connect(m_suggest, &TouchButton::clicked, this, &SecretForm::suggest);
    connect(m_cancel, &TouchButton::clicked, this, [this] {
        openForm(false);
        m_change->setFocus(Qt::OtherFocusReason);
    });
    connect(m_set, &TouchButton::clicked, this, [this] {
        if (complain())
            Q_EMIT submitted(secret());
    });
    openForm(false);
    setLook(look);
}

void SecretForm::setLook(const Look &look)
{
    for (TouchButton *button : {m_change, m_remove, m_show, m_suggest, m_cancel, m_set})
        button->setLook(look);
    m_stateButtons->setSpacing(look.px(8));
    m_formButtons->setSpacing(look.px(8));
    m_layout->setSpacing(look.px(8));
}

void SecretForm::setHas(bool has)
{
    m_has = has;
    openForm(m_isPart);
}

void SecretForm::setPartOfNew(bool isPart)
{
    m_isPart = isPart;
    openForm(isPart);
}

void SecretForm::setBusy(bool busy)
{
    for (TouchButton *button : {m_change, m_remove, m_suggest, m_cancel, m_set})
        button->setEnabled(!busy);
}

void SecretForm::setError(const QString &error)
{
    m_firstField->setError(error);
}

QString SecretForm::error() const
{
    return m_firstField->error().isEmpty() ? m_secondField->error() : m_firstField->error();
}

bool SecretForm::isTyped() const
{
    return m_isOpen && !(m_first->text().isEmpty() && m_second->text().isEmpty());
}

QString SecretForm::secret() const
{
    return m_first->text();
}

void SecretForm::focusField()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

bool SecretForm::check()
{
    if (!isTyped()) {
        m_isWrong = false;
        setError(QString());
        m_secondField->setError(QString());
        return true;
    }
    return complain();
}

bool SecretForm::complain()
{
    const QString text = m_first->text();
    const QString weak = m_kind == Kind::Pin ? StaffText::pinProblem(text) : StaffText::passwordProblem(text);
    setError(weak);
    const bool isOther = weak.isEmpty() && !m_isShown && m_second->text() != text;
    QString other;
    if (isOther && m_second->text().isEmpty())
        other = tr("Type it once more, so that a slip is noticed.");
    else if (isOther)
        other = tr("This is not the same. Type both again, or show them.");
    m_secondField->setError(other);
    m_isWrong = !weak.isEmpty() || isOther;
    if (!weak.isEmpty())
        m_first->setFocus(Qt::OtherFocusReason);
    else if (isOther)
        m_second->setFocus(Qt::OtherFocusReason);
    return !m_isWrong;
}

void SecretForm::openForm(bool open)
{
    m_isOpen = open;
    if (!open || !m_isPart) {
        m_first->clear();
        m_second->clear();
    }
    m_isShown = false;
    m_isWrong = false;
    setError(QString());
    m_secondField->setError(QString());
    m_stateButtons->setVisible(!open);
    m_state->setVisible(!m_isPart);
    m_firstField->setVisible(open);
    m_formButtons->setVisible(open);
    m_set->setVisible(!m_isPart);
    m_cancel->setVisible(!m_isPart);
    updateShown();
    retranslate();
}

void SecretForm::suggest()
{
    QRandomGenerator &random = *QRandomGenerator::system();
    m_first->setText(m_kind == Kind::Pin ? suggestedPin(random) : suggestedPassword(random));
    m_second->clear();
    m_isWrong = false;
    setError(QString());
    m_secondField->setError(QString());
    // Somebody has to read it to give it to a person.
    m_isShown = true;
    updateShown();
    focusField();
}

void SecretForm::updateShown()
{
    m_show->setChecked(m_isShown);
    const QLineEdit::EchoMode echo = m_isShown ? QLineEdit::Normal : QLineEdit::Password;
    m_first->setEchoMode(echo);
    m_second->setEchoMode(QLineEdit::Password);
    m_secondField->setVisible(m_isOpen && !m_isShown);
    if (m_isShown)
        m_secondField->setError(QString());
}

void SecretForm::retranslate()
{
    const bool isPin = m_kind == Kind::Pin;
    m_title->setText(isPin ? tr("PIN") : tr("Password"));
    if (isPin)
        m_state->setText(m_has ? tr("Has one. Nobody can read it, only change it.") : tr("Has none."));
    else
        m_state->setText(m_has ? tr("Has one, for other programs and the office.")
                               : tr("Has none. Only needed to sign in elsewhere than at a screen."));
    m_change->setText(m_has ? isPin ? tr("Change the PIN") : tr("Change the password")
                            : (isPin ? tr("Give a PIN") : tr("Give a password")));
    m_remove->setText(tr("Take it away"));
    m_remove->setAccessibleName(isPin ? tr("Take the PIN away") : tr("Take the password away"));
    m_remove->setVisible(m_has);
    m_firstField->setLabel(isPin ? tr("New PIN") : tr("New password"));
    m_firstField->setHint(isPin ? tr("%1 to %2 digits, and none that everybody tries first.").arg(minPin).arg(maxPin)
                                : tr("At least %1 characters.").arg(minPassword));
    m_secondField->setLabel(tr("Once more"));
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(isPin ? tr("Show the PIN") : tr("Show the password"));
    m_suggest->setText(tr("Suggest one"));
    m_cancel->setText(tr("Leave as it is"));
    m_set->setText(isPin ? tr("Save the PIN") : tr("Save the password"));
    m_stateButtons->rearrange();
    m_formButtons->rearrange();
    if (m_isWrong)
        complain();
}

void SecretForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq

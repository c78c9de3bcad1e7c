// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stepper.h"

#include "ui/common/formats.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QStyle>

#include <algorithm>

namespace oshaq {

Stepper::Stepper(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_less(new TouchButton(look, this))
    , m_text(new QLineEdit(this))
    , m_more(new TouchButton(look, this))
{
    m_less->setText(QStringLiteral("−"));
    m_more->setText(QStringLiteral("+"));
    m_less->setObjectName(QStringLiteral("stepLess"));
    m_more->setObjectName(QStringLiteral("stepMore"));
    m_text->setObjectName(QStringLiteral("stepValue"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    for (TouchButton *button : {m_less, m_more}) {
        button->setAutoRepeat(true);
        button->setTakesFocus(true);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_less);
    layout->addWidget(m_text);
    layout->addWidget(m_more);
    setFocusProxy(m_text);
    connect(m_less, &TouchButton::clicked, this, [this] { stepBy(-1); });
    connect(m_more, &TouchButton::clicked, this, [this] { stepBy(1); });
    connect(m_text, &QLineEdit::textEdited, this, &Stepper::handleEdited);
    setLook(look);
    setValue(m_value);
    retranslate();
}

void Stepper::setLook(const Look &look)
{
    m_look = look;
    m_less->setLook(look);
    m_more->setLook(look);
    layout()->setSpacing(look.px(6));
    m_text->setFixedWidth(look.px(84));
}

void Stepper::setRange(qint64 step, qint64 least, qint64 most)
{
    m_step = std::max<qint64>(1, step);
    m_least = least;
    m_most = std::max(least, most);
    setValue(m_value);
}

void Stepper::setValue(qint64 thousandths)
{
    // The nearest step: a value from elsewhere is never shown as something that cannot be ordered.
    m_value = std::clamp(thousandths / m_step * m_step, m_least, m_most);
    m_text->setText(formats::quantity(m_value));
    judge(true);
}

void Stepper::setWhat(const QString &what)
{
    m_what = what;
    retranslate();
}

void Stepper::stepBy(int steps)
{
    setValue(m_value + steps * m_step);
    Q_EMIT valueChanged(m_value);
}

void Stepper::handleEdited(const QString &text)
{
    const auto typed = formats::readQuantity(text);
    const bool valid = typed && *typed >= m_least && *typed <= m_most && *typed % m_step == 0;
    if (valid)
        m_value = *typed;
    judge(valid);
    Q_EMIT valueChanged(m_value);
}

void Stepper::judge(bool valid)
{
    m_valid = valid;
    m_less->setEnabled(m_value > m_least);
    m_more->setEnabled(m_value < m_most);
    if (m_text->property("wrong").toBool() == !valid)
        return;
    m_text->setProperty("wrong", !valid);
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
}

void Stepper::retranslate()
{
    m_less->setAccessibleName(m_what.isEmpty() ? tr("Less") : tr("Less of %1").arg(m_what));
    m_more->setAccessibleName(m_what.isEmpty() ? tr("More") : tr("More of %1").arg(m_what));
    m_text->setAccessibleName(m_what.isEmpty() ? tr("Quantity") : tr("Quantity of %1").arg(m_what));
}

void Stepper::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_text->setText(formats::quantity(m_value));
    }
    QWidget::changeEvent(event);
}

} // namespace oshaq

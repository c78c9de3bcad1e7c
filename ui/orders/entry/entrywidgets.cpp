// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/entrywidgets.h"

#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/orderdraft.h"

#include <QApplication>
#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QScroller>
#include <QStyle>

#include <algorithm>
#include <array>

namespace oshaq {

namespace entry {

QLabel *label(const QString &role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setProperty("role", role);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void setRole(QLabel *label, const QString &role)
{
    if (label->property("role").toString() == role)
        return;
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void makePlain(QScrollArea *area, QWidget *content)
{
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    QScroller::grabGesture(area->viewport(), QScroller::TouchGesture);
}

void reveal(QWidget *widget)
{
    for (QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(widget);
    }
}

void click(TouchButton *button)
{
    if (button->isEnabled() && button->isVisible())
        button->click();
}

} // namespace entry

NumberPad::NumberPad(const Look &look, bool withPoint, QWidget *parent)
    : QWidget(parent)
    , m_withPoint(withPoint)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int at = 0; at < 12; ++at) {
        auto *button = new TouchButton(look, this);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(button, at / 3, at % 3);
        m_buttons.push_back(button);
        if (at < 9 || at == 10) {
            const int figure = at == 10 ? 0 : at + 1;
            button->setText(QString::number(figure));
            button->setObjectName(QStringLiteral("pad%1").arg(figure));
            connect(button, &TouchButton::clicked, this,
                    [this, figure] { type(Qt::Key_0 + figure, QString::number(figure)); });
        }
    }
    m_buttons[9]->setObjectName(QStringLiteral("padPoint"));
    m_buttons[11]->setObjectName(QStringLiteral("padBack"));
    m_buttons[11]->setText(QStringLiteral("⌫"));
    m_buttons[11]->setAutoRepeat(true);
    connect(m_buttons[9], &TouchButton::clicked, this, [this] {
        if (m_withPoint) {
            type(Qt::Key_Period, QLocale().decimalPoint());
        } else {
            type(Qt::Key_0, QStringLiteral("0"));
            type(Qt::Key_0, QStringLiteral("0"));
        }
    });
    connect(m_buttons[11], &TouchButton::clicked, this, [this] { type(Qt::Key_Backspace, QString()); });
    setLook(look);
    retranslate();
}

void NumberPad::setLook(const Look &look)
{
    for (TouchButton *button : m_buttons)
        button->setLook(look);
    layout()->setSpacing(look.px(6));
}

void NumberPad::retranslate()
{
    setAccessibleName(tr("Keypad"));
    m_buttons[9]->setText(m_withPoint ? QLocale().decimalPoint() : QStringLiteral("00"));
    m_buttons[11]->setAccessibleName(tr("Delete the last figure"));
}

void NumberPad::type(int key, const QString &text)
{
    if (!m_target)
        return;
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(m_target, &press);
}

void NumberPad::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

namespace {

constexpr int longestTyped = 200;

} // namespace

AllergyField::AllergyField(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_choices(new ChoiceRow(look, this))
{
    m_edit->setObjectName(QStringLiteral("allergyEdit"));
    m_edit->setMaxLength(longestTyped);
    m_choices->setObjectName(QStringLiteral("allergyChoices"));
    m_choices->setMany(true);
    m_field = new Field(m_edit, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    layout->addWidget(m_choices);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        showChosen();
        Q_EMIT changed();
    });
    connect(m_choices, &ChoiceRow::picked, this, [this](int index) {
        m_edit->setText(toggleWord(m_edit->text(), offered().at(index)));
        showChosen();
        Q_EMIT changed();
    });
    setLook(look);
    retranslate();
}

void AllergyField::setLook(const Look &look)
{
    m_choices->setLook(look);
    layout()->setSpacing(look.px(8));
}

QStringList AllergyField::offered() const
{
    if (!m_common.isEmpty())
        return m_common;
    return {tr("nuts"), tr("milk"), tr("eggs"), tr("gluten"), tr("fish"), tr("sesame")};
}

void AllergyField::setCommon(const QStringList &words)
{
    if (words == m_common)
        return;
    m_common = words;
    retranslate();
}

void AllergyField::retranslate()
{
    m_field->setLabel(tr("Allergy"));
    m_choices->setTexts(offered());
    m_choices->setAccessibleName(tr("Common allergies"));
    showChosen();
}

void AllergyField::showChosen()
{
    const QStringList words = offered();
    for (int i = 0; i < m_choices->count(); ++i)
        m_choices->setChosen(i, hasWord(m_edit->text(), words.at(i)));
}

QString AllergyField::text() const
{
    return m_edit->text();
}

void AllergyField::setText(const QString &text)
{
    // What a guest wrote, or two joined orders say, may be longer than what is typed here: none of it may be lost.
    m_edit->setMaxLength(std::max(longestTyped, int(text.size())));
    if (text != m_edit->text())
        m_edit->setText(text);
    showChosen();
}

void AllergyField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

namespace {

constexpr std::array promiseSteps{15, 30, 45, 60};

} // namespace

PromiseField::PromiseField(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_label(entry::label(QStringLiteral("caption"), this))
    , m_choices(new ChoiceRow(look, this))
    , m_edit(new QLineEdit(this))
{
    m_choices->setObjectName(QStringLiteral("promiseChoices"));
    m_edit->setObjectName(QStringLiteral("promiseEdit"));
    m_edit->setMaxLength(10);
    m_edit->setInputMethodHints(Qt::ImhTime);
    m_field = new Field(m_edit, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    layout->addWidget(m_choices);
    layout->addWidget(m_field);
    connect(m_choices, &ChoiceRow::picked, this, [this] {
        m_edit->clear();
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_choices->setChosen(m_edit->text().trimmed().isEmpty() ? 0 : -1);
        Q_EMIT changed();
    });
    setLook(look);
    retranslate();
    m_choices->setChosen(0);
}

void PromiseField::setLook(const Look &look)
{
    m_choices->setLook(look);
    layout()->setSpacing(look.px(6));
}

void PromiseField::retranslate()
{
    m_label->setText(tr("Promised"));
    QStringList texts{tr("No")};
    for (const int minutes : promiseSteps)
        texts << QStringLiteral("+%1").arg(minutes);
    m_choices->setTexts(texts);
    m_choices->setAccessibleName(tr("Promised"));
    m_choices->button(0)->setAccessibleName(tr("No promise"));
    for (int i = 1; i < m_choices->count(); ++i)
        m_choices->button(i)->setAccessibleName(tr("In %1 minutes").arg(promiseSteps[std::size_t(i - 1)]));
    m_edit->setPlaceholderText(tr("or at: 20:30"));
    m_edit->setAccessibleName(tr("Promised at"));
}

int PromiseField::minutes() const
{
    const int chosen = m_choices->chosen();
    return chosen > 0 ? promiseSteps[std::size_t(chosen - 1)] : 0;
}

QString PromiseField::text() const
{
    return m_edit->text();
}

void PromiseField::setPromise(int minutes, const QString &text)
{
    if (text != m_edit->text())
        m_edit->setText(text);
    const auto found = std::find(promiseSteps.begin(), promiseSteps.end(), minutes);
    if (found != promiseSteps.end())
        m_choices->setChosen(int(found - promiseSteps.begin()) + 1);
    else
        m_choices->setChosen(text.trimmed().isEmpty() ? 0 : -1);
}

void PromiseField::setProblem(const QString &text)
{
    m_field->setError(text);
}

QString PromiseField::problem() const
{
    return m_field->error();
}

void PromiseField::setMeaning(const QString &text)
{
    m_field->setHint(text);
}

void PromiseField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

LeaveStrip::LeaveStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_question(entry::label(QStringLiteral("strong"), this))
    , m_keep(new TouchButton(look, this))
    , m_discard(new TouchButton(look, this))
    , m_goOn(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("leaveStrip"));
    m_keep->setObjectName(QStringLiteral("leaveKeep"));
    m_discard->setObjectName(QStringLiteral("leaveDiscard"));
    m_goOn->setObjectName(QStringLiteral("leaveGoOn"));
    m_keep->setKind(TouchButton::Kind::Primary);
    m_discard->setKind(TouchButton::Kind::Danger);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_question, 1);
    for (TouchButton *button : {m_goOn, m_discard, m_keep}) {
        button->setTakesFocus(true);
        layout->addWidget(button);
    }
    setLook(look);
    hide();
}

void LeaveStrip::setLook(const Look &look)
{
    for (TouchButton *button : {m_goOn, m_discard, m_keep})
        button->setLook(look);
    m_look = look;
    layout()->setSpacing(look.px(10));
    arrange();
}

void LeaveStrip::arrange()
{
    const auto setKeys = [this](bool shown) {
        m_keep->setKeys(shown ? QStringList{QStringLiteral("Enter")} : QStringList());
        m_goOn->setKeys(shown ? QStringList{QStringLiteral("Esc")} : QStringList());
    };
    setKeys(true);
    int needed = m_look.px(140);
    for (const TouchButton *button : {m_goOn, m_discard, m_keep})
        needed += button->sizeHint().width() + m_look.px(10);
    const bool isWide = needed <= width();
    setKeys(isWide);
    m_question->setVisible(isWide);
}

void LeaveStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LeaveStrip::setTexts(const QString &question, const QString &keep, const QString &discard, const QString &goOn)
{
    m_question->setText(question);
    m_keep->setText(keep);
    m_discard->setText(discard);
    m_goOn->setText(goOn);
    arrange();
}

void LeaveStrip::ask()
{
    show();
    m_keep->setFocus(Qt::OtherFocusReason);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/formsheet.h"

#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr int sheetWidth = 560;

} // namespace

FormSheet::FormSheet(const QString &name, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, sheetWidth, parent)
    , m_band(new Band(look, this))
    , m_buttons(new FlowRow(this))
    , m_remove(new TouchButton(look, this))
    , m_keep(new TouchButton(look, this))
    , m_save(new TouchButton(look, this))
{
    setObjectName(name);
    m_band->setObjectName(name + QStringLiteral(".band"));
    m_save->setObjectName(name + QStringLiteral(".save"));
    m_remove->setObjectName(name + QStringLiteral(".remove"));
    m_keep->setObjectName(name + QStringLiteral(".keep"));
    m_save->setKind(TouchButton::Kind::Primary);
    m_remove->setKind(TouchButton::Kind::Danger);
    body()->addWidget(m_band);
    body()->addStretch(1);
    for (TouchButton *button : {m_remove, m_keep, m_save}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    footer()->addWidget(m_buttons, 1);

    connect(m_save, &TouchButton::clicked, this, [this] {
        if (m_asking == Asking::Losing) {
            ask(Asking::Nothing);
            close();
        } else {
            Q_EMIT saveAsked();
        }
    });
    connect(m_remove, &TouchButton::clicked, this, [this] {
        if (m_asking == Asking::Removing)
            Q_EMIT removeAsked();
        else
            ask(Asking::Removing);
    });
    connect(m_keep, &TouchButton::clicked, this, [this] { ask(Asking::Nothing); });
}

// ---- fields

Field *FormSheet::add(const QString &path, QWidget *editor)
{
    editor->setObjectName(objectName() + u'.' + path);
    auto *field = new Field(editor, this);
    body()->insertWidget(body()->count() - 1, field);
    m_rows.push_back({path, field, editor});
    return field;
}

QLineEdit *FormSheet::addLine(const QString &path, int maxLength)
{
    auto *line = new QLineEdit(this);
    line->setMaxLength(maxLength);
    add(path, line);
    connect(line, &QLineEdit::textEdited, this, [this, path] { clearError(path); });
    connect(line, &QLineEdit::returnPressed, this, [this] {
        if (!m_busy && m_asking == Asking::Nothing)
            Q_EMIT saveAsked();
    });
    return line;
}

QComboBox *FormSheet::addCombo(const QString &path)
{
    auto *combo = new QComboBox(this);
    add(path, combo);
    connect(combo, &QComboBox::activated, this, [this, path] { clearError(path); });
    return combo;
}

ChoiceRow *FormSheet::addChoice(const QString &path)
{
    auto *choice = new ChoiceRow(look(), this);
    add(path, choice);
    connect(choice, &ChoiceRow::picked, this, [this, path] { clearError(path); });
    return choice;
}

FormSheet::Row *FormSheet::row(const QString &path)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&path](const Row &one) { return one.path == path; });
    return found == m_rows.end() ? nullptr : &*found;
}

void FormSheet::setFieldWords(const QString &path, const QString &label, const QString &hint)
{
    if (Row *one = row(path)) {
        one->field->setLabel(label);
        one->field->setHint(hint);
    }
}

void FormSheet::setProblem(const QString &path, std::function<QString()> words)
{
    if (Row *one = row(path))
        one->field->setProblem(std::move(words));
}

void FormSheet::clearError(const QString &path)
{
    if (Row *one = row(path))
        one->field->setError(QString());
}

bool FormSheet::hasErrors() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &one) { return !one.field->error().isEmpty(); });
}

void FormSheet::clearErrors()
{
    for (const Row &one : m_rows)
        one.field->setError(QString());
    m_failure.reset();
    m_band->setMessage(QString(), Band::Tone::Alarm);
}

/// What would be lost.
QStringList FormSheet::state() const
{
    QStringList values;
    for (const Row &one : m_rows) {
        if (const auto *line = qobject_cast<const QLineEdit *>(one.editor)) {
            values << line->text();
        } else if (const auto *combo = qobject_cast<const QComboBox *>(one.editor)) {
            values << QString::number(combo->currentIndex());
        } else if (const auto *choice = qobject_cast<const ChoiceRow *>(one.editor)) {
            QString chosen;
            for (int i = 0; i < choice->count(); ++i)
                chosen += choice->isChosen(i) ? u'1' : u'0';
            values << chosen;
        }
    }
    return values;
}

// ---- opening, saving

void FormSheet::setWords(std::function<Words()> words, std::function<void()> fields)
{
    m_words = std::move(words);
    m_fieldWords = std::move(fields);
    FormSheet::retranslate();
}

void FormSheet::begin(bool removable)
{
    m_removable = removable;
    m_busy = false;
    clearErrors();
    m_before = state();
    ask(Asking::Nothing);
    FormSheet::retranslate();
    open(m_rows.empty() ? nullptr : m_rows.front().editor);
}

void FormSheet::setBusy(bool busy)
{
    m_busy = busy;
    for (TouchButton *button : {m_remove, m_keep, m_save})
        button->setEnabled(!busy);
    if (busy) {
        m_failure.reset();
        m_band->setMessage(QString(), Band::Tone::Alarm);
    }
}

void FormSheet::fail(const PortFailure &failure)
{
    setBusy(false);
    ask(Asking::Nothing);
    QWidget *first = nullptr;
    for (const ErrorDetail &detail : failure.details) {
        Row *one = row(detail.path);
        if (!one)
            continue;
        one->field->setProblem(
            [code = failure.errorCode, issue = detail.issue] { return LinkText::refusal(code, issue); });
        if (!first)
            first = one->editor;
    }
    if (first) {
        first->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_failure = failure;
    m_band->setMessage(LinkText::failure(failure), Band::Tone::Alarm);
}

void FormSheet::showResult(const QString &path, const QString &text)
{
    setBusy(false);
    if (Row *one = row(path)) {
        if (auto *line = qobject_cast<QLineEdit *>(one->editor)) {
            line->setText(text);
            line->setFocus(Qt::OtherFocusReason);
            line->selectAll();
        }
    }
    m_before = state();
    FormSheet::retranslate();
}

void FormSheet::finish()
{
    setBusy(false);
    m_before = state();
    ask(Asking::Nothing);
    close();
}

bool FormSheet::mayClose()
{
    if (m_busy)
        return false;
    if (state() == m_before || m_asking == Asking::Losing)
        return true;
    ask(Asking::Losing);
    return false;
}

void FormSheet::ask(Asking asking)
{
    m_asking = asking;
    showButtons();
}

void FormSheet::showButtons()
{
    const Words words = m_words ? m_words() : Words();
    switch (m_asking) {
    case Asking::Nothing:
        m_save->setText(words.save);
        m_remove->setText(words.remove);
        m_band->setMessage(m_failure ? LinkText::failure(*m_failure) : QString(), Band::Tone::Alarm);
        break;
    case Asking::Losing:
        m_save->setText(tr("Throw away"));
        m_keep->setText(tr("Go on editing"));
        m_band->setMessage(tr("What you changed is not saved."), Band::Tone::Warning);
        break;
    case Asking::Removing:
        m_remove->setText(tr("Yes, remove"));
        m_keep->setText(tr("Keep it"));
        m_band->setMessage(words.removeQuestion, Band::Tone::Warning);
        break;
    }
    m_save->setVisible(m_asking != Asking::Removing);
    m_remove->setVisible(m_removable && !words.remove.isEmpty() && m_asking != Asking::Losing);
    m_keep->setVisible(m_asking != Asking::Nothing);
    m_buttons->rearrange();
}

// ---- look

void FormSheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    m_band->setLook(look);
    for (TouchButton *button : {m_remove, m_keep, m_save})
        button->setLook(look);
    for (const Row &one : m_rows) {
        if (auto *choice = qobject_cast<ChoiceRow *>(one.editor))
            choice->setLook(look);
    }
    m_buttons->setSpacing(look.px(8));
}

void FormSheet::retranslate()
{
    Sheet::retranslate();
    if (!m_words)
        return;
    setTitle(m_words().title);
    if (m_fieldWords)
        m_fieldWords();
    showButtons();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/field.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QStyle>

#include <utility>

namespace oshaq {

namespace {

void restyle(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

Field::Field(QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new QLabel(this))
    , m_below(new QLabel(this))
{
    m_label->setProperty("role", QStringLiteral("caption"));
    m_label->setBuddy(editor);
    m_below->setProperty("role", QStringLiteral("caption"));
    m_below->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_below);
    setFocusProxy(editor);
    m_label->hide();
    refresh();
}

void Field::setLabel(const QString &label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    m_editor->setAccessibleName(label);
}

void Field::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void Field::setError(const QString &error)
{
    m_problem = nullptr;
    if (!error.isEmpty())
        m_problem = [error] { return error; };
    refresh();
}

void Field::setProblem(std::function<QString()> words)
{
    m_problem = std::move(words);
    refresh();
}

void Field::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_problem)
        refresh();
    QWidget::changeEvent(event);
}

void Field::refresh()
{
    const QString wrong = error();
    const bool isWrong = !wrong.isEmpty();
    m_below->setText(isWrong ? wrong : m_hint);
    m_below->setVisible(!m_below->text().isEmpty());
    restyle(m_below, "role", isWrong ? QStringLiteral("error") : QStringLiteral("caption"));
    restyle(m_editor, "wrong", isWrong);
    m_editor->setAccessibleDescription(m_below->text());
}

} // namespace oshaq

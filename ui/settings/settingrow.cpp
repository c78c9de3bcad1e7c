// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrow.h"

#include "ui/common/painting.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace oshaq {

SettingRow::SettingRow(QWidget *editor, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_editor(editor)
    , m_title(new QLabel(this))
    , m_meaning(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_title->setProperty("role", QStringLiteral("strong"));
    m_title->setWordWrap(true);
    m_meaning->setProperty("role", QStringLiteral("muted"));
    m_meaning->setWordWrap(true);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_meaning);
    m_layout->addWidget(m_editor);
    setLook(look);
}

void SettingRow::setLook(const Look &look)
{
    m_look = look;
    m_layout->setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(16));
    m_layout->setSpacing(look.px(8));
    update();
}

void SettingRow::setTexts(const QString &title, const QString &meaning)
{
    m_title->setText(title);
    m_meaning->setText(meaning);
    m_editor->setAccessibleName(title);
    m_editor->setAccessibleDescription(meaning);
}

void SettingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painting::fillRounded(painter, rect(), m_look.px(10), m_look.theme().surface);
    painting::outlineRounded(painter, rect(), m_look.px(10), m_look.theme().line);
}

} // namespace oshaq

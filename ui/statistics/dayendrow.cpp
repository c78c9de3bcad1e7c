// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/dayendrow.h"

#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace oshaq {

DayEndRow::DayEndRow(const DayEnd &report, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_report(report)
    , m_look(look)
    , m_layout(new QVBoxLayout(this))
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_status(new QLabel(this))
    , m_buttons(new FlowRow(this))
    , m_print(new TouchButton(look))
    , m_save(new TouchButton(look))
{
    setObjectName(QStringLiteral("dayEndRow"));
    m_title->setProperty("role", QStringLiteral("strong"));
    m_facts->setProperty("role", QStringLiteral("caption"));
    m_status->setProperty("role", QStringLiteral("caption"));
    for (QLabel *label : {m_title, m_facts, m_status})
        label->setWordWrap(true);
    m_status->hide();
    m_print->setIconName(QStringLiteral("printer"));
    m_print->setTakesFocus(true);
    m_save->setTakesFocus(true);
    m_buttons->addWidget(m_print);
    m_buttons->addWidget(m_save);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_facts, m_buttons, m_status})
        m_layout->addWidget(part);
    setLook(look);
}

void DayEndRow::setLook(const Look &look)
{
    m_look = look;
    m_print->setLook(look);
    m_save->setLook(look);
    m_buttons->setSpacing(look.px(10));
    m_layout->setContentsMargins(0, look.px(12), 0, look.px(8));
    m_layout->setSpacing(look.px(4));
    m_buttons->rearrange();
}

void DayEndRow::setTexts(const QString &title, const QString &facts)
{
    m_title->setText(title);
    m_facts->setText(facts);
    m_print->setText(tr("Print"));
    m_save->setText(tr("Save PDF"));
    m_print->setAccessibleName(tr("Print: %1").arg(title));
    m_save->setAccessibleName(tr("Save PDF: %1").arg(title));
    m_buttons->rearrange();
}

void DayEndRow::setStatus(const QString &status, bool isError)
{
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
    m_status->setProperty("role", isError ? QStringLiteral("error") : QStringLiteral("caption"));
    m_status->style()->unpolish(m_status);
    m_status->style()->polish(m_status);
}

QString DayEndRow::title() const
{
    return m_title->text();
}

QString DayEndRow::facts() const
{
    return m_facts->text();
}

QString DayEndRow::status() const
{
    return m_status->text();
}

void DayEndRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_look.theme().line);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/donestep.h"

#include <QBoxLayout>
#include <QLabel>

namespace oshaq {

DoneStep::DoneStep(const SetupReview::Ports &ports, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_review(ports)
    , m_list(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_list->setObjectName(QStringLiteral("firstList"));
    m_list->setWordWrap(true);
    m_list->setTextFormat(Qt::PlainText);
    m_layout->addWidget(m_list);
    m_layout->addStretch(1);
    connect(&m_review, &SetupReview::changed, this, [this] { retranslate(); });
    DoneStep::retranslate();
    DoneStep::setLook(look);
}

void DoneStep::enter()
{
    m_review.refresh();
}

void DoneStep::retranslate()
{
    QStringList lines;
    for (const SetupItem &item : m_review.items()) {
        const QString title = SetupChecklist::title(item.key);
        lines << (item.done ? tr("✓  %1").arg(title) : tr("○  %1").arg(title));
    }
    m_list->setText(lines.join(u'\n'));
}

void DoneStep::setLook(const Look &look)
{
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(14));
}

} // namespace oshaq

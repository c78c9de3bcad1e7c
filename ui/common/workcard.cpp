// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/workcard.h"

#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"
#include "ui/common/worktext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QStyle>

namespace oshaq {

WorkCard::WorkCard(const Look &look, bool mayOpen, QWidget *parent)
    : QFrame(parent)
    , cancel(new TouchButton(look, this))
    , open(new TouchButton(look, this))
    , folder(new TouchButton(look, this))
    , dismiss(new TouchButton(look, this))
    , m_mayOpen(mayOpen)
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_buttons(new FlowRow(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("workCard"));
    setProperty("card", true);
    m_title->setProperty("role", QStringLiteral("strong"));
    m_state->setObjectName(QStringLiteral("workState"));
    m_state->setProperty("role", QStringLiteral("caption"));
    for (QLabel *label : {m_title, m_state}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_layout->addWidget(label);
    }
    // Its figure stands in the words beside it.
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    m_layout->addWidget(m_bar);
    cancel->setObjectName(QStringLiteral("workCancel"));
    open->setObjectName(QStringLiteral("workOpen"));
    folder->setObjectName(QStringLiteral("workFolder"));
    dismiss->setObjectName(QStringLiteral("workDismiss"));
    for (TouchButton *button : {cancel, open, folder, dismiss}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    m_layout->addWidget(m_buttons);
    setLook(look);
}

void WorkCard::setLook(const Look &look)
{
    for (TouchButton *button : {cancel, open, folder, dismiss})
        button->setLook(look);
    m_buttons->setSpacing(look.px(8));
    m_layout->setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14));
    m_layout->setSpacing(look.px(8));
}

void WorkCard::setWork(const Work &work)
{
    if (m_work == work)
        return;
    m_work = work;
    write();
}

QString WorkCard::stateText() const
{
    return m_state->text();
}

void WorkCard::write()
{
    const QString title = WorkText::title(m_work);
    m_title->setText(title);
    m_state->setText(WorkText::state(m_work));
    const QString role = m_work.state == Work::State::Failed ? QStringLiteral("error") : QStringLiteral("caption");
    if (m_state->property("role").toString() != role) {
        m_state->setProperty("role", role);
        m_state->style()->unpolish(m_state);
        m_state->style()->polish(m_state);
    }
    const bool isRunning = m_work.state == Work::State::Running;
    const int percent = WorkText::percent(m_work);
    m_bar->setVisible(isRunning && percent >= 0);
    m_bar->setValue(percent);
    m_bar->setAccessibleName(title);
    const bool hasFile = m_work.state == Work::State::Done && !m_work.file.isEmpty() && m_mayOpen;
    cancel->setVisible(isRunning);
    open->setVisible(hasFile);
    folder->setVisible(hasFile);
    dismiss->setVisible(!isRunning);
    cancel->setText(tr("Stop"));
    cancel->setAccessibleName(tr("Stop: %1").arg(title));
    open->setText(tr("Open"));
    open->setAccessibleName(tr("Open: %1").arg(title));
    folder->setText(tr("Show in folder"));
    folder->setAccessibleName(tr("Show in its folder: %1").arg(title));
    dismiss->setText(tr("Dismiss"));
    dismiss->setAccessibleName(tr("Take off the list: %1").arg(title));
    setAccessibleName(title + QStringLiteral(". ") + m_state->text());
    m_buttons->rearrange();
}

void WorkCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        write();
    QFrame::changeEvent(event);
}

} // namespace oshaq

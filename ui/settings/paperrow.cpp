// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/paperrow.h"

#include "ui/common/touchbutton.h"
#include "ui/settings/printertext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace oshaq {

PaperRow::PaperRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , retry(new TouchButton(look, this))
    , cancel(new TouchButton(look, this))
    , m_look(look)
    , m_what(new QLabel(this))
    , m_state(new QLabel(this))
    , m_layout(new QHBoxLayout(this))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    for (QLabel *label : {m_what, m_state}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        texts->addWidget(label);
    }
    m_what->setProperty("role", QStringLiteral("strong"));
    m_state->setProperty("role", QStringLiteral("caption"));
    retry->setObjectName(QStringLiteral("paperRetry"));
    cancel->setObjectName(QStringLiteral("paperCancel"));
    for (TouchButton *button : {retry, cancel}) {
        button->setTakesFocus(true);
        m_layout->addWidget(button);
    }
    m_layout->insertLayout(0, texts, 1);
    setLook(look);
}

void PaperRow::setLook(const Look &look)
{
    m_look = look;
    retry->setLook(look);
    cancel->setLook(look);
    m_layout->setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8));
    m_layout->setSpacing(look.px(10));
    update();
}

void PaperRow::setPaper(const PrintJob &job, const QString &printerName, const ZoneClock &clock, qint64 nowMs)
{
    m_job = job;
    m_printerName = printerName;
    m_clock = clock;
    m_nowMs = nowMs;
    write();
}

void PaperRow::setBusy(bool busy)
{
    m_busy = busy;
    retry->setEnabled(!busy);
    cancel->setEnabled(!busy);
}

void PaperRow::write()
{
    QString what = PrinterText::jobKind(m_job.kind);
    if (!m_job.orderNumber.isEmpty())
        what = m_job.orderNumber + QStringLiteral(" · ") + what;
    if (!m_printerName.isEmpty())
        what += QStringLiteral(" · ") + m_printerName;
    m_what->setText(what);
    m_state->setText(PrinterText::jobState(m_job, m_clock, m_nowMs));
    const QString role = m_job.state == PrintJobState::Failed ? QStringLiteral("error") : QStringLiteral("caption");
    if (m_state->property("role").toString() != role) {
        m_state->setProperty("role", role);
        m_state->style()->unpolish(m_state);
        m_state->style()->polish(m_state);
    }
    retry->setText(tr("Try again"));
    retry->setAccessibleName(tr("Try again: %1").arg(what));
    retry->setVisible(m_job.state == PrintJobState::Failed);
    cancel->setText(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel: %1").arg(what));
    cancel->setVisible(m_job.state == PrintJobState::Queued);
    setAccessibleName(what + QStringLiteral(". ") + m_state->text());
    setBusy(m_busy);
}

void PaperRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        write();
    QWidget::changeEvent(event);
}

void PaperRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().surface);
    painter.fillRect(QRect(m_look.px(16), height() - 1, width() - 2 * m_look.px(16), 1), m_look.theme().line);
}

} // namespace oshaq

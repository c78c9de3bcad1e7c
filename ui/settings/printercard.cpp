// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/printercard.h"

#include "ui/common/flowrow.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/printertext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace oshaq {

namespace {

/// Words that are good news or bad news are not told by colour alone: the sentence says it.
void setRole(QLabel *label, const QString &role)
{
    if (label->property("role").toString() == role)
        return;
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

PrinterCard::PrinterCard(const Look &look, QWidget *parent)
    : QFrame(parent)
    , edit(new TouchButton(look, this))
    , test(new TouchButton(look, this))
    , drawer(new TouchButton(look, this))
    , m_look(look)
    , m_name(new QLabel(this))
    , m_stateText(new QLabel(this))
    , m_trialText(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_buttons(new FlowRow(this))
    , m_layout(new QVBoxLayout(this))
{
    m_name->setProperty("role", QStringLiteral("strong"));
    m_facts->setProperty("role", QStringLiteral("caption"));
    m_stateText->setObjectName(QStringLiteral("printerState"));
    m_trialText->setObjectName(QStringLiteral("printerTrial"));
    for (QLabel *label : {m_name, m_stateText, m_trialText, m_facts}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_layout->addWidget(label);
    }
    edit->setObjectName(QStringLiteral("printerEdit"));
    test->setObjectName(QStringLiteral("printerTest"));
    drawer->setObjectName(QStringLiteral("printerDrawer"));
    for (TouchButton *button : {test, drawer, edit}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    m_layout->addWidget(m_buttons);
    setLook(look);
}

void PrinterCard::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : {edit, test, drawer})
        button->setLook(look);
    m_buttons->setSpacing(look.px(8));
    m_layout->setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14));
    m_layout->setSpacing(look.px(6));
    update();
}

QString PrinterCard::stateText() const
{
    return m_stateText->text();
}

QString PrinterCard::trialText() const
{
    return m_trialText->isHidden() ? QString() : m_trialText->text();
}

void PrinterCard::setPrinter(const ListedPrinter &state, const std::vector<Station> &stations, const Trial &trial,
                             const ZoneClock &clock, qint64 nowMs)
{
    m_state = state;
    m_stations = stations;
    m_trial = trial;
    m_clock = clock;
    m_nowMs = nowMs;
    write();
}

void PrinterCard::write()
{
    const Printer &printer = m_state.printer;
    m_name->setText(printer.name);
    m_stateText->setText(PrinterText::state(m_state, m_clock, m_nowMs));
    setRole(m_stateText, printer.active && printer.failingSinceMs ? QStringLiteral("error") : QStringLiteral("body"));
    m_facts->setText(PrinterText::howReached(printer) + QLatin1Char('\n') + PrinterText::whatFor(printer, m_stations));

    const bool isTest = m_trial.kind == PrintJobKind::Test;
    QString trial;
    switch (m_trial.state) {
    case Trial::State::None:
        break;
    case Trial::State::Asked:
        trial = isTest ? tr("The test page is on its way …") : tr("The drawer is being opened …");
        break;
    case Trial::State::Done:
        trial = isTest ? tr("The test page came out.") : tr("The drawer was opened.");
        break;
    case Trial::State::Failed:
        trial = (isTest ? tr("The test page did not come out.") : tr("The drawer did not open.")) + QLatin1Char(' ') +
                m_trial.why;
        break;
    }
    m_trialText->setText(trial);
    m_trialText->setVisible(!trial.isEmpty());
    setRole(m_trialText, m_trial.state == Trial::State::Failed ? QStringLiteral("error") : QStringLiteral("caption"));

    edit->setText(tr("Edit"));
    edit->setAccessibleName(tr("Edit %1").arg(printer.name));
    test->setText(tr("Test page"));
    test->setAccessibleName(tr("Test page of %1").arg(printer.name));
    drawer->setText(tr("Open drawer"));
    drawer->setAccessibleName(tr("Open the drawer of %1").arg(printer.name));
    drawer->setVisible(printer.hasDrawer);
    const bool busy = m_trial.state == Trial::State::Asked;
    test->setEnabled(!busy && printer.active);
    drawer->setEnabled(!busy && printer.active);
    setAccessibleName(printer.name + QStringLiteral(". ") + m_stateText->text());
    m_buttons->rearrange();
}

void PrinterCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        write();
    QFrame::changeEvent(event);
}

void PrinterCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const bool bad = m_state.printer.active && m_state.printer.failingSinceMs;
    painting::fillRounded(painter, rect(), m_look.px(10), theme.surface);
    painting::outlineRounded(painter, rect(), m_look.px(10), bad ? theme.errorText : theme.line,
                             bad ? m_look.px(2) : 1);
}

} // namespace oshaq

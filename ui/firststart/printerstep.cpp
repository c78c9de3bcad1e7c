// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/printerstep.h"

#include "ui/common/touchbutton.h"
#include "ui/settings/printersheet.h"

#include <QBoxLayout>
#include <QLabel>

namespace oshaq {

PrinterStep::PrinterStep(PrinterPort &port, const KitchenPort &site, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_port(port)
    , m_site(site)
    , m_look(look)
    , m_said(new QLabel(this))
    , m_more(new TouchButton(look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_said->setWordWrap(true);
    m_more->setObjectName(QStringLiteral("firstPrinter"));
    m_more->setTakesFocus(true);
    m_more->setIconName(QStringLiteral("printer"));
    m_layout->addWidget(m_said);
    m_layout->addWidget(m_more, 0, Qt::AlignLeft);
    m_layout->addStretch(1);
    connect(m_more, &TouchButton::clicked, this, &PrinterStep::openSheet);
    PrinterStep::retranslate();
    PrinterStep::setLook(look);
}

void PrinterStep::retranslate()
{
    QStringList names;
    for (const Printer &printer : m_made)
        names << printer.name;
    m_said->setText(m_made.empty() ? tr("You need its address in the network, or a cable to this computer.")
                                   : tr("Set up: %1.").arg(names.join(QStringLiteral(", "))));
    m_more->setText(m_made.empty() ? tr("Set up a printer") : tr("Set up another one"));
}

QString PrinterStep::nextText() const
{
    return m_made.empty() ? tr("Without a printer") : tr("Next");
}

void PrinterStep::commit()
{
    Q_EMIT done();
}

void PrinterStep::openSheet()
{
    if (!m_sheet) {
        m_sheet = new PrinterSheet(m_port, m_look, window());
        connect(m_sheet, &PrinterSheet::saved, this, [this](const ListedPrinter &saved) {
            m_made.push_back(saved.printer);
            retranslate();
            Q_EMIT wordsChanged();
        });
    }
    m_sheet->edit(Printer(), m_site.stations(), m_made);
    m_sheet->open(m_sheet->findChild<QWidget *>(QStringLiteral("printerName")));
}

void PrinterStep::setLook(const Look &look)
{
    m_look = look;
    m_more->setLook(look);
    if (m_sheet)
        m_sheet->adoptLook(look);
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(14));
}

} // namespace oshaq

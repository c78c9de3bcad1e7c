// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/printsheet.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/choicerow.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace oshaq {

PrintSheet::PrintSheet(PrinterPort &port, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, 520, parent)
    , m_port(port)
    , m_kindLabel(new QLabel(this))
    , m_kind(new ChoiceRow(look, this))
    , m_printerLabel(new QLabel(this))
    , m_printer(new ChoiceRow(look, this))
    , m_paperLabel(new QLabel(this))
    , m_picture(new QLabel(this))
    , m_error(new QLabel(this))
    , m_cancel(new TouchButton(look, this))
    , m_print(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("printSheet"));
    m_kind->setObjectName(QStringLiteral("paperChoices"));
    m_printer->setObjectName(QStringLiteral("printerChoices"));
    m_picture->setObjectName(QStringLiteral("paperPicture"));
    m_picture->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_picture->setWordWrap(true);
    m_picture->setFrameShape(QFrame::NoFrame);
    m_error->setObjectName(QStringLiteral("printError"));
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setWordWrap(true);
    for (QLabel *label : {m_kindLabel, m_printerLabel, m_paperLabel})
        label->setProperty("role", QStringLiteral("caption"));
    for (QWidget *widget :
         {static_cast<QWidget *>(m_kindLabel), static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_printerLabel),
          static_cast<QWidget *>(m_printer), static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_paperLabel),
          static_cast<QWidget *>(m_picture)})
        body()->addWidget(widget);
    body()->addStretch(1);
    m_cancel->setTakesFocus(true);
    m_print->setObjectName(QStringLiteral("printNow"));
    m_print->setKind(TouchButton::Kind::Primary);
    m_print->setTakesFocus(true);
    footer()->addStretch(1);
    footer()->addWidget(m_cancel);
    footer()->addWidget(m_print);
    connect(m_kind, &ChoiceRow::picked, this, [this] { askPreview(); });
    connect(m_printer, &ChoiceRow::picked, this, [this] { askPreview(); });
    connect(m_cancel, &TouchButton::clicked, this, &Sheet::close);
    connect(m_print, &TouchButton::clicked, this, &PrintSheet::print);
    connect(this, &Sheet::closed, this, [this] {
        forget(&m_printersCall);
        forget(&m_previewCall);
    });
    PrintSheet::retranslate();
    PrintSheet::setLook(look);
}

PrintSheet::~PrintSheet()
{
    for (PortCall *call : {&m_printersCall, &m_previewCall, &m_printCall})
        forget(call);
}

void PrintSheet::forget(PortCall *call)
{
    if (*call != 0)
        m_port.cancel(*call);
    *call = 0;
}

void PrintSheet::setLook(const Look &look)
{
    m_kind->setLook(look);
    m_printer->setLook(look);
    m_cancel->setLook(look);
    m_print->setLook(look);
    Sheet::setLook(look);
    showPaper();
}

void PrintSheet::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("Print %1").arg(m_number));
    m_kindLabel->setText(tr("Paper"));
    m_kind->setTexts({tr("Kitchen ticket"), tr("Receipt")});
    m_kind->button(0)->setKeys({QStringLiteral("T")});
    m_kind->button(1)->setKeys({QStringLiteral("C")});
    m_printerLabel->setText(tr("Printer"));
    QStringList names{tr("As set up")};
    for (const ListedPrinter &state : m_printers) {
        const bool fails = state.printer.failingSinceMs.has_value();
        names << (fails ? tr("%1 (does not print)").arg(state.printer.name) : state.printer.name);
    }
    m_printer->setTexts(names);
    if (m_printer->chosen() < 0)
        m_printer->setChosen(0);
    m_paperLabel->setText(tr("How it will look"));
    m_cancel->setText(tr("Close"));
    //: Key on the keyboard
    m_cancel->setKeys({tr("Esc")});
    m_print->setText(tr("Print"));
    //: Key on the keyboard
    m_print->setKeys({tr("Enter")});
    showWords();
}

void PrintSheet::showWords()
{
    if (m_previewFailure)
        m_picture->setText(LinkText::failure(*m_previewFailure));
    else if (!m_preview)
        m_picture->setText(tr("Drawing it…"));
    else if (m_paper.isNull())
        m_picture->setText(tr("There is no picture of it; it can be printed all the same."));
    m_picture->setAccessibleName(m_paper.isNull() ? m_picture->text()
                                                  : tr("The paper as it comes out of %1").arg(m_preview->printerName));
    m_error->setText(m_printFailure ? LinkText::failure(*m_printFailure) : QString());
    m_error->setVisible(m_printFailure.has_value());
}

void PrintSheet::ask(qint64 orderId, const QString &number, PrintJobKind kind)
{
    forget(&m_printCall);
    m_orderId = orderId;
    m_number = number;
    m_key.clear();
    m_printFailure.reset();
    m_print->setEnabled(true);
    retranslate();
    m_kind->setChosen(kind == PrintJobKind::Receipt ? 1 : 0);
    m_printer->setChosen(0);
    open(m_print);
    askPrinters();
    askPreview();
}

PrintJobKind PrintSheet::kind() const
{
    return m_kind->chosen() == 1 ? PrintJobKind::Receipt : PrintJobKind::Ticket;
}

std::optional<qint64> PrintSheet::printerId() const
{
    const int chosen = m_printer->chosen();
    if (chosen < 1 || chosen > int(m_printers.size()))
        return std::nullopt;
    return m_printers[size_t(chosen - 1)].printer.id;
}

void PrintSheet::askPrinters()
{
    forget(&m_printersCall);
    m_printersCall = m_port.printers([this](const PortAnswer<std::vector<ListedPrinter>> &answer) {
        m_printersCall = 0;
        if (!answer)
            return; // the preview says why
        m_printers.clear();
        for (const ListedPrinter &state : *answer.value) {
            if (state.printer.active)
                m_printers.push_back(state);
        }
        retranslate();
    });
}

void PrintSheet::askPreview()
{
    forget(&m_previewCall);
    m_key.clear(); // another paper is another act
    m_paper = QPixmap();
    m_preview.reset();
    m_previewFailure.reset();
    m_picture->setPixmap({});
    showWords();
    m_previewCall = m_port.preview(m_orderId, kind(), printerId(), [this](const PortAnswer<PaperPreview> &answer) {
        m_previewCall = 0;
        if (answer) {
            m_preview = *answer.value;
            m_paper.loadFromData(m_preview->png);
        } else {
            m_previewFailure = answer.failure;
        }
        showWords();
        showPaper();
    });
}

void PrintSheet::showPaper()
{
    if (m_paper.isNull())
        return;
    const int wide = qMin(m_paper.width(),
                          qMax(look().px(120), width() < look().px(520) ? width() - look().px(60) : look().px(440)));
    QPixmap shown = m_paper.scaledToWidth(wide, Qt::SmoothTransformation);
    // White paper on a white sheet needs its edge.
    QPainter painter(&shown);
    painter.setPen(look().theme().muted);
    painter.drawRect(shown.rect().adjusted(0, 0, -1, -1));
    painter.end();
    m_picture->setPixmap(shown);
}

void PrintSheet::resizeEvent(QResizeEvent *event)
{
    Sheet::resizeEvent(event);
    showPaper();
}

void PrintSheet::print()
{
    if (m_printCall != 0)
        return;
    if (m_key.isEmpty())
        m_key = newIdempotencyKey();
    m_print->setEnabled(false);
    m_printFailure.reset();
    showWords();
    m_printCall = m_port.printOrder(
        m_key, m_orderId, kind(), printerId(), [this](const PortAnswer<std::vector<PrintJob>> &answer) {
            m_printCall = 0;
            m_print->setEnabled(true);
            if (!answer) {
                // The same key when it is tried again: no second paper.
                m_printFailure = answer.failure;
                showWords();
                m_print->setFocus(Qt::OtherFocusReason);
                return;
            }
            m_key.clear();
            QStringList names;
            bool reprint = false;
            for (const PrintJob &job : *answer.value) {
                reprint |= job.reprint;
                const auto found = std::find_if(m_printers.begin(), m_printers.end(), [&](const ListedPrinter &state) {
                    return state.printer.id == job.printerId;
                });
                if (found != m_printers.end() && !names.contains(found->printer.name))
                    names << found->printer.name;
            }
            close();
            Q_EMIT printed(m_orderId, m_number, names, reprint);
        });
}

void PrintSheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat()) {
            if (m_cancel->hasFocus())
                close();
            else
                print();
        }
        return;
    case Qt::Key_T:
    case Qt::Key_C:
        m_kind->setChosen(event->key() == Qt::Key_C ? 1 : 0);
        askPreview();
        return;
    default:
        Sheet::keyPressEvent(event);
    }
}

} // namespace oshaq

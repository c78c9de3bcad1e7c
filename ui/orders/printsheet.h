// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/printerport.h"
#include "ui/common/sheet.h"

#include <QPixmap>

class QLabel;

namespace oshaq {

class ChoiceRow;

/// A paper of an order: which one, on which printer, and how it will look.
class PrintSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintSheet)

public:
    PrintSheet(PrinterPort &port, const Look &look, QWidget *parent);
    ~PrintSheet() override;

    void setLook(const Look &look) override;
    /// `kind`: what is chosen at first.
    void ask(qint64 orderId, const QString &number, PrintJobKind kind);

Q_SIGNALS:
    /// Papers are on their way to the printers of those names.
    void printed(qint64 orderId, const QString &number, const QStringList &printers, bool reprint);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    PrintJobKind kind() const;
    std::optional<qint64> printerId() const;
    void askPrinters();
    void askPreview();
    void showPaper();
    void showWords();
    void print();
    void forget(PortCall *call);

    PrinterPort &m_port;
    qint64 m_orderId = 0;
    QString m_number;
    std::vector<ListedPrinter> m_printers;
    QPixmap m_paper;
    std::optional<PaperPreview> m_preview;
    std::optional<PortFailure> m_previewFailure;
    std::optional<PortFailure> m_printFailure;
    QString m_key; ///< of the paper that is asked for; stays until it is known to be printed
    PortCall m_printersCall = 0;
    PortCall m_previewCall = 0;
    PortCall m_printCall = 0;
    QLabel *m_kindLabel;
    ChoiceRow *m_kind;
    QLabel *m_printerLabel;
    ChoiceRow *m_printer;
    QLabel *m_paperLabel;
    QLabel *m_picture;
    QLabel *m_error;
    TouchButton *m_cancel;
    TouchButton *m_print;
};

} // namespace oshaq

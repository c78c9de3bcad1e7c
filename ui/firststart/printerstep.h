// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/kitchenport.h"
#include "models/terminal/printerport.h"
#include "ui/firststart/firststartstep.h"

#include <vector>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class PrinterSheet;
class TouchButton;

/// The first printer.
class PrinterStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrinterStep)

public:
    PrinterStep(PrinterPort &port, const KitchenPort &site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("printer"); }
    QString title() const override { return tr("A printer"); }
    QString text() const override
    {
        return tr(
            "Tickets for kitchens without a screen, and receipts for guests. Without one, everything else works.");
    }
    QString nextText() const override;
    void setLook(const Look &look) override;
    void commit() override;

    PrinterSheet *sheet() const { return m_sheet; }

protected:
    void retranslate() override;

private:
    void openSheet();

    PrinterPort &m_port;
    const KitchenPort &m_site;
    Look m_look;
    std::vector<Printer> m_made;
    QLabel *m_said;
    TouchButton *m_more;
    PrinterSheet *m_sheet = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/order.h"
#include "models/domain/payment.h"
#include "models/domain/printdocument.h"
#include "models/domain/printer.h"

#include <QLocale>
#include <QTimeZone>

#include <functional>
#include <vector>

namespace oshaq {

/// How a paper speaks: the words of its printer's language, and that language's ways with numbers and times.
struct PaperLanguage
{
    QLocale locale;
    std::function<QString(const char *)> word; ///< of the context "Paper"; null: the English source

    QString operator()(const char *source) const { return word ? word(source) : QString::fromUtf8(source); }
};

/// What is on a paper besides the order itself.
struct PaperSetting
{
    PaperLanguage language;
    QTimeZone zone = QTimeZone::utc();
    qint64 nowMs = 0;
};

/// What a kitchen ticket is about: the lines of the stations of one printer.
struct KitchenTicket
{
    Order order;                  ///< its head; its lines are not looked at
    std::vector<OrderLine> lines; ///< what is to be made
    QString stations;             ///< "Grill, Tandoor"; empty: all of them
};

/// What changed after an order was sent to a kitchen.
struct KitchenChange
{
    Order order; ///< as it is now
    std::vector<OrderLine> added;
    std::vector<OrderLine> voided;
    std::vector<OrderLine> fired; ///< were held until now
    bool cancelled = false;       ///< the whole order; `voided` are its lines
    bool rush = false;            ///< before everything else from now on
    bool note = false;            ///< that text is another one now
    bool allergy = false;
    bool table = false;
    QString stations;

    bool isEmpty() const
    {
        return added.empty() && voided.empty() && fired.empty() && !cancelled && !rush && !note && !allergy && !table;
    }
};

PrintDocument kitchenTicketDocument(const KitchenTicket &ticket, const PaperSetting &setting);
PrintDocument changeTicketDocument(const KitchenChange &change, const PaperSetting &setting);

/// What the guest gets. `payments` are those of the order.
PrintDocument receiptDocument(const Business &business, const Order &order, const std::vector<Payment> &payments,
                              const PaperSetting &setting);

/// Shows whether a printer works, how wide it prints and whether every letter comes out.
PrintDocument testDocument(const Printer &printer, const QString &businessName, const PaperSetting &setting);
PrintDocument drawerDocument();

/// What a job says about itself above its document.
struct PaperMarks
{
    bool reprint = false;
    bool maybeSecond = false; ///< another copy may exist
    QString insteadOf;        ///< the printer that should have printed it; empty: this one
};
PrintDocument markedDocument(PrintDocument document, const PaperMarks &marks, const PaperLanguage &language);

/// "1 250,50 ₸" as the locale writes it, exact. `fractions`: also when they are nothing.
QString paperMoney(qint64 minor, const Currency &currency, const QLocale &locale, bool fractions);

} // namespace oshaq

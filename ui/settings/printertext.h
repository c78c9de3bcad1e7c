// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/terminal/portcall.h"
#include "models/terminal/printerport.h"
#include "ui/common/zoneclock.h"

#include <QCoreApplication>

namespace oshaq {

/// What the settings say about printers and papers. Pure: the same facts give the same words.
class PrinterText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::PrinterText)

public:
    static QString kindName(PrinterKind kind);
    /// What an address of this kind looks like.
    static QString addressHint(PrinterKind kind);
    static QString addressError(PrinterKind kind);

    /// What is wrong; empty for PrintFault::None.
    static QString fault(PrintFault fault);
    /// What to do about it.
    static QString advice(PrintFault fault);
    /// Both, as two sentences.
    static QString faultAndAdvice(PrintFault fault);

    /// "Works. Last paper 19:41.", "Failing since 19:39: out of paper. Put a new roll in.", "3 papers wait for it."
    static QString state(const ListedPrinter &state, const ZoneClock &clock, qint64 nowMs);
    /// "Network 192.168.1.50 · 80 mm · Русский"
    static QString howReached(const Printer &printer);
    /// "Tickets of Grill and Cold · receipts when an order is completed · opens the drawer"
    static QString whatFor(const Printer &printer, const std::vector<Station> &stations);

    static QString jobKind(PrintJobKind kind);
    /// "Printed 19:41", "Waits since 19:39: out of paper", "Failed 19:38: ..."
    static QString jobState(const PrintJob &job, const ZoneClock &clock, qint64 nowMs);

    /// Why a question about printers has no answer, and what to do.
    static QString failure(const PortFailure &failure);
};

} // namespace oshaq

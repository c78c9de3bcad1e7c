// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/printertext.h"

#include "ui/common/languageswitch.h"
#include "ui/common/linktext.h"

#include <algorithm>

namespace oshaq {

namespace {

const QString dot = QStringLiteral(" · ");

} // namespace

QString PrinterText::kindName(PrinterKind kind)
{
    switch (kind) {
    case PrinterKind::Network:
        return tr("Network");
    case PrinterKind::Usb:
        return tr("USB");
    case PrinterKind::System:
        return tr("System queue");
    }
    return {};
}

QString PrinterText::addressHint(PrinterKind kind)
{
    switch (kind) {
    case PrinterKind::Network:
        return tr("Its address in the local network, for example 192.168.1.50. The printer prints it when its feed "
                  "button is held while it is switched on.");
    case PrinterKind::Usb:
        return tr("The device at the computer that is the hub, for example /dev/usb/lp0.");
    case PrinterKind::System:
        return tr("The name of a queue of the hub's print system, for example Office_Laser.");
    }
    return {};
}

QString PrinterText::addressError(PrinterKind kind)
{
    switch (kind) {
    case PrinterKind::Network:
        return tr("This is no address of the local network. Write one such as 192.168.1.50 or 192.168.1.50:9100.");
    case PrinterKind::Usb:
        return tr("This is no printer's device. Write one such as /dev/usb/lp0.");
    case PrinterKind::System:
        return tr("This is no name of a queue. Write one such as Office_Laser, without spaces.");
    }
    return {};
}

QString PrinterText::fault(PrintFault fault)
{
    switch (fault) {
    case PrintFault::None:
        return {};
    case PrintFault::Unreachable:
        return tr("Nothing answers at its address.");
    case PrintFault::NoAnswer:
        return tr("It is there but does not answer.");
    case PrintFault::Offline:
        return tr("It is offline.");
    case PrintFault::CoverOpen:
        return tr("Its cover is open.");
    case PrintFault::PaperOut:
        return tr("It is out of paper.");
    case PrintFault::CutterJam:
        return tr("Its cutter is stuck.");
    case PrintFault::PrinterError:
        return tr("It says that it is broken.");
    case PrintFault::ConnectionLost:
        return tr("The connection broke in the middle of a paper.");
    case PrintFault::Refused:
        return tr("The print system did not take it.");
    case PrintFault::NotAllowed:
        return tr("Its address is not one of a printer.");
    case PrintFault::Expired:
        return tr("The paper waited too long to be of use.");
    }
    return {};
}

QString PrinterText::advice(PrintFault fault)
{
    switch (fault) {
    case PrintFault::None:
        return {};
    case PrintFault::Unreachable:
        return tr("See whether it is on and its cable is in, then whether the address is right.");
    case PrintFault::NoAnswer:
        return tr("Switch it off and on. If it never tells how it is, say so in its settings.");
    case PrintFault::Offline:
        return tr("Press its feed or online button.");
    case PrintFault::CoverOpen:
        return tr("Close it until it clicks.");
    case PrintFault::PaperOut:
        return tr("Put a new roll in; what waits comes out by itself.");
    case PrintFault::CutterJam:
        return tr("Switch it off, open the cover, take the paper out, and switch it on again.");
    case PrintFault::PrinterError:
        return tr("Switch it off and on; if it stays so, another printer has to do its work.");
    case PrintFault::ConnectionLost:
        return tr("See whether the paper came out whole before you print it again.");
    case PrintFault::Refused:
        return tr("Look at the queue of that name on the hub's computer.");
    case PrintFault::NotAllowed:
        return tr("Correct the address.");
    case PrintFault::Expired:
        return tr("Print it again if somebody still needs it.");
    }
    return {};
}

QString PrinterText::faultAndAdvice(PrintFault fault)
{
    if (fault == PrintFault::None)
        return {};
    return PrinterText::fault(fault) + QLatin1Char(' ') + advice(fault);
}

QString PrinterText::state(const ListedPrinter &state, const ZoneClock &clock, qint64 nowMs)
{
    const Printer &printer = state.printer;
    QStringList parts;
    if (!printer.active) {
        parts << tr("Not in use.");
    } else if (printer.failingSinceMs) {
        parts << tr("Does not work since %1.").arg(clock.moment(*printer.failingSinceMs, nowMs));
        parts << (printer.fault == PrintFault::None ? printer.error : faultAndAdvice(printer.fault));
    } else if (printer.lastOkAtMs > 0) {
        parts << tr("Works. Last paper at %1.").arg(clock.moment(printer.lastOkAtMs, nowMs));
    } else {
        parts << tr("Has printed nothing yet: print a test page.");
    }
    // The singular is a text of its own: English has no translation file that would pick it.
    if (state.queued == 1)
        parts << tr("1 paper waits for it.");
    else if (state.queued > 1)
        parts << tr("%n papers wait for it.", nullptr, state.queued);
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

QString PrinterText::howReached(const Printer &printer)
{
    const int millimetres = printer.width <= printerWidths.front() ? 58 : 80;
    return kindName(printer.kind) + QLatin1Char(' ') + printer.address + dot + tr("%1 mm").arg(millimetres) + dot +
           LanguageSwitch::nameOf(printer.language);
}

QString PrinterText::whatFor(const Printer &printer, const std::vector<Station> &stations)
{
    QStringList parts;
    if (printer.printsTickets) {
        QStringList names;
        for (const Station &station : stations) {
            if (std::find(printer.stations.begin(), printer.stations.end(), station.id) != printer.stations.end())
                names << station.name;
        }
        parts << (printer.stations.empty() ? tr("Tickets of all stations")
                                           //: %1: names of stations
                                           : tr("Tickets: %1").arg(names.join(QStringLiteral(", "))));
    }
    if (printer.printsReceipts)
        parts << (printer.receiptOnCompletion ? tr("Receipts, by itself when an order is completed") : tr("Receipts"));
    if (printer.hasDrawer)
        parts << tr("Cash drawer");
    return parts.isEmpty() ? tr("Prints nothing by itself") : parts.join(dot);
}

QString PrinterText::jobKind(PrintJobKind kind)
{
    switch (kind) {
    case PrintJobKind::Ticket:
        return tr("Ticket");
    case PrintJobKind::Change:
        return tr("Change of a ticket");
    case PrintJobKind::Receipt:
        return tr("Receipt");
    case PrintJobKind::Test:
        return tr("Test page");
    case PrintJobKind::Drawer:
        return tr("Cash drawer");
    case PrintJobKind::DayEnd:
        return tr("Day-end report");
    }
    return {};
}

QString PrinterText::jobState(const PrintJob &job, const ZoneClock &clock, qint64 nowMs)
{
    const QString why = job.fault == PrintFault::None ? QString() : QLatin1Char(' ') + faultAndAdvice(job.fault);
    switch (job.state) {
    case PrintJobState::Queued:
        return tr("Waits since %1.").arg(clock.moment(job.createdAtMs, nowMs)) + why;
    case PrintJobState::Sending:
        return tr("Is being printed.");
    case PrintJobState::Printed:
        return tr("Printed at %1.")
                   .arg(clock.moment(job.finishedAtMs > 0 ? job.finishedAtMs : job.createdAtMs, nowMs)) +
               (job.maybeSecond() ? QLatin1Char(' ') + tr("There may be two of it.") : QString());
    case PrintJobState::Failed:
        return tr("Given up at %1.")
                   .arg(clock.moment(job.finishedAtMs > 0 ? job.finishedAtMs : job.createdAtMs, nowMs)) +
               why;
    case PrintJobState::Cancelled:
        return tr("Cancelled.");
    }
    return {};
}

QString PrinterText::failure(const PortFailure &failure)
{
    if (failure.errorCode == u"VERSION_STALE")
        return tr("Somebody changed this printer meanwhile. Close this and open it again to see how it is now.");
    if (failure.errorCode == u"STILL_IN_USE")
        return tr("Another printer hands its papers to this one: change that first.");
    if (failure.errorCode == u"ALREADY_EXISTS")
        return tr("There is a printer of this name already: choose another name.");
    if (failure.errorCode == u"PRINT_NOT_ALLOWED")
        return tr("This printer cannot do that, or the paper has ended already.");
    if (failure.errorCode == u"NOT_FOUND")
        return tr("The site does not know this printer or paper any more.");
    return LinkText::failure(failure);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace oshaq {

/// How a printer is reached.
enum class PrinterKind
{
    Network, ///< ESC/POS over TCP: "192.168.1.50" or "192.168.1.50:9100"
    Usb,     ///< ESC/POS at a device file of the hub: "/dev/usb/lp0"
    System   ///< a queue of the hub's own print system: "Office_Laser"
};

inline constexpr std::array allPrinterKinds{PrinterKind::Network, PrinterKind::Usb, PrinterKind::System};
inline constexpr quint16 defaultPrinterPort = 9100;
/// Dots across the paper: 58 mm and 80 mm at 203 dots an inch.
inline constexpr std::array printerWidths{384, 576};

/// "network", "usb", "system".
QString printerKindText(PrinterKind kind);
std::optional<PrinterKind> printerKindFromText(QStringView text);

/// What went wrong with a printer, as far as it can be known.
enum class PrintFault
{
    None,
    Unreachable, ///< nothing answers at the address, or it refuses
    NoAnswer,    ///< it is there and says nothing
    Offline,
    CoverOpen,
    PaperOut,
    CutterJam,
    PrinterError,   ///< it says that it is broken
    ConnectionLost, ///< in the middle of a paper
    Refused,        ///< the system's queue did not take it
    NotAllowed,     ///< its address is not one of a printer
    Expired         ///< it waited too long to be of use
};

inline constexpr std::array allPrintFaults{PrintFault::None,      PrintFault::Unreachable,  PrintFault::NoAnswer,
                                           PrintFault::Offline,   PrintFault::CoverOpen,    PrintFault::PaperOut,
                                           PrintFault::CutterJam, PrintFault::PrinterError, PrintFault::ConnectionLost,
                                           PrintFault::Refused,   PrintFault::NotAllowed,   PrintFault::Expired};

/// "none", "unreachable", "no_answer", "offline", "cover_open", "paper_out", "cutter_jam", "printer_error",
/// "connection_lost", "refused", "not_allowed", "expired".
QString printFaultText(PrintFault fault);
PrintFault printFaultFromText(QStringView text);
/// What to do about it, in English.
QString printFaultAdvice(PrintFault fault);

/// A printer and what it prints.
struct Printer
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    PrinterKind kind = PrinterKind::Network;
    QString address;
    int width = 576;
    QString language = QStringLiteral("en");
    std::vector<qint64> stations; ///< whose tickets it prints; empty: those of all
    bool printsTickets = true;
    bool printsReceipts = false;
    bool receiptOnCompletion = false; ///< without being asked
    bool answersStatus = true;        ///< false: for one that never says how it is
    bool hasDrawer = false;
    std::optional<qint64> fallbackId; ///< takes over when this one stays dead
    int fallbackAfterSeconds = 15;
    bool active = true;
    qint64 version = 1;
    qint64 createdAtMs = 0;

    // How it was when it was last used.
    std::optional<qint64> failingSinceMs;
    PrintFault fault = PrintFault::None;
    QString error;
    qint64 lastOkAtMs = 0; ///< 0: never

    /// Does it print tickets of that station? Lines without a station belong to printers of all.
    bool serves(const std::optional<qint64> &stationId) const;

    bool operator==(const Printer &) const = default;
};

/// ValidationFailed unless a printer may be there. Managers type addresses and the hub sends to them: only literal
/// addresses of a local network (private, link-local, unique local), ports from 1024 up, device files /dev/usb/lpN,
/// names of queues. `loopbackToo` is for tests.
Result<void> checkPrinterAddress(PrinterKind kind, const QString &address, bool loopbackToo = false);

struct PrinterEndpoint
{
    QString host;
    quint16 port = defaultPrinterPort;
};
/// Of a network printer's address; nothing when it is none.
std::optional<PrinterEndpoint> printerEndpoint(const QString &address);

/// "en", "ru", "kk".
bool isPaperLanguage(QStringView code);

enum class PrintJobKind
{
    Ticket,  ///< what a station cooks
    Change,  ///< what changed after it was sent
    Receipt, ///< what the guest pays
    Test,
    Drawer, ///< no paper: the cash drawer opens
    DayEnd
};

inline constexpr std::array allPrintJobKinds{PrintJobKind::Ticket, PrintJobKind::Change, PrintJobKind::Receipt,
                                             PrintJobKind::Test, PrintJobKind::Drawer, PrintJobKind::DayEnd};

/// "ticket", "change", "receipt", "test", "drawer", "day_end".
QString printJobKindText(PrintJobKind kind);
std::optional<PrintJobKind> printJobKindFromText(QStringView text);

/// Tried once and nowhere else: late it is of no use, or a danger.
constexpr bool isTriedOnce(PrintJobKind kind)
{
    return kind == PrintJobKind::Test || kind == PrintJobKind::Drawer;
}

enum class PrintJobState
{
    Queued,
    Sending, ///< noted before its first byte: from here on a copy of it may exist
    Printed,
    Failed,
    Cancelled
};

inline constexpr std::array allPrintJobStates{PrintJobState::Queued, PrintJobState::Sending, PrintJobState::Printed,
                                              PrintJobState::Failed, PrintJobState::Cancelled};

/// "queued", "sending", "printed", "failed", "cancelled".
QString printJobStateText(PrintJobState state);
std::optional<PrintJobState> printJobStateFromText(QStringView text);

constexpr bool isOver(PrintJobState state)
{
    return state == PrintJobState::Printed || state == PrintJobState::Failed || state == PrintJobState::Cancelled;
}

/// So often may a paper that was begun stay without an end before a person has to look: once, and its second copy.
inline constexpr int maxBrokenPrints = 2;
/// A ticket that nobody could print for so long is of no use to a cook any more.
inline constexpr qint64 printPatienceMs = qint64{2} * 60 * 60 * 1000;
inline constexpr qint64 printOncePatienceMs = qint64{30} * 1000;

/// One paper on its way. Its document is read apart: lists do not need it.
struct PrintJob
{
    qint64 id = 0;
    qint64 businessId = 0;
    qint64 printerId = 0;
    std::optional<qint64> sentToId; ///< the printer that got it, which may be the fallback
    std::optional<qint64> orderId;
    QString orderNumber; ///< empty: of no order
    PrintJobKind kind = PrintJobKind::Ticket;
    PrintJobState state = PrintJobState::Queued;
    QString language;
    bool reprint = false;
    int broken = 0; ///< how often it was begun without an end
    int attempts = 0;
    PrintFault fault = PrintFault::None; ///< of the last attempt
    QString error;
    qint64 createdAtMs = 0;
    qint64 giveUpAtMs = 0;
    qint64 startedAtMs = 0;  ///< 0: never
    qint64 finishedAtMs = 0; ///< 0: not yet

    /// Two copies of it may exist.
    bool maybeSecond() const { return broken > 0; }
};

} // namespace oshaq

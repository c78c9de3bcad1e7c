// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/printer.h"

#include <QRegularExpression>

#include <algorithm>

#include <arpa/inet.h>

namespace oshaq {

namespace {

constexpr int lowestPort = 1024;

template <typename T, std::size_t size>
std::optional<T> fromText(const std::array<T, size> &all, QString (*textOf)(T), QStringView text)
{
    for (const T value : all) {
        if (textOf(value) == text)
            return value;
    }
    return std::nullopt;
}

Error wrongAddress(const QString &issue)
{
    return {ErrorCode::ValidationFailed,
            QStringLiteral("The request is wrong in one place."),
            {{QStringLiteral("address"), issue}}};
}

enum class Reach
{
    Nonsense,
    Elsewhere, ///< not of a local network
    Local,
    Loopback
};

Reach reachOfFour(const unsigned char *bytes)
{
    const int a = bytes[0];
    const int b = bytes[1];
    if (a == 127)
        return Reach::Loopback;
    // .0 and .255 of a /24 are taken on most networks and never those of a printer.
    if (bytes[3] == 0 || bytes[3] == 255)
        return Reach::Elsewhere;
    const bool local = a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168) || (a == 169 && b == 254);
    return local ? Reach::Local : Reach::Elsewhere;
}

Reach reachOf(const QString &host)
{
    const QByteArray text = host.toLatin1();
    unsigned char bytes[16] = {};
    if (inet_pton(AF_INET, text.constData(), bytes) == 1)
        return reachOfFour(bytes);
    if (inet_pton(AF_INET6, text.constData(), bytes) != 1)
        return Reach::Nonsense;
    const bool headEmpty = std::all_of(bytes, bytes + 15, [](unsigned char byte) { return byte == 0; });
    if (headEmpty && bytes[15] == 1)
        return Reach::Loopback;
    // Unique local only: link-local needs the name of an interface, which no two hubs share.
    return (bytes[0] & 0xfe) == 0xfc ? Reach::Local : Reach::Elsewhere;
}

} // namespace

QString printerKindText(PrinterKind kind)
{
    switch (kind) {
    case PrinterKind::Network:
        return QStringLiteral("network");
    case PrinterKind::Usb:
        return QStringLiteral("usb");
    case PrinterKind::System:
        return QStringLiteral("system");
    }
    return {};
}

std::optional<PrinterKind> printerKindFromText(QStringView text)
{
    return fromText(allPrinterKinds, printerKindText, text);
}

QString printFaultText(PrintFault fault)
{
    switch (fault) {
    case PrintFault::None:
        return QStringLiteral("none");
    case PrintFault::Unreachable:
        return QStringLiteral("unreachable");
    case PrintFault::NoAnswer:
        return QStringLiteral("no_answer");
    case PrintFault::Offline:
        return QStringLiteral("offline");
    case PrintFault::CoverOpen:
        return QStringLiteral("cover_open");
    case PrintFault::PaperOut:
        return QStringLiteral("paper_out");
    case PrintFault::CutterJam:
        return QStringLiteral("cutter_jam");
    case PrintFault::PrinterError:
        return QStringLiteral("printer_error");
    case PrintFault::ConnectionLost:
        return QStringLiteral("connection_lost");
    case PrintFault::Refused:
        return QStringLiteral("refused");
    case PrintFault::NotAllowed:
        return QStringLiteral("not_allowed");
    case PrintFault::Expired:
        return QStringLiteral("expired");
    }
    return {};
}

PrintFault printFaultFromText(QStringView text)
{
    return fromText(allPrintFaults, printFaultText, text).value_or(PrintFault::None);
}

QString printFaultAdvice(PrintFault fault)
{
    switch (fault) {
    case PrintFault::None:
        return {};
    case PrintFault::Unreachable:
        return QStringLiteral("The printer cannot be reached: is it on, and is the address right?");
    case PrintFault::NoAnswer:
        return QStringLiteral("The printer does not answer: switch it off and on. If it never tells how it is, say so "
                              "in its settings.");
    case PrintFault::Offline:
        return QStringLiteral("The printer is offline.");
    case PrintFault::CoverOpen:
        return QStringLiteral("The printer's cover is open.");
    case PrintFault::PaperOut:
        return QStringLiteral("The printer is out of paper.");
    case PrintFault::CutterJam:
        return QStringLiteral("The printer's cutter is stuck.");
    case PrintFault::PrinterError:
        return QStringLiteral("The printer reports an error: switch it off and on.");
    case PrintFault::ConnectionLost:
        return QStringLiteral("The connection broke in the middle of a paper.");
    case PrintFault::Refused:
        return QStringLiteral("The print system did not take it.");
    case PrintFault::NotAllowed:
        return QStringLiteral("This is not the address of a printer.");
    case PrintFault::Expired:
        return QStringLiteral("It waited too long to be of use.");
    }
    return {};
}

bool Printer::serves(const std::optional<qint64> &stationId) const
{
    if (stations.empty())
        return true;
    return stationId && std::find(stations.begin(), stations.end(), *stationId) != stations.end();
}

std::optional<PrinterEndpoint> printerEndpoint(const QString &address)
{
    PrinterEndpoint endpoint;
    QString port;
    static const QRegularExpression bracketed(QStringLiteral("^\\[([0-9A-Fa-f:.]+)\\](?::([0-9]{1,5}))?$"));
    static const QRegularExpression plain(QStringLiteral("^([0-9.]+)(?::([0-9]{1,5}))?$"));
    if (const auto six = bracketed.match(address); six.hasMatch()) {
        endpoint.host = six.captured(1);
        port = six.captured(2);
        if (!endpoint.host.contains(u':'))
            return std::nullopt;
    } else if (const auto four = plain.match(address); four.hasMatch()) {
        endpoint.host = four.captured(1);
        port = four.captured(2);
    } else if (address.count(u':') > 1) {
        endpoint.host = address;
    } else {
        return std::nullopt;
    }
    if (!port.isEmpty()) {
        const int number = port.toInt();
        if (number < 1 || number > 65535)
            return std::nullopt;
        endpoint.port = quint16(number);
    }
    if (reachOf(endpoint.host) == Reach::Nonsense)
        return std::nullopt;
    return endpoint;
}

Result<void> checkPrinterAddress(PrinterKind kind, const QString &address, bool loopbackToo)
{
    switch (kind) {
    case PrinterKind::Network: {
        const auto endpoint = printerEndpoint(address);
        if (!endpoint)
            return wrongAddress(QStringLiteral("must be an IP address, with a port or without: 192.168.1.50:9100"));
        const Reach reach = reachOf(endpoint->host);
        if (reach != Reach::Local && !(loopbackToo && reach == Reach::Loopback))
            return wrongAddress(QStringLiteral("must be an address of the local network"));
        if (endpoint->port < lowestPort)
            return wrongAddress(QStringLiteral("must have a port from 1024 up; printers listen on 9100"));
        return {};
    }
    case PrinterKind::Usb: {
        static const QRegularExpression device(QStringLiteral("^/dev/usb/lp[0-9]{1,2}$"));
        if (!device.match(address).hasMatch())
            return wrongAddress(QStringLiteral("must be a printer's device file such as /dev/usb/lp0"));
        return {};
    }
    case PrinterKind::System: {
        static const QRegularExpression queue(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,126}$"));
        if (!queue.match(address).hasMatch())
            return wrongAddress(QStringLiteral("must be the name of a print queue of this machine"));
        return {};
    }
    }
    return wrongAddress(QStringLiteral("is of no known kind"));
}

bool isPaperLanguage(QStringView code)
{
    return code == u"en" || code == u"ru" || code == u"kk";
}

QString printJobKindText(PrintJobKind kind)
{
    switch (kind) {
    case PrintJobKind::Ticket:
        return QStringLiteral("ticket");
    case PrintJobKind::Change:
        return QStringLiteral("change");
    case PrintJobKind::Receipt:
        return QStringLiteral("receipt");
    case PrintJobKind::Test:
        return QStringLiteral("test");
    case PrintJobKind::Drawer:
        return QStringLiteral("drawer");
    case PrintJobKind::DayEnd:
        return QStringLiteral("day_end");
    }
    return {};
}

std::optional<PrintJobKind> printJobKindFromText(QStringView text)
{
    return fromText(allPrintJobKinds, printJobKindText, text);
}

QString printJobStateText(PrintJobState state)
{
    switch (state) {
    case PrintJobState::Queued:
        return QStringLiteral("queued");
    case PrintJobState::Sending:
        return QStringLiteral("sending");
    case PrintJobState::Printed:
        return QStringLiteral("printed");
    case PrintJobState::Failed:
        return QStringLiteral("failed");
    case PrintJobState::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

std::optional<PrintJobState> printJobStateFromText(QStringView text)
{
    return fromText(allPrintJobStates, printJobStateText, text);
}

} // namespace oshaq

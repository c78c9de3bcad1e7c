// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "app/common/orderhistory.h"
#include "app/common/signalwatcher.h"
#include "app/server/headlesskitchen.h"
#include "app/server/historylog.h"
#include "app/server/replayplan.h"
#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"
#include "sync/client/curltransport.h"
#include "sync/client/terminalclient.h"
#include "sync/protocol/columnmap.h"

#include <QCoreApplication>

#include <limits>

namespace oshaq {

namespace {

constexpr qint64 terminalMenuAgainMs = 200;

struct TerminalRequest
{
    QString directory;
    HubCredentials credentials;
    QString caFile;
    QString historyFile;
    HeadlessKitchenOptions kitchen;
    QString ordersFile; ///< to take at the counter; empty: none
    ReplayPace pace;
};

std::optional<TerminalRequest> terminalRequestFrom(const CommandOptions &options)
{
    TerminalRequest request;
    const auto directory = options.needed("data");
    const auto url = options.needed("hub");
    const auto history = options.needed("history");
    if (!directory || !url || !history)
        return std::nullopt;
    const auto token = tokenFrom(options);
    const auto seed = options.number("seed", 0, std::numeric_limits<quint32>::max());
    const auto pace = options.number("pace", 1, 3'600'000);
    const auto limit = options.number("limit", 0, 1'000'000'000);
    const auto gap = options.number("max-gap", 0, 1'000'000'000);
    const auto part = partFrom(options);
    if (!token || !seed || !pace || !limit || !gap || !part)
        return std::nullopt;
    const auto role = roleFromText(options.value("role"));
    if (!role) {
        sayError(QStringLiteral("--role is kitchen, counter, manager or owner, not \"%1\".")
                     .arg(options.value("role").left(60)));
        return std::nullopt;
    }
    bool read = false;
    request.pace.speed = options.value("speed").toDouble(&read);
    if (!read || !(request.pace.speed >= 0) || request.pace.speed > 1e9) {
        sayError(QStringLiteral("--speed is a number, not \"%1\".").arg(options.value("speed").left(60)));
        return std::nullopt;
    }
    request.directory = *directory;
    request.credentials = {*url, *token, *role};
    request.caFile = options.value("ca");
    request.historyFile = *history;
    request.kitchen.cook = options.has("cook");
    request.kitchen.seed = quint32(*seed);
    request.kitchen.paceMs = *pace;
    request.kitchen.part = part->first;
    request.kitchen.parts = part->second;
    request.ordersFile = options.value("take");
    request.pace.limit = std::size_t(*limit);
    request.pace.maxGapMs = *gap * 1000;
    return request;
}

/// One run of the command; lives as long as the event loop.
class TerminalRun
{
    Q_DISABLE_COPY_MOVE(TerminalRun)

public:
    TerminalRun(const TerminalRequest &request, std::unique_ptr<Terminal> terminal, const SystemClock &clock,
                HistoryLog &history)
        : m_request(request)
        , m_terminal(std::move(terminal))
        , m_transport(m_wire)
        , m_kitchen(*m_terminal, m_scheduler, clock, history, request.kitchen)
        , m_watcher([] { QCoreApplication::quit(); })
        , m_clock(clock)
    {
        history.setFailed([](const QString &why) {
            sayError(why);
            QCoreApplication::exit(exitcode::failed);
        });
    }

    int run(const HistoryFile *orders)
    {
        auto client = TerminalClient::create({m_request.credentials.url, m_request.credentials.token, m_request.caFile},
                                             *m_terminal, m_transport, m_clock);
        if (!client) {
            sayError(client.error().message);
            return exitcode::usage;
        }
        m_client = std::move(*client);
        m_client->start();
        m_kitchen.start();
        if (orders)
            takeWhenKnown(*orders);
        if (!printLine("oshaqd " OSHAQ_VERSION " terminal of " + m_request.credentials.url.toUtf8()))
            sayNote(QStringLiteral("Standard output is closed; going on without it."));
        const int code = QCoreApplication::exec();
        m_kitchen.writeState();
        return code;
    }

private:
    /// The menu comes with the first snapshot.
    void takeWhenKnown(const HistoryFile &orders)
    {
        const Catalog &catalog = m_terminal->cache().catalog();
        if (catalog.items.empty() || m_terminal->cache().terminalLetter().isEmpty()) {
            m_scheduler.after(terminalMenuAgainMs, [this, &orders] { takeWhenKnown(orders); });
            return;
        }
        Result<ReplayPlan> plan = planReplay(orders, menuOf(catalog), m_request.pace);
        if (!plan || plan->orders.empty()) {
            sayError(plan ? QStringLiteral("No order of the file has an item of the hub's menu.")
                          : plan.error().message);
            QCoreApplication::exit(exitcode::failed);
            return;
        }
        m_plan = std::move(*plan);
        m_kitchen.take(m_plan, [] { sayNote(QStringLiteral("terminal: all orders are taken")); });
    }

    const TerminalRequest &m_request;
    std::unique_ptr<Terminal> m_terminal;
    QtScheduler m_scheduler;
    WireThread m_wire;
    CurlTransport m_transport;
    std::unique_ptr<TerminalClient> m_client;
    ReplayPlan m_plan;
    HeadlessKitchen m_kitchen;
    SignalWatcher m_watcher;
    const SystemClock &m_clock;
};

} // namespace

int runTerminal(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral(
            "terminal --data DIR --hub URL --token-file FILE --history FILE [--ca FILE] [--cook] [--part I/N] "
            "[--pace MS] [--seed N] [--role kitchen] [--take ORDERS.csv] [--speed 60] [--limit N]"),
        QStringLiteral(
            "Runs a terminal without a window: it follows the hub, paints what arrives and, with --cook, works "
            "it off as a kitchen does. What it asks and what it is told goes into the history, line by line, "
            "for whoever drills a site (docs/operations/drill.md)."));
    options.addValue("data", "DIR", "Directory of terminal.db.");
    options.addValue("hub", "URL", "Address of the hub.");
    options.addValue("token-file", "FILE", "Holds the terminal's token.");
    options.addValue("ca", "FILE", "Trust this CA, in PEM, and no other.");
    options.addValue("history", "FILE", "Write what is asked, on the disk before it is asked, and what comes of it.");
    options.addSwitch("cook", "Start, bump, hand over, and now and then recall.");
    options.addValue("part", "I/N", "Of N screens side by side this one is number I and works off its share.", "1/1");
    options.addValue("pace", "MS", "Between two steps of one ticket, in the mean.", "2000");
    options.addValue("seed", "N", "The same seed does the same with the same order.", "1");
    options.addValue("role", "ROLE", "What the token may do, until the hub says it.", "kitchen");
    options.addValue("take", "FILE", "Take the orders of this file at the counter, also without the hub.");
    options.addValue("speed", "N", "How many times faster than the file's times; 0: without pauses.", "60");
    options.addValue("limit", "N", "At most so many orders; 0: all.", "0");
    options.addValue("max-gap", "SECONDS", "Pauses of the file longer than this are cut to it.", "300");
    if (const auto code = options.parse(arguments))
        return *code;
    const auto request = terminalRequestFrom(options);
    if (!request)
        return exitcode::usage;

    HistoryFile orders;
    if (!request->ordersFile.isEmpty()) {
        orders = readOrders(readCsvFile(request->ordersFile, maxOrdersBytes), {});
        if (!orders.usable) {
            sayProblems(request->ordersFile, orders.problems, 20);
            return exitcode::badFile;
        }
    }
    const SystemClock clock;
    auto terminal = Terminal::open(request->directory, clock);
    if (!terminal) {
        sayError(terminal.error().message);
        return exitcode::failed;
    }
    if (const auto kept = (*terminal)->setCredentials(request->credentials); !kept) {
        sayError(kept.error().message);
        return exitcode::failed;
    }
    HistoryLog history;
    if (const auto opened = history.open(request->historyFile); !opened) {
        sayError(opened.error().message);
        return exitcode::failed;
    }
    TerminalRun run(*request, std::move(*terminal), clock, history);
    return run.run(request->ordersFile.isEmpty() ? nullptr : &orders);
}

} // namespace oshaq

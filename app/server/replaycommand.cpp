// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "app/common/orderhistory.h"
#include "app/common/signalwatcher.h"
#include "app/server/historylog.h"
#include "app/server/replayer.h"
#include "models/domain/quantity.h"
#include "sync/client/curltransport.h"
#include "sync/protocol/columnmap.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 progressEveryMs = 2'000;
constexpr qint64 menuAgainMs = 1'000;

struct ReplayRequest
{
    QString file;
    ReplayTarget target;
    ReplayPace pace;
    QString acksFile;
    QString historyFile;
    std::size_t phones = 64;
    bool json = false;
};

std::optional<QByteArray> addressFrom(const char *option, const QString &text)
{
    const QUrl parsed(text, QUrl::StrictMode);
    const bool path = !parsed.path().isEmpty() && parsed.path() != QLatin1String("/");
    if (parsed.isValid() && !parsed.host().isEmpty() && !path && !parsed.hasQuery() &&
        (parsed.scheme() == QLatin1String("http") || parsed.scheme() == QLatin1String("https")))
        return parsed.toEncoded(QUrl::RemovePath | QUrl::StripTrailingSlash | QUrl::RemoveFragment);
    sayError(QStringLiteral("--%1 is the address of a hub such as http://127.0.0.1:8787, not \"%2\".")
                 .arg(QLatin1String(option), text.left(100)));
    return std::nullopt;
}

std::optional<ReplayRequest> requestFrom(const CommandOptions &options)
{
    ReplayRequest request;
    request.file = options.positionals().at(0);
    const auto url = options.needed("url");
    const auto token = options.has("token-file") ? tokenFrom(options) : options.needed("token");
    if (!url || !token)
        return std::nullopt;
    const auto baseUrl = addressFrom("url", *url);
    if (!baseUrl)
        return std::nullopt;
    request.target.baseUrl = *baseUrl;
    if (options.has("also")) {
        const auto otherUrl = addressFrom("also", options.value("also"));
        if (!otherUrl)
            return std::nullopt;
        request.target.otherUrl = *otherUrl;
    }
    request.target.token = token->trimmed().toLatin1();
    if (options.has("business-id")) {
        const auto business = options.number("business-id", 1, std::numeric_limits<qint64>::max());
        if (!business)
            return std::nullopt;
        request.target.businessId = QByteArray::number(*business);
    }
    bool read = false;
    request.pace.speed = options.value("speed").toDouble(&read);
    if (!read || !(request.pace.speed >= 0) || request.pace.speed > 1e9) {
        sayError(QStringLiteral("--speed is a number, 60 plays an hour in a minute and 0 makes no pauses; not \"%1\".")
                     .arg(options.value("speed").left(60)));
        return std::nullopt;
    }
    const auto limit = options.number("limit", 0, 1'000'000'000);
    const auto gap = options.number("max-gap", 0, 1'000'000'000);
    if (!limit || !gap)
        return std::nullopt;
    request.pace.limit = std::size_t(*limit);
    request.pace.maxGapMs = *gap * 1000;
    const auto phones = options.number("phones", 1, 10'000);
    if (!phones)
        return std::nullopt;
    request.phones = std::size_t(*phones);
    const auto part = partFrom(options);
    if (!part)
        return std::nullopt;
    request.pace.part = std::size_t(part->first);
    request.pace.parts = std::size_t(part->second);
    request.acksFile = options.value("acks");
    request.historyFile = options.value("history");
    request.json = options.has("json");
    return request;
}

qint64 percentile(std::vector<qint64> values, int percent)
{
    if (values.empty())
        return -1;
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) * std::size_t(percent) / 100];
}

QByteArray ackLine(const ReplayAck &ack)
{
    JsonWriter json;
    json.beginObject();
    json.key("order_id").value(ack.orderId);
    json.key("order_uuid").value(ack.orderUuid);
    json.key("source_order").value(ack.order->sourceId);
    json.key("lines").beginArray();
    for (const PlannedLine &line : ack.order->lines) {
        json.beginObject();
        json.key("item_id").value(line.itemId);
        json.key("quantity").raw(formatQuantity(line.quantity));
        json.endObject();
    }
    json.endArray();
    json.key("total_cost").raw(ack.totalCost);
    json.endObject();
    return json.take() + '\n';
}

QByteArray asJson(const ReplayPlan &plan, const HistoryFile &history, const ReplayReport &report)
{
    JsonWriter json;
    json.beginObject();
    json.key("orders_planned").value(qint64(plan.orders.size()));
    json.key("orders_sent").value(qint64{report.sent});
    json.key("orders_acknowledged").value(qint64{report.acknowledged});
    json.key("orders_refused").value(qint64{report.refused});
    json.key("orders_unanswered").value(qint64{report.unanswered});
    json.key("orders_without_lines").value(qint64{plan.ordersWithoutLines});
    json.key("lines_acknowledged").value(qint64{report.linesAcknowledged});
    json.key("lines_skipped")
        .value(qint64{plan.linesWithoutItem} + plan.linesUnknownItem + qint64(history.problems.size()));
    json.key("lines_without_item").value(qint64{plan.linesWithoutItem});
    json.key("lines_unknown_item").value(qint64{plan.linesUnknownItem});
    json.key("rows_unreadable").value(qint64(history.problems.size()));
    json.key("retries").value(qint64{report.retries});
    json.key("elapsed_ms").value(report.elapsedMs);
    json.key("answer_p50_ms").value(percentile(report.answerMs, 50));
    json.key("answer_p95_ms").value(percentile(report.answerMs, 95));
    json.endObject();
    return json.take();
}

QByteArray asText(const ReplayPlan &plan, const HistoryFile &history, const ReplayReport &report)
{
    return QStringLiteral(
               "%1 of %2 orders sent, %3 acknowledged (%4 lines), %5 refused, %6 unanswered, %7 retries in %8 s; "
               "answers: p50 %9 ms, p95 %10 ms.\nLines skipped: %11 without an item, %12 of items that the menu does "
               "not have, "
               "%13 unreadable; %14 orders had no usable line.")
        .arg(report.sent)
        .arg(plan.orders.size())
        .arg(report.acknowledged)
        .arg(report.linesAcknowledged)
        .arg(report.refused)
        .arg(report.unanswered)
        .arg(report.retries)
        .arg(report.elapsedMs / 1000)
        .arg(percentile(report.answerMs, 50))
        .arg(percentile(report.answerMs, 95))
        .arg(plan.linesWithoutItem)
        .arg(plan.linesUnknownItem)
        .arg(history.problems.size())
        .arg(plan.ordersWithoutLines)
        .toUtf8();
}

/// One run of the command; lives as long as the event loop.
class ReplayRun
{
    Q_DISABLE_COPY_MOVE(ReplayRun)

public:
    /// `log` is not open where nobody asked for a history of this run; `earlier`: what stood in it before.
    ReplayRun(const ReplayRequest &request, const HistoryFile &history, QFile *acks, HistoryLog &log,
              QByteArray earlier)
        : m_request(request)
        , m_history(history)
        , m_acks(acks)
        , m_log(log)
        , m_earlier(std::move(earlier))
        , m_transport(m_wire)
        , m_replayer(m_transport, m_scheduler, m_clock, [] { return QRandomGenerator::global()->generateDouble(); },
                     request.target,
                     {[this](const ReplayAck &ack) { writeAck(ack); },
                      [this](const ReplayReport &report) { showProgress(report); },
                      [this](const ReplayReport &report) { finish(report); },
                      [this](const ReplayAsk &ask) { writeAsk(ask); }, [this](const ReplayEnd &end) { writeEnd(end); }})
        , m_watcher([this] { interrupted(); })
    {
        m_replayer.setPhones(request.phones);
        // From the event loop: it is called from within the replayer.
        m_log.setFailed([this](const QString &why) { m_scheduler.after(0, [this, why] { m_replayer.stop(why); }); });
    }

    int run()
    {
        if (m_log.isOpen()) {
            JsonWriter json;
            json.beginObject();
            json.key("t").value(m_clock.nowMs());
            json.key("what").value(QStringLiteral("start"));
            json.endObject();
            m_log.write(json.take());
        }
        fetchMenu();
        return QCoreApplication::exec();
    }

private:
    void fetchMenu()
    {
        m_replayer.fetchMenu([this](const Result<JsonValue> &menu) { begin(menu); });
    }

    void begin(const Result<JsonValue> &menu)
    {
        if (!menu && m_log.isOpen()) {
            // Under a drill the hub may be away now, and comes back.
            m_scheduler.after(menuAgainMs, [this] { fetchMenu(); });
            return;
        }
        if (!menu) {
            sayError(menu.error().message);
            QCoreApplication::exit(exitcode::failed);
            return;
        }
        Result<ReplayPlan> plan = planReplay(m_history, *menu, m_request.pace);
        if (!plan) {
            sayError(plan.error().message);
            QCoreApplication::exit(exitcode::failed);
            return;
        }
        m_plan = std::move(*plan);
        sayProblems(QFileInfo(m_request.file).fileName(), m_plan.problems, 20);
        if (m_plan.orders.empty()) {
            sayError(QStringLiteral("No order of the file has an item of the hub's menu. Import the menu that belongs "
                                    "to it first, or name the "
                                    "columns with --map."));
            QCoreApplication::exit(exitcode::failed);
            return;
        }
        if (const std::size_t earlier = resumeReplay(&m_plan, m_earlier); earlier > 0)
            sayNote(QStringLiteral("replay: %1 orders were answered in an earlier run").arg(earlier));
        const qint64 lengthMs = m_plan.orders.empty() ? 0 : m_plan.orders.back().afterMs;
        sayNote(
            QStringLiteral("replay: %1 orders in about %2 s%3")
                .arg(m_plan.orders.size())
                .arg(lengthMs / 1000)
                .arg(m_history.timed ? QString() : QStringLiteral("; the file has no times, so there are no pauses")));
        m_lastShownMs = m_clock.monotonicMs();
        m_replayer.play(m_plan);
    }

    void writeAck(const ReplayAck &ack)
    {
        if (!m_acks)
            return;
        const QByteArray line = ackLine(ack);
        // An acknowledgement that no checker can read would hide a loss.
        if (m_acks->write(line) != line.size() || !m_acks->flush())
            m_replayer.stop(QStringLiteral("The file of --acks cannot be written: %1.").arg(m_acks->errorString()));
    }

    void writeAsk(const ReplayAsk &ask)
    {
        if (!m_log.isOpen())
            return;
        JsonWriter json;
        json.beginObject();
        json.key("t").value(m_clock.nowMs());
        json.key("what").value(QStringLiteral("asked"));
        json.key("key").value(ask.key);
        json.key("uuid").value(ask.key);
        json.key("source").value(ask.order->sourceId);
        json.key("lines").value(qint64(ask.order->lines.size()));
        json.key("guest").value(QString::fromLatin1(ask.guestToken));
        json.key("waited_ms").value(ask.waitedMs);
        json.endObject();
        m_log.writeSynced(json.take());
    }

    void writeEnd(const ReplayEnd &end)
    {
        if (!m_log.isOpen())
            return;
        JsonWriter json;
        json.beginObject();
        json.key("t").value(m_clock.nowMs());
        json.key("what").value(end.status == 0 ? QStringLiteral("given_up") : QStringLiteral("answered"));
        json.key("key").value(end.key);
        json.key("status").value(end.status);
        if (end.ack) {
            json.key("order_id").value(end.ack->orderId);
            json.key("number").value(end.number);
            json.key("total_cost").raw(end.ack->totalCost);
        }
        if (!end.why.isEmpty())
            json.key("why").value(end.why);
        json.endObject();
        m_log.write(json.take());
    }

    void showProgress(const ReplayReport &report)
    {
        const qint64 now = m_clock.monotonicMs();
        if (now - m_lastShownMs < progressEveryMs)
            return;
        m_lastShownMs = now;
        sayNote(QStringLiteral("replay: %1 of %2 orders sent, %3 acknowledged, %4 refused")
                    .arg(report.sent)
                    .arg(m_plan.orders.size())
                    .arg(report.acknowledged)
                    .arg(report.refused));
    }

    void interrupted() { m_replayer.stop(QStringLiteral("Stopped by a signal.")); }

    void finish(const ReplayReport &report)
    {
        for (const QString &refusal : report.refusals)
            sayNote(refusal);
        if (!report.fatal.isEmpty())
            sayError(report.fatal);
        const bool printed =
            printLine(m_request.json ? asJson(m_plan, m_history, report) : asText(m_plan, m_history, report));
        QCoreApplication::exit(printed && report.allAcknowledged(m_plan.orders.size()) ? exitcode::ok
                                                                                       : exitcode::failed);
    }

    const ReplayRequest &m_request;
    const HistoryFile &m_history;
    QFile *m_acks;
    HistoryLog &m_log;
    const QByteArray m_earlier;
    SystemClock m_clock;
    QtScheduler m_scheduler;
    WireThread m_wire;
    CurlTransport m_transport;
    ReplayPlan m_plan;
    qint64 m_lastShownMs = 0;
    Replayer m_replayer;
    SignalWatcher m_watcher;
};

} // namespace

int runReplay(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("replay ORDERS.csv --url URL --token-file FILE [--also URL] [--map order=order_id,...] [--speed "
                       "60] [--limit N] "
                       "[--max-gap SECONDS] [--acks FILE] [--history FILE] [--phones 64] [--part I/N] [--json]"),
        QStringLiteral(
            "Plays the orders of a file against a running hub: each one is a new guest who orders what the file says, "
            "at the file's times. Fields: order, item (the menu's external id), name, quantity, unix, datetime, date, "
            "time; "
            "columns with usual names are found without --map."));
    options.addValue("url", "URL", "Address of the hub.");
    options.addValue("also", "URL", "Address of the hub's standby: asked in turn when the hub does not answer.");
    options.addValue("token-file", "FILE", "Holds the token of the business or of a terminal.");
    options.addValue("token", "TOKEN", "The token itself: whoever can list the programs of this computer reads it.");
    options.addValue("map", "FIELD=COLUMN",
                     "Which column holds which field; several with commas, or the option again.");
    options.addValue("speed", "N", "How many times faster than history; 0: without pauses.", "60");
    options.addValue("limit", "N", "At most so many orders; 0: all.", "0");
    options.addValue("max-gap", "SECONDS", "Pauses of history longer than this are cut to it.", "300");
    options.addValue("acks", "FILE", "Write one JSON line for each order that the hub has taken.");
    options.addValue(
        "history", "FILE",
        "Write each order's key before it is asked for, on the disk, and its answer. A run that finds such a "
        "file goes on after it.");
    options.addValue("phones", "N", "At most so many orders on their way, each from a phone of its own.", "64");
    options.addValue("part", "I/N", "Of N replays side by side this one is number I: it plays each N-th order.", "1/1");
    options.addValue("business-id", "NUMBER", "Whose menu it is, where the hub has several businesses.");
    options.addSwitch("json", "Print the outcome as JSON.");
    if (const auto code = options.parse(arguments, 1, "The file of orders"))
        return *code;
    const auto request = requestFrom(options);
    if (!request)
        return exitcode::usage;
    const auto wishes = parseColumnWishes(options.values("map"));
    if (!wishes) {
        sayError(wishes.error().message);
        return exitcode::usage;
    }
    const HistoryFile history = readOrders(readCsvFile(request->file, maxOrdersBytes), *wishes);
    sayProblems(QFileInfo(request->file).fileName(), history.problems, 20);
    if (!history.usable) {
        sayError(QStringLiteral("Nothing was sent."));
        return exitcode::badFile;
    }

    QFile acks(request->acksFile);
    if (!request->acksFile.isEmpty() && !acks.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        sayError(QStringLiteral("The file of --acks cannot be written: %1.").arg(acks.errorString()));
        return exitcode::failed;
    }
    HistoryLog log;
    QByteArray earlier;
    if (!request->historyFile.isEmpty()) {
        if (QFile before(request->historyFile); before.open(QIODevice::ReadOnly))
            earlier = before.readAll();
        if (const auto opened = log.open(request->historyFile); !opened) {
            sayError(opened.error().message);
            return exitcode::failed;
        }
    }
    ReplayRun run(*request, history, request->acksFile.isEmpty() ? nullptr : &acks, log, std::move(earlier));
    return run.run();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal that is offline for a whole shift: what it costs it to remember, and how long it takes until it and its
// hub agree again. A hub in a process of its own, and a real terminal here: terminal.db, outbox, follower, libcurl and
// WebSocket. Both go through eight hours of real orders on clocks that go as fast as the machine can work.
//
// oshaq_shiftbench [--data DIR] [--days 1] [--hours 8] [--orders 0] [--json FILE]
//
// Every second order is taken at the terminal, started, made ready and handed over there, all without its hub; the
// others come from guests to the hub meanwhile and go the same way at another screen. Then the cable is put in again.
// `--days`: so many days are laid over each other, the busiest first. Without the data (the two maven-pizza files)
// orders are made up. Ends with 1 when the two do not agree, or anything was refused, lost or doubled.
#include "tests/support/blockinghttp.h"
#include "tests/support/hubreader.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"

#include <QAbstractEventDispatcher>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTime>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <unistd.h>
#include <vector>

namespace {

using namespace oshaq;
using namespace oshaq::test;

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "shiftbench: %s\n", qPrintable(what));
    std::exit(2);
}

/// Real time, and what was let pass beside it.
class PassingClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_system.nowMs() + m_passedMs; }
    qint64 monotonicMs() const override { return m_system.monotonicMs() + m_passedMs; }
    void pass(qint64 ms) { m_passedMs += ms; }

private:
    SystemClock m_system;
    std::atomic<qint64> m_passedMs{0};
};

// ---- the hub's process

/// Serves until its standard input ends; a line there is milliseconds that pass.
int runHub()
{
    PassingClock clock;
    TestSiteOptions options;
    options.clock = &clock;
    options.synchronous = sql::Synchronous::Full;
    TestSite site(options);
    if (!site.start())
        fail(site.problem());
    const TestBusiness &business = site.business();
    std::printf("%d %s %s\n", site.port(), business.token.constData(),
                business.terminalTokens.at(Role::Manager).constData());
    std::fflush(stdout);
    QFile in;
    if (!in.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 2;
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &in, [&] {
        const QByteArray line = in.readLine();
        if (line.isEmpty())
            return QCoreApplication::quit();
        clock.pass(line.trimmed().toLongLong());
        std::printf("ok\n");
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

class HubProcess
{
public:
    HubProcess()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hub")});
        const QList<QByteArray> words = line().split(' ');
        if (words.size() != 3)
            fail(QStringLiteral("the hub does not start"));
        port = quint16(words[0].toUInt());
        token = words[1];
        terminalToken = words[2];
    }
    ~HubProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    void pass(qint64 ms)
    {
        m_process.write(QByteArray::number(ms) + '\n');
        line();
    }

    quint16 port = 0;
    QByteArray token;
    QByteArray terminalToken;

private:
    QByteArray line()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60'000))
                fail(QStringLiteral("the hub is silent"));
        }
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
};

// ---- the orders

struct RealLine
{
    QString item;
    int quantity = 1;
};

struct RealOrder
{
    qint64 atMs = 0; ///< since the shift began
    std::vector<RealLine> lines;
};

struct Shift
{
    std::vector<RealOrder> orders;
    std::map<QString, int> items; ///< price in cents
    QString source;
};

std::vector<QStringList> rows(const QString &path)
{
    QFile file(path);
    std::vector<QStringList> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    file.readLine();
    while (!file.atEnd())
        all.push_back(QString::fromLatin1(file.readLine().trimmed()).split(u','));
    return all;
}

/// The `days` days with most orders within the `hours` hours that have most of them.
Shift realShift(const QString &directory, int days, int hours)
{
    Shift shift;
    std::map<QString, std::vector<std::pair<QString, qint64>>> byDay; // order, time of day
    for (const QStringList &row : rows(directory + QStringLiteral("/orders.csv"))) {
        if (row.size() == 3)
            byDay[row[1]].emplace_back(row[0],
                                       QTime::fromString(row[2], QStringLiteral("HH:mm:ss")).msecsSinceStartOfDay());
    }
    std::map<QString, std::vector<RealLine>> lines;
    for (const QStringList &row : rows(directory + QStringLiteral("/order_details.csv"))) {
        if (row.size() == 4)
            lines[row[1]].push_back({row[2], row[3].toInt()});
    }
    for (const QStringList &row : rows(directory + QStringLiteral("/pizzas.csv"))) {
        if (row.size() == 4)
            shift.items[row[0]] = qRound(row[3].toDouble() * 100);
    }
    if (byDay.empty() || lines.empty() || shift.items.empty())
        return {};
    std::vector<const std::vector<std::pair<QString, qint64>> *> busiest;
    for (const auto &[day, orders] : byDay)
        busiest.push_back(&orders);
    std::stable_sort(busiest.begin(), busiest.end(), [](auto *a, auto *b) { return a->size() > b->size(); });
    busiest.resize(std::min(busiest.size(), std::size_t(days)));
    const auto within = [&](qint64 fromMs) {
        std::ptrdiff_t count = 0;
        for (const auto *day : busiest)
            count += std::count_if(day->begin(), day->end(), [&](const auto &order) {
                return order.second >= fromMs && order.second < fromMs + hours * hourMs;
            });
        return count;
    };
    qint64 from = 0;
    for (int hour = 1; hour + hours <= 24; ++hour) {
        if (within(hour * hourMs) > within(from))
            from = hour * hourMs;
    }
    for (const auto *day : busiest) {
        for (const auto &[id, at] : *day) {
            if (at >= from && at < from + hours * hourMs)
                shift.orders.push_back({at - from, lines[id]});
        }
    }
    std::stable_sort(shift.orders.begin(), shift.orders.end(),
                     [](const RealOrder &a, const RealOrder &b) { return a.atMs < b.atMs; });
    shift.source = QStringLiteral("maven-pizza, the busiest %1 of 358 days").arg(days);
    return shift;
}

/// Fifteen orders an hour of two or three lines.
Shift madeUpShift(int days, int hours)
{
    Shift shift;
    for (int i = 0; i < 40; ++i)
        shift.items[QStringLiteral("dish_%1").arg(i)] = 500 + 25 * i;
    const int count = 15 * hours * days;
    for (int i = 0; i < count; ++i) {
        RealOrder order{hours * hourMs * i / count, {}};
        for (int line = 0; line < 2 + i % 2; ++line)
            order.lines.push_back({QStringLiteral("dish_%1").arg((i * 7 + line * 3) % 40), 1 + i % 2});
        shift.orders.push_back(std::move(order));
    }
    shift.source = QStringLiteral("made up");
    return shift;
}

// ---- what is measured

qint64 statusKb(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    while (true) {
        const QByteArray line = file.readLine();
        if (line.isEmpty())
            return -1;
        if (line.startsWith(name))
            return line.mid(qstrlen(name)).simplified().split(' ').first().toLongLong();
    }
}

qint64 fileKb(const QString &path)
{
    return QFileInfo(path).size() / 1024;
}

/// The longest time that this thread worked without looking at its events: CPU time, so that other programs do not
/// count.
class LongestTurn final : public QObject
{
public:
    LongestTurn()
    {
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            const qint64 nowUs = cpuUs();
            m_longestUs = std::max(m_longestUs, nowUs - m_lastUs);
            m_lastUs = nowUs;
        });
    }
    double longestMs() const { return double(m_longestUs) / 1e3; }

private:
    static qint64 cpuUs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
    }

    qint64 m_lastUs = cpuUs();
    qint64 m_longestUs = 0;
};

/// As a program waits: in its event loop, which sleeps while there is nothing to do.
bool waitInTheLoop(const std::function<bool()> &reached)
{
    QElapsedTimer waited;
    waited.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (reached() || waited.elapsed() > 600'000)
            loop.quit();
    });
    look.start(5);
    loop.exec();
    return reached();
}

/// One shift at one terminal.
class ShiftBench
{
public:
    explicit ShiftBench(const Shift &shift)
        : m_shift(shift)
        , m_http(m_hub.port, m_hub.token)
        , m_rig(m_directory.path(), &m_clock)
    {}

    QJsonObject run()
    {
        makeMenu();
        connectTerminal();
        const qint64 rssLive = statusKb("VmRSS:");
        m_rig.client().stop();
        QElapsedTimer took;
        took.start();
        work();
        const qint64 workMs = took.elapsed();
        QCoreApplication::processEvents();
        Outbox &outbox = m_rig.terminal().outbox();
        const int pending = outbox.pendingCount();
        QJsonObject figures{
            {QStringLiteral("orders"), int(m_shift.orders.size())},
            {QStringLiteral("orders_here"), m_here},
            {QStringLiteral("orders_elsewhere"), m_elsewhere},
            {QStringLiteral("outbox_rows"), pending},
            {QStringLiteral("slowest_act_ms"), m_slowestActMs},
            {QStringLiteral("shift_took_ms"), workMs},
            {QStringLiteral("rss_live_kb"), rssLive},
            {QStringLiteral("rss_end_of_shift_kb"), statusKb("VmRSS:")},
            {QStringLiteral("file_end_of_shift_kb"), fileKb(m_directory.filePath(QStringLiteral("terminal.db")))},
            {QStringLiteral("log_end_of_shift_kb"), fileKb(m_directory.filePath(QStringLiteral("terminal.db-wal")))},
        };
        converge(&figures);
        figures.insert(QStringLiteral("rss_after_kb"), statusKb("VmRSS:"));
        figures.insert(QStringLiteral("rss_peak_kb"), statusKb("VmHWM:"));
        check(&figures);
        return figures;
    }

private:
    QJsonObject tell(const QByteArray &method, const QByteArray &path, const QJsonObject &body)
    {
        const auto answer = m_http.request(method, path, QJsonDocument(body).toJson(QJsonDocument::Compact));
        if (!answer || answer->status >= 300)
            fail(QStringLiteral("%1 was answered %2")
                     .arg(QLatin1String(path), answer ? QString::fromUtf8(answer->body) : QStringLiteral("nothing")));
        return QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data")).toObject();
    }

    void makeMenu()
    {
        const qint64 category =
            tell("POST", "/api/v1/business/categories", {{QStringLiteral("name"), QStringLiteral("Shift")}})
                .value(QLatin1String("category_id"))
                .toInteger();
        for (const auto &[name, price] : m_shift.items) {
            m_itemIds[name] = tell("POST", "/api/v1/business/items",
                                   {{QStringLiteral("category_id"), category},
                                    {QStringLiteral("name"), name},
                                    {QStringLiteral("price"), price / 100.0}})
                                  .value(QLatin1String("item_id"))
                                  .toInteger();
        }
    }

    void connectTerminal()
    {
        if (const QString problem = m_rig.connectTo("http://127.0.0.1:" + QByteArray::number(m_hub.port),
                                                    m_hub.terminalToken, Role::Manager);
            !problem.isEmpty())
            fail(problem);
        const qint64 last = m_itemIds.rbegin()->second;
        if (!QTest::qWaitFor([&] { return m_rig.terminal().visibleCatalog().catalog().findItem(last) != nullptr; },
                             30'000))
            fail(QStringLiteral("the menu does not arrive"));
        if (const QString left = m_rig.waitUntilEqual(m_hub.port, m_hub.token); !left.isEmpty())
            fail(left);
    }

    void passUntil(qint64 atMs)
    {
        if (atMs <= m_nowMs)
            return;
        m_clock.pass(atMs - m_nowMs);
        m_hub.pass(atMs - m_nowMs);
        m_http.disconnect(); // the hub does not wait for a client for so long
        m_nowMs = atMs;
    }

    template <typename Act> void act(const char *what, Act run)
    {
        QElapsedTimer timer;
        timer.start();
        const auto done = run();
        m_slowestActMs = std::max(m_slowestActMs, timer.elapsed());
        if (!done)
            fail(QLatin1String(what) + QStringLiteral(": ") + done.error().message);
        QCoreApplication::processEvents();
    }

    void takeHere(const RealOrder &order)
    {
        NewOrder request;
        request.guestName = QStringLiteral("Guest %1").arg(++m_here);
        for (const RealLine &line : order.lines) {
            NewOrderLine wanted;
            wanted.itemId = m_itemIds.at(line.item);
            wanted.quantity = line.quantity * 1000;
            request.lines.push_back(wanted);
        }
        qint64 id = 0;
        act("create", [&] {
            auto made = m_rig.terminal().orders().create(request);
            if (made)
                id = made->order.id;
            return made;
        });
        KitchenService &kitchen = m_rig.terminal().kitchen();
        m_plan.emplace(m_nowMs + minuteMs, [this, id, &kitchen] { act("start", [&] { return kitchen.start(id); }); });
        m_plan.emplace(m_nowMs + 9 * minuteMs, [this, id, &kitchen] { act("bump", [&] { return kitchen.bump(id); }); });
        m_plan.emplace(m_nowMs + 14 * minuteMs, [this, id] {
            act("complete", [&] { return m_rig.terminal().orders().setStatus(id, OrderStatus::Completed, {}); });
        });
    }

    void takeElsewhere(const RealOrder &order)
    {
        QJsonArray items;
        for (const RealLine &line : order.lines)
            items.append(QJsonObject{{QStringLiteral("item_id"), m_itemIds.at(line.item)},
                                     {QStringLiteral("quantity"), line.quantity}});
        const qint64 id = tell("POST", "/api/v1/business/orders",
                               {{QStringLiteral("fulfilment"), QStringLiteral("pickup")},
                                {QStringLiteral("guest_name"), QStringLiteral("Other %1").arg(++m_elsewhere)},
                                {QStringLiteral("items"), items}})
                              .value(QLatin1String("order_id"))
                              .toInteger();
        int status = 2;
        for (const qint64 after : {0, 1, 9, 14}) {
            m_plan.emplace(m_nowMs + after * minuteMs, [this, id, status] {
                tell("PATCH", "/api/v1/business/orders/" + QByteArray::number(id) + "/status",
                     {{QStringLiteral("status"), status}});
            });
            status = status == 4 ? 6 : status + 1;
        }
    }

    void runPlanned(qint64 untilMs)
    {
        while (!m_plan.empty() && m_plan.begin()->first <= untilMs) {
            passUntil(m_plan.begin()->first);
            const auto run = m_plan.begin()->second;
            m_plan.erase(m_plan.begin());
            run();
        }
    }

    void work()
    {
        bool here = true;
        for (const RealOrder &order : m_shift.orders) {
            runPlanned(order.atMs);
            passUntil(order.atMs);
            here ? takeHere(order) : takeElsewhere(order);
            here = !here;
        }
        // Who ordered at the last minute is not served before the cable comes.
        runPlanned(m_shift.orders.back().atMs);
    }

    void converge(QJsonObject *figures)
    {
        const LongestTurn turns;
        Terminal &terminal = m_rig.terminal();
        const qint64 knownAtMs = terminal.cache().knownAtMs(); // of before the shift
        QElapsedTimer timer;
        timer.start();
        m_rig.client().start();
        const auto until = [&](const char *what, auto reached) {
            if (!waitInTheLoop(reached))
                fail(QLatin1String(what) + QStringLiteral(": ") + terminal.link().facts().detail);
            figures->insert(QLatin1String(what), timer.elapsed());
        };
        until("known_after_ms", [&] { return terminal.cache().knownAtMs() > knownAtMs; });
        until("outbox_empty_after_ms", [&] { return terminal.outbox().pendingCount() == 0; });
        figures->insert(QStringLiteral("longest_turn_cpu_ms"), turns.longestMs());
    }

    void check(QJsonObject *figures)
    {
        const QString left = m_rig.waitUntilEqual(m_hub.port, m_hub.token);
        BlockingHttp http(m_hub.port, m_hub.token);
        const HubOrders stored = readHubOrders(http);
        const int parked = int(m_rig.terminal().outbox().parked().size());
        figures->insert(QStringLiteral("parked"), parked);
        figures->insert(QStringLiteral("lost"), int(m_shift.orders.size()) - int(stored.byUuid.size()));
        figures->insert(QStringLiteral("doubled"), stored.doubled);
        figures->insert(QStringLiteral("difference"), left);
        figures->insert(QStringLiteral("passed"), left.isEmpty() && parked == 0 && stored.doubled == 0 &&
                                                      stored.byUuid.size() == m_shift.orders.size());
    }

    const Shift &m_shift;
    QTemporaryDir m_directory;
    PassingClock m_clock;
    HubProcess m_hub;
    BlockingHttp m_http;
    TerminalRig m_rig;
    std::map<QString, qint64> m_itemIds;
    std::multimap<qint64, std::function<void()>> m_plan;
    qint64 m_nowMs = 0; ///< since the shift began
    qint64 m_slowestActMs = 0;
    int m_here = 0;
    int m_elsewhere = 0;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption hub(QStringLiteral("hub"), QStringLiteral("Is the hub (used by itself)."));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Folder of maven-pizza."),
                                  QStringLiteral("directory"),
                                  QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/maven-pizza"));
    const QCommandLineOption days(QStringLiteral("days"), QStringLiteral("Days laid over each other."),
                                  QStringLiteral("number"), QStringLiteral("1"));
    const QCommandLineOption hours(QStringLiteral("hours"), QStringLiteral("Of the shift."), QStringLiteral("number"),
                                   QStringLiteral("8"));
    const QCommandLineOption orders(QStringLiteral("orders"), QStringLiteral("At most so many; 0: all."),
                                    QStringLiteral("number"), QStringLiteral("0"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Writes the figures there too."),
                                  QStringLiteral("file"));
    parser.addOptions({hub, data, days, hours, orders, json});
    parser.addHelpOption();
    parser.process(application);
    if (parser.isSet(hub))
        return runHub();

    const int dayCount = std::max(1, parser.value(days).toInt());
    const int hourCount = std::clamp(parser.value(hours).toInt(), 1, 23);
    Shift shift = realShift(parser.value(data), dayCount, hourCount);
    if (shift.orders.empty())
        shift = madeUpShift(dayCount, hourCount);
    if (const auto limit = std::size_t(parser.value(orders).toULongLong()); limit > 0 && limit < shift.orders.size())
        shift.orders.resize(limit);
    QJsonObject figures = ShiftBench(shift).run();
    figures.insert(QStringLiteral("source"), shift.source);
    const QByteArray text = QJsonDocument(figures).toJson();
    QTextStream(stdout) << QString::fromUtf8(text);
    if (parser.isSet(json)) {
        QFile file(parser.value(json));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            fail(QStringLiteral("the figures cannot be written"));
    }
    return figures.value(QLatin1String("passed")).toBool() ? 0 : 1;
}

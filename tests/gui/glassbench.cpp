// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes until an order stands on the glass: a real hub on loopback, and screens that are processes of their
// own, each with its terminal.db, its socket and the kitchen's page at 1920 x 1080 on the offscreen raster. Every order
// has dishes for both stations, so every screen must show every order.
//
// oshaq_glassbench [--screens 8] [--hourly 350] [--hourly-orders 60] [--rate 10] [--seconds 60] [--bare] [--json FILE]
//
// --bare: without windows, for a machine that cannot draw for eight: a ticket counts as painted as soon as a page could
// draw it, and oshaq_framebench says what drawing costs.
//
// Orders come by chance (exponential gaps, always the same ones) and are bumped by one screen of each station, so that
// what comes finds room on the page. Measured is how long after the guest had the hub's answer a ticket was drawn on
// each screen ("accepted to painted", the computer's clock), and what the hub measures for statistics: the arrival of a
// screen's acknowledgement, which waits for others, minus the commit of the order ("placed to acknowledged"). What was
// bumped before a screen drew it is counted. Ends with 1 when an order was not taken or a ticket became an alarm.
#include "models/hub/unpaintedwatch.h"
#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"
#include "sync/client/curltransport.h"
#include "sync/client/terminalclient.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/testsite.h"
#include "ui/common/application.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>
#include <QSettings>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include <unistd.h>

namespace {

using namespace oshaq;
using namespace oshaq::test;

constexpr int patienceMs = 60'000;

/// Of one clock for all processes of this computer.
qint64 wallUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "glassbench: %s\n", qPrintable(what));
    std::exit(2);
}

// ---- a screen

struct ScreenOptions
{
    QString url;
    QString token;
    QString directory;
    QString station;     ///< its name; empty: all
    int bumpAfterMs = 0; ///< 0: it bumps nothing
    bool bare = false;   ///< no window: a ticket counts as painted as soon as it could be drawn
};

/// Runs until the other end of its standard input is closed.
int runScreen(const ScreenOptions &options)
{
    applyLook(*qApp, Look());
    const SystemClock clock;
    auto opened = Terminal::open(options.directory + QStringLiteral("/terminal"), clock);
    if (!opened)
        fail(opened.error().message);
    Terminal &terminal = **opened;
    if (const auto kept = terminal.setCredentials({options.url, options.token, Role::Kitchen}); !kept)
        fail(kept.error().message);
    WireThread wire;
    CurlTransport transport(wire);
    auto client = TerminalClient::create({options.url, options.token}, terminal, transport, clock);
    if (!client)
        fail(client.error().message);

    QSettings settings(options.directory + QStringLiteral("/screen.ini"), QSettings::IniFormat);
    KitchenPage page(terminal.kitchen(), terminal.link(), Look());
    page.useSettings(settings);
    page.useAlarms(terminal.alarms());
    page.resize(1920, 1080);
    if (!options.bare)
        page.show();
    // The first time that each stood there goes to whoever measures.
    std::set<qint64> drawn;
    const auto noteDrawn = [&drawn](const std::vector<qint64> &ids) {
        const qint64 nowUs = wallUs();
        for (const qint64 id : ids) {
            if (drawn.insert(id).second)
                std::printf("drawn %lld %lld\n", static_cast<long long>(id), static_cast<long long>(nowUs));
        }
        std::fflush(stdout);
    };
    QObject::connect(page.view(), &TicketView::ticketsPainted, &page, noteDrawn);
    QObject::connect(&terminal.kitchen(), &KitchenPort::ticketsChanged, &page, [&] {
        if (!options.bare)
            return;
        std::vector<qint64> ids;
        for (const Ticket &ticket : terminal.kitchen().tickets())
            ids.push_back(ticket.orderId);
        noteDrawn(ids);
        terminal.kitchen().reportPainted(ids); // each is told once
    });

    bool isReady = false;
    QObject::connect(&terminal.link(), &LinkStatus::changed, &page, [&] {
        if (isReady || terminal.link().facts().state != LinkStatus::State::Live)
            return;
        for (const Station &station : terminal.kitchen().stations()) {
            if (station.name == options.station)
                terminal.kitchen().setStation(station.id);
        }
        isReady = true;
        std::puts("ready");
        std::fflush(stdout);
    });
    // A cook who is as quick as the orders come.
    std::map<qint64, qint64> seenAtMs;
    QTimer cook;
    QObject::connect(&cook, &QTimer::timeout, &page, [&] {
        const qint64 nowMs = clock.monotonicMs();
        std::map<qint64, qint64> present;
        for (const Ticket &ticket : terminal.kitchen().tickets()) {
            const auto known = seenAtMs.find(ticket.orderId);
            const qint64 atMs = known == seenAtMs.end() ? nowMs : known->second;
            present.emplace(ticket.orderId, atMs);
            // At the screen of all stations somebody only hands over what is ready.
            const bool isDue = options.station.isEmpty() ? ticket.order.status == OrderStatus::Ready
                                                         : nowMs - atMs >= options.bumpAfterMs;
            if (isDue)
                (void)terminal.kitchen().bump(ticket.orderId);
        }
        seenAtMs = std::move(present);
    });
    if (options.bumpAfterMs > 0)
        cook.start(100);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, [] {
        char byte = 0;
        if (read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
    (*client)->start();
    return QApplication::exec();
}

// ---- the site

struct Round
{
    QString name;
    double perSecond = 1;
    int orders = 0;
    int bumpAfterMs = 0;
};

struct Figures
{
    std::vector<qint64> all;   ///< ms from the commit to the acknowledgement, ascending
    std::vector<qint64> drawn; ///< ms from the hub's answer to the ticket on a screen, ascending
    std::map<QString, std::vector<qint64>> byScreen;
    qint64 counted = 0; ///< stood on a later page first
    qint64 missed = 0;  ///< were bumped before this screen drew them
    int placed = 0;
    double tookSeconds = 0;
};

qint64 rank(const std::vector<qint64> &sorted, std::size_t percent)
{
    return sorted.empty() ? -1 : sorted[std::max<std::size_t>((sorted.size() * percent + 99) / 100, 1) - 1];
}

class Bench
{
public:
    Bench(int screens, bool bare)
        : m_screenCount(screens)
        , m_bare(bare)
    {
        TestSiteOptions options;
        options.synchronous = sql::Synchronous::Full;
        m_site = std::make_unique<TestSite>(options);
        if (!m_site->start())
            fail(m_site->problem());
        m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
        for (int i = 0; i < screens; ++i)
            m_tokens.push_back(
                m_site->addTerminal(m_site->business(), QStringLiteral("Screen %1").arg(i + 1), Role::Kitchen));
    }

    Figures run(const Round &round)
    {
        startScreens(round.bumpAfterMs);
        const qint64 before = number("SELECT coalesce(max(order_id), 0) FROM orders");
        Figures figures;
        QElapsedTimer timer;
        timer.start();
        std::atomic<int> placed{0};
        std::atomic<bool> isOver{false};
        std::thread guest([&] {
            placeAll(round, &placed);
            isOver = true;
        });
        while (!isOver)
            QTest::qWait(50);
        guest.join();
        figures.placed = placed;
        figures.tookSeconds = double(timer.elapsed()) / 1000;
        const qint64 wanted = qint64{placed} * m_screenCount;
        QElapsedTimer patience;
        patience.start();
        const auto painted = [&] {
            return number("SELECT count(*) FROM painted_acks WHERE latency_ms IS NOT NULL AND order_id > ?", {before});
        };
        // Whatever comes within the time after which it would be an alarm.
        while (painted() < wanted && patience.elapsed() < 10'000)
            QTest::qWait(100);
        figures.missed = wanted - painted();
        collect(before, &figures);
        stopScreens();
        collectDrawn(&figures);
        m_screens.clear();
        return figures;
    }

    qint64 alarms() { return number("SELECT count(*) FROM unpainted_tickets"); }

private:
    void startScreens(int bumpAfterMs)
    {
        m_directory = std::make_unique<QTemporaryDir>();
        const QString url = QStringLiteral("http://127.0.0.1:%1").arg(m_site->port());
        // Three of four at the two stations in turn, every fourth shows all of them.
        std::map<QString, bool> hasCook;
        for (int i = 0; i < m_screenCount; ++i) {
            const QString station = i % 4 == 3   ? QString()
                                    : i % 2 == 0 ? QStringLiteral("Kitchen")
                                                 : QStringLiteral("Cold");
            QStringList arguments{QStringLiteral("--screen"),    url,
                                  QStringLiteral("--token"),     QString::fromLatin1(m_tokens[std::size_t(i)]),
                                  QStringLiteral("--directory"), m_directory->filePath(QString::number(i)),
                                  QStringLiteral("--station"),   station};
            if (!std::exchange(hasCook[station], true))
                arguments << QStringLiteral("--bump-after") << QString::number(bumpAfterMs);
            if (m_bare)
                arguments << QStringLiteral("--bare");
            auto process = std::make_unique<QProcess>();
            process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process->start(QCoreApplication::applicationFilePath(), arguments);
            m_screens.push_back(std::move(process));
        }
        for (const auto &screen : m_screens) {
            QByteArray said;
            const bool isReady = QTest::qWaitFor(
                [&] {
                    said += screen->readAllStandardOutput();
                    return said.contains("ready");
                },
                patienceMs);
            if (!isReady)
                fail(QStringLiteral("a screen did not come up"));
        }
    }

    void stopScreens()
    {
        for (const auto &screen : m_screens)
            screen->closeWriteChannel();
        for (const auto &screen : m_screens) {
            if (!screen->waitForFinished(10'000))
                screen->kill();
            screen->waitForFinished();
        }
    }

    /// Of orders of this round; what a screen drew before the guest read the answer took no time at all.
    void collectDrawn(Figures *figures)
    {
        for (const auto &screen : m_screens) {
            for (const QByteArray &line : screen->readAllStandardOutput().split('\n')) {
                const QList<QByteArray> parts = line.split(' ');
                if (parts.size() != 3 || parts.at(0) != "drawn")
                    continue;
                const auto accepted = m_acceptedUs.find(parts.at(1).toLongLong());
                if (accepted != m_acceptedUs.end())
                    figures->drawn.push_back(std::max(qint64(0), parts.at(2).toLongLong() - accepted->second) / 1000);
            }
        }
        m_acceptedUs.clear();
        std::sort(figures->drawn.begin(), figures->drawn.end());
    }

    /// On a thread of its own.
    void placeAll(const Round &round, std::atomic<int> *placed)
    {
        const TestBusiness &business = m_site->business();
        BlockingHttp http(m_site->port(), business.guestToken);
        const auto item = [&](const char *name) {
            return R"({"item_id":)" + QByteArray::number(business.item(name)) + R"(,"quantity":1})";
        };
        const QByteArray body =
            R"({"fulfilment":"pickup","items":[)" + item("Soup") + ',' + item("Bread") + ',' + item("Apples") + "]}";
        std::mt19937 chance(20260115);
        std::exponential_distribution<double> gap(round.perSecond);
        auto due = std::chrono::steady_clock::now();
        for (int i = 0; i < round.orders; ++i) {
            due += std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                std::chrono::duration<double>(gap(chance)));
            std::this_thread::sleep_until(due);
            const auto answer = http.request("POST", "/api/v1/user/orders/create", body);
            if (answer && answer->status == 201) {
                const qint64 nowUs = wallUs();
                const QJsonValue data = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data"));
                m_acceptedUs[data.toObject().value(QLatin1String("order_id")).toInteger()] = nowUs;
                ++*placed;
            } else {
                std::fprintf(stderr, "glassbench: an order was not taken: %s\n",
                             answer ? answer->body.constData() : "no answer");
            }
        }
    }

    void collect(qint64 before, Figures *figures)
    {
        auto reader = m_site->hub().openReader();
        if (!reader)
            fail(reader.error().message);
        auto rows = (*reader)->query(
            QStringLiteral("SELECT viewer, latency_ms, counted_at FROM painted_acks WHERE order_id > ?"), {before});
        while (rows && rows->next()) {
            if (!rows->isNull(2))
                ++figures->counted;
            if (rows->isNull(1))
                continue;
            figures->all.push_back(rows->integer(1));
            figures->byScreen[rows->text(0)].push_back(rows->integer(1));
        }
        std::sort(figures->all.begin(), figures->all.end());
        for (auto &[viewer, latencies] : figures->byScreen)
            std::sort(latencies.begin(), latencies.end());
    }

    qint64 number(const char *sql, const QVariantList &values = {})
    {
        auto reader = m_site->hub().openReader();
        if (!reader)
            fail(reader.error().message);
        auto rows = (*reader)->query(QString::fromLatin1(sql), values);
        return rows && rows->next() ? rows->integer(0) : -1;
    }

    const int m_screenCount;
    const bool m_bare;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<UnpaintedWatch> m_watch;
    std::vector<QByteArray> m_tokens;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::vector<std::unique_ptr<QProcess>> m_screens;
    std::map<qint64, qint64> m_acceptedUs; ///< by order; the guest's thread writes it and is joined before it is read
};

QJsonObject print(QTextStream &out, const Round &round, const Figures &figures)
{
    const auto line = [&out](const QString &name, const std::vector<qint64> &sorted) {
        out << QStringLiteral("%1 %2 %3 %4 %5 %6")
                   .arg(name, -40)
                   .arg(sorted.size(), 7)
                   .arg(rank(sorted, 50), 7)
                   .arg(rank(sorted, 95), 7)
                   .arg(rank(sorted, 99), 7)
                   .arg(rank(sorted, 100), 7)
            << Qt::endl;
    };
    out << round.name << QStringLiteral(": %1 orders in %2 s").arg(figures.placed).arg(figures.tookSeconds, 0, 'f', 1)
        << Qt::endl;
    out << QStringLiteral("%1 %2 %3 %4 %5 %6")
               .arg(QStringLiteral("  milliseconds"), -40)
               .arg(QStringLiteral("tickets"), 7)
               .arg(QStringLiteral("p50"), 7)
               .arg(QStringLiteral("p95"), 7)
               .arg(QStringLiteral("p99"), 7)
               .arg(QStringLiteral("worst"), 7)
        << Qt::endl;
    for (const auto &[viewer, latencies] : figures.byScreen)
        line(QStringLiteral("  ") + viewer, latencies);
    line(QStringLiteral("  placed to acknowledged, all screens"), figures.all);
    line(QStringLiteral("  accepted to painted, all screens"), figures.drawn);
    if (figures.counted > 0)
        out << QStringLiteral("  %1 stood on a later page first").arg(figures.counted) << Qt::endl;
    if (figures.missed > 0)
        out << QStringLiteral("  %1 were bumped before a screen drew them").arg(figures.missed) << Qt::endl;
    return {{QStringLiteral("round"), round.name},
            {QStringLiteral("orders"), figures.placed},
            {QStringLiteral("seconds"), figures.tookSeconds},
            {QStringLiteral("tickets"), qint64(figures.all.size())},
            {QStringLiteral("later_page_first"), figures.counted},
            {QStringLiteral("bumped_first"), figures.missed},
            {QStringLiteral("p50_ms"), rank(figures.all, 50)},
            {QStringLiteral("p95_ms"), rank(figures.all, 95)},
            {QStringLiteral("p99_ms"), rank(figures.all, 99)},
            {QStringLiteral("max_ms"), rank(figures.all, 100)},
            {QStringLiteral("painted_p50_ms"), rank(figures.drawn, 50)},
            {QStringLiteral("painted_p95_ms"), rank(figures.drawn, 95)},
            {QStringLiteral("painted_p99_ms"), rank(figures.drawn, 99)},
            {QStringLiteral("painted_max_ms"), rank(figures.drawn, 100)}};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qpa.*=false\noshaq.*.info=false"));
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto text = [](const char *name, const char *what, const char *usual) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(what), QStringLiteral("value"),
                                  QString::fromLatin1(usual));
    };
    parser.addOptions({text("screens", "how many screens", "8"), text("hourly", "orders an hour, first round", "350"),
                       text("hourly-orders", "how many of them; 0: no such round", "60"),
                       text("rate", "orders a second, second round", "10"),
                       text("seconds", "how long that; 0: no such round", "60"),
                       text("json", "figures go here too", "")});
    parser.addOptions({text("screen", "be a screen of the site at this address", ""), text("token", "its token", ""),
                       text("directory", "its data", ""), text("station", "what it shows", ""),
                       text("bump-after", "milliseconds that a cook needs; 0: no cook", "0")});
    parser.addOption({QStringLiteral("bare"), QStringLiteral("screens without windows")});
    parser.process(application);
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const auto number = [&value](const char *name) { return std::max(0, value(name).toInt()); };
    if (parser.isSet(QStringLiteral("screen")))
        return runScreen({value("screen"), value("token"), value("directory"), value("station"), number("bump-after"),
                          parser.isSet(QStringLiteral("bare"))});

    std::vector<Round> rounds;
    if (number("hourly-orders") > 0)
        rounds.push_back({value("hourly") + QStringLiteral(" orders an hour"),
                          double(std::max(1, number("hourly"))) / 3600, number("hourly-orders"), 20'000});
    if (number("seconds") > 0)
        rounds.push_back({value("rate") + QStringLiteral(" orders a second"), double(std::max(1, number("rate"))),
                          number("rate") * number("seconds"), 300});
    const int screens = std::max(1, number("screens"));
    QTextStream out(stdout);
    const bool bare = parser.isSet(QStringLiteral("bare"));
    out << screens << " screens, each a process " << (bare ? "without a window" : "with a window of 1920 x 1080")
        << Qt::endl;
    Bench bench(screens, bare);
    QJsonArray all;
    bool isComplete = true;
    for (const Round &round : rounds) {
        const Figures figures = bench.run(round);
        all.append(print(out, round, figures));
        isComplete = isComplete && figures.placed == round.orders;
    }
    const qint64 alarms = bench.alarms();
    out << alarms << " alarms" << Qt::endl;
    if (!value("json").isEmpty()) {
        QFile file(value("json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0)
            fail(QStringLiteral("%1 cannot be written").arg(file.fileName()));
    }
    return isComplete && alarms == 0 ? 0 : 1;
}

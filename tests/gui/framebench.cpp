// SPDX-License-Identifier: GPL-3.0-or-later
// What one change of the hub costs the GUI thread of a full screen, along the way that it really takes: the message of
// the socket is read, written to terminal.db and mirrored, decided with the outbox, turned into tickets, laid out and
// painted at 1920 x 1080 on the offscreen raster.
//
// oshaq_framebench [--page kitchen|orders] [--orders 300] [--rate 20] [--seconds 60] [--behind 5000] [--budget 16]
//                  [--delivery-budget 8]
//
// CPU time of the GUI thread between one change and the next, so timers, animations and the second hand count too; and
// of each single delivery of an event, which is what keeps a keystroke waiting. At the end the screen catches up with
// so many changes that it missed (--behind), page by page as the follower fetches them. Ends with 1 when the 99th
// percentile is over the budget: of the changes, or of the deliveries.
#include "models/terminal/terminal.h"
#include "sync/client/feedfollower.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/feedjson.h"
#include "tests/gui/windowpages.h"
#include "tests/support/fakearchive.h"
#include "tests/support/fakeprinters.h"
#include "tests/support/kitchensample.h"
#include "ui/common/application.h"
#include "ui/common/guiwatch.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/mainwindow.h"
#include "ui/orders/ordersmodel.h"
#include "ui/orders/orderspage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

namespace {

using namespace oshaq;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "framebench: %s\n", qPrintable(what));
    std::exit(2);
}

double cpuMs()
{
    return double(threadCpuNs()) / 1e6;
}

/// The hub's side: the orders as it has them, and what happens to them.
class Service
{
public:
    Service(int orders, qint64 nowMs)
    {
        FakeKitchenPort port;
        kitchensample::addStations(port);
        // Some more than are open at once: they come in one by one.
        kitchensample::addMany(port, orders + spare, 1400);
        m_stations = port.stations();
        for (const Ticket &ticket : port.tickets()) {
            Order order = port.order(ticket.orderId);
            const qint64 shift = nowMs - port.hubNowMs();
            order.businessId = 1;
            order.uuid = QStringLiteral("01900000-0000-7000-8000-%1").arg(order.id, 12, 10, QLatin1Char('0'));
            order.placedAtMs += shift;
            order.statusAtMs += shift;
            order.promisedAtMs += order.promisedAtMs > 0 ? shift : 0;
            order.cost.currency = *Currency::fromCode(QStringLiteral("KZT"));
            for (OrderLine &line : order.lines) {
                line.statusAtMs = order.placedAtMs;
                line.addedAtMs = order.placedAtMs;
            }
            (int(m_open.size()) < orders ? m_open : m_coming).push_back(order);
        }
        m_nextId = m_coming.back().id + 1;
    }

    Snapshot snapshot() const
    {
        Snapshot snapshot;
        snapshot.cursor = {QStringLiteral("BENCH"), 1};
        snapshot.business.id = 1;
        snapshot.business.name = QStringLiteral("Bench");
        snapshot.catalog.stations = m_stations;
        snapshot.orders = m_open;
        return snapshot;
    }

    /// The message of the next thing that happens: an order comes, an old one goes, lines are done, a note is written.
    QByteArray next(qint64 nowMs)
    {
        Order order;
        const char *event = "order.lines";
        switch (++m_seq % 4) {
        case 0: {
            order = m_coming[std::size_t(m_nextId) % m_coming.size()];
            order.id = m_nextId++;
            order.uuid = QStringLiteral("01900000-0000-7000-8000-%1").arg(order.id, 12, 10, QLatin1Char('0'));
            order.status = OrderStatus::New;
            order.placedAtMs = order.statusAtMs = nowMs;
            for (OrderLine &line : order.lines) {
                line.id = order.id * 100 + (&line - order.lines.data());
                line.status = LineStatus::Queued;
                line.statusAtMs = line.addedAtMs = nowMs;
            }
            m_open.push_back(order);
            event = "order.created";
            break;
        }
        case 2:
            // At the front, where everything behind it moves up.
            order = m_open.front();
            m_open.erase(m_open.begin());
            order.status = OrderStatus::Completed;
            order.statusAtMs = nowMs;
            ++order.version;
            event = "order.status";
            break;
        default: {
            Order &changed = m_open[std::size_t(m_seq * 7) % m_open.size()];
            OrderLine &line = changed.lines[std::size_t(m_seq) % changed.lines.size()];
            if (m_seq % 3 == 0)
                changed.note = QStringLiteral("no onions, %1").arg(m_seq);
            else
                line.status = line.status == LineStatus::Done ? LineStatus::Started : LineStatus::Done;
            line.statusAtMs = nowMs;
            ++line.version;
            ++changed.version;
            order = changed;
            break;
        }
        }
        FeedChange change;
        change.change.seq = m_seq;
        change.change.entity = EntityKind::Order;
        change.change.id = order.id;
        change.change.version = order.version;
        change.change.atMs = nowMs;
        change.change.type = QString::fromLatin1(event);
        change.order = order;
        return changeMessage(change, order.cost.currency, OrderView::Kitchen);
    }

    qint64 seq() const { return m_seq; }
    int open() const { return int(m_open.size()); }

private:
    static constexpr int spare = 40;

    std::vector<Station> m_stations;
    std::vector<Order> m_open;
    std::vector<Order> m_coming;
    qint64 m_nextId = 0;
    qint64 m_seq = 1;
};

/// So many next changes as the hub answers them to a screen that was away.
QByteArray pageOfChanges(Service &service, int count, qint64 nowMs)
{
    QByteArray rows;
    for (int i = 0; i < count; ++i)
        rows += (i > 0 ? "," : "") + service.next(nowMs);
    return R"({"success":true,"data":[)" + rows + R"(],"meta":{"cursor":"BENCH.)" + QByteArray::number(service.seq()) +
           R"(","more":true}})";
}

/// The desktop as it stands there, with the kitchen's page or the counter's in front.
class Screen
{
public:
    Screen(Terminal &terminal, const QString &directory, const QString &page)
        : m_settings(directory + QStringLiteral("/bench.ini"), QSettings::IniFormat)
        , m_display(m_settings)
    {
        auto kitchen = std::make_unique<KitchenPage>(terminal.kitchen(), terminal.link(), Look());
        auto orders = std::make_unique<OrdersPage>(terminal.orders(), m_archive, m_printers, terminal.link(), Look());
        m_kitchen = kitchen.get();
        m_orders = orders.get();
        m_window =
            std::make_unique<MainWindow>(windowPages(std::move(kitchen), std::move(orders)), m_display, m_settings);
        if (!m_window->showPage(page))
            fail(QStringLiteral("there is no page ") + page);
        m_window->resize(1920, 1080);
        m_window->show();
    }

    QWidget &window() { return *m_window; }
    QString extent() const
    {
        return m_window->currentPage() == m_orders ? QStringLiteral("%1 rows").arg(m_orders->model()->rowCount({}))
                                                   : QStringLiteral("%1 pages").arg(m_kitchen->view()->pages());
    }

private:
    QSettings m_settings;
    DisplaySettings m_display;
    FakeArchivePort m_archive;
    FakePrinterPort m_printers;
    KitchenPage *m_kitchen = nullptr;
    OrdersPage *m_orders = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

struct Part
{
    const char *name;
    std::vector<double> milliseconds = {};
};

double print(QTextStream &out, Part part)
{
    std::vector<double> &values = part.milliseconds;
    std::sort(values.begin(), values.end());
    const auto at = [&values](double share) { return values[std::size_t(share * double(values.size() - 1))]; };
    out << QStringLiteral("%1 %2 %3 %4 %5 %6")
               .arg(QString::fromLatin1(part.name), -46)
               .arg(values.size(), 6)
               .arg(at(0.5), 8, 'f', 2)
               .arg(at(0.95), 8, 'f', 2)
               .arg(at(0.99), 8, 'f', 2)
               .arg(values.back(), 8, 'f', 2)
        << Qt::endl;
    return at(0.99);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Part deliveries{"each delivery of 0.1 ms and more"};
    GuiWatch::Delivery worst;
    GuiWatch watch(100'000, [&](const GuiWatch::Delivery &whole, const GuiWatch::Delivery &) {
        deliveries.milliseconds.push_back(double(whole.cpuNs) / 1e6);
        if (whole.cpuNs > worst.cpuNs)
            worst = whole;
    });
    const WatchedApplication application(argc, argv, &watch);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto number = [](const char *name, const char *what, const char *usual) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(what), QStringLiteral("n"),
                                  QString::fromLatin1(usual));
    };
    parser.addOptions(
        {number("orders", "open orders", "300"), number("rate", "changes a second", "20"),
         number("seconds", "how long", "60"), number("behind", "changes that the screen missed; 0: none", "5000"),
         number("budget", "milliseconds a change", "16"), number("delivery-budget", "milliseconds a delivery", "8")});
    parser.addOption({QStringLiteral("page"), QStringLiteral("kitchen or orders"), QStringLiteral("key"),
                      QStringLiteral("kitchen")});
    parser.process(application);
    const auto value = [&parser](const char *name) {
        return std::max(1, parser.value(QString::fromLatin1(name)).toInt());
    };
    const int changes = value("rate") * value("seconds");

    applyLook(*qApp, Look());
    const QTemporaryDir directory;
    const SystemClock clock;
    auto terminal = Terminal::open(directory.filePath(QStringLiteral("terminal")), clock);
    if (!terminal)
        fail(terminal.error().message);
    Terminal &screenful = **terminal;
    screenful.hubClock().observe(clock.nowMs(), 0);
    Service service(value("orders"), clock.nowMs());
    if (const auto applied = screenful.cache().applySnapshot(service.snapshot()); !applied)
        fail(applied.error().message);
    LinkStatus::Facts live;
    live.state = LinkStatus::State::Live;
    live.sinceMs = live.knownAtMs = clock.nowMs();
    screenful.link().update(live);
    Screen screen(screenful, directory.path(), parser.value(QStringLiteral("page")));
    QElapsedTimer settling;
    for (settling.start(); settling.elapsed() < 500;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);

    Part idle{"idle, between two changes' times"};
    Part repaint{"idle, the whole window painted"};
    Part reading{"  the message read"};
    Part applying{"  terminal.db, cache, visible orders, tickets"};
    Part painting{"  page: model, layout, painted; timers"};
    Part whole{"a change, whole"};
    const Currency currency = *Currency::fromCode(QStringLiteral("KZT"));

    deliveries.milliseconds.clear();
    worst = {};
    double began = cpuMs();
    QTimer pace;
    pace.setTimerType(Qt::PreciseTimer);
    pace.setInterval(1000 / value("rate"));
    int ticks = 0;
    constexpr int idleTicks = 60;
    constexpr int repaints = 50;
    double read = 0;
    double applied = 0;
    QObject::connect(&pace, &QTimer::timeout, &pace, [&] {
        const double now = cpuMs();
        ++ticks;
        if (ticks > 1 && ticks <= idleTicks) {
            idle.milliseconds.push_back(now - began);
        } else if (ticks > idleTicks + repaints + 2) {
            whole.milliseconds.push_back(now - began);
            reading.milliseconds.push_back(read);
            applying.milliseconds.push_back(applied);
            painting.milliseconds.push_back(now - began - read - applied);
        }
        if (int(whole.milliseconds.size()) == changes) {
            QCoreApplication::quit();
            return;
        }
        if (ticks > idleTicks && ticks <= idleTicks + repaints) {
            const double before = cpuMs();
            screen.window().repaint();
            repaint.milliseconds.push_back(cpuMs() - before);
        } else if (ticks > idleTicks + repaints + 1) {
            const QByteArray message = service.next(clock.nowMs());
            began = cpuMs();
            const auto told = readLiveMessage(message, currency);
            if (!told || told->type != LiveMessage::Type::Change)
                fail(QStringLiteral("a change that cannot be read"));
            read = cpuMs() - began;
            const auto done = screenful.cache().applyChanges({told->change}, {QStringLiteral("BENCH"), service.seq()});
            if (!done)
                fail(done.error().message);
            applied = cpuMs() - began - read;
            return;
        }
        began = cpuMs();
    });
    pace.start();
    QApplication::exec();

    const Part onTheWay = std::exchange(deliveries, {"catching up: each delivery of 0.1 ms and more"});
    const GuiWatch::Delivery worstOnTheWay = std::exchange(worst, {});
    Part catchingUp{"catching up: a page read and applied"};
    for (int left = parser.value(QStringLiteral("behind")).toInt(); left > 0; left -= FeedFollower::pageSize) {
        const QByteArray body = pageOfChanges(service, std::min(left, FeedFollower::pageSize), clock.nowMs());
        const double before = cpuMs();
        const auto answer = readAnswer(body);
        const auto page = readChanges(answer->data, answer->meta, currency, nullptr);
        if (!page || !screenful.cache().applyPage(*page))
            fail(QStringLiteral("a page of changes is not taken"));
        catchingUp.milliseconds.push_back(cpuMs() - before);
        // As long as the next page would be on its way.
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    }

    if (int(screenful.kitchen().tickets().size()) < service.open() - 1)
        fail(QStringLiteral("the screen does not show what there is"));
    QTextStream out(stdout);
    out << service.open() << " open orders on " << screen.extent() << ", " << value("rate") << " changes a second, "
        << value("seconds") << " s, 1920 x 1080" << Qt::endl;
    out << QStringLiteral("%1 %2 %3 %4 %5 %6")
               .arg(QStringLiteral("milliseconds of the GUI thread's CPU"), -46)
               .arg(QStringLiteral("count"), 6)
               .arg(QStringLiteral("median"), 8)
               .arg(QStringLiteral("p95"), 8)
               .arg(QStringLiteral("p99"), 8)
               .arg(QStringLiteral("worst"), 8)
        << Qt::endl;
    for (const Part &part : {idle, repaint, reading, applying, painting})
        print(out, part);
    const double p99 = print(out, whole);
    double dearest = print(out, onTheWay);
    out << "  the dearest: " << worstOnTheWay.text() << Qt::endl;
    if (!catchingUp.milliseconds.empty()) {
        dearest = std::max({dearest, print(out, catchingUp), print(out, deliveries)});
        out << "  the dearest: " << worst.text() << "; " << FeedFollower::pageSize << " changes a page" << Qt::endl;
    }
    if (p99 > value("budget"))
        out << "OVER " << value("budget") << " ms" << Qt::endl;
    if (dearest > value("delivery-budget"))
        out << "OVER " << value("delivery-budget") << " ms a delivery" << Qt::endl;
    return p99 > value("budget") || dearest > value("delivery-budget") ? 1 : 0;
}

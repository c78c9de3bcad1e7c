// SPDX-License-Identifier: GPL-3.0-or-later
//
// What somebody waits for who opens the statistics of a year: the same orders each time, the figures with days that are
// kept and with every day added up, at the hub and through the API on loopback; and what keeping days costs an order.

#include "bench/orfail.h"
#include "models/domain/timetext.h"
#include "models/hub/accessservice.h"
#include "models/hub/analytics.h"
#include "models/hub/catalogservice.h"
#include "models/hub/daykeeper.h"
#include "models/hub/drillreads.h"
#include "models/hub/hub.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/sql/transaction.h"
#include "sync/protocol/analyticsjson.h"
#include "sync/protocol/errorjson.h"
#include "sync/server/apiserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTcpSocket>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

using namespace oshaq;

namespace {

using SteadyClock = std::chrono::steady_clock;

double millisecondsSince(SteadyClock::time_point began)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - began).count();
}

/// Of this thread: what a machine that does other things as well leaves alone.
double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

constexpr const char *dishes[] = {"Плов",   "Бешбармак", "Лагман",  "Манты", "Шашлык", "Шәұту",  "Куырдак",
                                  "Сорпа",  "Баурсак",   "Салат",   "Суп",   "Чай",    "Кофе",   "Самса",
                                  "Burger", "Pizza",     "Лимонад", "Морс",  "Хлеб",   "Котлета"};
constexpr const char *kinds[] = {"праздничный", "с бараниной", "домашний", "большой", "по-ташкентски",
                                 "детский",     "с овощами",   "острый",   "от шефа", "қазақша"};

constexpr int perDay = 500;
constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 minuteMs = 60'000;

/// The hub's clock: some days after the last of the orders.
class BenchClock final : public Clock
{
public:
    qint64 nowMs() const override { return now; }
    qint64 monotonicMs() const override { return m_system.monotonicMs(); }

    qint64 now = 1'798'848'000'000; ///< 2027-01-02

private:
    SystemClock m_system;
};

struct Dish
{
    qint64 id;
    QString name;
    qint64 price;
    qint64 stationId;
};

class Site
{
public:
    Site(const QString &directory, QDate begin, int days)
        : first(begin)
        , m_directory(directory)
        , m_days(days)
    {
        const QString path = directory + QStringLiteral("/hub.db");
        const bool isNew = !QFile::exists(path);
        openHub();
        if (isNew)
            makeMenu();
        writer = valueOf(sql::Database::open({path, sql::Access::ReadWrite, sql::Synchronous::Normal}));
        auto rows = valueOf(writer->query(QStringLiteral("SELECT item_id, name, price FROM items ORDER BY item_id")));
        while (rows.next())
            menu.push_back({rows.integer(0), rows.text(1), rows.integer(2), 1 + rows.integer(0) % 3});
        rows.finish();
        const auto began = SteadyClock::now();
        if (isNew)
            fill();
        fillSeconds = isNew ? millisecondsSince(began) / 1000 : 0;
        check(writer->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        fileBytes = QFileInfo(path).size();
        reader = valueOf(sql::Database::open({path, sql::Access::ReadOnly}));
    }

    void openHub()
    {
        HubOptions options;
        options.directory = m_directory;
        hub = valueOf(Hub::open(options, clock));
    }

    qint64 number(const QString &sql)
    {
        auto row = valueOf(reader->query(sql));
        return row.next() ? row.integer(0) : 0;
    }

    Principal owner() const
    {
        Principal principal;
        principal.kind = Principal::Kind::Business;
        principal.role = Role::Owner;
        principal.businessId = 1;
        principal.id = 1;
        return principal;
    }

    QString makeToken()
    {
        const auto make = [](WriteContext &context) {
            return accesswrites::createTerminal(context, 1, QStringLiteral("Office"), Role::Manager, std::nullopt);
        };
        return valueOf(hub->writer().submitAndWait({owner(), QStringLiteral("bench"), std::nullopt, make, {}})).secret;
    }

    BenchClock clock;
    std::unique_ptr<Hub> hub;
    std::unique_ptr<sql::Database> writer;
    std::unique_ptr<sql::Database> reader;
    std::vector<Dish> menu;
    double fillSeconds = 0;
    qint64 fileBytes = 0;
    QDate first;
    QDate last() const { return first.addDays(m_days - 1); }

private:
    void makeMenu()
    {
        Business business;
        business.name = QStringLiteral("Bench");
        business.timeZone = QStringLiteral("Europe/Berlin");
        run([business](WriteContext &context) { return accesswrites::createBusiness(context, business); });
        std::vector<MenuImportItem> items;
        for (const char *dish : dishes) {
            for (const char *kind : kinds) {
                MenuImportItem item;
                item.category = QString::fromUtf8(dish);
                item.name = QString::fromUtf8(dish) + u' ' + QString::fromUtf8(kind);
                item.priceMinor = 50'000 + 1'000 * qint64(items.size());
                items.push_back(item);
            }
        }
        run([items](WriteContext &context) { return catalogwrites::importMenu(context, items); });
        for (const char *name : {"Grill", "Cold"}) {
            run([name](WriteContext &context) {
                auto row = context.database.query(
                    QStringLiteral("INSERT INTO stations (business_id, name, created_at, updated_at)"
                                   " VALUES (1, ?, 1, 1)"),
                    {QString::fromLatin1(name)});
                return row ? Result<WriteOutcome>(WriteOutcome()) : Result<WriteOutcome>(row.error());
            });
        }
    }

    void run(std::function<Result<WriteOutcome>(WriteContext &)> command)
    {
        valueOf(hub->writer().submitAndWait({owner(), QStringLiteral("bench"), std::nullopt, std::move(command), {}}));
    }

    /// More at noon and in the evening; some behind midnight.
    qint64 momentOf(qint64 beginMs)
    {
        const std::uint32_t kind = m_random() % 10;
        const qint64 middle = kind < 4 ? 9 * hourMs : kind < 9 ? 15 * hourMs : 19 * hourMs;
        const auto spread = qint64(m_random() % (4 * hourMs) + m_random() % (4 * hourMs));
        return beginMs + std::clamp<qint64>(middle - 4 * hourMs + spread, 0, 23 * hourMs - 1);
    }

    Order orderAt(int index, qint64 placedAtMs)
    {
        Order order;
        order.businessId = 1;
        order.placedAtMs = placedAtMs;
        order.uuid = QStringLiteral("00000000-0000-7000-8000-%1").arg(index, 12, 10, QLatin1Char('0'));
        order.fulfilment = Fulfilment(m_random() % 3);
        order.status = m_random() % 50 == 0 ? OrderStatus::Cancelled : OrderStatus::Completed;
        order.statusAtMs = placedAtMs + 50 * minuteMs;
        if (order.status == OrderStatus::Cancelled)
            order.cancelReason = m_random() % 2 == 0 ? QStringLiteral("Нет в наличии") : QStringLiteral("Передумали");
        else if (m_random() % 3 == 0)
            order.promisedAtMs = placedAtMs + 30 * minuteMs;
        for (std::uint32_t count = 1 + m_random() % 5; count > 0; --count) {
            // The square makes some dishes many times as common as others.
            const double at = double(m_random()) / double(std::mt19937::max());
            const Dish &dish = menu[std::size_t(at * at * double(menu.size() - 1))];
            OrderLine line;
            line.itemId = dish.id;
            line.name = dish.name;
            line.quantity = 1000 * (1 + qint64(m_random() % 3));
            line.priceMinor = dish.price;
            line.stationId = dish.stationId;
            line.prepSeconds = dish.id % 2 == 0 ? 600 : 0;
            line.status = LineStatus::Done;
            line.addedAtMs = placedAtMs;
            line.statusAtMs = placedAtMs + 3 * minuteMs + qint64(m_random() % (20 * minuteMs));
            order.cost.subtotalMinor += dish.price * line.quantity / 1000;
            order.lines.push_back(std::move(line));
        }
        order.cost.currency = *Currency::fromCode(QStringLiteral("KZT"));
        order.cost.totalMinor = order.cost.subtotalMinor;
        return order;
    }

    void follow(const Order &order)
    {
        const auto status = [&](int code, qint64 afterMs) {
            check(writer->run(QStringLiteral("INSERT INTO order_status (order_id, business_id, status, timestamp,"
                                             " isCanceled, created_at) VALUES (?, 1, ?, ?, 0, ?)"),
                              {order.id, code, order.placedAtMs + afterMs, order.placedAtMs + afterMs}));
        };
        const auto wait = qint64(m_random() % (5 * minuteMs));
        status(2, wait);
        status(3, wait + minuteMs);
        status(4, wait + minuteMs + qint64(m_random() % (30 * minuteMs)));
        check(writer->run(
            QStringLiteral("INSERT INTO journal (business_id, seq, epoch, at, actor, request_id, entity, entity_id,"
                           " version, type, payload, digest, prev_hash, hash) VALUES (1, ?, 'E', ?, ?, 'r', 'order', ?,"
                           " 1, 'order.created', '{}', zeroblob(32), zeroblob(32), zeroblob(32))"),
            {1'000 + order.id, order.placedAtMs,
             m_random() % 3 == 0 ? QStringLiteral("guest:1") : QStringLiteral("terminal:1"), order.id}));
        for (int screen = 1; screen <= 2; ++screen) {
            check(writer->run(QStringLiteral("INSERT INTO painted_acks (order_id, station_id, viewer, business_id,"
                                             " painted_at, latency_ms) VALUES (?, 1, ?, 1, ?, ?)"),
                              {order.id, QStringLiteral("terminal:%1").arg(screen), order.placedAtMs + 300,
                               qint64(60 + m_random() % 900)}));
        }
    }

    void fill()
    {
        check(writer->run(QStringLiteral("PRAGMA wal_autocheckpoint=4000")));
        int index = 0;
        for (QDate day = first; day <= last(); day = day.addDays(1)) {
            const qint64 beginMs = businessDayBounds(day, QStringLiteral("Europe/Berlin"), 240).beginMs;
            std::vector<qint64> moments(perDay);
            for (qint64 &moment : moments)
                moment = momentOf(beginMs);
            std::sort(moments.begin(), moments.end());
            auto transaction = valueOf(sql::Transaction::begin(*writer, sql::Transaction::Kind::Immediate));
            for (const qint64 moment : moments) {
                Order order = orderAt(index++, moment);
                order.number = valueOf(orderstore::nextNumber(*writer, 1, day, QStringLiteral("A")));
                check(orderstore::insert(*writer, &order, day, order.placedAtMs));
                follow(order);
            }
            check(transaction->commit());
        }
    }

    QString m_directory;
    int m_days;
    std::mt19937 m_random{20260115}; // NOLINT(cert-msc*): the same orders each time
};

void print(const char *what, std::vector<double> wall, std::vector<double> cpu)
{
    std::sort(wall.begin(), wall.end());
    std::sort(cpu.begin(), cpu.end());
    std::printf("%-44s %4d runs   waited %8.1f p50 %8.1f max", what, int(wall.size()), wall[wall.size() / 2],
                wall.back());
    if (!cpu.empty())
        std::printf("   worked %8.1f p50 %8.1f max", cpu[cpu.size() / 2], cpu.back());
    std::printf("\n");
}

template <typename Work> void measure(const char *what, int runs, const Work &work)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int i = 0; i < runs; ++i) {
        const auto began = SteadyClock::now();
        const double before = cpuMilliseconds();
        work();
        cpu.push_back(cpuMilliseconds() - before);
        wall.push_back(millisecondsSince(began));
    }
    print(what, std::move(wall), std::move(cpu));
}

/// One GET on a connection of its own; the body.
QByteArray get(quint16 port, const QByteArray &target, const QString &token)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected())
        fail(socket.errorString());
    socket.write("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token.toLatin1() +
                 "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(60'000))
        answer += socket.readAll();
    const qsizetype body = answer.indexOf("\r\n\r\n");
    if (!answer.startsWith("HTTP/1.1 200") || body < 0)
        fail(QString::fromUtf8(answer.left(300)));
    return answer.mid(body + 4);
}

/// CPU of orders that are placed now, with the triggers that take kept days away and without them, in turns.
void measureCreation(Site &site, int rounds)
{
    const auto triggers = [&site] {
        std::vector<std::pair<QString, QString>> found;
        auto rows = valueOf(site.writer->query(QStringLiteral(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%kept_days' ORDER BY name")));
        while (rows.next())
            found.emplace_back(rows.text(0), rows.text(1));
        return found;
    }();
    NewOrder request;
    for (std::size_t i = 0; i < 3; ++i) {
        NewOrderLine line;
        line.itemId = site.menu[i * 7].id;
        line.quantity = 1000;
        request.lines.push_back(line);
    }
    std::vector<double> with;
    std::vector<double> without;
    for (int round = 0; round < 2 * rounds; ++round) {
        const bool has = round % 2 == 0;
        for (const auto &[name, sql] : triggers)
            check(site.writer->run(has ? QStringLiteral("SELECT 1") : QStringLiteral("DROP TRIGGER ") + name));
        const auto place = [&] {
            auto transaction = valueOf(sql::Transaction::begin(*site.writer, sql::Transaction::Kind::Immediate));
            const double before = cpuMilliseconds();
            constexpr int orders = 200;
            for (int i = 0; i < orders; ++i) {
                WriteContext context{*site.writer, site.clock.nowMs(), site.owner(), QStringLiteral("bench"),
                                     QStringLiteral("E")};
                valueOf(orderwrites::create(context, request));
            }
            (has ? with : without).push_back((cpuMilliseconds() - before) / orders * 1000);
        };
        place();
        for (const auto &[name, sql] : triggers)
            check(site.writer->run(has ? QStringLiteral("SELECT 1") : sql));
    }
    std::sort(with.begin(), with.end());
    std::sort(without.begin(), without.end());
    const double a = with[with.size() / 2];
    const double b = without[without.size() / 2];
    std::printf("an order of three lines, CPU at the median: %.1f us with the triggers, %.1f us without, ratio %.3f\n",
                a, b, a / b);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Statistics of a year of 500 orders a day."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("dir"), QStringLiteral("Holds the hub; made when it is not there, used again when it is."),
          QStringLiteral("DIR"), QStringLiteral("yearbench")},
         {QStringLiteral("first"), QStringLiteral("Day of the first order."), QStringLiteral("DATE"),
          QStringLiteral("2026-01-01")},
         {QStringLiteral("days"), QStringLiteral("How many."), QStringLiteral("N"), QStringLiteral("365")},
         {QStringLiteral("runs"), QStringLiteral("Of each measurement."), QStringLiteral("N"), QStringLiteral("20")}});
    parser.process(application);
    const int runs = std::max(1, parser.value(QStringLiteral("runs")).toInt());
    const QDate first = QDate::fromString(parser.value(QStringLiteral("first")), Qt::ISODate);
    if (!first.isValid())
        fail(QStringLiteral("--first is a date such as 2026-01-01"));
    Site site(parser.value(QStringLiteral("dir")), first, std::max(1, parser.value(QStringLiteral("days")).toInt()));
    std::printf("%lld orders, %lld lines, %.0f MB, written in %.1f s\n",
                site.number(QStringLiteral("SELECT count(*) FROM orders")),
                site.number(QStringLiteral("SELECT count(*) FROM orders_items")), double(site.fileBytes) / 1e6,
                site.fillSeconds);
    const analyticsreads::Period period{site.first, site.last()};
    check(site.writer->run(QStringLiteral("DELETE FROM kept_days")));

    QByteArray fresh;
    const Business business = valueOf(catalogreads::business(*site.reader, 1));
    measure("a year, every day added up", std::min(runs, 5), [&] {
        fresh =
            analyticsJson(valueOf(analyticsreads::of(*site.reader, 1, period, analyticsreads::Days::Fresh)), business);
    });

    const auto keep = [&](bool yields) {
        const auto began = SteadyClock::now();
        DayKeeperOptions options;
        options.yields = yields;
        DayKeeper keeper(*site.hub, options);
        keeper.waitUntilKept();
        std::printf("days kept in %.1f s%s\n", millisecondsSince(began) / 1000,
                    yields ? ", resting as long as it works" : "");
    };
    keep(false);
    check(site.writer->run(QStringLiteral("DELETE FROM kept_days")));
    keep(true);
    std::printf("%lld days kept, %.1f MB\n",
                site.number(QStringLiteral("SELECT count(*) FROM kept_days WHERE figures IS NOT NULL")),
                double(site.number(QStringLiteral("SELECT sum(length(figures)) FROM kept_days"))) / 1e6);

    QByteArray kept;
    measure("a year, days kept", runs,
            [&] { kept = analyticsJson(valueOf(analyticsreads::of(*site.reader, 1, period)), business); });
    if (kept != fresh)
        fail(QStringLiteral("kept days give other figures"));
    measure("a month, days kept", runs, [&] {
        valueOf(analyticsreads::of(*site.reader, 1, {site.last().addDays(-29), site.last()}));
    });
    DrillQuery drill;
    drill.from = site.first;
    drill.to = site.last();
    drill.weekday = 5;
    drill.hour = 19;
    measure("50 orders of a year's Fridays at 19", runs, [&] { valueOf(drillreads::orders(*site.reader, 1, drill)); });
    drill.reason = QStringLiteral("none");
    measure("a whole year looked at for none", std::min(runs, 5),
            [&] { valueOf(drillreads::orders(*site.reader, 1, drill)); });

    const QString token = site.makeToken();
    ApiOptions options;
    options.rateLimit = false;
    options.http.port = 0;
    auto server = valueOf(ApiServer::start(*site.hub, options));
    const QByteArray target = "/api/v1/admin/orders/analytics?from=" + site.first.toString(Qt::ISODate).toLatin1() +
                              "&to=" + site.last().toString(Qt::ISODate).toLatin1();
    QByteArray body;
    measure("the same through the API, a year", runs, [&] { body = get(server->port(), target, token); });
    std::printf("the answer: %.0f kB\n", double(body.size()) / 1e3);
    measure("read by a terminal", runs, [&] {
        const Answer answer = valueOf(readAnswer(body));
        valueOf(readAnalytics(answer.data));
    });
    server.reset();
    measureCreation(site, 30);
    return 0;
}

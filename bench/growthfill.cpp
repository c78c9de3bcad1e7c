// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hub with the orders of a busy place that has 1,370 a day, for bench/growth: fifty thousand are five weeks of it,
// five million are ten years. Through the stores that the hub itself writes with, many orders a transaction, each with
// its lines, cost, history, words to be found by, journal, acknowledgement and, for one in five, a guest. The last
// order was yesterday. A directory that holds such a hub already is left as it is. Prints the token of a new terminal
// of the hub.

#include "bench/orfail.h"
#include "models/domain/timespans.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/daykeeper.h"
#include "models/hub/hub.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/hub/paintedstore.h"
#include "models/hub/userstore.h"
#include "models/sql/maintenance.h"
#include "models/sql/migrations.h"
#include "models/sql/transaction.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

using namespace oshaq;

namespace {

constexpr const char *dishes[] = {"Плов",   "Бешбармак", "Лагман",  "Манты", "Шашлык", "Шәұту",  "Куырдак",
                                  "Сорпа",  "Баурсак",   "Салат",   "Суп",   "Чай",    "Кофе",   "Самса",
                                  "Burger", "Pizza",     "Лимонад", "Морс",  "Хлеб",   "Котлета"};
constexpr const char *kinds[] = {"праздничный", "с бараниной", "домашний", "большой", "по-ташкентски",
                                 "детский",     "с овощами",   "острый",   "от шефа", "қазақша"};
/// On the menu in the first years only; on a tenth of those orders.
constexpr const char *gone[] = {"Окрошка летняя", "Жаркое егерское", "Квас фермерский"};
constexpr const char *names[] = {"Әсел", "Айгерим", "Dana", "Марат", "Тимур", "Гүлнар", "Алия", "Ерлан", "Наталья"};
constexpr const char *families[] = {"Құрманғали", "Серикова", "Ахметов", "Kim", "Жумабаев", "Петров"};

/// So many orders are ten years.
constexpr qint64 ordersOfTenYears = 5'000'000;
constexpr qint64 tenYears = 3650;
constexpr int ordersPerGuest = 20; ///< of all orders, of which one in five has a guest

class Filler
{
public:
    Filler(const QString &directory, int orders)
        : m_directory(directory)
        , m_orders(orders)
        , m_days(std::max<qint64>(1, m_orders * tenYears / ordersOfTenYears))
        , m_firstMs((m_clock.nowMs() / dayMs - m_days) * dayMs)
    {}

    void run()
    {
        makeMenu();
        openFile();
        makeGuests();
        const auto began = std::chrono::steady_clock::now();
        for (int index = 0; index < m_orders;) {
            auto transaction = valueOf(sql::Transaction::begin(*m_file, sql::Transaction::Kind::Immediate));
            for (const int end = std::min(m_orders, index + 2000); index < end; ++index)
                place(index);
            check(transaction->commit());
            if (index % 100'000 == 0) {
                std::printf("%d orders, %.0f s\n", index,
                            std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
                std::fflush(stdout);
            }
        }
        valueOf(sql::checkpoint(*m_file, sql::CheckpointMode::Truncate));
        m_file.reset();
        auto hub = openHub();
        DayKeeper(*hub, {.yields = false}).waitUntilKept();
    }

    /// Of a new terminal of whoever manages the place.
    QString makeToken()
    {
        auto hub = openHub();
        DayKeeper(*hub, {.yields = false}).waitUntilKept();
        return submit(*hub,
                      [](WriteContext &context) {
                          return accesswrites::createTerminal(context, 1, QStringLiteral("Office"), Role::Manager,
                                                              std::nullopt);
                      })
            .secret;
    }

private:
    std::unique_ptr<Hub> openHub()
    {
        if (Hub::exists(m_directory))
            migrate();
        HubOptions options;
        options.directory = m_directory;
        return valueOf(Hub::open(options, m_clock));
    }

    /// As the hub does at its start, but without a copy of before, for which there may be no room.
    void migrate()
    {
        const auto began = std::chrono::steady_clock::now();
        sql::OpenOptions options{m_directory + QStringLiteral("/hub.db"), sql::Access::ReadWrite};
        options.keys = std::make_shared<sql::FieldKeys>(Hub::fieldKeyFileIn(m_directory));
        const auto file = valueOf(sql::Database::open(options));
        const int before = valueOf(sql::schemaVersion(*file));
        const int after = valueOf(sql::migrate(*file, QStringLiteral(":/migrations/hub"), m_clock.nowMs()));
        if (before != after)
            std::printf("schema %d became %d in %.1f s\n", before, after,
                        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
        valueOf(sql::checkpoint(*file, sql::CheckpointMode::Truncate));
    }

    void makeMenu()
    {
        auto hub = openHub();
        Business business;
        business.name = QStringLiteral("Bench");
        business.timeZone = QStringLiteral("UTC");
        submit(*hub, [business](WriteContext &context) { return accesswrites::createBusiness(context, business); });
        std::vector<MenuImportItem> menu;
        const auto add = [&menu](const QString &category, const QString &name) {
            MenuImportItem item;
            item.category = category;
            item.name = name;
            item.priceMinor = 50'000 + 1'000 * qint64(menu.size());
            menu.push_back(item);
        };
        for (const char *dish : dishes) {
            for (const char *kind : kinds)
                add(QString::fromUtf8(dish), QString::fromUtf8(dish) + u' ' + QString::fromUtf8(kind));
        }
        for (const char *dish : gone)
            add(QStringLiteral("Сезонное"), QString::fromUtf8(dish));
        submit(*hub, [menu](WriteContext &context) { return catalogwrites::importMenu(context, menu); });
    }

    WriteOutcome submit(Hub &hub, std::function<Result<WriteOutcome>(WriteContext &)> command)
    {
        m_principal.kind = Principal::Kind::Business;
        m_principal.role = Role::Owner;
        m_principal.businessId = 1;
        m_principal.id = 1;
        return valueOf(
            hub.writer().submitAndWait({m_principal, QStringLiteral("bench"), std::nullopt, std::move(command), {}}));
    }

    void openFile()
    {
        sql::OpenOptions options{m_directory + QStringLiteral("/hub.db"), sql::Access::ReadWrite,
                                 sql::Synchronous::Off};
        options.keys = std::make_shared<sql::FieldKeys>(Hub::fieldKeyFileIn(m_directory));
        m_file = valueOf(sql::Database::open(options));
        check(m_file->run(QStringLiteral("PRAGMA wal_autocheckpoint=16000")));
        check(m_file->run(QStringLiteral("PRAGMA cache_size=-262144")));
        m_epoch = valueOf(journalstore::epoch(*m_file));
        auto rows = valueOf(m_file->query(QStringLiteral("SELECT item_id, name, price FROM items ORDER BY item_id")));
        while (rows.next())
            m_items.push_back({rows.integer(0), rows.text(1), rows.integer(2)});
    }

    void makeGuests()
    {
        m_guests = std::max(1, m_orders / ordersPerGuest);
        auto transaction = valueOf(sql::Transaction::begin(*m_file, sql::Transaction::Kind::Immediate));
        for (int i = 0; i < m_guests; ++i) {
            UserRow guest;
            guest.businessId = 1;
            guest.name = QString::fromUtf8(names[std::size_t(i) % std::size(names)]) + u' ' +
                         QString::fromUtf8(families[std::size_t(i) / 7 % std::size(families)]);
            guest.phone = QStringLiteral("+7701%1").arg(1'000'000 + qint64(i) * 17 % 9'000'000);
            check(userstore::insert(*m_file, &guest, m_firstMs));
        }
        check(transaction->commit());
    }

    OrderLine lineOf(std::size_t item, qint64 atMs)
    {
        OrderLine line;
        line.itemId = m_items[item].id;
        line.name = m_items[item].name;
        line.quantity = 1000 * (1 + qint64(m_random() % 3));
        line.priceMinor = m_items[item].price;
        line.status = LineStatus::Done;
        line.addedAtMs = atMs;
        line.statusAtMs = atMs + 10 * minuteMs;
        return line;
    }

    /// Evenly over the days; in a day between six and twenty-two.
    qint64 momentOf(int index) const
    {
        const qint64 at = index * m_days * 1'000'000 / m_orders;
        return m_firstMs + at / 1'000'000 * dayMs + 360 * minuteMs + at % 1'000'000 * 960 * minuteMs / 1'000'000;
    }

    Order orderAt(int index)
    {
        Order order;
        order.businessId = 1;
        order.placedAtMs = momentOf(index);
        // The time of a version 7 uuid, and a number for what is random there.
        const QString time = QString::number(order.placedAtMs, 16).rightJustified(12, u'0');
        order.uuid =
            QStringLiteral("%1-%2-7000-8000-%3").arg(time.left(8), time.mid(8)).arg(index, 12, 10, QLatin1Char('0'));
        order.fulfilment = Fulfilment(m_random() % 3);
        order.status = m_random() % 50 == 0 ? OrderStatus::Cancelled : OrderStatus::Completed;
        order.statusAtMs = order.placedAtMs + 40 * minuteMs;
        const std::size_t common = m_items.size() - std::size(gone);
        for (std::uint32_t count = 1 + m_random() % 4; count > 0; --count) {
            // The square makes some dishes many times as common as others.
            const double at = double(m_random()) / double(std::mt19937::max());
            order.lines.push_back(lineOf(std::size_t(at * at * double(common - 1)), order.placedAtMs));
        }
        if (index < m_orders * 2LL / 5 && m_random() % 10 == 0)
            order.lines.push_back(lineOf(common + m_random() % std::size(gone), order.placedAtMs));
        order.cost.currency = *Currency::fromCode(QStringLiteral("KZT"));
        for (const OrderLine &line : order.lines)
            order.cost.subtotalMinor += line.priceMinor * line.quantity / 1000;
        order.cost.totalMinor = order.cost.subtotalMinor;
        order.payment.state = PaymentState::Paid;
        order.payment.paidMinor = order.cost.totalMinor;
        order.payment.methods = {QStringLiteral("cash")};
        if (m_random() % 5 == 0)
            order.userId = 1 + qint64(m_random() % std::uint32_t(m_guests));
        return order;
    }

    void place(int index)
    {
        Order order = orderAt(index);
        const QDate day = QDateTime::fromMSecsSinceEpoch(order.placedAtMs, Qt::UTC).date();
        order.number = valueOf(orderstore::nextNumber(*m_file, 1, day, QString(QChar(u'A' + index % 3))));
        order.version = 5;
        check(orderstore::insert(*m_file, &order, day, order.placedAtMs));
        WriteContext context{*m_file, order.placedAtMs, m_principal, QStringLiteral("bench"), m_epoch};
        for (const auto &[status, after] :
             {std::pair{OrderStatus::Accepted, 1}, {OrderStatus::Preparing, 2}, {OrderStatus::Ready, 20}})
            check(orderstore::addHistory(*m_file, order, {status, order.placedAtMs + after * minuteMs, {}, false},
                                         order.placedAtMs + after * minuteMs));
        const QByteArray digest = orderstore::digest(order);
        valueOf(journalstore::append(context, 1,
                                     {EntityKind::Order, order.id, 1, QStringLiteral("order.created"),
                                      QJsonObject{{QStringLiteral("total"), order.cost.totalMinor}}, digest}));
        context.nowMs = order.statusAtMs;
        const QJsonArray steps{QJsonArray{int(order.status), order.statusAtMs}};
        valueOf(journalstore::append(
            context, 1,
            {EntityKind::Order, order.id, order.version, QStringLiteral("order.status"),
             QJsonObject{{QStringLiteral("from"), int(OrderStatus::Ready)}, {QStringLiteral("steps"), steps}},
             digest}));
        PaintedAck ack;
        ack.orderId = order.id;
        ack.stationId = 0;
        valueOf(paintedstore::insertFirst(*m_file, 1, ack, QStringLiteral("terminal:1"), order.placedAtMs + 300,
                                          qint64(60 + m_random() % 900)));
    }

    struct Dish
    {
        qint64 id;
        QString name;
        qint64 price;
    };

    SystemClock m_clock;
    QString m_directory;
    int m_orders;
    qint64 m_days;
    qint64 m_firstMs;
    int m_guests = 0;
    Principal m_principal;
    QString m_epoch;
    std::unique_ptr<sql::Database> m_file;
    std::vector<Dish> m_items;
    std::mt19937 m_random{20260115}; // NOLINT(cert-msc*): the same orders each time
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("dir"), QStringLiteral("where the hub is made"), QStringLiteral("DIR")},
                       {QStringLiteral("orders"), QStringLiteral("how many"), QStringLiteral("N")}});
    parser.addHelpOption();
    parser.process(application);
    const int orders = parser.value(QStringLiteral("orders")).toInt();
    if (orders < 1 || !parser.isSet(QStringLiteral("dir")))
        fail(QStringLiteral("--dir and --orders are needed"));
    const QString directory = parser.value(QStringLiteral("dir"));
    const QString done = directory + QStringLiteral("/filled");
    Filler filler(directory, orders);
    if (!QFile::exists(done)) {
        // What a run that was ended left half is made anew.
        QDir(directory).removeRecursively();
        QDir().mkpath(directory);
        filler.run();
        QFile note(done);
        if (!note.open(QIODevice::WriteOnly) || note.write(QByteArray::number(orders)) < 1)
            fail(note.errorString());
    }
    std::printf("%s\n", qPrintable(filler.makeToken()));
    return 0;
}

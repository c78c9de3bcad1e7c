// SPDX-License-Identifier: GPL-3.0-or-later
//
// What somebody waits for who types into the search box of a hub with years of orders: the same orders each time, each
// keystroke a page of orderreads::list, with a naive scan and a read by id beside it in the same run.

#include "bench/orfail.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/hub.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/hub/userstore.h"
#include "models/sql/transaction.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>
#include <vector>

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

constexpr const char *dishes[] = {"Плов",   "Бешбармак", "Лагман",  "Манты", "Шашлык", "Шәұту",   "Куырдак",
                                  "Сорпа",  "Баурсак",   "Салат",   "Суп",   "Чай",    "Кофе",    "Самса",
                                  "Burger", "Pizza",     "Лимонад", "Морс",  "Хлеб",   "Пельмени"};
constexpr const char *kinds[] = {"праздничный", "с бараниной",   "с перепёлкой",  "домашний",
                                 "большой",     "по-ташкентски", "детский",       "с овощами",
                                 "острый",      "от шефа",       "classic 300 g", "қазақша"};
/// On the menu in the first years only; together on a tenth of those orders.
constexpr const char *gone[] = {"Окрошка летняя", "Жаркое егерское", "Квас фермерский"};
constexpr const char *names[] = {"Әсел", "Айгерим", "Dana", "Марат", "Тимур", "Гүлнар", "Алия", "Ерлан", "Наталья"};
constexpr const char *families[] = {"Құрманғали", "Серикова", "Ахметов", "Kim", "Жумабаев", "Петров"};

constexpr qint64 firstMs = 1'609'459'200'000; ///< 2021-01-01
constexpr qint64 yearsMs = qint64{5} * 365 * 86'400'000;

/// The hub's file, with as many orders as asked for: five years, two fifths of them imported with the bill's number of
/// the program before, one in five with a guest.
class Site
{
public:
    Site(const QString &directory, int orders)
        : m_directory(directory)
        , m_orders(orders)
    {
        const QString path = directory + QStringLiteral("/hub.db");
        const bool isNew = !QFile::exists(path);
        const auto began = SteadyClock::now();
        {
            HubOptions options;
            options.directory = directory;
            auto hub = valueOf(Hub::open(options, m_clock));
            if (isNew)
                makeMenu(*hub);
        }
        if (!isNew)
            std::printf("opened, migrated if it was older: %.0f ms\n", millisecondsSince(began));
        sql::OpenOptions options{path, sql::Access::ReadWrite, sql::Synchronous::Normal};
        options.keys = std::make_shared<sql::FieldKeys>(Hub::fieldKeyFileIn(directory));
        writer = valueOf(sql::Database::open(options));
        loadMenu();
        if (isNew)
            fill();
        auto counted = valueOf(writer->query(QStringLiteral("SELECT count(*), max(order_id) FROM orders")));
        if (!counted.next() || counted.integer(0) != orders)
            fail(QStringLiteral("%1 holds other orders; give another directory").arg(path));
        counted.finish();
        check(writer->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        fileBytes = QFileInfo(path).size();
        options.access = sql::Access::ReadOnly;
        reader = valueOf(sql::Database::open(options));
    }

    std::unique_ptr<sql::Database> writer;
    std::unique_ptr<sql::Database> reader;
    qint64 businessId = 1;
    double fillSeconds = 0;
    qint64 fileBytes = 0;

private:
    void makeMenu(Hub &hub)
    {
        Business business;
        business.name = QStringLiteral("Bench");
        const auto created = valueOf(hub.writer().submitAndWait(
            {Principal{},
             QStringLiteral("bench"),
             std::nullopt,
             [business](WriteContext &context) { return accesswrites::createBusiness(context, business); },
             {}}));
        Principal principal;
        principal.kind = Principal::Kind::Business;
        principal.role = Role::Owner;
        principal.businessId = created.entityId;
        principal.id = created.entityId;
        std::vector<MenuImportItem> menu;
        const auto add = [&menu](const QString &name) {
            MenuImportItem item;
            item.category = QStringLiteral("Menu");
            item.name = name;
            item.priceMinor = 50'000 + 1'000 * qint64(menu.size());
            menu.push_back(item);
        };
        for (const char *dish : dishes) {
            for (const char *kind : kinds)
                add(QString::fromUtf8(dish) + u' ' + QString::fromUtf8(kind));
        }
        for (const char *dish : gone)
            add(QString::fromUtf8(dish));
        valueOf(hub.writer().submitAndWait(
            {principal,
             QStringLiteral("bench"),
             std::nullopt,
             [menu](WriteContext &context) { return catalogwrites::importMenu(context, menu); },
             {}}));
    }

    void loadMenu()
    {
        auto rows = valueOf(writer->query(QStringLiteral("SELECT item_id, name, price FROM items ORDER BY item_id")));
        while (rows.next())
            m_items.push_back({rows.integer(0), rows.text(1), rows.integer(2)});
    }

    struct Dish
    {
        qint64 id;
        QString name;
        qint64 price;
    };

    OrderLine lineOf(const Dish &dish, qint64 atMs)
    {
        OrderLine line;
        line.itemId = dish.id;
        line.name = dish.name;
        line.quantity = 1000 * (1 + qint64(m_random() % 3));
        line.priceMinor = dish.price;
        line.status = LineStatus::Done;
        line.statusAtMs = atMs;
        line.addedAtMs = atMs;
        return line;
    }

    Order orderAt(int index)
    {
        Order order;
        order.businessId = businessId;
        order.placedAtMs = firstMs + yearsMs / m_orders * index + qint64(m_random() % 60'000);
        order.uuid = QStringLiteral("00000000-0000-7000-8000-%1").arg(index, 12, 10, QLatin1Char('0'));
        order.fulfilment = Fulfilment(m_random() % 3);
        const bool isOpen = index >= m_orders - 40;
        order.status = isOpen                 ? OrderStatus::Accepted
                       : m_random() % 50 == 0 ? OrderStatus::Cancelled
                                              : OrderStatus::Completed;
        order.statusAtMs = order.placedAtMs;
        const bool isOld = index < m_orders * 2 / 5;
        const std::size_t common = m_items.size() - std::size(gone);
        for (std::uint32_t count = 1 + m_random() % 4; count > 0; --count) {
            // The square makes some dishes many times as common as others.
            const double at = double(m_random()) / double(std::mt19937::max());
            order.lines.push_back(lineOf(m_items[std::size_t(at * at * double(common - 1))], order.placedAtMs));
        }
        if (isOld && m_random() % 5 == 0)
            order.lines.push_back(lineOf(m_items[common + m_random() % std::size(gone)], order.placedAtMs));
        order.cost.currency = *Currency::fromCode(QStringLiteral("KZT"));
        for (const OrderLine &line : order.lines)
            order.cost.subtotalMinor += line.priceMinor * line.quantity / 1000;
        order.cost.totalMinor = order.cost.subtotalMinor;
        if (m_random() % 5 == 0)
            order.userId = 1 + qint64(m_random() % std::uint32_t(m_guests));
        return order;
    }

    void fill()
    {
        m_guests = std::max(1, m_orders / 8);
        check(writer->run(QStringLiteral("PRAGMA wal_autocheckpoint=4000")));
        {
            auto transaction = valueOf(sql::Transaction::begin(*writer, sql::Transaction::Kind::Immediate));
            for (int i = 0; i < m_guests; ++i) {
                UserRow guest;
                guest.businessId = businessId;
                guest.name = QString::fromUtf8(names[std::size_t(i) % std::size(names)]) + u' ' +
                             QString::fromUtf8(families[std::size_t(i) / 7 % std::size(families)]);
                guest.phone = QStringLiteral("+7701%1").arg(1'000'000 + i * 17 % 9'000'000);
                check(userstore::insert(*writer, &guest, 1));
            }
            check(transaction->commit());
        }
        const auto began = SteadyClock::now();
        for (int index = 0; index < m_orders;) {
            auto transaction = valueOf(sql::Transaction::begin(*writer, sql::Transaction::Kind::Immediate));
            for (const int end = std::min(m_orders, index + 1000); index < end; ++index) {
                Order order = orderAt(index);
                const QDate day = QDateTime::fromMSecsSinceEpoch(order.placedAtMs, Qt::UTC).date();
                const bool imported = index < m_orders * 2 / 5;
                const QString letter = imported ? QStringLiteral("#") : QString(QChar(u'A' + index % 3));
                order.number = valueOf(orderstore::nextNumber(*writer, businessId, day, letter));
                check(orderstore::insert(*writer, &order, day, order.placedAtMs,
                                         imported ? QString::number(3'000'000 + index) : QString()));
            }
            check(transaction->commit());
        }
        fillSeconds = millisecondsSince(began) / 1000;
    }

    SystemClock m_clock;
    QString m_directory;
    int m_orders;
    int m_guests = 0;
    std::vector<Dish> m_items;
    std::mt19937 m_random{20260115}; // NOLINT(cert-msc*): the same orders each time
};

/// What people type, each letter a request: beginnings of these texts.
QStringList keystrokes()
{
    const QStringList texts{QStringLiteral("A-042"),
                            QStringLiteral("c-017"),
                            QStringLiteral("#-101"),
                            QStringLiteral("3012345"),
                            QStringLiteral("плов праздничный"),
                            QStringLiteral("ШӘҰТУ с перепелкой"),
                            QStringLiteral("бешбармак манты"),
                            QStringLiteral("плов лагман самса чай"),
                            QStringLiteral("кофе B-03"),
                            QStringLiteral("burger classic 300"),
                            QStringLiteral("хлеб от шефа"),
                            QStringLiteral("окрошка"),
                            QStringLiteral("егерское"),
                            QStringLiteral("окрошка жаркое квас"),
                            QStringLiteral("квас әсел"),
                            QStringLiteral("айгерим серикова"),
                            QStringLiteral("dana kim плов"),
                            QStringLiteral("наталья петров окрошка"),
                            QStringLiteral("+77011000017"),
                            QStringLiteral("0034"),
                            QStringLiteral("zz"),
                            QStringLiteral("щъ"),
                            QStringLiteral("qzqzqz"),
                            QStringLiteral("плов щщщ"),
                            QStringLiteral("бармен"),
                            QStringLiteral("пельмени ёжик"),
                            QStringLiteral("острый детский большой домашний")};
    QStringList typed;
    for (const QString &text : texts) {
        for (qsizetype length = 1; length <= text.size(); ++length) {
            if (!text.at(length - 1).isSpace())
                typed.append(text.left(length));
        }
    }
    return typed;
}

struct Samples
{
    std::vector<double> wall;
    std::vector<double> cpu;
};

/// From its making to add().
class Stopwatch
{
public:
    double add(Samples *samples) const
    {
        samples->cpu.push_back(cpuMilliseconds() - m_cpu);
        samples->wall.push_back(millisecondsSince(m_began));
        return samples->wall.back();
    }

private:
    SteadyClock::time_point m_began = SteadyClock::now();
    double m_cpu = cpuMilliseconds();
};

QJsonObject print(const char *what, Samples samples)
{
    QJsonObject object{{QStringLiteral("count"), qint64(samples.wall.size())}};
    std::printf("%-28s %5d", what, int(samples.wall.size()));
    for (const auto &[name, values] : {std::pair{"wall", &samples.wall}, std::pair{"cpu", &samples.cpu}}) {
        std::sort(values->begin(), values->end());
        const auto at = [&values = *values](double share) {
            return values[std::size_t(share * double(values.size() - 1))];
        };
        std::printf("   %8.2f %8.2f %8.2f %8.2f", at(0.5), at(0.95), at(0.99), values->back());
        object.insert(QString::fromLatin1(name), QJsonObject{{QStringLiteral("median_ms"), at(0.5)},
                                                             {QStringLiteral("p95_ms"), at(0.95)},
                                                             {QStringLiteral("p99_ms"), at(0.99)},
                                                             {QStringLiteral("worst_ms"), values->back()}});
    }
    std::printf("\n");
    std::fflush(stdout);
    return object;
}

std::vector<qint64> idsOf(const OrderPage &page)
{
    std::vector<qint64> ids;
    for (const Order &order : page.orders)
        ids.push_back(order.id);
    return ids;
}

/// The first page as nobody would answer it: every order of the business looked at.
std::vector<qint64> naive(Site &site, const SearchText &search, int limit)
{
    QString condition = QStringLiteral("1");
    QVariantList values{site.businessId};
    for (const QString &word : search.words) {
        condition += QStringLiteral(
            " AND (s.words LIKE '%' || ? || '%' OR coalesce(oshaq_fold(u.name), '') LIKE '%' || ? || '%')");
        values << word << word;
    }
    if (!search.phone.isEmpty()) {
        condition =
            QStringLiteral("((%1) OR substr(oshaq_digits(coalesce(oshaq_open('users.phone', u.phone), '')), %2) = ?)")
                .arg(condition)
                .arg(search.phone.size() == phoneLastDigits ? -phoneLastDigits : -phoneSignificantDigits);
        values << search.phone;
    }
    auto rows = valueOf(site.reader->query(
        QStringLiteral("SELECT o.order_id FROM orders o JOIN order_search s ON s.order_id = o.order_id"
                       " LEFT JOIN users u ON u.user_id = o.user_id WHERE +o.business_id = ? AND %1"
                       " ORDER BY +o.placed_at DESC, o.order_id DESC LIMIT ?")
            .arg(condition),
        values << limit));
    std::vector<qint64> ids;
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Searching years of orders, letter by letter."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("dir"), QStringLiteral("Holds the hub; made when it is not there, used again when it is."),
          QStringLiteral("DIR"), QStringLiteral("searchbench")},
         {QStringLiteral("orders"), QStringLiteral("How many."), QStringLiteral("N"), QStringLiteral("500000")},
         {QStringLiteral("verify"), QStringLiteral("Every so-many-th keystroke against the naive scan."),
          QStringLiteral("N"), QStringLiteral("20")},
         {QStringLiteral("slowest"), QStringLiteral("Name so many of the slowest keystrokes."), QStringLiteral("N"),
          QStringLiteral("0")},
         {QStringLiteral("json"), QStringLiteral("Also write the figures here."), QStringLiteral("FILE")}});
    parser.process(application);
    const int orders = std::max(100, parser.value(QStringLiteral("orders")).toInt());
    const int verify = std::max(1, parser.value(QStringLiteral("verify")).toInt());
    Site site(parser.value(QStringLiteral("dir")), orders);
    if (site.fillSeconds > 0)
        std::printf("%d orders written in %.1f s\n", orders, site.fillSeconds);
    std::printf("%d orders, %.0f MB\n", orders, double(site.fileBytes) / 1e6);

    std::printf("%-28s %5s   %35s   %35s\n%-34s   %8s %8s %8s %8s   %8s %8s %8s %8s\n", "milliseconds", "count",
                "waited", "worked (CPU of the thread)", "", "median", "p95", "p99", "worst", "median", "p95", "p99",
                "worst");
    QJsonObject document{{QStringLiteral("orders"), orders},
                         {QStringLiteral("fill_seconds"), site.fillSeconds},
                         {QStringLiteral("bytes"), site.fileBytes}};
    Samples byId;
    for (qint64 id = 1; id <= 1000; ++id) {
        const Stopwatch watch;
        valueOf(orderreads::one(*site.reader, site.businessId, {1 + id * 7919 % orders, {}}));
        watch.add(&byId);
    }
    document.insert(QStringLiteral("by_id"), print("one order by its id", std::move(byId)));

    const QStringList typed = keystrokes();
    struct Mode
    {
        const char *name;
        bool personal;
        OrderSort sort;
        bool oldestFirst;
    };
    constexpr Mode modes[] = {{"keystrokes", true, OrderSort::PlacedAt, false},
                              {"keystrokes of a kitchen", false, OrderSort::PlacedAt, false},
                              {"keystrokes, oldest first", true, OrderSort::PlacedAt, true},
                              {"keystrokes, by total", true, OrderSort::Total, false},
                              {"keystrokes, by number", true, OrderSort::Number, false}};
    for (const Mode &mode : modes) {
        Samples samples;
        std::vector<std::pair<double, QString>> slowest;
        for (const QString &text : typed) {
            OrderFilter filter;
            filter.search = searchTextFrom(text);
            filter.searchesPersonal = mode.personal;
            filter.sort = mode.sort;
            filter.oldestFirst = mode.oldestFirst;
            const Stopwatch watch;
            valueOf(orderreads::list(*site.reader, site.businessId, filter));
            slowest.emplace_back(watch.add(&samples), text);
        }
        document.insert(QString::fromLatin1(mode.name), print(mode.name, std::move(samples)));
        std::sort(slowest.rbegin(), slowest.rend());
        for (int i = 0; i < std::min(parser.value(QStringLiteral("slowest")).toInt(), int(slowest.size())); ++i) {
            std::printf("    %8.2f ms  %s\n", slowest[std::size_t(i)].first,
                        qPrintable(slowest[std::size_t(i)].second));
        }
    }

    Samples scans;
    for (qsizetype i = 0; i < typed.size(); i += verify) {
        OrderFilter filter;
        filter.search = searchTextFrom(typed.at(i));
        filter.searchesPersonal = true;
        const Stopwatch watch;
        const std::vector<qint64> expected = naive(site, filter.search, filter.limit);
        watch.add(&scans);
        if (idsOf(valueOf(orderreads::list(*site.reader, site.businessId, filter))) != expected)
            fail(QStringLiteral("\"%1\" finds other orders than a scan").arg(typed.at(i)));
    }
    document.insert(QStringLiteral("scan"), print("the same by a naive scan", std::move(scans)));

    if (parser.isSet(QStringLiteral("json"))) {
        QFile file(parser.value(QStringLiteral("json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(document).toJson()) < 0)
            fail(QStringLiteral("%1 cannot be written").arg(file.fileName()));
    }
    return 0;
}

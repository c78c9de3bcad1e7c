// SPDX-License-Identifier: GPL-3.0-or-later
//
// Durable order creations a second through the hub's writer: group commit against one commit each, in the same run,
// with plain SQLite and the disk's own fdatasync beside them. bench/README.md says what was measured and how to read
// it.

#include "models/domain/pricing.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/hub.h"
#include "models/hub/orderservice.h"
#include "models/sql/transaction.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace oshaq;

namespace {

using SteadyClock = std::chrono::steady_clock;

double secondsSince(SteadyClock::time_point began)
{
    return std::chrono::duration<double>(SteadyClock::now() - began).count();
}

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "writerbench: %s\n", qPrintable(what));
    std::exit(1);
}

/// A hub with a small menu in a directory of its own.
struct Site
{
    Site(const QString &parent, int maxBatch)
        : directory(QDir(parent).filePath(QStringLiteral("writerbench-XXXXXX")))
    {
        HubOptions options;
        options.directory = directory.filePath(QStringLiteral("hub"));
        options.maxBatch = maxBatch;
        auto opened = Hub::open(options, clock);
        if (!opened)
            fail(opened.error().message);
        hub = std::move(*opened);

        Business business;
        business.name = QStringLiteral("Bench");
        auto created = hub->writer().submitAndWait(
            {Principal{},
             QStringLiteral("bench"),
             std::nullopt,
             [business](WriteContext &context) { return accesswrites::createBusiness(context, business); },
             {}});
        if (!created)
            fail(created.error().message);
        principal.kind = Principal::Kind::Business;
        principal.role = Role::Owner;
        principal.businessId = created->entityId;
        principal.id = created->entityId;

        std::vector<MenuImportItem> menu;
        for (int i = 0; i < 24; ++i) {
            MenuImportItem item;
            item.category = QStringLiteral("Category %1").arg(i % 4);
            item.name = QStringLiteral("Dish %1").arg(i);
            item.priceMinor = 50'000 + 1'000 * i;
            menu.push_back(item);
        }
        auto imported = hub->writer().submitAndWait(
            {principal,
             QStringLiteral("bench"),
             std::nullopt,
             [menu](WriteContext &context) { return catalogwrites::importMenu(context, menu); },
             {}});
        if (!imported)
            fail(imported.error().message);
        auto reader = hub->openReader();
        if (!reader)
            fail(reader.error().message);
        auto catalog = catalogreads::catalog(**reader, principal.businessId);
        if (!catalog)
            fail(catalog.error().message);
        for (const Item &item : catalog->items)
            items.push_back(item.id);
    }

    /// Three lines: 8 rows, and the idempotency key is the ninth.
    NewOrder order(qint64 number) const
    {
        NewOrder order;
        order.note = QStringLiteral("no onions");
        for (qint64 line = 0; line < 3; ++line) {
            NewOrderLine requested;
            requested.itemId = items[std::size_t((number * 7 + line * 5) % qint64(items.size()))];
            requested.quantity = 1000 * (1 + line);
            order.lines.push_back(requested);
        }
        return order;
    }

    WriteCommand command(qint64 number, std::function<void(Result<WriteOutcome>)> done) const
    {
        const QString key = QString::number(number);
        return {principal, QStringLiteral("bench"),
                IdempotencyClaim{QStringLiteral("POST /business/orders"), key,
                                 QCryptographicHash::hash(key.toLatin1(), QCryptographicHash::Sha256)},
                [order = order(number)](WriteContext &context) { return orderwrites::create(context, order); },
                std::move(done)};
    }

    qint64 ordersStored() const
    {
        auto reader = hub->openReader();
        if (!reader)
            fail(reader.error().message);
        auto row = (*reader)->query(QStringLiteral("SELECT count(*) FROM orders"));
        return row.ok() && row->next() ? row->integer(0) : -1;
    }

    SystemClock clock;
    QTemporaryDir directory;
    std::unique_ptr<Hub> hub;
    Principal principal;
    std::vector<qint64> items;
};

struct Measurement
{
    QString mode;
    int clients = 0;
    double perSecond = 0;
    double ordersPerCommit = 1;
    double p50Ms = 0;
    double p95Ms = 0;
    double p99Ms = 0;
};

void setPercentiles(std::vector<double> latencies, Measurement *measurement)
{
    if (latencies.empty())
        return;
    std::sort(latencies.begin(), latencies.end());
    const auto at = [&latencies](double share) { return latencies[std::size_t(share * double(latencies.size() - 1))]; };
    measurement->p50Ms = at(0.50);
    measurement->p95Ms = at(0.95);
    measurement->p99Ms = at(0.99);
}

/// The clients' side on one thread, as an HTTP thread of the hub would be: each client sends its next order when the
/// one before is answered.
class Front final : public QThread
{
public:
    Front(Site &site, int clients, double seconds)
        : m_site(site)
        , m_clients(clients)
        , m_seconds(seconds)
    {}

    qint64 answered = 0;
    double elapsed = 0;
    std::vector<double> latenciesMs;
    QString problem;

protected:
    void run() override
    {
        std::vector<SteadyClock::time_point> sent(static_cast<std::size_t>(m_clients));
        qint64 number = 0;
        int open = 0;
        const auto send = [&](int client) {
            sent[std::size_t(client)] = SteadyClock::now();
            ++open;
            m_site.hub->writer().submit(m_site.command(number++, [this, client](const Result<WriteOutcome> &result) {
                const std::lock_guard lock(m_mutex);
                m_answers.push_back({client, result.ok() ? QString() : result.error().message});
                m_arrived.notify_one();
            }));
        };
        const auto began = SteadyClock::now();
        for (int client = 0; client < m_clients; ++client)
            send(client);
        std::deque<Answer> answers;
        while (open > 0) {
            {
                std::unique_lock lock(m_mutex);
                m_arrived.wait(lock, [this] { return !m_answers.empty(); });
                answers.swap(m_answers);
            }
            const bool more = secondsSince(began) < m_seconds;
            for (const Answer &answer : answers) {
                --open;
                ++answered;
                if (!answer.problem.isEmpty())
                    problem = answer.problem;
                latenciesMs.push_back(secondsSince(sent[std::size_t(answer.client)]) * 1000);
                if (more)
                    send(answer.client);
            }
            answers.clear();
        }
        elapsed = secondsSince(began);
    }

private:
    struct Answer
    {
        int client = 0;
        QString problem;
    };

    Site &m_site;
    const int m_clients;
    const double m_seconds;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Answer> m_answers;
};

Measurement measureWriter(const QString &directory, const QString &mode, int maxBatch, int clients, double seconds)
{
    Site site(directory, maxBatch);
    const WriterStats before = site.hub->writer().stats();
    Front front(site, clients, seconds);
    front.start();
    front.wait();
    const WriterStats after = site.hub->writer().stats();
    if (!front.problem.isEmpty())
        fail(front.problem);
    if (site.ordersStored() != front.answered)
        fail(QStringLiteral("%1 orders were acknowledged and %2 are stored")
                 .arg(front.answered)
                 .arg(site.ordersStored()));
    Measurement measurement;
    measurement.mode = mode;
    measurement.clients = clients;
    measurement.perSecond = double(front.answered) / front.elapsed;
    measurement.ordersPerCommit = double(front.answered) / double(std::max<qint64>(1, after.commits - before.commits));
    setPercentiles(front.latenciesMs, &measurement);
    return measurement;
}

/// The same rows with nothing around them: one thread, one connection, a transaction and an fsync for each order.
Measurement measurePlain(const QString &directory, double seconds)
{
    Site site(directory, 1);
    const QString path = site.hub->directory() + QStringLiteral("/hub.db");
    const QString epoch = site.hub->epoch();
    const qint64 ordersBefore = site.ordersStored();
    site.hub.reset();
    auto database = sql::Database::open({path, sql::Access::ReadWrite, sql::Synchronous::Full});
    if (!database)
        fail(database.error().message);
    std::vector<double> latencies;
    const auto began = SteadyClock::now();
    while (secondsSince(began) < seconds) {
        const auto sent = SteadyClock::now();
        auto transaction = sql::Transaction::begin(**database, sql::Transaction::Kind::Immediate);
        if (!transaction)
            fail(transaction.error().message);
        WriteContext context{**database, site.clock.nowMs(), site.principal, QStringLiteral("bench"), epoch};
        if (auto created = orderwrites::create(context, site.order(qint64(latencies.size()))); !created)
            fail(created.error().message);
        if (auto committed = (*transaction)->commit(); !committed)
            fail(committed.error().message);
        latencies.push_back(secondsSince(sent) * 1000);
    }
    Measurement measurement;
    measurement.mode = QStringLiteral("plain SQLite");
    measurement.clients = 1;
    measurement.perSecond = double(latencies.size()) / secondsSince(began);
    setPercentiles(latencies, &measurement);
    auto row = (*database)->query(QStringLiteral("SELECT count(*) FROM orders"));
    if (!row.ok() || !row->next() || row->integer(0) != ordersBefore + qint64(latencies.size()))
        fail(QStringLiteral("plain SQLite lost orders"));
    return measurement;
}

/// What the disk itself can do: 32 kB appended and synced, over and over.
Measurement measureDisk(const QString &directory, double seconds)
{
    const QTemporaryDir own(QDir(directory).filePath(QStringLiteral("writerbench-XXXXXX")));
    const int descriptor = ::open(QFile::encodeName(own.filePath(QStringLiteral("log"))).constData(),
                                  O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0)
        fail(QStringLiteral("cannot write in %1").arg(directory));
    const QByteArray block(32 * 1024, 'x');
    std::vector<double> latencies;
    const auto began = SteadyClock::now();
    while (secondsSince(began) < seconds) {
        const auto sent = SteadyClock::now();
        // Over the same 4 MB, as a log that is reused.
        if (::pwrite(descriptor, block.constData(), std::size_t(block.size()),
                     off_t(latencies.size() % 128) * block.size()) != block.size() ||
            ::fdatasync(descriptor) != 0)
            fail(QStringLiteral("cannot sync in %1").arg(directory));
        latencies.push_back(secondsSince(sent) * 1000);
    }
    ::close(descriptor);
    Measurement measurement;
    measurement.mode = QStringLiteral("fdatasync");
    measurement.clients = 1;
    measurement.perSecond = double(latencies.size()) / secondsSince(began);
    setPercentiles(latencies, &measurement);
    return measurement;
}

QJsonObject toJson(const Measurement &m)
{
    return {{QStringLiteral("mode"), m.mode},
            {QStringLiteral("clients"), m.clients},
            {QStringLiteral("per_second"), m.perSecond},
            {QStringLiteral("orders_per_commit"), m.ordersPerCommit},
            {QStringLiteral("p50_ms"), m.p50Ms},
            {QStringLiteral("p95_ms"), m.p95Ms},
            {QStringLiteral("p99_ms"), m.p99Ms}};
}

void print(const Measurement &m)
{
    std::printf("%-14s %7d %12.0f %14.1f %9.2f %9.2f %9.2f\n", qPrintable(m.mode), m.clients, m.perSecond,
                m.ordersPerCommit, m.p50Ms, m.p95Ms, m.p99Ms);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Durable order creations a second: group commit against one commit each."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("dir"), QStringLiteral("Directory on the disk to measure."), QStringLiteral("DIR"),
          QDir::currentPath()},
         {QStringLiteral("seconds"), QStringLiteral("Length of each measurement."), QStringLiteral("N"),
          QStringLiteral("3")},
         {QStringLiteral("clients"), QStringLiteral("Concurrent clients."), QStringLiteral("LIST"),
          QStringLiteral("1,8,64")},
         {QStringLiteral("json"), QStringLiteral("Also write the figures here."), QStringLiteral("FILE")}});
    parser.process(application);
    const double seconds = std::max(0.1, parser.value(QStringLiteral("seconds")).toDouble());
    const QString directory = parser.value(QStringLiteral("dir"));
    if (!QDir().mkpath(directory))
        fail(QStringLiteral("%1 cannot be made").arg(directory));

    std::printf("%-14s %7s %12s %14s %9s %9s %9s\n", "mode", "clients", "per second", "orders/commit", "p50 ms",
                "p95 ms", "p99 ms");
    QJsonArray figures;
    const auto add = [&figures](const Measurement &measurement) {
        print(measurement);
        figures.append(toJson(measurement));
        return measurement.perSecond;
    };
    add(measureDisk(directory, std::min(seconds, 1.0)));
    const double plain = add(measurePlain(directory, seconds));
    QJsonArray ratios;
    const QStringList clientCounts = parser.value(QStringLiteral("clients")).split(u',', Qt::SkipEmptyParts);
    for (const QString &text : clientCounts) {
        const int clients = std::clamp(text.toInt(), 1, 4000);
        const double single = add(measureWriter(directory, QStringLiteral("one each"), 1, clients, seconds));
        const double grouped = add(measureWriter(directory, QStringLiteral("group commit"), 256, clients, seconds));
        std::printf("%-14s %7d %11.1fx one each, %.1fx plain SQLite\n", "  ratio", clients, grouped / single,
                    grouped / plain);
        ratios.append(QJsonObject{{QStringLiteral("clients"), clients},
                                  {QStringLiteral("group_to_one_each"), grouped / single},
                                  {QStringLiteral("group_to_plain"), grouped / plain}});
    }
    const QJsonDocument document(QJsonObject{{QStringLiteral("seconds"), seconds},
                                             {QStringLiteral("figures"), figures},
                                             {QStringLiteral("ratios"), ratios}});
    if (parser.isSet(QStringLiteral("json"))) {
        QFile file(parser.value(QStringLiteral("json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(document.toJson()) < 0)
            fail(QStringLiteral("%1 cannot be written").arg(file.fileName()));
    } else {
        std::printf("%s\n", document.toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}

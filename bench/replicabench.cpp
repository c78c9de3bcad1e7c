// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a standby costs: durable order creations through a hub's writer with no standby, with one that follows, and with
// one that each write waits for, in turns within one run; and what a hub that dies loses. Hub and standby speak HTTP
// over loopback and share this machine's disk and cores. bench/README.md says what was measured and how to read it.

#include "models/domain/pricing.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/hub.h"
#include "models/hub/orderservice.h"
#include "models/hub/peerfile.h"
#include "models/hub/replicaacts.h"
#include "sync/integrations/standby/standbythread.h"
#include "sync/server/apiserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace oshaq;

namespace {

using SteadyClock = std::chrono::steady_clock;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "replicabench: %s\n", qPrintable(what));
    std::exit(1);
}

double secondsSince(SteadyClock::time_point began)
{
    return std::chrono::duration<double>(SteadyClock::now() - began).count();
}

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        fail(result.error().message);
    return std::move(result).value();
}

/// A hub with its API and a small menu, and a standby in the same process that follows it over loopback.
class Pair
{
public:
    explicit Pair(const QString &parent)
        : m_directory(QDir(parent).filePath(QStringLiteral("replicabench-XXXXXX")))
    {
        HubOptions options;
        options.directory = m_directory.filePath(QStringLiteral("hub"));
        m_hub = valueOf(Hub::open(options, m_clock));
        const auto made = valueOf(write([](WriteContext &context) {
            Business business;
            business.name = QStringLiteral("Bench");
            return accesswrites::createBusiness(context, business);
        }));
        m_principal.kind = Principal::Kind::Business;
        m_principal.role = Role::Owner;
        m_principal.businessId = made.entityId;
        m_principal.id = made.entityId;
        std::vector<MenuImportItem> menu;
        for (int i = 0; i < 24; ++i) {
            MenuImportItem item;
            item.category = QStringLiteral("Category %1").arg(i % 4);
            item.name = QStringLiteral("Dish %1").arg(i);
            item.priceMinor = 50'000 + 1'000 * i;
            menu.push_back(item);
        }
        valueOf(write([menu](WriteContext &context) { return catalogwrites::importMenu(context, menu); }));
        const auto reader = valueOf(m_hub->openReader());
        for (const Item &item : valueOf(catalogreads::catalog(*reader, m_principal.businessId)).items)
            m_items.push_back(item.id);

        ApiOptions api;
        api.http.address = QHostAddress(QHostAddress::LocalHost);
        api.http.port = 0;
        api.http.threads = 1;
        m_server = valueOf(ApiServer::start(*m_hub, api));
        const auto token = valueOf(
            act(*m_hub, [this](AloneContext &context) { return replicaacts::makeToken(context, m_hub->replica()); }));

        HubOptions standby;
        standby.directory = m_directory.filePath(QStringLiteral("standby"));
        standby.standby = true;
        standby.followedUrl = QStringLiteral("http://127.0.0.1:%1").arg(m_server->port());
        m_standby = valueOf(Hub::open(standby, m_clock));
        valueOf(done(peerfile::write(m_standby->directory(), {standby.followedUrl, token.secret, {}})));
        follow();
    }

    ~Pair()
    {
        m_follower.reset();
        m_server.reset();
    }

    void follow() { m_follower = std::make_unique<StandbyThread>(*m_standby, StandbyOptions{}); }
    void stopFollowing() { m_follower.reset(); }

    void setMode(ReplicaMode mode)
    {
        valueOf(act(*m_hub, [this, mode](AloneContext &context) {
            return replicaacts::configure(context, m_hub->replica(), mode, QStringLiteral("standby"));
        }));
        const auto began = SteadyClock::now();
        const auto isReady = [this, mode] {
            const ReplicaStatus status = m_hub->replica().status();
            return mode == ReplicaMode::Off || (status.inStep && !status.note.solo);
        };
        while (!isReady()) {
            if (secondsSince(began) > 60)
                fail(QStringLiteral("the standby does not come: %1")
                         .arg(m_standby->replica().status().peer ? m_standby->replica().status().peer->problem
                                                                 : QString()));
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    WriteCommand order(qint64 number, std::function<void(Result<WriteOutcome>)> answered) const
    {
        NewOrder order;
        for (qint64 line = 0; line < 3; ++line) {
            NewOrderLine requested;
            requested.itemId = m_items[std::size_t((number * 7 + line * 5) % qint64(m_items.size()))];
            requested.quantity = 1000 * (1 + line);
            order.lines.push_back(requested);
        }
        return {m_principal, QStringLiteral("bench"), std::nullopt,
                [order](WriteContext &context) { return orderwrites::create(context, order); }, std::move(answered)};
    }

    Writer &writer() { return m_hub->writer(); }
    Replica &replica() { return m_hub->replica(); }
    qint64 ordersAtStandby() const
    {
        const auto reader = valueOf(m_standby->openReader());
        auto row = reader->query(QStringLiteral("SELECT count(*) FROM orders"));
        return row.ok() && row->next() ? row->integer(0) : -1;
    }

private:
    static Result<WriteOutcome> done(const Result<void> &result)
    {
        return result ? Result<WriteOutcome>(WriteOutcome{}) : result.error();
    }
    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run)
    {
        return m_hub->writer().submitAndWait({m_principal, QStringLiteral("bench"), std::nullopt, std::move(run), {}});
    }
    Result<WriteOutcome> act(Hub &hub, std::function<Result<WriteOutcome>(AloneContext &)> run)
    {
        WriteCommand command;
        command.principal = m_principal;
        command.requestId = QStringLiteral("bench");
        command.alone = std::move(run);
        return hub.writer().submitAndWait(std::move(command));
    }

    SystemClock m_clock;
    QTemporaryDir m_directory;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Hub> m_standby;
    std::unique_ptr<ApiServer> m_server;
    std::unique_ptr<StandbyThread> m_follower;
    Principal m_principal;
    std::vector<qint64> m_items;
};

struct Measurement
{
    qint64 orders = 0;
    double seconds = 0;
    std::vector<double> millis;

    void add(const Measurement &other)
    {
        orders += other.orders;
        seconds += other.seconds;
        millis.insert(millis.end(), other.millis.begin(), other.millis.end());
    }
    double perSecond() const { return seconds > 0 ? double(orders) / seconds : 0; }
    double percentile(int percent)
    {
        if (millis.empty())
            return 0;
        std::sort(millis.begin(), millis.end());
        return millis[std::min(millis.size() - 1, millis.size() * std::size_t(percent) / 100)];
    }
};

/// So many commands in flight, for so long. Every answer must be a success.
class Load
{
public:
    Load(Pair &pair, int inFlight)
        : m_pair(pair)
        , m_inFlight(inFlight)
    {}

    Measurement run(double seconds)
    {
        const auto began = SteadyClock::now();
        for (int i = 0; i < m_inFlight; ++i)
            next();
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, std::chrono::duration<double>(seconds), [] { return false; });
            m_ending = true;
            m_measured.seconds = secondsSince(began);
            m_measured.orders = qint64(m_measured.millis.size());
            m_changed.wait(lock, [this] { return m_running == 0; });
        }
        return m_measured;
    }
    qint64 answered() const
    {
        const std::lock_guard lock(m_mutex);
        return m_answered;
    }

private:
    void next()
    {
        qint64 number = 0;
        {
            const std::lock_guard lock(m_mutex);
            if (m_ending)
                return;
            ++m_running;
            number = ++m_number;
        }
        const auto began = SteadyClock::now();
        m_pair.writer().submit(m_pair.order(number, [this, began](const Result<WriteOutcome> &outcome) {
            if (!outcome)
                fail(outcome.error().message);
            {
                const std::lock_guard lock(m_mutex);
                ++m_answered;
                if (!m_ending)
                    m_measured.millis.push_back(secondsSince(began) * 1000);
            }
            next();
            const std::lock_guard lock(m_mutex);
            --m_running;
            m_changed.notify_all();
        }));
    }

    Pair &m_pair;
    const int m_inFlight;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    int m_running = 0;
    qint64 m_number = 0;
    qint64 m_answered = 0;
    Measurement m_measured;
};

struct Loss
{
    qint64 answered = 0;
    qint64 lost = 0;
    qint64 lagMs = 0;
};

/// The hub is cut off under load: what was answered by then, and is not at the standby.
Loss cut(Pair &pair, double seconds, qint64 storedBefore)
{
    Load load(pair, 64);
    Loss loss;
    std::thread cutter([&] {
        std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
        loss.answered = load.answered();
        loss.lagMs = pair.replica().status().note.lagMs;
        pair.stopFollowing();
        loss.lost = std::max<qint64>(0, storedBefore + loss.answered - pair.ordersAtStandby());
    });
    load.run(seconds + 0.5);
    cutter.join();
    return loss;
}

constexpr std::array modes{ReplicaMode::Off, ReplicaMode::Async, ReplicaMode::Sync};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption directory(QStringLiteral("dir"), QStringLiteral("Where the two databases are made."),
                                       QStringLiteral("DIR"), QDir::tempPath());
    const QCommandLineOption seconds(QStringLiteral("seconds"), QStringLiteral("Of each turn."), QStringLiteral("N"),
                                     QStringLiteral("3"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("Turns of each mode."),
                                    QStringLiteral("N"), QStringLiteral("5"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("One JSON object instead of a table."));
    parser.addOptions({directory, seconds, rounds, json});
    parser.process(app);
    const double turn = std::max(0.2, parser.value(seconds).toDouble());
    const int turns = std::max(1, parser.value(rounds).toInt());

    Pair pair(parser.value(directory));
    constexpr std::array loads{1, 64};
    std::array<std::array<Measurement, modes.size()>, loads.size()> measured;
    for (int round = 0; round < turns; ++round) {
        for (std::size_t mode = 0; mode < modes.size(); ++mode) {
            // From sync to off there is a standby that answers, so nobody has to declare anything.
            pair.setMode(modes[mode]);
            for (std::size_t load = 0; load < loads.size(); ++load)
                measured[load][mode].add(Load(pair, loads[load]).run(turn));
        }
    }
    pair.setMode(ReplicaMode::Async);
    const Loss loss = cut(pair, turn, pair.ordersAtStandby());

    QJsonArray rows;
    if (!parser.isSet(json))
        std::printf("in flight  mode   orders/s    of off   p50 ms   p95 ms   p99 ms\n");
    for (std::size_t load = 0; load < loads.size(); ++load) {
        for (std::size_t mode = 0; mode < modes.size(); ++mode) {
            Measurement &one = measured[load][mode];
            const double ratio = one.perSecond() / measured[load][0].perSecond();
            rows.append(QJsonObject{{QStringLiteral("in_flight"), loads[load]},
                                    {QStringLiteral("mode"), replicaModeText(modes[mode])},
                                    {QStringLiteral("per_second"), one.perSecond()},
                                    {QStringLiteral("ratio"), ratio},
                                    {QStringLiteral("p50_ms"), one.percentile(50)},
                                    {QStringLiteral("p95_ms"), one.percentile(95)},
                                    {QStringLiteral("p99_ms"), one.percentile(99)}});
            if (!parser.isSet(json))
                std::printf("%9d  %-5s  %8.0f  %8.2f  %7.2f  %7.2f  %7.2f\n", loads[load],
                            qPrintable(replicaModeText(modes[mode])), one.perSecond(), ratio, one.percentile(50),
                            one.percentile(95), one.percentile(99));
        }
    }
    if (parser.isSet(json)) {
        const QJsonObject all{{QStringLiteral("rows"), rows},
                              {QStringLiteral("async_answered"), loss.answered},
                              {QStringLiteral("async_lost"), loss.lost},
                              {QStringLiteral("async_lag_ms"), loss.lagMs}};
        std::printf("%s\n", QJsonDocument(all).toJson(QJsonDocument::Compact).constData());
    } else {
        std::printf("async, cut off under load: %lld answered, %lld of them not at the standby; it lagged %lld ms\n",
                    loss.answered, loss.lost, loss.lagMs);
    }
    return 0;
}

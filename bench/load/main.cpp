// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bounded load on a hub of this machine: closed loop (each client asks again when it was answered) or open loop (so
// many requests a second, whatever the answers do; latency counts from when a request was due, so a server that stalls
// cannot hide it), with live sockets beside. Says what it saw as JSON.

#include "bench/load/figures.h"
#include "bench/load/wireclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <malloc.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <limits>
#include <map>
#include <random>
#include <vector>

using namespace oshaq::load;

namespace {

/// One kind of request.
struct Kind
{
    std::string name;
    int weight = 1;
    std::string body;
    bool isKeyed = false;
    std::string headers;             ///< more lines of its head, ended
    std::vector<std::string> tokens; ///< taken in turn
    std::string path;
    std::string method;
    std::string keep;         ///< a member of its answers to be handed back, such as "access_token"; empty: none
    bool makesOrders = false; ///< whose ids the steps are taken with
    std::vector<int> steps;   ///< statuses of an order, one after the other; "{order}" in the path
};

/// An order that a request made, and how many steps it has gone.
struct Made
{
    std::int64_t id = 0;
    std::size_t step = 0;
};

struct Client
{
    std::unique_ptr<WireClient> wire;
    int kind = -1; ///< that it waits for; -1: nothing
    std::int64_t dueNs = 0;
    std::uint32_t interest = 0;
    int group = -1; ///< of live sockets; -1: it asks
    Made made;      ///< what its request is about
    int answers = 0;
    bool isLeaving = false;
    std::int64_t leavesNs = 0; ///< a live socket; 0: it stays
    bool isRefused = false;    ///< by an answer that the end follows, or broken: counted
    bool isSettled = false;    ///< of a live socket: open, or refused
};

class Load
{
public:
    explicit Load(const QJsonObject &plan)
        : m_port(std::uint16_t(plan.value(u"port").toInt()))
        , m_clients(plan.value(u"clients").toInt(1))
        , m_seconds(plan.value(u"seconds").toDouble(3))
        , m_rate(plan.value(u"rate").toDouble(0))
        , m_most(plan.value(u"count").toInteger(-1))
        , m_isSequence(plan.value(u"sequence").toBool())
        , m_every(plan.value(u"every").toDouble(0))
        , m_churn(plan.value(u"churn").toInt(0))
    {
        if (plan.value(u"tls").toBool()) {
            m_tls.reset(SSL_CTX_new(TLS_client_method()));
            SSL_CTX_set_mode(m_tls.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                              SSL_MODE_RELEASE_BUFFERS);
            SSL_CTX_set_read_ahead(m_tls.get(), 1);
        }
        for (const QJsonValue &one : plan.value(u"requests").toArray())
            m_kinds.push_back(kindOf(one.toObject()));
        for (std::size_t i = 0; i < m_kinds.size(); ++i)
            m_wheel.insert(m_wheel.end(), std::size_t(m_kinds[i].weight), int(i));
        std::shuffle(m_wheel.begin(), m_wheel.end(), std::mt19937(7));
        m_sockets = plan.value(u"sockets").toArray();
        m_stamp = std::to_string(wallMs()) + '-' + std::to_string(::getpid()) + '-';
    }

    QJsonObject run()
    {
        rlimit files{};
        ::getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
        m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
        const std::int64_t openingNs = monotonicNs();
        openSockets();
        openClients();
        m_openingSeconds = double(monotonicNs() - openingNs) / 1e9;
        const std::int64_t beganNs = monotonicNs();
        const auto endNs = beganNs + std::int64_t(m_seconds * 1e9);
        m_nextDueNs = beganNs;
        m_saidNs = beganNs;
        std::deque<int> idle;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (m_all[i].group < 0)
                idle.push_back(int(i));
        }
        // More for what is on its way at the end.
        const std::int64_t patienceNs = endNs + 10'000'000'000;
        m_idle = std::move(idle);
        while (monotonicNs() < patienceNs) {
            const std::int64_t now = monotonicNs();
            const bool isOver = now >= endNs || hasGivenAll();
            // What was due before the end is asked for, however late: else a stall at the end would be hidden.
            if (!isOver || m_rate > 0)
                give(std::min(now, endNs));
            if (hasGivenAll())
                m_backlog.clear();
            if (isOver && m_waiting == 0 && m_backlog.empty())
                break;
            turn(now);
            if (m_churn > 0)
                sweep(now);
            if (m_every > 0 && now - m_saidNs >= std::int64_t(m_every * 1e9))
                say(now);
        }
        if (m_every > 0)
            return report(double(monotonicNs() - m_saidNs) / 1e9);
        m_lastNs = std::max(m_lastNs, beganNs + 1);
        return report(double(std::min(m_lastNs, monotonicNs()) - beganNs) / 1e9);
    }

private:
    static Kind kindOf(const QJsonObject &one)
    {
        Kind kind;
        kind.method = one.value(u"method").toString(QStringLiteral("GET")).toStdString();
        kind.path = one.value(u"path").toString().toStdString();
        kind.name = one.value(u"name").toString(QString::fromStdString(kind.path)).toStdString();
        kind.weight = one.value(u"weight").toInt(1);
        kind.body = one.value(u"body").toString().toStdString();
        kind.isKeyed = one.value(u"keyed").toBool();
        kind.keep = one.value(u"keep").toString().toStdString();
        kind.makesOrders = one.value(u"makes_orders").toBool();
        for (const QJsonValue &step : one.value(u"steps").toArray())
            kind.steps.push_back(step.toInt());
        const QJsonObject headers = one.value(u"headers").toObject();
        for (auto it = headers.begin(); it != headers.end(); ++it)
            kind.headers += it.key().toStdString() + ": " + it.value().toString().toStdString() + "\r\n";
        for (const QJsonValue &token : one.value(u"tokens").toArray())
            kind.tokens.push_back(token.toString().toStdString());
        return kind;
    }

    std::string bytesOf(const Kind &kind, const Made &made)
    {
        std::string path = kind.path;
        std::string body = kind.body;
        if (!kind.steps.empty()) {
            path.replace(path.find("{order}"), 7, std::to_string(made.id));
            body = "{\"status\":" + std::to_string(kind.steps[made.step]) + '}';
        }
        std::string bytes = kind.method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + kind.headers;
        ++m_number;
        if (!kind.tokens.empty())
            bytes += "Authorization: Bearer " + kind.tokens[std::size_t(m_number) % kind.tokens.size()] + "\r\n";
        if (kind.isKeyed)
            bytes += "Idempotency-Key: " + m_stamp + std::to_string(m_number) + "\r\n";
        if (!body.empty())
            bytes += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
        return bytes + "\r\n" + body;
    }

    void add(int group)
    {
        Client client;
        client.wire = std::make_unique<WireClient>(m_port, m_tls.get());
        client.group = group;
        if (!client.wire->isOpen())
            fail("a connection", client.wire->why());
        m_all.push_back(std::move(client));
        watch(int(m_all.size()) - 1, EPOLL_CTL_ADD);
    }

    void watch(int index, int operation)
    {
        Client &client = m_all[std::size_t(index)];
        if (!client.wire->isOpen())
            return;
        const std::uint32_t wanted = client.wire->interest();
        if (operation == EPOLL_CTL_MOD && wanted == client.interest)
            return;
        epoll_event event{};
        event.events = wanted;
        event.data.u32 = std::uint32_t(index);
        ::epoll_ctl(m_epoll, operation, client.wire->descriptor(), &event);
        client.interest = wanted;
    }

    /// Another one comes in its place.
    void reconnect(int index)
    {
        Client &client = m_all[std::size_t(index)];
        const int group = client.group;
        client = Client();
        client.wire = std::make_unique<WireClient>(m_port, m_tls.get());
        client.group = group;
        if (!client.wire->isOpen())
            fail("a connection", client.wire->why());
        watch(index, EPOLL_CTL_ADD);
        if (group < 0)
            m_idle.push_back(index);
        else
            upgrade(index);
    }

    void upgrade(int index)
    {
        Client &client = m_all[std::size_t(index)];
        SocketGroup &group = m_groups[std::size_t(client.group)];
        const std::string &token = group.tokens[std::size_t(group.came++) % group.tokens.size()];
        if (group.lives > 0)
            client.leavesNs =
                monotonicNs() + std::int64_t(group.lives * 1e9 * (0.5 + double(m_random() % 1000) / 1000));
        client.wire->send("GET " + group.path +
                          " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                          "Authorization: Bearer " +
                          token + "\r\n\r\n");
        watch(index, EPOLL_CTL_MOD);
    }

    /// Live sockets whose time is over hang up, and others come.
    void sweep(std::int64_t now)
    {
        if (now - m_sweptNs < 50'000'000)
            return;
        m_sweptNs = now;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const Client &client = m_all[i];
            if (client.group < 0 || (client.leavesNs == 0 && client.wire->isOpen()) || client.leavesNs > now)
                continue;
            --m_groups[std::size_t(client.group)].open;
            reconnect(int(i));
        }
    }

    /// So many at a time: a handshake of TLS costs the hub a millisecond, and none should wait for all others.
    static constexpr std::int64_t mostOpening = 64;

    void openClients()
    {
        const std::size_t before = m_all.size();
        const std::int64_t patienceNs = monotonicNs() + 120'000'000'000;
        std::int64_t begun = 0;
        // Those before it are ready or have failed.
        std::size_t settled = before;
        while (settled < before + std::size_t(m_clients) && monotonicNs() < patienceNs) {
            for (; begun < m_clients && begun - std::int64_t(settled - before) < mostOpening; ++begun)
                add(-1);
            turn(monotonicNs());
            const auto isSettled = [this](std::size_t at) {
                const WireClient &wire = *m_all[at].wire;
                return wire.isReady() || !wire.isOpen();
            };
            while (settled < m_all.size() && isSettled(settled))
                ++settled;
        }
        for (std::size_t at = before; at < m_all.size(); ++at)
            m_ready += m_all[at].wire->isReady() ? 1 : 0;
    }

    bool hasGivenAll() const
    {
        return (m_isSequence && m_next >= m_kinds.size()) || (m_most >= 0 && std::int64_t(m_next) >= m_most);
    }

    void fail(const std::string &what, const std::string &example)
    {
        Failure &failure = m_failures[what];
        if (++failure.count == 1)
            failure.example = example.substr(0, 400);
    }

    void openSockets()
    {
        for (const QJsonValue &value : m_sockets) {
            const QJsonObject one = value.toObject();
            SocketGroup group;
            group.name = one.value(u"name").toString().toStdString();
            group.count = one.value(u"count").toInt();
            group.path = one.value(u"path").toString().toStdString();
            group.lives = one.value(u"lives").toDouble(0);
            for (const QJsonValue &token : one.value(u"tokens").toArray())
                group.tokens.push_back(token.toString().toStdString());
            m_groups.push_back(group);
            for (int i = 0; i < int(group.count); ++i) {
                add(int(m_groups.size()) - 1);
                upgrade(int(m_all.size()) - 1);
                // What has come meanwhile is taken, so that no answer waits for all others.
                SocketGroup &now = m_groups.back();
                const std::int64_t waitNs = monotonicNs() + 10'000'000'000;
                while (i + 1 - now.open - now.refused >= mostOpening && monotonicNs() < waitNs)
                    turn(monotonicNs());
            }
        }
        const std::int64_t patienceNs = monotonicNs() + 60'000'000'000;
        const auto allOpen = [this] {
            return std::all_of(m_groups.begin(), m_groups.end(),
                               [](const SocketGroup &group) { return group.open + group.refused >= group.count; });
        };
        while (!allOpen() && monotonicNs() < patienceNs)
            turn(monotonicNs());
        for (SocketGroup &group : m_groups) {
            group.changes = 0;
            group.ms.clear();
        }
    }

    /// What is due goes to whoever has nothing to do.
    void give(std::int64_t now)
    {
        if (m_rate > 0) {
            const auto stepNs = std::int64_t(1e9 / m_rate);
            for (; m_nextDueNs <= now; m_nextDueNs += stepNs)
                m_backlog.push_back(m_nextDueNs);
            m_worstBacklog = std::max(m_worstBacklog, m_backlog.size());
        }
        while (!m_idle.empty()) {
            if (hasGivenAll() || (m_rate > 0 && m_backlog.empty()))
                return;
            const int index = m_idle.front();
            m_idle.pop_front();
            if (m_churn > 0 && !m_all[std::size_t(index)].wire->isOpen()) {
                // The hub hung up, which it may when nobody asks.
                reconnect(index);
                m_idle.pop_back();
            }
            Client &client = m_all[std::size_t(index)];
            if (!client.wire->isOpen())
                continue;
            std::int64_t due = now;
            if (m_rate > 0) {
                due = m_backlog.front();
                m_backlog.pop_front();
            }
            client.kind = m_isSequence ? int(m_next) : m_wheel[m_next % m_wheel.size()];
            ++m_next;
            if (!m_kinds[std::size_t(client.kind)].steps.empty()) {
                if (m_made.empty()) {
                    client.kind = 0; // nothing to step: the first kind instead
                } else {
                    client.made = m_made.front();
                    m_made.pop_front();
                }
            }
            client.dueNs = due;
            ++m_waiting;
            client.wire->send(bytesOf(m_kinds[std::size_t(client.kind)], client.made));
            watch(index, EPOLL_CTL_MOD);
        }
    }

    void turn(std::int64_t now)
    {
        epoll_event events[512];
        // Until something is due, and no shorter: to spin until then would take half of the machine from the hub.
        std::int64_t waitNs = 5'000'000;
        if (m_rate > 0)
            waitNs = m_idle.empty() ? 1'000'000 : std::clamp<std::int64_t>(m_nextDueNs - now, 0, 1'000'000);
        const timespec wait{0, waitNs};
        const int count = ::epoll_pwait2(m_epoll, events, 512, &wait, nullptr);
        for (int i = 0; i < count; ++i) {
            const int index = int(events[i].data.u32);
            m_all[std::size_t(index)].wire->ready(
                [this, index](const WireClient::Answer &answer) { took(index, answer); },
                [this, index](std::string_view text) { heard(index, text); });
            if (m_all[std::size_t(index)].isLeaving)
                reconnect(index);
            else
                watch(index, EPOLL_CTL_MOD);
        }
    }

    void took(int index, const WireClient::Answer &answer)
    {
        Client &client = m_all[std::size_t(index)];
        if (client.group >= 0) {
            SocketGroup &group = m_groups[std::size_t(client.group)];
            if (answer.status == 101) {
                ++group.open;
                client.isSettled = true;
                return;
            }
            if (!client.isRefused)
                fail(answer.status == 0 ? "a socket broke: " + std::string(answer.why)
                                        : "a socket was answered " + std::to_string(answer.status),
                     group.name + ": " + std::string(answer.body));
            group.refused += client.isSettled ? 0 : 1;
            client.isSettled = true;
            client.isRefused = true;
            return;
        }
        if (client.kind < 0) {
            // Between two requests, or before the first: nobody waits, but one client is less.
            if (answer.status != 0)
                fail("an idle connection was answered " + std::to_string(answer.status), std::string(answer.body));
            else if (!client.isRefused)
                fail("an idle connection broke: " + std::string(answer.why), {});
            client.isRefused = true;
            return;
        }
        const Kind &kind = m_kinds[std::size_t(client.kind)];
        Figures &figures = m_figures[kind.name];
        ++figures.statuses[answer.status];
        m_lastNs = monotonicNs();
        figures.ms.push_back(float(double(m_lastNs - client.dueNs) / 1e6));
        if (kind.makesOrders && answer.status == 201)
            remember(answer.body);
        if (!kind.steps.empty() && answer.status == 200 && ++client.made.step < kind.steps.size())
            m_made.push_back(client.made);
        if (!kind.keep.empty()) {
            if (const std::string_view kept = memberOf(answer.body, kind.keep); !kept.empty())
                figures.kept.append(QString::fromUtf8(kept.data(), qsizetype(kept.size())));
        }
        if (answer.status < 200 || answer.status >= 400) {
            const std::string code(memberOf(answer.body, "code"));
            fail(answer.status == 0 ? "an answer did not come: " + std::string(answer.why)
                                    : std::to_string(answer.status) + (code.empty() ? "" : ' ' + code),
                 kind.method + ' ' + kind.path + ' ' + kind.body + " -> " + std::string(answer.body));
        }
        client.kind = -1;
        --m_waiting;
        client.isLeaving = m_churn > 0 && (answer.status == 0 || ++client.answers >= m_churn);
        if (answer.status != 0 && !client.isLeaving)
            m_idle.push_back(index);
    }

    void remember(std::string_view body)
    {
        constexpr std::string_view key = "\"order_id\":";
        const std::size_t at = body.find(key);
        if (at != std::string_view::npos && m_made.size() < 100'000)
            m_made.push_back({std::strtoll(body.data() + at + key.size(), nullptr, 10), 0});
    }

    /// What came since it was said last, as one line.
    void say(std::int64_t now)
    {
        const QByteArray line =
            QJsonDocument(report(double(now - m_saidNs) / 1e9)).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
        std::fflush(stdout);
        m_saidNs = now;
        m_figures.clear();
        m_failures.clear();
        m_worstBacklog = 0;
        for (SocketGroup &group : m_groups) {
            group.changes = 0;
            group.ms.clear();
        }
    }

    void heard(int index, std::string_view text)
    {
        if (!text.starts_with("{\"type\":\"change\""))
            return;
        SocketGroup &group = m_groups[std::size_t(m_all[std::size_t(index)].group)];
        ++group.changes;
        const std::size_t at = text.find("\"at\":\"");
        const std::int64_t then = at == std::string_view::npos ? -1 : msOfDay(text.substr(at + 6));
        if (then < 0)
            return;
        constexpr std::int64_t dayMs = 86'400'000;
        const std::int64_t late = ((wallMs() % dayMs) - then + dayMs + dayMs / 2) % dayMs - dayMs / 2;
        group.ms.push_back(float(late));
    }

    QJsonObject report(double seconds)
    {
        QJsonObject all;
        QJsonObject kinds;
        std::vector<float> every;
        std::int64_t total = 0;
        std::int64_t errors = 0;
        QJsonObject failures;
        for (const auto &[what, failure] : m_failures) {
            errors += failure.count;
            failures.insert(QString::fromStdString(what),
                            QJsonObject{{QStringLiteral("count"), double(failure.count)},
                                        {QStringLiteral("example"), QString::fromStdString(failure.example)}});
        }
        for (auto &[name, figures] : m_figures) {
            QJsonObject one = latencies(figures.ms);
            QJsonObject statuses;
            for (const auto &[status, count] : figures.statuses) {
                statuses.insert(QString::number(status), double(count));
                total += count;
            }
            one.insert(QStringLiteral("statuses"), statuses);
            if (!figures.kept.isEmpty())
                one.insert(QStringLiteral("kept"), figures.kept);
            one.insert(QStringLiteral("per_second"), double(figures.ms.size()) / seconds);
            every.insert(every.end(), figures.ms.begin(), figures.ms.end());
            kinds.insert(QString::fromStdString(name), one);
        }
        all = latencies(every);
        all.insert(QStringLiteral("seconds"), seconds);
        all.insert(QStringLiteral("requests"), double(total));
        all.insert(QStringLiteral("per_second"), double(total) / seconds);
        all.insert(QStringLiteral("errors"), double(errors));
        if (!failures.isEmpty())
            all.insert(QStringLiteral("failures"), failures);
        all.insert(QStringLiteral("clients"), double(m_ready));
        all.insert(QStringLiteral("opening_s"), m_openingSeconds);
        all.insert(QStringLiteral("unanswered"), double(m_waiting) + double(m_backlog.size()));
        if (m_rate > 0)
            all.insert(QStringLiteral("worst_backlog"), double(m_worstBacklog));
        all.insert(QStringLiteral("kinds"), kinds);
        QJsonObject groups;
        for (SocketGroup &group : m_groups) {
            QJsonObject one = latencies(group.ms);
            one.insert(QStringLiteral("open"), double(group.open));
            one.insert(QStringLiteral("changes"), double(group.changes));
            one.insert(QStringLiteral("came"), double(group.came));
            groups.insert(QString::fromStdString(group.name), one);
        }
        if (!groups.isEmpty())
            all.insert(QStringLiteral("sockets"), groups);
        return all;
    }

    const std::uint16_t m_port;
    const int m_clients;
    const double m_seconds;
    const double m_rate;
    const std::int64_t m_most; ///< requests; -1: as many as there is time for
    const bool m_isSequence;
    const double m_every; ///< seconds between two lines; 0: one at the end
    const int m_churn;    ///< after so many answers a client hangs up and another one comes; 0: all stay
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_tls{nullptr, &SSL_CTX_free};
    std::vector<Kind> m_kinds;
    std::vector<int> m_wheel; ///< kinds by their weight
    QJsonArray m_sockets;
    std::string m_stamp;
    int m_epoll = -1;
    std::vector<Client> m_all;
    std::deque<int> m_idle;
    std::deque<std::int64_t> m_backlog; ///< when what nobody could be given yet was due
    std::size_t m_worstBacklog = 0;
    std::size_t m_next = 0;
    std::int64_t m_number = 0;
    std::int64_t m_nextDueNs = std::numeric_limits<std::int64_t>::max(); ///< nothing is due before the clock begins
    std::int64_t m_lastNs = 0;
    std::int64_t m_saidNs = 0;
    std::int64_t m_sweptNs = 0;
    std::deque<Made> m_made;
    std::mt19937 m_random{7}; // NOLINT(cert-msc*): the same churn each time
    std::int64_t m_waiting = 0;
    std::int64_t m_ready = 0; ///< clients that were connected when the clock began
    double m_openingSeconds = 0;
    std::map<std::string, Failure> m_failures;
    std::map<std::string, Figures> m_figures;
    std::vector<SocketGroup> m_groups;
};

} // namespace

int main(int argc, char *argv[])
{
    // What is freed is asked for again at once: given back to the system it would only come back page by page.
    ::mallopt(M_TRIM_THRESHOLD, 1 << 28);
    ::mallopt(M_MMAP_THRESHOLD, 1 << 25);
    QFile file(argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (argc != 2 || !file.open(QIODevice::ReadOnly)) {
        std::fputs("usage: oshaq_load PLAN.json\n", stderr);
        return 2;
    }
    const QJsonDocument plan = QJsonDocument::fromJson(file.readAll());
    if (!plan.isObject()) {
        std::fputs("the plan is no JSON object\n", stderr);
        return 2;
    }
    const QByteArray said =
        QJsonDocument(Load(plan.object()).run())
            .toJson(plan.object().contains(u"every") ? QJsonDocument::Compact : QJsonDocument::Indented);
    std::fwrite(said.constData(), 1, std::size_t(said.size()), stdout);
    return 0;
}

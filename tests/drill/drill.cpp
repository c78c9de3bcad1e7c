// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drill.h"

#include "app/common/orderhistory.h"
#include "sync/protocol/csv.h"
#include "tests/drill/factsreader.h"
#include "tests/drill/netlab.h"
#include "tests/drill/proxylab.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/oshaqdprocess.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <random>

namespace oshaq::drill {

namespace {

const QString hubNode = QStringLiteral("hub");
constexpr qint64 maxGapMs = 300'000;
constexpr qint64 maxOrdersBytes = 512'000'000;
constexpr int startTimeoutMs = 60'000;
constexpr int quietLooks = 3; ///< that many in a row, half a second apart, show the same

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// The time between the first and the last of so many orders, as a replay plays it.
double spanOf(const HistoryFile &history, int orders)
{
    double ms = 0;
    std::optional<qint64> last;
    int seen = 0;
    for (const HistoricOrder &order : history.orders) {
        if (order.lines.empty())
            continue;
        if (order.atMs && last)
            ms += double(std::clamp(*order.atMs - *last, qint64{0}, maxGapMs));
        if (order.atMs)
            last = order.atMs;
        if (++seen == orders)
            break;
    }
    return ms;
}

/// What of a process's own memory is in use, in kB.
qint64 residentKbOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').value(0).toLongLong();
    }
    return 0;
}

} // namespace

Drill::Drill(DrillOptions options, std::function<void(const QString &)> say)
    : m_options(std::move(options))
    , m_say(std::move(say))
{}

Drill::~Drill()
{
    m_processes.clear();
}

void Drill::stop()
{
    m_isStopping = true;
}

void Drill::note(const QString &problem)
{
    if (problem.isEmpty())
        return;
    m_problems << problem;
    m_say(QStringLiteral("problem: ") + problem);
}

/// False when the drill is to end.
bool Drill::wait(qint64 ms)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_isStopping && timer.elapsed() < ms) {
        QEventLoop loop;
        QTimer::singleShot(int(std::clamp(ms - timer.elapsed(), qint64{1}, qint64{100})), &loop, &QEventLoop::quit);
        loop.exec();
    }
    return !m_isStopping;
}

std::unique_ptr<DrillProcess> Drill::makeProcess(const QString &node, const QStringList &arguments)
{
    return std::make_unique<DrillProcess>(m_lab->wrapper(node) + QStringList{program()} + arguments,
                                          path(node + QStringLiteral(".log")));
}

// --- setting up ---

QString Drill::writeSampleOrders(int wanted)
{
    // As restaurants order: a few dishes an order, some of them twice, closer together at noon and in the evening.
    const CsvTable menu = readCsvFile(m_options.sampleMenu, maxOrdersBytes);
    const auto column = menu.header.indexOf(QStringLiteral("external_id"));
    const auto step = menu.header.indexOf(QStringLiteral("quantity_step"));
    QStringList dishes;
    for (const CsvRow &row : menu.rows) {
        if (column >= 0 && row.fields.value(step).isEmpty())
            dishes << row.fields.value(column);
    }
    if (dishes.isEmpty())
        return QStringLiteral("the sample menu %1 has no dishes").arg(m_options.sampleMenu);
    std::mt19937 random(m_options.seed);
    QByteArray csv = "order,item,quantity,unix\n";
    qint64 at = 1'768'446'000;
    for (int i = 1; i <= wanted; ++i) {
        at += 20 + qint64(random() % 200);
        for (unsigned line = 0; line < 1 + random() % 4; ++line)
            csv += QByteArray::number(i) + ',' + dishes[qsizetype(random() % unsigned(dishes.size()))].toUtf8() + ',' +
                   QByteArray::number(1 + random() % 2) + ',' + QByteArray::number(at) + '\n';
    }
    m_source.file = path(QStringLiteral("orders.csv"));
    m_source.menu = m_options.sampleMenu;
    m_source.words = QStringLiteral("orders made of the sample menu");
    return writeFile(m_source.file, csv) ? QString() : QStringLiteral("%1 cannot be written").arg(m_source.file);
}

QString Drill::prepareOrders(int wanted)
{
    if (!QDir().mkpath(m_options.directory))
        return QStringLiteral("%1 cannot be made").arg(m_options.directory);
    const QDir real(m_options.realData + QStringLiteral("/maven-restaurant-orders"));
    if (!m_options.realData.isEmpty() && real.exists(QStringLiteral("order_details.csv"))) {
        m_source.file = real.filePath(QStringLiteral("order_details.csv"));
        m_source.menu = real.filePath(QStringLiteral("menu_items.csv"));
        m_source.words = QStringLiteral("real orders");
    } else if (const QString problem = writeSampleOrders(wanted); !problem.isEmpty()) {
        return problem;
    }
    const HistoryFile history = readOrders(readCsvFile(m_source.file, maxOrdersBytes), {});
    if (!history.usable || history.orders.empty())
        return QStringLiteral("%1 holds no orders").arg(m_source.file);
    m_source.spanMs = spanOf(history, wanted);
    const auto last = std::min(std::size_t(wanted), history.orders.size()) - 1;
    if (history.orders[last].atMs && history.orders.front().atMs)
        m_source.words +=
            QStringLiteral(" of %1 hours").arg((*history.orders[last].atMs - *history.orders.front().atMs) / 3'600'000);
    return {};
}

/// A hub with the menu, and a token for each terminal, while nothing is on the network yet.
QString Drill::prepare(const QString &role)
{
    test::OshaqdProcess hub(path(hubNode));
    if (const QString problem = hub.init(); !problem.isEmpty())
        return problem;
    m_token = hub.businessToken();
    if (const QString problem = runTool({program(), QStringLiteral("import"), QStringLiteral("menu"), m_source.menu,
                                         QStringLiteral("--data"), path(hubNode)});
        !problem.isEmpty())
        return problem;
    if (const QString problem = hub.start(); !problem.isEmpty())
        return problem;
    test::BlockingHttp http(hub.port(), m_token);
    for (int i = 1; i <= m_options.terminals; ++i) {
        const QString name = QStringLiteral("terminal%1").arg(i);
        const auto made = http.request("POST", "/api/v1/business/terminals",
                                       R"({"name":")" + name.toLatin1() + R"(","role":")" + role.toLatin1() + "\"}");
        const QByteArray token =
            made && made->status == 201
                ? QJsonDocument::fromJson(made->body)[u"data"][u"access_token"].toString().toLatin1()
                : QByteArray();
        if (token.isEmpty() || !writeFile(path(name + QStringLiteral(".token")), token))
            return QStringLiteral("%1 was not made").arg(name);
        m_terminals << name;
    }
    return hub.stop() ? QString() : QStringLiteral("the hub did not end");
}

QString Drill::openLab()
{
    const QString why = m_options.useProxies ? QStringLiteral("as asked for") : NetLab::unavailable();
    const QString queue = m_options.tools + QStringLiteral("/oshaq_netqueue");
    if (why.isEmpty())
        m_lab = std::make_unique<NetLab>(QFileInfo(queue).isExecutable() ? queue : QString());
    else
        m_lab = std::make_unique<ProxyLab>(why);
    if (const QString problem = m_lab->open(); !problem.isEmpty())
        return problem;
    for (int i = 1; i <= m_options.phoneGroups; ++i)
        m_phones << QStringLiteral("phones%1").arg(i);
    for (const QString &node : QStringList{hubNode} + m_terminals + m_phones) {
        if (const QString problem = m_lab->addNode(node); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString Drill::startHub()
{
    std::unique_ptr<DrillProcess> &hub = m_processes[hubNode];
    hub = makeProcess(hubNode,
                      {QStringLiteral("serve"), QStringLiteral("--data"), path(hubNode), QStringLiteral("--listen"),
                       m_lab->hubListen(), QStringLiteral("--set"), QStringLiteral("limits.rate=off"),
                       QStringLiteral("--set"), QStringLiteral("server.plain_http=on")});
    if (const QString problem = hub->start(); !problem.isEmpty())
        return problem;
    QElapsedTimer timer;
    timer.start();
    while (!hub->lastWords().contains(QLatin1String("listening on"))) {
        if (!hub->isRunning() || timer.elapsed() > startTimeoutMs || !wait(50))
            return QStringLiteral("the hub does not start: %1").arg(hub->lastWords());
    }
    return {};
}

QString Drill::startTerminals(const QStringList &extra)
{
    for (qsizetype i = 0; i < m_terminals.size(); ++i) {
        const QString &node = m_terminals[i];
        std::unique_ptr<DrillProcess> &terminal = m_processes[node];
        terminal = makeProcess(
            node, QStringList{QStringLiteral("terminal"), QStringLiteral("--data"), path(node), QStringLiteral("--hub"),
                              m_lab->hubUrl(node), QStringLiteral("--token-file"),
                              path(node + QStringLiteral(".token")), QStringLiteral("--history"), historyOf(node),
                              QStringLiteral("--cook"), QStringLiteral("--seed"), QString::number(m_options.seed),
                              QStringLiteral("--pace"), QString::number(m_options.paceMs), QStringLiteral("--part"),
                              QStringLiteral("%1/%2").arg(i + 1).arg(m_terminals.size())} +
                      extra);
        if (const QString problem = terminal->start(); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString Drill::startPhones()
{
    const int wanted = std::max(1, int(m_options.ordersPerSecond * double(m_options.forMs) / 1000));
    const double speed = std::max(1.0, m_source.spanMs / double(m_options.forMs));
    const int groups = m_options.phoneGroups;
    for (int i = 0; i < groups; ++i) {
        const QString &node = m_phones[i];
        QString url = m_lab->hubUrl(node);
        if (!m_options.bug.isEmpty()) {
            // A free port of this machine is free in a namespace too.
            QTcpServer probe;
            if (!probe.listen(QHostAddress::LocalHost))
                return probe.errorString();
            const QString port = QString::number(probe.serverPort());
            probe.close();
            const QUrl hub(url);
            auto liar = std::make_unique<DrillProcess>(
                m_lab->wrapper(node) + QStringList{m_options.tools + QStringLiteral("/oshaq_lyingproxy"), port,
                                                   hub.host(), QString::number(hub.port()), m_options.bug},
                path(node + QStringLiteral(".liar.log")));
            if (const QString problem = liar->start(); !problem.isEmpty())
                return problem;
            m_processes[node + QStringLiteral(".liar")] = std::move(liar);
            url = QStringLiteral("http://127.0.0.1:") + port;
        }
        std::unique_ptr<DrillProcess> &phones = m_processes[node];
        phones = makeProcess(
            node, {QStringLiteral("replay"), m_source.file, QStringLiteral("--url"), url, QStringLiteral("--token"),
                   QString::fromLatin1(m_token), QStringLiteral("--history"), historyOf(node),
                   QStringLiteral("--phones"), QString::number(std::max(1, m_options.phones / groups)),
                   QStringLiteral("--part"), QStringLiteral("%1/%2").arg(i + 1).arg(groups), QStringLiteral("--limit"),
                   QString::number(std::max(1, wanted / groups)), QStringLiteral("--speed"), QString::number(speed),
                   QStringLiteral("--max-gap"), QString::number(maxGapMs / 1000)});
        if (const QString problem = phones->start(); !problem.isEmpty())
            return problem;
    }
    return {};
}

// --- hurting it ---

void Drill::begin(DoneFault *done)
{
    const Fault &fault = done->fault;
    m_say(QStringLiteral("%1 s: %2 %3 for %4 s")
              .arg(double(fault.atMs) / 1000, 0, 'f', 1)
              .arg(faultText(fault.kind), fault.node)
              .arg(double(fault.forMs) / 1000, 0, 'f', 1));
    done->beganMs = nowMs();
    DrillProcess &process = *m_processes.at(fault.node);
    const bool wasRunning = process.isRunning();
    switch (fault.kind) {
    case Fault::Kind::Cut:
        note(m_lab->cut(fault.node));
        break;
    case Fault::Kind::Loss:
        note(m_lab->lose(fault.node, fault.percent));
        break;
    case Fault::Kind::Delay:
        note(m_lab->delay(fault.node, fault.delayMs, fault.jitterMs, fault.percent));
        break;
    case Fault::Kind::Restart:
        if (wasRunning && !process.stop())
            note(QStringLiteral("%1 did not end by itself: %2").arg(fault.node, process.lastWords()));
        m_down[fault.node] = true;
        break;
    case Fault::Kind::Kill:
        process.kill();
        m_down[fault.node] = true;
        break;
    }
}

void Drill::end(DoneFault *done)
{
    const Fault &fault = done->fault;
    if (fault.kind == Fault::Kind::Restart || fault.kind == Fault::Kind::Kill) {
        note(m_processes.at(fault.node)->start());
        m_down[fault.node] = false;
    } else {
        note(m_lab->heal(fault.node));
    }
    done->endedMs = nowMs();
}

/// A hub or a terminal that ends without anybody's asking is a finding; it is started again.
void Drill::supervise()
{
    for (const auto &[node, process] : m_processes) {
        if (m_phones.contains(node) || m_down[node] || process->isRunning())
            continue;
        note(QStringLiteral("%1 ended by itself: %2").arg(node, process->lastWords()));
        note(process->start());
    }
}

void Drill::hurt()
{
    FaultPlanOptions planned;
    planned.seed = m_options.seed;
    planned.durationMs = m_options.forMs;
    planned.everyMs = m_options.faultEveryMs;
    planned.roles = {{hubNode}, m_terminals, m_phones};
    const std::vector<Fault> plan = m_options.faults ? makeFaultPlan(planned) : std::vector<Fault>();
    m_faults.reserve(plan.size()); // those under way are pointed to
    std::vector<DoneFault *> underWay;
    std::size_t next = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < m_options.forMs && wait(20)) {
        for (auto it = underWay.begin(); it != underWay.end();) {
            if ((*it)->fault.endMs() > timer.elapsed()) {
                ++it;
                continue;
            }
            end(*it);
            it = underWay.erase(it);
        }
        for (; next < plan.size() && plan[next].atMs <= timer.elapsed(); ++next) {
            m_faults.push_back({plan[next], 0, 0, -1});
            begin(&m_faults.back());
            underWay.push_back(&m_faults.back());
        }
        supervise();
    }
    for (DoneFault *done : underWay)
        end(done);
    m_healedMs = nowMs();
}

// --- the end of it ---

/// Why something is still on its way; nothing: it is quiet.
QString Drill::whyNotQuiet()
{
    for (const QString &node : m_phones) {
        if (m_processes.at(node)->isRunning())
            return QStringLiteral("%1 still wait for answers").arg(node);
    }
    const auto hub = readHubCursor(path(hubNode));
    if (!hub)
        return hub.error().message;
    for (const QString &node : m_terminals) {
        const TerminalState state = lastStateIn(historyOf(node));
        if (state.link != QLatin1String("live"))
            return QStringLiteral("%1 is %2").arg(node, state.link);
        if (state.pending > 0)
            return QStringLiteral("%1 has %2 commands to send").arg(node).arg(state.pending);
        if (state.open > 0)
            return QStringLiteral("%1 shows %2 tickets").arg(node).arg(state.open);
        if (state.epoch != hub->epoch || state.seq != hub->seq)
            return QStringLiteral("%1 is at %2, the hub at %3").arg(node).arg(state.seq).arg(hub->seq);
    }
    return {};
}

void Drill::waitForQuiet(DrillSheet *sheet)
{
    m_say(QStringLiteral("healed; waiting until nothing is on its way"));
    QElapsedTimer timer;
    timer.start();
    int looks = 0;
    qint64 quietMs = 0;
    while (timer.elapsed() < m_options.quietTimeoutMs && wait(500)) {
        supervise();
        sheet->notQuiet = whyNotQuiet();
        if (!sheet->notQuiet.isEmpty()) {
            looks = 0;
            continue;
        }
        if (looks++ == 0)
            quietMs = nowMs() - m_healedMs;
        if (looks == quietLooks) {
            sheet->quietAfterMs = quietMs;
            return;
        }
    }
}

void Drill::collect(DrillSheet *sheet)
{
    for (const QString &node : m_terminals + QStringList{hubNode}) {
        if (!m_processes.at(node)->stop())
            note(QStringLiteral("%1 did not end by itself").arg(node));
    }
    m_processes.clear();
    DrillFacts facts;
    const auto take = [this](auto result, auto *into) {
        if (result)
            into->push_back(std::move(*result));
        else
            note(result.error().message);
    };
    for (const QString &client : m_terminals + m_phones)
        take(readHistoryFile(client, historyOf(client)), &facts.clients);
    for (const QString &node : m_terminals)
        take(readTerminal(node, path(node)), &facts.terminals);
    std::vector<HubFacts> hubs;
    take(readHub(hubNode, path(hubNode)), &hubs);
    if (hubs.empty())
        return;
    facts.hub = std::move(hubs.front());
    if (const QString standby = path(QStringLiteral("standby")); QFileInfo::exists(standby + QStringLiteral("/hub.db")))
        take(readHub(QStringLiteral("standby"), standby), &facts.standbys);

    sheet->check = checkHistories(facts);
    std::map<QString, qint64> committedMs;
    for (const HubOrderRow &order : facts.hub.orders)
        committedMs.emplace(order.uuid, order.createdAtMs);
    std::vector<qint64> painted;
    std::vector<qint64> answers;
    for (const ClientHistory &client : facts.clients) {
        for (const auto &[uuid, atMs] : client.paintedAtMs) {
            if (const auto order = committedMs.find(uuid); order != committedMs.end())
                painted.push_back(std::max(qint64{0}, atMs - order->second));
        }
        for (const AskedOrder &order : client.orders) {
            if (order.isAcknowledged())
                answers.push_back(order.answeredAtMs - order.askedAtMs);
        }
    }
    sheet->painted = percentilesOf(std::move(painted));
    sheet->answers = percentilesOf(std::move(answers));
    findRecoveries(&m_faults, facts.clients, hubNode);
    sheet->faults = m_faults;
}

DrillSheet Drill::run()
{
    DrillSheet sheet;
    sheet.seed = m_options.seed;
    sheet.terminals = m_options.terminals;
    sheet.phones = m_options.phones;
    sheet.faultsMs = m_options.forMs;
    const int wanted = std::max(1, int(m_options.ordersPerSecond * double(m_options.forMs) / 1000));
    if (m_options.standby && !runTool({program(), QStringLiteral("standby"), QStringLiteral("--help")}).isEmpty())
        m_say(QStringLiteral("this oshaqd has no standby: the drill goes on without one"));
    const std::function<QString()> steps[] = {
        [&] { return prepareOrders(wanted); },
        [&] { return prepare(QStringLiteral("kitchen")); },
        [&] { return openLab(); },
        [&] { return startHub(); },
        [&] { return startTerminals({}); },
        [&] { return startPhones(); },
    };
    for (const auto &step : steps) {
        const QString problem = step();
        if (problem.isEmpty())
            continue;
        note(problem);
        sheet.problems = m_problems;
        sheet.notQuiet = QStringLiteral("it did not begin");
        return sheet;
    }
    sheet.lab = m_lab->name();
    sheet.orders = m_source.words;
    m_say(QStringLiteral("lab: %1; %2 terminals, %3 phones, %4 %5, seed %6")
              .arg(sheet.lab)
              .arg(m_options.terminals)
              .arg(m_options.phones)
              .arg(wanted)
              .arg(m_source.words)
              .arg(m_options.seed));
    hurt();
    m_isStopping = false; // from here on it is only tidied up
    waitForQuiet(&sheet);
    collect(&sheet);
    sheet.problems = m_problems;
    return sheet;
}

Drill::ShiftFigures Drill::runShift(int orders)
{
    ShiftFigures figures;
    m_options.terminals = 1;
    m_options.phoneGroups = 0;
    const auto failed = [&](const QString &problem) {
        figures.problem = problem;
        return !problem.isEmpty();
    };
    if (failed(prepareOrders(orders)) || failed(prepare(QStringLiteral("manager"))) || failed(openLab()) ||
        failed(startHub()))
        return figures;
    figures.orders = m_source.words;
    const QString node = m_terminals.front();
    const QStringList role{QStringLiteral("--role"), QStringLiteral("manager")};
    if (failed(startTerminals(role)))
        return figures;
    QElapsedTimer timer;
    timer.start();
    while (lastStateIn(historyOf(node)).link != QLatin1String("live")) {
        if (timer.elapsed() > startTimeoutMs || !wait(100)) {
            figures.problem = QStringLiteral("the terminal does not see its hub");
            return figures;
        }
    }
    figures.rssBeforeKb = residentKbOf(m_processes.at(node)->pid());
    m_processes.at(node)->stop();
    m_processes.at(hubNode)->kill();
    m_say(QStringLiteral("the hub is away; the terminal takes and cooks %1 orders").arg(orders));
    timer.restart();
    if (failed(
            startTerminals(role + QStringList{QStringLiteral("--take"), m_source.file, QStringLiteral("--speed"),
                                              QString::number(std::max(1.0, m_source.spanMs / double(m_options.forMs))),
                                              QStringLiteral("--limit"), QString::number(orders)})))
        return figures;
    TerminalState state;
    do {
        if (timer.elapsed() > m_options.forMs + m_options.quietTimeoutMs || !wait(500)) {
            figures.problem = QStringLiteral("the terminal still shows %1 tickets").arg(state.open);
            return figures;
        }
        state = lastStateIn(historyOf(node));
    } while (!m_processes.at(node)->lastWords().contains(QLatin1String("all orders are taken")) || state.open > 0);
    figures.takenInMs = timer.elapsed();
    figures.commands = state.pending;
    figures.rssKb = residentKbOf(m_processes.at(node)->pid());
    for (const char *name : {"/terminal.db", "/terminal.db-wal"})
        figures.fileKb += QFileInfo(path(node) + QLatin1String(name)).size() / 1024;

    timer.restart();
    if (failed(startHub()))
        return figures;
    QString left;
    do {
        if (timer.elapsed() > m_options.quietTimeoutMs || !wait(100)) {
            figures.problem = QStringLiteral("not quiet: %1").arg(left);
            return figures;
        }
        left = whyNotQuiet();
    } while (!left.isEmpty());
    figures.convergedMs = timer.elapsed();
    DrillSheet sheet;
    collect(&sheet);
    figures.check = sheet.check;
    figures.taken = sheet.check.ordersInHub;
    if (!m_problems.isEmpty())
        figures.problem = m_problems.join(u'\n');
    return figures;
}

} // namespace oshaq::drill

// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a drill sets up its site.

#include "app/drill/drill.h"

#include "app/common/orderhistory.h"
#include "app/drill/netlab.h"
#include "app/drill/proxylab.h"
#include "app/drill/siteask.h"
#include "sync/protocol/csv.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QUrl>

#include <algorithm>
#include <random>

namespace oshaq::drill {

namespace {

constexpr qint64 maxGapMs = 300'000;
constexpr qint64 maxOrdersBytes = 512'000'000;
constexpr int startTimeoutMs = 60'000;

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size();
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

} // namespace

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
    m_source.menu = path(QStringLiteral("menu.csv"));
    QFile::copy(m_options.sampleMenu, m_source.menu); // oshaqd reads files
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
    const QString hub = hubNode();
    QByteArray made;
    QString problem = runTool({program(), QStringLiteral("init"), QStringLiteral("--data"), path(hub),
                               QStringLiteral("--business"), QStringLiteral("Drill"), QStringLiteral("--json")},
                              &made);
    m_token = QJsonDocument::fromJson(made)[u"business_token"].toString().toLatin1();
    if (m_token.isEmpty() || !writeFile(tokenFile(), m_token))
        return QStringLiteral("the site was not made: %1").arg(problem);
    problem = runTool({program(), QStringLiteral("import"), QStringLiteral("menu"), m_source.menu,
                       QStringLiteral("--data"), path(hub)});
    if (!problem.isEmpty())
        return problem;
    auto process = std::make_unique<DrillProcess>(
        QStringList{program(), QStringLiteral("serve"), QStringLiteral("--data"), path(hub), QStringLiteral("--listen"),
                    QStringLiteral("127.0.0.1:0"), QStringLiteral("--set"), QStringLiteral("limits.rate=off")},
        path(QStringLiteral("prepare.log")));
    problem = process->start();
    m_processes[hub] = std::move(process);
    if (problem.isEmpty())
        problem = waitForWords(hub);
    if (!problem.isEmpty())
        return problem;
    static const QRegularExpression address(QStringLiteral("http://127\\.0\\.0\\.1:\\d+"));
    const QString url = address.match(m_processes.at(hub)->lastWords()).captured();
    for (int i = 1; i <= m_options.terminals; ++i) {
        const QString name = QStringLiteral("terminal%1").arg(i);
        const SiteReply reply = ask({}, url + QStringLiteral("/api/v1/business/terminals"), m_token, "POST",
                                    R"({"name":")" + name.toLatin1() + R"(","role":")" + role.toLatin1() + "\"}");
        const QByteArray token =
            reply.status == 201 ? QJsonDocument::fromJson(reply.body)[u"data"][u"access_token"].toString().toLatin1()
                                : QByteArray();
        if (token.isEmpty() || !writeFile(path(name + QStringLiteral(".token")), token))
            return QStringLiteral("%1 was not made").arg(name);
        m_terminals << name;
    }
    return m_processes.at(hub)->stop() ? QString() : QStringLiteral("the hub did not end");
}

QString Drill::openLab()
{
    const QString why = m_options.useProxies ? QStringLiteral("as asked for") : NetLab::unavailable();
    const QString queue = m_options.programs + QStringLiteral("/oshaq_netqueue");
    if (why.isEmpty())
        m_lab = std::make_unique<NetLab>(QFileInfo(queue).isExecutable() ? queue : QString());
    else
        m_lab = std::make_unique<ProxyLab>(why);
    if (const QString problem = m_lab->open(); !problem.isEmpty())
        return problem;
    for (int i = 1; i <= m_options.phoneGroups; ++i)
        m_phones << QStringLiteral("phones%1").arg(i);
    // Before the first node nothing has an address yet; a lab of proxies never gives one.
    const bool hasAddresses = why.isEmpty();
    if (m_options.standby) {
        QByteArray help;
        const QString problem = runTool({program(), QStringLiteral("serve"), QStringLiteral("--help")}, &help);
        if (!problem.isEmpty() || !help.contains("--standby-of"))
            m_say(QStringLiteral("this oshaqd has no standby: the drill goes on without one"));
        else if (!hasAddresses)
            m_say(QStringLiteral("a standby needs network namespaces: the drill goes on without one"));
        else
            m_pair = std::make_unique<StandbyPair>(*m_lab, m_token, hubNode(), standbyNode());
    }
    QStringList nodes{hubNode()};
    if (m_pair)
        nodes << standbyNode();
    if (hasAddresses && m_options.places)
        m_places = {printerNode(), internetNode()};
    nodes << m_places;
    for (const QString &node : nodes + m_terminals + m_phones) {
        if (const QString problem = m_lab->addNode(node); !problem.isEmpty())
            return problem;
    }
    return {};
}

/// A printer on the network, and a program on the internet, and the hub told of both.
QString Drill::startPlaces()
{
    if (m_places.isEmpty())
        return {};
    const std::pair<QString, int> ports[] = {{printerNode(), 9100}, {internetNode(), 8080}};
    for (const auto &[node, port] : ports) {
        std::unique_ptr<DrillProcess> &place = m_processes[node];
        place = std::make_unique<DrillProcess>(
            m_lab->wrapper(node) + QStringList{m_options.programs + QStringLiteral("/oshaq_drillplaces"), node,
                                               QString::number(port), historyOf(node)},
            path(node + QStringLiteral(".log")));
        if (const QString problem = place->start(); !problem.isEmpty())
            return problem;
    }
    const std::pair<const char *, QString> rows[] = {
        {"/api/v1/business/printers",
         QStringLiteral(R"({"name":"Kitchen","kind":"network","address":"%1:9100","width":576})")
             .arg(m_lab->address(printerNode()))},
        {"/api/v1/business/webhooks", QStringLiteral(R"({"url":"http://%1:8080/hook","events":["order.created"]})")
                                          .arg(m_lab->address(internetNode()))}};
    for (const auto &[route, body] : rows) {
        const SiteReply made = askSite(*m_lab, hubNode(), m_token, "POST", route, body.toUtf8());
        if (made.status != 201)
            return QStringLiteral("%1: %2 %3")
                .arg(QLatin1String(route))
                .arg(made.status)
                .arg(QString::fromUtf8(made.body));
    }
    return {};
}

QStringList Drill::serve(const QString &node) const
{
    QStringList command{
        QStringLiteral("serve"),           QStringLiteral("--data"), path(node),
        QStringLiteral("--listen"),        m_lab->hubListen(),       QStringLiteral("--set"),
        QStringLiteral("limits.rate=off"), QStringLiteral("--set"),  QStringLiteral("server.plain_http=on")};
    if (!m_places.isEmpty())
        command << QStringLiteral("--set") << QStringLiteral("webhooks.private_addresses=on");
    if (m_pair)
        command << QStringLiteral("--set") << QStringLiteral("server.url=") + m_lab->hubUrl(node, node);
    return command;
}

/// Until a hub or a standby says that it listens.
QString Drill::waitForWords(const QString &node)
{
    DrillProcess &process = *m_processes.at(node);
    QElapsedTimer timer;
    timer.start();
    while (!process.lastWords().contains(QLatin1String("listening on"))) {
        if (!process.isRunning() || timer.elapsed() > startTimeoutMs || !wait(50))
            return QStringLiteral("%1 does not start: %2").arg(node, process.lastWords());
    }
    return {};
}

QString Drill::startHub()
{
    std::unique_ptr<DrillProcess> &hub = m_processes[hubNode()];
    hub = makeProcess(hubNode(), serve(hubNode()));
    const QString problem = hub->start();
    return problem.isEmpty() ? waitForWords(hubNode()) : problem;
}

/// Until it has everything.
QString Drill::startStandby()
{
    if (!m_pair)
        return {};
    const QString node = standbyNode();
    const QString tokenFile = path(node + QStringLiteral(".token"));
    if (const QString problem = m_pair->configure(tokenFile); !problem.isEmpty())
        return problem;
    std::unique_ptr<DrillProcess> &standby = m_processes[node];
    standby =
        makeProcess(node, serve(node) + QStringList{QStringLiteral("--standby-of"), m_lab->hubUrl(node, hubNode()),
                                                    QStringLiteral("--standby-token-file"), tokenFile});
    if (const QString problem = standby->start(); !problem.isEmpty())
        return problem;
    const auto waitForStep = [&]() -> QString {
        QElapsedTimer timer;
        timer.start();
        while (!m_pair->isInStep()) {
            if (timer.elapsed() > startTimeoutMs || !standby->isRunning() || !wait(100))
                return QStringLiteral("the standby does not come into step: %1").arg(standby->lastWords());
        }
        return {};
    };
    if (const QString problem = waitForStep(); !problem.isEmpty())
        return problem;
    // From here on it is started as every computer is: what it is stands in its directory.
    if (!standby->stop())
        return QStringLiteral("the standby did not end by itself");
    standby = makeProcess(node, serve(node));
    const QString problem = standby->start();
    return problem.isEmpty() ? waitForStep() : problem;
}

QString Drill::startTerminals(const QStringList &extra)
{
    for (qsizetype i = 0; i < m_terminals.size(); ++i) {
        const QString &node = m_terminals[i];
        std::unique_ptr<DrillProcess> &terminal = m_processes[node];
        terminal = makeProcess(
            node, QStringList{QStringLiteral("terminal"), QStringLiteral("--data"), path(node), QStringLiteral("--hub"),
                              m_lab->hubUrl(node, hubNode()), QStringLiteral("--token-file"),
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
        QString url = m_lab->hubUrl(node, hubNode());
        if (!m_options.bug.isEmpty()) {
            // A free port of this machine is free in a namespace too.
            QTcpServer probe;
            if (!probe.listen(QHostAddress::LocalHost))
                return probe.errorString();
            const QString port = QString::number(probe.serverPort());
            probe.close();
            const QUrl hub(url);
            auto liar = std::make_unique<DrillProcess>(
                m_lab->wrapper(node) + QStringList{m_options.programs + QStringLiteral("/oshaq_lyingproxy"), port,
                                                   hub.host(), QString::number(hub.port()), m_options.bug},
                path(node + QStringLiteral(".liar.log")));
            if (const QString problem = liar->start(); !problem.isEmpty())
                return problem;
            m_processes[node + QStringLiteral(".liar")] = std::move(liar);
            url = QStringLiteral("http://127.0.0.1:") + port;
        }
        QStringList also;
        if (m_pair)
            also << QStringLiteral("--also") << m_lab->hubUrl(node, standbyNode());
        std::unique_ptr<DrillProcess> &phones = m_processes[node];
        phones = makeProcess(node, QStringList{QStringLiteral("replay"), m_source.file, QStringLiteral("--url"), url,
                                               QStringLiteral("--token-file"), tokenFile(), QStringLiteral("--history"),
                                               historyOf(node), QStringLiteral("--phones"),
                                               QString::number(std::max(1, m_options.phones / groups)),
                                               QStringLiteral("--part"), QStringLiteral("%1/%2").arg(i + 1).arg(groups),
                                               QStringLiteral("--limit"), QString::number(std::max(1, wanted / groups)),
                                               QStringLiteral("--speed"), QString::number(speed),
                                               QStringLiteral("--max-gap"), QString::number(maxGapMs / 1000)} +
                                       also);
        if (const QString problem = phones->start(); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace oshaq::drill

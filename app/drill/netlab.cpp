// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/netlab.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <csignal>

#include <unistd.h>

namespace oshaq::drill {

namespace {

constexpr int hubPort = 8787;

QString prefixOf(qint64 pid)
{
    return QStringLiteral("oshaqdrill%1-").arg(pid);
}

QString portOf(int number)
{
    return QStringLiteral("port%1").arg(number);
}

QString addressOf(int number)
{
    return QStringLiteral("10.213.77.%1").arg(number);
}

} // namespace

NetLab::NetLab(QString queueProgram)
    : m_queueProgram(std::move(queueProgram))
    , m_prefix(prefixOf(QCoreApplication::applicationPid()))
{}

NetLab::~NetLab()
{
    m_queues.clear();
    for (const QString &space : m_spaces)
        static_cast<void>(runTool({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("del"), space}));
}

QString NetLab::unavailable()
{
    if (::geteuid() != 0)
        return QStringLiteral("network namespaces need root");
    for (const char *tool : {"ip", "iptables"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            return QStringLiteral("there is no %1").arg(QLatin1String(tool));
    }
    const QString probe = prefixOf(QCoreApplication::applicationPid()) + QStringLiteral("probe");
    const QString made = runTool({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("add"), probe});
    if (!made.isEmpty())
        return made;
    const QString filtered =
        runTool({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), probe,
                 QStringLiteral("iptables"), QStringLiteral("-A"), QStringLiteral("INPUT"), QStringLiteral("-m"),
                 QStringLiteral("statistic"), QStringLiteral("--mode"), QStringLiteral("random"),
                 QStringLiteral("--probability"), QStringLiteral("0.3"), QStringLiteral("-j"), QStringLiteral("DROP")});
    static_cast<void>(runTool({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("del"), probe}));
    return filtered;
}

void NetLab::sweep()
{
    const QString start = QStringLiteral("oshaqdrill");
    for (const QString &space : QDir(QStringLiteral("/run/netns")).entryList({start + u'*'}, QDir::Files)) {
        const qint64 pid = space.mid(start.size()).section(u'-', 0, 0).toLongLong();
        if (pid > 0 && ::kill(pid_t(pid), 0) != 0)
            static_cast<void>(runTool({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("del"), space}));
    }
}

QString NetLab::name() const
{
    return m_queueProgram.isEmpty()
               ? QStringLiteral("network namespaces; no NFQUEUE program was built, so late packets are lost ones")
               : QStringLiteral("network namespaces");
}

QString NetLab::spaceOf(const QString &node) const
{
    return m_prefix + node;
}

QString NetLab::inSpace(const QString &space, const QStringList &command) const
{
    return runTool(QStringList{QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), space} + command);
}

QString NetLab::open()
{
    sweep();
    const QString space = spaceOf(QStringLiteral("switch"));
    if (const QString problem = runTool({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("add"), space});
        !problem.isEmpty())
        return problem;
    m_spaces << space;
    for (const char *command :
         {"ip link set lo up", "ip link add br0 type bridge forward_delay 0", "ip link set br0 up"}) {
        if (const QString problem = inSpace(space, QString::fromLatin1(command).split(u' ')); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString NetLab::addNode(const QString &node)
{
    const int number = int(m_numbers.size()) + 1;
    const QString space = spaceOf(node);
    const QString bridge = spaceOf(QStringLiteral("switch"));
    const QString port = portOf(number);
    if (const QString problem = runTool({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("add"), space});
        !problem.isEmpty())
        return problem;
    m_spaces << space;
    m_numbers.emplace(node, number);
    // Made inside the switch, so that no name of it is ever seen by the machine's own network.
    const std::pair<QString, QString> commands[] = {
        {bridge, QStringLiteral("ip link add %1 type veth peer name eth0 netns %2").arg(port, space)},
        {bridge, QStringLiteral("ip link set %1 master br0").arg(port)},
        {bridge, QStringLiteral("ip link set %1 up").arg(port)},
        {space, QStringLiteral("ip link set lo up")},
        {space, QStringLiteral("ip addr add %1/24 dev eth0").arg(addressOf(number))},
        {space, QStringLiteral("ip link set eth0 up")},
    };
    for (const auto &[where, command] : commands) {
        if (const QString problem = inSpace(where, command.split(u' ')); !problem.isEmpty())
            return problem;
    }
    return {};
}

QStringList NetLab::wrapper(const QString &node) const
{
    return {QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), spaceOf(node)};
}

QString NetLab::hubListen() const
{
    return QStringLiteral("0.0.0.0:%1").arg(hubPort);
}

QString NetLab::address(const QString &node) const
{
    return addressOf(m_numbers.at(node));
}

QString NetLab::hubUrl(const QString &, const QString &hub) const
{
    return QStringLiteral("http://%1:%2").arg(addressOf(m_numbers.at(hub))).arg(hubPort);
}

QString NetLab::cut(const QString &node)
{
    return inSpace(spaceOf(QStringLiteral("switch")),
                   QStringLiteral("ip link set %1 down").arg(portOf(m_numbers.at(node))).split(u' '));
}

QString NetLab::addFilter(const QString &node, const QStringList &rule)
{
    for (const char *chain : {"INPUT", "OUTPUT"}) {
        // Loopback is no network: what a node says to itself arrives.
        const QStringList device{QLatin1String(chain) == QLatin1String("INPUT") ? QStringLiteral("-i")
                                                                                : QStringLiteral("-o"),
                                 QStringLiteral("eth0")};
        const QString problem =
            inSpace(spaceOf(node), QStringList{QStringLiteral("iptables"), QStringLiteral("-A"), QLatin1String(chain)} +
                                       device + rule);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString NetLab::lose(const QString &node, int percent)
{
    return addFilter(node, QStringLiteral("-m statistic --mode random --probability %1 -j DROP")
                               .arg(percent / 100.0, 0, 'f', 2)
                               .split(u' '));
}

QString NetLab::delay(const QString &node, int delayMs, int jitterMs, int percent)
{
    if (m_queueProgram.isEmpty())
        return lose(node, 10);
    auto queue =
        std::make_unique<DrillProcess>(wrapper(node) + QStringList{m_queueProgram, QString::number(delayMs),
                                                                   QString::number(jitterMs), QString::number(percent)},
                                       QStringLiteral("/dev/null"));
    if (const QString problem = queue->start(); !problem.isEmpty())
        return problem;
    m_queues[node] = std::move(queue);
    // Until the program listens, and should it end, packets pass.
    return addFilter(node, QStringLiteral("-j NFQUEUE --queue-num 0 --queue-bypass").split(u' '));
}

QString NetLab::heal(const QString &node)
{
    const QString flushed = inSpace(spaceOf(node), {QStringLiteral("iptables"), QStringLiteral("-F")});
    m_queues.erase(node);
    const QString linked = inSpace(spaceOf(QStringLiteral("switch")),
                                   QStringLiteral("ip link set %1 up").arg(portOf(m_numbers.at(node))).split(u' '));
    return flushed.isEmpty() ? linked : flushed;
}

} // namespace oshaq::drill

// SPDX-License-Identifier: GPL-3.0-or-later
//
// A shift without the hub.

#include "app/drill/drill.h"

#include "app/drill/factsreader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace oshaq::drill {

namespace {

constexpr int shiftStartMs = 60'000;

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

Drill::ShiftFigures Drill::runShift(int orders)
{
    ShiftFigures figures;
    m_options.terminals = 1;
    m_options.phoneGroups = 0;
    m_options.places = false;
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
        if (timer.elapsed() > shiftStartMs || !wait(100)) {
            figures.problem = QStringLiteral("the terminal does not see its hub");
            return figures;
        }
    }
    figures.rssBeforeKb = residentKbOf(m_processes.at(node)->pid());
    m_processes.at(node)->stop();
    m_processes.at(hubNode())->kill();
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

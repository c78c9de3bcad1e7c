// SPDX-License-Identifier: GPL-3.0-or-later
//
// oshaq_drill: what ./dev drill runs. See docs/operations/drill.md.

#include "app/common/signalwatcher.h"
#include "app/drill/drill.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTime>

#include <cstdio>
#include <random>

using namespace oshaq::drill;

namespace {

void say(const QString &text)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(QTime::currentTime().toString(Qt::ISODateWithMs)),
                 text.toUtf8().constData());
}

void print(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    std::fflush(stdout);
}

QByteArray phaseText(Phase phase)
{
    switch (phase) {
    case Phase::SettingUp:
        return "setting_up";
    case Phase::Hurting:
        return "hurting";
    case Phase::Settling:
        return "settling";
    }
    return {};
}

QByteArray tableRow(const char *name, const Percentiles &values)
{
    return QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |\n")
        .arg(QLatin1String(name))
        .arg(values.count)
        .arg(values.p50)
        .arg(values.p95)
        .arg(values.p99)
        .arg(values.max)
        .toUtf8();
}

/// Nothing goes wrong: how long from an order's commit until every screen has drawn it.
int runLatency(DrillOptions options)
{
    struct Load
    {
        const char *name;
        double perSecond;
        qint64 forMs;
        qint64 paceMs;
    };
    QByteArray table = "| orders | measured | p50 ms | p95 ms | p99 ms | worst ms |\n|---|---|---|---|---|---|\n";
    bool passed = true;
    const QString directory = options.directory;
    for (const Load &load :
         {Load{"350 an hour", 350.0 / 3600, options.forMs, 1'000}, Load{"10 a second", 10, 60'000, 150}}) {
        options.ordersPerSecond = load.perSecond;
        options.forMs = load.forMs;
        options.paceMs = load.paceMs;
        options.faults = false;
        options.directory = directory + u'/' + QString::fromLatin1(load.name).replace(u' ', u'-');
        Drill drill(options, say);
        const DrillSheet sheet = drill.run();
        print(sheetText(sheet));
        table += tableRow(load.name, sheet.painted);
        passed = passed && sheet.passed();
    }
    print(table);
    return passed ? 0 : 1;
}

int runShift(const DrillOptions &options, int orders)
{
    Drill drill(options, say);
    const Drill::ShiftFigures figures = drill.runShift(orders);
    print(QStringLiteral(
              "A shift without the hub: %1 %2 taken and worked off in %3 s, %4 commands waiting; memory %5 MB "
              "(%6 MB before), terminal.db %7 MB; all of it at the hub %8 s after it came back; findings %9.\n")
              .arg(figures.taken)
              .arg(figures.orders)
              .arg(figures.takenInMs / 1000)
              .arg(figures.commands)
              .arg(figures.rssKb / 1024)
              .arg(figures.rssBeforeKb / 1024)
              .arg(double(figures.fileKb) / 1024, 0, 'f', 1)
              .arg(double(figures.convergedMs) / 1000, 0, 'f', 1)
              .arg(figures.check.findings.size())
              .toUtf8());
    for (const Finding &finding : figures.check.findings)
        say(findingKey(finding.kind) + QStringLiteral(": ") + finding.where + QStringLiteral(": ") + finding.what);
    if (!figures.problem.isEmpty())
        say(figures.problem);
    return figures.problem.isEmpty() && figures.check.passed() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Hurts a site of real processes and checks what they were told."));
    parser.addHelpOption();
    const QCommandLineOption minutes(QStringLiteral("minutes"), QStringLiteral("How long things go wrong."),
                                     QStringLiteral("N"), QStringLiteral("3"));
    const QCommandLineOption terminals(QStringLiteral("terminals"), QStringLiteral("Screens."), QStringLiteral("N"),
                                       QStringLiteral("8"));
    const QCommandLineOption phones(QStringLiteral("phones"), QStringLiteral("Guests' phones."), QStringLiteral("N"),
                                    QStringLiteral("200"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("The same seed plans the same faults."),
                                  QStringLiteral("S"));
    const QCommandLineOption rate(QStringLiteral("rate"), QStringLiteral("Orders a second."), QStringLiteral("R"),
                                  QStringLiteral("1.5"));
    const QCommandLineOption standby(QStringLiteral("standby"),
                                     QStringLiteral("With a standby, where oshaqd has one."));
    const QCommandLineOption bug(QStringLiteral("bug"),
                                 QStringLiteral("A fault on purpose that the checker must find: swallow or double."),
                                 QStringLiteral("NAME"));
    const QCommandLineOption proxy(QStringLiteral("proxy"), QStringLiteral("Proxies in place of network namespaces."));
    const QCommandLineOption latency(QStringLiteral("latency"),
                                     QStringLiteral("No faults: how long from an order to its being painted."));
    const QCommandLineOption shift(QStringLiteral("shift"),
                                   QStringLiteral("A shift of so many orders without the hub."),
                                   QStringLiteral("ORDERS"));
    const QCommandLineOption directory(QStringLiteral("dir"), QStringLiteral("Keep everything that is written here."),
                                       QStringLiteral("DIR"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("The sheet as JSON too."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption realData(QStringLiteral("real-data"),
                                      QStringLiteral("Real menus and orders, in place of made-up ones."),
                                      QStringLiteral("DIR"));
    const QCommandLineOption progress(QStringLiteral("progress"),
                                      QStringLiteral("A line on standard output for each phase: for programs."));
    parser.addOptions({minutes, terminals, phones, seed, rate, standby, bug, proxy, latency, shift, directory, json,
                       realData, progress});
    parser.process(application);

    DrillOptions options;
    const double forMinutes = parser.value(minutes).toDouble();
    options.forMs = qint64(forMinutes * 60'000);
    // A long drill has longer outages, up to half a minute.
    options.faultEveryMs = forMinutes <= 5 ? 4'000 : 10'000;
    options.quietTimeoutMs = forMinutes <= 5 ? 120'000 : 600'000;
    options.terminals = parser.value(terminals).toInt();
    options.phones = parser.value(phones).toInt();
    options.phoneGroups = std::min(4, options.phones);
    options.seed = parser.isSet(seed) ? parser.value(seed).toUInt() : std::random_device{}();
    options.ordersPerSecond = parser.value(rate).toDouble();
    options.standby = parser.isSet(standby);
    options.bug = parser.value(bug);
    options.useProxies = parser.isSet(proxy);
    options.programs = QCoreApplication::applicationDirPath();
    options.realData = parser.value(realData);
    if (parser.isSet(progress))
        options.entered = [](Phase phase) { print("phase " + phaseText(phase) + '\n'); };
    if (options.forMs < 1000 || options.terminals < 1 || options.terminals > 100 || options.phones < 1 ||
        options.phones > 10'000 || !(options.ordersPerSecond > 0) ||
        !(options.bug.isEmpty() || options.bug == QLatin1String("swallow") || options.bug == QLatin1String("double"))) {
        say(QStringLiteral("oshaq_drill: an option is out of bounds; see --help"));
        return 2;
    }
    QTemporaryDir temporary;
    options.directory = parser.isSet(directory) ? QDir(parser.value(directory)).absolutePath() : temporary.path();
    if (QFile::exists(options.directory + QStringLiteral("/hub"))) {
        say(QStringLiteral("oshaq_drill: %1 holds an earlier drill").arg(options.directory));
        return 2;
    }

    if (parser.isSet(latency))
        return runLatency(options);
    if (parser.isSet(shift))
        return runShift(options, std::max(1, parser.value(shift).toInt()));

    Drill drill(options, say);
    const oshaq::SignalWatcher watcher([&drill] { drill.stop(); });
    const DrillSheet sheet = drill.run();
    print(sheetText(sheet));
    if (parser.isSet(json)) {
        QFile file(parser.value(json));
        if (!file.open(QIODevice::WriteOnly) || file.write(sheetJson(sheet)) < 0) {
            say(QStringLiteral("%1 cannot be written").arg(file.fileName()));
            return 1;
        }
    }
    return sheet.passed() ? 0 : 1;
}

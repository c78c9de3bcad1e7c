// SPDX-License-Identifier: GPL-3.0-or-later
// What each event costs the GUI thread while somebody goes through the whole window of a busy restaurant:
// oshaq_deskbench [--budget 8] [--all]
//
// Processor time of every delivery (an act of a person, a turn in which something is laid out, a frame) with all that
// it causes. Prints the steps that are over the budget, or all of them, with the dearest delivery of each and what
// inside it did most of the work. Ends with 1 when one is over the budget; other colours and sizes, for which Qt styles
// a whole page again, are counted apart. Opening the window is measured by bench/start.
#include "tests/gui/deskshift.h"
#include "ui/common/application.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <algorithm>

using namespace oshaq;

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    deskshift::Meter meter;
    WatchedApplication application(argc, argv, &meter.watch());
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("budget"), QStringLiteral("milliseconds a delivery"), QStringLiteral("n"),
                      QString::number(GuiWatch::limitNs / 1'000'000)});
    parser.addOption({QStringLiteral("all"), QStringLiteral("print every step")});
    parser.process(application);
    const double budget = std::max(1, parser.value(QStringLiteral("budget")).toInt());

    applyLook(application, Look());
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    Stage stage;
    deskshift::furnish(stage);
    stage.open(QStringLiteral("kitchen"), QSize(1920, 1080));
    deskshift::settle(stage);

    QTextStream out(stdout);
    out << "milliseconds of the GUI thread's CPU in the dearest delivery of each step" << Qt::endl;
    std::vector<double> all;
    std::vector<double> looks;
    std::vector<double> pieces{double(deskshift::pieceOfWorkNs()) / 1e6};
    int over = 0;
    for (const deskshift::Step &step : deskshift::steps(language)) {
        const deskshift::Meter::Dearest &dearest = meter.measure(stage, step);
        pieces.push_back(double(deskshift::pieceOfWorkNs()) / 1e6);
        const double ms = double(dearest.whole.cpuNs) / 1e6;
        (step.isLook ? looks : all).push_back(ms);
        const bool isOver = ms > budget;
        over += isOver && !step.isLook ? 1 : 0;
        if (isOver || parser.isSet(QStringLiteral("all")))
            out << QStringLiteral("%1 %2  %3; most in %4")
                       .arg(step.name, -46)
                       .arg(ms, 7, 'f', 2)
                       .arg(dearest.whole.text(), dearest.inside.text())
                << Qt::endl;
    }
    const auto print = [&out](const char *what, std::vector<double> &values) {
        std::sort(values.begin(), values.end());
        const auto at = [&values](double share) { return values[std::size_t(share * double(values.size() - 1))]; };
        out << QStringLiteral("%1 %2 steps; the dearest delivery of a step: median %3, p95 %4, worst %5")
                   .arg(QString::fromLatin1(what), -24)
                   .arg(values.size(), 4)
                   .arg(at(0.5), 0, 'f', 2)
                   .arg(at(0.95), 0, 'f', 2)
                   .arg(values.back(), 0, 'f', 2)
            << Qt::endl;
    };
    print("work:", all);
    print("other colours or sizes:", looks);
    std::sort(pieces.begin(), pieces.end());
    out << "the piece of work that deskshifttest compares with: " << pieces[pieces.size() / 2] << " ms" << Qt::endl;
    out << meter.deliveries() << " deliveries, " << over << " steps of work over " << budget << " ms" << Qt::endl;
    return over > 0 ? 1 : 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How long the kitchen screen takes with three hundred open tickets, at 1920 x 1080 on the offscreen raster:
// oshaq_kitchenbench [--tickets 300] [--rounds 50]. Prints one line a measurement; ends with 1 when a median is over
// its budget.
#include "tests/support/fakekitchen.h"
#include "tests/support/kitchensample.h"
#include "ui/common/application.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <vector>

namespace {

using namespace oshaq;

struct Figures
{
    double median = 0;
    double worst = 0;
};

Figures measure(int rounds, const std::function<void(int)> &prepare, const std::function<void(int)> &work)
{
    std::vector<double> milliseconds;
    for (int round = 0; round < rounds; ++round) {
        prepare(round);
        QElapsedTimer timer;
        timer.start();
        work(round);
        milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    return {milliseconds[milliseconds.size() / 2], milliseconds.back()};
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption(
        {QStringLiteral("tickets"), QStringLiteral("open tickets"), QStringLiteral("n"), QStringLiteral("300")});
    parser.addOption(
        {QStringLiteral("rounds"), QStringLiteral("repetitions"), QStringLiteral("n"), QStringLiteral("50")});
    parser.process(application);
    const int tickets = parser.value(QStringLiteral("tickets")).toInt();
    const int rounds = std::max(1, parser.value(QStringLiteral("rounds")).toInt());

    applyLook(application, Look());
    QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("bench.ini")), QSettings::IniFormat);
    FakeKitchenPort port;
    LinkStatus link;
    kitchensample::addStations(port);
    kitchensample::addMany(port, tickets, 1400);

    QElapsedTimer opening;
    opening.start();
    MainWindow window(port, link, settings);
    window.resize(1920, 1080);
    window.show();
    QCoreApplication::processEvents();
    const double openMs = double(opening.nsecsElapsed()) / 1e6;

    TicketView *view = window.kitchenPage()->view();
    QTextStream out(stdout);
    out << tickets << " open tickets on " << view->pages() << " pages, 1920 x 1080, " << rounds << " rounds"
        << Qt::endl;
    out << QStringLiteral("%1 %2 ms").arg(QStringLiteral("window to first picture"), -44).arg(openMs, 8, 'f', 2)
        << Qt::endl;

    bool withinBudget = true;
    const auto report = [&](const QString &what, const Figures &figures, double budgetMs) {
        const bool ok = budgetMs <= 0 || figures.median <= budgetMs;
        withinBudget &= ok;
        out << QStringLiteral("%1 %2 ms median %3 ms worst%4")
                   .arg(what, -44)
                   .arg(figures.median, 8, 'f', 2)
                   .arg(figures.worst, 8, 'f', 2)
                   .arg(budgetMs <= 0 ? QString()
                        : ok          ? QStringLiteral("  (budget %1)").arg(budgetMs)
                                      : QStringLiteral("  OVER %1").arg(budgetMs))
            << Qt::endl;
    };
    const auto nothing = [](int) {};
    constexpr double frameMs = 16;

    // Another size of type each time forgets every card and every text: nothing is left of the round before.
    const Look ordinary(darkTheme(), Metrics::forDpi(96, QSize(1920, 1080)));
    const Look larger(darkTheme(), Metrics::forDpi(120, QSize(1920, 1080)));
    report(QStringLiteral("full layout, every ticket measured anew"),
           measure(
               rounds, [&](int round) { view->setLook(round % 2 == 0 ? larger : ordinary); },
               [&](int) { view->doItemsLayout(); }),
           0);
    view->setLook(ordinary);
    QCoreApplication::processEvents();
    report(QStringLiteral("layout, nothing changed"), measure(rounds, nothing, [&](int) { view->doItemsLayout(); }),
           frameMs);
    report(QStringLiteral("page turn, painted"),
           measure(rounds, nothing,
                   [&](int round) {
                       view->setPage(round % view->pages());
                       view->viewport()->repaint();
                   }),
           frameMs);
    view->setPage(0);
    QCoreApplication::processEvents();
    report(QStringLiteral("second hand, painted"),
           measure(
               rounds, [&](int) { port.advance(1); },
               [&](int) {
                   window.kitchenPage()->refreshTime();
                   QCoreApplication::processEvents();
               }),
           frameMs);
    report(QStringLiteral("a new order: model, layout, painted"),
           measure(
               rounds,
               [&](int round) {
                   port.addOrder(QStringLiteral("B-%1").arg(round), OrderStatus::New, 0,
                                 {{QStringLiteral("Plov, wedding")}});
               },
               [&](int) {
                   port.changed();
                   QCoreApplication::processEvents();
               }),
           frameMs);
    report(QStringLiteral("a bump at the front: everything moves up"),
           measure(
               rounds, [&](int) { port.removeOrder(port.tickets().front().orderId); },
               [&](int) {
                   port.changed();
                   QCoreApplication::processEvents();
               }),
           2 * frameMs);
    return withinBudget ? 0 : 1;
}

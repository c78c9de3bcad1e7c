// SPDX-License-Identifier: GPL-3.0-or-later
// What the statistics page costs the GUI thread: oshaq_statisticsbench [--orders 500] [--budget 16]
// Every event that the program handles is measured by the CPU that it took, with all that it caused: an answer of a
// year that arrives, a turn in which cards are filled, a frame, a resize, a pointer that moves over the charts.
#include "tests/support/fakefiles.h"
#include "tests/support/fakestatistics.h"
#include "tests/support/statisticssample.h"
#include "ui/common/application.h"
#include "ui/common/choicerow.h"
#include "ui/common/guiwatch.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/chartcanvas.h"
#include "ui/statistics/chartcard.h"
#include "ui/statistics/statisticspage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <map>

using namespace oshaq;

namespace {

double cpuMs()
{
    return double(threadCpuNs()) / 1e6;
}

/// What the deliveries since the last clear() cost.
struct Measured
{
    std::vector<double> milliseconds;
    GuiWatch::Delivery worst;

    void clear() { *this = {}; }
    void note(const GuiWatch::Delivery &delivery)
    {
        milliseconds.push_back(double(delivery.cpuNs) / 1e6);
        if (delivery.cpuNs > worst.cpuNs)
            worst = delivery;
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Measured measured;
    GuiWatch watch(0,
                   [&measured](const GuiWatch::Delivery &whole, const GuiWatch::Delivery &) { measured.note(whole); });
    WatchedApplication application(argc, argv, &watch);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("orders"), QStringLiteral("a day"), QStringLiteral("n"), QStringLiteral("500")},
                       {QStringLiteral("budget"), QStringLiteral("milliseconds an event"), QStringLiteral("n"),
                        QStringLiteral("16")}});
    parser.process(application);
    const int orders = std::max(1, parser.value(QStringLiteral("orders")).toInt());
    const double budget = std::max(1, parser.value(QStringLiteral("budget")).toInt());

    applyLook(application, Look());
    FakeStatisticsPort port;
    WorkList works;
    FakeFilesPort files(works);
    LinkStatus link;
    // Reckoned beforehand: that is the hub's work.
    std::map<std::pair<QDate, QDate>, Analytics> answers;
    port.figures = [&](QDate from, QDate to) -> Analytics {
        const auto found = answers.find({from, to});
        return found == answers.end() ? Analytics() : found->second;
    };
    StatisticsPage page(port, files, works, link, Look(lightTheme()));
    page.resize(1830, 1080);
    page.show();

    QTextStream out(stdout);
    bool isOver = false;
    const auto turns = [](int count) {
        for (int i = 0; i < count; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    };
    const auto measure = [&](const char *name, int times, const std::function<void(int)> &act) {
        turns(20);
        measured.clear();
        std::vector<double> direct;
        for (int i = 0; i < times; ++i) {
            // What the act does itself would be an event too.
            const double began = cpuMs();
            act(i);
            direct.push_back(cpuMs() - began);
            turns(4);
            QElapsedTimer patience;
            patience.start();
            while (!page.isSettled() && port.waiting() == 0 && patience.elapsed() < 5000)
                turns(1);
        }
        std::vector<double> &all = measured.milliseconds;
        all.insert(all.end(), direct.begin(), direct.end());
        std::sort(all.begin(), all.end());
        const double worst = all.back();
        out << QStringLiteral("%1 %2 %3 %4   %5")
                   .arg(QString::fromLatin1(name), -40)
                   .arg(all.size(), 6)
                   .arg(all[size_t(0.99 * double(all.size() - 1))], 8, 'f', 2)
                   .arg(worst, 8, 'f', 2)
                   .arg(worst > double(measured.worst.cpuNs) / 1e6 ? QStringLiteral("the act itself")
                                                                   : measured.worst.text())
            << Qt::endl;
        isOver = isOver || worst > budget;
    };

    const QDate to(2026, 11, 22);
    const auto yearBack = [&to](int years) {
        return DayRange{to.addYears(-years - 1).addDays(1), to.addYears(-years)};
    };
    for (const DayRange &range : {yearBack(0), yearBack(1)})
        answers[{range.from, range.to}] = statisticssample::busy(range.from, range.to, orders, 180);
    RangeChoice year{RangeKind::Own, Comparison::YearBefore, yearBack(0)};
    RangeChoice days = year;
    days.own = {to.addDays(-61), to};
    for (const DayRange &range : {days.own, *comparisonOf(days, to)})
        answers[{range.from, range.to}] = statisticssample::busy(range.from, range.to, orders, 180);

    out << orders << " orders a day, 1830 x 1080; milliseconds of the GUI thread's CPU an event" << Qt::endl;
    out << QStringLiteral("%1 %2 %3 %4   %5")
               .arg(QString(), -40)
               .arg(QStringLiteral("events"), 6)
               .arg(QStringLiteral("p99"), 8)
               .arg(QStringLiteral("worst"), 8)
               .arg(QStringLiteral("which"))
        << Qt::endl;
    const auto show = [&](const RangeChoice &choice) {
        page.choose(choice);
        port.answerAll();
    };
    show(year);
    turns(40);
    measure("a year's answer", 20, [&](int) { show(year); });
    measure("62 days' answer, days and year in turn", 20, [&](int i) { show(i % 2 == 0 ? days : year); });
    show(days);
    turns(40);
    measure("the window resized, two columns", 40, [&](int i) { page.resize(1500 + i * 8, 1000 + i % 7); });
    measure("the window resized, one column", 40, [&](int i) { page.resize(1000 + i * 4, 800 + i % 7); });
    page.resize(1830, 1080);
    turns(40);
    measure("a pointer over the charts", 400, [&](int i) {
        ChartCanvas *canvas = page.card(allChartIds[size_t(i) % allChartIds.size()])->canvas();
        const QPointF at(canvas->width() * (i % 97) / 97.0, canvas->height() * (i % 31) / 31.0);
        QMouseEvent move(QEvent::MouseMove, at, canvas->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas, &move);
    });
    auto *scroll = page.findChild<QScrollArea *>(QStringLiteral("statisticsScroll"));
    measure("scrolled", 60, [&](int i) { scroll->verticalScrollBar()->setValue(i * 25); });
    measure("a table and back", 20, [&](int i) {
        ChartCard *card = page.card(allChartIds[size_t(i / 2) % allChartIds.size()]);
        card->showTable(i % 2 == 0);
    });
    measure("the whole page painted", 20, [&](int) { page.repaint(); });
    if (isOver)
        out << "OVER " << budget << " ms" << Qt::endl;
    return isOver ? 1 : 0;
}

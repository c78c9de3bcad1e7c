// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/statisticsstage.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/bankdaysheet.h"
#include "ui/statistics/chartcanvas.h"
#include "ui/statistics/dayendrow.h"
#include "ui/statistics/dayendsheet.h"
#include "ui/statistics/drillmodel.h"
#include "ui/statistics/drillsheet.h"
#include "ui/statistics/figurecard.h"
#include "ui/statistics/figuremodel.h"
#include "ui/statistics/figuretable.h"
#include "ui/statistics/rangecalendar.h"
#include "ui/statistics/rangesheet.h"
#include "ui/statistics/statisticsbar.h"
#include "ui/statistics/statisticstext.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace oshaq;
using namespace oshaq::test;

/// Figures at the page of statistics: ranges, comparisons, tables, the orders behind them.
class StatisticsPageTest final : public QObject, StatisticsStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepFilesHere(); }
    void init() { prepare(); }
    void cleanup() { m_stage.reset(); }

    void showsWhatTheHubSaid();
    void waitsAndThenShows();
    void failsAndTriesAgain();
    void oldFiguresStayWhileTheHubIsAway();
    void newRangesCancelOldQuestions();
    void seenDaysAreShownAtOnce();
    void comparisonThatDoesNotComeIsSaid();
    void nobodyCame();
    void rangesAreKept();
    void rangesFromTheCalendarByKeys();
    void rangesFromTheCalendarByTouch();
    void comparisonsAreChosen();
    void tablesSwapInByKey();
    void chartsAreToldToReaders();
    void marksAreReachedByKeys();
    void everyBarLeadsToItsOrders();
    void ordersArePagedAndOpened();
    void ordersThatDoNotComeAreAskedForAgain();
    void everySizeHasItsColumns();
};

void StatisticsPageTest::showsWhatTheHubSaid()
{
    open();
    settle();
    QCOMPARE(m_stage->statistics.calls, QStringList({QStringLiteral("analytics 2026-11-16 2026-11-22"),
                                                     QStringLiteral("analytics 2026-11-09 2026-11-15")}));
    const Analytics now = m_stage->statistics.figures(QDate(2026, 11, 16), QDate(2026, 11, 22));
    const Analytics before = m_stage->statistics.figures(QDate(2026, 11, 9), QDate(2026, 11, 15));
    const auto &figures = m_page->figures();
    QCOMPARE(figures[0]->figure(), StatisticsText::figure(now.total.revenueMinor, FigureKind::Money, now.currency));
    QCOMPARE(figures[1]->figure(), QLocale().toString(now.total.orders));
    QCOMPARE(figures[2]->figure(),
             StatisticsText::figure(now.total.averageCheckMinor(), FigureKind::Money, now.currency));
    QCOMPARE(figures[3]->figure(), QStringLiteral("12:40"));
    QCOMPARE(figures[0]->change().text,
             StatisticsText::change(now.total.revenueMinor, before.total.revenueMinor, FigureKind::Money, true).text);
    QVERIFY(figures[0]->accessibleName().contains(figures[0]->figure()));
    QVERIFY(m_page->state()->isHidden());
    QVERIFY(m_page->band()->isHidden());
    QVERIFY(m_page->progressLine()->isHidden());
    QVERIFY(m_page->bar()->asOf().startsWith(QStringLiteral("as of ")));
    for (const ChartId id : allChartIds) {
        QVERIFY(!card(id)->chart().rows.empty());
        QVERIFY(card(id)->canvas()->isVisible());
    }
}

void StatisticsPageTest::waitsAndThenShows()
{
    m_stage->statistics.setImmediate(false);
    open();
    QVERIFY(m_page->state()->isVisible());
    QCOMPARE(m_page->state()->title(), QStringLiteral("On the way"));
    QCOMPARE(m_stage->statistics.waiting(), 2);
    m_stage->statistics.answerAll();
    settle();
    QVERIFY(!m_page->state()->isVisible());

    // Asked again, the old figures stay under a thin line.
    const QString revenue = m_page->figures()[0]->figure();
    m_stage->press(Qt::Key_F5);
    QVERIFY(m_page->progressLine()->isVisible());
    QVERIFY(card(ChartId::Revenue)->isVisible());
    QCOMPARE(m_page->figures()[0]->figure(), revenue);
    m_stage->statistics.answerAll();
    settle();
    QVERIFY(!m_page->progressLine()->isVisible());
}

void StatisticsPageTest::failsAndTriesAgain()
{
    m_stage->statistics.setFailing(unreachable);
    open();
    settle();
    QCOMPARE(m_page->state()->title(), QStringLiteral("The figures did not come"));
    m_stage->statistics.setFailing(std::nullopt);
    click(m_page->state()->actionButton());
    settle();
    QVERIFY(!m_page->state()->isVisible());
    QVERIFY(card(ChartId::Revenue)->isVisible());
}

void StatisticsPageTest::oldFiguresStayWhileTheHubIsAway()
{
    open();
    settle();
    const QString asOf = m_page->bar()->asOf();
    m_stage->statistics.setFailing(unreachable);
    m_stage->statistics.nowMs += 30 * 60'000;
    m_page->refresh();
    settle();
    QVERIFY(m_page->band()->isVisible());
    QVERIFY(m_page->band()->message().contains(asOf.mid(6)));
    QCOMPARE(m_page->bar()->asOf(), asOf);
    QVERIFY(card(ChartId::Revenue)->isVisible());

    // The hub is back: nobody has to press anything.
    m_stage->statistics.setFailing(std::nullopt);
    LinkStatus::Facts facts = m_stage->link.facts();
    facts.state = LinkStatus::State::Offline;
    m_stage->link.update(facts);
    facts.state = LinkStatus::State::Live;
    m_stage->link.update(facts);
    settle();
    QVERIFY(!m_page->band()->isVisible());
    QVERIFY(m_page->bar()->asOf() != asOf);
}

void StatisticsPageTest::newRangesCancelOldQuestions()
{
    m_stage->statistics.setImmediate(false);
    open();
    RangeChoice choice = m_page->choice();
    choice.kind = RangeKind::Yesterday;
    m_page->choose(choice);
    // Both questions of the week are taken back.
    QCOMPARE(m_stage->statistics.calls.mid(2, 2),
             QStringList({QStringLiteral("cancel 1"), QStringLiteral("cancel 2")}));
    QCOMPARE(m_stage->statistics.waiting(), 2);
    m_stage->statistics.answerAll();
    settle();
    const Analytics now = m_stage->statistics.figures(QDate(2026, 11, 21), QDate(2026, 11, 21));
    QCOMPARE(m_page->figures()[1]->figure(), QLocale().toString(now.total.orders));
}

void StatisticsPageTest::seenDaysAreShownAtOnce()
{
    open();
    settle();
    const QString week = m_page->figures()[0]->figure();
    RangeChoice choice = m_page->choice();
    choice.kind = RangeKind::LastMonth;
    m_page->choose(choice);
    settle();
    QVERIFY(m_page->figures()[0]->figure() != week);
    // Without the hub, what was seen before can be seen again.
    m_stage->statistics.setFailing(unreachable);
    choice.kind = RangeKind::ThisWeek;
    m_page->choose(choice);
    QCOMPARE(m_page->figures()[0]->figure(), week);
    settle();
    QCOMPARE(m_page->figures()[0]->figure(), week);
    QVERIFY(m_page->band()->isVisible());
    // What was never seen is not made up.
    choice.kind = RangeKind::ThisYear;
    m_page->choose(choice);
    settle();
    QVERIFY(m_page->state()->isVisible());
    QVERIFY(!card(ChartId::Revenue)->isVisible());
    QCOMPARE(m_page->bar()->asOf(), QString());
}

void StatisticsPageTest::comparisonThatDoesNotComeIsSaid()
{
    m_stage->statistics.setImmediate(false);
    open();
    m_stage->statistics.answerAll();
    settle();
    // The first question has its answer, then the hub is gone.
    m_stage->statistics.figures = [this](QDate from, QDate to) {
        m_stage->statistics.setFailing(unreachable);
        return statisticssample::busy(from, to, 90);
    };
    RangeChoice choice{RangeKind::Yesterday, Comparison::YearBefore, {}};
    m_page->choose(choice);
    m_stage->statistics.answerAll();
    settle();
    QVERIFY(card(ChartId::Revenue)->isVisible());
    QVERIFY(m_page->band()->message().startsWith(QStringLiteral("What to compare with did not come.")));
    QCOMPARE(m_page->figures()[0]->change().text, QStringLiteral("no comparison"));
    QCOMPARE(card(ChartId::Revenue)->chart().columns.size(), size_t(5));

    // Without a comparison there is nothing to miss.
    statisticssample::fill(m_stage->statistics);
    m_stage->statistics.setFailing(std::nullopt);
    choice.comparison = Comparison::None;
    m_page->choose(choice);
    QCOMPARE(m_stage->statistics.waiting(), 1);
    m_stage->statistics.answerAll();
    settle();
    QVERIFY(!m_page->band()->isVisible());
    QCOMPARE(m_page->figures()[0]->change().text, QStringLiteral("no comparison"));
}

void StatisticsPageTest::nobodyCame()
{
    m_stage->statistics.figures = nullptr;
    open();
    settle();
    QCOMPARE(m_page->state()->title(), QStringLiteral("No orders in these days"));
    QVERIFY(!m_page->bar()->exportButton()->isEnabled());
    click(m_page->state()->actionButton());
    QVERIFY(m_page->rangeSheet()->isOpen());
}

void StatisticsPageTest::rangesAreKept()
{
    open();
    settle();
    RangeChoice choice{RangeKind::Own, Comparison::YearBefore, {QDate(2026, 10, 3), QDate(2026, 10, 9)}};
    m_page->choose(choice);
    settle();
    FakeStatisticsPort other;
    StatisticsPage page(other, m_stage->files, m_stage->works, m_stage->link, Look(lightTheme()));
    page.useSettings(m_stage->settings);
    QCOMPARE(page.choice(), choice);

    // What makes no sense counts as not written.
    m_stage->settings.setValue(QStringLiteral("statistics/range"), QStringLiteral("fortnight"));
    m_stage->settings.setValue(QStringLiteral("statistics/comparison"), 7);
    StatisticsPage third(other, m_stage->files, m_stage->works, m_stage->link, Look(lightTheme()));
    third.useSettings(m_stage->settings);
    QCOMPARE(third.choice().kind, RangeKind::ThisWeek);
    QCOMPARE(third.choice().comparison, Comparison::Before);
}

void StatisticsPageTest::rangesFromTheCalendarByKeys()
{
    open();
    settle();
    m_stage->press(Qt::Key_D, QStringLiteral("d"));
    RangeSheet *sheet = m_page->rangeSheet();
    QVERIFY(sheet->isOpen());
    RangeCalendar *calendar = sheet->calendar();
    calendar->setFocus();
    QCOMPARE(calendar->currentDay(), QDate(2026, 11, 22));
    // There is no tomorrow.
    QTest::keyClick(calendar, Qt::Key_Right);
    QCOMPARE(calendar->currentDay(), QDate(2026, 11, 22));
    QTest::keyClick(calendar, Qt::Key_PageUp);
    QTest::keyClick(calendar, Qt::Key_Home);
    QCOMPARE(calendar->currentDay(), QDate(2026, 10, 19)); // a Monday
    QTest::keyClick(calendar, Qt::Key_Space);
    QVERIFY(calendar->isOpenEnded());
    QTest::keyClick(calendar, Qt::Key_Up);
    QTest::keyClick(calendar, Qt::Key_Space);
    QVERIFY(!calendar->isOpenEnded());
    QCOMPARE(calendar->range(), (DayRange{QDate(2026, 10, 12), QDate(2026, 10, 19)}));
    QTest::keyClick(calendar, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!sheet->isOpen());
    settle();
    QCOMPARE(m_page->choice().kind, RangeKind::Own);
    QVERIFY(m_stage->statistics.calls.contains(QStringLiteral("analytics 2026-10-12 2026-10-19")));
    QVERIFY(m_stage->statistics.calls.contains(QStringLiteral("analytics 2026-10-04 2026-10-11")));
    // Esc changes nothing.
    const RangeChoice before = m_page->choice();
    m_stage->press(Qt::Key_D, QStringLiteral("d"));
    sheet->kinds()->button(int(RangeKind::Today))->click();
    QTest::keyClick(sheet, Qt::Key_Escape);
    QCOMPARE(m_page->choice(), before);
}

void StatisticsPageTest::rangesFromTheCalendarByTouch()
{
    open();
    settle();
    click(m_page->bar()->rangeButton());
    RangeCalendar *calendar = m_page->rangeSheet()->calendar();
    const auto touch = [calendar](const QDate &day) {
        QTest::mouseClick(calendar, Qt::LeftButton, Qt::NoModifier, calendar->dayRect(day).center());
    };
    // A week begins on Monday: both stand in the first column.
    QCOMPARE(calendar->dayRect(QDate(2026, 11, 2)).left(), calendar->dayRect(QDate(2026, 11, 9)).left());
    QVERIFY(calendar->dayRect(QDate(2026, 11, 1)).left() > calendar->dayRect(QDate(2026, 11, 2)).left());
    QVERIFY(calendar->dayRect(QDate(2026, 8, 1)).isEmpty());
    touch(QDate(2026, 11, 28)); // to come
    QVERIFY(!calendar->isOpenEnded());
    touch(QDate(2026, 11, 20));
    touch(QDate(2026, 10, 30));
    QCOMPARE(calendar->range(), (DayRange{QDate(2026, 10, 30), QDate(2026, 11, 20)}));
    click(m_page->rangeSheet()->doneButton());
    settle();
    QVERIFY(m_stage->statistics.calls.contains(QStringLiteral("analytics 2026-10-30 2026-11-20")));
}

void StatisticsPageTest::comparisonsAreChosen()
{
    open();
    settle();
    QComboBox *list = m_page->bar()->comparisonList();
    QCOMPARE(list->currentText(), QStringLiteral("against the week before"));
    list->setCurrentIndex(1);
    settle();
    QVERIFY(m_stage->statistics.calls.contains(QStringLiteral("analytics 2025-11-17 2025-11-23")));
    QCOMPARE(m_page->choice().comparison, Comparison::YearBefore);
}

void StatisticsPageTest::tablesSwapInByKey()
{
    open();
    settle();
    ChartCard *revenue = card(ChartId::Revenue);
    revenue->canvas()->setFocus();
    QTest::keyClick(revenue->canvas(), Qt::Key_T);
    QVERIFY(revenue->table()->isVisible());
    QVERIFY(!revenue->canvas()->isVisible());
    QVERIFY(revenue->table()->hasFocus());
    QVERIFY(!card(ChartId::Dishes)->showsTable());
    // The same figures, exactly.
    const Chart &chart = revenue->chart();
    const QAbstractItemModel *model = revenue->table()->model();
    QCOMPARE(model->rowCount(), int(chart.rows.size()));
    for (int row = 0; row < model->rowCount(); ++row) {
        QCOMPARE(model->index(row, 4).data().toString(),
                 StatisticsText::figure(chart.marks[size_t(row)].value, FigureKind::Money, chart.currency));
    }
    QTest::keyClick(revenue->table(), Qt::Key_T);
    QVERIFY(revenue->canvas()->isVisible());
    QVERIFY(revenue->canvas()->hasFocus());
}

void StatisticsPageTest::chartsAreToldToReaders()
{
    open();
    settle();
    for (const ChartId id : allChartIds) {
        const ChartCanvas *canvas = card(id)->canvas();
        QCOMPARE(canvas->accessibleName(), card(id)->chart().title);
        QVERIFY(canvas->accessibleDescription().contains(card(id)->chart().sentence));
        QCOMPARE(card(id)->table()->accessibleName(), card(id)->chart().title);
    }
    ChartCanvas *canvas = card(ChartId::Dishes)->canvas();
    canvas->setFocus();
    QVERIFY(canvas->accessibleDescription().startsWith(card(ChartId::Dishes)->chart().marks[0].tip));
}

void StatisticsPageTest::marksAreReachedByKeys()
{
    open();
    settle();
    ChartCanvas *heat = card(ChartId::Hours)->canvas();
    heat->setFocus();
    QCOMPARE(heat->currentMark(), 0);
    const int columns = int(heat->chart().gridColumns.size());
    QTest::keyClick(heat, Qt::Key_Down);
    QCOMPARE(heat->currentMark(), columns);
    QTest::keyClick(heat, Qt::Key_Left);
    QCOMPARE(heat->currentMark(), columns); // no cell there
    QTest::keyClick(heat, Qt::Key_End);
    QCOMPARE(heat->currentMark(), columns * 7 - 1);
    QTest::keyClick(heat, Qt::Key_Down);
    QCOMPARE(heat->currentMark(), columns * 7 - 1);
    QTest::keyClick(heat, Qt::Key_Up);
    QTest::keyClick(heat, Qt::Key_Return);
    QVERIFY(m_page->drillSheet()->isOpen());
    QCOMPARE(m_stage->statistics.queries.back().weekday, std::optional(6));
    QVERIFY(m_stage->statistics.queries.back().hour.has_value());
}

void StatisticsPageTest::everyBarLeadsToItsOrders()
{
    open();
    settle();
    for (const ChartId id : allChartIds) {
        ChartCanvas *canvas = card(id)->canvas();
        int mark = 0;
        while (mark < int(canvas->chart().marks.size()) && !canvas->chart().marks[size_t(mark)].drill)
            ++mark;
        const size_t before = m_stage->statistics.queries.size();
        if (mark == int(canvas->chart().marks.size())) {
            QCOMPARE(id, ChartId::Painted);
            QTest::mouseClick(canvas, Qt::LeftButton, Qt::NoModifier, canvas->markRect(0).center());
            QCOMPARE(m_stage->statistics.queries.size(), before);
            continue;
        }
        QVERIFY(canvas->rect().contains(canvas->markRect(mark).center()));
        QTest::mouseMove(canvas, canvas->markRect(mark).center());
        QTest::mouseClick(canvas, Qt::LeftButton, Qt::NoModifier, canvas->markRect(mark).center());
        QCOMPARE(m_stage->statistics.queries.size(), before + 1);
        QCOMPARE(m_stage->statistics.queries.back(), *canvas->chart().marks[size_t(mark)].drill);
        QVERIFY(m_page->drillSheet()->isOpen());
        m_page->drillSheet()->close();
    }
}

void StatisticsPageTest::ordersArePagedAndOpened()
{
    open();
    settle();
    QSignalSpy asked(m_page, &StatisticsPage::orderAsked);
    ChartCanvas *canvas = card(ChartId::Dishes)->canvas();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Return);
    DrillSheet *sheet = m_page->drillSheet();
    QTRY_COMPARE(sheet->model()->rowCount(), 50);
    QVERIFY(sheet->sum().contains(QStringLiteral("more below")));
    sheet->table()->verticalScrollBar()->setValue(sheet->table()->verticalScrollBar()->maximum());
    QTRY_COMPARE(sheet->model()->rowCount(), 100);
    sheet->table()->verticalScrollBar()->setValue(sheet->table()->verticalScrollBar()->maximum());
    QTRY_COMPARE(sheet->model()->rowCount(), 120);
    QVERIFY(!sheet->sum().contains(QStringLiteral("more below")));
    qint64 sum = 0;
    for (const Order &order : m_stage->statistics.known)
        sum += order.cost.totalMinor;
    QCOMPARE(sheet->model()->sumMinor(), sum);
    QVERIFY(sheet->sum().contains(StatisticsText::figure(sum, FigureKind::Money, Currency())));
    sheet->table()->setFocus();
    sheet->table()->setCurrentIndex(sheet->model()->index(2, 0));
    QTest::keyClick(sheet->table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toLongLong(), m_stage->statistics.known[2].id);
    QVERIFY(!sheet->isOpen());
}

void StatisticsPageTest::ordersThatDoNotComeAreAskedForAgain()
{
    open();
    settle();
    m_stage->statistics.failNext(unreachable);
    Q_EMIT card(ChartId::Dishes)->canvas()->markChosen(0);
    DrillSheet *sheet = m_page->drillSheet();
    QTRY_COMPARE(sheet->state()->title(), QStringLiteral("The orders did not come"));
    click(sheet->state()->actionButton());
    QTRY_COMPARE(sheet->model()->rowCount(), 50);
    // The next page fails: what is there stays.
    m_stage->statistics.failNext(unreachable);
    sheet->table()->verticalScrollBar()->setValue(sheet->table()->verticalScrollBar()->maximum());
    QTRY_VERIFY(sheet->band()->isVisible());
    QCOMPARE(sheet->model()->rowCount(), 50);
    click(sheet->band()->actionButton());
    QTRY_COMPARE(sheet->model()->rowCount(), 100);
    // Closed while it asks: the answer has nowhere to go.
    m_stage->statistics.setImmediate(false);
    sheet->close();
    Q_EMIT card(ChartId::Dishes)->canvas()->markChosen(1);
    QCOMPARE(m_stage->statistics.waiting(), 1);
    sheet->close();
    QCOMPARE(m_stage->statistics.waiting(), 0);
}

void StatisticsPageTest::everySizeHasItsColumns()
{
    open(QSize(1920, 1080));
    settle();
    QVERIFY(card(ChartId::Dishes)->x() > card(ChartId::Revenue)->x());
    QCOMPARE(card(ChartId::Dishes)->height(), card(ChartId::Revenue)->height());
    const auto *scroll = m_page->findChild<QScrollArea *>(QStringLiteral("statisticsScroll"));
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    m_stage->window->resize(1280, 800);
    Stage::settle();
    QCOMPARE(card(ChartId::Dishes)->x(), card(ChartId::Revenue)->x());
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(StatisticsPageTest)
#include "statisticspagetest.moc"

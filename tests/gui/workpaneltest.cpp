// SPDX-License-Identifier: GPL-3.0-or-later
// What takes long, in the window: the rail's entry, the list, and the notice that goes away by itself.
#include "tests/gui/shots/stage.h"

#include "models/terminal/filesport.h"
#include "ui/common/band.h"
#include "ui/common/navigationrail.h"
#include "ui/common/railentry.h"
#include "ui/common/touchbutton.h"
#include "ui/common/workcard.h"
#include "ui/common/worktext.h"

#include <QApplication>
#include <QFile>
#include <QProgressBar>
#include <QTest>

using namespace oshaq;

class WorkPanelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void nothingIsShownWithoutWork();
    void theRailTellsWhatRuns();
    void theListShowsHowFarItIs();
    void stopsFromTheKeyboard();
    void opensWhatIsReady();
    void saysWhenTheFileIsGone();
    void dismissedOnesGoAndTheFocusStays();
    void failuresSayWhatToDo_data();
    void failuresSayWhatToDo();
    void aNoticeGoesByItself();
    void aNoticeOpensTheList();
    void theHubTellsAndIsRead();
    void noNoticeOverTheList();
    void wordsForEveryKind();
    void windowsWithoutWorksHaveNone();

private:
    WorkList &works() { return m_stage->works; }
    WorkPanel *panel() const { return m_stage->window->workPanel(); }
    RailEntry *entry() const { return m_stage->window->rail()->workEntry(); }
    Band *notice() const { return m_stage->window->workNotice(); }
    WorkCard *card(std::size_t index = 0) const { return panel()->cards().at(index); }
    quint64 begin(
        Work::Kind kind = Work::Kind::OrderExport, std::function<void()> cancel = [] {})
    {
        const quint64 id =
            works().begin(kind, QStringLiteral("2026-11-01 2026-11-30"), 1'768'473'000'000, std::move(cancel));
        Stage::settle();
        return id;
    }
    void openList()
    {
        entry()->click();
        Stage::settle();
    }

    std::unique_ptr<Stage> m_stage;
};

void WorkPanelTest::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->open(QStringLiteral("settings"), QSize(1280, 800));
}

void WorkPanelTest::nothingIsShownWithoutWork()
{
    QVERIFY(!entry()->isVisible());
    QVERIFY(!notice()->isVisible());
    QVERIFY(!panel()->isOpen());
}

void WorkPanelTest::theRailTellsWhatRuns()
{
    const quint64 first = begin();
    QVERIFY(entry()->isVisible());
    QCOMPARE(entry()->text(), QStringLiteral("1 running"));
    QCOMPARE(entry()->percent(), -1);
    works().progress(first, 30, 60);
    Stage::settle();
    QCOMPARE(entry()->percent(), 50);
    const quint64 second = begin();
    QVERIFY(entry()->text().contains(QStringLiteral("2")));
    QCOMPARE(entry()->percent(), -1); // of one of them nobody knows
    QVERIFY(entry()->accessibleName().contains(entry()->text()));
    works().finish(first);
    works().cancel(second);
    Stage::settle();
    QCOMPARE(entry()->text(), QStringLiteral("Done"));
    works().dismiss(first);
    works().dismiss(second);
    Stage::settle();
    QVERIFY(!entry()->isVisible());
}

void WorkPanelTest::theListShowsHowFarItIs()
{
    const quint64 id = begin();
    openList();
    QVERIFY(panel()->isOpen());
    QCOMPARE(panel()->cards().size(), std::size_t(1));
    auto *bar = card()->findChild<QProgressBar *>();
    QVERIFY(!bar->isVisible());
    works().progress(id, 5 * 1024 * 1024, 0);
    Stage::settle();
    QVERIFY2(card()->stateText().contains(QStringLiteral("5.0 MB")), qPrintable(card()->stateText()));
    works().progress(id, 30, 40);
    Stage::settle();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 75);
    QVERIFY(card()->stateText().contains(QStringLiteral("75 %")));
    QVERIFY(card()->cancel->isVisible());
    QVERIFY(!card()->open->isVisible());
    QVERIFY(!card()->dismiss->isVisible());
    begin(Work::Kind::SalesReport);
    QCOMPARE(panel()->cards().size(), std::size_t(2));
    QCOMPARE(card(1)->work().id, id); // the newest stands above
}

void WorkPanelTest::stopsFromTheKeyboard()
{
    int stopped = 0;
    const quint64 id = begin(Work::Kind::OrderExport, [&stopped] { ++stopped; });
    entry()->setFocus();
    QTest::keyClick(entry(), Qt::Key_Return);
    Stage::settle();
    QVERIFY(panel()->isOpen());
    for (int i = 0; i < 5 && QApplication::focusWidget() != card()->cancel; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), card()->cancel);
    QTest::keyClick(card()->cancel, Qt::Key_Space);
    Stage::settle();
    QCOMPARE(stopped, 1);
    QCOMPARE(works().work(id)->state, Work::State::Cancelled);
    QVERIFY(!card()->cancel->isVisible());
    QVERIFY(card()->dismiss->isVisible());
    // Its button is gone; the keyboard is still in the list.
    QVERIFY(panel()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!panel()->isOpen());
}

void WorkPanelTest::opensWhatIsReady()
{
    const QString path = m_stage->directory.filePath(QStringLiteral("orders.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    works().finish(begin(), path);
    openList();
    QVERIFY(card()->stateText().contains(QStringLiteral("orders.csv")));
    card()->open->click();
    card()->folder->click();
    QCOMPARE(m_stage->openedFiles, (QStringList{path, m_stage->directory.path()}));
    // What has no file has nothing to open.
    works().finish(begin(Work::Kind::MenuImport));
    Stage::settle();
    QVERIFY(!card()->open->isVisible());
}

void WorkPanelTest::saysWhenTheFileIsGone()
{
    works().finish(begin(), m_stage->directory.filePath(QStringLiteral("gone.csv")));
    openList();
    card()->open->click();
    QVERIFY(m_stage->openedFiles.isEmpty());
    auto *problem = panel()->findChild<QWidget *>(QStringLiteral("workProblem"));
    QVERIFY(problem->isVisible());
    panel()->close();
    openList();
    QVERIFY(!problem->isVisible());
}

void WorkPanelTest::dismissedOnesGoAndTheFocusStays()
{
    works().finish(begin());
    works().finish(begin());
    openList();
    card()->dismiss->setFocus();
    card()->dismiss->click();
    Stage::settle();
    QCOMPARE(panel()->cards().size(), std::size_t(1));
    QCOMPARE(QApplication::focusWidget(), card()->dismiss);
    card()->dismiss->click();
    Stage::settle();
    QVERIFY(panel()->cards().empty());
    QVERIFY(panel()->isOpen());
    QVERIFY(panel()->isAncestorOf(QApplication::focusWidget()));
}

void WorkPanelTest::failuresSayWhatToDo_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("advice");
    using Kind = PortFailure::Kind;
    QTest::newRow("disk") << int(Kind::Refused) << filefailures::diskFull << "Make room";
    QTest::newRow("place") << int(Kind::Refused) << filefailures::notWritable << "another folder";
    QTest::newRow("size") << int(Kind::Refused) << filefailures::tooLarge << "shorter time";
    QTest::newRow("hub") << int(Kind::Unreachable) << QString() << "try again";
    QTest::newRow("role") << int(Kind::SignIn) << QString() << "manager";
}

void WorkPanelTest::failuresSayWhatToDo()
{
    QFETCH(int, kind);
    QFETCH(QString, code);
    QFETCH(QString, advice);
    works().fail(begin(), {PortFailure::Kind(kind), code, {}, {}});
    openList();
    QVERIFY2(card()->stateText().contains(advice), qPrintable(card()->stateText()));
    QCOMPARE(entry()->text(), QStringLiteral("Failed"));
    QVERIFY(card()->dismiss->isVisible());
}

void WorkPanelTest::aNoticeGoesByItself()
{
    m_stage->window->setNoticeMs(50);
    works().cancel(begin());
    Stage::settle();
    QVERIFY(!notice()->isVisible()); // somebody who stops it knows
    QWidget *before = QApplication::focusWidget();
    works().finish(begin());
    QTRY_VERIFY(notice()->isVisible());
    QVERIFY(notice()->message().contains(QStringLiteral("Orders")));
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(m_stage->window->rect().contains(notice()->geometry()));
    QTRY_VERIFY(!notice()->isVisible());
}

void WorkPanelTest::theHubTellsAndIsRead()
{
    QWidget *before = QApplication::focusWidget();
    m_stage->window->tell(QStringLiteral("Payment of A-042 is unknown."));
    Stage::settle();
    QVERIFY(notice()->isVisible());
    QCOMPARE(notice()->message(), QStringLiteral("Payment of A-042 is unknown."));
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(m_stage->window->rect().contains(notice()->geometry()));
    notice()->actionButton()->click();
    Stage::settle();
    QVERIFY(!notice()->isVisible());
    QVERIFY(!panel()->isOpen());
    m_stage->window->setNoticeMs(10);
    m_stage->window->tell(QStringLiteral("It goes by itself, too."));
    QTRY_VERIFY(!notice()->isVisible());
}

void WorkPanelTest::aNoticeOpensTheList()
{
    works().fail(begin(), {PortFailure::Kind::Unreachable, {}, {}, {}});
    Stage::settle();
    QVERIFY(notice()->isVisible());
    notice()->actionButton()->click();
    Stage::settle();
    QVERIFY(panel()->isOpen());
    QVERIFY(!notice()->isVisible());
}

void WorkPanelTest::noNoticeOverTheList()
{
    const quint64 id = begin();
    openList();
    works().finish(id);
    Stage::settle();
    QVERIFY(!notice()->isVisible());
}

void WorkPanelTest::wordsForEveryKind()
{
    QStringList titles;
    for (const Work::Kind kind :
         {Work::Kind::SalesReport, Work::Kind::OrderExport, Work::Kind::DayEndFile, Work::Kind::MenuExport,
          Work::Kind::MenuImport, Work::Kind::OrderImport, Work::Kind::ImportProblems}) {
        Work work;
        work.kind = kind;
        work.subject = QStringLiteral("2026-11-29");
        titles << WorkText::title(work, QLocale(QLocale::Russian));
        QVERIFY(!titles.back().isEmpty());
        for (const Work::State state :
             {Work::State::Running, Work::State::Done, Work::State::Failed, Work::State::Cancelled}) {
            work.state = state;
            QVERIFY(!WorkText::state(work).isEmpty());
        }
    }
    QCOMPARE(titles.removeDuplicates(), 0);
    QVERIFY(titles.front().contains(QStringLiteral("29 нояб. 2026")));
    Work odd;
    odd.subject = QStringLiteral("not a day");
    odd.done = 500;
    odd.total = 100;
    QVERIFY(WorkText::title(odd).contains(QStringLiteral("not")));
    QCOMPARE(WorkText::percent(odd), 100);
    odd.done = -1;
    QCOMPARE(WorkText::percent(odd), 0);
}

void WorkPanelTest::windowsWithoutWorksHaveNone()
{
    NavigationRail rail{Look()};
    QVERIFY(rail.workEntry()->isHidden());
    rail.setWork({}, -1);
    QVERIFY(rail.workEntry()->isHidden());
}

QTEST_MAIN(WorkPanelTest)
#include "workpaneltest.moc"

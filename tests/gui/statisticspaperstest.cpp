// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/statisticsstage.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/bankdaysheet.h"
#include "ui/statistics/dayendrow.h"
#include "ui/statistics/dayendsheet.h"
#include "ui/statistics/drillsheet.h"
#include "ui/statistics/figurecard.h"
#include "ui/statistics/figuretable.h"
#include "ui/statistics/statisticsbar.h"
#include "ui/statistics/statisticstext.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QImage>
#include <QLabel>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// Stands in for whatever opens files on this computer.
class Opener final : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

} // namespace

/// What is taken away from the page of statistics: copies, files, pictures, the end of a day.
class StatisticsPapersTest final : public QObject, StatisticsStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepFilesHere(); }
    void init() { prepare(); }
    void cleanup() { m_stage.reset(); }

    void tablesAreCopied();
    void reportsGoIntoFiles();
    void ordersGoIntoFilesWithAndWithoutPeople();
    void chartsGoIntoAPicture();
    void filesAreCancelledAndOpened();
    void namesOfFilesAreChecked();
    void dayEndIsMadeOnce();
    void dayEndIsPrintedAndSaved();
    void dayEndWarnsOfOpenOrders();
    void theBankIsCompared();
};

void StatisticsPapersTest::tablesAreCopied()
{
    open();
    settle();
    ChartCard *revenue = card(ChartId::Revenue);
    revenue->showTable(true);
    Stage::settle();
    click(revenue->copyButton());
    QCOMPARE(QApplication::clipboard()->text(), revenue->table()->tsv());
    QCOMPARE(QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts).size(), 8);
    revenue->table()->setFocus();
    revenue->table()->selectRow(0);
    QTest::keyClick(revenue->table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts).size(), 2);
}

void StatisticsPapersTest::reportsGoIntoFiles()
{
    open();
    settle();
    for (const auto &[choice, suffix] : {std::pair(0, "xlsx"), std::pair(1, "csv"), std::pair(2, "pdf")}) {
        m_stage->press(Qt::Key_E, QStringLiteral("e"));
        QVERIFY(m_page->exportSheet()->isOpen());
        m_page->exportSheet()->choice()->button(choice)->click();
        click(m_page->exportSheet()->saveButton());
        QCOMPARE(m_stage->files.calls.last(),
                 QStringLiteral("report 2026-11-16 2026-11-22 %1 en").arg(QString::fromLatin1(suffix)));
        QVERIFY(m_stage->files.fileNames.last().endsWith(
            QStringLiteral("/oshaq-sales-2026-11-16-2026-11-22.%1").arg(QString::fromLatin1(suffix))));
    }
}

void StatisticsPapersTest::ordersGoIntoFilesWithAndWithoutPeople()
{
    open();
    settle();
    ExportSheet *sheet = m_page->exportSheet();
    click(m_page->bar()->exportButton());
    sheet->choice()->button(4)->click();
    Stage::settle();
    QVERIFY(sheet->personalBox()->isVisible());
    QVERIFY(!sheet->personalBox()->isChecked());
    click(sheet->saveButton());
    QCOMPARE(m_stage->files.calls.last(), QStringLiteral("orders 2026-11-16 2026-11-22 csv"));
    click(m_page->bar()->exportButton());
    sheet->choice()->button(6)->click();
    sheet->personalBox()->setChecked(true);
    click(sheet->saveButton());
    QCOMPARE(m_stage->files.calls.last(), QStringLiteral("orders 2026-11-16 2026-11-22 jsonl personal"));
    // It is not remembered: each time somebody has to want it.
    click(m_page->bar()->exportButton());
    QVERIFY(!sheet->personalBox()->isChecked());
}

void StatisticsPapersTest::chartsGoIntoAPicture()
{
    open();
    settle();
    click(m_page->bar()->exportButton());
    m_page->exportSheet()->choice()->button(3)->click();
    const QString name = QStringLiteral("charts-%1").arg(QCoreApplication::applicationPid());
    m_page->exportSheet()->nameEdit()->setText(name);
    click(m_page->exportSheet()->saveButton());
    QTRY_VERIFY(m_stage->works.works().front().state == Work::State::Done);
    const QString file = m_stage->works.works().front().file;
    QVERIFY(file.contains(name));
    const QImage image(file);
    QVERIFY(!image.isNull());
    QVERIFY(image.height() > m_page->height()); // also what has to be scrolled to
    QVERIFY(m_page->fileBand()->message().contains(file));
    // There is one of that name: it stays as it is.
    click(m_page->bar()->exportButton());
    m_page->exportSheet()->nameEdit()->setText(name);
    click(m_page->exportSheet()->saveButton());
    QTRY_COMPARE(m_stage->works.works().front().state, Work::State::Done);
    QVERIFY(m_stage->works.works().front().file != file);
}

void StatisticsPapersTest::filesAreCancelledAndOpened()
{
    open();
    settle();
    Opener opener;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &opener, "open");
    const auto save = [this] {
        click(m_page->bar()->exportButton());
        m_page->exportSheet()->choice()->button(0)->click();
        click(m_page->exportSheet()->saveButton());
    };
    save();
    m_stage->works.progress(m_stage->files.last, 30, 60);
    Stage::settle();
    QVERIFY(m_page->fileBand()->message().contains(QStringLiteral("50 %")));
    click(m_page->fileBand()->actionButton());
    QVERIFY(m_stage->files.calls.last().startsWith(QStringLiteral("cancelled")));
    QVERIFY(!m_page->fileBand()->isVisible());
    save();
    m_stage->works.finish(m_stage->files.last, QStringLiteral("/tmp/sales.xlsx"));
    Stage::settle();
    QVERIFY(m_page->fileBand()->message().contains(QStringLiteral("/tmp/sales.xlsx")));
    click(m_page->fileBand()->actionButton());
    QCOMPARE(opener.opened, QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/tmp/sales.xlsx"))});
    save();
    m_stage->works.fail(m_stage->files.last, unreachable);
    Stage::settle();
    QVERIFY(m_page->fileBand()->message().startsWith(QStringLiteral("The file was not saved.")));
    click(m_page->fileBand()->actionButton());
    QVERIFY(!m_page->fileBand()->isVisible());
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

void StatisticsPapersTest::namesOfFilesAreChecked()
{
    open();
    settle();
    ExportSheet *sheet = m_page->exportSheet();
    click(m_page->bar()->exportButton());
    sheet->nameEdit()->selectAll();
    QTest::keyClicks(sheet->nameEdit(), QStringLiteral("///"));
    click(sheet->saveButton());
    QVERIFY(sheet->isOpen());
    QVERIFY(!sheet->nameField()->error().isEmpty());
    QCOMPARE(sheet->nameEdit()->text(), QStringLiteral("///"));
    QTest::keyClicks(sheet->nameEdit(), QStringLiteral("mine"));
    QVERIFY(sheet->nameField()->error().isEmpty());
    // An own name stays when another kind is chosen.
    sheet->choice()->button(2)->click();
    QCOMPARE(sheet->nameEdit()->text(), QStringLiteral("///mine"));
    QTest::keyClick(sheet->nameEdit(), Qt::Key_Return);
    QVERIFY(m_stage->files.fileNames.last().endsWith(QStringLiteral("/mine.pdf")));
}

void StatisticsPapersTest::dayEndIsMadeOnce()
{
    open();
    settle();
    m_stage->press(Qt::Key_Z, QStringLiteral("z"));
    DayEndSheet *sheet = m_page->dayEndSheet();
    QVERIFY(sheet->isOpen());
    QTRY_COMPARE(sheet->rows().size(), size_t(5));
    QCOMPARE(sheet->day(), QDate(2026, 11, 22));
    QVERIFY(!sheet->afterButton()->isEnabled());
    const Analytics today = m_stage->statistics.figures(sheet->day(), sheet->day());
    QTRY_VERIFY(sheet->figuresLabel()->text().contains(
        StatisticsText::figure(today.total.revenueMinor, FigureKind::Money, today.currency)));

    // No answer: the same question again makes one report, not two.
    m_stage->statistics.failNext(unreachable);
    click(sheet->makeButton());
    QTRY_VERIFY(sheet->toldLabel()->text().startsWith(QStringLiteral("The report was not made.")));
    click(sheet->makeButton());
    QTRY_COMPARE(sheet->rows().size(), size_t(6));
    QCOMPARE(m_stage->statistics.keys.size(), 2);
    QCOMPARE(m_stage->statistics.keys[0], m_stage->statistics.keys[1]);
    QVERIFY(sheet->rows().front()->title().contains(QStringLiteral("No 1")));
    // Another one is another question.
    click(sheet->makeButton());
    QTRY_COMPARE(sheet->rows().size(), size_t(7));
    QVERIFY(m_stage->statistics.keys[2] != m_stage->statistics.keys[1]);
    QVERIFY(sheet->rows().front()->title().contains(QStringLiteral("No 2")));
    QVERIFY(sheet->rows().front()->facts().contains(QStringLiteral("Aigul")));
}

void StatisticsPapersTest::dayEndIsPrintedAndSaved()
{
    open();
    settle();
    click(m_page->bar()->dayEndButton());
    DayEndSheet *sheet = m_page->dayEndSheet();
    QTRY_COMPARE(sheet->rows().size(), size_t(5));
    DayEndRow *row = sheet->rows()[1];
    m_stage->statistics.failNext({PortFailure::Kind::Refused, QStringLiteral("NOT_FOUND"), {}, {}});
    click(row->printButton());
    QTRY_VERIFY(row->status().startsWith(QStringLiteral("Not printed.")));
    QVERIFY(sheet->rows()[0]->status().isEmpty());
    click(row->printButton());
    QTRY_COMPARE(row->status(), QStringLiteral("Given to the printer."));
    QVERIFY(m_stage->statistics.calls.contains(QStringLiteral("printDayEnd 98")));
    click(row->saveButton());
    QCOMPARE(m_stage->files.calls.last(), QStringLiteral("dayEnd 98 2026-11-20 en"));
    QVERIFY(m_page->fileBand()->isVisible());
}

void StatisticsPapersTest::theBankIsCompared()
{
    BankDay &bank = m_stage->statistics.bank;
    bank.chargedMinor = 500'000;
    bank.bankChargedMinor = 700'000;
    BankDayRow row;
    row.orderNumber = QStringLiteral("A-001");
    row.status = PaymentStatus::Charged;
    row.createdAtMs = m_stage->statistics.nowMs;
    row.amountMinor = row.bankAmountMinor = 500'000;
    bank.rows.push_back(row);
    row.orderNumber = QStringLiteral("A-002");
    row.status = PaymentStatus::Cancelled;
    row.amountMinor = row.bankAmountMinor = 200'000;
    row.agreement = BankAgreement::MissingHere;
    bank.rows.push_back(row);
    open();
    settle();
    click(m_page->bar()->dayEndButton());
    click(m_page->dayEndSheet()->beforeButton());
    click(m_page->dayEndSheet()->bankButton());
    QVERIFY(!m_page->dayEndSheet()->isOpen());
    BankDaySheet *sheet = m_page->bankDaySheet();
    QTRY_VERIFY(sheet->sumsText().contains(QStringLiteral("7,000")));
    QCOMPARE(m_stage->statistics.calls.last(), QStringLiteral("bankDay 2026-11-21"));
    QVERIFY(sheet->verdictBand()->message().startsWith(QStringLiteral("1 payment")));
    // What differs comes first; the rest is a touch away.
    QCOMPARE(sheet->rows().size(), 1);
    QVERIFY(sheet->rows().front().startsWith(QStringLiteral("A-002")));
    click(sheet->filter()->button(1));
    QCOMPARE(sheet->rows().size(), 2);

    m_stage->statistics.failNext(unreachable);
    click(sheet->askButton());
    QTRY_VERIFY(sheet->toldText().startsWith(QStringLiteral("The bank was not asked.")));
    bank.rows.pop_back();
    click(sheet->askButton());
    QTRY_VERIFY(sheet->toldText().startsWith(QStringLiteral("The bank is being asked")));
    QCOMPARE(m_stage->statistics.keys.at(0), m_stage->statistics.keys.at(1));
    QTRY_VERIFY(sheet->verdictBand()->message().startsWith(QStringLiteral("The bank says the same")));
    m_stage->statistics.setFailing(unreachable);
    click(sheet->beforeButton());
    QTRY_VERIFY(sheet->sumsText().contains(QStringLiteral("does not answer")));
    QVERIFY(sheet->rows().isEmpty());
    m_stage->statistics.setFailing({});
    click(sheet->askButton());
    QTRY_COMPARE(sheet->rows().size(), 1);
}

void StatisticsPapersTest::dayEndWarnsOfOpenOrders()
{
    m_stage->statistics.figures = [](QDate from, QDate to) {
        Analytics figures = statisticssample::busy(from, to, 90);
        figures.openOrders = to == QDate(2026, 11, 22) ? 3 : 0;
        return figures;
    };
    open();
    settle();
    click(m_page->bar()->dayEndButton());
    DayEndSheet *sheet = m_page->dayEndSheet();
    QTRY_VERIFY(sheet->openBand()->message().startsWith(QStringLiteral("3 orders")) ||
                sheet->openBand()->message().contains(QStringLiteral("orders are not over yet")));
    click(sheet->beforeButton());
    QTRY_COMPARE(sheet->openBand()->message(), QString());
    QVERIFY(sheet->afterButton()->isEnabled());
    click(sheet->makeButton());
    QTRY_VERIFY(m_stage->statistics.calls.contains(QStringLiteral("makeDayEnd 2026-11-21")));
}

QTEST_MAIN(StatisticsPapersTest)
#include "statisticspaperstest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Printers in the settings: how they are, adding and changing them, trying them, and their papers.
#include "ui/settings/printerssection.h"
#include "tests/gui/shots/stage.h"
#include "tests/support/kitchensample.h"
#include "tests/support/orderssample.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/paperrow.h"
#include "ui/settings/printercard.h"
#include "ui/settings/printersheet.h"
#include "ui/settings/printertext.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSet>
#include <QTest>

using namespace oshaq;

namespace {

const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

} // namespace

class PrintersSectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void waitsAndThenShows();
    void offlineSaysSoAndTriesAgain();
    void whatIsKnownStaysWhenTheHubGoes();
    void nothingIsAskedWhileNobodyLooks();
    void statesAreWords();
    void everyFaultHasAReasonAndAnAdvice();
    void addsAPrinter();
    void wrongFieldsAreToldBesideThem();
    void refusalKeepsWhatWasTyped();
    void changedMeanwhileIsSaid();
    void unsavedChangesAreAskedFor();
    void removingIsAskedTwice();
    void testPageTellsItsEnd();
    void testAfterNoAnswerIsTheSameTest();
    void drawerOnlyWhereThereIsOne();
    void papersAreTriedAgainAndCancelled();
    void everythingByKeysAlone();

private:
    void open(bool sample = true);
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible());
        button->click();
        Stage::settle();
    }
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QString::fromLatin1(name));
    }
    void type(const char *name, const char *text)
    {
        auto *line = find<QLineEdit>(name);
        line->selectAll();
        QTest::keyClicks(line, QString::fromUtf8(text));
    }
    Field *fieldOf(QWidget *editor) const { return qobject_cast<Field *>(editor->parentWidget()); }
    void refresh()
    {
        m_section->refresh();
        Stage::settle();
    }

    std::unique_ptr<Stage> m_stage;
    PrintersSection *m_section = nullptr;
};

void PrintersSectionTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    kitchensample::addStations(m_stage->kitchen);
}

void PrintersSectionTest::open(bool sample)
{
    if (sample)
        orderssample::addPrinters(m_stage->printers);
    m_stage->open(QStringLiteral("settings"), QSize(1280, 800));
    m_section = qobject_cast<PrintersSection *>(m_stage->settingsPage->section(QStringLiteral("printers")));
    m_stage->settingsPage->showSection(QStringLiteral("printers"));
    Stage::settle();
}

void PrintersSectionTest::waitsAndThenShows()
{
    m_stage->printers.setImmediate(false);
    open();
    QVERIFY(m_section->stateView()->isVisible());
    QVERIFY(!m_section->stateView()->actionButton()->isVisible());
    QVERIFY(m_section->cards().empty());
    // A slow hub is not asked again and again.
    const qsizetype asked = m_stage->printers.calls.size();
    refresh();
    QCOMPARE(m_stage->printers.calls.size(), asked);
    m_stage->printers.answerAll();
    Stage::settle();
    QVERIFY(!m_section->stateView()->isVisible());
    QCOMPARE(m_section->cards().size(), size_t(2));
    QCOMPARE(m_section->papers().size(), size_t(5));
}

void PrintersSectionTest::offlineSaysSoAndTriesAgain()
{
    m_stage->printers.setFailing(unreachable);
    open();
    QVERIFY(m_section->stateView()->isVisible());
    QVERIFY(m_section->stateView()->text().contains(QStringLiteral("does not answer")));
    m_stage->printers.setFailing(std::nullopt);
    click(m_section->stateView()->actionButton());
    QCOMPARE(m_section->cards().size(), size_t(2));
    QVERIFY(!m_section->stateView()->isVisible());
}

void PrintersSectionTest::whatIsKnownStaysWhenTheHubGoes()
{
    open();
    m_stage->printers.setFailing(unreachable);
    refresh();
    QCOMPARE(m_section->cards().size(), size_t(2));
    QVERIFY(m_section->band()->isVisible());
    QVERIFY2(m_section->band()->message().contains(QStringLiteral("19:47")), qPrintable(m_section->band()->message()));
    m_stage->printers.setFailing(std::nullopt);
    click(m_section->band()->actionButton());
    QVERIFY(!m_section->band()->isVisible());
}

void PrintersSectionTest::nothingIsAskedWhileNobodyLooks()
{
    open();
    QVERIFY(m_section->isRefreshing());
    m_stage->window->showPage(QStringLiteral("kitchen"));
    Stage::settle();
    QVERIFY(!m_section->isRefreshing());
    const qsizetype asked = m_stage->printers.calls.size();
    refresh();
    QCOMPARE(m_stage->printers.calls.size(), asked);
    m_stage->window->showPage(QStringLiteral("settings"));
    Stage::settle();
    QVERIFY(m_section->isRefreshing());
    QVERIFY(m_stage->printers.calls.size() > asked);
}

void PrintersSectionTest::statesAreWords()
{
    open();
    QVERIFY(m_section->cards()[0]->stateText().startsWith(QStringLiteral("Works.")));
    const QString counter = m_section->cards()[1]->stateText();
    QVERIFY2(counter.contains(QStringLiteral("out of paper")) && counter.contains(QStringLiteral("new roll")) &&
                 counter.contains(QStringLiteral("1 paper waits")),
             qPrintable(counter));
    QVERIFY(m_section->cards()[1]->accessibleName().contains(counter));
    m_stage->printers.known[0].active = false;
    refresh();
    QVERIFY(m_section->cards()[0]->stateText().startsWith(QStringLiteral("Not in use")));
    QVERIFY(!m_section->cards()[0]->test->isEnabled());
}

void PrintersSectionTest::everyFaultHasAReasonAndAnAdvice()
{
    QSet<QString> said;
    for (const PrintFault fault : allPrintFaults) {
        if (fault == PrintFault::None) {
            QCOMPARE(PrinterText::faultAndAdvice(fault), QString());
            continue;
        }
        QVERIFY(!PrinterText::fault(fault).isEmpty());
        QVERIFY(!PrinterText::advice(fault).isEmpty());
        said.insert(PrinterText::faultAndAdvice(fault));
    }
    QCOMPARE(said.size(), qsizetype(allPrintFaults.size()) - 1);
}

void PrintersSectionTest::addsAPrinter()
{
    open(false);
    QVERIFY(m_section->stateView()->isVisible());
    click(m_section->stateView()->actionButton());
    QVERIFY(m_section->sheet()->isOpen());
    QVERIFY(find<QLineEdit>("printerName")->hasFocus());
    type("printerName", "  Grill ");
    type("printerAddress", "192.168.1.77");
    find<ChoiceRow>("printerStations")->button(0)->click();
    find<ChoiceRow>("printerPrints")->button(1)->click();
    click(find<TouchButton>("printerSave"));
    QVERIFY(!m_section->sheet()->isOpen());
    QCOMPARE(m_stage->printers.known.size(), size_t(1));
    const Printer &made = m_stage->printers.known.front();
    QCOMPARE(made.name, QStringLiteral("Grill"));
    QCOMPARE(made.address, QStringLiteral("192.168.1.77"));
    QCOMPARE(made.stations, std::vector<qint64>{m_stage->kitchen.stations().front().id});
    QVERIFY(made.printsTickets && made.printsReceipts && !made.receiptOnCompletion);
    QCOMPARE(m_section->cards().size(), size_t(1));
}

void PrintersSectionTest::wrongFieldsAreToldBesideThem()
{
    open();
    click(m_section->addButton());
    click(find<TouchButton>("printerSave"));
    auto *name = find<QLineEdit>("printerName");
    auto *address = find<QLineEdit>("printerAddress");
    QVERIFY(!fieldOf(name)->error().isEmpty());
    QVERIFY(!fieldOf(address)->error().isEmpty());
    QVERIFY(name->hasFocus());
    QVERIFY(m_stage->printers.saved.empty());
    type("printerName", "Bar");
    QVERIFY(fieldOf(name)->error().isEmpty());
    for (const char *bad : {"8.8.8.8", "printer", "192.168.1.5:80", "http://192.168.1.5", "/dev/sda"}) {
        type("printerAddress", bad);
        click(find<TouchButton>("printerSave"));
        QVERIFY2(!fieldOf(address)->error().isEmpty(), bad);
        QCOMPARE(address->text(), QString::fromLatin1(bad));
    }
    QVERIFY(m_stage->printers.saved.empty());
    // The same words are an address of another kind.
    find<ChoiceRow>("printerKind")->button(1)->click();
    type("printerAddress", "/dev/usb/lp1");
    click(find<TouchButton>("printerSave"));
    QCOMPARE(m_stage->printers.saved.size(), size_t(1));
    QVERIFY(!m_section->sheet()->isOpen());
}

void PrintersSectionTest::refusalKeepsWhatWasTyped()
{
    open();
    click(m_section->addButton());
    type("printerName", "Bar");
    type("printerAddress", "192.168.1.9");
    m_stage->printers.failNext(unreachable);
    click(find<TouchButton>("printerSave"));
    QVERIFY(m_section->sheet()->isOpen());
    QVERIFY(find<Band>("printerBand")->isVisible());
    QCOMPARE(find<QLineEdit>("printerName")->text(), QStringLiteral("Bar"));
    // Once more: the same question, so that the hub makes one printer and not two.
    click(find<TouchButton>("printerSave"));
    QVERIFY(!m_section->sheet()->isOpen());
    QCOMPARE(m_stage->printers.keys.size(), 2);
    QCOMPARE(m_stage->printers.keys[0], m_stage->printers.keys[1]);
    QCOMPARE(m_stage->printers.known.size(), size_t(3));
}

void PrintersSectionTest::changedMeanwhileIsSaid()
{
    open();
    click(m_section->cards()[0]->edit);
    QCOMPARE(find<QLineEdit>("printerName")->text(), m_stage->printers.known[0].name);
    ++m_stage->printers.known[0].version;
    type("printerName", "Other");
    click(find<TouchButton>("printerSave"));
    QVERIFY(m_section->sheet()->isOpen());
    QVERIFY(find<Band>("printerBand")->message().contains(QStringLiteral("meanwhile")));
}

void PrintersSectionTest::unsavedChangesAreAskedFor()
{
    open();
    click(m_section->cards()[0]->edit);
    // Nothing was changed: Esc closes.
    m_stage->press(Qt::Key_Escape);
    QVERIFY(!m_section->sheet()->isOpen());
    QCOMPARE(m_stage->window->currentPage()->key(), QStringLiteral("settings"));
    click(m_section->cards()[0]->edit);
    type("printerName", "Other");
    m_stage->press(Qt::Key_Escape);
    QVERIFY(m_section->sheet()->isOpen());
    QVERIFY(find<Band>("printerBand")->isVisible());
    click(find<TouchButton>("printerKeep"));
    QCOMPARE(find<QLineEdit>("printerName")->text(), QStringLiteral("Other"));
    m_stage->press(Qt::Key_Escape);
    click(find<TouchButton>("printerSave")); // says "Throw away" now
    QVERIFY(!m_section->sheet()->isOpen());
    QVERIFY(m_stage->printers.saved.empty());
}

void PrintersSectionTest::removingIsAskedTwice()
{
    open();
    click(m_section->cards()[0]->edit);
    click(find<TouchButton>("printerRemove"));
    QVERIFY(m_stage->printers.calls.filter(QStringLiteral("removePrinter")).isEmpty());
    click(find<TouchButton>("printerKeep"));
    QVERIFY(m_section->sheet()->isOpen());
    click(find<TouchButton>("printerRemove"));
    click(find<TouchButton>("printerRemove"));
    QVERIFY(!m_section->sheet()->isOpen());
    QCOMPARE(m_stage->printers.known.size(), size_t(1));
    QCOMPARE(m_section->cards().size(), size_t(1));
    // A new one cannot be removed.
    click(m_section->addButton());
    QVERIFY(!find<TouchButton>("printerRemove")->isVisible());
}

void PrintersSectionTest::testPageTellsItsEnd()
{
    open();
    click(m_section->cards()[0]->test);
    QVERIFY(m_section->cards()[0]->trialText().contains(QStringLiteral("on its way")));
    QVERIFY(!m_section->cards()[0]->test->isEnabled());
    m_stage->printers.finishJob(m_stage->printers.queue.back().id, PrintJobState::Printed);
    refresh();
    QVERIFY(m_section->cards()[0]->trialText().contains(QStringLiteral("came out")));
    click(m_section->cards()[0]->test);
    m_stage->printers.finishJob(m_stage->printers.queue.back().id, PrintJobState::Failed, PrintFault::CoverOpen);
    refresh();
    const QString told = m_section->cards()[0]->trialText();
    QVERIFY2(told.contains(QStringLiteral("did not come out")) && told.contains(QStringLiteral("cover is open")) &&
                 told.contains(QStringLiteral("Close it")),
             qPrintable(told));
    // Two tests are two.
    QVERIFY(m_stage->printers.keys[0] != m_stage->printers.keys[1]);
}

void PrintersSectionTest::testAfterNoAnswerIsTheSameTest()
{
    open();
    m_stage->printers.failNext(unreachable);
    click(m_section->cards()[0]->test);
    QVERIFY(m_section->cards()[0]->trialText().contains(QStringLiteral("does not answer")));
    click(m_section->cards()[0]->test);
    QCOMPARE(m_stage->printers.keys.size(), 2);
    QCOMPARE(m_stage->printers.keys[0], m_stage->printers.keys[1]);
}

void PrintersSectionTest::drawerOnlyWhereThereIsOne()
{
    open();
    QVERIFY(!m_section->cards()[0]->drawer->isVisible());
    click(m_section->cards()[1]->drawer);
    QCOMPARE(m_stage->printers.calls.filter(QStringLiteral("openDrawer")),
             QStringList{QStringLiteral("openDrawer %1").arg(m_section->cards()[1]->printerId())});
    m_stage->printers.finishJob(m_stage->printers.queue.back().id, PrintJobState::Printed);
    refresh();
    QVERIFY(m_section->cards()[1]->trialText().contains(QStringLiteral("drawer was opened")));
}

void PrintersSectionTest::papersAreTriedAgainAndCancelled()
{
    open();
    const auto row = [this](PrintJobState state) -> PaperRow * {
        for (PaperRow *one : m_section->papers()) {
            for (const PrintJob &job : m_stage->printers.queue) {
                if (job.id == one->jobId() && job.state == state)
                    return one;
            }
        }
        return nullptr;
    };
    PaperRow *waiting = row(PrintJobState::Queued);
    QVERIFY(waiting && !waiting->retry->isVisible());
    const qint64 cancelled = waiting->jobId();
    click(waiting->cancel);
    QVERIFY(m_stage->printers.calls.contains(QStringLiteral("cancelJob %1").arg(cancelled)));
    PaperRow *failed = row(PrintJobState::Failed);
    QVERIFY(failed && !failed->cancel->isVisible());
    const qint64 again = failed->jobId();
    // Refused: said above the list.
    m_stage->printers.failNext({PortFailure::Kind::Refused, QStringLiteral("PRINT_NOT_ALLOWED"), {}, {}});
    click(failed->retry);
    QVERIFY(m_section->band()->isVisible());
    failed = row(PrintJobState::Failed);
    click(failed->retry);
    QVERIFY(m_stage->printers.calls.contains(QStringLiteral("retryJob %1").arg(again)));
    QVERIFY(!m_section->band()->isVisible());
    QVERIFY(!row(PrintJobState::Failed));
}

void PrintersSectionTest::everythingByKeysAlone()
{
    open();
    // From the list of subjects into the section, to each of its buttons.
    m_stage->settingsPage->enter();
    QSet<QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        m_stage->press(Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (PrinterCard *card : m_section->cards()) {
        QVERIFY(reached.contains(card->edit));
        QVERIFY(reached.contains(card->test));
    }
    QVERIFY(reached.contains(m_section->addButton()));
    m_section->cards()[0]->edit->setFocus();
    m_stage->press(Qt::Key_Space, QStringLiteral(" "));
    QVERIFY(m_section->sheet()->isOpen());
    // Inside the sheet the keyboard stays.
    for (int i = 0; i < 60; ++i) {
        m_stage->press(Qt::Key_Tab);
        QVERIFY(m_section->sheet()->isAncestorOf(QApplication::focusWidget()));
    }
    m_stage->press(Qt::Key_Escape);
    QVERIFY(!m_section->sheet()->isOpen());
    QVERIFY(m_section->cards()[0]->edit->hasFocus());
}

QTEST_MAIN(PrintersSectionTest)
#include "printerssectiontest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: every question answered, skipped, refused and gone back to; and the list of what is left.
#include "ui/firststart/firststart.h"
#include "tests/gui/shots/stage.h"
#include "tests/gui/typing.h"
#include "tests/support/catalogsample.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/touchbutton.h"
#include "ui/firststart/checklist.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/setupsection.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

namespace {

const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

} // namespace

class FirstQuestionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void everythingIsAnswered();
    void everythingIsSkipped();
    void theRestIsSkippedAtAnyPoint_data();
    void theRestIsSkippedAtAnyPoint();
    void theLanguageHoldsAtOnce();
    void joiningIsAsked();
    void aWrongCodeStandsBesideIt();
    void theHubAwayIsSaid();
    void namesAreWanted();
    void aCurrencyThatStaysIsSaid();
    void theSampleGoesForTheFile();
    void theSampleStaysWithoutAFile();
    void anEmptyMenuIsEmpty();
    void theSampleIsWaitedFor();
    void weakPinsAreRefused();
    void somebodyIsHiredOnce();
    void thePolicyIsSet();
    void theNetworkIsOpened();
    void everythingByKeys();
    void nothingBelowIsReached();
    void theChecklistSaysWhatIsLeft();
    void theChecklistLeadsThere();

private:
    void open();
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QLatin1String(name));
    }
    FirstStart &first() { return *m_stage->firstStart; }
    QString at() { return first().currentStep()->key(); }
    void goTo(const char *key)
    {
        for (int i = 0; i < 10 && at() != QLatin1String(key); ++i)
            click(first().skipButton());
        QCOMPARE(at(), QLatin1String(key));
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
        Stage::settle();
    }
    void choose(const char *row, int index)
    {
        find<ChoiceRow>(row)->button(index)->click();
        Stage::settle();
    }
    void type(const char *line, const char *text)
    {
        auto *into = find<QLineEdit>(line);
        into->setFocus();
        into->selectAll();
        typeText(into, QString::fromUtf8(text));
    }
    QString errorOf(const char *editor) const
    {
        return qobject_cast<Field *>(find<QWidget>(editor)->parentWidget())->error();
    }

    std::unique_ptr<Stage> m_stage;
};

void FirstQuestionsTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    m_stage->catalog.setCatalog(catalogsample::catalog());
    m_stage->catalog.setImmediate(true);
    m_stage->staff.setImmediate(true);
    m_stage->screen.setImmediate(true);
}

void FirstQuestionsTest::open()
{
    m_stage->open(QStringLiteral("kitchen"), QSize(1280, 800));
    m_stage->beginFirstStart();
    Stage::settle();
    QVERIFY(first().isVisible());
    QCOMPARE(at(), QStringLiteral("where"));
}

void FirstQuestionsTest::everythingIsAnswered()
{
    open();
    QSignalSpy finished(&first(), &FirstStart::finished);
    click(first().nextButton());
    type("firstRestaurant", "Ошақ");
    find<QComboBox>("firstCurrency")->setCurrentText(QStringLiteral("KGS"));
    type("firstZone", "Asia/Bishkek");
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("menu"));
    const auto &values = m_stage->site.site.values;
    QCOMPARE(values.at(QLatin1String(settingkeys::businessName)), SettingValue(QStringLiteral("Ошақ")));
    QCOMPARE(values.at(QLatin1String(settingkeys::currency)), SettingValue(QStringLiteral("KGS")));
    QCOMPARE(values.at(QLatin1String(settingkeys::timeZone)), SettingValue(QStringLiteral("Asia/Bishkek")));
    choose("firstMenu", 0);
    click(first().nextButton());
    type("firstOwner", "Әсел");
    type("firstPin", "4071");
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("printer"));
    QCOMPARE(m_stage->staff.known.size(), size_t(1));
    QCOMPARE(m_stage->staff.known.front().role, Role::Owner);
    QCOMPARE(m_stage->staff.pins.begin()->second, QStringLiteral("4071"));
    click(first().nextButton());
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("done"));
    const QString list = find<QLabel>("firstList")->text();
    QVERIFY2(list.contains(QStringLiteral("✓  Give yourself a PIN")), qPrintable(list));
    QVERIFY2(list.contains(QStringLiteral("○  Set up a printer")), qPrintable(list));
    click(first().nextButton());
    QVERIFY(!first().isVisible());
    QCOMPARE(finished.size(), 1);
    QVERIFY(!m_stage->setup.first);
}

void FirstQuestionsTest::everythingIsSkipped()
{
    open();
    int steps = 1;
    while (first().skipButton()->isVisible()) {
        click(first().skipButton());
        ++steps;
    }
    QCOMPARE(steps, 7);
    QCOMPARE(at(), QStringLiteral("done"));
    click(first().nextButton());
    QVERIFY(!m_stage->setup.first);
    // Nothing was written and nothing taken away.
    QVERIFY(m_stage->site.calls.filter(QStringLiteral("save")).isEmpty());
    QVERIFY(m_stage->catalog.changes.empty());
    QVERIFY(m_stage->staff.known.empty());
    QCOMPARE(m_stage->setup.calls, QStringList{QStringLiteral("finish")});
}

void FirstQuestionsTest::theRestIsSkippedAtAnyPoint_data()
{
    QTest::addColumn<QString>("step");
    for (const char *step : {"where", "restaurant", "menu", "people", "printer", "screens"})
        QTest::newRow(step) << QString::fromLatin1(step);
}

void FirstQuestionsTest::theRestIsSkippedAtAnyPoint()
{
    QFETCH(QString, step);
    open();
    goTo(step.toLatin1().constData());
    click(first().leaveButton());
    QVERIFY(!first().isVisible());
    QVERIFY(!m_stage->setup.first);
    QCOMPARE(m_stage->window->currentPage()->key(), QStringLiteral("kitchen"));
}

void FirstQuestionsTest::theLanguageHoldsAtOnce()
{
    open();
    choose("firstLanguage", 1);
    QCOMPARE(m_stage->display.language(), QStringLiteral("ru"));
}

void FirstQuestionsTest::joiningIsAsked()
{
    open();
    QVERIFY(!find<QLineEdit>("firstUrl")->isVisible());
    choose("firstWhat", 1);
    QVERIFY(find<QLineEdit>("firstUrl")->isVisible());
    click(first().nextButton());
    QVERIFY(!errorOf("firstUrl").isEmpty() && !errorOf("firstName").isEmpty());
    QVERIFY(m_stage->setup.calls.isEmpty());
    // Only where there is no TLS a code is typed.
    QVERIFY(!find<QLineEdit>("firstCode")->isVisible());
    type("firstUrl", "http://192.168.1.10:8787/");
    type("firstName", "Hot kitchen");
    click(first().nextButton());
    QVERIFY(!errorOf("firstCode").isEmpty());
    QVERIFY(m_stage->setup.calls.isEmpty());
    type("firstCode", "K7WD-4PQX");
    click(first().nextButton());
    QCOMPARE(m_stage->setup.calls, (QStringList{QStringLiteral("join http://192.168.1.10:8787 K7WD-4PQX Hot kitchen"),
                                                QStringLiteral("finish"), QStringLiteral("restart")}));
}

void FirstQuestionsTest::aWrongCodeStandsBesideIt()
{
    open();
    choose("firstWhat", 1);
    type("firstUrl", "http://192.168.1.10:8787");
    type("firstCode", "AAAA-AAAA");
    type("firstName", "Grill");
    click(first().nextButton());
    QVERIFY(!errorOf("firstCode").isEmpty());
    QVERIFY(!m_stage->setup.calls.contains(QStringLiteral("restart")));
    QVERIFY(first().isVisible() && m_stage->setup.first);
    for (const char *bad : {"ftp://192.168.1.10", "http://", "http://a:b@host", "http://host/path"}) {
        type("firstUrl", bad);
        click(first().nextButton());
        QVERIFY2(!errorOf("firstUrl").isEmpty(), bad);
        QCOMPARE(find<QLineEdit>("firstUrl")->text(), QString::fromLatin1(bad));
    }
}

void FirstQuestionsTest::theHubAwayIsSaid()
{
    open();
    choose("firstWhat", 1);
    type("firstUrl", "http://192.168.1.10:8787");
    type("firstCode", "K7WD-4PQX");
    type("firstName", "Grill");
    m_stage->setup.failNext(unreachable);
    click(first().nextButton());
    QVERIFY(first().currentStep()->findChild<Band *>()->isVisible());
    click(first().nextButton());
    QVERIFY(m_stage->setup.calls.contains(QStringLiteral("restart")));
}

void FirstQuestionsTest::namesAreWanted()
{
    open();
    goTo("restaurant");
    type("firstRestaurant", "  ");
    type("firstZone", "Mars/Olympus");
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("restaurant"));
    QVERIFY(!errorOf("firstRestaurant").isEmpty() && !errorOf("firstZone").isEmpty());
    QVERIFY(m_stage->site.calls.filter(QStringLiteral("save")).isEmpty());
}

void FirstQuestionsTest::aCurrencyThatStaysIsSaid()
{
    open();
    goTo("restaurant");
    find<QComboBox>("firstCurrency")->setCurrentText(QStringLiteral("EUR"));
    m_stage->site.failNext({PortFailure::Kind::Refused,
                            QStringLiteral("STILL_IN_USE"),
                            QStringLiteral("There are orders."),
                            {{QStringLiteral("settings.business.currency"), QStringLiteral("There are orders.")}}});
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("restaurant"));
    QVERIFY(!errorOf("firstCurrency").isEmpty());
    QVERIFY(first().nextButton()->isEnabled());
}

void FirstQuestionsTest::theSampleGoesForTheFile()
{
    open();
    goTo("menu");
    choose("firstMenu", 1);
    // Somebody's dishes come in, one of which is a sample dish with another price.
    const Item same = m_stage->catalog.atHub().items.front();
    m_stage->importedMenu = [this, same] {
        CatalogChange change;
        CategoryChange category;
        category.act = RowAct::Make;
        category.edit.name = QStringLiteral("Own dishes");
        change.categories.push_back(category);
        ItemChange edit;
        edit.id = same.id;
        edit.edit.priceMinor = same.priceMinor + 100;
        change.items.push_back(edit);
        QVERIFY(m_stage->catalog.changeElsewhere(change));
    };
    click(first().nextButton());
    Stage::settle();
    QCOMPARE(at(), QStringLiteral("people"));
    const Catalog &left = m_stage->catalog.atHub();
    QCOMPARE(left.items.size(), size_t(1));
    QCOMPARE(left.items.front().id, same.id);
    QCOMPARE(left.categories.size(), size_t(2));
    // Going back does not begin anew.
    click(first().backButton());
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("people"));
    QCOMPARE(m_stage->catalog.atHub().items.size(), size_t(1));
}

void FirstQuestionsTest::theSampleStaysWithoutAFile()
{
    open();
    goTo("menu");
    choose("firstMenu", 1);
    click(first().nextButton()); // and nothing was imported
    QCOMPARE(at(), QStringLiteral("menu"));
    QVERIFY(m_stage->catalog.changes.empty());
}

void FirstQuestionsTest::theSampleIsWaitedFor()
{
    const Business restaurant = m_stage->catalog.business();
    const Catalog sample = m_stage->catalog.atHub();
    m_stage->catalog.setBusiness({});
    m_stage->catalog.setCatalog({});
    open();
    goTo("menu");
    choose("firstMenu", 2);
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("menu"));
    QVERIFY(!first().nextButton()->isEnabled());
    m_stage->catalog.setBusiness(restaurant);
    m_stage->catalog.setCatalog(sample);
    m_stage->catalog.changed();
    Stage::settle();
    QCOMPARE(at(), QStringLiteral("people"));
    QVERIFY(m_stage->catalog.atHub().items.empty());
}

void FirstQuestionsTest::anEmptyMenuIsEmpty()
{
    open();
    goTo("menu");
    choose("firstMenu", 2);
    m_stage->catalog.failNext(unreachable);
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("menu"));
    QVERIFY(first().currentStep()->findChild<Band *>()->isVisible());
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("people"));
    QVERIFY(m_stage->catalog.atHub().items.empty());
    QVERIFY(m_stage->catalog.atHub().categories.empty());
    QCOMPARE(m_stage->catalog.keys.size(), 2);
    QCOMPARE(m_stage->catalog.keys[0], m_stage->catalog.keys[1]);
}

void FirstQuestionsTest::weakPinsAreRefused()
{
    open();
    goTo("people");
    type("firstOwner", "Aigerim");
    for (const char *weak : {"1234", "0000", "12", "2580"}) {
        type("firstPin", weak);
        click(first().nextButton());
        QVERIFY2(!errorOf("firstPin").isEmpty(), weak);
        QCOMPARE(at(), QStringLiteral("people"));
    }
    QVERIFY(m_stage->staff.known.empty());
}

void FirstQuestionsTest::somebodyIsHiredOnce()
{
    open();
    goTo("people");
    type("firstOwner", "Aigerim");
    type("firstPin", "4071");
    m_stage->staff.failNext(unreachable);
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("people"));
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("printer"));
    click(first().backButton());
    type("firstPin", "9134");
    click(first().nextButton());
    QCOMPARE(m_stage->staff.known.size(), size_t(1));
    QCOMPARE(m_stage->staff.pins.begin()->second, QStringLiteral("9134"));
}

void FirstQuestionsTest::thePolicyIsSet()
{
    open();
    // The screen refuses to ask when nobody could answer.
    m_stage->screen.people[QStringLiteral("4071")] = {1, QStringLiteral("Aigerim"), Role::Owner};
    goTo("people");
    type("firstOwner", "Aigerim");
    type("firstPin", "4071");
    choose("firstAsks", 1);
    click(first().nextButton());
    QVERIFY(m_stage->screen.policy().asksForPin);
}

void FirstQuestionsTest::theNetworkIsOpened()
{
    open();
    goTo("screens");
    choose("firstNetwork", 1);
    m_stage->setup.refusesNetwork = Error{ErrorCode::StorageUnavailable, QStringLiteral("the disk is full"), {}};
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("screens"));
    m_stage->setup.refusesNetwork.reset();
    click(first().nextButton());
    QCOMPARE(at(), QStringLiteral("done"));
    QVERIFY(m_stage->setup.open);
    QVERIFY(find<QLabel>("firstList")->text().contains(QStringLiteral("✓  Let other screens")));
}

void FirstQuestionsTest::everythingByKeys()
{
    open();
    // Into the way on, by Tab alone; it comes round.
    for (int i = 0; i < 30 && !first().nextButton()->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(first().nextButton()->hasFocus());
    QTest::keyClick(first().nextButton(), Qt::Key_Space);
    Stage::settle();
    QCOMPARE(at(), QStringLiteral("restaurant"));
    QVERIFY(find<QLineEdit>("firstRestaurant")->hasFocus());
    QTest::keyClicks(find<QLineEdit>("firstRestaurant"), QStringLiteral("Oshaq at the corner"));
    QTest::keyClick(find<QLineEdit>("firstRestaurant"), Qt::Key_Return);
    Stage::settle();
    QCOMPARE(at(), QStringLiteral("menu"));
}

void FirstQuestionsTest::nothingBelowIsReached()
{
    open();
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(first().isAncestorOf(QApplication::focusWidget()));
    }
    m_stage->window->resize(1000, 700);
    Stage::settle();
    QCOMPARE(first().size(), m_stage->window->size());
}

void FirstQuestionsTest::theChecklistSaysWhatIsLeft()
{
    SetupFacts facts;
    for (const SetupItem &item : SetupChecklist::items(facts)) {
        QVERIFY(!item.done);
        QVERIFY(!SetupChecklist::title(item.key).isEmpty() && SetupChecklist::title(item.key) != item.key);
        QVERIFY(!SetupChecklist::reason(item.key).isEmpty());
    }
    facts = {true, true, true, true, true, true, true, true};
    for (const SetupItem &item : SetupChecklist::items(facts))
        QVERIFY2(item.done, qPrintable(item.key));
}

void FirstQuestionsTest::theChecklistLeadsThere()
{
    m_stage->site.furnish();
    m_stage->open(QStringLiteral("settings"), QSize(1280, 800));
    QVERIFY(m_stage->settingsPage->showSection(QStringLiteral("setup")));
    Stage::settle();
    auto *section = qobject_cast<SetupSection *>(m_stage->settingsPage->currentSection());
    QCOMPARE(section->cards().size(), size_t(8));
    QSignalSpy wanted(section, &SetupSection::wanted);
    QVERIFY(section->cards().front()->actionCount() == 1);
    section->cards().front()->button(0)->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!wanted.front().at(0).toString().isEmpty());
    // What is done comes last and needs nothing.
    QVERIFY(section->cards().back()->title().startsWith(QStringLiteral("Done")));
}

QTEST_MAIN(FirstQuestionsTest)
#include "firstquestionstest.moc"

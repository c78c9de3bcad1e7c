// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a site on their page: changed at once, refused beside the field, found by typing; and its lists.
#include "tests/gui/shots/stage.h"
#include "tests/gui/typing.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/formsheet.h"
#include "ui/settings/listsection.h"
#include "ui/settings/rulerow.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/settingtext.h"
#include "ui/settings/sitesection.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace oshaq;

namespace {

const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

} // namespace

class SiteSettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void everySettingHasWords();
    void valuesAreReadAsTheyAreWritten_data();
    void valuesAreReadAsTheyAreWritten();
    void aLineIsSavedByEnter();
    void wrongValuesStandBesideTheField_data();
    void wrongValuesStandBesideTheField();
    void escapeTakesBackWhatWasTyped();
    void aChangeCanBePutBack();
    void theDefaultIsOnePressAway();
    void choicesAreSavedAtOnce();
    void theHubAwayKeepsWhatWasTyped();
    void anotherSettingOfSomebodyElseIsNoConflict();
    void theSameSettingOfSomebodyElseIsShown();
    void theOwnersAreRefused();
    void isFoundByTyping();
    void nothingIsFound();
    void stationsAreAddedEditedAndRemoved();
    void screensAreEdited();
    void screensSayHowTheyAre();
    void tablesGetCodes();
    void tokensAreShownOnce();
    void webhooksAreTested();
    void messagesAreSetUpAndTested();
    void theBankIsSetUp();
    void aMessageIsSentAgain();
    void flagsAreSwitched();
    void theJournalSaysWhat();
    void theHubTellsWhereItIs();
    void listsSayWhyThereIsNothing();
    void listsStayWhenTheHubGoes();

private:
    void open(const char *section);
    template <typename T> T *find(const QString &name) const { return m_stage->window->findChild<T *>(name); }
    QLineEdit *line(const char *key) const { return find<QLineEdit>(QStringLiteral("setting.") + QLatin1String(key)); }
    RuleRow *row(const char *key) const { return find<RuleRow>(QStringLiteral("rule.") + QLatin1String(key)); }
    ListSection *list() const { return qobject_cast<ListSection *>(m_stage->settingsPage->currentSection()); }
    void type(QLineEdit *into, const char *text)
    {
        into->setFocus();
        into->selectAll();
        typeText(into, QString::fromUtf8(text));
    }
    void enter(QLineEdit *in)
    {
        QTest::keyClick(in, Qt::Key_Return);
        Stage::settle();
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
        Stage::settle();
    }
    SettingValue at(const char *key) const { return m_stage->site.site.values.at(QLatin1String(key)); }

    std::unique_ptr<Stage> m_stage;
};

void SiteSettingsTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    m_stage->site.furnish();
}

void SiteSettingsTest::open(const char *section)
{
    m_stage->open(QStringLiteral("settings"), QSize(1280, 800));
    QVERIFY(m_stage->settingsPage->showSection(QLatin1String(section)));
    Stage::settle();
}

void SiteSettingsTest::everySettingHasWords()
{
    open("restaurant");
    QStringList shown;
    for (const char *section : {"restaurant", "selling"}) {
        for (const SettingEntry &entry : m_stage->settingsPage->section(QLatin1String(section))->entries()) {
            shown << entry.key;
            QVERIFY2(!entry.title.isEmpty() && entry.title != entry.key, qPrintable(entry.key));
            QVERIFY2(!entry.meaning.isEmpty(), qPrintable(entry.key));
        }
    }
    for (const SettingRule &rule : settingRules())
        QVERIFY2(shown.contains(QLatin1String(rule.key)), rule.key);
    QCOMPARE(shown.size(), qsizetype(settingRules().size()));
}

void SiteSettingsTest::valuesAreReadAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<qint64>("value");
    QTest::newRow("time of day") << QString::fromLatin1(settingkeys::dayStart) << qint64{245};
    QTest::newRow("midnight") << QString::fromLatin1(settingkeys::dayStart) << qint64{0};
    QTest::newRow("amount") << QString::fromLatin1(settingkeys::deliveryCost) << qint64{123'450};
    QTest::newRow("percent") << QString::fromLatin1(settingkeys::taxRate) << qint64{8'875};
    QTest::newRow("no percent") << QString::fromLatin1(settingkeys::taxRate) << qint64{0};
    QTest::newRow("years") << QString::fromLatin1(settingkeys::retentionYears) << qint64{7};
}

void SiteSettingsTest::valuesAreReadAsTheyAreWritten()
{
    QFETCH(QString, key);
    QFETCH(qint64, value);
    const SettingRule *rule = findSettingRule(key);
    for (const char *locale : {"en", "ru", "kk"}) {
        QLocale::setDefault(QLocale(QLatin1String(locale)));
        const QString text = SettingText::edited(*rule, value, Currency());
        const auto read = SettingText::read(*rule, text, Currency());
        QVERIFY2(read && *read == SettingValue(value), qPrintable(text));
        QVERIFY(!SettingText::value(*rule, value, Currency()).isEmpty());
    }
}

void SiteSettingsTest::aLineIsSavedByEnter()
{
    open("restaurant");
    type(line(settingkeys::businessName), "Ошақ");
    QCOMPARE(m_stage->site.calls.filter(QStringLiteral("save")).size(), 0);
    enter(line(settingkeys::businessName));
    QCOMPARE(at(settingkeys::businessName), SettingValue(QStringLiteral("Ошақ")));
    QVERIFY(row(settingkeys::businessName)->note().contains(QStringLiteral("Saved")));
    // Leaving the field after Enter saves nothing again.
    line(settingkeys::dayStart)->setFocus();
    Stage::settle();
    QCOMPARE(m_stage->site.calls.filter(QStringLiteral("save business.name")).size(), 1);
    type(line(settingkeys::dayStart), "5:30");
    line(settingkeys::businessName)->setFocus();
    Stage::settle();
    QCOMPARE(at(settingkeys::dayStart), SettingValue(qint64{330}));
    QCOMPARE(line(settingkeys::dayStart)->text(), QStringLiteral("05:30"));
}

void SiteSettingsTest::wrongValuesStandBesideTheField_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *section, const char *key, const char *text) {
        QTest::addRow("%s %s", key, text)
            << QString::fromLatin1(section) << QString::fromLatin1(key) << QString::fromUtf8(text);
    };
    add("restaurant", settingkeys::businessName, "   ");
    add("restaurant", settingkeys::timeZone, "Mars/Olympus");
    add("restaurant", settingkeys::currency, "XXQ");
    add("restaurant", settingkeys::dayStart, "25:00");
    add("restaurant", settingkeys::dayStart, "noon");
    add("selling", settingkeys::taxRate, "101");
    add("selling", settingkeys::taxRate, "twelve");
    add("selling", settingkeys::deliveryCost, "-5");
    add("selling", settingkeys::retentionYears, "0");
}

void SiteSettingsTest::wrongValuesStandBesideTheField()
{
    QFETCH(QString, section);
    QFETCH(QString, key);
    QFETCH(QString, text);
    open(section.toLatin1().constData());
    const SettingValue before = m_stage->site.site.values.at(key);
    QLineEdit *in = line(key.toLatin1().constData());
    type(in, text.toUtf8().constData());
    enter(in);
    QVERIFY(!row(key.toLatin1().constData())->error().isEmpty());
    QCOMPARE(in->text(), text);
    QCOMPARE(in->accessibleDescription(), row(key.toLatin1().constData())->error());
    QCOMPARE(m_stage->site.site.values.at(key), before);
    QVERIFY(m_stage->site.calls.filter(QStringLiteral("save")).isEmpty());
}

void SiteSettingsTest::escapeTakesBackWhatWasTyped()
{
    open("restaurant");
    QLineEdit *in = line(settingkeys::businessName);
    type(in, "Something else");
    QTest::keyClick(in, Qt::Key_Escape);
    Stage::settle();
    QCOMPARE(in->text(), QStringLiteral("Test Kitchen"));
    QCOMPARE(m_stage->window->currentPage()->key(), QStringLiteral("settings"));
    in->clearFocus();
    QVERIFY(m_stage->site.calls.filter(QStringLiteral("save")).isEmpty());
}

void SiteSettingsTest::aChangeCanBePutBack()
{
    open("selling");
    type(line(settingkeys::taxRate), "16");
    enter(line(settingkeys::taxRate));
    QCOMPARE(at(settingkeys::taxRate), SettingValue(qint64{16'000}));
    TouchButton *back = row(settingkeys::taxRate)->backButton();
    QVERIFY2(back->text().contains(QStringLiteral("12 %")), qPrintable(back->text()));
    click(back);
    QCOMPARE(at(settingkeys::taxRate), SettingValue(qint64{12'000}));
    QCOMPARE(line(settingkeys::taxRate)->text(), QStringLiteral("12"));
}

void SiteSettingsTest::theDefaultIsOnePressAway()
{
    open("selling");
    QVERIFY(row(settingkeys::taxRate)->note().contains(QStringLiteral("no tax")));
    click(row(settingkeys::taxRate)->defaultButton());
    QCOMPARE(at(settingkeys::taxRate), SettingValue(qint64{0}));
    QVERIFY(!row(settingkeys::taxRate)->defaultButton()->isVisible());
}

void SiteSettingsTest::choicesAreSavedAtOnce()
{
    open("selling");
    auto *choice = find<ChoiceRow>(QStringLiteral("setting.orders.auto_accept"));
    choice->button(0)->click();
    Stage::settle();
    QCOMPARE(at(settingkeys::autoAccept), SettingValue(true));
    m_stage->site.failNext(unreachable);
    choice->button(1)->click();
    Stage::settle();
    // It shows what counts, and why.
    QCOMPARE(choice->chosen(), 0);
    QVERIFY(!row(settingkeys::autoAccept)->error().isEmpty());
}

void SiteSettingsTest::theHubAwayKeepsWhatWasTyped()
{
    open("restaurant");
    m_stage->site.failNext(unreachable);
    type(line(settingkeys::businessName), "Ошақ");
    enter(line(settingkeys::businessName));
    QCOMPARE(line(settingkeys::businessName)->text(), QStringLiteral("Ошақ"));
    QVERIFY(!row(settingkeys::businessName)->error().isEmpty());
    enter(line(settingkeys::businessName));
    QCOMPARE(at(settingkeys::businessName), SettingValue(QStringLiteral("Ошақ")));
    QVERIFY(row(settingkeys::businessName)->error().isEmpty());
}

void SiteSettingsTest::anotherSettingOfSomebodyElseIsNoConflict()
{
    open("restaurant");
    m_stage->site.changeElsewhere(QLatin1String(settingkeys::taxName), QStringLiteral("НДС"));
    type(line(settingkeys::businessName), "Ошақ");
    enter(line(settingkeys::businessName));
    QCOMPARE(at(settingkeys::businessName), SettingValue(QStringLiteral("Ошақ")));
    QCOMPARE(at(settingkeys::taxName), SettingValue(QStringLiteral("НДС")));
    QVERIFY(row(settingkeys::businessName)->error().isEmpty());
}

void SiteSettingsTest::theSameSettingOfSomebodyElseIsShown()
{
    open("restaurant");
    m_stage->site.changeElsewhere(QLatin1String(settingkeys::businessName), QStringLiteral("Theirs"));
    type(line(settingkeys::businessName), "Mine");
    enter(line(settingkeys::businessName));
    QCOMPARE(at(settingkeys::businessName), SettingValue(QStringLiteral("Theirs")));
    QVERIFY(row(settingkeys::businessName)->error().contains(QStringLiteral("Theirs")));
    QCOMPARE(line(settingkeys::businessName)->text(), QStringLiteral("Mine"));
    // Now they have seen it.
    enter(line(settingkeys::businessName));
    QCOMPARE(at(settingkeys::businessName), SettingValue(QStringLiteral("Mine")));
}

void SiteSettingsTest::theOwnersAreRefused()
{
    m_stage->site.isOwner = false;
    open("selling");
    type(line(settingkeys::taxRate), "16");
    enter(line(settingkeys::taxRate));
    QVERIFY(!row(settingkeys::taxRate)->error().isEmpty());
    QCOMPARE(at(settingkeys::taxRate), SettingValue(qint64{12'000}));
}

void SiteSettingsTest::isFoundByTyping()
{
    open("display");
    QTest::keyClick(m_stage->settingsPage, Qt::Key_F, Qt::ControlModifier);
    QLineEdit *search = m_stage->settingsPage->searchLine();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("receipts call"));
    Stage::settle();
    QCOMPARE(m_stage->settingsPage->currentSection()->key(), QStringLiteral("selling"));
    auto *subjects = find<QListWidget>(QStringLiteral("settingsSections"));
    int shown = 0;
    for (int i = 0; i < subjects->count(); ++i)
        shown += subjects->isRowHidden(i) ? 0 : 1;
    QCOMPARE(shown, 1);
    QVERIFY(row(settingkeys::taxName)->isVisible());
    QVERIFY(!row(settingkeys::taxName)->visibleRegion().isEmpty());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QVERIFY(!subjects->isRowHidden(0));
    QCOMPARE(m_stage->window->currentPage()->key(), QStringLiteral("settings"));
}

void SiteSettingsTest::nothingIsFound()
{
    open("display");
    m_stage->settingsPage->searchLine()->setText(QStringLiteral("zzz"));
    Stage::settle();
    auto *subjects = find<QListWidget>(QStringLiteral("settingsSections"));
    for (int i = 0; i < subjects->count(); ++i)
        QVERIFY(subjects->isRowHidden(i));
    QCOMPARE(m_stage->settingsPage->currentSection()->key(), QStringLiteral("display"));
}

void SiteSettingsTest::stationsAreAddedEditedAndRemoved()
{
    open("stations");
    QCOMPARE(list()->cards().size(), size_t(3));
    QVERIFY2(list()->cards()[2]->facts().contains(QStringLiteral("6 min 30 s")),
             qPrintable(list()->cards()[2]->facts()));
    click(list()->addButton());
    click(find<TouchButton>(QStringLiteral("station.save")));
    auto *sheet = find<FormSheet>(QStringLiteral("station"));
    QVERIFY(sheet->isOpen() && sheet->hasErrors());
    type(find<QLineEdit>(QStringLiteral("station.name")), "Bar");
    type(find<QLineEdit>(QStringLiteral("station.soon_seconds")), "12");
    type(find<QLineEdit>(QStringLiteral("station.late_seconds")), "10");
    click(find<TouchButton>(QStringLiteral("station.save")));
    QVERIFY(sheet->hasErrors());
    type(find<QLineEdit>(QStringLiteral("station.late_seconds")), "15");
    click(find<TouchButton>(QStringLiteral("station.save")));
    // The hub has a bar already.
    QVERIFY(sheet->isOpen() && sheet->hasErrors());
    type(find<QLineEdit>(QStringLiteral("station.name")), "Tandoor");
    click(find<TouchButton>(QStringLiteral("station.save")));
    QVERIFY(!sheet->isOpen());
    QCOMPARE(m_stage->site.knownStations.back().lateSeconds, 900);
    QCOMPARE(list()->cards().size(), size_t(4));

    click(list()->cards().back()->button(0));
    click(sheet->removeButton());
    QCOMPARE(m_stage->site.knownStations.size(), size_t(4));
    click(sheet->removeButton());
    QCOMPARE(m_stage->site.knownStations.size(), size_t(3));
    QCOMPARE(list()->cards().size(), size_t(3));
}

void SiteSettingsTest::screensAreEdited()
{
    open("screens");
    QCOMPARE(list()->cards().size(), size_t(4));
    QVERIFY2(list()->cards()[1]->facts().contains(QStringLiteral("Hot kitchen")),
             qPrintable(list()->cards()[1]->facts()));
    click(list()->cards()[1]->button(0));
    type(find<QLineEdit>(QStringLiteral("terminal.name")), "Ас үй");
    find<QComboBox>(QStringLiteral("terminal.station_id"))->setCurrentIndex(0);
    click(find<TouchButton>(QStringLiteral("terminal.save")));
    QCOMPARE(m_stage->site.knownTerminals[1].name, QStringLiteral("Ас үй"));
    QVERIFY(!m_stage->site.knownTerminals[1].stationId);
    QCOMPARE(m_stage->site.knownTerminals[1].role, Role::Kitchen);
}

void SiteSettingsTest::screensSayHowTheyAre()
{
    open("screens");
    const auto facts = [this](size_t row) { return list()->cards()[row]->facts(); };
    const auto trouble = [this](size_t row) { return list()->cards()[row]->trouble(); };
    QVERIFY2(facts(1).startsWith(QStringLiteral("Live · ")), qPrintable(facts(1)));
    for (const char *said :
         {"192.168.1.22", "version 0.1.0", "on screen in 84 ms", "clock right", "at most 3 s behind"})
        QVERIFY2(facts(1).contains(QLatin1String(said)), qPrintable(facts(1)));
    QCOMPARE(trouble(1), QString());
    QVERIFY2(facts(2).startsWith(QStringLiteral("Last seen at ")), qPrintable(facts(2)));
    QCOMPARE(trouble(2), QStringLiteral("Grill screen: not seen for 3 min."));
    QVERIFY(facts(3).contains(QStringLiteral("2 changes waiting")));
    QVERIFY(facts(3).contains(QStringLiteral("1 refusal not looked at")));
    QCOMPARE(trouble(3), QStringLiteral("Its clock is 1 h ahead. Times on it are right all the same."));
    // It comes back while somebody looks.
    m_stage->site.knownScreens[3].state = ScreenState::Live;
    m_stage->site.knownScreens.erase(4);
    list()->refresh();
    QTRY_COMPARE(trouble(2), QString());
    QVERIFY(facts(3).startsWith(QStringLiteral("Never seen")));
}

void SiteSettingsTest::tablesGetCodes()
{
    open("tables");
    QCOMPARE(list()->cards().size(), size_t(3));
    QVERIFY(list()->cards()[1]->facts().contains(QStringLiteral("3 guests")));
    click(list()->cards()[0]->button(1));
    auto *sheet = find<FormSheet>(QStringLiteral("tableCode"));
    click(sheet->saveButton());
    QVERIFY(find<QLineEdit>(QStringLiteral("tableCode.code"))->text().startsWith(QStringLiteral("M3XK")));
    QTest::keyClick(sheet, Qt::Key_Escape);
    click(list()->addButton());
    type(find<QLineEdit>(QStringLiteral("table.name")), "Terrace 5");
    enter(find<QLineEdit>(QStringLiteral("table.name")));
    QCOMPARE(list()->cards().size(), size_t(4));
}

void SiteSettingsTest::tokensAreShownOnce()
{
    open("tokens");
    QCOMPARE(list()->cards().size(), size_t(3));
    click(list()->addButton());
    auto *sheet = find<FormSheet>(QStringLiteral("token"));
    click(sheet->saveButton());
    QVERIFY(sheet->hasErrors());
    type(find<QLineEdit>(QStringLiteral("token.name")), "Till bridge");
    click(sheet->saveButton());
    QVERIFY(!find<QLineEdit>(QStringLiteral("token.secret"))->text().isEmpty());
    QVERIFY(m_stage->site.knownTokens.back().expiresAtMs > m_stage->site.nowMs);
    click(sheet->saveButton());
    QVERIFY(!sheet->isOpen());
    QVERIFY(find<QLineEdit>(QStringLiteral("token.secret"))->text().isEmpty());
    QCOMPARE(list()->cards().size(), size_t(4));
    // It takes two presses to end one.
    click(list()->cards()[3]->button(0));
    QCOMPARE(m_stage->site.knownTokens.size(), size_t(4));
    click(list()->cards()[3]->button(0));
    QCOMPARE(m_stage->site.knownTokens.size(), size_t(3));
}

void SiteSettingsTest::webhooksAreTested()
{
    open("webhooks");
    QCOMPARE(list()->cards().size(), size_t(2));
    click(list()->cards()[0]->button(1));
    QVERIFY(list()->band()->isVisible());
    QVERIFY(m_stage->site.calls.contains(QStringLiteral("testWebhook 1")));
    click(list()->cards()[0]->button(2));
    QVERIFY2(list()->cards()[0]->facts().contains(QStringLiteral("84 ms")), qPrintable(list()->cards()[0]->facts()));
    click(list()->addButton());
    type(find<QLineEdit>(QStringLiteral("webhook.url")), "ftp://example.com");
    type(find<QLineEdit>(QStringLiteral("webhook.events")), "order.*, !!");
    click(find<TouchButton>(QStringLiteral("webhook.save")));
    auto *sheet = find<FormSheet>(QStringLiteral("webhook"));
    QVERIFY(sheet->hasErrors());
    type(find<QLineEdit>(QStringLiteral("webhook.url")), "https://example.com/hook");
    type(find<QLineEdit>(QStringLiteral("webhook.events")), "order.*, payment.taken");
    click(find<TouchButton>(QStringLiteral("webhook.save")));
    QVERIFY(sheet->isOpen());
    QVERIFY(!find<QLineEdit>(QStringLiteral("webhook.secret"))->text().isEmpty());
    QCOMPARE(m_stage->site.knownWebhooks.back().events.size(), 2);
    click(find<TouchButton>(QStringLiteral("webhook.save")));
    QVERIFY(!sheet->isOpen());
}

void SiteSettingsTest::messagesAreSetUpAndTested()
{
    m_stage->messages.furnish();
    open("messages");
    QCOMPARE(list()->cards().size(), size_t(4));
    QVERIFY2(list()->cards()[1]->trouble().contains(QStringLiteral("Wrong key")),
             qPrintable(list()->cards()[1]->trouble()));
    click(list()->cards()[0]->button(0));
    auto *sheet = find<FormSheet>(QStringLiteral("smtp"));
    QVERIFY(sheet && sheet->isOpen());
    // A secret never comes back, and one that nobody typed stays as it is.
    auto *password = find<QLineEdit>(QStringLiteral("smtp.password"));
    QVERIFY(password->text().isEmpty());
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    auto *host = find<QLineEdit>(QStringLiteral("smtp.host"));
    QCOMPARE(host->text(), QStringLiteral("smtp.example.kz"));
    host->selectAll();
    type(host, "mail.example.kz");
    click(sheet->saveButton());
    QVERIFY(!sheet->isOpen());
    QVERIFY2(m_stage->messages.calls.last().contains(QStringLiteral("host=mail.example.kz")),
             qPrintable(m_stage->messages.calls.last()));
    QVERIFY(m_stage->messages.calls.last().startsWith(QStringLiteral("save smtp v3 ")));
    QVERIFY(!m_stage->messages.calls.last().contains(QStringLiteral("secret")));
    click(list()->cards()[0]->button(0));
    type(password, "hunter2");
    click(sheet->saveButton());
    QVERIFY(m_stage->messages.calls.last().contains(QStringLiteral("password=(secret of 7)")));
    QVERIFY(password->text().isEmpty());

    m_stage->messages.trial = {false, QStringLiteral("535 5.7.8 Authentication failed")};
    click(list()->cards()[0]->button(1));
    auto *test = find<FormSheet>(QStringLiteral("messagetest"));
    QVERIFY(test && test->isOpen());
    type(find<QLineEdit>(QStringLiteral("messagetest.to")), "manager@example.kz");
    click(test->saveButton());
    QVERIFY(!test->isOpen());
    QVERIFY(m_stage->messages.calls.contains(QStringLiteral("test smtp manager@example.kz")));
    QVERIFY2(list()->cards()[0]->trouble().contains(QStringLiteral("535")), qPrintable(list()->cards()[0]->trouble()));
    // A phone has to be named.
    click(list()->cards()[1]->button(1));
    click(test->saveButton());
    QVERIFY(test->hasErrors());
}

void SiteSettingsTest::theBankIsSetUp()
{
    open("services");
    QCOMPARE(list()->cards().size(), size_t(3));
    click(list()->cards()[0]->button(0));
    auto *sheet = find<FormSheet>(QStringLiteral("halyk"));
    QVERIFY(sheet && sheet->isOpen());
    // The bank's own addresses stand there already.
    QCOMPARE(find<QLineEdit>(QStringLiteral("halyk.api_url"))->text(), QStringLiteral("https://epay-api.homebank.kz"));
    type(find<QLineEdit>(QStringLiteral("halyk.client_id")), "OSHAQ.KZ");
    type(find<QLineEdit>(QStringLiteral("halyk.terminal_id")), "67e34d63");
    auto *secret = find<QLineEdit>(QStringLiteral("halyk.client_secret"));
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    type(secret, "yF587AV9");
    find<ChoiceRow>(QStringLiteral("halyk.enabled"))->button(0)->click();
    click(sheet->saveButton());
    QVERIFY(!sheet->isOpen());
    const QString saved = m_stage->messages.calls.last();
    QVERIFY2(saved.startsWith(QStringLiteral("save halyk v0 ")), qPrintable(saved));
    QVERIFY2(saved.contains(QStringLiteral("client_secret=(secret of 8)")), qPrintable(saved));
    QVERIFY(m_stage->messages.channel(IntegrationKind::Halyk).enabled);
    // The bank is asked where it is, not where to.
    click(list()->cards()[0]->button(1));
    QVERIFY(m_stage->messages.calls.contains(QStringLiteral("test halyk ")));
}

void SiteSettingsTest::aMessageIsSentAgain()
{
    m_stage->messages.furnish();
    open("messagelog");
    QCOMPARE(list()->cards().size(), size_t(5));
    QVERIFY(!list()->cards()[0]->trouble().isEmpty());
    QCOMPARE(list()->cards()[0]->actionCount(), 1);
    QCOMPARE(list()->cards()[2]->actionCount(), 0); // it was sent
    click(list()->cards()[0]->button(0));
    QVERIFY(m_stage->messages.calls.contains(QStringLiteral("again 1")));
    QVERIFY(list()->cards()[0]->trouble().isEmpty());
}

void SiteSettingsTest::flagsAreSwitched()
{
    open("flags");
    QCOMPARE(list()->cards().size(), size_t(3));
    click(list()->cards()[0]->button(0));
    QVERIFY(!m_stage->site.knownFlags[0].enabled);
    QVERIFY(m_stage->site.calls.contains(QStringLiteral("saveFlag kitchen.new_layout off")));
    // One whose time is over is decided.
    QCOMPARE(list()->cards()[2]->actionCount(), 0);
}

void SiteSettingsTest::theJournalSaysWhat()
{
    open("journal");
    QCOMPARE(list()->cards().size(), size_t(2));
    QVERIFY2(list()->cards()[0]->facts().contains(QStringLiteral("12 %")), qPrintable(list()->cards()[0]->facts()));
    QVERIFY(list()->cards()[0]->title().contains(QStringLiteral("Main computer")));
    QVERIFY(list()->cards()[1]->facts().contains(QStringLiteral("05:00")));
}

void SiteSettingsTest::theHubTellsWhereItIs()
{
    open("hub");
    QVERIFY(list()->cards()[0]->facts().contains(QStringLiteral("127.0.0.1:8787")));
    QVERIFY(list()->cards()[0]->facts().contains(QStringLiteral("server.listen")));
    m_stage->site.facts.onlyThisComputer = false;
    list()->refresh();
    Stage::settle();
    QVERIFY(!list()->cards()[0]->facts().contains(QStringLiteral("server.listen")));
}

void SiteSettingsTest::listsSayWhyThereIsNothing()
{
    m_stage->site.setFailing(unreachable);
    open("stations");
    QVERIFY(list()->stateView()->isVisible());
    QVERIFY(list()->cards().empty());
    m_stage->site.setFailing(std::nullopt);
    click(list()->stateView()->actionButton());
    QCOMPARE(list()->cards().size(), size_t(3));
    m_stage->site.knownStations.clear();
    list()->refresh();
    Stage::settle();
    QVERIFY(list()->stateView()->isVisible());
    click(list()->stateView()->actionButton());
    QVERIFY(find<FormSheet>(QStringLiteral("station"))->isOpen());
}

void SiteSettingsTest::listsStayWhenTheHubGoes()
{
    open("stations");
    m_stage->site.setFailing(unreachable);
    list()->refresh();
    Stage::settle();
    QCOMPARE(list()->cards().size(), size_t(3));
    QVERIFY(list()->band()->isVisible());
    m_stage->site.setFailing(std::nullopt);
    click(list()->band()->actionButton());
    QVERIFY(!list()->band()->isVisible());
}

QTEST_MAIN(SiteSettingsTest)
#include "sitesettingstest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Letting a new screen in, as the two people see it: the one at the hub and the one at the new screen.
#include "tests/gui/shots/stage.h"
#include "tests/gui/typing.h"
#include "ui/common/choicerow.h"
#include "ui/common/digitsview.h"
#include "ui/common/field.h"
#include "ui/common/foreignhubsheet.h"
#include "ui/common/pairingtext.h"
#include "ui/common/qrpicture.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/firststart/firststart.h"
#include "ui/firststart/steps.h"
#include "ui/settings/listsection.h"
#include "ui/settings/pairingsheet.h"
#include "ui/settings/settingspage.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

class ScreenPairingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }

    void thePictureSaysTheLink();
    void aPictureIsAPicture();
    void withoutTlsACodeIsShown();
    void aStandingScreenIsShownWithItsDigits();
    void theSameDigitsLetItIn();
    void otherDigitsDoNot();
    void closingClosesTheDoor();
    void tooLateIsSaid();
    void theHubAwayIsSaidAndItGoesOn();
    void aHastyEnterLetsNobodyIn();

    void hubsAreChosen();
    void withoutAvahiTheAddressIsTyped();
    void aScannedLinkIsTaken();
    void halfALinkIsNot();
    void digitsAreComparedOnTheNewScreen();
    void digitsThatDifferAreToldToTheHub();
    void leavingTellsTheHub();
    void refusalsAreExplained_data();
    void refusalsAreExplained();

    void anotherHubIsShownOnce();
    void aScreenIsLetInAgain();

private:
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QLatin1String(name));
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
        Stage::settle();
    }
    void type(const char *line, const QString &text)
    {
        auto *into = find<QLineEdit>(line);
        into->setFocus();
        into->selectAll();
        typeText(into, text);
    }
    QString errorOf(const char *editor) const
    {
        return qobject_cast<Field *>(find<QWidget>(editor)->parentWidget())->error();
    }
    PairingSheet *sheet() const { return m_stage->window->findChild<PairingSheet *>(); }
    FirstStart &first() { return *m_stage->firstStart; }
    static QString link()
    {
        return PairingLink{QStringLiteral("https://192.168.1.10:8787"), QByteArray(32, 'k'),
                           QStringLiteral("K7WD-4PQX")}
            .text();
    }
    void openSheet();
    void openJoin();
    void stand(KnockingScreen::State state);

    std::unique_ptr<Stage> m_stage;
};

void ScreenPairingTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    m_stage->site.furnish();
    m_stage->site.setImmediate(true);
    m_stage->site.pairingLink = link();
    m_stage->site.door.isAnnounced = true;
}

void ScreenPairingTest::openSheet()
{
    m_stage->open(QStringLiteral("settings"), QSize(1280, 800));
    m_stage->settingsPage->showSection(QStringLiteral("screens"));
    Stage::settle();
    click(qobject_cast<ListSection *>(m_stage->settingsPage->section(QStringLiteral("screens")))->addButton());
    QVERIFY(sheet()->isOpen());
    QCOMPARE(find<QComboBox>("pairing.station_id")->count(), 4);
}

void ScreenPairingTest::stand(KnockingScreen::State state)
{
    m_stage->site.door.screen = KnockingScreen{QStringLiteral("f1"),     QStringLiteral("Grill"),
                                               QStringLiteral("192.168.1.31"), QStringLiteral("042917"),
                                               false,                    state,
                                               m_stage->site.nowMs + 1};
    sheet()->askDoor();
    Stage::settle();
}

void ScreenPairingTest::openJoin()
{
    m_stage->open(QStringLiteral("kitchen"), QSize(1280, 800));
    m_stage->setup.hubs = {true, {{QStringLiteral("Dastarkhan"), QStringLiteral("https://192.168.1.10:8787")}}};
    m_stage->beginFirstStart();
    find<ChoiceRow>("firstWhat")->button(1)->click();
    Stage::settle();
}

// ---- at the hub

void ScreenPairingTest::thePictureSaysTheLink()
{
    openSheet();
    find<QComboBox>("pairing.role")->setCurrentIndex(1);
    click(sheet()->goOnButton());
    QVERIFY(m_stage->site.calls.contains(QStringLiteral("makePairingCode counter")));
    QCOMPARE(sheet()->state(), PairingSheet::State::Shown);
    QVERIFY(find<QrPicture>("pairing.picture")->isVisible());
    QCOMPARE(find<QrPicture>("pairing.picture")->text(), link());
    QCOMPARE(find<QLineEdit>("pairing.code")->text(), link());
}

void ScreenPairingTest::aPictureIsAPicture()
{
    QrPicture picture(Look{});
    QCOMPARE(picture.modules(), 0);
    picture.setText(link());
    const int side = picture.modules();
    QVERIFY2(side >= 21 && side % 4 == 1, qPrintable(QString::number(side)));
    // The three corners that cameras look for.
    for (const auto &[x, y] : {std::pair(0, 0), {side - 7, 0}, {0, side - 7}}) {
        QVERIFY(picture.isDark(x, y) && picture.isDark(x + 6, y + 6) && picture.isDark(x + 3, y + 3));
        QVERIFY(!picture.isDark(x + 1, y + 1));
    }
    QVERIFY(!picture.isDark(-1, 0) && !picture.isDark(side, 0));
    // Whole pixels, and a quiet border of four modules.
    const QImage image = [&picture] {
        picture.resize(picture.sizeHint());
        return picture.grab().toImage();
    }();
    const int pixels = image.width() / (side + 8);
    QCOMPARE(image.width(), pixels * (side + 8));
    QCOMPARE(image.pixelColor(pixels * 4 - 1, pixels * 4 - 1), QColor(Qt::white));
    QCOMPARE(image.pixelColor(pixels * 4, pixels * 4), QColor(Qt::black));
    picture.setText(QString(5'000, u'x'));
    QCOMPARE(picture.modules(), 0);
}

void ScreenPairingTest::withoutTlsACodeIsShown()
{
    m_stage->site.pairingLink.clear();
    openSheet();
    click(sheet()->goOnButton());
    QCOMPARE(find<QLineEdit>("pairing.code")->text(), QStringLiteral("K7WD-4PQX"));
    QVERIFY(!find<QrPicture>("pairing.picture")->isVisible());
    QTest::keyClick(sheet(), Qt::Key_Escape);
    QVERIFY(!sheet()->isOpen());
    QVERIFY(!m_stage->site.calls.contains(QStringLiteral("closeDoor")));
}

void ScreenPairingTest::aStandingScreenIsShownWithItsDigits()
{
    openSheet();
    click(sheet()->goOnButton());
    m_stage->site.door.screen = KnockingScreen{QStringLiteral("f1"), QStringLiteral("Grill"),
                                               QStringLiteral("192.168.1.31"), QStringLiteral("042917")};
    // By itself, within a second or so.
    QVERIFY(Stage::waitFor([this] { return sheet()->state() == PairingSheet::State::Compare; }));
    QCOMPARE(find<DigitsView>("pairing.digits")->digits(), QStringLiteral("042917"));
    QCOMPARE(find<DigitsView>("pairing.digits")->accessibleName(), QStringLiteral("0 4 2 9 1 7"));
    QVERIFY(!find<QrPicture>("pairing.picture")->isVisible());
}

void ScreenPairingTest::theSameDigitsLetItIn()
{
    openSheet();
    click(sheet()->goOnButton());
    stand(KnockingScreen::State::Compare);
    click(sheet()->goOnButton());
    QVERIFY(m_stage->site.calls.contains(QStringLiteral("answerScreen f1 same")));
    QCOMPARE(sheet()->state(), PairingSheet::State::Agreed);
    QVERIFY(!sheet()->goOnButton()->isEnabled());
    stand(KnockingScreen::State::Paired);
    QCOMPARE(sheet()->state(), PairingSheet::State::Paired);
    QVERIFY(find<StateView>("pairing.end")->title().contains(QStringLiteral("Grill")));
    click(sheet()->goOnButton());
    QVERIFY(!sheet()->isOpen());
    QVERIFY(!m_stage->site.calls.contains(QStringLiteral("closeDoor")));
}

void ScreenPairingTest::otherDigitsDoNot()
{
    openSheet();
    click(sheet()->goOnButton());
    stand(KnockingScreen::State::Compare);
    click(sheet()->differButton());
    QVERIFY(m_stage->site.calls.contains(QStringLiteral("answerScreen f1 other")));
    QCOMPARE(sheet()->state(), PairingSheet::State::Refused);
    // And again from the beginning.
    click(sheet()->goOnButton());
    QCOMPARE(sheet()->state(), PairingSheet::State::Shown);
}

void ScreenPairingTest::closingClosesTheDoor()
{
    openSheet();
    click(sheet()->goOnButton());
    QTest::keyClick(sheet(), Qt::Key_Escape);
    QVERIFY(!sheet()->isOpen());
    QVERIFY(m_stage->site.calls.contains(QStringLiteral("closeDoor")));
    // What was shown is gone.
    QCOMPARE(find<QrPicture>("pairing.picture")->text(), QString());
    QCOMPARE(find<QLineEdit>("pairing.code")->text(), QString());
}

void ScreenPairingTest::tooLateIsSaid()
{
    openSheet();
    click(sheet()->goOnButton());
    m_stage->site.door.openUntilMs = 0;
    sheet()->askDoor();
    Stage::settle();
    QCOMPARE(sheet()->state(), PairingSheet::State::Expired);
    QVERIFY(!find<StateView>("pairing.end")->title().isEmpty());
}

void ScreenPairingTest::theHubAwayIsSaidAndItGoesOn()
{
    openSheet();
    click(sheet()->goOnButton());
    m_stage->site.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
    sheet()->askDoor();
    Stage::settle();
    QCOMPARE(sheet()->state(), PairingSheet::State::Shown);
    m_stage->site.setFailing(std::nullopt);
    stand(KnockingScreen::State::Compare);
    QCOMPARE(sheet()->state(), PairingSheet::State::Compare);
}

void ScreenPairingTest::aHastyEnterLetsNobodyIn()
{
    openSheet();
    click(sheet()->goOnButton());
    stand(KnockingScreen::State::Compare);
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : sheet(), Qt::Key_Return);
    Stage::settle();
    QVERIFY(!m_stage->site.calls.contains(QStringLiteral("answerScreen f1 same")));
}

// ---- at the new screen

void ScreenPairingTest::hubsAreChosen()
{
    openJoin();
    QCOMPARE(find<ChoiceRow>("firstHubs")->count(), 1);
    // Another one comes while somebody looks.
    m_stage->setup.setHubs({true,
                            {{QStringLiteral("Ошақ"), QStringLiteral("https://192.168.1.9:8787")},
                             {QStringLiteral("Dastarkhan"), QStringLiteral("https://192.168.1.10:8787")}}});
    QCOMPARE(find<ChoiceRow>("firstHubs")->count(), 2);
    find<ChoiceRow>("firstHubs")->button(1)->click();
    QCOMPARE(find<QLineEdit>("firstUrl")->text(), QStringLiteral("https://192.168.1.10:8787"));
    QCOMPARE(find<ChoiceRow>("firstHubs")->chosen(), 1);
    type("firstName", QStringLiteral("Grill"));
    click(first().nextButton());
    QCOMPARE(m_stage->setup.calls, QStringList{QStringLiteral("compare https://192.168.1.10:8787 Grill")});
}

void ScreenPairingTest::withoutAvahiTheAddressIsTyped()
{
    openJoin();
    m_stage->setup.setHubs({});
    QVERIFY(!find<ChoiceRow>("firstHubs")->isVisible());
    type("firstName", QStringLiteral("Grill"));
    type("firstUrl", QStringLiteral("192.168.1.10:8787/"));
    click(first().nextButton());
    QCOMPARE(m_stage->setup.calls, QStringList{QStringLiteral("compare https://192.168.1.10:8787 Grill")});
}

/// A scanner types the line and presses Enter.
void ScreenPairingTest::aScannedLinkIsTaken()
{
    openJoin();
    type("firstName", QStringLiteral("Grill"));
    type("firstUrl", link());
    QTest::keyClick(find<QLineEdit>("firstUrl"), Qt::Key_Return);
    Stage::settle();
    QCOMPARE(m_stage->setup.calls, (QStringList{QStringLiteral("link https://192.168.1.10:8787 K7WD-4PQX Grill"),
                                                QStringLiteral("finish"), QStringLiteral("restart")}));
}

void ScreenPairingTest::halfALinkIsNot()
{
    openJoin();
    type("firstName", QStringLiteral("Grill"));
    type("firstUrl", link().left(40));
    click(first().nextButton());
    QVERIFY(!errorOf("firstUrl").isEmpty());
    QVERIFY(m_stage->setup.calls.isEmpty());
}

void ScreenPairingTest::digitsAreComparedOnTheNewScreen()
{
    openJoin();
    type("firstName", QStringLiteral("Grill"));
    find<ChoiceRow>("firstHubs")->button(0)->click();
    click(first().nextButton());
    QCOMPARE(find<DigitsView>("firstDigits")->digits(), QStringLiteral("042917"));
    QVERIFY(find<DigitsView>("firstDigits")->isVisible());
    QVERIFY(!find<QLineEdit>("firstUrl")->isVisible());
    click(first().nextButton());
    QCOMPARE(m_stage->setup.calls.mid(1),
             (QStringList{QStringLiteral("agree"), QStringLiteral("finish"), QStringLiteral("restart")}));
}

void ScreenPairingTest::digitsThatDifferAreToldToTheHub()
{
    openJoin();
    type("firstName", QStringLiteral("Grill"));
    find<ChoiceRow>("firstHubs")->button(0)->click();
    click(first().nextButton());
    click(find<TouchButton>("firstDiffer"));
    QCOMPARE(m_stage->setup.calls.back(), QStringLiteral("refuse"));
    QVERIFY(find<StateView>("firstRefusal")->isVisible());
    click(first().nextButton()); // Try again
    QVERIFY(find<QLineEdit>("firstUrl")->isVisible());
    QCOMPARE(find<QLineEdit>("firstName")->text(), QStringLiteral("Grill"));
}

void ScreenPairingTest::leavingTellsTheHub()
{
    openJoin();
    type("firstName", QStringLiteral("Grill"));
    find<ChoiceRow>("firstHubs")->button(0)->click();
    click(first().nextButton());
    m_stage->setup.setImmediate(false);
    click(first().nextButton());
    QCOMPARE(m_stage->setup.calls.back(), QStringLiteral("agree"));
    click(first().leaveButton());
    QVERIFY(m_stage->setup.calls.contains(QStringLiteral("refuse")));
    m_stage->setup.answerAll();
    Stage::settle();
    QVERIFY(!m_stage->setup.calls.contains(QStringLiteral("restart")));
}

void ScreenPairingTest::refusalsAreExplained_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"CREDENTIALS_WRONG", "PAIRING_EXPIRED", "PAIRING_USED", "PAIRING_FOREIGN", "HUB_FOREIGN",
                             "PAIRING_CLOSED", "PAIRING_BUSY", "PAIRING_REFUSED", "SIGN_IN_LOCKED", "NOT_CONFIGURED"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void ScreenPairingTest::refusalsAreExplained()
{
    QFETCH(QString, code);
    openJoin();
    type("firstName", QStringLiteral("Grill"));
    type("firstUrl", link());
    m_stage->setup.failNext({PortFailure::Kind::Refused, code, {}, {}});
    click(first().nextButton());
    auto *page = find<StateView>("firstRefusal");
    QVERIFY(page->isVisible());
    QVERIFY(!page->title().isEmpty() && !page->text().isEmpty());
    QVERIFY2(!page->text().contains(code), qPrintable(page->text()));
    QVERIFY(!m_stage->setup.calls.contains(QStringLiteral("restart")));
    QVERIFY(m_stage->setup.first);
}

// ---- later

void ScreenPairingTest::anotherHubIsShownOnce()
{
    m_stage->open(QStringLiteral("kitchen"), QSize(1280, 800));
    auto *page = m_stage->foreignHub;
    QVERIFY(!page->isOpen());
    LinkStatus::Facts facts = m_stage->link.facts();
    facts.state = LinkStatus::State::Offline;
    facts.isForeignHub = true;
    m_stage->link.update(facts);
    QVERIFY(page->isOpen());
    click(page->goOnButton());
    QVERIFY(!page->isOpen());
    facts.pending = 5;
    m_stage->link.update(facts);
    QVERIFY(!page->isOpen());
    // Its own hub again, and then once more a stranger.
    facts.isForeignHub = false;
    facts.state = LinkStatus::State::Live;
    m_stage->link.update(facts);
    facts.isForeignHub = true;
    m_stage->link.update(facts);
    QVERIFY(page->isOpen());
    facts.isForeignHub = false;
    m_stage->link.update(facts);
    QVERIFY(!page->isOpen());
}

void ScreenPairingTest::aScreenIsLetInAgain()
{
    m_stage->open(QStringLiteral("kitchen"), QSize(1280, 800));
    QSignalSpy asked(m_stage->foreignHub, &ForeignHubSheet::joinAsked);
    LinkStatus::Facts facts = m_stage->link.facts();
    facts.isForeignHub = true;
    m_stage->link.update(facts);
    click(m_stage->foreignHub->joinButton());
    QCOMPARE(asked.size(), 1);
    QVERIFY(!m_stage->foreignHub->isOpen());
    auto *join = new FirstStart(m_stage->setup,
                                joinSteps(m_stage->display, m_stage->setup, m_stage->window->officeLook()),
                                m_stage->window->officeLook(), m_stage->window.get());
    join->begin();
    Stage::settle();
    QVERIFY(find<QLineEdit>("firstUrl")->isVisible());
    QVERIFY(!find<ChoiceRow>("firstWhat")->isVisible());
    QVERIFY(!join->skipButton()->isVisible());
    click(join->leaveButton());
    QVERIFY(!join->isVisible());
}

QTEST_MAIN(ScreenPairingTest)
#include "screenpairingtest.moc"

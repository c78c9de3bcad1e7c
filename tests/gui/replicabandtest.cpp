// SPDX-License-Identifier: GPL-3.0-or-later
// What screens say of a hub and its standby, and what a manager does about it.
#include "ui/common/replicaband.h"
#include "models/domain/storagetrouble.h"
#include "tests/gui/shots/stage.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/standbysection.h"

#include <QTest>

using namespace oshaq;

class ReplicaBandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->screen.setTerminalRole(Role::Manager);
    }
    void cleanup() { m_stage.reset(); }

    void nothingIsSaidWhileAllIsWell()
    {
        m_stage->replica.haveStandby();
        open("kitchen");
        QVERIFY(!band()->isVisible());
    }

    void aManagerLetsTheHubGoOn()
    {
        m_stage->replica.loseStandby();
        open("kitchen");
        QVERIFY(band()->isVisible());
        QVERIFY(band()->message().contains(QStringLiteral("Nobody takes orders")));
        press();
        // What changes so much is asked once more.
        QVERIFY(!m_stage->replica.calls.contains(QStringLiteral("declareSolo ")));
        QVERIFY(band()->message().contains(QStringLiteral("hub alone")));
        press();
        QVERIFY(m_stage->replica.calls.contains(QStringLiteral("declareSolo ")));
        tell();
        QVERIFY(band()->message().contains(QStringLiteral("goes on alone")));
        press();
        QVERIFY(m_stage->replica.calls.contains(QStringLiteral("endSolo")));
        tell();
        QVERIFY(!band()->isVisible());
    }

    void whyItDidNotWorkIsSaid()
    {
        m_stage->replica.loseStandby();
        open("orders");
        m_stage->replica.failNext(
            {PortFailure::Kind::Refused, QStringLiteral("REPLICA_NOT_IN_STEP"), QStringLiteral("no"), {}});
        press();
        press();
        QVERIFY(band()->message().contains(QStringLiteral("cannot be now")));
        QVERIFY(button()->isVisible());
    }

    void everybodySeesThatNothingIsStored_data()
    {
        QTest::addColumn<StorageTrouble>("trouble");
        QTest::addColumn<QString>("said");
        QTest::newRow("full") << StorageTrouble::DiskFull << QStringLiteral("disk is full");
        QTest::newRow("read-only") << StorageTrouble::DiskReadOnly << QStringLiteral("takes no writes");
        QTest::newRow("fails") << StorageTrouble::DiskFails << QStringLiteral("reports errors");
        QTest::newRow("damaged") << StorageTrouble::Damaged << QStringLiteral("is damaged");
        QTest::newRow("gone") << StorageTrouble::FileGone << QStringLiteral("taken away");
        QTest::newRow("memory") << StorageTrouble::NoMemory << QStringLiteral("no memory");
    }
    void everybodySeesThatNothingIsStored()
    {
        QFETCH(StorageTrouble, trouble);
        QFETCH(QString, said);
        m_stage->screen.setTerminalRole(Role::Kitchen);
        open("kitchen");
        m_stage->replica.state.note.storage = storageTroubleText(trouble);
        tell();
        QVERIFY(band()->isVisible());
        QVERIFY2(band()->message().contains(said), qPrintable(band()->message()));
        QVERIFY(band()->message().contains(QStringLiteral("kept and sent later")));
        QVERIFY(!button()->isVisible());
        m_stage->replica.state.note.storage.clear();
        tell();
        QVERIFY(!band()->isVisible());
    }

    void aWordOfANewerHubIsNoReasonToBeSilent()
    {
        open("orders");
        m_stage->replica.state.note.storage = QStringLiteral("disk_on_fire");
        tell();
        QVERIFY(band()->message().contains(QStringLiteral("look at its computer")));
    }

    void aCookSeesItAndDecidesNothing()
    {
        m_stage->replica.loseStandby();
        m_stage->screen.setTerminalRole(Role::Kitchen);
        open("kitchen");
        QVERIFY(band()->isVisible());
        QVERIFY(!button()->isVisible());
    }

    void aQuestionIsForgottenWhenSomethingElseIsTheMatter()
    {
        m_stage->replica.loseStandby();
        open("kitchen");
        press();
        m_stage->replica.state.note = {ReplicaRole::Hub, ReplicaMode::Sync, true, false, {}, 0, {}};
        tell();
        m_stage->replica.loseStandby();
        tell();
        QVERIFY(band()->message().contains(QStringLiteral("Nobody takes orders")));
        press();
        QVERIFY(!m_stage->replica.calls.contains(QStringLiteral("declareSolo ")));
    }

    void twoHubsAreAnAlarm()
    {
        m_stage->replica.haveStandby();
        m_stage->replica.state.note.reason = QStringLiteral("two_hubs");
        m_stage->replica.state.rival = QStringLiteral("2-OTHER");
        open("kitchen");
        QVERIFY(band()->message().contains(QStringLiteral("Two computers")));
        press();
        press();
        QVERIFY(m_stage->replica.calls.contains(QStringLiteral("declareSolo ")));
    }

    void theStandbyHereTakesTheHubsPlace()
    {
        m_stage->hasStandbyHere = true;
        m_stage->replicaHere.state.note.role = ReplicaRole::Standby;
        open("orders");
        QVERIFY(!band()->isVisible());
        LinkStatus::Facts facts = m_stage->link.facts();
        facts.state = LinkStatus::State::Offline;
        m_stage->link.update(facts);
        Stage::settle();
        QVERIFY(band()->message().contains(QStringLiteral("can take its place")));
        press();
        press();
        QVERIFY(m_stage->replicaHere.calls.contains(QStringLiteral("promote insisting")));
        QVERIFY(!band()->isVisible());
    }

    void theSectionSetsOneUp()
    {
        QString kept;
        m_stage->beginStandby = [&kept](const QString &token) {
            kept = token;
            return QString();
        };
        open("settings");
        m_stage->settingsPage->showSection(QStringLiteral("standby"));
        Stage::settle();
        auto *list = qobject_cast<ListSection *>(m_stage->settingsPage->currentSection());
        QCOMPARE(list->cards().size(), 2u);
        list->cards().back()->button(0)->click();
        QVERIFY(kept.isEmpty());
        list->cards().back()->button(0)->click();
        Stage::settle();
        QCOMPARE(kept, QStringLiteral("os_secret"));
        QVERIFY(m_stage->replica.calls.contains(QStringLiteral("setMode sync")));
    }

    void theSectionSaysHowFarTheStandbyIs()
    {
        m_stage->replica.haveStandby();
        m_stage->replica.state.lagCommits = 3;
        m_stage->replica.state.note.lagMs = 2500;
        open("settings");
        m_stage->settingsPage->showSection(QStringLiteral("standby"));
        Stage::settle();
        auto *list = qobject_cast<ListSection *>(m_stage->settingsPage->currentSection());
        QCOMPARE(list->cards().size(), 2u);
        QCOMPARE(list->cards().back()->title(), QStringLiteral("Office"));
        QVERIFY(list->cards().back()->facts().contains(QStringLiteral("lacks the last 3 s")));
    }

private:
    void open(const char *page)
    {
        m_stage->open(QString::fromLatin1(page), QSize(1280, 800));
        tell();
    }
    /// The screen hears what the hub is.
    void tell()
    {
        LinkStatus::Facts facts = m_stage->link.facts();
        facts.state = LinkStatus::State::Live;
        facts.replica = m_stage->replica.state.note;
        m_stage->link.update(facts);
        Stage::settle();
    }
    Band *band() const { return m_stage->window->replicaBand(); }
    TouchButton *button() const { return band()->actionButton(); }
    void press()
    {
        QVERIFY(button()->isVisible());
        button()->click();
        Stage::settle();
    }

    std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(ReplicaBandTest)
#include "replicabandtest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The drill on its page of the settings: begun, watched, ended early, and its sheet read.
#include "ui/settings/drillsection.h"
#include "tests/gui/shots/stage.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/settingspage.h"

#include <QTest>

using namespace oshaq;

class DrillSectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->open(QStringLiteral("settings"), {1280, 800});
        QVERIFY(m_stage->settingsPage->showSection(QStringLiteral("drill")));
        Stage::settle();
    }
    void cleanup() { m_stage.reset(); }

    void isBegunWatchedAndRead()
    {
        QCOMPARE(cards().size(), size_t(1));
        QCOMPARE(actionsShown(), 2);
        cards()[0]->button(0)->click();
        QCOMPARE(m_stage->drill.startedMinutes, 2);
        QCOMPARE(actionsShown(), 1); // only its end can be asked for
        m_stage->drill.set({DrillProgress::Phase::Hurting, 61'000, 120'000});
        QVERIFY2(cards()[0]->facts().contains(QStringLiteral("1 min 1 s of 2 min 0 s")),
                 qPrintable(cards()[0]->facts()));
        m_stage->drill.set({DrillProgress::Phase::Settling, 0, 120'000});
        QCOMPARE(actionsShown(), 0);
        m_stage->drill.end(FakeDrillPort::passed());
        QCOMPARE(cards().size(), size_t(2) + FakeDrillPort::passed().faults.size());
        QVERIFY(cards()[1]->title().startsWith(QStringLiteral("Passed")));
        QVERIFY(cards()[1]->trouble().isEmpty());
        QVERIFY2(cards()[1]->facts().contains(QStringLiteral("orders acknowledged: 1,204")),
                 qPrintable(cards()[1]->facts()));
        QCOMPARE(cards()[3]->title(), QStringLiteral("The hub: power gone"));
        QCOMPARE(actionsShown(), 2);
    }
    void isEndedEarly()
    {
        cards()[0]->button(1)->click();
        QCOMPARE(m_stage->drill.startedMinutes, 10);
        cards()[0]->button(0)->click();
        QCOMPARE(m_stage->drill.stops, 1);
    }
    void whatWasLostIsSaidFirst()
    {
        m_stage->drill.end(FakeDrillPort::failed());
        QVERIFY(cards()[1]->title().startsWith(QStringLiteral("Not passed")));
        QVERIFY(cards()[1]->facts().contains(QStringLiteral("lost: 2")));
        QVERIFY(cards()[1]->trouble().contains(QStringLiteral("A-041 was acknowledged")));
        QVERIFY(cards()[1]->trouble().contains(QStringLiteral("still on its way")));
    }
    void withoutAResultTheReasonIsSaid()
    {
        m_stage->drill.failure = QStringLiteral("oshaq_drill ended with code 2");
        m_stage->drill.set({});
        QVERIFY(cards()[0]->trouble().contains(QStringLiteral("code 2")));
        QCOMPARE(actionsShown(), 2); // it can be tried again
    }
    void whereItIsNotInstalledNothingCanBePressed()
    {
        m_stage->drill.installed = false;
        m_stage->drill.set({});
        QCOMPARE(actionsShown(), 0);
        QVERIFY(cards()[0]->facts().contains(QStringLiteral("not installed")));
    }

private:
    const std::vector<RowCard *> &cards() const
    {
        return qobject_cast<ListSection *>(m_stage->settingsPage->currentSection())->cards();
    }

    int actionsShown() const
    {
        int count = 0;
        for (int action = 0; action < cards()[0]->actionCount(); ++action)
            count += cards()[0]->button(action)->isVisible() ? 1 : 0;
        return count;
    }

    std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(DrillSectionTest)
#include "drillsectiontest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The system and its backups on their pages of the settings: what is wrong is said first and can be taken on, a copy
// and a try of a backup can be begun.
#include "tests/gui/shots/stage.h"
#include "ui/common/band.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/listsection.h"
#include "ui/settings/settingspage.h"

#include <QTest>

using namespace oshaq;

class SystemSectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<Stage>(); }
    void cleanup() { m_stage.reset(); }

    void aSiteThatWorksSaysSo()
    {
        m_stage->system.furnish();
        open("system");
        QCOMPARE(titles().first(), QStringLiteral("All is well"));
        QVERIFY(card(QStringLiteral("Screens"))->facts().contains(QStringLiteral("3 of 3")));
        QVERIFY(card(QStringLiteral("Backups"))->facts().contains(QStringLiteral("is safe")));
        for (const RowCard *one : cards()) {
            QVERIFY2(one->trouble().isEmpty(), qPrintable(one->trouble()));
            QCOMPARE(buttons(one), 0);
        }
    }
    void withoutBackupsThatIsSaid()
    {
        open("system");
        QVERIFY(card(QStringLiteral("Backups"))->trouble().contains(QStringLiteral("None are made")));
    }
    void whatIsWrongComesFirstAndIsTakenOn()
    {
        m_stage->system.trouble();
        open("system");
        QCOMPARE(titles().mid(0, 4), QStringList({QStringLiteral("3 things need somebody"), QStringLiteral("Needs somebody now"),
                                                  QStringLiteral("Needs somebody today"), QStringLiteral("Needs somebody now")}));
        QVERIFY(cards()[2]->trouble().contains(QStringLiteral("messages")));
        QCOMPARE(buttons(cards()[3]), 0); // somebody has it already
        QVERIFY(cards()[3]->facts().contains(QStringLiteral("looks after it")));
        QVERIFY(card(QStringLiteral("Services outside"))->trouble().contains(QStringLiteral("535")));
        QVERIFY(card(QStringLiteral("Over"))->facts().contains(QStringLiteral("1 h 40 min")));
        cards()[2]->button(0)->click();
        Stage::settle();
        QVERIFY(m_stage->system.calls.contains(QStringLiteral("confirm 2")));
        QCOMPARE(buttons(cards()[2]), 0);
        QVERIFY(cards()[2]->facts().contains(QStringLiteral("looks after it")));
    }
    void whatTheHubRefusesIsTold()
    {
        m_stage->system.trouble();
        open("system");
        m_stage->system.failNext({PortFailure::Kind::Unreachable, {}, {}, {}});
        cards()[1]->button(0)->click();
        Stage::settle();
        QVERIFY(section()->band()->isVisible());
        QCOMPARE(buttons(cards()[1]), 1); // it can be pressed again
    }
    void aHubThatIsAwayLeavesWhatIsKnown()
    {
        m_stage->system.furnish();
        open("system");
        m_stage->system.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
        section()->refresh();
        Stage::settle();
        QVERIFY(cards().size() > 1);
        QVERIFY(section()->band()->isVisible());
    }

    void aBackupIsBegunAndWatched()
    {
        m_stage->system.furnish();
        open("backups");
        QCOMPARE(titles().first(), QStringLiteral("Everything is safe"));
        QVERIFY(titles()[1].endsWith(QStringLiteral("good")));
        cards()[0]->button(0)->click();
        Stage::settle();
        QVERIFY(m_stage->system.calls.contains(QStringLiteral("begin full")));
        QVERIFY2(cards()[0]->facts().contains(QStringLiteral("being made: 0 %")), qPrintable(cards()[0]->facts()));
        m_stage->system.kept.percent = 60;
        QTRY_VERIFY(cards()[0]->facts().contains(QStringLiteral("60 %"))); // it looks by itself
        cards()[0]->button(1)->click();
        Stage::settle();
        QVERIFY(m_stage->system.calls.contains(QStringLiteral("begin check")));
    }
    void whatIsNotSafeIsSaid()
    {
        m_stage->system.trouble();
        open("backups");
        QVERIFY(titles().first().startsWith(QStringLiteral("All but the last 1 min 35 s")));
        QVERIFY(cards()[0]->trouble().contains(QStringLiteral("no space left")));
        QVERIFY(cards()[1]->trouble().contains(QStringLiteral("the tail is cut")));
    }
    void withoutAPlaceItSaysWhatToDo()
    {
        open("backups");
        QCOMPARE(cards().size(), size_t(1));
        QCOMPARE(buttons(cards()[0]), 0);
        QVERIFY(cards()[0]->trouble().contains(QStringLiteral("backup.folder")));
    }

private:
    void open(const char *key)
    {
        m_stage->open(QStringLiteral("settings"), {1280, 800});
        QVERIFY(m_stage->settingsPage->showSection(QString::fromLatin1(key)));
        Stage::settle();
    }
    ListSection *section() const { return qobject_cast<ListSection *>(m_stage->settingsPage->currentSection()); }
    const std::vector<RowCard *> &cards() const { return section()->cards(); }
    RowCard *card(const QString &title) const
    {
        for (RowCard *one : cards()) {
            if (one->title() == title)
                return one;
        }
        qFatal("there is no card %s", qPrintable(title));
    }
    /// What can be pressed on it.
    static int buttons(const RowCard *card)
    {
        int shown = 0;
        for (int i = 0; i < card->actionCount(); ++i)
            shown += card->button(i)->isVisible() ? 1 : 0;
        return shown;
    }
    QStringList titles() const
    {
        QStringList all;
        for (const RowCard *one : cards())
            all << one->title();
        return all;
    }

    std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(SystemSectionTest)
#include "systemsectiontest.moc"

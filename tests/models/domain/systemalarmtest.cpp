// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/systemalarm.h"

#include "models/domain/noticetexts.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace oshaq;

namespace {

constexpr qint64 gigabyte = 1'000'000'000;
constexpr qint64 minuteMs = 60'000;

bool has(const std::vector<SystemFinding> &all, SystemProblem problem)
{
    return std::any_of(all.begin(), all.end(), [problem](const SystemFinding &one) { return one.problem == problem; });
}

SystemFacts wellFacts()
{
    SystemFacts facts;
    facts.nowMs = 1'768'473'000'000;
    facts.queued = 3;
    facts.maxQueued = 4096;
    facts.diskFreeBytes = 60 * gigabyte;
    facts.diskTotalBytes = 100 * gigabyte;
    return facts;
}

} // namespace

class SystemAlarmTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsComeBack()
    {
        QSet<QString> texts;
        for (const SystemProblem problem : allSystemProblems) {
            texts.insert(systemProblemText(problem));
            QCOMPARE(systemProblemFromText(systemProblemText(problem)), std::optional(problem));
        }
        QCOMPARE(texts.size(), qsizetype(allSystemProblems.size()));
        QCOMPARE(systemProblemFromText(u"fire"), std::optional<SystemProblem>());
    }

    void sentencesInEveryLanguage()
    {
        for (const SystemProblem problem : allSystemProblems) {
            QSet<QString> sentences;
            for (const QString &language : noticeLanguages()) {
                const QString sentence = systemAlarmSentence({problem, QStringLiteral("printing"), 7, 3}, language);
                QVERIFY2(!sentence.contains(u'%') || sentence.contains(QStringLiteral(" %")), qPrintable(sentence));
                QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'?'), qPrintable(sentence));
                sentences.insert(sentence);
            }
            QCOMPARE(sentences.size(), noticeLanguages().size());
        }
        // What somebody called a thing is not a placeholder.
        QCOMPARE(systemAlarmSentence({SystemProblem::OutboxStuck, QStringLiteral("%2"), 7, 0}, QStringLiteral("en")),
                 QStringLiteral("Waiting to be sent for 7 min: %2."));
    }

    void aWellSiteHasNoFindings()
    {
        QVERIFY(systemrules::findings(wellFacts()).empty());
        QVERIFY(systemrules::findings(SystemFacts()).empty());
    }

    void diskByShareAndByRoom()
    {
        SystemFacts facts = wellFacts();
        facts.diskFreeBytes = 9 * gigabyte;
        QVERIFY(has(systemrules::findings(facts), SystemProblem::DiskLow));
        facts.diskFreeBytes = 2 * gigabyte;
        QVERIFY(has(systemrules::findings(facts), SystemProblem::DiskFull));
        QVERIFY(!has(systemrules::findings(facts), SystemProblem::DiskLow));
        // A tenth of a large disk is plenty.
        facts.diskTotalBytes = 4000 * gigabyte;
        facts.diskFreeBytes = 100 * gigabyte;
        QVERIFY(systemrules::findings(facts).empty());
        // A small one with room for a day is not full.
        facts.diskTotalBytes = 8 * gigabyte;
        facts.diskFreeBytes = 2 * gigabyte;
        QVERIFY(systemrules::findings(facts).empty());
        facts.diskFreeBytes = gigabyte / 4;
        QVERIFY(has(systemrules::findings(facts), SystemProblem::DiskFull));
    }

    void standbyOnlyWhereThereIsOne()
    {
        SystemFacts facts = wellFacts();
        facts.standbyLagMs = 90'000;
        QVERIFY(systemrules::findings(facts).empty());
        facts.hasStandby = true;
        QVERIFY(has(systemrules::findings(facts), SystemProblem::StandbyAway));
        facts.isStandbyConnected = true;
        QVERIFY(has(systemrules::findings(facts), SystemProblem::StandbyBehind));
        facts.standbyLagMs = 10;
        QVERIFY(systemrules::findings(facts).empty());
    }

    void backups()
    {
        SystemFacts facts = wellFacts();
        facts.backups = BackupStanding{};
        QVERIFY(systemrules::findings(facts).empty()); // none yet, on the first day
        facts.backups = BackupStanding{facts.nowMs - 90 * minuteMs, facts.nowMs, true};
        const auto old = systemrules::findings(facts);
        QCOMPARE(old, (std::vector<SystemFinding>{{SystemProblem::BackupOld, {}, 90, 0}}));
        facts.backups = BackupStanding{facts.nowMs, facts.nowMs, false};
        QVERIFY(has(systemrules::findings(facts), SystemProblem::BackupBad));
    }

    void outside()
    {
        SystemFacts facts = wellFacts();
        facts.integrationsDown = {QStringLiteral("smtp"), QStringLiteral("halyk")};
        facts.outboxes = {{QStringLiteral("printing"), 3, 20 * minuteMs}, {QStringLiteral("webhooks"), 3, minuteMs}};
        const auto found = systemrules::findings(facts);
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found[2], (SystemFinding{SystemProblem::OutboxStuck, QStringLiteral("printing"), 20, 0}));
    }

    void signIns()
    {
        AnomalyFacts facts;
        facts.signInFailures = 9;
        QVERIFY(systemrules::anomalies(facts).empty());
        facts.signInFailures = 10;
        QVERIFY(has(systemrules::anomalies(facts), SystemProblem::SignInFailures));
    }

    void refundsAndVoidsAgainstOtherDays()
    {
        AnomalyFacts facts;
        facts.refundsToday = 4;
        facts.voidsToday = 9;
        QVERIFY(systemrules::anomalies(facts).empty()); // too few for anybody to care
        facts.refundsToday = 5;
        facts.voidsToday = 10;
        QVERIFY(has(systemrules::anomalies(facts), SystemProblem::ManyRefunds));
        QVERIFY(has(systemrules::anomalies(facts), SystemProblem::ManyVoids));
        // A house that is used to them.
        facts.refundsUsual = 2;
        facts.voidsUsual = 4;
        QVERIFY(systemrules::anomalies(facts).empty());
        facts.refundsToday = 6;
        QVERIFY(has(systemrules::anomalies(facts), SystemProblem::ManyRefunds));
    }

    void ordersAgainstTheForecast_data()
    {
        QTest::addColumn<qint64>("actual");
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<bool>("few");
        QTest::addColumn<bool>("many");
        QTest::newRow("as always") << qint64{40} << qint64{42} << false << false;
        QTest::newRow("half of many") << qint64{19} << qint64{42} << true << false;
        QTest::newRow("none of many") << qint64{0} << qint64{42} << true << false;
        QTest::newRow("none of few is chance") << qint64{0} << qint64{8} << false << false;
        QTest::newRow("half and a bit") << qint64{22} << qint64{42} << false << false;
        QTest::newRow("a bus") << qint64{100} << qint64{20} << false << true;
        QTest::newRow("a bus at night") << qint64{40} << qint64{0} << false << true;
        QTest::newRow("a few at night") << qint64{5} << qint64{0} << false << false;
        QTest::newRow("double") << qint64{40} << qint64{20} << false << false;
    }

    void ordersAgainstTheForecast()
    {
        QFETCH(qint64, actual);
        QFETCH(qint64, expected);
        AnomalyFacts facts;
        facts.ordersLastHour = actual;
        QVERIFY(systemrules::anomalies(facts).empty()); // without a forecast nothing is odd
        facts.ordersForecast = expected;
        const auto found = systemrules::anomalies(facts);
        QTEST(has(found, SystemProblem::FewOrders), "few");
        QTEST(has(found, SystemProblem::ManyOrders), "many");
    }

    void forecastIsTheMedian()
    {
        QCOMPARE(systemrules::forecast({}), std::optional<qint64>());
        QCOMPARE(systemrules::forecast({5, 5}), std::optional<qint64>());
        // A holiday among them changes nothing.
        QCOMPARE(systemrules::forecast({40, 0, 44}), std::optional<qint64>(40));
        QCOMPARE(systemrules::forecast({40, 0, 44, 42}), std::optional<qint64>(41));
    }

    void hasToHold()
    {
        systemrules::Since since;
        const std::vector<SystemFinding> away{{SystemProblem::StandbyAway, {}, 0, 0}};
        QVERIFY(systemrules::held(away, &since, 1'000).empty());
        QVERIFY(systemrules::held(away, &since, 1'000 + minuteMs - 1).empty());
        QCOMPARE(systemrules::held(away, &since, 1'000 + minuteMs), away);
        // It came back in between: counted anew.
        QVERIFY(systemrules::held({}, &since, 2 * minuteMs).empty());
        QVERIFY(systemrules::held(away, &since, 3 * minuteMs).empty());
    }

    void escalatesUntilSomebodyConfirms()
    {
        SystemAlarm alarm;
        alarm.toldAtMs = 1'000;
        QVERIFY(!systemrules::isToEscalate(alarm, 10 * minuteMs, 1'000 + 10 * minuteMs - 1));
        QVERIFY(systemrules::isToEscalate(alarm, 10 * minuteMs, 1'000 + 10 * minuteMs));
        QVERIFY(!systemrules::isToEscalate(alarm, 0, 1'000'000'000)); // switched off
        alarm.confirmedAtMs = 5;
        QVERIFY(!systemrules::isToEscalate(alarm, 10 * minuteMs, 1'000'000'000));
        alarm.confirmedAtMs = 0;
        alarm.endedAtMs = 5;
        QVERIFY(!systemrules::isToEscalate(alarm, 10 * minuteMs, 1'000'000'000));
        alarm.endedAtMs = 0;
        alarm.level = systemrules::maxLevel;
        QVERIFY(!systemrules::isToEscalate(alarm, 10 * minuteMs, 1'000'000'000));
    }
};

QTEST_GUILESS_MAIN(SystemAlarmTest)
#include "systemalarmtest.moc"

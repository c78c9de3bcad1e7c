// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/alarmtext.h"

#include <QTest>

using namespace oshaq;

/// The words about tickets on no screen.
class AlarmTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseHasWords_data()
    {
        QTest::addColumn<QString>("station");
        QTest::addColumn<bool>("away");
        QTest::addColumn<QString>("printer");
        QTest::addColumn<int>("paper");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("words");
        const QString kitchen = QStringLiteral("Kitchen printer");
        QTest::newRow("printed") << "Grill" << false << kitchen << int(PrintJobState::Printed) << false << 1
                                 << "A-042 has been on no kitchen screen for 14 s: Grill. It was printed on Kitchen "
                                    "printer.";
        QTest::newRow("on its way") << "Grill" << false << kitchen << int(PrintJobState::Queued) << false << 1
                                    << "A-042 has been on no kitchen screen for 14 s: Grill. It goes to paper on "
                                       "Kitchen printer.";
        QTest::newRow("refused so far") << "Grill" << false << kitchen << int(PrintJobState::Queued) << true << 1
                                        << "A-042 has been on no kitchen screen for 14 s: Grill. Kitchen printer does "
                                           "not print it now: tell the kitchen.";
        QTest::newRow("not printed") << "Grill" << false << kitchen << int(PrintJobState::Failed) << true << 1
                                     << "A-042 has been on no kitchen screen for 14 s: Grill. Kitchen printer did not "
                                        "print it: tell the kitchen.";
        QTest::newRow("no printer") << "Grill" << false << QString() << int(PrintJobState::Queued) << false << 1
                                    << "A-042 has been on no kitchen screen for 14 s: Grill. No printer prints it: "
                                       "tell the kitchen.";
        QTest::newRow("away") << "Grill" << true << QString() << int(PrintJobState::Queued) << false << 1
                              << "Every screen of Grill is away: nobody there has seen A-042 for 14 s. No printer "
                                 "prints it: tell the kitchen.";
        QTest::newRow("no stations, away") << "" << true << QString() << int(PrintJobState::Queued) << false << 1
                                           << "Every kitchen screen is away: nobody there has seen A-042 for 14 s. No "
                                              "printer prints it: tell the kitchen.";
        QTest::newRow("no stations, several") << "" << false << kitchen << int(PrintJobState::Printed) << false << 3
                                              << "A-042 has been on no kitchen screen for 14 s. It was printed on "
                                                 "Kitchen printer. 2 more tickets are unseen too.";
    }

    void everyCaseHasWords()
    {
        QFETCH(const QString, station);
        QFETCH(const bool, away);
        QFETCH(const QString, printer);
        QFETCH(const int, paper);
        QFETCH(const bool, refused);
        QFETCH(const int, count);
        QFETCH(const QString, words);
        UnpaintedAlarm alarm;
        alarm.number = QStringLiteral("A-042");
        alarm.station = station;
        alarm.sinceMs = now - 14'000;
        alarm.away = away;
        alarm.printer = printer;
        alarm.paper = PrintJobState(paper);
        alarm.fault = refused ? PrintFault::PaperOut : PrintFault::None;
        const std::vector<UnpaintedAlarm> alarms(size_t(count), alarm);
        QCOMPARE(AlarmText::band(alarms, live(), now), words);
        QCOMPARE(AlarmText::band({}, live(), now), QString());
    }

    void withoutTheHubTheTimeStands()
    {
        UnpaintedAlarm alarm;
        alarm.number = QStringLiteral("A-042");
        alarm.sinceMs = now - 14'000;
        LinkStatus::Facts facts = live();
        facts.state = LinkStatus::State::Offline;
        facts.knownAtMs = now;
        QVERIFY(AlarmText::band({alarm}, facts, now + 600'000).contains(QStringLiteral("14 s")));
        facts.state = LinkStatus::State::Live;
        QVERIFY(AlarmText::band({alarm}, facts, now + 600'000).contains(QStringLiteral("10 min 14 s")));
    }

    void marksNameTheStations()
    {
        UnpaintedAlarm grill;
        grill.station = QStringLiteral("Grill");
        UnpaintedAlarm cold;
        cold.station = QStringLiteral("Cold");
        QCOMPARE(AlarmText::mark({}), QString());
        QCOMPARE(AlarmText::mark({grill, cold}), QStringLiteral("On no screen: Grill, Cold"));
        QCOMPARE(AlarmText::mark({UnpaintedAlarm()}), QStringLiteral("On no screen"));
    }

    void durations()
    {
        QCOMPARE(AlarmText::duration(-5), QStringLiteral("0 s"));
        QCOMPARE(AlarmText::duration(59'999), QStringLiteral("59 s"));
        QCOMPARE(AlarmText::duration(60'000), QStringLiteral("1 min 0 s"));
        QCOMPARE(AlarmText::duration(3'600'000), QStringLiteral("1 h 0 min"));
    }

private:
    static constexpr qint64 now = 1'768'488'420'000;
    static LinkStatus::Facts live()
    {
        LinkStatus::Facts facts;
        facts.state = LinkStatus::State::Live;
        facts.knownAtMs = now;
        return facts;
    }
};

QTEST_GUILESS_MAIN(AlarmTextTest)
#include "alarmtexttest.moc"

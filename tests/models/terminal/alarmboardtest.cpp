// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/alarmboard.h"

#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

/// What a screen knows of alarms, and what somebody at it has seen.
class AlarmBoardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsDifferent()
    {
        AlarmBoard board;
        const QSignalSpy changed(&board, &AlarmBoard::changed);
        board.update({alarm(1, 1)});
        QCOMPARE(changed.count(), 1);
        board.update({alarm(1, 1)});
        QCOMPARE(changed.count(), 1);
        board.update({alarm(1, 1), alarm(1, 2), alarm(2, 1)});
        QCOMPARE(changed.count(), 2);
        QCOMPARE(board.loud().size(), size_t{3});
        QCOMPARE(board.of(1).size(), size_t{2});
        QVERIFY(board.of(9).empty());
    }

    void acknowledgedIsQuietAndStillThere()
    {
        AlarmBoard board;
        board.update({alarm(1, 1)});
        const QSignalSpy changed(&board, &AlarmBoard::changed);
        board.acknowledge();
        QCOMPARE(changed.count(), 1);
        QVERIFY(board.loud().empty());
        QCOMPARE(board.alarms().size(), size_t{1});
        QCOMPARE(board.of(1).size(), size_t{1});
        board.acknowledge();
        QCOMPARE(changed.count(), 1);
        // How far its paper is makes it no new alarm; another ticket does.
        UnpaintedAlarm printed = alarm(1, 1);
        printed.paper = PrintJobState::Printed;
        board.update({printed});
        QVERIFY(board.loud().empty());
        board.update({printed, alarm(2, 1)});
        QCOMPARE(board.loud().size(), size_t{1});
        QCOMPARE(board.loud().front().orderId, 2);
    }

    void whatComesBackIsLoudAgain()
    {
        AlarmBoard board;
        board.update({alarm(1, 1)});
        board.acknowledge();
        board.update({});
        board.update({alarm(1, 1)});
        QCOMPARE(board.loud().size(), size_t{1});
    }

private:
    static UnpaintedAlarm alarm(qint64 orderId, qint64 stationId)
    {
        UnpaintedAlarm made;
        made.orderId = orderId;
        made.stationId = stationId;
        made.number = QStringLiteral("A-042");
        return made;
    }
};

QTEST_GUILESS_MAIN(AlarmBoardTest)
#include "alarmboardtest.moc"

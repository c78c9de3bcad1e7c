// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/alertplan.h"
#include "ui/kitchen/alertsound.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace oshaq;

namespace {

constexpr qint64 now = 1'768'488'420'000;

Ticket ticket(qint64 id, std::vector<TicketChange> changes = {}, qint64 lateAtMs = 0)
{
    Ticket made;
    made.orderId = id;
    made.order.id = id;
    made.order.status = OrderStatus::Preparing;
    made.lateAtMs = lateAtMs;
    made.changes = std::move(changes);
    return made;
}

const TicketChange added{TicketChange::Kind::Added, 1};
const TicketChange voided{TicketChange::Kind::Voided, 1};

/// When which alert is heard in so many seconds, asked ten times a second: "0:arrived 12:arrived".
QString heard(AlertPlan &plan, int seconds, qint64 *clock)
{
    static const char *const names[] = {"unpainted", "voided", "arrived", "changed", "late"};
    QStringList list;
    const qint64 begin = *clock;
    for (; *clock < begin + seconds * 1000; *clock += 100) {
        if (const auto alert = plan.take(*clock)) {
            list << QStringLiteral("%1:%2")
                        .arg((*clock - begin) / 1000.0)
                        .arg(QLatin1String(names[static_cast<int>(*alert)]));
        }
    }
    return list.join(u' ');
}

} // namespace

class AlertPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSilent()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.noteTickets({ticket(1)}, now);
        QCOMPARE(heard(plan, 100, &clock), QString());
    }

    void arrivalsRepeatUntilSeen()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.noteTickets({ticket(1)}, now);
        plan.noteArrived(1);
        QCOMPARE(heard(plan, 30, &clock), QStringLiteral("0:arrived 12:arrived 24:arrived"));
        // The next one is heard at once.
        plan.noteTickets({ticket(1), ticket(2)}, now);
        plan.noteArrived(2);
        QCOMPARE(heard(plan, 5, &clock), QStringLiteral("0:arrived"));
        plan.noteSeen();
        QCOMPARE(heard(plan, 60, &clock), QString());
    }

    void unpaintedIsHeardUntilAcknowledged()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.noteTickets({ticket(1)}, now);
        plan.noteArrived(1);
        plan.noteUnpainted({{7, 1}});
        // Before everything else, and touching the screen does not end it.
        QCOMPARE(heard(plan, 4, &clock), QStringLiteral("0:unpainted 2:arrived"));
        plan.noteSeen();
        QCOMPARE(heard(plan, 10, &clock), QStringLiteral("1:unpainted 6:unpainted"));
        // Another one is heard at once, one less is no news.
        plan.noteUnpainted({{7, 1}, {8, 1}});
        QCOMPARE(heard(plan, 3, &clock), QStringLiteral("0:unpainted"));
        plan.noteUnpainted({{8, 1}});
        QCOMPARE(heard(plan, 4, &clock), QStringLiteral("2:unpainted"));
        plan.setEnabled(Alert::Unpainted, false);
        QCOMPARE(heard(plan, 20, &clock), QString());
        plan.setEnabled(Alert::Unpainted, true);
        plan.noteUnpainted({});
        QCOMPARE(heard(plan, 20, &clock), QString());
    }

    void whatLeftIsNotHeard()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.noteTickets({ticket(1)}, now);
        plan.noteArrived(1);
        plan.noteTickets({}, now);
        QCOMPARE(heard(plan, 30, &clock), QString());
    }

    void changesRepeatUntilAcknowledged()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.noteTickets({ticket(1, {added})}, now);
        QCOMPARE(heard(plan, 20, &clock), QStringLiteral("0:changed 15:changed"));
        // A touch somewhere is not enough.
        plan.noteSeen();
        QCOMPARE(heard(plan, 15, &clock), QStringLiteral("10:changed"));
        plan.noteTickets({ticket(1)}, now);
        QCOMPARE(heard(plan, 60, &clock), QString());
    }

    void theMostUrgentIsHeard()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.noteTickets({ticket(1, {added}), ticket(2, {voided}), ticket(3, {}, now)}, now);
        plan.noteArrived(1);
        QCOMPARE(heard(plan, 9, &clock), QStringLiteral("0:voided 2:arrived 4:changed 6:late 8:voided"));
    }

    void lateIsHeardOnceEach()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.noteTickets({ticket(1, {}, now)}, now - 1);
        QCOMPARE(heard(plan, 10, &clock), QString());
        plan.noteTickets({ticket(1, {}, now)}, now);
        QCOMPARE(heard(plan, 65, &clock), QStringLiteral("0:late 60:late"));
        plan.noteSeen();
        plan.noteTickets({ticket(1, {}, now)}, now + 1);
        QCOMPARE(heard(plan, 100, &clock), QString());
        plan.noteTickets({ticket(1, {}, now), ticket(2, {}, now)}, now + 2);
        QCOMPARE(heard(plan, 10, &clock), QStringLiteral("0:late"));
        // What waits to be handed over is late for nobody here.
        Ticket ready = ticket(3, {}, now);
        ready.order.status = OrderStatus::Ready;
        AlertPlan other;
        other.noteTickets({ready}, now);
        QCOMPARE(heard(other, 10, &clock), QString());
    }

    void soundsAreSwitchedOff()
    {
        AlertPlan plan;
        qint64 clock = 0;
        plan.setEnabled(Alert::Voided, false);
        plan.noteTickets({ticket(1, {voided, added})}, now);
        QCOMPARE(heard(plan, 5, &clock), QStringLiteral("0:changed"));
        plan.setEnabled(Alert::Voided, true);
        QVERIFY(plan.isEnabled(Alert::Voided));
        QCOMPARE(heard(plan, 5, &clock), QStringLiteral("0:voided"));
    }

    void tonesAreSounds()
    {
        QList<QByteArray> sounds;
        for (const Alert alert : allAlerts) {
            const QByteArray sound = alerttones::make(alert);
            QVERIFY(sound.size() % 2 == 0);
            const double seconds = double(sound.size()) / 2 / alerttones::samplesPerSecond;
            QVERIFY(seconds > 0.2 && seconds < 1.5);
            int loudest = 0;
            int last = 0;
            int jump = 0;
            for (qsizetype index = 0; index < sound.size(); index += 2) {
                const int value =
                    qint16(quint16(quint8(sound[index])) | quint16(quint16(quint8(sound[index + 1])) << 8));
                loudest = std::max(loudest, std::abs(value));
                jump = std::max(jump, std::abs(value - last));
                last = value;
            }
            QVERIFY2(loudest > 10'000 && loudest < 32'000, qPrintable(QString::number(loudest)));
            QVERIFY2(jump < 8'000, "it clicks");
            QVERIFY(!sounds.contains(sound));
            sounds << sound;
        }
    }
};

QTEST_APPLESS_MAIN(AlertPlanTest)
#include "alertplantest.moc"

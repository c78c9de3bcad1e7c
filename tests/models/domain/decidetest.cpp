// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordercommand.h"

#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 placed = 1'770'000'000'000;
constexpr qint64 reached = placed + 10 * minuteMs; ///< when the orders here got their status
constexpr qint64 now = reached + 5 * minuteMs;

using enum OrderStatus;
using Kind = OrderCommand::Kind;

OrderLine line(qint64 id, LineStatus status, qint64 atMs = reached)
{
    OrderLine made;
    made.id = id;
    made.itemId = 70 + id;
    made.name = QStringLiteral("Dish %1").arg(id);
    made.quantity = 2000;
    made.priceMinor = 1000;
    made.status = status;
    made.statusAtMs = atMs;
    made.addedAtMs = placed;
    return made;
}

Order order(OrderStatus status,
            std::vector<OrderLine> lines = {line(1, LineStatus::Queued), line(2, LineStatus::Queued)},
            Fulfilment fulfilment = Fulfilment::Pickup)
{
    Order made;
    made.id = 123;
    made.fulfilment = fulfilment;
    made.placedAtMs = placed;
    made.status = status;
    made.statusAtMs = reached;
    made.lines = std::move(lines);
    made.cost = {4000, 100, 4100, Currency()};
    return made;
}

OrderCommand setStatus(OrderStatus to, std::optional<OrderStatus> from = {}, const QString &reason = {})
{
    OrderCommand command;
    command.kind = Kind::SetStatus;
    command.to = to;
    command.from = from;
    command.reason = reason;
    return command;
}

OrderCommand onLines(LineAction action, std::vector<qint64> ids, const QString &reason = {})
{
    OrderCommand command;
    command.kind = Kind::Lines;
    command.action = action;
    command.lineIds = std::move(ids);
    command.reason = reason;
    return command;
}

OrderCommand recall(std::optional<OrderStatus> from = {}, std::vector<qint64> ids = {})
{
    OrderCommand command;
    command.kind = Kind::Recall;
    command.from = from;
    command.lineIds = std::move(ids);
    return command;
}

CommandContext as(Role role, qint64 nowMs = now)
{
    return {role, nowMs, reached + 600 * minuteMs};
}

/// "2@300 3@300 | 1=started@300": the effect as minutes after placing, for comparison at one glance.
QString text(const OrderEffect &effect)
{
    const auto minutes = [](qint64 ms) { return QString::number((ms - placed) / minuteMs); };
    QStringList statuses;
    for (const OrderEffect::StatusStep &step : effect.statuses) {
        statuses << QStringLiteral("%1%2@%3").arg(step.recall ? QStringLiteral("<") : QString(),
                                                  QString::number(static_cast<int>(step.status)), minutes(step.atMs));
    }
    QStringList lines;
    for (const OrderEffect::LineStep &step : effect.lines)
        lines << QStringLiteral("%1=%2@%3")
                     .arg(QString::number(step.lineId), lineStatusText(step.status), minutes(step.atMs));
    return statuses.join(u' ') + QStringLiteral(" | ") + lines.join(u' ');
}

/// The effect as text, or the error code.
QString decided(const Order &row, const OrderCommand &command, const CommandContext &context)
{
    const Result<OrderEffect> result = decide(row, command, context);
    if (!result)
        return errorCodeText(result.error().code);
    if (result->isEmpty())
        return QStringLiteral("nothing");
    return text(*result);
}

} // namespace

#define EXPECT(actual, literal) QCOMPARE(actual, QStringLiteral(literal))

class DecideTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startingANewOrderAcceptsItFirst()
    {
        EXPECT(decided(order(New), setStatus(Preparing), as(Role::Kitchen)), "2@15 3@15 | 1=started@15 2=started@15");
        EXPECT(decided(order(New), setStatus(Preparing, New), as(Role::Counter)),
               "2@15 3@15 | 1=started@15 2=started@15");
        EXPECT(decided(order(New), setStatus(Preparing), as(Role::Courier)), "FORBIDDEN");
        EXPECT(decided(order(New), setStatus(Ready), as(Role::Manager)), "ORDER_TRANSITION_NOT_ALLOWED");
    }

    void everyStatusByEveryRoleAgreesWithTheMachine()
    {
        for (const OrderStatus from : allOrderStatuses) {
            for (const OrderStatus to : allOrderStatuses) {
                for (const Role role : allRoles) {
                    for (const Fulfilment fulfilment : allFulfilments) {
                        const Order row = order(from, {line(1, LineStatus::Queued)}, fulfilment);
                        const auto result = decide(row, setStatus(to, from, QStringLiteral("why")), as(role));
                        const bool start = from == New && to == Preparing &&
                                           mayTransition(New, Accepted, role, fulfilment) &&
                                           mayTransition(Accepted, Preparing, role, fulfilment);
                        const bool stays =
                            from == to && role != Role::Integration && (role != Role::Guest || to == Cancelled);
                        QCOMPARE(result.ok(), stays || start || mayTransition(from, to, role, fulfilment));
                        if (!result)
                            continue;
                        QCOMPARE(result->isEmpty(), from == to);
                        QCOMPARE(applyEffect(row, *result).status, to);
                    }
                }
            }
        }
    }

    void statusTakesLinesAlong()
    {
        const std::vector<OrderLine> mixed{line(1, LineStatus::Queued), line(2, LineStatus::Started),
                                           line(3, LineStatus::Done), line(4, LineStatus::Voided)};
        EXPECT(decided(order(New, mixed), setStatus(Accepted), as(Role::Kitchen)), "2@15 | ");
        EXPECT(decided(order(Accepted, mixed), setStatus(Preparing), as(Role::Kitchen)), "3@15 | 1=started@15");
        EXPECT(decided(order(Preparing, mixed), setStatus(Ready), as(Role::Kitchen)), "4@15 | 1=done@15 2=done@15");
        EXPECT(decided(order(Preparing, mixed), setStatus(Cancelled, {}, QStringLiteral("gone")), as(Role::Manager)),
               "7@15 | ");
        EXPECT(decided(order(Ready, mixed), setStatus(Completed), as(Role::Counter)), "6@15 | ");
    }

    void targetReachedWritesNothing()
    {
        EXPECT(decided(order(Preparing), setStatus(Preparing), as(Role::Kitchen)), "nothing");
        // Also when the person saw another status: what they wanted is so.
        EXPECT(decided(order(Preparing), setStatus(Preparing, Accepted), as(Role::Kitchen)), "nothing");
        EXPECT(decided(order(Completed), setStatus(Completed, Ready), as(Role::Counter)), "nothing");
        EXPECT(decided(order(Cancelled), setStatus(Cancelled), as(Role::Guest)), "nothing");
        const Order row = order(Preparing);
        QCOMPARE(applyEffect(row, OrderEffect()), row);
    }

    void theStatusThatThePersonSaw()
    {
        EXPECT(decided(order(Preparing), setStatus(Ready, Preparing), as(Role::Kitchen)), "4@15 | 1=done@15 2=done@15");
        EXPECT(decided(order(Preparing), setStatus(Ready, Accepted), as(Role::Kitchen)), "ORDER_STATUS_CHANGED");
        EXPECT(decided(order(Cancelled), setStatus(Ready, Preparing), as(Role::Kitchen)), "ORDER_STATUS_CHANGED");
        EXPECT(decided(order(Cancelled), setStatus(Ready), as(Role::Kitchen)), "ORDER_TRANSITION_NOT_ALLOWED");
        const auto result = decide(order(Cancelled), setStatus(Ready, Preparing), as(Role::Kitchen));
        QVERIFY(result.error().message.contains(QStringLiteral("Cancelled")));
        // An unrelated edit must not park a bump: lines have states of their own.
        OrderCommand bump = onLines(LineAction::Done, {1});
        bump.from = Accepted;
        EXPECT(decided(order(Preparing), bump, as(Role::Kitchen)), " | 1=done@15");
    }

    void guestsMayOnlyCancel()
    {
        const QString why = QStringLiteral("changed my mind");
        EXPECT(decided(order(New), setStatus(Cancelled, {}, why), as(Role::Guest)), "7@15 | ");
        EXPECT(decided(order(Accepted), setStatus(Cancelled, {}, why), as(Role::Guest)), "7@15 | ");
        for (const OrderStatus late : {Preparing, Ready, Completed})
            EXPECT(decided(order(late), setStatus(Cancelled, {}, why), as(Role::Guest)),
                   "ORDER_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(order(OutForDelivery, {}, Fulfilment::Delivery), setStatus(Cancelled, {}, why), as(Role::Guest)),
               "ORDER_TRANSITION_NOT_ALLOWED");
        for (const OrderStatus to : {New, Accepted, Preparing, Ready, OutForDelivery, Completed})
            EXPECT(decided(order(New), setStatus(to), as(Role::Guest)), "FORBIDDEN");
        for (const LineAction action : allLineActions)
            EXPECT(decided(order(Preparing), onLines(action, {1}, why), as(Role::Guest)), "FORBIDDEN");
        EXPECT(decided(order(Ready), recall(), as(Role::Guest)), "FORBIDDEN");
    }

    void integrationsAndCouriers()
    {
        for (const OrderStatus to : allOrderStatuses)
            EXPECT(decided(order(New), setStatus(to, {}, QStringLiteral("x")), as(Role::Integration)), "FORBIDDEN");
        EXPECT(decided(order(Ready), setStatus(Completed), as(Role::Courier)), "6@15 | ");
        EXPECT(decided(order(Ready, {}, Fulfilment::Delivery), setStatus(OutForDelivery), as(Role::Courier)),
               "5@15 | ");
        EXPECT(decided(order(OutForDelivery, {}, Fulfilment::Delivery), setStatus(Completed), as(Role::Courier)),
               "6@15 | ");
        EXPECT(decided(order(Ready), setStatus(OutForDelivery), as(Role::Courier)), "ORDER_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(order(Ready), setStatus(Cancelled, {}, QStringLiteral("x")), as(Role::Courier)), "FORBIDDEN");
        EXPECT(decided(order(Preparing), onLines(LineAction::Done, {1}), as(Role::Courier)), "FORBIDDEN");
        EXPECT(decided(order(Ready), recall(), as(Role::Courier)), "FORBIDDEN");
    }

    void cancellingNeedsAReason()
    {
        for (const QString &reason : {QString(), QStringLiteral("   ")}) {
            const auto result = decide(order(New), setStatus(Cancelled, {}, reason), as(Role::Manager));
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, ErrorCode::ValidationFailed);
            QCOMPARE(result.error().details.front().path, QStringLiteral("reason"));
        }
        const Order row = order(New);
        const auto result = decide(row, setStatus(Cancelled, {}, QStringLiteral(" no bread ")), as(Role::Manager));
        QVERIFY(result.ok());
        const Order after = applyEffect(row, *result);
        QCOMPARE(after.cancelReason, QStringLiteral("no bread"));
        QCOMPARE(after.lines, row.lines);
        QCOMPARE(after.cost, row.cost);
    }

    void timesAreClamped()
    {
        OrderCommand command = setStatus(Preparing);
        command.actedAtMs = reached + 2 * minuteMs;
        EXPECT(decided(order(New), command, as(Role::Kitchen)), "2@12 3@12 | 1=started@12 2=started@12");
        command.actedAtMs = now + 30 * minuteMs; // a terminal's clock ahead
        EXPECT(decided(order(New), command, as(Role::Kitchen)), "2@15 3@15 | 1=started@15 2=started@15");
        command.actedAtMs = placed; // before the status that it follows
        EXPECT(decided(order(New), command, as(Role::Kitchen)), "2@10 3@10 | 1=started@10 2=started@10");
        // The hub's clock was set back: steps stay monotonic.
        EXPECT(decided(order(New), command, as(Role::Kitchen, placed)), "2@10 3@10 | 1=started@10 2=started@10");
        command.actedAtMs = std::numeric_limits<qint64>::min();
        EXPECT(decided(order(New), command, as(Role::Kitchen)), "2@10 3@10 | 1=started@10 2=started@10");
        command.actedAtMs = std::numeric_limits<qint64>::max();
        EXPECT(decided(order(New), command, as(Role::Kitchen)), "2@15 3@15 | 1=started@15 2=started@15");
        // A line that changed after the order did has its own lower bound.
        command = onLines(LineAction::Done, {1});
        command.actedAtMs = reached;
        EXPECT(decided(order(Preparing,
                             {line(1, LineStatus::Started, reached + 3 * minuteMs), line(2, LineStatus::Queued)}),
                       command, as(Role::Kitchen)),
               " | 1=done@13");
    }

    void firstLineTakesTheOrderToPreparing()
    {
        EXPECT(decided(order(New), onLines(LineAction::Start, {2}), as(Role::Kitchen)), "2@15 3@15 | 2=started@15");
        EXPECT(decided(order(Accepted), onLines(LineAction::Start, {2}), as(Role::Counter)), "3@15 | 2=started@15");
        EXPECT(decided(order(New), onLines(LineAction::Done, {2}), as(Role::Kitchen)), "2@15 3@15 | 2=done@15");
        EXPECT(decided(order(Preparing), onLines(LineAction::Start, {1}), as(Role::Kitchen)), " | 1=started@15");
    }

    void lastLineMakesItReady()
    {
        EXPECT(decided(order(Preparing, {line(1, LineStatus::Done), line(2, LineStatus::Started)}),
                       onLines(LineAction::Done, {2}), as(Role::Kitchen)),
               "4@15 | 2=done@15");
        EXPECT(decided(order(New), onLines(LineAction::Done, {1, 2}), as(Role::Kitchen)),
               "2@15 3@15 4@15 | 1=done@15 2=done@15");
        EXPECT(decided(order(Preparing, {line(1, LineStatus::Voided), line(2, LineStatus::Started)}),
                       onLines(LineAction::Done, {2}), as(Role::Kitchen)),
               "4@15 | 2=done@15");
        // A line that was added to a Ready order is finished without a second Ready.
        EXPECT(decided(order(Ready, {line(1, LineStatus::Done), line(2, LineStatus::Queued)}),
                       onLines(LineAction::Done, {2}), as(Role::Kitchen)),
               " | 2=done@15");
    }

    void linesAtTheTargetAreSkipped()
    {
        const Order row =
            order(Preparing, {line(1, LineStatus::Done), line(2, LineStatus::Started), line(3, LineStatus::Queued)});
        EXPECT(decided(row, onLines(LineAction::Done, {1}), as(Role::Kitchen)), "nothing");
        EXPECT(decided(row, onLines(LineAction::Done, {1, 2, 2, 1}), as(Role::Kitchen)), " | 2=done@15");
        EXPECT(decided(row, onLines(LineAction::Start, {2}), as(Role::Kitchen)), "nothing");
        EXPECT(decided(row, onLines(LineAction::Recall, {2}), as(Role::Kitchen)), "nothing");
    }

    void linesThatAreNotThere()
    {
        EXPECT(decided(order(Preparing), onLines(LineAction::Done, {1, 99}), as(Role::Kitchen)), "NOT_FOUND");
        const auto result = decide(order(Preparing), onLines(LineAction::Done, {1, 99, 98}), as(Role::Kitchen));
        QCOMPARE(result.error().details.size(), 2u);
        QCOMPARE(result.error().details.front().path, QStringLiteral("line_ids[1]"));
        EXPECT(decided(order(Preparing), onLines(LineAction::Done, {}), as(Role::Kitchen)), "VALIDATION_FAILED");
    }

    void coursesAreHeldAndFired()
    {
        Order row = order(Preparing, {line(1, LineStatus::Started), line(2, LineStatus::Queued)});
        row.lines[1].course = 2;
        holdLaterCourses(&row.lines);
        QVERIFY(!row.lines[0].held && row.lines[1].isHeld());
        // Starting and bumping the ticket leave it alone only when they do not name it; whoever works on it fires it.
        const auto started = decide(row, onLines(LineAction::Start, {2}), as(Role::Kitchen));
        QCOMPARE(started->lines.front().firedAtMs, std::optional(now));
        QVERIFY(!applyEffect(row, *started).lines[1].held);
        EXPECT(decided(row, setStatus(Ready), as(Role::Kitchen)), "4@15 | 1=done@15 2=done@15");
        // With a held line left, the order is not ready.
        EXPECT(decided(row, onLines(LineAction::Done, {1}), as(Role::Kitchen)), " | 1=done@15");

        const auto fired = decide(row, onLines(LineAction::Fire, {2}), as(Role::Counter));
        QVERIFY(fired.ok());
        EXPECT(text(*fired), " | 2=queued@10");
        const Order after = applyEffect(row, *fired);
        QVERIFY(!after.lines[1].held);
        QCOMPARE(after.lines[1].firedAtMs, now);
        QCOMPARE(after.lines[1].version, row.lines[1].version + 1);
        EXPECT(decided(after, onLines(LineAction::Fire, {2}), as(Role::Kitchen)), "nothing");
        const auto held = decide(after, onLines(LineAction::Hold, {2}), as(Role::Kitchen));
        QVERIFY(applyEffect(after, *held).lines[1].isHeld());
        EXPECT(decided(row, onLines(LineAction::Hold, {2}), as(Role::Kitchen)), "nothing");
        // What is begun cannot wait, and fires without being asked.
        EXPECT(decided(row, onLines(LineAction::Hold, {1}), as(Role::Kitchen)), "LINE_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(row, onLines(LineAction::Fire, {1}), as(Role::Kitchen)), "nothing");
        EXPECT(decided(row, onLines(LineAction::Fire, {2}), as(Role::Courier)), "FORBIDDEN");
        EXPECT(decided(order(New, row.lines), setStatus(Preparing), as(Role::Kitchen)), "2@15 3@15 | ");
    }

    void coursesOfLinesThatComeLater()
    {
        std::vector<OrderLine> lines{line(1, LineStatus::Queued), line(2, LineStatus::Queued),
                                     line(3, LineStatus::Queued)};
        lines[0].course = 2;
        lines[1].course = 3;
        lines[2].course = 2;
        holdLaterCourses(&lines);
        QVERIFY(!lines[0].held && lines[1].held && !lines[2].held);
        QCOMPARE(lastFiredCourse(lines), 2);
        holdLaterCourses(&lines, 3);
        QVERIFY(!lines[1].held);
        QCOMPARE(lastFiredCourse({}), 0);
    }

    void unstartingAndRestoring()
    {
        const Order begun = order(Preparing, {line(1, LineStatus::Started), line(2, LineStatus::Queued)});
        EXPECT(decided(begun, onLines(LineAction::Unstart, {1}), as(Role::Kitchen)), "<2@15 | 1=queued@15");
        EXPECT(decided(begun, onLines(LineAction::Unstart, {2}), as(Role::Kitchen)), "nothing");
        const Order both = order(Preparing, {line(1, LineStatus::Started), line(2, LineStatus::Done)});
        EXPECT(decided(both, onLines(LineAction::Unstart, {1}), as(Role::Kitchen)), " | 1=queued@15");
        EXPECT(decided(both, onLines(LineAction::Unstart, {2}), as(Role::Kitchen)), "LINE_TRANSITION_NOT_ALLOWED");

        Order voided = order(Ready, {line(1, LineStatus::Done), line(2, LineStatus::Voided)});
        voided.cost = {2000, 100, 2100, Currency()};
        const auto restored = decide(voided, onLines(LineAction::Restore, {2}), as(Role::Counter));
        QVERIFY(restored.ok());
        EXPECT(text(*restored), "<3@15 | 2=queued@15");
        QCOMPARE(applyEffect(voided, *restored).cost.totalMinor, qint64{4100});
        voided.status = OutForDelivery;
        EXPECT(decided(voided, onLines(LineAction::Restore, {2}), as(Role::Counter)), "LINE_TRANSITION_NOT_ALLOWED");
    }

    void priority()
    {
        OrderCommand first;
        first.kind = Kind::Prioritise;
        const auto effect = decide(order(New), first, as(Role::Kitchen));
        QVERIFY(effect.ok() && !effect->isEmpty());
        const Order after = applyEffect(order(New), *effect);
        QVERIFY(after.priority);
        QCOMPARE(after.version, qint64{2});
        EXPECT(decided(after, first, as(Role::Counter)), "nothing");
        first.priority = false;
        QVERIFY(!applyEffect(after, *decide(after, first, as(Role::Manager))).priority);
        first.priority = true;
        EXPECT(decided(order(Completed), first, as(Role::Manager)), "ORDER_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(order(New), first, as(Role::Guest)), "FORBIDDEN");
        EXPECT(decided(order(New), first, as(Role::Courier)), "FORBIDDEN");
    }

    void linesOfAClosedOrder()
    {
        for (const OrderStatus closed : {Completed, Cancelled}) {
            for (const LineAction action : allLineActions) {
                for (const Role role : {Role::Kitchen, Role::Manager}) {
                    EXPECT(decided(order(closed), onLines(action, {1}, QStringLiteral("x")), as(role)),
                           "ORDER_TRANSITION_NOT_ALLOWED");
                }
            }
            EXPECT(decided(order(closed, {line(1, LineStatus::Done)}), recall({}, {1}), as(Role::Manager)),
                   "ORDER_TRANSITION_NOT_ALLOWED");
        }
    }

    void linesInTheWrongState()
    {
        const Order row =
            order(Preparing, {line(1, LineStatus::Done), line(2, LineStatus::Voided), line(3, LineStatus::Queued)});
        EXPECT(decided(row, onLines(LineAction::Start, {1}), as(Role::Kitchen)), "LINE_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(row, onLines(LineAction::Done, {2}), as(Role::Kitchen)), "LINE_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(row, onLines(LineAction::Recall, {3}), as(Role::Kitchen)), "LINE_TRANSITION_NOT_ALLOWED");
        // All or nothing.
        EXPECT(decided(row, onLines(LineAction::Done, {3, 2}), as(Role::Kitchen)), "LINE_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(row, onLines(LineAction::Done, {3}), as(Role::Counter)), "FORBIDDEN");
    }

    void voiding()
    {
        const QString why = QStringLiteral("burnt");
        const Order row = order(Preparing, {line(1, LineStatus::Done), line(2, LineStatus::Started)});
        EXPECT(decided(row, onLines(LineAction::Void, {2}), as(Role::Kitchen)), "VALIDATION_FAILED");
        // The last open line beside a done one: the rest is ready.
        EXPECT(decided(row, onLines(LineAction::Void, {2}, why), as(Role::Counter)), "4@15 | 2=voided@15");
        // What is cooked can be voided by a manager only.
        EXPECT(decided(row, onLines(LineAction::Void, {1}, why), as(Role::Kitchen)), "LINE_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(row, onLines(LineAction::Void, {1}, why), as(Role::Manager)), " | 1=voided@15");
        // Every line voided cancels nothing by itself.
        EXPECT(decided(row, onLines(LineAction::Void, {1, 2}, why), as(Role::Owner)), " | 1=voided@15 2=voided@15");
        EXPECT(decided(order(New), onLines(LineAction::Void, {1, 2}, why), as(Role::Kitchen)),
               " | 1=voided@15 2=voided@15");
        EXPECT(decided(order(New), onLines(LineAction::Void, {1}, why), as(Role::Kitchen)), " | 1=voided@15");
        // Voided lines cost nothing.
        const auto effect = decide(row, onLines(LineAction::Void, {2}, why), as(Role::Kitchen));
        QVERIFY(effect.ok());
        const Order after = applyEffect(row, *effect);
        QCOMPARE(after.cost.subtotalMinor, 2000);
        QCOMPARE(after.cost.totalMinor, 2100);
    }

    void orderWithEveryLineVoided()
    {
        const std::vector<OrderLine> voided{line(1, LineStatus::Voided), line(2, LineStatus::Voided)};
        EXPECT(decided(order(New, voided), setStatus(Preparing), as(Role::Kitchen)), "2@15 3@15 | ");
        EXPECT(decided(order(Preparing, voided), setStatus(Ready), as(Role::Kitchen)), "4@15 | ");
        EXPECT(decided(order(Preparing, voided), onLines(LineAction::Void, {1, 2}, QStringLiteral("x")),
                       as(Role::Kitchen)),
               "nothing");
        EXPECT(decided(order(Preparing, voided), onLines(LineAction::Done, {1}), as(Role::Kitchen)),
               "LINE_TRANSITION_NOT_ALLOWED");
        EXPECT(decided(order(Preparing, voided), recall(), as(Role::Kitchen)), "<2@15 | ");
    }

    void recallOneStep()
    {
        const std::vector<OrderLine> cooked{line(1, LineStatus::Done), line(2, LineStatus::Done),
                                            line(3, LineStatus::Voided)};
        EXPECT(decided(order(Ready, cooked), recall(), as(Role::Kitchen)), "<3@15 | 1=started@15 2=started@15");
        const std::vector<OrderLine> begun{line(1, LineStatus::Done), line(2, LineStatus::Started),
                                           line(3, LineStatus::Voided), line(4, LineStatus::Queued)};
        EXPECT(decided(order(Preparing, begun), recall(), as(Role::Counter)), "<2@15 | 1=queued@15 2=queued@15");
        EXPECT(decided(order(Completed, cooked), recall(), as(Role::Counter)), "<4@15 | ");
        EXPECT(decided(order(Completed, cooked, Fulfilment::Delivery), recall(), as(Role::Owner)),
               "RECALL_NOT_ALLOWED");
        EXPECT(decided(order(OutForDelivery, cooked, Fulfilment::Delivery), recall(), as(Role::Kitchen)), "<4@15 | ");
        for (const OrderStatus status : {New, Accepted, Cancelled})
            EXPECT(decided(order(status), recall(), as(Role::Manager)), "RECALL_NOT_ALLOWED");
    }

    void chainedRecallsUndoABump()
    {
        Order row = order(New);
        for (const OrderCommand &command :
             {setStatus(Preparing, New), setStatus(Ready, Preparing), setStatus(Completed, Ready)}) {
            const auto effect = decide(row, command, as(Role::Manager));
            QVERIFY(effect.ok());
            row = applyEffect(row, *effect);
        }
        QCOMPARE(row.status, Completed);
        for (const OrderStatus seen : {Completed, Ready, Preparing}) {
            const auto effect = decide(row, recall(seen), as(Role::Manager));
            QVERIFY(effect.ok());
            QCOMPARE(effect->statuses.size(), 1u);
            QVERIFY(effect->statuses.front().recall);
            row = applyEffect(row, *effect);
        }
        QCOMPARE(row.status, Accepted);
        for (const OrderLine &one : row.lines)
            QCOMPARE(one.status, LineStatus::Queued);
        QCOMPARE(row.version, 7);
    }

    void recallOfSomethingElse()
    {
        // The other terminal was faster with the same step: reached already.
        EXPECT(decided(order(Preparing), recall(Ready), as(Role::Kitchen)), "nothing");
        EXPECT(decided(order(Accepted), recall(Ready), as(Role::Kitchen)), "ORDER_STATUS_CHANGED");
        EXPECT(decided(order(Completed), recall(Ready), as(Role::Kitchen)), "ORDER_STATUS_CHANGED");
    }

    void recallWindows()
    {
        const Order row = order(Ready, {line(1, LineStatus::Done)});
        const auto at = [&row](Role role, qint64 minutesLater, qint64 extraMs = 0, qint64 dayEndMinutes = 600) {
            const qint64 when = reached + minutesLater * minuteMs + extraMs;
            return decide(row, recall(), {role, when, reached + dayEndMinutes * minuteMs});
        };
        for (const Role role : {Role::Kitchen, Role::Counter}) {
            QVERIFY(at(role, 15).ok());
            QVERIFY(!at(role, 15, 1).ok());
            QCOMPARE(at(role, 15, 1).error().code, ErrorCode::RecallTooLate);
        }
        for (const Role role : {Role::Manager, Role::Owner}) {
            QVERIFY(at(role, 599).ok());
            QVERIFY(at(role, 600, -1).ok());
            QVERIFY(!at(role, 600).ok());
            QCOMPARE(at(role, 600).error().code, ErrorCode::RecallTooLate);
            // Just before the day ends a manager has no less time than a cook.
            QVERIFY(at(role, 15, 0, 2).ok());
            QVERIFY(!at(role, 15, 1, 2).ok());
        }
    }

    void recallWindowsUseTheTimeOfTheAct()
    {
        const Order row = order(Ready, {line(1, LineStatus::Done)});
        const CommandContext hoursLater = as(Role::Kitchen, reached + 300 * minuteMs);
        OrderCommand command = recall(Ready);
        EXPECT(decided(row, command, hoursLater), "RECALL_TOO_LATE");
        command.actedAtMs = reached + 14 * minuteMs; // offline until now
        EXPECT(decided(row, command, hoursLater), "<3@24 | 1=started@24");
        command.actedAtMs = reached + 16 * minuteMs;
        EXPECT(decided(row, command, hoursLater), "RECALL_TOO_LATE");
        command.actedAtMs = reached - 60 * minuteMs; // clamped to the status' own time
        EXPECT(decided(row, command, hoursLater), "<3@10 | 1=started@10");
        command.actedAtMs = reached + 1000 * minuteMs; // clamped to now, where a manager still may
        EXPECT(decided(row, command, hoursLater), "RECALL_TOO_LATE");
        EXPECT(decided(row, command, as(Role::Manager, reached + 300 * minuteMs)), "<3@310 | 1=started@310");
    }

    void recallLines()
    {
        for (const OrderCommand &command : {recall({}, {1}), onLines(LineAction::Recall, {1})}) {
            // A Ready order goes back with its line; the other line stays done.
            EXPECT(decided(order(Ready, {line(1, LineStatus::Done), line(2, LineStatus::Done)}), command,
                           as(Role::Kitchen)),
                   "<3@15 | 1=started@15");
            EXPECT(decided(order(Preparing, {line(1, LineStatus::Done), line(2, LineStatus::Started)}), command,
                           as(Role::Counter)),
                   " | 1=started@15");
            EXPECT(decided(order(OutForDelivery, {line(1, LineStatus::Done)}, Fulfilment::Delivery), command,
                           as(Role::Manager)),
                   "RECALL_NOT_ALLOWED");
            EXPECT(decided(order(Preparing, {line(1, LineStatus::Queued)}), command, as(Role::Kitchen)),
                   "LINE_TRANSITION_NOT_ALLOWED");
            EXPECT(decided(order(Preparing, {line(1, LineStatus::Voided)}), command, as(Role::Kitchen)),
                   "LINE_TRANSITION_NOT_ALLOWED");
        }
        EXPECT(decided(order(Ready), recall({}, {7}), as(Role::Kitchen)), "NOT_FOUND");
    }

    void recallLineWindows()
    {
        // The line's own time counts while the order is being prepared ...
        const CommandContext late = as(Role::Kitchen, reached + 20 * minuteMs);
        const Order preparing = order(Preparing, {line(1, LineStatus::Done), line(2, LineStatus::Started)});
        EXPECT(decided(preparing, onLines(LineAction::Recall, {1}), late), "RECALL_TOO_LATE");
        EXPECT(decided(preparing, onLines(LineAction::Recall, {1}), as(Role::Manager, late.nowMs)), " | 1=started@30");
        OrderCommand acted = onLines(LineAction::Recall, {1});
        acted.actedAtMs = reached + 15 * minuteMs;
        EXPECT(decided(preparing, acted, late), " | 1=started@25");
        // ... and the order's, when that is younger, once it is Ready.
        Order ready = order(Ready, {line(1, LineStatus::Done), line(2, LineStatus::Done)});
        ready.statusAtMs = reached + 10 * minuteMs;
        EXPECT(decided(ready, onLines(LineAction::Recall, {1}), late), "<3@30 | 1=started@30");
    }

    void applyRaisesVersionsOnce()
    {
        const Order row = order(New);
        const auto effect = decide(row, onLines(LineAction::Done, {1, 2}), as(Role::Kitchen));
        QVERIFY(effect.ok());
        const Order after = applyEffect(row, *effect);
        QCOMPARE(after.version, row.version + 1);
        QCOMPARE(after.status, Ready);
        QCOMPARE(after.statusAtMs, now);
        for (const OrderLine &one : after.lines) {
            QCOMPARE(one.version, 2);
            QCOMPARE(one.status, LineStatus::Done);
            QCOMPARE(one.statusAtMs, now);
        }
        QCOMPARE(after.cost, row.cost);
        const auto single = decide(row, onLines(LineAction::Start, {2}), as(Role::Kitchen));
        QVERIFY(single.ok());
        QCOMPARE(applyEffect(row, *single).lines.front(), row.lines.front());
    }

    void applyIgnoresLinesThatAreGone()
    {
        OrderEffect effect;
        effect.lines.push_back({99, LineStatus::Done, now});
        const Order row = order(Preparing);
        const Order after = applyEffect(row, effect);
        QCOMPARE(after.lines, row.lines);
    }
};

QTEST_APPLESS_MAIN(DecideTest)
#include "decidetest.moc"

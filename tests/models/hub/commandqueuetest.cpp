// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/commandqueue.h"

#include <QStringList>
#include <QTest>

using namespace oshaq;

namespace {

WriteCommand commandOf(Principal::Kind kind, const QString &name)
{
    WriteCommand command;
    command.principal.kind = kind;
    command.requestId = name;
    return command;
}

WriteCommand guests(const QString &name)
{
    return commandOf(Principal::Kind::Guest, name);
}

WriteCommand terminals(const QString &name)
{
    return commandOf(Principal::Kind::Terminal, name);
}

QStringList taken(CommandQueue &queue, int most)
{
    std::vector<WriteCommand> batch;
    queue.take(most, &batch);
    QStringList names;
    for (const WriteCommand &command : batch)
        names.append(command.requestId);
    return names;
}

} // namespace

class CommandQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKitchenGoesFirst()
    {
        CommandQueue queue(100);
        for (const QString &name : {QStringLiteral("g1"), QStringLiteral("g2")})
            QVERIFY(queue.push(guests(name)));
        for (const QString &name : {QStringLiteral("t1"), QStringLiteral("t2")})
            QVERIFY(queue.push(terminals(name)));
        QCOMPARE(taken(queue, 10).join(u' '), QStringLiteral("t1 t2 g1 g2"));
        QVERIFY(queue.isEmpty());
    }

    void guestsAreNotPassedOver()
    {
        CommandQueue queue(100);
        for (int i = 0; i < 20; ++i)
            QVERIFY(queue.push(terminals(QStringLiteral("t"))));
        QVERIFY(queue.push(guests(QStringLiteral("g1"))));
        QVERIFY(queue.push(guests(QStringLiteral("g2"))));
        QVERIFY(queue.push(guests(QStringLiteral("g3"))));
        QCOMPARE(taken(queue, 8).join(u' '), QStringLiteral("t t t t t t g1 g2"));
        QCOMPARE(taken(queue, 8).join(u' '), QStringLiteral("t t t t t t t g3"));
    }

    void aCrowdLeavesRoomForTheKitchen()
    {
        CommandQueue queue(8);
        for (int i = 0; i < 6; ++i)
            QVERIFY(queue.push(guests(QStringLiteral("g"))));
        WriteCommand refused = guests(QStringLiteral("late"));
        QVERIFY(!queue.push(std::move(refused)));
        QCOMPARE(refused.requestId, QStringLiteral("late")); // still there to be answered
        QVERIFY(!queue.push(commandOf(Principal::Kind::Integration, QStringLiteral("outside"))));
        QVERIFY(queue.push(terminals(QStringLiteral("t1"))));
        QVERIFY(queue.push(commandOf(Principal::Kind::System, QStringLiteral("s1"))));
        QVERIFY(!queue.push(terminals(QStringLiteral("t2"))));
        QCOMPARE(queue.size(), std::size_t(8));
    }

    void whoWantsToBeAloneIs()
    {
        CommandQueue queue(100);
        QVERIFY(queue.push(guests(QStringLiteral("g"))));
        QVERIFY(queue.push(terminals(QStringLiteral("t1"))));
        WriteCommand alone = commandOf(Principal::Kind::System, QStringLiteral("alone"));
        alone.alone = [](AloneContext &) -> Result<WriteOutcome> { return WriteOutcome{}; };
        QVERIFY(queue.push(std::move(alone)));
        QVERIFY(queue.push(terminals(QStringLiteral("t2"))));
        QCOMPARE(taken(queue, 10).join(u' '), QStringLiteral("t1 g"));
        QCOMPARE(taken(queue, 10).join(u' '), QStringLiteral("alone"));
        QCOMPARE(taken(queue, 10).join(u' '), QStringLiteral("t2"));
    }

    void onTopOfABatchNobodyIsAlone()
    {
        CommandQueue queue(100);
        std::vector<WriteCommand> batch;
        batch.push_back(terminals(QStringLiteral("t1")));
        QVERIFY(queue.push(terminals(QStringLiteral("t2"))));
        WriteCommand alone = commandOf(Principal::Kind::System, QStringLiteral("alone"));
        alone.alone = [](AloneContext &) -> Result<WriteOutcome> { return WriteOutcome{}; };
        QVERIFY(queue.push(std::move(alone)));
        QVERIFY(queue.push(terminals(QStringLiteral("t3"))));
        for (int i = 0; i < 5; ++i)
            QVERIFY(queue.push(guests(QStringLiteral("g%1").arg(i))));
        queue.take(4, &batch);
        QStringList names;
        for (const WriteCommand &command : batch)
            names.append(command.requestId);
        QCOMPARE(names.join(u' '), QStringLiteral("t1 t2 g0 g1 g2"));
        QCOMPARE(taken(queue, 10).join(u' '), QStringLiteral("alone"));
        QCOMPARE(taken(queue, 10).join(u' '), QStringLiteral("t3 g3 g4"));
    }

    void oneByOneStillServesBoth()
    {
        CommandQueue queue(2);
        QVERIFY(queue.push(guests(QStringLiteral("g"))));
        QVERIFY(queue.push(terminals(QStringLiteral("t"))));
        QCOMPARE(taken(queue, 1).join(u' '), QStringLiteral("t"));
        QCOMPARE(taken(queue, 1).join(u' '), QStringLiteral("g"));
    }
};

QTEST_APPLESS_MAIN(CommandQueueTest)
#include "commandqueuetest.moc"

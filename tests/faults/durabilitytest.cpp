// SPDX-License-Identifier: GPL-3.0-or-later
//
// An answer never leaves before the fdatasync of its commit. kill -9 cannot show that, because the page cache survives
// it; the system calls can: oshaqd runs under strace while orders are placed, and each answer's write is compared with
// the write of its rows to the log and the fdatasync that follows. The same check on a build with synchronous=OFF must
// fail.

#include "tests/faults/syscalltrace.h"
#include "tests/support/orderload.h"
#include "tests/support/oshaqdprocess.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq::test;

namespace {

constexpr int clients = 8;
constexpr int ordersPerClient = 125; // 1,000 creates

struct Outcome
{
    QString problem; // why the run itself did not work
    TraceVerdict verdict;
};

/// Serves with `program` under strace, places the orders, reads the trace.
Outcome runTraced(const QString &program)
{
    Outcome outcome;
    QTemporaryDir directory;
    OshaqdProcess hub(directory.filePath(QStringLiteral("site")), program);
    const QString trace = directory.filePath(QStringLiteral("trace"));
    if (outcome.problem = hub.init(); !outcome.problem.isEmpty())
        return outcome;
    if (outcome.problem = hub.importSampleMenu(); !outcome.problem.isEmpty())
        return outcome;
    // -y names the file behind each descriptor; strings long enough for a whole answer and for the pages of a commit.
    outcome.problem = hub.start({QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-y"),
                                 QStringLiteral("-s"), QStringLiteral("1000000"), QStringLiteral("-e"),
                                 QStringLiteral("trace=write,writev,sendto,sendmsg,pwrite64,fdatasync,fsync"),
                                 QStringLiteral("-o"), trace});
    if (!outcome.problem.isEmpty())
        return outcome;

    LoadBoard board;
    const auto items = menuItemIds(hub.port(), hub.businessToken());
    if (items.empty()) {
        outcome.problem = QStringLiteral("the menu is empty");
        return outcome;
    }
    std::vector<std::unique_ptr<LoadClient>> load;
    for (int i = 0; i < clients; ++i) {
        load.push_back(std::make_unique<LoadClient>(board, hub.port(), hub.businessToken(), items, unsigned(i + 1)));
        load.back()->setMaxOrders(ordersPerClient);
        load.back()->setCreateOnly(true);
        load.back()->start();
    }
    for (auto &client : load)
        client->wait();
    hub.stop();

    const auto attempts = board.attempts();
    QList<QByteArray> uuids;
    for (const OrderAttempt &attempt : attempts) {
        if (attempt.acknowledged)
            uuids.append(attempt.uuid);
    }
    if (uuids.size() != clients * ordersPerClient) {
        outcome.problem = QStringLiteral("%1 of %2 creates were acknowledged; unexpected: %3")
                              .arg(uuids.size())
                              .arg(clients * ordersPerClient)
                              .arg(QString::fromUtf8(board.unexpected().join(' ')));
        return outcome;
    }
    QFile file(trace);
    if (!file.open(QIODevice::ReadOnly)) {
        outcome.problem = QStringLiteral("no trace was written");
        return outcome;
    }
    outcome.verdict = judgeTrace(file, uuids);
    return outcome;
}

bool canTrace()
{
    if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty())
        return false;
    QProcess probe;
    probe.start(QStringLiteral("strace"), {QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("true")});
    return probe.waitForFinished() && probe.exitCode() == 0;
}

} // namespace

class DurabilityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!canTrace())
            QSKIP("strace is missing or may not trace here: the order of system calls was not checked");
    }

    void answersFollowTheirSync()
    {
        const Outcome outcome = runTraced({});
        QVERIFY2(outcome.problem.isEmpty(), qPrintable(outcome.problem));
        qInfo("answers: %lld, before the fdatasync of their commit: %lld, not found: %lld, fdatasync calls on the log: "
              "%lld",
              outcome.verdict.answers, outcome.verdict.early, outcome.verdict.notFound, outcome.verdict.syncs);
        QCOMPARE(outcome.verdict.answers, clients * ordersPerClient);
        QCOMPARE(outcome.verdict.notFound, 0);
        QCOMPARE(outcome.verdict.early, 0);
    }

    void theCheckNoticesMissingSyncs()
    {
        const Outcome outcome = runTraced(QStringLiteral(OSHAQ_UNSAFE_PROGRAM));
        QVERIFY2(outcome.problem.isEmpty(), qPrintable(outcome.problem));
        qInfo("synchronous=OFF: answers: %lld, before the fdatasync of their commit: %lld", outcome.verdict.answers,
              outcome.verdict.early);
        QVERIFY(outcome.verdict.early > 0);
    }
};

QTEST_GUILESS_MAIN(DurabilityTest)
#include "durabilitytest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Shows by tracing system calls that every commit is followed by a sync of the log, and that the thread that acts for a
// person never waits for one.
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// LeakSanitizer, where it is built in, cannot work in a traced process and would fail it.
QProcessEnvironment tracedEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    return environment;
}

} // namespace

class TerminalDurabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommitIsSyncedOnAnotherThread();
    void aFailedSyncIsMadeGoodByACheckpoint();
    void aDiskThatNeverSyncsIsNotCalledDurable();

private:
    bool runCommitter(const QString &inject, int count, QProcess *committer) const;

    QString m_strace;
};

void TerminalDurabilityTest::initTestCase()
{
    m_strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    if (m_strace.isEmpty())
        QSKIP("strace is not installed");
    QProcess probe;
    probe.start(m_strace,
                {QStringLiteral("-f"), QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("true")});
    if (!probe.waitForFinished(30'000) || probe.exitCode() != 0)
        QSKIP("tracing is not permitted here (ptrace)");
}

bool TerminalDurabilityTest::runCommitter(const QString &inject, int count, QProcess *committer) const
{
    const QTemporaryDir directory;
    const QString screen = directory.filePath(QStringLiteral("screen"));
    committer->setProcessEnvironment(tracedEnvironment());
    committer->start(m_strace, {QStringLiteral("-f"), QStringLiteral("-o"), QStringLiteral("/dev/null"),
                                QStringLiteral("-P"), screen + QStringLiteral("/terminal.db-wal"), QStringLiteral("-e"),
                                QStringLiteral("trace=fdatasync,fsync"), QStringLiteral("-e"), inject,
                                QStringLiteral(OSHAQ_COMMITTER), screen, QString::number(count)});
    return committer->waitForFinished(110'000);
}

void TerminalDurabilityTest::aFailedSyncIsMadeGoodByACheckpoint()
{
    QProcess committer;
    QVERIFY(runCommitter(QStringLiteral("inject=fdatasync:error=EIO:when=6"), 25, &committer));
    const QByteArray errors = committer.readAllStandardError();
    QVERIFY2(committer.exitCode() == 0, errors.constData());
    QVERIFY2(errors.contains("terminal.db is not durable"), errors.constData()); // it was said
    QVERIFY(committer.readAllStandardOutput().endsWith("END\n"));
}

void TerminalDurabilityTest::aDiskThatNeverSyncsIsNotCalledDurable()
{
    QProcess committer;
    QVERIFY(runCommitter(QStringLiteral("inject=fdatasync,fsync:error=EIO:when=6+"), 25, &committer));
    const QByteArray errors = committer.readAllStandardError();
    QVERIFY2(committer.exitCode() != 0 && errors.contains("NOT DURABLE"), errors.constData());
    QCOMPARE(errors.count("terminal.db is not durable"), 1);
}

void TerminalDurabilityTest::everyCommitIsSyncedOnAnotherThread()
{
    constexpr int count = 25;
    QTemporaryDir directory;
    const QString trace = directory.filePath(QStringLiteral("trace"));
    QProcess committer;
    committer.setProcessEnvironment(tracedEnvironment());
    committer.start(m_strace, {QStringLiteral("-f"), QStringLiteral("-y"), QStringLiteral("-s"), QStringLiteral("64"),
                               QStringLiteral("-o"), trace, QStringLiteral("-e"),
                               QStringLiteral("trace=pwrite64,write,fsync,fdatasync"), QStringLiteral(OSHAQ_COMMITTER),
                               directory.filePath(QStringLiteral("screen")), QString::number(count)});
    QVERIFY2(committer.waitForFinished(110'000), "the traced program did not end");
    QVERIFY2(committer.exitCode() == 0, committer.readAllStandardError().constData());

    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QRegularExpression line(QStringLiteral("^(\\d+) +(.*)$"));
    const QRegularExpression marker(QStringLiteral("write\\(1<[^>]*>, \"([A-Z]+)(?: (\\d+))?\\\\n\""));
    QString actor; // the thread that acts
    int bump = 0;  // the one being made, 0: none
    bool between = false;
    int durable = 0;
    int logWrites = 0;
    bool dirty = false; // log written since the last finished sync
    QStringList actorSyncs;
    while (!file.atEnd()) {
        const auto match = line.match(QString::fromUtf8(file.readLine()).trimmed());
        if (!match.hasMatch())
            continue;
        const QString thread = match.captured(1);
        const QString call = match.captured(2);
        if (const auto found = marker.match(call); found.hasMatch()) {
            const QString word = found.captured(1);
            if (word == QLatin1String("THREAD")) {
                actor = found.captured(2);
                QCOMPARE(thread, actor);
                dirty = false;
            } else if (word == QLatin1String("BUMP")) {
                bump = found.captured(2).toInt();
                between = true;
                logWrites = 0;
            } else if (word == QLatin1String("BUMPED")) {
                between = false;
                QVERIFY2(logWrites > 0, "the bump returned before its commit was in the log");
            } else if (word == QLatin1String("DURABLE")) {
                QCOMPARE(found.captured(2).toInt(), bump);
                QVERIFY2(!dirty, qPrintable(QStringLiteral("bump %1 was called durable before its sync").arg(bump)));
                ++durable;
            } else if (word == QLatin1String("END")) {
                break;
            }
            continue;
        }
        if (actor.isEmpty())
            continue;
        const bool ofLog = call.contains(QStringLiteral("terminal.db-wal"));
        if (call.startsWith(QStringLiteral("pwrite64(")) && ofLog) {
            dirty = true;
            if (thread == actor && between)
                ++logWrites;
        }
        const bool isSync = call.contains(QStringLiteral("fdatasync")) || call.contains(QStringLiteral("fsync"));
        if (isSync && thread == actor)
            actorSyncs.append(call);
        // Finished: in one line, or as "<... fdatasync resumed>" of the other thread.
        const bool finished =
            (call.startsWith(QStringLiteral("fdatasync(")) && ofLog && call.contains(QStringLiteral("= 0"))) ||
            (call.contains(QStringLiteral("fdatasync resumed")) && call.contains(QStringLiteral("= 0")));
        if (finished && thread != actor)
            dirty = false;
    }
    QCOMPARE(durable, count);
    QVERIFY2(actorSyncs.isEmpty(), qPrintable(actorSyncs.join(u'\n')));
}

QTEST_GUILESS_MAIN(TerminalDurabilityTest)
#include "terminaldurabilitytest.moc"

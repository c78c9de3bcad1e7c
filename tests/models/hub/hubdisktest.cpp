// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/hub/writerfixture.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>

#include <unistd.h>

using namespace oshaq;
using namespace oshaq::test;

/// What a real disk does, in a process of its own: a file system that runs full (a small tmpfs in a mount namespace),
/// and an fdatasync of the log that fails (strace injects EIO). The process checks itself and prints what it counted.
namespace {

WriteCommand numbered(int i, int fillerBytes)
{
    auto command = WriterFixture::command([i, fillerBytes](WriteContext &context) {
        context.journalHeads[1] = 1; // a commit that somebody must hear of
        return WriterFixture::insertRow(context, QString::number(i), fillerBytes);
    });
    return WriterFixture::keyed(std::move(command), QStringLiteral("key %1").arg(i));
}

/// Journal heads are row counts here, so a notice says what was visible when it was made.
Result<qint64> countRows(sql::Database &database, qint64)
{
    auto row = database.query(QStringLiteral("SELECT count(*) FROM t"));
    if (!row)
        return row.error();
    return row->next() ? row->integer(0) : -1;
}

bool waitUntilAvailable(const Writer &writer)
{
    const QDeadlineTimer deadline(30'000);
    while (!writer.stats().available && !deadline.hasExpired())
        QTest::qWait(5);
    return writer.stats().available;
}

struct Tally
{
    int acknowledged = 0;
    int refused = 0;
    int wrong = 0; ///< acknowledged and missing, or there twice
    int otherErrors = 0;
    int replayed = 0; ///< refused, but there when asked again
    int resent = 0;
    int before = 0; ///< acknowledged before the first refusal

    int print(const Writer &writer, bool available, qint64 noticed) const
    {
        const WriterStats stats = writer.stats();
        const QJsonObject object{{QStringLiteral("acknowledged"), acknowledged},
                                 {QStringLiteral("refused"), refused},
                                 {QStringLiteral("wrong"), wrong},
                                 {QStringLiteral("otherErrors"), otherErrors},
                                 {QStringLiteral("replayed"), replayed},
                                 {QStringLiteral("resent"), resent},
                                 {QStringLiteral("before"), before},
                                 {QStringLiteral("available"), available},
                                 {QStringLiteral("noticed"), noticed},
                                 {QStringLiteral("failedCommits"), stats.failedCommits},
                                 {QStringLiteral("failedBatches"), stats.failedBatches},
                                 {QStringLiteral("reopens"), stats.reopens}};
        std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
        return 0;
    }
};

void resend(Writer &writer, const WriterFixture &fixture, const std::vector<int> &refused, int fillerBytes,
            Tally *tally)
{
    for (const int i : refused) {
        auto again = writer.submitAndWait(numbered(i, fillerBytes));
        if (!again)
            continue;
        ++tally->resent;
        tally->replayed += again->replayed ? 1 : 0;
        if (fixture.rowsOf(QString::number(i)) != 1)
            ++tally->wrong;
    }
}

int fillDisk(const QString &directory)
{
    constexpr int count = 1500;
    constexpr int fillerBytes = 4000;
    WriterFixture fixture(directory);
    const QString ballast = QDir(directory).filePath(QStringLiteral("ballast"));
    {
        QFile file(ballast);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(4 << 20, 'b')) != (4 << 20))
            return 3;
    }
    auto options = fixture.options();
    options.maxBatch = 16;
    options.maxQueue = count;
    options.checkpointBytes = 512 * 1024;
    auto writer = fixture.start(options);

    Tally tally;
    Answers answers;
    for (int i = 0; i < count; ++i) {
        auto command = numbered(i, fillerBytes);
        command.done = answers.slot();
        writer->submit(std::move(command));
    }
    const auto results = answers.all();
    const QStringList stored = fixture.texts();
    std::vector<int> refused;
    for (int i = 0; i < count; ++i) {
        const auto &result = results[std::size_t(i)];
        if (result.ok()) {
            ++tally.acknowledged;
            tally.wrong += stored.count(QString::number(i)) == 1 ? 0 : 1;
        } else {
            tally.otherErrors += result.error().code == ErrorCode::StorageUnavailable ? 0 : 1;
            refused.push_back(i);
        }
    }
    tally.refused = int(refused.size());
    refused.resize(std::min<std::size_t>(refused.size(), 50));

    if (!QFile::remove(ballast))
        return 4;
    const bool available = waitUntilAvailable(*writer);
    resend(*writer, fixture, refused, fillerBytes, &tally);
    return tally.print(*writer, available, -1);
}

int failSync(const QString &directory, bool withReader)
{
    constexpr int count = 40;
    WriterFixture fixture(directory);
    std::atomic<qint64> noticed = -1;
    auto options = fixture.options();
    options.lastSeq = &countRows;
    options.idleCheckpointMs = 600'000;
    std::unique_ptr<sql::Database> reader;
    if (withReader) { // as HTTP threads have one; the index of the log outlives the writer's connection then
        auto opened = sql::Database::open({fixture.path(), sql::Access::ReadOnly});
        if (!opened || !countRows(**opened, 1))
            return 3;
        reader = std::move(*opened);
    }
    auto writer = fixture.start(options, [&noticed](const CommitNotice &notice) {
        const auto moved = notice.lastSeq.find(1);
        if (moved != notice.lastSeq.end() && moved->second > 1) // 1 is what the commands themselves say
            noticed = moved->second;
    });
    Tally tally;
    std::vector<int> refused;
    for (int i = 0; i < count; ++i) {
        if (auto result = writer->submitAndWait(numbered(i, 100))) {
            ++tally.acknowledged;
            tally.before += refused.empty() ? 1 : 0;
        } else {
            tally.otherErrors += result.error().code == ErrorCode::StorageUnavailable ? 0 : 1;
            refused.push_back(i);
        }
    }
    tally.refused = int(refused.size());
    const bool available = waitUntilAvailable(*writer);
    resend(*writer, fixture, refused, 100, &tally);
    const QStringList stored = fixture.texts();
    for (int i = 0; i < count; ++i)
        tally.wrong += stored.count(QString::number(i)) == 1 ? 0 : 1;
    return tally.print(*writer, available, noticed);
}

} // namespace

class HubDiskTest final : public QObject
{
    Q_OBJECT

private:
    QJsonObject m_counts;
    QByteArray m_errors;
    int m_exitCode = -1;

    void start(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        // A leak check stops the process with ptrace, which strace holds.
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        QVERIFY2(process.waitForFinished(100'000), qPrintable(process.errorString()));
        m_errors = process.readAllStandardError();
        m_exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        m_counts = QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
    }

    int count(const char *name) const { return m_counts.value(QLatin1String(name)).toInt(-1); }

private Q_SLOTS:
    void aDiskThatRunsFull()
    {
        const QString unshare = QStandardPaths::findExecutable(QStringLiteral("unshare"));
        if (unshare.isEmpty())
            QSKIP("unshare is not installed");
        const QTemporaryDir directory;
        const QString script =
            QStringLiteral("mount -t tmpfs -o size=10m none \"$1\" || exit 77; exec \"$0\" --fill \"$1\"");
        start(unshare, {::geteuid() == 0 ? QStringLiteral("-m") : QStringLiteral("-rm"), QStringLiteral("sh"),
                        QStringLiteral("-c"), script, QCoreApplication::applicationFilePath(), directory.path()});
        if (m_exitCode == 77 || m_errors.contains("unshare failed"))
            QSKIP("this system allows no mount namespace");
        QVERIFY2(m_exitCode == 0, m_errors.constData());
        qInfo().noquote() << QJsonDocument(m_counts).toJson(QJsonDocument::Compact);
        QVERIFY(count("acknowledged") > 0);
        QVERIFY(count("refused") > 0);
        QCOMPARE(count("acknowledged") + count("refused"), 1500);
        QCOMPARE(count("wrong"), 0);
        QCOMPARE(count("otherErrors"), 0);
        QVERIFY(count("failedCommits") + count("failedBatches") > 0);
        QVERIFY2(m_counts.value(QStringLiteral("available")).toBool(), m_errors.constData());
        QCOMPARE(count("resent"), 50);
    }

    void aSyncThatFails_data()
    {
        QTest::addColumn<QString>("when"); // which fdatasync calls of the log fail, counted per thread
        QTest::addColumn<bool>("withReader");
        QTest::newRow("once") << QStringLiteral("7") << false;
        QTest::newRow("once, with a reader") << QStringLiteral("7") << true;
        QTest::newRow("for a while") << QStringLiteral("7..16") << false;
        QTest::newRow("for a while, with a reader") << QStringLiteral("7..16") << true;
    }

    void aSyncThatFails()
    {
        QFETCH(QString, when);
        QFETCH(bool, withReader);
        const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
        if (strace.isEmpty())
            QSKIP("strace is not installed");
        const QTemporaryDir directory;
        const WriterFixture fixture(
            directory.path()); // made before, so that only the writer's thread syncs a log below
        start(strace,
              {QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-o"),
               directory.filePath(QStringLiteral("trace")), QStringLiteral("-P"),
               fixture.path() + QStringLiteral("-wal"), QStringLiteral("-e"), QStringLiteral("trace=fdatasync,fsync"),
               QStringLiteral("-e"), QStringLiteral("inject=fdatasync,fsync:error=EIO:when=") + when,
               QCoreApplication::applicationFilePath(),
               withReader ? QStringLiteral("--sync-reader") : QStringLiteral("--sync"), directory.path()});
        if (m_errors.contains("PTRACE_TRACEME") || m_errors.contains("Operation not permitted"))
            QSKIP("this system allows no ptrace");
        QVERIFY2(m_exitCode == 0, m_errors.constData());
        QFile trace(directory.filePath(QStringLiteral("trace")));
        QVERIFY(trace.open(QIODevice::ReadOnly));
        QVERIFY(trace.readAll().contains("(INJECTED)"));

        qInfo().noquote() << QJsonDocument(m_counts).toJson(QJsonDocument::Compact);
        QCOMPARE(count("wrong"), 0); // whatever was answered: each is there exactly once in the end
        QCOMPARE(count("otherErrors"), 0);
        QCOMPARE(count("acknowledged") + count("refused"), 40);
        QVERIFY(count("refused") >= 1);
        QCOMPARE(count("resent"), count("refused"));
        QVERIFY(count("failedCommits") >= 1);
        QVERIFY(count("reopens") >= 1);
        QVERIFY2(m_counts.value(QStringLiteral("available")).toBool(), m_errors.constData());
        // The listener heard how far the file really got: with the commit that failed when it became visible after all.
        QVERIFY(count("before") > 0);
        QCOMPARE(count("noticed"), count("before") + count("replayed"));
        QCOMPARE(fixture.rows(), 40); // and another process sees the same
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3) {
        if (arguments[1] == QLatin1String("--fill"))
            return fillDisk(arguments[2]);
        if (arguments[1].startsWith(QLatin1String("--sync")))
            return failSync(arguments[2], arguments[1].endsWith(QLatin1String("reader")));
    }
    HubDiskTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "hubdisktest.moc"

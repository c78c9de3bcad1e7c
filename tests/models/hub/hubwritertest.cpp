// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/transaction.h"
#include "tests/models/hub/writerfixture.h"

#include <QFileInfo>
#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <thread>

using namespace oshaq;
using namespace oshaq::test;

namespace {

class Submitter final : public QThread
{
public:
    Submitter(Writer &writer, Answers &answers, int number, int count)
        : m_writer(writer)
        , m_answers(answers)
        , m_number(number)
        , m_count(count)
    {}

protected:
    void run() override
    {
        for (int i = 0; i < m_count; ++i)
            m_writer.submit(WriterFixture::insert(
                QStringLiteral("%1/%2").arg(QString::number(m_number), QString::number(i)), m_answers.slot()));
    }

private:
    Writer &m_writer;
    Answers &m_answers;
    int m_number;
    int m_count;
};

/// What happened on the writer's thread, in order.
class Events
{
public:
    void add(const QString &event)
    {
        const std::lock_guard lock(m_mutex);
        m_events << event;
    }
    QStringList all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_events;
};

} // namespace

class HubWriterTest final : public QObject
{
    Q_OBJECT

private:
    /// 8 threads x 50 commands that all wait when the writer gets to them; the commits that they needed.
    static void submitFrom8Threads(int maxBatch, qint64 *commits)
    {
        WriterFixture fixture;
        auto options = fixture.options();
        options.maxBatch = maxBatch;
        auto writer = fixture.start(options);
        Gate gate;
        Answers answers;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        std::vector<std::unique_ptr<Submitter>> submitters;
        for (int i = 0; i < 8; ++i)
            submitters.push_back(std::make_unique<Submitter>(*writer, answers, i, 50));
        for (const auto &submitter : submitters)
            submitter->start();
        for (const auto &submitter : submitters)
            QVERIFY(submitter->wait());
        QCOMPARE(writer->stats().queued, 400);
        gate.open();
        for (const auto &result : answers.all())
            QVERIFY(result.ok());
        QVERIFY(!answers.doubled());
        QCOMPARE(fixture.rows(), 400);
        const WriterStats stats = writer->stats();
        QCOMPARE(stats.commands, 400);
        QCOMPARE(stats.queued, 0);
        QCOMPARE(stats.failedCommits + stats.failedBatches, 0);
        *commits = stats.commits;
    }

    /// The log is moved into the file for its length alone.
    static WriterOptions neverQuiet(const WriterFixture &fixture, qint64 checkpointBytes)
    {
        WriterOptions options = fixture.options();
        options.checkpointBytes = checkpointBytes;
        options.idleCheckpointMs = 600'000;
        options.quietTruncateMs = 600'000;
        return options;
    }

private Q_SLOTS:
    void groupsWhatWaits()
    {
        qint64 commits = 0;
        submitFrom8Threads(64, &commits);
        QCOMPARE(commits, 7); // 400 / 64
    }

    void oneCommitEachWhenTold()
    {
        qint64 commits = 0;
        submitFrom8Threads(1, &commits);
        QCOMPARE(commits, 400);
    }

    void whatComesMeanwhileJoins()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        options.maxBatch = 3;
        auto writer = fixture.start(options);
        Answers answers;
        const std::array done{answers.slot(), answers.slot(), answers.slot(), answers.slot()};
        std::array times{std::make_shared<CommandTimes>(), std::make_shared<CommandTimes>(),
                         std::make_shared<CommandTimes>(), std::make_shared<CommandTimes>()};
        const auto timed = [&](WriteCommand command, std::size_t i) {
            command.times = times.at(i);
            return command;
        };
        writer->submit(timed(WriterFixture::command(
                                 [&](WriteContext &context) {
                                     // The batch is being written: two fit, the last has to wait for the next.
                                     for (std::size_t i = 1; i < done.size(); ++i)
                                         writer->submit(
                                             timed(WriterFixture::insert(QString::number(i), done.at(i)), i));
                                     return WriterFixture::insertRow(context, QStringLiteral("0"));
                                 },
                                 done[0]),
                             0));
        for (const auto &result : answers.all())
            QVERIFY(result.ok());
        QCOMPARE(fixture.rows(), 4);
        for (std::size_t i = 0; i < times.size(); ++i)
            QCOMPARE(times.at(i)->inBatch, i < 3 ? 3 : 1);
        QCOMPARE(writer->stats().commits, 2);
    }

    /// With savepoints a batch is what it was when it was spoiled.
    void whatJoinedIsRunAgainWithTheOthers()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        Answers answers;
        const std::array done{answers.slot(), answers.slot(), answers.slot()};
        bool hasSubmitted = false; // the writer's thread alone
        writer->submit(WriterFixture::command(
            [&](WriteContext &context) {
                if (!std::exchange(hasSubmitted, true)) {
                    writer->submit(WriterFixture::refuse(ErrorCode::OrderStatusChanged, done[1]));
                    writer->submit(WriterFixture::insert(QStringLiteral("b"), done[2]));
                }
                return WriterFixture::insertRow(context, QStringLiteral("a"));
            },
            done[0]));
        const auto results = answers.all();
        QVERIFY(results[0].ok() && results[2].ok());
        QCOMPARE(results[1].error().code, ErrorCode::OrderStatusChanged);
        QCOMPARE(writer->stats().commits, 1);
        QCOMPARE(fixture.rows(), 2);
        QCOMPARE(fixture.rowsOf(QStringLiteral("taken back")), 0);
        QVERIFY(!answers.doubled());
    }

    void listenerThenAnswersAfterTheCommit()
    {
        WriterFixture fixture;
        Events events;
        // Both look through another connection: what they see is what others see.
        auto writer = fixture.start(fixture.options(), [&](const CommitNotice &notice) {
            // "silent" below has a notice without a seq when its commit is its own: `t` is a table that nobody knows.
            for (const auto &[business, seq] : notice.lastSeq)
                events.add(QStringLiteral("notice %1 %2:%3 rows %4")
                               .arg(notice.epoch, QString::number(business), QString::number(seq),
                                    QString::number(fixture.rows())));
        });
        const auto journalling = [&](const QString &text, qint64 seq) {
            return WriterFixture::command(
                [text, seq](WriteContext &context) {
                    context.journalHeads[7] = seq;
                    return WriterFixture::insertRow(context, text);
                },
                [&events, &fixture, text](const Result<WriteOutcome> &result) {
                    events.add(QStringLiteral("%1 %2 rows %3")
                                   .arg(result.ok() ? QStringLiteral("done") : QStringLiteral("failed"), text,
                                        QString::number(fixture.rows())));
                });
        };
        Gate gate;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        writer->submit(journalling(QStringLiteral("a"), 11));
        writer->submit(journalling(QStringLiteral("b"), 12));
        gate.open();
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("silent"))).ok());
        // "silent" may share the batch of a and b.
        const qint64 rows = events.all().isEmpty() ? 0 : events.all().constFirst().section(u' ', -1).toLongLong();
        QVERIFY(rows == 2 || rows == 3);
        QCOMPARE(events.all(),
                 QStringList({QStringLiteral("notice EPOCH 7:12 rows %1").arg(rows),
                              QStringLiteral("done a rows %1").arg(rows), QStringLiteral("done b rows %1").arg(rows)}));
    }

    void noNoticeForWhatDoesNotCount()
    {
        WriterFixture fixture;
        Events events;
        auto writer = fixture.start(fixture.options(), [&](const CommitNotice &notice) {
            for (const auto &[business, seq] : notice.lastSeq)
                events.add(QStringLiteral("%1:%2").arg(business).arg(seq));
        });
        auto refused = writer->submitAndWait(WriterFixture::command([](WriteContext &context) -> Result<WriteOutcome> {
            context.journalHeads[1] = 5;
            return Error{ErrorCode::NotFound, QStringLiteral("no"), {}};
        }));
        QVERIFY(!refused.ok());
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("not journalled"))).ok());
        QVERIFY(writer
                    ->submitAndWait(WriterFixture::command([](WriteContext &context) -> Result<WriteOutcome> {
                        context.journalHeads[2] = 6;
                        return WriteOutcome{};
                    }))
                    .ok());
        QCOMPARE(events.all(), QStringList({QStringLiteral("2:6")}));
    }

    void contextSaysWhoAndWhen()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        fixture.clock.advance(777);
        QStringList seen;
        auto result =
            writer->submitAndWait(WriterFixture::command([&seen](WriteContext &context) -> Result<WriteOutcome> {
                seen << QString::number(context.nowMs) << context.principal.key() << context.requestId << context.epoch;
                return WriteOutcome{};
            }));
        QVERIFY(result.ok());
        QCOMPARE(seen, QStringList({QStringLiteral("1700000000777"), QStringLiteral("terminal:3"),
                                    QStringLiteral("request"), QStringLiteral("EPOCH")}));
    }

    void aRefusalTakesBackOnlyItself()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        Gate gate;
        Answers answers;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        writer->submit(WriterFixture::insert(QStringLiteral("a"), answers.slot()));
        writer->submit(WriterFixture::refuse(ErrorCode::OrderStatusChanged, answers.slot()));
        writer->submit(WriterFixture::insert(QStringLiteral("b"), answers.slot()));
        gate.open();
        const auto results = answers.all();
        QVERIFY(results[0].ok());
        QCOMPARE(results[1].error().code, ErrorCode::OrderStatusChanged);
        QCOMPARE(results[1].error().message, QStringLiteral("refused by the test"));
        QVERIFY(results[2].ok());
        QCOMPARE(writer->stats().commits, 1);
        QCOMPARE(fixture.rows(), 2);
        QCOMPARE(fixture.rowsOf(QStringLiteral("taken back")), 0);
    }

    void aFaultyCommandHurtsOnlyItself()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        Gate gate;
        Answers answers;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        writer->submit(WriterFixture::insert(QStringLiteral("a"), answers.slot()));
        writer->submit(WriterFixture::insert(QStringLiteral("a"), answers.slot())); // UNIQUE
        writer->submit(WriterFixture::command(
            [](WriteContext &context) -> Result<WriteOutcome> {
                if (auto run = context.database.run(QStringLiteral("INSERT INTO nowhere VALUES (1)")); !run)
                    return run.error();
                return WriteOutcome{};
            },
            answers.slot()));
        writer->submit(WriterFixture::insert(QStringLiteral("b"), answers.slot()));
        gate.open();
        const auto results = answers.all();
        QVERIFY(results[0].ok() && results[3].ok());
        for (int i : {1, 2}) {
            QCOMPARE(results[std::size_t(i)].error().code, ErrorCode::StorageUnavailable);
            // SQLite's words are for the log.
            QVERIFY(!results[std::size_t(i)].error().message.contains(QLatin1String("SQLite")));
            QVERIFY(!results[std::size_t(i)].error().message.contains(QLatin1String("nowhere")));
        }
        QCOMPARE(fixture.rows(), 2);
        QCOMPARE(writer->stats().failedBatches, 0);
    }

    void aHandledConstraintIsARefusal()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("a"))).ok());
        auto result = writer->submitAndWait(WriterFixture::command([](WriteContext &context) -> Result<WriteOutcome> {
            auto row = WriterFixture::insertRow(context, QStringLiteral("a"));
            if (!row && context.database.lastFailure() == sql::dialect::Failure::Unique)
                return Error{ErrorCode::AlreadyExists, QStringLiteral("a is taken"), {}};
            return row;
        }));
        QCOMPARE(result.error(), (Error{ErrorCode::AlreadyExists, QStringLiteral("a is taken"), {}}));
    }

    void aFullQueueRefusesAtOnce()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        options.maxQueue = 4;
        auto writer = fixture.start(options);
        const auto ofTerminal = [](WriteCommand command) {
            command.principal.kind = Principal::Kind::Terminal;
            return command;
        };
        Gate gate;
        Answers answers;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        for (int i = 0; i < 4; ++i)
            writer->submit(ofTerminal(WriterFixture::insert(QString::number(i), answers.slot())));
        std::optional<ErrorCode> refused;
        bool sameThread = false;
        writer->submit(ofTerminal(
            WriterFixture::insert(QStringLiteral("one too many"),
                                  [&, caller = QThread::currentThreadId()](const Result<WriteOutcome> &result) {
                                      refused = result.ok() ? ErrorCode::Internal : result.error().code;
                                      sameThread = QThread::currentThreadId() == caller;
                                  })));
        QVERIFY(refused.has_value());
        QCOMPARE(*refused, ErrorCode::Overloaded);
        QVERIFY(sameThread);
        gate.open();
        for (const auto &result : answers.all())
            QVERIFY(result.ok());
        QCOMPARE(fixture.rows(), 4);
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("room again"))).ok());
    }

    void theEndFinishesTheQueue()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        options.maxBatch = 10;
        Answers answers;
        Gate gate;
        {
            auto writer = fixture.start(options);
            writer->submit(WriterFixture::hold(gate));
            for (int i = 0; i < 100; ++i)
                writer->submit(WriterFixture::insert(QString::number(i), answers.slot()));
            gate.open();
        }
        const auto results = answers.all(); // the writer is gone: whatever is missing now is missing for ever
        QCOMPARE(results.size(), std::size_t(100));
        for (const auto &result : results)
            QVERIFY(result.ok());
        QCOMPARE(fixture.rows(), 100);
        QVERIFY(!QFile::exists(fixture.path() + QStringLiteral("-wal"))); // closed cleanly
    }

    void commandsMayFollowCommands()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        Answers answers;
        auto second = answers.slot();
        std::optional<Error> waited;
        writer->submit(WriterFixture::insert(QStringLiteral("first"), [&](const Result<WriteOutcome> &) {
            auto nested = writer->submitAndWait(WriterFixture::insert(QStringLiteral("would wait for itself")));
            if (!nested)
                waited = nested.error();
            writer->submit(WriterFixture::insert(QStringLiteral("second"), second));
        }));
        QVERIFY(answers.all()[0].ok());
        QVERIFY(waited.has_value());
        QCOMPARE(waited->code, ErrorCode::Internal);
        QCOMPARE(fixture.rows(), 2);
    }

    void needsItsFile()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        options.path = QFileInfo(options.path).path() + QStringLiteral("/other.db");
        auto writer = Writer::start(options, fixture.clock, QStringLiteral("EPOCH"), {});
        QVERIFY(!writer.ok());
        QCOMPARE(writer.error().code, ErrorCode::StorageUnavailable);
        QVERIFY(!QFile::exists(options.path)); // and makes none
    }

    void movesALongLogIntoTheFile()
    {
        WriterFixture fixture;
        auto writer = fixture.start(neverQuiet(fixture, 256 * 1024));
        for (int i = 0; i < 100; ++i)
            QVERIFY(writer->submitAndWait(WriterFixture::insert(QString::number(i), {}, 20'000)).ok());
        QVERIFY(writer->stats().checkpoints >= 2);
        // 2 MB were written; the log starts over after each checkpoint.
        QVERIFY(QFileInfo(fixture.path() + QStringLiteral("-wal")).size() < 1024 * 1024);
        QVERIFY(QFileInfo(fixture.path()).size() > 1024 * 1024);
    }

    void beginsALogAnewThatReadersNeverLeave()
    {
        WriterFixture fixture;
        auto writer = fixture.start(neverQuiet(fixture, 64 * 1024));
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("first"), {}, 10)).ok());
        // Two that read in turns, and each stays until the other has come: one is always there.
        std::array<std::atomic<int>, 2> came{};
        std::atomic<bool> isOver = false;
        std::atomic<int> failures = 0;
        const auto read = [&](std::size_t self) {
            auto reader = sql::Database::open({fixture.path(), sql::Access::ReadOnly});
            for (int n = 1; reader && !isOver; ++n) {
                auto snapshot = sql::Transaction::begin(**reader, sql::Transaction::Kind::Read);
                auto row = (*reader)->query(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
                if (!snapshot || !row || !row->next())
                    ++failures;
                ++came[self];
                while (!isOver && came[1 - self] < n + int(self))
                    std::this_thread::yield();
            }
            failures += reader.ok() ? 0 : 1;
        };
        std::thread one(read, 0);
        std::thread other(read, 1);
        bool written = true;
        for (int i = 0; i < 400; ++i)
            written = writer->submitAndWait(WriterFixture::insert(QString::number(i), {}, 20'000)).ok() && written;
        isOver = true;
        one.join();
        other.join();
        QVERIFY(written);
        QCOMPARE(failures.load(), 0);
        QVERIFY(came[0] > 10);
        // 8 MB were written.
        const qint64 size = QFileInfo(fixture.path() + QStringLiteral("-wal")).size();
        QVERIFY2(size < 2 * 1024 * 1024, qPrintable(QString::number(size)));
    }

    void cutsALogThatOneReaderMadeLong()
    {
        WriterFixture fixture;
        auto writer = fixture.start(neverQuiet(fixture, 64 * 1024));
        int rows = 0;
        const auto write = [&](int count) {
            bool written = true;
            for (const int end = rows + count; rows < end; ++rows)
                written =
                    writer->submitAndWait(WriterFixture::insert(QString::number(rows), {}, 20'000)).ok() && written;
            return written;
        };
        const auto logBytes = [&] { return QFileInfo(fixture.path() + QStringLiteral("-wal")).size(); };
        QVERIFY(write(1));
        {
            auto reader = sql::Database::open({fixture.path(), sql::Access::ReadOnly});
            QVERIFY(reader);
            auto snapshot = sql::Transaction::begin(**reader, sql::Transaction::Kind::Read);
            auto row = (*reader)->query(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
            QVERIFY(snapshot && row && row->next());
            QVERIFY(write(150));
            QVERIFY2(logBytes() > 2 * 1024 * 1024, qPrintable(QString::number(logBytes())));
        }
        QVERIFY(write(10));
        QVERIFY2(logBytes() < 1024 * 1024, qPrintable(QString::number(logBytes())));
    }

    void emptiesTheLogWhenQuiet()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        options.idleCheckpointMs = 5;
        options.quietTruncateMs = 10;
        auto writer = fixture.start(options);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(writer->submitAndWait(WriterFixture::insert(QString::number(round), {}, 50'000)).ok());
            QTRY_COMPARE(QFileInfo(fixture.path() + QStringLiteral("-wal")).size(), 0);
            QTRY_COMPARE(writer->stats().walBytes, 0);
        }
        QVERIFY(writer->stats().checkpoints >= 2);
    }
};

QTEST_GUILESS_MAIN(HubWriterTest)
#include "hubwritertest.moc"

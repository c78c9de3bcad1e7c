// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"
#include "models/runtime/clock.h"
#include "models/sql/migrations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace oshaq::test {

/// Time that only the test moves.
class FakeClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonic; }
    void advance(qint64 ms)
    {
        m_now += ms;
        m_monotonic += ms;
    }

private:
    std::atomic<qint64> m_now{1'700'000'000'000};
    std::atomic<qint64> m_monotonic{1000};
};

/// Holds the writer inside a command, so that a test decides what waits behind it.
class Gate
{
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_reached = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    void waitUntilReached()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_reached; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
    bool m_reached = false;
};

/// Collects the results of many commands from the writer's thread.
class Answers
{
public:
    std::function<void(Result<WriteOutcome>)> slot()
    {
        const std::lock_guard lock(m_mutex);
        const std::size_t index = m_results.size();
        m_results.emplace_back();
        return [this, index](Result<WriteOutcome> result) {
            const std::lock_guard inner(m_mutex);
            m_doubled |= m_results[index].has_value();
            m_results[index] = std::move(result);
            ++m_count;
            m_arrived.notify_all();
        };
    }

    /// Waits for all of them.
    std::vector<Result<WriteOutcome>> all()
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return m_count == m_results.size() || m_doubled; });
        std::vector<Result<WriteOutcome>> results;
        for (const auto &result : m_results)
            results.push_back(
                result ? *result : Result<WriteOutcome>(Error{ErrorCode::Internal, QStringLiteral("no answer"), {}}));
        return results;
    }
    bool doubled() const
    {
        const std::lock_guard lock(m_mutex);
        return m_doubled;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<std::optional<Result<WriteOutcome>>> m_results;
    std::size_t m_count = 0;
    bool m_doubled = false;
};

/// A hub.db with the hub's schema and a table `t (id, text UNIQUE, parent -> t)`, and commands for it.
class WriterFixture
{
public:
    WriterFixture()
        : WriterFixture(QString())
    {}
    explicit WriterFixture(const QString &directory)
        : m_directory(directory.isEmpty() ? m_temporary.path() : directory)
    {
        auto database = sql::Database::open({path(), sql::Access::ReadWrite});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        if (auto version = sql::migrate(**database, QStringLiteral(":/migrations/hub"), clock.nowMs()); !version)
            qFatal("%s", qPrintable(version.error().message));
        const auto made = (*database)->run(
            QStringLiteral("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, "
                           "filler BLOB, parent INTEGER REFERENCES t (id)) STRICT"));
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
    }

    QString path() const { return QDir(m_directory).filePath(QStringLiteral("hub.db")); }

    WriterOptions options() const
    {
        WriterOptions options;
        options.path = path();
        options.reopenBackoffMs = 5;
        return options;
    }

    std::unique_ptr<Writer> start() { return start(options()); }
    std::unique_ptr<Writer> start(const WriterOptions &options, Writer::Listener listener = {})
    {
        auto writer = Writer::start(options, clock, QStringLiteral("EPOCH"), std::move(listener));
        if (!writer)
            qFatal("%s", qPrintable(writer.error().message));
        return std::move(*writer);
    }

    static Principal principal(Principal::Kind kind = Principal::Kind::Terminal, qint64 id = 3)
    {
        Principal principal;
        principal.kind = kind;
        principal.businessId = 1;
        principal.id = id;
        return principal;
    }

    static WriteCommand command(std::function<Result<WriteOutcome>(WriteContext &)> run,
                                std::function<void(Result<WriteOutcome>)> done = {})
    {
        return {principal(), QStringLiteral("request"), std::nullopt, std::move(run), std::move(done)};
    }

    /// Inserts one row; the outcome has its id.
    static Result<WriteOutcome> insertRow(WriteContext &context, const QString &text, int fillerBytes = 0)
    {
        auto row = context.database.query(QStringLiteral("INSERT INTO t (text, filler) VALUES (?, ?) RETURNING id"),
                                          {text, QByteArray(fillerBytes, 'f')});
        if (!row)
            return row.error();
        if (!row->next())
            return Error{ErrorCode::StorageUnavailable, QStringLiteral("no row"), {}};
        WriteOutcome outcome;
        outcome.code = 201;
        outcome.entityId = row->integer(0);
        return outcome;
    }

    static WriteCommand insert(const QString &text, std::function<void(Result<WriteOutcome>)> done = {},
                               int fillerBytes = 0)
    {
        return command([text, fillerBytes](WriteContext &context) { return insertRow(context, text, fillerBytes); },
                       std::move(done));
    }

    static WriteCommand keyed(WriteCommand command, const QString &key, const QByteArray &body = "body")
    {
        command.idempotency = IdempotencyClaim{QStringLiteral("POST /t"), key,
                                               QCryptographicHash::hash(body, QCryptographicHash::Sha256)};
        return command;
    }

    static WriteCommand refuse(ErrorCode code, std::function<void(Result<WriteOutcome>)> done = {})
    {
        return command(
            [code](WriteContext &context) -> Result<WriteOutcome> {
                if (auto row = insertRow(context, QStringLiteral("taken back")); !row)
                    return row;
                return Error{code, QStringLiteral("refused by the test"), {}};
            },
            std::move(done));
    }

    /// Alone, because what comes while others are written joins them.
    static WriteCommand hold(Gate &gate)
    {
        WriteCommand held = command({});
        held.alone = [&gate](AloneContext &) -> Result<WriteOutcome> {
            gate.pass();
            return WriteOutcome{};
        };
        return held;
    }

    /// One number, read through a connection of its own.
    qint64 number(const QString &sql, const QVariantList &values = {}) const
    {
        auto database = sql::Database::open({path(), sql::Access::ReadOnly});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        auto row = (*database)->query(sql, values);
        return row.ok() && row->next() ? row->integer(0) : -1;
    }
    qint64 rows() const { return number(QStringLiteral("SELECT count(*) FROM t")); }
    qint64 rowsOf(const QString &text) const
    {
        return number(QStringLiteral("SELECT count(*) FROM t WHERE text = ?"), {text});
    }

    QStringList texts() const
    {
        auto database = sql::Database::open({path(), sql::Access::ReadOnly});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        QStringList found;
        auto rows = (*database)->query(QStringLiteral("SELECT text FROM t"));
        while (rows.ok() && rows->next())
            found << rows->text(0);
        return found;
    }

    FakeClock clock;

private:
    QTemporaryDir m_temporary;
    QString m_directory;
};

} // namespace oshaq::test

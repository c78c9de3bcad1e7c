// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/logging.h"

#include "app/common/logshipper.h"
#include "models/domain/maskedtext.h"
#include "sync/protocol/json.h"
#include "sync/server/accesslog.h"

#include <QDateTime>
#include <QDir>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QThread>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <vector>

namespace oshaq {

namespace {

using TimePoint = std::chrono::system_clock::time_point;

constexpr std::size_t maxWaiting = 20'000;
/// How long a line may wait for others to be written with.
constexpr std::chrono::milliseconds gatherFor{20};
constexpr std::chrono::hours cleanUpEvery(1);

/// Which file a line belongs to.
enum class Kind
{
    Program,
    Access,
    Audit,
    Security
};

struct KindFile
{
    const char *file;
    const char *name;
};
constexpr std::array kindFiles{KindFile{"oshaq.log", "program"}, KindFile{"access.log", "access"},
                               KindFile{"audit.log", "audit"}, KindFile{"security.log", "security"}};
constexpr auto errorFile = "error.log";

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "critical";
    }
    return "info";
}

int syslogPriority(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 7;
    case QtInfoMsg:
        return 6;
    case QtWarningMsg:
        return 4;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 2;
    }
    return 6;
}

spdlog::level::level_enum spdLevel(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return spdlog::level::debug;
    case QtInfoMsg:
        return spdlog::level::info;
    case QtWarningMsg:
        return spdlog::level::warn;
    case QtCriticalMsg:
        return spdlog::level::err;
    case QtFatalMsg:
        return spdlog::level::critical;
    }
    return spdlog::level::info;
}

QByteArray oneLine(const QString &message)
{
    QByteArray text = message.toUtf8();
    // A line of the log is one message: what a client sent cannot forge another.
    for (char &c : text) {
        if ((c >= '\0' && c < ' ') || c == '\x7f')
            c = ' ';
    }
    return text;
}

QString filterRules(QtMsgType level)
{
    QString rules;
    if (level != QtDebugMsg)
        rules += QStringLiteral("*.debug=false\n");
    else
        rules += QStringLiteral("oshaq.*.debug=true\nqt.*.debug=false\n");
    if (level == QtWarningMsg || level == QtCriticalMsg)
        rules += QStringLiteral("*.info=false\n");
    if (level == QtCriticalMsg)
        rules += QStringLiteral("*.warning=false\n");
    return rules;
}

} // namespace

class Logging::LogThread final : public QThread
{
public:
    using Logger = std::shared_ptr<spdlog::logger>;

    struct Line
    {
        Kind kind = Kind::Program;
        QtMsgType level = QtInfoMsg;
        TimePoint at;
        QByteArray category; ///< of a program's line; may be empty
        QByteArray text;
    };

    struct Files
    {
        std::array<Logger, kindFiles.size()> kinds; ///< null: not kept
        Logger errors;
        std::vector<std::unique_ptr<LogShipper>> shippers;
    };

    LogThread(const LoggingOptions &options, Files files)
        : m_options(options)
        , m_files(std::move(files))
    {
        setObjectName(QStringLiteral("log"));
    }

    void add(Line line)
    {
        const std::lock_guard lock(m_mutex);
        if (m_finishing)
            return;
        if (m_waiting.size() >= maxWaiting) {
            m_waiting.pop_front();
            ++m_dropped;
            ++m_droppedEver;
            ++m_written; // counted for flush(): it will never be waited for
        }
        m_waiting.push_back(std::move(line));
        ++m_added;
        // While it gathers it looks by itself soon: to wake a thread for each line costs more than to write the line.
        if (!m_gathers || m_waiting.size() == maxWaiting / 2)
            m_wake.notify_one();
    }

    void flush()
    {
        std::unique_lock lock(m_mutex);
        const quint64 target = m_added;
        m_isWanted = true;
        m_wake.notify_one();
        m_idle.wait(lock, [this, target] { return m_written >= target; });
    }

    void finish()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_finishing = true;
            m_wake.notify_one();
        }
        wait();
    }

    qint64 droppedEver() const
    {
        const std::lock_guard lock(m_mutex);
        return m_droppedEver;
    }

protected:
    void run() override
    {
        auto nextCleanUp = std::chrono::steady_clock::now();
        std::unique_lock lock(m_mutex);
        while (true) {
            if (std::chrono::steady_clock::now() >= nextCleanUp) {
                lock.unlock();
                removeOld();
                nextCleanUp = std::chrono::steady_clock::now() + cleanUpEvery;
                lock.lock();
            }
            if (!m_wake.wait_until(lock, nextCleanUp, [this] { return m_finishing || !m_waiting.empty(); }))
                continue;
            m_gathers = true;
            m_wake.wait_for(lock, gatherFor,
                            [this] { return m_finishing || m_isWanted || m_waiting.size() >= maxWaiting / 2; });
            m_gathers = false;
            m_isWanted = false;
            if (m_waiting.empty())
                return;
            std::deque<Line> batch;
            batch.swap(m_waiting);
            const quint64 dropped = std::exchange(m_dropped, 0);
            lock.unlock();
            if (dropped > 0)
                write({Kind::Program,
                       QtWarningMsg,
                       batch.front().at,
                       {},
                       QByteArray::number(dropped) + " log lines were dropped: the disk is too slow"});
            for (const Line &line : batch)
                write(line);
            for (const Logger &logger : m_files.kinds) {
                if (logger)
                    logger->flush();
            }
            m_files.errors->flush();
            lock.lock();
            m_written += batch.size();
            m_idle.notify_all();
        }
    }

private:
    static void put(const Logger &logger, const Line &line, const QByteArray &text)
    {
        logger->log(line.at, spdlog::source_loc{}, spdLevel(line.level),
                    spdlog::string_view_t(text.constData(), std::size_t(text.size())));
    }

    static QByteArray jsonLine(const Line &line)
    {
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(line.at.time_since_epoch()).count();
        JsonWriter json;
        json.beginObject();
        json.key("time").value(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
        json.key("level").value(QString::fromLatin1(levelName(line.level)));
        if (!line.category.isEmpty())
            json.key("category").value(QString::fromUtf8(line.category));
        json.key("message").value(QString::fromUtf8(line.text));
        json.endObject();
        return json.take();
    }

    static QByteArray textLine(const Line &line)
    {
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(line.at.time_since_epoch()).count();
        const char *level = line.level == QtWarningMsg ? "warning" : levelName(line.level);
        const QByteArray said = line.category.isEmpty() ? line.text : line.category + ": " + line.text;
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() + ' ' + level + ' ' +
               said;
    }

    void write(const Line &line)
    {
        const Logger &logger = m_files.kinds[std::size_t(line.kind)];
        if (line.kind != Kind::Program) {
            if (logger)
                put(logger, line, line.text);
            ship(line, line.text);
            return;
        }
        const bool isWrong = line.level != QtDebugMsg && line.level != QtInfoMsg;
        const QByteArray json = m_options.json || isWrong || !m_files.shippers.empty() ? jsonLine(line) : QByteArray();
        put(logger, line, m_options.json ? json : textLine(line));
        if (isWrong)
            put(m_files.errors, line, json);
        ship(line, json);
        if (m_options.warningsToStderr && isWrong) {
            const QByteArray said = line.category.isEmpty() ? line.text : line.category + ": " + line.text;
            std::fprintf(stderr, "%s\n", said.constData());
        }
    }

    void ship(const Line &line, const QByteArray &text)
    {
        if (m_files.shippers.empty())
            return;
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(line.at.time_since_epoch()).count();
        for (const auto &shipper : m_files.shippers)
            shipper->send({syslogPriority(line.level), kindFiles[std::size_t(line.kind)].name, qint64{ms}, text});
    }

    /// Rotated files, "access.3.log", that were not written to for too long.
    void removeOld() const
    {
        if (m_options.keepDays <= 0)
            return;
        const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-m_options.keepDays);
        const QDir directory(m_options.directory);
        const QFileInfoList files =
            directory.entryInfoList({QStringLiteral("*.*.log")}, QDir::Files | QDir::NoSymLinks);
        for (const QFileInfo &file : files) {
            static const QRegularExpression rotated(QStringLiteral("^[a-z]+\\.[0-9]+\\.log$"));
            if (rotated.match(file.fileName()).hasMatch() && file.lastModified() < oldest)
                QFile::remove(file.filePath());
        }
    }

    const LoggingOptions m_options;
    const Files m_files; ///< this thread's alone once it runs
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<Line> m_waiting;
    quint64 m_added = 0;
    quint64 m_written = 0;
    quint64 m_dropped = 0;
    qint64 m_droppedEver = 0;
    bool m_finishing = false;
    bool m_gathers = false;  ///< something waits, and more may join it
    bool m_isWanted = false; ///< somebody waits for what waits
};

namespace {

/// Qt's message handler is a plain function, so where it hands messages to has to be found without an argument.
struct HandlerTarget
{
    std::mutex mutex;
    std::function<void(QtMsgType, const QByteArray &category, const QByteArray &text)> write;
};

HandlerTarget &handlerTarget()
{
    static HandlerTarget target;
    return target;
}

void handleQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray text = maskPersonal(maskTokens(oneLine(message)));
    QByteArray category;
    if (context.category && qstrcmp(context.category, "default") != 0)
        category = context.category;
    std::function<void(QtMsgType, const QByteArray &, const QByteArray &)> write;
    {
        HandlerTarget &target = handlerTarget();
        const std::lock_guard lock(target.mutex);
        write = target.write;
    }
    if (write)
        write(type, category, text);
    else
        std::fprintf(stderr, "%s%s%s\n", category.constData(), category.isEmpty() ? "" : ": ", text.constData());
}

Result<std::shared_ptr<spdlog::logger>> openLog(const LoggingOptions &options, const char *name)
{
    const QByteArray path = QFile::encodeName(QDir(options.directory).filePath(QLatin1String(name)));
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_st>(
            path.toStdString(), std::size_t(options.maxFileBytes), std::size_t(options.files - 1));
        auto logger = std::make_shared<spdlog::logger>(name, std::move(sink));
        logger->set_level(spdlog::level::debug);
        logger->set_formatter(std::make_unique<spdlog::pattern_formatter>("%v", spdlog::pattern_time_type::utc, "\n"));
        return logger;
    } catch (const spdlog::spdlog_ex &failure) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("The log cannot be written: %1. Make the directory writable for this user.")
                         .arg(QString::fromLocal8Bit(failure.what())),
                     {}};
    }
}

} // namespace

LoggingOptions LoggingOptions::fromSettings(const Settings &settings, const QString &dataDirectory)
{
    LoggingOptions options;
    options.directory = QDir(dataDirectory).filePath(QStringLiteral("log"));
    options.level = Logging::levelFrom(settings);
    options.json = settings.text("log.format") == QLatin1String("json");
    options.access = settings.isOn("log.access");
    options.audit = settings.isOn("log.audit");
    options.security = settings.isOn("log.security");
    options.keepDays = int(settings.number("log.keep_days"));
    if (settings.isOn("log.journald"))
        options.ship << QStringLiteral("journald");
    if (const QString syslog = settings.text("log.syslog"); !syslog.isEmpty())
        options.ship << syslog;
    options.maxFileBytes = settings.number("log.max_mb") * 1'000'000;
    options.files = int(settings.number("log.files"));
    return options;
}

Result<std::unique_ptr<Logging>> Logging::start(const LoggingOptions &options)
{
    // Requests of named people are in there: only for whoever runs the hub.
    if (!QDir().mkpath(options.directory)) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("The log directory %1 cannot be made. Make its parent writable for this user.")
                         .arg(options.directory),
                     {}};
    }
    QFile::setPermissions(options.directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    LogThread::Files files;
    const std::array kept{true, options.access, options.audit, options.security};
    for (std::size_t kind = 0; kind < kindFiles.size(); ++kind) {
        if (!kept[kind])
            continue;
        auto opened = openLog(options, kindFiles[kind].file);
        if (!opened)
            return opened.error();
        files.kinds[kind] = *opened;
    }
    auto errors = openLog(options, errorFile);
    if (!errors)
        return errors.error();
    files.errors = *errors;
    for (const QString &where : options.ship) {
        auto shipper = LogShipper::open(where);
        if (!shipper)
            return shipper.error();
        files.shippers.push_back(std::move(*shipper));
    }
    auto thread = std::make_shared<LogThread>(options, std::move(files));
    thread->start();
    setLevel(options.level);
    return std::unique_ptr<Logging>(new Logging(std::move(thread), options));
}

void Logging::setLevel(QtMsgType level)
{
    QLoggingCategory::setFilterRules(filterRules(level));
}

QtMsgType Logging::levelFrom(const Settings &settings)
{
    const QString level = settings.text("log.level");
    return level == QLatin1String("debug")     ? QtDebugMsg
           : level == QLatin1String("warning") ? QtWarningMsg
           : level == QLatin1String("error")   ? QtCriticalMsg
                                               : QtInfoMsg;
}

Logging::Logging(std::shared_ptr<LogThread> thread, const LoggingOptions &options)
    : m_thread(std::move(thread))
    , m_options(options)
{
    {
        HandlerTarget &target = handlerTarget();
        const std::lock_guard lock(target.mutex);
        target.write = [log = m_thread](QtMsgType type, const QByteArray &category, const QByteArray &text) {
            log->add({Kind::Program, type, std::chrono::system_clock::now(), category, text});
            // The process ends when this returns.
            if (type == QtFatalMsg)
                log->flush();
        };
    }
    m_former = qInstallMessageHandler(handleQtMessage);
}

Logging::~Logging()
{
    qInstallMessageHandler(m_former);
    {
        HandlerTarget &target = handlerTarget();
        const std::lock_guard lock(target.mutex);
        target.write = nullptr;
    }
    m_thread->finish();
}

std::function<void(const QByteArray &)> Logging::accessSink() const
{
    if (!m_options.access)
        return {};
    return [log = m_thread](const QByteArray &line) {
        log->add({Kind::Access, QtInfoMsg, std::chrono::system_clock::now(), {}, line});
    };
}

std::function<void(const QByteArray &)> Logging::auditSink() const
{
    if (!m_options.audit)
        return {};
    return [log = m_thread](const QByteArray &line) {
        log->add({Kind::Audit, QtInfoMsg, std::chrono::system_clock::now(), {}, line});
    };
}

std::function<void(const QByteArray &)> Logging::securitySink() const
{
    if (!m_options.security)
        return {};
    return [log = m_thread](const QByteArray &line) {
        log->add({Kind::Security, QtWarningMsg, std::chrono::system_clock::now(), {}, line});
    };
}

std::function<qint64()> Logging::droppedLines() const
{
    return [log = m_thread] { return log->droppedEver(); };
}

void Logging::flush()
{
    m_thread->flush();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/logging.h"

#include <QDir>
#include <QLoggingCategory>
#include <QThread>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>

namespace oshaq {

namespace {

using TimePoint = std::chrono::system_clock::time_point;

constexpr std::size_t maxWaiting = 20'000;

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
    struct Line
    {
        bool access = false;
        QtMsgType level = QtInfoMsg;
        TimePoint at;
        QByteArray text;
    };

    LogThread(const LoggingOptions &options, std::shared_ptr<spdlog::logger> program,
              std::shared_ptr<spdlog::logger> access)
        : m_options(options)
        , m_program(std::move(program))
        , m_access(std::move(access))
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
            ++m_written; // counted for flush(): it will never be waited for
        }
        m_waiting.push_back(std::move(line));
        ++m_added;
        m_wake.notify_one();
    }

    void flush()
    {
        std::unique_lock lock(m_mutex);
        const quint64 target = m_added;
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

protected:
    void run() override
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return m_finishing || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            std::deque<Line> batch;
            batch.swap(m_waiting);
            const quint64 dropped = std::exchange(m_dropped, 0);
            lock.unlock();
            if (dropped > 0)
                write({false, QtWarningMsg, batch.front().at,
                       QByteArray::number(dropped) + " log lines were dropped: the disk is too slow"});
            for (const Line &line : batch)
                write(line);
            m_program->flush();
            if (m_access)
                m_access->flush();
            lock.lock();
            m_written += batch.size();
            m_idle.notify_all();
        }
    }

private:
    void write(const Line &line)
    {
        const spdlog::string_view_t text(line.text.constData(), std::size_t(line.text.size()));
        if (line.access) {
            if (m_access)
                m_access->log(line.at, spdlog::source_loc{}, spdlog::level::info, text);
            return;
        }
        m_program->log(line.at, spdlog::source_loc{}, spdLevel(line.level), text);
        if (m_options.warningsToStderr && line.level != QtDebugMsg && line.level != QtInfoMsg)
            std::fprintf(stderr, "%s\n", line.text.constData());
    }

    const LoggingOptions m_options;
    const std::shared_ptr<spdlog::logger> m_program; ///< this thread's alone once it runs
    const std::shared_ptr<spdlog::logger> m_access;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<Line> m_waiting;
    quint64 m_added = 0;
    quint64 m_written = 0;
    quint64 m_dropped = 0;
    bool m_finishing = false;
};

namespace {

/// Qt's message handler is a plain function, so where it hands messages to has to be found without an argument.
struct HandlerTarget
{
    std::mutex mutex;
    std::function<void(QtMsgType, const QByteArray &)> write;
};

HandlerTarget &handlerTarget()
{
    static HandlerTarget target;
    return target;
}

void handleQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QByteArray text = oneLine(message);
    if (context.category && qstrcmp(context.category, "default") != 0)
        text = QByteArray(context.category) + ": " + text;
    std::function<void(QtMsgType, const QByteArray &)> write;
    {
        HandlerTarget &target = handlerTarget();
        const std::lock_guard lock(target.mutex);
        write = target.write;
    }
    if (write)
        write(type, text);
    else
        std::fprintf(stderr, "%s\n", text.constData());
}

Result<std::shared_ptr<spdlog::logger>> openLog(const LoggingOptions &options, const char *name, const char *pattern)
{
    const QByteArray path = QFile::encodeName(QDir(options.directory).filePath(QLatin1String(name)));
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_st>(
            path.toStdString(), std::size_t(options.maxFileBytes), std::size_t(options.files - 1));
        auto logger = std::make_shared<spdlog::logger>(name, std::move(sink));
        logger->set_level(spdlog::level::debug);
        logger->set_formatter(
            std::make_unique<spdlog::pattern_formatter>(pattern, spdlog::pattern_time_type::utc, "\n"));
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
    options.access = settings.isOn("log.access");
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
    auto program = openLog(options, "oshaq.log", "%Y-%m-%dT%H:%M:%S.%eZ %l %v");
    if (!program)
        return program.error();
    std::shared_ptr<spdlog::logger> access;
    if (options.access) {
        auto opened = openLog(options, "access.log", "%v");
        if (!opened)
            return opened.error();
        access = *opened;
    }
    auto thread = std::make_shared<LogThread>(options, *program, access);
    thread->start();
    setLevel(options.level);
    return std::unique_ptr<Logging>(new Logging(std::move(thread), options.access));
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

Logging::Logging(std::shared_ptr<LogThread> thread, bool access)
    : m_thread(std::move(thread))
    , m_access(access)
{
    {
        HandlerTarget &target = handlerTarget();
        const std::lock_guard lock(target.mutex);
        target.write = [log = m_thread](QtMsgType type, const QByteArray &text) {
            log->add({false, type, std::chrono::system_clock::now(), text});
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
    if (!m_access)
        return {};
    return [log = m_thread](const QByteArray &line) {
        log->add({true, QtInfoMsg, std::chrono::system_clock::now(), line});
    };
}

void Logging::flush()
{
    m_thread->flush();
}

} // namespace oshaq

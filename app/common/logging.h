// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/settings.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace oshaq {

struct LoggingOptions
{
    QString directory; ///< oshaq.log and access.log live here; it is made when it is missing
    QtMsgType level = QtInfoMsg;
    bool access = true;
    qint64 maxFileBytes = 10'000'000;
    int files = 5; ///< of each kind, the current one included
    bool warningsToStderr = true;

    static LoggingOptions fromSettings(const Settings &settings, const QString &dataDirectory);
};

/// Qt's messages (every logging category) in rotating files, and the access log as JSON lines in its own. Lines are
/// handed to one thread that writes them, so nobody who logs waits for the disk; when that thread cannot keep up the
/// oldest waiting lines are dropped and the log says how many. A fatal message is written before the process ends.
///
/// One at a time: it takes Qt's message handler and gives the former one back.
class Logging
{
    Q_DISABLE_COPY_MOVE(Logging)

public:
    /// StorageUnavailable when the files cannot be written.
    static Result<std::unique_ptr<Logging>> start(const LoggingOptions &options);
    /// Writes what is waiting, joins. Access sinks that are still held become silent.
    ~Logging();

    /// What is kept from now on. Of the program's log; the access log is not concerned. Thread-safe.
    static void setLevel(QtMsgType level);
    /// Of log.level.
    static QtMsgType levelFrom(const Settings &settings);

    /// For ApiOptions::accessLog; empty when the access log is off. Thread-safe, may outlive this.
    std::function<void(const QByteArray &line)> accessSink() const;

    /// Waits until everything that was logged before is in the files.
    void flush();

private:
    class LogThread;
    explicit Logging(std::shared_ptr<LogThread> thread, bool access);

    std::shared_ptr<LogThread> m_thread;
    bool m_access;
    QtMessageHandler m_former = nullptr;
};

} // namespace oshaq

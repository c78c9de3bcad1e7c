// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace oshaq::drill {

/// A program of the drill: started, ended politely or killed, started again. It dies with the drill, however that ends.
class DrillProcess
{
    Q_DISABLE_COPY_MOVE(DrillProcess)

public:
    /// `logFile` gets what it says.
    DrillProcess(QStringList command, QString logFile);
    ~DrillProcess();

    /// The error text or nothing. Does not wait until it does its work.
    QString start();
    void kill();
    /// SIGTERM; true when it ended by itself within that time.
    bool stop(int timeoutMs = 60'000);
    bool isRunning() const;
    qint64 pid() const { return m_process ? m_process->processId() : 0; }
    /// True when it ended without anybody's asking, with another code than 0.
    bool hasFailed() const;
    /// The last lines of what it said.
    QString lastWords() const;

private:
    const QStringList m_command;
    const QString m_logFile;
    std::unique_ptr<QProcess> m_process;
};

/// Runs a short command to its end; what went wrong, or nothing. `input`: what it reads, for what must not stand in a
/// command line.
QString runTool(const QStringList &command, QByteArray *output = nullptr, const QByteArray &input = {});

} // namespace oshaq::drill

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace oshaq::test {

/// The real `oshaqd` as a child process: set up once, served, killed, served again on the same port.
class OshaqdProcess
{
    Q_DISABLE_COPY_MOVE(OshaqdProcess)

public:
    /// `program`: another build of the same program, or empty for oshaqd itself.
    explicit OshaqdProcess(QString directory, QString program = {});
    ~OshaqdProcess();

    /// oshaqd init; the error text or nothing. Keeps the business token.
    QString init();
    /// Imports the sample menu of this repository; the error text or nothing.
    QString importSampleMenu();

    /// oshaqd serve; waits for its line. The first start takes any free port, later ones the same again.
    /// `wrapper`: a command in front, for example {"strace", "-f", ...}. The error text or nothing.
    QString start(const QStringList &wrapper = {}, const QStringList &extraArguments = {});
    /// SIGKILL to oshaqd itself, also behind a wrapper; waits for the end.
    void kill();
    /// SIGTERM; true when it ended by itself with exit code 0.
    bool stop();
    bool isRunning() const;
    /// Waits that long for it to end by itself; true when it has.
    bool waitForEnd(int timeoutMs);
    /// Of the process that ended by itself: its exit code, or minus the signal.
    int lastExitCode() const { return m_lastExitCode; }
    qint64 pid() const;

    quint16 port() const { return m_port; }
    QByteArray baseUrl() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }
    /// For a directory that another object set up.
    void setBusinessToken(const QByteArray &token) { m_token = token; }
    const QByteArray &businessToken() const { return m_token; }
    const QString &directory() const { return m_directory; }
    /// What it wrote to standard error so far.
    QByteArray errorOutput() const;

private:
    QString errorFile() const;

    QString m_directory;
    QString m_program;
    QByteArray m_token;
    quint16 m_port = 0;
    qint64 m_pid = 0;
    int m_lastExitCode = 0;
    std::unique_ptr<QProcess> m_process;
};

/// Runs oshaqd with arguments to its end; standard output, and `exitCode` / `errors` when asked.
QByteArray runOshaqd(const QStringList &arguments, int *exitCode = nullptr, QByteArray *errors = nullptr,
                     int timeoutMs = 120'000);

} // namespace oshaq::test

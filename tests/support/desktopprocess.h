// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace oshaq::test {

/// The real desktop program on Qt's offscreen platform, as a child process.
class DesktopProcess
{
    Q_DISABLE_COPY_MOVE(DesktopProcess)

public:
    explicit DesktopProcess(QString directory);
    ~DesktopProcess();

    /// Starts it on any free port and waits for the line with the address of its API; the error text or nothing.
    QString start(const QStringList &extraArguments = {});
    /// SIGTERM; true when it ended by itself with exit code 0.
    bool stop();
    quint16 port() const { return m_port; }
    QByteArray errorOutput() const;

private:
    QString errorFile() const;

    QString m_directory;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/drillprocess.h"

#include <QFile>

#include <csignal>

#include <sys/prctl.h>

namespace oshaq::drill {

namespace {

constexpr int processStartMs = 30'000;
constexpr int toolTimeoutMs = 20'000;

} // namespace

DrillProcess::DrillProcess(QStringList command, QString logFile)
    : m_command(std::move(command))
    , m_logFile(std::move(logFile))
{}

DrillProcess::~DrillProcess()
{
    kill();
}

QString DrillProcess::start()
{
    kill();
    m_process = std::make_unique<QProcess>();
    m_process->setStandardOutputFile(m_logFile, QIODevice::Append);
    m_process->setStandardErrorFile(m_logFile, QIODevice::Append);
    // Also when the drill itself is killed: nothing of it stays behind.
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start(m_command.front(), m_command.mid(1));
    if (!m_process->waitForStarted(processStartMs))
        return QStringLiteral("%1: %2").arg(m_command.join(u' '), m_process->errorString());
    return {};
}

void DrillProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(processStartMs);
    m_process.reset();
}

bool DrillProcess::stop(int timeoutMs)
{
    if (!isRunning())
        return false;
    m_process->terminate();
    // One that was still starting has no handler yet and ends by the signal itself.
    const bool ended = m_process->waitForFinished(timeoutMs) &&
                       (m_process->exitStatus() == QProcess::NormalExit || m_process->exitCode() == SIGTERM);
    kill();
    return ended;
}

bool DrillProcess::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

bool DrillProcess::hasFailed() const
{
    return m_process && m_process->state() == QProcess::NotRunning &&
           (m_process->exitStatus() != QProcess::NormalExit || m_process->exitCode() != 0);
}

QString DrillProcess::lastWords() const
{
    QFile file(m_logFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax(qint64{0}, file.size() - 2000));
    return QString::fromUtf8(file.readAll());
}

QString runTool(const QStringList &command, QByteArray *output, const QByteArray &input)
{
    QProcess process;
    process.start(command.front(), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(toolTimeoutMs)) {
        const QString problem = QStringLiteral("%1: %2").arg(command.join(u' '), process.errorString());
        process.kill();
        process.waitForFinished();
        return problem;
    }
    if (output)
        *output = process.readAllStandardOutput();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return QStringLiteral("%1: %2").arg(command.join(u' '),
                                        QString::fromUtf8(process.readAllStandardError()).trimmed());
}

} // namespace oshaq::drill

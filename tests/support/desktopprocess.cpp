// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desktopprocess.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QRegularExpression>

namespace oshaq::test {

namespace {
constexpr int timeoutMs = 60'000;
}

DesktopProcess::DesktopProcess(QString directory)
    : m_directory(std::move(directory))
{}

DesktopProcess::~DesktopProcess()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished(timeoutMs);
    }
}

QString DesktopProcess::start(const QStringList &extraArguments)
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(errorFile(), QIODevice::Append);
    m_process->start(QStringLiteral(OSHAQ_BIN_DIR "/oshaq"),
                     QStringList{QStringLiteral("--data"), m_directory, QStringLiteral("--page"),
                                 QStringLiteral("kitchen"), QStringLiteral("--size"), QStringLiteral("1280x800"),
                                 QStringLiteral("--set"), QStringLiteral("server.listen=127.0.0.1:0"),
                                 QStringLiteral("--set"), QStringLiteral("limits.rate=off")} +
                         extraArguments);
    static const QRegularExpression address(QStringLiteral("http://127\\.0\\.0\\.1:(\\d+)\\s"));
    QByteArray out;
    while (m_process->state() != QProcess::NotRunning) {
        if (!m_process->waitForReadyRead(timeoutMs))
            break;
        out += m_process->readAllStandardOutput();
        const auto match = address.match(QString::fromUtf8(out));
        if (match.hasMatch()) {
            m_port = quint16(match.captured(1).toUInt());
            return {};
        }
    }
    return QStringLiteral("the desktop did not start: %1 %2")
        .arg(QString::fromUtf8(out), QString::fromUtf8(errorOutput()));
}

bool DesktopProcess::stop()
{
    if (!m_process || m_process->state() != QProcess::Running)
        return false;
    m_process->terminate();
    if (!m_process->waitForFinished(timeoutMs))
        return false;
    const bool clean = m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    m_process.reset();
    return clean;
}

QString DesktopProcess::errorFile() const
{
    return m_directory + QStringLiteral(".desktop.stderr");
}

QByteArray DesktopProcess::errorOutput() const
{
    QFile file(errorFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace oshaq::test

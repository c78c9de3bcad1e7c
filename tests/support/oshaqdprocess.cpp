// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <csignal>

namespace oshaq::test {

namespace {
constexpr int startTimeoutMs = 60'000; // sanitizers and strace are slow

QString defaultProgram()
{
    return QStringLiteral(OSHAQ_BIN_DIR "/oshaqd");
}

/// The child of `parent`, where a wrapper such as strace started the program.
qint64 childOf(qint64 parent)
{
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    if (!children.open(QIODevice::ReadOnly))
        return 0;
    return children.readAll().simplified().split(' ').value(0).toLongLong();
}
} // namespace

QByteArray runOshaqd(const QStringList &arguments, int *exitCode, QByteArray *errors, int timeoutMs)
{
    QProcess process;
    process.start(defaultProgram(), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(timeoutMs)) {
        if (errors)
            *errors = "did not end: " + process.errorString().toUtf8();
        if (exitCode)
            *exitCode = -1;
        process.kill();
        process.waitForFinished();
        return {};
    }
    if (exitCode)
        *exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    if (errors)
        *errors = process.readAllStandardError();
    return process.readAllStandardOutput();
}

OshaqdProcess::OshaqdProcess(QString directory, QString program)
    : m_directory(std::move(directory))
    , m_program(program.isEmpty() ? defaultProgram() : std::move(program))
{}

OshaqdProcess::~OshaqdProcess()
{
    kill();
}

QString OshaqdProcess::init()
{
    int code = 0;
    QByteArray errors;
    const QByteArray out =
        runOshaqd({QStringLiteral("init"), QStringLiteral("--data"), m_directory, QStringLiteral("--business"),
                   QStringLiteral("Test site"), QStringLiteral("--json")},
                  &code, &errors);
    m_token = QJsonDocument::fromJson(out).object().value(QStringLiteral("business_token")).toString().toLatin1();
    if (code != 0 || m_token.isEmpty())
        return QStringLiteral("init: exit code %1, %2").arg(code).arg(QString::fromUtf8(errors));
    return {};
}

QString OshaqdProcess::importSampleMenu()
{
    int code = 0;
    QByteArray errors;
    runOshaqd({QStringLiteral("import"), QStringLiteral("menu"),
               QStringLiteral(OSHAQ_SOURCE_DIR "/resources/sample/menu.csv"), QStringLiteral("--data"), m_directory},
              &code, &errors);
    return code == 0 ? QString()
                     : QStringLiteral("import menu: exit code %1, %2").arg(code).arg(QString::fromUtf8(errors));
}

QString OshaqdProcess::start(const QStringList &wrapper, const QStringList &extraArguments)
{
    kill();
    m_process = std::make_unique<QProcess>();
    QStringList command = wrapper;
    command << m_program << QStringLiteral("serve") << QStringLiteral("--data") << m_directory
            << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:%1").arg(m_port) << QStringLiteral("--set")
            << QStringLiteral("limits.rate=off") << extraArguments;
    // Into a file: a pipe that nobody reads would stop the program when it is full.
    m_process->setStandardErrorFile(errorFile(), QIODevice::Append);
    m_process->start(command.front(), command.mid(1));
    static const QRegularExpression address(QStringLiteral("http://127\\.0\\.0\\.1:(\\d+)"));
    QByteArray out;
    while (m_process->state() != QProcess::NotRunning) {
        if (!m_process->waitForReadyRead(startTimeoutMs))
            break;
        out += m_process->readAllStandardOutput();
        const auto match = address.match(QString::fromUtf8(out));
        if (match.hasMatch() && out.contains('\n')) {
            m_port = quint16(match.captured(1).toUInt());
            // A wrapper either stays as the parent (strace) or became the program itself (exec).
            const qint64 child = wrapper.isEmpty() ? 0 : childOf(m_process->processId());
            m_pid = child > 0 ? child : m_process->processId();
            return {};
        }
    }
    return QStringLiteral("serve did not start: %1 %2").arg(QString::fromUtf8(out), QString::fromUtf8(errorOutput()));
}

void OshaqdProcess::kill()
{
    if (!m_process)
        return;
    if (m_pid > 0 && m_process->state() != QProcess::NotRunning)
        ::kill(pid_t(m_pid), SIGKILL);
    else
        m_process->kill();
    m_process->waitForFinished(startTimeoutMs);
    m_process.reset();
    m_pid = 0;
}

bool OshaqdProcess::stop()
{
    if (!isRunning())
        return false;
    ::kill(pid_t(m_pid), SIGTERM);
    if (!m_process->waitForFinished(startTimeoutMs))
        return false;
    const bool clean = m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    m_process.reset();
    m_pid = 0;
    return clean;
}

bool OshaqdProcess::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

bool OshaqdProcess::waitForEnd(int timeoutMs)
{
    if (!m_process)
        return true;
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(timeoutMs))
        return false;
    m_lastExitCode = m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -m_process->exitCode();
    m_process.reset();
    m_pid = 0;
    return true;
}

qint64 OshaqdProcess::pid() const
{
    return m_pid;
}

QString OshaqdProcess::errorFile() const
{
    return m_directory + QStringLiteral(".stderr");
}

QByteArray OshaqdProcess::errorOutput() const
{
    QFile file(errorFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/printing/printsession.h"

#include <QProcessEnvironment>

namespace oshaq {

namespace {

constexpr qsizetype maxComplaint = 200;

} // namespace

EscPosSession::EscPosSession(std::unique_ptr<PrintChannel> channel, bool answersStatus, PrintTimes times)
    : m_channel(std::move(channel))
    , m_answersStatus(answersStatus)
    , m_times(times)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { late(); });
    m_channel->opened = [this] {
        if (m_state != State::Opening)
            return;
        if (!m_answersStatus) {
            m_timer.stop();
            m_state = State::Ready;
            return ready();
        }
        m_state = State::Asking;
        m_reader.askStatus();
        m_channel->write(escpos::statusQuery());
        m_timer.start(m_times.answerMs);
    };
    m_channel->received = [this](const QByteArray &bytes) { heard(bytes); };
    m_channel->progressed = [this] { progressed(); };
    m_channel->closed = [this](const QString &why) { closed(why); };
}

void EscPosSession::open()
{
    m_timer.start(m_times.connectMs);
    m_channel->open();
}

void EscPosSession::send(const QByteArray &bytes)
{
    if (m_state != State::Ready)
        return;
    m_state = State::Sending;
    m_timer.start(m_times.stallMs);
    if (m_answersStatus) {
        m_reader.askEnd();
        m_channel->write(bytes + escpos::endQuery());
    } else {
        m_channel->write(bytes);
    }
}

void EscPosSession::heard(const QByteArray &bytes)
{
    m_reader.feed(bytes);
    switch (m_state) {
    case State::Asking:
        if (!m_reader.knowsStatus())
            return;
        if (const PrintFault fault = m_reader.fault(); fault != PrintFault::None)
            return finish(false, fault);
        m_timer.stop();
        m_state = State::Ready;
        return ready();
    case State::Sending:
    case State::Ending:
    case State::Judging:
        if (m_reader.knowsEnd())
            return finish(true, PrintFault::None);
        if (m_state != State::Judging || !m_reader.knowsStatus())
            return;
        if (const PrintFault fault = m_reader.fault(); fault != PrintFault::None)
            return finish(false, fault);
        // It has everything and is well: one that does not know the question for the end.
        if (m_allSent)
            return finish(true, PrintFault::None);
        return finish(false, PrintFault::NoAnswer);
    case State::Opening:
    case State::Ready:
    case State::Closing:
    case State::Over:
        return;
    }
}

void EscPosSession::progressed()
{
    if (m_state != State::Sending)
        return;
    if (m_channel->unsent() > 0)
        return m_timer.start(m_times.stallMs);
    m_allSent = true;
    m_timer.start(m_times.endMs);
    if (m_answersStatus) {
        m_state = State::Ending;
        return;
    }
    m_state = State::Closing;
    m_channel->finish();
}

void EscPosSession::closed(const QString &why)
{
    switch (m_state) {
    case State::Opening:
        return finish(false, PrintFault::Unreachable, why);
    case State::Closing:
        return finish(why.isEmpty(), why.isEmpty() ? PrintFault::None : PrintFault::ConnectionLost, why);
    case State::Asking:
    case State::Ready:
        return finish(false, PrintFault::NoAnswer, QStringLiteral("it closed the connection"));
    case State::Over:
        return;
    case State::Sending:
    case State::Ending:
    case State::Judging:
        return finish(false, PrintFault::ConnectionLost);
    }
}

void EscPosSession::late()
{
    switch (m_state) {
    case State::Opening:
        return finish(false, PrintFault::Unreachable);
    case State::Sending:
    case State::Ending:
        if (!m_answersStatus)
            return finish(false, PrintFault::NoAnswer);
        // It answers this one also while it cannot print.
        m_state = State::Judging;
        m_reader.askStatus();
        m_channel->write(escpos::statusQuery());
        return m_timer.start(m_times.answerMs);
    case State::Closing:
        return finish(true, PrintFault::None); // it has everything and is slow to say good-bye
    case State::Asking:
    case State::Judging:
        // Half an answer may name the reason already.
        return finish(false, m_reader.fault() == PrintFault::None ? PrintFault::NoAnswer : m_reader.fault());
    case State::Ready:
    case State::Over:
        return;
    }
}

bool EscPosSession::isBegun() const
{
    return m_state == State::Sending || m_state == State::Ending || m_state == State::Closing ||
           m_state == State::Judging;
}

void EscPosSession::finish(bool ok, PrintFault fault, const QString &error)
{
    if (m_state == State::Over)
        return;
    PrintEnd end;
    end.ok = ok;
    end.begun = isBegun();
    end.fault = fault;
    if (!error.isEmpty())
        end.error = QStringLiteral("%1 (%2)").arg(printFaultAdvice(fault), error);
    m_state = State::Over;
    m_timer.stop();
    ended(end);
}

SystemQueueSession::SystemQueueSession(QString program, QString queue, PrintTimes times)
    : m_program(std::move(program))
    , m_queue(std::move(queue))
    , m_times(times)
{
    m_timer.setSingleShot(true);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_process.setProcessEnvironment(environment);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        finish({false, true, PrintFault::NoAnswer, QStringLiteral("The print system does not answer.")});
    });
    QObject::connect(&m_process, &QProcess::errorOccurred, &m_process, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish({false, false, PrintFault::Unreachable,
                    QStringLiteral("This machine has no print system: the program lp is not there.")});
    });
    QObject::connect(&m_process, &QProcess::finished, &m_process, [this](int code, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit && code == 0)
            return finish({true, true, PrintFault::None, {}});
        const QString complaint = QString::fromUtf8(m_process.readAllStandardError()).simplified().left(maxComplaint);
        finish({false, status != QProcess::NormalExit, PrintFault::Refused,
                complaint.isEmpty() ? QString() : QStringLiteral("The print system says: %1").arg(complaint)});
    });
}

SystemQueueSession::~SystemQueueSession()
{
    m_over = true;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(1000);
}

void SystemQueueSession::open()
{
    // Whether a queue is there, only sending to it tells.
    ready();
}

void SystemQueueSession::send(const QByteArray &pdf)
{
    m_timer.start(m_times.queueMs);
    m_process.start(m_program, {QStringLiteral("-d"), m_queue, QStringLiteral("-t"), QStringLiteral("Oshaq")});
    m_process.write(pdf);
    m_process.closeWriteChannel();
}

void SystemQueueSession::finish(const PrintEnd &end)
{
    if (m_over)
        return;
    m_over = true;
    m_timer.stop();
    ended(end);
}

} // namespace oshaq

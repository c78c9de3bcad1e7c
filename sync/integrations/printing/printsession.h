// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printer.h"
#include "sync/integrations/printing/printchannel.h"
#include "sync/printing/escpos.h"

#include <QProcess>
#include <QTimer>

#include <functional>
#include <memory>

namespace oshaq {

/// How long a printer may take. Nothing of an order waits for any of it.
struct PrintTimes
{
    int connectMs = 5'000;
    int answerMs = 2'000; ///< until it says how it is
    int stallMs = 10'000; ///< without taking a byte
    int endMs = 15'000;   ///< from the last byte until it says that it is done
    int queueMs = 20'000; ///< until the system's queue has taken a paper
};

struct PrintEnd
{
    bool ok = false;
    bool begun = false; ///< something of the paper may be out
    PrintFault fault = PrintFault::None;
    QString error; ///< more than the fault says, or empty
};

/// One paper on its way to one printer: opened, asked how the printer is, sent when told to, followed to its end. Lives
/// on one thread with an event loop.
class PrintSession
{
    Q_DISABLE_COPY_MOVE(PrintSession)

public:
    PrintSession() = default;
    virtual ~PrintSession() = default;

    /// The printer is there and ready: now send(), or destroy it and nothing has happened.
    std::function<void()> ready;
    /// Once. It may be destroyed from the next turn of the event loop on.
    std::function<void(const PrintEnd &)> ended;

    virtual void open() = 0;
    virtual void send(const QByteArray &bytes) = 0;
};

/// ESC/POS over a channel.
class EscPosSession final : public PrintSession
{
public:
    EscPosSession(std::unique_ptr<PrintChannel> channel, bool answersStatus, PrintTimes times);

    void open() override;
    void send(const QByteArray &bytes) override;

private:
    enum class State
    {
        Opening,
        Asking, ///< how it is, before
        Ready,
        Sending,
        Ending,  ///< everything is sent
        Closing, ///< likewise, to a printer that never answers
        Judging, ///< asking why it does not go on
        Over
    };

    void heard(const QByteArray &bytes);
    void progressed();
    void closed(const QString &why);
    void late();
    void finish(bool ok, PrintFault fault, const QString &error = {});
    bool isBegun() const;

    std::unique_ptr<PrintChannel> m_channel;
    const bool m_answersStatus;
    const PrintTimes m_times;
    escpos::StatusReader m_reader;
    State m_state = State::Opening;
    bool m_allSent = false;
    QTimer m_timer;
};

/// A queue of the machine's own print system, by its program `lp`: what that took is the system's.
class SystemQueueSession final : public PrintSession
{
public:
    SystemQueueSession(QString program, QString queue, PrintTimes times);
    ~SystemQueueSession() override;

    void open() override;
    void send(const QByteArray &pdf) override;

private:
    void finish(const PrintEnd &end);

    const QString m_program;
    const QString m_queue;
    const PrintTimes m_times;
    QProcess m_process;
    QTimer m_timer;
    bool m_over = false;
};

} // namespace oshaq

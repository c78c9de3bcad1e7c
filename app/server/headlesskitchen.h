// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/historylog.h"
#include "app/server/replayplan.h"
#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"
#include "sync/client/scheduler.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace oshaq {

/// What staff at a screen without a window does.
struct HeadlessKitchenOptions
{
    bool cook = false;
    quint32 seed = 1;
    /// Whose tickets: of `parts` screens side by side this one takes every order whose uuid falls to it, and now and
    /// then one of its neighbours', as people do.
    int part = 0;
    int parts = 1;
    qint64 paceMs = 2'000;   ///< between two steps of one ticket, in the mean
    int recallPercent = 5;   ///< of the tickets that were ready
    int strangerPercent = 3; ///< of the tickets of other screens
    std::size_t ticketsOnPage = 15;
};

/// Staff at a terminal without a window: paints what arrives, starts it, bumps it, hands it over, and sometimes takes a
/// step back, through the same services as the pages. What it does with an order follows from the seed and the
/// order's uuid alone; when it does so follows from what arrives when. Everything that it asks and is told goes into
/// the history.
class HeadlessKitchen final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadlessKitchen)

public:
    HeadlessKitchen(Terminal &terminal, Scheduler &scheduler, const Clock &clock, HistoryLog &history,
                    HeadlessKitchenOptions options);

    void start();
    /// Takes these orders at the counter, each at its time. The plan must stay. `done`: after the last one.
    void take(const ReplayPlan &plan, std::function<void()> done);
    /// Writes how things stand now.
    void writeState();

private:
    /// What becomes of one ticket.
    struct Work
    {
        qint64 dueMs = 0; ///< monotonic
        int steps = 0;    ///< taken here
        bool recalled = false;
    };
    void handleTickets();
    void workOff();
    void scheduleWork();
    void step(const Ticket &ticket, Work *work);
    void act(const char *what, const QString &orderUuid, const std::function<Result<void>()> &ask);
    void takeDue();
    void paint(const std::vector<Ticket> &tickets);
    void noteAnswers();
    /// The commands that the outbox got since the last call.
    std::vector<const OutboxCommand *> newCommands();
    bool isMine(const QString &orderUuid) const;
    /// 0 to 99, the same for the same seed, order and purpose.
    int chance(const QString &orderUuid, int purpose) const;
    qint64 pause(const QString &orderUuid, int step) const;

    Terminal &m_terminal;
    Scheduler &m_scheduler;
    const Clock &m_clock;
    HistoryLog &m_history;
    const HeadlessKitchenOptions m_options;
    OneShot m_nextStep;
    OneShot m_nextOrder;
    OneShot m_answers;
    OneShot m_state;
    std::map<QString, Work> m_work;                               ///< by order uuid
    std::set<QString> m_painted;                                  ///< order uuids
    std::set<QString> m_counted;                                  ///< likewise, of tickets behind the first page
    std::unordered_map<QString, OutboxCommand::State> m_commands; ///< as the history knows them
    qint64 m_lastSequence = 0;
    QByteArray m_lastState;
    const ReplayPlan *m_plan = nullptr;
    std::size_t m_nextPlanned = 0;
    qint64 m_planBeganMs = 0;
    std::function<void()> m_planDone;
};

} // namespace oshaq

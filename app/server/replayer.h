// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/replayplan.h"
#include "models/runtime/clock.h"
#include "sync/client/backoff.h"
#include "sync/client/httptransport.h"
#include "sync/client/scheduler.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace oshaq {

struct ReplayTarget
{
    QByteArray baseUrl;       ///< "http://127.0.0.1:8787", no slash at the end
    QByteArray token;         ///< of the business or of a terminal
    QByteArray businessId;    ///< for the menu where the hub has several; empty: the only one
    QByteArray otherUrl = {}; ///< of the standby: asked after a try that failed, and so on in turn; empty: none
};

/// One order that the hub has taken.
struct ReplayAck
{
    const PlannedOrder *order = nullptr;
    qint64 orderId = 0;
    QString orderUuid;
    QByteArray totalCost; ///< JSON number, as the hub wrote it
};

/// An order that is about to be asked for, for the first time in this run.
struct ReplayAsk
{
    const PlannedOrder *order = nullptr;
    QString key; ///< Idempotency-Key, and the order's uuid
    QByteArray guestToken;
    qint64 waitedMs = 0; ///< since the guest wanted it: a token had to be had first
};

/// How an order ended.
struct ReplayEnd
{
    QString key;
    int status = 0;                 ///< of the answer; 0: there was none, the order may be there or not
    const ReplayAck *ack = nullptr; ///< of an order that the hub has taken
    QString number = {};            ///< what people call it
    QString why = {};               ///< for people, of an order that was not taken
};

struct ReplayReport
{
    int sent = 0; ///< orders of which at least the guest was asked for
    int acknowledged = 0;
    int refused = 0;
    int unanswered = 0; ///< given up after retries, or stopped
    int linesAcknowledged = 0;
    int retries = 0;
    qint64 elapsedMs = 0;
    std::vector<qint64> answerMs;  ///< of each acknowledged order: from its last sending to the answer
    std::vector<QString> refusals; ///< the first ones, for people
    QString fatal;                 ///< why the replay ended early; empty otherwise

    bool allAcknowledged(std::size_t planned) const { return fatal.isEmpty() && std::size_t(acknowledged) == planned; }
};

/// Plays orders as guests: for each one auth/guest, then user/orders/create with the guest's token and an
/// Idempotency-Key. 408, 425, 429, 5xx and no answer are tried again under the same key. Everything happens on the
/// caller's thread and event loop.
class Replayer
{
    Q_DISABLE_COPY_MOVE(Replayer)

public:
    struct Hooks
    {
        std::function<void(const ReplayAck &)> acknowledged;
        std::function<void(const ReplayReport &)> progress; ///< after each order that ended
        std::function<void(const ReplayReport &)> finished; ///< once, last
        std::function<void(const ReplayAsk &)> asking = {}; ///< before it is sent
        std::function<void(const ReplayEnd &)> ended = {};  ///< of an order that was asked for
    };

    Replayer(HttpTransport &transport, Scheduler &scheduler, const Clock &clock, RandomFraction random,
             ReplayTarget target, Hooks hooks);
    ~Replayer();

    /// `answered` gets the `data` of GET menu; an error when the hub does not give one.
    void fetchMenu(std::function<void(Result<JsonValue>)> answered);
    /// How many orders may be on their way at the same time, each from a phone of its own. Before play().
    void setPhones(std::size_t phones) { m_phones = phones; }

    /// Once. The plan must stay until `finished`.
    void play(const ReplayPlan &plan);
    /// Sends nothing new, forgets what is on its way, finishes.
    void stop(const QString &why);

private:
    struct Guest;

    void startDue();
    void start(const PlannedOrder &order);
    void askForToken(Guest &guest);
    void sendOrder(Guest &guest);
    void handleToken(Guest &guest, const WireReply &reply);
    void handleOrder(Guest &guest, const WireReply &reply);
    /// True when the reply is one to try again; does so with `again` until the order's time is up.
    bool retried(Guest &guest, const WireReply &reply, void (Replayer::*again)(Guest &));
    void refuse(Guest &guest, const QString &what, const WireReply &reply);
    void askForOrder(Guest &guest);
    void end(Guest &guest, const ReplayAck *ack = nullptr);
    void tellEnd(const Guest &guest, ReplayEnd end) const;
    void finishWhenDone();
    WireRequest post(const Guest &guest, const char *path, const QByteArray &token, const QByteArray &body) const;

    HttpTransport &m_transport;
    Scheduler &m_scheduler;
    const Clock &m_clock;
    RandomFraction m_random;
    const ReplayTarget m_target;
    const Hooks m_hooks;

    std::size_t m_phones = 64;
    bool m_otherAnswered = false; ///< where a new guest asks first
    const ReplayPlan *m_plan = nullptr;
    std::size_t m_next = 0;
    qint64 m_beganMs = 0;
    std::list<Guest> m_guests; ///< those with an order on its way
    OneShot m_due;
    OneShot m_end;
    ReplayReport m_report;
    bool m_finished = false;
};

} // namespace oshaq

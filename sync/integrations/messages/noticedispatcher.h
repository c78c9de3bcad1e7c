// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/noticeservice.h"
#include "models/runtime/mailbox.h"
#include "sync/client/backoff.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/deskreader.h"
#include "sync/integrations/integrationgates.h"
#include "sync/integrations/messages/emailchannel.h"
#include "sync/integrations/messages/httpchannels.h"
#include "sync/integrations/messages/smtptransport.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace oshaq {

struct NoticeOptions
{
    int maxPerChannel = 4;       ///< on their way at once
    qint64 firstPauseMs = 5'000; ///< after a failure; doubles
    qint64 longestPauseMs = 10 * 60'000;
    qint64 collectAfterMs = 100;  ///< commits of this long are looked at together
    qint64 clockEveryMs = 20'000; ///< how often late orders are looked for
    qint64 listenForMs = 2'000;   ///< so long an open page or screen may take to be there
};

/// Tells guests and staff. The journal is the outbox's source, read by a stored cursor; what is late or unseen comes
/// from the clock. A row for each message, channel and address says what is still to be sent, so a hub that stops and
/// starts loses nothing. What was on its way when it stopped is sent again under the same id.
///
/// Lives on one thread with an event loop. The hub must outlive it; so must the writer answer what it was sent.
class NoticeDispatcher
{
    Q_DISABLE_COPY_MOVE(NoticeDispatcher)

public:
    /// `board`: where open pages and screens are told; null: nowhere. It must outlive this.
    NoticeDispatcher(Hub &hub, IntegrationGates &gates, Scheduler &scheduler, NoticeBoard *board, NoticeOptions options,
                     RandomFraction random);
    /// Takes no more; what is on its way is dropped and sent again by the next one.
    ~NoticeDispatcher();

    /// Looks at everything that waits.
    void start();

private:
    /// What other threads hold: it outlives the dispatcher and knows when that is gone.
    struct Door
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;

        void post(std::function<void()> task);
        bool isOpen();
    };
    /// One message that is on its way.
    struct Flight
    {
        Notice notice;
        qint64 sentAtMs = 0; ///< monotonic
        bool ended = false;
    };

    void wake();
    void collect();
    void collectOf(sql::Database &database, qint64 businessId);
    void lookAtClock();
    void raise(qint64 businessId, NoticeEvent event, qint64 orderId);
    void pump();
    /// False: the storage cannot be read now.
    bool pumpChannel(sql::Database &database, NoticeChannel channel, qint64 *soonestMs);
    void send(sql::Database &database, const Notice &notice);
    void sendOut(const Notice &notice, const NoticeContent &content);
    void sendLive(const Notice &notice, const NoticeContent &content);
    void finish(qint64 noticeId, const MessageOutcome &outcome, const QString &hint);
    void note(const NoticeAttempt &attempt);
    void test(IntegrationKind kind, const IntegrationTrialRequest &request, const IntegrationBoard::Done &done);
    void makePushKeys(qint64 businessId);
    MessageChannel *channel(IntegrationKind kind);
    qint64 pauseAfter(int attempts);

    Hub &m_hub;
    DeskReader m_reader;
    IntegrationGates &m_gates;
    Scheduler &m_scheduler;
    NoticeBoard *m_board;
    const NoticeOptions m_options;
    RandomFraction m_random;
    Mailbox m_mailbox;
    std::shared_ptr<Door> m_door;
    SmtpTransport m_smtp;
    EmailChannel m_email;
    SmsChannel m_sms;
    TelegramChannel m_telegram;
    WebPushChannel m_push;
    int m_commitListener = 0;
    int m_alarmListener = 0;
    bool m_listening = false;
    std::map<qint64, qint64> m_seen; ///< business -> looked at as far as here without anything to tell
    std::set<qint64> m_collecting;   ///< businesses whose command is with the writer
    std::set<std::pair<qint64, NoticeEvent>> m_raised; ///< orders of which the outbox knows
    std::map<qint64, Flight> m_inFlight;               ///< until its attempt is noted
    std::set<qint64> m_makingKeys;
    OneShot m_collectTimer;
    OneShot m_pumpTimer;
    OneShot m_clockTimer;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/noticeboard.h"
#include "models/hub/noticeplan.h"
#include "models/hub/noticestore.h"
#include "models/hub/secretstore.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// How one attempt to tell ended.
struct NoticeAttempt
{
    enum class Kind
    {
        Sent,
        TryLater,
        GiveUp, ///< it makes no sense to try again
        Skip,   ///< not to be told any more
        Hold,   ///< quiet hours; counts as no attempt
        Held    ///< the circuit breaker kept it back; counts as no attempt
    };
    qint64 businessId = 0;
    qint64 noticeId = 0;
    Kind kind = Kind::TryLater;
    QString error; ///< English; holds no address, no secret and no text of the message
    QString hint;  ///< masked address; empty: as it was
    qint64 latencyMs = 0;
    qint64 retryInMs = 0;            ///< chosen by whoever sent, so that the command is a value
    bool forgetSubscription = false; ///< the push service says that the browser is gone
};

/// Commands on messages. What a person decides is journalled; the outbox is not.
namespace noticewrites {

/// Brings the outbox up to the journal's end, some rows at a time; values: {1 when there is more}. See noticeplan
/// for the board.
Result<WriteOutcome> collect(WriteContext &context, const NoticeBoard *board, qint64 businessId);
/// What the clock says: once for an order and event, however often it is asked.
Result<WriteOutcome> raise(WriteContext &context, const NoticeBoard *board, qint64 businessId, NoticeEvent event,
                           qint64 orderId);
/// What staff must hear of now, with its facts; as often as it is asked.
Result<void> tell(WriteContext &context, const NoticeBoard *board, qint64 businessId, NoticeEvent event,
                  const QJsonObject &facts);
Result<WriteOutcome> noteAttempt(WriteContext &context, SecretStore &secrets, const NoticeAttempt &attempt);
/// Once more, now, with a new life: of one that is failed or skipped.
Result<WriteOutcome> retry(WriteContext &context, qint64 noticeId);

/// VersionStale unless `version` is the present one.
Result<WriteOutcome> putRules(WriteContext &context, NoticeRules rules, qint64 version);
/// An empty body: back to the program's own words.
Result<WriteOutcome> putTemplate(WriteContext &context, const NoticeTemplate &wanted);
/// A new one has no id.
Result<WriteOutcome> saveRecipient(WriteContext &context, NoticeRecipient recipient);
Result<WriteOutcome> removeRecipient(WriteContext &context, qint64 recipientId);

/// The caller's own, a guest's.
Result<WriteOutcome> putWishes(WriteContext &context, const GuestNoticeWishes &wishes);
/// The caller's browser: a guest's or staff's. An endpoint that is known changes its holder.
Result<WriteOutcome> subscribe(WriteContext &context, SecretStore &secrets, PushSubscription subscription);
Result<WriteOutcome> unsubscribe(WriteContext &context, SecretStore &secrets, const QString &endpoint);

} // namespace noticewrites

namespace noticereads {

/// Whether collect() would find something to do, and how far the journal was looked at. `fromSeq`: what was looked at
/// before without finding anything.
struct Look
{
    bool wanted = false;
    bool more = false;
    qint64 seenSeq = 0;
};
Result<Look> look(sql::Database &database, const NoticeBoard *board, qint64 businessId, qint64 fromSeq, qint64 nowMs);

/// Every event, channel that reaches its audience, and language: own words or the program's.
Result<std::vector<NoticeTemplate>> templates(sql::Database &database, qint64 businessId);

struct NoticePage
{
    std::vector<Notice> notices;
    QString nextCursor; ///< empty: that was all
};
Result<NoticePage> log(sql::Database &database, qint64 businessId, std::optional<NoticeState> state,
                       const QString &cursor, int limit);

} // namespace noticereads

} // namespace oshaq

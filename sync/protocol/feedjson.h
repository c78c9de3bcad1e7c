// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/money.h"
#include "models/domain/replicanote.h"
#include "models/domain/screennotice.h"
#include "models/domain/screenstate.h"
#include "models/domain/unpaintedalarm.h"
#include "sync/protocol/json.h"
#include "sync/protocol/orderview.h"

namespace oshaq {

/// {"seq":8,"entity":"order","id":123,"version":2,"op":"upsert|delete","at":"...","event":"order.status","data":{..}}.
/// `event` is the journal's type; data is null for a delete, where nothing was joined, and on a terminal's socket for a
/// version of an order that was just told (docs/sync.md).
void writeChange(JsonWriter &json, const FeedChange &change, const Currency &currency, OrderView view);
Result<FeedChange> readChange(const JsonValue &json, const Currency &currency);

/// GET business/changes: the array that is "data", and the object that is "meta".
QByteArray changesDataJson(const FeedPage &page, const Currency &currency, OrderView view);
QByteArray changesMetaJson(const FeedPage &page, qint64 hubNowMs);
/// Changes of entities that this program does not know (a newer hub's) are left out; the cursor counts them all the
/// same. `hubNowMs` may be null; it gets 0 when the hub did not say it.
Result<FeedPage> readChanges(const JsonValue &data, const JsonValue &meta, const Currency &currency, qint64 *hubNowMs);

/// Whole "data" of GET business/snapshot: cursor, hub_time, business, catalog, orders; for a terminal itself as
/// {"terminal_id":3,"name":"Counter","letter":"B"}.
QByteArray snapshotJson(const Snapshot &snapshot, OrderView view, qint64 hubNowMs,
                        const std::vector<UnpaintedAlarm> &alarms = {});
Result<Snapshot> readSnapshot(const JsonValue &data, qint64 *hubNowMs);

/// What hello and heartbeat tell beside the cursor; what is empty is left out.
struct LiveNews
{
    QString version;    ///< of the hub's program
    QByteArray screens; ///< screensJson(), where something about them is new
    std::optional<ReplicaNote> replica = {};
    std::optional<std::vector<UnpaintedAlarm>> alarms = {}; ///< all that there are
};

/// Messages of WS business/live. A change is writeChange() with "type":"change".
/// Staff's hello says what is an alarm; after it each change of that comes as a message with all of it.
QByteArray helloJson(const Cursor &cursor, qint64 hubNowMs, const LiveNews &news = {});
QByteArray alarmsMessage(const std::vector<UnpaintedAlarm> &alarms);
/// What the outbox tells a guest's page or a screen: {"type":"notice","uuid":...,"order_id":...,"title":...,...}.
QByteArray noticeMessage(const ScreenNotice &notice);
QByteArray heartbeatJson(const Cursor &cursor, qint64 hubNowMs, const LiveNews &news = {});
QByteArray changeMessage(const FeedChange &change, const Currency &currency, OrderView view);

/// What a terminal received over its socket.
struct LiveMessage
{
    enum class Type
    {
        Hello,
        Change,
        Heartbeat,
        Alarms,
        Notice,
        Other
    };

    Type type = Type::Other; ///< Other: a newer hub's message, to be ignored
    Cursor cursor;           ///< of hello and heartbeat
    qint64 hubTimeMs = 0;    ///< of hello and heartbeat; 0: not said
    QString version;         ///< of hello: the hub's program; empty: an older hub, which does not say
    std::optional<std::vector<ScreenFacts>> screens = {}; ///< of heartbeat; none: as before
    FeedChange change;
    std::optional<ReplicaNote> replica; ///< of hello and heartbeat; none: an older hub, which does not say
    std::optional<std::vector<UnpaintedAlarm>> alarms; ///< all that there are; none: not said (an older hub's hello)
    ScreenNotice notice;
};
Result<LiveMessage> readLiveMessage(const QByteArray &utf8, const Currency &currency);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/replicanote.h"
#include "models/domain/result.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

/// {"role","mode","solo","refusing","reason","lag_ms","other_url"}: in hello, heartbeat and snapshot.
void writeReplicaNote(JsonWriter &json, const ReplicaNote &note);
/// Nothing when there is none (an older hub), or when it says words that this program does not know.
std::optional<ReplicaNote> readReplicaNote(const JsonValue &json);

/// One group commit on its way to a standby.
struct ReplicaFrame
{
    qint64 n = 0;
    std::map<qint64, std::pair<qint64, qint64>> seqs; ///< business -> first and last journal seq
    QByteArray bytes;
};

/// The body of GET replica/changes: for each frame the length of its head (4 bytes, big-endian), the head (JSON), the
/// length of its bytes, and those.
void appendFrame(QByteArray *body, const ReplicaFrame &frame);
/// MalformedJson for anything that is not a whole number of frames.
Result<std::vector<ReplicaFrame>> readFrames(const QByteArray &body);

/// What a standby says of itself, POST replica/ack.
struct ReplicaAck
{
    QByteArray follower; ///< one run of one standby
    QString position;    ///< "EPOCH.N": what it has, durably; empty: nothing yet
    QString url;         ///< where it answers itself; empty: nowhere
    QString promoted;    ///< the epoch that it began as the hub; empty: it is a standby
};
QByteArray ackBody(const ReplicaAck &ack);
ReplicaAck readAck(const JsonValue &body);

/// What the hub answers to it.
struct ReplicaAnswer
{
    QString role;
    QString epoch;
};
QByteArray ackAnswerJson(const ReplicaAnswer &answer);
Result<ReplicaAnswer> readAckAnswer(const JsonValue &data);

Schema replicaAckSchema();
Schema replicaModeSchema();
Schema replicaSoloSchema();
Schema replicaPromoteSchema();

namespace outputs {

Schema replicaNote();
Schema replica();
Schema replicaToken();
Schema replicaAnswer();

} // namespace outputs

} // namespace oshaq

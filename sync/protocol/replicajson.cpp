// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/replicajson.h"

#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

#include <QtEndian>

namespace oshaq {

namespace {

constexpr qsizetype lengthBytes = 4;

void appendPart(QByteArray *body, const QByteArray &part)
{
    const quint32 size = qToBigEndian(quint32(part.size()));
    body->append(reinterpret_cast<const char *>(&size), lengthBytes);
    body->append(part);
}

/// Nothing when it is cut off.
std::optional<QByteArray> takePart(const QByteArray &body, qsizetype *at)
{
    if (body.size() - *at < lengthBytes)
        return std::nullopt;
    const qsizetype size = qsizetype(qFromBigEndian<quint32>(body.constData() + *at));
    *at += lengthBytes;
    if (body.size() - *at < size)
        return std::nullopt;
    QByteArray part = body.mid(*at, size);
    *at += size;
    return part;
}

Error malformed()
{
    return Error{ErrorCode::MalformedJson, QStringLiteral("The changes of a hub are not what they should be."), {}};
}

} // namespace

void writeReplicaNote(JsonWriter &json, const ReplicaNote &note)
{
    json.beginObject();
    json.key("role").value(replicaRoleText(note.role));
    json.key("mode").value(replicaModeText(note.mode));
    json.key("solo").value(note.solo);
    json.key("refusing").value(note.refusing);
    json.key("reason").value(note.reason);
    json.key("lag_ms").value(note.lagMs);
    writeTextOrNull(json, "other_url", note.otherUrl);
    json.key("storage").value(note.storage);
    json.endObject();
}

std::optional<ReplicaNote> readReplicaNote(const JsonValue &json)
{
    const auto role = replicaRoleFromText(json[u"role"].string());
    const auto mode = replicaModeFromText(json[u"mode"].string());
    if (!role || !mode)
        return std::nullopt;
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    ReplicaNote note;
    note.role = *role;
    note.mode = *mode;
    note.solo = in.boolean(u"solo", false);
    note.refusing = in.boolean(u"refusing", false);
    note.reason = in.text(u"reason");
    note.lagMs = in.integer(u"lag_ms", 0);
    note.otherUrl = in.text(u"other_url");
    note.storage = in.text(u"storage"); // an older hub does not say it
    return issues.isEmpty() ? std::optional(note) : std::nullopt;
}

void appendFrame(QByteArray *body, const ReplicaFrame &frame)
{
    JsonWriter json;
    json.beginObject();
    json.key("n").value(frame.n);
    json.key("seqs").beginArray();
    for (const auto &[business, seqs] : frame.seqs) {
        json.beginObject();
        json.key("business_id").value(business);
        json.key("first").value(seqs.first);
        json.key("last").value(seqs.second);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    appendPart(body, json.take());
    appendPart(body, frame.bytes);
}

Result<std::vector<ReplicaFrame>> readFrames(const QByteArray &body)
{
    std::vector<ReplicaFrame> frames;
    qsizetype at = 0;
    while (at < body.size()) {
        const auto head = takePart(body, &at);
        auto bytes = head ? takePart(body, &at) : std::nullopt;
        const auto json = bytes ? parseJson(*head) : Result<JsonValue>(malformed());
        if (!json)
            return malformed();
        ReadIssues issues;
        const FieldReader in(*json, {}, issues);
        ReplicaFrame frame;
        frame.n = in.integer(u"n");
        for (const JsonValue &one : in.array(u"seqs")) {
            const FieldReader seqs(one, {}, issues);
            frame.seqs[seqs.integer(u"business_id")] = {seqs.integer(u"first"), seqs.integer(u"last")};
        }
        if (!issues.isEmpty())
            return malformed();
        frame.bytes = std::move(*bytes);
        frames.push_back(std::move(frame));
    }
    return frames;
}

QByteArray ackBody(const ReplicaAck &ack)
{
    JsonWriter json;
    json.beginObject();
    json.key("follower").value(QString::fromLatin1(ack.follower));
    if (!ack.position.isEmpty())
        json.key("position").value(ack.position);
    if (!ack.url.isEmpty())
        json.key("url").value(ack.url);
    if (!ack.promoted.isEmpty())
        json.key("promoted").value(ack.promoted);
    json.endObject();
    return json.take();
}

ReplicaAck readAck(const JsonValue &body)
{
    return {body[u"follower"].string().toLatin1(), body[u"position"].string(), body[u"url"].string(),
            body[u"promoted"].string()};
}

QByteArray ackAnswerJson(const ReplicaAnswer &answer)
{
    JsonWriter json;
    json.beginObject();
    json.key("role").value(answer.role);
    json.key("epoch").value(answer.epoch);
    json.endObject();
    return json.take();
}

Result<ReplicaAnswer> readAckAnswer(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    ReplicaAnswer answer;
    answer.role = in.requiredText(u"role");
    answer.epoch = in.requiredText(u"epoch");
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("what a hub answers to its standby"));
    return answer;
}

Schema replicaAckSchema()
{
    return Schema::object({{QStringLiteral("follower"), Schema::string(64, 1), Presence::Required},
                           {QStringLiteral("position"), Schema::string(200, 1), Presence::Optional},
                           {QStringLiteral("url"), Schema::string(300, 1), Presence::Optional},
                           {QStringLiteral("promoted"), Schema::string(64, 1), Presence::Optional}});
}

Schema replicaModeSchema()
{
    return Schema::object(
        {{QStringLiteral("mode"),
          Schema::oneOf({QStringLiteral("off"), QStringLiteral("async"), QStringLiteral("sync")}), Presence::Required},
         {QStringLiteral("standby_name"), Schema::string(200), Presence::Optional}});
}

Schema replicaSoloSchema()
{
    return Schema::object({{QStringLiteral("over"),
                            Schema::string(64, 1).described(QStringLiteral(
                                "Of a fenced hub: the epoch that it gave way to, to overrule it by hand.")),
                            Presence::Optional}});
}

Schema replicaPromoteSchema()
{
    return Schema::object(
        {{QStringLiteral("insist"), Schema::boolean().described(QStringLiteral("Also when the hub answers still.")),
          Presence::Optional}});
}

Schema outputs::replicaNote()
{
    return Schema::object({always("role", text()), always("mode", text()), always("solo", Schema::boolean()),
                           always("refusing", Schema::boolean()), always("reason", text()), always("lag_ms", number()),
                           always("other_url", text().nullable()), always("storage", text())});
}

Schema outputs::replica()
{
    return Schema::object(
        {always("role", text()), always("mode", text()), always("solo", Schema::boolean()), always("epoch", text()),
         always("term", number()), always("fenced_by", text().nullable()), always("rival", text().nullable()),
         always("standby",
                Schema::object({always("name", text()), always("url", text().nullable()),
                                always("connected", Schema::boolean()),
                                always("last_ack_at", Schema::dateTime().nullable()), always("lag_seq", number()),
                                always("lag_ms", number()), always("problem", text().nullable())})
                    .nullable()),
         always("in_step", Schema::boolean()), always("refusing", Schema::boolean()), always("reason", text())});
}

Schema outputs::replicaToken()
{
    return Schema::object({always("access_token", text()), always("token_type", text())});
}

Schema outputs::replicaAnswer()
{
    return Schema::object({always("role", text()), always("epoch", text())});
}

} // namespace oshaq

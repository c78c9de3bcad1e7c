// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/epoch.h"
#include "models/hub/replicaacts.h"
#include "models/hub/standbykeys.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/replicajson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

#include <QHostAddress>
#include <QTimer>
#include <QUrl>

namespace oshaq::routes {

namespace {

constexpr qint64 partBytes = 1024 * 1024; ///< of a base
constexpr qint64 changesBytes = 2 * 1024 * 1024;

void answerBytes(Exchange &exchange, const QByteArray &bytes)
{
    exchange.response.status = 200;
    exchange.response.contentType = "application/octet-stream";
    exchange.response.body = bytes;
    exchange.addHeader("Cache-Control", "no-store");
}

QByteArray statusJson(const ReplicaStatus &status)
{
    JsonWriter json;
    json.beginObject();
    json.key("role").value(replicaRoleText(status.note.role));
    json.key("mode").value(replicaModeText(status.note.mode));
    json.key("solo").value(status.note.solo);
    json.key("epoch").value(status.epoch);
    json.key("term").value(termOf(status.epoch));
    writeTextOrNull(json, "fenced_by", status.fencedBy);
    writeTextOrNull(json, "rival", status.rival);
    json.key("standby");
    if (status.peer) {
        json.beginObject();
        json.key("name").value(status.peer->name);
        writeTextOrNull(json, "url", status.peer->url);
        json.key("connected").value(status.peer->connected);
        writeTimeOrNull(json, "last_ack_at", status.peer->lastContactMs);
        json.key("lag_seq").value(status.peer->lagSeq);
        json.key("lag_ms").value(status.peer->lagMs);
        writeTextOrNull(json, "problem", status.peer->problem);
        json.endObject();
    } else {
        json.null();
    }
    json.key("in_step").value(status.inStep);
    json.key("refusing").value(status.note.refusing);
    json.key("reason").value(status.note.reason);
    json.endObject();
    return json.take();
}

void answerStatus(ApiThread &thread, Exchange &exchange, const QString &message)
{
    apijson::succeed(exchange, 200, statusJson(thread.hub().replica().status()), message);
}

Flow getReplica(ApiThread &thread, const ExchangePtr &exchange)
{
    answerStatus(thread, *exchange, QStringLiteral("OK"));
    return Flow::Answer;
}

/// An act of this very hub; answered with what it is then.
Flow act(ApiThread &thread, const ExchangePtr &exchange, ApiThread::RunAlone run, const QString &message)
{
    return thread.submitAlone(exchange, std::move(run),
                              [message](ApiThread &owner, Exchange &done, const WriteOutcome &) -> Result<void> {
                                  answerStatus(owner, done, message);
                                  return {};
                              });
}

Flow putReplica(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto mode = replicaModeFromText(exchange->body[u"mode"].string()).value_or(ReplicaMode::Off);
    return act(
        thread, exchange,
        [replica = &thread.hub().replica(), mode, name = cleanText(exchange->body[u"standby_name"].string())](
            AloneContext &context) { return replicaacts::configure(context, *replica, mode, name); },
        QStringLiteral("The standby is set up"));
}

Flow makeToken(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submitAlone(
        exchange,
        [replica = &thread.hub().replica()](AloneContext &context) {
            return replicaacts::makeToken(context, *replica);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            JsonWriter json;
            json.beginObject();
            json.key("access_token").value(outcome.secret);
            json.key("token_type").value(QStringLiteral("Bearer"));
            json.endObject();
            apijson::succeed(done, 201, json.take(), QStringLiteral("Token of the standby; it is shown once"));
            return {};
        });
}

Flow declareSolo(ApiThread &thread, const ExchangePtr &exchange)
{
    return act(
        thread, exchange,
        [replica = &thread.hub().replica(), directory = thread.hub().directory(),
         over = exchange->body[u"over"].string()](AloneContext &context) {
            return replicaacts::declareSolo(context, *replica, directory, over);
        },
        QStringLiteral("This hub goes on alone"));
}

Flow endSolo(ApiThread &thread, const ExchangePtr &exchange)
{
    return act(
        thread, exchange,
        [replica = &thread.hub().replica()](AloneContext &context) { return replicaacts::endSolo(context, *replica); },
        QStringLiteral("The standby counts again"));
}

Flow promote(ApiThread &thread, const ExchangePtr &exchange)
{
    return act(
        thread, exchange,
        [replica = &thread.hub().replica(), directory = thread.hub().directory(),
         insist = exchange->body[u"insist"].boolean()](AloneContext &context) {
            return replicaacts::promote(context, *replica, directory, insist);
        },
        QStringLiteral("This is the hub now"));
}

Flow answerPart(ApiThread &thread, Exchange &exchange, const ReplicaCopy &copy, qint64 offset)
{
    const auto bytes = copy.read(offset, partBytes);
    if (!bytes)
        return refuse(exchange, bytes.error());
    exchange.addHeader("Oshaq-Copy", copy.id());
    exchange.addHeader("Oshaq-Copy-Size", QByteArray::number(copy.size()));
    answerBytes(exchange, *bytes);
    if (offset + bytes->size() >= copy.size())
        thread.shared().copies.drop(copy.id());
    return Flow::Answer;
}

Flow base(ApiThread &thread, const ExchangePtr &exchange)
{
    const Replica &replica = thread.hub().replica();
    if (replica.role() != ReplicaRole::Hub)
        return refuse(*exchange, *replica.refusal());
    const QByteArray id = queryValue(exchange->query, u"copy").toLatin1();
    if (!id.isEmpty()) {
        const auto copy = thread.shared().copies.find(id);
        if (!copy) {
            exchange->refuse(ErrorCode::CursorGone, QStringLiteral("This copy is gone; begin anew."));
            return Flow::Answer;
        }
        return answerPart(thread, *exchange, *copy, queryValue(exchange->query, u"offset").toLongLong());
    }
    return thread.offload(
        exchange, [directory = thread.hub().directory()](Result<sql::Database *> database) -> ApiThread::Continue {
            auto copy = database ? ReplicaCopy::make(**database, directory)
                                 : Result<std::shared_ptr<const ReplicaCopy>>(database.error());
            return [copy = std::move(copy)](ApiThread &owner, const ExchangePtr &done) {
                if (!copy)
                    return refuse(*done, copy.error());
                owner.shared().copies.keep(*copy);
                return answerPart(owner, *done, **copy, 0);
            };
        });
}

Flow keys(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto text = standbykeys::texts(thread.hub());
    if (!text)
        return refuse(*exchange, text.error());
    answerBytes(*exchange, *text);
    return Flow::Answer;
}

/// A standby that waits for the next change. Answered once, by the change or by the clock.
struct WaitingStandby
{
    ExchangePtr exchange; ///< null: it was answered
    Cursor since;
};

Flow answerChanges(ApiThread &thread, Exchange &exchange, const std::vector<ReplicaChangePtr> &changes)
{
    const ReplicaStatus status = thread.hub().replica().status();
    QByteArray body;
    for (const ReplicaChangePtr &change : changes)
        appendFrame(&body, {change->n, change->seqs, change->bytes});
    exchange.addHeader("Oshaq-Replica-Head", Cursor{status.epoch, status.position}.text().toLatin1());
    exchange.addHeader("Oshaq-Replica-Schema", QByteArray::number(thread.hub().replica().schema()));
    // By it a standby sees that it lacks what opens the sealed parts of the record.
    exchange.addHeader("Oshaq-Replica-Key", standbykeys::ids(thread.hub()));
    answerBytes(exchange, body);
    return Flow::Answer;
}

void goOn(ApiThread &thread, const std::shared_ptr<WaitingStandby> &waiting)
{
    const ExchangePtr exchange = std::exchange(waiting->exchange, nullptr);
    if (!exchange)
        return;
    const auto changes = thread.hub().replica().changesAfter(waiting->since, changesBytes);
    if (changes)
        answerChanges(thread, *exchange, *changes);
    else
        exchange->error = changes.error();
    thread.finish(*exchange);
}

/// What a follower said may have been the last thing that a hub waited for before it waits for it with each write.
void joinWhenInStep(ApiThread &thread)
{
    Replica &replica = thread.hub().replica();
    if (!replica.canJoin())
        return;
    WriteCommand command;
    command.requestId = QStringLiteral("join");
    command.principal.kind = Principal::Kind::System;
    command.alone = [&replica](AloneContext &context) { return replicaacts::join(context, replica); };
    thread.hub().writer().submit(std::move(command));
}

/// Where somebody answers who says so from `remote`: what listens everywhere cannot know by which address it was met.
QString reachableUrl(const QString &said, const QByteArray &remote)
{
    QUrl url(said, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    const QHostAddress host(url.host());
    const QHostAddress from(QString::fromLatin1(remote));
    const bool isNowhere = host.isLoopback() || host == QHostAddress(QHostAddress::AnyIPv4) ||
                           host == QHostAddress(QHostAddress::AnyIPv6) || url.host() == u"localhost";
    if (isNowhere && !from.isNull() && !from.isLoopback()) {
        bool isFour = false;
        const quint32 four = from.toIPv4Address(&isFour); // also of ::ffff:192.168.1.10
        url.setHost(isFour ? QHostAddress(four).toString() : from.toString());
    }
    return url.toString(QUrl::StripTrailingSlash);
}

Flow changes(ApiThread &thread, const ExchangePtr &exchange)
{
    Replica &replica = thread.hub().replica();
    const QString text = queryValue(exchange->query, u"since");
    const Cursor since = text.isNull() ? Cursor{} : Cursor::fromText(text);
    if (!text.isNull() && !since.isValid()) {
        exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."),
                         {{QStringLiteral("since"), QStringLiteral("must be a position, EPOCH.N")}});
        return Flow::Answer;
    }
    // To ask for what comes after it is to have it: nobody asks before it is durable.
    const QByteArray follower = queryValue(exchange->query, u"follower").toLatin1();
    if (!replica.heardOf(follower, since)) {
        exchange->refuse(ErrorCode::AlreadyExists, QStringLiteral("Another standby follows this hub."));
        return Flow::Answer;
    }
    joinWhenInStep(thread);
    const auto now = replica.changesAfter(since, changesBytes);
    if (!now)
        return refuse(*exchange, now.error());
    if (!now->empty())
        return answerChanges(thread, *exchange, *now);

    auto waiting = std::make_shared<WaitingStandby>(WaitingStandby{exchange, since});
    QTimer::singleShot(replica.options().pollMs, thread.context(), [&thread, waiting] { goOn(thread, waiting); });
    replica.whenBeyond(since.seq, [gate = thread.gate(), waiting] {
        gate->post([waiting](ApiThread &owner) { goOn(owner, waiting); });
    });
    return Flow::Pending;
}

Flow acknowledge(ApiThread &thread, const ExchangePtr &exchange)
{
    Replica &replica = thread.hub().replica();
    const ReplicaAck ack = readAck(exchange->body);
    const auto answer = [](ApiThread &owner, Exchange &done) {
        const ReplicaStatus status = owner.hub().replica().status();
        apijson::succeed(done, 200, ackAnswerJson({replicaRoleText(status.note.role), status.epoch}),
                         QStringLiteral("OK"));
    };
    const QString url = reachableUrl(ack.url, exchange->request.remoteAddress);
    if (!ack.promoted.isEmpty()) {
        // Both know each other by the one token, so the one that gives way can follow at once.
        std::optional<PeerFile> peer;
        if (!url.isEmpty())
            peer = PeerFile{url, QString::fromLatin1(exchange->token), {}};
        if (!thread.fenceBy(ack.promoted, peer) && termOf(ack.promoted) == termOf(replica.epoch()) &&
            ack.promoted != replica.epoch())
            replica.setRival(ack.promoted);
        answer(thread, *exchange);
        return Flow::Answer;
    }
    if (replica.role() != ReplicaRole::Hub)
        return refuse(*exchange, *replica.refusal());
    const std::optional<Cursor> position =
        ack.position.isEmpty() ? std::nullopt : std::optional(Cursor::fromText(ack.position));
    if (!replica.heardOf(ack.follower, position, url)) {
        exchange->refuse(ErrorCode::AlreadyExists, QStringLiteral("Another standby follows this hub."));
        return Flow::Answer;
    }
    joinWhenInStep(thread);
    answer(thread, *exchange);
    return Flow::Answer;
}

} // namespace

std::vector<Route> replicaRoutes()
{
    using namespace routing;
    const Permission people = only(managers);
    const Permission standby = only(roleBit(Role::Standby));
    const Output state = answers("Replica", outputs::replica());
    const Output bytes = answersWith("ReplicaBytes", "application/octet-stream");
    return {
        summed(get("/admin/replica", "admin.replica", people, {}, state, getReplica),
               "What this copy of the record is, and how its standby follows it"),
        summed(write("PUT", "/admin/replica", "admin.replica.put", people, Route::Body::Required, replicaModeSchema(),
                     state, putReplica),
               "How the standby follows: off, async, or sync, in which each write waits for it"),
        summed(handsOutSecrets(write("POST", "/admin/replica/token", "admin.replica.token", people,
                                     Route::Body::Optional, Schema::object({}),
                                     created(answers("ReplicaToken", outputs::replicaToken())), makeToken)),
               "The token with which a standby follows; the one before ends"),
        summed(handsOutSecrets(write("POST", "/admin/replica/solo", "admin.replica.solo", people, Route::Body::Optional,
                                     replicaSoloSchema(), state, declareSolo)),
               "This hub goes on without its standby, under a higher term"),
        summed(remove("/admin/replica/solo", "admin.replica.solo.end", people, state, endSolo),
               "The standby has everything and counts again"),
        summed(handsOutSecrets(write("POST", "/admin/replica/promote", "admin.replica.promote", people,
                                     Route::Body::Optional, replicaPromoteSchema(), state, promote)),
               "The standby becomes the hub, under a higher term"),
        summed(get("/replica/base", "replica.base", standby,
                   {queryField("copy", Schema::string(64, 1)),
                    queryField("offset", Schema::integer(0, Q_INT64_C(1) << 53))},
                   bytes, base),
               "A copy of the whole record, part by part: the first answer names it in Oshaq-Copy"),
        summed(handsOutSecrets(get("/replica/keys", "replica.keys", standby, {}, bytes, keys)),
               "The keys that open what is sealed in the record, for the standby that may have to go on with it"),
        summed(get("/replica/changes", "replica.changes", standby,
                   {requiredQuery("follower", Schema::string(64, 1)), queryField("since", Schema::string(200, 1))},
                   bytes, changes),
               "What each group commit after a position changed; waits for the next one"),
        summed(
            handsOutSecrets(write("POST", "/replica/ack", "replica.ack", standby, Route::Body::Required,
                                  replicaAckSchema(), answers("ReplicaAnswer", outputs::replicaAnswer()), acknowledge)),
            "What a standby has, or the epoch that it began as the hub"),
    };
}

} // namespace oshaq::routes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/replicaclient.h"

#include "sync/protocol/json.h"
#include "sync/protocol/replicajson.h"

namespace oshaq {

namespace {

const QByteArray replicaPath = QByteArrayLiteral("/api/v1/admin/replica");

Result<ReplicaFacts> readReplicaFacts(const Answer &answer)
{
    const JsonValue &data = answer.data;
    const auto note = readReplicaNote(data);
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    ReplicaFacts facts;
    facts.epoch = in.requiredText(u"epoch");
    facts.term = in.integer(u"term", 0);
    facts.fencedBy = in.text(u"fenced_by");
    facts.rival = in.text(u"rival");
    facts.inStep = in.boolean(u"in_step", false);
    if (note)
        facts.note = *note;
    if (data[u"standby"].isObject()) {
        const FieldReader other(data[u"standby"], QStringLiteral("standby"), issues);
        facts.hasOther = true;
        facts.otherName = other.text(u"name");
        facts.otherUrl = other.text(u"url");
        facts.connected = other.boolean(u"connected", false);
        facts.lastContactMs = other.time(u"last_ack_at");
        facts.lagCommits = other.integer(u"lag_seq", 0);
        facts.note.lagMs = other.integer(u"lag_ms", 0);
        facts.problem = other.text(u"problem");
    }
    if (!note || !issues.isEmpty())
        return issues.error(QStringLiteral("how a hub and its standby are"));
    return facts;
}

} // namespace

ReplicaClient::ReplicaClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent)
    : ReplicaPort(parent)
    , m_calls(endpoint, transport)
{}

PortCall ReplicaClient::facts(PortDone<ReplicaFacts> done)
{
    return m_calls.ask<ReplicaFacts>({"GET", replicaPath}, readReplicaFacts, std::move(done));
}

PortCall ReplicaClient::setMode(ReplicaMode mode, const QString &standbyName, PortDone<ReplicaFacts> done)
{
    JsonWriter body;
    body.beginObject();
    body.key("mode").value(replicaModeText(mode));
    body.key("standby_name").value(standbyName);
    body.endObject();
    return m_calls.ask<ReplicaFacts>({"PUT", replicaPath, body.take()}, readReplicaFacts, std::move(done));
}

PortCall ReplicaClient::makeToken(PortDone<QString> done)
{
    return m_calls.ask<QString>(
        {"POST", replicaPath + "/token"},
        [](const Answer &answer) -> Result<QString> {
            ReadIssues issues;
            const QString token = FieldReader(answer.data, {}, issues).requiredText(u"access_token");
            return issues.isEmpty() ? Result<QString>(token) : issues.error(QStringLiteral("a standby's token"));
        },
        std::move(done));
}

PortCall ReplicaClient::declareSolo(const QString &over, PortDone<ReplicaFacts> done)
{
    JsonWriter body;
    body.beginObject();
    if (!over.isEmpty())
        body.key("over").value(over);
    body.endObject();
    return m_calls.ask<ReplicaFacts>({"POST", replicaPath + "/solo", body.take()}, readReplicaFacts, std::move(done));
}

PortCall ReplicaClient::endSolo(PortDone<ReplicaFacts> done)
{
    return m_calls.ask<ReplicaFacts>({"DELETE", replicaPath + "/solo"}, readReplicaFacts, std::move(done));
}

PortCall ReplicaClient::promote(bool insist, PortDone<ReplicaFacts> done)
{
    JsonWriter body;
    body.beginObject();
    body.key("insist").value(insist);
    body.endObject();
    return m_calls.ask<ReplicaFacts>({"POST", replicaPath + "/promote", body.take()}, readReplicaFacts,
                                     std::move(done));
}

void ReplicaClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void ReplicaClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq

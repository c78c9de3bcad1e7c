// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/standbycertificate.h"

#include "sync/client/curltransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/json.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <future>

namespace oshaq {

namespace {

WireReply askAndWait(WireRequest request)
{
    auto promise = std::make_shared<std::promise<WireReply>>();
    auto reply = promise->get_future();
    WireThread wire;
    wire.submit(std::move(request), [promise](WireReply arrived) { promise->set_value(std::move(arrived)); });
    return reply.get();
}

Error failed(const PeerFile &hub, const QString &why)
{
    return {
        ErrorCode::ReplicaUnreachable, QStringLiteral("The hub at %1 signed no certificate: %2").arg(hub.url, why), {}};
}

} // namespace

Result<void> fetchStandbyCertificate(const TlsOptions &tls, const PeerFile &hub)
{
    const bool isThere = QFileInfo::exists(QDir(tls.directory).filePath(QStringLiteral("hub.pem")));
    if (!tls.certificateFile.isEmpty() || isThere)
        return {};
    const auto wanted = TlsIdentity::request(tls);
    if (!wanted)
        return wanted.error();
    const auto endpoint = HubEndpoint::make(hub.url, hub.token, hub.caFile);
    if (!endpoint)
        return endpoint.error();
    JsonWriter json;
    json.beginObject();
    json.key("public_key").value(QString::fromLatin1(wanted->publicKey));
    json.key("names").beginArray();
    for (const QString &name : wanted->names)
        json.value(name);
    json.endArray();
    json.endObject();
    WireRequest request = endpoint->request("POST", "/api/v1/admin/replica/certificate", json.take());
    request.headers.append(
        {QByteArrayLiteral("Idempotency-Key"), QUuid::createUuid().toByteArray(QUuid::WithoutBraces)});
    const WireReply reply = askAndWait(std::move(request));
    if (!reply.arrived())
        return failed(hub, reply.failureText);
    const auto answer = readAnswer(reply.body);
    if (!answer)
        return failed(hub, QStringLiteral("it answered with %1").arg(reply.status));
    if (answer->errorCode == QLatin1String("NOT_CONFIGURED"))
        return {}; // plain HTTP or a given certificate: screens trust that by other means
    if (!answer->success)
        return failed(hub, answer->message);
    return TlsIdentity::keepIssued(tls, answer->data[u"chain_pem"].string().toLatin1());
}

} // namespace oshaq

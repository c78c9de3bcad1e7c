// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/auditjson.h"

#include "sync/protocol/jsonhelp.h"

namespace oshaq {

void writeAuditRow(JsonWriter &json, const AuditRow &row)
{
    json.beginObject();
    writeAuditMembers(json, row);
    json.endObject();
}

void writeAuditMembers(JsonWriter &json, const AuditRow &row)
{
    json.key("seq").value(row.seq);
    json.key("at").value(isoUtc(row.atMs));
    json.key("actor").value(row.actor);
    writeNumberOrNull(json, "terminal_id", row.terminalId);
    writeTextOrNull(json, "terminal", row.terminalName);
    json.key("request_id").value(row.requestId);
    json.key("entity").value(row.entity);
    json.key("entity_id").value(row.entityId);
    json.key("version").value(row.version);
    json.key("type").value(row.type);
    json.key("payload").raw(row.payload.isEmpty() ? QByteArray("{}") : row.payload);
    json.key("hash").value(QString::fromLatin1(row.hash.toHex()));
}

} // namespace oshaq

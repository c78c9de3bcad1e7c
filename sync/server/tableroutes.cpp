// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/typedcode.h"
#include "models/hub/secrethash.h"
#include "models/hub/tableservice.h"
#include "sync/protocol/guestjson.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

void writeTable(JsonWriter &json, const DiningTable &table)
{
    json.beginObject();
    json.key("table_id").value(table.id);
    json.key("name").value(table.name);
    writeTimeOrNull(json, "code_expires_at", table.codeExpiresAtMs);
    json.key("guests").value(table.guests);
    json.key("version").value(table.version);
    json.endObject();
}

Result<void> answerTable(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto table = tablereads::one(**database, exchange.principal->businessId, id);
    if (!table)
        return table.error();
    JsonWriter json;
    writeTable(json, *table);
    conditional::tagVersion(exchange, table->version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Flow listTables(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto tables = tablereads::list(**database, exchange->principal->businessId);
    if (!tables)
        return refuse(*exchange, tables.error());
    JsonWriter json;
    json.beginArray();
    for (const DiningTable &one : *tables)
        writeTable(json, one);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow oneTable(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerTable(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK")); !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Flow createTable(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [name = cleanText(exchange->body[u"name"].string())](WriteContext &context) {
            return tablewrites::create(context, name);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1/business/tables/" + QByteArray::number(outcome.entityId));
            return answerTable(owner, done, outcome.entityId, outcome.code, QStringLiteral("Table created"));
        });
}

Flow renameTable(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), name = cleanText(exchange->body[u"name"].string()),
         version = *version](WriteContext &context) { return tablewrites::rename(context, id, name, version); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            return answerTable(owner, done, outcome.entityId, 200, QStringLiteral("Table updated"));
        });
}

Flow removeTable(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), version = *version](WriteContext &context) {
            return tablewrites::remove(context, id, version);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Table deleted"));
            return {};
        });
}

Flow rotateCode(ApiThread &thread, const ExchangePtr &exchange)
{
    const QByteArray random = secrethash::randomBytes(typedcode::tableBytes);
    return thread.submit(
        exchange,
        [id = exchange->rowId(), random](WriteContext &context) {
            return tablewrites::rotateCode(context, id, random);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (outcome.secret.isEmpty() || outcome.values.empty())
                return Error{ErrorCode::Internal, QStringLiteral("a rotation without a code"), {}};
            JsonWriter json;
            json.beginObject();
            json.key("table_id").value(outcome.entityId);
            json.key("code").value(outcome.secret);
            json.key("expires_at").value(isoUtc(outcome.values.front()));
            json.endObject();
            apijson::succeed(done, outcome.code, json.take(), QStringLiteral("New code; it is shown once"));
            return {};
        });
}

} // namespace

std::vector<Route> tableRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission edit = only(managers);
    const Permission floor = only(floorRoles);
    const Output table = answers("Table", outputs::table());
    return {
        summed(get("/business/tables", "business.tables.list", floor, {}, answersList("TableList", outputs::table()),
                   listTables),
               "The tables at which guests sit"),
        summed(write("POST", "/business/tables", "business.tables.create", edit, needed, newTableSchema(),
                     created(table), createTable),
               "Adds a table; guests come to it once it has a code"),
        summed(get("/business/tables/{id}", "business.tables.one", floor, {}, table, oneTable), "One table"),
        summed(write("PATCH", "/business/tables/{id}", "business.tables.edit", edit, needed, tableChangeSchema(), table,
                     renameTable),
               "Gives a table another name"),
        summed(remove("/business/tables/{id}", "business.tables.remove", edit, answers("Nothing", outputs::nothing()),
                      removeTable),
               "Hides a table, unless an order that is not finished goes there"),
        summed(handsOutSecrets(write("POST", "/business/tables/{id}/code", "business.tables.code", floor,
                                     Route::Body::Optional, Schema::object({}),
                                     created(answers("TableCode", outputs::tableCode())), rotateCode)),
               "Gives a table a new code, which is shown once; the old one ends at once"),
    };
}

} // namespace oshaq::routes

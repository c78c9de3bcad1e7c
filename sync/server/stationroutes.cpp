// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/catalogedits.h"
#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

Result<void> answerStation(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto station = catalogreads::station(**database, exchange.principal->businessId, id);
    if (!station)
        return station.error();
    JsonWriter json;
    writeStationRow(json, *station);
    conditional::tagVersion(exchange, station->version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Flow listStations(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto stations = catalogreads::stations(**database, exchange->principal->businessId);
    if (!stations)
        return refuse(*exchange, stations.error());
    JsonWriter json;
    json.beginArray();
    for (const Station &station : *stations)
        writeStationRow(json, station);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow oneStation(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerStation(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK")); !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Flow createStation(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [edit = readStationEdit(exchange->body)](WriteContext &context) {
            return catalogwrites::createStation(context, edit);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1/business/stations/" + QByteArray::number(outcome.entityId));
            return answerStation(owner, done, outcome.entityId, outcome.code, QStringLiteral("Station created"));
        });
}

Flow editStation(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), edit = readStationEdit(exchange->body), version = *version](WriteContext &context) {
            return catalogwrites::editStation(context, id, edit, version);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            return answerStation(owner, done, outcome.entityId, 200, QStringLiteral("Station updated"));
        });
}

Flow removeStation(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), version = *version](WriteContext &context) {
            return catalogwrites::removeStation(context, id, version);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Station deleted"));
            return {};
        });
}

} // namespace

std::vector<Route> stationRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission staff = only(staffRoles);
    const Permission edit = only(managers);
    const Output station = answers("Station", outputs::station());
    return {
        summed(get("/business/stations", "business.stations.list", staff, {},
                   answersList("StationList", outputs::station()), listStations),
               "The stations where food is made"),
        summed(write("POST", "/business/stations", "business.stations.create", edit, needed, newStationSchema(),
                     created(station), createStation),
               "Adds a station"),
        summed(get("/business/stations/{id}", "business.stations.one", staff, {}, station, oneStation), "One station"),
        summed(write("PATCH", "/business/stations/{id}", "business.stations.edit", edit, needed, stationChangeSchema(),
                     station, editStation),
               "Changes a station"),
        summed(remove("/business/stations/{id}", "business.stations.remove", edit,
                      answers("Nothing", outputs::nothing()), removeStation),
               "Deletes a station that nothing is made at"),
    };
}

} // namespace oshaq::routes

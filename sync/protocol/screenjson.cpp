// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/screenjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 maxCount = 1'000'000;
/// Two hundred years: a clock that lost its battery begins in 1970.
constexpr qint64 maxMs = 7'000'000'000'000;

SchemaField screenField(const char *name, Schema schema, Presence presence = Presence::Optional)
{
    return {QString::fromLatin1(name), std::move(schema), presence};
}

/// What all screens are told of one, inside an object.
void writeTold(JsonWriter &json, const ScreenFacts &screen)
{
    json.key("terminal_id").value(screen.terminalId);
    json.key("name").value(screen.name);
    writeNumberOrNull(json, "station_id", screen.stationId);
    json.key("state").value(screenStateText(screen.state));
    writeTimeOrNull(json, "last_seen_at", screen.lastSeenAtMs);
    json.key("lag_ms").value(screen.lagMs);
    writeNumberOrNull(json, "painted_p95_ms",
                      screen.paintedP95Ms < 0 ? std::nullopt : std::optional(screen.paintedP95Ms));
    writeNumberOrNull(json, "clock_offset_ms", screen.clockOffsetMs);
    json.key("version").value(screen.version);
}

} // namespace

const Schema &screenReportSchema()
{
    static const Schema schema = Schema::object({
        screenField("version", Schema::string(40).described(QStringLiteral("Of the program: 0.1.0.")),
                    Presence::Required),
        screenField("pending",
                    Schema::integer(0, maxCount).described(QStringLiteral("Commands that wait for the hub."))),
        screenField("parked", Schema::integer(0, maxCount).described(QStringLiteral("Commands that the hub refused."))),
        screenField("painted_p95_ms", Schema::integer(0, maxMs).described(
                                          QStringLiteral("Accepted to painted, of the last 200 tickets."))),
        screenField("oldest_unpainted_ms", Schema::integer(0, maxMs).described(QStringLiteral(
                                               "How long a ticket is known there and neither drawn nor counted."))),
        screenField("lag_ms", Schema::integer(0, maxMs).described(QStringLiteral("How old what it knows is."))),
        screenField("clock_offset_ms",
                    Schema::integer(-maxMs, maxMs)
                        .described(QStringLiteral("Its wall clock minus the hub's, as it estimates it."))),
        screenField("clock_ms",
                    Schema::integer(0, maxMs).described(QStringLiteral(
                        "Its own wall clock as it sent this, milliseconds since 1970, whatever it shows."))),
        screenField("page", Schema::string(40).described(QStringLiteral("That it shows: kitchen."))),
        screenField("station_id", Schema::id().described(QStringLiteral("That it shows; left out: all."))),
    });
    return schema;
}

QByteArray screenReportBody(const ScreenReport &report)
{
    const auto bounded = [](qint64 ms) { return std::clamp<qint64>(ms, 0, maxMs); };
    JsonWriter json;
    json.beginObject();
    json.key("version").value(report.version);
    json.key("pending").value(std::min<qint64>(report.pending, maxCount));
    json.key("parked").value(std::min<qint64>(report.parked, maxCount));
    if (report.paintedP95Ms >= 0)
        json.key("painted_p95_ms").value(bounded(report.paintedP95Ms));
    json.key("oldest_unpainted_ms").value(bounded(report.oldestUnpaintedMs));
    json.key("lag_ms").value(bounded(report.lagMs));
    if (report.clockOffsetMs)
        json.key("clock_offset_ms").value(std::clamp<qint64>(*report.clockOffsetMs, -maxMs, maxMs));
    if (report.sentAtMs != 0)
        json.key("clock_ms").value(bounded(report.sentAtMs));
    json.key("page").value(report.page);
    if (report.stationId)
        json.key("station_id").value(*report.stationId);
    json.endObject();
    return json.take();
}

ScreenReport readScreenReport(const JsonValue &body)
{
    const auto count = [&](QStringView name) { return int(body[name].isNull() ? 0 : body[name].integer()); };
    const auto maybe = [&](QStringView name) {
        return body[name].isNull() ? std::nullopt : std::optional(body[name].integer());
    };
    ScreenReport report;
    report.version = body[u"version"].string();
    report.pending = count(u"pending");
    report.parked = count(u"parked");
    report.paintedP95Ms = maybe(u"painted_p95_ms").value_or(-1);
    report.oldestUnpaintedMs = maybe(u"oldest_unpainted_ms").value_or(0);
    report.lagMs = maybe(u"lag_ms").value_or(0);
    report.clockOffsetMs = maybe(u"clock_offset_ms");
    report.sentAtMs = maybe(u"clock_ms").value_or(0);
    report.page = body[u"page"].string();
    report.stationId = maybe(u"station_id");
    return report;
}

QByteArray screenReportedJson(const ScreenReported &reported)
{
    JsonWriter json;
    json.beginObject();
    json.key("terminal_id").value(reported.terminalId);
    json.key("hub_time").value(isoUtc(reported.hubTimeMs));
    json.endObject();
    return json.take();
}

ScreenReported readScreenReported(const JsonValue &data)
{
    return {data[u"terminal_id"].integer(), fromIso(data[u"hub_time"].string()).value_or(0)};
}

QByteArray screensJson(const std::vector<ScreenFacts> &screens)
{
    JsonWriter json;
    json.beginArray();
    for (const ScreenFacts &screen : screens) {
        json.beginObject();
        writeTold(json, screen);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

std::vector<ScreenFacts> readScreens(const JsonValue &array)
{
    std::vector<ScreenFacts> screens;
    for (const JsonValue &one : array.items()) {
        if (std::optional<ScreenFacts> screen = readScreen(one))
            screens.push_back(std::move(*screen));
    }
    return screens;
}

void writeScreen(JsonWriter &json, const ScreenFacts &screen)
{
    json.beginObject();
    writeTold(json, screen);
    json.key("address").value(screen.address);
    json.key("pending").value(screen.pending);
    json.key("parked").value(screen.parked);
    json.key("page").value(screen.page);
    json.endObject();
}

std::optional<ScreenFacts> readScreen(const JsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    ReadIssues issues;
    const FieldReader in(value, {}, issues);
    ScreenFacts screen;
    screen.terminalId = in.integer(u"terminal_id");
    screen.name = in.requiredText(u"name");
    screen.stationId = in.maybeInteger(u"station_id");
    const std::optional<ScreenState> state = screenStateFrom(in.requiredText(u"state"));
    screen.lastSeenAtMs = in.time(u"last_seen_at");
    screen.lagMs = in.integer(u"lag_ms", 0);
    screen.paintedP95Ms = in.integer(u"painted_p95_ms", -1);
    screen.clockOffsetMs = in.maybeInteger(u"clock_offset_ms");
    screen.version = in.text(u"version");
    screen.address = in.text(u"address");
    screen.pending = in.small(u"pending", 0);
    screen.parked = in.small(u"parked", 0);
    screen.page = in.text(u"page");
    if (!state || !issues.isEmpty())
        return std::nullopt;
    screen.state = *state;
    return screen;
}

Schema outputs::screen()
{
    QStringList states;
    for (const ScreenState state : {ScreenState::Live, ScreenState::Skewed, ScreenState::Stale, ScreenState::Away})
        states.append(screenStateText(state));
    const Schema ms = Schema::integer(-maxMs, maxMs);
    return Schema::object({always("terminal_id", number()), always("name", text()), maybe("station_id", number()),
                           always("state", Schema::oneOf(states)), maybe("last_seen_at", Schema::dateTime()),
                           always("lag_ms", ms), maybe("painted_p95_ms", ms), maybe("clock_offset_ms", ms),
                           always("version", text()), always("address", text()), always("pending", number()),
                           always("parked", number()), always("page", text())});
}

Schema outputs::screenReported()
{
    return Schema::object({always("terminal_id", number()), always("hub_time", Schema::dateTime())});
}

} // namespace oshaq

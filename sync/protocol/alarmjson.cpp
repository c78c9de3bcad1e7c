// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/alarmjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"

#include <utility>

namespace oshaq {

void writeAlarms(JsonWriter &json, const std::vector<UnpaintedAlarm> &alarms)
{
    json.beginArray();
    for (const UnpaintedAlarm &alarm : alarms) {
        json.beginObject();
        json.key("kind").value(QStringLiteral("unpainted"));
        json.key("order_id").value(alarm.orderId);
        json.key("number").value(alarm.number);
        writeNumberOrNull(json, "station_id", alarm.stationId == 0 ? std::nullopt : std::optional(alarm.stationId));
        writeTextOrNull(json, "station", alarm.station);
        json.key("since").value(isoUtc(alarm.sinceMs));
        json.key("away").value(alarm.away);
        json.key("paper");
        if (alarm.printer.isEmpty()) {
            json.null();
        } else {
            json.beginObject();
            json.key("printer").value(alarm.printer);
            json.key("state").value(printJobStateText(alarm.paper));
            writeTextOrNull(json, "fault", alarm.fault == PrintFault::None ? QString() : printFaultText(alarm.fault));
            json.endObject();
        }
        json.endObject();
    }
    json.endArray();
}

std::vector<UnpaintedAlarm> readAlarms(const JsonValue &alarms)
{
    std::vector<UnpaintedAlarm> read;
    if (!alarms.isArray())
        return read;
    for (const JsonValue &json : alarms.items()) {
        ReadIssues issues;
        const FieldReader in(json, {}, issues);
        if (in.text(u"kind") != u"unpainted")
            continue;
        UnpaintedAlarm alarm;
        alarm.orderId = in.integer(u"order_id");
        alarm.number = in.requiredText(u"number");
        alarm.stationId = in.integer(u"station_id", 0);
        alarm.station = in.text(u"station");
        alarm.sinceMs = in.time(u"since");
        alarm.away = json[u"away"].boolean();
        if (const JsonValue &paper = json[u"paper"]; paper.isObject()) {
            alarm.printer = paper[u"printer"].string();
            alarm.paper = printJobStateFromText(paper[u"state"].string()).value_or(PrintJobState::Queued);
            alarm.fault = printFaultFromText(paper[u"fault"].string());
        }
        if (issues.isEmpty())
            read.push_back(std::move(alarm));
    }
    return read;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/systemjson.h"

#include "models/domain/timetext.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/screenjson.h"

namespace oshaq {

namespace {

constexpr int maxSystemRows = 10'000;
constexpr qint64 maxMs = 7'000'000'000'000;
constexpr qint64 maxBytes = 1'000'000'000'000'000;
constexpr auto wrongAnswer = "The answer about the system is not one that this program understands.";

void writeBackups(JsonWriter &json, const std::optional<BackupStanding> &backups)
{
    json.key("backups");
    if (!backups) {
        json.null();
        return;
    }
    json.beginObject();
    writeTimeOrNull(json, "last_good_at", backups->lastGoodAtMs);
    writeTimeOrNull(json, "last_checked_at", backups->lastCheckedAtMs);
    json.key("last_check_good").value(backups->isLastCheckGood);
    json.endObject();
}

void writeAlarm(JsonWriter &json, const SystemAlarm &alarm)
{
    json.beginObject();
    json.key("alarm_id").value(alarm.id);
    json.key("code").value(systemProblemText(alarm.finding.problem));
    json.key("subject").value(alarm.finding.subject);
    json.key("severity").value(alarmSeverityText(severityOf(alarm.finding.problem)));
    json.key("message").value(systemAlarmSentence(alarm.finding, QStringLiteral("en")));
    json.key("figure").value(alarm.finding.figure);
    json.key("usual").value(alarm.finding.usual);
    json.key("began_at").value(isoUtc(alarm.beganAtMs));
    json.key("level").value(alarm.level);
    writeTimeOrNull(json, "confirmed_at", alarm.confirmedAtMs);
    writeTextOrNull(json, "confirmed_by", alarm.confirmedBy);
    writeTimeOrNull(json, "ended_at", alarm.endedAtMs);
    json.endObject();
}

qint64 timeOf(const JsonValue &value)
{
    return value.isString() ? fromIso(value.string()).value_or(0) : 0;
}

std::optional<SystemAlarm> readAlarm(const JsonValue &row)
{
    const auto problem = systemProblemFromText(row[u"code"].string());
    if (!problem || !row[u"alarm_id"].isNumber())
        return std::nullopt;
    SystemAlarm alarm;
    alarm.id = row[u"alarm_id"].integer();
    alarm.finding = {*problem, row[u"subject"].string(), row[u"figure"].integer(), row[u"usual"].integer()};
    alarm.beganAtMs = timeOf(row[u"began_at"]);
    alarm.level = int(row[u"level"].integer());
    alarm.confirmedAtMs = timeOf(row[u"confirmed_at"]);
    alarm.confirmedBy = row[u"confirmed_by"].string();
    alarm.endedAtMs = timeOf(row[u"ended_at"]);
    return alarm;
}

} // namespace

QByteArray systemJson(const SystemOverview &system)
{
    JsonWriter json;
    json.beginObject();
    json.key("version").value(system.version);
    json.key("started_at").value(isoUtc(system.startedAtMs));
    json.key("can_write").value(system.canWrite);
    json.key("queued").value(system.queued);
    json.key("role").value(replicaRoleText(system.role));
    json.key("standby").beginObject();
    json.key("mode").value(replicaModeText(system.mode));
    json.key("solo").value(system.isSolo);
    writeTextOrNull(json, "name", system.standbyName);
    json.key("connected").value(system.isStandbyConnected);
    json.key("lag_ms").value(system.standbyLagMs);
    json.endObject();
    const auto known = [](qint64 number) { return number < 0 ? std::nullopt : std::optional(number); };
    writeNumberOrNull(json, "disk_free_bytes", known(system.diskFreeBytes));
    writeNumberOrNull(json, "disk_total_bytes", known(system.diskTotalBytes));
    json.key("database_bytes").value(system.databaseBytes);
    writeBackups(json, system.backups);
    json.key("services").beginArray();
    for (const SystemOverview::Service &service : system.services) {
        json.beginObject();
        json.key("kind").value(integrationKindText(service.kind));
        json.key("down").value(service.isDown);
        writeTextOrNull(json, "last_error", service.lastError);
        json.endObject();
    }
    json.endArray();
    json.key("outboxes").beginArray();
    for (const SystemOverview::Outbox &outbox : system.outboxes) {
        json.beginObject();
        json.key("name").value(outbox.name);
        json.key("waiting").value(outbox.waiting);
        json.key("oldest_ms").value(outbox.oldestMs);
        json.endObject();
    }
    json.endArray();
    json.key("screens").beginArray();
    for (const ScreenFacts &screen : system.screens)
        writeScreen(json, screen);
    json.endArray();
    json.key("alarms").beginArray();
    for (const SystemAlarm &alarm : system.alarms)
        writeAlarm(json, alarm);
    json.endArray();
    json.endObject();
    return json.take();
}

QByteArray systemAlarmJson(const SystemAlarm &alarm)
{
    JsonWriter json;
    writeAlarm(json, alarm);
    return json.take();
}

Result<SystemOverview> readSystem(const JsonValue &data)
{
    const JsonValue &standby = data[u"standby"];
    const auto role = replicaRoleFromText(data[u"role"].string());
    const auto mode = replicaModeFromText(standby[u"mode"].string());
    if (!role || !mode)
        return Error{ErrorCode::ValidationFailed, QString::fromLatin1(wrongAnswer), {}};
    SystemOverview system;
    system.version = data[u"version"].string();
    system.startedAtMs = timeOf(data[u"started_at"]);
    system.canWrite = data[u"can_write"].boolean();
    system.queued = data[u"queued"].integer();
    system.role = *role;
    system.mode = *mode;
    system.isSolo = standby[u"solo"].boolean();
    system.standbyName = standby[u"name"].string();
    system.isStandbyConnected = standby[u"connected"].boolean();
    system.standbyLagMs = standby[u"lag_ms"].integer();
    const auto known = [](const JsonValue &value) { return value.isNumber() ? value.integer() : qint64{-1}; };
    system.diskFreeBytes = known(data[u"disk_free_bytes"]);
    system.diskTotalBytes = known(data[u"disk_total_bytes"]);
    system.databaseBytes = data[u"database_bytes"].integer();
    if (const JsonValue &backups = data[u"backups"]; backups.isObject()) {
        system.backups = BackupStanding{timeOf(backups[u"last_good_at"]), timeOf(backups[u"last_checked_at"]),
                                        backups[u"last_check_good"].boolean()};
    }
    for (const JsonValue &row : data[u"services"].items()) {
        if (const auto kind = integrationKindFromText(row[u"kind"].string()))
            system.services.push_back({*kind, row[u"down"].boolean(), row[u"last_error"].string()});
    }
    for (const JsonValue &row : data[u"outboxes"].items())
        system.outboxes.push_back({row[u"name"].string(), row[u"waiting"].integer(), row[u"oldest_ms"].integer()});
    for (const JsonValue &row : data[u"screens"].items()) {
        if (auto screen = readScreen(row))
            system.screens.push_back(std::move(*screen));
    }
    for (const JsonValue &row : data[u"alarms"].items()) {
        if (auto alarm = readAlarm(row))
            system.alarms.push_back(std::move(*alarm));
    }
    return system;
}

Result<SystemAlarm> readSystemAlarm(const JsonValue &data)
{
    if (auto alarm = readAlarm(data))
        return std::move(*alarm);
    return Error{ErrorCode::ValidationFailed, QString::fromLatin1(wrongAnswer), {}};
}

Schema outputs::systemAlarm()
{
    return Schema::object({always("alarm_id", number()), always("code", text()), always("subject", text()),
                           always("severity", text()), always("message", text()), always("figure", number()),
                           always("usual", number()), always("began_at", Schema::dateTime()), always("level", number()),
                           maybe("confirmed_at", Schema::dateTime()), maybe("confirmed_by", text()),
                           maybe("ended_at", Schema::dateTime())});
}

Schema outputs::system()
{
    const Schema ms = Schema::integer(0, maxMs);
    const Schema bytes = Schema::integer(0, maxBytes);
    const Schema standby =
        Schema::object({always("mode", text()), always("solo", Schema::boolean()), maybe("name", text()),
                        always("connected", Schema::boolean()), always("lag_ms", ms)});
    const Schema backups =
        Schema::object({maybe("last_good_at", Schema::dateTime()), maybe("last_checked_at", Schema::dateTime()),
                        always("last_check_good", Schema::boolean())});
    const Schema service =
        Schema::object({always("kind", text()), always("down", Schema::boolean()), maybe("last_error", text())});
    const Schema outbox =
        Schema::object({always("name", text()), always("waiting", number()), always("oldest_ms", ms)});
    return Schema::object({always("version", text()), always("started_at", Schema::dateTime()),
                           always("can_write", Schema::boolean()), always("queued", number()), always("role", text()),
                           always("standby", standby), maybe("disk_free_bytes", bytes),
                           maybe("disk_total_bytes", bytes), always("database_bytes", bytes), maybe("backups", backups),
                           always("services", Schema::array(service, 0, maxSystemRows)),
                           always("outboxes", Schema::array(outbox, 0, maxSystemRows)),
                           always("screens", Schema::array(screen(), 0, maxSystemRows)),
                           always("alarms", Schema::array(systemAlarm(), 0, maxSystemRows))});
}

} // namespace oshaq

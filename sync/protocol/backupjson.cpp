// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/backupjson.h"

#include "models/domain/timetext.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

qint64 timeIn(const JsonValue &value)
{
    return value.isString() ? fromIso(value.string()).value_or(0) : 0;
}

} // namespace

QByteArray backupJson(const BackupFacts &facts)
{
    JsonWriter json;
    json.beginObject();
    json.key("on").value(facts.isOn);
    json.key("targets").beginArray();
    for (const QString &target : facts.targets)
        json.value(target);
    json.endArray();
    writeTimeOrNull(json, "last_full_at", facts.lastFullMs);
    writeTimeOrNull(json, "last_increment_at", facts.lastIncrementMs);
    writeTimeOrNull(json, "last_check_at", facts.lastCheckMs);
    json.key("last_check_ok").value(facts.lastCheckOk);
    writeTextOrNull(json, "last_check", facts.lastCheckText);
    json.key("age_ms").value(facts.ageMs);
    json.key("waiting_files").value(facts.waitingFiles);
    writeTextOrNull(json, "activity", facts.activity);
    json.key("percent").value(qint64{facts.percent});
    writeTextOrNull(json, "problem", facts.problem);
    writeTimeOrNull(json, "problem_since", facts.problemSinceMs);
    writeTextOrNull(json, "journal_problem", facts.journalProblem);
    json.key("latest").beginArray();
    for (const BackupFacts::Item &item : facts.latest) {
        json.beginObject();
        json.key("name").value(item.name);
        json.key("full").value(item.isFull);
        writeTimeOrNull(json, "at", item.toMs);
        json.key("bytes").value(item.bytes);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

Result<BackupFacts> readBackups(const JsonValue &data)
{
    if (!data[u"on"].isBool() || !data[u"targets"].isArray() || !data[u"latest"].isArray())
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("The answer about the backups is not one that this program understands."),
                     {}};
    BackupFacts facts;
    facts.isOn = data[u"on"].boolean();
    for (const JsonValue &target : data[u"targets"].items())
        facts.targets.append(target.string());
    facts.lastFullMs = timeIn(data[u"last_full_at"]);
    facts.lastIncrementMs = timeIn(data[u"last_increment_at"]);
    facts.lastCheckMs = timeIn(data[u"last_check_at"]);
    facts.lastCheckOk = data[u"last_check_ok"].boolean();
    facts.lastCheckText = data[u"last_check"].string();
    facts.ageMs = data[u"age_ms"].integer();
    facts.waitingFiles = data[u"waiting_files"].integer();
    facts.activity = data[u"activity"].string();
    facts.percent = int(data[u"percent"].integer());
    facts.problem = data[u"problem"].string();
    facts.problemSinceMs = timeIn(data[u"problem_since"]);
    facts.journalProblem = data[u"journal_problem"].string();
    for (const JsonValue &item : data[u"latest"].items())
        facts.latest.push_back({item[u"name"].string(), item[u"full"].boolean(), timeIn(item[u"at"]),
                                item[u"bytes"].integer()});
    return facts;
}

Schema backupRequestSchema()
{
    return Schema::object(
        {{QStringLiteral("do"), Schema::oneOf({QStringLiteral("full"), QStringLiteral("check")}), Presence::Required}});
}

Schema outputs::backups()
{
    return Schema::object(
        {always("on", Schema::boolean()), always("targets", Schema::array(text(), 0, 10)),
         always("last_full_at", Schema::dateTime().nullable()),
         always("last_increment_at", Schema::dateTime().nullable()),
         always("last_check_at", Schema::dateTime().nullable()), always("last_check_ok", Schema::boolean()),
         always("last_check", text().nullable()), always("age_ms", number()), always("waiting_files", number()),
         always("activity", text().nullable()), always("percent", number()), always("problem", text().nullable()),
         always("problem_since", Schema::dateTime().nullable()), always("journal_problem", text().nullable()),
         always("latest",
                Schema::array(Schema::object({always("name", text()), always("full", Schema::boolean()),
                                              always("at", Schema::dateTime().nullable()), always("bytes", number())}),
                              0, 100))});
}

} // namespace oshaq

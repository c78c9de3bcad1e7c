// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/timetext.h"
#include "models/hub/auditreads.h"
#include "models/hub/cleanupservice.h"
#include "models/hub/flagservice.h"
#include "models/hub/settingsservice.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/officejson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/auditjson.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

std::optional<qint64> timeOf(const QueryValues &query, QStringView name)
{
    const QString text = queryValue(query, name);
    return text.isNull() ? std::nullopt : fromIso(QString(text).replace(u' ', u'+'));
}

Flow answerAudit(Exchange &exchange, const Result<AuditPage> &page)
{
    if (!page)
        return refuse(exchange, page.error());
    JsonWriter data;
    data.beginArray();
    for (const AuditRow &row : page->rows)
        writeAuditRow(data, row);
    data.endArray();
    JsonWriter meta;
    meta.beginObject();
    writeTextOrNull(meta, "next_cursor", page->nextCursor);
    meta.endObject();
    apijson::succeed(exchange, 200, data.take(), QStringLiteral("OK"), meta.take());
    return Flow::Answer;
}

Flow audit(ApiThread &thread, const ExchangePtr &exchange)
{
    const QueryValues &query = exchange->query;
    AuditFilter filter;
    filter.entity = queryValue(query, u"entity");
    if (const QString text = queryValue(query, u"entity_id"); !text.isNull())
        filter.entityId = text.toLongLong();
    filter.actor = queryValue(query, u"actor");
    filter.type = queryValue(query, u"type");
    filter.fromMs = timeOf(query, u"from");
    filter.toMs = timeOf(query, u"to");
    if (const QString text = queryValue(query, u"limit"); !text.isNull())
        filter.limit = text.toInt();
    filter.cursor = queryValue(query, u"cursor");
    // A filter that nothing fits walks the whole journal.
    return thread.offload(
        exchange,
        [filter,
         businessId = exchange->principal->businessId](Result<sql::Database *> database) -> ApiThread::Continue {
            Result<AuditPage> page =
                database ? auditreads::page(**database, businessId, filter) : Result<AuditPage>(database.error());
            return [page = std::move(page)](ApiThread &, const ExchangePtr &done) { return answerAudit(*done, page); };
        });
}

void writeRules(JsonWriter &json, const Currency &currency)
{
    json.key("rules").beginArray();
    for (const SettingRule &rule : settingRules()) {
        const bool isNumber = rule.type == SettingRule::Type::Integer;
        json.beginObject();
        json.key("key").value(QString::fromLatin1(rule.key));
        json.key("type").value(settingTypeText(rule.type));
        writeNumberOrNull(json, "minimum", isNumber ? std::optional(rule.zeroIsOff ? 0 : rule.minimum) : std::nullopt);
        writeNumberOrNull(json, "maximum", isNumber ? std::optional(rule.maximum) : std::nullopt);
        json.key("fallback");
        writeSetting(json, rule, settingFallback(rule), currency);
        json.key("owner_only").value(rule.ownerOnly);
        json.key("description").value(QString::fromLatin1(rule.description));
        json.endObject();
    }
    json.endArray();
}

Result<void> renderSettings(ApiThread &thread, Exchange &exchange)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto settings = settingsreads::all(**database, exchange.principal->businessId);
    if (!settings)
        return settings.error();
    const Result<Currency> currency = thread.currencyOf(exchange);
    if (!currency)
        return currency.error();
    JsonWriter json;
    json.beginObject();
    json.key("version").value(settings->version);
    json.key("currency").value(currency->code());
    json.key("settings").beginObject();
    for (const SettingRule &rule : settingRules()) {
        json.key(rule.key);
        writeSetting(json, rule, settings->values.at(QString::fromLatin1(rule.key)), *currency);
    }
    json.endObject();
    writeRules(json, *currency);
    json.endObject();
    exchange.addHeader("ETag", '"' + QByteArray::number(settings->version) + '"');
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("OK"));
    return {};
}

Flow getSettings(ApiThread &thread, const ExchangePtr &exchange)
{
    const Result<void> rendered = renderSettings(thread, *exchange);
    return rendered ? Flow::Answer : refuse(*exchange, rendered.error());
}

Flow putSettings(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    const Result<Currency> currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    auto changes = readSettings(exchange->body[u"settings"], *currency);
    if (!changes)
        return refuse(*exchange, changes.error());
    return thread.submit(
        exchange,
        [changes = std::move(changes).value(), seen = *version](WriteContext &context) {
            return settingswrites::put(context, changes, seen);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &) { return renderSettings(owner, done); });
}

Result<void> renderFlags(ApiThread &thread, Exchange &exchange)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto flags = flagreads::all(**database, exchange.principal->businessId);
    if (!flags)
        return flags.error();
    JsonWriter json;
    json.beginObject();
    json.key("flags").beginArray();
    for (const FeatureFlag &flag : *flags) {
        json.beginObject();
        json.key("name").value(flag.name);
        json.key("enabled").value(flag.enabled);
        json.key("on").value(flag.isOn(thread.nowMs()));
        json.key("owner").value(flag.owner);
        writeTextOrNull(json, "description", flag.description);
        json.key("expires_at").value(isoUtc(flag.expiresAtMs));
        json.key("version").value(flag.version);
        json.key("updated_at").value(isoUtc(flag.updatedAtMs));
        json.endObject();
    }
    json.endArray().endObject();
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("OK"));
    return {};
}

Flow getFlags(ApiThread &thread, const ExchangePtr &exchange)
{
    const Result<void> rendered = renderFlags(thread, *exchange);
    return rendered ? Flow::Answer : refuse(*exchange, rendered.error());
}

Flow putFlags(ApiThread &thread, const ExchangePtr &exchange)
{
    std::vector<FeatureFlag> flags;
    for (const JsonValue &one : exchange->body[u"flags"].items()) {
        FeatureFlag flag;
        flag.name = one[u"name"].string();
        flag.enabled = one[u"enabled"].boolean();
        flag.owner = cleanText(one[u"owner"].string()).trimmed();
        flag.description = cleanText(one[u"description"].string()).trimmed();
        flag.expiresAtMs = fromIso(one[u"expires_at"].string()).value_or(0);
        flag.version = one[u"version"].integer();
        flags.push_back(std::move(flag));
    }
    return thread.submit(
        exchange, [flags = std::move(flags)](WriteContext &context) { return flagwrites::put(context, flags); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &) { return renderFlags(owner, done); });
}

Flow answerPlan(ApiThread &thread, Exchange &exchange, const Result<CleanupPlan> &plan)
{
    if (!plan)
        return refuse(exchange, plan.error());
    const Result<Currency> currency = thread.currencyOf(exchange);
    if (!currency)
        return refuse(exchange, currency.error());
    JsonWriter json;
    json.beginObject();
    json.key("dry_run").value(true);
    json.key("before").value(isoUtc(plan->beforeMs));
    json.key("retained_since").value(isoUtc(plan->retainedMs));
    json.key("orders").value(plan->orders);
    json.key("lines").value(plan->lines);
    json.key("payments").value(plan->payments);
    json.key("contacts").value(plan->contacts);
    json.key("total").raw(formatMajorUnits(plan->totalMinor, *currency));
    json.key("currency").value(currency->code());
    writeTimeOrNull(json, "oldest", plan->oldestMs);
    writeTimeOrNull(json, "newest", plan->newestMs);
    json.key("kept").beginObject();
    json.key("open").value(plan->keptOpen);
    json.key("inside_retention").value(plan->keptRetained);
    json.key("needed").value(plan->keptNeeded);
    json.endObject().endObject();
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("Nothing was deleted; confirm=true deletes."));
    return Flow::Answer;
}

/// What the confirmed cleanup says; `plan` is of the moment before it.
Flow deleteOrders(ApiThread &thread, const ExchangePtr &exchange, const CleanupPlan &plan)
{
    return thread.submit(
        exchange,
        [before = plan.beforeMs](WriteContext &context) {
            return cleanupwrites::run(context, before, cleanupwrites::maxOrdersAtOnce);
        },
        [plan](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (outcome.values.size() != 5)
                return Error{ErrorCode::Internal, QStringLiteral("the cleanup has no figures"), {}};
            JsonWriter json;
            json.beginObject();
            json.key("dry_run").value(false);
            json.key("before").value(isoUtc(plan.beforeMs));
            json.key("retained_since").value(isoUtc(plan.retainedMs));
            json.key("orders").value(outcome.values[0]);
            json.key("lines").value(outcome.values[1]);
            json.key("payments").value(outcome.values[4]);
            json.key("contacts").value(outcome.values[2]);
            json.key("remaining").value(outcome.values[3]);
            json.endObject();
            apijson::succeed(done, 200, json.take(),
                             outcome.values[3] == 0 ? QStringLiteral("Deleted")
                                                    : QStringLiteral("Deleted a part; send it again for the rest."));
            return {};
        });
}

Flow cleanUp(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto before = timeOf(exchange->query, u"before");
    if (!before) {
        exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."),
                         {{QStringLiteral("before"), QStringLiteral("is required")}});
        return Flow::Answer;
    }
    const bool confirmed = queryValue(exchange->query, u"confirm") == u"true";
    return thread.offload(exchange,
                          [before = *before, confirmed, businessId = exchange->principal->businessId,
                           nowMs = thread.nowMs()](Result<sql::Database *> database) -> ApiThread::Continue {
                              Result<CleanupPlan> plan = database
                                                             ? cleanupreads::plan(**database, businessId, before, nowMs)
                                                             : Result<CleanupPlan>(database.error());
                              return [plan = std::move(plan), confirmed](ApiThread &owner, const ExchangePtr &done) {
                                  return plan && confirmed ? deleteOrders(owner, done, *plan)
                                                           : answerPlan(owner, *done, plan);
                              };
                          });
}

std::vector<QueryField> auditQuery()
{
    using namespace routing;
    return {queryField("entity", Schema::string(40, 1)),
            queryField("entity_id", Schema::id()),
            queryField("actor", Schema::string(60, 1).described(QStringLiteral("Such as terminal:3."))),
            queryField("type", Schema::string(60, 1).described(QStringLiteral("Such as order.status."))),
            queryField("from", Schema::dateTime()),
            queryField("to", Schema::dateTime()),
            limitField(),
            cursorField()};
}

} // namespace

std::vector<Route> adminRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission office = only(managers);
    const Output settings = answers("Settings", outputs::settings());
    const Output flags = answers("Flags", outputs::flags());
    return {
        summed(get("/admin/audit", "admin.audit", office, auditQuery(), answersList("AuditLog", outputs::auditRow()),
                   audit),
               "The journal, newest first"),
        summed(get("/admin/settings", "admin.settings.get", office, {}, settings, getSettings),
               "Everything that can be set, with its rules"),
        summed(write("PUT", "/admin/settings", "admin.settings.put", office, needed, settingsSchema(), settings,
                     putSettings),
               "Change settings, all of the named or none"),
        summed(get("/admin/flags", "admin.flags.get", office, {}, flags, getFlags),
               "The feature flags with their owners"),
        summed(write("PUT", "/admin/flags", "admin.flags.put", office, needed, flagsSchema(), flags, putFlags),
               "Make and change feature flags"),
        summed(withQuery(remove("/admin/orders/cleanup", "admin.orders.cleanup", only(owners),
                                answers("Cleanup", outputs::cleanup()), cleanUp),
                         {queryField("before", Schema::dateTime().described(
                                                   QStringLiteral("Required: what was placed earlier."))),
                          queryField("confirm", Schema::oneOf({QStringLiteral("false"), QStringLiteral("true")}))}),
               "Delete old closed orders; a dry run unless confirmed"),
    };
}

} // namespace oshaq::routes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/accessservice.h"
#include "models/hub/terminalservice.h"
#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/screenjson.h"
#include "sync/protocol/tokenjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"
#include "sync/server/terminalanswers.h"

#include <map>

namespace oshaq::routes {

namespace {

/// `screen`: what is known of how it does; null: nothing.
void writeTerminal(JsonWriter &json, const TerminalRecord &terminal, const ScreenFacts *screen = nullptr)
{
    json.beginObject();
    json.key("terminal_id").value(terminal.id);
    json.key("name").value(terminal.name);
    json.key("role").value(roleText(terminal.role));
    writeNumberOrNull(json, "station_id", terminal.stationId);
    json.key("letter").value(terminal.letter);
    json.key("version").value(terminal.version);
    if (screen)
        writeScreen(json.key("screen"), *screen);
    else
        json.key("screen").null();
    json.endObject();
}

Result<TerminalRecord> terminalOf(ApiThread &thread, qint64 businessId, qint64 id)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    return terminalreads::one(**database, businessId, id);
}

Result<void> answerTerminal(ApiThread &thread, Exchange &exchange, qint64 id, const QString &message)
{
    const auto terminal = terminalOf(thread, exchange.principal->businessId, id);
    if (!terminal)
        return terminal.error();
    JsonWriter json;
    writeTerminal(json, *terminal);
    conditional::tagVersion(exchange, terminal->version);
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

/// The one answer that shows a token.
Result<void> answerToken(ApiThread &thread, Exchange &exchange, qint64 businessId, const WriteOutcome &outcome,
                         qint64 oldEndAtMs, const QString &message)
{
    const auto terminal = terminalOf(thread, businessId, outcome.entityId);
    if (!terminal)
        return terminal.error();
    JsonWriter json;
    json.beginObject();
    writeTerminal(json.key("terminal"), *terminal);
    json.key("access_token").value(outcome.secret);
    json.key("token_type").value(QStringLiteral("Bearer"));
    writeTimeOrNull(json, "old_tokens_end_at", oldEndAtMs);
    json.endObject();
    apijson::succeed(exchange, 201, json.take(), message);
    return {};
}

Flow listTerminals(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto terminals = terminalreads::list(**database, businessId);
    if (!terminals)
        return refuse(*exchange, terminals.error());
    ScreenBoard &board = thread.shared().screens;
    const ScreenBoard::Now now{thread.nowMs(), thread.monotonicMs()};
    if (board.needsMemory(businessId)) {
        const auto kept = terminalreads::keptScreens(**database, businessId);
        if (!kept)
            return refuse(*exchange, kept.error());
        board.remember(businessId, *kept, now);
    }
    std::map<qint64, ScreenFacts> screens;
    for (ScreenFacts &one : board.screens(businessId, now))
        screens.emplace(one.terminalId, std::move(one));
    JsonWriter json;
    json.beginArray();
    for (const TerminalRecord &terminal : *terminals) {
        const auto screen = screens.find(terminal.id);
        writeTerminal(json, terminal, screen == screens.end() ? nullptr : &screen->second);
    }
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow oneTerminal(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerTerminal(thread, *exchange, exchange->rowId(), QStringLiteral("OK")); !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Flow createTerminal(ApiThread &thread, const ExchangePtr &exchange)
{
    const TerminalEdit edit = readTerminalEdit(exchange->body);
    return thread.submit(
        exchange,
        [edit](WriteContext &context) {
            return accesswrites::createTerminal(context, context.principal.businessId, edit.name.value_or(QString()),
                                                edit.role.value_or(Role::Kitchen),
                                                edit.stationId.value_or(std::nullopt));
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1/business/terminals/" + QByteArray::number(outcome.entityId));
            return answerToken(owner, done, done.principal->businessId, outcome, 0,
                               QStringLiteral("Terminal created; its token is shown once"));
        });
}

Flow editTerminal(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), edit = readTerminalEdit(exchange->body), version = *version](WriteContext &context) {
            return terminalwrites::edit(context, id, edit, version);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            return answerTerminal(owner, done, outcome.entityId, QStringLiteral("Terminal updated"));
        });
}

Flow removeTerminal(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), version = *version](WriteContext &context) {
            return terminalwrites::remove(context, id, version);
        },
        [id = exchange->rowId()](ApiThread &owner, Exchange &done, const WriteOutcome &) -> Result<void> {
            owner.shared().screens.forget(done.principal->businessId, id);
            apijson::succeed(done, 200, "{}", QStringLiteral("Terminal deleted"));
            return {};
        });
}

Flow rotateToken(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &overlap = exchange->body[u"overlap_seconds"];
    const qint64 seconds = overlap.isNumber() ? overlap.integer() : 0;
    return thread.submit(
        exchange,
        [id = exchange->rowId(), seconds](WriteContext &context) {
            return terminalwrites::rotateToken(context, id, seconds);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const qint64 oldEndAtMs = outcome.values.empty() ? 0 : outcome.values.front();
            return answerToken(owner, done, done.principal->businessId, outcome, oldEndAtMs,
                               QStringLiteral("New token; it is shown once"));
        });
}

} // namespace

std::vector<Route> terminalRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission edit = only(managers);
    const Output terminal = answers("Terminal", outputs::terminal());
    const Output token = created(answers("TerminalToken", outputs::terminalToken()));
    return {
        summed(get("/business/terminals", "business.terminals.list", edit, {},
                   answersList("TerminalList", outputs::terminal()), listTerminals),
               "The screens of the restaurant"),
        summed(handsOutSecrets(write("POST", "/business/terminals", "business.terminals.create", edit, needed,
                                     newTerminalSchema(), token, createTerminal)),
               "Adds a screen; its token is shown once"),
        summed(get("/business/terminals/{id}", "business.terminals.one", edit, {}, terminal, oneTerminal),
               "One screen"),
        summed(write("PATCH", "/business/terminals/{id}", "business.terminals.edit", edit, needed,
                     terminalChangeSchema(), terminal, editTerminal),
               "Changes a screen's name, role or station"),
        summed(remove("/business/terminals/{id}", "business.terminals.remove", edit,
                      answers("Nothing", outputs::nothing()), removeTerminal),
               "Signs a screen out and hides it"),
        summed(handsOutSecrets(write("POST", "/business/terminals/{id}/token", "business.terminals.token", edit,
                                     Route::Body::Optional, tokenRotationSchema(), token, rotateToken)),
               "Gives a screen a new token; the old one may stay good for a while"),
    };
}

} // namespace oshaq::routes

oshaq::Result<void> oshaq::terminalanswers::token(ApiThread &thread, Exchange &exchange, qint64 businessId,
                                                  const WriteOutcome &outcome, qint64 oldEndAtMs,
                                                  const QString &message)
{
    return routes::answerToken(thread, exchange, businessId, outcome, oldEndAtMs, message);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/terminalservice.h"

#include "models/hub/accessservice.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/sessionstore.h"

#include <QJsonObject>

namespace oshaq {

namespace {

/// The terminal when this caller may deal with it.
Result<TerminalRecord> ownTerminal(WriteContext &context, qint64 terminalId)
{
    auto terminal = terminalstore::find(context.database, context.principal.businessId, terminalId);
    if (!terminal)
        return terminal.error();
    if (const auto allowed = accesswrites::checkMayGive(context, terminal->role); !allowed)
        return allowed.error();
    return terminal;
}

Result<WriteOutcome> note(WriteContext &context, const TerminalRecord &terminal, const QString &type,
                          const QJsonObject &payload)
{
    const auto written = journalstore::append(
        context, terminal.businessId,
        {EntityKind::Terminal, terminal.id, terminal.version, type, payload, terminalstore::digest(terminal)});
    if (!written)
        return written.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Terminal;
    outcome.entityId = terminal.id;
    return outcome;
}

} // namespace

Result<WriteOutcome> terminalwrites::edit(WriteContext &context, qint64 terminalId, const TerminalEdit &edit,
                                          std::optional<qint64> version)
{
    const auto known = ownTerminal(context, terminalId);
    if (!known)
        return known.error();
    if (const auto checked = editrules::checkVersion(version, known->version); !checked)
        return checked.error();
    TerminalRecord terminal = *known;
    if (edit.name) {
        auto name = editrules::checkedName(*edit.name);
        if (!name)
            return name.error();
        terminal.name = *name;
    }
    if (edit.role) {
        if (const auto allowed = accesswrites::checkMayGive(context, *edit.role); !allowed)
            return allowed.error();
        terminal.role = *edit.role;
    }
    if (edit.stationId) {
        if (*edit.stationId) {
            const auto stations = catalogstore::stationsById(context.database, terminal.businessId, {**edit.stationId});
            if (!stations)
                return stations.error();
            if (stations->empty())
                return editrules::invalid("station_id", QStringLiteral("There is no such station."));
        }
        terminal.stationId = *edit.stationId;
    }
    if (terminal == *known) {
        WriteOutcome outcome;
        outcome.entity = EntityKind::Terminal;
        outcome.entityId = terminalId;
        return outcome;
    }
    ++terminal.version;
    if (const auto updated = terminalstore::update(context.database, terminal, context.nowMs); !updated)
        return updated.error();
    if (terminal.role != known->role) {
        const auto changed = sessionstore::setTerminalRole(context.database, terminalId, terminal.role);
        if (!changed)
            return changed.error();
    }
    return note(context, terminal, QStringLiteral("terminal.updated"),
                {{QStringLiteral("role"), roleText(terminal.role)}});
}

Result<WriteOutcome> terminalwrites::remove(WriteContext &context, qint64 terminalId, std::optional<qint64> version)
{
    auto terminal = ownTerminal(context, terminalId);
    if (!terminal)
        return terminal.error();
    if (const auto checked = editrules::checkVersion(version, terminal->version); !checked)
        return checked.error();
    ++terminal->version;
    if (const auto hidden = terminalstore::hide(context.database, *terminal, context.nowMs); !hidden)
        return hidden.error();
    const auto ended = sessionstore::endTerminal(context.database, terminalId, context.nowMs, context.nowMs);
    if (!ended)
        return ended.error();
    context.sessionsEnded.insert(terminal->businessId);
    return note(context, *terminal, QStringLiteral("terminal.deleted"), {});
}

Result<WriteOutcome> terminalwrites::rotateToken(WriteContext &context, qint64 terminalId, qint64 overlapSeconds)
{
    auto terminal = ownTerminal(context, terminalId);
    if (!terminal)
        return terminal.error();
    if (overlapSeconds < 0 || overlapSeconds > maxTokenOverlapSeconds) {
        return editrules::invalid("overlap_seconds", QStringLiteral("0 to %1 seconds.").arg(maxTokenOverlapSeconds));
    }
    const auto ended =
        sessionstore::endTerminal(context.database, terminalId, context.nowMs + overlapSeconds * 1000, context.nowMs);
    if (!ended)
        return ended.error();
    if (overlapSeconds == 0)
        context.sessionsEnded.insert(terminal->businessId);
    Principal principal;
    principal.kind = Principal::Kind::Terminal;
    principal.role = terminal->role;
    principal.businessId = terminal->businessId;
    principal.id = terminal->id;
    auto token = accesswrites::issueToken(context, principal);
    if (!token)
        return token.error();
    auto outcome = note(context, *terminal, QStringLiteral("terminal.token_rotated"),
                        {{QStringLiteral("overlap_seconds"), overlapSeconds}});
    if (!outcome)
        return outcome;
    outcome->code = 201;
    outcome->secret = *token;
    if (overlapSeconds > 0)
        outcome->values = {context.nowMs + overlapSeconds * 1000};
    return outcome;
}

Result<WriteOutcome> terminalwrites::markSeen(WriteContext &context, const QString &programVersion,
                                              const QString &address)
{
    const qint64 terminalId = context.principal.id;
    if (const auto marked =
            terminalstore::markSeen(context.database, terminalId, context.nowMs, programVersion, address);
        !marked)
        return marked.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Terminal;
    outcome.entityId = terminalId;
    return outcome;
}

Result<std::vector<TerminalRecord>> terminalreads::list(sql::Database &database, qint64 businessId)
{
    return terminalstore::list(database, businessId);
}

Result<std::vector<KeptScreen>> terminalreads::keptScreens(sql::Database &database, qint64 businessId)
{
    return terminalstore::keptScreens(database, businessId);
}

Result<TerminalRecord> terminalreads::one(sql::Database &database, qint64 businessId, qint64 terminalId)
{
    return terminalstore::find(database, businessId, terminalId);
}

} // namespace oshaq

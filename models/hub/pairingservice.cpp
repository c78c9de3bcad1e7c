// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/pairingservice.h"

#include "models/domain/typedcode.h"
#include "models/hub/accessservice.h"
#include "models/hub/attemptlock.h"
#include "models/hub/businessstore.h"
#include "models/hub/canonicalhash.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonObject>

namespace oshaq {

namespace {

using pairingwrites::CodeState;

struct PairingRow
{
    CodeState state = CodeState::Wrong; ///< of any other the rest says nothing
    qint64 id = 0;
    qint64 businessId = 0;
    Role role = Role::Kitchen;
    std::optional<qint64> stationId;
};

QByteArray hashOf(const QString &cleanCode)
{
    return CanonicalHash("oshaq.pairingcode.1").add(cleanCode).result();
}

/// Whose code it is, and whether it is good.
Result<PairingRow> findCode(WriteContext &context, const QString &code)
{
    const auto clean = typedcode::clean(code, typedcode::pairingBytes);
    if (!clean)
        return PairingRow();
    auto rows = context.database.query(QStringLiteral("SELECT pairing_id, business_id, role, station_id, used_at,"
                                                      " expires_at FROM pairing_codes WHERE code_hash = ?"),
                                       {hashOf(*clean)});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return PairingRow();
    PairingRow row;
    row.id = rows->integer(0);
    row.businessId = rows->integer(1);
    row.role = roleFromText(rows->text(2)).value_or(Role::Kitchen);
    row.stationId = hubsql::readOptionalId(*rows, 3);
    if (hubsql::readOptionalId(*rows, 4))
        row.state = CodeState::Used;
    else
        row.state = rows->integer(5) > context.nowMs ? CodeState::Good : CodeState::Expired;
    return row;
}

WriteOutcome noUse(CodeState state)
{
    // An outcome and not an error: that somebody tried has to be kept.
    WriteOutcome outcome;
    outcome.code = 401;
    outcome.values = {qint64(state)};
    return outcome;
}

} // namespace

Result<WriteOutcome> pairingwrites::makeCode(WriteContext &context, Role role, std::optional<qint64> stationId,
                                             const QByteArray &random)
{
    const qint64 businessId = context.principal.businessId;
    const auto business = businessstore::find(context.database, businessId);
    if (!business)
        return business.error();
    if (const auto checked = accesswrites::checkTerminal(context, businessId, role, stationId); !checked)
        return checked.error();
    const QString code = typedcode::text(random);
    const auto clean = typedcode::clean(code, typedcode::pairingBytes);
    if (!clean)
        return Error{ErrorCode::Internal, QStringLiteral("a code that cannot be read"), {}};
    // Nobody asks for those any more.
    const auto cleared = context.database.run(QStringLiteral("DELETE FROM pairing_codes WHERE expires_at <= ?"),
                                              {context.nowMs - pairingCodeKeptMs});
    if (!cleared)
        return cleared.error();
    const qint64 expiresAtMs = context.nowMs + pairingCodeLifetimeMs;
    const auto kept = context.database.run(
        QStringLiteral("INSERT INTO pairing_codes (business_id, code_hash, role, station_id, created_at, expires_at)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {businessId, hashOf(*clean), roleText(role), hubsql::optionalId(stationId), context.nowMs, expiresAtMs});
    if (!kept)
        return kept.error();
    const auto noted = journalstore::append(
        context, businessId,
        {EntityKind::Business, businessId, business->version, QStringLiteral("business.pairing_code"),
         QJsonObject{{QStringLiteral("role"), roleText(role)}}, businessstore::digest(*business)});
    if (!noted)
        return noted.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.code = 201;
    outcome.secret = code;
    outcome.values = {expiresAtMs};
    return outcome;
}

Result<WriteOutcome> pairingwrites::pair(WriteContext &context, const QString &code, const QString &name,
                                         const QString &address)
{
    const auto counting = businessstore::first(context.database);
    if (!counting)
        return counting.error();
    if (*counting == 0)
        return noUse(CodeState::Wrong);
    const QByteArray subject = attemptlock::subject(QStringLiteral("pairing from:") + address);
    if (const auto begun = attemptlock::begin(context.database, *counting, {subject}, context.nowMs); !begun)
        return begun.error();
    const auto row = findCode(context, code);
    if (!row)
        return row.error();
    if (row->state != CodeState::Good)
        return noUse(row->state);
    const auto used = context.database.run(QStringLiteral("UPDATE pairing_codes SET used_at = ? WHERE pairing_id = ?"),
                                           {context.nowMs, row->id});
    if (!used)
        return used.error();
    if (const auto back = attemptlock::takeBack(context.database, *counting, subject, context.nowMs); !back)
        return back.error();
    // What the code was made for was checked then: whoever types it acts for the business.
    context.principal.kind = Principal::Kind::Business;
    context.principal.role = Role::Owner;
    context.principal.businessId = row->businessId;
    context.principal.id = row->businessId;
    auto outcome = accesswrites::createTerminal(context, row->businessId, name, row->role, row->stationId);
    if (outcome)
        outcome->values = {row->businessId};
    return outcome;
}

} // namespace oshaq

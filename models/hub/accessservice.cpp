// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"

#include "models/domain/money.h"
#include "models/hub/apitokenstore.h"
#include "models/hub/businessstore.h"
#include "models/hub/catalogstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/replicastore.h"
#include "models/hub/sessionstore.h"
#include "models/hub/terminalstore.h"
#include "models/hub/userstore.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimeZone>

#include <array>

namespace oshaq {

namespace {

constexpr qsizetype maxName = 200;
constexpr qsizetype maxPhone = 50;

/// 32 bytes of the system's generator: nothing to guess, so a plain hash is enough to store.
QString makeToken(QLatin1String prefix)
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random));
    return prefix + QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Error invalid(const QString &path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{path, issue}}};
}

Result<void> checkName(const QString &name)
{
    if (name.isEmpty() || name.size() > maxName)
        return invalid(QStringLiteral("name"), QStringLiteral("A name has 1 to %1 characters.").arg(maxName));
    return {};
}

/// Issues a token; returns its text, which is kept nowhere.
Result<QString> issue(WriteContext &context, const Principal &principal, QLatin1String prefix)
{
    const QString token = makeToken(prefix);
    const auto session = sessionstore::insert(context.database, principal, sessionstore::hashOf(token), context.nowMs);
    if (!session)
        return session.error();
    return token;
}

/// The one who follows this hub; it has no session, because it must be able to follow without a write.
Result<Principal> standbyOf(sql::Database &database, const QString &token)
{
    const auto state = replicastore::state(database);
    if (!state)
        return state.error();
    if (state->tokenHash.isEmpty() || state->tokenHash != sessionstore::hashOf(token))
        return Error{ErrorCode::Unauthenticated, QStringLiteral("Nobody issued this token."), {}};
    Principal principal;
    principal.kind = Principal::Kind::Integration;
    principal.role = Role::Standby;
    principal.businessId = state->tokenBusinessId;
    principal.label = state->standbyName;
    return principal;
}

Result<void> checkBusiness(const Business &business)
{
    if (const auto name = checkName(business.name); !name)
        return name;
    if (const auto currency = Currency::fromCode(business.currency); !currency)
        return invalid(QStringLiteral("currency"), currency.error().message);
    if (!QTimeZone(business.timeZone.toLatin1()).isValid())
        return invalid(QStringLiteral("time_zone"), QStringLiteral("This is not a time zone such as Asia/Almaty."));
    if (business.dayStartMinutes < 0 || business.dayStartMinutes >= 24 * 60)
        return invalid(QStringLiteral("day_start_minutes"), QStringLiteral("0 to 1439 minutes after midnight."));
    if (business.deliveryCostMinor < 0 || business.deliveryCostMinor > maxAmountMinor)
        return invalid(QStringLiteral("delivery_cost"), QStringLiteral("A delivery cost is 0 or more."));
    return {};
}

} // namespace

Result<WriteOutcome> accesswrites::createBusiness(WriteContext &context, const Business &wanted)
{
    Business business = wanted;
    business.name = business.name.trimmed();
    business.version = 1;
    if (const auto checked = checkBusiness(business); !checked)
        return checked.error();
    if (const auto inserted = businessstore::insert(context.database, &business, context.nowMs); !inserted)
        return inserted.error();
    Station station;
    station.name = QStringLiteral("Kitchen");
    if (const auto inserted = catalogstore::insertStation(context.database, business.id, &station, context.nowMs);
        !inserted)
        return inserted.error();

    Principal principal;
    principal.kind = Principal::Kind::Business;
    principal.role = Role::Owner;
    principal.businessId = business.id;
    principal.id = business.id;
    const auto token = issue(context, principal, QLatin1String("obt_"));
    if (!token)
        return token.error();
    const QByteArray hash = sessionstore::hashOf(*token);
    ApiTokenRow first;
    first.businessId = business.id;
    first.name = QStringLiteral("First token");
    first.kind = principal.kind;
    first.createdAtMs = context.nowMs;
    if (const auto inserted = apitokenstore::insert(context.database, &first); !inserted)
        return inserted.error();
    if (const auto given = sessionstore::giveToApiToken(context.database, hash, first.id); !given)
        return given.error();
    if (const auto kept = businessstore::setTokenHash(context.database, business.id, hash, context.nowMs); !kept)
        return kept.error();

    const auto created = journalstore::append(
        context, business.id,
        {EntityKind::Business, business.id, business.version, QStringLiteral("business.created"),
         QJsonObject{{QStringLiteral("currency"), business.currency}}, businessstore::digest(business)});
    if (!created)
        return created.error();
    const auto stationCreated = journalstore::append(context, business.id,
                                                     {EntityKind::Station,
                                                      station.id,
                                                      station.version,
                                                      QStringLiteral("station.created"),
                                                      {},
                                                      catalogstore::digest(station)});
    if (!stationCreated)
        return stationCreated.error();

    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = business.id;
    outcome.code = 201;
    outcome.secret = *token;
    return outcome;
}

Result<WriteOutcome> accesswrites::createTerminal(WriteContext &context, qint64 businessId, const QString &name,
                                                  Role role, std::optional<qint64> stationId)
{
    // Set-up on the hub's own machine acts for no business; everybody else only for their own.
    if (context.principal.businessId != 0 && context.principal.businessId != businessId)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such business."), {}};
    if (const auto business = businessstore::find(context.database, businessId); !business)
        return business.error();
    TerminalRecord terminal;
    terminal.businessId = businessId;
    terminal.name = name.trimmed();
    terminal.role = role;
    terminal.stationId = stationId;
    if (const auto checked = checkName(terminal.name); !checked)
        return checked.error();
    if (const auto checked = checkTerminal(context, businessId, role, stationId); !checked)
        return checked.error();
    if (const auto inserted = terminalstore::insert(context.database, &terminal, context.nowMs); !inserted)
        return inserted.error();

    Principal principal;
    principal.kind = Principal::Kind::Terminal;
    principal.role = role;
    principal.businessId = businessId;
    principal.id = terminal.id;
    const auto token = issue(context, principal, QLatin1String("ott_"));
    if (!token)
        return token.error();
    const auto created = journalstore::append(
        context, businessId,
        {EntityKind::Terminal, terminal.id, terminal.version, QStringLiteral("terminal.created"),
         QJsonObject{{QStringLiteral("role"), roleText(role)}, {QStringLiteral("letter"), terminal.letter}},
         terminalstore::digest(terminal)});
    if (!created)
        return created.error();

    WriteOutcome outcome;
    outcome.entity = EntityKind::Terminal;
    outcome.entityId = terminal.id;
    outcome.code = 201;
    outcome.secret = *token;
    return outcome;
}

Result<WriteOutcome> accesswrites::createGuest(WriteContext &context, const QString &name, const QString &phone)
{
    UserRow user;
    user.businessId = context.principal.businessId;
    user.name = name.trimmed();
    user.phone = phone.trimmed();
    if (const auto checked = checkName(user.name); !checked)
        return checked.error();
    if (user.phone.size() > maxPhone)
        return invalid(QStringLiteral("phone"), QStringLiteral("At most %1 characters.").arg(maxPhone));
    if (const auto business = businessstore::find(context.database, user.businessId); !business)
        return business.error();
    if (const auto inserted = userstore::insert(context.database, &user, context.nowMs); !inserted)
        return inserted.error();

    Principal principal;
    principal.kind = Principal::Kind::Guest;
    principal.role = Role::Guest;
    principal.businessId = user.businessId;
    principal.id = user.id;
    principal.expiresAtMs = context.nowMs + guestTokenLifetimeMs;
    const auto token = issue(context, principal, QLatin1String("ogt_"));
    if (!token)
        return token.error();

    WriteOutcome outcome;
    outcome.entityId = user.id;
    outcome.code = 201;
    outcome.secret = *token;
    outcome.values = {principal.expiresAtMs};
    return outcome;
}

Result<void> accesswrites::checkTerminal(WriteContext &context, qint64 businessId, Role role,
                                         std::optional<qint64> stationId)
{
    if (role == Role::Guest || role == Role::Integration)
        return invalid(QStringLiteral("role"), QStringLiteral("A terminal is for staff."));
    if (stationId) {
        const auto stations = catalogstore::stationsById(context.database, businessId, {*stationId});
        if (!stations)
            return stations.error();
        if (stations->empty())
            return invalid(QStringLiteral("station_id"), QStringLiteral("There is no such station."));
    }
    return checkMayGive(context, role);
}

Result<void> accesswrites::checkMayGive(const WriteContext &context, Role role)
{
    const Principal &who = context.principal;
    if (who.businessId == 0 || who.role == Role::Owner || role != Role::Owner)
        return {};
    return Error{ErrorCode::Forbidden, QStringLiteral("Only an owner deals with what an owner may do."), {}};
}

QString accesswrites::newToken(QLatin1String prefix)
{
    return makeToken(prefix);
}

Result<QString> accesswrites::issueToken(WriteContext &context, const Principal &principal)
{
    switch (principal.kind) {
    case Principal::Kind::Business:
        return issue(context, principal, QLatin1String("obt_"));
    case Principal::Kind::Terminal:
        return issue(context, principal, QLatin1String("ott_"));
    case Principal::Kind::Guest:
        return issue(context, principal, QLatin1String("ogt_"));
    case Principal::Kind::Staff:
        return issue(context, principal, QLatin1String("ost_"));
    case Principal::Kind::Integration:
        return issue(context, principal, QLatin1String("oit_"));
    case Principal::Kind::System:
        break; // nobody signs in as the hub
    }
    return Error{ErrorCode::Internal, QStringLiteral("a token of an unknown kind"), {}};
}

Result<WriteOutcome> accesswrites::revokeSession(WriteContext &context, qint64 sessionId)
{
    const auto session = sessionstore::find(context.database, sessionId);
    if (!session)
        return session.error();
    const Principal &who = context.principal;
    // Staff may end any session of their business, a guest only their own.
    const bool reachable = session->has_value() &&
                           (who.businessId == 0 || who.businessId == (*session)->principal.businessId) &&
                           (who.kind != Principal::Kind::Guest || who.sessionId == sessionId);
    if (!reachable)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such session."), {}};
    if (const auto revoked = sessionstore::revoke(context.database, sessionId, context.nowMs); !revoked)
        return revoked.error();
    const Principal &ended = (*session)->principal;
    context.sessionsEnded.insert(ended.businessId);
    if (ended.kind == Principal::Kind::Business) {
        const auto cleared = businessstore::forgetToken(context.database, ended.businessId, sessionId, context.nowMs);
        if (!cleared)
            return cleared.error();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = ended.businessId;
    return outcome;
}

Result<Principal> accessreads::authenticate(sql::Database &database, const QString &token, qint64 nowMs)
{
    const auto session = sessionstore::findByHash(database, sessionstore::hashOf(token));
    if (!session)
        return session.error();
    if (!session->has_value())
        return standbyOf(database, token);
    const SessionRow &row = **session;
    const bool expired = row.principal.expiresAtMs != 0 && row.principal.expiresAtMs <= nowMs;
    if (row.revoked || expired) {
        return Error{ErrorCode::TokenExpired,
                     row.revoked ? QStringLiteral("This token was revoked.")
                                 : QStringLiteral("This token has expired."),
                     {}};
    }
    return row.principal;
}

} // namespace oshaq

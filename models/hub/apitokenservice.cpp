// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/apitokenservice.h"

#include "models/hub/accessservice.h"
#include "models/hub/businessstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/sessionstore.h"
#include "models/hub/staffstore.h"

#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

Result<ApiTokenRow> ownToken(WriteContext &context, qint64 tokenId)
{
    auto token = apitokenstore::find(context.database, context.principal.businessId, tokenId, context.nowMs);
    if (!token)
        return token;
    const Role role = token->kind == Principal::Kind::Business ? Role::Owner : Role::Integration;
    if (const auto allowed = accesswrites::checkMayGive(context, role); !allowed)
        return allowed.error();
    return token;
}

Result<void> checkEnd(const WriteContext &context, qint64 expiresAtMs)
{
    if (expiresAtMs == 0 || expiresAtMs > context.nowMs)
        return {};
    return editrules::invalid("expires_at", QStringLiteral("This time has passed."));
}

Result<WriteOutcome> note(WriteContext &context, const ApiTokenRow &token, const QString &type,
                          const QJsonObject &payload)
{
    const auto written = journalstore::append(
        context, token.businessId, {EntityKind::Token, token.id, 1, type, payload, apitokenstore::digest(token)});
    if (!written)
        return written.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Token;
    outcome.entityId = token.id;
    return outcome;
}

/// A session that is this token.
Result<QString> issue(WriteContext &context, const ApiTokenRow &token)
{
    const bool isBusiness = token.kind == Principal::Kind::Business;
    Principal principal;
    principal.kind = token.kind;
    principal.role = isBusiness ? Role::Owner : Role::Integration;
    principal.businessId = token.businessId;
    principal.id = isBusiness ? token.businessId : token.id;
    principal.expiresAtMs = token.expiresAtMs;
    auto secret = accesswrites::issueToken(context, principal);
    if (!secret)
        return secret;
    const QByteArray hash = sessionstore::hashOf(*secret);
    if (const auto given = sessionstore::giveToApiToken(context.database, hash, token.id); !given)
        return given.error();
    if (isBusiness) {
        const auto kept = businessstore::setTokenHash(context.database, token.businessId, hash, context.nowMs);
        if (!kept)
            return kept.error();
    }
    return secret;
}

/// Whether an owner gets in without this token: by another one that does not end by itself, or by signing in.
Result<bool> ownerGetsIn(WriteContext &context, const ApiTokenRow &without)
{
    const auto tokens = apitokenstore::list(context.database, without.businessId, context.nowMs);
    if (!tokens)
        return tokens.error();
    const bool another = std::any_of(tokens->begin(), tokens->end(), [&without](const ApiTokenRow &token) {
        return token.id != without.id && token.kind == Principal::Kind::Business && token.live &&
               token.expiresAtMs == 0;
    });
    if (another)
        return true;
    const auto staff = staffstore::list(context.database, without.businessId);
    if (!staff)
        return staff.error();
    return std::any_of(staff->begin(), staff->end(), [](const StaffMember &person) {
        return person.role == Role::Owner && person.active && person.hasPassword;
    });
}

} // namespace

Result<WriteOutcome> apitokenwrites::create(WriteContext &context, const QString &name, Principal::Kind kind,
                                            qint64 expiresAtMs)
{
    auto checked = editrules::checkedName(name);
    if (!checked)
        return checked.error();
    const Role role = kind == Principal::Kind::Business ? Role::Owner : Role::Integration;
    if (const auto allowed = accesswrites::checkMayGive(context, role); !allowed)
        return allowed.error();
    if (const auto end = checkEnd(context, expiresAtMs); !end)
        return end.error();
    ApiTokenRow token;
    token.businessId = context.principal.businessId;
    token.name = *checked;
    token.kind = kind;
    token.createdAtMs = context.nowMs;
    token.expiresAtMs = expiresAtMs;
    if (const auto inserted = apitokenstore::insert(context.database, &token); !inserted)
        return inserted.error();
    const auto secret = issue(context, token);
    if (!secret)
        return secret.error();
    auto outcome = note(context, token, QStringLiteral("token.created"), {{QStringLiteral("role"), roleText(role)}});
    if (!outcome)
        return outcome;
    outcome->code = 201;
    outcome->secret = *secret;
    return outcome;
}

Result<WriteOutcome> apitokenwrites::rotate(WriteContext &context, qint64 tokenId, qint64 overlapSeconds,
                                            std::optional<qint64> expiresAtMs)
{
    auto token = ownToken(context, tokenId);
    if (!token)
        return token.error();
    if (overlapSeconds < 0 || overlapSeconds > maxApiTokenOverlapSeconds) {
        return editrules::invalid("overlap_seconds", QStringLiteral("0 to %1 seconds.").arg(maxApiTokenOverlapSeconds));
    }
    if (expiresAtMs)
        token->expiresAtMs = *expiresAtMs;
    if (const auto end = checkEnd(context, token->expiresAtMs); !end)
        return end.error();
    const qint64 oldEndAtMs = context.nowMs + overlapSeconds * 1000;
    if (const auto ended = sessionstore::endApiToken(context.database, tokenId, oldEndAtMs, context.nowMs); !ended)
        return ended.error();
    if (overlapSeconds == 0)
        context.sessionsEnded.insert(token->businessId);
    if (const auto kept = apitokenstore::setExpiry(context.database, *token); !kept)
        return kept.error();
    const auto secret = issue(context, *token);
    if (!secret)
        return secret.error();
    auto outcome =
        note(context, *token, QStringLiteral("token.rotated"), {{QStringLiteral("overlap_seconds"), overlapSeconds}});
    if (!outcome)
        return outcome;
    outcome->code = 201;
    outcome->secret = *secret;
    if (overlapSeconds > 0)
        outcome->values = {oldEndAtMs};
    return outcome;
}

Result<WriteOutcome> apitokenwrites::remove(WriteContext &context, qint64 tokenId)
{
    const auto token = ownToken(context, tokenId);
    if (!token)
        return token.error();
    if (token->kind == Principal::Kind::Business) {
        const auto getsIn = ownerGetsIn(context, *token);
        if (!getsIn)
            return getsIn.error();
        if (!*getsIn) {
            return Error{ErrorCode::StillInUse,
                         QStringLiteral("No owner could come in any more: make another token, or an owner who signs in "
                                        "with a password, first."),
                         {}};
        }
    }
    if (const auto hidden = apitokenstore::hide(context.database, *token, context.nowMs); !hidden)
        return hidden.error();
    const auto ended = sessionstore::endApiToken(context.database, tokenId, context.nowMs, context.nowMs);
    if (!ended)
        return ended.error();
    context.sessionsEnded.insert(token->businessId);
    const auto forgotten = businessstore::forgetApiToken(context.database, token->businessId, tokenId, context.nowMs);
    if (!forgotten)
        return forgotten.error();
    return note(context, *token, QStringLiteral("token.deleted"), {});
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guestservice.h"

#include "models/domain/typedcode.h"
#include "models/hub/accessservice.h"
#include "models/hub/attemptlock.h"
#include "models/hub/businessstore.h"
#include "models/hub/editrules.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/tableservice.h"
#include "models/hub/userstore.h"

namespace oshaq {

namespace {

constexpr quint32 phoneCodes = 1'000'000;
constexpr int phoneCodeDigits = 6;

Result<WriteOutcome> signedIn(WriteContext &context, const UserRow &user, qint64 lifetimeMs, int code)
{
    Principal principal;
    principal.kind = Principal::Kind::Guest;
    principal.role = Role::Guest;
    principal.businessId = user.businessId;
    principal.id = user.id;
    principal.expiresAtMs = context.nowMs + lifetimeMs;
    const auto token = accesswrites::issueToken(context, principal);
    if (!token)
        return token.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Guest;
    outcome.entityId = user.id;
    outcome.code = code;
    outcome.secret = *token;
    outcome.values = {principal.expiresAtMs};
    return outcome;
}

WriteOutcome wrongCode()
{
    // An outcome and not an error: that somebody tried has to be kept.
    WriteOutcome outcome;
    outcome.code = 401;
    return outcome;
}

Result<std::optional<DiningTable>> tableOf(WriteContext &context, const QString &code)
{
    const auto clean = typedcode::clean(code, typedcode::tableBytes);
    if (!clean)
        return std::optional<DiningTable>();
    auto table = tablestore::byCode(context.database, tablestore::codeHash(*clean));
    if (table && table->has_value() && (*table)->codeExpiresAtMs <= context.nowMs)
        return std::optional<DiningTable>();
    return table;
}

} // namespace

HashCost phoneCodeCost()
{
    return {1, size_t{4} * 1024 * 1024};
}

QString makePhoneCode()
{
    return QStringLiteral("%1").arg(secrethash::randomBelow(phoneCodes), phoneCodeDigits, 10, QLatin1Char('0'));
}

Result<WriteOutcome> guestwrites::byTableCode(WriteContext &context, const QString &code, const QString &name,
                                              const QString &phone, const QString &address)
{
    // A code that is no table's is no business's either: who tries them is counted with the first one.
    const auto counting = businessstore::first(context.database);
    if (!counting)
        return counting.error();
    if (*counting == 0)
        return wrongCode();
    const QByteArray subject = attemptlock::subject(QStringLiteral("table code from:") + address);
    if (const auto begun = attemptlock::begin(context.database, *counting, {subject}, context.nowMs); !begun)
        return begun.error();
    const auto table = tableOf(context, code);
    if (!table)
        return table.error();
    if (!table->has_value())
        return wrongCode();
    if (const auto back = attemptlock::takeBack(context.database, *counting, subject, context.nowMs); !back)
        return back.error();
    if ((*table)->guests >= maxGuestsPerCode) {
        return Error{ErrorCode::RateLimited,
                     QStringLiteral("As many guests as a table takes came by this code; ask for a new one."),
                     {}};
    }
    UserRow user;
    user.businessId = (*table)->businessId;
    user.name = name.trimmed();
    user.phone = phone.trimmed();
    user.tableId = (*table)->id;
    if (const auto inserted = userstore::insert(context.database, &user, context.nowMs); !inserted)
        return inserted.error();
    if (const auto counted = tablestore::countGuest(context.database, (*table)->id, context.nowMs); !counted)
        return counted.error();
    return signedIn(context, user, tableGuestTokenMs, 201);
}

Result<WriteOutcome> guestwrites::keepPhoneCode(WriteContext &context, qint64 businessId, const QString &phone,
                                                const QString &codeHash, const QString &address)
{
    const auto counted = phonecodestore::countRequest(context.database, businessId, phone, address, context.nowMs);
    if (!counted)
        return counted.error();
    if (const auto kept = phonecodestore::set(context.database, businessId, phone, codeHash, context.nowMs); !kept)
        return kept.error();
    return WriteOutcome{};
}

Result<WriteOutcome> guestwrites::countPhoneTry(WriteContext &context, qint64 businessId, const QString &phone)
{
    const auto counted = phonecodestore::countTry(context.database, businessId, phone, context.nowMs);
    if (!counted)
        return counted.error();
    WriteOutcome outcome;
    outcome.values = {*counted ? 1 : 0};
    return outcome;
}

Result<WriteOutcome> guestwrites::byPhoneCode(WriteContext &context, qint64 businessId, const QString &phone,
                                              const QString &codeHash, const QString &name)
{
    const auto taken = phonecodestore::take(context.database, businessId, phone, codeHash, context.nowMs);
    if (!taken)
        return taken.error();
    if (!*taken)
        return Error{ErrorCode::CredentialsWrong, QStringLiteral("This code is not right, or not any more."), {}};
    const auto known = userstore::byVerifiedPhone(context.database, businessId, phone);
    if (!known)
        return known.error();
    UserRow user = known->value_or(UserRow{0, businessId});
    const bool isNamed = !user.name.isEmpty() || name.trimmed().isEmpty();
    if (!isNamed)
        user.name = name.trimmed();
    if (!known->has_value()) {
        user.phone = phone;
        user.phoneVerified = true;
        if (const auto inserted = userstore::insert(context.database, &user, context.nowMs); !inserted)
            return inserted.error();
    } else if (!isNamed) {
        if (const auto updated = userstore::update(context.database, user, context.nowMs); !updated)
            return updated.error();
    }
    return signedIn(context, user, guestTokenLifetimeMs, 200);
}

Result<QString> guestreads::matchPhoneCode(sql::Database &database, qint64 businessId, const QString &phone,
                                           const QString &code, qint64 nowMs)
{
    const auto stored = phonecodestore::hashOf(database, businessId, phone, nowMs);
    if (!stored)
        return stored.error();
    return secrethash::matches(*stored, code, phoneCodeCost()) ? *stored : QString();
}

} // namespace oshaq

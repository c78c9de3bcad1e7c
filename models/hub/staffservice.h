// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/secrethash.h"
#include "models/hub/staffstore.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// What is left out stays as it is.
struct StaffEdit
{
    std::optional<QString> name;
    std::optional<Role> role;
    std::optional<QString> login; ///< empty: none
    std::optional<std::optional<qint64>> stationId;
    std::optional<bool> active;
};

/// Changes of who works here. A manager deals with kitchen, counter and couriers, and with their own PIN and password;
/// owners deal with everybody, and one of them stays. Whoever loses a right loses their sessions with it.
namespace staffwrites {

Result<WriteOutcome> create(WriteContext &context, const StaffEdit &edit);
Result<WriteOutcome> edit(WriteContext &context, qint64 staffId, const StaffEdit &edit, std::optional<qint64> version);
Result<WriteOutcome> remove(WriteContext &context, qint64 staffId, std::optional<qint64> version);

/// By secrethash, made before on a worker; an empty one takes it away. Ends the sessions of that person.
Result<WriteOutcome> setPin(WriteContext &context, qint64 staffId, const QByteArray &pinHash);
Result<WriteOutcome> setPassword(WriteContext &context, qint64 staffId, const QString &passwordHash);

/// A second factor that counts when confirmTotp() has seen a code of it. The caller's password was checked before.
Result<WriteOutcome> beginTotp(WriteContext &context, const QByteArray &secret);
Result<WriteOutcome> confirmTotp(WriteContext &context, const QString &code);
Result<WriteOutcome> removeTotp(WriteContext &context);

} // namespace staffwrites

namespace staffreads {

/// By name.
Result<std::vector<StaffMember>> list(sql::Database &database, qint64 businessId);
Result<StaffMember> one(sql::Database &database, qint64 businessId, qint64 staffId);
/// As setPin() takes it. On a worker: slow.
Result<QByteArray> pinHash(sql::Database &database, qint64 businessId, const QString &pin, const HashCost &cost);

/// Forbidden when this caller may not deal with that person.
Result<void> checkMayManage(const Principal &who, const StaffMember &staff, bool ownSecrets = false);

} // namespace staffreads

} // namespace oshaq

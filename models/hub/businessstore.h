// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <vector>

namespace oshaq::businessstore {

/// NotFound when there is no such business.
Result<Business> find(sql::Database &database, qint64 businessId);
/// By id, at most `limit`.
Result<std::vector<Business>> list(sql::Database &database, int limit);
/// Sets business.id.
Result<void> insert(sql::Database &database, Business *business, qint64 nowMs);
/// Everything but the id as `business` says.
Result<void> update(sql::Database &database, const Business &business, qint64 nowMs);
/// The hash of the business token that is valid now; empty: none.
Result<void> setTokenHash(sql::Database &database, qint64 businessId, const QByteArray &tokenHash, qint64 nowMs);

/// Clears the token column when it is the token of this session.
Result<void> forgetToken(sql::Database &database, qint64 businessId, qint64 sessionId, qint64 nowMs);
/// Of the business that was here first: where attempts count that name none. 0: there is none.
Result<qint64> first(sql::Database &database);
/// As forgetToken() when it is one of an API token's.
Result<void> forgetApiToken(sql::Database &database, qint64 businessId, qint64 apiTokenId, qint64 nowMs);

/// SHA-256 of the non-personal fields, for the journal.
QByteArray digest(const Business &business);

} // namespace oshaq::businessstore

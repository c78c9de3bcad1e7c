// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/hub/principal.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

/// A token of the business itself or of another program, under the name that somebody gave it. The secret is a
/// session's: while a rotation overlaps, there are two.
struct ApiTokenRow
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    Principal::Kind kind = Principal::Kind::Integration; ///< or Business, which acts as owner
    qint64 createdAtMs = 0;
    qint64 expiresAtMs = 0; ///< 0: does not expire
    bool live = true;       ///< a session of it was neither revoked nor expired; when read
};

/// The table `api_tokens`. Those that went are invisible here.
namespace apitokenstore {

Result<ApiTokenRow> find(sql::Database &database, qint64 businessId, qint64 tokenId, qint64 nowMs);
/// Of a business, by id.
Result<std::vector<ApiTokenRow>> list(sql::Database &database, qint64 businessId, qint64 nowMs);
/// Sets id.
Result<void> insert(sql::Database &database, ApiTokenRow *token);
Result<void> setExpiry(sql::Database &database, const ApiTokenRow &token);
Result<void> hide(sql::Database &database, const ApiTokenRow &token, qint64 nowMs);

/// SHA-256 of the row, for the journal.
QByteArray digest(const ApiTokenRow &token);

} // namespace apitokenstore

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/role.h"
#include "models/domain/terminalrecord.h"
#include "models/hub/screenboard.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Terminals that went are invisible here.
namespace terminalstore {

Result<TerminalRecord> find(sql::Database &database, qint64 businessId, qint64 terminalId);
/// Of a business, by id.
Result<std::vector<TerminalRecord>> list(sql::Database &database, qint64 businessId);
/// Which of these terminals exist.
Result<std::vector<qint64>> existing(sql::Database &database, qint64 businessId, const std::vector<qint64> &ids);
/// Sets id and the next free letter: B to Z, then AA, AB and so on; those of terminals that went are not free.
Result<void> insert(sql::Database &database, TerminalRecord *terminal, qint64 nowMs);

/// Name, role, station and version.
Result<void> update(sql::Database &database, const TerminalRecord &terminal, qint64 nowMs);
Result<void> hide(sql::Database &database, const TerminalRecord &terminal, qint64 nowMs);

/// Of a business, by id, with when each was last heard of.
Result<std::vector<KeptScreen>> keptScreens(sql::Database &database, qint64 businessId);
/// It was heard of just now. No edit: neither version nor time of change move, and nothing is journalled.
Result<void> markSeen(sql::Database &database, qint64 terminalId, qint64 nowMs, const QString &programVersion,
                      const QString &address);

/// SHA-256 of the fields that name no person (a terminal may be called after one), for the journal.
QByteArray digest(const TerminalRecord &terminal);

} // namespace terminalstore

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace oshaq::test {

struct ExplainedStatement
{
    QString sql;
    QStringList plan; ///< EXPLAIN QUERY PLAN, a line each
};

/// The plans of all statements that the connection keeps prepared: the real ones, not copies in a test.
QList<ExplainedStatement> preparedStatements(const sql::Database &database);

/// Why the statement takes longer the more history there is; empty: it does not. It may look for rows by an index, walk
/// an index that only what is open is in, or take the first or last row of one. It may not walk a table that grows with
/// every order, nor all that a business has of it, nor sort it, nor make an index of its own.
QString growthProblem(const ExplainedStatement &statement);

} // namespace oshaq::test

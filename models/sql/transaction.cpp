// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/transaction.h"

namespace oshaq::sql {

namespace {

// Savepoints nest by position, so one name serves them all and the statements stay prepared.
QString savepointSql()
{
    return QStringLiteral("SAVEPOINT oshaq");
}
QString releaseSql()
{
    return QStringLiteral("RELEASE SAVEPOINT oshaq");
}
QString rollbackToSql()
{
    return QStringLiteral("ROLLBACK TO SAVEPOINT oshaq");
}

} // namespace

Result<std::unique_ptr<Transaction>> Transaction::begin(Database &database, Kind kind)
{
    if (auto begun = database.run(kind == Kind::Immediate ? dialect::beginWrite() : dialect::beginRead()); !begun)
        return begun.error();
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    rollback();
}

Result<void> Transaction::commit()
{
    if (!m_open)
        return Error{ErrorCode::Internal, QStringLiteral("the transaction has ended already"), {}};
    if (auto committed = m_database.run(QStringLiteral("COMMIT")); !committed)
        return committed;
    m_open = false;
    return {};
}

void Transaction::rollback()
{
    if (!m_open)
        return;
    m_open = false;
    if (!m_database.isAutocommit()) // an error may have ended it already
        static_cast<void>(m_database.run(QStringLiteral("ROLLBACK")));
}

Result<std::unique_ptr<Savepoint>> Savepoint::begin(Database &database)
{
    // Outside a transaction a savepoint would be one itself, deferred and committed by its release.
    if (database.isAutocommit())
        return Error{ErrorCode::Internal, QStringLiteral("a savepoint needs a transaction"), {}};
    if (auto begun = database.run(savepointSql()); !begun)
        return begun.error();
    return std::unique_ptr<Savepoint>(new Savepoint(database));
}

Savepoint::~Savepoint()
{
    if (m_open)
        static_cast<void>(rollback());
}

Result<void> Savepoint::release()
{
    if (!m_open)
        return Error{ErrorCode::Internal, QStringLiteral("the savepoint has ended already"), {}};
    if (auto released = m_database.run(releaseSql()); !released)
        return released;
    m_open = false;
    return {};
}

Result<void> Savepoint::rollback()
{
    if (!m_open)
        return {};
    m_open = false;
    if (m_database.isAutocommit())
        return {}; // it went with its transaction
    if (auto rolledBack = m_database.run(rollbackToSql()); !rolledBack)
        return rolledBack;
    return m_database.run(releaseSql()); // ROLLBACK TO leaves it open
}

} // namespace oshaq::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"

#include <QSqlError>
#include <QSqlResult>

#include <sqlite3.h>

#include <limits>
#include <utility>

namespace oshaq::sql {

namespace {

/// Puts a value into the form that the driver binds exactly; false for a type or a number that has none.
/// The driver would turn the types it does not know into text, and a null QString into NULL.
bool toBindable(const QVariant &value, QVariant *bindable)
{
    if (!value.isValid()) {
        *bindable = value;
        return true;
    }
    switch (value.typeId()) {
    case QMetaType::QString:
        *bindable = value.toString().isNull() ? QVariant(QStringLiteral("")) : value;
        return true;
    case QMetaType::QByteArray:
        *bindable = value.toByteArray().isNull() ? QVariant(QByteArray("", 0)) : value;
        return true;
    case QMetaType::LongLong:
    case QMetaType::Int:
    case QMetaType::Bool:
    case QMetaType::Double:
        *bindable = value;
        return true;
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Char:
    case QMetaType::SChar:
    case QMetaType::UChar:
        *bindable = value.toLongLong();
        return true;
    case QMetaType::ULong:
    case QMetaType::ULongLong:
        if (value.toULongLong() > quint64(std::numeric_limits<qint64>::max()))
            return false;
        *bindable = value.toLongLong();
        return true;
    case QMetaType::Nullptr:
        *bindable = QVariant();
        return true;
    default:
        return false;
    }
}

int parameterCount(const QSqlQuery &query)
{
    const QVariant handle = query.result()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3_stmt*") != 0)
        return -1;
    return sqlite3_bind_parameter_count(*static_cast<sqlite3_stmt *const *>(handle.constData()));
}

} // namespace

Statement::Statement(Database *database, std::unique_ptr<QSqlQuery> query, QString sql)
    : m_database(database)
    , m_query(std::move(query))
    , m_sql(std::move(sql))
{
    ++m_database->m_borrowed;
}

Statement::Statement(Statement &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_query(std::move(other.m_query))
    , m_sql(std::move(other.m_sql))
    , m_failed(other.m_failed)
{}

Statement::~Statement()
{
    if (!m_database)
        return;
    Q_ASSERT_X(m_database->isOwnThread(), "Statement", "destroyed on another thread");
    --m_database->m_borrowed;
    m_query->finish();
    if (!m_failed) // Qt may have finalized it; preparing again is cheap and rare
        m_database->giveBack(m_sql, std::move(m_query));
}

Result<void> Statement::exec(const QVariantList &values)
{
    if (!m_database->isOwnThread())
        return m_database->wrongThread();
    m_failed = false;
    m_query->finish();
    // Qt would silently take the missing values from the execution before.
    if (const int wanted = parameterCount(*m_query); wanted != values.size()) {
        m_failed = true;
        return Error{ErrorCode::Internal,
                     QStringLiteral("%1 values for %2 parameters [%3]")
                         .arg(QString::number(values.size()), QString::number(wanted), m_sql.simplified().left(120)),
                     {}};
    }
    QVariant bindable;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!toBindable(values[i], &bindable)) {
            return Error{ErrorCode::Internal,
                         QStringLiteral("value %1 of type %2 cannot be bound [%3]")
                             .arg(QString::number(i + 1), QString::fromLatin1(values[i].typeName()),
                                  m_sql.simplified().left(120)),
                         {}};
        }
        m_query->bindValue(int(i), bindable);
    }
    if (!m_query->exec()) {
        m_failed = true;
        return m_database->fail(m_query->lastError(), m_sql);
    }
    return {};
}

bool Statement::next()
{
    Q_ASSERT(m_database->isOwnThread());
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid()) {
        m_failed = true;
        static_cast<void>(m_database->fail(m_query->lastError(), m_sql)); // kept in lastErrorCode()
    }
    return false;
}

qint64 Statement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Statement::lastInsertId() const
{
    return m_query->lastInsertId().toLongLong();
}

int Statement::rowsAffected() const
{
    return m_query->numRowsAffected();
}

void Statement::finish()
{
    m_query->finish();
}

} // namespace oshaq::sql

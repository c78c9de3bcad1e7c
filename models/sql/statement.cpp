// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"

#include <QStringEncoder>

#include <sqlite3.h>

#include <array>
#include <limits>
#include <utility>

namespace oshaq::sql {

namespace {

/// Most texts of a row fit: what is bound is copied by SQLite, and needs no memory of its own before that.
constexpr std::size_t shortText = 256;

int bindText(sqlite3_stmt *statement, int at, const QString &text)
{
    if (text.isEmpty())
        return sqlite3_bind_text(statement, at, "", 0, SQLITE_STATIC); // never NULL
    std::array<char, 3 * shortText> buffer;
    if (std::size_t(text.size()) > shortText) {
        const QByteArray utf8 = text.toUtf8();
        return sqlite3_bind_text64(statement, at, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    }
    QStringEncoder encoder(QStringEncoder::Utf8);
    const char *end = encoder.appendToBuffer(buffer.data(), text);
    return sqlite3_bind_text(statement, at, buffer.data(), int(end - buffer.data()), SQLITE_TRANSIENT);
}

int bindBytes(sqlite3_stmt *statement, int at, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return sqlite3_bind_zeroblob(statement, at, 0); // never NULL
    return sqlite3_bind_blob64(statement, at, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
}

/// False for a type or a number that has no exact form; `code` is what SQLite said of the others.
bool bind(sqlite3_stmt *statement, int at, const QVariant &value, int *code)
{
    switch (value.isValid() ? value.typeId() : int(QMetaType::Nullptr)) {
    case QMetaType::Nullptr:
        *code = sqlite3_bind_null(statement, at);
        return true;
    case QMetaType::QString:
        *code = bindText(statement, at, *static_cast<const QString *>(value.constData()));
        return true;
    case QMetaType::QByteArray:
        *code = bindBytes(statement, at, *static_cast<const QByteArray *>(value.constData()));
        return true;
    case QMetaType::Double:
        *code = sqlite3_bind_double(statement, at, value.toDouble());
        return true;
    case QMetaType::ULong:
    case QMetaType::ULongLong:
        if (value.toULongLong() > quint64(std::numeric_limits<qint64>::max()))
            return false;
        break;
    case QMetaType::LongLong:
    case QMetaType::Int:
    case QMetaType::Bool:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Char:
    case QMetaType::SChar:
    case QMetaType::UChar:
        break;
    default:
        return false;
    }
    *code = sqlite3_bind_int64(statement, at, value.toLongLong());
    return true;
}

} // namespace

void Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(Database *database, Prepared prepared, std::shared_ptr<Slot> slot)
    : m_database(database)
    , m_prepared(std::move(prepared))
    , m_slot(std::move(slot))
{
    ++m_database->m_borrowed;
}

Statement::Statement(Statement &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_prepared(std::move(other.m_prepared))
    , m_slot(std::move(other.m_slot))
    , m_failed(other.m_failed)
    , m_row(other.m_row)
{}

Statement::~Statement()
{
    if (!m_database)
        return;
    Q_ASSERT_X(m_database->isOwnThread(), "Statement", "destroyed on another thread");
    --m_database->m_borrowed;
    finish();
    sqlite3_clear_bindings(m_prepared.get()); // what was bound may be large, or secret
    if (!m_failed && !m_slot->prepared)       // else a nested use of the same text came back first
        m_slot->prepared = std::move(m_prepared);
}

Result<void> Statement::exec(const QVariantList &values)
{
    if (!m_database->isOwnThread())
        return m_database->wrongThread();
    m_failed = false;
    finish();
    // SQLite would silently take the missing values from the execution before.
    if (const int wanted = sqlite3_bind_parameter_count(m_prepared.get()); wanted != values.size()) {
        m_failed = true;
        return Error{
            ErrorCode::Internal,
            QStringLiteral("%1 values for %2 parameters [%3]")
                .arg(QString::number(values.size()), QString::number(wanted), m_slot->sql.simplified().left(120)),
            {}};
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        int code = SQLITE_OK;
        if (!bind(m_prepared.get(), int(i) + 1, values[i], &code)) {
            return Error{ErrorCode::Internal,
                         QStringLiteral("value %1 of type %2 cannot be bound [%3]")
                             .arg(QString::number(i + 1), QString::fromLatin1(values[i].typeName()),
                                  m_slot->sql.simplified().left(120)),
                         {}};
        }
        if (code != SQLITE_OK) {
            m_failed = true;
            return m_database->fail(m_slot->sql);
        }
    }
    // What changes rows changes them now, also when nobody asks for a row.
    if (!step())
        return m_database->fail(m_slot->sql);
    return {};
}

/// False: it failed.
bool Statement::step()
{
    const auto began = std::chrono::steady_clock::now();
    const int code = sqlite3_step(m_prepared.get());
    m_database->m_spent += std::chrono::steady_clock::now() - began;
    m_row = code == SQLITE_ROW ? Row::Waiting : Row::None;
    m_failed = code != SQLITE_ROW && code != SQLITE_DONE;
    return !m_failed;
}

bool Statement::next()
{
    Q_ASSERT(m_database->isOwnThread());
    if (m_row == Row::Current && !step())
        static_cast<void>(m_database->fail(m_slot->sql)); // kept in lastErrorCode()
    if (m_row != Row::Waiting)
        return false;
    m_row = Row::Current;
    return true;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared.get(), column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared.get(), column) == SQLITE_NULL;
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_prepared.get(), column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_prepared.get(), column)) : QString();
}

QByteArray Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_prepared.get(), column));
    const int size = sqlite3_column_bytes(m_prepared.get(), column);
    return bytes ? QByteArray(bytes, size) : isNull(column) ? QByteArray() : QByteArray("", 0);
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_prepared.get()));
}

int Statement::rowsAffected() const
{
    return sqlite3_changes(sqlite3_db_handle(m_prepared.get()));
}

void Statement::finish()
{
    sqlite3_reset(m_prepared.get());
    m_row = Row::None;
}

} // namespace oshaq::sql

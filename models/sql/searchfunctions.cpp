// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/searchfunctions.h"

#include "models/domain/searchtext.h"

#include <QByteArray>

#include <sqlite3.h>

namespace oshaq::sql {

namespace {

template <QString (*Function)(const QString &)> void apply(sqlite3_context *context, int, sqlite3_value **values)
{
    const unsigned char *text = sqlite3_value_text(values[0]);
    if (!text)
        return sqlite3_result_null(context);
    const int bytes = sqlite3_value_bytes(values[0]);
    const QByteArray result = Function(QString::fromUtf8(reinterpret_cast<const char *>(text), bytes)).toUtf8();
    sqlite3_result_text64(context, result.constData(), sqlite3_uint64(result.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

Result<void> addSearchFunctions(sqlite3 *connection)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto add = [connection](const char *name, void (*function)(sqlite3_context *, int, sqlite3_value **)) {
        return sqlite3_create_function_v2(connection, name, 1, flags, nullptr, function, nullptr, nullptr, nullptr) ==
               SQLITE_OK;
    };
    if (add("oshaq_fold", apply<foldForSearch>) && add("oshaq_digits", apply<phoneDigits>))
        return {};
    return Error{
        ErrorCode::StorageUnavailable, QStringLiteral("SQLite does not take the functions of text search"), {}};
}

} // namespace oshaq::sql

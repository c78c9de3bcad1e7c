// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/fieldfunctions.h"

#include <sqlite3.h>

namespace oshaq::sql {

namespace {

using KeysPtr = std::shared_ptr<FieldKeys>;

QByteArray bytesOf(sqlite3_value *value)
{
    const void *bytes = sqlite3_value_blob(value);
    return bytes ? QByteArray(static_cast<const char *>(bytes), sqlite3_value_bytes(value)) : QByteArray("");
}

FieldKeys::Form formOf(sqlite3_value *value)
{
    return sqlite3_value_type(value) == SQLITE_BLOB ? FieldKeys::Form::Bytes : FieldKeys::Form::Text;
}

void answer(sqlite3_context *context, const QByteArray &bytes, FieldKeys::Form form)
{
    if (form == FieldKeys::Form::Bytes)
        sqlite3_result_blob64(context, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
    else
        sqlite3_result_text64(context, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void fail(sqlite3_context *context, const QString &message)
{
    sqlite3_result_error(context, qUtf8Printable(message), -1);
}

/// Null, with the error said, when this connection has none.
FieldKeys *keysOf(sqlite3_context *context)
{
    const auto &keys = *static_cast<KeysPtr *>(sqlite3_user_data(context));
    if (!keys)
        fail(context, QStringLiteral("this connection was opened without the keys of personal fields"));
    return keys.get();
}

/// NULL stays NULL and nothing stays nothing, keys or none.
bool isNothing(sqlite3_context *context, sqlite3_value *value)
{
    if (sqlite3_value_type(value) != SQLITE_NULL && sqlite3_value_bytes(value) > 0)
        return false;
    sqlite3_result_value(context, value);
    return true;
}

void seal(sqlite3_context *context, int, sqlite3_value **values)
{
    if (isNothing(context, values[1]))
        return;
    FieldKeys *keys = keysOf(context);
    if (!keys)
        return;
    const auto form = formOf(values[1]);
    const auto sealed = keys->seal(bytesOf(values[0]), bytesOf(values[1]), form);
    if (!sealed)
        return fail(context, sealed.error().message);
    answer(context, *sealed, form);
}

void open(sqlite3_context *context, int, sqlite3_value **values)
{
    if (isNothing(context, values[1]))
        return;
    FieldKeys *keys = keysOf(context);
    if (!keys)
        return;
    const auto form = formOf(values[1]);
    answer(context, keys->open(bytesOf(values[0]), bytesOf(values[1]), form).value_or(QByteArray("")), form);
}

void reseal(sqlite3_context *context, int, sqlite3_value **values)
{
    if (isNothing(context, values[1]))
        return;
    FieldKeys *keys = keysOf(context);
    if (!keys)
        return;
    const auto form = formOf(values[1]);
    const QByteArray label = bytesOf(values[0]);
    const auto plain = keys->open(label, bytesOf(values[1]), form);
    if (!plain)
        return sqlite3_result_value(context, values[1]);
    const auto sealed = keys->seal(label, *plain, form);
    if (!sealed)
        return fail(context, sealed.error().message);
    answer(context, *sealed, form);
}

void isCurrent(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_bytes(values[0]) == 0)
        return sqlite3_result_int(context, 1);
    FieldKeys *keys = keysOf(context);
    if (!keys)
        return;
    const auto current = keys->isCurrent(bytesOf(values[0]), formOf(values[0]));
    if (!current)
        return fail(context, current.error().message);
    sqlite3_result_int(context, *current ? 1 : 0);
}

void findBy(sqlite3_context *context, sqlite3_value **values, bool before)
{
    if (sqlite3_value_type(values[2]) == SQLITE_NULL || sqlite3_value_bytes(values[2]) == 0)
        return answer(context, QByteArray(""), FieldKeys::Form::Bytes);
    FieldKeys *keys = keysOf(context);
    if (!keys)
        return;
    const QByteArray purpose = bytesOf(values[0]) + ':' + QByteArray::number(sqlite3_value_int64(values[1]));
    const auto index = keys->index(purpose, bytesOf(values[2]), before);
    if (!index)
        return fail(context, index.error().message);
    answer(context, *index, FieldKeys::Form::Bytes);
}

void index(sqlite3_context *context, int, sqlite3_value **values)
{
    findBy(context, values, false);
}

void indexBefore(sqlite3_context *context, int, sqlite3_value **values)
{
    findBy(context, values, true);
}

} // namespace

Result<void> addFieldFunctions(sqlite3 *connection, const std::shared_ptr<FieldKeys> &keys)
{
    struct Function
    {
        const char *name;
        int values;
        /// For the length of one statement the keys are what they are: what is looked for is computed once.
        bool isConstant;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
    };
    constexpr Function functions[] = {
        {"oshaq_seal", 2, false, seal},     {"oshaq_open", 2, true, open},
        {"oshaq_reseal", 2, false, reseal}, {"oshaq_is_current", 1, true, isCurrent},
        {"oshaq_index", 3, true, index},    {"oshaq_index_before", 3, true, indexBefore},
    };
    for (const Function &one : functions) {
        // Not SQLITE_INNOCUOUS: no view or trigger of a file that somebody prepared may open what is sealed.
        const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY | (one.isConstant ? SQLITE_DETERMINISTIC : 0);
        if (sqlite3_create_function_v2(connection, one.name, one.values, flags, new KeysPtr(keys), one.function,
                                       nullptr, nullptr,
                                       [](void *held) { delete static_cast<KeysPtr *>(held); }) != SQLITE_OK) {
            return Error{ErrorCode::StorageUnavailable,
                         QStringLiteral("SQLite does not take the functions of personal fields"),
                         {}};
        }
    }
    return {};
}

} // namespace oshaq::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/invoicenumbers.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

Result<qint64> invoicenumbers::next(sql::Database &database, qint64 businessId)
{
    auto row = database.query(QStringLiteral("INSERT INTO invoice_numbers (business_id, last) VALUES (?, 1)"
                                             " ON CONFLICT (business_id) DO UPDATE SET last = last + 1 RETURNING last"),
                              {businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::Internal, QStringLiteral("No invoice number was made."), {}};
    const qint64 number = row->integer(0);
    while (row->next()) {
    } // an undrained RETURNING would make the commit fail
    return number;
}

Result<void> invoicenumbers::leaveOut(sql::Database &database)
{
    auto table = database.query(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'invoice_numbers'"));
    if (!table)
        return table.error();
    const auto exists = hubsql::nextRow(*table);
    if (!exists)
        return exists.error();
    if (!*exists)
        return {}; // a copy of a version that told no bank anything
    table->finish();
    // A business that has told a bank nothing yet may have done so where nobody can look any more.
    return database.run(
        QStringLiteral("INSERT INTO invoice_numbers (business_id, last) SELECT business_id, ? FROM businesses"
                       " WHERE true ON CONFLICT (business_id) DO UPDATE SET last = last + ?"),
        {jump, jump});
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
//
// CSV files from anywhere: never a crash, and every row that is called sound is as wide as the header.

#include "sync/protocol/csv.h"

#include <cstdint>
#include <cstdlib>

using namespace oshaq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const CsvTable table = parseCsv(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    for (const CsvRow &row : table.rows) {
        if (row.fields.size() != table.header.size() || row.line < 1)
            std::abort();
        // What we write of it is what we read again.
        QByteArray bytes("h");
        for (qsizetype i = 1; i < row.fields.size(); ++i)
            bytes += ",h";
        bytes += "\r\n";
        writeCsvRow(bytes, row.fields);
        const CsvTable again = parseCsv(bytes);
        if (again.rows.size() != 1 || again.rows.front().fields.size() != row.fields.size())
            std::abort();
        for (qsizetype i = 0; i < row.fields.size(); ++i) {
            if (csvUnsafe(again.rows.front().fields.at(i)) != row.fields.at(i))
                std::abort();
        }
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/csv.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// One line of an order as a file tells it.
struct HistoricLine
{
    int fileLine = 0;
    QString externalId;     ///< of the item; may be empty
    QString name;           ///< of the item; may be empty
    qint64 quantity = 1000; ///< thousandths
};

struct HistoricOrder
{
    QString id;                 ///< as the file writes it; "line 12" where the file has no order column
    std::optional<qint64> atMs; ///< on the file's own clock, read as if it were UTC: only gaps matter
    std::vector<HistoricLine> lines;
    int linesWithoutItem = 0; ///< rows whose item is empty or NULL
};

/// What a file of orders holds, oldest order first.
struct OrderHistory
{
    std::vector<HistoricOrder> orders; ///< also those of which no line is usable
    int rows = 0;
    bool timed = false;
    QStringList ignoredColumns;
    std::vector<FileProblem> problems; ///< rows that are not used
    bool usable = true;                ///< false: the columns do not fit; `problems` says how
};

/// Fields: order, item (the menu's external id), name (of the item), quantity, and the time as unix (seconds),
/// datetime, or date and time. Rows of one order are grouped, also when they are apart. Dates are D/MM/YYYY, YYYY-MM-DD
/// or YYYY/M/D, times HH:MM[:SS[.mmm]] with or without AM/PM.
OrderHistory readOrders(const CsvTable &table, const QMap<QString, QString> &wishes);

/// Milliseconds since 1970 of the file's own clock, or nothing. `time` may be empty.
std::optional<qint64> historicTime(const QString &date, const QString &time);

} // namespace oshaq

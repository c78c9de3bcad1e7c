// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/protocol/csv.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A file of past orders may be so long: years of a busy restaurant.
inline constexpr qint64 maxOrdersBytes = 512'000'000;

/// One line of an order as a file tells it.
struct HistoricLine
{
    int fileLine = 0;
    QString externalId;     ///< of the item; may be empty
    QString name;           ///< of the item; may be empty
    qint64 quantity = 1000; ///< thousandths
    QString price;          ///< of one, as the file writes it; may be empty
    QString total;          ///< of the line, likewise
    QString options;        ///< likewise
};

struct HistoricOrder
{
    QString id;                 ///< as the file writes it; "line 12" where the file has no order column
    std::optional<qint64> atMs; ///< on the file's own clock, read as if it were UTC: only gaps matter
    std::vector<HistoricLine> lines;
    int linesWithoutItem = 0; ///< rows whose item is empty or NULL
    int fileLine = 0;         ///< where it begins
    bool damaged = false;     ///< one of its rows is among the problems
    QString covers;           ///< as the first of its rows writes it, like the following ones
    QString fulfilment;
    QString table;
    QString paid; ///< an amount, likewise
    QString paymentMethod;
    QString tip; ///< an amount
};

/// What a file of orders holds, oldest order first.
struct HistoryFile
{
    std::vector<HistoricOrder> orders; ///< also those of which no line is usable
    int rows = 0;
    bool timed = false;
    bool priced = false; ///< there is a column of prices or of totals
    bool isUtc = false;  ///< the times are an epoch's, not a wall clock's
    QStringList ignoredColumns;
    std::vector<FileProblem> problems; ///< rows that are not used
    bool usable = true;                ///< false: the columns do not fit; `problems` says how
};

/// In which order a date of the form 1/2/2015 is written.
enum class DateOrder
{
    DayFirst,
    MonthFirst
};

/// Fields: order, item (the menu's external id), name (of the item), quantity, price (of one) or total (of the line),
/// options, covers, fulfilment, table, paid, payment_method, tip, and the time as unix (seconds), datetime, or date and
/// time. Rows of one order are grouped, also when they are apart. Dates are D/MM/YYYY, YYYY-MM-DD or YYYY/M/D, times
/// HH:MM[:SS[.mmm]] with or without AM/PM.
HistoryFile readOrders(const CsvTable &table, const QMap<QString, QString> &wishes,
                       DateOrder dateOrder = DateOrder::DayFirst);

/// How the dates of this file are written, as far as they tell. ValidationFailed when they contradict each other.
/// Nothing: every one of them can be read both ways.
Result<std::optional<DateOrder>> dateOrderOf(const CsvTable &table, const QMap<QString, QString> &wishes);

/// The columns of `other` beside those of `table`, row by row where the two key columns hold the same text; rows
/// without a partner get empty fields, and columns that are there already are left out. ValidationFailed when there is
/// no such column, or two rows of `other` have the same key.
Result<CsvTable> joinTables(const CsvTable &table, const CsvTable &other, const QString &key, const QString &otherKey);

/// Milliseconds since 1970 of the file's own clock, or nothing. `time` may be empty.
std::optional<qint64> historicTime(const QString &date, const QString &time, DateOrder dateOrder = DateOrder::DayFirst);

} // namespace oshaq

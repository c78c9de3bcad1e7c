// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/dayend.h"
#include "models/domain/dayendfigures.h"
#include "models/domain/orderpaper.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq {

/// One cell: what it holds decides how each format writes it.
struct ReportCell
{
    enum class Type
    {
        Empty,
        Text,
        Number,
        Money,   ///< minor units
        Quantity ///< thousandths
    };
    Type type = Type::Empty;
    QString text;
    qint64 number = 0;

    static ReportCell ofText(QString text) { return {Type::Text, std::move(text), 0}; }
    static ReportCell ofNumber(qint64 number) { return {Type::Number, {}, number}; }
    static ReportCell ofMoney(qint64 minor) { return {Type::Money, {}, minor}; }
    static ReportCell ofQuantity(qint64 thousandths) { return {Type::Quantity, {}, thousandths}; }
};

/// A table with a title.
struct ReportSection
{
    QString title;
    QStringList columns;
    std::vector<std::vector<ReportCell>> rows; ///< each as wide as `columns`
};

/// A report as every format writes it: the same figures, whichever is asked for.
struct Report
{
    QString title;
    QString subtitle;
    Currency currency;
    std::vector<ReportSection> sections;
};

/// Titles and columns are in `language`; amounts and days are the same characters in every one.
Report salesReport(const Analytics &analytics, const Business &business, const PaperLanguage &language);
/// A kept day-end report: what was sold and taken, and the seal of the journal.
Report dayEndReport(const DayEnd &dayEnd, const DayEndFigures &figures, const PaperLanguage &language);

/// Exact, without thousands separators; empty for an empty cell.
QString cellText(const ReportCell &cell, const Currency &currency);

QByteArray reportJson(const Report &report);
/// One section under the other, for a spreadsheet.
QByteArray reportCsv(const Report &report);

} // namespace oshaq

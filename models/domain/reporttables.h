// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QString>
#include <QStringList>

#include <utility>
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

/// Exact, without thousands separators; empty for an empty cell.
QString cellText(const ReportCell &cell, const Currency &currency);

} // namespace oshaq

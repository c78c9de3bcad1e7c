// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/hub/orderservice.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// What of the orders is taken out, and in which form.
struct ExportRequest
{
    enum class Form
    {
        OrdersCsv, ///< a row for each order
        LinesCsv,  ///< a row for each line
        JsonLines  ///< a JSON object for each order with its lines, a line of text each
    };

    Form form = Form::OrdersCsv;
    /// Names, phones, addresses and what people wrote in free text, such as allergies. Left out unless asked for.
    bool personal = false;
    qint64 fromMs = 0;
    qint64 toMs = 0;
    int limit = 1000; ///< orders
    QString cursor;
};

/// As many orders go into one answer: what an answer needs of memory stays the same however much there is.
inline constexpr int maxExportedOrders = 5000;

struct ExportPart
{
    QByteArray data;    ///< CSV has its header row in each part
    QString nextCursor; ///< empty: the last part
    int orders = 0;
};

/// Oldest first; orders that are placed meanwhile come in later parts.
Result<ExportPart> exportOrders(sql::Database &database, const Business &business, const ExportRequest &request);

} // namespace oshaq

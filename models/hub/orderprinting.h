// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderpaper.h"
#include "models/hub/printservice.h"

namespace oshaq::orderprinting {

/// What the papers of one business have in common, read once for all printers of a write.
class Papers
{
public:
    Papers(sql::Database &database, qint64 businessId, qint64 nowMs)
        : m_database(database)
        , m_businessId(businessId)
        , m_nowMs(nowMs)
    {}

    Result<PaperSetting> setting(const QString &language);
    Result<Business> business();
    /// "Grill, Tandoor"; empty for a printer of all stations.
    Result<QString> stationsOf(const Printer &printer);

private:
    sql::Database &m_database;
    const qint64 m_businessId;
    const qint64 m_nowMs;
    std::optional<Business> m_business;
    std::optional<std::vector<Station>> m_stations;
};

/// Those that are not voided and that this printer prints.
std::vector<OrderLine> linesFor(const Printer &printer, const std::vector<OrderLine> &lines);

Result<PrintDocument> ticket(Papers &papers, const Printer &printer, const Order &order,
                             const std::vector<OrderLine> &lines);
Result<PrintDocument> receipt(sql::Database &database, Papers &papers, const Printer &printer, const Order &order);

/// A job that waits, with its document; `order` may be null.
Result<PrintJob> queue(WriteContext &context, const Printer &printer, const Order *order, PrintJobKind kind,
                       bool reprint, const PrintDocument &document);

} // namespace oshaq::orderprinting

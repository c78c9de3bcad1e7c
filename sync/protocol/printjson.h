// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printer.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <optional>

namespace oshaq {

const Schema &newPrinterSchema();  ///< {"name","kind","address",...settings}
const Schema &printerEditSchema(); ///< the same, each optional, and "version"
const Schema &printOrderSchema();  ///< {"kind":"ticket"|"receipt","printer_id"?}

/// `queued`: how many papers wait for it.
void writePrinter(JsonWriter &json, const Printer &printer, int queued);
void writePrintJob(JsonWriter &json, const PrintJob &job);

/// A printer with how many papers wait for it.
struct PrinterWithQueue
{
    Printer printer;
    int queued = 0;
};
/// What writePrinter() wrote; ValidationFailed with the places that do not fit.
Result<PrinterWithQueue> readPrinter(const JsonValue &json);
/// What writePrintJob() wrote. `broken` is 0 or 1: whether two copies may exist is told, not how often it broke.
Result<PrintJob> readPrintJob(const JsonValue &json);

/// What a person sets of a printer, as a new one (id 0) or as an edit of the version that it has.
QByteArray printerBody(const Printer &printer);
QByteArray printOrderBody(PrintJobKind kind, const std::optional<qint64> &printerId);

namespace outputs {

Schema printer();
Schema printJob();

} // namespace outputs

} // namespace oshaq

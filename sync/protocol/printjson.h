// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printer.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

namespace oshaq {

const Schema &newPrinterSchema();  ///< {"name","kind","address",...settings}
const Schema &printerEditSchema(); ///< the same, each optional, and "version"
const Schema &printOrderSchema();  ///< {"kind":"ticket"|"receipt","printer_id"?}

/// `queued`: how many papers wait for it.
void writePrinter(JsonWriter &json, const Printer &printer, int queued);
void writePrintJob(JsonWriter &json, const PrintJob &job);

namespace outputs {

Schema printer();
Schema printJob();

} // namespace outputs

} // namespace oshaq

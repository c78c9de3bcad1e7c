// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quantity.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/json.h"

namespace oshaq {

/// "tax_rate" in percent; null: no tax.
inline void writeTaxRate(JsonWriter &json, qint64 rate)
{
    json.key("tax_rate");
    if (rate == 0)
        json.null();
    else
        json.raw(formatQuantity(rate));
}

/// Thousandths of a percent; absent and null give 0.
inline qint64 readTaxRate(const FieldReader &reader)
{
    return reader[u"tax_rate"].isNull() ? 0 : reader.quantity(u"tax_rate");
}

} // namespace oshaq

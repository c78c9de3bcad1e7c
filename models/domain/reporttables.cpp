// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/reporttables.h"

#include "models/domain/quantity.h"

namespace oshaq {

QString cellText(const ReportCell &cell, const Currency &currency)
{
    switch (cell.type) {
    case ReportCell::Type::Empty:
        return {};
    case ReportCell::Type::Text:
        return cell.text;
    case ReportCell::Type::Number:
        return QString::number(cell.number);
    case ReportCell::Type::Money:
        return QString::fromLatin1(formatMajorUnits(cell.number, currency));
    case ReportCell::Type::Quantity:
        return QString::fromLatin1(formatQuantity(cell.number));
    }
    return {};
}

} // namespace oshaq

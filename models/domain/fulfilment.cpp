// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fulfilment.h"

namespace oshaq {

QString fulfilmentText(Fulfilment fulfilment)
{
    switch (fulfilment) {
    case Fulfilment::DineIn:
        return QStringLiteral("dine_in");
    case Fulfilment::Pickup:
        return QStringLiteral("pickup");
    case Fulfilment::Delivery:
        return QStringLiteral("delivery");
    }
    return {};
}

std::optional<Fulfilment> fulfilmentFromText(QStringView text)
{
    for (const Fulfilment fulfilment : allFulfilments) {
        if (text == fulfilmentText(fulfilment))
            return fulfilment;
    }
    return std::nullopt;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oshaq {

/// What people call an order: the letters of whoever numbered it and its place in their business day, "A-042".
struct OrderNumber
{
    QString letters;  ///< "A" is the hub's; each terminal has its own
    qint64 count = 0; ///< from 1

    bool operator==(const OrderNumber &) const = default;
};

/// As it is written and stored: at least three digits.
QString orderNumberText(const OrderNumber &number);

/// One to four capital letters of ASCII, a hyphen, one to nine digits of which one is not 0; however many zeros stand
/// in front. Nothing for anything else.
std::optional<OrderNumber> orderNumberFromText(QStringView text);

} // namespace oshaq

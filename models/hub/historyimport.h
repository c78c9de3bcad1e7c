// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fulfilment.h"
#include "models/domain/payment.h"
#include "models/hub/writer.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// A line of an order of the past, as some other program kept it.
struct PastLine
{
    QString externalId;     ///< of the dish there; may be empty when there is a name
    QString name;           ///< may be empty when there is an external id
    qint64 quantity = 1000; ///< thousandths
    qint64 priceMinor = 0;  ///< of 1.000, options included
    QStringList options;
};

/// How an order of the past was paid.
struct PastPayment
{
    PaymentMethod method = PaymentMethod::Cash; ///< a direct one
    qint64 amountMinor = 0;                     ///< towards the order: more than 0, at most its total
    qint64 tipMinor = 0;                        ///< on top of it
};

struct PastOrder
{
    QString sourceId; ///< what the order is called there; it is found by this word too
    qint64 placedAtMs = 0;
    Fulfilment fulfilment = Fulfilment::DineIn;
    QString table;
    int covers = 0; ///< 0: not said
    std::vector<PastLine> lines;
    std::optional<PastPayment> payment;
};

/// Orders of before this hub. They are completed at the time at which they were placed, counted in statistics and found
/// by search; no screen, printer, webhook or feed is told of each of them: a batch is one entry of the journal.
namespace historywrites {

/// Writes a batch. An order that is there already (the same source id, time and total) is passed over, so that an
/// import that was stopped is run again. A dish that the menu does not know, by external id or else by name, becomes a
/// hidden one: statistics name it, and no menu shows it. A payment is charged at the time of its order; one that is
/// more than the order's total is ValidationFailed. Outcome: values = orders written, orders that were there, lines
/// written, total of the written ones (minor units), hidden dishes made, payments written, their sum without tips,
/// their tips.
Result<WriteOutcome> import(WriteContext &context, const std::vector<PastOrder> &orders);

} // namespace historywrites

} // namespace oshaq

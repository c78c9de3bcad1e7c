// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/order.h"
#include "models/domain/pricing.h"
#include "ui/orders/entry/orderdraft.h"

#include <QCoreApplication>

namespace oshaq {

/// How the sheets say what is being ordered and what is wrong with it. Pure: the same facts give the same words.
class DraftText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::DraftText)

public:
    static QString fulfilment(Fulfilment fulfilment);
    /// "Table 7", "Pickup", "Delivery · Abay 12".
    static QString whereTo(const Order &order);
    /// "choose one", "up to 2", "2 to 4".
    static QString groupRule(const OptionGroup &group);
    /// What is wrong with so many choices; empty: nothing.
    static QString groupProblem(const OptionGroup &group, int chosen);
    /// "beef +400 ₸".
    static QString option(const Option &option, const Currency &currency);
    /// What is said below the dish: its options and note.
    static QString caption(const NewOrderLine &line, const Item *item);
    static QString dishes(int count);
    /// "Sold in steps of 0.1".
    static QString step(qint64 thousandths);
    /// `line` and `item`: what the problem is about, as far as they are known.
    static QString problem(const DraftProblem &problem, const NewOrderLine *line, const Item *item, qint64 step);
};

} // namespace oshaq

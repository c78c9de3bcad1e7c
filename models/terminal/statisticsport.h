// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "models/domain/bankday.h"
#include "models/domain/catalog.h"
#include "models/domain/dayend.h"
#include "models/domain/drill.h"
#include "models/terminal/portcall.h"

#include <QDate>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// What the statistics page asks the hub. Implemented in sync/client; faked in GUI tests. GUI thread; nothing blocks.
/// `key`: idempotency key, a UUID that stays the same when a person tries again.
class StatisticsPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Business business() const = 0;
    /// Now on the hub's clock, as estimated; today is the business day of it.
    virtual qint64 hubNowMs() const = 0;

    virtual PortCall analytics(QDate from, QDate to, PortDone<Analytics> done) = 0;
    virtual PortCall orders(const DrillQuery &query, PortDone<DrillPage> done) = 0;

    /// Newest first, at most 400.
    virtual PortCall dayEnds(PortDone<std::vector<DayEnd>> done) = 0;
    virtual PortCall makeDayEnd(const QString &key, QDate day, PortDone<DayEnd> done) = 0;
    /// On the receipt printer; no printer: the one that is set up for receipts.
    virtual PortCall printDayEnd(const QString &key, qint64 dayEndId, std::optional<qint64> printerId,
                                 PortDone<PortNothing> done) = 0;

    /// The payments through the bank of a business day, here and as the bank said it last.
    virtual PortCall bankDay(QDate day, PortDone<BankDay> done) = 0;
    /// The bank is asked about each of them again; what it says comes later.
    virtual PortCall askBank(const QString &key, QDate day, PortDone<PortNothing> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

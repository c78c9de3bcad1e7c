// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/hubclock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/statisticsport.h"
#include "sync/client/hubcalls.h"

namespace oshaq {

/// StatisticsPort over the hub's API. How failures show: see HubCalls. Destroying it forgets every question.
class StatisticsClient final : public StatisticsPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatisticsClient)

public:
    /// All must outlive it. `cache` says which business this terminal belongs to, `clock` what the hub's clock shows.
    StatisticsClient(const HubEndpoint &endpoint, HttpTransport &transport, const OrderCache &cache,
                     const HubClock &clock, QObject *parent = nullptr);

    Business business() const override;
    qint64 hubNowMs() const override;
    PortCall analytics(QDate from, QDate to, PortDone<Analytics> done) override;
    PortCall orders(const DrillQuery &query, PortDone<DrillPage> done) override;

    PortCall dayEnds(PortDone<std::vector<DayEnd>> done) override;
    PortCall makeDayEnd(const QString &key, QDate day, PortDone<DayEnd> done) override;
    PortCall printDayEnd(const QString &key, qint64 dayEndId, std::optional<qint64> printerId,
                         PortDone<PortNothing> done) override;

    PortCall bankDay(QDate day, PortDone<BankDay> done) override;
    PortCall askBank(const QString &key, QDate day, PortDone<PortNothing> done) override;

    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    /// One page of them; goes on with the next one.
    void takeDayEnds(PortCall call, const WireReply &reply, std::vector<DayEnd> before,
                     const PortDone<std::vector<DayEnd>> &done);

    const OrderCache &m_cache;
    const HubClock &m_clock;
    HubCalls m_calls;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/statisticsport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace oshaq {

/// A StatisticsPort without a hub: tests say what it knows and when it answers (see ScriptedAnswers).
class FakeStatisticsPort final : public StatisticsPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeStatisticsPort)

public:
    using StatisticsPort::StatisticsPort;

    // What it knows.
    Business site;
    qint64 nowMs = 1'795'358'520'000; ///< Sunday, 22 November 2026, 19:42 in Almaty
    /// What it says of a range; none: days without orders.
    std::function<Analytics(QDate from, QDate to)> figures;
    std::vector<Order> known; ///< behind every figure
    std::vector<DayEnd> kept; ///< newest first
    BankDay bank;             ///< of any day

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    // What was asked: "analytics 2026-11-16 2026-11-22", "orders", "dayEnds", "makeDayEnd 2026-11-22",
    // "printDayEnd 3", "cancel 4".
    QStringList calls;
    std::vector<DrillQuery> queries;
    QStringList keys;

    Business business() const override { return site; }
    qint64 hubNowMs() const override { return nowMs; }
    PortCall analytics(QDate from, QDate to, PortDone<Analytics> done) override;
    PortCall orders(const DrillQuery &query, PortDone<DrillPage> done) override;
    PortCall dayEnds(PortDone<std::vector<DayEnd>> done) override;
    PortCall makeDayEnd(const QString &key, QDate day, PortDone<DayEnd> done) override;
    PortCall printDayEnd(const QString &key, qint64 dayEndId, std::optional<qint64> printerId,
                         PortDone<PortNothing> done) override;
    /// "bankDay 2026-11-22"
    PortCall bankDay(QDate day, PortDone<BankDay> done) override;
    /// "askBank 2026-11-22"
    PortCall askBank(const QString &key, QDate day, PortDone<PortNothing> done) override;
    void cancel(PortCall call) override;

private:
    Analytics figuresOf(QDate from, QDate to) const;
    PortAnswer<DrillPage> pageOf(const DrillQuery &query) const;

    ScriptedAnswers m_answers;
    std::map<QString, DayEnd> m_made; ///< by key: the same key makes one
    qint64 m_nextId = 1000;
};

} // namespace oshaq

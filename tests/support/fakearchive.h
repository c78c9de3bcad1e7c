// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// An ArchivePort without a hub: tests say what it knows and when it answers (see ScriptedAnswers). It searches and
/// pays as the hub does, as far as a screen can tell.
class FakeArchivePort final : public ArchivePort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeArchivePort)

public:
    using ArchivePort::ArchivePort;

    // What it knows.
    std::vector<Order> known; ///< in any order
    std::map<qint64, OrderTimeline> timelines;
    std::vector<GuestCard> guests;
    std::map<qint64, std::vector<Payment>> paid; ///< by order
    qint64 nowMs = 1'768'488'420'000;            ///< of payments made here; 2026-01-15 19:47 in Almaty

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    // What was asked: "findOrders plov", "oneOrder 7", "timeline 7", "findGuests 4107", "guest 3", "payments 7",
    // "pay 7 cash 120000", "split 7 12x1000", "join 7 8", "cancel 4".
    QStringList calls;
    std::vector<ArchiveQuery> queries;
    std::vector<DirectPayment> payRequests;
    QStringList keys; ///< of pay, split and join, in order

    PortCall findOrders(const ArchiveQuery &query, PortDone<ArchivePage> done) override;
    PortCall oneOrder(qint64 orderId, PortDone<Order> done) override;
    PortCall timeline(qint64 orderId, PortDone<OrderTimeline> done) override;
    PortCall findGuests(const QString &words, PortDone<std::vector<GuestCard>> done) override;
    PortCall guest(qint64 userId, PortDone<GuestCard> done) override;
    PortCall payments(qint64 orderId, PortDone<std::vector<Payment>> done) override;
    PortCall pay(const DirectPayment &payment, PortDone<Payment> done) override;
    PortCall split(const QString &key, qint64 orderId, const std::vector<SplitLine> &lines,
                   PortDone<Order> done) override;
    PortCall join(const QString &key, qint64 fromId, qint64 intoId, PortDone<Order> done) override;
    void cancel(PortCall call) override;

private:
    Order *find(qint64 orderId);
    PortAnswer<ArchivePage> pageOf(const ArchiveQuery &query) const;
    PortAnswer<Payment> take(const DirectPayment &payment);
    PortAnswer<Order> splitNow(qint64 orderId, const std::vector<SplitLine> &lines);
    PortAnswer<Order> joinNow(qint64 fromId, qint64 intoId);

    ScriptedAnswers m_answers;
    std::map<QString, Payment> m_payments; ///< by key: the same key pays once
    std::map<QString, qint64> m_moves;     ///< by key, the order that split or join gave
    qint64 m_nextId = 9'000'000;           ///< of whatever is made here
};

} // namespace oshaq

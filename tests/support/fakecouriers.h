// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/courierport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// A CourierPort without a hub: tests say what it knows and when it answers (see ScriptedAnswers).
class FakeCourierPort final : public CourierPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeCourierPort)

public:
    using CourierPort::CourierPort;

    // What it knows.
    std::vector<Courier> known;
    std::vector<DeliveryZone> knownZones;
    std::map<qint64, Dispatch> dispatches; ///< by order
    std::map<qint64, Order> orders;        ///< as they are after deliver()
    bool hasService = true;

    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    /// "deliver 7 to 3 in 2", "quote 7", "confirm 7", "call off 7", "save Near", "remove 2".
    QStringList calls;
    QStringList keys;

    PortCall couriers(PortDone<std::vector<Courier>> done) override;
    PortCall zones(PortDone<std::vector<DeliveryZone>> done) override;
    PortCall deliver(const QString &key, qint64 orderId, const Delivery &delivery, PortDone<Order> done) override;
    PortCall dispatch(qint64 orderId, PortDone<Dispatch> done) override;
    PortCall askForQuote(const QString &key, qint64 orderId, PortDone<Dispatch> done) override;
    PortCall confirmDispatch(const QString &key, qint64 orderId, PortDone<Dispatch> done) override;
    PortCall cancelDispatch(qint64 orderId, PortDone<Dispatch> done) override;
    PortCall saveZone(const QString &key, const DeliveryZone &zone, PortDone<DeliveryZone> done) override;
    PortCall removeZone(qint64 zoneId, qint64 version, PortDone<PortNothing> done) override;
    Currency currency() const override { return {}; }
    void cancel(PortCall call) override { m_answers.cancel(call); }

private:
    PortCall answerDispatch(qint64 orderId, std::function<void(Dispatch &)> change, PortDone<Dispatch> done);

    ScriptedAnswers m_answers;
};

} // namespace oshaq

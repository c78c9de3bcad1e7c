// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecouriers.h"

namespace oshaq {

namespace {

PortFailure refused(const char *code, const char *message)
{
    return {PortFailure::Kind::Refused, QString::fromLatin1(code), QString::fromLatin1(message), {}};
}

} // namespace

PortCall FakeCourierPort::couriers(PortDone<std::vector<Courier>> done)
{
    return m_answers.ask<std::vector<Courier>>(this, std::move(done),
                                               [this] { return PortAnswer<std::vector<Courier>>::of(known); });
}

PortCall FakeCourierPort::zones(PortDone<std::vector<DeliveryZone>> done)
{
    return m_answers.ask<std::vector<DeliveryZone>>(
        this, std::move(done), [this] { return PortAnswer<std::vector<DeliveryZone>>::of(knownZones); });
}

PortCall FakeCourierPort::deliver(const QString &key, qint64 orderId, const Delivery &delivery, PortDone<Order> done)
{
    calls << QStringLiteral("deliver %1%2%3")
                 .arg(orderId)
                 .arg(delivery.courierId ? QStringLiteral(" to %1").arg(*delivery.courierId) : QString(),
                      delivery.zoneId ? QStringLiteral(" in %1").arg(*delivery.zoneId) : QString());
    keys << key;
    return m_answers.ask<Order>(this, std::move(done), [this, orderId, delivery] {
        Order &order = orders[orderId];
        order.id = orderId;
        if (delivery.courierId) {
            order.carrier = {};
            for (const Courier &courier : known) {
                if (courier.id == *delivery.courierId)
                    order.carrier = {courier.id, courier.name, {}};
            }
        }
        return PortAnswer<Order>::of(order);
    });
}

PortCall FakeCourierPort::answerDispatch(qint64 orderId, std::function<void(Dispatch &)> change,
                                         PortDone<Dispatch> done)
{
    return m_answers.ask<Dispatch>(this, std::move(done), [this, orderId, change = std::move(change)] {
        const auto found = dispatches.find(orderId);
        if (found == dispatches.end())
            return PortAnswer<Dispatch>::failed(refused("NOT_FOUND", "There is no such delivery."));
        change(found->second);
        return PortAnswer<Dispatch>::of(found->second);
    });
}

PortCall FakeCourierPort::dispatch(qint64 orderId, PortDone<Dispatch> done)
{
    return answerDispatch(
        orderId, [](Dispatch &) {}, std::move(done));
}

PortCall FakeCourierPort::askForQuote(const QString &key, qint64 orderId, PortDone<Dispatch> done)
{
    calls << QStringLiteral("quote %1").arg(orderId);
    keys << key;
    return m_answers.ask<Dispatch>(this, std::move(done), [this, orderId] {
        if (!hasService)
            return PortAnswer<Dispatch>::failed(refused("NOT_CONFIGURED", "No delivery service is set up."));
        Dispatch dispatch;
        dispatch.id = 1;
        dispatch.orderId = orderId;
        dispatch.state = DispatchState::Quoting;
        dispatches[orderId] = dispatch;
        return PortAnswer<Dispatch>::of(dispatch);
    });
}

PortCall FakeCourierPort::confirmDispatch(const QString &key, qint64 orderId, PortDone<Dispatch> done)
{
    calls << QStringLiteral("confirm %1").arg(orderId);
    keys << key;
    return answerDispatch(
        orderId, [](Dispatch &dispatch) { dispatch.state = DispatchState::Wanted; }, std::move(done));
}

PortCall FakeCourierPort::cancelDispatch(qint64 orderId, PortDone<Dispatch> done)
{
    calls << QStringLiteral("call off %1").arg(orderId);
    return answerDispatch(
        orderId, [](Dispatch &dispatch) { dispatch.state = DispatchState::Cancelled; }, std::move(done));
}

PortCall FakeCourierPort::saveZone(const QString &key, const DeliveryZone &zone, PortDone<DeliveryZone> done)
{
    calls << QStringLiteral("save %1").arg(zone.name);
    keys << key;
    return m_answers.ask<DeliveryZone>(this, std::move(done), [this, zone] {
        DeliveryZone saved = zone;
        if (saved.id == 0) {
            saved.id = qint64(knownZones.size()) + 100;
            knownZones.push_back(saved);
        }
        for (DeliveryZone &one : knownZones) {
            if (one.id == saved.id)
                one = saved;
        }
        return PortAnswer<DeliveryZone>::of(saved);
    });
}

PortCall FakeCourierPort::removeZone(qint64 zoneId, qint64, PortDone<PortNothing> done)
{
    calls << QStringLiteral("remove %1").arg(zoneId);
    return m_answers.ask<PortNothing>(this, std::move(done), [this, zoneId] {
        std::erase_if(knownZones, [zoneId](const DeliveryZone &one) { return one.id == zoneId; });
        return PortAnswer<PortNothing>::of({});
    });
}

} // namespace oshaq

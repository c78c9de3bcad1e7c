// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/webhook.h"
#include "models/hub/courierservice.h"
#include "models/hub/deliveryzones.h"
#include "models/hub/dispatchservice.h"
#include "models/hub/dispatchstore.h"
#include "models/hub/outsideorders.h"
#include "models/hub/settingsservice.h"
#include "models/hub/staffservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 minuteMs = 60 * 1000;

QByteArray codeOf(const Result<WriteOutcome> &outcome)
{
    return outcome ? QByteArray("ok") : errorCodeText(outcome.error().code).toLatin1();
}

QString pathOf(const Error &error)
{
    return error.details.empty() ? QString() : error.details.front().path;
}

} // namespace

/// Zones and fees, the house's couriers, what a delivery service is asked for, and orders of other services.
class CourierTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void coordinatesAreReadExactly();
    void distancesAreMetres();
    void aFeeGoesByZoneOrDistance();
    void zonesComeAndGo();
    void anOrderPaysItsZone();
    void anAddressKnowsItsDistance();
    void theCounterGivesAnOrderToACourier();
    void aCourierTakesWhatNobodyHas();
    void aFeeNeverFallsBelowWhatWasPaid();
    void couriersSeeTheirsAndWhatWaits();
    void dispatchesFollowTheirMachine();
    void aDispatchMovesItsOrder();
    void whatTheServiceMayKnowIsCalledOffThere();
    void aHouseCourierAndAServiceExclude();
    void lateNewsMoveNothingBack();
    void anOutsideOrderComesOnce();
    void whatNobodyKnowsIsRefused();
    void aLateYesIsRefused();
    void aLateNoIsTheManagers();
    void whatNobodyAcceptsLapses();
    void theServiceIsToldTheLastStatus();
    void theServiceTakesItsOrderBack();
    void signaturesAreChecked();

private:
    using Run = std::function<Result<WriteOutcome>(WriteContext &)>;

    Result<WriteOutcome> as(const Principal &principal, const Run &run) { return m_hub->run(principal, run); }
    Result<WriteOutcome> owner(const Run &run) { return as(m_business.owner(), run); }
    Principal courierPrincipal(qint64 staffId) const
    {
        Principal principal;
        principal.kind = Principal::Kind::Staff;
        principal.role = Role::Courier;
        principal.businessId = m_business.id;
        principal.id = staffId;
        return principal;
    }
    qint64 makeCourier(const QString &name)
    {
        StaffEdit edit;
        edit.name = name;
        edit.role = Role::Courier;
        const auto made = owner([&](WriteContext &context) { return staffwrites::create(context, edit); });
        return made ? made->entityId : 0;
    }
    qint64 makeZone(const QString &name, qint64 feeMinor, std::optional<qint64> reach = {}, qint64 freeFrom = 0)
    {
        ZoneEdit edit;
        edit.name = name;
        edit.feeMinor = feeMinor;
        edit.freeFromMinor = freeFrom;
        edit.reachMetres = reach;
        const auto made = owner([&](WriteContext &context) { return zonewrites::create(context, edit); });
        return made ? made->entityId : 0;
    }
    NewOrder delivery(const DeliveryPlace &place = {})
    {
        NewOrder order = pickup({line(m_business.item(u"Soup"), 2000)});
        order.fulfilment = Fulfilment::Delivery;
        order.address = QStringLiteral("Abay 10");
        order.guestName = QStringLiteral("Dana");
        order.place = place;
        return order;
    }
    Result<WriteOutcome> place(const NewOrder &order)
    {
        return owner([&](WriteContext &context) { return orderwrites::create(context, order); });
    }
    qint64 placed(const NewOrder &order)
    {
        const auto made = place(order);
        return made ? made->entityId : 0;
    }
    Result<WriteOutcome> move(qint64 orderId, OrderStatus to, const Principal &principal)
    {
        OrderCommand command;
        command.to = to;
        if (to == OrderStatus::Cancelled)
            command.reason = QStringLiteral("Because");
        return as(principal, [&](WriteContext &context) {
            return orderwrites::command(context, {orderId, {}}, command);
        });
    }
    qint64 ready(const NewOrder &order)
    {
        const qint64 id = placed(order);
        for (const OrderStatus to : {OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready}) {
            if (!move(id, to, m_business.owner()))
                return 0;
        }
        return id;
    }
    Result<WriteOutcome> give(qint64 orderId, std::optional<qint64> courierId, const Principal &principal)
    {
        DeliveryEdit edit;
        edit.courierId = courierId;
        return as(principal, [&](WriteContext &context) { return courierwrites::edit(context, {orderId, {}}, edit); });
    }
    Order order(qint64 id)
    {
        const auto found = orderreads::one(m_hub->database(), m_business.id, {id, {}});
        return found ? *found : Order();
    }
    Dispatch dispatch(qint64 orderId)
    {
        const auto found = dispatchreads::ofOrder(m_hub->database(), m_business.id, {orderId, {}});
        return found ? *found : Dispatch();
    }
    Result<WriteOutcome> ask(qint64 orderId, bool quoteOnly = false)
    {
        return owner([&](WriteContext &context) { return dispatchwrites::request(context, {orderId, {}}, quoteOnly); });
    }
    Result<WriteOutcome> hear(qint64 orderId, DispatchState state)
    {
        DispatchNews news;
        news.state = state;
        return owner([&](WriteContext &context) { return dispatchwrites::note(context, dispatch(orderId).id, news); });
    }
    OutsideOrder outside(const QString &externalId, qint64 acceptInMs = 3 * minuteMs, qint64 refuseInMs = 0)
    {
        OutsideOrder out;
        out.source = QStringLiteral("glovo");
        out.externalId = externalId;
        out.order.origin = {out.source, externalId, acceptInMs == 0 ? 0 : m_hub->nowMs + acceptInMs,
                            refuseInMs == 0 ? 0 : m_hub->nowMs + refuseInMs, true};
        OutsideLine soup;
        soup.name = QStringLiteral(" SOUP ");
        soup.line = line(0, 1000);
        out.lines = {soup};
        return out;
    }
    Result<WriteOutcome> bring(const OutsideOrder &order)
    {
        return owner([&](WriteContext &context) { return outsidewrites::create(context, order); });
    }
    qint64 brought(const OutsideOrder &order)
    {
        const auto made = bring(order);
        return made ? made->entityId : 0;
    }
    qint64 events(qint64 orderId, const char *type)
    {
        return m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE entity = 'order' AND entity_id = ?"
                                            " AND type = ?"),
                             {orderId, QString::fromLatin1(type)});
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void CourierTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void CourierTest::coordinatesAreReadExactly()
{
    QCOMPARE(geoPointFromText(u"43.238949, 76.889709"), (GeoPoint{43'238'949, 76'889'709}));
    QCOMPARE(geoPointFromText(u"-33.9,18"), (GeoPoint{-33'900'000, 18'000'000}));
    for (const QString &text : {QString(), QStringLiteral("43.2"), QStringLiteral("91,0"), QStringLiteral("0,181"),
                                QStringLiteral("1e2,3"), QStringLiteral("43.,7"), QStringLiteral("4.1234567,7")})
        QVERIFY2(!geoPointFromText(text), qPrintable(text));
    QCOMPARE(millionthsText(43'238'949), QByteArray("43.238949"));
    QCOMPARE(millionthsText(-500'000), QByteArray("-0.5"));
    QCOMPARE(millionthsText(18'000'000), QByteArray("18"));
}

void CourierTest::distancesAreMetres()
{
    // One degree of a meridian.
    QCOMPARE(metresBetween({0, 0}, {1'000'000, 0}), 111'195);
    QCOMPARE(metresBetween({43'238'949, 76'889'709}, {43'238'949, 76'889'709}), 0);
    QCOMPARE(metresBetween({0, 0}, {0, 180'000'000}), metresBetween({90'000'000, 0}, {-90'000'000, 0}));
}

void CourierTest::aFeeGoesByZoneOrDistance()
{
    DeliveryTariff tariff;
    tariff.flatMinor = 700;
    tariff.house = GeoPoint{0, 0};
    tariff.zones = {{1, 1, QStringLiteral("Far"), 900, 0, 5'000, 1},
                    {2, 1, QStringLiteral("Near"), 300, 10'000, 2'000, 1},
                    {3, 1, QStringLiteral("Village"), 1'500, 0, {}, 1}};
    const GeoPoint near{10'000, 0};   // 1,112 m
    const GeoPoint far{40'000, 0};    // 4,448 m
    const GeoPoint abroad{60'000, 0}; // 6,672 m
    QCOMPARE(tariff.fee({}, 0)->feeMinor, 700);
    QCOMPARE(tariff.fee({{}, near}, 0)->feeMinor, 300);
    QCOMPARE(tariff.fee({{}, near}, 0)->metres, std::optional<qint64>(1'112));
    QCOMPARE(tariff.fee({{}, near}, 10'000)->feeMinor, 0);
    QCOMPARE(tariff.fee({{}, near}, 9'999)->feeMinor, 300);
    QCOMPARE(tariff.fee({{}, far}, 0)->zoneName, QStringLiteral("Far"));
    QCOMPARE(tariff.fee({3, abroad}, 0)->feeMinor, 1'500); // a zone that was named counts before the distance
    QCOMPARE(pathOf(tariff.fee({{}, abroad}, 0).error()), QStringLiteral("delivery"));
    QCOMPARE(pathOf(tariff.fee({9, {}}, 0).error()), QStringLiteral("delivery.zone_id"));
    tariff.house.reset();
    QCOMPARE(tariff.fee({{}, abroad}, 0)->feeMinor, 700); // nobody knows how far it is
}

void CourierTest::zonesComeAndGo()
{
    const qint64 near = makeZone(QStringLiteral("Near"), 30'000, 2'000);
    QVERIFY(near > 0);
    QCOMPARE(makeZone(QStringLiteral("Near"), 1), 0);         // its name is taken
    QCOMPARE(makeZone(QStringLiteral("Other"), 1, 2'000), 0); // two of one reach decide nothing
    QCOMPARE(makeZone(QStringLiteral("Below nothing"), -1), 0);
    ZoneEdit dearer;
    dearer.feeMinor = 40'000;
    const auto edit = [&](std::optional<qint64> version) {
        return owner([&](WriteContext &context) { return zonewrites::edit(context, near, dearer, version); });
    };
    QCOMPARE(codeOf(edit(7)), QByteArray("VERSION_STALE"));
    QVERIFY(edit(1));
    QCOMPARE(zonereads::one(m_hub->database(), m_business.id, near)->feeMinor, 40'000);
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(codeOf(as(other.owner(), [&](WriteContext &context) { return zonewrites::remove(context, near, {}); })),
             QByteArray("NOT_FOUND"));
    QVERIFY(owner([&](WriteContext &context) { return zonewrites::remove(context, near, 2); }));
    QVERIFY(zonereads::list(m_hub->database(), m_business.id)->empty());
    QVERIFY(makeZone(QStringLiteral("Near"), 30'000, 2'000) > 0);
}

void CourierTest::anOrderPaysItsZone()
{
    const qint64 village = makeZone(QStringLiteral("Village"), 150'000);
    const Order there = order(placed(delivery({village, {}})));
    QCOMPARE(there.cost.deliveryMinor, 150'000);
    QCOMPARE(there.cost.totalMinor, there.cost.subtotalMinor + 150'000);
    const auto lost = place(delivery({village + 1, {}}));
    QVERIFY(!lost);
    QCOMPARE(pathOf(lost.error()), QStringLiteral("delivery.zone_id"));
    NewOrder collected = pickup({line(m_business.item(u"Soup"))});
    collected.place.zoneId = village;
    QCOMPARE(order(placed(collected)).cost.deliveryMinor, 0);
}

void CourierTest::anAddressKnowsItsDistance()
{
    QVERIFY(makeZone(QStringLiteral("Near"), 30'000, 2'000) > 0);
    QVERIFY(m_hub->execute(QStringLiteral("INSERT INTO settings (business_id, key, value, updated_at)"
                                          " VALUES (?, 'orders.delivery_from', '0,0', 0)"),
                           {m_business.id}));
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Dana"));
    const qint64 address = m_hub->makeAddress(m_business, guest, QStringLiteral("Abay 10"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.fulfilment = Fulfilment::Delivery;
    request.addressId = address;
    const auto ordered = [&] {
        return as(m_business.guest(guest),
                  [&](WriteContext &context) { return orderwrites::create(context, request); });
    };
    const auto at = [&](const char *coordinates) {
        return m_hub->execute(
            QStringLiteral("UPDATE user_addresses SET coordinates = oshaq_seal('user_addresses.coordinates', ?)"
                           " WHERE address_id = ?"),
            {QString::fromLatin1(coordinates), address});
    };
    QVERIFY(at("0.01,0"));
    const auto near = ordered();
    QVERIFY(near);
    QCOMPARE(near->order->cost.deliveryMinor, 30'000);
    QVERIFY(at("1,1"));
    const auto far = ordered();
    QVERIFY(!far);
    QCOMPARE(pathOf(far.error()), QStringLiteral("delivery"));
    QVERIFY(at(""));
    QVERIFY(ordered()); // nobody knows where it is: the flat fee
}

void CourierTest::theCounterGivesAnOrderToACourier()
{
    const qint64 aidar = makeCourier(QStringLiteral("Aidar"));
    const qint64 id = placed(delivery());
    const qint64 version = order(id).version;
    const auto given = give(id, aidar, m_business.terminal(Role::Counter));
    QVERIFY(given);
    QCOMPARE(given->order->carrier.courierName, QStringLiteral("Aidar"));
    QCOMPARE(order(id), *given->order);
    QCOMPARE(order(id).version, version + 1);
    QCOMPARE(events(id, "order.delivery"), 1);
    QVERIFY(give(id, aidar, m_business.owner()));
    QCOMPARE(order(id).version, version + 1); // nothing new is no change
    QVERIFY(give(id, std::nullopt, m_business.owner()));
    QVERIFY(!order(id).carrier.isOwn());

    const qint64 collected = placed(pickup({line(m_business.item(u"Soup"))}));
    QCOMPARE(codeOf(give(collected, aidar, m_business.owner())), QByteArray("VALIDATION_FAILED"));
    StaffEdit cook;
    cook.name = QStringLiteral("Cook");
    cook.role = Role::Kitchen;
    const auto made = owner([&](WriteContext &context) { return staffwrites::create(context, cook); });
    QVERIFY(made);
    QCOMPARE(codeOf(give(id, made->entityId, m_business.owner())), QByteArray("VALIDATION_FAILED"));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(codeOf(give(id, aidar, other.owner())), QByteArray("NOT_FOUND"));
    QVERIFY(move(id, OrderStatus::Cancelled, m_business.owner()));
    QCOMPARE(codeOf(give(id, aidar, m_business.owner())), QByteArray("ORDER_TRANSITION_NOT_ALLOWED"));
}

void CourierTest::aCourierTakesWhatNobodyHas()
{
    const qint64 aidar = makeCourier(QStringLiteral("Aidar"));
    const qint64 bolat = makeCourier(QStringLiteral("Bolat"));
    const qint64 zone = makeZone(QStringLiteral("Near"), 1);
    const qint64 id = placed(delivery());
    QCOMPARE(codeOf(give(id, bolat, courierPrincipal(aidar))), QByteArray("FORBIDDEN"));
    QVERIFY(give(id, aidar, courierPrincipal(aidar)));
    QCOMPARE(codeOf(give(id, bolat, courierPrincipal(bolat))), QByteArray("FORBIDDEN"));
    QCOMPARE(codeOf(give(id, std::nullopt, courierPrincipal(bolat))), QByteArray("FORBIDDEN"));
    DeliveryEdit cheaper;
    cheaper.place.zoneId = zone;
    QCOMPARE(codeOf(as(courierPrincipal(aidar),
                       [&](WriteContext &context) {
                           return courierwrites::edit(context, {id, {}}, cheaper);
                       })),
             QByteArray("FORBIDDEN"));
    QVERIFY(give(id, std::nullopt, courierPrincipal(aidar)));
    QVERIFY(!order(id).carrier.isOwn());
}

void CourierTest::aFeeNeverFallsBelowWhatWasPaid()
{
    const qint64 dear = makeZone(QStringLiteral("Dear"), 100'000);
    const qint64 cheap = makeZone(QStringLiteral("Cheap"), 1'000);
    const qint64 id = placed(delivery({dear, {}}));
    const auto setZone = [&](qint64 zone) {
        DeliveryEdit edit;
        edit.place.zoneId = zone;
        return owner([&](WriteContext &context) { return courierwrites::edit(context, {id, {}}, edit); });
    };
    QVERIFY(setZone(cheap));
    QCOMPARE(order(id).cost.deliveryMinor, 1'000);
    QVERIFY(setZone(dear));
    const Order before = order(id);
    QVERIFY(
        m_hub->execute(QStringLiteral("UPDATE orders SET paid = ? WHERE order_id = ?"), {before.cost.totalMinor, id}));
    QCOMPARE(codeOf(setZone(cheap)), QByteArray("PAYMENT_NOT_ALLOWED"));
    QCOMPARE(order(id).cost, before.cost);
}

void CourierTest::couriersSeeTheirsAndWhatWaits()
{
    const qint64 aidar = makeCourier(QStringLiteral("Aidar"));
    const qint64 bolat = makeCourier(QStringLiteral("Bolat"));
    const qint64 his = ready(delivery());
    const qint64 others = ready(delivery());
    const qint64 waits = ready(delivery());
    const qint64 fresh = placed(delivery());
    QVERIFY(give(his, aidar, m_business.owner()));
    QVERIFY(give(others, bolat, m_business.owner()));
    const auto seen = courierreads::ordersOf(m_hub->database(), m_business.id, aidar);
    QVERIFY(seen);
    QCOMPARE(seen->size(), std::size_t(2));
    QCOMPARE(seen->at(0).id, his);
    QCOMPARE(seen->at(1).id, waits);
    QVERIFY(fresh > 0); // nobody accepted it yet: nothing to carry
    const auto couriers = courierreads::list(m_hub->database(), m_business.id, m_hub->nowMs);
    QCOMPARE(couriers->size(), std::size_t(2));
    QCOMPARE(couriers->front().openOrders, 1);
    QCOMPARE(toCollectMinor(seen->front()), seen->front().cost.totalMinor);
    Order paid = seen->front();
    paid.origin.paid = true;
    QCOMPARE(toCollectMinor(paid), 0);
}

void CourierTest::dispatchesFollowTheirMachine()
{
    // From every state, which others may follow.
    const QMap<QString, QString> expected{
        {QStringLiteral("quoting"), QStringLiteral("cancelled failed quoted")},
        {QStringLiteral("quoted"), QStringLiteral("cancelled wanted")},
        {QStringLiteral("wanted"), QStringLiteral("accepted assigned cancelled delivered failed picked_up unknown")},
        {QStringLiteral("unknown"),
         QStringLiteral("accepted assigned cancelled cancelling delivered failed picked_up wanted")},
        {QStringLiteral("accepted"), QStringLiteral("assigned cancelled cancelling delivered failed picked_up")},
        {QStringLiteral("assigned"), QStringLiteral("accepted cancelled cancelling delivered failed picked_up")},
        {QStringLiteral("picked_up"), QStringLiteral("cancelled delivered failed")},
        {QStringLiteral("delivered"), QString()},
        {QStringLiteral("cancelling"), QStringLiteral("cancelled delivered failed picked_up")},
        {QStringLiteral("cancelled"), QString()},
        {QStringLiteral("failed"), QString()},
    };
    for (const DispatchState from : allDispatchStates) {
        QStringList next;
        for (const DispatchState to : allDispatchStates) {
            if (dispatchMayBecome(from, to))
                next.append(dispatchStateText(to));
        }
        next.sort();
        QCOMPARE(next.join(u' '), expected.value(dispatchStateText(from)));
        QCOMPARE(dispatchStateFromText(dispatchStateText(from)), std::optional(from));
    }
}

void CourierTest::aDispatchMovesItsOrder()
{
    const qint64 id = ready(delivery());
    QVERIFY(ask(id, true));
    QCOMPARE(order(id).carrier.dispatch, std::optional(DispatchState::Quoting));
    QCOMPARE(codeOf(ask(id)), QByteArray("ALREADY_EXISTS"));
    DispatchNews price;
    price.state = DispatchState::Quoted;
    price.priceMinor = 80'000;
    QVERIFY(owner([&](WriteContext &context) { return dispatchwrites::note(context, dispatch(id).id, price); }));
    QVERIFY(!dispatch(id).nextAtMs); // it waits for a person
    QVERIFY(owner([&](WriteContext &context) { return dispatchwrites::confirm(context, {id, {}}); }));
    QVERIFY(owner([&](WriteContext &context) { return dispatchwrites::begin(context, dispatch(id).id); }));
    QCOMPARE(dispatch(id).state, DispatchState::Unknown); // before anybody was told
    QCOMPARE(codeOf(owner([&](WriteContext &context) { return dispatchwrites::begin(context, dispatch(id).id); })),
             QByteArray("NOT_FOUND"));
    QVERIFY(hear(id, DispatchState::Accepted));
    QCOMPARE(order(id).status, OrderStatus::Ready);
    QVERIFY(hear(id, DispatchState::PickedUp));
    QCOMPARE(order(id).status, OrderStatus::OutForDelivery);
    QVERIFY(hear(id, DispatchState::Delivered));
    QCOMPARE(order(id).status, OrderStatus::Completed);
    QVERIFY(!dispatch(id).nextAtMs);
    QCOMPARE(dispatch(id).priceMinor, std::optional<qint64>(80'000));
}

void CourierTest::whatTheServiceMayKnowIsCalledOffThere()
{
    const auto cancel = [&](qint64 id) {
        return owner([&](WriteContext &context) { return dispatchwrites::cancel(context, {id, {}}); });
    };
    const qint64 unheard = ready(delivery());
    QVERIFY(ask(unheard));
    QVERIFY(cancel(unheard));
    QCOMPARE(dispatch(unheard).state, DispatchState::Cancelled);
    QCOMPARE(codeOf(cancel(unheard)), QByteArray("NOT_FOUND"));
    QVERIFY(ask(unheard)); // and again

    const qint64 heard = ready(delivery());
    QVERIFY(ask(heard));
    QVERIFY(owner([&](WriteContext &context) { return dispatchwrites::begin(context, dispatch(heard).id); }));
    QVERIFY(cancel(heard));
    QCOMPARE(dispatch(heard).state, DispatchState::Cancelling);
    QVERIFY(dispatch(heard).nextAtMs);
    QVERIFY(hear(heard, DispatchState::Accepted)); // its own answer, late
    QCOMPARE(dispatch(heard).state, DispatchState::Cancelling);
    QVERIFY(hear(heard, DispatchState::Cancelled));
    QVERIFY(!order(heard).carrier.isService());

    const qint64 gone = ready(delivery());
    QVERIFY(ask(gone));
    QVERIFY(hear(gone, DispatchState::PickedUp));
    QCOMPARE(codeOf(cancel(gone)), QByteArray("ORDER_TRANSITION_NOT_ALLOWED"));
    QVERIFY(m_hub->number(QStringLiteral("SELECT count(*) FROM dispatches")) == 4);
}

void CourierTest::aHouseCourierAndAServiceExclude()
{
    const qint64 aidar = makeCourier(QStringLiteral("Aidar"));
    const qint64 id = ready(delivery());
    QVERIFY(give(id, aidar, m_business.owner()));
    QCOMPARE(codeOf(ask(id)), QByteArray("STILL_IN_USE"));
    QVERIFY(give(id, std::nullopt, m_business.owner()));
    QVERIFY(ask(id));
    QCOMPARE(codeOf(give(id, aidar, m_business.owner())), QByteArray("STILL_IN_USE"));
    const qint64 fresh = placed(delivery());
    QCOMPARE(codeOf(ask(fresh)), QByteArray("ORDER_TRANSITION_NOT_ALLOWED"));
}

void CourierTest::lateNewsMoveNothingBack()
{
    const qint64 id = ready(delivery());
    QVERIFY(ask(id));
    QVERIFY(hear(id, DispatchState::Delivered));
    QCOMPARE(order(id).status, OrderStatus::Completed);
    const Order before = order(id);
    QVERIFY(hear(id, DispatchState::PickedUp));
    QVERIFY(hear(id, DispatchState::Failed));
    QCOMPARE(order(id), before);
    QCOMPARE(dispatch(id).state, DispatchState::Delivered);
}

void CourierTest::anOutsideOrderComesOnce()
{
    const auto first = bring(outside(QStringLiteral("G-1")));
    QVERIFY(first);
    QCOMPARE(first->code, 201);
    QCOMPARE(first->order->origin.source, QStringLiteral("glovo"));
    QVERIFY(first->order->origin.paid);
    QCOMPARE(first->order->lines.front().itemId, m_business.item(u"Soup")); // by its name, however it is written
    QCOMPARE(order(first->entityId), *first->order);
    const auto again = bring(outside(QStringLiteral("G-1")));
    QVERIFY(again);
    QCOMPARE(again->code, 200);
    QCOMPARE(again->entityId, first->entityId);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), 1);
    OutsideOrder elsewhere = outside(QStringLiteral("G-1"));
    elsewhere.source = elsewhere.order.origin.source = QStringLiteral("wolt");
    QVERIFY(brought(elsewhere) != first->entityId);
}

void CourierTest::whatNobodyKnowsIsRefused()
{
    OutsideOrder order = outside(QStringLiteral("G-1"));
    OutsideLine oyster;
    oyster.itemId = m_business.item(u"Oyster");
    oyster.line = line(0, 1000);
    OutsideLine nothing;
    nothing.externalId = QStringLiteral("no-such-dish");
    nothing.line = line(0, 1000);
    order.lines.push_back(nothing);
    const auto unknown = bring(order);
    QCOMPARE(codeOf(unknown), QByteArray("ITEM_UNKNOWN"));
    QCOMPARE(pathOf(unknown.error()), QStringLiteral("items[1].item_id"));
    order.lines = {oyster};
    QCOMPARE(codeOf(bring(order)), QByteArray("ITEM_UNAVAILABLE"));
    QCOMPARE(codeOf(bring(outside(QStringLiteral("G-2"), -1))), QByteArray("VALIDATION_FAILED"));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), 0);
}

void CourierTest::aLateYesIsRefused()
{
    const qint64 inTime = brought(outside(QStringLiteral("G-1")));
    const qint64 late = brought(outside(QStringLiteral("G-2")));
    m_hub->nowMs += 3 * minuteMs;
    QVERIFY(move(inTime, OrderStatus::Accepted, m_business.terminal(Role::Counter)));
    m_hub->nowMs += 1;
    QCOMPARE(codeOf(move(late, OrderStatus::Accepted, m_business.terminal(Role::Counter))),
             QByteArray("ORDER_TRANSITION_NOT_ALLOWED"));
    QCOMPARE(codeOf(move(late, OrderStatus::Preparing, m_business.owner())),
             QByteArray("ORDER_TRANSITION_NOT_ALLOWED"));
    // What is cooked already is not asked for any more.
    QVERIFY(move(inTime, OrderStatus::Preparing, m_business.owner()));
    QVERIFY(move(late, OrderStatus::Cancelled, m_business.terminal(Role::Counter)));
}

void CourierTest::aLateNoIsTheManagers()
{
    const qint64 id = brought(outside(QStringLiteral("G-1"), 3 * minuteMs, 10 * minuteMs));
    QVERIFY(move(id, OrderStatus::Accepted, m_business.owner()));
    m_hub->nowMs += 10 * minuteMs + 1;
    QCOMPARE(codeOf(move(id, OrderStatus::Cancelled, m_business.terminal(Role::Counter))),
             QByteArray("ORDER_TRANSITION_NOT_ALLOWED"));
    QVERIFY(move(id, OrderStatus::Cancelled, m_business.terminal(Role::Manager)));
}

void CourierTest::whatNobodyAcceptsLapses()
{
    const qint64 late = brought(outside(QStringLiteral("G-1")));
    const qint64 later = brought(outside(QStringLiteral("G-2"), 5 * minuteMs));
    const qint64 patient = brought(outside(QStringLiteral("G-3"), 0));
    const auto lapse = [&] { return owner([](WriteContext &context) { return outsidewrites::lapse(context); }); };
    const auto next = outsidereads::nextDeadline(m_hub->database());
    QVERIFY(next && *next);
    QCOMPARE((*next)->atMs, m_hub->nowMs + 3 * minuteMs);
    QCOMPARE(lapse()->values.front(), 0);
    m_hub->nowMs += 4 * minuteMs;
    QCOMPARE(lapse()->values.front(), 1);
    QCOMPARE(order(late).status, OrderStatus::Cancelled);
    QCOMPARE(order(late).cancelReason, QStringLiteral("Not accepted in time"));
    QCOMPARE(order(later).status, OrderStatus::New);
    QCOMPARE(order(patient).status, OrderStatus::New);
}

void CourierTest::theServiceIsToldTheLastStatus()
{
    const qint64 id = brought(outside(QStringLiteral("G-1")));
    const auto untold = [&] { return *outsidereads::untold(m_hub->database(), 10); };
    QVERIFY(untold().empty()); // the answer said it
    QVERIFY(move(id, OrderStatus::Accepted, m_business.owner()));
    QVERIFY(move(id, OrderStatus::Preparing, m_business.owner()));
    QCOMPARE(untold().size(), std::size_t(1));
    QCOMPARE(untold().front().status, OrderStatus::Preparing);
    QCOMPARE(untold().front().externalId, QStringLiteral("G-1"));
    const auto told = [&](OrderStatus status, bool reached) {
        return owner([&](WriteContext &context) {
            return outsidewrites::noteTold(context, id, status, reached, 5'000, QStringLiteral("Answered 500."));
        });
    };
    QVERIFY(told(OrderStatus::Preparing, false));
    QCOMPARE(untold().front().attempts, 1);
    QCOMPARE(untold().front().nextAtMs, m_hub->nowMs + 5'000);
    QVERIFY(told(OrderStatus::Preparing, true));
    QVERIFY(untold().empty());
    QVERIFY(move(id, OrderStatus::Cancelled, m_business.owner()));
    QCOMPARE(untold().front().reason, QStringLiteral("Because"));
    QVERIFY(told(OrderStatus::Cancelled, true));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT open FROM outside_orders")), 0);
}

void CourierTest::theServiceTakesItsOrderBack()
{
    const qint64 id = brought(outside(QStringLiteral("G-1")));
    const auto cancel = [&](const QString &externalId) {
        return owner([&](WriteContext &context) {
            return outsidewrites::cancel(context, QStringLiteral("glovo"), externalId,
                                         QStringLiteral("The guest left"));
        });
    };
    QCOMPARE(codeOf(cancel(QStringLiteral("G-9"))), QByteArray("NOT_FOUND"));
    QVERIFY(cancel(QStringLiteral("G-1")));
    QCOMPARE(order(id).cancelReason, QStringLiteral("The guest left"));
    QVERIFY(outsidereads::untold(m_hub->database(), 10)->empty()); // whoever says it knows it
    QVERIFY(cancel(QStringLiteral("G-1")));                        // and once more
}

void CourierTest::signaturesAreChecked()
{
    const QByteArray body = R"({"order_id":1})";
    const qint64 now = m_hub->nowMs;
    const QByteArray good = webhookSignature({"secret"}, now, body);
    QVERIFY(isWebhookSignature(good, "secret", now, body));
    QVERIFY(isWebhookSignature(webhookSignature({"old", "secret"}, now, body), "secret", now + 4 * minuteMs, body));
    QVERIFY(!isWebhookSignature(good, "other", now, body));
    QVERIFY(!isWebhookSignature(good, "secret", now, body + ' '));
    QVERIFY(!isWebhookSignature(good, "secret", now + 6 * minuteMs, body));
    QVERIFY(!isWebhookSignature(good, "secret", now - 6 * minuteMs, body));
    for (const QByteArray &header : {QByteArray(), QByteArray("t=,v1="), QByteArray("v1=00"), good.left(30)})
        QVERIFY(!isWebhookSignature(header, "secret", now, body));
    // An empty secret is none, also for whoever signs with it.
    QVERIFY(!isWebhookSignature(webhookSignature({""}, now, body), "", now, body));
}

QTEST_GUILESS_MAIN(CourierTest)
#include "couriertest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/kitchensample.h"

namespace oshaq::kitchensample {

namespace {

using Dish = FakeKitchenPort::Dish;

QString s(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

void addStations(FakeKitchenPort &port)
{
    Station hot;
    hot.id = 1;
    hot.name = s("Hot kitchen");
    Station cold;
    cold.id = 2;
    cold.name = s("Cold kitchen");
    cold.position = 1;
    Station tandoor;
    tandoor.id = 3;
    tandoor.name = s("Tandoor");
    tandoor.position = 2;
    port.setStations({hot, cold, tandoor});
}

void addBusyMoment(FakeKitchenPort &port)
{
    const auto minutes = [](int m, int sec) { return m * 60 + sec; };

    Order *order =
        &port.order(port.addOrder(s("A-039"), OrderStatus::Preparing, minutes(18, 24),
                                  {{s("Beshbarmak"), 2000, {s("extra onion broth")}, {}, LineStatus::Started},
                                   {s("Kuyrdak"), 1000, {}, s("well done, please"), LineStatus::Started},
                                   {s("Shurpa"), 1000, {}, {}, LineStatus::Done}}));
    order->fulfilment = Fulfilment::DineIn;
    order->table = s("7");
    order->covers = 4;
    order->allergy = s("nuts");

    order = &port.order(port.addOrder(s("A-041"), OrderStatus::Preparing, minutes(16, 5),
                                      {{s("Lagman, hand-pulled"), 1000, {s("no pepper")}, {}, LineStatus::Started},
                                       {s("Manty, pumpkin"), 2000, {}, {}, LineStatus::Started}}));
    order->fulfilment = Fulfilment::Delivery;
    order->guestName = s("Marat");

    order = &port.order(port.addOrder(s("A-043"), OrderStatus::Preparing, minutes(11, 40),
                                      {{s("Shurpa"), 4000, {}, {}, LineStatus::Done},
                                       {s("Warm tongue salad"), 2000, {}, {}, LineStatus::Started},
                                       {s("Kazan kebab, whole lamb shoulder for six"),
                                        1000,
                                        {s("medium"), s("with bone")},
                                        {},
                                        LineStatus::Queued,
                                        2,
                                        false,
                                        1,
                                        true},
                                       {s("Baursak basket"), 1000, {}, {}, LineStatus::Voided, 2}}));
    port.setChanges(order->id, {{TicketChange::Kind::Voided, order->lines.back().id}});
    order->fulfilment = Fulfilment::DineIn;
    order->table = s("11");
    order->covers = 6;

    order = &port.order(port.addOrder(s("A-044"), OrderStatus::Preparing, minutes(10, 16),
                                      {{s("Plov, wedding"), 1000, {}, {}, LineStatus::Started},
                                       {s("Shashlik, kg"), 1500, {s("sumac onion")}, {}, LineStatus::Started}}));
    order->guestName = s("Dana");
    order->promisedAtMs = port.hubNowMs() + minutes(5, 0) * 1000;

    order = &port.order(port.addOrder(s("A-046"), OrderStatus::Preparing, minutes(4, 31),
                                      {{s("Manty, lamb"), 2000, {}, {}, LineStatus::Started},
                                       {s("Kespe soup"), 1000, {}, s("child, not hot"), LineStatus::Started},
                                       {s("Baursak"), 4000},
                                       {s("Irimshik plate"), 1000}}));
    order->fulfilment = Fulfilment::DineIn;
    order->table = s("4");

    order = &port.order(port.addOrder(s("A-047"), OrderStatus::Accepted, minutes(1, 52),
                                      {{s("Samsa with lamb"), 3000}, {s("Achichuk salad"), 1000}}));
    order->guestName = s("Timur");

    order = &port.order(
        port.addOrder(s("A-048"), OrderStatus::New, minutes(0, 58),
                      {{s("Plov, wedding"), 2000}, {s("Tandoor nan"), 1000, {}, {}, LineStatus::Queued, 1, true}}));
    order->fulfilment = Fulfilment::DineIn;
    order->table = s("2");
    port.setPending(order->id, true);

    order = &port.order(port.addOrder(s("A-040"), OrderStatus::Ready, minutes(17, 2),
                                      {{s("Lagman, hand-pulled"), 2000, {}, {}, LineStatus::Done}}));
    order->fulfilment = Fulfilment::Delivery;
    order->guestName = s("Olzhas");
    order->statusAtMs = port.hubNowMs() - minutes(2, 10) * 1000;

    order = &port.order(port.addOrder(s("A-049"), OrderStatus::New, minutes(0, 21), {{s("Samsa with pumpkin"), 6000}}));
    order->guestName = s("Aru");
    order->promisedAtMs = port.hubNowMs() + minutes(28, 0) * 1000;
}

void addMany(FakeKitchenPort &port, int count, int oldestAgeSeconds)
{
    const std::vector<Dish> menu = {
        {s("Beshbarmak"), 1000, {s("extra onion broth")}},
        {s("Kuyrdak"), 1000, {}, s("well done, please")},
        {s("Lagman, hand-pulled"), 1000, {s("no pepper")}},
        {s("Manty, pumpkin"), 2000},
        {s("Manty, lamb"), 3000},
        {s("Plov, wedding"), 1000},
        {s("Shashlik, kg"), 1500, {s("sumac onion"), s("flat bread")}},
        {s("Kazan kebab, whole lamb shoulder for six"), 1000, {s("medium")}},
        {s("Shurpa"), 2000},
        {s("Kespe soup"), 1000, {}, s("child, not hot")},
        {s("Baursak"), 4000},
        {s("Tandoor nan"), 2000},
        {s("Samsa with lamb"), 3000},
        {s("Samsa with pumpkin"), 6000},
        {s("Achichuk salad"), 1000},
        {s("Warm tongue salad"), 1000},
        {s("Irimshik plate"), 1000},
    };
    const QStringList names{s("Dana"), s("Timur"), s("Aru"), s("Marat"), s("Olzhas")};

    // A small fixed generator: the same pictures and the same measurements every time.
    quint32 state = 20260115;
    const auto next = [&state](int bound) {
        state = state * 1664525u + 1013904223u;
        return int((state >> 8) % quint32(bound));
    };

    for (int index = 0; index < count; ++index) {
        const int age = int(qint64(oldestAgeSeconds) * (count - index) / count);
        const OrderStatus status = age > 150  ? OrderStatus::Preparing
                                   : age > 70 ? OrderStatus::Accepted
                                              : OrderStatus::New;
        std::vector<Dish> dishes;
        const int lines = 1 + next(5);
        for (int line = 0; line < lines; ++line) {
            Dish dish = menu[size_t(next(int(menu.size())))];
            dish.station = 1 + next(3);
            if (status == OrderStatus::Preparing)
                dish.status = line > 0 && next(4) == 0 ? LineStatus::Done : LineStatus::Started;
            dishes.push_back(dish);
        }
        const qint64 id =
            port.addOrder(QStringLiteral("A-%1").arg(101 + index, 3, 10, QLatin1Char('0')), status, age, dishes);
        Order &order = port.order(id);
        order.fulfilment = allFulfilments[size_t(next(3))];
        if (order.fulfilment == Fulfilment::DineIn) {
            order.table = QString::number(1 + next(24));
            order.covers = 1 + next(6);
        } else {
            order.guestName = names.at(next(int(names.size())));
        }
        if (next(9) == 0)
            order.allergy = next(2) == 0 ? s("nuts") : s("milk");
    }
}

void addCompleted(FakeKitchenPort &port)
{
    const qint64 now = port.hubNowMs();
    port.setCompleted(
        {{901, s("A-038"), Fulfilment::DineIn, s("9"), OrderStatus::Completed, now - 1'083'000, now - 360'000, true},
         {902, s("A-036"), Fulfilment::Pickup, {}, OrderStatus::Completed, now - 1'500'000, now - 780'000, true},
         {903,
          s("A-037"),
          Fulfilment::Delivery,
          {},
          OrderStatus::OutForDelivery,
          now - 1'900'000,
          now - 1'080'000,
          false}});
}

} // namespace oshaq::kitchensample

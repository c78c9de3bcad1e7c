// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/orderssample.h"

#include <algorithm>

namespace oshaq::orderssample {

namespace {

using Dish = FakeOrdersPort::Dish;
using Kind = TimelineEvent::Kind;

constexpr qint64 tenge = 100;
constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

QString s(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

constexpr int ago(int minutes, int seconds)
{
    return minutes * 60 + seconds;
}

/// Writes a menu down in the order in which it is read.
class Menu
{
public:
    void category(const char *name, qint64 stationId)
    {
        Category category;
        category.id = qint64(m_catalog.categories.size()) + 1;
        category.name = s(name);
        category.stationId = stationId;
        category.position = int(m_catalog.categories.size());
        m_catalog.categories.push_back(category);
    }

    Item &item(const char *name, qint64 tenges, int prepMinutes = 0, const QStringList &allergens = {})
    {
        Item item;
        item.id = qint64(m_catalog.items.size()) + 1;
        item.categoryId = m_catalog.categories.back().id;
        item.name = s(name);
        item.priceMinor = tenges * tenge;
        item.prepSeconds = prepMinutes * 60;
        item.position = int(m_catalog.items.size());
        item.allergens = allergens;
        m_catalog.items.push_back(item);
        return m_catalog.items.back();
    }

    void options(Item &item, const char *name, int least, int most,
                 const std::vector<std::pair<const char *, qint64>> &choices)
    {
        OptionGroup group;
        group.id = m_nextId++;
        group.name = s(name);
        group.minChoices = least;
        group.maxChoices = most;
        for (const auto &[choice, tenges] : choices)
            group.options.push_back({m_nextId++, s(choice), tenges * tenge});
        item.optionGroups.push_back(group);
    }

    Catalog take()
    {
        const std::vector<const char *> names{"Hot kitchen", "Cold kitchen", "Tandoor"};
        for (const char *name : names) {
            Station station;
            station.id = qint64(m_catalog.stations.size()) + 1;
            station.name = s(name);
            station.position = int(m_catalog.stations.size());
            m_catalog.stations.push_back(station);
        }
        return std::move(m_catalog);
    }

private:
    Catalog m_catalog;
    qint64 m_nextId = 100;
};

void setGuest(Order &order, qint64 userId, const char *name, const char *phone)
{
    order.userId = userId;
    order.guestName = s(name);
    order.guestPhone = s(phone);
}

void setTable(Order &order, const char *table, int covers)
{
    order.fulfilment = Fulfilment::DineIn;
    order.table = s(table);
    order.covers = covers;
}

void setAddress(Order &order, qint64 addressId, const char *address)
{
    order.fulfilment = Fulfilment::Delivery;
    order.addressId = addressId;
    order.address = s(address);
}

void setPaid(Order &order, const char *method)
{
    order.payment = {PaymentState::Paid, order.cost.totalMinor, 0, {s(method)}};
}

void addOpenOrders(FakeOrdersPort &port)
{
    const qint64 now = port.hubNowMs();
    const auto reached = [now](Order &order, int secondsAgo) { order.statusAtMs = now - secondsAgo * 1000; };

    qint64 id = port.addOrder(
        s("A-036"), OrderStatus::OutForDelivery, ago(27, 10),
        {{s("Kuyrdak"), 1000, {}, {}, LineStatus::Done}, {s("Tandoor nan"), 2000, {}, {}, LineStatus::Done}});
    Order *order = &port.orderRow(id);
    setGuest(*order, 11, "Igor", "+77075557710");
    setAddress(*order, 21, "Dostyk 5");
    port.setDelivery(id, 950 * tenge);
    order->payment = {PaymentState::Unpaid, 0, order->cost.totalMinor, {s("halyk")}};
    reached(*order, ago(6, 2));

    id = port.addOrder(s("A-037"), OrderStatus::OutForDelivery, ago(25, 40),
                       {{s("Samsa with pumpkin"), 6000, {}, {}, LineStatus::Done}});
    order = &port.orderRow(id);
    setGuest(*order, 12, "Aru", "+77012223344");
    setAddress(*order, 22, "Satpaev 90, 14");
    setPaid(*order, "cash");
    reached(*order, ago(9, 0));

    id = port.addOrder(s("A-038"), OrderStatus::Completed, ago(24, 5),
                       {{s("Shurpa"), 1000, {}, {}, LineStatus::Done},
                        {s("Baursak"), 2000, {}, {}, LineStatus::Done},
                        {s("Black tea with milk"), 1000, {}, {}, LineStatus::Done}});
    order = &port.orderRow(id);
    setTable(*order, "9", 1);
    setPaid(*order, "card_reader");
    reached(*order, ago(6, 0));

    id = port.addOrder(s("A-039"), OrderStatus::Preparing, ago(18, 24),
                       {{s("Beshbarmak"), 2000, {s("extra onion broth")}, {}, LineStatus::Started},
                        {s("Kuyrdak"), 1000, {}, s("well done, please"), LineStatus::Started},
                        {s("Shurpa"), 1000, {}, {}, LineStatus::Done}});
    order = &port.orderRow(id);
    setGuest(*order, 13, "Sholpan", "+77015554107");
    setTable(*order, "7", 4);
    order->allergy = s("nuts");
    order->promisedAtMs = now + 3 * minuteMs;
    reached(*order, ago(14, 20));

    id = port.addOrder(s("A-040"), OrderStatus::Ready, ago(17, 20),
                       {{s("Lagman, hand-pulled"), 2000, {}, {}, LineStatus::Done}});
    order = &port.orderRow(id);
    setGuest(*order, 14, "Marat", "+77025555560");
    setAddress(*order, 23, "Tole bi 83");
    setPaid(*order, "halyk");
    reached(*order, ago(2, 10));

    id = port.addOrder(s("A-041"), OrderStatus::Preparing, ago(16, 5),
                       {{s("Lagman, hand-pulled"), 1000, {s("no pepper")}, {}, LineStatus::Started},
                        {s("Manty, pumpkin"), 2000, {}, {}, LineStatus::Started}});
    order = &port.orderRow(id);
    setGuest(*order, 15, "Ruslan", "+77775559012");
    setAddress(*order, 24, "Abay 12");
    setPaid(*order, "halyk");
    reached(*order, ago(12, 0));

    id = port.addOrder(s("A-042"), OrderStatus::Cancelled, ago(14, 30), {{s("Plov, wedding"), 1000}});
    order = &port.orderRow(id);
    setGuest(*order, 0, "Daniyar", "");
    order->cancelReason = s("guest changed their mind");
    reached(*order, ago(12, 50));

    id = port.addOrder(
        s("A-043"), OrderStatus::Preparing, ago(11, 40),
        {{s("Shurpa"), 4000, {}, {}, LineStatus::Done},
         {s("Warm tongue salad"), 2000, {}, {}, LineStatus::Started},
         {s("Kazan kebab, whole lamb shoulder for six"), 1000, {s("medium")}, {}, LineStatus::Queued, 2, true},
         {s("Baursak"), 1000, {}, {}, LineStatus::Voided}});
    order = &port.orderRow(id);
    setGuest(*order, 16, "Zhanel", "+77055551822");
    setTable(*order, "11", 6);
    order->payment = {PaymentState::PartPaid, 20'000 * tenge, 0, {s("cash")}};
    reached(*order, ago(9, 30));

    id = port.addOrder(s("A-044"), OrderStatus::Preparing, ago(10, 16),
                       {{s("Plov, wedding"), 1000, {}, {}, LineStatus::Started},
                        {s("Shashlik, kg"), 1500, {s("lamb"), s("sumac onion")}, {}, LineStatus::Started}});
    order = &port.orderRow(id);
    setGuest(*order, 0, "Dana", "");
    order->promisedAtMs = now + 5 * minuteMs;
    setPaid(*order, "cash");
    reached(*order, ago(8, 0));

    id = port.addOrder(s("A-045"), OrderStatus::New, ago(0, 21), {{s("Samsa with pumpkin"), 6000}});
    order = &port.orderRow(id);
    setGuest(*order, 12, "Aru", "+77012223344");
    order->promisedAtMs = now + 28 * minuteMs;

    id = port.addOrder(s("A-046"), OrderStatus::Accepted, ago(4, 31),
                       {{s("Manty, lamb"), 2000},
                        {s("Kespe soup"), 1000, {}, s("child, not hot")},
                        {s("Baursak"), 4000},
                        {s("Irimshik plate"), 1000}});
    order = &port.orderRow(id);
    setTable(*order, "4", 3);
    reached(*order, ago(4, 10));

    id = port.addOrder(s("A-047"), OrderStatus::Accepted, ago(1, 52),
                       {{s("Samsa with lamb"), 3000}, {s("Achichuk salad"), 1000}});
    order = &port.orderRow(id);
    setGuest(*order, 17, "Timur", "+77085550333");
    setPaid(*order, "saved");
    reached(*order, ago(1, 40));

    id =
        port.addOrder(s("A-048"), OrderStatus::New, ago(0, 58), {{s("Plov, wedding"), 2000}, {s("Tandoor nan"), 1000}});
    order = &port.orderRow(id);
    setGuest(*order, 18, "Aliya", "+77015550001");
    setTable(*order, "2", 2);
}

TimelineEvent event(Kind kind, qint64 atMs)
{
    TimelineEvent event;
    event.kind = kind;
    event.atMs = atMs;
    return event;
}

TimelineEvent statusEvent(OrderStatus status, qint64 atMs, const char *actor, const char *terminal = "")
{
    TimelineEvent made = event(Kind::Status, atMs);
    made.status = status;
    made.actor = s(actor);
    made.terminal = s(terminal);
    return made;
}

/// As the order's rows tell it: placed, then what it is now.
OrderTimeline plainTimeline(const Order &order)
{
    OrderTimeline timeline{order.id, {}};
    if (order.status != OrderStatus::New)
        timeline.events.push_back(statusEvent(order.status, order.statusAtMs, "Aigerim", "Counter"));
    timeline.events.push_back(statusEvent(OrderStatus::New, order.placedAtMs, "guest"));
    return timeline;
}

/// The one that the drawing shows.
OrderTimeline fullTimeline(const Order &order)
{
    const qint64 placed = order.placedAtMs;
    OrderTimeline timeline{order.id, {}};
    TimelineEvent lines = event(Kind::Lines, placed + 9 * minuteMs);
    lines.what = s("done");
    lines.dishes = {s("Shurpa")};
    lines.actor = s("Aigerim");
    lines.terminal = s("Hot kitchen");
    timeline.events.push_back(lines);
    timeline.events.push_back(statusEvent(OrderStatus::Preparing, placed + 4 * minuteMs, "Aigerim", "Hot kitchen"));
    TimelineEvent print = event(Kind::Print, placed + 5'000);
    print.what = s("ticket");
    print.terminal = s("Kitchen printer");
    timeline.events.push_back(print);
    TimelineEvent painted = event(Kind::Painted, placed + 4'041);
    painted.terminal = s("Hot kitchen");
    painted.latencyMs = 41;
    timeline.events.push_back(painted);
    timeline.events.push_back(statusEvent(OrderStatus::Accepted, placed + 4'000, "autopilot"));
    timeline.events.push_back(statusEvent(OrderStatus::New, placed, "guest"));
    return timeline;
}

Payment payment(qint64 id, const Order &order, PaymentMethod method, PaymentStatus status, qint64 amountMinor)
{
    Payment made;
    made.id = id;
    made.businessId = order.businessId;
    made.orderId = order.id;
    made.method = method;
    made.status = status;
    made.amountMinor = amountMinor;
    made.currency = order.cost.currency;
    made.createdAtMs = order.placedAtMs + minuteMs;
    return made;
}

void addPayments(FakeArchivePort &archive, const Order &order)
{
    if (order.payment.methods.isEmpty())
        return;
    const auto method = paymentMethodFromText(order.payment.methods.first());
    const bool pending = order.payment.pendingMinor > 0;
    archive.paid[order.id] = {payment(500 + order.id, order, method.value_or(PaymentMethod::Cash),
                                      pending ? PaymentStatus::Unknown : PaymentStatus::Charged,
                                      pending ? order.payment.pendingMinor : order.payment.paidMinor)};
}

} // namespace

Catalog catalog()
{
    Menu menu;
    menu.category("Soups", 1);
    menu.item("Shurpa", 2500, 5);
    menu.item("Kespe soup", 1750, 8, {s("gluten"), s("eggs")});
    menu.item("Sorpa, clear broth", 1400, 3);

    menu.category("Hot dishes", 1);
    menu.options(menu.item("Beshbarmak", 5600, 20, {s("gluten"), s("eggs")}), "Extras", 0, 2,
                 {{"extra onion broth", 200}, {"kazy, 100 g", 2400}});
    menu.item("Kuyrdak", 4350, 15);
    menu.options(menu.item("Lagman, hand-pulled", 3800, 14, {s("gluten")}), "As you like it", 0, 3,
                 {{"no pepper", 0}, {"extra meat", 1200}, {"fried", 300}});
    menu.item("Manty, lamb", 2750, 18, {s("gluten")});
    menu.item("Manty, pumpkin", 2750, 18, {s("gluten")});
    menu.item("Plov, wedding", 3950, 6);
    Item &shashlik = menu.item("Shashlik, kg", 7300, 16);
    shashlik.quantityStep = 100;
    menu.options(shashlik, "Meat", 1, 1, {{"lamb", 0}, {"chicken", -1500}, {"beef", 400}});
    menu.options(shashlik, "With it", 0, 2, {{"sumac onion", 0}, {"flat bread", 350}});
    menu.options(menu.item("Kazan kebab, whole lamb shoulder for six", 44'000, 25), "Done", 1, 1,
                 {{"medium", 0}, {"well done", 0}});
    menu.item("Sirne, lamb from the kazan", 6900, 22).available = false;

    menu.category("From the tandoor", 3);
    menu.item("Samsa with lamb", 1250, 10, {s("gluten")});
    menu.item("Samsa with pumpkin", 950, 10, {s("gluten")});
    menu.item("Tandoor nan", 800, 4, {s("gluten")});
    menu.item("Baursak", 300, 5, {s("gluten"), s("milk"), s("eggs")});
    menu.item("Shelpek", 350, 5, {s("gluten")});

    menu.category("Salads and cold", 2);
    menu.item("Achichuk salad", 1650, 4);
    menu.item("Warm tongue salad", 3600, 9, {s("mustard")});
    menu.item("Irimshik plate", 2600, 3, {s("milk"), s("nuts")});
    menu.item("Horse meat board", 8900, 6);

    menu.category("Drinks", 2);
    menu.options(menu.item("Black tea with milk", 900, 2, {s("milk")}), "Size", 1, 1, {{"cup", 0}, {"pot", 900}});
    menu.item("Kumys, 0.5 l", 1500, 1, {s("milk")});
    menu.item("Shubat, 0.5 l", 1700, 1, {s("milk")});
    menu.item("Compote of dried apricots", 800, 1);
    return menu.take();
}

void addEvening(FakeOrdersPort &port)
{
    port.setCatalog(catalog());
    addOpenOrders(port);
    port.changed();
}

void addMany(FakeOrdersPort &port, int count, int oldestAgeSeconds)
{
    if (port.catalog().items.empty())
        port.setCatalog(catalog());
    const std::vector<Item> menu = port.catalog().items;
    const std::vector<const char *> names{"Dana", "Timur", "Aru", "Marat", "Olzhas", "Zhanel"};

    // A small fixed generator: the same pictures and the same measurements every time.
    quint32 state = 20260115;
    const auto next = [&state](int bound) {
        state = state * 1664525u + 1013904223u;
        return int((state >> 8) % quint32(bound));
    };

    for (int index = 0; index < count; ++index) {
        const int age = int(qint64(oldestAgeSeconds) * (count - index) / count);
        const auto fulfilment = allFulfilments[size_t(next(3))];
        OrderStatus status = allOrderStatuses[size_t(next(7))];
        if (status == OrderStatus::OutForDelivery && fulfilment != Fulfilment::Delivery)
            status = OrderStatus::Completed;
        std::vector<Dish> dishes(size_t(1 + next(5)));
        for (Dish &dish : dishes) {
            dish.name = menu[size_t(next(int(menu.size())))].name;
            dish.quantity = 1000 * (1 + next(4));
            if (status >= OrderStatus::Ready)
                dish.status = LineStatus::Done;
            else if (status == OrderStatus::Preparing)
                dish.status = LineStatus::Started;
        }
        const qint64 id = port.addOrder(QStringLiteral("A-%1").arg(101 + index), status, age, dishes);
        Order &order = port.orderRow(id);
        order.fulfilment = fulfilment;
        if (fulfilment == Fulfilment::DineIn)
            setTable(order, qPrintable(QString::number(1 + next(24))), 1 + next(6));
        else
            setGuest(order, 0, names[size_t(next(int(names.size())))], "");
        if (fulfilment == Fulfilment::Delivery)
            setAddress(order, 30, "Abay 12");
        if (status == OrderStatus::Cancelled)
            order.cancelReason = s("guest changed their mind");
        else if (next(2) == 0)
            setPaid(order, next(2) == 0 ? "cash" : "halyk");
    }
    port.changed();
}

void addArchive(FakeArchivePort &archive, const FakeOrdersPort &port)
{
    archive.nowMs = port.hubNowMs();
    std::vector<Order> sholpan;
    for (const DeskOrder &entry : port.orders()) {
        archive.known.push_back(entry.order);
        archive.timelines[entry.order.id] =
            entry.order.number == s("A-039") ? fullTimeline(entry.order) : plainTimeline(entry.order);
        addPayments(archive, entry.order);
        if (entry.order.userId == 13)
            sholpan.push_back(entry.order);
    }
    if (!sholpan.empty()) {
        // Thirteen earlier evenings of the same guest.
        for (int visit = 1; visit <= 13; ++visit) {
            Order earlier = sholpan.front();
            earlier.id = 100'000 - visit;
            earlier.uuid.clear();
            earlier.number = QStringLiteral("A-%1").arg(10 + visit * 3, 3, 10, QLatin1Char('0'));
            earlier.status = OrderStatus::Completed;
            earlier.placedAtMs -= visit * 23 * dayMs;
            earlier.statusAtMs = earlier.placedAtMs + 35 * minuteMs;
            earlier.promisedAtMs = 0;
            for (OrderLine &line : earlier.lines) {
                line.status = LineStatus::Done;
                line.addedAtMs = earlier.placedAtMs;
            }
            setPaid(earlier, visit % 2 ? "cash" : "halyk");
            archive.known.push_back(earlier);
            sholpan.push_back(earlier);
        }
        GuestCard card;
        card.userId = 13;
        card.name = s("Sholpan");
        card.phone = s("+77015554107");
        card.phoneVerified = true;
        card.orderCount = int(sholpan.size());
        card.firstOrderAtMs = sholpan.back().placedAtMs;
        card.lastOrderAtMs = sholpan.front().placedAtMs;
        for (const Order &order : sholpan)
            card.spentMinor += order.status == OrderStatus::Completed ? order.cost.totalMinor : 0;
        card.lastAllergy = s("nuts");
        card.addresses = {{41, s("Kabanbay batyr 122, 8"), s("Home")}, {42, s("Al-Farabi 17, tower 4B"), s("Work")}};
        card.recent.assign(sholpan.begin(), sholpan.begin() + 10);
        archive.guests.push_back(card);
    }
    GuestCard ruslan;
    ruslan.userId = 15;
    ruslan.name = s("Ruslan");
    ruslan.phone = s("+77775559012");
    ruslan.orderCount = 1;
    ruslan.firstOrderAtMs = port.hubNowMs() - 16 * minuteMs;
    ruslan.lastOrderAtMs = ruslan.firstOrderAtMs;
    ruslan.addresses = {{24, s("Abay 12"), {}}};
    for (const Order &order : archive.known) {
        if (order.userId == 15)
            ruslan.recent.push_back(order);
    }
    archive.guests.push_back(ruslan);
}

void addPrinters(FakePrinterPort &printers)
{
    const qint64 kitchen = printers.addPrinter(s("Kitchen printer"));
    const qint64 counter = printers.addPrinter(s("Counter"));
    Printer &second = printers.known.back();
    second.kind = PrinterKind::Usb;
    second.address = s("/dev/usb/lp0");
    second.printsTickets = false;
    second.printsReceipts = true;
    second.receiptOnCompletion = true;
    second.hasDrawer = true;
    second.language = s("kk");
    second.fallbackId = kitchen;

    const auto paper = [&printers](qint64 printerId, const char *number, PrintJobKind kind, int secondsAgo) {
        PrintJob job;
        job.id = 700 + qint64(printers.queue.size());
        job.printerId = printerId;
        job.orderId = 4;
        job.orderNumber = s(number);
        job.kind = kind;
        job.createdAtMs = printers.nowMs - qint64(secondsAgo) * 1000;
        job.giveUpAtMs = job.createdAtMs + printPatienceMs;
        job.startedAtMs = job.createdAtMs + 300;
        job.attempts = 1;
        printers.queue.push_back(job);
        return job.id;
    };
    printers.finishJob(paper(kitchen, "A-039", PrintJobKind::Ticket, 1100), PrintJobState::Printed);
    printers.finishJob(paper(kitchen, "A-043", PrintJobKind::Ticket, 700), PrintJobState::Printed);
    printers.finishJob(paper(kitchen, "A-043", PrintJobKind::Change, 400), PrintJobState::Printed);
    printers.finishJob(paper(counter, "A-038", PrintJobKind::Receipt, 360), PrintJobState::Failed,
                       PrintFault::ConnectionLost, s("The printer closed the connection."));
    printers.finishJob(paper(counter, "A-044", PrintJobKind::Receipt, 90), PrintJobState::Queued, PrintFault::PaperOut,
                       s("The printer is out of paper."));
}

} // namespace oshaq::orderssample

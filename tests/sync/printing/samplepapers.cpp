// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/printing/samplepapers.h"

#include "models/domain/pricing.h"
#include "models/hub/paperlanguage.h"

namespace oshaq::test {

namespace {

constexpr qint64 placedAtMs = 1'768'471'200'000; // 2026-01-15T10:00:00Z

QString in(const QString &language, const char *en, const char *ru, const char *kk)
{
    return QString::fromUtf8(language == u"kk" ? kk : language == u"ru" ? ru : en);
}

OrderLine line(qint64 id, const QString &name, qint64 quantity, qint64 priceMinor, int course = 1)
{
    OrderLine one;
    one.id = id;
    one.name = name;
    one.quantity = quantity;
    one.priceMinor = priceMinor;
    one.course = course;
    one.stationId = 1;
    return one;
}

} // namespace

Order sampleOrder(const QString &language)
{
    Order order;
    order.id = 42;
    order.businessId = 1;
    order.number = QStringLiteral("A-042");
    order.fulfilment = Fulfilment::DineIn;
    order.table = QStringLiteral("12");
    order.covers = 4;
    order.placedAtMs = placedAtMs;
    order.promisedAtMs = placedAtMs + 35 * 60 * 1000;
    order.status = OrderStatus::Accepted;
    order.allergy = in(language, "nuts, sesame", "орехи, кунжут", "жаңғақ, күнжіт");
    order.note = in(language, "Bring the soup first", "Суп подать сразу", "Сорпаны бірінші әкеліңіз");
    OrderLine soup = line(1, in(language, "Kespe soup", "Кеспе", "Кеспе көже"), 2000, 180'000);
    OrderLine plov = line(2, in(language, "Plov", "Плов", "Палау"), 1000, 305'000, 2);
    plov.options = {{1, in(language, "Large", "Большая порция", "Үлкен порция"), 55'000},
                    {2, in(language, "With quail eggs", "С перепелиными яйцами", "Бөдене жұмыртқасымен"), 20'000}};
    plov.note = in(language, "no onion", "без лука", "пиязсыз");
    OrderLine shashlik =
        line(3,
             in(language, "Lamb shashlik with grilled vegetables and flat bread",
                "Шашлык из баранины с овощами на гриле и лепёшкой", "Қой етінен кәуап, грильдегі көкөніс және нан"),
             1500, 490'000, 2);
    OrderLine bread = line(4, in(language, "Baursak", "Баурсаки", "Бауырсақ"), 12000, 15'000);
    plov.held = shashlik.held = true;
    order.lines = {soup, plov, shashlik, bread};
    order.cost.currency = *Currency::fromCode(QStringLiteral("KZT"));
    order.cost = *costOf(order.lines, 0, order.cost.currency, 0);
    return order;
}

PaperSetting sampleSetting(const QString &language)
{
    PaperSetting setting;
    setting.language = paperLanguage(language);
    setting.zone = QTimeZone("Asia/Almaty");
    setting.nowMs = placedAtMs + 60 * 1000;
    return setting;
}

QList<QPair<QString, PrintDocument>> samplePapers(const QString &language)
{
    const PaperSetting setting = sampleSetting(language);
    const Order order = sampleOrder(language);
    const QString station = in(language, "Grill, Tandoor", "Гриль, Тандыр", "Гриль, Тандыр");
    QList<QPair<QString, PrintDocument>> papers;
    papers.append({QStringLiteral("ticket"), kitchenTicketDocument({order, order.lines, station}, setting)});

    KitchenChange change;
    change.order = order;
    change.order.table = QStringLiteral("7");
    change.table = true;
    change.note = true;
    change.voided = {order.lines[1]};
    change.added = {order.lines[3]};
    change.fired = {order.lines[2]};
    change.order.priority = change.rush = true;
    change.stations = station;
    papers.append({QStringLiteral("change"), changeTicketDocument(change, setting)});

    KitchenChange cancelled;
    cancelled.order = order;
    cancelled.order.cancelReason = in(language, "The guests left", "Гости ушли", "Қонақтар кетіп қалды");
    cancelled.cancelled = true;
    cancelled.voided = order.lines;
    cancelled.stations = station;
    papers.append({QStringLiteral("cancelled"), changeTicketDocument(cancelled, setting)});

    Business business;
    business.name = in(language, "Oshaq, the hearth of Almaty", "Очаг «Ошақ», Алматы", "«Ошақ» үйі, Алматы");
    Payment cash;
    cash.status = PaymentStatus::Charged;
    cash.amountMinor = 1'000'000;
    cash.tenderedMinor = 1'500'000;
    cash.currency = order.cost.currency;
    papers.append({QStringLiteral("receipt"), receiptDocument(business, order, {cash}, setting)});

    Order delivery = order;
    delivery.fulfilment = Fulfilment::Delivery;
    delivery.table.clear();
    delivery.guestName = in(language, "Aigerim", "Айгерим", "Әйгерім");
    delivery.guestPhone = QStringLiteral("+7 700 000 00 00");
    delivery.address = in(language, "Abai avenue 10, flat 5", "пр. Абая 10, кв. 5", "Абай даңғылы 10, 5-пәтер");
    delivery.cost = *costOf(delivery.lines, 100'000, delivery.cost.currency, 0);
    papers.append({QStringLiteral("delivery"), receiptDocument(business, delivery, {}, setting)});

    Printer printer;
    printer.name = in(language, "Grill", "Гриль", "Гриль");
    printer.address = QStringLiteral("192.168.1.50:9100");
    papers.append({QStringLiteral("test"), testDocument(printer, business.name, setting)});

    PaperMarks marks;
    marks.reprint = true;
    marks.maybeSecond = true;
    marks.insteadOf = printer.name;
    papers.append({QStringLiteral("copy"), markedDocument(papers.first().second, marks, setting.language)});
    return papers;
}

} // namespace oshaq::test

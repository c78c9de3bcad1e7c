// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guestbook.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentservice.h"
#include "models/hub/profileservice.h"
#include "models/sql/migrations.h"
#include "models/sql/searchfunctions.h"
#include "tests/support/hubfixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What a clerk on the phone asks: who is this, where to, and is it paid.
class HubCounterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aKnownGuestIsNamed();
    void anotherNameIsAnotherRow();
    void wrongGuestsAndAddresses();
    void typedAddressesAreKeptOnce();
    void addressesThatOrdersUseStay();
    void guestsOrderForThemselves();
    void onePhoneIsOneGuest();
    void guestsAreFound_data();
    void guestsAreFound();
    void whoOrderedLastComesFirst();
    void guestsOfOthersAreNotThere();
    void aPhoneOfManyJoinsNobody_data();
    void aPhoneOfManyJoinsNobody();
    void ordersByPayment();
    void ordersOfAPerson();
    void hubsFromBefore();

private:
    Result<WriteOutcome> create(const NewOrder &request)
    {
        m_hub->nowMs += 1000;
        return m_hub->run(m_till, [&](WriteContext &context) { return orderwrites::create(context, request); });
    }
    /// By phone; its id.
    qint64 call(const QString &name, const QString &phone)
    {
        NewOrder request = pickup({line(m_business.item(u"Soup"))});
        request.guestName = name;
        request.guestPhone = phone;
        const auto placed = create(request);
        return placed ? placed->entityId : 0;
    }
    NewOrder delivery(const QString &address = {})
    {
        NewOrder request = pickup({line(m_business.item(u"Soup"))});
        request.fulfilment = Fulfilment::Delivery;
        request.address = address;
        return request;
    }
    Order order(qint64 id) { return *orderreads::one(m_hub->database(), m_business.id, {id, {}}); }
    bool pay(qint64 orderId, qint64 amount)
    {
        return bool(m_hub->run(m_till, [=](WriteContext &context) {
            return paymentwrites::takeDirect(context, {orderId, PaymentMethod::Cash, amount, 0, {}, {}});
        }));
    }
    QStringList found(const QString &typed, int limit = maxGuestsFound)
    {
        const auto guests = guestbook::find(m_hub->database(), m_business.id, searchTextFrom(typed), limit);
        QStringList names;
        if (guests) {
            for (const GuestSummary &guest : *guests)
                names.append(guest.name);
        } else {
            names.append(guests.error().message);
        }
        return names;
    }
    qint64 users() { return m_hub->number(QStringLiteral("SELECT count(*) FROM users")); }
    qint64 addresses() { return m_hub->number(QStringLiteral("SELECT count(*) FROM user_addresses")); }
    static QString wrongPlace(const Result<WriteOutcome> &result)
    {
        if (result || result.error().details.empty())
            return QStringLiteral("none");
        return errorCodeText(result.error().code) + u' ' + result.error().details.front().path;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    Principal m_till;
};

void HubCounterTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_till = m_business.terminal(Role::Counter, 1);
}

void HubCounterTest::aKnownGuestIsNamed()
{
    const qint64 dana = m_hub->makeGuest(m_business, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.userId = dana;
    const auto placed = create(request);
    QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().message));
    QCOMPARE(placed->order->userId, dana);
    QCOMPARE(placed->order->guestName, QStringLiteral("Dana"));
    QCOMPARE(placed->order->guestPhone, QStringLiteral("+77015550199"));
    QCOMPARE(order(placed->entityId), *placed->order);
    // The same said once more, in another spelling, is still her.
    request.guestName = QStringLiteral(" Dana ");
    request.guestPhone = QStringLiteral("+7 701 555-01-99");
    QCOMPARE(create(request)->order->userId, dana);
    QCOMPARE(users(), 1);
}

void HubCounterTest::anotherNameIsAnotherRow()
{
    const qint64 dana = m_hub->makeGuest(m_business, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.userId = dana;
    request.guestName = QStringLiteral("Dana's brother");
    const auto brother = create(request);
    QVERIFY(brother);
    QVERIFY(brother->order->userId != dana);
    QCOMPARE(order(brother->entityId).guestName, QStringLiteral("Dana's brother"));
    QCOMPARE(order(brother->entityId).guestPhone, QStringLiteral("+77015550199"));
    request.guestName.clear();
    request.guestPhone = QStringLiteral("+77770000000");
    QCOMPARE(order(create(request)->entityId).guestName, QStringLiteral("Dana"));
    // Nobody's account is changed by staff.
    QCOMPARE(m_hub->text(QStringLiteral("SELECT name || oshaq_open('users.phone', phone) FROM users WHERE user_id = ?"),
                         {dana}),
             QStringLiteral("Dana+77015550199"));
    QCOMPARE(users(), 3);
}

void HubCounterTest::wrongGuestsAndAddresses()
{
    const qint64 dana = m_hub->makeGuest(m_business, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    const qint64 marat = m_hub->makeGuest(m_business, QStringLiteral("Marat"), QStringLiteral("+77010000001"));
    const qint64 abai = m_hub->makeAddress(m_business, marat, QStringLiteral("Abai 10"));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const qint64 foreign = m_hub->makeGuest(other, QStringLiteral("Aru"), QStringLiteral("+77015550199"));
    const qint64 foreignAddress = m_hub->makeAddress(other, foreign, QStringLiteral("Far 1"));
    const qint64 rows = users();

    NewOrder request = delivery();
    QCOMPARE(wrongPlace(create(request)), QStringLiteral("ADDRESS_REQUIRED address_id"));
    request.addressId = abai;
    for (const qint64 user : {foreign, qint64{999'999}}) {
        request.userId = user;
        QCOMPARE(wrongPlace(create(request)), QStringLiteral("VALIDATION_FAILED user_id"));
    }
    request.userId = dana;
    for (const qint64 address : {abai, foreignAddress, qint64{999'999}}) {
        request.addressId = address;
        QCOMPARE(wrongPlace(create(request)), QStringLiteral("VALIDATION_FAILED address_id"));
    }
    QCOMPARE(users(), rows);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), 0);
}

void HubCounterTest::typedAddressesAreKeptOnce()
{
    const auto first = create([this] {
        NewOrder request = delivery(QStringLiteral("  Abai 10,  apt 4 "));
        request.guestName = QStringLiteral("Dana");
        request.guestPhone = QStringLiteral("+7 701 555 01 99");
        return request;
    }());
    QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
    QCOMPARE(first->order->address, QStringLiteral("Abai 10,  apt 4"));
    QCOMPARE(order(first->entityId), *first->order);
    QCOMPARE(first->order->cost.deliveryMinor, 700);
    QCOMPARE(addresses(), 1);

    // She calls again and is written down anew; the address is the one that is known.
    NewOrder again = delivery(QStringLiteral("ABAI 10, apt 4"));
    again.guestName = QStringLiteral("Dana S.");
    again.guestPhone = QStringLiteral("8 701 555 01 99");
    const auto second = create(again);
    QVERIFY(second);
    QVERIFY(second->order->userId != first->order->userId);
    QCOMPARE(second->order->addressId, first->order->addressId);
    QCOMPARE(order(second->entityId), *second->order);
    QCOMPARE(addresses(), 1);

    // By her card: an address of any of her rows.
    NewOrder byCard = delivery();
    byCard.userId = second->order->userId;
    byCard.addressId = first->order->addressId;
    const auto third = create(byCard);
    QVERIFY2(third, qPrintable(third ? QString() : third.error().message));
    QCOMPARE(third->order->userId, second->order->userId);
    QCOMPARE(third->order->address, QStringLiteral("Abai 10,  apt 4"));

    // Typed is stronger than known, and a new one is kept.
    byCard.address = QStringLiteral("Satpaev 2");
    const auto fourth = create(byCard);
    QVERIFY(fourth);
    QCOMPARE(fourth->order->address, QStringLiteral("Satpaev 2"));
    QVERIFY(fourth->order->addressId != first->order->addressId);
    QCOMPARE(addresses(), 2);

    // Somebody without a name lives somewhere too.
    const auto nameless = create(delivery(QStringLiteral("Tole bi 3")));
    QVERIFY(nameless);
    QVERIFY(nameless->order->userId != 0);
    QCOMPARE(order(nameless->entityId).address, QStringLiteral("Tole bi 3"));
    // Nobody drives there.
    NewOrder pickedUp = delivery(QStringLiteral("Nowhere 1"));
    pickedUp.fulfilment = Fulfilment::Pickup;
    const auto picked = create(pickedUp);
    QVERIFY(picked);
    QCOMPARE(picked->order->addressId, std::nullopt);
    QCOMPARE(picked->order->address, QString());
    QCOMPARE(picked->order->userId, 0);
    QCOMPARE(addresses(), 3);
    const QString journal = m_hub->text(QStringLiteral("SELECT group_concat(payload) FROM journal"));
    for (const char *secret : {"Abai", "Satpaev", "Dana", "555"})
        QVERIFY2(!journal.contains(QLatin1String(secret)), secret);
}

/// An order of another row of the same person may go to an address: its owner's taking it away hides it only.
void HubCounterTest::addressesThatOrdersUseStay()
{
    const qint64 dana = m_hub->makeGuest(m_business, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    const qint64 address = m_hub->makeAddress(m_business, dana, QStringLiteral("Abai 10"));
    NewOrder request = delivery();
    request.userId = dana;
    request.addressId = address;
    request.guestName = QStringLiteral("Her brother");
    const auto placed = create(request);
    QVERIFY(placed && placed->order->userId != dana);
    QVERIFY(m_hub->run(m_business.guest(dana),
                       [=](WriteContext &context) { return profilewrites::removeAddress(context, address); }));
    QCOMPARE(order(placed->entityId).address, QStringLiteral("Abai 10"));
    QVERIFY(profilereads::addresses(m_hub->database(), m_business.id, dana)->empty());
}

void HubCounterTest::guestsOrderForThemselves()
{
    const qint64 dana = m_hub->makeGuest(m_business, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    const qint64 marat = m_hub->makeGuest(m_business, QStringLiteral("Marat"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.userId = marat;
    const auto place = [&] {
        return m_hub->run(m_business.guest(dana),
                          [&](WriteContext &context) { return orderwrites::create(context, request); });
    };
    QCOMPARE(place()->order->userId, dana);
    request.fulfilment = Fulfilment::Delivery;
    request.address = QStringLiteral("Abai 10");
    QCOMPARE(place().error().code, ErrorCode::AddressRequired);
    QCOMPARE(addresses(), 0);
}

void HubCounterTest::onePhoneIsOneGuest()
{
    const qint64 first = call(QStringLiteral("Dana"), QStringLiteral("+7 701 555 01 99"));
    NewOrder request = delivery(QStringLiteral("Abai 10"));
    request.guestName = QStringLiteral("Dana Serikova");
    request.guestPhone = QStringLiteral("87015550199");
    request.allergy = QStringLiteral("Nuts");
    const qint64 second = create(request)->entityId;
    request.address = QStringLiteral("abai 10");
    request.allergy.clear();
    const qint64 third = create(request)->entityId;
    request.address = QStringLiteral("Satpaev 2");
    const qint64 last = create(request)->entityId;
    const qint64 stranger = call(QStringLiteral("Dana"), QStringLiteral("+77015550198"));
    QVERIFY(stranger != 0);
    for (const OrderStatus to :
         {OrderStatus::Preparing, OrderStatus::Ready, OrderStatus::OutForDelivery, OrderStatus::Completed}) {
        for (const qint64 id : {second, third}) {
            OrderCommand command;
            command.to = to;
            QVERIFY(m_hub->run(m_business.owner(), [&](WriteContext &context) {
                return orderwrites::command(context, {id, {}}, command);
            }));
        }
    }
    const Order newest = order(last);
    for (const qint64 id : {first, second, third, last}) {
        const auto guest = guestbook::one(m_hub->database(), m_business.id, order(id).userId);
        QVERIFY(guest);
        QCOMPARE(guest->userId, newest.userId);
        QCOMPARE(guest->name, QStringLiteral("Dana Serikova"));
        QCOMPARE(guest->phone, QStringLiteral("87015550199"));
        QVERIFY(!guest->phoneVerified);
        QCOMPARE(guest->orderCount, 4);
        QCOMPARE(guest->firstOrderAtMs, order(first).placedAtMs);
        QCOMPARE(guest->lastOrderAtMs, newest.placedAtMs);
        QCOMPARE(guest->spentMinor, 2 * (1295 + 700));
        QCOMPARE(guest->lastAllergy, QStringLiteral("Nuts"));
        QCOMPARE(guest->addresses.size(), size_t(2));
        QCOMPARE(guest->addresses[0].address, QStringLiteral("Satpaev 2"));
        QCOMPARE(guest->addresses[1].address, QStringLiteral("Abai 10"));
        QCOMPARE(guest->recent.size(), size_t(4));
        QCOMPARE(guest->recent.front(), newest);
        QCOMPARE(guest->recent.back().id, first);
    }
    const auto listed = guestbook::find(m_hub->database(), m_business.id, searchTextFrom(QStringLiteral("0199")), 20);
    QVERIFY(listed);
    QCOMPARE(listed->size(), size_t(1));
    QCOMPARE(listed->front().userId, newest.userId);
    QCOMPARE(listed->front().orderCount, 4);
    QVERIFY(listed->front().recent.empty());
    // Ten orders at most, and those without a phone are by themselves.
    for (int i = 0; i < 12; ++i)
        QVERIFY(create(request));
    QCOMPARE(guestbook::one(m_hub->database(), m_business.id, newest.userId)->recent.size(), size_t(10));
    const qint64 one = order(call(QStringLiteral("Aru"), {})).userId;
    const qint64 two = order(call(QStringLiteral("Aru"), {})).userId;
    QVERIFY(one != two);
    QCOMPARE(guestbook::one(m_hub->database(), m_business.id, one)->orderCount, 1);
    QCOMPARE(found(QStringLiteral("aru")).size(), 2);
}

void HubCounterTest::aPhoneOfManyJoinsNobody_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<bool>("joins");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("no digit") << QStringLiteral("-") << false;
    QTest::newRow("one digit") << QStringLiteral("0") << false;
    QTest::newRow("three digits") << QStringLiteral("102") << false;
    QTest::newRow("an extension") << QStringLiteral("1-2345") << false;
    QTest::newRow("typed because something must be") << QStringLiteral("0000000000") << false;
    QTest::newRow("ones") << QStringLiteral("11111111111") << false;
    QTest::newRow("a town's") << QStringLiteral("250-12-34") << true;
    QTest::newRow("whole") << QStringLiteral("+7 701 555 01 99") << true;
}

void HubCounterTest::aPhoneOfManyJoinsNobody()
{
    QFETCH(QString, phone);
    QFETCH(bool, joins);
    NewOrder request = delivery(QStringLiteral("Abai 10"));
    request.guestName = QStringLiteral("Dana");
    request.guestPhone = phone;
    request.allergy = QStringLiteral("Nuts");
    const qint64 dana = order(create(request)->entityId).userId;
    const qint64 aru = order(call(QStringLiteral("Aru"), phone)).userId;
    QVERIFY(dana != 0 && aru != 0 && dana != aru);
    const auto guest = guestbook::one(m_hub->database(), m_business.id, aru);
    QVERIFY(guest);
    QCOMPARE(guest->orderCount, joins ? 2 : 1);
    QCOMPARE(guest->addresses.size(), std::size_t(joins ? 1 : 0));
    QCOMPARE(guest->lastAllergy.isEmpty(), !joins);
    QCOMPARE(guest->recent.size(), std::size_t(joins ? 2 : 1));
    OrderFilter filter;
    filter.personId = aru;
    QCOMPARE(orderreads::list(m_hub->database(), m_business.id, filter)->orders.size(), std::size_t(joins ? 2 : 1));
    // Both are found, as one or as two; what they are found by is not narrower than before.
    const QStringList newest{QStringLiteral("Aru")};
    const QString typed = phoneDigits(phone).right(phoneLastDigits);
    if (typed.size() == phoneLastDigits)
        QCOMPARE(found(typed), joins ? newest : newest + QStringList{QStringLiteral("Dana")});
    QCOMPARE(found(QStringLiteral("dana")), joins ? newest : QStringList{QStringLiteral("Dana")});
    // Nor is a driver sent to the other one's address.
    NewOrder again = delivery();
    again.userId = aru;
    again.addressId = m_hub->number(QStringLiteral("SELECT address_id FROM user_addresses"));
    QCOMPARE(bool(create(again)), joins);
}

void HubCounterTest::guestsAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    const QString dana = QStringLiteral("Dana Serikova");
    const QString asel = QStringLiteral("Әсел Ёлкина");
    const auto row = [](const char *name, const QString &typed, const QStringList &names) {
        QTest::newRow(name) << typed << names;
    };
    row("last four digits", QStringLiteral("0199"), {dana});
    row("more digits", QStringLiteral("555-01-99"), {dana});
    row("whole phone", QStringLiteral("+7 (701) 555-01-99"), {dana});
    row("with the trunk digit", QStringLiteral("87015550199"), {dana});
    row("digits from the middle", QStringLiteral("5550"), {});
    row("three digits", QStringLiteral("199"), {});
    row("a word", QStringLiteral("dana"), {dana});
    row("a part of a word", QStringLiteral("ERIK"), {dana});
    row("words in any order", QStringLiteral("serikova dan"), {dana});
    row("one word of another", QStringLiteral("dana ёлкина"), {});
    row("kazakh and russian letters", QStringLiteral("ӘСЕЛ елкина"), {asel});
    row("both", QStringLiteral("a"), {dana});
    row("nothing", QStringLiteral("   "), {});
    row("a wildcard", QStringLiteral("%"), {});
}

void HubCounterTest::guestsAreFound()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, names);
    QVERIFY(call(QStringLiteral("Dana Serikova"), QStringLiteral("+77015550199")));
    QVERIFY(call(QStringLiteral("Әсел Ёлкина"), QStringLiteral("+77010001234")));
    QCOMPARE(found(typed), names);
}

void HubCounterTest::whoOrderedLastComesFirst()
{
    for (int i = 0; i < 25; ++i)
        QVERIFY(call(QStringLiteral("Guest %1").arg(i, 2, 10, QLatin1Char('0')),
                     QStringLiteral("+7701000%1").arg(i, 4, 10, QLatin1Char('0'))));
    // Never ordered, and known all the same.
    const qint64 idle = m_hub->makeGuest(m_business, QStringLiteral("Guest idle"));
    QVERIFY(call(QStringLiteral("Guest 03"), QStringLiteral("8 701 000 0003")));
    const QStringList twenty = found(QStringLiteral("guest"));
    QCOMPARE(twenty.size(), 20);
    QCOMPARE(twenty[0], QStringLiteral("Guest 03"));
    QCOMPARE(twenty[1], QStringLiteral("Guest 24"));
    QCOMPARE(twenty.filter(QStringLiteral("Guest 03")).size(), 1);
    QCOMPARE(found(QStringLiteral("guest"), 2), QStringList({QStringLiteral("Guest 03"), QStringLiteral("Guest 24")}));
    QCOMPARE(found(QStringLiteral("idle")), QStringList{QStringLiteral("Guest idle")});
    const auto none = guestbook::one(m_hub->database(), m_business.id, idle);
    QVERIFY(none);
    QCOMPARE(none->orderCount, 0);
    QCOMPARE(none->lastOrderAtMs, 0);
    QVERIFY(none->recent.empty());
}

void HubCounterTest::guestsOfOthersAreNotThere()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const qint64 theirs = m_hub->makeGuest(other, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    QVERIFY(found(QStringLiteral("dana")).isEmpty());
    QVERIFY(found(QStringLiteral("0199")).isEmpty());
    const auto one = guestbook::one(m_hub->database(), m_business.id, theirs);
    QVERIFY(!one);
    QCOMPARE(one.error().code, ErrorCode::NotFound);
    // The same phone in two businesses is two guests.
    const qint64 ours = order(call(QStringLiteral("Dana"), QStringLiteral("+77015550199"))).userId;
    QCOMPARE(guestbook::one(m_hub->database(), m_business.id, ours)->orderCount, 1);
    QCOMPARE(guestbook::one(m_hub->database(), other.id, theirs)->orderCount, 0);
    OrderFilter filter;
    filter.personId = ours;
    QVERIFY(orderreads::list(m_hub->database(), other.id, filter)->orders.empty());
}

void HubCounterTest::ordersByPayment()
{
    const QString name = QStringLiteral("Dana");
    std::map<PaymentState, std::vector<qint64>> expected;
    for (int i = 0; i < 24; ++i) {
        const qint64 id = call(name, {});
        QVERIFY(id != 0);
        const PaymentState state = allPaymentStates[std::size_t(i % 4)];
        if (state == PaymentState::PartPaid)
            QVERIFY(pay(id, 295));
        if (state == PaymentState::Paid || state == PaymentState::Refunded)
            QVERIFY(pay(id, 1295));
        if (state == PaymentState::Refunded) {
            const qint64 payment = m_hub->number(QStringLiteral("SELECT max(payment_id) FROM payments"));
            QVERIFY(m_hub->run(m_business.owner(), [=](WriteContext &context) {
                return paymentwrites::refund(context, payment, {}, QStringLiteral("Cold"));
            }));
        }
        expected[state].push_back(id);
    }
    // Every set of states, through pages, both ways, with and without the other ways in.
    for (int mask = 1; mask < 16; ++mask) {
        for (const bool oldestFirst : {false, true}) {
            for (const int way : {0, 1, 2, 3}) {
                OrderFilter filter;
                filter.oldestFirst = oldestFirst;
                filter.limit = 5;
                filter.openOnly = way == 1;
                if (way == 2)
                    filter.search = searchTextFrom(name);
                if (way == 3)
                    filter.sort = OrderSort::Total;
                std::vector<qint64> wanted;
                for (const PaymentState state : allPaymentStates) {
                    if ((mask >> int(state)) & 1) {
                        filter.payments.push_back(state);
                        wanted.insert(wanted.end(), expected[state].begin(), expected[state].end());
                    }
                }
                std::sort(wanted.begin(), wanted.end());
                if (!oldestFirst)
                    std::reverse(wanted.begin(), wanted.end());
                std::vector<qint64> seen;
                do {
                    const auto page = orderreads::list(m_hub->database(), m_business.id, filter);
                    QVERIFY(page);
                    for (const Order &one : page->orders) {
                        seen.push_back(one.id);
                        QVERIFY((mask >> int(one.payment.state)) & 1);
                    }
                    filter.cursor = page->nextCursor;
                } while (!filter.cursor.isEmpty() && seen.size() <= wanted.size());
                QVERIFY2(seen == wanted, qPrintable(QStringLiteral("mask %1 way %2").arg(mask).arg(way)));
            }
        }
    }
}

void HubCounterTest::ordersOfAPerson()
{
    const qint64 first = call(QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    const qint64 second = call(QStringLiteral("D."), QStringLiteral("8 701 555 01 99"));
    const qint64 other = call(QStringLiteral("Marat"), QStringLiteral("+77015550198"));
    QVERIFY(pay(second, 1295));
    OrderFilter filter;
    filter.personId = order(first).userId;
    const auto ids = [&] {
        std::vector<qint64> listed;
        const auto page = orderreads::list(m_hub->database(), m_business.id, filter);
        for (const Order &one : page->orders)
            listed.push_back(one.id);
        return listed;
    };
    QCOMPARE(ids(), (std::vector<qint64>{second, first}));
    filter.payments = {PaymentState::Paid};
    QCOMPARE(ids(), std::vector<qint64>{second});
    filter.payments.clear();
    filter.search = searchTextFrom(QStringLiteral("soup d."));
    QCOMPARE(ids(), std::vector<qint64>{second});
    filter.search = {};
    filter.personId = order(other).userId;
    QCOMPARE(ids(), std::vector<qint64>{other});
    filter.personId = 999'999;
    QVERIFY(ids().empty());
}

/// What a hub of the schema before holds is said as if it had been written by this program.
void HubCounterTest::hubsFromBefore()
{
    QTemporaryDir directory;
    const QString folder = directory.filePath(QStringLiteral("migrations"));
    QVERIFY(QDir().mkpath(folder));
    const QDir all(QStringLiteral(":/migrations/hub"));
    const auto copy = [&](const QString &before) {
        for (const QString &name : all.entryList(QDir::Files, QDir::Name)) {
            const QString to = folder + u'/' + name;
            if (name < before && !QFile::exists(to) && !QFile::copy(all.filePath(name), to))
                return false;
        }
        return true;
    };
    sql::OpenOptions options{directory.filePath(QStringLiteral("hub.db")), sql::Access::ReadWrite};
    options.keys = std::make_shared<sql::FieldKeys>(directory.filePath(QStringLiteral("personal.key")));
    auto opened = sql::Database::open(options);
    QVERIFY(opened);
    sql::Database &database = **opened;
    QVERIFY(copy(QStringLiteral("0010")));
    QVERIFY(sql::migrate(database, folder, 1));
    QVERIFY(database.run(QStringLiteral(
        "INSERT INTO businesses (business_id, name, currency, time_zone, day_start_minutes, created_at, updated_at)"
        " VALUES (1, 'Old', 'KZT', 'Asia/Almaty', 240, 1, 1)")));
    QVERIFY(database.run(QStringLiteral("INSERT INTO users (user_id, business_id, name, phone, created_at, updated_at)"
                                        " VALUES (1, 1, 'Dana', '8 (701) 555-01-99', 1, 1),"
                                        " (2, 1, 'D', '+77015550199', 1, 1), (3, 1, 'E', '', 1, 1)")));
    // Each: total, then payments as {method, status, amount, tip, refunded}.
    struct Paid
    {
        const char *method;
        const char *status;
        qint64 amount;
        qint64 tip;
        qint64 refunded;
    };
    const std::vector<std::pair<qint64, std::vector<Paid>>> cases{
        {1000, {}},
        {0, {}},
        {1000, {{"cash", "charged", 1000, 50, 0}}},
        {1000, {{"cash", "charged", 400, 0, 0}, {"card_reader", "charged", 100, 0, 0}, {"cash", "charged", 1, 0, 0}}},
        {1000, {{"halyk", "pending", 1000, 0, 0}}},
        {1000, {{"halyk", "failed", 1000, 0, 0}, {"saved", "unknown", 600, 0, 0}, {"cash", "charged", 400, 0, 0}}},
        {1000, {{"cash", "refunded", 1000, 50, 1050}}},
        {1000, {{"cash", "part_refunded", 1000, 50, 1000}}},
        {1000, {{"cash", "part_refunded", 1000, 50, 300}, {"halyk", "cancelled", 300, 0, 0}}},
        {1000, {{"cash", "refunded", 1000, 0, 1000}, {"halyk", "charged", 1000, 0, 0}}},
        {0, {{"cash", "refunded", 1000, 0, 1000}}},
    };
    for (size_t i = 0; i < cases.size(); ++i) {
        const qint64 id = qint64(i) + 1;
        QVERIFY(database.run(
            QStringLiteral("INSERT INTO orders (order_id, order_uuid, business_id, user_id, number, business_day,"
                           " fulfilment, placed_at, status, status_at, created_at, updated_at)"
                           " VALUES (?, ?, 1, 1, ?, '2026-01-15', 'pickup', ?, 6, 1, 1, 1)"),
            {id, QStringLiteral("0192f0c1-2345-7abc-8def-%1").arg(id, 12, 10, QLatin1Char('0')),
             QStringLiteral("A-%1").arg(id), id}));
        QVERIFY(database.run(
            QStringLiteral("INSERT INTO orders_cost (order_id, business_id, subtotal, delivery_cost, total_cost,"
                           " currency, created_at, updated_at) VALUES (?, 1, ?, 0, ?, 'KZT', 1, 1)"),
            {id, cases[i].first, cases[i].first}));
        for (const Paid &paid : cases[i].second) {
            QVERIFY(database.run(
                QStringLiteral("INSERT INTO payments (business_id, order_id, method, status, amount, tip, refunded,"
                               " currency, taken_by, created_at, updated_at)"
                               " VALUES (1, ?, ?, ?, ?, ?, ?, 'KZT', 'terminal:1', 1, 1)"),
                {id, QLatin1String(paid.method), QLatin1String(paid.status), paid.amount, paid.tip, paid.refunded}));
        }
    }
    QVERIFY(copy(QStringLiteral("9999")));
    const auto migrated = sql::migrate(database, folder, 2);
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().message));
    for (size_t i = 0; i < cases.size(); ++i) {
        const auto order = orderreads::one(database, 1, {qint64(i) + 1, {}});
        QVERIFY(order);
        const auto payments = paymentreads::ofOrder(database, 1, {order->id, {}}, std::nullopt);
        QVERIFY(payments);
        const OrderPayment wanted = orderPaymentOf(order->cost.totalMinor, payments->payments);
        QVERIFY2(order->payment == wanted, qPrintable(QStringLiteral("case %1: %2 %3 %4 %5")
                                                          .arg(i)
                                                          .arg(paymentStateText(order->payment.state))
                                                          .arg(order->payment.paidMinor)
                                                          .arg(order->payment.pendingMinor)
                                                          .arg(order->payment.methods.join(u','))));
    }
    const auto guest = guestbook::one(database, 1, 2);
    QVERIFY(guest);
    QCOMPARE(guest->orderCount, int(cases.size()));
    QCOMPARE(guestbook::one(database, 1, 3)->orderCount, 0);
}

QTEST_GUILESS_MAIN(HubCounterTest)
#include "countertest.moc"

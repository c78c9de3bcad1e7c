// SPDX-License-Identifier: GPL-3.0-or-later
// What is being ordered, and how dishes are found: without a screen.
#include "ui/orders/entry/orderdraft.h"
#include "tests/support/orderssample.h"
#include "ui/orders/entry/dishsearch.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;

namespace {

constexpr qint64 eveningMs = 1'768'488'420'000; // 2026-01-15 19:47 in Almaty
const QString almaty = QStringLiteral("Asia/Almaty");

NewOrderLine lineOf(qint64 itemId, qint64 quantity, const std::vector<qint64> &options = {}, const QString &note = {},
                    int course = 1)
{
    return {itemId, quantity, options, note, course};
}

QString firstName(const Catalog &menu, const std::vector<DishMatch> &found)
{
    const Item *item = found.empty() ? nullptr : menu.findItem(found.front().itemId);
    return item ? item->name : QString();
}

} // namespace

class OrderDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalLinesAreOne()
    {
        OrderDraft draft;
        const int first = draft.add(lineOf(1, 1000, {5, 6}));
        QCOMPARE(draft.add(lineOf(1, 500, {6, 5})), first);
        QCOMPARE(draft.line(first)->wanted.quantity, 1500);
        const int noted = draft.add(lineOf(1, 1000, {5, 6}, QStringLiteral("no onion")));
        const int later = draft.add(lineOf(1, 1000, {5, 6}, {}, 2));
        const int plain = draft.add(lineOf(1, 1000));
        QCOMPARE(draft.lines().size(), std::size_t(4));
        QVERIFY(noted != first && later != first && plain != first);
    }

    void quantityNeverOverflows()
    {
        OrderDraft draft;
        const int id = draft.add(lineOf(1, maxQuantityThousandths));
        draft.add(lineOf(1, maxQuantityThousandths));
        QCOMPARE(draft.line(id)->wanted.quantity, maxQuantityThousandths);
    }

    void removedLineComesBackWhereItWas()
    {
        OrderDraft draft;
        draft.add(lineOf(1, 1000));
        const int middle = draft.add(lineOf(2, 2000));
        draft.add(lineOf(3, 1000));
        QVERIFY(draft.remove(middle));
        QVERIFY(!draft.remove(middle));
        QCOMPARE(draft.indexOf(middle), -1);
        QVERIFY(!draft.setQuantity(middle, 1000));
        QVERIFY(!draft.setLine(middle, lineOf(2, 1000)));
        QCOMPARE(draft.putBack(), middle);
        QCOMPARE(draft.indexOf(middle), 1);
        QCOMPARE(draft.putBack(), 0);
        QCOMPARE(draft.lines().size(), std::size_t(3));
    }

    void onlyWhatWasSaidIsContent()
    {
        OrderDraft draft;
        QVERIFY(!draft.hasContent());
        draft.head.fulfilment = Fulfilment::Delivery;
        QVERIFY(!draft.hasContent());
        draft.head.guestPhone = QStringLiteral("7");
        QVERIFY(draft.hasContent());
        draft.head = {};
        const int id = draft.add(lineOf(1, 1000));
        QVERIFY(draft.hasContent());
        draft.remove(id);
        QVERIFY(!draft.hasContent());
    }

    void onlyWhatBelongsToTheFulfilmentIsPlaced()
    {
        OrderDraft draft;
        draft.uuid = QStringLiteral("u");
        draft.head.table = QStringLiteral(" 7 ");
        draft.head.covers = 4;
        draft.head.address = QStringLiteral("  Abay  12 ");
        draft.head.addressId = 41;
        draft.head.userId = 13;
        draft.head.guestName = QStringLiteral(" Sholpan ");
        draft.head.note = QStringLiteral(" birthday ");
        draft.head.promiseMinutes = 30;
        draft.add(lineOf(1, 1000, {}, QStringLiteral(" well done ")));

        NewOrder request = draft.toNewOrder(eveningMs, almaty);
        QCOMPARE(request.uuid, QStringLiteral("u"));
        QVERIFY(request.table.isEmpty() && request.covers == 0 && request.address.isEmpty() && !request.addressId);
        QCOMPARE(request.guestName, QStringLiteral("Sholpan"));
        QCOMPARE(request.userId, std::optional<qint64>(13));
        QCOMPARE(request.note, QStringLiteral("birthday"));
        QCOMPARE(request.promisedAtMs, eveningMs + 30 * 60'000);
        QCOMPARE(request.lines.front().note, QStringLiteral("well done"));

        draft.head.fulfilment = Fulfilment::DineIn;
        request = draft.toNewOrder(eveningMs, almaty);
        QCOMPARE(request.table, QStringLiteral("7"));
        QCOMPARE(request.covers, 4);
        QVERIFY(request.address.isEmpty());

        // What was typed is the newer wish.
        draft.head.fulfilment = Fulfilment::Delivery;
        request = draft.toNewOrder(eveningMs, almaty);
        QCOMPARE(request.address, QStringLiteral("Abay 12"));
        QVERIFY(!request.addressId);
        draft.head.address.clear();
        QCOMPARE(draft.toNewOrder(eveningMs, almaty).addressId, std::optional<qint64>(41));
        QVERIFY(request.table.isEmpty());
    }

    void orderAgainKeepsEverythingButTheName()
    {
        NewOrder before;
        before.uuid = QStringLiteral("old");
        before.fulfilment = Fulfilment::Delivery;
        before.address = QStringLiteral("Abay 12");
        before.userId = 15;
        before.allergy = QStringLiteral("nuts");
        before.lines = {lineOf(1, 2000, {5})};
        const OrderDraft draft = OrderDraft::from(before);
        QVERIFY(draft.uuid.isEmpty());
        NewOrder again = draft.toNewOrder(eveningMs, almaty);
        before.uuid.clear();
        QCOMPARE(again, before);
    }

    void pricesDoNotWaitForTheTable()
    {
        FakeOrdersPort port;
        port.setCatalog(orderssample::catalog());
        OrderDraft draft;
        draft.head.fulfilment = Fulfilment::DineIn;
        draft.add(lineOf(1, 2000));
        QVERIFY(!port.price(draft.toNewOrder(eveningMs, almaty)));
        const auto priced = port.price(draft.toPrice());
        QVERIFY(priced);
        QCOMPARE(priced->cost.totalMinor, 500'000);
    }

    void problemsStandAtTheirPlace()
    {
        using At = DraftProblem::At;
        const Error error{ErrorCode::ValidationFailed,
                          QStringLiteral("x"),
                          {{QStringLiteral("items[2].quantity"), {}},
                           {QStringLiteral("items[0].item_id"), {}},
                           {QStringLiteral("items[1].options[0]"), {}},
                           {QStringLiteral("items[1].options"), {}},
                           {QStringLiteral("items[1].course"), {}},
                           {QStringLiteral("items"), {}},
                           {QStringLiteral("table"), {}},
                           {QStringLiteral("address_id"), {}},
                           {QStringLiteral("address"), {}},
                           {QStringLiteral("covers"), {}},
                           {QStringLiteral("promised_at"), {}},
                           {QStringLiteral("guest_phone"), {}},
                           {QStringLiteral("moon"), {}}}};
        const auto problems = draftProblems(error);
        const std::vector<std::pair<At, int>> expected{
            {At::Quantity, 2}, {At::Dish, 0},   {At::Options, 1},  {At::Options, 1},  {At::Line, 1},
            {At::Items, -1},   {At::Table, -1}, {At::Address, -1}, {At::Address, -1}, {At::Covers, -1},
            {At::Promise, -1}, {At::Guest, -1}, {At::Other, -1}};
        QCOMPARE(problems.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(problems[i].at, expected[i].first);
            QCOMPARE(problems[i].line, expected[i].second);
        }
        QVERIFY(draftProblems(Error{ErrorCode::StorageUnavailable, {}, {}}).empty());
    }

    void timesOfDayAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QTime>("time");
        QTest::newRow("colon") << "20:30" << QTime(20, 30);
        QTest::newRow("point") << "20.30" << QTime(20, 30);
        QTest::newRow("figures") << "2030" << QTime(20, 30);
        QTest::newRow("three figures") << "905" << QTime(9, 5);
        QTest::newRow("space") << " 9 05 " << QTime(9, 5);
        QTest::newRow("hour") << "20" << QTime(20, 0);
        QTest::newRow("midnight") << "00:00" << QTime(0, 0);
        QTest::newRow("no hour") << "24:00" << QTime();
        QTest::newRow("no minute") << "20:60" << QTime();
        QTest::newRow("words") << "soon" << QTime();
        QTest::newRow("empty") << "" << QTime();
        QTest::newRow("sign") << "-5" << QTime();
        QTest::newRow("long") << "20305" << QTime();
    }

    void timesOfDayAreRead()
    {
        QFETCH(QString, typed);
        QFETCH(QTime, time);
        QCOMPARE(readTimeOfDay(typed).value_or(QTime()), time);
    }

    void promiseIsTheNextSuchTime()
    {
        OrderDraft draft;
        QCOMPARE(draft.promisedAt(eveningMs, almaty), std::optional<qint64>(0));
        draft.head.promiseText = QStringLiteral("20:17");
        QCOMPARE(draft.promisedAt(eveningMs, almaty), std::optional<qint64>(eveningMs + 30 * 60'000));
        draft.head.promiseText = QStringLiteral("19:47");
        QCOMPARE(draft.promisedAt(eveningMs + 20'000, almaty), std::optional<qint64>(eveningMs));
        draft.head.promiseText = QStringLiteral("19:46");
        QCOMPARE(draft.promisedAt(eveningMs, almaty), std::optional<qint64>(eveningMs + (24 * 60 - 1) * 60'000LL));
        draft.head.promiseText = QStringLiteral("later");
        QVERIFY(!draft.promisedAt(eveningMs, almaty));
        QCOMPARE(draft.toNewOrder(eveningMs, almaty).promisedAtMs, 0);
    }

    void wordsOfListsAreSwitched()
    {
        QCOMPARE(toggleWord(QString(), QStringLiteral("nuts")), QStringLiteral("nuts"));
        QCOMPARE(toggleWord(QStringLiteral("Nuts , milk,"), QStringLiteral("nuts")), QStringLiteral("milk"));
        QCOMPARE(toggleWord(QStringLiteral("milk"), QStringLiteral("nuts")), QStringLiteral("milk, nuts"));
        QVERIFY(hasWord(QStringLiteral("Мёд, nuts"), QStringLiteral("мед")));
        QVERIFY(!hasWord(QStringLiteral("peanuts"), QStringLiteral("nuts")));
        QVERIFY(wordsOf(QStringLiteral(" , ,")).isEmpty());
    }

    void quantityIsReadBeforeTheDish_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << "2 plov" << qint64(2000) << "plov";
        QTest::newRow("point") << "1.5 shashlik" << qint64(1500) << "shashlik";
        QTest::newRow("comma") << "0,25 shash" << qint64(250) << "shash";
        QTest::newRow("times") << "3x plov" << qint64(3000) << "plov";
        QTest::newRow("Russian times") << "3х плов" << qint64(3000) << "плов";
        QTest::newRow("alone") << "2" << qint64(2000) << "";
        QTest::newRow("waiting") << "2 " << qint64(2000) << "";
        QTest::newRow("none") << "plov" << qint64(-1) << "plov";
        QTest::newRow("zero") << "0 plov" << qint64(-1) << "0 plov";
        QTest::newRow("four places") << "1.2345 plov" << qint64(-1) << "1.2345 plov";
        QTest::newRow("joined") << "7up" << qint64(-1) << "7up";
        QTest::newRow("behind") << "plov 2" << qint64(-1) << "plov 2";
        QTest::newRow("empty") << "  " << qint64(-1) << "";
    }

    void quantityIsReadBeforeTheDish()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, quantity);
        QFETCH(QString, text);
        const DishQuery query = readDishQuery(typed);
        QCOMPARE(query.quantity.value_or(-1), quantity);
        QCOMPARE(query.text, text);
    }

    void bestDishComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("dish");
        QTest::newRow("prefix") << "plo"
                                << "Plov, wedding";
        QTest::newRow("case") << "PLOV"
                              << "Plov, wedding";
        QTest::newRow("counted") << "1.5 shash"
                                 << "Shashlik, kg";
        QTest::newRow("second word") << "tongue"
                                     << "Warm tongue salad";
        QTest::newRow("two words") << "pump sam"
                                   << "Samsa with pumpkin";
        QTest::newRow("first word before others") << "sam"
                                                  << "Samsa with lamb";
        QTest::newRow("inside a word") << "kebab"
                                       << "Kazan kebab, whole lamb shoulder for six";
        QTest::newRow("category") << "drinks ku"
                                  << "Kumys, 0.5 l";
        QTest::newRow("Russian keyboard") << "здщм"
                                          << "Plov, wedding";
        QTest::newRow("nothing") << "pizza"
                                 << "";
    }

    void bestDishComesFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QString, dish);
        const Catalog menu = orderssample::catalog();
        QCOMPARE(firstName(menu, DishSearch(menu).find(typed)), dish);
    }

    void cyrillicFolds()
    {
        Catalog menu;
        menu.categories.push_back({1, QStringLiteral("Ыстық тағамдар"), {}, 1000, {}, 0, {}, 1, {}});
        Item tea;
        tea.id = 1;
        tea.categoryId = 1;
        tea.name = QStringLiteral("Чай с мёдом");
        Item dish = tea;
        dish.id = 2;
        dish.name = QStringLiteral("Қуырдақ");
        menu.items = {tea, dish};
        const DishSearch search(menu);
        QCOMPARE(firstName(menu, search.find(QStringLiteral("мед"))), tea.name);
        QCOMPARE(firstName(menu, search.find(QStringLiteral("ҚУЫР"))), dish.name);
        QCOMPARE(search.find(QStringLiteral("тағам")).size(), std::size_t(2));
        // Typed with the Latin keyboard.
        QCOMPARE(firstName(menu, search.find(QStringLiteral("xfq"))), tea.name);
    }

    void nameThatBeginsWithAFigureIsNoQuantity()
    {
        Catalog menu = orderssample::catalog();
        Item cola = menu.items.back();
        cola.id = 900;
        cola.name = QStringLiteral("7 Up");
        menu.items.push_back(cola);
        const auto found = DishSearch(menu).find(QStringLiteral("7 u"));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front(), (DishMatch{900, std::nullopt}));
    }

    void wholeMenuKeepsItsOrder()
    {
        const Catalog menu = orderssample::catalog();
        const DishSearch search(menu);
        const auto all = search.find(QString());
        QCOMPARE(all.size(), menu.items.size());
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].itemId, menu.items[i].id);
        const auto drinks = search.find(QStringLiteral("2"), 5);
        QCOMPARE(drinks.size(), std::size_t(4));
        QVERIFY(
            std::all_of(drinks.begin(), drinks.end(), [](const DishMatch &match) { return match.quantity == 2000; }));
    }

    void dishesThatAreOutComeLast()
    {
        Catalog menu = orderssample::catalog();
        for (Item &item : menu.items) {
            if (item.name == u"Manty, lamb")
                item.available = false;
        }
        const auto found = DishSearch(menu).find(QStringLiteral("manty"));
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(firstName(menu, found), QStringLiteral("Manty, pumpkin"));
    }

    void nothingTypedCrashesIt()
    {
        const DishSearch search(orderssample::catalog());
        for (const QString &typed :
             {QStringLiteral("((("), QStringLiteral("\\"), QString(5000, u'a'), QStringLiteral("99999999999 plov"),
              QString(QChar(0xd800)), QStringLiteral("\t\n")})
            QVERIFY(search.find(typed).size() <= orderssample::catalog().items.size());
        QVERIFY(DishSearch().find(QStringLiteral("plov")).empty());
    }
};

QTEST_GUILESS_MAIN(OrderDraftTest)
#include "orderdrafttest.moc"

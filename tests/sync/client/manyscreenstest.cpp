// SPDX-License-Identifier: GPL-3.0-or-later
#include "manyscreens.h"
#include "models/domain/uuid7.h"

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

using Failure = PortFailure::Kind;

/// Two people, one ticket: each row of the table in docs/sync.md, between real terminals over real sockets. One of the
/// two has its cable out while the other acts, so that who is first is no matter of luck; what it did before is what
/// the hub hears second. Of everything that a screen shows meanwhile there may be what was, what its own person did and
/// what is true, in this order and nothing else.
class ManyScreensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bothBump();
    void bothBumpAtOnce();
    void aBumpAfterABump();
    void recallAfterComplete();
    void completeAfterRecall();
    void bumpAfterCancel();
    void cancelAfterBump();
    void bumpAfterVoid();
    void voidAfterBump();
    void bumpAfterSplit();
    void bothCancelForOtherReasons();
    void otherFieldsOfAnOrder();
    void theSameFieldOfAnOrder();
    void linesAfterComplete();
    void editAfterDelete();
    void deleteAfterEdit();
    void orderAfter86();
    void bothSay86();
    void theSameNumber();
    void theWholeQueueOfTheLoserIsParked();

private:
    static constexpr int patienceMs = RecordingScreen::patienceMs;

    /// Ready for a bump: both lines started on every screen.
    qint64 startedOrder();
    /// All screens know it as this.
    QString waitShown(qint64 orderId, const QString &shown);
    QString settleAll();
    std::vector<RecordingScreen *> all() { return {m_grill.get(), m_cold.get(), m_counter.get(), m_manager.get()}; }
    /// Rows of the history that say this status.
    int reached(qint64 orderId, OrderStatus status);

    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        std::optional<PortAnswer<T>> got;
        ask([&got](const PortAnswer<T> &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, patienceMs))
            return PortAnswer<T>::failed({Failure::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
        return *got;
    }
    QString key() { return makeUuid7(m_clock.nowMs()); }

    SystemClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<RecordingScreen> m_grill; ///< two kitchen screens, one counter, one manager
    std::unique_ptr<RecordingScreen> m_cold;
    std::unique_ptr<RecordingScreen> m_counter;
    std::unique_ptr<RecordingScreen> m_manager;
};

void ManyScreensTest::init()
{
    TestSiteOptions options;
    options.liveTickMs = 200;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    const TestBusiness &business = m_site->business();
    const auto screen = [&](const QByteArray &token, Role role) {
        return std::make_unique<RecordingScreen>(*m_site, token, role);
    };
    m_grill = screen(business.terminalTokens.at(Role::Kitchen), Role::Kitchen);
    m_cold = screen(m_site->addTerminal(business, QStringLiteral("Cold screen"), Role::Kitchen), Role::Kitchen);
    m_counter = screen(business.terminalTokens.at(Role::Counter), Role::Counter);
    m_manager = screen(business.terminalTokens.at(Role::Manager), Role::Manager);
    for (RecordingScreen *one : all())
        QCOMPARE(one->connectToSite(), QString());
}

void ManyScreensTest::cleanup()
{
    m_grill.reset();
    m_cold.reset();
    m_counter.reset();
    m_manager.reset();
    m_site.reset();
}

QString ManyScreensTest::waitShown(qint64 orderId, const QString &shown)
{
    for (RecordingScreen *one : all()) {
        if (!QTest::qWaitFor([&] { return one->shown(orderId) == shown; }, patienceMs))
            return QStringLiteral("a screen shows %1").arg(one->shown(orderId));
    }
    return {};
}

QString ManyScreensTest::settleAll()
{
    for (RecordingScreen *one : all()) {
        if (const QString left = one->settle(); !left.isEmpty())
            return left;
    }
    return {};
}

qint64 ManyScreensTest::startedOrder()
{
    const qint64 id = orderSoupAndBread(*m_site);
    if (id == 0 || !waitShown(id, QStringLiteral("New qq")).isEmpty() || !m_grill->kitchen().start(id) ||
        !waitShown(id, QStringLiteral("Preparing ss")).isEmpty() || !settleAll().isEmpty())
        return 0;
    for (RecordingScreen *one : all())
        one->forgetStories();
    return id;
}

int ManyScreensTest::reached(qint64 orderId, OrderStatus status)
{
    const auto reader = m_site->hub().openReader();
    auto rows = (*reader)->query(QStringLiteral("SELECT count(*) FROM order_status WHERE order_id = ? AND status = ?"),
                                 {orderId, int(status)});
    return rows && rows->next() ? int(rows->integer(0)) : -1;
}

// ---- both do the same

void ManyScreensTest::bothBump()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_cold->unplug();
    QVERIFY(m_cold->kitchen().bump(id));
    QVERIFY(m_grill->kitchen().bump(id));
    QCOMPARE(m_grill->settle(), QString());
    QCOMPARE(m_cold->plugIn(), QString());
    // The second finds it reached: nothing is refused, and nothing happened twice.
    for (RecordingScreen *one : all()) {
        QCOMPARE(one->refusals(), QStringList());
        QTRY_COMPARE_WITH_TIMEOUT(
            one->story(id), (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Ready dd")}), patienceMs);
    }
    QCOMPARE(reached(id, OrderStatus::Ready), 1);
}

void ManyScreensTest::bothBumpAtOnce()
{
    for (int round = 0; round < 5; ++round) {
        const qint64 id = startedOrder();
        QVERIFY(id);
        QVERIFY(m_grill->kitchen().bump(id));
        QVERIFY(m_cold->kitchen().bump(id));
        QCOMPARE(settleAll(), QString());
        for (RecordingScreen *one : all()) {
            QCOMPARE(one->refusals(), QStringList());
            QCOMPARE(one->story(id), (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Ready dd")}));
        }
        QCOMPARE(reached(id, OrderStatus::Ready), 1);
    }
}

/// A bump means what its person saw: one that meant "done" hands nothing over that somebody else had made done.
void ManyScreensTest::aBumpAfterABump()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_cold->unplug();
    QVERIFY(m_cold->kitchen().bump(id));
    QVERIFY(m_grill->kitchen().bump(id));
    QVERIFY(m_grill->kitchen().bump(id)); // handed over
    QCOMPARE(m_grill->settle(), QString());
    QCOMPARE(m_cold->plugIn(), QString());
    QCOMPARE(m_cold->shown(id), QStringLiteral("Completed dd"));
    QCOMPARE(m_cold->story(id),
             (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Ready dd"), QStringLiteral("Completed dd")}));
    QCOMPARE(reached(id, OrderStatus::Completed), 1);
}

// ---- one takes back what the other goes on with

void ManyScreensTest::recallAfterComplete()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    QVERIFY(m_grill->kitchen().bump(id));
    QCOMPARE(waitShown(id, QStringLiteral("Ready dd")), QString());
    QCOMPARE(settleAll(), QString());
    m_grill->forgetStories();
    m_grill->unplug();
    QVERIFY(m_grill->kitchen().recall(id));
    QVERIFY(m_counter->orders().setStatus(id, OrderStatus::Completed));
    QCOMPARE(m_counter->settle(), QString());
    QCOMPARE(m_grill->plugIn(), QString());
    QCOMPARE(m_grill->shown(id), QStringLiteral("Completed dd"));
    QCOMPARE(m_grill->story(id),
             (QStringList{QStringLiteral("Ready dd"), QStringLiteral("Preparing ss"), QStringLiteral("Completed dd")}));
    QCOMPARE(m_grill->refusals(), QStringList{QStringLiteral("recall ORDER_STATUS_CHANGED")});
    QCOMPARE(m_counter->refusals(), QStringList());
}

void ManyScreensTest::completeAfterRecall()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    QVERIFY(m_grill->kitchen().bump(id));
    QCOMPARE(waitShown(id, QStringLiteral("Ready dd")), QString());
    QCOMPARE(settleAll(), QString());
    m_counter->forgetStories();
    m_counter->unplug();
    QVERIFY(m_counter->orders().setStatus(id, OrderStatus::Completed));
    QVERIFY(m_grill->kitchen().recall(id));
    QCOMPARE(m_grill->settle(), QString());
    const QString recalled = m_grill->shown(id);
    QCOMPARE(m_counter->plugIn(), QString());
    QCOMPARE(m_counter->shown(id), recalled);
    QCOMPARE(m_counter->story(id), (QStringList{QStringLiteral("Ready dd"), QStringLiteral("Completed dd"), recalled}));
    QCOMPARE(m_counter->refusals(), QStringList{QStringLiteral("status:6 ORDER_STATUS_CHANGED")});
    QCOMPARE(reached(id, OrderStatus::Completed), 0);
}

// ---- cancelled meanwhile

void ManyScreensTest::bumpAfterCancel()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_grill->unplug();
    QVERIFY(m_grill->kitchen().bump(id));
    QVERIFY(m_manager->orders().setStatus(id, OrderStatus::Cancelled, QStringLiteral("The guest left")));
    QCOMPARE(m_manager->settle(), QString());
    QCOMPARE(m_grill->plugIn(), QString());
    QCOMPARE(m_grill->shown(id).section(u' ', 0, 0), QStringLiteral("Cancelled"));
    QCOMPARE(m_grill->story(id).size(), 3);
    QCOMPARE(m_grill->story(id).mid(0, 2), (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Ready dd")}));
    QCOMPARE(m_grill->refusals(), QStringList{QStringLiteral("done ORDER_TRANSITION_NOT_ALLOWED")});
    QCOMPARE(reached(id, OrderStatus::Ready), 0);
}

void ManyScreensTest::cancelAfterBump()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_manager->unplug();
    QVERIFY(m_manager->orders().setStatus(id, OrderStatus::Cancelled, QStringLiteral("The guest left")));
    const QString cancelled = m_manager->shown(id);
    QVERIFY(m_grill->kitchen().bump(id));
    QVERIFY(m_grill->kitchen().bump(id)); // and handed over
    QCOMPARE(m_grill->settle(), QString());
    QCOMPARE(m_manager->plugIn(), QString());
    // What the guest has in hand cannot be cancelled by somebody who did not know.
    QCOMPARE(m_manager->shown(id), QStringLiteral("Completed dd"));
    QCOMPARE(m_manager->story(id),
             (QStringList{QStringLiteral("Preparing ss"), cancelled, QStringLiteral("Completed dd")}));
    QCOMPARE(m_manager->refusals(), QStringList{QStringLiteral("status:7 ORDER_STATUS_CHANGED")});
}

void ManyScreensTest::bothCancelForOtherReasons()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_manager->unplug();
    QVERIFY(m_manager->orders().setStatus(id, OrderStatus::Cancelled, QStringLiteral("Too late")));
    QVERIFY(tellHub(*m_site, m_site->business().token, "PATCH",
                    "/api/v1/business/orders/" + QByteArray::number(id) + "/status",
                    R"({"status":7,"reason":"The guest left"})"));
    QCOMPARE(m_manager->plugIn(), QString());
    QCOMPARE(m_manager->refusals(), QStringList());
    QCOMPARE(reached(id, OrderStatus::Cancelled), 1);
    QCOMPARE(m_manager->story(id).size(), 2);
}

// ---- lines

void ManyScreensTest::bumpAfterVoid()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    const qint64 bread = m_grill->terminal().visibleOrders().find(id)->order.lines[1].id;
    m_grill->unplug();
    QVERIFY(m_grill->kitchen().bump(id));
    QVERIFY(m_manager->orders().voidLines(id, {bread}, QStringLiteral("Not wanted")));
    QCOMPARE(m_manager->settle(), QString());
    QCOMPARE(m_grill->plugIn(), QString());
    // Nobody knows whether the cook would have bumped the soup without the bread: the cook is asked.
    QCOMPARE(m_grill->shown(id), QStringLiteral("Preparing sv"));
    QCOMPARE(m_grill->story(id),
             (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Ready dd"), QStringLiteral("Preparing sv")}));
    QCOMPARE(m_grill->refusals(), QStringList{QStringLiteral("done LINE_TRANSITION_NOT_ALLOWED")});
    QVERIFY(m_grill->kitchen().bump(id));
    QCOMPARE(settleAll(), QString());
    QCOMPARE(m_grill->shown(id), QStringLiteral("Ready dv"));
}

void ManyScreensTest::voidAfterBump()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    const qint64 bread = m_counter->terminal().visibleOrders().find(id)->order.lines[1].id;
    m_manager->unplug();
    QVERIFY(m_manager->orders().voidLines(id, {bread}, QStringLiteral("Not wanted")));
    QVERIFY(m_grill->kitchen().bump(id));
    QCOMPARE(m_grill->settle(), QString());
    QCOMPARE(m_manager->plugIn(), QString());
    QCOMPARE(settleAll(), QString());
    // A manager may void what is done: both hold.
    QCOMPARE(m_manager->refusals(), QStringList());
    QCOMPARE(m_manager->shown(id), QStringLiteral("Ready dv"));
    QCOMPARE(m_manager->story(id),
             (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Preparing sv"), QStringLiteral("Ready dv")}));
    QCOMPARE(m_grill->shown(id), QStringLiteral("Ready dv"));
}

void ManyScreensTest::bumpAfterSplit()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    const qint64 bread = m_grill->terminal().visibleOrders().find(id)->order.lines[1].id;
    m_grill->unplug();
    QVERIFY(m_grill->kitchen().bump(id));
    const auto made = wait<Order>([&](auto done) {
        return m_counter->rig().client().archive().split(key(), id, {{bread, 1000}}, done);
    });
    QVERIFY2(made.value.has_value(), qPrintable(made.failure.errorCode + u' ' + made.failure.message));
    QCOMPARE(m_counter->settle(), QString());
    QCOMPARE(m_grill->plugIn(), QString());
    QCOMPARE(m_grill->refusals(), QStringList{QStringLiteral("done NOT_FOUND")});
    QCOMPARE(m_grill->shown(id), QStringLiteral("Preparing s"));
    QCOMPARE(m_grill->shown(made.value->id), QStringLiteral("Preparing s"));
    QCOMPARE(m_grill->story(id),
             (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Ready dd"), QStringLiteral("Preparing s")}));
}

void ManyScreensTest::linesAfterComplete()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_counter->unplug();
    NewOrderLine tea;
    tea.itemId = m_site->business().item("Soup");
    tea.quantity = 1000;
    QVERIFY(m_counter->orders().addLines(id, {tea}));
    QVERIFY(m_grill->kitchen().bump(id));
    QVERIFY(m_grill->kitchen().bump(id));
    QCOMPARE(m_grill->settle(), QString());
    QCOMPARE(m_counter->plugIn(), QString());
    QCOMPARE(m_counter->refusals().size(), 1);
    QCOMPARE(m_counter->shown(id), QStringLiteral("Completed dd"));
    QCOMPARE(m_counter->story(id), (QStringList{QStringLiteral("Preparing ss"), QStringLiteral("Preparing ssq"),
                                                QStringLiteral("Completed dd")}));
}

// ---- fields

void ManyScreensTest::otherFieldsOfAnOrder()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_counter->unplug();
    OrderFields note;
    note.note = QStringLiteral("No salt");
    QVERIFY(m_counter->orders().edit(id, note));
    OrderFields allergy;
    allergy.allergy = QStringLiteral("Nuts");
    QVERIFY(m_manager->orders().edit(id, allergy));
    QCOMPARE(m_manager->settle(), QString());
    QCOMPARE(m_counter->plugIn(), QString());
    QCOMPARE(m_counter->refusals(), QStringList());
    for (RecordingScreen *one : {m_counter.get(), m_manager.get()}) {
        QCOMPARE(one->settle(), QString());
        const Order &order = one->terminal().visibleOrders().find(id)->order;
        QCOMPARE(order.note, QStringLiteral("No salt"));
        QCOMPARE(order.allergy, QStringLiteral("Nuts"));
    }
}

void ManyScreensTest::theSameFieldOfAnOrder()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    m_counter->unplug();
    OrderFields mine;
    mine.note = QStringLiteral("No salt");
    QVERIFY(m_counter->orders().edit(id, mine));
    OrderFields theirs;
    theirs.note = QStringLiteral("Much salt");
    QVERIFY(m_manager->orders().edit(id, theirs));
    QCOMPARE(m_manager->settle(), QString());
    QCOMPARE(m_counter->plugIn(), QString());
    QCOMPARE(m_counter->refusals(), QStringList{QStringLiteral("edit VERSION_STALE")});
    QCOMPARE(m_counter->terminal().visibleOrders().find(id)->order.note, QStringLiteral("Much salt"));
}

// ---- the menu

void ManyScreensTest::editAfterDelete()
{
    CatalogPort &editor = m_manager->rig().client().catalog();
    const qint64 soup = m_site->business().item("Soup");
    QTRY_VERIFY_WITH_TIMEOUT(editor.catalog().findItem(soup) != nullptr, patienceMs);
    ItemChange price;
    price.id = soup;
    price.version = editor.catalog().findItem(soup)->version;
    price.edit.priceMinor = 1400;
    BlockingHttp http(m_site->port(), m_site->business().token);
    const auto removed = http.request("DELETE", "/api/v1/business/items/" + QByteArray::number(soup));
    QVERIFY(removed && removed->status == 200);
    const auto lost = wait<CatalogChanged>([&](auto done) {
        return editor.apply(key(), CatalogChange{{}, {price}}, done);
    });
    QVERIFY(!lost.value);
    QCOMPARE(int(lost.failure.kind), int(Failure::Refused));
    QCOMPARE(lost.failure.errorCode, QStringLiteral("NOT_FOUND"));
    for (RecordingScreen *one : all())
        QTRY_VERIFY_WITH_TIMEOUT(!one->terminal().visibleCatalog().catalog().findItem(soup), patienceMs);
}

void ManyScreensTest::deleteAfterEdit()
{
    CatalogPort &editor = m_manager->rig().client().catalog();
    const qint64 soup = m_site->business().item("Soup");
    QTRY_VERIFY_WITH_TIMEOUT(editor.catalog().findItem(soup) != nullptr, patienceMs);
    ItemChange removal;
    removal.act = RowAct::Remove;
    removal.id = soup;
    removal.version = editor.catalog().findItem(soup)->version;
    QVERIFY(tellHub(*m_site, m_site->business().token, "PATCH", "/api/v1/business/items/" + QByteArray::number(soup),
                    R"({"price":14,"version":)" + QByteArray::number(*removal.version) + '}'));
    const auto lost = wait<CatalogChanged>([&](auto done) {
        return editor.apply(key(), CatalogChange{{}, {removal}}, done);
    });
    QVERIFY(!lost.value);
    QCOMPARE(lost.failure.errorCode, QStringLiteral("VERSION_STALE"));
    for (RecordingScreen *one : all()) {
        const auto price = [&] {
            const Catalog catalog = one->terminal().visibleCatalog().catalog();
            const Item *item = catalog.findItem(soup);
            return item ? item->priceMinor : 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(price(), 1400, patienceMs);
    }
}

void ManyScreensTest::orderAfter86()
{
    const qint64 soup = m_site->business().item("Soup");
    QTRY_VERIFY_WITH_TIMEOUT(m_counter->terminal().visibleCatalog().catalog().findItem(soup) != nullptr, patienceMs);
    m_counter->unplug();
    NewOrder request;
    request.guestName = QStringLiteral("Asel");
    NewOrderLine line;
    line.itemId = soup;
    line.quantity = 1000;
    request.lines = {line};
    const auto taken = m_counter->orders().create(request);
    QVERIFY2(bool(taken), taken ? "" : qPrintable(taken.error().message));
    QVERIFY(m_grill->kitchen().setAvailable(soup, false));
    QCOMPARE(m_grill->settle(), QString());
    QCOMPARE(m_counter->plugIn(), QString());
    // The guest is told by whoever took it: it is not on any ticket, and here it is said which and why.
    QCOMPARE(m_counter->refusals(), QStringList{QStringLiteral("create ITEM_UNAVAILABLE")});
    QCOMPARE(m_site->rowCount("orders"), 0);
}

void ManyScreensTest::bothSay86()
{
    const qint64 soup = m_site->business().item("Soup");
    const auto isOut = [&](RecordingScreen *one) {
        const Catalog catalog = one->terminal().visibleCatalog().catalog();
        const Item *item = catalog.findItem(soup);
        return item && !item->available;
    };
    QTRY_VERIFY_WITH_TIMEOUT(m_cold->terminal().visibleCatalog().catalog().findItem(soup) != nullptr, patienceMs);
    m_cold->unplug();
    QVERIFY(m_cold->kitchen().setAvailable(soup, false));
    QVERIFY(m_grill->kitchen().setAvailable(soup, false));
    QCOMPARE(m_grill->settle(), QString());
    QCOMPARE(m_cold->plugIn(), QString());
    for (RecordingScreen *one : all()) {
        QTRY_VERIFY_WITH_TIMEOUT(isOut(one), patienceMs);
        QCOMPARE(one->refusals(), QStringList());
    }
}

// ---- numbers

/// Two screens have two letters; the same number is asked for when a screen's own file was put back.
void ManyScreensTest::theSameNumber()
{
    const TestBusiness &business = m_site->business();
    const qint64 soup = business.item("Soup");
    QTRY_VERIFY_WITH_TIMEOUT(!m_counter->terminal().cache().terminalLetter().isEmpty(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_counter->terminal().visibleCatalog().catalog().findItem(soup) != nullptr, patienceMs);
    m_counter->unplug();
    NewOrder request;
    request.guestName = QStringLiteral("Asel");
    NewOrderLine line;
    line.itemId = soup;
    line.quantity = 1000;
    request.lines = {line};
    const auto taken = m_counter->orders().create(request);
    QVERIFY(taken);
    const QByteArray body = R"({"fulfilment":"pickup","guest_name":"Dana","number":")" +
                            taken->order.number.toLatin1() + R"(","items":[{"item_id":)" + QByteArray::number(soup) +
                            R"(,"quantity":1}]})";
    const auto other =
        tellHub(*m_site, business.terminalTokens.at(Role::Counter), "POST", "/api/v1/business/orders", body);
    QVERIFY(other);
    QCOMPARE(m_counter->plugIn(), QString());
    QCOMPARE(m_counter->refusals(), QStringList());
    QStringList numbers;
    for (const DeskOrder &order : m_counter->orders().orders())
        numbers << order.order.number;
    QCOMPARE(numbers.size(), 2);
    QCOMPARE(numbers.removeDuplicates(), 0);
    QVERIFY(numbers.contains(taken->order.number));
}

// ---- what was built on what was refused

void ManyScreensTest::theWholeQueueOfTheLoserIsParked()
{
    const qint64 id = startedOrder();
    QVERIFY(id);
    const qint64 other = startedOrder();
    QVERIFY(other);
    m_grill->unplug();
    QVERIFY(m_grill->kitchen().bump(id));
    QVERIFY(m_grill->kitchen().bump(id));
    QVERIFY(m_grill->kitchen().bump(other));
    QVERIFY(m_manager->orders().setStatus(id, OrderStatus::Cancelled, QStringLiteral("The guest left")));
    QCOMPARE(m_manager->settle(), QString());
    QCOMPARE(m_grill->plugIn(), QString());
    QCOMPARE(m_grill->refusals(), (QStringList{QStringLiteral("status:6 ORDER_TRANSITION_NOT_ALLOWED"),
                                               QStringLiteral("done ORDER_TRANSITION_NOT_ALLOWED")}));
    // Another order's queue is another matter.
    QCOMPARE(m_grill->shown(other), QStringLiteral("Ready dd"));
    QCOMPARE(m_grill->shown(id).section(u' ', 0, 0), QStringLiteral("Cancelled"));
}

QTEST_GUILESS_MAIN(ManyScreensTest)
#include "manyscreenstest.moc"

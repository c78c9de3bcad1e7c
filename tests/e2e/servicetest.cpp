// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/windowpages.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"
#include "ui/common/application.h"
#include "ui/common/choicerow.h"
#include "ui/common/navigationrail.h"
#include "ui/common/railentry.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/kitchenkeys.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/mainwindow.h"
#include "ui/orders/entry/addlinessheet.h"
#include "ui/orders/entry/dishpicker.h"
#include "ui/orders/entry/newordersheet.h"
#include "ui/orders/entry/orderbuilder.h"
#include "ui/orders/entry/orderdetails.h"
#include "ui/orders/entry/staffsheets.h"
#include "ui/orders/orderspage.h"
#include "ui/orders/orderstable.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::test;

/// A service as a restaurant has it: the real window over a real terminal, a real hub, sockets between them. What the
/// hub has in the end is what counts.
class ServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void byKeyboardOnly();
    void byTouchOnly();
    void byBumpBarOnly();
    void tenStepsAreUndone();
    void coursesAreHeldAndFired();
    void dishesAreAddedAndVoidedAfterSending();
    void theHubGoesAndComesBack();

private:
    void openWindow();
    QString baseUrl() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_site->port()); }

    // ---- what a person does
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, Qt::Key(key), modifiers);
        QCoreApplication::processEvents();
    }
    void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    void tap(QWidget *widget, QPoint at)
    {
        QVERIFY2(widget->isVisible(), "nobody can touch what is not there");
        const QPoint there = widget->mapTo(m_window.get(), at);
        QTest::touchEvent(m_window.get(), m_finger).press(0, there, m_window.get());
        QTest::touchEvent(m_window.get(), m_finger).release(0, there, m_window.get());
        QCoreApplication::processEvents();
    }
    void tap(QWidget *widget) { tap(widget, widget->rect().center()); }
    void tapTile(const char *dish)
    {
        QListView *tiles = m_sheets->newOrderSheet()->builder()->picker()->tiles();
        for (int row = 0; row < tiles->model()->rowCount(); ++row) {
            const QModelIndex index = tiles->model()->index(row, 0);
            if (index.data().toString() == QLatin1String(dish))
                return tap(tiles->viewport(), tiles->visualRect(index).center());
        }
        QFAIL("no such dish");
    }
    template <typename T> T *find(const QWidget *on, const char *name) const
    {
        T *widget = on->findChild<T *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    /// The large action of the order's ticket by a finger, once it is there.
    void tapTicket(qint64 id)
    {
        QTRY_VERIFY(!m_kitchen->view()->actionRectOf(id).isEmpty());
        tap(m_kitchen->view()->viewport(), m_kitchen->view()->actionRectOf(id).center());
    }

    // ---- what the hub has
    QJsonObject ask(const QByteArray &path)
    {
        BlockingHttp http(m_site->port(), m_site->business().token);
        const auto answer = http.get("/api/v1/business/" + path);
        return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    }
    QJsonObject order(qint64 id)
    {
        return ask("orders/" + QByteArray::number(id)).value(QLatin1String("data")).toObject();
    }
    int statusAtHub(qint64 id)
    {
        return order(id).value(QLatin1String("status")).toObject().value(QLatin1String("status")).toInt();
    }
    QJsonArray ordersAtHub() { return ask("orders").value(QLatin1String("data")).toArray(); }
    qint64 place(const QByteArray &items);

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TerminalRig> m_rig;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<StaffSheets> m_sheets;
    std::unique_ptr<MainWindow> m_window;
    KitchenPage *m_kitchen = nullptr;
    OrdersPage *m_orders = nullptr;
    QPointingDevice *m_finger = QTest::createTouchDevice();
};

void ServiceTest::init()
{
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_directory = std::make_unique<QTemporaryDir>();
    m_rig = std::make_unique<TerminalRig>(m_directory->filePath(QStringLiteral("terminal")));
    const auto &tokens = m_site->business().terminalTokens;
    QCOMPARE(m_rig->connectTo(baseUrl().toLatin1(), tokens.at(Role::Manager), Role::Manager), QString());
    QTRY_COMPARE(m_rig->terminal().link().facts().state, LinkStatus::State::Live);
    m_settings = std::make_unique<QSettings>(m_directory->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
}

void ServiceTest::cleanup()
{
    m_window.reset();
    m_sheets.reset();
    m_display.reset();
    m_settings.reset();
    m_rig.reset();
    m_site.reset();
    m_directory.reset();
}

void ServiceTest::openWindow()
{
    Terminal &terminal = m_rig->terminal();
    TerminalClient &client = m_rig->client();
    m_display = std::make_unique<DisplaySettings>(*m_settings);
    applyLook(*qApp, Look());
    auto kitchen = std::make_unique<KitchenPage>(terminal.kitchen(), terminal.link(), Look());
    auto orders =
        std::make_unique<OrdersPage>(terminal.orders(), client.archive(), client.printers(), terminal.link(), Look());
    m_kitchen = kitchen.get();
    m_orders = orders.get();
    m_sheets = std::make_unique<StaffSheets>(terminal.orders(), client.archive(), client.till(), terminal.link(),
                                             Look(lightTheme()), m_orders);
    m_orders->setSheets(m_sheets.get());
    m_window =
        std::make_unique<MainWindow>(windowPages(std::move(kitchen), std::move(orders)), *m_display, *m_settings);
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(m_window->showPage(QStringLiteral("kitchen")));
    QCoreApplication::processEvents();
}

/// As a guest's phone would; the kitchen's window shows it.
qint64 ServiceTest::place(const QByteArray &items)
{
    BlockingHttp http(m_site->port(), m_site->business().guestToken);
    const auto answer =
        http.request("POST", "/api/v1/user/orders/create", R"({"fulfilment":"pickup","items":)" + items + "}");
    if (!answer || answer->status != 201) {
        qWarning() << (answer ? answer->body : QByteArray("no answer"));
        return 0;
    }
    const qint64 id = QJsonDocument::fromJson(answer->body)
                          .object()
                          .value(QLatin1String("data"))
                          .toObject()
                          .value(QLatin1String("order_id"))
                          .toInteger();
    if (!QTest::qWaitFor([&] { return m_rig->terminal().kitchen().ticket(id).has_value(); }, 20'000))
        return 0;
    QCoreApplication::processEvents();
    return id;
}

void ServiceTest::byKeyboardOnly()
{
    openWindow();
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_orders->isVisible());
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_sheets->newOrderSheet()->isOpen());
    type("2 soup");
    press(Qt::Key_Return);
    type("bread");
    press(Qt::Key_Return);
    press(Qt::Key_F6);
    type("7");
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_sheets->newOrderSheet()->placedNumber().right(3), QStringLiteral("001"));
    press(Qt::Key_Return);
    QVERIFY(!m_sheets->newOrderSheet()->isOpen());

    QTRY_COMPARE(ordersAtHub().size(), 1);
    const QJsonObject stored = ordersAtHub().first().toObject();
    const qint64 id = stored.value(QLatin1String("order_id")).toInteger();
    QCOMPARE(stored.value(QLatin1String("table")).toString(), QStringLiteral("7"));
    QCOMPARE(stored.value(QLatin1String("items")).toArray().first().toObject().value(QLatin1String("quantity")).toInt(),
             2);
    QTRY_COMPARE(m_orders->chosenOrder(), id);
    m_orders->table()->setFocus();
    press(Qt::Key_Return); // accept ...
    press(Qt::Key_3);      // ... in twenty minutes
    press(Qt::Key_Return);
    QTRY_COMPARE(statusAtHub(id), 2);
    QTRY_VERIFY(!order(id).value(QLatin1String("promised_at")).isNull());

    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_kitchen->isVisible());
    QTRY_VERIFY(!m_kitchen->view()->actionRectOf(id).isEmpty());
    press(Qt::Key_1);
    press(Qt::Key_Return);
    QTRY_COMPARE(statusAtHub(id), 3);
    press(Qt::Key_Return);
    QTRY_COMPARE(statusAtHub(id), 4);
    press(Qt::Key_Return);
    QTRY_COMPARE(statusAtHub(id), 6);
    QTRY_COMPARE(m_rig->terminal().outbox().pendingCount(), 0);
    QVERIFY(m_rig->terminal().outbox().parked().empty());
}

void ServiceTest::byTouchOnly()
{
    openWindow();
    tap(m_window->rail()->entry(1));
    QVERIFY(m_orders->isVisible());
    tap(find<TouchButton>(m_orders, "newOrderButton"));
    NewOrderSheet *sheet = m_sheets->newOrderSheet();
    QVERIFY(sheet->isOpen());
    tap(sheet->fulfilmentChoices()->button(1));
    tapTile("Soup");
    tapTile("Soup");
    tapTile("Bread");
    tap(sheet->doneButton());
    QVERIFY(!sheet->placedNumber().isEmpty());
    tap(sheet->doneButton());
    QVERIFY(!sheet->isOpen());
    QTRY_COMPARE(ordersAtHub().size(), 1);
    const qint64 id = ordersAtHub().first().toObject().value(QLatin1String("order_id")).toInteger();
    QTRY_COMPARE(m_orders->chosenOrder(), id);
    tap(find<TouchButton>(m_orders, "primaryButton"));
    tap(find<TouchButton>(m_orders, "acceptButton"));
    QTRY_COMPARE(statusAtHub(id), 2);

    tap(m_window->rail()->entry(0));
    QVERIFY(m_kitchen->isVisible());
    for (const int status : {3, 4, 6}) {
        tapTicket(id);
        QTRY_COMPARE(statusAtHub(id), status);
    }
    QVERIFY(m_rig->terminal().outbox().parked().empty());
}

void ServiceTest::byBumpBarOnly()
{
    // A bar of six keys, as it was taught: slots on F13 and F14, the large action, the next line, done, and recall.
    KitchenKeyMap bar;
    const auto teach = [&bar](int key, KitchenKeyPress meaning) {
        bar.learn(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier), meaning);
    };
    teach(Qt::Key_F13, {KitchenKey::Slot, 0});
    teach(Qt::Key_F14, {KitchenKey::Slot, 1});
    teach(Qt::Key_F15, {KitchenKey::Act, -1});
    teach(Qt::Key_F16, {KitchenKey::NextLine, -1});
    teach(Qt::Key_F17, {KitchenKey::ToggleLine, -1});
    teach(Qt::Key_F18, {KitchenKey::Recall, -1});
    bar.save(*m_settings);
    openWindow();
    const qint64 first = place(R"([{"item_id":)" + QByteArray::number(m_site->business().item("Soup")) +
                               R"(,"quantity":1},{"item_id":)" + QByteArray::number(m_site->business().item("Bread")) +
                               R"(,"quantity":3}])");
    const qint64 second =
        place(R"([{"item_id":)" + QByteArray::number(m_site->business().item("Bread")) + R"(,"quantity":1}])");
    QVERIFY(first && second);

    press(Qt::Key_F14);
    press(Qt::Key_F15);
    QTRY_COMPARE(statusAtHub(second), 3);
    press(Qt::Key_F13);
    press(Qt::Key_F15);
    QTRY_COMPARE(statusAtHub(first), 3);
    // One dish after the other.
    press(Qt::Key_F16);
    press(Qt::Key_F17);
    press(Qt::Key_F16);
    press(Qt::Key_F17);
    QTRY_COMPARE(statusAtHub(first), 4);
    press(Qt::Key_F15);
    QTRY_COMPARE(statusAtHub(first), 6);
    // Too soon: back, and again.
    press(Qt::Key_F18);
    QTRY_COMPARE(statusAtHub(first), 4);
    press(Qt::Key_F13);
    press(Qt::Key_F15);
    QTRY_COMPARE(statusAtHub(first), 6);
    press(Qt::Key_F13);
    press(Qt::Key_F15);
    QTRY_COMPARE(statusAtHub(second), 4);
    press(Qt::Key_F15);
    QTRY_COMPARE(statusAtHub(second), 6);
}

void ServiceTest::tenStepsAreUndone()
{
    openWindow();
    const QByteArray bread = QByteArray::number(m_site->business().item("Bread"));
    std::vector<qint64> ids;
    for (int i = 0; i < 5; ++i)
        ids.push_back(place(R"([{"item_id":)" + bread + R"(,"quantity":1}])"));
    for (const qint64 id : ids) {
        QVERIFY(id != 0);
        tapTicket(id);
        QTRY_COMPARE(statusAtHub(id), 3);
        tapTicket(id);
        QTRY_COMPARE(statusAtHub(id), 4);
    }
    m_kitchen->view()->setFocus();
    for (int step = 0; step < 10; ++step)
        press(Qt::Key_U);
    for (const qint64 id : ids)
        QTRY_COMPARE(statusAtHub(id), 2);
    QVERIFY(m_rig->terminal().outbox().parked().empty());
    // Nothing was deleted: New, Accepted, Preparing, Ready, and the two steps back.
    const QJsonArray history = ask("orders/" + QByteArray::number(ids.front()) + "/history")
                                   .value(QLatin1String("data"))
                                   .toObject()
                                   .value(QLatin1String("statuses"))
                                   .toArray();
    QCOMPARE(history.size(), 6);
}

void ServiceTest::coursesAreHeldAndFired()
{
    openWindow();
    const QByteArray soup = QByteArray::number(m_site->business().item("Soup"));
    const QByteArray bread = QByteArray::number(m_site->business().item("Bread"));
    const qint64 id = place(R"([{"item_id":)" + bread + R"(,"quantity":1,"course":1},{"item_id":)" + soup +
                            R"(,"quantity":1,"course":2}])");
    QVERIFY(id != 0);
    const auto line = [&](int index) { return order(id).value(QLatin1String("items")).toArray()[index].toObject(); };
    QVERIFY(line(1).value(QLatin1String("held")).toBool());
    press(Qt::Key_1);
    press(Qt::Key_Return); // the first course begins
    QTRY_COMPARE(line(0).value(QLatin1String("state")).toString(), QStringLiteral("started"));
    QCOMPARE(line(1).value(QLatin1String("state")).toString(), QStringLiteral("queued"));
    press(Qt::Key_Return); // and is done; the second waits still
    QTRY_COMPARE(line(0).value(QLatin1String("state")).toString(), QStringLiteral("done"));
    QCOMPARE(statusAtHub(id), 3);
    press(Qt::Key_F); // fired
    QTRY_VERIFY(!line(1).value(QLatin1String("fired_at")).isNull());
    press(Qt::Key_H); // not yet
    QTRY_VERIFY(line(1).value(QLatin1String("fired_at")).isNull());
    press(Qt::Key_F);
    QTRY_VERIFY(!line(1).value(QLatin1String("fired_at")).isNull());
    press(Qt::Key_Return); // begun and done in one, as nothing else is left
    QTRY_COMPARE(statusAtHub(id), 4);
}

void ServiceTest::dishesAreAddedAndVoidedAfterSending()
{
    openWindow();
    const QByteArray bread = QByteArray::number(m_site->business().item("Bread"));
    const qint64 id = place(R"([{"item_id":)" + bread + R"(,"quantity":1}])");
    QVERIFY(id != 0);
    tapTicket(id);
    QTRY_COMPARE(statusAtHub(id), 3);

    press(Qt::Key_2, Qt::ControlModifier);
    m_orders->chooseOrder(id);
    m_orders->table()->setFocus();
    press(Qt::Key_A);
    QVERIFY(m_sheets->addLinesSheet()->isOpen());
    type("3 soup");
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(order(id).value(QLatin1String("items")).toArray().size(), 2);
    QTRY_VERIFY(!m_sheets->addLinesSheet()->isOpen());
    // The hub's own ids from here on.
    QTRY_COMPARE(m_rig->terminal().outbox().pendingCount(), 0);

    m_orders->table()->setFocus();
    press(Qt::Key_V);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    press(Qt::Key_1); // the first of the reasons
    const auto voided = [&] {
        int count = 0;
        for (const QJsonValue &line : order(id).value(QLatin1String("items")).toArray())
            count += line.toObject().value(QLatin1String("state")).toString() == QLatin1String("voided") ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(voided(), 1);
    QTRY_COMPARE(m_rig->terminal().outbox().pendingCount(), 0);
    QVERIFY(m_rig->terminal().outbox().parked().empty());
}

void ServiceTest::theHubGoesAndComesBack()
{
    openWindow();
    const qint64 before =
        place(R"([{"item_id":)" + QByteArray::number(m_site->business().item("Bread")) + R"(,"quantity":1}])");
    QVERIFY(before != 0);
    m_site->stopServer();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().link().facts().state, LinkStatus::State::Offline, 30'000);

    // The kitchen goes on, and so does the counter.
    tapTicket(before);
    tapTicket(before);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_N, Qt::ControlModifier);
    type("4 bread");
    press(Qt::Key_Return);
    press(Qt::Key_F7);
    press(Qt::Key_Return, Qt::ControlModifier);
    const QString number = m_sheets->newOrderSheet()->placedNumber();
    QVERIFY(!number.isEmpty());
    press(Qt::Key_Return);
    press(Qt::Key_1, Qt::ControlModifier);
    const auto local = [&]() -> qint64 {
        for (const Ticket &ticket : m_rig->terminal().kitchen().tickets()) {
            if (ticket.order.number == number)
                return ticket.orderId;
        }
        return 0;
    };
    QVERIFY(local() < 0);
    tapTicket(local());
    QVERIFY(m_rig->terminal().outbox().pendingCount() >= 4);

    QVERIFY(m_site->startServer());
    const auto &tokens = m_site->business().terminalTokens;
    QVERIFY(m_rig->terminal()
                .setCredentials({baseUrl(), QString::fromLatin1(tokens.at(Role::Manager)), Role::Manager})
                .ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().link().facts().state, LinkStatus::State::Live, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().outbox().pendingCount(), 0, 30'000);
    QVERIFY(m_rig->terminal().outbox().parked().empty());
    QCOMPARE(statusAtHub(before), 4);
    const QJsonArray orders = ordersAtHub();
    QCOMPARE(orders.size(), 2);
    const QJsonObject taken = orders.first().toObject();
    QCOMPARE(taken.value(QLatin1String("number")).toString(), number);
    QCOMPARE(statusAtHub(taken.value(QLatin1String("order_id")).toInteger()), 3);
    QTRY_VERIFY(local() > 0);
}

QTEST_MAIN(ServiceTest)
#include "servicetest.moc"

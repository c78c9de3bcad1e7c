// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the orders page in its states into PNG files, to be looked at: oshaq_ordershots DIRECTORY
#include "tests/support/orderssample.h"
#include "ui/common/application.h"
#include "ui/orders/orderdetail.h"
#include "ui/orders/orderspage.h"
#include "ui/orders/orderstable.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextStream>

#include <functional>

namespace {

using namespace oshaq;

class NoSheets final : public OrderSheets
{
public:
    void setLook(const Look &) override {}
    void newOrder(const std::optional<NewOrder> &) override {}
    void addLines(qint64) override {}
    void edit(qint64) override {}
    void split(qint64) override {}
    void join(qint64) override {}
    void pay(qint64) override {}
    void askReason(const QString &, const QStringList &, const std::function<void(const QString &)> &) override {}
};

struct World
{
    FakeOrdersPort port;
    FakeArchivePort archive;
    FakePrinterPort printers;
    LinkStatus link;
    LinkStatus::Facts facts;
    NoSheets sheets;
    qint64 id(const char *number)
    {
        for (const DeskOrder &desk : port.orders()) {
            if (desk.order.number == QLatin1String(number))
                return desk.order.id;
        }
        return 0;
    }
};

struct Scene
{
    QString name;
    QSize size;
    bool dark = false;
    int percent = 100;
    std::function<void(World &)> prepare = {};
    std::function<void(World &, OrdersPage &)> act = {};
};

void settle(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

void press(OrdersPage &page, int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : page.table();
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(target, &down);
    settle(30);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyLook(application, Look(lightTheme()));
    const QDir directory(application.arguments().value(1, QStringLiteral(".")));
    const QString only = application.arguments().value(2);
    const QSize large(1836, 1080);
    const QSize small(1196, 800);
    const auto choose = [](World &world, OrdersPage &page) { page.chooseOrder(world.id("A-039")); };
    const std::vector<Scene> scenes{
        {QStringLiteral("orders"), large, false, 100, {}, choose},
        {QStringLiteral("orders-dark"), large, true, 100, {}, choose},
        {QStringLiteral("orders-small"), small, false, 100, {}, choose},
        {QStringLiteral("orders-small-dark"), small, true, 100, {}, choose},
        {QStringLiteral("orders-200"), small, false, 200, {}, {}},
        {QStringLiteral("orders-200-detail"),
         small,
         false,
         200,
         {},
         [](World &world, OrdersPage &page) {
             page.chooseOrder(world.id("A-039"));
             page.table()->setFocus();
             press(page, Qt::Key_Return);
         }},
        {QStringLiteral("orders-empty"),
         large,
         false,
         100,
         [](World &world) {
             for (const DeskOrder &desk : world.port.orders())
                 world.port.removeOrder(desk.order.id);
             world.port.changed();
         },
         {}},
        {QStringLiteral("orders-offline"), small, false, 100,
         [](World &world) {
             world.facts.state = LinkStatus::State::Offline;
             world.facts.pending = 3;
             world.archive.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
             world.port.setPending(world.id("A-041"), true);
             world.port.park({QStringLiteral("x"),
                              world.id("A-040"),
                              QStringLiteral("A-040"),
                              QStringLiteral("status:5"),
                              QStringLiteral("ORDER_STATUS_CHANGED"),
                              {},
                              world.port.hubNowMs() - 60'000});
         },
         [](World &world, OrdersPage &page) {
             page.chooseOrder(world.id("A-041"));
             page.findChild<QLineEdit *>(QStringLiteral("orderSearch"))->setText(QStringLiteral("lagman"));
         }},
        {QStringLiteral("orders-search"),
         large,
         false,
         100,
         {},
         [](World &, OrdersPage &page) {
             page.findChild<QLineEdit *>(QStringLiteral("orderSearch"))->setText(QStringLiteral("sholpan"));
             settle(300);
             page.chooseOrder(99'999);
         }},
        {QStringLiteral("orders-new"),
         small,
         false,
         100,
         {},
         [](World &world, OrdersPage &page) {
             world.port.arrived(world.id("A-048"));
             world.port.arrived(world.id("A-045"));
             page.chooseOrder(world.id("A-048"));
         }},
        {QStringLiteral("orders-accept"),
         small,
         false,
         100,
         {},
         [](World &world, OrdersPage &page) {
             page.chooseOrder(world.id("A-048"));
             page.table()->setFocus();
             press(page, Qt::Key_Return);
         }},
        {QStringLiteral("orders-print"),
         large,
         false,
         100,
         {},
         [](World &world, OrdersPage &page) {
             page.chooseOrder(world.id("A-039"));
             page.table()->setFocus();
             press(page, Qt::Key_R, QStringLiteral("r"));
         }},
        {QStringLiteral("orders-void"),
         small,
         false,
         100,
         {},
         [](World &world, OrdersPage &page) {
             page.chooseOrder(world.id("A-043"));
             page.table()->setFocus();
             press(page, Qt::Key_V, QStringLiteral("v"));
             press(page, Qt::Key_Space, QStringLiteral(" "));
         }},
        {QStringLiteral("orders-undo"),
         large,
         false,
         100,
         {},
         [](World &world, OrdersPage &page) {
             page.chooseOrder(world.id("A-040"));
             page.table()->setFocus();
             press(page, Qt::Key_Return);
         }},
        {QStringLiteral("orders-many"), large, false, 100,
         [](World &world) { orderssample::addMany(world.port, 500, 40'000); }, choose},
        {QStringLiteral("orders-more"),
         small,
         false,
         100,
         {},
         [](World &world, OrdersPage &page) {
             page.chooseOrder(world.id("A-046"));
             page.table()->setFocus();
             press(page, Qt::Key_M, QStringLiteral("m"));
         }},
    };
    for (const Scene &scene : scenes) {
        if (!only.isEmpty() && !scene.name.startsWith(only))
            continue;
        World world;
        orderssample::addEvening(world.port);
        orderssample::addArchive(world.archive, world.port);
        orderssample::addPrinters(world.printers);
        world.archive.setImmediate(true);
        world.printers.setImmediate(true);
        world.facts.state = LinkStatus::State::Live;
        world.facts.knownAtMs = world.port.hubNowMs() - 300'000;
        world.facts.sinceMs = world.facts.knownAtMs;
        if (scene.prepare)
            scene.prepare(world);
        world.link.update(world.facts);
        const Metrics metrics = Metrics::forDpi(96, scene.size).withText(scene.percent);
        OrdersPage page(world.port, world.archive, world.printers, world.link,
                        Look(scene.dark ? darkTheme() : lightTheme(), metrics));
        page.setSheets(&world.sheets);
        page.resize(scene.size);
        page.show();
        page.activateWindow();
        settle(100);
        page.enter();
        if (scene.act)
            scene.act(world, page);
        settle(400);
        QPixmap picture = page.grab();
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window->isVisible() && window->windowType() == Qt::Popup)
                window->render(&picture, window->mapToGlobal(QPoint()) - page.mapToGlobal(QPoint()));
        }
        const QString file = directory.filePath(scene.name + QStringLiteral(".png"));
        if (!picture.save(file))
            QTextStream(stderr) << "cannot write " << file << '\n';
    }
    return 0;
}

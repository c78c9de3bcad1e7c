// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/deskshift.h"

#include "tests/support/catalogsample.h"
#include "tests/support/kitchensample.h"
#include "tests/support/orderssample.h"
#include "tests/support/staffsample.h"
#include "tests/support/statisticssample.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/managersheets.h"
#include "ui/common/sheet.h"
#include "ui/common/textblock.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/orders/entry/newordersheet.h"
#include "ui/orders/entry/staffsheets.h"
#include "ui/orders/orderspage.h"
#include "ui/orders/orderstable.h"
#include "ui/settings/settingspage.h"
#include "ui/staff/staffpage.h"
#include "ui/statistics/statisticspage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>

namespace oshaq::deskshift {

namespace {

constexpr int openOrders = 300;

std::function<void(Stage &)> key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {})
{
    return [=](Stage &stage) { stage.press(code, text, modifiers); };
}

std::function<void(Stage &)> page(int number)
{
    return key(Qt::Key_0 + number, Qt::ControlModifier);
}

void type(QLineEdit *line, QChar letter)
{
    line->setFocus();
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
    QApplication::sendEvent(line, &press);
}

std::vector<qint64> dishes(Stage &stage)
{
    std::vector<qint64> ids;
    const Catalog catalog = stage.catalog.catalog();
    for (const Item &item : catalog.items)
        ids.push_back(item.id);
    return ids;
}

void closeSheet(Stage &stage)
{
    stage.press(Qt::Key_Escape);
}

class Script
{
public:
    explicit Script(LanguageSwitch &language)
        : m_language(language)
    {}

    std::vector<Step> take()
    {
        pages(QStringLiteral("opened first"));
        pages(QStringLiteral("opened again"));
        kitchen();
        orders();
        catalog();
        statistics();
        staff();
        settings();
        looks();
        return std::move(m_steps);
    }

private:
    void add(const QString &name, std::function<void(Stage &)> act) { m_steps.push_back({name, std::move(act)}); }
    void addLook(const QString &name, std::function<void(Stage &)> act)
    {
        m_steps.push_back({name, std::move(act), true});
    }

    void pages(const QString &when)
    {
        // The kitchen is open already.
        const std::vector<std::pair<int, const char *>> all{{2, "orders"}, {3, "catalog"},  {4, "statistics"},
                                                            {5, "staff"},  {0, "settings"}, {1, "kitchen"}};
        for (const auto &[number, name] : all)
            add(QStringLiteral("%1 %2").arg(QString::fromLatin1(name), when), page(number));
    }

    void kitchen()
    {
        add(QStringLiteral("kitchen: an order comes"), [](Stage &stage) {
            stage.kitchen.addOrder(QStringLiteral("B-1"), OrderStatus::New, 0, {{QStringLiteral("Plov, wedding")}});
            stage.kitchen.changed();
        });
        add(QStringLiteral("kitchen: the front goes, everything moves up"), [](Stage &stage) {
            stage.kitchen.removeOrder(stage.kitchen.tickets().front().orderId);
            stage.kitchen.changed();
        });
        add(QStringLiteral("kitchen: every ticket has changed"), [](Stage &stage) {
            for (const Ticket &ticket : stage.kitchen.tickets()) {
                Order &order = stage.kitchen.order(ticket.orderId);
                order.note = QStringLiteral("no onions");
                ++order.version;
            }
            stage.kitchen.changed();
        });
        add(QStringLiteral("kitchen: last page"), key(Qt::Key_End));
        add(QStringLiteral("kitchen: first page"), key(Qt::Key_Home));
        add(QStringLiteral("kitchen: next page"), key(Qt::Key_PageDown));
        add(QStringLiteral("kitchen: what is out"), key(Qt::Key_O, Qt::NoModifier, QStringLiteral("o")));
        add(QStringLiteral("kitchen: what is out, closed"), closeSheet);
    }

    void orders()
    {
        add(QStringLiteral("orders opened for work"), page(2));
        add(QStringLiteral("orders: one chosen"),
            [](Stage &stage) { stage.ordersPage->chooseOrder(stage.orders.orders().at(7).order.id); });
        for (const QChar letter : QStringLiteral("plov"))
            add(QStringLiteral("orders: %1 typed").arg(letter), [letter](Stage &stage) {
                type(stage.ordersPage->findChild<QLineEdit *>(QStringLiteral("orderSearch")), letter);
            });
        add(QStringLiteral("orders: search emptied"),
            [](Stage &stage) { stage.ordersPage->findChild<QLineEdit *>(QStringLiteral("orderSearch"))->clear(); });
        add(QStringLiteral("orders: all have changed"), [](Stage &stage) {
            for (const DeskOrder &entry : stage.orders.orders()) {
                Order &order = stage.orders.orderRow(entry.order.id);
                order.note = QStringLiteral("no onions");
                ++order.version;
            }
            stage.orders.changed();
        });
        add(QStringLiteral("orders: scrolled"), [](Stage &stage) {
            QScrollBar *bar = stage.ordersPage->table()->verticalScrollBar();
            bar->setValue(bar->maximum() / 2);
        });
        for (const char *when : {"first", "again"}) {
            add(QStringLiteral("orders: a new one begun %1").arg(QString::fromLatin1(when)),
                [](Stage &stage) { stage.sheets->newOrder({}); });
            add(QStringLiteral("orders: the new one left"), closeSheet);
        }
        const auto sheet = [this](const char *name, void (*open)(Stage &, qint64)) {
            add(QStringLiteral("orders: ") + QString::fromLatin1(name),
                [open](Stage &stage) { open(stage, stage.orders.orders().at(7).order.id); });
            add(QStringLiteral("orders: closed"), closeSheet);
        };
        sheet("lines added", [](Stage &stage, qint64 id) { stage.sheets->addLines(id); });
        sheet("edited", [](Stage &stage, qint64 id) { stage.sheets->edit(id); });
        sheet("split", [](Stage &stage, qint64 id) { stage.sheets->split(id); });
        sheet("joined", [](Stage &stage, qint64 id) { stage.sheets->join(id); });
        sheet("paid", [](Stage &stage, qint64 id) { stage.sheets->pay(id); });
        sheet("drawer", [](Stage &stage, qint64) { stage.sheets->drawer(); });
    }

    void catalog()
    {
        add(QStringLiteral("catalog opened for work"), page(3));
        add(QStringLiteral("catalog: all dishes"),
            [](Stage &stage) { stage.catalogPage->categories()->setCurrentId(0); });
        for (const QChar letter : QStringLiteral("plov"))
            add(QStringLiteral("catalog: %1 typed").arg(letter),
                [letter](Stage &stage) { type(stage.catalogPage->search(), letter); });
        add(QStringLiteral("catalog: search emptied"), [](Stage &stage) { stage.catalogPage->search()->clear(); });
        add(QStringLiteral("catalog: scrolled"), [](Stage &stage) {
            QScrollBar *bar = stage.catalogPage->grid()->verticalScrollBar();
            bar->setValue(bar->maximum() / 2);
        });
        add(QStringLiteral("catalog: one dish"),
            [](Stage &stage) { stage.catalogPage->grid()->setCurrentId(stage.catalog.catalog().items.front().id); });
        add(QStringLiteral("catalog: another dish"),
            [](Stage &stage) { stage.catalogPage->grid()->setCurrentId(stage.catalog.catalog().items.at(20).id); });
        add(QStringLiteral("catalog: another category"),
            [](Stage &stage) { stage.catalogPage->categories()->setCurrentId(4); });
        add(QStringLiteral("catalog: prices"), [](Stage &stage) { stage.managerSheets->openPrices(dishes(stage)); });
        add(QStringLiteral("catalog: prices closed"), closeSheet);
        add(QStringLiteral("catalog: many dishes"), [](Stage &stage) { stage.managerSheets->openBulk(dishes(stage)); });
        add(QStringLiteral("catalog: many dishes closed"), closeSheet);
        add(QStringLiteral("catalog: import"), [](Stage &stage) { stage.managerSheets->openImport(); });
        add(QStringLiteral("catalog: import closed"), closeSheet);
        add(QStringLiteral("catalog: export"), [](Stage &stage) { stage.managerSheets->openExport(); });
        add(QStringLiteral("catalog: export closed"), closeSheet);
    }

    void statistics()
    {
        add(QStringLiteral("statistics opened for work"), page(4));
        for (const RangeKind kind : {RangeKind::ThisYear, RangeKind::LastMonth, RangeKind::ThisYear})
            add(QStringLiteral("statistics: another time"), [kind](Stage &stage) {
                RangeChoice choice = stage.statisticsPage->choice();
                choice.kind = kind;
                stage.statisticsPage->choose(choice);
            });
        add(QStringLiteral("statistics: scrolled"), [](Stage &stage) {
            QScrollBar *bar =
                stage.statisticsPage->findChild<QScrollArea *>(QStringLiteral("statisticsScroll"))->verticalScrollBar();
            bar->setValue(bar->maximum() / 2);
        });
    }

    void staff()
    {
        add(QStringLiteral("staff opened for work"), page(5));
        add(QStringLiteral("staff: searched"), [](Stage &stage) { type(stage.staffPage->search(), u'd'); });
        add(QStringLiteral("staff: search emptied"), [](Stage &stage) { stage.staffPage->search()->clear(); });
        add(QStringLiteral("staff: a new person"), key(Qt::Key_N, Qt::ControlModifier));
        add(QStringLiteral("staff: nobody new"), closeSheet);
        add(QStringLiteral("staff: hours"), [](Stage &stage) { stage.staffPage->showPart(StaffPage::Part::Hours); });
        add(QStringLiteral("staff: people"), [](Stage &stage) { stage.staffPage->showPart(StaffPage::Part::People); });
    }

    void settings()
    {
        add(QStringLiteral("settings opened for work"), page(0));
        for (const char *section : {"site",    "tables",  "stations", "screens", "printers",  "locks",    "hub",
                                    "backups", "standby", "webhooks", "tokens",  "journal",   "messages", "delivery",
                                    "flags",   "system",  "setup",    "drill",   "shortcuts", "display"})
            add(QStringLiteral("settings: ") + QString::fromLatin1(section),
                [section](Stage &stage) { (void)stage.settingsPage->showSection(QString::fromLatin1(section)); });
    }

    void looks()
    {
        const std::vector<std::pair<int, const char *>> all{{0, "settings"}, {1, "kitchen"},    {2, "orders"},
                                                            {3, "catalog"},  {4, "statistics"}, {5, "staff"}};
        int turn = 0;
        for (const auto &[number, name] : all) {
            const QString where = QString::fromLatin1(name);
            const QString code = ++turn % 2 == 0 ? QStringLiteral("ru") : QStringLiteral("kk");
            // The kitchen paints everything itself.
            const auto addStyled = [this, isOwn = number == 1](const QString &what, std::function<void(Stage &)> act) {
                isOwn ? add(what, std::move(act)) : addLook(what, std::move(act));
            };
            addStyled(where + QStringLiteral(" opened for its look"), page(number));
            add(where + QStringLiteral(": another language"),
                [&language = m_language, code](Stage &) { language.use(code); });
            addStyled(where + QStringLiteral(": larger text"),
                      [turn](Stage &stage) { stage.display.setTextPercent(turn % 2 == 0 ? 100 : 125); });
            addStyled(where + QStringLiteral(": another theme"), [turn](Stage &stage) {
                stage.display.setTheme(turn % 2 == 0 ? DisplaySettings::Theme::Light : DisplaySettings::Theme::Dark);
            });
            add(where + QStringLiteral(": another size"),
                [turn](Stage &stage) { stage.window->resize(turn % 2 == 0 ? QSize(1920, 1080) : QSize(1600, 900)); });
        }
    }

    LanguageSwitch &m_language;
    std::vector<Step> m_steps;
};

} // namespace

void furnish(Stage &stage)
{
    kitchensample::addStations(stage.kitchen);
    kitchensample::addMany(stage.kitchen, openOrders, 1400);
    orderssample::addEvening(stage.orders);
    orderssample::addMany(stage.orders, openOrders, 1400);
    orderssample::addArchive(stage.archive, stage.orders);
    orderssample::addPrinters(stage.printers);
    Catalog catalog = catalogsample::catalog();
    catalogsample::addMany(&catalog, 400);
    stage.catalog.setCatalog(catalog);
    staffsample::addPeople(stage.staff);
    staffsample::addWeek(stage.staff);
    staffsample::addMany(stage.staff, 80);
    stage.site.furnish();
    statisticssample::fill(stage.statistics);
    // Reckoned once: that is the hub's work.
    const auto known = std::make_shared<std::map<std::pair<QDate, QDate>, Analytics>>();
    stage.statistics.figures = [known](QDate from, QDate to) {
        const auto found = known->find({from, to});
        return found != known->end() ? found->second
                                     : (*known)[{from, to}] = statisticssample::busy(from, to, 500, 180);
    };
}

std::vector<Step> steps(LanguageSwitch &language)
{
    return Script(language).take();
}

qint64 pieceOfWorkNs()
{
    const Look look;
    qint64 leastNs = std::numeric_limits<qint64>::max();
    for (int again = 0; again < 5; ++again) {
        const qint64 beganNs = threadCpuNs();
        QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        for (int line = 0; line < 12; ++line) {
            const TextBlock block(QStringLiteral("Plov, wedding: carrots, quince and raisins, no onions, %1").arg(line),
                                  look.font(TextRole::Dish), 260, look.lineSpacing(TextRole::Dish), 3);
            block.draw(painter, QPoint(line % 2 * 300, line / 2 * 60));
        }
        painter.end();
        leastNs = std::min(leastNs, threadCpuNs() - beganNs);
    }
    return leastNs;
}

void settle(Stage &stage)
{
    constexpr int mostMs = 5000;
    QElapsedTimer patience;
    patience.start();
    do {
        Stage::settle();
    } while ((!stage.catalogPage->isQuiet() || !stage.statisticsPage->isSettled() || !stage.window->isPrepared()) &&
             patience.elapsed() < mostMs);
}

Meter::Meter()
    : m_watch(0, [this](const GuiWatch::Delivery &whole, const GuiWatch::Delivery &inside) {
        ++m_deliveries;
        if (whole.cpuNs > m_dearest.whole.cpuNs)
            m_dearest = {whole, inside};
    })
{}

const Meter::Dearest &Meter::measure(Stage &stage, const Step &step)
{
    m_dearest = {};
    // What a person or the hub did is one delivery, whatever it calls.
    const QEvent act(QEvent::User);
    m_watch.begin(*stage.window, act, 0);
    step.act(stage);
    m_watch.end();
    settle(stage);
    return m_dearest;
}

} // namespace oshaq::deskshift

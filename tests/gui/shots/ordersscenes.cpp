// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/entryscenes.h"
#include "tests/gui/shots/stage.h"
#include "tests/support/orderssample.h"
#include "ui/orders/orderspage.h"
#include "ui/orders/orderstable.h"

#include <QLineEdit>

namespace oshaq {

namespace {

void furnish(Stage &stage)
{
    orderssample::addEvening(stage.orders);
    orderssample::addArchive(stage.archive, stage.orders);
    orderssample::addPrinters(stage.printers);
}

qint64 idOf(const Stage &stage, const char *number)
{
    for (const DeskOrder &entry : stage.orders.orders()) {
        if (entry.order.number == QLatin1String(number))
            return entry.order.id;
    }
    return 0;
}

/// One order that the hub has told everything about, as far as it answers.
void choose(Stage &stage, qint64 orderId)
{
    stage.ordersPage->chooseOrder(orderId);
    stage.ordersPage->table()->setFocus();
    const QString asked = QStringLiteral("timeline %1").arg(orderId);
    Stage::waitFor([&] { return stage.archive.calls.contains(asked) && stage.archive.waiting() == 0; });
}

void choose(Stage &stage, const char *number)
{
    choose(stage, idOf(stage, number));
}

void letter(Stage &stage, char key)
{
    stage.press(key, QString(QLatin1Char(key)).toLower());
    Stage::settle();
}

void search(Stage &stage, const char *words)
{
    const qsizetype asked = stage.archive.queries.size();
    stage.ordersPage->findChild<QLineEdit *>(QStringLiteral("orderSearch"))->setText(QString::fromUtf8(words));
    Stage::waitFor([&] { return qsizetype(stage.archive.queries.size()) > asked && stage.archive.waiting() == 0; });
}

void loseHub(Stage &stage)
{
    LinkStatus::Facts facts = stage.link.facts();
    facts.state = LinkStatus::State::Offline;
    facts.knownAtMs = stage.orders.hubNowMs() - 300'000;
    facts.sinceMs = facts.knownAtMs;
    facts.pending = 3;
    stage.link.update(facts);
    stage.archive.setFailing(PortFailure{});
    stage.printers.setFailing(PortFailure{});
    stage.orders.setPending(idOf(stage, "A-041"), true);
    stage.orders.changed();
}

void parkTwo(Stage &stage)
{
    for (const char *number : {"A-040", "A-046"})
        stage.orders.park({QString::fromLatin1(number), idOf(stage, number), QString::fromLatin1(number),
                           QStringLiteral("status:5"), QStringLiteral("ORDER_STATUS_CHANGED"), QString(),
                           stage.orders.hubNowMs() - 60'000});
}

UnpaintedAlarm alarmOf(const Stage &stage, const char *number)
{
    UnpaintedAlarm alarm;
    alarm.orderId = idOf(stage, number);
    alarm.number = QString::fromLatin1(number);
    alarm.stationId = 1;
    alarm.station = QStringLiteral("Grill");
    alarm.sinceMs = stage.orders.hubNowMs() - 14'000;
    alarm.printer = QStringLiteral("Kitchen printer");
    alarm.paper = PrintJobState::Printed;
    return alarm;
}

void furnishCouriers(Stage &stage)
{
    furnish(stage);
    stage.couriers.known = {{21, QStringLiteral("Aidar Bekov"), true, 1},
                            {22, QStringLiteral("Marat Omarov"), true, 0},
                            {23, QStringLiteral("Timur Akhmetov"), false, 0}};
    stage.couriers.knownZones = {{1, 1, QStringLiteral("Centre"), 50'000, 0, 2'500, 1},
                                 {2, 1, QStringLiteral("Outer districts"), 120'000, 0, 9'000, 1}};
}

/// A-036 goes to its guest, and the sheet of who brings it is open.
void openCouriers(Stage &stage)
{
    choose(stage, "A-036");
    letter(stage, 'C');
    Stage::waitFor([&] { return stage.couriers.waiting() == 0; });
}

Scene scene(const char *state, std::function<void(Stage &)> prepare, std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("orders"), QString::fromLatin1(state), std::move(prepare), std::move(act)};
}

/// The page in its states, without the sheets in which orders are taken and changed.
std::vector<Scene> pageScenes()
{
    return {
        scene("empty",
              [](Stage &stage) {
                  stage.orders.setCatalog(orderssample::catalog());
                  stage.orders.changed();
              }),
        scene("connecting", [](Stage &stage) { stage.link.update({}); }),
        scene("normal", furnish, [](Stage &stage) { choose(stage, "A-039"); }),
        scene(
            "heavy",
            [](Stage &stage) {
                furnish(stage);
                orderssample::addMany(stage.orders, 500, 40'000);
            },
            [](Stage &stage) { choose(stage, "A-043"); }),
        scene("courier", furnishCouriers, openCouriers),
        scene(
            "courier-service",
            [](Stage &stage) {
                furnishCouriers(stage);
                const qint64 id = idOf(stage, "A-036");
                stage.orders.orderRow(id).carrier.dispatch = DispatchState::Quoted;
                Dispatch dispatch;
                dispatch.orderId = id;
                dispatch.state = DispatchState::Quoted;
                dispatch.priceMinor = 85'000;
                stage.couriers.dispatches[id] = dispatch;
            },
            openCouriers),
        scene(
            "courier-offline",
            [](Stage &stage) {
                furnishCouriers(stage);
                stage.couriers.setFailing(PortFailure{});
            },
            openCouriers),
        scene(
            "outside",
            [](Stage &stage) {
                furnish(stage);
                Order &order = stage.orders.orderRow(idOf(stage, "A-048"));
                order.origin = {QStringLiteral("glovo"), QStringLiteral("4711"), stage.orders.hubNowMs() + 95'000, 0,
                                true};
                stage.orders.changed();
            },
            [](Stage &stage) { choose(stage, "A-048"); }),
        scene("arrived", furnish,
              [](Stage &stage) {
                  stage.orders.arrived(idOf(stage, "A-048"));
                  stage.orders.arrived(idOf(stage, "A-045"));
                  choose(stage, "A-048");
              }),
        scene(
            "offline",
            [](Stage &stage) {
                furnish(stage);
                loseHub(stage);
            },
            [](Stage &stage) { choose(stage, "A-041"); }),
        scene("others",
              [](Stage &stage) {
                  furnish(stage);
                  ScreenFacts grill;
                  grill.terminalId = 3;
                  grill.name = QStringLiteral("Grill screen");
                  grill.state = ScreenState::Away;
                  grill.lastSeenAtMs = stage.orders.hubNowMs() - 40'000;
                  LinkStatus::Facts facts = stage.link.facts();
                  facts.others = {grill};
                  stage.link.update(facts);
              }),
        scene("upgrade",
              [](Stage &stage) {
                  furnish(stage);
                  LinkStatus::Facts facts = stage.link.facts();
                  facts.state = LinkStatus::State::Upgrade;
                  facts.fit = Compatibility::HubTooOld;
                  facts.hubVersion = QStringLiteral("0.3");
                  facts.knownAtMs = stage.orders.hubNowMs() - 300'000;
                  facts.sinceMs = facts.knownAtMs;
                  stage.link.update(facts);
              }),
        scene(
            "parked",
            [](Stage &stage) {
                furnish(stage);
                parkTwo(stage);
            },
            [](Stage &stage) { choose(stage, "A-040"); }),
        scene(
            "unpainted",
            [](Stage &stage) {
                furnish(stage);
                stage.alarms.update({alarmOf(stage, "A-045"), alarmOf(stage, "A-039")});
            },
            [](Stage &stage) { choose(stage, "A-045"); }),
        scene("unpainted-away",
              [](Stage &stage) {
                  furnish(stage);
                  parkTwo(stage);
                  UnpaintedAlarm away = alarmOf(stage, "A-045");
                  away.away = true;
                  away.printer.clear();
                  stage.alarms.update({away});
              }),
        scene("search", furnish,
              [](Stage &stage) {
                  search(stage, "sholpan");
                  choose(stage, "A-039");
              }),
        scene(
            "search-offline",
            [](Stage &stage) {
                furnish(stage);
                loseHub(stage);
            },
            [](Stage &stage) {
                search(stage, "lagman");
                choose(stage, "A-041");
            }),
        scene("search-nothing", furnish, [](Stage &stage) { search(stage, "pizza"); }),
        scene("archived", furnish,
              [](Stage &stage) {
                  search(stage, "sholpan");
                  choose(stage, 99'999);
              }),
        scene("delivery", furnish, [](Stage &stage) { choose(stage, "A-036"); }),
        scene("cancelled", furnish,
              [](Stage &stage) {
                  search(stage, "daniyar");
                  choose(stage, "A-042");
              }),
        scene("void", furnish,
              [](Stage &stage) {
                  choose(stage, "A-043");
                  letter(stage, 'V');
                  stage.press(Qt::Key_Space, QStringLiteral(" "));
              }),
        scene("accept", furnish,
              [](Stage &stage) {
                  choose(stage, "A-045");
                  stage.press(Qt::Key_Return);
              }),
        scene("print", furnish,
              [](Stage &stage) {
                  choose(stage, "A-039");
                  letter(stage, 'R');
              }),
        scene("print-failed", furnish,
              [](Stage &stage) {
                  choose(stage, "A-039");
                  letter(stage, 'R');
                  stage.printers.setFailing(PortFailure{});
                  stage.press(Qt::Key_Return);
              }),
    };
}

} // namespace

std::vector<Scene> ordersScenes()
{
    std::vector<Scene> all = pageScenes();
    for (const entryscenes::Scene &sheet : entryscenes::all()) {
        all.push_back({QStringLiteral("orders"), sheet.name, furnish, [act = sheet.act](Stage &stage) {
                           entryscenes::Hands hands{stage.orders, stage.archive,     stage.till,
                                                    stage.link,   *stage.ordersPage, *stage.sheets};
                           act(hands);
                       }});
    }
    return all;
}

} // namespace oshaq

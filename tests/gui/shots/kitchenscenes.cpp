// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/kitchensample.h"
#include "tests/support/orderssample.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"

namespace oshaq {

namespace {

LinkStatus::Facts inState(Stage &stage, LinkStatus::State state, int pending)
{
    LinkStatus::Facts facts = stage.link.facts();
    facts.state = state;
    facts.sinceMs = stage.kitchen.hubNowMs() - 300'000;
    facts.knownAtMs = facts.sinceMs;
    facts.pending = pending;
    return facts;
}

ScreenFacts otherScreen(const Stage &stage, qint64 id, const char *name, ScreenState state)
{
    ScreenFacts screen;
    screen.terminalId = id;
    screen.name = QString::fromUtf8(name);
    screen.state = state;
    screen.lastSeenAtMs = stage.kitchen.hubNowMs() - 190'000;
    screen.lagMs = 48'000;
    return screen;
}

LinkStatus::Facts withOthers(const Stage &stage)
{
    LinkStatus::Facts facts = stage.link.facts();
    facts.others = {otherScreen(stage, 3, "Grill screen", ScreenState::Away),
                    otherScreen(stage, 4, "Counter by the entrance", ScreenState::Stale),
                    otherScreen(stage, 5, "Bar", ScreenState::Away), otherScreen(stage, 6, "Pass", ScreenState::Live)};
    return facts;
}

/// The hub was brought up to date and this screen was not.
LinkStatus::Facts tooOld(Stage &stage, int pending)
{
    LinkStatus::Facts facts = inState(stage, LinkStatus::State::Upgrade, pending);
    facts.fit = Compatibility::ScreenTooOld;
    facts.hubVersion = QStringLiteral("0.4");
    return facts;
}

void letter(Stage &stage, char key)
{
    stage.press(key, QString(QLatin1Char(key)).toLower());
}

void chooseFirst(Stage &stage)
{
    stage.kitchenPage->view()->handleKey({KitchenKey::Slot, 0});
}

/// Stations, menu and what left; no tickets.
void furnish(Stage &stage)
{
    kitchensample::addStations(stage.kitchen);
    kitchensample::addCompleted(stage.kitchen);
    stage.kitchen.setCatalog(orderssample::catalog());
}

void busy(Stage &stage)
{
    furnish(stage);
    kitchensample::addBusyMoment(stage.kitchen);
    stage.kitchen.setStation(std::nullopt);
}

void many(Stage &stage, int count, int oldestSeconds)
{
    furnish(stage);
    kitchensample::addMany(stage.kitchen, count, oldestSeconds);
    stage.kitchen.setStation(std::nullopt);
}

void addJournal(Stage &stage)
{
    std::vector<ShiftAction> actions;
    for (const char *what : {"done", "void", "start", "fire", "priority", "status:6", "recall", "hold"}) {
        ShiftAction action;
        action.batch = QString::fromLatin1(what);
        action.what = action.batch;
        action.orderNumber = QStringLiteral("A-0%1").arg(40 + int(actions.size()));
        action.actedAtMs = stage.kitchen.hubNowMs() - qint64(actions.size()) * 71'000;
        action.undone = actions.size() == 2;
        action.undoable = !action.undone && actions.size() != 6;
        if (actions.size() < 4)
            action.dishes = QStringList{QStringLiteral("Manty, pumpkin"), QStringLiteral("Lagman")};
        if (actions.size() == 1)
            action.reason = QStringLiteral("Burnt or dropped");
        actions.push_back(action);
    }
    stage.kitchen.setShiftActions(actions);
}

/// Courses that wait, an order that was cancelled, one that goes first.
void addTurns(Stage &stage)
{
    furnish(stage);
    kitchensample::addMany(stage.kitchen, 4, 400);
    const qint64 cancelled = stage.kitchen.addOrder(QStringLiteral("A-070"), OrderStatus::Cancelled, 500,
                                                    {{QStringLiteral("Lagman, hand-pulled"), 2000}});
    stage.kitchen.setChanges(cancelled, {{TicketChange::Kind::Cancelled, 0}});
    const qint64 held =
        stage.kitchen.addOrder(QStringLiteral("A-071"), OrderStatus::Preparing, 900,
                               {{QStringLiteral("Shurpa"), 2000, {}, {}, LineStatus::Done},
                                {QStringLiteral("Kuyrdak"), 2000, {}, {}, LineStatus::Queued, 2, false, 1, true},
                                {QStringLiteral("Baursak"), 4000, {}, {}, LineStatus::Queued, 3, false, 2, true}});
    stage.kitchen.order(held).fulfilment = Fulfilment::DineIn;
    stage.kitchen.order(held).table = QStringLiteral("9");
    const qint64 first = stage.kitchen.addOrder(
        QStringLiteral("A-072"), OrderStatus::Accepted, 60,
        {{QStringLiteral("Samsa with lamb"), 1000},
         {QStringLiteral("Samsa with lamb"), 2000},
         {QStringLiteral("Kespe soup"), 1000, {}, {}, LineStatus::Queued, 1, false, 2, false, 120}});
    stage.kitchen.order(first).priority = true;
    stage.kitchen.setChanges(first, {{TicketChange::Kind::Head, 0}});
    stage.kitchen.setStation(std::nullopt);
}

/// A banquet that no card has room for, in words that no line has room for.
void addBanquet(Stage &stage)
{
    furnish(stage);
    std::vector<FakeKitchenPort::Dish> banquet;
    for (int dish = 0; dish < 22; ++dish) {
        banquet.push_back({QStringLiteral("Banquet dish number %1").arg(dish + 1),
                           12000,
                           {},
                           {},
                           dish < 3 ? LineStatus::Done : LineStatus::Started,
                           1 + dish / 8});
    }
    Order &order =
        stage.kitchen.order(stage.kitchen.addOrder(QStringLiteral("A-050"), OrderStatus::Preparing, 4210, banquet));
    order.fulfilment = Fulfilment::DineIn;
    order.table = QStringLiteral("Terrace, long table by the fountain");
    order.covers = 24;
    order.allergy = QStringLiteral("milk, eggs, wheat and anything fried in sesame oil");
    order.note =
        QStringLiteral("Birthday of a grandmother: please bring all main courses at the same time, cake at nine.");
    kitchensample::addMany(stage.kitchen, 8, 640);
    stage.kitchen.setStation(std::nullopt);
}

void addParked(Stage &stage)
{
    busy(stage);
    stage.link.update(inState(stage, LinkStatus::State::Alarm, 3));
    stage.kitchen.park({QStringLiteral("1"), 2, QStringLiteral("A-041"), QStringLiteral("done"),
                        QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"), QString(), stage.kitchen.hubNowMs() - 400'000});
    stage.kitchen.park({QStringLiteral("2"), 3, QStringLiteral("A-043"), QStringLiteral("start"),
                        QStringLiteral("NOT_FOUND"), QString(), stage.kitchen.hubNowMs() - 390'000});
}

/// Two orders that another station does not see; one of them this one sees a part of.
void addUnpainted(Stage &stage)
{
    busy(stage);
    const std::vector<Station> stations = stage.kitchen.stations();
    stage.kitchen.setStation(stations.front().id);
    const Ticket ticket = stage.kitchen.tickets().front();
    UnpaintedAlarm first;
    first.orderId = ticket.orderId;
    first.number = ticket.order.number;
    first.stationId = stations.back().id;
    first.station = stations.back().name;
    first.sinceMs = stage.kitchen.hubNowMs() - 14'000;
    first.printer = QStringLiteral("Kitchen printer");
    first.paper = PrintJobState::Printed;
    UnpaintedAlarm second = first;
    second.orderId = 9'000;
    second.number = QStringLiteral("A-099");
    second.sinceMs += 2'000;
    stage.alarms.update({first, second});
}

Scene scene(const char *state, std::function<void(Stage &)> prepare, std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("kitchen"), QString::fromLatin1(state), std::move(prepare), std::move(act)};
}

} // namespace

std::vector<Scene> kitchenScenes()
{
    return {
        scene("empty",
              [](Stage &stage) {
                  furnish(stage);
                  stage.kitchen.setStation(1);
              }),
        scene("connecting", [](Stage &stage) { stage.link.update({}); }),
        scene(
            "six", [](Stage &stage) { many(stage, 6, 700); }, chooseFirst),
        scene("normal", busy, chooseFirst),
        scene(
            "outside",
            [](Stage &stage) {
                furnish(stage);
                stage.kitchen.setStation(1);
                const qint64 now = stage.kitchen.hubNowMs();
                int place = 0;
                for (const qint64 leftMs : {170'000, 95'000, 20'000, -4'000}) {
                    const qint64 id =
                        stage.kitchen.addOrder(QStringLiteral("A-06%1").arg(place), OrderStatus::New, 40,
                                               {{QStringLiteral("Beshbarmak")}, {QStringLiteral("Kuyrdak")}});
                    Order &order = stage.kitchen.order(id);
                    order.fulfilment = Fulfilment::Delivery;
                    order.origin = {QStringLiteral("glovo"), QStringLiteral("471%1").arg(place++), now + leftMs, 0,
                                    true};
                }
                stage.kitchen.changed();
            },
            chooseFirst),
        scene(
            "heavy", [](Stage &stage) { many(stage, 40, 1400); }, chooseFirst),
        scene(
            "heavy-last-page", [](Stage &stage) { many(stage, 40, 1400); },
            [](Stage &stage) { stage.kitchenPage->view()->handleKey({KitchenKey::LastPage}); }),
        scene(
            "offline",
            [](Stage &stage) {
                busy(stage);
                stage.link.update(inState(stage, LinkStatus::State::Offline, 7));
            },
            chooseFirst),
        scene("others",
              [](Stage &stage) {
                  busy(stage);
                  stage.link.update(withOthers(stage));
              }),
        scene("behind",
              [](Stage &stage) {
                  busy(stage);
                  LinkStatus::Facts facts = withOthers(stage);
                  facts.behindMs = 35'000;
                  facts.unpaintedMs = 15'000;
                  stage.link.update(facts);
              }),
        scene("upgrade",
              [](Stage &stage) {
                  busy(stage);
                  stage.link.update(tooOld(stage, 2));
              }),
        scene("upgrade-unknown",
              [](Stage &stage) {
                  LinkStatus::Facts facts = tooOld(stage, 0);
                  facts.knownAtMs = 0;
                  stage.link.update(facts);
              }),
        scene("signin",
              [](Stage &stage) {
                  busy(stage);
                  stage.link.update(inState(stage, LinkStatus::State::SignIn, 1));
              }),
        scene("error", addParked),
        scene("unpainted", addUnpainted, chooseFirst),
        scene("unpainted-parked",
              [](Stage &stage) {
                  addParked(stage);
                  UnpaintedAlarm away;
                  away.orderId = 9'000;
                  away.number = QStringLiteral("A-099");
                  away.stationId = stage.kitchen.stations().back().id;
                  away.station = stage.kitchen.stations().back().name;
                  away.sinceMs = stage.kitchen.hubNowMs() - 400'000;
                  away.away = true;
                  stage.alarms.update({away});
              }),
        scene("stations", busy,
              [](Stage &stage) {
                  stage.kitchenPage->view()->handleKey({KitchenKey::Slot, 2});
                  stage.kitchenPage->view()->handleKey({KitchenKey::NextLine});
                  stage.kitchenPage->view()->handleKey({KitchenKey::NextLine});
                  letter(stage, 'S');
              }),
        scene("more", busy, [](Stage &stage) { letter(stage, 'M'); }),
        scene(
            "journal",
            [](Stage &stage) {
                busy(stage);
                addJournal(stage);
            },
            [](Stage &stage) {
                letter(stage, 'J');
                stage.kitchenPage->view()->handleKey({KitchenKey::Slot, 3});
            }),
        scene("void", busy,
              [](Stage &stage) {
                  stage.kitchenPage->view()->handleKey({KitchenKey::Slot, 5});
                  stage.kitchenPage->view()->handleKey({KitchenKey::NextLine});
                  letter(stage, 'V');
              }),
        scene("keys", busy, [](Stage &stage) { letter(stage, 'K'); }),
        scene("turns", addTurns, chooseFirst),
        scene("long", addBanquet, chooseFirst),
        scene("out", busy, [](Stage &stage) { letter(stage, 'O'); }),
        scene(
            "out-several",
            [](Stage &stage) {
                busy(stage);
                Catalog catalog = stage.kitchen.catalog();
                for (size_t i = 0; i < catalog.items.size(); i += 3)
                    catalog.items[i].available = false;
                stage.kitchen.setCatalog(catalog);
            },
            [](Stage &stage) {
                letter(stage, 'O');
                letter(stage, 'A');
            }),
    };
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the kitchen screen in its states into PNG files, to be looked at: oshaq_shots DIRECTORY [--language ru]
#include "tests/support/fakekitchen.h"
#include "tests/support/kitchensample.h"
#include "ui/common/application.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QKeyEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTranslator>

#include <functional>

namespace {

using namespace oshaq;

struct Scene
{
    QString name;
    std::function<void(FakeKitchenPort &, LinkStatus::Facts &)> prepare;
    std::function<void(KitchenPage &, FakeKitchenPort &)> act = {};
};

LinkStatus::Facts live(const FakeKitchenPort &port)
{
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = port.hubNowMs();
    facts.sinceMs = port.hubNowMs() - 3'600'000;
    facts.paintedP50Ms = 38;
    facts.paintedP95Ms = 84;
    return facts;
}

LinkStatus::Facts inState(const FakeKitchenPort &port, LinkStatus::State state, int pending)
{
    LinkStatus::Facts facts = live(port);
    facts.state = state;
    facts.sinceMs = port.hubNowMs() - 300'000;
    facts.knownAtMs = facts.sinceMs;
    facts.pending = pending;
    return facts;
}

void chooseFirst(KitchenPage &page, FakeKitchenPort &)
{
    page.view()->handleKey({KitchenKey::Slot, 0});
}

std::vector<Scene> scenes()
{
    const auto busy = [](FakeKitchenPort &port, LinkStatus::Facts &) {
        kitchensample::addStations(port);
        kitchensample::addCompleted(port);
        kitchensample::addBusyMoment(port);
        port.setStation(std::nullopt);
    };
    return {
        {QStringLiteral("kitchen-empty"),
         [](FakeKitchenPort &port, LinkStatus::Facts &) {
             kitchensample::addStations(port);
             kitchensample::addCompleted(port);
             port.setStation(1);
         }},
        {QStringLiteral("kitchen-connecting"), [](FakeKitchenPort &, LinkStatus::Facts &facts) { facts = {}; }},
        {QStringLiteral("kitchen-6"),
         [](FakeKitchenPort &port, LinkStatus::Facts &) {
             kitchensample::addStations(port);
             kitchensample::addCompleted(port);
             kitchensample::addMany(port, 6, 700);
             port.setStation(std::nullopt);
         },
         chooseFirst},
        {QStringLiteral("kitchen-busy"), busy, chooseFirst},
        {QStringLiteral("kitchen-40"),
         [](FakeKitchenPort &port, LinkStatus::Facts &) {
             kitchensample::addStations(port);
             kitchensample::addCompleted(port);
             kitchensample::addMany(port, 40, 1400);
             port.setStation(std::nullopt);
         },
         chooseFirst},
        {QStringLiteral("kitchen-40-last-page"),
         [](FakeKitchenPort &port, LinkStatus::Facts &) {
             kitchensample::addStations(port);
             kitchensample::addMany(port, 40, 1400);
             port.setStation(std::nullopt);
         },
         [](KitchenPage &page, FakeKitchenPort &) { page.view()->handleKey({KitchenKey::LastPage}); }},
        {QStringLiteral("kitchen-offline"),
         [busy](FakeKitchenPort &port, LinkStatus::Facts &facts) {
             busy(port, facts);
             facts = inState(port, LinkStatus::State::Offline, 7);
         },
         chooseFirst},
        {QStringLiteral("kitchen-signin"),
         [busy](FakeKitchenPort &port, LinkStatus::Facts &facts) {
             busy(port, facts);
             facts = inState(port, LinkStatus::State::SignIn, 1);
         }},
        {QStringLiteral("kitchen-alarm-parked"),
         [busy](FakeKitchenPort &port, LinkStatus::Facts &facts) {
             busy(port, facts);
             facts = inState(port, LinkStatus::State::Alarm, 3);
             port.park({QStringLiteral("1"), 2, QStringLiteral("A-041"), QStringLiteral("done"),
                        QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"), QString(), port.hubNowMs() - 400'000});
             port.park({QStringLiteral("2"), 3, QStringLiteral("A-043"), QStringLiteral("start"),
                        QStringLiteral("NOT_FOUND"), QString(), port.hubNowMs() - 390'000});
         }},
        {QStringLiteral("kitchen-stations-line"), busy,
         [](KitchenPage &page, FakeKitchenPort &) {
             page.view()->handleKey({KitchenKey::Slot, 2});
             page.view()->handleKey({KitchenKey::NextLine});
             page.view()->handleKey({KitchenKey::NextLine});
             QKeyEvent stations(QEvent::KeyPress, Qt::Key_S, Qt::NoModifier, QStringLiteral("s"));
             QCoreApplication::sendEvent(&page, &stations);
         }},
        {QStringLiteral("kitchen-journal"),
         [busy](FakeKitchenPort &port, LinkStatus::Facts &facts) {
             busy(port, facts);
             std::vector<ShiftAction> actions;
             for (const char *what : {"done", "void", "start", "fire", "priority", "status:6", "recall", "hold"}) {
                 ShiftAction action;
                 action.batch = QString::fromLatin1(what);
                 action.what = action.batch;
                 action.orderNumber = QStringLiteral("A-0%1").arg(40 + int(actions.size()));
                 action.actedAtMs = port.hubNowMs() - qint64(actions.size()) * 71'000;
                 action.undone = actions.size() == 2;
                 action.undoable = !action.undone && actions.size() != 6;
                 if (actions.size() < 4)
                     action.dishes = QStringList{QStringLiteral("Manty, pumpkin"), QStringLiteral("Lagman")};
                 if (actions.size() == 1)
                     action.reason = QStringLiteral("Burnt or dropped");
                 actions.push_back(action);
             }
             port.setShiftActions(actions);
         },
         [](KitchenPage &page, FakeKitchenPort &) {
             QKeyEvent journal(QEvent::KeyPress, Qt::Key_J, Qt::NoModifier, QStringLiteral("j"));
             QCoreApplication::sendEvent(&page, &journal);
             page.view()->handleKey({KitchenKey::Slot, 3});
         }},
        {QStringLiteral("kitchen-void"), busy,
         [](KitchenPage &page, FakeKitchenPort &) {
             page.view()->handleKey({KitchenKey::Slot, 5});
             page.view()->handleKey({KitchenKey::NextLine});
             QKeyEvent why(QEvent::KeyPress, Qt::Key_V, Qt::NoModifier, QStringLiteral("v"));
             QCoreApplication::sendEvent(&page, &why);
         }},
        {QStringLiteral("kitchen-keys"), busy,
         [](KitchenPage &page, FakeKitchenPort &) {
             QKeyEvent keys(QEvent::KeyPress, Qt::Key_K, Qt::NoModifier, QStringLiteral("k"));
             QCoreApplication::sendEvent(&page, &keys);
         }},
        {QStringLiteral("kitchen-turns"),
         [](FakeKitchenPort &port, LinkStatus::Facts &) {
             kitchensample::addStations(port);
             kitchensample::addMany(port, 4, 400);
             const qint64 cancelled = port.addOrder(QStringLiteral("A-070"), OrderStatus::Cancelled, 500,
                                                    {{QStringLiteral("Lagman, hand-pulled"), 2000}});
             port.setChanges(cancelled, {{TicketChange::Kind::Cancelled, 0}});
             const qint64 held =
                 port.addOrder(QStringLiteral("A-071"), OrderStatus::Preparing, 900,
                               {{QStringLiteral("Shurpa"), 2000, {}, {}, LineStatus::Done},
                                {QStringLiteral("Kuyrdak"), 2000, {}, {}, LineStatus::Queued, 2, false, 1, true},
                                {QStringLiteral("Baursak"), 4000, {}, {}, LineStatus::Queued, 3, false, 2, true}});
             port.order(held).fulfilment = Fulfilment::DineIn;
             port.order(held).table = QStringLiteral("9");
             const qint64 first = port.addOrder(
                 QStringLiteral("A-072"), OrderStatus::Accepted, 60,
                 {{QStringLiteral("Samsa with lamb"), 1000},
                  {QStringLiteral("Samsa with lamb"), 2000},
                  {QStringLiteral("Kespe soup"), 1000, {}, {}, LineStatus::Queued, 1, false, 2, false, 120}});
             port.order(first).priority = true;
             port.setChanges(first, {{TicketChange::Kind::Head, 0}});
             port.setStation(std::nullopt);
         },
         chooseFirst},
        {QStringLiteral("kitchen-long"),
         [](FakeKitchenPort &port, LinkStatus::Facts &) {
             kitchensample::addStations(port);
             std::vector<FakeKitchenPort::Dish> banquet;
             for (int dish = 0; dish < 22; ++dish) {
                 banquet.push_back({QStringLiteral("Banquet dish number %1").arg(dish + 1),
                                    12000,
                                    {},
                                    {},
                                    dish < 3 ? LineStatus::Done : LineStatus::Started,
                                    1 + dish / 8});
             }
             Order &order = port.order(port.addOrder(QStringLiteral("A-050"), OrderStatus::Preparing, 4210, banquet));
             order.fulfilment = Fulfilment::DineIn;
             order.table = QStringLiteral("Terrace, long table by the fountain");
             order.covers = 24;
             order.allergy = QStringLiteral("milk, eggs, wheat and anything fried in sesame oil");
             order.note = QStringLiteral(
                 "Birthday of a grandmother: please bring all main courses at the same time, cake at nine.");
             kitchensample::addMany(port, 8, 640);
             port.setStation(std::nullopt);
         },
         chooseFirst},
    };
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Renders the kitchen screen into PNG files"));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("directory"), QStringLiteral("where the pictures go"));
    parser.addOption({QStringLiteral("language"), QStringLiteral("translation to load"), QStringLiteral("code")});
    parser.addOption(
        {QStringLiteral("translations"), QStringLiteral("folder of the .qm files"), QStringLiteral("folder")});
    parser.addOption(
        {QStringLiteral("dpi"), QStringLiteral("real density of the screen to draw for"), QStringLiteral("number")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("only the scene of this name"), QStringLiteral("scene")});
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(1);

    QTranslator translator;
    const QString language = parser.value(QStringLiteral("language"));
    if (!language.isEmpty()) {
        const QString folder = parser.isSet(QStringLiteral("translations"))
                                   ? parser.value(QStringLiteral("translations"))
                                   : QStringLiteral(":/i18n");
        if (!translator.load(QStringLiteral("oshaq_") + language, folder)) {
            QTextStream(stderr) << "no translation oshaq_" << language << ".qm in " << folder << Qt::endl;
            return 1;
        }
        QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(language));
    }

    applyLook(application, Look());
    const QDir directory(parser.positionalArguments().constFirst());
    if (!directory.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << "cannot make " << directory.path() << Qt::endl;
        return 1;
    }
    QTemporaryDir settingsDirectory;
    for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
        for (const Scene &scene : scenes()) {
            if (parser.isSet(QStringLiteral("only")) && parser.value(QStringLiteral("only")) != scene.name)
                continue;
            QSettings settings(settingsDirectory.filePath(QStringLiteral("shots.ini")), QSettings::IniFormat);
            FakeKitchenPort port;
            LinkStatus link;
            LinkStatus::Facts facts = live(port);
            scene.prepare(port, facts);
            link.update(facts);
            MainWindow window(port, link, settings);
            window.resize(size);
            window.show();
            QCoreApplication::processEvents();
            if (parser.isSet(QStringLiteral("dpi"))) {
                const double dpi = parser.value(QStringLiteral("dpi")).toDouble();
                window.kitchenPage()->setLook(Look(darkTheme(), Metrics::forDpi(dpi, size)));
                QCoreApplication::processEvents();
            }
            if (scene.act)
                scene.act(*window.kitchenPage(), port);
            QCoreApplication::processEvents();
            const QString file =
                directory.filePath(QStringLiteral("%1-%2x%3.png").arg(scene.name).arg(size.width()).arg(size.height()));
            if (!window.grab().save(file)) {
                QTextStream(stderr) << "cannot write " << file << Qt::endl;
                return 1;
            }
            QTextStream(stdout) << file << Qt::endl;
        }
    }
    return 0;
}

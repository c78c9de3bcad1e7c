// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/kitchensample.h"
#include "ui/common/choicerow.h"
#include "ui/common/foreignhubsheet.h"
#include "ui/common/touchbutton.h"
#include "ui/firststart/firststart.h"
#include "ui/settings/listsection.h"
#include "ui/settings/pairingsheet.h"
#include "ui/settings/settingspage.h"

#include <QLineEdit>

namespace oshaq {

namespace {

QString hubUrl()
{
    return QStringLiteral("https://192.168.1.10:8787");
}

QString link()
{
    return PairingLink{hubUrl(), QByteArray(32, '\x5e'), QStringLiteral("K7WD-4PQX")}.text();
}

// ---- the new screen

template <typename T> T *find(Stage &stage, const char *name)
{
    return stage.firstStart->findChild<T *>(QLatin1String(name));
}

HubSearch twoHubs()
{
    return {true,
            {{QStringLiteral("Dastarkhan"), hubUrl()},
             {QStringLiteral("Ошақ на Абая"), QStringLiteral("https://192.168.1.24:8787")}}};
}

Scene joining(const char *state, const HubSearch &hubs, std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("kitchen"), QStringLiteral("pairing-") + QLatin1String(state),
            [](Stage &stage) { kitchensample::addStations(stage.kitchen); },
            [hubs, act = std::move(act)](Stage &stage) {
                stage.setup.hubs = hubs;
                stage.beginFirstStart();
                find<ChoiceRow>(stage, "firstWhat")->button(1)->click();
                Stage::settle();
                if (act)
                    act(stage);
                Stage::settle();
            }};
}

void compare(Stage &stage)
{
    find<QLineEdit>(stage, "firstName")->setText(QStringLiteral("Hot kitchen"));
    find<ChoiceRow>(stage, "firstHubs")->button(0)->click();
    stage.firstStart->nextButton()->click();
    Stage::settle();
}

/// What a person sees who scanned something and is not let in.
Scene refused(const char *state, const char *code)
{
    return joining(state, twoHubs(), [code = QString::fromLatin1(code)](Stage &stage) {
        find<QLineEdit>(stage, "firstName")->setText(QStringLiteral("Hot kitchen"));
        find<QLineEdit>(stage, "firstUrl")->setText(link());
        stage.setup.failNext({PortFailure::Kind::Refused, code, {}, {}});
        stage.firstStart->nextButton()->click();
    });
}

// ---- the hub's screen

Scene letting(const char *state, std::function<void(Stage &)> act, bool hasAuthority = true)
{
    return {QStringLiteral("settings"), QStringLiteral("pairing-") + QLatin1String(state),
            [hasAuthority](Stage &stage) {
                stage.site.furnish();
                stage.site.door.isAnnounced = true;
                stage.site.door.url = hubUrl();
                if (hasAuthority)
                    stage.site.pairingLink = link();
            },
            [act = std::move(act)](Stage &stage) {
                stage.settingsPage->showSection(QStringLiteral("screens"));
                Stage::settle();
                qobject_cast<ListSection *>(stage.settingsPage->section(QStringLiteral("screens")))
                    ->addButton()
                    ->click();
                Stage::settle();
                if (act)
                    act(stage);
                Stage::settle();
            }};
}

PairingSheet *sheetOf(Stage &stage)
{
    return stage.window->findChild<PairingSheet *>();
}

void show(Stage &stage)
{
    sheetOf(stage)->goOnButton()->click();
    Stage::settle();
}

std::function<void(Stage &)> knocked(KnockingScreen::State state, bool agreed = false)
{
    return [state, agreed](Stage &stage) {
        show(stage);
        stage.site.door.screen = KnockingScreen{QStringLiteral("f1"),     QStringLiteral("Hot kitchen"),
                                                QStringLiteral("192.168.1.31"), QStringLiteral("042917"),
                                                agreed,                   state,
                                                stage.site.nowMs + 240'000};
        sheetOf(stage)->askDoor();
        Stage::settle();
    };
}

} // namespace

std::vector<Scene> pairingScenes()
{
    using State = KnockingScreen::State;
    return {
        joining("found", twoHubs()),
        joining("none-found", {true, {}}),
        joining("no-avahi", {}),
        joining("digits", twoHubs(), compare),
        joining("digits-waiting", twoHubs(),
                [](Stage &stage) {
                    compare(stage);
                    stage.setup.setImmediate(false);
                    stage.firstStart->nextButton()->click();
                }),
        joining("digits-differ", twoHubs(),
                [](Stage &stage) {
                    compare(stage);
                    find<TouchButton>(stage, "firstDiffer")->click();
                }),
        refused("wrong-code", "CREDENTIALS_WRONG"),
        refused("expired", "PAIRING_EXPIRED"),
        refused("replayed", "PAIRING_USED"),
        refused("foreign", "PAIRING_FOREIGN"),
        joining("closed", twoHubs(),
                [](Stage &stage) {
                    stage.setup.failNext({PortFailure::Kind::Refused, QStringLiteral("PAIRING_CLOSED"), {}, {}});
                    compare(stage);
                }),
        {QStringLiteral("kitchen"), QStringLiteral("pairing-foreign-later"),
         [](Stage &stage) { kitchensample::addStations(stage.kitchen); },
         [](Stage &stage) {
             LinkStatus::Facts facts = stage.link.facts();
             facts.state = LinkStatus::State::Offline;
             facts.isForeignHub = true;
             facts.pending = 3;
             stage.link.update(facts);
             Stage::settle();
         }},

        letting("new", {}),
        letting("picture", show),
        letting("picture-unannounced",
                [](Stage &stage) {
                    stage.site.door.isAnnounced = false;
                    show(stage);
                }),
        letting("code", show, false),
        letting("compare", knocked(State::Compare)),
        letting("compare-agreed-there", knocked(State::Compare, true)),
        letting("agreed", knocked(State::Agreed)),
        letting("paired", knocked(State::Paired, true)),
        letting("refused", knocked(State::Refused)),
        letting("too-late",
                [](Stage &stage) {
                    show(stage);
                    stage.site.door.openUntilMs = 0;
                    sheetOf(stage)->askDoor();
                }),
        letting("hub-away",
                [](Stage &stage) {
                    show(stage);
                    stage.site.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
                    sheetOf(stage)->askDoor();
                }),
    };
}

} // namespace oshaq

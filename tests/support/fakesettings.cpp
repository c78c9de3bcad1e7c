// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakesettings.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;

PortFailure refused(const char *code, const QString &message, const QString &path = {})
{
    PortFailure failure{PortFailure::Kind::Refused, QLatin1String(code), message, {}};
    if (!path.isEmpty())
        failure.details.push_back({path, message});
    return failure;
}

/// As the hub saves a row: a new one gets an id, one of an old version is refused, so is a name that another row has.
template <typename Row> PortAnswer<Row> saveRow(std::vector<Row> *rows, Row row, qint64 *nextId)
{
    const auto taken = std::find_if(rows->begin(), rows->end(),
                                    [&row](const Row &one) { return one.name == row.name && one.id != row.id; });
    if (taken != rows->end())
        return PortAnswer<Row>::failed(
            refused("ALREADY_EXISTS", QStringLiteral("Another one has this name."), QStringLiteral("name")));
    if (row.id == 0) {
        row.id = (*nextId)++;
        rows->push_back(row);
        return PortAnswer<Row>::of(row);
    }
    const auto found = std::find_if(rows->begin(), rows->end(), [&row](const Row &one) { return one.id == row.id; });
    if (found == rows->end())
        return PortAnswer<Row>::failed(refused("NOT_FOUND", QStringLiteral("There is no such thing.")));
    if (found->version != row.version)
        return PortAnswer<Row>::failed(refused("VERSION_STALE", QStringLiteral("Somebody was first.")));
    ++row.version;
    *found = row;
    return PortAnswer<Row>::of(row);
}

template <typename Row> PortAnswer<PortNothing> removeRow(std::vector<Row> *rows, qint64 id)
{
    if (std::erase_if(*rows, [id](const Row &one) { return one.id == id; }) == 0)
        return PortAnswer<PortNothing>::failed(refused("NOT_FOUND", QStringLiteral("There is no such thing.")));
    return PortAnswer<PortNothing>::of(PortNothing());
}

template <typename T> std::function<PortAnswer<T>()> giving(const T *value)
{
    return [value] { return PortAnswer<T>::of(*value); };
}

} // namespace

FakeSettingsPort::FakeSettingsPort()
{
    site.version = 1;
    site.currency = QStringLiteral("KZT");
    for (const SettingRule &rule : settingRules())
        site.values[QLatin1String(rule.key)] = settingFallback(rule);
    site.values[QLatin1String(settingkeys::businessName)] = QStringLiteral("Test Kitchen");
    site.values[QLatin1String(settingkeys::currency)] = QStringLiteral("KZT");
    site.values[QLatin1String(settingkeys::timeZone)] = QStringLiteral("Asia/Almaty");
    facts.version = QStringLiteral("0.1.0");
    facts.urls = {QStringLiteral("http://127.0.0.1:8787")};
    facts.startedAtMs = nowMs - 3 * dayMs;
    facts.onlyThisComputer = true;
    facts.databaseBytes = 48'300'000;
    setImmediate(true);
}

void FakeSettingsPort::furnish()
{
    knownStations = {{1, QStringLiteral("Hot kitchen"), 0, 600, 900, 1},
                     {2, QStringLiteral("Grill"), 1, 900, 1200, 1},
                     {3, QStringLiteral("Bar"), 2, 240, 390, 1}};
    knownTerminals = {{1, 1, QStringLiteral("Main computer"), Role::Owner, std::nullopt, QStringLiteral("B"), 1},
                      {2, 1, QStringLiteral("Hot kitchen screen"), Role::Kitchen, 1, QStringLiteral("C"), 1},
                      {3, 1, QStringLiteral("Grill screen"), Role::Kitchen, 2, QStringLiteral("D"), 1},
                      {4, 1, QStringLiteral("Counter"), Role::Counter, std::nullopt, QStringLiteral("E"), 1}};
    for (const TerminalRecord &terminal : knownTerminals) {
        ScreenFacts screen;
        screen.terminalId = terminal.id;
        screen.name = terminal.name;
        screen.stationId = terminal.stationId;
        screen.state = ScreenState::Live;
        screen.lastSeenAtMs = nowMs - 4'000;
        screen.lagMs = 3'000;
        screen.clockOffsetMs = 20;
        screen.version = QStringLiteral("0.1.0");
        screen.address = QStringLiteral("192.168.1.2%1").arg(terminal.id);
        knownScreens[terminal.id] = screen;
    }
    knownScreens[2].paintedP95Ms = 84;
    knownScreens[3].state = ScreenState::Away;
    knownScreens[3].lastSeenAtMs = nowMs - 190'000;
    knownScreens[4].state = ScreenState::Skewed;
    knownScreens[4].clockOffsetMs = 3'600'000;
    knownScreens[4].pending = 2;
    knownScreens[4].parked = 1;
    knownTables = {{1, 1, QStringLiteral("1"), 0, 0, 1},
                   {2, 1, QStringLiteral("2"), nowMs + dayMs, 3, 1},
                   {3, 1, QStringLiteral("Terrace 4"), nowMs - dayMs, 0, 1}};
    knownTokens = {{1, QStringLiteral("First token"), true, nowMs - 90 * dayMs, 0, true},
                   {2, QStringLiteral("Website"), false, nowMs - 30 * dayMs, nowMs + 300 * dayMs, true},
                   {3, QStringLiteral("Old till"), false, nowMs - 400 * dayMs, nowMs - 35 * dayMs, false}};
    WebhookEndpoint good;
    good.id = 1;
    good.url = QStringLiteral("https://hooks.example/oshaq");
    good.events = {QStringLiteral("order.status")};
    good.createdAtMs = nowMs - 20 * dayMs;
    WebhookEndpoint bad = good;
    bad.id = 2;
    bad.url = QStringLiteral("https://reports.example/restaurant/orders");
    bad.events.clear();
    bad.failingSinceMs = nowMs - 7'200'000;
    knownWebhooks = {good, bad};
    WebhookDelivery arrived;
    arrived.id = 1;
    arrived.event = QStringLiteral("order.status");
    arrived.state = DeliveryState::Delivered;
    arrived.latencyMs = 84;
    arrived.lastAtMs = nowMs - 60'000;
    WebhookDelivery lost = arrived;
    lost.id = 2;
    lost.state = DeliveryState::Failed;
    lost.lastStatus = 500;
    WebhookDelivery waits = arrived;
    waits.id = 3;
    waits.state = DeliveryState::Waiting;
    waits.attempts = 2;
    knownDeliveries = {waits, arrived, lost};
    knownFlags = {{QStringLiteral("kitchen.new_layout"), true, QStringLiteral("Aigerim"),
                   QStringLiteral("Tickets of one table stand together."), nowMs + 20 * dayMs, 3, nowMs - dayMs},
                  {QStringLiteral("orders.tips"), false, QStringLiteral("Daniyar"), QString(), nowMs + 5 * dayMs, 1,
                   nowMs - 2 * dayMs},
                  {QStringLiteral("menu.photos"), true, QStringLiteral("Aigerim"), QString(), nowMs - dayMs, 1,
                   nowMs - 60 * dayMs}};
    changes = {{nowMs - 120'000,
                QStringLiteral("terminal:1"),
                QStringLiteral("Main computer"),
                {QLatin1String(settingkeys::taxRate), QLatin1String(settingkeys::taxName)},
                {{QLatin1String(settingkeys::taxRate), QStringLiteral("12000")}}},
               {nowMs - 40 * dayMs,
                QStringLiteral("business:1"),
                QString(),
                {QLatin1String(settingkeys::dayStart)},
                {{QLatin1String(settingkeys::dayStart), QStringLiteral("300")}}}};
    site.values[QLatin1String(settingkeys::taxRate)] = qint64{12'000};
    site.values[QLatin1String(settingkeys::taxName)] = QStringLiteral("VAT");
}

void FakeSettingsPort::changeElsewhere(const QString &key, const SettingValue &value)
{
    site.values[key] = value;
    ++site.version;
}

PortCall FakeSettingsPort::settings(PortDone<SiteSettings> done)
{
    calls << QStringLiteral("settings");
    return m_answers.ask<SiteSettings>(this, std::move(done), giving(&site));
}

PortCall FakeSettingsPort::save(const QString &, const std::map<QString, SettingValue> &values, qint64 version,
                                PortDone<SiteSettings> done)
{
    for (const auto &[key, value] : values)
        calls << QStringLiteral("save %1").arg(key);
    return m_answers.ask<SiteSettings>(this, std::move(done), [this, values, version]() -> PortAnswer<SiteSettings> {
        if (version != site.version)
            return PortAnswer<SiteSettings>::failed(refused("VERSION_STALE", QStringLiteral("Somebody was first.")));
        for (const auto &[key, value] : values) {
            const SettingRule *rule = findSettingRule(key);
            if (rule->ownerOnly && !isOwner)
                return PortAnswer<SiteSettings>::failed(
                    {PortFailure::Kind::SignIn, QStringLiteral("FORBIDDEN"), {}, {}});
            if (const auto checked = checkSetting(*rule, value); !checked)
                return PortAnswer<SiteSettings>::failed(
                    refused("VALIDATION_FAILED", checked.error().message, QStringLiteral("settings.") + key));
            site.values[key] = value;
        }
        ++site.version;
        return PortAnswer<SiteSettings>::of(site);
    });
}

PortCall FakeSettingsPort::journal(PortDone<std::vector<SettingsChange>> done)
{
    calls << QStringLiteral("journal");
    return m_answers.ask<std::vector<SettingsChange>>(this, std::move(done), giving(&changes));
}

PortCall FakeSettingsPort::stations(PortDone<std::vector<Station>> done)
{
    calls << QStringLiteral("stations");
    return m_answers.ask<std::vector<Station>>(this, std::move(done), giving(&knownStations));
}

PortCall FakeSettingsPort::saveStation(const QString &, const Station &station, PortDone<Station> done)
{
    calls << QStringLiteral("saveStation %1 %2").arg(QString::number(station.id), station.name);
    return m_answers.ask<Station>(this, std::move(done),
                                  [this, station] { return saveRow(&knownStations, station, &m_nextId); });
}

PortCall FakeSettingsPort::removeStation(qint64 stationId, qint64, PortDone<PortNothing> done)
{
    calls << QStringLiteral("removeStation %1").arg(stationId);
    return m_answers.ask<PortNothing>(this, std::move(done),
                                      [this, stationId] { return removeRow(&knownStations, stationId); });
}

PortCall FakeSettingsPort::terminals(PortDone<std::vector<ListedTerminal>> done)
{
    calls << QStringLiteral("terminals");
    return m_answers.ask<std::vector<ListedTerminal>>(this, std::move(done), [this] {
        std::vector<ListedTerminal> list;
        for (const TerminalRecord &terminal : knownTerminals) {
            const auto screen = knownScreens.find(terminal.id);
            list.push_back({terminal, screen == knownScreens.end() ? std::nullopt : std::optional(screen->second)});
        }
        return PortAnswer<std::vector<ListedTerminal>>::of(std::move(list));
    });
}

PortCall FakeSettingsPort::saveTerminal(const QString &, const TerminalRecord &terminal, PortDone<TerminalRecord> done)
{
    calls << QStringLiteral("saveTerminal %1 %2").arg(QString::number(terminal.id), terminal.name);
    return m_answers.ask<TerminalRecord>(this, std::move(done),
                                         [this, terminal] { return saveRow(&knownTerminals, terminal, &m_nextId); });
}

PortCall FakeSettingsPort::removeTerminal(qint64 terminalId, qint64, PortDone<PortNothing> done)
{
    calls << QStringLiteral("removeTerminal %1").arg(terminalId);
    return m_answers.ask<PortNothing>(this, std::move(done),
                                      [this, terminalId] { return removeRow(&knownTerminals, terminalId); });
}

PortCall FakeSettingsPort::makePairingCode(Role role, std::optional<qint64>, PortDone<PairingCode> done)
{
    calls << QStringLiteral("makePairingCode %1").arg(roleText(role));
    return m_answers.ask<PairingCode>(this, std::move(done), [this] {
        door.hasAuthority = !pairingLink.isEmpty();
        door.openUntilMs = door.hasAuthority ? nowMs + 300'000 : 0;
        door.screen.reset();
        return PortAnswer<PairingCode>::of({QStringLiteral("K7WD-4PQX"), nowMs + 600'000, pairingLink});
    });
}

PortCall FakeSettingsPort::screenDoor(PortDone<ScreenDoor> done)
{
    return m_answers.ask<ScreenDoor>(
        this, std::move(done), [this] { return PortAnswer<ScreenDoor>::of(door); }, true);
}

PortCall FakeSettingsPort::answerScreen(const QString &pairingId, bool same, PortDone<ScreenDoor> done)
{
    calls << QStringLiteral("answerScreen %1 %2").arg(pairingId, same ? u"same" : u"other");
    return m_answers.ask<ScreenDoor>(this, std::move(done), [this, same] {
        if (door.screen)
            door.screen->state = same ? KnockingScreen::State::Agreed : KnockingScreen::State::Refused;
        return PortAnswer<ScreenDoor>::of(door);
    });
}

PortCall FakeSettingsPort::closeDoor(PortDone<PortNothing> done)
{
    calls << QStringLiteral("closeDoor");
    return m_answers.ask<PortNothing>(this, std::move(done), [this] {
        door.openUntilMs = 0;
        return PortAnswer<PortNothing>::of(PortNothing());
    });
}

PortCall FakeSettingsPort::tables(PortDone<std::vector<DiningTable>> done)
{
    calls << QStringLiteral("tables");
    return m_answers.ask<std::vector<DiningTable>>(this, std::move(done), giving(&knownTables));
}

PortCall FakeSettingsPort::saveTable(const QString &, const DiningTable &table, PortDone<DiningTable> done)
{
    calls << QStringLiteral("saveTable %1 %2").arg(QString::number(table.id), table.name);
    return m_answers.ask<DiningTable>(this, std::move(done),
                                      [this, table] { return saveRow(&knownTables, table, &m_nextId); });
}

PortCall FakeSettingsPort::removeTable(qint64 tableId, qint64, PortDone<PortNothing> done)
{
    calls << QStringLiteral("removeTable %1").arg(tableId);
    return m_answers.ask<PortNothing>(this, std::move(done),
                                      [this, tableId] { return removeRow(&knownTables, tableId); });
}

PortCall FakeSettingsPort::makeTableCode(const QString &, qint64 tableId, PortDone<TableCode> done)
{
    calls << QStringLiteral("makeTableCode %1").arg(tableId);
    return m_answers.ask<TableCode>(this, std::move(done), [this, tableId] {
        return PortAnswer<TableCode>::of({tableId, QStringLiteral("M3XK-9TWD-Q2FP-7HJR"), nowMs + 12 * 3'600'000});
    });
}

PortCall FakeSettingsPort::tokens(PortDone<std::vector<ApiToken>> done)
{
    calls << QStringLiteral("tokens");
    return m_answers.ask<std::vector<ApiToken>>(this, std::move(done), giving(&knownTokens));
}

PortCall FakeSettingsPort::makeToken(const QString &name, qint64 expiresAtMs, PortDone<QString> done)
{
    calls << QStringLiteral("makeToken %1").arg(name);
    return m_answers.ask<QString>(this, std::move(done), [this, name, expiresAtMs] {
        knownTokens.push_back({m_nextId++, name, false, nowMs, expiresAtMs, true});
        return PortAnswer<QString>::of(QStringLiteral("oit_not_a_real_token_4f8a2c"));
    });
}

PortCall FakeSettingsPort::removeToken(qint64 tokenId, PortDone<PortNothing> done)
{
    calls << QStringLiteral("removeToken %1").arg(tokenId);
    return m_answers.ask<PortNothing>(this, std::move(done),
                                      [this, tokenId] { return removeRow(&knownTokens, tokenId); });
}

PortCall FakeSettingsPort::webhooks(PortDone<std::vector<WebhookEndpoint>> done)
{
    calls << QStringLiteral("webhooks");
    return m_answers.ask<std::vector<WebhookEndpoint>>(this, std::move(done), giving(&knownWebhooks));
}

PortCall FakeSettingsPort::saveWebhook(const QString &, const WebhookEndpoint &endpoint, PortDone<SavedWebhook> done)
{
    calls << QStringLiteral("saveWebhook %1 %2").arg(QString::number(endpoint.id), endpoint.url);
    return m_answers.ask<SavedWebhook>(this, std::move(done), [this, endpoint]() -> PortAnswer<SavedWebhook> {
        SavedWebhook saved{endpoint, {}};
        if (endpoint.id == 0) {
            saved.endpoint.id = m_nextId++;
            saved.secret = QStringLiteral("whs_not_a_real_secret");
            knownWebhooks.push_back(saved.endpoint);
            return PortAnswer<SavedWebhook>::of(saved);
        }
        for (WebhookEndpoint &one : knownWebhooks) {
            if (one.id == endpoint.id)
                one = endpoint;
        }
        return PortAnswer<SavedWebhook>::of(saved);
    });
}

PortCall FakeSettingsPort::removeWebhook(qint64 webhookId, qint64, PortDone<PortNothing> done)
{
    calls << QStringLiteral("removeWebhook %1").arg(webhookId);
    return m_answers.ask<PortNothing>(this, std::move(done),
                                      [this, webhookId] { return removeRow(&knownWebhooks, webhookId); });
}

PortCall FakeSettingsPort::testWebhook(const QString &, qint64 webhookId, PortDone<PortNothing> done)
{
    calls << QStringLiteral("testWebhook %1").arg(webhookId);
    return m_answers.ask<PortNothing>(this, std::move(done), [] { return PortAnswer<PortNothing>::of(PortNothing()); });
}

PortCall FakeSettingsPort::webhookDeliveries(qint64 webhookId, PortDone<std::vector<WebhookDelivery>> done)
{
    calls << QStringLiteral("webhookDeliveries %1").arg(webhookId);
    return m_answers.ask<std::vector<WebhookDelivery>>(this, std::move(done), giving(&knownDeliveries));
}

PortCall FakeSettingsPort::flags(PortDone<std::vector<FeatureFlag>> done)
{
    calls << QStringLiteral("flags");
    return m_answers.ask<std::vector<FeatureFlag>>(this, std::move(done), giving(&knownFlags));
}

PortCall FakeSettingsPort::saveFlags(const std::vector<FeatureFlag> &flags, PortDone<std::vector<FeatureFlag>> done)
{
    for (const FeatureFlag &flag : flags)
        calls << QStringLiteral("saveFlag %1 %2").arg(flag.name, flag.enabled ? u"on" : u"off");
    return m_answers.ask<std::vector<FeatureFlag>>(this, std::move(done), [this, flags] {
        for (const FeatureFlag &flag : flags) {
            for (FeatureFlag &one : knownFlags) {
                if (one.name == flag.name)
                    one = flag;
            }
        }
        return PortAnswer<std::vector<FeatureFlag>>::of(knownFlags);
    });
}

PortCall FakeSettingsPort::hubFacts(PortDone<HubFacts> done)
{
    calls << QStringLiteral("hubFacts");
    return m_answers.ask<HubFacts>(this, std::move(done), giving(&facts));
}

void FakeSettingsPort::cancel(PortCall call)
{
    m_answers.cancel(call);
}

} // namespace oshaq

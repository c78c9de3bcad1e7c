// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/settingsclient.h"

#include "sync/protocol/catalogjson.h"
#include "sync/protocol/pairingjson.h"
#include "sync/protocol/readlist.h"
#include "sync/protocol/screenjson.h"
#include "sync/protocol/sitejson.h"

namespace oshaq {

namespace {

const QByteArray businessPath = QByteArrayLiteral("/api/v1/business/");
const QByteArray settingsPath = QByteArrayLiteral("/api/v1/admin/settings");
const QByteArray flagsPath = QByteArrayLiteral("/api/v1/admin/flags");

QByteArray listPath(const char *what)
{
    return businessPath + what;
}

QByteArray rowPath(const char *what, qint64 id, const char *rest = "")
{
    return businessPath + what + '/' + QByteArray::number(id) + rest;
}

Result<SiteSettings> settingsIn(const Answer &answer)
{
    return readSiteSettings(answer.data);
}

Result<std::vector<FeatureFlag>> flagsIn(const Answer &answer)
{
    return readFlags(answer.data);
}

Result<PortNothing> nothingIn(const Answer &)
{
    return PortNothing();
}

/// A list whose rows `readOne` reads.
template <typename T> auto listOf(Result<T> (*readOne)(const JsonValue &))
{
    return [readOne](const Answer &answer) { return readList<T>(answer.data, readOne); };
}

template <typename T> auto oneOf(Result<T> (*readOne)(const JsonValue &))
{
    return [readOne](const Answer &answer) { return readOne(answer.data); };
}

Result<ListedTerminal> listedTerminal(const JsonValue &data)
{
    Result<TerminalRecord> terminal = readTerminalRecord(data);
    if (!terminal)
        return terminal.error();
    return ListedTerminal{std::move(*terminal), readScreen(data[u"screen"])};
}

Result<QString> secretIn(const Answer &answer, QStringView name)
{
    const QString secret = answer.data[name].string();
    if (secret.isEmpty())
        return Error{ErrorCode::ValidationFailed, QStringLiteral("There is no secret in the answer."), {}};
    return secret;
}

} // namespace

SettingsClient::SettingsClient(const HubEndpoint &endpoint, HttpTransport &transport,
                               std::function<Currency()> currency, QObject *parent)
    : SettingsPort(parent)
    , m_currency(std::move(currency))
    , m_calls(endpoint, transport)
{}

PortCall SettingsClient::settings(PortDone<SiteSettings> done)
{
    return m_calls.ask<SiteSettings>({"GET", settingsPath}, settingsIn, std::move(done));
}

PortCall SettingsClient::save(const QString &key, const std::map<QString, SettingValue> &changes, qint64 version,
                              PortDone<SiteSettings> done)
{
    return m_calls.ask<SiteSettings>({"PUT", settingsPath, settingsBody(changes, version, m_currency()), key},
                                     settingsIn, std::move(done));
}

PortCall SettingsClient::journal(PortDone<std::vector<SettingsChange>> done)
{
    return m_calls.ask<std::vector<SettingsChange>>(
        {"GET", "/api/v1/admin/audit?entity=business&type=business.settings&limit=50"}, listOf(readSettingsChange),
        std::move(done));
}

PortCall SettingsClient::stations(PortDone<std::vector<Station>> done)
{
    return m_calls.ask<std::vector<Station>>({"GET", listPath("stations")}, listOf(readStationRow), std::move(done));
}

PortCall SettingsClient::saveStation(const QString &key, const Station &station, PortDone<Station> done)
{
    const bool isNew = station.id == 0;
    return m_calls.ask<Station>({isNew ? "POST" : "PATCH",
                                 isNew ? listPath("stations") : rowPath("stations", station.id), stationBody(station),
                                 key},
                                oneOf(readStationRow), std::move(done));
}

PortCall SettingsClient::removeStation(qint64 stationId, qint64 version, PortDone<PortNothing> done)
{
    return remove(rowPath("stations", stationId), version, std::move(done));
}

PortCall SettingsClient::terminals(PortDone<std::vector<ListedTerminal>> done)
{
    return m_calls.ask<std::vector<ListedTerminal>>({"GET", listPath("terminals")}, listOf(listedTerminal),
                                                    std::move(done));
}

PortCall SettingsClient::saveTerminal(const QString &key, const TerminalRecord &terminal, PortDone<TerminalRecord> done)
{
    return m_calls.ask<TerminalRecord>({"PATCH", rowPath("terminals", terminal.id), terminalBody(terminal), key},
                                       oneOf(readTerminalRecord), std::move(done));
}

PortCall SettingsClient::removeTerminal(qint64 terminalId, qint64 version, PortDone<PortNothing> done)
{
    return remove(rowPath("terminals", terminalId), version, std::move(done));
}

PortCall SettingsClient::makePairingCode(Role role, std::optional<qint64> stationId, PortDone<PairingCode> done)
{
    return m_calls.ask<PairingCode>({"POST", listPath("terminals/pairing"), pairingBody(role, stationId)},
                                    oneOf(readPairingCode), std::move(done));
}

PortCall SettingsClient::screenDoor(PortDone<ScreenDoor> done)
{
    return m_calls.ask<ScreenDoor>({"GET", listPath("terminals/pairing")}, oneOf(readScreenDoor), std::move(done));
}

PortCall SettingsClient::answerScreen(const QString &pairingId, bool same, PortDone<ScreenDoor> done)
{
    JsonWriter body;
    body.beginObject();
    body.key("pairing_id").value(pairingId);
    body.key("same").value(same);
    body.endObject();
    return m_calls.ask<ScreenDoor>({"POST", listPath("terminals/pairing/answer"), body.take()}, oneOf(readScreenDoor),
                                   std::move(done));
}

PortCall SettingsClient::closeDoor(PortDone<PortNothing> done)
{
    return m_calls.ask<PortNothing>(
        {"DELETE", listPath("terminals/pairing")},
        [](const Answer &) -> Result<PortNothing> { return PortNothing(); }, std::move(done));
}

PortCall SettingsClient::tables(PortDone<std::vector<DiningTable>> done)
{
    return m_calls.ask<std::vector<DiningTable>>({"GET", listPath("tables")}, listOf(readTable), std::move(done));
}

PortCall SettingsClient::saveTable(const QString &key, const DiningTable &table, PortDone<DiningTable> done)
{
    const bool isNew = table.id == 0;
    return m_calls.ask<DiningTable>(
        {isNew ? "POST" : "PATCH", isNew ? listPath("tables") : rowPath("tables", table.id), tableBody(table), key},
        oneOf(readTable), std::move(done));
}

PortCall SettingsClient::removeTable(qint64 tableId, qint64 version, PortDone<PortNothing> done)
{
    return remove(rowPath("tables", tableId), version, std::move(done));
}

PortCall SettingsClient::makeTableCode(const QString &key, qint64 tableId, PortDone<TableCode> done)
{
    return m_calls.ask<TableCode>({"POST", rowPath("tables", tableId, "/code"), "{}", key}, oneOf(readTableCode),
                                  std::move(done));
}

PortCall SettingsClient::tokens(PortDone<std::vector<ApiToken>> done)
{
    return m_calls.ask<std::vector<ApiToken>>({"GET", listPath("tokens")}, listOf(readApiToken), std::move(done));
}

PortCall SettingsClient::makeToken(const QString &name, qint64 expiresAtMs, PortDone<QString> done)
{
    return m_calls.ask<QString>(
        {"POST", listPath("tokens"), tokenBody(name, expiresAtMs)},
        [](const Answer &answer) { return secretIn(answer, u"access_token"); }, std::move(done));
}

PortCall SettingsClient::removeToken(qint64 tokenId, PortDone<PortNothing> done)
{
    return remove(rowPath("tokens", tokenId), std::nullopt, std::move(done));
}

PortCall SettingsClient::webhooks(PortDone<std::vector<WebhookEndpoint>> done)
{
    return m_calls.ask<std::vector<WebhookEndpoint>>({"GET", listPath("webhooks")}, listOf(readWebhook),
                                                     std::move(done));
}

PortCall SettingsClient::saveWebhook(const QString &key, const WebhookEndpoint &endpoint, PortDone<SavedWebhook> done)
{
    const bool isNew = endpoint.id == 0;
    return m_calls.ask<SavedWebhook>(
        {isNew ? "POST" : "PATCH", isNew ? listPath("webhooks") : rowPath("webhooks", endpoint.id),
         webhookBody(endpoint), isNew ? QString() : key},
        [](const Answer &answer) -> Result<SavedWebhook> {
            Result<WebhookEndpoint> saved = readWebhook(answer.data);
            if (!saved)
                return saved.error();
            return SavedWebhook{std::move(*saved), answer.data[u"secret"].string()};
        },
        std::move(done));
}

PortCall SettingsClient::removeWebhook(qint64 webhookId, qint64 version, PortDone<PortNothing> done)
{
    return remove(rowPath("webhooks", webhookId), version, std::move(done));
}

PortCall SettingsClient::testWebhook(const QString &key, qint64 webhookId, PortDone<PortNothing> done)
{
    return m_calls.ask<PortNothing>({"POST", rowPath("webhooks", webhookId, "/test"), "{}", key}, nothingIn,
                                    std::move(done));
}

PortCall SettingsClient::webhookDeliveries(qint64 webhookId, PortDone<std::vector<WebhookDelivery>> done)
{
    return m_calls.ask<std::vector<WebhookDelivery>>({"GET", rowPath("webhooks", webhookId, "/deliveries?limit=50")},
                                                     listOf(readDelivery), std::move(done));
}

PortCall SettingsClient::flags(PortDone<std::vector<FeatureFlag>> done)
{
    return m_calls.ask<std::vector<FeatureFlag>>({"GET", flagsPath}, flagsIn, std::move(done));
}

PortCall SettingsClient::saveFlags(const std::vector<FeatureFlag> &flags, PortDone<std::vector<FeatureFlag>> done)
{
    return m_calls.ask<std::vector<FeatureFlag>>({"PUT", flagsPath, flagsBody(flags)}, flagsIn, std::move(done));
}

PortCall SettingsClient::hubFacts(PortDone<HubFacts> done)
{
    return m_calls.ask<HubFacts>({"GET", "/api/v1/admin/hub"}, oneOf(readHubFacts), std::move(done));
}

void SettingsClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void SettingsClient::giveUp()
{
    m_calls.giveUp();
}

PortCall SettingsClient::remove(const QByteArray &path, std::optional<qint64> version, PortDone<PortNothing> done)
{
    HubCalls::Request request{"DELETE", path};
    request.ifMatch = version;
    return m_calls.ask<PortNothing>(request, nothingIn, std::move(done));
}

} // namespace oshaq

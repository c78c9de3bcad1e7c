// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/terminal/settingsport.h"
#include "sync/client/hubcalls.h"

#include <functional>

namespace oshaq {

/// SettingsPort over the hub's API. How failures show: see HubCalls. Destroying it forgets every question.
class SettingsClient final : public SettingsPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsClient)

public:
    /// `currency`: the business's, as this terminal knows it when somebody saves.
    SettingsClient(const HubEndpoint &endpoint, HttpTransport &transport, std::function<Currency()> currency,
                   QObject *parent = nullptr);

    PortCall settings(PortDone<SiteSettings> done) override;
    PortCall save(const QString &key, const std::map<QString, SettingValue> &changes, qint64 version,
                  PortDone<SiteSettings> done) override;
    PortCall journal(PortDone<std::vector<SettingsChange>> done) override;

    PortCall stations(PortDone<std::vector<Station>> done) override;
    PortCall saveStation(const QString &key, const Station &station, PortDone<Station> done) override;
    PortCall removeStation(qint64 stationId, qint64 version, PortDone<PortNothing> done) override;

    PortCall terminals(PortDone<std::vector<ListedTerminal>> done) override;
    PortCall saveTerminal(const QString &key, const TerminalRecord &terminal, PortDone<TerminalRecord> done) override;
    PortCall removeTerminal(qint64 terminalId, qint64 version, PortDone<PortNothing> done) override;
    PortCall makePairingCode(Role role, std::optional<qint64> stationId, PortDone<PairingCode> done) override;
    PortCall screenDoor(PortDone<ScreenDoor> done) override;
    PortCall answerScreen(const QString &pairingId, bool same, PortDone<ScreenDoor> done) override;
    PortCall closeDoor(PortDone<PortNothing> done) override;

    PortCall tables(PortDone<std::vector<DiningTable>> done) override;
    PortCall saveTable(const QString &key, const DiningTable &table, PortDone<DiningTable> done) override;
    PortCall removeTable(qint64 tableId, qint64 version, PortDone<PortNothing> done) override;
    PortCall makeTableCode(const QString &key, qint64 tableId, PortDone<TableCode> done) override;

    PortCall tokens(PortDone<std::vector<ApiToken>> done) override;
    PortCall makeToken(const QString &name, qint64 expiresAtMs, PortDone<QString> done) override;
    PortCall removeToken(qint64 tokenId, PortDone<PortNothing> done) override;

    PortCall webhooks(PortDone<std::vector<WebhookEndpoint>> done) override;
    PortCall saveWebhook(const QString &key, const WebhookEndpoint &endpoint, PortDone<SavedWebhook> done) override;
    PortCall removeWebhook(qint64 webhookId, qint64 version, PortDone<PortNothing> done) override;
    PortCall testWebhook(const QString &key, qint64 webhookId, PortDone<PortNothing> done) override;
    PortCall webhookDeliveries(qint64 webhookId, PortDone<std::vector<WebhookDelivery>> done) override;

    PortCall flags(PortDone<std::vector<FeatureFlag>> done) override;
    PortCall saveFlags(const std::vector<FeatureFlag> &flags, PortDone<std::vector<FeatureFlag>> done) override;

    PortCall hubFacts(PortDone<HubFacts> done) override;

    void cancel(PortCall call) override;
    /// See HubCalls.
    void giveUp();

private:
    PortCall remove(const QByteArray &path, std::optional<qint64> version, PortDone<PortNothing> done);

    std::function<Currency()> m_currency;
    HubCalls m_calls;
};

} // namespace oshaq

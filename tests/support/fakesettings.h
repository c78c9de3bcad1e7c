// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// A SettingsPort without a hub: tests say what it knows and when it answers (see ScriptedAnswers). Rows that are saved
/// get ids and versions as the hub gives them; a version that is not the last one is refused.
class FakeSettingsPort final : public SettingsPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeSettingsPort)

public:
    FakeSettingsPort();

    // What it knows.
    SiteSettings site;                   ///< everything at its default; "Test Kitchen", KZT, Asia/Almaty
    std::vector<SettingsChange> changes; ///< newest first
    std::vector<Station> knownStations;
    std::vector<TerminalRecord> knownTerminals;
    std::map<qint64, ScreenFacts> knownScreens; ///< how those do that were ever heard of, by terminal
    std::vector<DiningTable> knownTables;
    std::vector<ApiToken> knownTokens;
    std::vector<WebhookEndpoint> knownWebhooks;
    std::vector<WebhookDelivery> knownDeliveries;
    std::vector<FeatureFlag> knownFlags;
    HubFacts facts;
    qint64 nowMs = 1'768'488'420'000;
    bool isOwner = true; ///< false: what is the owner's is refused
    ScreenDoor door;     ///< what the next screenDoor() says
    QString pairingLink; ///< of the codes that are made; empty: the hub has no CA of its own

    /// A restaurant with three stations, four screens, some tables, a token, a webhook, a flag and a few changes.
    void furnish();
    /// As if somebody else had saved it.
    void changeElsewhere(const QString &key, const SettingValue &value);

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    QStringList calls; ///< "settings", "save taxes.rate", "saveStation 0 Grill", ...

    PortCall settings(PortDone<SiteSettings> done) override;
    PortCall save(const QString &key, const std::map<QString, SettingValue> &values, qint64 version,
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

private:
    ScriptedAnswers m_answers;
    qint64 m_nextId = 100;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/diningtable.h"
#include "models/domain/featureflag.h"
#include "models/domain/money.h"
#include "models/domain/site.h"
#include "models/domain/terminalrecord.h"
#include "models/domain/webhook.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// What an office screen sends about its site and reads of it: settings, screens, tables, tokens, webhooks, flags,
/// journal. Each reader says ValidationFailed with the places that do not fit; what it does not know it leaves alone.

Result<SiteSettings> readSiteSettings(const JsonValue &data);
/// {"version","settings":{..}}
QByteArray settingsBody(const std::map<QString, SettingValue> &changes, qint64 version, const Currency &currency);

Result<TerminalRecord> readTerminalRecord(const JsonValue &data);
QByteArray terminalBody(const TerminalRecord &terminal);
QByteArray pairingBody(Role role, std::optional<qint64> stationId);
Result<PairingCode> readPairingCode(const JsonValue &data);

/// With the version when it has an id.
QByteArray stationBody(const Station &station);

Result<DiningTable> readTable(const JsonValue &data);
QByteArray tableBody(const DiningTable &table);
Result<TableCode> readTableCode(const JsonValue &data);

Result<ApiToken> readApiToken(const JsonValue &data);
/// Of an integration; `expiresAtMs` 0: never.
QByteArray tokenBody(const QString &name, qint64 expiresAtMs);

Result<WebhookEndpoint> readWebhook(const JsonValue &data);
QByteArray webhookBody(const WebhookEndpoint &endpoint);
Result<WebhookDelivery> readDelivery(const JsonValue &data);

Result<std::vector<FeatureFlag>> readFlags(const JsonValue &data);
QByteArray flagsBody(const std::vector<FeatureFlag> &flags);

/// A row of the audit log.
Result<SettingsChange> readSettingsChange(const JsonValue &data);

Result<HubFacts> readHubFacts(const JsonValue &data);
void writeHubFacts(JsonWriter &json, const HubFacts &facts);

namespace outputs {

Schema hubFacts();

} // namespace outputs

} // namespace oshaq

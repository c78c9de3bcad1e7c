// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/diningtable.h"
#include "models/domain/featureflag.h"
#include "models/domain/screenpairing.h"
#include "models/domain/screenstate.h"
#include "models/domain/site.h"
#include "models/domain/terminalrecord.h"
#include "models/domain/webhook.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// A screen with what the hub knows of it.
struct ListedTerminal
{
    TerminalRecord terminal;
    std::optional<ScreenFacts> screen; ///< how it does; none: it was never heard of

    bool operator==(const ListedTerminal &) const = default;
};

/// What the settings page asks the hub and changes there. Implemented in sync/client; faked in GUI tests. GUI thread;
/// nothing blocks. `key`: idempotency key, a UUID that stays the same when a person tries again. Versions:
/// VERSION_STALE when somebody else was first.
class SettingsPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual PortCall settings(PortDone<SiteSettings> done) = 0;
    /// Those of `changes`, all or none; `version`: SiteSettings::version that the person saw.
    virtual PortCall save(const QString &key, const std::map<QString, SettingValue> &changes, qint64 version,
                          PortDone<SiteSettings> done) = 0;
    /// What was changed of the settings, newest first, at most 50.
    virtual PortCall journal(PortDone<std::vector<SettingsChange>> done) = 0;

    virtual PortCall stations(PortDone<std::vector<Station>> done) = 0;
    /// With id 0: a new one.
    virtual PortCall saveStation(const QString &key, const Station &station, PortDone<Station> done) = 0;
    virtual PortCall removeStation(qint64 stationId, qint64 version, PortDone<PortNothing> done) = 0;

    virtual PortCall terminals(PortDone<std::vector<ListedTerminal>> done) = 0;
    virtual PortCall saveTerminal(const QString &key, const TerminalRecord &terminal,
                                  PortDone<TerminalRecord> done) = 0;
    /// It is signed out at once and for good.
    virtual PortCall removeTerminal(qint64 terminalId, qint64 version, PortDone<PortNothing> done) = 0;
    /// What somebody scans or types on a new screen; the door for comparing digits opens with it.
    virtual PortCall makePairingCode(Role role, std::optional<qint64> stationId, PortDone<PairingCode> done) = 0;
    /// Who stands before that door; asked every second while somebody looks.
    virtual PortCall screenDoor(PortDone<ScreenDoor> done) = 0;
    /// Whether the new screen shows the same digits.
    virtual PortCall answerScreen(const QString &pairingId, bool same, PortDone<ScreenDoor> done) = 0;
    virtual PortCall closeDoor(PortDone<PortNothing> done) = 0;

    virtual PortCall tables(PortDone<std::vector<DiningTable>> done) = 0;
    virtual PortCall saveTable(const QString &key, const DiningTable &table, PortDone<DiningTable> done) = 0;
    virtual PortCall removeTable(qint64 tableId, qint64 version, PortDone<PortNothing> done) = 0;
    /// The one before is good no longer.
    virtual PortCall makeTableCode(const QString &key, qint64 tableId, PortDone<TableCode> done) = 0;

    virtual PortCall tokens(PortDone<std::vector<ApiToken>> done) = 0;
    /// The secret, shown this once.
    virtual PortCall makeToken(const QString &name, qint64 expiresAtMs, PortDone<QString> done) = 0;
    virtual PortCall removeToken(qint64 tokenId, PortDone<PortNothing> done) = 0;

    virtual PortCall webhooks(PortDone<std::vector<WebhookEndpoint>> done) = 0;
    /// With id 0: a new one; its secret comes in the answer, this once.
    struct SavedWebhook
    {
        WebhookEndpoint endpoint;
        QString secret; ///< of a new one
    };
    virtual PortCall saveWebhook(const QString &key, const WebhookEndpoint &endpoint, PortDone<SavedWebhook> done) = 0;
    virtual PortCall removeWebhook(qint64 webhookId, qint64 version, PortDone<PortNothing> done) = 0;
    virtual PortCall testWebhook(const QString &key, qint64 webhookId, PortDone<PortNothing> done) = 0;
    /// The newest 50.
    virtual PortCall webhookDeliveries(qint64 webhookId, PortDone<std::vector<WebhookDelivery>> done) = 0;

    virtual PortCall flags(PortDone<std::vector<FeatureFlag>> done) = 0;
    virtual PortCall saveFlags(const std::vector<FeatureFlag> &flags, PortDone<std::vector<FeatureFlag>> done) = 0;

    virtual PortCall hubFacts(PortDone<HubFacts> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

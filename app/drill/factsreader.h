// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/drillfacts.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <set>
#include <vector>

namespace oshaq::drill {

/// The lines that oshaqd terminal and oshaqd replay write with --history.
ClientHistory readHistory(const QString &client, const QByteArray &lines);
Result<ClientHistory> readHistoryFile(const QString &client, const QString &path);

/// hub.db of a hub or a standby; it may be running.
Result<HubFacts> readHub(const QString &name, const QString &directory);

/// How far the journal goes.
struct HubCursor
{
    QString epoch;
    qint64 seq = 0;
};
Result<HubCursor> readHubCursor(const QString &directory);

/// Papers and webhooks that wait at a hub.
Result<int> countUnsent(const QString &directory);

/// What oshaq_drillplaces wrote.
struct PlaceFacts
{
    std::vector<qint64> momentsMs; ///< when something came
    int papers = 0;                ///< of a printer
    std::set<qint64> orders;       ///< that the internet was told of
};
PlaceFacts readPlace(const QString &historyPath);

/// How a terminal says that it stands, from the end of its history.
TerminalState lastStateIn(const QString &historyPath);

/// terminal.db; its process has ended or is quiet.
Result<CacheFacts> readTerminal(const QString &name, const QString &directory);

} // namespace oshaq::drill

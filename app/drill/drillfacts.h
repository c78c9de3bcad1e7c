// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fulfilment.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace oshaq::drill {

/// An order that a phone asked for, and what it was told. The key is the order's uuid too.
struct AskedOrder
{
    QString key;
    QString uuid;
    int lines = 0;
    qint64 askedAtMs = 0; ///< wall clock, when the guest wanted it for the first time
    int status = 0;       ///< of the answer; 0: there was none, so the order may be there or not
    qint64 answeredAtMs = 0;
    qint64 orderId = 0; ///< as told, of a success
    QString number;     ///< likewise

    bool isAcknowledged() const { return status >= 200 && status < 300; }
};

/// A command that staff at a terminal was told is done.
struct ToldCommand
{
    enum class End
    {
        None,
        Confirmed, ///< the hub answered a success
        Parked,    ///< the hub refused, and the screen shows it
    };

    QString key;
    QString code;      ///< "start", "done", "recall", "status:6", "create", ...
    QString orderUuid; ///< empty where the history does not say
    qint64 toldAtMs = 0;
    End end = End::None;
    qint64 endAtMs = 0;
    QString error; ///< of Parked
};

/// How a terminal stood at a moment.
struct TerminalState
{
    qint64 atMs = 0;
    QString link; ///< "live", "offline", ...
    int pending = 0;
    QString epoch;
    qint64 seq = 0;
    int open = 0; ///< tickets on its screen
    qint64 rssKb = 0;
};

/// What one client wrote about itself.
struct ClientHistory
{
    QString client;
    std::vector<AskedOrder> orders;
    std::vector<ToldCommand> commands;
    std::vector<TerminalState> states;
    std::map<QString, qint64> paintedAtMs; ///< by order uuid; wall clock, the first time
    std::set<QString> counted;             ///< order uuids, of tickets behind the first page
    int asked = 0;                         ///< things that staff tried, told or not
    int refusedHere = 0;                   ///< of them, what the terminal's own rules refused
    int starts = 0;
    int tornLines = 0; ///< a kill -9 tears at most the last line
};

struct StatusRow
{
    int status = 0;
    bool recall = false;
    qint64 atMs = 0;

    bool operator==(const StatusRow &) const = default;
};

struct HubOrderRow
{
    qint64 id = 0;
    QString uuid;
    QString number;
    QString businessDay;
    Fulfilment fulfilment = Fulfilment::Pickup;
    int status = 0;
    qint64 version = 0;
    qint64 createdAtMs = 0;
    QByteArray lines; ///< "id:status,...", by id
    std::vector<StatusRow> history;
};

struct KeyRow
{
    QString principal;
    QString route;
    QString key;
    bool success = false;
    qint64 entityId = 0;
};

/// The database of a hub, or of a standby.
struct HubFacts
{
    QString name;
    QString epoch;
    qint64 lastSeq = 0;
    std::vector<HubOrderRow> orders;
    std::vector<KeyRow> keys;
    std::map<qint64, int> ticketsPrinted; ///< order -> kitchen tickets that the hub says came out
    int papersPrinted = 0;                ///< of all kinds
    std::vector<qint64> paintedLatencies; ///< ms, of every (order, station, viewer) that was painted
};

struct CachedOrder
{
    qint64 id = 0;
    QString uuid;
    QString number;
    int status = 0;
    qint64 version = 0;
    QByteArray lines; ///< as HubOrderRow::lines
};

/// One row of a terminal's outbox, as it stands in its file.
struct OutboxRow
{
    QString key;
    QString state; ///< "queued", "confirmed", "parked"
};

/// The database of a terminal after quiet.
struct CacheFacts
{
    QString terminal;
    QString epoch;
    qint64 seq = 0;
    std::vector<CachedOrder> orders;
    std::vector<OutboxRow> outbox;
};

struct DrillFacts
{
    std::vector<ClientHistory> clients;
    HubFacts hub;                   ///< the one that is the record now
    std::vector<HubFacts> standbys; ///< followers of it, which must hold the same
    std::vector<CacheFacts> terminals;
    /// What came out of the printer, papers; none: there was none.
    std::optional<int> papers;
    /// The orders whose making the internet was told of; none: it was not to be told.
    std::optional<std::set<qint64>> toldOrders;
};

} // namespace oshaq::drill

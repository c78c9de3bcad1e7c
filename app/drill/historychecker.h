// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/drillfacts.h"

#include <QString>

#include <vector>

namespace oshaq::drill {

/// Something that must never happen and did.
struct Finding
{
    enum class Kind
    {
        LostOrder,        ///< acknowledged and not in the hub, or in it as another one
        LostCommand,      ///< staff was told that it is done, and it is neither at the hub nor shown as refused
        Doubled,          ///< one key or uuid twice, or an order that nobody asked for
        ForbiddenHistory, ///< a status that could not follow the one before
        DifferingTerminal,
        NumberTwice, ///< people would be called by one number
        DifferingStandby,
        NeverSeen,         ///< an order that no screen ever painted or counted
        Unprinted,         ///< an order whose kitchen ticket did not come out
        Untold,            ///< an order that the internet was not told of
        UnreadableHistory, ///< lines are missing, so that nothing is proven
    };

    Kind kind = Kind::LostOrder;
    QString where; ///< client, terminal or database
    QString what;  ///< for people

    bool operator==(const Finding &) const = default;
};

/// "lost_orders", ... of a sheet.
QString findingKey(Finding::Kind kind);
inline constexpr int findingKinds = 11;

struct CheckResult
{
    std::vector<Finding> findings;
    int clients = 0;
    int ordersAsked = 0;
    int ordersAcknowledged = 0;
    int ordersRefused = 0;
    int ordersUnanswered = 0; ///< of which some are in the hub, and that is right
    int ordersInHub = 0;
    int commandsTold = 0;
    int commandsConfirmed = 0;
    int commandsParked = 0;
    int ordersLate = 0; ///< acknowledged later than `lateMs` after they were asked for

    int count(Finding::Kind kind) const;
    bool passed() const { return findings.empty(); }
};

struct CheckOptions
{
    qint64 lateMs = 5'000;
    /// Every client of the hub wrote a history: then an order that nobody asked for is a doubled one.
    bool allClientsKnown = true;
    /// Every screen that paints wrote a history, and shows every order.
    bool allScreensKnown = true;
};

/// Reads all histories together with what is stored, after everything healed and nothing was on its way any more.
CheckResult checkHistories(const DrillFacts &facts, const CheckOptions &options = {});

/// One order's statuses against the transition table of models/domain; nothing when they are possible.
QString forbiddenStep(const std::vector<StatusRow> &history, Fulfilment fulfilment);

} // namespace oshaq::drill

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/change.h"
#include "models/domain/order.h"
#include "models/domain/replicanote.h"
#include "models/domain/role.h"

#include <optional>
#include <vector>

namespace oshaq {

/// A journal row with the current row of its entity, joined at read time (so `data` may be newer than the row).
struct FeedChange
{
    Change change;
    std::optional<Order> order;
    std::optional<Item> item;
    std::optional<Category> category;
    std::optional<Station> station;
    std::optional<Business> business;
};

struct FeedPage
{
    std::vector<FeedChange> changes;
    Cursor cursor; ///< after the last change of this page
    bool more = false;
};

/// What a terminal needs to know about itself.
struct SnapshotTerminal
{
    qint64 id = 0;
    QString name;
    QString letter;                ///< what the numbers of its own orders begin with: "B", or "AA"
    std::optional<Role> role = {}; ///< what it may do; none: an older hub, which does not say

    bool operator==(const SnapshotTerminal &) const = default;
};

/// Everything that a terminal needs to start, read in one transaction.
struct Snapshot
{
    Cursor cursor;
    Business business;
    Catalog catalog;
    std::vector<Order> orders;                     ///< open ones, and those closed within the last two hours
    std::optional<SnapshotTerminal> terminal = {}; ///< who asked, when that is a terminal
    std::optional<ReplicaNote> replica = {};       ///< none: an older hub, which does not say
    qint64 ordersLeftOut = 0; ///< open ones too old to be told: more are open than anybody can be working on
};

} // namespace oshaq

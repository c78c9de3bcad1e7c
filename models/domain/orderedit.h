// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oshaq {

/// What an order says besides its lines. What has no value is not meant.
struct OrderFields
{
    std::optional<QString> note;
    std::optional<QString> table;
    std::optional<QString> allergy;
    std::optional<int> covers;
    std::optional<qint64> promisedAtMs; ///< 0: no promise any more

    bool isEmpty() const { return !note && !table && !allergy && !covers && !promisedAtMs; }
    bool operator==(const OrderFields &) const = default;
};

/// An edit of an order's fields. Either `version` or `from` says what the person saw: an edit in an office is refused
/// when anything changed meanwhile, one of a terminal only when the same field did (an unrelated bump must not park
/// it).
struct OrderEdit : OrderFields
{
    /// Of each field that changes, what the person saw; VersionStale when the field is neither that nor the target now.
    OrderFields from;
    std::optional<qint64> version; ///< that the person saw; another one now is VersionStale

    bool operator==(const OrderEdit &) const = default;
};

} // namespace oshaq

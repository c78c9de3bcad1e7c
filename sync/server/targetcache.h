// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"

#include <QHashFunctions>

#include <optional>
#include <unordered_map>

namespace oshaq {

/// Request lines that one HTTP thread has read without a fault, and what they mean: screens and phones ask the same few
/// over and over. What they mean hangs on the route table only, so nothing in it becomes stale.
class TargetCache final
{
    Q_DISABLE_COPY_MOVE(TargetCache)

public:
    TargetCache() = default;

    /// Null: to be read.
    const ReadTarget *find(const HttpRequest &request) const;
    /// `target` passed validation. Lines that name one row are not kept, there are too many of them.
    void keep(const HttpRequest &request, const ReadTarget &target);

private:
    struct Line
    {
        QByteArray method;
        QByteArray path;
        QByteArray query;

        bool operator==(const Line &) const = default;
    };
    struct Hash
    {
        size_t operator()(const Line &line) const { return qHashMulti(0, line.method, line.path, line.query); }
    };

    std::unordered_map<Line, ReadTarget, Hash> m_targets;
};

} // namespace oshaq

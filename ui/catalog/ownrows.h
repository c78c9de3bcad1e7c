// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"

#include <algorithm>
#include <map>
#include <vector>

namespace oshaq {

/// The rows of one kind as the hub's answers to our own changes left them, as long as the copy of this terminal may
/// still be behind.
template <typename Row> class OwnRows
{
public:
    /// As it is after our change; `removed`: as it was before it went.
    void note(const Row &row, bool removed) { m_rows[row.id] = {row, removed, false}; }
    /// The hub does not know it any more.
    void forget(qint64 id) { m_rows.erase(id); }

    /// The copy of this terminal changed. A row that it once showed as new as ours is its business from then on.
    void catchUp(const std::vector<Row> &shown)
    {
        for (auto at = m_rows.begin(); at != m_rows.end();) {
            const Row *row = find(shown, at->first);
            if (at->second.removed)
                at->second.isShown |= !row;
            else
                at->second.isShown |= row && row->version >= at->second.row.version;
            // Restored, or removed, by somebody else.
            const bool isOver = at->second.isShown && (at->second.removed ? row != nullptr : row == nullptr);
            at = isOver && !at->second.removed ? m_rows.erase(at) : std::next(at);
        }
    }

    /// The newest of both.
    std::vector<Row> over(std::vector<Row> shown) const
    {
        bool moved = false;
        for (const auto &[id, own] : m_rows) {
            const auto at =
                std::find_if(shown.begin(), shown.end(), [id = id](const Row &row) { return row.id == id; });
            if (own.removed) {
                if (at != shown.end() && at->version <= own.row.version)
                    shown.erase(at);
            } else if (at == shown.end()) {
                if (!own.isShown)
                    shown.push_back(own.row);
                moved |= !own.isShown;
            } else if (own.row.version > at->version) {
                moved |= at->position != own.row.position;
                *at = own.row;
            }
        }
        if (moved) {
            std::stable_sort(shown.begin(), shown.end(), [](const Row &a, const Row &b) {
                return std::pair(a.position, a.id) < std::pair(b.position, b.id);
            });
        }
        return shown;
    }

    /// The version that a row had when our change removed it.
    std::optional<qint64> removedVersion(qint64 id) const
    {
        const auto at = m_rows.find(id);
        return at != m_rows.end() && at->second.removed ? std::optional(at->second.row.version) : std::nullopt;
    }

    /// What we made of a row last; null: nothing, or it went.
    Row *known(qint64 id)
    {
        const auto at = m_rows.find(id);
        return at == m_rows.end() || at->second.removed ? nullptr : &at->second.row;
    }

private:
    struct Own
    {
        Row row;
        bool removed = false;
        bool isShown = false; ///< the copy had it
    };

    static const Row *find(const std::vector<Row> &rows, qint64 id)
    {
        const auto at = std::find_if(rows.begin(), rows.end(), [id](const Row &row) { return row.id == id; });
        return at == rows.end() ? nullptr : &*at;
    }

    std::map<qint64, Own> m_rows;
};

} // namespace oshaq

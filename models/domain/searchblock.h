// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/searchentry.h"

#include <QByteArray>

#include <string_view>
#include <unordered_set>

namespace oshaq {

/// What may be found in some thousands of orders, in a few kB: so that a search for what is rare passes over years
/// without reading them. It never denies what is there; it may promise what is not.
namespace searchblock {

/// Orders of a block: order_id >> orderShift is the same. A multiple of what a packed row holds.
inline constexpr int orderShift = 14;

/// Collects the entries of a block.
class Builder
{
public:
    void add(const SearchEntry &entry);

    /// A bit for each name by its number.
    QByteArray names() const { return m_names; }
    /// A Bloom filter of the pieces of one to four bytes of what orders are called.
    QByteArray texts() const;

private:
    QByteArray m_names;
    std::unordered_set<quint64> m_pieces;
};

bool hasName(std::string_view names, quint32 name);
/// Whether a text may hold the word. True for an empty word.
bool mayHold(std::string_view texts, std::string_view word);

} // namespace searchblock

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchblock.h"

#include <algorithm>
#include <bit>

namespace oshaq::searchblock {

namespace {

constexpr std::size_t longestPiece = 4;
constexpr std::size_t bitsEach = 10; ///< of the filter, for each piece
constexpr quint64 placesEach = 4;    ///< with ten bits each one promise of a hundred is empty
constexpr std::size_t fewestBits = 512;

/// The bytes of a piece and how many they are.
quint64 pieceOf(std::string_view text)
{
    quint64 piece = text.size();
    for (const char byte : text)
        piece = piece << 8 | quint64(uchar(byte));
    return piece;
}

/// The places of a piece in the filter.
template <typename Use> void placesOf(quint64 piece, std::size_t bits, const Use &use)
{
    // The finisher of MurmurHash3: every bit of the piece reaches every bit of the hash.
    quint64 hash = piece;
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    hash ^= hash >> 33;
    for (quint64 i = 0; i < placesEach; ++i)
        use(std::size_t(hash + i * (hash >> 32 | 1)) & (bits - 1));
}

} // namespace

void Builder::add(const SearchEntry &entry)
{
    for (const quint32 name : entry.names) {
        const auto byte = qsizetype(name / 8);
        if (byte >= m_names.size())
            m_names.append(byte + 1 - m_names.size(), '\0');
        m_names[byte] = char(uchar(m_names.at(byte)) | 1u << (name % 8));
    }
    for (std::size_t at = 0; at < entry.text.size(); ++at) {
        for (std::size_t length = 1; length <= std::min(longestPiece, entry.text.size() - at); ++length)
            m_pieces.insert(pieceOf(entry.text.substr(at, length)));
    }
}

QByteArray Builder::texts() const
{
    if (m_pieces.empty())
        return QByteArray("");
    const std::size_t bits = std::bit_ceil(std::max(m_pieces.size() * bitsEach, fewestBits));
    QByteArray filter(qsizetype(bits / 8), '\0');
    for (const quint64 piece : m_pieces) {
        placesOf(piece, bits, [&filter](std::size_t bit) {
            const auto byte = qsizetype(bit / 8);
            filter[byte] = char(uchar(filter.at(byte)) | 1u << (bit % 8));
        });
    }
    return filter;
}

bool hasName(std::string_view names, quint32 name)
{
    return name / 8 < names.size() && (uchar(names[name / 8]) >> (name % 8) & 1) != 0;
}

bool mayHold(std::string_view texts, std::string_view word)
{
    if (word.empty())
        return true;
    if (texts.empty())
        return false;
    const std::size_t length = std::min(longestPiece, word.size());
    for (std::size_t at = 0; at + length <= word.size(); ++at) {
        bool isThere = true;
        placesOf(pieceOf(word.substr(at, length)), texts.size() * 8,
                 [&](std::size_t bit) { isThere = isThere && (uchar(texts[bit / 8]) >> (bit % 8) & 1) != 0; });
        if (!isThere)
            return false;
    }
    return true;
}

} // namespace oshaq::searchblock

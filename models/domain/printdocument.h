// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

/// One thing on a paper, under the one before it.
struct PrintBlock
{
    enum class Kind
    {
        Text,    ///< `text`, wrapped
        Columns, ///< `text` at the left, wrapped, and `side` at the right edge
        Item,    ///< `side`, a quantity, in a gutter at the left, and `text` wrapped beside it
        Rule,    ///< a line across the paper
        Space,   ///< `size` lines of nothing
        Cut,     ///< the paper is cut
        Drawer,  ///< the cash drawer opens
    };
    enum class Align
    {
        Left,
        Center,
        Right
    };

    Kind kind = Kind::Text;
    QString text;
    QString side;
    int size = 2; ///< 1: small print, 2: text, 3: what is cooked, 4: headings, 5: the number that is called out
    bool bold = false;
    bool inverse = false; ///< white on black
    bool struck = false;  ///< struck through: not any more
    Align align = Align::Left;
    int indent = 0; ///< steps from the left edge

    bool operator==(const PrintBlock &) const = default;
};

inline constexpr int maxPrintSize = 5;

/// What a printer puts on paper, whatever its width: a value that is stored with its job, so that what changes later
/// does not change it.
struct PrintDocument
{
    std::vector<PrintBlock> blocks;

    bool operator==(const PrintDocument &) const = default;
};

/// As it is stored; and back: Internal when it is not what was stored.
QByteArray printDocumentJson(const PrintDocument &document);
Result<PrintDocument> printDocumentFromJson(const QByteArray &json);

} // namespace oshaq

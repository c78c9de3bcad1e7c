// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace oshaq {

/// Where tickets stand on the pages: pure arithmetic on heights, no fonts and no widgets, so that it can be tested with
/// numbers. The same input always gives the same pages.

/// A piece of a ticket that is never cut.
struct LayoutBlock
{
    int height = 0;
    bool keepWithNext = false; ///< a course band is not left alone at the foot of a column

    bool operator==(const LayoutBlock &) const = default;
};

/// What the layout needs to know of a ticket.
struct LayoutTicket
{
    int header = 0;          ///< height of the full header, allergy band included
    int continuedHeader = 0; ///< height of the header of a continuation, allergy band included
    int continuesFooter = 0; ///< height of the foot of a part that is continued
    int footer = 0;          ///< height of the foot with the action, on the last part
    std::vector<LayoutBlock> blocks;

    int wholeHeight() const;
};

struct LayoutFrame
{
    int columns = 1;
    int height = 0; ///< of a column
    int gap = 0;    ///< between two tickets of a column
    /// How much deeper than the shallowest column the next one may be and still be used: larger keeps the tickets in
    /// rows from left to right, smaller fills the page evenly.
    int rowTolerance = 0;
};

/// A ticket, or the part of it that stands in one column.
struct LayoutPart
{
    int ticket = 0; ///< index into the input
    int part = 0;
    int parts = 1;
    int page = 0;
    int column = 0;
    int top = 0;
    int height = 0;
    int firstBlock = 0;
    int endBlock = 0; ///< one past the last

    bool isFirst() const { return part == 0; }
    bool isLast() const { return part + 1 == parts; }
    bool operator==(const LayoutPart &) const = default;
};

struct LayoutResult
{
    std::vector<LayoutPart> parts; ///< in the order of the tickets
    int pages = 1;
};

/// Packs tickets in the order given: rows from left to right, then the next row, then the next page. A ticket never
/// stands on an earlier page than the one before it. A ticket that is taller than a column continues in the columns to
/// its right (and on the next page if need be). One that fits nowhere whole continues from the foot of a column to the
/// next one's, when that saves turning the page.
LayoutResult layOutTickets(const std::vector<LayoutTicket> &tickets, const LayoutFrame &frame);

} // namespace oshaq

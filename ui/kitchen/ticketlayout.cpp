// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/ticketlayout.h"

#include <algorithm>
#include <optional>

namespace oshaq {

namespace {

/// Fills one part from block `first` on with what `room` holds.
LayoutPart fillPart(const LayoutTicket &ticket, int first, int room)
{
    const int count = int(ticket.blocks.size());
    LayoutPart part;
    part.firstBlock = first;
    part.height = first == 0 ? ticket.header : ticket.continuedHeader;
    int end = first;
    while (end < count) {
        const int foot = end + 1 == count ? ticket.footer : ticket.continuesFooter;
        const int height = ticket.blocks[size_t(end)].height;
        // One block at least, however tall: an endless note must not make an endless loop.
        if (end > first && part.height + height + foot > room)
            break;
        part.height += height;
        ++end;
    }
    while (end < count && end - 1 > first && ticket.blocks[size_t(end - 1)].keepWithNext) {
        --end;
        part.height -= ticket.blocks[size_t(end)].height;
    }
    part.endBlock = end;
    part.height += end == count ? ticket.footer : ticket.continuesFooter;
    return part;
}

void numberParts(std::vector<LayoutPart> *parts)
{
    for (size_t index = 0; index < parts->size(); ++index) {
        (*parts)[index].part = int(index);
        (*parts)[index].parts = int(parts->size());
    }
}

/// Cuts a ticket that is taller than a column into parts that are not.
std::vector<LayoutPart> splitTicket(const LayoutTicket &ticket, int columnHeight)
{
    std::vector<LayoutPart> parts;
    int first = 0;
    do {
        parts.push_back(fillPart(ticket, first, columnHeight));
        first = parts.back().endBlock;
    } while (first < int(ticket.blocks.size()));
    numberParts(&parts);
    return parts;
}

/// Cuts a ticket in two, for the feet of two neighbouring columns; empty when it does not fit.
std::vector<LayoutPart> splitInTwo(const LayoutTicket &ticket, int leftRoom, int rightRoom)
{
    LayoutPart left = fillPart(ticket, 0, leftRoom);
    if (left.height > leftRoom || left.endBlock == int(ticket.blocks.size()))
        return {};
    // A course band alone is no beginning.
    if (ticket.blocks[size_t(left.endBlock - 1)].keepWithNext)
        return {};
    LayoutPart right = fillPart(ticket, left.endBlock, rightRoom);
    if (right.height > rightRoom || right.endBlock != int(ticket.blocks.size()))
        return {};
    std::vector<LayoutPart> parts{left, right};
    numberParts(&parts);
    return parts;
}

/// The page that is being filled.
class Page
{
public:
    explicit Page(const LayoutFrame &frame)
        : m_frame(frame)
        , m_next(size_t(std::max(1, frame.columns)), 0)
    {}

    int number() const { return m_number; }
    int columns() const { return int(m_next.size()); }
    bool isEmpty() const { return m_last < 0; }

    void turn()
    {
        ++m_number;
        std::fill(m_next.begin(), m_next.end(), 0);
        m_last = -1;
    }

    /// The column for a ticket of this height: the next one to the right, unless it hangs far below another.
    std::optional<int> columnFor(int height) const
    {
        const auto fits = [&](int column) {
            return m_next[size_t(column)] == 0 || m_next[size_t(column)] + height <= m_frame.height;
        };
        std::optional<int> shallowest;
        for (int column = 0; column < columns(); ++column) {
            if (fits(column) && (!shallowest || m_next[size_t(column)] < m_next[size_t(*shallowest)]))
                shallowest = column;
        }
        if (!shallowest)
            return std::nullopt;
        for (int step = 1; step <= columns(); ++step) {
            const int column = (m_last + step) % columns();
            if (fits(column) && m_next[size_t(column)] <= m_next[size_t(*shallowest)] + m_frame.rowTolerance)
                return column;
        }
        return shallowest;
    }

    /// The first column from which on everything to the right is empty; columns() when none is.
    int firstOfEmptyTail() const
    {
        int column = columns();
        while (column > 0 && m_next[size_t(column - 1)] == 0)
            --column;
        return column;
    }

    /// What is left below the last ticket of a column.
    int roomIn(int column) const { return m_frame.height - m_next[size_t(column)]; }

    void place(LayoutPart &part, int column)
    {
        part.page = m_number;
        part.column = column;
        part.top = m_next[size_t(column)];
        m_next[size_t(column)] += part.height + m_frame.gap;
        m_last = column;
    }

private:
    LayoutFrame m_frame;
    std::vector<int> m_next; ///< where the next ticket of each column begins
    int m_last = -1;
    int m_number = 0;
};

} // namespace

int LayoutTicket::wholeHeight() const
{
    int height = header + footer;
    for (const LayoutBlock &block : blocks)
        height += block.height;
    return height;
}

LayoutResult layOutTickets(const std::vector<LayoutTicket> &tickets, const LayoutFrame &frame)
{
    LayoutResult result;
    result.parts.reserve(tickets.size());
    Page page(frame);

    for (size_t index = 0; index < tickets.size(); ++index) {
        const LayoutTicket &ticket = tickets[index];
        const int whole = ticket.wholeHeight();
        if (whole <= frame.height) {
            LayoutPart part;
            part.ticket = int(index);
            part.height = whole;
            part.endBlock = int(ticket.blocks.size());
            std::optional<int> column = page.columnFor(whole);
            if (!column) {
                std::vector<LayoutPart> halves;
                for (int left = 0; left + 1 < page.columns() && halves.empty(); ++left) {
                    halves = splitInTwo(ticket, page.roomIn(left), page.roomIn(left + 1));
                    for (size_t half = 0; half < halves.size(); ++half) {
                        halves[half].ticket = int(index);
                        page.place(halves[half], left + int(half));
                        result.parts.push_back(halves[half]);
                    }
                }
                if (!halves.empty())
                    continue;
                page.turn();
                column = 0;
            }
            page.place(part, *column);
            result.parts.push_back(part);
            continue;
        }

        std::vector<LayoutPart> parts = splitTicket(ticket, frame.height);
        int column = page.firstOfEmptyTail();
        if (!page.isEmpty() && page.columns() - column < std::min(int(parts.size()), page.columns())) {
            page.turn();
            column = 0;
        }
        for (LayoutPart &part : parts) {
            if (column == page.columns()) {
                page.turn();
                column = 0;
            }
            part.ticket = int(index);
            page.place(part, column++);
            result.parts.push_back(part);
        }
    }
    result.pages = page.number() + 1;
    return result;
}

} // namespace oshaq

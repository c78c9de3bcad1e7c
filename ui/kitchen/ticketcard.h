// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ticket.h"
#include "ui/common/textblock.h"
#include "ui/common/zoneclock.h"
#include "ui/kitchen/ticketlayout.h"

#include <QPoint>
#include <QRect>

#include <memory>
#include <vector>

namespace oshaq {

/// A ticket measured for one column width: every text wrapped, every place known. Made once per change of the ticket;
/// painting it is drawing prepared glyphs. Nothing in it depends on the time.
struct TicketCard
{
    /// What a text is painted with.
    enum class Ink
    {
        Dish,
        Quantity,
        Option,
        Sign,
        Note,
        Done,
        Void,
        Held,
        Change,
        Mark,
        Band
    };

    struct Text
    {
        std::shared_ptr<const TextBlock> block;
        QPoint at; ///< relative to the block's top left
        Ink ink = Ink::Dish;
        bool struck = false;
    };

    struct Tag
    {
        QString text;
        QRect rect; ///< relative to the block
        bool isVoid = false;
    };

    struct Block
    {
        enum class Kind
        {
            Mark,   ///< another station cannot see the order
            Change, ///< what others changed; a touch acknowledges it
            Note,
            Course,
            Line
        };

        Kind kind = Kind::Line;
        qint64 lineId = 0;           ///< of a line; the first of those that are made as one
        std::vector<qint64> lineIds; ///< all of them
        int course = 0;              ///< of a course's band
        bool held = false;           ///< the band of a course that waits
        int height = 0;
        bool separator = false; ///< a thin line above
        bool added = false;
        int freeRight = 0; ///< width to the right of the first row that no text uses, for a key cap
        std::vector<Text> texts;
        std::vector<Tag> tags;
    };

    int width = 0;
    LayoutTicket measures;
    std::vector<Block> blocks;

    // The header, relative to the ticket's top left.
    QRect number;
    QRect timer;
    QRect state;
    std::shared_ptr<const TextBlock> where;
    QPoint whereAt;
    int bandTop = 0; ///< top of the allergy band in the full header
    std::shared_ptr<const TextBlock> allergy;
    int bandHeight = 0; ///< 0: no allergy
};

/// `columnHeight` bounds what one line may take: only text that no column could hold is elided. `mark`: a warning under
/// the header; empty: none.
std::shared_ptr<const TicketCard> makeTicketCard(const Ticket &ticket, TextCache &texts, const ZoneClock &clock,
                                                 int width, int columnHeight, const QString &mark = {});

/// Sizes that both the card and its painter use.
struct TicketMetrics
{
    explicit TicketMetrics(const Look &look);

    int padding; ///< left and right of everything
    int radius;
    int badge;        ///< side of the slot's square
    int headerTop;    ///< above the badge
    int headerBottom; ///< below the last row
    int rowGap;
    int continuedBar; ///< header of a continuation
    int continuesBar; ///< foot of a part that goes on
    int actionMargin; ///< around the button
    int actionHeight;
    int warningSign;
    int linePadding; ///< above and below the text of a line
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/ticketcard.h"

#include "ui/common/painting.h"
#include "ui/kitchen/tickettext.h"

#include <QFontMetrics>

#include <algorithm>

namespace oshaq {

namespace {

using Ink = TicketCard::Ink;
using Block = TicketCard::Block;

class CardMaker
{
public:
    CardMaker(const Ticket &ticket, TextCache &texts, const ZoneClock &clock, int width, int columnHeight)
        : m_ticket(ticket)
        , m_texts(texts)
        , m_look(texts.look())
        , m_clock(clock)
        , m_sizes(m_look)
        , m_card(std::make_shared<TicketCard>())
        , m_columnHeight(columnHeight)
    {
        m_card->width = width;
        m_inner = width - 2 * m_sizes.padding;
    }

    std::shared_ptr<const TicketCard> make(const QString &mark)
    {
        makeHeader();
        makeMark(mark);
        makeChanges();
        makeNote();
        makeLines();
        makeFoot();
        return m_card;
    }

private:
    int px(double design) const { return m_look.px(design); }

    void makeHeader()
    {
        TicketCard &card = *m_card;
        const int left = m_sizes.padding;
        const int right = card.width - m_sizes.padding;
        const QFont figure = m_look.font(TextRole::Figure);

        // The widest timer that a shift can show, so that the number's room does not depend on the time.
        const int timerWidth = painting::figuresWidth(TicketText::duration(qint64(88) * 60 * 1000), figure);
        const int numberLeft = left + m_sizes.badge + px(12);
        card.timer = QRect(right - timerWidth, m_sizes.headerTop, timerWidth, m_sizes.badge);
        card.number = QRect(numberLeft, m_sizes.headerTop, card.timer.left() - px(8) - numberLeft, m_sizes.badge);

        // Where it goes and how it stands share a row when the longest state leaves room; otherwise the state gets its
        // own.
        const QFontMetrics caption(m_look.font(TextRole::CaptionBold));
        int stateWidth = 0;
        for (const QString &state : TicketText::widestStates())
            stateWidth = std::max(stateWidth, caption.horizontalAdvance(state));
        const int rowTop = m_sizes.headerTop + m_sizes.badge + m_sizes.rowGap;
        const int row = m_look.lineSpacing(TextRole::CaptionBold);
        const QString where = TicketText::where(m_ticket, m_clock);
        const int besideState = m_inner - stateWidth - px(8);
        card.whereAt = QPoint(left, rowTop);
        int bottom = 0;
        if (caption.horizontalAdvance(where) <= besideState) {
            card.where = m_texts.block(where, TextRole::CaptionBold, besideState + px(4));
            card.state = QRect(right - stateWidth, rowTop, stateWidth, row);
            bottom = rowTop + row;
        } else {
            card.where = m_texts.block(where, TextRole::CaptionBold, m_inner, 4);
            // Always at the right edge, where eyes look for it: beside the last row of the text when that is short.
            const bool besideLastRow = card.where->lastLineWidth() <= besideState;
            card.state = QRect(left, rowTop + card.where->height() - (besideLastRow ? row : 0), m_inner, row);
            bottom = card.state.top() + row;
        }
        bottom += m_sizes.headerBottom;

        const QString allergy = TicketText::allergy(m_ticket);
        if (!allergy.isEmpty()) {
            const int signWidth = m_sizes.warningSign + px(8);
            card.allergy = m_texts.block(allergy, TextRole::BodyBold, m_inner - signWidth, 6);
            card.bandHeight = card.allergy->height() + px(12);
        }
        card.bandTop = bottom;
        card.measures.header = bottom + card.bandHeight;
        card.measures.continuedHeader = m_sizes.continuedBar + card.bandHeight;
        card.measures.continuesFooter = m_sizes.continuesBar;
    }

    void makeMark(const QString &words)
    {
        if (words.isEmpty())
            return;
        Block block;
        block.kind = Block::Kind::Mark;
        const auto text = m_texts.block(words, TextRole::CaptionBold, m_inner, 4);
        block.height = text->height() + px(14);
        block.texts.push_back({text, QPoint(m_sizes.padding, px(7)), Ink::Mark, false});
        add(std::move(block), false);
    }

    void makeChanges()
    {
        const QString words = TicketText::changes(m_ticket);
        if (words.isEmpty())
            return;
        Block block;
        block.kind = Block::Kind::Change;
        // Room for the key that says "seen", which stands there while the ticket is chosen.
        const auto text = m_texts.block(words, TextRole::CaptionBold, m_inner - px(40), 4);
        block.height = std::max(text->height() + px(14), m_look.metrics().lineHeight());
        block.texts.push_back({text, QPoint(m_sizes.padding, (block.height - text->height()) / 2), Ink::Change, false});
        block.freeRight = px(40);
        add(std::move(block), false);
    }

    void makeNote()
    {
        if (m_ticket.order.note.trimmed().isEmpty())
            return;
        Block block;
        block.kind = Block::Kind::Note;
        const auto text = m_texts.block(TicketText::note(m_ticket.order.note), TextRole::BodyItalic, m_inner,
                                        mostLines(TextRole::BodyItalic));
        block.texts.push_back({text, QPoint(m_sizes.padding, px(10)), Ink::Note, false});
        block.height = text->height() + px(18);
        add(std::move(block), false);
    }

    void makeLines()
    {
        std::vector<int> courses;
        std::vector<std::vector<const OrderLine *>> groups = mergedLines(m_ticket);
        // A void line that everybody has seen is gone.
        std::erase_if(groups, [this](const std::vector<const OrderLine *> &group) {
            const OrderLine &line = *group.front();
            return line.status == LineStatus::Voided && m_ticket.order.status != OrderStatus::Cancelled &&
                   !isChanged(m_ticket, TicketChange::Kind::Voided, line.id);
        });
        for (const auto &group : groups) {
            const int course = group.front()->course;
            if (std::find(courses.begin(), courses.end(), course) == courses.end())
                courses.push_back(course);
        }
        std::sort(courses.begin(), courses.end());

        const QFont quantityFont = m_look.font(TextRole::Dish);
        m_nameLeft = m_sizes.padding + px(44);
        for (const auto &group : groups) {
            const int width = painting::figuresWidth(TicketText::quantity(quantityOf(group)), quantityFont);
            m_nameLeft = std::max(m_nameLeft, m_sizes.padding + width + px(12));
        }
        // "1000.125" must not push the dishes out of the ticket.
        m_nameLeft = std::min(m_nameLeft, m_sizes.padding + m_inner / 2);

        const bool banded = courses.size() > 1 || nextHeldCourse(m_ticket) > 0;
        for (int course : courses) {
            if (banded)
                makeCourse(course);
            for (const auto &group : groups) {
                if (group.front()->course == course)
                    makeLine(group);
            }
        }
    }

    static qint64 quantityOf(const std::vector<const OrderLine *> &group)
    {
        qint64 sum = 0;
        for (const OrderLine *line : group)
            sum += line->quantity;
        return sum;
    }

    void makeCourse(int course)
    {
        int of = 0;
        int done = 0;
        bool held = false;
        qint64 firedAtMs = 0;
        for (const OrderLine &line : m_ticket.lines) {
            if (line.course != course || line.status == LineStatus::Voided)
                continue;
            ++of;
            done += line.status == LineStatus::Done ? 1 : 0;
            held |= line.isHeld();
            firedAtMs = std::max(firedAtMs, line.firedAtMs);
        }
        Block block;
        block.kind = Block::Kind::Course;
        block.course = course;
        block.held = held;
        const auto progress = m_texts.block(held ? TicketText::courseHeld() : TicketText::courseProgress(done, of),
                                            TextRole::CaptionBold, m_inner, 1);
        QString title = TicketText::course(course);
        if (!held && firedAtMs > 0)
            title += QStringLiteral(" · ") + TicketText::courseFired(m_clock.time(firedAtMs));
        const auto name = m_texts.block(title, TextRole::CaptionBold, m_inner - progress->width() - px(12), 1);
        block.texts.push_back({name, QPoint(m_sizes.padding, px(6)), Ink::Band, false});
        block.texts.push_back(
            {progress, QPoint(m_card->width - m_sizes.padding - progress->width(), px(6)), Ink::Band, false});
        // A touch on the band fires the course: it has to be hit.
        block.height = std::max(name->height() + px(12), held ? m_look.metrics().lineHeight() : 0);
        for (TicketCard::Text &text : block.texts)
            text.at.setY((block.height - text.block->height()) / 2);
        add(std::move(block), true);
    }

    void makeLine(const std::vector<const OrderLine *> &group)
    {
        const OrderLine &line = *group.front();
        // On a ready ticket everything is done: it is read once more when it is handed over.
        const bool isDone = line.status == LineStatus::Done && m_ticket.order.status != OrderStatus::Ready;
        const bool isVoid = line.status == LineStatus::Voided;
        const bool isGone = isVoid || m_ticket.order.status == OrderStatus::Cancelled;
        const bool isHeld = line.isHeld() && !isGone;
        const Ink mainInk = isGone ? Ink::Void : isDone ? Ink::Done : isHeld ? Ink::Held : Ink::Dish;
        const int nameWidth = m_card->width - m_sizes.padding - m_nameLeft;

        Block block;
        block.kind = Block::Kind::Line;
        block.lineId = line.id;
        for (const OrderLine *one : group)
            block.lineIds.push_back(one->id);
        block.added = isChanged(m_ticket, TicketChange::Kind::Added, line.id) && !isDone && !isGone;
        int y = m_sizes.linePadding;

        const auto quantity =
            m_texts.block(TicketText::quantity(quantityOf(group)), TextRole::Dish, m_nameLeft - m_sizes.padding, 1);
        block.texts.push_back(
            {quantity, QPoint(m_sizes.padding, y), mainInk == Ink::Dish ? Ink::Quantity : mainInk, isDone || isGone});

        const auto name = m_texts.block(line.name, TextRole::Dish, nameWidth, mostLines(TextRole::Dish));
        block.texts.push_back({name, QPoint(m_nameLeft, y), mainInk, isDone || isGone});
        const int dishRow = m_look.lineSpacing(TextRole::Dish);
        block.freeRight = nameWidth - (name->lineCount() == 1 ? name->lastLineWidth() : name->width());

        const QString tagText = isVoid ? TicketText::voided() : block.added ? TicketText::added() : QString();
        int nextTop = y + name->height();
        if (!tagText.isEmpty()) {
            const QSize size = painting::tagSize(m_look, tagText);
            QPoint at(m_nameLeft + name->lastLineWidth() + px(10),
                      y + name->height() - dishRow + (dishRow - size.height()) / 2 + px(1));
            if (at.x() + size.width() > m_card->width - m_sizes.padding) {
                at = QPoint(m_nameLeft, nextTop + px(2));
                nextTop += size.height() + px(6);
            } else if (name->lineCount() == 1) {
                block.freeRight -= size.width() + px(10);
            }
            block.tags.push_back({tagText, QRect(at, size), isVoid});
        }
        y = nextTop;

        const int signWidth = px(18);
        for (const OrderLineOption &option : line.options) {
            const auto sign = m_texts.block(QStringLiteral("+"), TextRole::Body, signWidth, 1);
            const auto text =
                m_texts.block(option.name, TextRole::Body, nameWidth - signWidth, mostLines(TextRole::Body));
            block.texts.push_back({sign, QPoint(m_nameLeft, y),
                                   isDone || isGone ? mainInk
                                   : isHeld         ? mainInk
                                                    : Ink::Sign,
                                   false});
            block.texts.push_back({text, QPoint(m_nameLeft + signWidth, y),
                                   isDone || isGone ? mainInk
                                   : isHeld         ? mainInk
                                                    : Ink::Option,
                                   isGone});
            y += text->height();
        }
        if (!line.note.trimmed().isEmpty()) {
            const auto text = m_texts.block(TicketText::note(line.note), TextRole::BodyItalic, nameWidth,
                                            mostLines(TextRole::BodyItalic));
            block.texts.push_back({text, QPoint(m_nameLeft, y), isDone || isGone ? mainInk : Ink::Note, isGone});
            y += text->height();
        }
        if (const qint64 start = startOf(m_ticket, line); start > 0 && line.status == LineStatus::Queued && !isHeld) {
            const auto text =
                m_texts.block(TicketText::startAt(m_clock.time(start)), TextRole::CaptionBold, nameWidth, 1);
            block.texts.push_back({text, QPoint(m_nameLeft, y), isGone ? mainInk : Ink::Band, isGone});
            y += text->height();
        }
        y += m_sizes.linePadding;

        // A finger needs its ten millimetres; a short line stands in the middle of them.
        block.height = std::max(y, m_look.metrics().lineHeight());
        const int shift = (block.height - y) / 2;
        for (TicketCard::Text &text : block.texts)
            text.at.ry() += shift;
        for (TicketCard::Tag &tag : block.tags)
            tag.rect.translate(0, shift);
        add(std::move(block), false);
    }

    void makeFoot() { m_card->measures.footer = m_sizes.actionHeight + 2 * m_sizes.actionMargin; }

    void add(Block block, bool keepWithNext)
    {
        const auto isBand = [](const Block &one) {
            return one.kind == Block::Kind::Course || one.kind == Block::Kind::Change;
        };
        block.separator = !isBand(block) && !m_card->blocks.empty() && !isBand(m_card->blocks.back());
        m_card->measures.blocks.push_back({block.height, keepWithNext});
        m_card->blocks.push_back(std::move(block));
    }

    /// Lines of text that one third of a column holds: what is longer is a novel, and its end is on the order's page.
    int mostLines(TextRole role) const { return std::max(2, m_columnHeight / 3 / m_look.lineSpacing(role)); }

    const Ticket &m_ticket;
    TextCache &m_texts;
    const Look m_look;
    const ZoneClock &m_clock;
    const TicketMetrics m_sizes;
    std::shared_ptr<TicketCard> m_card;
    int m_columnHeight = 0;
    int m_inner = 0;
    int m_nameLeft = 0;
};

} // namespace

TicketMetrics::TicketMetrics(const Look &look)
    : padding(look.px(14))
    , radius(look.px(11))
    , badge(look.px(40))
    , headerTop(look.px(10))
    , headerBottom(look.px(9))
    , rowGap(look.px(7))
    , continuedBar(look.px(46))
    , continuesBar(look.px(36))
    , actionMargin(look.px(10))
    , actionHeight(look.metrics().actionHeight())
    , warningSign(look.px(21))
    , linePadding(look.px(8))
{
    if (look.metrics().isCompact()) {
        badge = look.px(36);
        headerTop = look.px(7);
        headerBottom = look.px(6);
        rowGap = look.px(4);
        continuedBar = look.px(40);
        continuesBar = look.px(30);
        actionMargin = look.px(8);
        linePadding = look.px(5);
    }
}

std::shared_ptr<const TicketCard> makeTicketCard(const Ticket &ticket, TextCache &texts, const ZoneClock &clock,
                                                 int width, int columnHeight, const QString &mark)
{
    return CardMaker(ticket, texts, clock, width, columnHeight).make(mark);
}

} // namespace oshaq

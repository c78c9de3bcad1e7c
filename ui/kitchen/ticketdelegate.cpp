// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/ticketdelegate.h"

#include "ui/common/painting.h"
#include "ui/kitchen/tickettext.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace oshaq {

TicketDelegate::TicketDelegate(const Look &look, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_look(look)
    , m_sizes(look)
{}

void TicketDelegate::setLook(const Look &look)
{
    m_look = look;
    m_sizes = TicketMetrics(look);
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *ticket = qstyleoption_cast<const TicketOption *>(&option);
    return ticket && ticket->card ? QSize(ticket->card->width, ticket->card->measures.wholeHeight()) : QSize();
}

QRect TicketDelegate::headerRect(const TicketCard &card, const LayoutPart &part, const QRect &rect) const
{
    const int height = part.isFirst() ? card.measures.header : card.measures.continuedHeader;
    return QRect(rect.left(), rect.top(), rect.width(), height);
}

QRect TicketDelegate::blockRect(const TicketCard &card, const LayoutPart &part, const QRect &rect, int block) const
{
    if (block < part.firstBlock || block >= part.endBlock)
        return QRect();
    int top = headerRect(card, part, rect).bottom() + 1;
    for (int before = part.firstBlock; before < block; ++before)
        top += card.blocks[size_t(before)].height;
    return QRect(rect.left(), top, rect.width(), card.blocks[size_t(block)].height);
}

QRect TicketDelegate::actionRect(const TicketCard &card, const LayoutPart &part, const QRect &rect) const
{
    if (!part.isLast())
        return QRect();
    const int top = rect.top() + rect.height() - card.measures.footer + m_sizes.actionMargin;
    return QRect(rect.left() + m_sizes.actionMargin, top, rect.width() - 2 * m_sizes.actionMargin,
                 m_sizes.actionHeight);
}

int TicketDelegate::outlineReach() const
{
    return m_look.px(7);
}

QColor TicketDelegate::ink(TicketCard::Ink ink) const
{
    const Theme &theme = m_look.theme();
    switch (ink) {
    case TicketCard::Ink::Dish:
    case TicketCard::Ink::Quantity:
        return theme.text;
    case TicketCard::Ink::Option:
        return theme.text;
    case TicketCard::Ink::Sign:
        return theme.ember;
    case TicketCard::Ink::Note:
        return theme.soonText;
    case TicketCard::Ink::Done:
        return theme.faint;
    case TicketCard::Ink::Void:
        return theme.lateText;
    case TicketCard::Ink::Held:
        return theme.heldText;
    case TicketCard::Ink::Change:
        return theme.plateText;
    case TicketCard::Ink::Mark:
        return theme.lateText;
    case TicketCard::Ink::Band:
        return theme.muted;
    }
    return theme.text;
}

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &styleOption, const QModelIndex &) const
{
    const auto *option = qstyleoption_cast<const TicketOption *>(&styleOption);
    if (!option || !option->ticket || !option->card || !option->part)
        return;
    const TicketCard &card = *option->card;
    const LayoutPart &part = *option->part;
    const QRect rect = option->rect;
    const QRect header = headerRect(card, part, rect);

    // The second hand asks for headers only: everything below is left as it stands.
    if (option->dirty.intersects(rect.adjusted(0, header.height(), 0, 0))) {
        painting::fillRounded(*painter, rect, m_sizes.radius, m_look.theme().surface);
        painting::outlineRounded(*painter, rect, m_sizes.radius, m_look.theme().line);
        for (int index = part.firstBlock; index < part.endBlock; ++index) {
            const QRect place = blockRect(card, part, rect, index);
            if (option->dirty.intersects(place))
                paintBlock(*painter, *option, card.blocks[size_t(index)], place);
        }
        paintFoot(*painter, *option);
    }
    if (option->dirty.intersects(header)) {
        if (part.isFirst())
            paintHeader(*painter, *option);
        else
            paintContinuedHeader(*painter, *option);
    }
    if (option->isChosen)
        paintOutline(*painter, *option);
}

QBrush TicketDelegate::headerBrush(const TicketOption &option) const
{
    const Theme &theme = m_look.theme();
    switch (urgencyOf(*option.ticket, option.nowMs)) {
    case Urgency::Ready:
        return theme.ready;
    case Urgency::Soon:
        return theme.soon;
    case Urgency::Late:
        return painting::lateStripes(m_look);
    case Urgency::Scheduled:
        return theme.scheduled;
    case Urgency::Cancelled:
        return theme.muted;
    case Urgency::InTime:
        break;
    }
    return theme.fresh;
}

void TicketDelegate::paintHeader(QPainter &painter, const TicketOption &option) const
{
    const Theme &theme = m_look.theme();
    const TicketCard &card = *option.card;
    const Ticket &ticket = *option.ticket;
    const QPoint origin = option.rect.topLeft();
    const QRect header(origin, QSize(card.width, card.bandTop));

    painter.setPen(Qt::NoPen);
    painter.setBrushOrigin(origin);
    painter.setBrush(headerBrush(option));
    const QPainterPath shape = painting::roundedPath(header, m_sizes.radius, 0);
    painter.drawPath(shape);
    if (option.flash > 0) {
        painter.setBrush(QColor(255, 255, 255, int(option.flash * 200)));
        painter.drawPath(shape);
    }

    const QRect badge(origin + QPoint(m_sizes.padding, m_sizes.headerTop), QSize(m_sizes.badge, m_sizes.badge));
    QRect number = card.number.translated(origin);
    if (option.slotKey.isEmpty())
        number.setLeft(badge.left());
    else
        paintBadge(painter, badge, option.slotKey);

    painter.setPen(theme.ink);
    const QFont figure = m_look.font(TextRole::Figure);
    QString numberText = ticket.order.number;
    int room = number.width();
    const int signSize = m_look.px(20);
    if (ticket.pending)
        room -= signSize + m_look.px(6);
    if (painting::figuresWidth(numberText, figure) > room)
        numberText = QFontMetrics(figure).elidedText(numberText, Qt::ElideLeft, room);
    painting::drawFigures(painter, number, Qt::AlignLeft | Qt::AlignVCenter, numberText, figure);
    if (ticket.pending) {
        const int left = number.left() + painting::figuresWidth(numberText, figure) + m_look.px(8);
        painting::drawPendingSign(painter, QRectF(left, number.center().y() - signSize / 2.0 + 1, signSize, signSize),
                                  theme.ink);
    }

    painter.setPen(theme.ink);
    painting::drawFigures(painter, card.timer.translated(origin), Qt::AlignRight | Qt::AlignVCenter,
                          TicketText::timer(ticket, option.nowMs), figure);
    card.where->draw(painter, origin + card.whereAt);

    const QRect state = card.state.translated(origin);
    painting::drawFigures(painter, state, Qt::AlignRight | Qt::AlignVCenter,
                          TicketText::state(ticket, option.nowMs, option.clock), m_look.font(TextRole::CaptionBold));
    paintAllergy(painter, option, card.bandTop);
}

void TicketDelegate::paintBadge(QPainter &painter, const QRect &rect, const QString &slotKey) const
{
    QColor fill = m_look.theme().ink;
    fill.setAlpha(215);
    painting::fillRounded(painter, rect, m_look.px(8), fill);
    painter.setPen(m_look.theme().badgeText);
    painting::drawFigures(painter, rect, Qt::AlignCenter, slotKey, m_look.font(TextRole::Dish));
}

void TicketDelegate::paintContinuedHeader(QPainter &painter, const TicketOption &option) const
{
    const Theme &theme = m_look.theme();
    const QPoint origin = option.rect.topLeft();
    const QRect bar(origin, QSize(option.card->width, m_sizes.continuedBar));
    painter.setPen(Qt::NoPen);
    painter.setBrushOrigin(origin);
    painter.setBrush(headerBrush(option));
    painter.drawPath(painting::roundedPath(bar, m_sizes.radius, 0));
    QRect text = bar.adjusted(m_sizes.padding, 0, -m_sizes.padding, 0);
    if (!option.slotKey.isEmpty()) {
        const int side = m_look.px(34);
        paintBadge(painter, QRect(text.left(), bar.top() + (bar.height() - side) / 2, side, side), option.slotKey);
        text.setLeft(text.left() + side + m_look.px(10));
    }
    painter.setPen(theme.ink);
    const QFont font = m_look.font(TextRole::BodyBold);
    const QString place = QStringLiteral("%1/%2").arg(option.part->part + 1).arg(option.part->parts);
    const int placeWidth = painting::figuresWidth(place, font);
    painting::drawFigures(painter, text, Qt::AlignRight | Qt::AlignVCenter, place, font);
    painter.setFont(font);
    const QString words = TicketText::continued(option.ticket->order.number);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(words, Qt::ElideRight, text.width() - placeWidth - m_look.px(8)));
    paintAllergy(painter, option, m_sizes.continuedBar);
}

void TicketDelegate::paintAllergy(QPainter &painter, const TicketOption &option, int top) const
{
    const TicketCard &card = *option.card;
    if (card.bandHeight == 0)
        return;
    const Theme &theme = m_look.theme();
    const QRect band(option.rect.left(), option.rect.top() + top, card.width, card.bandHeight);
    painter.fillRect(band, theme.allergy);
    const int sign = m_sizes.warningSign;
    const int row = m_look.lineSpacing(TextRole::BodyBold);
    const int textTop = band.top() + (band.height() - card.allergy->height()) / 2;
    painting::drawWarningSign(painter, QRectF(band.left() + m_sizes.padding, textTop + (row - sign) / 2.0, sign, sign),
                              theme.ink, theme.allergy);
    painter.setPen(theme.ink);
    card.allergy->draw(painter, QPoint(band.left() + m_sizes.padding + sign + m_look.px(8), textTop));
}

void TicketDelegate::paintBlock(QPainter &painter, const TicketOption &option, const TicketCard::Block &block,
                                const QRect &rect) const
{
    const Theme &theme = m_look.theme();
    const QRect inner = rect.adjusted(1, 0, -1, 0);
    if (block.kind == TicketCard::Block::Kind::Course)
        painter.fillRect(inner, theme.raised);
    else if (block.kind == TicketCard::Block::Kind::Mark)
        painter.fillRect(inner, theme.alarmBand);
    else if (block.kind == TicketCard::Block::Kind::Change)
        painter.fillRect(inner, theme.text); // as no header is
    else if (block.added)
        painter.fillRect(inner, theme.addedTint);
    if (block.separator)
        painter.fillRect(QRect(inner.left(), inner.top(), inner.width(), 1), theme.line);

    const bool isChosenLine = option.isChosen && block.lineId != 0 && block.lineId == option.chosenLine;
    if (isChosenLine) {
        const QRectF mark = QRectF(inner).adjusted(m_look.px(2), m_look.px(3), -m_look.px(2), -m_look.px(2));
        painting::fillRounded(painter, mark, m_look.px(7), theme.raised);
        painting::outlineRounded(painter, mark, m_look.px(7), theme.text, m_look.px(2));
    }

    for (const TicketCard::Text &text : block.texts) {
        painter.setPen(ink(text.ink));
        text.block->draw(painter, rect.topLeft() + text.at);
        if (text.struck)
            text.block->strike(painter, rect.topLeft() + text.at, m_look.px(2));
    }
    for (const TicketCard::Tag &tag : block.tags)
        painting::drawTag(painter, m_look, tag.rect.translated(rect.topLeft()), tag.text,
                          tag.isVoid ? theme.late : theme.soon);

    const bool isSeenBand = option.isChosen && block.kind == TicketCard::Block::Kind::Change;
    const bool isFireBand =
        option.isChosen && block.held && block.course == nextHeldCourse(*option.ticket) && option.part->isFirst();
    if (isSeenBand || isFireBand) {
        //: Keys on the keyboard: A for "seen", F for "fire"
        const QString key = isSeenBand ? tr("A") : tr("F");
        const QSize cap = painting::keyCapSize(m_look, key);
        const int right =
            isSeenBand ? rect.right() - m_sizes.padding : rect.left() + block.texts.back().at.x() - m_look.px(10);
        painting::drawKeyCap(
            painter, m_look,
            QRect(QPoint(right - cap.width() + 1, rect.top() + (rect.height() - cap.height()) / 2), cap), key,
            isSeenBand);
    }
    if (isChosenLine && !block.texts.empty()) {
        //: Key on the keyboard
        const QString key = tr("Space");
        const QSize cap = painting::keyCapSize(m_look, key);
        if (block.freeRight >= cap.width() + m_look.px(8)) {
            const int top =
                rect.top() + block.texts.front().at.y() + (m_look.lineSpacing(TextRole::Dish) - cap.height()) / 2;
            painting::drawKeyCap(painter, m_look,
                                 QRect(QPoint(rect.right() - m_sizes.padding - cap.width() + 1, top), cap), key, false);
        }
    }
}

void TicketDelegate::paintFoot(QPainter &painter, const TicketOption &option) const
{
    const Theme &theme = m_look.theme();
    const QRect rect = option.rect;
    if (!option.part->isLast()) {
        const QRect bar(rect.left() + 1, rect.top() + rect.height() - m_sizes.continuesBar, rect.width() - 2,
                        m_sizes.continuesBar);
        if (!option.dirty.intersects(bar))
            return;
        painter.fillRect(QRect(bar.left(), bar.top(), bar.width(), 1), theme.line);
        painter.setFont(m_look.font(TextRole::CaptionBold));
        painter.setPen(theme.muted);
        const QRect text = bar.adjusted(m_sizes.padding, 0, -m_sizes.padding - m_look.px(18), 0);
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, TicketText::continues());
        const qreal x = bar.right() - m_sizes.padding - m_look.px(8);
        const qreal y = bar.top() + bar.height() / 2.0;
        const qreal half = m_look.px(5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.muted);
        painter.drawPolygon(QPolygonF{QPointF(x, y - half), QPointF(x + half * 1.6, y), QPointF(x, y + half)});
        return;
    }

    const QRect button = actionRect(*option.card, *option.part, rect);
    if (!option.dirty.intersects(button))
        return;
    const TicketAction action = actionOf(*option.ticket);
    if (action == TicketAction::None) {
        painter.setFont(m_look.font(TextRole::Caption));
        painter.setPen(theme.muted);
        painter.drawText(button, Qt::AlignCenter | Qt::TextWordWrap, TicketText::noAction(*option.ticket));
        return;
    }

    const bool light = option.isChosen;
    QColor fill = light ? theme.text : theme.raised;
    if (option.isActionDown)
        fill = light ? theme.muted : theme.line;
    painting::fillRounded(painter, button, m_look.px(10), fill);
    if (!light)
        painting::outlineRounded(painter, button, m_look.px(10), theme.line);

    const QFont font = m_look.font(TextRole::BodyBold);
    const QString text = TicketText::action(*option.ticket);
    //: Key on the keyboard
    const QString key = tr("Enter");
    const QSize cap = light ? painting::keyCapSize(m_look, key) : QSize(0, 0);
    const int gap = light ? m_look.px(12) : 0;
    const int textWidth =
        std::min(QFontMetrics(font).horizontalAdvance(text), button.width() - cap.width() - gap - m_look.px(16));
    int x = button.left() + (button.width() - textWidth - gap - cap.width()) / 2;
    painter.setFont(font);
    painter.setPen(light ? theme.plateText : theme.text);
    painter.drawText(QRect(x, button.top(), textWidth, button.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, textWidth + 1));
    x += textWidth + gap;
    if (light)
        painting::drawKeyCap(painter, m_look,
                             QRect(QPoint(x, button.top() + (button.height() - cap.height()) / 2), cap), key, true);
}

void TicketDelegate::paintOutline(QPainter &painter, const TicketOption &option) const
{
    const qreal thickness = m_look.px(4);
    const qreal reach = outlineReach();
    const QRectF outline = QRectF(option.rect).adjusted(-reach, -reach, reach, reach);
    painting::outlineRounded(painter, outline, m_sizes.radius + reach, m_look.theme().text, thickness);
}

} // namespace oshaq

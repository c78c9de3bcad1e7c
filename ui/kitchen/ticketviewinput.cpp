// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of TicketView: keys, fingers, and who is chosen.
#include "ui/kitchen/ticketview.h"

#include "ui/kitchen/ticketdelegate.h"
#include "ui/kitchen/ticketmodel.h"
#include "ui/kitchen/tickettext.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <limits>

namespace oshaq {

qint64 TicketView::chosenOrder() const
{
    return m_model && currentIndex().isValid() ? m_model->ticketAt(currentIndex().row()).orderId : 0;
}

void TicketView::choose(qint64 orderId)
{
    const int row = orderId == 0 || !m_model ? -1 : m_model->rowOf(orderId);
    if (row < 0) {
        selectionModel()->setCurrentIndex(QModelIndex(), QItemSelectionModel::Clear);
        return;
    }
    selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::ClearAndSelect);
    executeDelayedItemsLayout();
    setPage(pageOf(row));
}

void TicketView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_chosenLine = 0;
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid() && index.row() < m_model->rowCount())
            updateTicket(m_model->ticketAt(index.row()).orderId);
    }
    QListView::currentChanged(current, previous);
    Q_EMIT choiceChanged();
}

qint64 TicketView::successorOf(qint64 orderId) const
{
    const int row = m_model->rowOf(orderId);
    const auto isToBeMade = [&](int candidate) {
        const TicketAction action = actionOf(m_model->ticketAt(candidate));
        return action == TicketAction::Start || action == TicketAction::Bump || action == TicketAction::Seen;
    };
    for (int candidate = row + 1; candidate < m_model->rowCount(); ++candidate) {
        if (isToBeMade(candidate))
            return m_model->ticketAt(candidate).orderId;
    }
    for (int candidate = 0; candidate < row; ++candidate) {
        if (isToBeMade(candidate))
            return m_model->ticketAt(candidate).orderId;
    }
    return 0;
}

void TicketView::focusInEvent(QFocusEvent *event)
{
    // Not QAbstractItemView's: it would choose the first ticket only because the window came to the front.
    QAbstractScrollArea::focusInEvent(event);
}

bool TicketView::focusNextPrevChild(bool next)
{
    // Tab moves along the lines of the chosen ticket.
    return chosenOrder() != 0 ? false : QListView::focusNextPrevChild(next);
}

void TicketView::keyPressEvent(QKeyEvent *event)
{
    // The page takes the key first: with its strip of stations open the digits pick a station. It hands back what is
    // ours.
    event->ignore();
}

bool TicketView::handleKey(const KitchenKeyPress &press)
{
    if (!m_model)
        return false;
    executeDelayedItemsLayout();
    switch (press.key) {
    case KitchenKey::Slot:
        chooseSlot(press.slot);
        return true;
    case KitchenKey::Left:
    case KitchenKey::Right:
    case KitchenKey::Up:
    case KitchenKey::Down:
        chooseInDirection(press.key);
        return true;
    case KitchenKey::Act:
        if (chosenOrder() == 0)
            chooseSlot(0);
        else
            Q_EMIT actionRequested(chosenOrder());
        return true;
    case KitchenKey::NextLine:
        moveLine(1);
        return true;
    case KitchenKey::PreviousLine:
        moveLine(-1);
        return true;
    case KitchenKey::ToggleLine:
        if (chosenOrder() == 0)
            chooseSlot(0);
        else if (m_chosenLine == 0)
            moveLine(1);
        else
            Q_EMIT lineToggleRequested(chosenOrder(), linesLike(chosenOrder(), m_chosenLine));
        return true;
    case KitchenKey::Clear:
        choose(0);
        return true;
    case KitchenKey::NextPage:
    case KitchenKey::PreviousPage:
    case KitchenKey::FirstPage:
    case KitchenKey::LastPage: {
        const int before = m_page;
        const bool hadChoice = chosenOrder() != 0;
        int target = press.key == KitchenKey::FirstPage ? 0 : m_layout.pages - 1;
        if (press.key == KitchenKey::NextPage)
            target = m_page + 1;
        else if (press.key == KitchenKey::PreviousPage)
            target = m_page - 1;
        setPage(target);
        // A choice that is out of sight would be a trap for the next Enter.
        if (m_page != before && hadChoice)
            chooseSlot(0);
        return true;
    }
    default:
        return false;
    }
}

void TicketView::chooseSlot(int slot)
{
    int current = -1;
    int previousTicket = -1;
    for (const LayoutPart *part : partsOnPage()) {
        if (part->ticket == previousTicket)
            continue;
        previousTicket = part->ticket;
        if (++current == slot) {
            choose(orderOf(*part));
            return;
        }
    }
}

void TicketView::chooseInDirection(KitchenKey key)
{
    const std::vector<const LayoutPart *> parts = partsOnPage();
    if (parts.empty())
        return;
    if (chosenOrder() == 0) {
        chooseSlot(0);
        return;
    }
    const LayoutPart *from = firstPartOnPage(currentIndex().row());
    if (!from) {
        chooseSlot(0);
        return;
    }
    const QRect here = partRect(*from);
    const LayoutPart *best = nullptr;
    qint64 bestCost = std::numeric_limits<qint64>::max();
    for (const LayoutPart *part : parts) {
        if (part->ticket == from->ticket)
            continue;
        const QRect there = partRect(*part);
        const int columns = part->column - from->column;
        bool ahead = false;
        qint64 cost = 0;
        switch (key) {
        case KitchenKey::Left:
            ahead = columns < 0;
            break;
        case KitchenKey::Right:
            ahead = columns > 0;
            break;
        case KitchenKey::Up:
            ahead = columns == 0 && there.top() < here.top();
            break;
        case KitchenKey::Down:
            ahead = columns == 0 && there.top() > here.top();
            break;
        default:
            break;
        }
        if (!ahead)
            continue;
        // Sideways: the nearest column first, in it the ticket that stands at the height of this one's header.
        const qint64 headerGap = std::abs(there.top() - here.top());
        const bool besideHeader = there.top() <= here.top() && there.bottom() >= here.top();
        cost = std::abs(columns) * qint64(1'000'000) + (columns != 0 && besideHeader ? 0 : headerGap);
        if (cost < bestCost) {
            bestCost = cost;
            best = part;
        }
    }
    if (best) {
        choose(orderOf(*best));
        return;
    }
    // Over the edge: the neighbouring page.
    if (key == KitchenKey::Right && m_page + 1 < m_layout.pages) {
        setPage(m_page + 1);
        chooseSlot(0);
    } else if (key == KitchenKey::Left && m_page > 0) {
        setPage(m_page - 1);
        const std::vector<const LayoutPart *> there = partsOnPage();
        if (!there.empty())
            choose(orderOf(*there.back()));
    }
}

void TicketView::moveLine(int step)
{
    if (chosenOrder() == 0) {
        chooseSlot(0);
        return;
    }
    // In the order of the screen, which groups courses; void lines cannot be touched.
    const Ticket &ticket = m_model->ticketAt(currentIndex().row());
    std::vector<qint64> lines;
    for (const TicketCard::Block &block : m_cards.at(size_t(currentIndex().row()))->blocks) {
        const auto line = std::find_if(ticket.lines.begin(), ticket.lines.end(),
                                       [&](const OrderLine &candidate) { return candidate.id == block.lineId; });
        if (block.lineId != 0 && line != ticket.lines.end() && line->status != LineStatus::Voided)
            lines.push_back(block.lineId);
    }
    if (lines.empty())
        return;
    const auto current = std::find(lines.begin(), lines.end(), m_chosenLine);
    if (current == lines.end()) {
        m_chosenLine = step > 0 ? lines.front() : lines.back();
    } else {
        const auto count = int(lines.size());
        m_chosenLine = lines[size_t((int(current - lines.begin()) + step + count) % count)];
    }
    // The part with that line may stand on the next page.
    for (const LayoutPart &part : m_layout.parts) {
        if (part.ticket != currentIndex().row())
            continue;
        const auto &blocks = m_cards.at(size_t(part.ticket))->blocks;
        for (int block = part.firstBlock; block < part.endBlock; ++block) {
            if (blocks[size_t(block)].lineId == m_chosenLine)
                setPage(part.page);
        }
    }
    updateTicket(ticket.orderId);
    Q_EMIT choiceChanged();
}

TicketView::Hit TicketView::hitAt(const QPoint &point) const
{
    for (const LayoutPart *part : partsOnPage()) {
        const QRect rect = partRect(*part);
        if (!rect.contains(point))
            continue;
        const TicketCard &card = cardOf(*part);
        const Ticket &ticket = m_model->ticketAt(part->ticket);
        // The whole foot counts as the button: a thumb that lands beside it means it.
        if (part->isLast() && point.y() > rect.top() + rect.height() - card.measures.footer)
            return {actionOf(ticket) == TicketAction::None ? Hit::Kind::Ticket : Hit::Kind::Action, ticket.orderId, 0};
        for (int index = part->firstBlock; index < part->endBlock; ++index) {
            const TicketCard::Block &block = card.blocks[size_t(index)];
            if (!m_delegate->blockRect(card, *part, rect, index).contains(point))
                continue;
            if (block.kind == TicketCard::Block::Kind::Change)
                return {Hit::Kind::Change, ticket.orderId, 0};
            if (block.kind == TicketCard::Block::Kind::Course && block.held)
                return {Hit::Kind::Course, ticket.orderId, block.course};
            if (block.lineId != 0)
                return {Hit::Kind::Line, ticket.orderId, block.lineId};
        }
        return {Hit::Kind::Ticket, ticket.orderId, 0};
    }
    return {};
}

void TicketView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_model)
        return;
    executeDelayedItemsLayout();
    m_pressed = hitAt(event->position().toPoint());
    m_pressedInside = m_pressed.kind != Hit::Kind::Nothing;
    if (m_pressed.kind == Hit::Kind::Line)
        m_restTimer.start();
    updateTicket(m_pressed.orderId);
}

void TicketView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed.kind == Hit::Kind::Nothing)
        return;
    const bool inside = hitAt(event->position().toPoint()) == m_pressed;
    if (inside == m_pressedInside)
        return;
    m_pressedInside = inside;
    if (!inside)
        m_restTimer.stop();
    updateTicket(m_pressed.orderId);
}

void TicketView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_restTimer.stop();
    const Hit pressed = std::exchange(m_pressed, Hit());
    m_pressedInside = false;
    updateTicket(pressed.orderId);
    // The finger has to come up where it went down. If the ticket moved away in between, nothing happens: better than
    // bumping the one that took its place.
    if (!(hitAt(event->position().toPoint()) == pressed))
        return;
    switch (pressed.kind) {
    case Hit::Kind::Action:
        Q_EMIT actionRequested(pressed.orderId);
        break;
    case Hit::Kind::Line:
        Q_EMIT lineToggleRequested(pressed.orderId, linesLike(pressed.orderId, pressed.lineId));
        break;
    case Hit::Kind::Change:
        Q_EMIT acknowledgeRequested(pressed.orderId);
        break;
    case Hit::Kind::Course:
        Q_EMIT courseRequested(pressed.orderId, int(pressed.lineId));
        break;
    case Hit::Kind::Ticket:
        choose(pressed.orderId);
        break;
    case Hit::Kind::Nothing:
        choose(0);
        break;
    }
}

void TicketView::handleRest()
{
    const Hit pressed = std::exchange(m_pressed, Hit()); // so that letting go toggles nothing
    m_pressedInside = false;
    if (pressed.kind != Hit::Kind::Line || m_model->rowOf(pressed.orderId) < 0)
        return;
    choose(pressed.orderId);
    m_chosenLine = linesLike(pressed.orderId, pressed.lineId).front();
    updateTicket(pressed.orderId);
    Q_EMIT choiceChanged();
}

void TicketView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // Two quick taps are two taps.
    mousePressEvent(event);
}

void TicketView::wheelEvent(QWheelEvent *event)
{
    // Pages turn by keys and buttons; a wheel that is touched by accident must not move tickets.
    event->accept();
}

QModelIndex TicketView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    switch (action) {
    case MoveLeft:
        chooseInDirection(KitchenKey::Left);
        break;
    case MoveRight:
        chooseInDirection(KitchenKey::Right);
        break;
    case MoveUp:
        chooseInDirection(KitchenKey::Up);
        break;
    case MoveDown:
        chooseInDirection(KitchenKey::Down);
        break;
    default:
        break;
    }
    return currentIndex();
}

void TicketView::setSelection(const QRect &, QItemSelectionModel::SelectionFlags)
{
    // Nobody drags a frame around tickets.
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
// Cards and where they stand.
#include "ui/kitchen/ticketview.h"

#include "ui/kitchen/paintwatch.h"
#include "ui/kitchen/ticketdelegate.h"
#include "ui/kitchen/ticketmodel.h"

#include <algorithm>

namespace oshaq {

namespace {

/// Cards that are made anew in one turn besides those of the page; each takes some 0.05 ms.
constexpr int cardsATurn = 40;

} // namespace

void TicketView::outdateCards()
{
    for (Card &known : m_cardCache)
        known.isOld = true;
}

void TicketView::makeCard(int row)
{
    const Ticket &ticket = m_model->ticketAt(row);
    Card &known = m_cardCache[ticket.orderId];
    known.card = makeTicketCard(ticket, m_texts, m_clock, m_cardFrame.width(), m_cardFrame.height(),
                                m_model->markOf(ticket.orderId));
    known.isOld = false;
    m_cards[size_t(row)] = known.card;
}

bool TicketView::isOld(int row) const
{
    const auto known = m_cardCache.constFind(m_model->ticketAt(row).orderId);
    return known == m_cardCache.constEnd() || known->isOld;
}

bool TicketView::renewPage()
{
    bool isRenewed = false;
    for (const LayoutPart *part : partsOnPage()) {
        if (isOld(part->ticket)) {
            makeCard(part->ticket);
            isRenewed = true;
        }
    }
    return isRenewed;
}

void TicketView::layOut(const LayoutFrame &frame)
{
    std::vector<LayoutTicket> measures;
    measures.reserve(m_cards.size());
    for (const auto &card : m_cards)
        measures.push_back(card->measures);
    m_layout = layOutTickets(measures, frame);
}

void TicketView::doItemsLayout()
{
    const LayoutFrame frame = this->frame();
    const QSize cardFrame(columnWidth(), frame.height);
    if (cardFrame != m_cardFrame) {
        outdateCards();
        m_cardFrame = cardFrame;
    }

    const int rows = m_model ? m_model->rowCount() : 0;
    m_cards.clear();
    m_cards.reserve(size_t(rows));
    QSet<qint64> openOrders;
    openOrders.reserve(rows);
    for (int row = 0; row < rows; ++row)
        openOrders.insert(m_model->ticketAt(row).orderId);
    // Hundreds at once would take longer than a frame. What is on other pages keeps its card of before for some turns,
    // and what is new behind so many others comes in the next ones; the page that people see is never old.
    int renewed = 0;
    bool isMore = false;
    for (int row = 0; row < rows; ++row) {
        const auto known = m_cardCache.constFind(m_model->ticketAt(row).orderId);
        const bool isKnown = known != m_cardCache.constEnd();
        const bool mayWait = renewed >= cardsATurn;
        if (!isKnown && mayWait && row > currentIndex().row()) {
            isMore = true;
            break;
        }
        m_cards.push_back(isKnown ? known->card : nullptr);
        if (!isKnown || (known->isOld && !mayWait)) {
            makeCard(row);
            ++renewed;
        } else {
            isMore = isMore || known->isOld;
        }
    }
    if (m_cardCache.size() > rows) {
        for (auto it = m_cardCache.begin(); it != m_cardCache.end();)
            it = openOrders.contains(it.key()) ? std::next(it) : m_cardCache.erase(it);
    }
    m_watch->keepOnly(openOrders);

    do {
        layOut(frame);
        // Whoever chose a ticket keeps it before their eyes when tickets before it go.
        m_page = currentIndex().isValid() ? pageOf(currentIndex().row()) : std::min(m_page, m_layout.pages - 1);
    } while (isMore && renewPage());
    if (isMore)
        scheduleDelayedItemsLayout();

    const std::vector<Shown> before = std::exchange(m_shown, whatIsShown());
    const int reach = m_delegate->outlineReach() + 1;
    const auto repaint = [&](const std::vector<Shown> &these, const std::vector<Shown> &those) {
        for (const Shown &shown : these) {
            if (std::find(those.begin(), those.end(), shown) == those.end())
                viewport()->update(shown.rect.adjusted(-reach, -reach, reach, reach));
        }
    };
    repaint(before, m_shown);
    repaint(m_shown, before);
    if (before.empty() || m_shown.empty())
        viewport()->update();

    // Not QAbstractItemView's: it repaints the whole viewport, and what changed has been asked for above.
    Q_EMIT pageChanged();
}

} // namespace oshaq

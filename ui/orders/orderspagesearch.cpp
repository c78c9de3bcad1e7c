// SPDX-License-Identifier: GPL-3.0-or-later
// What the page asks the hub: orders of years, what happened to one, who its guest is.
#include "ui/orders/orderspage.h"

#include "ui/common/linktext.h"
#include "ui/orders/historypanel.h"
#include "ui/orders/orderdetail.h"
#include "ui/orders/orderfilterbar.h"
#include "ui/orders/ordersmodel.h"
#include "ui/orders/orderstable.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int pageSize = 50;
constexpr qsizetype mostHistories = 200;

} // namespace

// ---- search

bool OrdersPage::needsArchive() const
{
    // This terminal keeps what is open and 48 hours of the rest.
    return !m_words.isEmpty() || m_browse.days == OrdersFilter::Days::Week || m_browse.days == OrdersFilter::Days::All;
}

void OrdersPage::forgetArchiveCall()
{
    if (m_archiveCall != 0)
        m_archive.cancel(m_archiveCall);
    m_archiveCall = 0;
}

void OrdersPage::handleSearchEdited()
{
    const QString words = m_search->text().simplified();
    if (words == m_words)
        return;
    if (m_words.isEmpty()) {
        // Whoever searches means all orders, until they say otherwise.
        m_found = m_browse;
        m_found.show = OrdersFilter::Show::All;
        m_found.days = OrdersFilter::Days::All;
    }
    m_words = words;
    m_searchText = searchTextFrom(words);
    m_filters->setFilter(filter());
    forgetArchiveCall();
    m_nextCursor.clear();
    if (!needsArchive()) {
        m_searchTimer.stop();
        m_earlier.clear();
        m_archiveFailure.reset();
    } else {
        m_archiveAsked = false;
        m_searchTimer.start();
    }
    updateRows();
}

void OrdersPage::handleFilterChanged(const OrdersFilter &filter)
{
    (m_words.isEmpty() ? m_browse : m_found) = filter;
    m_filters->setFilter(filter);
    forgetArchiveCall();
    m_nextCursor.clear();
    if (needsArchive()) {
        m_archiveAsked = false;
        m_searchTimer.start();
    } else {
        m_searchTimer.stop();
        m_earlier.clear();
        m_archiveFailure.reset();
    }
    updateRows();
}

void OrdersPage::askArchive()
{
    forgetArchiveCall();
    m_searchTimer.stop();
    if (!needsArchive())
        return;
    ArchiveQuery query = archiveQuery(filter(), m_words, m_business, m_port.hubNowMs());
    query.limit = pageSize;
    m_archiveAsked = true;
    m_archiveFailure.reset();
    m_archiveCall =
        m_archive.findOrders(query, [this](const PortAnswer<ArchivePage> &answer) { takeArchivePage(answer, false); });
    updateState();
}

void OrdersPage::askMore()
{
    if (m_nextCursor.isEmpty() || m_archiveCall != 0 || !needsArchive())
        return;
    ArchiveQuery query = archiveQuery(filter(), m_words, m_business, m_port.hubNowMs());
    query.limit = pageSize;
    query.cursor = m_nextCursor;
    m_archiveCall =
        m_archive.findOrders(query, [this](const PortAnswer<ArchivePage> &answer) { takeArchivePage(answer, true); });
    updateSearchState();
}

void OrdersPage::takeArchivePage(const PortAnswer<ArchivePage> &answer, bool more)
{
    m_archiveCall = 0;
    if (!answer) {
        m_archiveFailure = answer.failure;
        updateRows();
        return;
    }
    m_archiveFailure.reset();
    if (!more)
        m_earlier.clear();
    for (const Order &order : answer.value->orders) {
        const bool isThere =
            std::any_of(m_earlier.begin(), m_earlier.end(), [&](const Order &known) { return known.id == order.id; });
        if (!isThere)
            m_earlier.push_back(order);
    }
    m_nextCursor = answer.value->nextCursor;
    updateRows();
}

void OrdersPage::updateSearchState()
{
    QString words;
    if (!needsArchive()) {
        // Nothing is asked.
    } else if (m_archiveCall != 0 || !m_archiveAsked) {
        words = tr("Searching earlier orders…");
    } else if (m_archiveFailure) {
        const LinkStatus::Facts &facts = m_link.facts();
        if (m_archiveFailure->kind != PortFailure::Kind::Unreachable)
            words = LinkText::failure(*m_archiveFailure);
        else if (facts.knownAtMs > 0)
            words = tr("Offline: only orders of the last 48 hours, as of %1")
                        .arg(m_clock.moment(facts.knownAtMs, m_port.hubNowMs()));
        else
            words = tr("Offline: only orders of the last 48 hours");
    } else if (!m_nextCursor.isEmpty()) {
        words = tr("There are more: they come while you scroll.");
    }
    m_searchState->setText(words);
    m_searchState->setVisible(!words.isEmpty());
}

// ---- the chosen one

void OrdersPage::handleCurrentChanged()
{
    if (m_updating)
        return;
    const qint64 id = m_table->currentOrder();
    if (id != 0)
        choose(id);
}

void OrdersPage::choose(qint64 orderId)
{
    if (m_orderCall != 0)
        m_archive.cancel(m_orderCall);
    m_orderCall = 0;
    m_chosen = orderId;
    m_archived.reset();
    if (orderId != 0 && !m_port.order(orderId)) {
        const auto found =
            std::find_if(m_earlier.begin(), m_earlier.end(), [=](const Order &order) { return order.id == orderId; });
        if (found != m_earlier.end())
            m_archived = *found;
    }
    if (m_unseen.remove(orderId))
        m_model->setNew(orderId, false);
    m_table->rememberRow(std::max(0, m_model->rowOf(orderId)));
    updateDetail();
}

void OrdersPage::chooseOrder(qint64 orderId)
{
    choose(orderId);
    updateRows();
    if (const int row = m_model->rowOf(orderId); row >= 0)
        m_table->scrollTo(m_model->index(row, 0));
    if (orderId <= 0 || chosenDesk())
        return;
    // A past order of a guest, or one that another page names.
    for (const GuestNotes &notes : std::as_const(m_guests)) {
        if (!notes.card)
            continue;
        for (const Order &order : notes.card->recent) {
            if (order.id == orderId)
                m_archived = order;
        }
    }
    updateDetail();
    m_orderCall = m_archive.oneOrder(orderId, [this, orderId](const PortAnswer<Order> &answer) {
        m_orderCall = 0;
        if (m_chosen != orderId)
            return;
        if (answer)
            m_archived = *answer.value;
        else if (!m_archived)
            tell(LinkText::failure(answer.failure), false);
        updateDetail();
    });
}

std::optional<DeskOrder> OrdersPage::chosenDesk() const
{
    if (m_chosen == 0)
        return std::nullopt;
    if (auto desk = m_port.order(m_chosen))
        return desk;
    if (m_archived && m_archived->id == m_chosen)
        return DeskOrder{*m_archived, false, false};
    return std::nullopt;
}

bool OrdersPage::isChosenEarlier() const
{
    return m_chosen != 0 && !m_port.order(m_chosen);
}

void OrdersPage::updateDetail()
{
    const std::optional<DeskOrder> desk = chosenDesk();
    if (!desk) {
        m_detail->clear();
        if (m_alone)
            showDetailAlone(false);
        return;
    }
    const bool isEarlier = isChosenEarlier();
    m_detail->setOrder(*desk, isEarlier, OrderActList(m_port, *desk, isEarlier, m_sheets != nullptr), m_clock,
                       m_port.hubNowMs());
    m_detail->setGuestVisible(mayServe(m_port.role()));
    const Notes &notes = m_history[m_chosen];
    if (notes.version != desk->order.version)
        m_historyTimer.start();
    updateHistory();
}

void OrdersPage::askHistory()
{
    const std::optional<DeskOrder> desk = chosenDesk();
    if (!desk || desk->order.id <= 0)
        return;
    const qint64 id = desk->order.id;
    if (m_history.size() > mostHistories) {
        for (auto it = m_history.begin(); it != m_history.end();)
            it = it.key() != id && it->call == 0 ? m_history.erase(it) : std::next(it);
    }
    Notes &notes = m_history[id];
    if (notes.version != desk->order.version) {
        if (notes.call != 0)
            m_archive.cancel(notes.call);
        notes.version = desk->order.version;
        notes.call = m_archive.timeline(id, [this, id](const PortAnswer<OrderTimeline> &answer) {
            Notes &known = m_history[id];
            known.call = 0;
            known.failure = answer ? std::nullopt : std::optional(answer.failure);
            if (answer)
                known.timeline = *answer.value;
            updateHistory();
        });
    }
    const qint64 userId = desk->order.userId;
    if (userId > 0 && mayServe(m_port.role())) {
        GuestNotes &guest = m_guests[userId];
        if (guest.call == 0 && !guest.isAnswered) {
            guest.call = m_archive.guest(userId, [this, userId](const PortAnswer<GuestCard> &answer) {
                GuestNotes &known = m_guests[userId];
                known.call = 0;
                known.isUnreachable = !answer && answer.failure.kind == PortFailure::Kind::Unreachable;
                known.isAnswered = !known.isUnreachable;
                if (answer)
                    known.card = *answer.value;
                updateHistory();
            });
        }
    }
    updateHistory();
}

void OrdersPage::updateHistory()
{
    const std::optional<DeskOrder> desk = chosenDesk();
    if (!desk)
        return;
    const Order &order = desk->order;
    const qint64 now = m_port.hubNowMs();
    const Notes notes = m_history.value(order.id);
    HistoryPanel *history = m_detail->history();
    history->setClock(m_clock, now, order.cost.currency);
    if (notes.timeline)
        history->setTimeline(*notes.timeline);
    else
        history->clear();
    if (desk->onlyHere || order.id <= 0)
        history->setStatus(tr("Not sent yet: its history begins at the site."));
    else if (notes.failure && notes.failure->kind != PortFailure::Kind::Unreachable)
        history->setStatus(LinkText::failure(*notes.failure));
    else if (notes.failure)
        history->setStatus(notes.timeline ? tr("As it was known last: the site does not answer.")
                                          : tr("The site keeps the history, and it does not answer now."));
    else if (!notes.timeline)
        history->setStatus(tr("Loading…"));
    else if (notes.timeline->events.empty())
        history->setStatus(tr("Nothing is noted."));
    else
        history->setStatus({});

    const GuestNotes guest = m_guests.value(order.userId);
    QString status;
    if (order.userId > 0 && guest.isUnreachable && !guest.card)
        status = tr("More is known at the site, and it does not answer now.");
    else if (order.userId > 0 && !guest.isAnswered && mayServe(m_port.role()))
        status = tr("Loading…");
    m_detail->guest()->setGuest(order, order.userId > 0 ? guest.card : std::nullopt, status, m_clock, now);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/ticketview.h"

#include "ui/common/icons.h"
#include "ui/common/painting.h"
#include "ui/kitchen/paintwatch.h"
#include "ui/kitchen/ticketdelegate.h"
#include "ui/kitchen/ticketmodel.h"
#include "ui/kitchen/tickettext.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>
#include <QWindow>
#include <QtMath>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 flashMs = 1500;
constexpr int flashFrameMs = 50;
constexpr double steadyFlash = 0.5; ///< where nothing may fade: there, then gone
constexpr int restMs = 600;         ///< longer than any tap
constexpr int slotCount = 10;

} // namespace

TicketView::TicketView(const Look &look, QWidget *parent)
    : QListView(parent)
    , m_look(look)
    , m_texts(look)
    , m_delegate(new TicketDelegate(look, this))
    , m_watch(std::make_unique<PaintWatch>())
{
    setObjectName(QStringLiteral("ticketView"));
    setAccessibleName(tr("Open tickets"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAutoScroll(false);
    setFocusPolicy(Qt::StrongFocus);
    // Every pixel of an update is painted here, the ground included.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAutoFillBackground(false);
    m_flashClock.start();
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(restMs);
    connect(&m_restTimer, &QTimer::timeout, this, &TicketView::handleRest);
    m_flashTimer.setInterval(flashFrameMs);
    connect(&m_flashTimer, &QTimer::timeout, this, &TicketView::handleFlashTick);
}

TicketView::~TicketView() = default;

void TicketView::setTicketModel(TicketModel *model)
{
    m_model = model;
    setModel(model);
    scheduleDelayedItemsLayout();
}

void TicketView::setLook(const Look &look)
{
    if (look == m_look)
        return;
    m_look = look;
    m_texts.setLook(look);
    m_delegate->setLook(look);
    outdateCards();
    m_shown.clear();
    viewport()->update();
    scheduleDelayedItemsLayout();
}

void TicketView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // Every card has words on it.
        setAccessibleName(tr("Open tickets"));
        outdateCards();
        m_shown.clear();
        viewport()->update();
        scheduleDelayedItemsLayout();
    }
    QListView::changeEvent(event);
}

void TicketView::setColumns(int columns)
{
    if (columns == m_wantedColumns)
        return;
    m_wantedColumns = columns;
    m_shown.clear();
    viewport()->update();
    scheduleDelayedItemsLayout();
}

void TicketView::setZone(const ZoneClock &clock)
{
    m_clock = clock;
    outdateCards();
    scheduleDelayedItemsLayout();
}

void TicketView::setEmptyState(const EmptyState &state)
{
    if (state == m_emptyState)
        return;
    m_emptyState = state;
    if (m_layout.parts.empty())
        viewport()->update();
}

// ---- layout

int TicketView::columnCount() const
{
    const int gap = m_look.px(16);
    const int room = viewport()->width() - 2 * m_look.px(20) + gap;
    // However many are wanted: a ticket is not narrower than its number and timer need.
    if (m_wantedColumns > 0)
        return std::clamp(m_wantedColumns, 1, std::max(1, room / (m_look.px(188) + gap)));
    return std::max(1, room / (m_look.px(272) + gap));
}

int TicketView::columnWidth() const
{
    const int gap = m_look.px(16);
    const int columns = columnCount();
    return std::max(m_look.px(120), (viewport()->width() - 2 * m_look.px(20) - (columns - 1) * gap) / columns);
}

int TicketView::topMargin() const
{
    return m_look.metrics().isCompact() ? m_look.px(13) : m_look.px(18);
}

LayoutFrame TicketView::frame() const
{
    LayoutFrame frame;
    frame.columns = columnCount();
    frame.height = std::max(m_look.px(200), viewport()->height() - 2 * topMargin());
    frame.gap = m_look.metrics().isCompact() ? m_look.px(14) : m_look.px(18);
    frame.rowTolerance = frame.height / 5;
    return frame;
}

QRect TicketView::partRect(const LayoutPart &part) const
{
    const int width = columnWidth();
    return QRect(m_look.px(20) + part.column * (width + m_look.px(16)), topMargin() + part.top, width, part.height);
}

std::vector<TicketView::Shown> TicketView::whatIsShown() const
{
    std::vector<Shown> shown;
    for (const LayoutPart *part : partsOnPage())
        shown.push_back(
            {orderOf(*part), part->part, partRect(*part), slotKeyOf(*part), m_cards.at(size_t(part->ticket))});
    return shown;
}

qint64 TicketView::orderOf(const LayoutPart &part) const
{
    return part.ticket < m_model->rowCount() ? m_model->ticketAt(part.ticket).orderId : 0;
}

std::vector<const LayoutPart *> TicketView::partsOnPage() const
{
    std::vector<const LayoutPart *> parts;
    for (const LayoutPart &part : m_layout.parts) {
        if (part.page == m_page)
            parts.push_back(&part);
    }
    return parts;
}

const LayoutPart *TicketView::firstPartOnPage(int row) const
{
    const auto found = std::find_if(m_layout.parts.begin(), m_layout.parts.end(),
                                    [&](const LayoutPart &part) { return part.ticket == row && part.page == m_page; });
    return found == m_layout.parts.end() ? nullptr : &*found;
}

QString TicketView::slotKeyOf(const LayoutPart &wanted) const
{
    int slot = -1;
    int previousTicket = -1;
    for (const LayoutPart &part : m_layout.parts) {
        if (part.page != m_page)
            continue;
        if (part.ticket != previousTicket) {
            ++slot;
            previousTicket = part.ticket;
            if (part.ticket == wanted.ticket)
                return &part == &wanted && slot < slotCount ? QString::number((slot + 1) % slotCount) : QString();
        }
    }
    return QString();
}

int TicketView::pageOf(int row) const
{
    for (const LayoutPart &part : m_layout.parts) {
        if (part.ticket == row)
            return part.page;
    }
    return std::clamp(m_page, 0, std::max(0, m_layout.pages - 1));
}

void TicketView::setPage(int page)
{
    executeDelayedItemsLayout();
    page = std::clamp(page, 0, m_layout.pages - 1);
    if (page == m_page)
        return;
    m_page = page;
    while (renewPage()) {
        layOut(frame());
        m_page = std::min(m_page, m_layout.pages - 1);
    }
    m_shown = whatIsShown();
    viewport()->update();
    Q_EMIT pageChanged();
}

int TicketView::ticketsAfterPage() const
{
    return int(std::count_if(m_layout.parts.begin(), m_layout.parts.end(),
                             [&](const LayoutPart &part) { return part.isFirst() && part.page > m_page; }));
}

int TicketView::ticketsBeforePage() const
{
    return int(std::count_if(m_layout.parts.begin(), m_layout.parts.end(),
                             [&](const LayoutPart &part) { return part.isLast() && part.page < m_page; }));
}

void TicketView::updateGeometries()
{
    // No scroll bars, no header: nothing to arrange.
}

void TicketView::resizeEvent(QResizeEvent *)
{
    m_shown.clear();
    scheduleDelayedItemsLayout();
}

QRect TicketView::visualRect(const QModelIndex &index) const
{
    const LayoutPart *part = index.isValid() ? firstPartOnPage(index.row()) : nullptr;
    return part ? partRect(*part) : QRect();
}

QModelIndex TicketView::indexAt(const QPoint &point) const
{
    for (const LayoutPart *part : partsOnPage()) {
        if (partRect(*part).contains(point))
            return m_model->index(part->ticket);
    }
    return QModelIndex();
}

void TicketView::scrollTo(const QModelIndex &index, ScrollHint)
{
    if (index.isValid())
        setPage(pageOf(index.row()));
}

QRegion TicketView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const QModelIndexList indexes = selection.indexes();
    for (const QModelIndex &index : indexes)
        region += visualRect(index);
    return region;
}

QRect TicketView::actionRectOf(qint64 orderId) const
{
    for (const LayoutPart *part : partsOnPage()) {
        if (part->isLast() && orderOf(*part) == orderId)
            return m_delegate->actionRect(cardOf(*part), *part, partRect(*part));
    }
    return QRect();
}

QRect TicketView::blockRectOf(qint64 orderId, const std::function<bool(const TicketCard::Block &)> &which) const
{
    for (const LayoutPart *part : partsOnPage()) {
        if (orderOf(*part) != orderId)
            continue;
        const TicketCard &card = cardOf(*part);
        for (int block = part->firstBlock; block < part->endBlock; ++block) {
            if (which(card.blocks[size_t(block)]))
                return m_delegate->blockRect(card, *part, partRect(*part), block);
        }
    }
    return QRect();
}

QRect TicketView::lineRectOf(qint64 orderId, qint64 lineId) const
{
    return blockRectOf(orderId, [lineId](const TicketCard::Block &block) {
        return std::find(block.lineIds.begin(), block.lineIds.end(), lineId) != block.lineIds.end();
    });
}

QRect TicketView::changeRectOf(qint64 orderId) const
{
    return blockRectOf(orderId,
                       [](const TicketCard::Block &block) { return block.kind == TicketCard::Block::Kind::Change; });
}

QRect TicketView::courseRectOf(qint64 orderId, int course) const
{
    return blockRectOf(orderId, [course](const TicketCard::Block &block) {
        return block.kind == TicketCard::Block::Kind::Course && block.course == course;
    });
}

std::vector<qint64> TicketView::linesLike(qint64 orderId, qint64 lineId) const
{
    const int row = m_model->rowOf(orderId);
    if (row < 0 || size_t(row) >= m_cards.size())
        return {lineId};
    for (const TicketCard::Block &block : m_cards[size_t(row)]->blocks) {
        if (std::find(block.lineIds.begin(), block.lineIds.end(), lineId) != block.lineIds.end())
            return block.lineIds;
    }
    return {lineId};
}

QRect TicketView::headerRectOf(qint64 orderId) const
{
    const int row = m_model->rowOf(orderId);
    const LayoutPart *part = row < 0 ? nullptr : firstPartOnPage(row);
    return part ? m_delegate->headerRect(cardOf(*part), *part, partRect(*part)) : QRect();
}

// ---- what changes

void TicketView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &)
{
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const auto known = m_cardCache.find(m_model->ticketAt(row).orderId);
        if (known != m_cardCache.end())
            known->isOld = true;
    }
    // Its height may be another now: lay out, then repaint what moved.
    scheduleDelayedItemsLayout();
}

void TicketView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    // Qt would choose the neighbour: a ticket that somebody else took away must not turn the next Enter against
    // another.
    if (currentIndex().isValid() && currentIndex().row() >= start && currentIndex().row() <= end)
        choose(0);
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void TicketView::setNow(qint64 hubNowMs)
{
    const qint64 before = std::exchange(m_nowMs, hubNowMs);
    if (before == hubNowMs || !m_model)
        return;
    for (const LayoutPart *part : partsOnPage()) {
        if (part->ticket >= m_model->rowCount())
            continue; // a layout is on its way
        const Ticket &ticket = m_model->ticketAt(part->ticket);
        const bool recoloured = urgencyOf(ticket, before) != urgencyOf(ticket, hubNowMs);
        if (recoloured || (part->isFirst() && TicketText::timer(ticket, before) != TicketText::timer(ticket, hubNowMs)))
            viewport()->update(m_delegate->headerRect(cardOf(*part), *part, partRect(*part)));
    }
}

void TicketView::flash(qint64 orderId)
{
    m_flashes.insert(orderId, m_flashClock.elapsed());
    m_flashTimer.start();
}

double TicketView::flashLevel(qint64 orderId) const
{
    const auto begun = m_flashes.constFind(orderId);
    if (begun == m_flashes.constEnd())
        return 0;
    const double t = double(m_flashClock.elapsed() - *begun) / flashMs;
    if (m_look.isSteady())
        return t >= 1 ? 0 : steadyFlash;
    // Two swells that fade; fewer than three in a second, which is what people prone to seizures need.
    return t >= 1 ? 0 : (1 - t) * (0.5 + 0.5 * std::cos(t * 4 * M_PI));
}

void TicketView::handleFlashTick()
{
    for (auto it = m_flashes.begin(); it != m_flashes.end();) {
        const QRect header = headerRectOf(it.key());
        if (!header.isEmpty())
            viewport()->update(header);
        it = m_flashClock.elapsed() - *it >= flashMs ? m_flashes.erase(it) : std::next(it);
    }
    if (m_flashes.isEmpty())
        m_flashTimer.stop();
}

void TicketView::updateTicket(qint64 orderId)
{
    const int reach = m_delegate->outlineReach() + 1;
    for (const LayoutPart *part : partsOnPage()) {
        if (orderOf(*part) == orderId)
            viewport()->update(partRect(*part).adjusted(-reach, -reach, reach, reach));
    }
}

// ---- painting

void TicketView::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRegion &dirty = event->region();
    for (const QRect &rect : dirty)
        painter.fillRect(rect, m_look.theme().background);

    if (m_layout.parts.empty()) {
        paintEmpty(painter);
        return;
    }
    const int reach = m_delegate->outlineReach() + 1;
    for (const LayoutPart *part : partsOnPage()) {
        const QRect rect = partRect(*part);
        const Ticket &ticket = m_model->ticketAt(part->ticket);
        const bool isChosen = currentIndex().row() == part->ticket;
        if (!dirty.intersects(isChosen ? rect.adjusted(-reach, -reach, reach, reach) : rect))
            continue;
        TicketOption option;
        option.rect = rect;
        option.ticket = &ticket;
        option.card = &cardOf(*part);
        option.part = part;
        option.dirty = dirty;
        option.nowMs = m_nowMs;
        option.clock = m_clock;
        option.slotKey = slotKeyOf(*part);
        option.isChosen = isChosen;
        option.chosenLine = isChosen ? m_chosenLine : 0;
        option.isActionDown =
            m_pressedInside && m_pressed.kind == Hit::Kind::Action && m_pressed.orderId == ticket.orderId;
        option.flash = flashLevel(ticket.orderId);
        m_delegate->paint(&painter, option, m_model->index(part->ticket));
    }
    painter.end();
    notePainted(dirty);
}

void TicketView::paintEmpty(QPainter &painter) const
{
    const Theme &theme = m_look.theme();
    const int width = std::min(viewport()->width() - m_look.px(48), m_look.px(620));
    const int icon = m_look.px(92);
    const QFontMetrics title(m_look.font(TextRole::Figure));
    const QFontMetrics body(m_look.font(TextRole::Body));
    const QRect titleBounds =
        title.boundingRect(QRect(0, 0, width, 4000), Qt::TextWordWrap | Qt::AlignHCenter, m_emptyState.title);
    const QRect bodyBounds =
        body.boundingRect(QRect(0, 0, width, 4000), Qt::TextWordWrap | Qt::AlignHCenter, m_emptyState.body);
    const QRect statusBounds =
        body.boundingRect(QRect(0, 0, width, 4000), Qt::TextWordWrap | Qt::AlignHCenter, m_emptyState.status);

    const int gap = m_look.px(14);
    const int height = icon + gap + titleBounds.height() + gap + bodyBounds.height() + 2 * gap + statusBounds.height();
    const int left = (viewport()->width() - width) / 2;
    int y = std::max(m_look.px(16), (viewport()->height() - height) / 2 - m_look.px(24));

    if (!m_emptyState.icon.isEmpty())
        painter.drawPixmap((viewport()->width() - icon) / 2, y,
                           iconPixmap(m_emptyState.icon, icon, theme.scheduled, devicePixelRatioF()));
    y += icon + gap;
    painter.setFont(m_look.font(TextRole::Figure));
    painter.setPen(theme.text);
    painter.drawText(QRect(left, y, width, titleBounds.height()), Qt::AlignHCenter | Qt::TextWordWrap,
                     m_emptyState.title);
    y += titleBounds.height() + gap;
    painter.setFont(m_look.font(TextRole::Body));
    painter.setPen(theme.muted);
    painter.drawText(QRect(left, y, width, bodyBounds.height()), Qt::AlignHCenter | Qt::TextWordWrap,
                     m_emptyState.body);
    y += bodyBounds.height() + 2 * gap;
    painter.drawText(QRect(left, y, width, statusBounds.height()), Qt::AlignHCenter | Qt::TextWordWrap,
                     m_emptyState.status);
}

bool TicketView::isExposed() const
{
    const QWindow *handle = window()->windowHandle();
    return isVisible() && handle && handle->isExposed() && !(window()->windowState() & Qt::WindowMinimized);
}

void TicketView::notePainted(const QRegion &region)
{
    if (!isExposed())
        return;
    std::vector<PaintWatch::Part> parts;
    for (const LayoutPart *part : partsOnPage())
        parts.push_back({orderOf(*part), part->part, part->parts, partRect(*part)});
    m_watch->setPage(parts);
    // What lies under another widget, or beyond the window's edge, nobody sees.
    std::vector<qint64> painted = m_watch->noteDrawn(region & viewport()->visibleRegion());

    std::vector<qint64> elsewhere;
    for (const LayoutPart &part : m_layout.parts) {
        if (part.isFirst() && part.page > m_page)
            elsewhere.push_back(orderOf(part));
    }
    std::vector<qint64> counted = m_watch->noteCounted(elsewhere);
    if (painted.empty() && counted.empty())
        return;
    // Posted, so that the backing store has been flushed to the screen when it is told.
    QMetaObject::invokeMethod(
        this,
        [this, painted = std::move(painted), counted = std::move(counted)] {
            if (!painted.empty())
                Q_EMIT ticketsPainted(painted);
            if (!counted.empty())
                Q_EMIT ticketsCounted(counted);
        },
        Qt::QueuedConnection);
}

} // namespace oshaq

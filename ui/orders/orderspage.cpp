// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orderspage.h"

#include "ui/common/alarmtext.h"
#include "ui/common/band.h"
#include "ui/common/linktext.h"
#include "ui/common/pill.h"
#include "ui/common/stateview.h"
#include "ui/common/stylesheet.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/acceptsheet.h"
#include "ui/orders/orderdetail.h"
#include "ui/orders/orderfilterbar.h"
#include "ui/orders/ordersmodel.h"
#include "ui/orders/orderstable.h"
#include "ui/orders/ordertext.h"
#include "ui/orders/printsheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr int searchPauseMs = 120;
/// So long somebody has to stay on an order before its history is asked for: arrows go through many.
constexpr int historyPauseMs = 120;
/// Below that many design pixels list and detail do not stand side by side.
constexpr int aloneWidth = 860;
constexpr int narrowWidth = 1316;

/// What is only of this page, beside the common style.
QString pageStyle(const Look &look)
{
    return styleFor(look) +
           QStringLiteral("#ordersTable { background: transparent; border: none; border-radius: 0; }"
                          "#ordersTable:focus { border: none; }"
                          "#ordersTable QHeaderView::section { padding: 0 %1px; }"
                          "QLabel[role=\"figure\"] { font-size: %2px; font-weight: 800; }"
                          "QLabel[role=\"event\"] { font-size: %3px; font-weight: 500; }"
                          "QLabel[role=\"note\"] { font-style: italic; }"
                          "#filterBar QComboBox { font-size: %3px; font-weight: 700; min-height: %4px; }")
               .arg(look.px(11))
               .arg(look.font(TextRole::Figure).pixelSize())
               .arg(look.font(TextRole::Caption).pixelSize())
               .arg(look.metrics().buttonHeight() - 2);
}

} // namespace

OrdersPage::OrdersPage(OrdersPort &port, ArchivePort &archive, PrinterPort &printers, LinkStatus &link,
                       const Look &look, QWidget *parent)
    : Page(parent)
    , m_port(port)
    , m_archive(archive)
    , m_link(link)
    , m_look(look)
    , m_model(new OrdersModel(this))
    , m_table(new OrdersTable(look, this))
    , m_detail(new OrderDetail(look, this))
    , m_top(new QWidget(this))
    , m_title(new QLabel(m_top))
    , m_search(new QLineEdit(m_top))
    , m_connection(new Pill(look, m_top))
    , m_drawer(new TouchButton(look, m_top))
    , m_new(new TouchButton(look, m_top))
    , m_alarmBand(new Band(look, this))
    , m_linkBand(new Band(look, this))
    , m_parkedBand(new Band(look, this))
    , m_filters(new OrderFilterBar(look, this))
    , m_state(new StateView(look, m_table->viewport()))
    , m_searchState(new QLabel(this))
    , m_notice(new Band(look, this))
    , m_list(new QWidget(this))
    , m_accept(new AcceptSheet(look, this))
    , m_print(new PrintSheet(printers, look, this))
{
    setObjectName(QStringLiteral("ordersPage"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_search->setObjectName(QStringLiteral("orderSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(100);
    m_connection->setObjectName(QStringLiteral("connectionPill"));
    m_drawer->setObjectName(QStringLiteral("drawerButton"));
    m_drawer->setIconName(QStringLiteral("drawer"));
    m_drawer->setTakesFocus(true);
    m_drawer->hide();
    m_new->setObjectName(QStringLiteral("newOrderButton"));
    m_new->setKind(TouchButton::Kind::Primary);
    m_new->setTakesFocus(true);
    m_alarmBand->setObjectName(QStringLiteral("alarmBand"));
    m_alarmBand->actionButton()->setTakesFocus(true);
    m_alarmBand->actionButton()->setObjectName(QStringLiteral("silenceButton"));
    m_linkBand->setObjectName(QStringLiteral("linkBand"));
    m_parkedBand->setObjectName(QStringLiteral("parkedBand"));
    m_parkedBand->actionButton()->setTakesFocus(true);
    m_parkedBand->actionButton()->setObjectName(QStringLiteral("dismissButton"));
    m_notice->setObjectName(QStringLiteral("noticeBand"));
    m_notice->actionButton()->setTakesFocus(true);
    m_notice->actionButton()->setObjectName(QStringLiteral("undoButton"));
    m_state->setObjectName(QStringLiteral("listState"));
    m_state->hide();
    m_searchState->setObjectName(QStringLiteral("searchState"));
    m_searchState->setProperty("role", QStringLiteral("caption"));
    m_searchState->setTextFormat(Qt::PlainText);
    m_searchState->setWordWrap(true);
    m_searchState->hide();

    auto *top = new QHBoxLayout(m_top);
    top->addWidget(m_title);
    top->addWidget(m_search, 3);
    top->addStretch(1);
    top->addWidget(m_connection);
    top->addWidget(m_drawer);
    top->addWidget(m_new);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_table, 1);
    list->addWidget(m_searchState);
    list->addWidget(m_notice);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addWidget(m_detail);
    auto *body = new QVBoxLayout;
    body->setObjectName(QStringLiteral("body"));
    body->addWidget(m_filters);
    body->addLayout(middle, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(m_top);
    layout->addWidget(m_alarmBand);
    layout->addWidget(m_linkBand);
    layout->addWidget(m_parkedBand);
    layout->addLayout(body, 1);

    m_table->setOrdersModel(m_model);
    setFocusProxy(m_table);
    connectAll();
    setLook(look);
    handleOrdersChanged();
    handleParkedChanged();
    handleLinkChanged();
    retranslate();
    armSecondHand();
}

OrdersPage::~OrdersPage()
{
    forgetArchiveCall();
    for (const Notes &notes : std::as_const(m_history)) {
        if (notes.call != 0)
            m_archive.cancel(notes.call);
    }
    for (const GuestNotes &notes : std::as_const(m_guests)) {
        if (notes.call != 0)
            m_archive.cancel(notes.call);
    }
    if (m_orderCall != 0)
        m_archive.cancel(m_orderCall);
}

void OrdersPage::connectAll()
{
    connect(&m_port, &OrdersPort::ordersChanged, this, &OrdersPage::handleOrdersChanged);
    connect(&m_port, &OrdersPort::orderKnown, this, &OrdersPage::handleOrderKnown);
    connect(&m_port, &OrdersPort::orderArrived, this, &OrdersPage::handleArrived);
    connect(&m_port, &OrdersPort::parkedChanged, this, &OrdersPage::handleParkedChanged);
    connect(&m_link, &LinkStatus::changed, this, &OrdersPage::handleLinkChanged);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrdersPage::handleCurrentChanged);
    connect(m_table, &QTableView::clicked, this, [this] { showDetailAlone(true); });
    connect(m_table, &OrdersTable::sortRequested, this, &OrdersPage::sortBy);
    connect(m_table, &OrdersTable::endReached, this, &OrdersPage::askMore);
    connect(m_table, &OrdersTable::released, this, [this] {
        if (m_updateHeld)
            updateRows();
    });
    connect(m_search, &QLineEdit::textChanged, this, &OrdersPage::handleSearchEdited);
    connect(m_filters, &OrderFilterBar::filterChanged, this, &OrdersPage::handleFilterChanged);
    connect(m_new, &TouchButton::clicked, this, &OrdersPage::newOrder);
    connect(m_drawer, &TouchButton::clicked, this, &OrdersPage::openDrawer);
    connect(m_detail, &OrderDetail::actRequested, this, &OrdersPage::act);
    connect(m_detail, &OrderDetail::moreRequested, this, &OrdersPage::showMore);
    connect(m_detail, &OrderDetail::fireRequested, this, &OrdersPage::fire);
    connect(m_detail, &OrderDetail::backRequested, this, &OrdersPage::leave);
    connect(m_detail, &OrderDetail::voidRequested, this, &OrdersPage::voidChosen);
    connect(m_detail, &OrderDetail::choosingEnded, this, &OrdersPage::stopVoid);
    connect(m_detail, &OrderDetail::pastOrderRequested, this, &OrdersPage::chooseOrder);
    connect(m_notice->actionButton(), &TouchButton::clicked, this, &OrdersPage::undo);
    connect(m_parkedBand->actionButton(), &TouchButton::clicked, this, [this] {
        if (!m_parkedId.isEmpty())
            m_port.dismissParked(QString(m_parkedId));
    });
    connect(m_alarmBand->actionButton(), &TouchButton::clicked, this, [this] {
        if (m_board)
            m_board->acknowledge();
    });
    connect(m_state->actionButton(), &TouchButton::clicked, this, [this] {
        if (!m_words.isEmpty())
            m_search->clear();
        else if (m_browse != OrdersFilter())
            handleFilterChanged(OrdersFilter());
        else
            newOrder();
    });
    connect(m_accept, &AcceptSheet::accepted, this, [this](qint64 orderId, qint64 promisedAtMs) {
        const std::optional<DeskOrder> desk = m_port.order(orderId);
        const QString number = desk ? desk->order.number : QString();
        const auto promised = promisedAtMs > 0 ? std::optional(promisedAtMs) : std::nullopt;
        QString success = OrderText::done(number, OrderStatus::Accepted);
        if (promised)
            success += QStringLiteral(", ") + tr("promised %1").arg(m_clock.moment(*promised, m_port.hubNowMs()));
        told(m_port.accept(orderId, promised), number, success);
    });
    connect(m_print, &PrintSheet::printed, this,
            [this](qint64, const QString &number, const QStringList &names, bool reprint) {
                const QString where = names.join(QStringLiteral(", "));
                QString text =
                    where.isEmpty() ? tr("%1 goes to the printer").arg(number) : tr("%1 goes to %2").arg(number, where);
                if (reprint)
                    text += QStringLiteral(", ") + tr("marked as a reprint");
                tell(text, false);
            });

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchPauseMs);
    connect(&m_searchTimer, &QTimer::timeout, this, &OrdersPage::askArchive);
    m_historyTimer.setSingleShot(true);
    m_historyTimer.setInterval(historyPauseMs);
    connect(&m_historyTimer, &QTimer::timeout, this, &OrdersPage::askHistory);
    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, this, [this] { tell({}, false); });
    m_secondHand.setSingleShot(true);
    m_secondHand.setTimerType(Qt::PreciseTimer);
    connect(&m_secondHand, &QTimer::timeout, this, [this] {
        refreshTime();
        armSecondHand();
    });
}

QString OrdersPage::title() const
{
    //: Name of a page
    return tr("Orders");
}

QSize OrdersPage::minimumSizeHint() const
{
    return QSize(m_look.px(320), m_look.px(280));
}

void OrdersPage::enter()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void OrdersPage::setRole(Role role)
{
    Q_UNUSED(role)
    updateRows();
    updateDetail();
    updateDrawer();
}

void OrdersPage::setLook(const Look &look)
{
    m_look = look;
    useStyle(pageStyle(look));
    m_table->setLook(look);
    m_detail->setLook(look);
    m_connection->setLook(look);
    m_drawer->setLook(look);
    m_new->setLook(look);
    for (Band *band : {m_linkBand, m_parkedBand, m_notice})
        band->setLook(look);
    m_filters->setLook(look);
    m_state->setLook(look);
    m_accept->adoptLook(look);
    m_print->adoptLook(look);
    if (m_sheets)
        m_sheets->setLook(look);
    arrange();
    update();
}

void OrdersPage::arrange()
{
    const bool isAlone = width() < m_look.px(aloneWidth);
    const bool isNarrow = width() < m_look.px(narrowWidth);
    const int edge = isNarrow ? m_look.px(14) : m_look.px(24);
    m_top->layout()->setContentsMargins(edge, m_look.px(8), edge, m_look.px(8));
    m_top->layout()->setSpacing(m_look.px(isAlone ? 7 : 18));
    m_title->setVisible(!isAlone);
    m_top->setVisible(!isAlone || !m_alone);
    m_search->setMaximumWidth(m_look.px(520));
    if (auto *body = findChild<QBoxLayout *>(QStringLiteral("body"))) {
        body->setContentsMargins(edge, m_look.px(12), isNarrow ? edge : m_look.px(12), m_look.px(12));
        body->setSpacing(m_look.px(12));
        if (QLayout *middle = body->itemAt(1)->layout())
            middle->setSpacing(m_look.px(14));
    }
    if (QLayout *list = m_list->layout())
        list->setSpacing(m_look.px(8));
    if (isAlone) {
        m_detail->setMinimumWidth(0);
        m_detail->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_detail->setFixedWidth(m_look.px(isNarrow ? 332 : 372));
        m_alone = false;
    }
    m_detail->setBackVisible(isAlone);
    m_detail->setVisible(!isAlone || m_alone);
    m_list->setVisible(!isAlone || !m_alone);
    m_filters->setVisible(!isAlone || !m_alone);
    updateDrawer();
    //: Keys on the keyboard
    m_new->setKeys(isAlone ? QStringList() : QStringList{tr("Ctrl N")});
    m_state->setGeometry(m_table->viewport()->rect());
    handleLinkChanged();
}

void OrdersPage::updateDrawer()
{
    m_drawer->setVisible(m_sheets && mayServe(m_port.role()));
    const bool isNarrow = width() < m_look.px(narrowWidth);
    // The picture alone where room is short.
    m_drawer->setText(isNarrow ? QString() : tr("Cash drawer"));
    m_drawer->setKind(width() < m_look.px(aloneWidth) ? TouchButton::Kind::Glyph : TouchButton::Kind::Raised);
    m_drawer->setAccessibleName(tr("Cash drawer"));
    m_drawer->setToolTip(tr("Cash drawer (Ctrl+D)"));
    //: Keys on the keyboard
    m_drawer->setKeys(isNarrow ? QStringList() : QStringList{tr("Ctrl D")});
}

void OrdersPage::showDetailAlone(bool alone)
{
    if (alone == m_alone || (alone && (width() >= m_look.px(aloneWidth) || m_chosen == 0)))
        return;
    m_alone = alone;
    arrange();
    if (alone)
        m_detail->moreButton()->setFocus(Qt::OtherFocusReason);
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void OrdersPage::resizeEvent(QResizeEvent *)
{
    arrange();
    // The table gets its size after the page.
    QMetaObject::invokeMethod(
        this, [this] { m_state->setGeometry(m_table->viewport()->rect()); }, Qt::QueuedConnection);
}

void OrdersPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().background);
    painter.fillRect(m_top->geometry(), m_look.theme().surface);
    painter.fillRect(QRect(0, m_top->geometry().bottom(), width(), 1), m_look.theme().line);
}

// ---- time

void OrdersPage::armSecondHand()
{
    // Just behind the hub's full second: ages change together, and none is shown twice or skipped.
    constexpr int behindMs = 4;
    m_secondHand.start(int(1000 - m_port.hubNowMs() % 1000) + behindMs);
}

void OrdersPage::refreshTime()
{
    m_model->setNow(m_port.hubNowMs());
    updateAlarmBand();
    // "Not seen for 40 s" goes on.
    if (!m_link.facts().others.empty())
        updateLinkBand();
}

// ---- rows

const OrdersFilter &OrdersPage::filter() const
{
    return m_words.isEmpty() ? m_browse : m_found;
}

void OrdersPage::handleOrdersChanged()
{
    if (const Business business = m_port.business(); business.timeZone != m_business.timeZone || m_business.id == 0) {
        m_clock = ZoneClock(business.timeZone);
        m_model->setClock(m_clock);
    }
    m_business = m_port.business();
    const std::vector<DeskOrder> before = std::exchange(m_orders, m_port.orders());
    // What was just taken here is read back to the guest: it is shown, whatever was before it.
    for (const DeskOrder &desk : m_orders) {
        const bool isTaken = (desk.onlyHere && desk.order.id < 0) || desk.order.id == m_justTaken;
        if (m_isLoaded && isTaken && !m_detail->isChoosing() &&
            std::none_of(before.begin(), before.end(),
                         [&](const DeskOrder &known) { return known.order.id == desk.order.id; })) {
            choose(desk.order.id);
            break;
        }
    }
    m_justTaken = 0;
    m_isLoaded = true;
    updateRows();
    updateDetail();
}

void OrdersPage::handleOrderKnown(qint64 localId, qint64 orderId)
{
    m_model->rename(localId, orderId);
    if (m_unseen.remove(localId))
        m_unseen.insert(orderId);
    if (m_chosen == localId)
        m_chosen = orderId;
    // The hub may be quicker than this page.
    if (std::none_of(m_orders.begin(), m_orders.end(),
                     [localId](const DeskOrder &desk) { return desk.order.id == localId; }))
        m_justTaken = orderId;
}

void OrdersPage::handleArrived(qint64 orderId)
{
    if (orderId == m_chosen)
        return;
    m_unseen.insert(orderId);
    m_model->setNew(orderId, true);
}

const QString &OrdersPage::searchableOf(const Order &order)
{
    auto &entry = m_searchable[order.id];
    if (entry.second.isEmpty() || entry.first != order.version)
        entry = {order.version, searchable(order)};
    return entry.second;
}

void OrdersPage::updateRows()
{
    if (m_table->isTouched()) {
        // A row that is under a finger stays there.
        m_updateHeld = true;
        return;
    }
    m_updateHeld = false;
    const qint64 now = m_port.hubNowMs();
    m_model->setNow(now);
    const Catalog catalog = m_port.catalog();
    const OrdersFilter &wanted = filter();
    const DayLimits limits = DayLimits::of(wanted.days, m_business, now);
    const auto isMeant = [&](const Order &order) {
        return matches(wanted, limits, order) &&
               (m_searchText.isEmpty() || matchesWords(m_searchText, order, searchableOf(order)));
    };
    std::vector<OrderRow> here;
    QSet<qint64> known;
    for (const DeskOrder &desk : m_orders) {
        known.insert(desk.order.id);
        if (!isMeant(desk.order))
            continue;
        here.push_back(
            {OrderRow::Kind::Here, desk, orderLateAtMs(desk.order, catalog), m_unseen.contains(desk.order.id), {}});
        if (m_board)
            here.back().mark = AlarmText::mark(m_board->of(desk.order.id));
    }
    std::vector<OrderRow> earlier;
    if (needsArchive()) {
        for (const Order &order : m_earlier) {
            if (!known.contains(order.id) && isMeant(order))
                earlier.push_back({OrderRow::Kind::Earlier, {order, false, false}, 0, false, {}});
        }
    }

    // The row that is at the top stays there when rows come above it.
    QScrollBar *bar = m_table->verticalScrollBar();
    qint64 anchor = 0;
    int anchorY = 0;
    if (const int top = m_table->rowAt(0); bar->value() > 0 && top >= 0) {
        anchor = m_model->rowAt(top).key();
        anchorY = m_table->rowViewportPosition(top);
    }
    m_updating = true;
    m_model->setRows(std::move(here), std::move(earlier), tr("Here"), tr("Earlier"));
    const int row = m_model->rowOf(m_chosen);
    QItemSelectionModel *selection = m_table->selectionModel();
    if (row >= 0 && m_chosen != 0) {
        if (m_table->currentIndex().row() != row || !selection->isRowSelected(row)) {
            selection->setCurrentIndex(m_model->index(row, 0),
                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        }
        m_table->rememberRow(row);
    } else if (m_table->currentIndex().isValid()) {
        // Qt would choose the neighbour: whoever presses Enter now did not mean that one.
        selection->clear();
        selection->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    }
    m_updating = false;
    if (const int at = anchor != 0 ? m_model->rowOf(anchor) : -1; at >= 0)
        bar->setValue(bar->value() + m_table->rowViewportPosition(at) - anchorY);
    updateCounts();
    updateState();
}

void OrdersPage::updateCounts()
{
    const DayLimits limits = DayLimits::of(filter().days, m_business, m_port.hubNowMs());
    OrderFilterBar::Counts counts{};
    OrdersFilter rest = filter();
    rest.show = OrdersFilter::Show::All;
    for (const DeskOrder &desk : m_orders) {
        if (!matches(rest, limits, desk.order) ||
            (!m_searchText.isEmpty() && !matchesWords(m_searchText, desk.order, searchableOf(desk.order))))
            continue;
        for (size_t i = 0; i < counts.size(); ++i)
            counts[i] += showsStatus(OrdersFilter::allShows[i], desk.order.status) ? 1 : 0;
    }
    // The hub may have more of these than are here: no number is better than a wrong one.
    if (needsArchive()) {
        for (const OrdersFilter::Show show :
             {OrdersFilter::Show::Completed, OrdersFilter::Show::Cancelled, OrdersFilter::Show::All})
            counts[size_t(show)] = -1;
    }
    m_filters->setCounts(counts);
}

void OrdersPage::updateLinkBand()
{
    const OrderText::BandWords band = OrderText::connectionBand(m_link.facts(), m_clock, m_port.hubNowMs());
    m_linkBand->setMessage(band.text, band.tone);
}

void OrdersPage::updateState()
{
    updateSearchState();
    if (m_model->rowCount() > 0) {
        m_state->hide();
        return;
    }
    const LinkStatus::Facts &facts = m_link.facts();
    const bool isKnown = facts.knownAtMs > 0 || facts.state == LinkStatus::State::Live || !m_orders.empty();
    if (!m_words.isEmpty() && m_archiveCall != 0) {
        m_state->setState(QStringLiteral("search"), tr("Searching…"), tr("Nothing of it is here; the site is asked."));
    } else if (!m_words.isEmpty()) {
        m_state->setState(QStringLiteral("search"), tr("Nothing found for “%1”").arg(m_words),
                          m_archiveFailure ? tr("Only the last 48 hours were searched: the site does not answer.")
                                           : tr("Numbers, names, dishes and the last four digits of a phone work."),
                          tr("Clear the search"));
    } else if (!isKnown) {
        m_state->setState(QStringLiteral("link"),
                          facts.state == LinkStatus::State::Connecting ? tr("Connecting to the site")
                          : facts.state == LinkStatus::State::Upgrade  ? tr("This screen does not fit the site")
                                                                       : tr("No contact with the site yet"),
                          tr("Orders appear here as soon as it answers. New ones can be taken already."));
    } else if (m_browse == OrdersFilter()) {
        m_state->setState(QStringLiteral("orders"), tr("No open orders"), tr("New ones appear here by themselves."),
                          m_sheets ? tr("New order") : QString());
    } else {
        m_state->setState(QStringLiteral("orders"), tr("No orders like this"),
                          tr("Nothing here has this status, day, fulfilment and payment."), tr("Show open orders"));
    }
    m_state->setGeometry(m_table->viewport()->rect());
    m_state->show();
    m_state->raise();
}

void OrdersPage::sortBy(int column)
{
    const bool isSame = column == m_model->sortColumn();
    const bool largestFirst =
        column == OrdersModel::Placed || column == OrdersModel::Age || column == OrdersModel::Total;
    Qt::SortOrder order = largestFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (isSame)
        order = m_model->sortOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_updating = true;
    m_model->sort(column, order);
    m_updating = false;
    m_table->scrollTo(m_table->currentIndex());
}

// ---- what the link says

void OrdersPage::handleLinkChanged()
{
    LinkStatus::Facts facts = m_link.facts();
    const qint64 now = m_port.hubNowMs();
    const bool isLive = facts.state == LinkStatus::State::Live;
    const bool isAlone = width() < m_look.px(aloneWidth);
    facts.paintedP50Ms = -1; // the kitchen's business
    const LinkText::PillWords pill = LinkText::connection(facts, m_clock, now);
    // Where there is no room for both, the band alone says what is wrong.
    m_connection->setFact(isAlone && !isLive ? QString() : pill.text, pill.tone);
    updateLinkBand();
    if (isLive && m_archiveFailure && needsArchive())
        askArchive();
    if (isLive) {
        const auto notes = m_history.find(m_chosen);
        if (notes != m_history.end() && notes->failure) {
            notes->failure.reset();
            notes->version = -1;
            m_historyTimer.start();
        }
    }
    updateState();
}

void OrdersPage::handleParkedChanged()
{
    const std::vector<ParkedCommand> parked = m_port.parked();
    m_parkedId = parked.empty() ? QString() : parked.front().id;
    m_parkedBand->setMessage(parked.empty() ? QString()
                                            : OrderText::parked(parked.front(), int(parked.size()) - 1, m_clock),
                             Band::Tone::Alarm);
}

void OrdersPage::useAlarms(AlarmBoard &board)
{
    m_board = &board;
    connect(m_board, &AlarmBoard::changed, this, &OrdersPage::handleAlarmsChanged);
    handleAlarmsChanged();
}

void OrdersPage::handleAlarmsChanged()
{
    updateAlarmActions();
    updateAlarmBand();
    updateRows();
}

void OrdersPage::updateAlarmActions()
{
    //: Key on the keyboard
    const QString key = tr("D");
    m_alarmBand->setAction(AlarmText::silence(), key);
    // One key for both bands: it acts on the upper one first.
    m_parkedBand->setAction(tr("Dismiss"), m_board && !m_board->loud().empty() ? QString() : key);
}

void OrdersPage::updateAlarmBand()
{
    const std::vector<UnpaintedAlarm> loud = m_board ? m_board->loud() : std::vector<UnpaintedAlarm>();
    m_alarmBand->setMessage(AlarmText::band(loud, m_link.facts(), m_port.hubNowMs()), Band::Tone::Alarm);
}

// ---- words

void OrdersPage::retranslate()
{
    setAccessibleName(title());
    m_title->setText(title());
    m_search->setPlaceholderText(tr("Search number, phone, guest, dish"));
    m_search->setAccessibleName(tr("Search orders"));
    m_search->setToolTip(tr("Search (Ctrl+F or /)"));
    m_table->setAccessibleName(tr("Orders"));
    m_new->setText(tr("New order"));
    updateAlarmActions();
    updateAlarmBand();
    m_model->retranslate();
    tell({}, false);
    handleParkedChanged();
    arrange();
    updateRows();
    updateDetail();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orderstable.h"

#include "ui/common/painting.h"
#include "ui/orders/ordersdelegate.h"
#include "ui/orders/ordertext.h"

#include <QApplication>
#include <QDate>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace oshaq {

namespace {

constexpr auto columnCount = size_t(OrdersModel::ColumnCount);

/// What is left out first.
constexpr std::array expendable{OrdersModel::Placed, OrdersModel::Items, OrdersModel::Payment,
                                OrdersModel::Where,  OrdersModel::Total, OrdersModel::Guest};

} // namespace

std::array<int, columnCount> ColumnWidths::fit(int available) const
{
    std::array<int, columnCount> widths = least;
    const auto sum = [&widths] { return std::accumulate(widths.begin(), widths.end(), 0); };
    for (const OrdersModel::Column column : expendable) {
        if (sum() <= available)
            break;
        widths[size_t(column)] = 0;
    }
    // What is left over goes to those that are short of room, then to the dishes, or else to the guest.
    int over = available - sum();
    for (const OrdersModel::Column column :
         {OrdersModel::Number, OrdersModel::Status, OrdersModel::Age, OrdersModel::Total, OrdersModel::Guest,
          OrdersModel::Where, OrdersModel::Payment, OrdersModel::Placed}) {
        int &width = widths[size_t(column)];
        if (width == 0 || over <= 0)
            continue;
        const int more = std::clamp(natural[size_t(column)] - width, 0, over);
        width += more;
        over -= more;
    }
    for (const OrdersModel::Column column : {OrdersModel::Items, OrdersModel::Guest, OrdersModel::Status}) {
        if (widths[size_t(column)] == 0)
            continue;
        widths[size_t(column)] += over;
        break;
    }
    return widths;
}

OrdersTable::OrdersTable(const Look &look, QWidget *parent)
    : QTableView(parent)
    , m_look(look)
    , m_delegate(new OrdersDelegate(look, this))
{
    setObjectName(QStringLiteral("ordersTable"));
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAutoScroll(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *head = horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionsClickable(true);
    head->setHighlightSections(false);
    head->setSortIndicatorShown(false);
    head->setMinimumSectionSize(1);
    head->setFocusPolicy(Qt::NoFocus);
    connect(head, &QHeaderView::sectionClicked, this, &OrdersTable::sortRequested);
    // Whoever taps twice quickly wants both: Qt makes something else of the second.
    connect(head, &QHeaderView::sectionDoubleClicked, this, &OrdersTable::sortRequested);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= verticalScrollBar()->maximum() - viewport()->height())
            Q_EMIT endReached();
    });
    setLook(look);
}

OrdersTable::~OrdersTable() = default;

void OrdersTable::setOrdersModel(OrdersModel *model)
{
    m_model = model;
    setModel(model);
    connect(model, &OrdersModel::timeMoved, this, &OrdersTable::updateAges);
    arrangeColumns();
}

void OrdersTable::setLook(const Look &look)
{
    m_look = look;
    m_delegate->setLook(look);
    verticalHeader()->setDefaultSectionSize(qMax(look.px(48), look.metrics().lineHeight()));
    horizontalHeader()->setFixedHeight(look.metrics().lineHeight());
    arrangeColumns();
    viewport()->update();
}

ColumnWidths OrdersTable::wantedWidths() const
{
    ColumnWidths wanted;
    const QFontMetrics text(m_look.font(TextRole::Caption));
    const QFontMetrics bold(m_look.font(TextRole::CaptionBold));
    const QFontMetrics number(m_look.font(TextRole::BodyBold));
    const QFontMetrics tag(m_look.font(TextRole::Tag));
    const int pad = 2 * OrdersDelegate::margin(m_look);
    const auto set = [&](OrdersModel::Column column, int least, int natural) {
        // The head fits too, with its arrow.
        const int head = bold.horizontalAdvance(m_model->columnName(column) + QStringLiteral(" ↓"));
        wanted.least[size_t(column)] = qMax(least, head) + pad;
        wanted.natural[size_t(column)] = qMax(natural, qMax(least, head)) + pad;
    };
    int status = 0;
    for (const OrderStatus one : allOrderStatuses)
        status = qMax(status, bold.horizontalAdvance(OrderText::status(one)));
    status += m_look.px(24);
    const int late = tag.horizontalAdvance(OrderText::late(1, 1 + 88 * 60'000)) + m_look.px(14);
    const int age = qMax(painting::figuresWidth(QStringLiteral("00:00:00"), m_look.font(TextRole::Caption)), late);
    const int digits = number.horizontalAdvance(QStringLiteral("A-0000")) + m_look.px(22);
    const int money = painting::figuresWidth(QStringLiteral("888 888 ₸"), m_look.font(TextRole::Caption));
    set(OrdersModel::Number, digits, digits);
    // An hour, or a day of another year over it.
    int placed = text.horizontalAdvance(QStringLiteral("00:00"));
    for (int month = 1; month <= 12; ++month)
        placed = qMax(placed,
                      tag.horizontalAdvance(QLocale().toString(QDate(2020, month, 28), QStringLiteral("d MMM yyyy"))));
    set(OrdersModel::Placed, placed, placed);
    set(OrdersModel::Guest, m_look.px(110), text.horizontalAdvance(QStringLiteral("Sholpan · +7 701 ••• 41 07")));
    set(OrdersModel::Where, m_look.px(96), m_look.px(150));
    set(OrdersModel::Items, m_look.px(120), m_look.px(300));
    set(OrdersModel::Total, money, money);
    set(OrdersModel::Payment, m_look.px(92), m_look.px(200));
    set(OrdersModel::Status, status, status);
    set(OrdersModel::Age, age, age);
    return wanted;
}

void OrdersTable::arrangeColumns()
{
    if (!m_model)
        return;
    const std::array<int, columnCount> widths = wantedWidths().fit(viewport()->width());
    for (size_t column = 0; column < columnCount; ++column) {
        setColumnHidden(int(column), widths[column] == 0);
        if (widths[column] > 0)
            setColumnWidth(int(column), widths[column]);
    }
}

bool OrdersTable::isTouched() const
{
    return m_pressed;
}

qint64 OrdersTable::currentOrder() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && m_model && !m_model->isSection(index.row()) ? m_model->rowAt(index.row()).key() : 0;
}

QRect OrdersTable::rowRect(int row) const
{
    return QRect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void OrdersTable::updateAges()
{
    if (!isColumnHidden(OrdersModel::Age)) {
        viewport()->update(columnViewportPosition(OrdersModel::Age), 0, columnWidth(OrdersModel::Age),
                           viewport()->height());
    }
}

void OrdersTable::step(int by)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    const int rows = m_model->rowCount();
    int row = currentIndex().isValid() ? currentIndex().row() + by : std::clamp(m_lastRow, 0, rows - 1);
    row = std::clamp(row, 0, rows - 1);
    // Past the heads of sections, in the direction of the step or else back.
    const int direction = by < 0 ? -1 : 1;
    while (row >= 0 && row < rows && m_model->isSection(row))
        row += direction;
    if (row < 0 || row >= rows)
        return;
    setCurrentIndex(m_model->index(row, 0));
}

void OrdersTable::keyPressEvent(QKeyEvent *event)
{
    const int page = qMax(1, viewport()->height() / qMax(1, verticalHeader()->defaultSectionSize()) - 1);
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_PageUp:
        step(-page);
        return;
    case Qt::Key_PageDown:
        step(page);
        return;
    case Qt::Key_Home:
        step(-m_model->rowCount());
        return;
    case Qt::Key_End:
        step(m_model->rowCount());
        return;
    default:
        event->ignore();
    }
}

void OrdersTable::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    m_isSwipe = false;
    m_pressedAt = event->position().toPoint();
    m_scrollAtPress = verticalScrollBar()->value();
    m_isFinger = event->source() != Qt::MouseEventNotSynthesized;
    // A finger may be about to scroll: it chooses when it goes.
    if (!m_isFinger)
        QTableView::mousePressEvent(event);
}

void OrdersTable::mouseMoveEvent(QMouseEvent *event)
{
    // Dragging chooses nothing. A finger moves the rows with it.
    const int moved = event->position().toPoint().y() - m_pressedAt.y();
    if (!m_pressed || !m_isFinger)
        return;
    m_isSwipe = m_isSwipe || qAbs(moved) > m_look.mm(2.5);
    if (m_isSwipe)
        verticalScrollBar()->setValue(m_scrollAtPress - moved);
}

void OrdersTable::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isFinger && !m_isSwipe) {
        QMouseEvent press(QEvent::MouseButtonPress, m_pressedAt, viewport()->mapToGlobal(m_pressedAt), Qt::LeftButton,
                          Qt::LeftButton, event->modifiers());
        QTableView::mousePressEvent(&press);
    }
    if (!m_isSwipe)
        QTableView::mouseReleaseEvent(event);
    m_pressed = false;
    m_isFinger = false;
    Q_EMIT released();
}

void OrdersTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

void OrdersTable::focusInEvent(QFocusEvent *event)
{
    // Not QTableView's: it would choose the first row by itself.
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void OrdersTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    m_pressed = false;
    viewport()->update();
}

void OrdersTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        arrangeColumns();
}

} // namespace oshaq

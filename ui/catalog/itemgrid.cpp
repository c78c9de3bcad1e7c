// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/itemgrid.h"

#include "ui/catalog/itemdelegate.h"
#include "ui/catalog/pictureloader.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QScroller>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int cardLeastPx = 178;
/// Where there is room for it.
constexpr int cardRoomyPx = 236;
constexpr int roomyPx = 900;
constexpr int longPressMs = 500;

QByteArray written(const std::vector<qint64> &ids)
{
    QByteArrayList parts;
    for (const qint64 id : ids)
        parts << QByteArray::number(id);
    return parts.join(',');
}

std::vector<qint64> read(const QMimeData *data)
{
    std::vector<qint64> ids;
    for (const QByteArray &part : data->data(QLatin1String(ItemModel::mimeType)).split(',')) {
        if (const qint64 id = part.toLongLong(); id != 0)
            ids.push_back(id);
    }
    return ids;
}

} // namespace

ItemGrid::ItemGrid(PictureLoader &pictures, const Look &look, QWidget *parent)
    : QListView(parent)
    , m_look(look)
    , m_model(new ItemModel(this))
    , m_delegate(new ItemDelegate(*m_model, pictures, look, this))
    , m_pictures(pictures)
{
    setObjectName(QStringLiteral("itemGrid"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setMouseTracking(true);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    m_longPress.setSingleShot(true);
    m_longPress.setInterval(longPressMs);
    connect(&m_longPress, &QTimer::timeout, this, [this] {
        const QModelIndex index = indexAt(m_pressedAt);
        if (!index.isValid())
            return;
        setChoosing(true);
        selectionModel()->select(index, QItemSelectionModel::Select);
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_restoring)
            Q_EMIT chosenChanged();
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_restoring)
            Q_EMIT currentIdChanged(currentId());
    });
    connect(&pictures, &PictureLoader::arrived, this, [this] { viewport()->update(); });
    setLook(look);
}

void ItemGrid::setLook(const Look &look)
{
    m_look = look;
    m_delegate->setLook(look);
    arrange();
}

void ItemGrid::setEditable(bool editable)
{
    m_editable = editable;
    setDragEnabled(editable);
}

void ItemGrid::setCards(std::vector<ItemModel::Card> cards)
{
    const std::vector<qint64> chosen = chosenIds();
    const qint64 current = currentId();
    const int place = verticalScrollBar()->value();
    m_restoring = true;
    const bool same = m_model->setCards(std::move(cards));
    arrange();
    if (!same) {
        choose(chosen);
        const int row = m_model->rowOf(current);
        if (row >= 0)
            selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
        verticalScrollBar()->setValue(place);
    }
    m_restoring = false;
    if (chosenIds() != chosen)
        Q_EMIT chosenChanged();
    if (currentId() != current)
        Q_EMIT currentIdChanged(currentId());
}

std::vector<qint64> ItemGrid::chosenIds() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<qint64> ids;
    for (const int row : rows)
        ids.push_back(m_model->idAt(row));
    return ids;
}

void ItemGrid::choose(const std::vector<qint64> &ids)
{
    QItemSelection selection;
    for (const qint64 id : ids) {
        if (const int row = m_model->rowOf(id); row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, 0));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

qint64 ItemGrid::currentId() const
{
    return m_model->idAt(currentIndex().row());
}

void ItemGrid::setCurrentId(qint64 itemId)
{
    const int row = m_model->rowOf(itemId);
    if (row < 0) {
        clearSelection();
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
        return;
    }
    const QModelIndex index = m_model->index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void ItemGrid::setChoosing(bool choosing)
{
    if (choosing == m_choosing)
        return;
    m_choosing = choosing;
    m_delegate->setChoosing(choosing);
    if (!choosing && chosenIds().size() > 1)
        setCurrentId(currentId());
    viewport()->update();
    Q_EMIT choosingChanged(choosing);
}

std::vector<qint64> ItemGrid::meant() const
{
    const std::vector<qint64> chosen = chosenIds();
    const qint64 current = currentId();
    if (current == 0)
        return chosen;
    const bool isChosen = std::find(chosen.begin(), chosen.end(), current) != chosen.end();
    return isChosen ? chosen : std::vector<qint64>{current};
}

QItemSelectionModel::SelectionFlags ItemGrid::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    if (m_choosing && event &&
        (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease))
        return event->type() == QEvent::MouseButtonPress && index.isValid() ? QItemSelectionModel::Toggle
                                                                            : QItemSelectionModel::NoUpdate;
    return QListView::selectionCommand(index, event);
}

// ---- keys and pointer

void ItemGrid::focusInEvent(QFocusEvent *event)
{
    // A view without a current row makes the first one current with the keyboard: whenever the window came back, another
    // item would be opened over the one that is being edited.
    const bool hadCurrent = currentIndex().isValid();
    m_restoring = true;
    QListView::focusInEvent(event);
    if (!hadCurrent)
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    m_restoring = false;
}

void ItemGrid::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    const bool alt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && currentId() != 0)
            Q_EMIT editRequested(currentId());
        return;
    case Qt::Key_8:
        if (plain && !meant().empty())
            Q_EMIT outRequested(meant());
        return;
    case Qt::Key_Delete:
        if (plain && !meant().empty())
            Q_EMIT removeRequested(meant());
        return;
    case Qt::Key_Escape:
        if (m_choosing || chosenIds().size() > 1) {
            setChoosing(false);
            setCurrentId(currentId());
            return;
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Right:
    case Qt::Key_Down:
        if (alt) {
            const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
            moveChosen(back ? -1 : 1);
            return;
        }
        break;
    default:
        // Letters are for the page: searching, and its keys.
        if (plain && !event->text().isEmpty() && event->key() != Qt::Key_Space) {
            event->ignore();
            return;
        }
        break;
    }
    QListView::keyPressEvent(event);
}

void ItemGrid::moveChosen(int step)
{
    const std::vector<qint64> moved = meant();
    if (!m_reorderable || !m_editable || moved.empty())
        return;
    const int row = m_model->rowOf(step < 0 ? moved.front() : moved.back());
    const int to = step < 0 ? row - 1 : row + 2;
    if (to < 0 || to > m_model->rowCount())
        return;
    Q_EMIT moveRequested(moved, m_model->idAt(to));
}

void ItemGrid::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (event->button() == Qt::LeftButton && index.isValid() && event->modifiers() == Qt::NoModifier &&
        m_delegate->outRect(visualRect(index)).contains(at)) {
        m_outPressed = m_model->idAt(index.row());
        return;
    }
    m_pressedAt = at;
    if (event->button() == Qt::LeftButton && index.isValid() && !m_choosing)
        m_longPress.start();
    QListView::mousePressEvent(event);
}

void ItemGrid::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->position().toPoint() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        m_longPress.stop();
    if (m_outPressed != 0)
        return;
    QListView::mouseMoveEvent(event);
}

void ItemGrid::mouseReleaseEvent(QMouseEvent *event)
{
    m_longPress.stop();
    if (const qint64 id = std::exchange(m_outPressed, 0); id != 0) {
        const QModelIndex index = indexAt(event->position().toPoint());
        if (m_model->idAt(index.row()) == id &&
            m_delegate->outRect(visualRect(index)).contains(event->position().toPoint()))
            Q_EMIT outRequested({id});
        return;
    }
    QListView::mouseReleaseEvent(event);
}

void ItemGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    // Two quick presses of the switch are two presses.
    if (index.isValid() && m_delegate->outRect(visualRect(index)).contains(event->position().toPoint())) {
        mousePressEvent(event);
        return;
    }
    QListView::mouseDoubleClickEvent(event);
    if (index.isValid() && event->button() == Qt::LeftButton && !m_choosing)
        Q_EMIT editRequested(m_model->idAt(index.row()));
}

// ---- dragging

void ItemGrid::startDrag(Qt::DropActions)
{
    m_longPress.stop();
    const std::vector<qint64> ids = chosenIds();
    if (ids.empty() || !m_editable)
        return;
    auto *data = new QMimeData;
    data->setData(QLatin1String(ItemModel::mimeType), written(ids));
    const QRect cell = visualRect(m_model->index(m_model->rowOf(ids.front()), 0));
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->setPixmap(viewport()
                        ->grab(m_delegate->cardRect(cell))
                        .scaledToWidth(int(cell.width() * devicePixelRatioF() * 2 / 3), Qt::SmoothTransformation));
    drag->exec(Qt::MoveAction);
    m_dropRow = -1;
    viewport()->update();
}

int ItemGrid::dropRow(QPoint at) const
{
    const QModelIndex index = indexAt(at);
    if (index.isValid()) {
        const QRect cell = m_delegate->cardRect(visualRect(index));
        return at.x() < cell.center().x() ? index.row() : index.row() + 1;
    }
    // In the gaps: behind the last one that begins above and to the left.
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        const QRect cell = visualRect(m_model->index(row, 0));
        if (cell.top() <= at.y() && (cell.bottom() < at.y() || cell.center().x() < at.x()))
            return row + 1;
    }
    return m_model->rowCount();
}

void ItemGrid::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(QLatin1String(ItemModel::mimeType)))
        event->acceptProposedAction();
    else
        event->ignore();
}

void ItemGrid::dragMoveEvent(QDragMoveEvent *event)
{
    const bool fits = m_reorderable && m_editable && event->mimeData()->hasFormat(QLatin1String(ItemModel::mimeType));
    const int row = fits ? dropRow(event->position().toPoint()) : -1;
    if (row != m_dropRow) {
        m_dropRow = row;
        viewport()->update();
    }
    if (fits)
        event->acceptProposedAction();
    else
        event->ignore();
}

void ItemGrid::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropRow = -1;
    viewport()->update();
}

void ItemGrid::dropEvent(QDropEvent *event)
{
    m_dropRow = -1;
    viewport()->update();
    const std::vector<qint64> ids = read(event->mimeData());
    if (!m_reorderable || !m_editable || ids.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT moveRequested(ids, m_model->idAt(dropRow(event->position().toPoint())));
}

// ---- place

void ItemGrid::arrange()
{
    // Always with room for the scroll bar: cards that change their size when it comes would make it go again.
    const int wide = qMax(1, width() - verticalScrollBar()->sizeHint().width() - 1);
    const int least = wide >= m_look.px(roomyPx) ? cardRoomyPx : cardLeastPx;
    const int columns = qMax(1, wide / m_look.px(least));
    const int cell = wide / columns;
    const int room = m_delegate->textWidth(cell);
    int text = 0;
    for (const ItemModel::Card &card : m_model->cards())
        text = qMax(text, m_delegate->textHeightOf(card, room));
    m_delegate->setTextHeight(text);
    const QSize size(cell, m_delegate->heightFor(cell));
    m_delegate->setCell(size);
    m_pictures.setSize(m_delegate->pictureSize() * devicePixelRatioF(), devicePixelRatioF());
    if (gridSize() != size)
        setGridSize(size);
    verticalScrollBar()->setSingleStep(qMax(1, size.height() / 4));
    viewport()->update();
}

void ItemGrid::resizeEvent(QResizeEvent *event)
{
    arrange();
    QListView::resizeEvent(event);
}

void ItemGrid::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_dropRow < 0 || m_model->rowCount() == 0)
        return;
    const bool behind = m_dropRow >= m_model->rowCount();
    const QRect cell =
        m_delegate->cardRect(visualRect(m_model->index(behind ? m_model->rowCount() - 1 : m_dropRow, 0)));
    const int half = m_delegate->gap() / 2;
    QPainter painter(viewport());
    painter.fillRect(QRect(behind ? cell.right() + half - m_look.px(2) : qMax(0, cell.left() - half - m_look.px(1)),
                           cell.top(), m_look.px(4), cell.height()),
                     m_look.theme().ember);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/categorylist.h"

#include "ui/catalog/catalogtext.h"
#include "ui/catalog/itemmodel.h"
#include "ui/common/painting.h"
#include "ui/common/textblock.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QFontMetrics>
#include <QMimeData>
#include <QPainter>
#include <QScroller>
#include <QStyledItemDelegate>

#include <algorithm>

namespace oshaq {

bool CategoryModel::setRows(std::vector<Row> rows)
{
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const Row &a, const Row &b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return false;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        const QModelIndex at = index(int(i), 0);
        Q_EMIT dataChanged(at, at);
    }
    return true;
}

qint64 CategoryModel::idAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].id : 0;
}

int CategoryModel::rowOf(qint64 categoryId) const
{
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [categoryId](const Row &row) { return row.id == categoryId; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

int CategoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CategoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == Qt::AccessibleTextRole)
        return row.name + QStringLiteral(", ") + CatalogText::items(row.count);
    return {};
}

Qt::ItemFlags CategoryModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    if (index.isValid() && idAt(index.row()) != 0)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

class CategoryDelegate final : public QStyledItemDelegate
{
public:
    CategoryDelegate(const CategoryModel &model, const Look &look, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_look(look)
    {}

    void setLook(const Look &look) { m_look = look; }
    void setWidth(int width) { m_width = width; }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const TextBlock name = nameBlock(index.row(), m_width);
        return QSize(m_width, qMax(m_look.metrics().lineHeight(), name.height() + m_look.px(20)) + m_look.px(4));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        const QRect rect = option.rect.adjusted(0, m_look.px(2), 0, -m_look.px(2));
        const qreal radius = m_look.px(9);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painting::fillRounded(*painter, rect, radius, theme.ember);
            painting::fillRounded(*painter, rect.adjusted(m_look.px(3), 0, 0, 0), radius, theme.selection);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painting::fillRounded(*painter, rect, radius, theme.raised);
        }
        if (option.state.testFlag(QStyle::State_HasFocus))
            painting::outlineRounded(*painter, rect, radius, theme.focus, m_look.px(2));
        const CategoryModel::Row &row = m_model.rows()[size_t(index.row())];
        const TextBlock name = nameBlock(index.row(), rect.width());
        painter->setPen(theme.text);
        name.draw(*painter, QPoint(rect.left() + m_look.px(14), rect.top() + (rect.height() - name.height()) / 2));
        painter->setFont(m_look.font(TextRole::Caption));
        painter->setPen(theme.muted);
        painter->drawText(rect.adjusted(0, 0, -m_look.px(12), 0), Qt::AlignRight | Qt::AlignVCenter,
                          QString::number(row.count));
        painter->restore();
    }

private:
    TextBlock nameBlock(int row, int width) const
    {
        constexpr int mostLines = 3;
        const CategoryModel::Row &one = m_model.rows()[size_t(row)];
        const int count = QFontMetrics(m_look.font(TextRole::Caption)).horizontalAdvance(QString::number(one.count));
        return TextBlock(one.name, m_look.font(TextRole::CaptionBold), qMax(1, width - count - m_look.px(38)),
                         m_look.lineSpacing(TextRole::CaptionBold), mostLines);
    }

    const CategoryModel &m_model;
    Look m_look;
    int m_width = 200;
};

CategoryList::CategoryList(const Look &look, QWidget *parent)
    : QListView(parent)
    , m_look(look)
    , m_model(new CategoryModel(this))
    , m_delegate(new CategoryDelegate(*m_model, look, this))
{
    setObjectName(QStringLiteral("categoryList"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setResizeMode(QListView::Adjust);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setMouseTracking(true);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_restoring)
            Q_EMIT picked(currentId());
    });
    setCatalog({});
    setCurrentId(0);
}

void CategoryList::setLook(const Look &look)
{
    m_look = look;
    m_delegate->setLook(look);
    scheduleDelayedItemsLayout();
}

void CategoryList::setEditable(bool editable)
{
    m_editable = editable;
    setDragEnabled(editable);
}

void CategoryList::setCatalog(const Catalog &catalog)
{
    m_catalog = catalog;
    std::vector<CategoryModel::Row> rows;
    rows.push_back({0, tr("All"), int(catalog.items.size())});
    QHash<qint64, int> counts;
    for (const Item &item : catalog.items)
        ++counts[item.categoryId];
    for (const Category &category : catalog.categories)
        rows.push_back({category.id, category.name, counts.value(category.id)});
    const qint64 current = currentId();
    m_restoring = true;
    if (!m_model->setRows(std::move(rows)))
        setCurrentId(current);
    m_restoring = false;
    // The one that was shown may have gone.
    if (currentId() != current)
        Q_EMIT picked(currentId());
    scheduleDelayedItemsLayout();
}

qint64 CategoryList::currentId() const
{
    return m_model->idAt(currentIndex().row());
}

void CategoryList::setCurrentId(qint64 categoryId)
{
    const QModelIndex index = m_model->index(qMax(0, m_model->rowOf(categoryId)), 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

QSize CategoryList::sizeHint() const
{
    return QSize(m_look.px(220), m_look.px(300));
}

void CategoryList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setCatalog(Catalog(m_catalog));
    QListView::changeEvent(event);
}

void CategoryList::keyPressEvent(QKeyEvent *event)
{
    const qint64 id = currentId();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::AltModifier) {
            const int row = m_model->rowOf(id);
            const int to = event->key() == Qt::Key_Up ? row - 1 : row + 2;
            if (id != 0 && m_editable && to >= 1 && to <= m_model->rowCount())
                Q_EMIT moveRequested(id, m_model->idAt(to));
            return;
        }
        break;
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && id != 0)
            Q_EMIT editRequested(id);
        return;
    case Qt::Key_Delete:
        if (plain && id != 0)
            Q_EMIT removeRequested(id);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        break;
    default:
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void CategoryList::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    if (currentId() != 0)
        Q_EMIT editRequested(currentId());
}

// ---- dragging

void CategoryList::startDrag(Qt::DropActions)
{
    if (currentId() == 0 || !m_editable)
        return;
    auto *data = new QMimeData;
    data->setData(QLatin1String(CategoryModel::mimeType), QByteArray::number(currentId()));
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->setPixmap(viewport()->grab(visualRect(currentIndex())));
    drag->exec(Qt::MoveAction);
    showDrop(-1, false);
}

int CategoryList::dropRow(QPoint at) const
{
    for (int row = 1; row < m_model->rowCount(); ++row) {
        if (at.y() < visualRect(m_model->index(row, 0)).center().y())
            return row;
    }
    return m_model->rowCount();
}

void CategoryList::showDrop(int row, bool onto)
{
    if (row == m_dropRow && onto == m_dropOnto)
        return;
    m_dropRow = row;
    m_dropOnto = onto;
    viewport()->update();
}

void CategoryList::dragEnterEvent(QDragEnterEvent *event)
{
    const bool fits = m_editable && (event->mimeData()->hasFormat(QLatin1String(CategoryModel::mimeType)) ||
                                     event->mimeData()->hasFormat(QLatin1String(ItemModel::mimeType)));
    if (fits)
        event->acceptProposedAction();
    else
        event->ignore();
}

void CategoryList::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->mimeData()->hasFormat(QLatin1String(CategoryModel::mimeType))) {
        showDrop(dropRow(at), false);
        event->acceptProposedAction();
        return;
    }
    const QModelIndex index = indexAt(at);
    const bool fits = m_editable && event->mimeData()->hasFormat(QLatin1String(ItemModel::mimeType)) &&
                      m_model->idAt(index.row()) != 0;
    showDrop(fits ? index.row() : -1, true);
    if (fits)
        event->acceptProposedAction();
    else
        event->ignore();
}

void CategoryList::dragLeaveEvent(QDragLeaveEvent *)
{
    showDrop(-1, false);
}

void CategoryList::dropEvent(QDropEvent *event)
{
    const QPoint at = event->position().toPoint();
    showDrop(-1, false);
    if (!m_editable)
        return;
    if (event->mimeData()->hasFormat(QLatin1String(CategoryModel::mimeType))) {
        const qint64 id = event->mimeData()->data(QLatin1String(CategoryModel::mimeType)).toLongLong();
        event->acceptProposedAction();
        Q_EMIT moveRequested(id, m_model->idAt(dropRow(at)));
        return;
    }
    const qint64 target = m_model->idAt(indexAt(at).row());
    std::vector<qint64> ids;
    for (const QByteArray &part : event->mimeData()->data(QLatin1String(ItemModel::mimeType)).split(',')) {
        if (const qint64 id = part.toLongLong(); id != 0)
            ids.push_back(id);
    }
    if (target == 0 || ids.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT itemsDropped(ids, target);
}

void CategoryList::resizeEvent(QResizeEvent *event)
{
    // Before the rows are laid out: how high they are follows from how wide they are.
    m_delegate->setWidth(viewport()->width());
    QListView::resizeEvent(event);
}

void CategoryList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_dropRow < 0)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ember = m_look.theme().ember;
    const QRect row = visualRect(m_model->index(qMin(m_dropRow, m_model->rowCount() - 1), 0));
    if (m_dropOnto)
        painting::outlineRounded(painter, row, m_look.px(9), ember, m_look.px(3));
    else
        painter.fillRect(QRect(0,
                               m_dropRow < m_model->rowCount() ? row.top() - m_look.px(1) : row.bottom() - m_look.px(1),
                               viewport()->width(), m_look.px(3)),
                         ember);
}

} // namespace oshaq

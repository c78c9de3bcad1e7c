// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/stafftable.h"

#include <QAbstractTableModel>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace oshaq {

namespace {

constexpr double padding = 12;
constexpr double widestColumn = 420;
constexpr double leastColumn = 96;
constexpr double leastStretching = 190;
constexpr auto wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

TextRole roleOf(const StaffCell &cell)
{
    return cell.tone == StaffCell::Tone::Strong ? TextRole::BodyBold : TextRole::Body;
}

} // namespace

class StaffTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaffTableModel)

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(std::vector<StaffColumn> columns, std::vector<StaffRow> rows)
    {
        beginResetModel();
        m_columns = std::move(columns);
        m_rows = std::move(rows);
        endResetModel();
    }
    const std::vector<StaffColumn> &columns() const { return m_columns; }
    const std::vector<StaffRow> &rows() const { return m_rows; }

    const StaffCell *cell(const QModelIndex &index) const
    {
        const auto &cells = m_rows.at(size_t(index.row())).cells;
        return size_t(index.column()) < cells.size() ? &cells[size_t(index.column())] : nullptr;
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const StaffCell *one = index.isValid() ? cell(index) : nullptr;
        if (!one)
            return {};
        const QString shown = one->second.isEmpty() ? one->text : one->text + QStringLiteral(", ") + one->second;
        if (role == Qt::DisplayRole)
            return shown;
        if (role == Qt::AccessibleTextRole)
            return one->spoken.isEmpty() ? shown : one->spoken;
        return {};
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const StaffColumn &column = m_columns[size_t(section)];
        if (role == Qt::DisplayRole)
            return column.head;
        if (role == Qt::TextAlignmentRole)
            return int(column.alignment | Qt::AlignVCenter);
        return {};
    }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        if (!index.isValid() || m_rows.at(size_t(index.row())).isHeading)
            return Qt::ItemIsEnabled;
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }

private:
    std::vector<StaffColumn> m_columns;
    std::vector<StaffRow> m_rows;
};

namespace {

class StaffDelegate final : public QStyledItemDelegate
{
public:
    StaffDelegate(const Look &look, const StaffTableModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
        , m_model(model)
    {}

    void setLook(const Look &look) { m_look = look; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = m_look.theme();
        const StaffRow &row = m_model.rows().at(size_t(index.row()));
        const QRect area = option.rect;
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->fillRect(area, row.isHeading ? theme.raised : isChosen ? theme.selection : theme.surface);
        painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.line);
        const auto *view = qobject_cast<const QTableView *>(option.widget);
        const bool byRows = view && view->selectionBehavior() == QAbstractItemView::SelectRows;
        if (isChosen && byRows && index.column() == 0)
            painter->fillRect(QRect(area.left(), area.top(), m_look.px(4), area.height()), theme.ember);
        if (isChosen && !byRows && view->hasFocus()) {
            painter->setPen(QPen(theme.focus, m_look.px(2)));
            painter->drawRect(area.adjusted(1, 1, -2, -2));
        }
        if (const StaffCell *cell = m_model.cell(index))
            drawCell(*painter, area, row, *cell, m_model.columns().at(size_t(index.column())).alignment);
    }

private:
    void drawCell(QPainter &painter, const QRect &area, const StaffRow &row, const StaffCell &cell,
                  Qt::Alignment alignment) const
    {
        const Theme &theme = m_look.theme();
        const QRect room = area.adjusted(m_look.px(padding), 0, -m_look.px(padding), 0);
        QColor ink = theme.text;
        if (cell.tone == StaffCell::Tone::Muted)
            ink = theme.muted;
        else if (cell.tone == StaffCell::Tone::Good)
            ink = theme.readyText;
        else if (cell.tone == StaffCell::Tone::Warning)
            ink = theme.soonText;
        painter.setPen(ink);
        if (row.isHeading) {
            painter.setFont(m_look.font(TextRole::CaptionBold));
            painter.setPen(theme.muted);
            painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, cell.text);
            return;
        }
        const QFont font = m_look.font(row.wraps ? TextRole::Caption : roleOf(cell));
        painter.setFont(font);
        if (row.wraps) {
            painter.drawText(room.adjusted(0, m_look.px(8), 0, 0), wrapped, cell.text);
            return;
        }
        const int first = m_look.lineSpacing(roleOf(cell));
        const QStringList lines = cell.second.split(u'\n', Qt::SkipEmptyParts);
        const int small = m_look.lineSpacing(TextRole::Caption);
        int y = room.top() + (room.height() - first - small * int(lines.size())) / 2;
        painter.drawText(QRect(room.left(), y, room.width(), first), int(alignment | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(cell.text, Qt::ElideRight, room.width()));
        y += first;
        painter.setFont(m_look.font(TextRole::Caption));
        painter.setPen(cell.tone == StaffCell::Tone::Warning || cell.tone == StaffCell::Tone::Good ? ink : theme.muted);
        for (const QString &line : lines) {
            painter.drawText(QRect(room.left(), y, room.width(), small), int(alignment | Qt::AlignVCenter),
                             painter.fontMetrics().elidedText(line, Qt::ElideRight, room.width()));
            y += small;
        }
    }

    Look m_look;
    const StaffTableModel &m_model;
};

} // namespace

StaffTable::StaffTable(const Look &look, QWidget *parent)
    : QTableView(parent)
    , m_look(look)
    , m_model(new StaffTableModel(this))
{
    setModel(m_model);
    setItemDelegate(new StaffDelegate(look, *m_model, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (!m_setting && now.isValid())
            Q_EMIT keyChosen(currentKey());
    });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (!m_model->rows().at(size_t(index.row())).isHeading)
            Q_EMIT opened(currentKey(), index.column());
    });
    setLook(look);
}

StaffTable::~StaffTable() = default;

void StaffTable::setLook(const Look &look)
{
    m_look = look;
    static_cast<StaffDelegate *>(itemDelegate())->setLook(look);
    arrange();
    viewport()->update();
}

void StaffTable::setChoosesCells(bool byCells)
{
    setSelectionBehavior(byCells ? QAbstractItemView::SelectItems : QAbstractItemView::SelectRows);
}

const std::vector<StaffRow> &StaffTable::rows() const
{
    return m_model->rows();
}

const std::vector<StaffColumn> &StaffTable::columns() const
{
    return m_model->columns();
}

void StaffTable::setContent(std::vector<StaffColumn> columns, std::vector<StaffRow> rows)
{
    if (columns == m_model->columns() && rows == m_model->rows())
        return;
    const qint64 key = currentKey();
    const int column = std::max(0, currentIndex().column());
    m_setting = true;
    clearSpans();
    m_model->setContent(std::move(columns), std::move(rows));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rows()[size_t(row)].isHeading && m_model->columnCount() > 1)
            setSpan(row, 0, 1, m_model->columnCount());
    }
    m_setting = false;
    arrange();
    setCurrentKey(key);
    if (key != 0 && selectionBehavior() == QAbstractItemView::SelectItems && column < m_model->columnCount()) {
        m_setting = true;
        setCurrentIndex(m_model->index(currentIndex().row(), column));
        m_setting = false;
    }
}

qint64 StaffTable::currentKey() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? m_model->rows()[size_t(row)].key : 0;
}

void StaffTable::setCurrentKey(qint64 key)
{
    m_setting = true;
    const auto &all = m_model->rows();
    const auto found = std::find_if(all.begin(), all.end(), [key](const StaffRow &row) { return row.key == key; });
    if (key == 0 || found == all.end()) {
        selectionModel()->clear();
    } else if (currentKey() != key || !selectionModel()->hasSelection()) {
        const QModelIndex index = m_model->index(int(found - all.begin()), 0);
        selectionModel()->setCurrentIndex(index, selectionBehavior() == QAbstractItemView::SelectRows
                                                     ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows
                                                     : QItemSelectionModel::ClearAndSelect);
    }
    m_setting = false;
}

// ---- room

int StaffTable::naturalWidth(const std::vector<StaffColumn> &columns, const std::vector<StaffRow> &rows,
                             int column) const
{
    int width = QFontMetrics(m_look.font(TextRole::CaptionBold)).horizontalAdvance(columns[size_t(column)].head);
    const QFontMetrics small(m_look.font(TextRole::Caption));
    const QFontMetrics plain(m_look.font(TextRole::Body));
    const QFontMetrics strong(m_look.font(TextRole::BodyBold));
    for (const StaffRow &row : rows) {
        if (row.isHeading || row.wraps || size_t(column) >= row.cells.size())
            continue;
        const StaffCell &cell = row.cells[size_t(column)];
        width = std::max(width, (roleOf(cell) == TextRole::BodyBold ? strong : plain).horizontalAdvance(cell.text));
        for (const QString &line : cell.second.split(u'\n', Qt::SkipEmptyParts))
            width = std::max(width, small.horizontalAdvance(line));
    }
    return std::min(width, m_look.px(widestColumn)) + 2 * m_look.px(padding) + 2;
}

int StaffTable::leastWidth(const StaffColumn &column) const
{
    const int head = QFontMetrics(m_look.font(TextRole::CaptionBold)).horizontalAdvance(column.head);
    return std::max(m_look.px(column.stretches ? leastStretching : leastColumn), head + 2 * m_look.px(padding) + 2);
}

bool StaffTable::hasRoomFor(const std::vector<StaffColumn> &columns, const std::vector<StaffRow> &rows) const
{
    int sum = 0;
    for (int column = 0; column < int(columns.size()); ++column)
        sum += columns[size_t(column)].stretches ? leastWidth(columns[size_t(column)])
                                                 : naturalWidth(columns, rows, column);
    return sum <= viewport()->width();
}

int StaffTable::rowHeightOf(const StaffRow &row) const
{
    if (row.isHeading)
        return m_look.lineSpacing(TextRole::CaptionBold) + m_look.px(16);
    int high = 0;
    if (row.wraps) {
        const QFontMetrics metrics(m_look.font(TextRole::Caption));
        for (int column = 0; column < int(row.cells.size()); ++column) {
            if (isColumnHidden(column))
                continue;
            const int room = std::max(1, columnWidth(column) - 2 * m_look.px(padding));
            high = std::max(
                high,
                metrics.boundingRect(QRect(0, 0, room, 10'000), wrapped, row.cells[size_t(column)].text).height());
        }
        return high + m_look.px(18);
    }
    for (const StaffCell &cell : row.cells) {
        const int lines = int(cell.second.split(u'\n', Qt::SkipEmptyParts).size());
        high = std::max(high, m_look.lineSpacing(TextRole::Body) + lines * m_look.lineSpacing(TextRole::Caption));
    }
    return std::max(high + m_look.px(16), m_look.metrics().lineHeight());
}

void StaffTable::arrange()
{
    const auto &all = m_model->columns();
    if (all.empty() || m_arranging)
        return;
    m_arranging = true;
    const int room = viewport()->width();
    std::vector<int> natural;
    std::vector<bool> isShown(all.size(), true);
    for (int column = 0; column < int(all.size()); ++column)
        natural.push_back(naturalWidth(all, m_model->rows(), column));
    const auto sumOf = [&](bool least) {
        int sum = 0;
        for (size_t i = 0; i < all.size(); ++i)
            sum += !isShown[i] ? 0 : least ? std::min(natural[i], leastWidth(all[i])) : natural[i];
        return sum;
    };
    while (sumOf(true) > room) {
        const auto first = std::max_element(all.begin(), all.end(), [&](const StaffColumn &a, const StaffColumn &b) {
            const auto rank = [&](const StaffColumn &one) {
                return isShown[size_t(&one - all.data())] ? one.leaves : 0;
            };
            return rank(a) < rank(b);
        });
        const auto index = size_t(first - all.begin());
        if (!isShown[index] || first->leaves == 0)
            break;
        isShown[index] = false;
    }
    // Everybody gets what they need; what is short is taken from those that have more than the least, what is over
    // goes to those that stretch.
    std::vector<int> widths = natural;
    int missing = sumOf(false) - room;
    if (missing > 0) {
        const int spare = std::max(1, sumOf(false) - sumOf(true));
        for (size_t i = 0; i < all.size(); ++i) {
            if (isShown[i])
                widths[i] -= std::min(missing, spare) * (natural[i] - std::min(natural[i], leastWidth(all[i]))) / spare;
        }
    }
    int sum = 0;
    int stretching = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        sum += isShown[i] ? widths[i] : 0;
        stretching += isShown[i] && all[i].stretches ? 1 : 0;
    }
    for (size_t i = 0; i < all.size(); ++i) {
        if (isShown[i] && all[i].stretches && room > sum)
            widths[i] += (room - sum) / stretching;
    }
    for (int column = 0; column < int(all.size()); ++column) {
        setColumnHidden(column, !isShown[size_t(column)]);
        if (isShown[size_t(column)])
            setColumnWidth(column, std::max(1, widths[size_t(column)]));
    }
    for (int row = 0; row < m_model->rowCount(); ++row)
        setRowHeight(row, rowHeightOf(m_model->rows()[size_t(row)]));
    m_arranging = false;
}

void StaffTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrange();
}

// ---- keys

void StaffTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & ~Qt::KeypadModifier) == 0 && currentIndex().isValid()) {
        Q_EMIT opened(currentKey(), currentIndex().column());
        return;
    }
    const bool moves = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_Left ||
                       event->key() == Qt::Key_Right || event->key() == Qt::Key_PageUp ||
                       event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (moves && (event->modifiers() & Qt::ControlModifier) == 0)
        QTableView::keyPressEvent(event);
    else
        event->ignore();
}

void StaffTable::focusInEvent(QFocusEvent *event)
{
    // Qt would choose the first row by itself.
    m_setting = true;
    QTableView::focusInEvent(event);
    m_setting = false;
    // The keyboard has to be somewhere.
    if (!currentIndex().isValid()) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (!m_model->rows()[size_t(row)].isHeading) {
                m_setting = true;
                selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
                m_setting = false;
                break;
            }
        }
    }
}

} // namespace oshaq

#include "stafftable.moc"

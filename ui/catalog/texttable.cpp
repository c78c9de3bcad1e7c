// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/texttable.h"

#include <QFontMetrics>

#include <algorithm>
#include <utility>

namespace oshaq {

TextTable::TextTable(const Look &look, QObject *parent)
    : QAbstractTableModel(parent)
    , m_look(look)
{}

void TextTable::setLook(const Look &look)
{
    m_look = look;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TextTable::setRows(const QStringList &head, std::vector<Row> rows)
{
    beginResetModel();
    m_head = head;
    m_rows = std::move(rows);
    for (Row &row : m_rows)
        row.resize(std::size_t(head.size()));
    endResetModel();
}

int TextTable::widthOf(int column) const
{
    const QFontMetrics metrics(m_look.font(TextRole::Body));
    int width = QFontMetrics(m_look.font(TextRole::CaptionBold)).horizontalAdvance(m_head.value(column));
    for (const Row &row : m_rows)
        width = std::max(width, metrics.horizontalAdvance(row[std::size_t(column)].text));
    return width + m_look.px(28);
}

int TextTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_head.size());
}

QVariant TextTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const Cell &cell = m_rows[std::size_t(index.row())][std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell.text;
    case Qt::ForegroundRole:
        return cell.isWrong ? m_look.theme().errorText : m_look.theme().text;
    case Qt::FontRole:
        return m_look.font(cell.isWrong ? TextRole::BodyBold : TextRole::Body);
    default:
        return {};
    }
}

QVariant TextTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_head.value(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    return {};
}

} // namespace oshaq

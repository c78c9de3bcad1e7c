// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/pricetable.h"

#include "ui/common/formats.h"

#include <QFontMetrics>
#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace oshaq {

PriceTable::PriceTable(const Look &look, QObject *parent)
    : QAbstractTableModel(parent)
    , m_look(look)
{}

void PriceTable::setLook(const Look &look)
{
    m_look = look;
    retranslate();
}

void PriceTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void PriceTable::setRows(const std::vector<Item> &items, const std::vector<PriceRow> &rows, const Currency &currency)
{
    beginResetModel();
    m_items = items;
    m_rows = rows;
    m_currency = currency;
    m_itemOfRow.clear();
    m_itemOfRow.reserve(rows.size());
    std::size_t at = 0;
    for (const PriceRow &row : m_rows) {
        // Both are in the same order.
        while (at < m_items.size() && m_items[at].id != row.itemId)
            ++at;
        m_itemOfRow.push_back(at);
    }
    endResetModel();
}

int PriceTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PriceTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PriceTable::nameOf(const PriceRow &row) const
{
    const std::size_t at = m_itemOfRow[std::size_t(&row - m_rows.data())];
    if (at >= m_items.size())
        return {};
    const Item &item = m_items[at];
    if (!row.isOption())
        return item.name;
    const auto group = std::size_t(row.group);
    const auto option = std::size_t(row.option);
    if (group >= item.optionGroups.size() || option >= item.optionGroups[group].options.size())
        return {};
    return QStringLiteral("+ ") + item.optionGroups[group].options[option].name;
}

QString PriceTable::percentOf(const PriceRow &row)
{
    if (row.before <= 0)
        return {};
    // Tenths of a percent, to look at only; prices are below 10^15.
    const qint64 tenths = (row.after - row.before) * 1000 / row.before;
    const QLocale locale;
    QString text = locale.toString(std::abs(tenths) / 10);
    if (std::abs(tenths) % 10 != 0)
        text += locale.decimalPoint() + QString::number(std::abs(tenths) % 10);
    //: A percentage
    return (row.after < row.before ? QStringLiteral("−") : QStringLiteral("+")) + tr("%1 %").arg(text);
}

QString PriceTable::text(const PriceRow &row, int column) const
{
    switch (column) {
    case Dish:
        return nameOf(row);
    case Before:
        return formats::amount(row.before, m_currency);
    case After:
        return row.refusal == PriceRow::Refusal::None ? formats::amount(row.after, m_currency) : QStringLiteral("—");
    case Difference:
        if (row.refusal == PriceRow::Refusal::BelowZero)
            return tr("below zero");
        if (row.refusal == PriceRow::Refusal::TooLarge)
            return tr("too large");
        if (!row.changes())
            return tr("stays");
        return row.isLarge() ? tr("%1 · look").arg(percentOf(row)) : percentOf(row);
    default:
        return {};
    }
}

int PriceTable::widthOf(Column column) const
{
    const QFontMetrics metrics(m_look.font(TextRole::BodyBold));
    int width = QFontMetrics(m_look.font(TextRole::CaptionBold))
                    .horizontalAdvance(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    // Long texts of figures are those of large figures: all of them need not be measured.
    std::vector<const PriceRow *> widest;
    const auto add = [&](auto less) {
        const auto found = std::max_element(m_rows.begin(), m_rows.end(), less);
        if (found != m_rows.end())
            widest.push_back(&*found);
    };
    add([](const PriceRow &a, const PriceRow &b) { return a.before < b.before; });
    add([](const PriceRow &a, const PriceRow &b) { return a.after < b.after; });
    add([](const PriceRow &a, const PriceRow &b) { return a.refusal < b.refusal; });
    add([](const PriceRow &a, const PriceRow &b) { return a.isLarge() < b.isLarge(); });
    add([](const PriceRow &a, const PriceRow &b) { return a.changes() > b.changes(); });
    for (const PriceRow *row : widest)
        width = std::max(width, metrics.horizontalAdvance(text(*row, column)));
    return width + m_look.px(28);
}

QVariant PriceTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PriceRow &row = m_rows[std::size_t(index.row())];
    const bool isRefused = row.refusal != PriceRow::Refusal::None;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Dish ? nameOf(row) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Dish ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ForegroundRole:
        if (isRefused && index.column() != Dish)
            return m_look.theme().errorText;
        if (!row.changes())
            return m_look.theme().faint;
        if (index.column() == Difference && row.isLarge())
            return m_look.theme().soonText;
        return index.column() == Before ? m_look.theme().muted : m_look.theme().text;
    case Qt::FontRole:
        return m_look.font(index.column() == After && row.changes() ? TextRole::BodyBold : TextRole::Body);
    default:
        return {};
    }
}

QVariant PriceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Dish ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Dish:
        return tr("Dish");
    case Before:
        return tr("Now, %1").arg(formats::currencySign(m_currency));
    case After:
        return tr("Then, %1").arg(formats::currencySign(m_currency));
    case Difference:
        return tr("Change");
    default:
        return {};
    }
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/figuretable.h"

#include "ui/statistics/figuremodel.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace oshaq {

namespace {

/// Rows that are measured: a year of days looks alike.
constexpr int measuredRows = 40;

/// A cell that a table program takes as one: no tab, no line.
QString plainCell(const QString &text)
{
    QString plain = text.simplified();
    // Not a formula either, whatever somebody called a dish. A negative figure is none.
    if (!plain.isEmpty() && QStringLiteral("=+@-").contains(plain.front()))
        plain.prepend(QLatin1Char('\''));
    return plain;
}

} // namespace

QString figureTableStyle(const Look &look)
{
    // Figures stand under the words of their head.
    return QStringLiteral("QTableView::item { padding: 0 %1px; border: none; }"
                          "QTableView::item:selected { background: %2; color: %3; }")
        .arg(look.px(12))
        .arg(look.theme().selection.name(), look.theme().text.name());
}

FigureTable::FigureTable(const Look &look, QWidget *parent)
    : QTableView(parent)
    , m_look(look)
    , m_figures(new FigureModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("figureTable"));
    m_sorted->setSourceModel(m_figures);
    m_sorted->setSortRole(FigureModel::sortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_sorted);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    connect(this, &QTableView::doubleClicked, this, &FigureTable::choose);
    setLook(look);
}

void FigureTable::setLook(const Look &look)
{
    m_look = look;
    setStyleSheet(figureTableStyle(look));
    verticalHeader()->setDefaultSectionSize(look.metrics().lineHeight());
    horizontalHeader()->setFixedHeight(look.metrics().lineHeight());
    arrangeColumns();
}

void FigureTable::setChart(const Chart &chart)
{
    m_figures->setChart(chart);
    setAccessibleName(chart.title);
    setAccessibleDescription(chart.sentence);
    arrangeColumns();
}

int FigureTable::sourceRow(int row) const
{
    return m_sorted->mapToSource(m_sorted->index(row, 0)).row();
}

void FigureTable::arrangeColumns()
{
    const QFontMetrics text(m_look.font(TextRole::Body));
    const QFontMetrics head(m_look.font(TextRole::CaptionBold));
    const int pad = m_look.px(36); // of the style, and a little
    const int rows = std::min(m_figures->rowCount(), measuredRows);
    std::vector<int> widths;
    for (int column = 0; column < m_figures->columnCount(); ++column) {
        int wide = head.horizontalAdvance(m_figures->headerData(column, Qt::Horizontal).toString()) + m_look.px(14);
        for (int row = 0; row < rows; ++row)
            wide = std::max(wide, text.horizontalAdvance(m_figures->index(row, column).data().toString()));
        widths.push_back(wide + pad);
    }
    if (widths.empty())
        return;
    // A name may be cut, its tip has it whole; figures may not.
    const int least = std::min(widths.front(), m_look.px(150));
    int left = viewport()->width() - least;
    for (int column = 1; column < int(widths.size()); ++column) {
        const bool fits = widths[size_t(column)] <= left;
        setColumnHidden(column, !fits);
        if (fits) {
            setColumnWidth(column, widths[size_t(column)]);
            left -= widths[size_t(column)];
        }
    }
    setColumnWidth(0, std::max(1, least + std::max(0, left)));
}

void FigureTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

void FigureTable::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int row = sourceRow(index.row());
    if (m_figures->chart().rows[size_t(row)].drill)
        Q_EMIT rowChosen(row);
}

QString FigureTable::tsv() const
{
    QString text;
    const auto addLine = [&text](const QStringList &cells) {
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QStringList cells;
    for (int column = 0; column < m_figures->columnCount(); ++column)
        cells << m_figures->headerData(column, Qt::Horizontal).toString();
    addLine(cells);
    QModelIndexList chosen = selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const bool wanted = chosen.isEmpty() || std::any_of(chosen.begin(), chosen.end(),
                                                            [row](const QModelIndex &one) { return one.row() == row; });
        if (!wanted)
            continue;
        cells.clear();
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            cells << plainCell(m_sorted->index(row, column).data().toString());
        addLine(cells);
    }
    return text;
}

void FigureTable::copy() const
{
    QGuiApplication::clipboard()->setText(tsv());
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat()) {
        choose(currentIndex());
    } else if (event->key() == Qt::Key_Escape || !event->text().trimmed().isEmpty()) {
        // Letters are keys of the page, not a search.
        event->ignore();
    } else {
        QTableView::keyPressEvent(event);
    }
}

} // namespace oshaq

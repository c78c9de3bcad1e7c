// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/statistics/chart.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace oshaq {

class FigureModel;

/// The same figures as its chart: sorted by a touch on a head, copied as TSV with Ctrl+C, Enter asks for the orders of
/// a row. Columns that have no room are left out from the right; what is copied has them all.
class FigureTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureTable)

public:
    explicit FigureTable(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setChart(const Chart &chart);
    FigureModel *figures() const { return m_figures; }
    /// Of the chart's rows, as it is sorted now.
    int sourceRow(int row) const;
    /// The chosen rows, or all when none is; heads first.
    QString tsv() const;
    void copy() const;

Q_SIGNALS:
    /// The orders of that row of the chart are wanted.
    void rowChosen(int sourceRow);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrangeColumns();
    void choose(const QModelIndex &index);

    Look m_look;
    FigureModel *m_figures;
    QSortFilterProxyModel *m_sorted;
};

/// Of tables on the page and in its sheets.
QString figureTableStyle(const Look &look);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/statistics/chart.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace oshaq {

class ChartCanvas;
class ChartLegend;
class ChoiceRow;
class FigureTable;
class TouchButton;

/// A chart in its frame: title, legend, what it can be of, and the table with the same figures at the touch of a key.
class ChartCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartCard)

public:
    ChartCard(ChartId id, const Look &look, QWidget *parent = nullptr);

    ChartId id() const { return m_id; }
    void setLook(const Look &look);
    void setChart(const Chart &chart);
    const Chart &chart() const { return m_chart; }
    int variant() const;
    bool showsTable() const { return m_showsTable; }
    void showTable(bool table);
    /// Words of its controls; the chart's come with it.
    void retranslate();

    ChartCanvas *canvas() const { return m_canvas; }
    FigureTable *table() const { return m_table; }
    TouchButton *tableButton() const { return m_tableButton; }
    TouchButton *copyButton() const { return m_copy; }
    ChoiceRow *choice() const { return m_choice; }

Q_SIGNALS:
    void variantPicked();
    void ordersAsked(const DrillQuery &query, const QString &name);
    void heightChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// The choice stands beside the title where it has room, under it where it has not.
    void arrangeHead();
    void updateHeight();
    void showParts();

    ChartId m_id;
    Look m_look;
    Chart m_chart;
    bool m_showsTable = false;
    QVBoxLayout *m_layout;
    QHBoxLayout *m_head;
    bool m_isChoiceInHead = false;
    QLabel *m_title;
    ChartLegend *m_legend;
    TouchButton *m_tableButton;
    TouchButton *m_copy;
    ChoiceRow *m_choice = nullptr;
    ChartCanvas *m_canvas;
    QLabel *m_empty;
    FigureTable *m_table;
    QLabel *m_note;
};

} // namespace oshaq

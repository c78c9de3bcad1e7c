// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/orders/ordersmodel.h"

#include <QPoint>
#include <QTableView>

#include <array>

namespace oshaq {

class OrdersDelegate;

/// Widths of the table's columns, in device-independent pixels.
struct ColumnWidths
{
    std::array<int, OrdersModel::ColumnCount> least{};   ///< below it the column is not shown
    std::array<int, OrdersModel::ColumnCount> natural{}; ///< more than that helps nobody, but for Items

    /// 0: not shown. What a person on the phone can do without goes first: when it was placed, the dishes, how it is
    /// paid, where it goes, the total, the guest. Number, status and age always stay. The sum is `available`.
    std::array<int, OrdersModel::ColumnCount> fit(int available) const;
};

/// The orders as rows that a finger can hit, painted in our look. It never scrolls sideways: what does not fit is not
/// shown. Keys that do not move the choice are left to the page.
class OrdersTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrdersTable)

public:
    explicit OrdersTable(const Look &look, QWidget *parent = nullptr);
    ~OrdersTable() override;

    void setLook(const Look &look);
    const Look &look() const { return m_look; }
    void setOrdersModel(OrdersModel *model);
    /// A finger or a button is on it, or was a moment ago: rows must not move now.
    bool isTouched() const;
    /// After the language or the look has changed.
    void arrangeColumns();
    /// 0: none.
    qint64 currentOrder() const;
    QRect rowRect(int row) const;
    /// While the choice is not shown, arrows go on from where it was.
    void rememberRow(int row) { m_lastRow = row; }

    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    /// A head was clicked.
    void sortRequested(int column);
    /// The last rows are in sight, or nearly.
    void endReached();
    /// No finger is on it any more.
    void released();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateAges();
    ColumnWidths wantedWidths() const;
    void step(int by);

    Look m_look;
    OrdersModel *m_model = nullptr;
    OrdersDelegate *m_delegate;
    bool m_pressed = false;
    bool m_isFinger = false; ///< what presses is no mouse
    bool m_isSwipe = false;  ///< and it went so far that it scrolls
    QPoint m_pressedAt;
    int m_scrollAtPress = 0;
    int m_lastRow = -1;
};

} // namespace oshaq

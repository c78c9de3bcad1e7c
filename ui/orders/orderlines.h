// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "ui/common/look.h"

#include <QAbstractButton>

#include <map>
#include <set>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class TouchButton;

/// One dish of the detail: quantity, name, options, note, how far it is, what it costs. While dishes are chosen it is a
/// check box as large as itself.
class OrderLineRow final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderLineRow)

public:
    explicit OrderLineRow(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setLine(const OrderLine &line, bool added, const Currency &currency);
    const OrderLine &line() const { return m_line; }
    /// Checkable, and reached by Tab; `may`: this one can be chosen.
    void setChoosing(bool choosing, bool may);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Part
    {
        QString text;
        TextRole role;
        QColor colour;
    };
    std::vector<Part> parts() const;
    QString amountText() const;
    int left() const;
    int textWidth(int width) const;
    /// Paints when there is a painter; returns the height.
    int lay(QPainter *painter, int width) const;

    Look m_look;
    OrderLine m_line;
    Currency m_currency;
    bool m_added = false;
    bool m_choosing = false;
    bool m_may = true;
};

/// The dishes of an order, in courses. Updated in place: what stays keeps its focus and its check mark.
class OrderLines final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderLines)

public:
    explicit OrderLines(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setOrder(const Order &order, bool mayFire);
    /// Choosing dishes: only those of `choosable`.
    void setChoosing(bool choosing, const std::set<qint64> &choosable);
    bool isChoosing() const { return m_choosing; }
    std::vector<qint64> chosen() const;
    OrderLineRow *rowOf(qint64 lineId) const;
    /// The first that can be chosen has the focus.
    void focusFirst();

Q_SIGNALS:
    void choiceChanged();
    void fireRequested(int course);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void apply();

    struct CourseHead
    {
        int course = 0;
        QWidget *bar = nullptr;
        QLabel *name = nullptr;
        TouchButton *fire = nullptr;
    };

    Look m_look;
    Order m_order;
    bool m_mayFire = false;
    bool m_choosing = false;
    std::set<qint64> m_choosable;
    QVBoxLayout *m_layout;
    std::vector<OrderLineRow *> m_rows;
    std::vector<CourseHead> m_heads;
    std::vector<std::pair<qint64, int>> m_shape; ///< line and course, as built
};

} // namespace oshaq

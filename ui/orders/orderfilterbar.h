// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/orders/ordersfilter.h"

#include <QWidget>

#include <array>

class QComboBox;

namespace oshaq {

class ChoiceRow;

/// Which orders are shown: statuses with their counts, days, how they go out, how they are paid. Statuses become a list
/// of their own where they do not fit in one line.
class OrderFilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderFilterBar)

public:
    using Counts = std::array<int, OrdersFilter::allShows.size()>;

    explicit OrderFilterBar(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    const OrdersFilter &filter() const { return m_filter; }
    void setFilter(const OrdersFilter &filter);
    /// Of each status; -1: not known, no number is shown.
    void setCounts(const Counts &counts);

Q_SIGNALS:
    /// By a person.
    void filterChanged(const oshaq::OrdersFilter &filter);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showFilter();
    void arrange();
    void handlePicked();

    Look m_look;
    OrdersFilter m_filter;
    Counts m_counts{};
    ChoiceRow *m_shows;
    QComboBox *m_showList;
    QComboBox *m_days;
    QComboBox *m_fulfilment;
    QComboBox *m_paid;
    int m_height = 0;
};

} // namespace oshaq

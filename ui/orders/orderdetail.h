// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"
#include "ui/common/look.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/orderactlist.h"

#include <QWidget>

#include <optional>
#include <set>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace oshaq {

class AllergyBand;
class GuestPanel;
class HistoryPanel;
class OrderLines;
class StateView;
class StatusChip;
class TouchButton;

/// The chosen order at the right: all of it, and what can be done with it. What it is for stands below, always in the
/// same place; what it says scrolls.
class OrderDetail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderDetail)

public:
    explicit OrderDetail(const Look &look, QWidget *parent = nullptr);
    ~OrderDetail() override;

    void setLook(const Look &look);
    void clear();
    /// `earlier`: from the archive, read-only.
    void setOrder(const DeskOrder &desk, bool earlier, const OrderActList &acts, const ZoneClock &clock, qint64 nowMs);
    const std::optional<DeskOrder> &order() const { return m_desk; }
    bool isEarlier() const { return m_earlier; }
    const OrderActList &acts() const { return m_acts; }
    /// A button that leads back to the list: where the detail covers it.
    void setBackVisible(bool visible);
    void setGuestVisible(bool visible);

    /// Dishes are chosen to be voided.
    void setChoosing(bool choosing, const std::set<qint64> &choosable);
    bool isChoosing() const;

    OrderLines *lines() const { return m_lines; }
    HistoryPanel *history() const { return m_history; }
    GuestPanel *guest() const { return m_guest; }
    TouchButton *moreButton() const { return m_more; }

Q_SIGNALS:
    void actRequested(oshaq::OrderAct::Kind kind);
    void moreRequested();
    void fireRequested(int course);
    void backRequested();
    void voidRequested();
    void choosingEnded();
    void pastOrderRequested(qint64 orderId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshButtons();
    void arrangeButtons();

    Look m_look;
    std::optional<DeskOrder> m_desk;
    bool m_earlier = false;
    OrderActList m_acts;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;

    StateView *m_state;
    QWidget *m_whole;
    TouchButton *m_back;
    QLabel *m_number;
    StatusChip *m_chip;
    QLabel *m_where;
    QLabel *m_pending;
    AllergyBand *m_allergy;
    QScrollArea *m_scroll;
    QLabel *m_note;
    OrderLines *m_lines;
    QGridLayout *m_costs;
    QLabel *m_subtotalName;
    QLabel *m_subtotal;
    QLabel *m_deliveryName;
    QLabel *m_delivery;
    QLabel *m_totalName;
    QLabel *m_total;
    QLabel *m_paymentName;
    QLabel *m_due;
    QLabel *m_waits;
    HistoryPanel *m_history;
    GuestPanel *m_guest;
    QWidget *m_footer;
    QWidget *m_buttonBox; ///< the buttons in it are placed by hand: they wrap
    TouchButton *m_primary;
    TouchButton *m_refuse;
    TouchButton *m_pay;
    TouchButton *m_print;
    TouchButton *m_more;
    TouchButton *m_keep;
    TouchButton *m_void;
    std::vector<TouchButton *> m_buttons; ///< in the order in which they are placed
};

} // namespace oshaq

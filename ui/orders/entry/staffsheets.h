// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "models/terminal/courierport.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/tillport.h"
#include "ui/common/look.h"
#include "ui/orders/ordersheets.h"

class QWidget;

namespace oshaq {

class AddLinesSheet;
class DrawerSheet;
class CourierSheet;
class EditOrderSheet;
class EntrySheet;
class JoinSheet;
class NewOrderSheet;
class PaySheet;
class ReasonSheet;
class RefundSheet;
class SplitSheet;

/// The sheets in which staff take and change orders, over a page. The page owns the widgets; this only opens them.
class StaffSheets final : public OrderSheets
{
    Q_DISABLE_COPY_MOVE(StaffSheets)

public:
    /// Ports and link must outlive `page`, which owns the sheets; it must outlive every call.
    StaffSheets(OrdersPort &port, ArchivePort &archive, TillPort &till, const LinkStatus &link, const Look &look,
                QWidget *page);

    /// Without it nobody is asked who brings an order. Must outlive the page.
    void useCouriers(CourierPort &couriers);

    void setLook(const Look &look) override;

    void newOrder(const std::optional<NewOrder> &prefill) override;
    void addLines(qint64 orderId) override;
    void edit(qint64 orderId) override;
    void split(qint64 orderId) override;
    void join(qint64 orderId) override;
    void pay(qint64 orderId) override;
    void refund(qint64 orderId, const QString &number) override;
    void drawer() override;
    void deliver(qint64 orderId) override;
    void askReason(const QString &title, const QStringList &reasons,
                   const std::function<void(const QString &reason)> &done) override;

    NewOrderSheet *newOrderSheet() const { return m_newOrder; }
    AddLinesSheet *addLinesSheet() const { return m_addLines; }
    EditOrderSheet *editSheet() const { return m_edit; }
    SplitSheet *splitSheet() const { return m_split; }
    JoinSheet *joinSheet() const { return m_join; }
    PaySheet *paySheet() const { return m_pay; }
    RefundSheet *refundSheet() const { return m_refund; }
    DrawerSheet *drawerSheet() const { return m_drawer; }
    CourierSheet *courierSheet() const { return m_courier; }
    ReasonSheet *reasonSheet() const { return m_reason; }

private:
    /// The others go, with what was typed in them kept.
    void makePlace();
    bool isOpenOrder(qint64 orderId) const;

    OrdersPort &m_port;
    Look m_look;
    QWidget *m_page;
    NewOrderSheet *m_newOrder;
    AddLinesSheet *m_addLines;
    EditOrderSheet *m_edit;
    SplitSheet *m_split;
    JoinSheet *m_join;
    PaySheet *m_pay;
    RefundSheet *m_refund;
    DrawerSheet *m_drawer;
    ReasonSheet *m_reason;
    CourierSheet *m_courier = nullptr;
};

} // namespace oshaq

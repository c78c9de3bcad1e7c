// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/staffsheets.h"

#include "ui/orders/entry/addlinessheet.h"
#include "ui/orders/entry/couriersheet.h"
#include "ui/orders/entry/drawersheet.h"
#include "ui/orders/entry/editordersheet.h"
#include "ui/orders/entry/joinsheet.h"
#include "ui/orders/entry/newordersheet.h"
#include "ui/orders/entry/paysheet.h"
#include "ui/orders/entry/reasonsheet.h"
#include "ui/orders/entry/refundsheet.h"
#include "ui/orders/entry/splitsheet.h"

namespace oshaq {

StaffSheets::StaffSheets(OrdersPort &port, ArchivePort &archive, TillPort &till, const LinkStatus &link,
                         const Look &look, QWidget *page)
    : m_port(port)
    , m_look(look)
    , m_page(page)
    , m_newOrder(new NewOrderSheet(port, archive, link, look, page))
    , m_addLines(new AddLinesSheet(port, look, page))
    , m_edit(new EditOrderSheet(port, look, page))
    , m_split(new SplitSheet(port, archive, look, page))
    , m_join(new JoinSheet(port, archive, look, page))
    , m_pay(new PaySheet(port, archive, till, look, page))
    , m_refund(new RefundSheet(port, archive, till, look, page))
    , m_drawer(new DrawerSheet(port, till, look, page))
    , m_reason(new ReasonSheet(look, page))
{}

void StaffSheets::useCouriers(CourierPort &couriers)
{
    m_courier = new CourierSheet(m_port, couriers, m_look, m_page);
}

void StaffSheets::setLook(const Look &look)
{
    m_look = look;
    if (m_courier)
        m_courier->adoptLook(look);
    for (EntrySheet *sheet : std::initializer_list<EntrySheet *>{m_newOrder, m_addLines, m_edit, m_split, m_join, m_pay,
                                                                 m_refund, m_drawer})
        sheet->adoptLook(look);
    m_reason->adoptLook(look);
}

bool StaffSheets::isOpenOrder(qint64 orderId) const
{
    const auto entry = m_port.order(orderId);
    return entry && !isClosed(entry->order.status);
}

void StaffSheets::makePlace()
{
    if (m_newOrder->isOpen()) {
        m_newOrder->keepDraft();
        m_newOrder->close();
    }
    if (m_addLines->isOpen()) {
        m_addLines->keepLines();
        m_addLines->close();
    }
    if (m_courier)
        m_courier->close();
    for (Sheet *sheet : std::initializer_list<Sheet *>{m_edit, m_split, m_join, m_pay, m_refund, m_drawer, m_reason})
        sheet->close();
}

void StaffSheets::newOrder(const std::optional<NewOrder> &prefill)
{
    if (!m_newOrder->isOpen())
        makePlace();
    m_newOrder->begin(prefill);
}

void StaffSheets::addLines(qint64 orderId)
{
    if (!isOpenOrder(orderId))
        return;
    makePlace();
    m_addLines->begin(orderId);
}

void StaffSheets::edit(qint64 orderId)
{
    if (!isOpenOrder(orderId))
        return;
    makePlace();
    m_edit->begin(orderId);
}

void StaffSheets::split(qint64 orderId)
{
    if (!isOpenOrder(orderId))
        return;
    makePlace();
    m_split->begin(orderId);
}

void StaffSheets::join(qint64 orderId)
{
    if (!isOpenOrder(orderId))
        return;
    makePlace();
    m_join->begin(orderId);
}

void StaffSheets::pay(qint64 orderId)
{
    // A guest who left without paying is no reason not to take their money.
    const auto entry = m_port.order(orderId);
    if (!entry || entry->order.status == OrderStatus::Cancelled)
        return;
    makePlace();
    m_pay->begin(orderId);
}

void StaffSheets::refund(qint64 orderId, const QString &number)
{
    if (orderId <= 0)
        return;
    makePlace();
    m_refund->begin(orderId, number);
}

void StaffSheets::drawer()
{
    makePlace();
    m_drawer->begin();
}

void StaffSheets::deliver(qint64 orderId)
{
    if (!m_courier || !isOpenOrder(orderId))
        return;
    makePlace();
    m_courier->begin(orderId);
}

void StaffSheets::askReason(const QString &title, const QStringList &reasons,
                            const std::function<void(const QString &reason)> &done)
{
    makePlace();
    m_reason->begin(title, reasons, done);
}

} // namespace oshaq

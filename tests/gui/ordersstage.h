// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faketill.h"
#include "tests/support/orderssample.h"
#include "ui/common/band.h"
#include "ui/orders/entry/staffsheets.h"
#include "ui/orders/ordersmodel.h"
#include "ui/orders/orderspage.h"
#include "ui/orders/orderstable.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointingDevice>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace oshaq::test {

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// What the page asked the sheets for; reasons are answered at once.
class RecordingSheets final : public OrderSheets
{
public:
    void setLook(const Look &) override {}
    void newOrder(const std::optional<NewOrder> &prefill) override
    {
        asked << QStringLiteral("new");
        prefilled = prefill;
    }
    void addLines(qint64 orderId) override { asked << QStringLiteral("add %1").arg(orderId); }
    void edit(qint64 orderId) override { asked << QStringLiteral("edit %1").arg(orderId); }
    void split(qint64 orderId) override { asked << QStringLiteral("split %1").arg(orderId); }
    void join(qint64 orderId) override { asked << QStringLiteral("join %1").arg(orderId); }
    void pay(qint64 orderId) override { asked << QStringLiteral("pay %1").arg(orderId); }
    void refund(qint64 orderId, const QString &number) override
    {
        asked << QStringLiteral("refund %1 %2").arg(QString::number(orderId), number);
    }
    void drawer() override { asked << QStringLiteral("drawer"); }
    void deliver(qint64 orderId) override { asked << QStringLiteral("deliver %1").arg(orderId); }
    void askReason(const QString &title, const QStringList &reasons,
                   const std::function<void(const QString &)> &done) override
    {
        asked << QStringLiteral("reason");
        lastTitle = title;
        if (!reasons.isEmpty() && answersReason)
            done(reasons.first());
    }

    QStringList asked;
    QString lastTitle;
    bool answersReason = true;
    std::optional<NewOrder> prefilled;
};

/// An orders page over an evening of the test.
class OrdersStage
{
protected:
    void prepare();
    void close();
    void show(QSize size = QSize(1836, 1000), const Look &look = Look(lightTheme()));
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_page->table();
        QTest::keyClick(target, Qt::Key(code), modifiers);
        QCoreApplication::processEvents();
    }
    void tap(QWidget *widget, QPoint at)
    {
        QTest::touchEvent(m_page->window(), m_finger).press(0, widget->mapTo(m_page->window(), at));
        QTest::touchEvent(m_page->window(), m_finger).release(0, widget->mapTo(m_page->window(), at));
        QCoreApplication::processEvents();
    }
    void tap(QWidget *widget) { tap(widget, widget->rect().center()); }
    void tapRow(qint64 id)
    {
        tap(m_page->table()->viewport(), m_page->table()->rowRect(m_page->model()->rowOf(id)).center());
    }
    template <typename T> T *find(const char *name) const
    {
        T *widget = m_page->findChild<T *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    qint64 idOf(const char *number) const
    {
        for (const DeskOrder &desk : m_port->orders()) {
            if (desk.order.number == s(number))
                return desk.order.id;
        }
        return 0;
    }
    OrderStatus statusOf(qint64 id) const { return m_port->order(id)->order.status; }
    void choose(const char *number)
    {
        m_page->chooseOrder(idOf(number));
        m_page->table()->setFocus();
    }
    QString notice() const { return find<Band>("noticeBand")->message(); }
    QStringList shown() const
    {
        QStringList numbers;
        for (int row = 0; row < m_page->model()->rowCount(); ++row) {
            if (!m_page->model()->isSection(row))
                numbers << m_page->model()->rowAt(row).desk.order.number;
        }
        return numbers;
    }
    void search(const char *words)
    {
        auto *edit = find<QLineEdit>("orderSearch");
        edit->setFocus();
        QTest::keyClicks(edit, s(words));
    }
    void finishByOthers(qint64 id)
    {
        // The kitchen makes it.
        m_port->orderRow(id).status = OrderStatus::Ready;
        ++m_port->orderRow(id).version;
        m_port->changed();
    }

    std::unique_ptr<FakeOrdersPort> m_port;
    std::unique_ptr<FakeArchivePort> m_archive;
    std::unique_ptr<FakePrinterPort> m_printers;
    std::unique_ptr<LinkStatus> m_link;
    std::unique_ptr<RecordingSheets> m_sheets;
    std::unique_ptr<OrdersPage> m_page;
    QPointingDevice *m_finger = QTest::createTouchDevice();
};

} // namespace oshaq::test

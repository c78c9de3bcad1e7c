// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/entryscenes.h"
#include "ui/common/application.h"

#include <QApplication>
#include <QListView>
#include <QPointingDevice>
#include <QTest>

#include <memory>

namespace oshaq::test {

/// The sheets in which staff take and change orders: real keys, real fingers.
class EntryStage
{
protected:
    using Desk = entryscenes::Desk;

    void prepare()
    {
        const Look look(lightTheme());
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), look);
        m_desk = std::make_unique<Desk>(look, QSize(1280, 800));
        QVERIFY(QTest::qWaitForWindowExposed(&m_desk->page));
        m_desk->page.activateWindow();
    }
    NewOrderSheet *sheet() const { return m_desk->sheets.newOrderSheet(); }
    QWidget *focus() const { return m_desk->page.focusWidget(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(focus(), key, modifiers);
    }

    void type(const QString &text) const { QTest::keyClicks(focus(), text); }

    void tap(QWidget *widget) const
    {
        m_desk->settle();
        touch(widget, widget->rect().center());
    }

    void touch(QWidget *widget, QPoint at) const
    {
        // A finger meets the window; who is under it, Qt finds out.
        QWidget *page = &m_desk->page;
        const QPoint there = widget->mapTo(page, at);
        QTest::touchEvent(page, m_finger).press(0, there, page);
        QTest::touchEvent(page, m_finger).release(0, there, page);
        m_desk->settle();
    }

    void tapTile(const QString &dish) const
    {
        QListView *tiles = sheet()->builder()->picker()->tiles();
        for (int row = 0; row < tiles->model()->rowCount(); ++row) {
            const QModelIndex index = tiles->model()->index(row, 0);
            if (index.data().toString() != dish)
                continue;
            tiles->scrollTo(index);
            touch(tiles->viewport(), tiles->visualRect(index).center());
            return;
        }
        QFAIL("no such dish");
    }

    PaySheet *openPay(const QString &number) const
    {
        m_desk->sheets.pay(m_desk->orderId(number));
        m_desk->settle();
        return m_desk->sheets.paySheet();
    }

    void scenes() const
    {
        QTest::addColumn<int>("scene");
        const auto all = entryscenes::all();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].name)) << int(i);
    }

    std::unique_ptr<Desk> m_desk;
    QPointingDevice *m_finger = QTest::createTouchDevice();
};

} // namespace oshaq::test

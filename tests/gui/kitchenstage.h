// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakekitchen.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace oshaq::test {

/// A kitchen page in its window, over a kitchen of the test.
class KitchenStage
{
protected:
    void prepare();
    void close();
    void openWindow();
    void show(int tickets = 0, QSize size = QSize(1920, 1080));
    void press(int key, const QString &text = {})
    {
        QTest::sendKeyEvent(QTest::Click, m_page->view(), Qt::Key(key), text, Qt::NoModifier);
    }
    void tap(const QRect &rect)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, rect.center());
    }
    template <typename T> T *find(const char *name) const
    {
        T *widget = m_window->findChild<T *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    qint64 idOf(const QString &number) const;
    OrderStatus statusOf(qint64 id) { return m_port->order(id).status; }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeKitchenPort> m_port;
    std::unique_ptr<LinkStatus> m_link;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<MainWindow> m_window;
    KitchenPage *m_page = nullptr;
    TicketView *m_view = nullptr;
};

} // namespace oshaq::test

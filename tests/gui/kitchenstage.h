// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakekitchen.h"
#include "ui/kitchen/alertsound.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/mainwindow.h"

#include <QPaintEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>
#include <vector>

namespace oshaq::test {

/// Collects what a widget was asked to paint.
class PaintRecorder final : public QObject
{
public:
    explicit PaintRecorder(QWidget *widget) { widget->installEventFilter(this); }

    QRegion take() { return std::exchange(m_region, QRegion()); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

/// What a cook would hear.
class SoundRecorder final : public AlertSound
{
public:
    void play(Alert alert) override { heard.push_back(alert); }

    std::vector<Alert> heard;
};

inline int area(const QRegion &region)
{
    int sum = 0;
    for (const QRect &rect : region)
        sum += rect.width() * rect.height();
    return sum;
}

/// A kitchen page in its window, over a kitchen of the test.
class KitchenStage
{
protected:
    void close();
    void prepare();
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

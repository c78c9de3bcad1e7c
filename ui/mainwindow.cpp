// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/common/icons.h"
#include "ui/common/navigationrail.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/kitchenpage.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QIcon>
#include <QKeyEvent>
#include <QScreen>
#include <QSettings>
#include <QWindow>

namespace oshaq {

namespace {

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String fullScreenKey("window/fullScreen");
constexpr QSize smallestWindow(900, 560);

} // namespace

MainWindow::MainWindow(KitchenPort &kitchen, LinkStatus &link, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_look(darkTheme(), Metrics::forScreen(screen(), QSize()))
    , m_rail(new NavigationRail(m_look, this))
    , m_kitchen(new KitchenPage(kitchen, link, m_look, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Oshaq"));
    QIcon icon;
    for (int size : {16, 32, 48, 128, 256})
        icon.addPixmap(iconPixmap(QStringLiteral("mark"), size, m_look.theme().text, 1));
    setWindowIcon(icon);
    setMinimumSize(smallestWindow);

    m_rail->addPage(QStringLiteral("kitchen"), tr("Kitchen"));
    connect(m_rail->fullScreenButton(), &TouchButton::clicked, this, &MainWindow::toggleFullScreen);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(m_kitchen, 1);

    if (!restoreGeometry(m_settings.value(geometryKey).toByteArray())) {
        // First start: as large as a kitchen wants it without covering the desktop's own bars.
        const QSize available = screen() ? screen()->availableSize() : QSize(1280, 800);
        resize(available.boundedTo(QSize(1920, 1080)).expandedTo(smallestWindow));
    }
    if (m_settings.value(fullScreenKey).toBool())
        setWindowState(windowState() | Qt::WindowFullScreen);
    m_kitchen->useSettings(m_settings);
    m_kitchen->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::updateLook()
{
    const Look look(m_look.theme(), Metrics::forScreen(screen(), size()));
    if (look == m_look)
        return;
    m_look = look;
    m_rail->setLook(look);
    m_kitchen->setLook(look);
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F11 && !event->isAutoRepeat())
        toggleFullScreen();
    else
        QWidget::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *)
{
    updateLook();
}

void MainWindow::showEvent(QShowEvent *)
{
    updateLook();
    if (m_watchesScreen || !windowHandle())
        return;
    m_watchesScreen = true;
    connect(windowHandle(), &QWindow::screenChanged, this, &MainWindow::updateLook);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    m_settings.setValue(fullScreenKey, isFullScreen());
    QWidget::closeEvent(event);
}

} // namespace oshaq

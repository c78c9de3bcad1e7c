// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/common/application.h"
#include "ui/common/icons.h"
#include "ui/common/navigationrail.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QIcon>
#include <QKeyEvent>
#include <QPalette>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QWindow>

#include <algorithm>

namespace oshaq {

namespace {

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String fullScreenKey("window/fullScreen");
constexpr QLatin1String pageKey("window/page");
constexpr QSize smallestWindow(900, 560);
constexpr int mostNumberedPages = 9;

} // namespace

MainWindow::MainWindow(Pages pages, DisplaySettings &display, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_display(display)
    , m_stack(new QStackedWidget(this))
{
    Q_ASSERT(!pages.empty());
    setObjectName(QStringLiteral("mainWindow"));
    QIcon icon;
    for (int size : {16, 32, 48, 128, 256})
        icon.addPixmap(iconPixmap(QStringLiteral("mark"), size, darkTheme().text, 1));
    setWindowIcon(icon);
    setMinimumSize(smallestWindow);

    m_rail = new NavigationRail(Look(darkTheme(), Metrics::forScreen(screen(), QSize())), this);
    for (auto &page : pages) {
        const int index = int(m_pages.size());
        const bool atFoot = page->standsAtFoot();
        //: Keys on the keyboard, %1 is a digit
        m_rail->addPage(page->iconName(), tr("Ctrl+%1").arg(atFoot ? 0 : index + 1), atFoot);
        page->setObjectName(page->objectName().isEmpty() ? page->key() + QStringLiteral("Page") : page->objectName());
        m_pages.push_back(page.release());
        m_stack->addWidget(m_pages.back());
    }
    connect(m_rail, &NavigationRail::pageChosen, this, &MainWindow::setCurrent);
    connect(m_rail, &NavigationRail::left, this, [this] { currentPage()->enter(); });
    connect(m_rail->fullScreenButton(), &TouchButton::clicked, this, &MainWindow::toggleFullScreen);
    connect(&m_display, &DisplaySettings::lookChanged, this, &MainWindow::updateLook);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(m_stack, 1);
    retranslate();

    if (!restoreGeometry(m_settings.value(geometryKey).toByteArray())) {
        // First start: as large as a kitchen wants it without covering the desktop's own bars.
        const QSize available = screen() ? screen()->availableSize() : QSize(1280, 800);
        resize(available.boundedTo(QSize(1920, 1080)).expandedTo(smallestWindow));
    }
    if (m_settings.value(fullScreenKey).toBool())
        setWindowState(windowState() | Qt::WindowFullScreen);
    for (Page *page : m_pages)
        page->useSettings(m_settings);
    if (!showPage(m_settings.value(pageKey).toString()))
        setCurrent(0);
}

MainWindow::~MainWindow() = default;

// ---- pages

Page *MainWindow::currentPage() const
{
    return m_pages.at(size_t(m_current));
}

Page *MainWindow::page(const QString &key) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(), [&](const Page *one) { return one->key() == key; });
    return found == m_pages.end() ? nullptr : *found;
}

bool MainWindow::showPage(const QString &key)
{
    for (int index = 0; index < int(m_pages.size()); ++index) {
        if (m_pages[size_t(index)]->key() == key) {
            setCurrent(index);
            return true;
        }
    }
    return false;
}

void MainWindow::setCurrent(int index)
{
    if (index != m_current) {
        if (m_current >= 0 && !currentPage()->standsAtFoot())
            m_before = m_current;
        m_current = index;
        m_rail->setCurrentPage(index);
        m_settings.setValue(pageKey, currentPage()->key());
        updateLook();
        m_stack->setCurrentIndex(index);
    }
    currentPage()->enter();
}

// ---- look and language

Look MainWindow::lookOf(bool prefersDark) const
{
    using Wanted = DisplaySettings::Theme;
    const bool dark = m_display.theme() == Wanted::Dark || (m_display.theme() == Wanted::ByPage && prefersDark);
    return Look(dark ? darkTheme() : lightTheme(),
                Metrics::forScreen(screen(), size()).withText(m_display.textPercent()), m_display.isSteady());
}

void MainWindow::updateLook()
{
    if (m_current < 0)
        return;
    // Pages that are not shown get theirs when they are.
    const Look look = lookOf(currentPage()->prefersDark());
    setPalette(paletteFor(look));
    m_rail->setLook(look);
    currentPage()->setLook(look);
    Q_EMIT lookChanged();
}

Look MainWindow::officeLook() const
{
    return lookOf(false);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Oshaq"));
    for (int index = 0; index < int(m_pages.size()); ++index)
        m_rail->setText(index, m_pages[size_t(index)]->title());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// ---- window

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->modifiers() == Qt::ControlModifier && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
        const int digit = event->key() - Qt::Key_0;
        int wanted = digit - 1;
        if (digit == 0)
            wanted = m_pages.back()->standsAtFoot() ? int(m_pages.size()) - 1 : -1;
        if (wanted >= 0 && wanted < qMin(int(m_pages.size()), mostNumberedPages + 1) &&
            (digit == 0 || !m_pages[size_t(wanted)]->standsAtFoot()))
            setCurrent(wanted);
        return;
    }
    if (event->key() == Qt::Key_F11)
        toggleFullScreen();
    else if (event->key() == Qt::Key_Escape && currentPage()->standsAtFoot())
        setCurrent(m_before);
    else if (event->key() == Qt::Key_F6)
        m_rail->takeFocus();
    else if (event->key() == Qt::Key_F1 || event->text() == u"?")
        Q_EMIT shortcutsAsked(currentPage()->key());
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

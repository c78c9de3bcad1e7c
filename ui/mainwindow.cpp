// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/common/application.h"
#include "ui/common/band.h"
#include "ui/common/icons.h"
#include "ui/common/navigationrail.h"
#include "ui/common/operatorchip.h"
#include "ui/common/replicaband.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/common/worktext.h"
#include "ui/lock/locktext.h"
#include "ui/lock/operatordesk.h"
#include "ui/lock/pageaccess.h"

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
/// What the hub tells is read from across the kitchen: it stays so many times longer.
constexpr int hubNoticeTimes = 4;
constexpr double noticeWidth = 620;
constexpr double noticeEdge = 16;

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
        m_pages.back()->installEventFilter(this);
    }
    connect(m_rail, &NavigationRail::pageChosen, this, &MainWindow::setCurrent);
    connect(m_rail, &NavigationRail::left, this, [this] { currentPage()->enter(); });
    connect(m_rail->fullScreenButton(), &TouchButton::clicked, this, &MainWindow::toggleFullScreen);
    connect(&m_display, &DisplaySettings::lookChanged, this, &MainWindow::updateLook);
    // One page each time, and whoever types comes between.
    m_tellTimer.setInterval(0);
    connect(&m_tellTimer, &QTimer::timeout, this, [this] {
        if (m_untold.empty())
            m_tellTimer.stop();
        else
            tellLanguage(m_untold.back());
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    m_column->addWidget(m_stack, 1);
    layout->addLayout(m_column, 1);
    m_pageLooks.resize(m_pages.size());
    // Every widget has asked to be styled in the first turn of the event loop: thousands, of which the first page's are
    // styled when it is shown, and the others' bit by bit.
    QCoreApplication::removePostedEvents(nullptr, QEvent::PolishRequest);
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

MainWindow::~MainWindow()
{
    for (Page *page : m_pages) {
        if (!page->parent())
            delete page;
    }
}

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
    }
    showCurrent();
}

void MainWindow::showCurrent()
{
    const bool isAllowed = mayUse(*currentPage());
    tellLanguage(currentPage());
    takeIn(*currentPage());
    if (m_denied)
        retranslate();
    if (!isAllowed && m_denied)
        m_stack->setCurrentWidget(m_denied);
    else
        m_stack->setCurrentWidget(currentPage());
    if (m_desk && m_desk->isLocked())
        return; // the keyboard is the lock screen's
    if (isAllowed)
        currentPage()->enter();
    else if (m_denied)
        m_denied->actionButton()->setFocus(Qt::OtherFocusReason);
}

// ---- who is here

void MainWindow::setOperator(OperatorPort *port, std::function<qint64()> clock)
{
    Q_ASSERT(!m_operator);
    if (!port)
        return;
    m_operator = port;
    m_denied = new StateView(lookOf(currentPage()->prefersDark()), m_stack);
    m_denied->setObjectName(QStringLiteral("deniedView"));
    m_stack->addWidget(m_denied);
    m_desk =
        new OperatorDesk(*port, *m_rail->operatorChip(), lookOf(currentPage()->prefersDark()), this, std::move(clock));
    connect(m_desk, &OperatorDesk::lockedChanged, this, &MainWindow::applyLock);
    connect(m_operator, &OperatorPort::changed, this, &MainWindow::applyOperator);
    connect(m_denied->actionButton(), &TouchButton::clicked, m_desk, &OperatorDesk::askWho);
    retranslate();
    applyOperator();
    applyLock(m_desk->isLocked());
}

void MainWindow::setReplica(const LinkStatus &link, ReplicaPort &hub, ReplicaPort *standbyHere)
{
    Q_ASSERT(!m_replicaBand);
    m_replicaBand = new ReplicaBand(link, hub, standbyHere, lookOf(currentPage()->prefersDark()), this);
    m_replicaBand->setRole(m_operator ? m_operator->effectiveRole() : Role::Kitchen);
    m_replicaBand->setLocked(m_desk && m_desk->isLocked());
    m_column->insertWidget(0, m_replicaBand);
}

bool MainWindow::mayUse(const Page &page) const
{
    return !m_operator || pageAllowed(page.key(), m_operator->effectiveRole());
}

bool MainWindow::isDenied() const
{
    return m_denied && m_stack->currentWidget() == m_denied;
}

void MainWindow::applyOperator()
{
    const Role role = m_operator->effectiveRole();
    if (m_replicaBand)
        m_replicaBand->setRole(role);
    int first = -1;
    for (int index = 0; index < int(m_pages.size()); ++index) {
        Page &page = *m_pages[size_t(index)];
        m_rail->setPageVisible(index, mayUse(page));
        page.setRole(role);
        if (first < 0 && mayUse(page) && !page.standsAtFoot())
            first = index;
    }
    // Whoever comes here does not begin before a closed door.
    if (!mayUse(*currentPage()) && first >= 0)
        setCurrent(first);
    else if (isDenied() && mayUse(*currentPage()))
        showCurrent();
    retranslate();
}

void MainWindow::applyLock(bool locked)
{
    if (m_replicaBand)
        m_replicaBand->setLocked(locked);
    if (locked) {
        // Tickets are to be seen where people cook, whatever page was left open.
        const auto inSight =
            std::find_if(m_pages.begin(), m_pages.end(), [](const Page *page) { return page->staysInSight(); });
        if (m_operator->effectiveRole() == Role::Kitchen && inSight != m_pages.end())
            setCurrent(int(inSight - m_pages.begin()));
        const bool isInSight = currentPage()->staysInSight() && !isDenied();
        m_stack->setVisible(isInSight);
        m_rail->setVisible(isInSight);
        m_desk->cover(isInSight, isInSight ? m_rail->width() : 0);
        return;
    }
    m_stack->setVisible(true);
    m_rail->setVisible(true);
    showCurrent();
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
    const Look look = lookOf(currentPage()->prefersDark());
    // Pages that are not shown get theirs when they are. Passing it on is dear, and a window being resized asks for it
    // with every pixel.
    giveLook(m_current);
    if (m_look == look) {
        if (m_workNotice)
            placeNotice();
        return;
    }
    m_look = look;
    setPalette(paletteFor(look));
    m_rail->setLook(look);
    if (m_workPanel) {
        m_workPanel->adoptLook(look);
        m_workNotice->setLook(look);
        placeNotice();
    }
    if (m_replicaBand)
        m_replicaBand->setLook(look);
    if (m_desk) {
        m_desk->setLook(look);
        m_denied->setLook(look);
    }
    Q_EMIT lookChanged();
}

/// Until then a page is not one of the window's: Qt styles all that is in it before it is first seen, and all that a
/// layout asks for its size, but of the pages only one is seen.
void MainWindow::takeIn(Page &page)
{
    if (m_stack->indexOf(&page) < 0)
        m_stack->addWidget(&page);
}

void MainWindow::giveLook(int index)
{
    Page *page = m_pages.at(size_t(index));
    const Look look = lookOf(page->prefersDark());
    if (m_pageLooks.at(size_t(index)) == look)
        return;
    m_pageLooks[size_t(index)] = look;
    page->setLook(look);
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
    showWorks();
    if (m_desk)
        m_desk->retranslate();
    if (m_denied) {
        const std::optional<ScreenOperator> who = m_operator->current();
        m_denied->setState(QStringLiteral("lock"), tr("%1: not for this role").arg(currentPage()->title()),
                           who ? tr("%1 is here as %2. Somebody who may use this page can sign in with their PIN.")
                                     .arg(who->name, LockText::roleName(who->role))
                               : tr("This screen is not for that. Open the page at a screen of the office."),
                           m_operator->policy().asksForPin ? tr("Change who is here") : QString());
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// Hidden pages hear of another language later: all at once they take longer than a frame.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    auto *page = qobject_cast<Page *>(watched);
    if (!page || event->type() != QEvent::LanguageChange || page->isVisible() || !isVisible())
        return QWidget::eventFilter(watched, event);
    if (std::find(m_untold.begin(), m_untold.end(), page) == m_untold.end())
        m_untold.push_back(page);
    m_tellTimer.start();
    return true;
}

void MainWindow::tellLanguage(Page *page)
{
    const auto waits = std::find(m_untold.begin(), m_untold.end(), page);
    if (waits == m_untold.end())
        return;
    page->removeEventFilter(this);
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(page, &change);
    page->installEventFilter(this);
    m_untold.erase(waits);
}

// ---- what takes long

void MainWindow::setWorks(WorkList &works, OpenFile openFile)
{
    m_works = &works;
    const Look look = lookOf(currentPage()->prefersDark());
    m_workNotice = new Band(look, this);
    m_workNotice->setObjectName(QStringLiteral("workNotice"));
    m_workNotice->hide();
    m_workPanel = new WorkPanel(works, std::move(openFile), look, this);
    m_noticeTimer.setSingleShot(true);
    const auto forget = [this] {
        m_toldWork = 0;
        m_told.clear();
        showWorks();
    };
    const auto openPanel = [this, forget] {
        forget();
        m_workPanel->open();
    };
    connect(&m_noticeTimer, &QTimer::timeout, this, forget);
    connect(m_rail, &NavigationRail::workChosen, this, openPanel);
    connect(m_workNotice->actionButton(), &TouchButton::clicked, this, [this, forget, openPanel] {
        if (m_toldWork != 0)
            openPanel();
        else
            forget();
    });
    connect(&works, &WorkList::changed, this, &MainWindow::showWorks);
    connect(&works, &WorkList::finished, this, &MainWindow::tellWork);
    showWorks();
}

void MainWindow::showWorks()
{
    if (!m_works)
        return;
    m_rail->setWork(WorkText::rail(*m_works), WorkText::percent(*m_works));
    const auto work = m_toldWork == 0 ? std::nullopt : m_works->work(m_toldWork);
    const bool hasFailed = work && work->state == Work::State::Failed;
    m_workNotice->setMessage(work ? WorkText::notice(*work) : m_told,
                             hasFailed ? Band::Tone::Warning : Band::Tone::Notice);
    m_workNotice->setAction(work ? tr("Show") : m_told.isEmpty() ? QString() : tr("Close"), {});
    if (!work && m_told.isEmpty())
        return;
    placeNotice();
    m_workNotice->raise();
}

void MainWindow::tellWork(quint64 id)
{
    // Whoever looks at the list sees it there.
    if (m_workPanel->isOpen())
        return;
    m_told.clear();
    m_toldWork = id;
    m_noticeTimer.start(m_noticeMs);
    showWorks();
}

void MainWindow::tell(const QString &text)
{
    m_toldWork = 0;
    m_told = text;
    m_noticeTimer.start(m_noticeMs * hubNoticeTimes);
    showWorks();
}

void MainWindow::placeNotice()
{
    const Look look = lookOf(currentPage()->prefersDark());
    const int space = look.px(noticeEdge);
    const int wide = qMin(look.px(noticeWidth), m_stack->width() - 2 * space);
    // Its height follows from its width.
    m_workNotice->resize(wide, m_workNotice->height());
    m_workNotice->move(width() - wide - space, height() - m_workNotice->height() - space);
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
    for (int index = 0; index < int(m_pages.size()); ++index)
        m_preparer.add(*m_pages[size_t(index)], [this, index] {
            giveLook(index);
            Page *page = m_pages[size_t(index)];
            if (page->parent())
                return;
            // Where it is going to be, but not yet in the layout.
            page->setParent(m_stack);
            page->hide();
        });
    connect(windowHandle(), &QWindow::screenChanged, this, &MainWindow::updateLook);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    m_settings.setValue(fullScreenKey, isFullScreen());
    QWidget::closeEvent(event);
}

} // namespace oshaq

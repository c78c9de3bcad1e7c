// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/displaysettings.h"
#include "ui/common/look.h"
#include "ui/common/page.h"
#include "ui/common/pagepreparer.h"
#include "ui/common/workpanel.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QSettings;
class QStackedWidget;
class QVBoxLayout;

namespace oshaq {

class Band;
class NavigationRail;
class OperatorDesk;
class LinkStatus;
class OperatorPort;
class ReplicaBand;
class ReplicaPort;
class StateView;

/// The desktop's window: the rail and the pages, one of which is shown. It finds sizes from the screen that it stands
/// on and from what people set, and keeps them right when either changes.
///
/// Ctrl+1 to Ctrl+9 open the pages in the order of the rail, Ctrl+0 the last one at its foot, F6 goes to the rail, F11
/// fills the screen, Esc leaves a page at the foot, F1 and "?" ask for the keys of the page. Ctrl+L locks the screen
/// where people sign in at it.
class MainWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    using Pages = std::vector<std::unique_ptr<Page>>;

    /// Takes the pages over, at least one, in the order of the rail; those at its foot come last. Display and settings
    /// must outlive the window. Geometry and page are read from the settings at once; the geometry is written when the
    /// window closes, the page when another one is shown.
    MainWindow(Pages pages, DisplaySettings &display, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// False: there is no page of that key.
    bool showPage(const QString &key);
    Page *currentPage() const;
    Page *page(const QString &key) const;
    const std::vector<Page *> &pages() const { return m_pages; }
    NavigationRail *rail() const { return m_rail; }
    void toggleFullScreen();
    /// Of what stands over the whole window: as the pages of an office have it.
    Look officeLook() const;
    /// Nothing is left that is done beforehand for pages that were not opened yet, or that they were not told.
    bool isPrepared() const { return m_preparer.isDone() && m_untold.empty(); }

    /// Shows what is under way in the rail, tells what ended in a notice that goes away by itself, and lists both.
    /// Once, and only where there is something that takes long; `works` must outlive the window.
    void setWorks(WorkList &works, OpenFile openFile);
    WorkPanel *workPanel() const { return m_workPanel; }
    Band *workNotice() const { return m_workNotice; }
    /// The hub tells everybody at a screen something: it stands until it was read or some time has gone by.
    void tell(const QString &text);
    /// So long a notice stays.
    void setNoticeMs(int ms) { m_noticeMs = ms; }
    /// Who is at this screen decides which pages there are; it can be locked. Null, as at first: nobody is asked. The
    /// port must outlive the window. Called once. `clock`: milliseconds that only grow, for tests.
    void setOperator(OperatorPort *port, std::function<qint64()> clock = {});
    /// Says over every page when nobody takes orders because of the standby. `standbyHere`: of the one on this
    /// computer, or null. Called once; all must outlive the window.
    void setReplica(const LinkStatus &link, ReplicaPort &hub, ReplicaPort *standbyHere);
    ReplicaBand *replicaBand() const { return m_replicaBand; }
    /// Null where nobody is asked.
    OperatorDesk *operatorDesk() const { return m_desk; }
    /// The shown page is one that whoever is here may not use: a text stands in its place.
    bool isDenied() const;

Q_SIGNALS:
    /// Somebody wants to know what the keys of the shown page do.
    void shortcutsAsked(const QString &pageKey);
    /// Sizes or colours are others now.
    void lookChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Look lookOf(bool prefersDark) const;
    void updateLook();
    void giveLook(int index);
    void takeIn(Page &page);
    void tellLanguage(Page *page);
    void setCurrent(int index);
    void retranslate();
    void showWorks();
    void tellWork(quint64 id);
    void placeNotice();
    void applyOperator();
    void applyLock(bool locked);
    bool mayUse(const Page &page) const;
    void showCurrent();

    QSettings &m_settings;
    DisplaySettings &m_display;
    std::vector<Page *> m_pages;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_column = nullptr; ///< beside the rail
    ReplicaBand *m_replicaBand = nullptr;
    int m_current = -1;
    std::optional<Look> m_look;                   ///< of the window; none before it was shown
    std::vector<std::optional<Look>> m_pageLooks; ///< by page: what it was given last
    PagePreparer m_preparer;
    std::vector<Page *> m_untold; ///< hidden pages that speak the language before
    QTimer m_tellTimer;
    int m_before = 0; ///< what was shown before a page at the foot: Esc goes back to it
    bool m_watchesScreen = false;
    WorkList *m_works = nullptr;
    WorkPanel *m_workPanel = nullptr;
    Band *m_workNotice = nullptr;
    quint64 m_toldWork = 0; ///< that the notice is about
    QString m_told;         ///< by the hub; the notice is about that
    QTimer m_noticeTimer;
    int m_noticeMs = 8000;
    OperatorPort *m_operator = nullptr;
    OperatorDesk *m_desk = nullptr;
    StateView *m_denied = nullptr; ///< in place of a page that is for others
};

} // namespace oshaq

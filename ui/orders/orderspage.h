// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/alarmboard.h"
#include "models/terminal/archiveport.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/printerport.h"
#include "ui/common/page.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/orderactlist.h"
#include "ui/orders/ordersfilter.h"
#include "ui/orders/ordersheets.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <optional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;

namespace oshaq {

class AcceptSheet;
class Band;
class OrderDetail;
class OrderFilterBar;
class OrdersModel;
class OrdersTable;
class Pill;
class PrintSheet;
class StateView;
class TouchButton;

/// All orders as people at the counter need them: the ones of today at once and without the hub, those of years by
/// searching, and everything that can be done with one. Nothing on it blocks, and nothing on it is modal.
class OrdersPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrdersPage)

public:
    /// Ports and link must outlive the page.
    OrdersPage(OrdersPort &port, ArchivePort &archive, PrinterPort &printers, LinkStatus &link, const Look &look,
               QWidget *parent = nullptr);
    ~OrdersPage() override;

    QString key() const override { return QStringLiteral("orders"); }
    QString iconName() const override { return QStringLiteral("orders"); }
    QString title() const override;
    std::vector<Shortcut> shortcuts() const override;
    void setLook(const Look &look) override;
    void enter() override;
    /// What is shown of a guest and what may be done follow the port's role.
    void setRole(Role role) override;
    /// Little: what does not fit scrolls or is left out, and no band makes the window grow.
    QSize minimumSizeHint() const override;

    /// Orders that no kitchen screen shows: a band, and a mark in their rows. The board must outlive the page.
    void useAlarms(AlarmBoard &board);
    /// Where orders are taken and changed. Null, as at first: what needs them is not offered.
    void setSheets(OrderSheets *sheets);
    /// 0: none.
    qint64 chosenOrder() const { return m_chosen; }
    /// Shows that order; one that is only at the hub is asked for.
    void chooseOrder(qint64 orderId);

    OrdersTable *table() const { return m_table; }
    OrdersModel *model() const { return m_model; }
    OrderDetail *detail() const { return m_detail; }
    /// Reads the hub's clock and moves everything that shows it. Called by the page's own second hand.
    void refreshTime();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Notes
    {
        std::optional<OrderTimeline> timeline;
        qint64 version = -1; ///< of the order when that was asked
        PortCall call = 0;
        std::optional<PortFailure> failure;
    };
    struct GuestNotes
    {
        std::optional<GuestCard> card;
        PortCall call = 0;
        bool isAnswered = false;    ///< there may be no card all the same: nobody is known by that id
        bool isUnreachable = false; ///< to be asked again
    };

    void buildTop();
    void connectAll();
    void arrange();
    void armSecondHand();

    // ---- rows
    void handleOrdersChanged();
    void handleOrderKnown(qint64 localId, qint64 orderId);
    void handleArrived(qint64 orderId);
    void handleLinkChanged();
    void updateLinkBand();
    void handleParkedChanged();
    void handleAlarmsChanged();
    void updateAlarmActions();
    /// Its words tell a time.
    void updateAlarmBand();
    void updateRows();
    void updateCounts();
    void updateState();
    void sortBy(int column);
    const OrdersFilter &filter() const;
    const QString &searchableOf(const Order &order);

    // ---- the chosen one
    void handleCurrentChanged();
    void choose(qint64 orderId);
    std::optional<DeskOrder> chosenDesk() const;
    bool isChosenEarlier() const;
    void updateDetail();
    void askHistory();
    void updateHistory();
    void showDetailAlone(bool alone);

    // ---- search
    void handleSearchEdited();
    void handleFilterChanged(const OrdersFilter &filter);
    bool needsArchive() const;
    void askArchive();
    void askMore();
    void takeArchivePage(const PortAnswer<ArchivePage> &answer, bool more);
    void updateSearchState();
    void forgetArchiveCall();

    // ---- acts
    void act(OrderAct::Kind kind);
    void advance(const DeskOrder &desk, OrderStatus to);
    void startVoid();
    void voidChosen();
    void stopVoid();
    void cancelOrder(const DeskOrder &desk);
    void fire(int course);
    void orderAgain(const Order &order);
    void newOrder();
    void openDrawer();
    /// The button of it is there for those who take money.
    void updateDrawer();
    void undo();
    void showMore();
    void showSort();
    void tell(const QString &text, bool undoable);
    bool told(const Result<void> &result, const QString &number, const QString &success);
    void dismiss();
    bool handleKey(const QKeyEvent &event);
    void leave();

    OrdersPort &m_port;
    ArchivePort &m_archive;
    LinkStatus &m_link;
    Look m_look;
    OrderSheets *m_sheets = nullptr;
    AlarmBoard *m_board = nullptr;
    ZoneClock m_clock;
    Business m_business;

    OrdersModel *m_model;
    OrdersTable *m_table;
    OrderDetail *m_detail;
    QWidget *m_top;
    QLabel *m_title;
    QLineEdit *m_search;
    Pill *m_connection;
    TouchButton *m_drawer;
    TouchButton *m_new;
    Band *m_alarmBand;
    Band *m_linkBand;
    Band *m_parkedBand;
    OrderFilterBar *m_filters;
    StateView *m_state;
    QLabel *m_searchState;
    Band *m_notice;
    QWidget *m_list; ///< table, what is said of the search, what was just done
    AcceptSheet *m_accept;
    PrintSheet *m_print;
    QPointer<QMenu> m_menu;

    std::vector<DeskOrder> m_orders;                        ///< as the port said last
    QHash<qint64, std::pair<qint64, QString>> m_searchable; ///< id -> version and folded text
    QSet<qint64> m_unseen;
    bool m_updating = false;   ///< the rows are being changed: the table's choice means nothing
    bool m_updateHeld = false; ///< until no finger is on the table
    bool m_isLoaded = false;   ///< the port was read once
    bool m_alone = false;      ///< the detail covers the list

    qint64 m_chosen = 0;
    qint64 m_justTaken = 0;          ///< an order of ours that the hub had before this page saw it
    std::optional<Order> m_archived; ///< the chosen one, when only the hub has it
    QHash<qint64, Notes> m_history;
    QHash<qint64, GuestNotes> m_guests;
    PortCall m_orderCall = 0;

    OrdersFilter m_browse;
    OrdersFilter m_found; ///< while something is searched for
    QString m_words;
    SearchText m_searchText;
    std::vector<Order> m_earlier;
    QString m_nextCursor;
    PortCall m_archiveCall = 0;
    bool m_archiveAsked = false;
    std::optional<PortFailure> m_archiveFailure;

    QString m_parkedId;
    bool m_canUndo = false;
    QTimer m_searchTimer;
    QTimer m_historyTimer;
    QTimer m_noticeTimer;
    QTimer m_secondHand;
};

} // namespace oshaq

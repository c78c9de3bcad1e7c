// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/common/textblock.h"
#include "ui/common/zoneclock.h"
#include "ui/kitchen/kitchenkeys.h"
#include "ui/kitchen/ticketcard.h"
#include "ui/kitchen/ticketlayout.h"

#include <QElapsedTimer>
#include <QHash>
#include <QListView>
#include <QRegion>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace oshaq {

class PaintWatch;
class TicketDelegate;
class TicketModel;

/// Tickets on pages. One widget paints all of them: three hundred open tickets cost a page of glyphs.
///
/// The chosen ticket is the view's current index. It derives from QListView for one reason: Qt's accessibility knows
/// that class as a list of named items; layout, painting, mouse and keys are the view's own.
class TicketView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TicketView)

public:
    /// What stands in the middle when there is no ticket.
    struct EmptyState
    {
        QString icon; ///< name of one of our icons
        QString title;
        QString body;
        QString status;

        bool operator==(const EmptyState &) const = default;
    };

    explicit TicketView(const Look &look, QWidget *parent = nullptr);
    ~TicketView() override;

    /// How many tickets stand side by side; 0: as many as there is room for.
    void setColumns(int columns);
    int columns() const { return columnCount(); }
    void setTicketModel(TicketModel *model);
    void setLook(const Look &look);
    /// The zone for promised times.
    void setZone(const ZoneClock &clock);
    void setEmptyState(const EmptyState &state);
    const EmptyState &emptyState() const { return m_emptyState; }

    /// Moves the second hand; repaints the headers whose words changed.
    void setNow(qint64 hubNowMs);
    /// A short flash of a header that has just appeared.
    void flash(qint64 orderId);

    int page() const { return m_page; }
    int pages() const { return m_layout.pages; }
    void setPage(int page);
    /// Tickets that begin on a page after this one.
    int ticketsAfterPage() const;
    int ticketsBeforePage() const;

    qint64 chosenOrder() const; ///< 0: none
    qint64 chosenLine() const { return m_chosenLine; }
    /// Those that are made as one with this line.
    std::vector<qint64> linesLike(qint64 orderId, qint64 lineId) const;
    /// Chooses a ticket and turns to its page; 0 clears the choice.
    void choose(qint64 orderId);
    /// Who is chosen when this ticket has been dealt with: the next one that still has to be made, else an earlier one,
    /// else the ticket itself. 0: there is no other.
    qint64 successorOf(qint64 orderId) const;

    /// Acts on what belongs to the tickets; false: not a key of the view. Called by the page, which sees every key
    /// first.
    bool handleKey(const KitchenKeyPress &press);

    // Where things are on the current page; empty when they are not on it. For tests and accessibility.
    QRect actionRectOf(qint64 orderId) const;
    QRect lineRectOf(qint64 orderId, qint64 lineId) const;
    QRect headerRectOf(qint64 orderId) const;
    QRect changeRectOf(qint64 orderId) const;
    QRect courseRectOf(qint64 orderId, int course) const;
    const std::vector<LayoutPart> &parts() const { return m_layout.parts; }
    QRect partRect(const LayoutPart &part) const;

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

Q_SIGNALS:
    void actionRequested(qint64 orderId);
    /// Lines that are made as one.
    void lineToggleRequested(qint64 orderId, const std::vector<qint64> &lineIds);
    /// The band of a course was touched.
    void courseRequested(qint64 orderId, int course);
    /// What changed of the ticket was seen.
    void acknowledgeRequested(qint64 orderId);
    void pageChanged();
    /// Another ticket or another line is chosen.
    void choiceChanged();
    /// Tickets were drawn wholly in an exposed window, each told once.
    void ticketsPainted(const std::vector<qint64> &orderIds);
    /// Tickets are known to the person in front of the screen as "n more on page 2", each told once.
    void ticketsCounted(const std::vector<qint64> &orderIds);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void updateGeometries() override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override { return 0; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    /// What is under a finger.
    struct Hit
    {
        enum class Kind
        {
            Nothing,
            Action,
            Change,
            Course,
            Line,
            Ticket
        };

        Kind kind = Kind::Nothing;
        qint64 orderId = 0;
        qint64 lineId = 0; ///< or the course

        bool operator==(const Hit &) const = default;
    };

    struct Card
    {
        std::shared_ptr<const TicketCard> card;
        bool isOld = false; ///< of another look, language or width, or of the ticket before it changed
    };

    /// What stood where, to repaint only what moved or changed.
    struct Shown
    {
        qint64 orderId = 0;
        int part = 0;
        QRect rect;
        QString slotKey;
        std::shared_ptr<const TicketCard> card;

        bool operator==(const Shown &) const = default;
    };

    void outdateCards();
    void makeCard(int row);
    bool isOld(int row) const;
    /// Makes the old cards of the shown page anew; false: there were none.
    bool renewPage();
    void layOut(const LayoutFrame &frame);
    int columnCount() const;
    int columnWidth() const;
    int topMargin() const;
    LayoutFrame frame() const;
    const TicketCard &cardOf(const LayoutPart &part) const { return *m_cards.at(size_t(part.ticket)); }
    qint64 orderOf(const LayoutPart &part) const;
    QString slotKeyOf(const LayoutPart &part) const;
    std::vector<const LayoutPart *> partsOnPage() const;
    const LayoutPart *firstPartOnPage(int row) const;
    std::vector<Shown> whatIsShown() const;
    int pageOf(int row) const;
    Hit hitAt(const QPoint &point) const;
    void chooseInDirection(KitchenKey key);
    void chooseSlot(int slot);
    void moveLine(int step);
    double flashLevel(qint64 orderId) const;
    void handleFlashTick();
    void handleRest();
    void updateTicket(qint64 orderId);
    QRect blockRectOf(qint64 orderId, const std::function<bool(const TicketCard::Block &)> &which) const;
    void paintEmpty(QPainter &painter) const;
    bool isExposed() const;
    void notePainted(const QRegion &region);

    Look m_look;
    TextCache m_texts;
    ZoneClock m_clock;
    TicketModel *m_model = nullptr;
    TicketDelegate *m_delegate = nullptr;
    EmptyState m_emptyState;

    QHash<qint64, Card> m_cardCache;
    QSize m_cardFrame; ///< column width and height that the cached cards were made for
    std::vector<std::shared_ptr<const TicketCard>> m_cards; ///< by row
    LayoutResult m_layout;
    std::vector<Shown> m_shown;
    int m_page = 0;
    int m_wantedColumns = 0; ///< 0: as many as there is room for
    qint64 m_chosenLine = 0;
    qint64 m_nowMs = 0;
    Hit m_pressed;
    bool m_pressedInside = false;
    QTimer m_restTimer; ///< a finger that rests on a line chooses it

    QHash<qint64, qint64> m_flashes; ///< order -> when it began on m_flashClock
    QElapsedTimer m_flashClock;
    QTimer m_flashTimer;

    std::unique_ptr<PaintWatch> m_watch;
};

} // namespace oshaq

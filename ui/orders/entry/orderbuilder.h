// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"
#include "ui/common/look.h"
#include "ui/orders/entry/draftticket.h"
#include "ui/orders/entry/orderdraft.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace oshaq {

class ChoiceRow;
class DishPicker;
class LineEditor;
class TouchButton;

/// The desk on which an order is put together: dishes at the left, the ticket with its total beside them and, when the
/// sheet has them, what is said besides. As many columns as there is room for. It owns the draft.
class OrderBuilder final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderBuilder)

public:
    /// `details` is taken over; none: there are only dishes.
    OrderBuilder(OrdersPort &port, const Look &look, QWidget *details, QWidget *parent = nullptr);

    void setLook(const Look &look);
    const OrderDraft &draft() const { return m_draft; }
    /// To be followed by refresh().
    OrderDraft &draft() { return m_draft; }
    void setDraft(const OrderDraft &draft);
    /// Everything that depends on draft, menu and language.
    void refresh();
    /// Lines can be put into courses; `course`: of the lines that are added next.
    void setCourses(bool shown, int course);
    /// What placing it was refused for; those of lines stay until the line changes.
    void setProblems(const std::vector<DraftProblem> &problems);
    /// Every line can be ordered as it stands.
    bool isComplete() const { return m_complete; }
    qint64 totalMinor() const { return m_totalMinor; }

    DishPicker *picker() const { return m_picker; }
    LineEditor *editor() const { return m_editor; }
    DraftTicket *ticket() const { return m_ticket; }
    bool isEditing() const;
    /// The dishes again, whatever was open.
    void closeEditor();
    void focusSearch();
    void focusTicket();
    QString totalText() const;

    // It takes what it gets: its columns scroll, not the sheet around them.
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void arrange();
    void showMenu();
    void handlePicked(qint64 itemId, std::optional<qint64> quantity);
    void handleAccepted(const NewOrderLine &line);
    void openEditor(const NewOrderLine &line, int id);
    void changeQuantity(int id, qint64 thousandths);
    void removeLine(int id);
    void putBack();
    void added(int id);
    std::vector<TicketRow> priceLines();

    OrdersPort &m_port;
    Look m_look;
    OrderDraft m_draft;
    Catalog m_catalog;
    Currency m_currency;
    std::vector<std::pair<int, DraftProblem>> m_lineProblems; ///< by id of the line
    int m_edited = 0;                                         ///< 0: a new one
    bool m_complete = true;
    qint64 m_totalMinor = 0;

    QStackedWidget *m_left;
    DishPicker *m_picker;
    LineEditor *m_editor;
    QWidget *m_middle;
    QLabel *m_ticketTitle;
    QWidget *m_courseBar;
    QLabel *m_courseLabel;
    ChoiceRow *m_courses;
    QScrollArea *m_ticketScroll;
    QWidget *m_ticketContent;
    DraftTicket *m_ticket;
    QLabel *m_empty;
    QWidget *m_removedBar;
    QLabel *m_removed;
    TouchButton *m_putBack;
    QLabel *m_deliveryName;
    QLabel *m_delivery;
    QLabel *m_totalName;
    QLabel *m_total;
    QScrollArea *m_detailsScroll;
    QWidget *m_details;
    bool m_isWide = false;
};

} // namespace oshaq

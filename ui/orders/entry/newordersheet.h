// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/ordersport.h"
#include "ui/orders/entry/entrysheet.h"
#include "ui/orders/entry/orderdraft.h"

#include <optional>
#include <vector>

class QStackedWidget;

namespace oshaq {

class ChoiceRow;
class OrderBuilder;
class OrderDetails;

/// Takes an order: by phone, at the counter, at a table. Works without the hub. What was begun is kept when the sheet
/// is left, as many orders as there are guests who call back later.
class NewOrderSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewOrderSheet)

public:
    NewOrderSheet(OrdersPort &port, ArchivePort &archive, const LinkStatus &link, const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    /// A new order, with what is known of it already. Drafts that were kept are offered.
    void begin(const std::optional<NewOrder> &prefill);
    /// What is being typed goes to the drafts; for whoever needs the place.
    void keepDraft();

    const std::vector<OrderDraft> &keptDrafts() const { return m_kept; }
    OrderBuilder *builder() const { return m_builder; }
    OrderDetails *details() const { return m_details; }
    ChoiceRow *fulfilmentChoices() const { return m_fulfilments; }
    ChoiceRow *draftChoices() const { return m_drafts; }
    /// The number of the order that was placed; empty while it is being written.
    QString placedNumber() const;

Q_SIGNALS:
    void placed(qint64 orderId);

protected:
    void submit() override;
    bool wouldLose() const override;
    bool keep() override;
    void discard() override;
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    void startDraft(const OrderDraft &draft);
    void showDrafts();
    void showLink();
    void showDone();
    void showPlaced();
    void chooseFulfilment(int index);
    void refused(const Error &error);
    QString refusalWords(const Error &error) const;
    void take(std::size_t kept);
    QString draftName(const OrderDraft &draft) const;
    bool isPlaced() const { return m_placed.has_value(); }

    OrdersPort &m_port;
    const LinkStatus &m_link;
    OrderDetails *m_details;
    OrderBuilder *m_builder;
    QStackedWidget *m_pages;
    QWidget *m_draftsBar;
    QLabel *m_draftsLabel;
    ChoiceRow *m_drafts;
    ChoiceRow *m_fulfilments;
    QLabel *m_linkWords;
    QLabel *m_number;
    QLabel *m_summary;
    QLabel *m_placedLink;
    TouchButton *m_another;
    std::vector<OrderDraft> m_kept;
    OrderDraft m_untouched; ///< what the draft began with
    std::optional<DeskOrder> m_placed;
};

} // namespace oshaq

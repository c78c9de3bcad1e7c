// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ticket.h"
#include "ui/common/look.h"
#include "ui/kitchen/ticketcard.h"
#include "ui/kitchen/ticketlayout.h"

#include <QAbstractItemDelegate>
#include <QRegion>
#include <QStyleOptionViewItem>

namespace oshaq {

/// What the view tells the delegate about the part of a ticket that is to be painted in `rect`.
class TicketOption final : public QStyleOptionViewItem
{
public:
    enum StyleOptionVersion
    {
        Version = QStyleOptionViewItem::Version + 1
    };

    TicketOption()
        : QStyleOptionViewItem(Version)
    {}

    const Ticket *ticket = nullptr;
    const TicketCard *card = nullptr;
    const LayoutPart *part = nullptr;
    QRegion dirty;    ///< what of the viewport is asked for
    qint64 nowMs = 0; ///< the hub's clock
    ZoneClock clock;  ///< of the business
    QString slotKey;  ///< the digit that picks the ticket; empty: none left
    bool isChosen = false;
    qint64 chosenLine = 0; ///< 0: none
    bool isActionDown = false;
    double flash = 0; ///< 0 to 1: how much of the arrival's flash is left
};

/// Paints tickets from their cards. No state besides the look: what differs from ticket to ticket comes with the
/// option.
class TicketDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TicketDelegate)

public:
    explicit TicketDelegate(const Look &look, QObject *parent = nullptr);

    void setLook(const Look &look);

    /// `option` is a TicketOption; anything else paints nothing.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where things are inside a part that stands at `rect`: the same answers for painting and for fingers.
    QRect headerRect(const TicketCard &card, const LayoutPart &part, const QRect &rect) const;
    QRect blockRect(const TicketCard &card, const LayoutPart &part, const QRect &rect, int block) const;
    /// Invalid when the part has no foot with an action.
    QRect actionRect(const TicketCard &card, const LayoutPart &part, const QRect &rect) const;
    /// How far the outline of the chosen ticket reaches beyond it.
    int outlineReach() const;

private:
    void paintHeader(QPainter &painter, const TicketOption &option) const;
    void paintContinuedHeader(QPainter &painter, const TicketOption &option) const;
    void paintAllergy(QPainter &painter, const TicketOption &option, int top) const;
    void paintBlock(QPainter &painter, const TicketOption &option, const TicketCard::Block &block,
                    const QRect &rect) const;
    void paintFoot(QPainter &painter, const TicketOption &option) const;
    void paintOutline(QPainter &painter, const TicketOption &option) const;
    QColor ink(TicketCard::Ink ink) const;
    void paintBadge(QPainter &painter, const QRect &rect, const QString &slotKey) const;
    QBrush headerBrush(const TicketOption &option) const;

    Look m_look;
    TicketMetrics m_sizes;
};

} // namespace oshaq

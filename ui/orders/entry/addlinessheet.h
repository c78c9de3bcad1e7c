// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"
#include "ui/orders/entry/entrysheet.h"
#include "ui/orders/entry/orderdraft.h"

#include <map>

namespace oshaq {

class OrderBuilder;

/// More dishes for an order that is being made. What was begun is kept for that order when the sheet is left.
class AddLinesSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddLinesSheet)

public:
    AddLinesSheet(OrdersPort &port, const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    void begin(qint64 orderId);
    /// For whoever needs the place.
    void keepLines();
    OrderBuilder *builder() const { return m_builder; }

protected:
    void submit() override;
    bool wouldLose() const override;
    bool keep() override
    {
        keepLines();
        return true;
    }
    void discard() override;
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    void showDone();

    OrdersPort &m_port;
    OrderBuilder *m_builder;
    QLabel *m_about;
    qint64 m_orderId = 0;
    std::map<qint64, OrderDraft> m_kept; ///< by order
};

} // namespace oshaq

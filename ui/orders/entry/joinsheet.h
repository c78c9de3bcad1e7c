// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "models/terminal/ordersport.h"
#include "ui/orders/entry/entrysheet.h"

#include <optional>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class ChoiceCard;

/// Brings all dishes of another open order into this one. Only the hub can do that; the same choice keeps its key
/// however often it is tried.
class JoinSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinSheet)

public:
    JoinSheet(OrdersPort &port, ArchivePort &archive, const Look &look, QWidget *parent);
    ~JoinSheet() override;

    void setLook(const Look &look) override;
    void begin(qint64 orderId);
    QLineEdit *searchEdit() const { return m_search; }
    const std::vector<ChoiceCard *> &cards() const { return m_cards; }
    QString previewText() const;
    bool isFinished() const { return m_finished; }

protected:
    void submit() override;
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    void showOrders();
    void choose(const Order &order);
    void showPreview();

    OrdersPort &m_port;
    ArchivePort &m_archive;
    Order m_into;
    std::optional<Order> m_from;
    QLabel *m_about;
    QLineEdit *m_search;
    QVBoxLayout *m_list;
    std::vector<ChoiceCard *> m_cards;
    std::vector<Order> m_offered; ///< beside m_cards
    QLabel *m_none;
    QLabel *m_preview;
    QString m_key;
    std::optional<PortCall> m_call;
    bool m_finished = false;
};

} // namespace oshaq

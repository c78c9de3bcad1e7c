// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/tillport.h"
#include "ui/orders/entry/entrysheet.h"

#include <optional>
#include <vector>

class QLayout;
class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class ChoiceCard;
class ChoiceRow;
class Field;
class NumberPad;

/// The payments of an order, and giving one of them back, whole or in part, with the reason. A refund whose answer
/// never came is tried again under the same key, so that nothing goes back twice.
class RefundSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RefundSheet)

public:
    /// Ports must outlive it.
    RefundSheet(OrdersPort &port, ArchivePort &archive, TillPort &till, const Look &look, QWidget *parent);
    ~RefundSheet() override;

    void setLook(const Look &look) override;
    /// Also for an order that only the hub has.
    void begin(qint64 orderId, const QString &number);

    const std::vector<ChoiceCard *> &cards() const { return m_cards; }
    QLineEdit *amountEdit() const { return m_amount; }
    Field *amountField() const { return m_amountField; }
    ChoiceRow *reasons() const { return m_reasons; }
    QLineEdit *reasonEdit() const { return m_reason; }
    Field *reasonField() const { return m_reasonField; }
    QString stateText() const;
    QString howText() const;
    QString limitText() const;

protected:
    void submit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void retranslate() override;

private:
    void ask();
    void takePayments(const std::vector<Payment> &payments);
    void choose(std::size_t index);
    void rebuildCards();
    void showAll();
    void showCards();
    void showForm();
    void showButton();
    void given(const Payment &payment, qint64 amountMinor);
    void failed(const PortFailure &failure);
    const Payment *chosen() const;
    /// What this role may still give back of the chosen payment.
    qint64 mostMinor() const;
    bool isLimited() const;
    std::optional<qint64> typed() const;
    QString cardBelow(const Payment &payment) const;
    QStringList usualReasons() const;

    OrdersPort &m_port;
    ArchivePort &m_archive;
    TillPort &m_till;
    qint64 m_orderId = 0;
    QString m_number;
    std::optional<std::vector<Payment>> m_payments; ///< none: the hub has not said
    std::optional<PortFailure> m_failure;
    qint64 m_chosen = 0; ///< payment; 0: none
    PortCall m_call = 0;
    PortCall m_sendCall = 0;
    QString m_key;
    bool m_finished = false;
    std::optional<qint64> m_typedAmount;

    QLabel *m_state;
    QVBoxLayout *m_list;
    std::vector<ChoiceCard *> m_cards; ///< as m_payments
    QWidget *m_form;
    QLineEdit *m_amount;
    Field *m_amountField;
    QLabel *m_limit;
    ChoiceRow *m_reasons;
    QLineEdit *m_reason;
    Field *m_reasonField;
    QLabel *m_how;
    NumberPad *m_pad;
    std::vector<QLayout *> m_columns;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/tillport.h"
#include "ui/orders/entry/entrysheet.h"

#include <map>
#include <optional>
#include <vector>

class QLayout;
class QLineEdit;

namespace oshaq {

class BillSplit;
class ChoiceRow;
class Field;
class NumberPad;
class QrPicture;

/// Takes money for an order: all of it or a part (so much, an even share, some dishes), cash with its change, by the
/// bank's card reader, on the bank's page, which the guest opens on their own phone, or from a card that the bank keeps
/// for the guest. A payment whose answer never came is tried again under the same key, so that nothing is taken twice;
/// that is remembered when the sheet is left.
class PaySheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaySheet)

public:
    PaySheet(OrdersPort &port, ArchivePort &archive, TillPort &till, const Look &look, QWidget *parent);
    ~PaySheet() override;

    void setLook(const Look &look) override;
    void begin(qint64 orderId);

    ChoiceRow *methods() const { return m_methods; }
    ChoiceRow *cards() const { return m_cardRow; }
    ChoiceRow *quickAmounts() const { return m_quick; }
    QLineEdit *amountEdit() const { return m_amount; }
    Field *amountField() const { return m_amountField; }
    QLineEdit *tenderedEdit() const { return m_tendered; }
    Field *tenderedField() const { return m_tenderedField; }
    QLineEdit *tipEdit() const { return m_tip; }
    QLineEdit *slipEdit() const { return m_slip; }
    BillSplit *share() const { return m_share; }
    /// The page that a guest is to open; empty: none waits.
    QString pageUrl() const;
    QString dueText() const;
    QString changeText() const;
    QString paymentsText() const;
    qint64 dueMinor() const { return m_dueMinor; }
    bool isPaid() const { return m_finished; }

protected:
    void submit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void retranslate() override;

private:
    void askPayments();
    void askCards();
    void offerCards(std::vector<SavedCard> cards);
    QString paymentsProblem() const;
    void showDue();
    void showMethod();
    void showChange();
    void prepare();
    void submitPage(const ArchivePort::DirectPayment &payment);
    void submitCard(const ArchivePort::DirectPayment &payment);
    void waitForBank(const TillPort::BankPage &page);
    void showPage();
    /// What became of the page that waited.
    void takePage();
    const TillPort::BankPage *waitingPage() const;
    PaymentMethod method() const;
    QWidget *firstField() const;
    void failed(const PortFailure &failure);
    void taken(const Payment &payment);
    bool isCash() const;
    std::optional<qint64> typed(const QLineEdit *edit) const;
    /// What is typed as a request; nothing when a field is wrong, which is said beside it.
    std::optional<ArchivePort::DirectPayment> request();

    OrdersPort &m_port;
    ArchivePort &m_archive;
    TillPort &m_till;
    qint64 m_orderId = 0;
    Order m_order;
    Currency m_currency;
    std::optional<std::vector<Payment>> m_payments; ///< none: the hub has not said
    std::optional<PortFailure> m_paymentsFailure;
    qint64 m_dueMinor = 0;
    QString m_key;
    std::map<qint64, ArchivePort::DirectPayment> m_unanswered; ///< by order
    std::optional<PortCall> m_paymentsCall;
    std::optional<PortCall> m_payCall;
    std::optional<PortCall> m_pageCall; ///< or of a saved card
    std::optional<PortCall> m_cardsCall;
    std::vector<SavedCard> m_cards;             ///< that the bank keeps for whoever ordered
    std::map<qint64, SavedCard> m_triedCards; ///< by order: of a payment in m_unanswered
    /// By order: those that nobody has seen the end of. Without a URL: a saved card.
    std::map<qint64, TillPort::BankPage> m_pages;
    bool m_finished = false;
    qint64 m_lastChange = 0;
    std::optional<qint64> m_typedAmount; ///< what the fields say: another language may write it in another way
    std::optional<qint64> m_typedTip;
    std::optional<qint64> m_typedTendered;

    QLabel *m_dueName;
    QLabel *m_due;
    QLabel *m_paymentsLabel;
    QWidget *m_page; ///< instead of the form, while a guest pays on their phone
    QrPicture *m_code;
    QLabel *m_pageText;
    QWidget *m_form;
    std::vector<QLayout *> m_columns;
    ChoiceRow *m_methods;
    ChoiceRow *m_cardRow;
    QLineEdit *m_amount;
    Field *m_amountField;
    BillSplit *m_share;
    QLineEdit *m_tip;
    Field *m_tipField;
    QLineEdit *m_tendered;
    Field *m_tenderedField;
    ChoiceRow *m_quick;
    std::vector<qint64> m_quickMinor;
    QLineEdit *m_slip;
    Field *m_slipField;
    NumberPad *m_pad;
    QLabel *m_changeName;
    QLabel *m_change;
};

} // namespace oshaq

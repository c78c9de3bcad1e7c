// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"
#include "models/terminal/tillport.h"
#include "ui/orders/entry/entrysheet.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLayout;
class QLineEdit;

namespace oshaq {

class CashCounter;
class ChoiceRow;
class Field;
class NumberPad;

/// The cash drawer that this screen's cash goes into: opening it with its float, putting cash in and taking some out,
/// counting it, and closing it with the difference. What has no answer is tried again under the same key.
class DrawerSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DrawerSheet)

public:
    enum class Task
    {
        PayIn,
        PayOut,
        Count,
        Close
    };

    /// Ports must outlive it.
    DrawerSheet(OrdersPort &port, TillPort &till, const Look &look, QWidget *parent);
    ~DrawerSheet() override;

    void setLook(const Look &look) override;
    void begin();

    ChoiceRow *tasks() const { return m_tasks; }
    QLineEdit *amountEdit() const { return m_amount; }
    Field *amountField() const { return m_amountField; }
    ChoiceRow *reasons() const { return m_reasons; }
    QLineEdit *reasonEdit() const { return m_reason; }
    Field *reasonField() const { return m_reasonField; }
    CashCounter *counter() const { return m_counter; }
    QLineEdit *sumEdit() const { return m_sum; }
    Field *sumField() const { return m_sumField; }
    QLineEdit *noteEdit() const { return m_note; }
    QString stateText() const;
    QString differenceText() const;
    /// "name: value" of each figure that is shown.
    QStringList figures() const;
    QString logText() const;
    /// None: not known, or there is none.
    const std::optional<DrawerView> &drawer() const { return m_drawer; }
    bool isKnown() const { return m_known; }

protected:
    void submit() override;
    bool wouldLose() const override;
    void discard() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void retranslate() override;

private:
    struct Figure
    {
        QLabel *name;
        QLabel *value;
    };

    void ask();
    void take(const DrawerView &view);
    void failed(const PortFailure &failure);
    void showAll();
    void showState();
    void showFigures();
    void showTask();
    void showDifference();
    void showLog();
    void showButton();
    void clearForm();
    bool isOpenHere() const { return m_drawer && m_drawer->session.isOpen(); }
    bool isClosedNow() const { return m_drawer && !m_drawer->session.isOpen(); }
    bool isCounting() const;
    Task task() const;
    QWidget *firstField() const;
    Currency currency() const;
    qint64 foundMinor() const;
    std::optional<qint64> typed(const QLineEdit *edit) const;
    void forgetCall();
    template <typename Call> void send(Call call);
    void sendOpening();
    void sendMove();
    void sendCount();

    OrdersPort &m_port;
    TillPort &m_till;
    std::optional<DrawerView> m_drawer;
    bool m_known = false; ///< the hub has said whether there is one
    std::optional<PortFailure> m_failure;
    PortCall m_call = 0;     ///< a question
    PortCall m_sendCall = 0; ///< something that changes it
    QString m_key;
    std::optional<qint64> m_typedAmount; ///< what the fields say: another language may write it in another way
    std::optional<qint64> m_typedSum;

    QLabel *m_state;
    QGridLayout *m_grid;
    std::vector<Figure> m_figures;
    ChoiceRow *m_tasks;
    QWidget *m_form;
    QLineEdit *m_amount;
    Field *m_amountField;
    ChoiceRow *m_reasons;
    QLineEdit *m_reason;
    Field *m_reasonField;
    NumberPad *m_pad;
    CashCounter *m_counter;
    QLineEdit *m_sum;
    Field *m_sumField;
    QLabel *m_difference;
    QLineEdit *m_note;
    Field *m_noteField;
    QLabel *m_logTitle;
    QLabel *m_log;
    std::vector<QLayout *> m_columns;
};

} // namespace oshaq

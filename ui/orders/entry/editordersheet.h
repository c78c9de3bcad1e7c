// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"
#include "ui/orders/entry/entrysheet.h"

class QLineEdit;

namespace oshaq {

class AllergyField;
class ChoiceRow;
class Field;
class PromiseField;
class Stepper;

/// Table (which moves the order), covers, note, allergy and promise of an order. Only what was changed here is sent:
/// what somebody else changes meanwhile in another field stays theirs.
class EditOrderSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditOrderSheet)

public:
    EditOrderSheet(OrdersPort &port, const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    void begin(qint64 orderId);
    /// What would be sent now.
    OrderFields changes() const;

    QLineEdit *tableEdit() const { return m_table; }
    Field *tableField() const { return m_tableField; }
    Stepper *coversStepper() const { return m_covers; }
    QLineEdit *noteEdit() const { return m_note; }
    AllergyField *allergyField() const { return m_allergy; }
    PromiseField *promiseField() const { return m_promise; }

protected:
    void submit() override;
    bool wouldLose() const override;
    bool keep() override
    {
        submit();
        return false;
    }
    void retranslate() override;

private:
    /// What the fields say; the promise as it was while nobody touched it.
    OrderFields shown() const;
    void show(const OrderFields &fields);
    void follow();
    void showMeaning();
    static OrderFields fieldsOf(const Order &order);

    OrdersPort &m_port;
    qint64 m_orderId = 0;
    OrderFields m_seen; ///< what the person saw
    bool m_promiseTouched = false;
    QString m_number;
    QLineEdit *m_table;
    Field *m_tableField;
    ChoiceRow *m_tables;
    QLabel *m_coversLabel;
    Stepper *m_covers;
    PromiseField *m_promise;
    AllergyField *m_allergy;
    QLineEdit *m_note;
    Field *m_noteField;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "models/terminal/ordersport.h"
#include "ui/common/look.h"
#include "ui/orders/entry/orderdraft.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QSpacerItem;
class QVBoxLayout;

namespace oshaq {

class AllergyField;
class ChoiceCard;
class ChoiceRow;
class Field;
class GuestLookup;
class NumberPad;
class PromiseField;
class Stepper;
class TouchButton;

/// Who gets the order, where and when: fields that belong to how it is handed over. Offers the guests whom the hub
/// knows by that phone or name; without the hub it says so and goes on.
class OrderDetails final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderDetails)

public:
    OrderDetails(OrdersPort &port, ArchivePort &archive, const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setHead(const DraftHead &head);
    const DraftHead &head() const { return m_head; }
    void setFulfilment(Fulfilment fulfilment);
    /// Words beside the fields that they are about; others stay empty.
    void setProblems(const std::vector<DraftProblem> &problems);
    /// Where people begin: the table, or the phone.
    void focusFirst();
    /// The first field with a problem; false: there is none.
    bool focusProblem();

    Field *tableField() const { return m_tableField; }
    QLineEdit *tableEdit() const { return m_table; }
    ChoiceRow *tableChoices() const { return m_tables; }
    Stepper *coversStepper() const { return m_covers; }
    QLineEdit *phoneEdit() const { return m_phone; }
    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *addressEdit() const { return m_address; }
    Field *addressField() const { return m_addressField; }
    const std::vector<ChoiceCard *> &guestCards() const { return m_guestCards; }
    const std::vector<ChoiceCard *> &addressCards() const { return m_addressCards; }
    QLabel *guestWords() const { return m_guestWords; }
    AllergyField *allergyField() const { return m_allergy; }
    PromiseField *promiseField() const { return m_promise; }
    QLineEdit *noteEdit() const { return m_note; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void build();
    void showFields();
    void showTables();
    void showTableHint();
    void showGuests();
    void showAddresses();
    void showMeaning();
    void showPad(QLineEdit *target);
    void handleTyped();
    void chooseGuest(const GuestCard &guest);
    void knowGuest(const GuestCard &guest);
    void forgetGuest();
    void say();

    OrdersPort &m_port;
    ArchivePort &m_archive;
    Look m_look;
    DraftHead m_head;
    std::vector<DraftProblem> m_problems;
    GuestLookup *m_lookup;
    std::optional<PortCall> m_guestCall;
    std::optional<GuestCard> m_guest; ///< who was chosen, as far as the hub said
    bool m_allergyFromGuest = false;

    std::vector<QSpacerItem *> m_labelSpaces;
    QLineEdit *m_table;
    Field *m_tableField;
    TouchButton *m_tablePad;
    QWidget *m_tableBox;
    ChoiceRow *m_tables;
    std::vector<QString> m_knownTables;
    QLabel *m_coversLabel;
    Stepper *m_covers;
    QLineEdit *m_phone;
    Field *m_phoneField;
    TouchButton *m_phonePad;
    QLineEdit *m_name;
    Field *m_nameField;
    QLabel *m_guestWords;
    TouchButton *m_forget;
    QVBoxLayout *m_guestLayout;
    std::vector<ChoiceCard *> m_guestCards;
    NumberPad *m_pad;
    QWidget *m_addressBox;
    QLabel *m_addressLabel;
    QVBoxLayout *m_addressLayout;
    std::vector<ChoiceCard *> m_addressCards;
    QLineEdit *m_address;
    Field *m_addressField;
    PromiseField *m_promise;
    AllergyField *m_allergy;
    QLabel *m_allergyWords;
    QLineEdit *m_note;
    Field *m_noteField;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/money.h"
#include "models/domain/pricing.h"
#include "ui/common/look.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace oshaq {

class ChoiceRow;
class Field;
class Stepper;
class TouchButton;

/// One dish as it is wanted: how much, its choices, a note, its course. Choices have numbers that their keys press; a
/// dish is not taken before its choices are complete.
class LineEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineEditor)

public:
    explicit LineEditor(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `step`: of the dish, thousandths. `isNew`: it is not on the ticket yet.
    void begin(const Item &item, qint64 step, const NewOrderLine &wanted, bool isNew, const Currency &currency);
    /// Whether there is a choice of courses.
    void setCourses(bool shown);
    /// Without the key caps on its buttons.
    void setNarrow(bool narrow);
    /// As it is shown now.
    NewOrderLine line() const;
    qint64 itemId() const { return m_item.id; }
    /// Words beside the group; empty: nothing is wrong there.
    QString groupProblem(int group) const;
    ChoiceRow *groupChoices(int group) const { return m_groups.at(std::size_t(group)).choices; }
    Stepper *stepper() const { return m_stepper; }
    QLineEdit *noteEdit() const { return m_note; }
    TouchButton *acceptButton() const { return m_accept; }
    TouchButton *backButton() const { return m_back; }

Q_SIGNALS:
    void accepted(const NewOrderLine &line);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Group
    {
        QLabel *name;
        QLabel *rule;
        ChoiceRow *choices;
    };

    void retranslate();
    void handlePicked(int group, int option);
    /// The option that the number key means: counted through all groups.
    void pickNumber(int number);
    void showRule(int group, const QString &problem);
    bool isComplete(bool say);
    int chosenIn(int group) const;
    void refresh();
    void accept();

    Look m_look;
    Item m_item;
    qint64 m_step = 1000;
    int m_course = 1;
    bool m_isNew = true;
    Currency m_currency;
    QLabel *m_title;
    QLabel *m_price;
    QLabel *m_quantityLabel;
    Stepper *m_stepper;
    QLabel *m_quantityProblem;
    QVBoxLayout *m_groupsLayout;
    std::vector<Group> m_groups;
    QLineEdit *m_note;
    Field *m_noteField;
    QLabel *m_courseLabel;
    ChoiceRow *m_courses;
    QScrollArea *m_scroll;
    TouchButton *m_back;
    TouchButton *m_accept;
};

} // namespace oshaq

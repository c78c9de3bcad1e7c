// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/itemform.h"
#include "ui/common/look.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QFrame;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace oshaq {

class ChoiceRow;
class Field;
class FlowRow;
class TouchButton;

/// The choices that a dish offers, edited in place: groups with how many have to be chosen, and their options with what
/// each costs more.
class OptionEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionEditor)

public:
    explicit OptionEditor(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    const std::vector<OptionGroupForm> &groups() const { return m_groups; }
    void setGroups(const std::vector<OptionGroupForm> &groups);
    /// Those of Options; each is told beside what it is about.
    void setProblems(const std::vector<FormProblem> &problems);
    TouchButton *addButton() const { return m_add; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct OptionRow
    {
        QWidget *box = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *price = nullptr;
        TouchButton *up = nullptr;
        TouchButton *remove = nullptr;
        QLabel *error = nullptr;
    };
    struct GroupBox
    {
        QFrame *box = nullptr;
        Field *nameField = nullptr;
        QLineEdit *name = nullptr;
        ChoiceRow *kind = nullptr;
        FlowRow *counts = nullptr;
        QLabel *leastWords = nullptr;
        QSpinBox *least = nullptr;
        QLabel *mostWords = nullptr;
        QSpinBox *most = nullptr;
        QLabel *error = nullptr;
        QBoxLayout *list = nullptr;
        std::vector<OptionRow> options;
        FlowRow *buttons = nullptr;
        TouchButton *addOption = nullptr;
        TouchButton *up = nullptr;
        TouchButton *remove = nullptr;
    };

    void rebuild();
    void makeGroup(size_t g);
    void makeOption(GroupBox *group, size_t g, size_t o);
    void showGroup(size_t g);
    void retranslate();
    template <typename Act> void change(Act act, bool structure);

    Look m_look;
    std::vector<OptionGroupForm> m_groups;
    std::vector<FormProblem> m_problems;
    std::vector<GroupBox> m_boxes;
    QBoxLayout *m_list;
    TouchButton *m_add;
    bool m_showing = false;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/itemform.h"
#include "ui/common/look.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;

namespace oshaq {

class SummaryButton;

/// Two people changed the same dish: field by field what is here and what is at the hub, and which of both counts.
class ConflictView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictView)

public:
    struct Choice
    {
        ItemField field = ItemField::Name;
        QString mine;
        QString theirs;
        bool takesMine = false;
    };

    explicit ConflictView(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setChoices(const std::vector<Choice> &choices);
    const std::vector<Choice> &choices() const { return m_choices; }
    /// What was chosen of the same fields before.
    void takeOver(const std::vector<Choice> &before);
    bool isEmpty() const { return m_choices.empty(); }
    SummaryButton *mineButton(ItemField field) const;
    SummaryButton *theirsButton(ItemField field) const;

Q_SIGNALS:
    void picked();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *box = nullptr;
        QLabel *name = nullptr;
        SummaryButton *mine = nullptr;
        SummaryButton *theirs = nullptr;
    };

    void retranslate();
    const Row *row(ItemField field) const;

    Look m_look;
    std::vector<Choice> m_choices;
    std::vector<Row> m_rows;
    QLabel *m_words;
    QBoxLayout *m_list;
};

} // namespace oshaq

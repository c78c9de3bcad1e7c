// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class FlowRow;
class TouchButton;

/// One thing of a list in the settings: what it is called, what there is to know of it, and what can be done with it.
class RowCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowCard)

public:
    struct Words
    {
        QString title;
        QString facts;
        QString trouble; ///< something is wrong with it; empty: nothing
        QStringList actions;
        QStringList actionNames; ///< for screen readers: "Edit Hot kitchen"; as many as actions
    };

    explicit RowCard(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setWords(const Words &words);
    TouchButton *button(int action) const { return m_actions.at(size_t(action)); }
    int actionCount() const { return int(m_actions.size()); }
    QString title() const;
    QString facts() const;
    QString trouble() const;

Q_SIGNALS:
    void asked(int action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    bool m_bad = false;
    QLabel *m_title;
    QLabel *m_trouble;
    QLabel *m_facts;
    FlowRow *m_buttons;
    std::vector<TouchButton *> m_actions;
    QVBoxLayout *m_layout;
};

} // namespace oshaq

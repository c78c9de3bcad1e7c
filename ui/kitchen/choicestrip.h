// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace oshaq {

class TouchButton;

/// A question above the tickets, answered by one touch or one digit: a station, why a dish is void. Not modal: tickets
/// stay as they are, and Esc takes it away.
class ChoiceStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceStrip)

public:
    struct Choice
    {
        QString text;
        int slot = -1; ///< 0 for the key "1" up to 9 for the key "0"; -1: touch only
        bool chosen = false;
        std::function<void()> act = {}; ///< the answer; the strip is gone before it is called
    };

    explicit ChoiceStrip(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `question` may be empty: then the choices say enough.
    void ask(const QString &question, const std::vector<Choice> &choices);
    /// False: there is no such button.
    bool pickSlot(int slot);
    const std::vector<Choice> &choices() const { return m_choices; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    int place(const Look &look, bool apply) const;
    void pick(size_t index);

    Look m_look;
    Look m_fitted; ///< smaller where the question or its answers need more than a third of the page
    QString m_question;
    std::vector<Choice> m_choices;
    std::vector<TouchButton *> m_buttons;
};

} // namespace oshaq

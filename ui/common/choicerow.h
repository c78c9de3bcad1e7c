// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace oshaq {

class TouchButton;

/// Some choices side by side, wrapped to as many lines as they need: filters, how an order is handed over, minutes of a
/// promise. One of them is chosen, or, when many(), any of them. Tab reaches the row, the arrow keys go through it.
class ChoiceRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceRow)

public:
    explicit ChoiceRow(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Several may be chosen at once.
    void setMany(bool many);
    /// The texts; choices that were chosen stay chosen by their place.
    void setTexts(const QStringList &texts);
    QStringList texts() const;
    int count() const { return int(m_buttons.size()); }

    /// -1: none.
    int chosen() const;
    void setChosen(int index);
    bool isChosen(int index) const;
    void setChosen(int index, bool chosen);
    void setChoiceEnabled(int index, bool enabled);
    TouchButton *button(int index) const { return m_buttons.at(size_t(index)); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person chose; not emitted by setChosen().
    void picked(int index);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int place(int width, bool apply) const;
    void arrange();
    void pick(int index);

    Look m_look;
    bool m_many = false;
    std::vector<TouchButton *> m_buttons;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QAbstractButton>

namespace oshaq {

/// A dish of the panel of what is out: its name in two lines, its digit, and, when it cannot be had, a word and a
/// stroke.
class DishButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DishButton)

public:
    explicit DishButton(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `key`: the digit that presses it; empty: none does.
    void setDish(qint64 itemId, const QString &name, bool available, const QString &key);
    qint64 itemId() const { return m_itemId; }
    bool isOut() const { return !m_available; }
    /// The keyboard acts on it.
    void setChosen(bool chosen);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    qint64 m_itemId = 0;
    bool m_available = true;
    bool m_chosen = false;
    QString m_key;
};

} // namespace oshaq

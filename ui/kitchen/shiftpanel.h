// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ticket.h"
#include "ui/common/look.h"
#include "ui/common/zoneclock.h"

#include <QWidget>

#include <vector>

namespace oshaq {

/// What was done at this screen, newest first; a touch on something that still stands takes it back, and so does its
/// digit while the panel is open.
class ShiftPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShiftPanel)

public:
    /// More than any screen has rows for.
    static constexpr int mostRows = 30;

    explicit ShiftPanel(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setActions(const std::vector<ShiftAction> &actions, const ZoneClock &clock);
    QRect rowRect(int row) const;
    /// Takes the act in this row back; false: there is none, or nothing of it stands.
    bool pickSlot(int slot);

    /// "Voided Samsa, 2 Manty", "Bumped", in the language of the screen.
    static QString describe(const ShiftAction &action);

Q_SIGNALS:
    void undoRequested(const QString &batch);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void speak();
    int rowHeight() const;
    int rowAt(const QPoint &point) const;
    int rowCount() const;

    Look m_look;
    ZoneClock m_clock;
    std::vector<ShiftAction> m_actions;
    int m_pressed = -1;
};

} // namespace oshaq

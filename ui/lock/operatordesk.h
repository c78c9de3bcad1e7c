// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "ui/common/look.h"
#include "ui/lock/idlewatch.h"

#include <QObject>

#include <functional>

namespace oshaq {

class LockScreen;
class OperatorChip;
class SwitchSheet;

/// Lock, quick switch and sign-out of one window, as its operator port says. The window decides what stays in sight.
class OperatorDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperatorDesk)

public:
    /// The window, its child, must outlive it; so must the port. `clock`: milliseconds that only grow, for tests.
    OperatorDesk(OperatorPort &port, OperatorChip &chip, const Look &look, QWidget *window,
                 std::function<qint64()> clock = {});
    ~OperatorDesk() override;

    void setLook(const Look &look);
    void retranslate();
    bool isLocked() const { return m_isLocked; }
    void lock();
    /// The PIN pad as a panel, when people sign in here at all.
    void askWho();
    /// After what is behind has changed.
    void cover(bool seeThrough, int left = 0);

    LockScreen *lockScreen() const { return m_lockScreen; }
    SwitchSheet *switchSheet() const { return m_sheet; }
    IdleWatch *idleWatch() { return &m_idle; }

Q_SIGNALS:
    /// The screen is locked, or not any more.
    void lockedChanged(bool locked);

private:
    void refresh();

    OperatorPort &m_port;
    OperatorChip &m_chip;
    bool m_isLocked = false;
    IdleWatch m_idle;
    LockScreen *m_lockScreen;
    SwitchSheet *m_sheet;
};

} // namespace oshaq

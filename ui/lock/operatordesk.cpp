// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/operatordesk.h"

#include "ui/common/operatorchip.h"
#include "ui/lock/lockscreen.h"
#include "ui/lock/locktext.h"
#include "ui/lock/switchsheet.h"

#include <QShortcut>

namespace oshaq {

OperatorDesk::OperatorDesk(OperatorPort &port, OperatorChip &chip, const Look &look, QWidget *window,
                           std::function<qint64()> clock)
    : QObject(window)
    , m_port(port)
    , m_chip(chip)
    , m_idle(clock)
    , m_lockScreen(new LockScreen(port, look, window, clock))
    , m_sheet(new SwitchSheet(port, look, window, clock))
{
    // Sheets keep keys to themselves; this one has to work over them.
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), window);
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, &OperatorDesk::lock);
    connect(&m_idle, &IdleWatch::idle, this, &OperatorDesk::lock);
    connect(&m_chip, &OperatorChip::clicked, this, &OperatorDesk::askWho);
    connect(&m_port, &OperatorPort::changed, this, &OperatorDesk::refresh);
    refresh();
}

OperatorDesk::~OperatorDesk() = default;

void OperatorDesk::setLook(const Look &look)
{
    m_lockScreen->setLook(look);
    m_sheet->adoptLook(look);
}

void OperatorDesk::retranslate()
{
    const std::optional<ScreenOperator> who = m_port.current();
    m_chip.setPerson(who ? who->name : QString(), who ? LockText::roleName(who->role) : QString());
}

void OperatorDesk::lock()
{
    if (m_port.policy().asksForPin && !m_isLocked)
        m_port.lock();
}

void OperatorDesk::askWho()
{
    if (m_port.policy().asksForPin && !m_isLocked)
        m_sheet->ask();
}

void OperatorDesk::cover(bool seeThrough, int left)
{
    if (m_isLocked)
        m_lockScreen->open(seeThrough, left);
}

void OperatorDesk::refresh()
{
    const LockPolicy policy = m_port.policy();
    const std::optional<ScreenOperator> who = m_port.current();
    const bool isLocked = policy.asksForPin && m_port.isLocked();
    retranslate();
    m_chip.setVisible(policy.asksForPin && who.has_value());
    const int seconds = policy.asksForPin && !isLocked ? policy.lockAfterSeconds : 0;
    // A change of somebody else's does not count as a touch.
    if (seconds != m_idle.seconds())
        m_idle.setSeconds(seconds);
    if (isLocked == m_isLocked)
        return;
    m_isLocked = isLocked;
    if (isLocked)
        m_sheet->close();
    else
        m_lockScreen->close();
    Q_EMIT lockedChanged(isLocked);
}

} // namespace oshaq

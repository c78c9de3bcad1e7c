// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace oshaq {

/// Notices that nobody has touched the program for a while. Listens to the whole application, and costs next to nothing
/// while people work: a touch writes down the time, at most once a second, and moves no timer.
class IdleWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleWatch)

public:
    /// `clock`: milliseconds that only grow; none: the computer's.
    explicit IdleWatch(std::function<qint64()> clock = {}, QObject *parent = nullptr);
    ~IdleWatch() override;

    /// 0: never, as at first. Counts from now.
    void setSeconds(int seconds);
    int seconds() const { return m_seconds; }
    /// Whether it is so long ago; otherwise looks again when it may be. Called by its own timer.
    void check();
    /// Until that it does nothing; 0: it does not run. For tests.
    int timerMs() const { return m_timer.isActive() ? m_timer.interval() : 0; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Once; setSeconds() begins anew.
    void idle();

private:
    std::function<qint64()> m_clock;
    int m_seconds = 0;
    qint64 m_lastMs = 0;
    QTimer m_timer;
};

} // namespace oshaq

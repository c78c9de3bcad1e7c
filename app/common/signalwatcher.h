// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace oshaq {

/// SIGTERM, SIGINT and SIGHUP as calls from the event loop of the thread that made it; SIGPIPE is ignored. The second
/// signal ends the process at once: somebody is in a hurry. With `reloadRequested` SIGHUP is that call instead, any
/// number of times. One at a time in a process.
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(std::function<void()> stopRequested, std::function<void()> reloadRequested = {},
                           QObject *parent = nullptr);
    ~SignalWatcher() override;

private:
    void handleWakeUp();

    std::function<void()> m_stopRequested;
    std::function<void()> m_reloadRequested;
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_readEnd = -1;
};

} // namespace oshaq

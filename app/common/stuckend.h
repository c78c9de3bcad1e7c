// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace oshaq {

class Logging;

/// The end of a program in which a thread is stuck: nothing in it can be waited for, so it is not closed but left. What
/// was acknowledged is on the disk.
namespace stuckend {

/// Says so on standard error and in the log, and waits a moment for the line to be written. `log` may be null.
void tell(Logging *log, const QString &what);

/// Becomes the same program anew, with the same process id and the arguments that it was started with. Returns only
/// when that is not possible.
void startAnew();

} // namespace stuckend

/// Bounds the end of a program: what hangs outside, such as a name that is being looked up, is not waited for any
/// longer than this.
class EndWatch final : public QThread
{
    Q_DISABLE_COPY_MOVE(EndWatch)

public:
    /// Starts at once; `late` is called on its thread when this still is there after `patience`.
    EndWatch(std::chrono::milliseconds patience, std::function<void()> late);
    ~EndWatch() override;

protected:
    void run() override;

private:
    const std::chrono::milliseconds m_patience;
    const std::function<void()> m_late;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOver = false;
};

} // namespace oshaq

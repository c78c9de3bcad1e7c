// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/hubreader.h"
#include "models/hub/keptdays.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace oshaq {

struct DayKeeperOptions
{
    /// So long it rests between two looks for days that are missing. A look reads a row of a few bytes for each day.
    std::chrono::milliseconds rest = std::chrono::minutes(1);
    /// A day is read in parts of about so many orders.
    int ordersAtOnce = 1'000;
    /// After each part it rests as long as that took: half of a core at most, for somebody else's orders.
    bool yields = true;
};

/// Keeps what is added up once of orders that nobody writes to any more: what may be found in blocks of them (see
/// searchblocks), and the figures of business days that are over (see keptdays): it looks for days that are missing
/// after the start and once a minute, which finds the day that has just ended as well as those that somebody wrote to
/// or imported orders of. Its own thread with its own read-only connection; it writes by commands of a few rows and
/// waits for each, so that it never fills the writer's queue. What it cannot do now it does after a rest. No query
/// waits for it.
class DayKeeper final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayKeeper)

public:
    /// Starts at once. The hub must outlive it.
    explicit DayKeeper(Hub &hub, DayKeeperOptions options = {});
    /// Drops what is on its way, whose claim stays and counts for nothing, and joins.
    ~DayKeeper() override;

    /// Waits until it has looked once more and found nothing missing. For tests and benches.
    void waitUntilKept();

protected:
    void run() override;

private:
    struct Shared;

    /// Adds up what is missing.
    Result<void> pass();
    Result<void> keep(const Business &business, const std::vector<DaySpan> &days);
    Result<void> keepBlocks(const Business &business);
    /// As long as the work before it took, when it yields.
    void rest(std::chrono::steady_clock::duration took);
    Result<QByteArray> readDay(const Business &business, const DaySpan &span);
    Result<WriteOutcome> write(const Business &business, std::function<Result<WriteOutcome>(WriteContext &)> command);
    bool isStopping() const;

    Hub &m_hub;
    const DayKeeperOptions m_options;
    const std::shared_ptr<Shared> m_shared; ///< also with the writer's answers, which may outlive it
    HubReader m_reader;                     ///< the thread's own
    bool m_hasKept = false;                 ///< something, in this pass
};

} // namespace oshaq

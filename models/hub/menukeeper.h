// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/hubreader.h"

#include <QThread>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

namespace oshaq {

/// Puts on the menu what is off it until a time (Item::backAtMs), when that time has come by the hub's clock: also what
/// came due while no hub ran. A thread of its own, which sleeps until the next such time; a commit that touches the
/// menu wakes it.
class MenuKeeper final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuKeeper)

public:
    /// The clock may jump, and a machine may sleep: it is looked at again at least this often.
    static constexpr int longestSleepMs = 15'000;

    /// Starts at once. The hub must outlive it.
    explicit MenuKeeper(Hub &hub);
    ~MenuKeeper() override;

    /// Looks at the clock now. Any thread.
    void look();

protected:
    void run() override;

private:
    /// Until the next time that is known.
    qint64 putBack();
    void submit(qint64 businessId);

    /// What the writer's thread holds: it outlives the keeper.
    struct Bell
    {
        std::mutex mutex;
        std::condition_variable rung;
        bool ringing = true;
        bool ending = false;

        void ring();
    };

    Hub &m_hub;
    std::shared_ptr<Bell> m_bell = std::make_shared<Bell>();
    HubReader m_reader; ///< of this thread
    int m_listener = 0;
};

} // namespace oshaq

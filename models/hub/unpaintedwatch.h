// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/paintwatchrules.h"
#include "models/domain/unpaintedalarm.h"
#include "models/hub/hub.h"
#include "models/hub/hubreader.h"
#include "models/hub/unpaintedstore.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace oshaq {

/// Watches that every ticket is on the glass: one that no screen of its station painted or counted within
/// `kitchen.unpainted_seconds` goes into Hub::alarms() and, once, to paper. A thread of its own, woken by commits, by
/// terminals that come and go, and by the next deadline; with nothing to wait for it sleeps. The alarm ends with the
/// reason for it: painted, finished, closed.
class UnpaintedWatch final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnpaintedWatch)

public:
    /// Orders placed longer ago (a terminal without a hub may keep one for a day) were left open by accident.
    static constexpr qint64 watchedForMs = qint64{36} * 60 * 60 * 1000;
    /// A terminal that painted a station's tickets is one of its screens for so long.
    static constexpr qint64 painterForMs = qint64{12} * 60 * 60 * 1000;

    /// Starts at once. The hub must outlive it.
    explicit UnpaintedWatch(Hub &hub);
    ~UnpaintedWatch() override;

    /// Looks at the clock now. Any thread.
    void look();
    /// How often it has looked at everything. Any thread.
    int looks() const { return m_looks; }

protected:
    void run() override;

private:
    using Key = std::tuple<qint64, qint64, qint64>; ///< order, station, first line

    /// What the writer's thread and sockets hold: it outlives the watch.
    struct Bell
    {
        std::mutex mutex;
        std::condition_variable rung;
        bool ringing = true;
        bool ending = false;
        std::vector<Key> answered; ///< marks whose command is over

        void ring();
    };
    struct Site
    {
        std::map<Key, qint64> knownAtMs; ///< unseen tickets, monotonic
        bool knowsPainters = false;      ///< those before this start were read
    };

    /// Looks at everything; the next moment to do so by itself, monotonic; none: only when something happens.
    std::optional<qint64> lookAtAll();
    Result<std::optional<qint64>> lookAt(sql::Database &database, qint64 businessId, Site &site);
    Result<std::vector<KitchenScreen>> screensOf(sql::Database &database, qint64 businessId, Site &site);
    void submit(qint64 businessId, const Key &key, const UnseenTicket &ticket);

    Hub &m_hub;
    std::shared_ptr<Bell> m_bell = std::make_shared<Bell>();
    HubReader m_reader; ///< of this thread, as everything below
    std::map<qint64, Site> m_sites;
    std::set<Key> m_marking; ///< its command is on its way
    std::atomic<int> m_looks{0};
    int m_listener = 0;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ticket.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace oshaq {

/// What a kitchen hears, the most urgent first.
enum class Alert
{
    Unpainted, ///< a ticket that no kitchen screen shows
    Voided,    ///< void or cancelled: somebody may be cooking it
    Arrived,   ///< a new ticket
    Changed,   ///< added lines, another table, an allergy
    Late
};

inline constexpr std::array allAlerts{Alert::Unpainted, Alert::Voided, Alert::Arrived, Alert::Changed, Alert::Late};

/// Which sound is due: each repeats until somebody has seen what it is about, no two fall into each other, and of
/// several the most urgent is heard. Pure; times are milliseconds of any clock that does not go back.
class AlertPlan
{
public:
    /// Two sounds are at least so far apart.
    static constexpr qint64 gapMs = 2'000;
    static qint64 repeatMs(Alert alert);

    void setEnabled(Alert alert, bool enabled);
    bool isEnabled(Alert alert) const { return !m_muted.contains(alert); }

    void noteArrived(qint64 orderId);
    /// What is on the screen now, and which of it is late. Changes are unseen until they are acknowledged.
    void noteTickets(const std::vector<Ticket> &tickets, qint64 hubNowMs);
    /// The alarms that nobody at this screen has acknowledged, by order and station; touching the screen is not enough.
    void noteUnpainted(const std::set<std::pair<qint64, qint64>> &loud);
    /// Somebody touched the screen or pressed a key: what arrived and what became late has been seen.
    void noteSeen();

    /// The sound that is due; taking it counts as having played it.
    std::optional<Alert> take(qint64 nowMs);

private:
    bool isPending(Alert alert) const;

    std::set<Alert> m_muted;
    std::set<std::pair<qint64, qint64>> m_unpainted;
    std::set<qint64> m_arrived;
    std::set<qint64> m_lateUnseen;
    std::set<qint64> m_lateKnown;
    bool m_changed = false;
    bool m_voided = false;
    std::map<Alert, qint64> m_playedAtMs;
    std::optional<qint64> m_lastMs;
};

} // namespace oshaq

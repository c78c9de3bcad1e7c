// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/programversion.h"
#include "models/domain/replicanote.h"
#include "models/domain/screenstate.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// What this terminal knows about its connection, told honestly. GUI thread. sync/client writes it, ui shows it.
class LinkStatus final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkStatus)

public:
    enum class State
    {
        Connecting, ///< never had contact since the program started
        Live,       ///< the feed is followed
        Offline,    ///< the hub does not answer
        SignIn,     ///< the hub refuses the token (401, 403): the outbox waits for a person
        Upgrade,    ///< this program and the hub's do not fit together, see `fit`; the outbox waits
        Alarm,      ///< the hub answered something that nobody expected; the outbox waits
    };

    struct Facts
    {
        State state = State::Connecting;
        qint64 sinceMs = 0;       ///< hub time of the last change of state; 0: not known
        qint64 knownAtMs = 0;     ///< hub time up to which the cache is complete; 0: never
        int pending = 0;          ///< commands in the outbox that the hub has not confirmed
        qint64 paintedP50Ms = -1; ///< accepted -> painted on this terminal, last 200 tickets; -1: unknown
        qint64 paintedP95Ms = -1;
        qint64 paintedMaxMs = -1;
        std::optional<ReplicaNote> replica = {}; ///< of the hub and its standby, as last heard; none: it did not say
        /// Of Offline: somebody answers at the hub's address whom this screen does not trust, and is told nothing.
        bool isForeignHub = false;
        qint64 behindMs = 0;    ///< live, but what is known is so old; in steps of 5 s; 0: as it should be
        qint64 leftOut = 0;     ///< open orders that the hub keeps and did not tell: the oldest of far too many
        qint64 unpaintedMs = 0; ///< for so long a ticket is known here and not on the glass, likewise
        /// Other screens of the site that somebody should look at, and those that are well; none without a hub.
        std::vector<ScreenFacts> others = {};
        Compatibility fit = Compatibility::Fits;
        QString hubVersion = {}; ///< "0.2"; empty: the hub did not say it
        QString detail;          ///< English, for logs and the page of details

        bool operator==(const Facts &) const = default;
    };

    using QObject::QObject;

    const Facts &facts() const { return m_facts; }

    /// Emits changed() when something is different.
    void update(const Facts &facts)
    {
        if (facts == m_facts)
            return;
        m_facts = facts;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    Facts m_facts;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/screenstate.h"
#include "models/domain/terminalrecord.h"

#include <QString>

#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace oshaq {

/// A screen as the database knows it from an earlier time.
struct KeptScreen
{
    TerminalRecord terminal;
    qint64 lastSeenAtMs = 0; ///< 0: never
    QString version;
    QString address;
};

/// What the screens said last, in memory: who is live, who is behind, who went. Reports come every ten seconds and are
/// worth nothing tomorrow, so the database gets one line of them a minute. Thread-safe.
///
/// "Not heard of for so long" is measured on the monotonic clock: setting the hub's clock makes nobody late.
class ScreenBoard
{
    Q_DISABLE_COPY_MOVE(ScreenBoard)

public:
    /// A screen's line in the database is at most so old.
    static constexpr qint64 writeEveryMs = 60'000;

    /// One reading of both clocks of the hub.
    struct Now
    {
        qint64 wallMs = 0;
        qint64 monotonicMs = 0;
    };

    ScreenBoard() = default;

    /// True until remember() was called for the business.
    bool needsMemory(qint64 businessId) const;
    /// What was known before this hub started; a screen that has reported since then is left alone.
    void remember(qint64 businessId, const std::vector<KeptScreen> &known, const Now &now);

    /// A report came in. True: its line in the database should be written now.
    bool note(const TerminalRecord &terminal, const ScreenReport &report, const QString &address, const Now &now);
    /// It was removed.
    void forget(qint64 businessId, qint64 terminalId);

    /// By id; screens that were never heard of are not among them.
    std::vector<ScreenFacts> screens(qint64 businessId, const Now &now) const;
    /// The same, as many as are told to every screen: those that need somebody first.
    std::vector<ScreenFacts> told(qint64 businessId, const Now &now) const;

private:
    struct Entry
    {
        ScreenFacts facts; ///< its state is found when somebody asks
        qint64 oldestUnpaintedMs = 0;
        qint64 seenMonotonicMs = 0;
        std::optional<qint64> writtenMonotonicMs;
    };
    struct Business
    {
        bool isRemembered = false;
        std::map<qint64, Entry> entries; ///< by terminal
    };

    mutable std::mutex m_mutex;
    std::map<qint64, Business> m_businesses;
};

} // namespace oshaq

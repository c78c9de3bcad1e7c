// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <map>
#include <mutex>

namespace oshaq {

/// Which terminals are connected now, and what they have drawn. Only in memory: a hub that starts knows of nobody and
/// takes everybody as gone since then. Times are monotonic. Thread-safe.
class ScreenPresence
{
    Q_DISABLE_COPY_MOVE(ScreenPresence)

public:
    struct Screen
    {
        int sockets = 0;
        qint64 leftAtMs = 0;                  ///< while there are none
        std::map<qint64, qint64> paintedAtMs; ///< by station, 0: of all; when it told last of a ticket there
    };

    explicit ScreenPresence(qint64 nowMs)
        : m_startedAtMs(nowMs)
    {}

    void arrived(qint64 terminalId);
    void left(qint64 terminalId, qint64 nowMs);
    void painted(qint64 terminalId, qint64 stationId, qint64 nowMs);
    /// What somebody painted is in the database now.
    void acknowledged() { tell(); }

    Screen screen(qint64 terminalId) const;

    /// Told, on whatever thread it happens, that a terminal came or went or acknowledged something, which is a commit
    /// that no commit listener hears of. One at a time; empty: nobody. When this
    /// returns, the one before does not run and will not run again.
    void setListener(std::function<void()> listener);

private:
    void tell();

    const qint64 m_startedAtMs;
    mutable std::mutex m_mutex;
    std::map<qint64, Screen> m_screens;
    std::mutex m_listenerMutex;
    std::function<void()> m_listener;
};

} // namespace oshaq

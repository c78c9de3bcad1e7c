// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/noticetexts.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace oshaq {

/// A message for pages and screens that are open now.
struct LiveNotice
{
    qint64 businessId = 0;
    QString uuid;
    NoticeEvent event = NoticeEvent::OrderReady;
    qint64 userId = 0; ///< whose pages; 0: the restaurant's screens
    std::optional<qint64> orderId;
    QString language;
    NoticeText text;
    qint64 atMs = 0;
    std::function<void()> heard; ///< by one socket; on its thread, may be called more than once
};

/// Where the outbox meets the live sockets. Only in memory. Thread-safe.
class NoticeBoard
{
    Q_DISABLE_COPY_MOVE(NoticeBoard)

public:
    using Listener = std::function<void(const LiveNotice &)>;

    NoticeBoard() = default;

    /// A guest's page opened, or closed.
    void arrived(qint64 userId);
    void left(qint64 userId);
    bool isHere(qint64 userId) const;

    /// Listeners hear of it on the caller's thread; they must be quick and must not add or remove listeners.
    void post(const LiveNotice &notice);
    int addListener(Listener listener);
    /// When this returns the listener does not run and will not run again.
    void removeListener(int handle);

private:
    mutable std::mutex m_mutex;
    std::map<qint64, int> m_pages; ///< user -> open sockets
    std::mutex m_listenersMutex;
    std::map<int, Listener> m_listeners;
    int m_nextListener = 1;
};

} // namespace oshaq

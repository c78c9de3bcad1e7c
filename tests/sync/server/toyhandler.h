// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/httpserver.h"
#include "sync/server/requesthandler.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace oshaq {

/// What the handlers of all HTTP threads and the test share. Thread-safe.
class ToyState
{
    Q_DISABLE_COPY_MOVE(ToyState)

public:
    ToyState() = default;
    ~ToyState() = default;

    struct Refusal
    {
        int status = 0;
        QByteArray reason;
    };

    RequestHandlerFactory factory();

    int handled() const { return m_handled; }
    QList<HttpRequest> requests() const;
    QList<Refusal> refusals() const;
    bool hasRefusal(int status) const;

    /// Requests for /later/KEY that wait.
    int waiting() const;
    /// Answers /later/KEY from the test's thread, the way the writer does. False when nobody waits for it.
    bool release(const QByteArray &key, const QByteArray &body);
    int releaseAll();

    int liveSessions() const { return m_liveSessions; }
    int ticks() const { return m_ticks; }
    QList<QByteArray> liveTexts() const;
    /// Handlers made so far and handlers that got at least one request.
    int handlers() const { return m_handlers; }
    int busyHandlers() const;
    /// What a live session sends for each commit notice.
    void setPush(const QByteArray &push);
    QByteArray push() const;
    /// What tellLive() says: "told", the number of commits until then, and texts of these sizes; empty: nothing.
    void setTold(const std::vector<int> &sizes);
    std::vector<int> told() const;

private:
    friend class ToyHandler;
    friend class ToySession;

    struct Waiting
    {
        Respond respond;
        PostToThread post;
    };

    mutable std::mutex m_mutex;
    QList<HttpRequest> m_requests;
    QList<Refusal> m_refusals;
    std::multimap<QByteArray, Waiting> m_waiting;
    QList<QByteArray> m_liveTexts;
    std::set<const void *> m_busy;
    QByteArray m_push = "push";
    std::vector<int> m_told;
    std::atomic<int> m_handled = 0;
    std::atomic<int> m_handlers = 0;
    std::atomic<int> m_liveSessions = 0;
    std::atomic<int> m_ticks = 0;
};

/// A handler without a restaurant.
///   /echo          what was asked for, as text
///   /size/N        N bytes
///   /later/KEY     answered by ToyState::release(KEY)
///   /lost          drops its Respond;  /twice answers twice;  /thread answers from another thread
///   /live          WebSocket: echoes text; "close" makes it close with 4000; "burst N M" sends N texts of M bytes
///   /forbidden     WebSocket that is refused with 401
class ToyHandler final : public RequestHandler
{
    Q_DISABLE_COPY_MOVE(ToyHandler)

public:
    ToyHandler(ToyState &state, PostToThread post);
    ~ToyHandler() override;

    void handle(HttpRequest request, Respond respond) override;
    UpgradeDecision upgrade(const HttpRequest &request) override;
    void committed(const CommitNotice &notice) override;
    void tellLive() override;
    void refusedByGuard(const QByteArray &remoteAddress, int status, const QByteArray &reason) override;
    HttpResponse guardRefusal(int status, const QByteArray &code, const QByteArray &message) override;

private:
    friend class ToySession;

    ToyState &m_state;
    PostToThread m_post;
    std::set<LiveSocket *> m_sockets;
    int m_commits = 0;
};

} // namespace oshaq

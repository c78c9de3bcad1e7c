// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/server/toyhandler.h"

#include <QThread>

#include <utility>

namespace oshaq {

namespace {

HttpResponse textResponse(const QByteArray &body, int status = 200)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/plain";
    response.body = body;
    return response;
}

/// Answers from a thread that is not the HTTP thread, which a handler must not do but may do by mistake.
class StrayThread final : public QThread
{
    Q_DISABLE_COPY_MOVE(StrayThread)

public:
    explicit StrayThread(Respond respond)
        : m_respond(std::move(respond))
    {}
    ~StrayThread() override { wait(); }

protected:
    void run() override
    {
        m_respond(textResponse("stray"));
        m_respond = nullptr;
    }

private:
    Respond m_respond;
};

} // namespace

class ToySession final : public LiveSession
{
    Q_DISABLE_COPY_MOVE(ToySession)

public:
    explicit ToySession(ToyHandler &handler)
        : m_handler(handler)
    {
        ++m_handler.m_state.m_liveSessions;
    }
    ~ToySession() override
    {
        if (m_socket) {
            // The socket may be used to the last.
            m_socket->sendText("gone");
            m_handler.m_sockets.erase(m_socket);
        }
        --m_handler.m_state.m_liveSessions;
    }

    void opened(LiveSocket &socket) override
    {
        m_socket = &socket;
        m_handler.m_sockets.insert(&socket);
        socket.sendText("hello");
    }

    void textReceived(const QByteArray &utf8) override
    {
        {
            const std::lock_guard lock(m_handler.m_state.m_mutex);
            m_handler.m_state.m_liveTexts.append(utf8);
        }
        if (utf8 == "close") {
            m_socket->close(4000, "as you wish");
            m_socket->sendText("into the void");
        } else if (utf8.startsWith("burst ")) {
            const QList<QByteArray> words = utf8.split(' ');
            for (int i = 0; i < words.value(1).toInt(); ++i)
                m_socket->sendText(QByteArray(words.value(2).toInt(), 'x'));
        } else {
            m_socket->sendText("echo " + utf8);
        }
    }

    void tick() override
    {
        ++m_handler.m_state.m_ticks;
        m_socket->sendText("tick");
    }

private:
    ToyHandler &m_handler;
    LiveSocket *m_socket = nullptr;
};

RequestHandlerFactory ToyState::factory()
{
    return [this](PostToThread post) { return std::make_unique<ToyHandler>(*this, std::move(post)); };
}

QList<HttpRequest> ToyState::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QList<ToyState::Refusal> ToyState::refusals() const
{
    const std::lock_guard lock(m_mutex);
    return m_refusals;
}

bool ToyState::hasRefusal(int status) const
{
    const std::lock_guard lock(m_mutex);
    for (const Refusal &refusal : m_refusals) {
        if (refusal.status == status)
            return true;
    }
    return false;
}

int ToyState::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_waiting.size());
}

bool ToyState::release(const QByteArray &key, const QByteArray &body)
{
    Waiting waiting;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_waiting.find(key);
        if (found == m_waiting.end())
            return false;
        waiting = std::move(found->second);
        m_waiting.erase(found);
    }
    waiting.post([respond = std::move(waiting.respond), body] { respond(textResponse(body)); });
    return true;
}

int ToyState::releaseAll()
{
    std::multimap<QByteArray, Waiting> all;
    {
        const std::lock_guard lock(m_mutex);
        all.swap(m_waiting);
    }
    for (auto &[key, waiting] : all)
        waiting.post([respond = std::move(waiting.respond), key = key] { respond(textResponse(key)); });
    return static_cast<int>(all.size());
}

QList<QByteArray> ToyState::liveTexts() const
{
    const std::lock_guard lock(m_mutex);
    return m_liveTexts;
}

int ToyState::busyHandlers() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_busy.size());
}

void ToyState::setTold(const std::vector<int> &sizes)
{
    const std::lock_guard lock(m_mutex);
    m_told = sizes;
}

std::vector<int> ToyState::told() const
{
    const std::lock_guard lock(m_mutex);
    return m_told;
}

void ToyState::setPush(const QByteArray &push)
{
    const std::lock_guard lock(m_mutex);
    m_push = push;
}

QByteArray ToyState::push() const
{
    const std::lock_guard lock(m_mutex);
    return m_push;
}

ToyHandler::ToyHandler(ToyState &state, PostToThread post)
    : m_state(state)
    , m_post(std::move(post))
{
    ++m_state.m_handlers;
}

ToyHandler::~ToyHandler() = default;

void ToyHandler::handle(HttpRequest request, Respond respond)
{
    ++m_state.m_handled;
    const QByteArray path = request.path;
    {
        const std::lock_guard lock(m_state.m_mutex);
        m_state.m_requests.append(request);
        m_state.m_busy.insert(this);
        if (path.startsWith("/later/")) {
            m_state.m_waiting.emplace(path.mid(7), ToyState::Waiting{std::move(respond), m_post});
            return;
        }
    }
    if (path.startsWith("/size/")) {
        respond(textResponse(QByteArray(path.mid(6).toInt(), 's')));
    } else if (path == "/lost") {
        return;
    } else if (path == "/twice") {
        respond(textResponse("first"));
        respond(textResponse("second"));
    } else if (path == "/thread") {
        StrayThread thread(std::move(respond));
        thread.start();
    } else {
        respond(textResponse(request.method + ' ' + path + '?' + request.query + '\n' + request.body));
    }
}

UpgradeDecision ToyHandler::upgrade(const HttpRequest &request)
{
    UpgradeDecision decision;
    if (request.path == "/live")
        decision.session = std::make_unique<ToySession>(*this);
    else
        decision.refusal = textResponse("not you", 401);
    return decision;
}

void ToyHandler::committed(const CommitNotice &notice)
{
    ++m_commits;
    const QByteArray push = m_state.push() + ' ' + notice.epoch.toUtf8();
    const std::set<LiveSocket *> sockets = m_sockets;
    for (LiveSocket *socket : sockets)
        socket->sendText(push);
}

void ToyHandler::tellLive()
{
    const std::vector<int> sizes = m_state.told();
    if (sizes.empty())
        return;
    LiveTexts texts;
    texts.append("told " + QByteArray::number(m_commits));
    for (const int size : sizes)
        texts.append(QByteArray(size, 't'));
    const std::set<LiveSocket *> sockets = m_sockets;
    for (LiveSocket *socket : sockets)
        socket->sendTexts(texts);
}

void ToyHandler::refusedByGuard(const QByteArray &remoteAddress, int status, const QByteArray &reason)
{
    Q_UNUSED(remoteAddress)
    const std::lock_guard lock(m_state.m_mutex);
    m_state.m_refusals.append({status, reason});
}

HttpResponse ToyHandler::guardRefusal(int status, const QByteArray &code, const QByteArray &message)
{
    return textResponse(code + ": " + message, status);
}

} // namespace oshaq

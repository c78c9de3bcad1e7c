// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/protocol/errorjson.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace oshaq {

/// The questions to the hub that are on their way, and how an answer becomes a PortAnswer. What the ports promise is
/// kept here: `done` is called once, from the event loop, never inside the call that asks and never after cancel();
/// with this object every question is forgotten. GUI thread.
///
/// - no answer (network, time-out), 408, 425, 429, 503 -> Unreachable: the same question may be asked again later; 429
///   and 503 with the hub's own code, such as RATE_LIMITED or STORAGE_UNAVAILABLE
/// - TLS with a stranger -> Refused, HUB_FOREIGN: nothing was sent
/// - 401, 403 -> SignIn, whoever answered
/// - another 4xx with an envelope -> Refused, with its code, message and details
/// - everything else -> Broken: other 5xx, redirects, success without the shape that it should have, pages of proxies,
///   answers that are too long
class HubCalls final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubCalls)

public:
    /// So long may somebody look at a spinner. Writes have the transport's own patience.
    static constexpr int readTimeoutMs = 10'000;

    struct Request
    {
        QByteArray method = "GET";
        QByteArray path; ///< from the root, with its query
        QByteArray body = {};
        QString key = {};                   ///< idempotency key; empty: none
        QByteArray contentType = {};        ///< of the body; empty: JSON
        bool namesOperator = true;          ///< false: asked by the screen itself, whoever stands at it
        std::optional<qint64> ifMatch = {}; ///< the version that was seen, for requests without a body
        int timeoutMs = 0;                  ///< 0: the usual one
    };
    /// What the question's answer says; the Error of an answer that cannot be read makes it Broken.
    template <typename T> using Read = std::function<Result<T>(const Answer &)>;
    /// The same where the answer is no envelope.
    template <typename T> using ReadRaw = std::function<Result<T>(const WireReply &)>;

    /// Both must outlive it. The endpoint may change at any time: what is asked from then on goes to the new one.
    HubCalls(const HubEndpoint &endpoint, HttpTransport &transport);
    ~HubCalls() override;

    template <typename T> PortCall ask(const Request &request, Read<T> read, PortDone<T> done)
    {
        return begin(request, [read = std::move(read), done = std::move(done)](const WireReply &reply) {
            done(answerOf<T>(reply, read));
        });
    }

    template <typename T> PortCall askRaw(const Request &request, ReadRaw<T> read, PortDone<T> done)
    {
        return begin(request, [read = std::move(read), done = std::move(done)](const WireReply &reply) {
            done(rawAnswerOf<T>(reply, read));
        });
    }

    /// An answer that is known without asking.
    template <typename T> PortCall tell(PortAnswer<T> answer, PortDone<T> done)
    {
        return begin([answer = std::move(answer), done = std::move(done)] { done(answer); });
    }

    /// A question that is not the hub's: whoever works on it puts the answer into `slot` and calls settle(), from the
    /// event loop.
    template <typename T> PortCall expect(std::shared_ptr<PortAnswer<T>> slot, PortDone<T> done)
    {
        return hold([slot = std::move(slot), done = std::move(done)] { done(*slot); });
    }
    void settle(PortCall call) { finish(call, {}); }

    /// For questions that take several requests: `handle` may call proceed() with the same call.
    using Handle = std::function<void(const WireReply &)>;
    PortCall begin(const Request &request, Handle handle);
    /// The next request of a question whose last one was answered just now.
    void proceed(PortCall call, const Request &request, Handle handle);

    void cancel(PortCall call);
    /// What is on its way ends as Unreachable, from the event loop.
    void giveUp();
    int waiting() const { return int(m_calls.size()); }

    template <typename T> static PortAnswer<T> answerOf(const WireReply &reply, const Read<T> &read)
    {
        Answer answer;
        if (auto failure = failureOf(reply, &answer))
            return PortAnswer<T>::failed(std::move(*failure));
        Result<T> value = read(answer);
        return value ? PortAnswer<T>::of(std::move(*value)) : PortAnswer<T>::failed(broken(value.error()));
    }

    template <typename T> static PortAnswer<T> rawAnswerOf(const WireReply &reply, const ReadRaw<T> &read)
    {
        if (!reply.arrived() || reply.status < 200 || reply.status > 299) {
            Answer ignored;
            if (auto failure = failureOf(reply, &ignored))
                return PortAnswer<T>::failed(std::move(*failure));
        }
        Result<T> value = read(reply);
        return value ? PortAnswer<T>::of(std::move(*value)) : PortAnswer<T>::failed(broken(value.error()));
    }

    /// Nothing when it is a success, which `answer` holds then.
    static std::optional<PortFailure> failureOf(const WireReply &reply, Answer *answer);

private:
    struct Call
    {
        quint64 request = 0; ///< of the transport; 0: it was answered, the answer is on its way here
        Handle handle;
    };

    PortCall hold(std::function<void()> answer);
    PortCall begin(std::function<void()> answer);
    void send(PortCall call, const Request &request);
    void finish(PortCall call, const WireReply &reply);
    /// finish() from the event loop.
    void finishLater(PortCall call, const WireReply &reply);
    static PortFailure broken(const Error &error);

    const HubEndpoint &m_endpoint;
    HttpTransport &m_transport;
    std::map<PortCall, Call> m_calls;
    PortCall m_last = 0;
};

} // namespace oshaq

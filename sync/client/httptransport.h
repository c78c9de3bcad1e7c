// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <functional>
#include <memory>

namespace oshaq {

using WireHeaders = QList<QPair<QByteArray, QByteArray>>;

struct WireReply;

/// Takes the body of a success as it comes, so that nothing of it stays in memory. All three are called on the wire's
/// own thread, one after the other; false ends the request as WireReply::Failure::NotKept. Nobody else touches it from
/// send() until the reply is there; after a cancel() it is destroyed on either thread.
class WireSink
{
public:
    virtual ~WireSink() = default;

    /// Status and headers, before the first byte.
    virtual bool begin(const WireReply &head) = 0;
    virtual bool write(QByteArrayView bytes) = 0;
    /// That was all of it.
    virtual bool end() = 0;
};

/// One outgoing HTTP request as a value. Never log it: the headers hold a token.
struct WireRequest
{
    QByteArray method = "GET"; ///< upper case
    QByteArray url;            ///< absolute, percent-encoded, http or https
    WireHeaders headers;
    QByteArray body;
    QByteArray caFile = {}; ///< trust this CA and no other; empty: those of the system
    /// TLS with whoever answers. Only for what is no secret and is checked by other means: a request of this kind with
    /// a body, or with a token, is not sent.
    bool asksStranger = false;
    /// On a connection of its own: one that is kept may be dead, and then the request is sent a second time on another,
    /// although the first may have arrived. For what must not happen twice.
    bool onlyOnce = false;
    int connectTimeoutMs = 5'000;
    int totalTimeoutMs = 20'000;                ///< 0: as long as it takes
    qint64 maxResponseBytes = 32 * 1024 * 1024; ///< in memory
    int stallTimeoutMs = 0;                     ///< so long nothing may come; 0: no such limit
    /// Gets the body of a success; null: it comes with the reply. Other answers always do.
    std::shared_ptr<WireSink> sink = {};
    /// How many bytes of a sink's body came and how many there will be (0: nobody knows), now and then, on the thread
    /// of the transport and never after `done`.
    std::function<void(qint64 done, qint64 total)> progress = {};
};

/// What came of it: an answer of any status, or the reason why there is none.
struct WireReply
{
    enum class Failure
    {
        None,
        Network, ///< not resolved, not connected, cut off, TLS refused
        Timeout,
        TooLarge,  ///< more than maxResponseBytes
        Untrusted, ///< TLS with somebody whose certificate no trusted CA signed; nothing was sent
        NotKept,   ///< the sink did not take it
        Invalid,   ///< the request itself: a URL or header that cannot be sent
        Held,      ///< kept back by a circuit breaker or its budget
    };

    Failure failure = Failure::None;
    QString failureText; ///< English; holds no token and no body
    bool mayHaveArrived = true; ///< false: not a byte of the request was written
    int status = 0;
    WireHeaders headers; ///< names in lower case
    QByteArray body;

    bool arrived() const { return failure == Failure::None; }

    /// The first header of that (lower-case) name, or nothing.
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

/// Sends HTTP requests without blocking. Belongs to one thread, which also gets the replies.
class HttpTransport
{
public:
    using Done = std::function<void(WireReply)>;

    virtual ~HttpTransport() = default;

    /// `done` is called once from the event loop, never inside send(), unless the request is cancelled first.
    virtual quint64 send(WireRequest request, Done done) = 0;
    /// After this `done` is not called any more. The request may have reached the server all the same.
    virtual void cancel(quint64 id) = 0;
};

} // namespace oshaq

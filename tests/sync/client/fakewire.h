// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/httptransport.h"
#include "sync/client/livechannel.h"

#include <deque>
#include <optional>
#include <vector>

namespace oshaq::testing {

inline WireReply answered(int status, const QByteArray &body = {}, const WireHeaders &headers = {})
{
    WireReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers = headers;
    return reply;
}

inline WireReply noNetwork()
{
    WireReply reply;
    reply.failure = WireReply::Failure::Network;
    reply.failureText = QStringLiteral("connection refused");
    return reply;
}

/// Records requests. Answers with what was queued, else what `serve` says, else like a dead network.
class FakeTransport final : public HttpTransport
{
public:
    std::function<std::optional<WireReply>(const WireRequest &)> serve;
    std::deque<WireReply> queued;
    std::vector<WireRequest> requests; ///< everything that was sent
    int cancelled = 0;
    bool hold = false; ///< requests reach `serve` and their answers stay on the way
    std::size_t largestFlight = 0;

    quint64 send(WireRequest request, Done done) override
    {
        requests.push_back(request);
        requests.back().sink.reset(); // what it writes to goes with the request
        m_flights.push_back({m_nextId, std::move(request), std::move(done), std::nullopt});
        largestFlight = std::max(largestFlight, m_flights.size());
        return m_nextId++;
    }

    void cancel(quint64 id) override
    {
        cancelled += static_cast<int>(std::erase_if(m_flights, [id](const Flight &flight) { return flight.id == id; }));
    }

    /// Lets the oldest request arrive and its answer come back; false when there is none.
    bool deliverOne()
    {
        process();
        if (hold || m_flights.empty())
            return false;
        Flight flight = std::move(m_flights.front());
        m_flights.erase(m_flights.begin());
        fillSink(flight);
        flight.done(std::move(*flight.reply));
        return true;
    }

    /// The server does its part, the answers are not delivered.
    void process()
    {
        for (Flight &flight : m_flights) {
            if (!flight.reply)
                flight.reply = replyTo(flight.request);
        }
    }

    /// What is on its way is lost, as when the program ends.
    void dropAll() { m_flights.clear(); }
    std::size_t inFlight() const { return m_flights.size(); }

private:
    struct Flight
    {
        quint64 id = 0;
        WireRequest request;
        Done done;
        std::optional<WireReply> reply;
    };

    /// As the wire does it, in small pieces.
    static void fillSink(Flight &flight)
    {
        WireReply &reply = *flight.reply;
        const std::shared_ptr<WireSink> owned = std::exchange(flight.request.sink, nullptr);
        if (!owned || !reply.arrived() || reply.status < 200 || reply.status > 299)
            return;
        constexpr qsizetype piece = 7;
        const QByteArray body = std::exchange(reply.body, {});
        WireSink &sink = *owned;
        bool kept = sink.begin(reply);
        for (qsizetype at = 0; kept && at < body.size(); at += piece)
            kept = sink.write(QByteArrayView(body).sliced(at, std::min(piece, body.size() - at)));
        if (kept && flight.request.progress)
            flight.request.progress(body.size(), body.size());
        if (!kept || !sink.end())
            reply.failure = WireReply::Failure::NotKept;
    }

    WireReply replyTo(const WireRequest &request)
    {
        if (!queued.empty()) {
            WireReply reply = std::move(queued.front());
            queued.pop_front();
            return reply;
        }
        if (serve) {
            if (std::optional<WireReply> reply = serve(request))
                return *reply;
        }
        return noNetwork();
    }

    std::vector<Flight> m_flights;
    quint64 m_nextId = 1;
};

/// A socket whose other end is the test.
class FakeChannel final : public LiveChannel
{
    Q_OBJECT

public:
    int opens = 0;
    bool isOpen = false;
    QUrl url;
    QByteArray authorization;

    void open(const QUrl &target, const QByteArray &header) override
    {
        ++opens;
        isOpen = true;
        url = target;
        authorization = header;
    }
    void close() override { isOpen = false; }

    void say(const QByteArray &utf8)
    {
        if (isOpen)
            Q_EMIT textReceived(utf8);
    }
    void breakOff(const QString &reason = QStringLiteral("gone"))
    {
        if (!std::exchange(isOpen, false))
            return;
        Q_EMIT closed(reason);
    }
};

} // namespace oshaq::testing

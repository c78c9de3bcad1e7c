// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace oshaq::load {

/// Nanoseconds of a clock that only grows.
std::int64_t monotonicNs();
/// Milliseconds UTC, as the hub's own clock on the same machine says it.
std::int64_t wallMs();

/// One keep-alive connection that sends what it is given and finds where an answer ends. Non-blocking: whoever owns the
/// epoll calls ready(). Content-Length only, as the hub answers.
class WireClient
{
public:
    struct Answer
    {
        int status = 0;       ///< 0: the connection broke
        std::string_view why; ///< of status 0: "closed by the other end", "Connection reset by peer"
        std::string_view head;
        std::string_view body;
    };

    /// Begins to connect; `tls` may be null and must outlive it. What is sent before it is connected waits.
    WireClient(std::uint16_t port, SSL_CTX *tls);
    ~WireClient();
    WireClient(const WireClient &) = delete;
    WireClient &operator=(const WireClient &) = delete;

    int descriptor() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }
    /// Connected, and the handshake of TLS is done.
    bool isReady() const { return m_isReady && isOpen(); }
    /// Why it is not open; empty: it is.
    const std::string &why() const { return m_why; }
    /// What epoll is to be told: EPOLLIN, and EPOLLOUT while something is left to send.
    std::uint32_t interest() const;
    void send(std::string_view bytes);
    /// A frame of a client: masked.
    void sendFrame(int opcode, std::string_view payload);

    /// After epoll said so. Each whole answer once; after the answer 101 each whole text frame goes to `onFrame`.
    void ready(const std::function<void(const Answer &)> &onAnswer,
               const std::function<void(std::string_view)> &onFrame);

private:
    /// The next step of connecting.
    void connectOn();
    void flush();
    bool fill();
    void breakOff(std::string why);
    void parseAnswers(const std::function<void(const Answer &)> &onAnswer);
    void parseFrames(const std::function<void(std::string_view)> &onFrame);

    int m_descriptor = -1;
    std::unique_ptr<SSL, decltype(&SSL_free)> m_tls{nullptr, &SSL_free};
    bool m_isReady = false;
    bool m_isConnected = false;  ///< TCP
    bool m_wantsToWrite = false; ///< TLS while it greets
    bool m_isUpgraded = false;
    std::string m_why;
    std::string m_out;
    std::size_t m_sent = 0;
    std::string m_in;
    std::size_t m_read = 0; ///< of m_in: taken
};

} // namespace oshaq::load

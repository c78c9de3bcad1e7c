// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tlswire.h"

#include "sync/server/tlssocket.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include <openssl/err.h>

#include <sys/socket.h>

namespace oshaq {

namespace {

/// What one record holds at most.
constexpr std::size_t recordBytes = SSL3_RT_MAX_PLAIN_LENGTH;

bool isLater(int state)
{
    return state == SSL_ERROR_WANT_READ || state == SSL_ERROR_WANT_WRITE;
}

/// The parts from `skip` on, as far as a record holds them. In `space` unless they stand together. A call that is made
/// again must begin with the same bytes, and no fewer: what a record was filled with is a prefix of what follows.
std::span<const char> nextRecord(std::span<const iovec> parts, std::size_t skip, std::span<char, recordBytes> space)
{
    while (!parts.empty() && skip >= parts.front().iov_len) {
        skip -= parts.front().iov_len;
        parts = parts.subspan(1);
    }
    if (parts.empty())
        return {};
    const char *first = static_cast<const char *>(parts.front().iov_base) + skip;
    const std::size_t size = parts.front().iov_len - skip;
    if (size >= recordBytes || parts.size() == 1)
        return {first, std::min(size, recordBytes)};
    std::size_t filled = 0;
    for (const iovec &part : parts) {
        const std::size_t take = std::min(part.iov_len - skip, recordBytes - filled);
        std::memcpy(space.data() + filled, static_cast<const char *>(part.iov_base) + skip, take);
        filled += take;
        skip = 0;
    }
    return {space.data(), filled};
}

} // namespace

TlsWire::TlsWire(int descriptor, std::shared_ptr<const TlsContext> context, TlsSession session)
    : SocketWire(descriptor)
    , m_context(std::move(context))
    , m_session(std::move(session))
{}

TlsWire::~TlsWire() = default;

void TlsWire::watch(Watcher &watcher)
{
    SocketWire::watch(watcher);
    // What came together with the end of the handshake, or was read by the wire before this one.
    tellOfRest();
}

Wire::Reading TlsWire::read(char *to, qint64 most, qint64 &taken)
{
    taken = 0;
    if (descriptor() < 0)
        return Reading::Broken;
    ERR_clear_error();
    const int got =
        SSL_read(m_session.get(), to, static_cast<int>(std::min<qint64>(most, std::numeric_limits<int>::max())));
    if (got > 0) {
        taken = got;
        return SSL_has_pending(m_session.get()) == 1 ? Reading::Bytes : Reading::AllBytes;
    }
    const int state = SSL_get_error(m_session.get(), got);
    if (isLater(state))
        return Reading::Nothing;
    ERR_clear_error();
    return state == SSL_ERROR_ZERO_RETURN ? Reading::End : Reading::Broken;
}

void TlsWire::tellOfRest()
{
    if (descriptor() >= 0 && SSL_has_pending(m_session.get()) == 1)
        tellReadable();
}

bool TlsWire::hasUnread() const
{
    char byte = 0;
    return descriptor() >= 0 &&
           (SSL_has_pending(m_session.get()) == 1 || ::recv(descriptor(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0);
}

qint64 TlsWire::transmit(std::span<const iovec> parts)
{
    std::array<char, recordBytes> space;
    std::size_t sent = 0;
    for (;;) {
        const std::span<const char> record = nextRecord(parts, sent, space);
        if (record.empty())
            return static_cast<qint64>(sent);
        ERR_clear_error();
        const int done = SSL_write(m_session.get(), record.data(), static_cast<int>(record.size()));
        if (done <= 0) {
            const bool later = isLater(SSL_get_error(m_session.get(), done));
            ERR_clear_error();
            return later ? static_cast<qint64>(sent) : -1;
        }
        sent += static_cast<std::size_t>(done);
    }
}

void TlsWire::sayFarewell()
{
    ERR_clear_error();
    SSL_shutdown(m_session.get());
    ERR_clear_error();
}

QTcpSocket *TlsWire::release(const QByteArray &bytes)
{
    if (descriptor() < 0)
        return nullptr;
    auto wire = std::make_unique<TlsWire>(takeDescriptor(), m_context, std::move(m_session));
    auto socket = std::make_unique<TlsSocket>(std::move(wire));
    unread(*socket, bytes);
    return socket.release();
}

} // namespace oshaq

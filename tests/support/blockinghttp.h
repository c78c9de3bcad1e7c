// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <optional>

namespace oshaq::test {

/// An answer as it came over the wire.
struct WireAnswer
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    QByteArray header(QByteArrayView name) const;
};

/// A plain HTTP/1.1 client over a blocking POSIX socket: needs no event loop, so tests can run many on threads of their
/// own, and it notices exactly when the other end dies. One connection, kept alive, opened again after a failure.
/// Loopback only.
class BlockingHttp
{
    Q_DISABLE_COPY_MOVE(BlockingHttp)

public:
    explicit BlockingHttp(quint16 port, QByteArray token = {});
    ~BlockingHttp();

    void setToken(const QByteArray &token) { m_token = token; }
    void setPort(quint16 port);

    /// Nothing when the connection failed or ended before the whole answer was there: the outcome is unknown then. GET
    /// and HEAD are tried once more when a kept connection turns out to be closed.
    std::optional<WireAnswer> request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                      const QList<QPair<QByteArray, QByteArray>> &headers = {});
    std::optional<WireAnswer> get(const QByteArray &target) { return request("GET", target); }

    /// Sends bytes as they are and returns everything until the other end closes or is silent for `silenceMs`.
    QByteArray raw(const QByteArray &bytes, int silenceMs = 2000);

    void disconnect();

private:
    std::optional<WireAnswer> tryRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                                         const QList<QPair<QByteArray, QByteArray>> &headers);
    bool connectSocket();
    std::optional<WireAnswer> readAnswer(bool headOnly);

    quint16 m_port;
    QByteArray m_token;
    int m_socket = -1;
    QByteArray m_buffer;
};

} // namespace oshaq::test

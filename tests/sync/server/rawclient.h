// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <optional>

namespace oshaq {

/// One answer as it came over the wire.
struct RawAnswer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    /// Value of a header by its exact name, or nothing.
    QByteArray header(const QByteArray &name) const;
};

/// A client that sends bytes as told and takes answers apart. Waits by running the event loop, for up to waitMs.
class RawClient final
{
    Q_DISABLE_COPY_MOVE(RawClient)

public:
    static constexpr int waitMs = 20'000;

    RawClient() = default;
    explicit RawClient(quint16 port);
    ~RawClient() = default;

    bool connectTo(quint16 port);
    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes);
    /// Says that nothing more will come; answers can still be read.
    void finishSending();

    /// The next answer. With `headOnly` its body is not waited for (answers to HEAD).
    std::optional<RawAnswer> receive(bool headOnly = false);
    /// The server has closed its side and everything it sent has been read.
    bool waitForClose();
    /// Received and not taken apart yet.
    QByteArray rest();

private:
    std::optional<RawAnswer> takeAnswer(bool headOnly);

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// "GET PATH HTTP/1.1" with a Host, further fields (each with its line end) and a body with its length.
QByteArray rawRequest(const QByteArray &method, const QByteArray &path, const QByteArray &fields = {},
                      const QByteArray &body = {});

} // namespace oshaq

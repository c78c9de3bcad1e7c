// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/tlswire.h"

#include <QByteArray>
#include <QTcpSocket>

#include <memory>

namespace oshaq {

/// A TLS connection in the clothes of a socket, for QWebSocket, which takes nothing else. Connected from the start; not
/// destroyed inside its own signals.
class TlsSocket final : public QTcpSocket, private Wire::Watcher
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsSocket)

public:
    explicit TlsSocket(std::unique_ptr<TlsWire> wire);
    ~TlsSocket() override;

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override;
    /// Ends it behind what is still to be written.
    void disconnectFromHost() override;

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *from, qint64 size) override;

private:
    void wireReadable() override;
    void wireWritten() override;
    void wireBroken() override;
    void becomeUnconnected();

    const std::unique_ptr<TlsWire> m_wire;
    QByteArray m_received; ///< decrypted, and not read yet
    qint64 m_pending = 0;  ///< of the wire, when it was last looked at
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/wire.h"

#include <QSslSocket>

namespace oshaq {

/// An encrypted connection whose handshake is done.
class TlsWire final : public Wire
{
    Q_DISABLE_COPY_MOVE(TlsWire)

public:
    /// Takes the socket over.
    explicit TlsWire(QSslSocket *socket);
    ~TlsWire() override;

    void watch(Watcher &watcher) override;
    QHostAddress peer() const override;
    bool isEncrypted() const override { return true; }
    Reading read(char *to, qint64 most, qint64 &taken) override;
    bool tellsAgain() const override { return false; }
    bool hasUnread() const override;
    void stopReading() override;
    bool write(const QByteArray &head, const QByteArray &body) override;
    qint64 pendingBytes() const override;
    void shutDownWriting() override;
    void close() override;
    void abort() override;
    QTcpSocket *release(const QByteArray &unread) override;

private:
    QSslSocket *m_socket;
    bool m_isOver = false;
    bool m_isClosed = false; ///< in good order: what it says last is still on its way
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/socketwire.h"
#include "sync/server/tlscontext.h"

#include <memory>

namespace oshaq {

/// An encrypted connection whose handshake is done.
class TlsWire final : public SocketWire
{
    Q_DISABLE_COPY_MOVE(TlsWire)

public:
    /// Takes the descriptor over; `session` is one of `context`.
    TlsWire(int descriptor, std::shared_ptr<const TlsContext> context, TlsSession session);
    ~TlsWire() override;

    void watch(Watcher &watcher) override;
    bool isEncrypted() const override { return true; }
    Reading read(char *to, qint64 most, qint64 &taken) override;
    void tellOfRest() override;
    bool hasUnread() const override;
    QTcpSocket *release(const QByteArray &unread) override;

private:
    qint64 transmit(std::span<const iovec> parts) override;
    void sayFarewell() override;

    std::shared_ptr<const TlsContext> m_context;
    TlsSession m_session;
};

} // namespace oshaq

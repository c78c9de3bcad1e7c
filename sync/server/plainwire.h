// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/socketwire.h"

namespace oshaq {

/// A TCP connection as it is: an answer that fits the kernel's buffer is copied once.
class PlainWire final : public SocketWire
{
    Q_DISABLE_COPY_MOVE(PlainWire)

public:
    /// Takes the descriptor over.
    explicit PlainWire(int descriptor);

    bool isEncrypted() const override { return false; }
    Reading read(char *to, qint64 most, qint64 &taken) override;
    void tellOfRest() override {}
    bool hasUnread() const override;
    QTcpSocket *release(const QByteArray &unread) override;

private:
    qint64 transmit(std::span<const iovec> parts) override;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/wire.h"

#include <QSocketNotifier>

#include <memory>
#include <span>
#include <vector>

#include <sys/uio.h>

namespace oshaq {

/// What the wires of a TCP connection have in common: the descriptor, who tells of it, and what waits until the kernel
/// takes more. Nothing is kept between the kernel and whoever reads or writes, so an idle one costs next to nothing.
class SocketWire : public Wire
{
    Q_DISABLE_COPY_MOVE(SocketWire)

public:
    ~SocketWire() override;

    void watch(Watcher &watcher) override;
    QHostAddress peer() const override;
    quint16 peerPort() const override;
    void stopReading() override;
    bool write(const QByteArray &head, const QByteArray &body) override;
    qint64 pendingBytes() const override { return m_pending; }
    void shutDownWriting() override;
    void close() override;
    void abort() override;

protected:
    /// Takes the descriptor over.
    explicit SocketWire(int descriptor);

    /// What the other side takes of these parts now. Bytes that went, 0 when there is no room, -1 when it is broken.
    /// What did not go comes again in front of the next call's parts.
    virtual qint64 transmit(std::span<const iovec> parts) = 0;
    /// Says in the wire's own words that nothing more is sent; nothing is pending.
    virtual void sayFarewell() {}

    int descriptor() const { return m_descriptor; }
    /// The descriptor is the caller's from here on, and nothing is told of it any more.
    int takeDescriptor();
    /// Tells of bytes from the event loop, though the kernel has none.
    void tellReadable();

private:
    /// Calls one of ours, without the signal and its connection that each of ten thousand would keep.
    class Notifier final : public QSocketNotifier
    {
    public:
        Notifier(int descriptor, Type type, SocketWire &wire);

    protected:
        bool event(QEvent *event) override;

    private:
        SocketWire &m_wire;
    };

    void notified(QSocketNotifier::Type type);
    /// What the kernel takes of the parts that wait, without waiting. False: broken.
    bool sendWaiting();

    int m_descriptor;
    Watcher *m_watcher = nullptr;
    std::unique_ptr<Notifier> m_readNotifier;
    std::unique_ptr<Notifier> m_writeNotifier; ///< while something waits
    std::vector<QByteArray> m_waiting;
    qint64 m_sentOfFirst = 0;
    qint64 m_pending = 0;
};

} // namespace oshaq

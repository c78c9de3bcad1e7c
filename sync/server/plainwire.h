// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/wire.h"

#include <QSocketNotifier>

#include <memory>
#include <vector>

namespace oshaq {

/// A TCP connection by its descriptor: no buffer of its own between the kernel and whoever reads or writes, so an idle
/// one costs next to nothing and an answer that fits the kernel's buffer is copied once.
class PlainWire final : public Wire
{
    Q_DISABLE_COPY_MOVE(PlainWire)

public:
    /// Takes the descriptor over.
    explicit PlainWire(int descriptor);
    ~PlainWire() override;

    void watch(Watcher &watcher) override;
    QHostAddress peer() const override;
    bool isEncrypted() const override { return false; }
    Reading read(char *to, qint64 most, qint64 &taken) override;
    bool tellsAgain() const override { return true; }
    bool hasUnread() const override;
    void stopReading() override;
    bool write(const QByteArray &head, const QByteArray &body) override;
    qint64 pendingBytes() const override { return m_pending; }
    void shutDownWriting() override;
    void close() override;
    void abort() override;
    QTcpSocket *release(const QByteArray &unread) override;

private:
    /// Calls one of ours, without the signal and its connection that each of ten thousand would keep.
    class Notifier final : public QSocketNotifier
    {
    public:
        Notifier(int descriptor, Type type, PlainWire &wire);

    protected:
        bool event(QEvent *event) override;

    private:
        PlainWire &m_wire;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>

class QIODevice;
class QTcpSocket;

namespace oshaq {

/// What the bytes of one connection come and go by: plain or encrypted. Lives on its HTTP thread and ends with its
/// HttpConnection, unless a WebSocket takes it over.
class Wire
{
public:
    /// Who is told. Always from the event loop, never from inside a call to the wire.
    class Watcher
    {
    public:
        /// There are bytes, or the end of them: read().
        virtual void wireReadable() = 0;
        /// Some of what waited has gone out.
        virtual void wireWritten() = 0;
        /// Nothing goes in or out any more.
        virtual void wireBroken() = 0;

    protected:
        ~Watcher() = default;
    };

    enum class Reading
    {
        Bytes,    ///< some came, and there may be more
        AllBytes, ///< some came, and that was all; the next ones are told of
        Nothing,  ///< none now; the next ones are told of
        End,      ///< the other side sends no more, and may still read
        Broken,   ///< nothing goes in or out any more
    };

    virtual ~Wire() = default;

    /// Begins to tell `watcher`.
    virtual void watch(Watcher &watcher) = 0;
    virtual QHostAddress peer() const = 0;
    virtual quint16 peerPort() const = 0;
    virtual bool isEncrypted() const = 0;

    /// Up to `most` bytes into `to`; `taken` says how many.
    virtual Reading read(char *to, qint64 most, qint64 &taken) = 0;
    /// For who stops after Bytes: has the watcher told of what was left unread.
    virtual void tellOfRest() = 0;
    /// Whether something has come that was not read. Asked rarely.
    virtual bool hasUnread() const = 0;
    /// Nothing is read from here on, and nothing that comes is told of.
    virtual void stopReading() = 0;

    /// Sends both parts at once as far as the other side takes them, and keeps the rest. `body` is shared, not copied.
    /// False: broken.
    virtual bool write(const QByteArray &head, const QByteArray &body) = 0;
    /// Bytes that were written and that the other side's machine has not taken.
    virtual qint64 pendingBytes() const = 0;

    /// Says that nothing more is sent.
    virtual void shutDownWriting() = 0;
    /// Ends it in good order; nothing is pending.
    virtual void close() = 0;
    /// Ends it at once.
    virtual void abort() = 0;

    /// Gives the socket away, with `unread` standing in it as if it had not been read. Only to be destroyed after.
    virtual QTcpSocket *release(const QByteArray &unread) = 0;
};

/// Puts bytes back in front of what a device has.
void unread(QIODevice &device, const QByteArray &bytes);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tlssocket.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace oshaq {

namespace {
/// Read before others have their turn; a record at a time.
constexpr qint64 turnBytes = 256 * 1024;
constexpr qint64 recordBytes = 16 * 1024;
} // namespace

TlsSocket::TlsSocket(std::unique_ptr<TlsWire> wire)
    : m_wire(std::move(wire))
{
    setPeerAddress(m_wire->peer());
    setPeerPort(m_wire->peerPort());
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
    m_wire->watch(*this);
}

TlsSocket::~TlsSocket()
{
    // Else the base's destructor ends a connection that is none of its own.
    setSocketState(QAbstractSocket::UnconnectedState);
}

qint64 TlsSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_received.size();
}

qint64 TlsSocket::bytesToWrite() const
{
    return m_wire->pendingBytes();
}

qint64 TlsSocket::readData(char *to, qint64 most)
{
    const qsizetype taken = std::min<qsizetype>(most, m_received.size());
    if (taken == 0)
        return state() == QAbstractSocket::UnconnectedState ? -1 : 0;
    std::memcpy(to, m_received.constData(), static_cast<std::size_t>(taken));
    if (taken == m_received.size())
        m_received.clear();
    else
        m_received.remove(0, taken);
    return taken;
}

qint64 TlsSocket::writeData(const char *from, qint64 size)
{
    if (state() != QAbstractSocket::ConnectedState || !m_wire->write(QByteArray(from, size), QByteArray()))
        return -1;
    m_pending = m_wire->pendingBytes();
    return size;
}

void TlsSocket::wireReadable()
{
    qint64 turn = 0;
    Wire::Reading reading = Wire::Reading::Bytes;
    while (reading == Wire::Reading::Bytes && turn < turnBytes) {
        const qsizetype have = m_received.size();
        m_received.resize(have + recordBytes);
        qint64 taken = 0;
        reading = m_wire->read(m_received.data() + have, recordBytes, taken);
        m_received.resize(have + taken);
        turn += taken;
    }
    if (reading == Wire::Reading::Bytes)
        m_wire->tellOfRest();
    if (m_received.isEmpty())
        m_received.clear();
    if (turn > 0)
        Q_EMIT readyRead();
    if (reading != Wire::Reading::End && reading != Wire::Reading::Broken)
        return;
    m_wire->stopReading();
    if (state() != QAbstractSocket::UnconnectedState) {
        setSocketError(QAbstractSocket::RemoteHostClosedError);
        Q_EMIT errorOccurred(QAbstractSocket::RemoteHostClosedError);
        m_wire->abort();
        becomeUnconnected();
    }
}

void TlsSocket::wireWritten()
{
    const qint64 pending = m_wire->pendingBytes();
    const qint64 written = std::exchange(m_pending, pending) - pending;
    if (written > 0)
        Q_EMIT bytesWritten(written);
    if (pending == 0 && state() == QAbstractSocket::ClosingState) {
        m_wire->close();
        becomeUnconnected();
    }
}

void TlsSocket::wireBroken()
{
    m_wire->abort();
    becomeUnconnected();
}

void TlsSocket::disconnectFromHost()
{
    if (state() == QAbstractSocket::UnconnectedState)
        return;
    if (m_wire->pendingBytes() > 0) {
        setSocketState(QAbstractSocket::ClosingState);
        return;
    }
    m_wire->close();
    becomeUnconnected();
}

void TlsSocket::becomeUnconnected()
{
    if (state() == QAbstractSocket::UnconnectedState)
        return;
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT stateChanged(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected();
}

} // namespace oshaq

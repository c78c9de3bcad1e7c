// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/printing/printchannel.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkProxy>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq {

namespace {

constexpr int quietReadMs = 50;
constexpr qint64 writeAtOnce = 16 * 1024;

} // namespace

TcpPrintChannel::TcpPrintChannel(PrinterEndpoint endpoint)
    : m_endpoint(std::move(endpoint))
{
    // A printer is in the next room; a proxy for the world outside does not know it.
    m_socket.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this] { opened(); });
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { received(m_socket.readAll()); });
    QObject::connect(&m_socket, &QTcpSocket::bytesWritten, &m_socket, [this] { progressed(); });
    QObject::connect(&m_socket, &QTcpSocket::errorOccurred, &m_socket,
                     [this](QAbstractSocket::SocketError) { end(m_socket.errorString()); });
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] { end(QString()); });
}

TcpPrintChannel::~TcpPrintChannel()
{
    m_ended = true;
    // With nothing unsent this says good-bye as printers expect it; what is unsent is dropped.
    if (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.bytesToWrite() == 0)
        m_socket.disconnectFromHost();
    m_socket.abort();
}

void TcpPrintChannel::open()
{
    m_socket.connectToHost(QHostAddress(m_endpoint.host), m_endpoint.port);
}

void TcpPrintChannel::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
}

void TcpPrintChannel::finish()
{
    m_socket.disconnectFromHost();
}

void TcpPrintChannel::end(const QString &why)
{
    if (m_ended)
        return;
    m_ended = true;
    closed(why);
}

DevicePrintChannel::DevicePrintChannel(QString path)
    : m_path(std::move(path))
{
    m_again.setSingleShot(true);
    QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] {
        if (m_readable)
            m_readable->setEnabled(true);
    });
}

DevicePrintChannel::~DevicePrintChannel()
{
    m_ended = true;
    m_readable.reset();
    m_writable.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void DevicePrintChannel::open()
{
    m_descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (m_descriptor < 0) {
        const int code = errno;
        if (code == EACCES)
            return end(QStringLiteral("%1 may not be opened: the hub's user must be in the group lp.").arg(m_path));
        return end(QStringLiteral("%1 cannot be opened: %2.").arg(m_path, qt_error_string(code)));
    }
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0 || !S_ISCHR(status.st_mode))
        return end(QStringLiteral("%1 is no device.").arg(m_path));
    m_readable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    QObject::connect(m_readable.get(), &QSocketNotifier::activated, m_readable.get(), [this] { readSome(); });
    QObject::connect(m_writable.get(), &QSocketNotifier::activated, m_writable.get(), [this] { writeSome(); });
    opened();
}

void DevicePrintChannel::readSome()
{
    std::array<char, 256> buffer{};
    const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
    if (count > 0)
        return received(QByteArray(buffer.data(), qsizetype(count)));
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        return end(qt_error_string(errno));
    // Some printers are always readable and never say anything: not as fast as the machine can ask.
    m_readable->setEnabled(false);
    m_again.start(quietReadMs);
}

void DevicePrintChannel::write(const QByteArray &bytes)
{
    m_unsent += bytes;
    if (m_writable)
        m_writable->setEnabled(true);
}

void DevicePrintChannel::writeSome()
{
    if (m_unsent.isEmpty()) {
        m_writable->setEnabled(false);
        if (m_finishing)
            end(QString());
        return;
    }
    const ssize_t count =
        ::write(m_descriptor, m_unsent.constData(), std::size_t(std::min(m_unsent.size(), qsizetype(writeAtOnce))));
    if (count < 0) {
        if (errno != EAGAIN && errno != EINTR)
            end(qt_error_string(errno));
        return;
    }
    m_unsent.remove(0, qsizetype(count));
    progressed();
}

void DevicePrintChannel::finish()
{
    m_finishing = true;
    if (m_writable)
        m_writable->setEnabled(true);
}

void DevicePrintChannel::end(const QString &why)
{
    if (m_ended)
        return;
    m_ended = true;
    if (m_readable)
        m_readable->setEnabled(false);
    if (m_writable)
        m_writable->setEnabled(false);
    closed(why);
}

} // namespace oshaq

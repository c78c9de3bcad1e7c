// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printer.h"

#include <QByteArray>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>

namespace oshaq {

/// Bytes to a printer and back. Never blocks. Lives on one thread with an event loop; its callbacks come from there,
/// and whoever gets one may destroy the channel only later.
class PrintChannel
{
    Q_DISABLE_COPY_MOVE(PrintChannel)

public:
    PrintChannel() = default;
    virtual ~PrintChannel() = default;

    std::function<void()> opened;
    std::function<void(const QByteArray &)> received;
    std::function<void()> progressed;               ///< some bytes are on their way
    std::function<void(const QString &why)> closed; ///< once; also when it could not be opened

    virtual void open() = 0;
    virtual void write(const QByteArray &bytes) = 0;
    virtual qint64 unsent() const = 0;
    /// Closes when everything is sent, which closed() tells.
    virtual void finish() = 0;
};

/// A printer on the network.
class TcpPrintChannel final : public PrintChannel
{
public:
    explicit TcpPrintChannel(PrinterEndpoint endpoint);
    ~TcpPrintChannel() override;

    void open() override;
    void write(const QByteArray &bytes) override;
    qint64 unsent() const override { return m_socket.bytesToWrite(); }
    void finish() override;

private:
    void end(const QString &why);

    const PrinterEndpoint m_endpoint;
    QTcpSocket m_socket;
    bool m_ended = false;
};

/// A printer at a device file.
class DevicePrintChannel final : public PrintChannel
{
public:
    explicit DevicePrintChannel(QString path);
    ~DevicePrintChannel() override;

    void open() override;
    void write(const QByteArray &bytes) override;
    qint64 unsent() const override { return m_unsent.size(); }
    void finish() override;

private:
    void readSome();
    void writeSome();
    void end(const QString &why);

    const QString m_path;
    int m_descriptor = -1;
    QByteArray m_unsent;
    bool m_finishing = false;
    bool m_ended = false;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    QTimer m_again;
};

} // namespace oshaq

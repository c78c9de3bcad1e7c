// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace oshaq::test {

/// Connections to a hub of this machine that ask nothing, or ask and never read. Loopback only.
class SilentConnections
{
    Q_DISABLE_COPY_MOVE(SilentConnections)

public:
    /// `receiveBytes`: how much the kernel takes for each before the other side has to wait; 0: as usual.
    explicit SilentConnections(quint16 port, int receiveBytes = 0);
    ~SilentConnections();

    /// Opens so many more, without waiting for any; how many there are. Raises this process's limit of files for them.
    int open(int count);
    /// The same bytes on each, as far as they are taken.
    void send(const QByteArray &bytes);
    void close();

private:
    const quint16 m_port;
    const int m_receiveBytes;
    std::vector<int> m_sockets;
};

} // namespace oshaq::test

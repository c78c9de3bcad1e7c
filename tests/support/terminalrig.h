// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"
#include "sync/client/curltransport.h"
#include "sync/client/terminalclient.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace oshaq::test {

/// A real terminal without a window: terminal.db, outbox, follower, libcurl and WebSocket, in the test's own thread.
class TerminalRig
{
    Q_DISABLE_COPY_MOVE(TerminalRig)

public:
    /// `clock`: this machine's; null: the system's.
    explicit TerminalRig(QString directory, const Clock *clock = nullptr);
    ~TerminalRig();

    /// Opens and starts; the error text or nothing. A business token acts as owner.
    QString connectTo(const QByteArray &baseUrl, const QByteArray &token, Role role = Role::Owner);
    /// Opens terminal.db with the credentials it has, without connecting; the error text or nothing.
    QString openOffline();
    /// Starts the connection of an offline terminal.
    QString goOnline();
    /// Of the program that it runs, from the next goOnline() on.
    void setVersion(const QByteArray &version) { m_version = version; }
    /// As if the program had ended.
    void close();

    Terminal &terminal() { return *m_terminal; }
    TerminalClient &client() { return *m_client; }

    /// Waits until the cache equals the hub's answer in every order (id, uuid, status, version, number of lines) and
    /// nothing is pending. The difference that stayed, or nothing.
    QString waitUntilEqual(quint16 port, const QByteArray &token, int timeoutMs = 30'000);

private:
    QString difference(quint16 port, const QByteArray &token) const;

    QString m_directory;
    SystemClock m_systemClock;
    const Clock &m_clock;
    QByteArray m_version = OSHAQ_VERSION;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<TerminalClient> m_client;
};

} // namespace oshaq::test

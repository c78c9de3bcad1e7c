// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminalrig.h"

#include "tests/support/hubreader.h"

#include <QTest>

namespace oshaq::test {

TerminalRig::TerminalRig(QString directory, const Clock *clock)
    : m_directory(std::move(directory))
    , m_clock(clock ? *clock : m_systemClock)
{}

TerminalRig::~TerminalRig()
{
    close();
}

void TerminalRig::close()
{
    m_client.reset();
    m_transport.reset();
    m_wire.reset();
    m_terminal.reset();
}

QString TerminalRig::openOffline()
{
    auto terminal = Terminal::open(m_directory, m_clock);
    if (!terminal)
        return terminal.error().message;
    m_terminal = std::move(*terminal);
    return {};
}

QString TerminalRig::goOnline()
{
    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);
    const HubCredentials credentials = m_terminal->credentials();
    auto client =
        TerminalClient::create({credentials.url, credentials.token, {}, m_version}, *m_terminal, *m_transport, m_clock);
    if (!client)
        return client.error().message;
    m_client = std::move(*client);
    m_client->start();
    return {};
}

QString TerminalRig::connectTo(const QByteArray &baseUrl, const QByteArray &token, Role role)
{
    if (const QString problem = openOffline(); !problem.isEmpty())
        return problem;
    if (auto kept = m_terminal->setCredentials({QString::fromLatin1(baseUrl), QString::fromLatin1(token), role}); !kept)
        return kept.error().message;
    return goOnline();
}

QString TerminalRig::difference(quint16 port, const QByteArray &token) const
{
    BlockingHttp http(port, token);
    const HubOrders stored = readHubOrders(http);
    if (!stored.problem.isEmpty())
        return stored.problem;
    if (const int pending = m_terminal->outbox().pendingCount(); pending > 0)
        return QStringLiteral("%1 commands are pending").arg(pending);
    const auto &cached = m_terminal->cache().orders();
    for (const auto &[uuid, order] : stored.byUuid) {
        const auto found = cached.find(order.id);
        if (found == cached.end())
            return QStringLiteral("the terminal does not know order %1").arg(order.id);
        const Order &mine = found->second;
        if (mine.uuid.toLatin1() != uuid || int(mine.status) != order.status || int(mine.version) != order.version ||
            int(mine.lines.size()) != order.lines) {
            return QStringLiteral("order %1: status %2 version %3 at the terminal, %4 and %5 at the hub")
                .arg(order.id)
                .arg(int(mine.status))
                .arg(mine.version)
                .arg(order.status)
                .arg(order.version);
        }
    }
    if (cached.size() != stored.byUuid.size())
        return QStringLiteral("%1 orders at the terminal, %2 at the hub").arg(cached.size()).arg(stored.byUuid.size());
    return {};
}

QString TerminalRig::waitUntilEqual(quint16 port, const QByteArray &token, int timeoutMs)
{
    QString left = QStringLiteral("not looked yet");
    const bool equal = QTest::qWaitFor(
        [&] {
            if (m_terminal->link().facts().state != LinkStatus::State::Live) {
                left = QStringLiteral("not live: ") + m_terminal->link().facts().detail;
                return false;
            }
            left = difference(port, token);
            return left.isEmpty();
        },
        timeoutMs);
    return equal ? QString() : left;
}

} // namespace oshaq::test

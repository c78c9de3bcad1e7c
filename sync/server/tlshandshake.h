// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/tlscontext.h"

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace oshaq {

class TlsWire;

/// The greeting of one TLS connection, until both sides trust what they hear. Ends from the event loop, and is not
/// destroyed inside its own `over`.
class TlsHandshake final
{
    Q_DISABLE_COPY_MOVE(TlsHandshake)

public:
    using Over = std::function<void(bool good)>;

    /// Takes the descriptor over. `over` comes once, from the event loop.
    TlsHandshake(int descriptor, std::shared_ptr<const TlsContext> context, qint64 sinceMonotonicMs, Over over);
    ~TlsHandshake();

    qint64 since() const { return m_since; }
    /// The connection, after a good end; once.
    std::unique_ptr<TlsWire> takeWire();

private:
    void proceed();
    void stop();

    int m_descriptor;
    std::shared_ptr<const TlsContext> m_context;
    TlsSession m_session;
    const qint64 m_since;
    Over m_over;
    QSocketNotifier m_readNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier; ///< for a greeting that the kernel did not take at once
};

} // namespace oshaq

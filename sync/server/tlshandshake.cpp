// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tlshandshake.h"

#include "sync/server/tlswire.h"

#include <utility>

#include <openssl/err.h>

#include <unistd.h>

namespace oshaq {

TlsHandshake::TlsHandshake(int descriptor, std::shared_ptr<const TlsContext> context, qint64 since, Over over)
    : m_descriptor(descriptor)
    , m_context(std::move(context))
    , m_session(m_context->newSession(descriptor))
    , m_since(since)
    , m_over(std::move(over))
    , m_readNotifier(descriptor, QSocketNotifier::Read)
{
    QObject::connect(&m_readNotifier, &QSocketNotifier::activated, &m_readNotifier, [this] { proceed(); });
}

TlsHandshake::~TlsHandshake()
{
    stop();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void TlsHandshake::proceed()
{
    if (!m_over)
        return;
    // What another connection left in the thread's queue of errors would be taken for this one's.
    ERR_clear_error();
    const int done = m_session ? SSL_do_handshake(m_session.get()) : -1;
    const int state = m_session ? SSL_get_error(m_session.get(), done) : SSL_ERROR_SSL;
    if (state == SSL_ERROR_WANT_READ || state == SSL_ERROR_WANT_WRITE) {
        const bool waitsToWrite = state == SSL_ERROR_WANT_WRITE;
        if (waitsToWrite && !m_writeNotifier) {
            m_writeNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
            QObject::connect(m_writeNotifier.get(), &QSocketNotifier::activated, m_writeNotifier.get(),
                             [this] { proceed(); });
        }
        if (m_writeNotifier)
            m_writeNotifier->setEnabled(waitsToWrite);
        return;
    }
    ERR_clear_error();
    stop();
    std::exchange(m_over, nullptr)(done == 1);
}

void TlsHandshake::stop()
{
    m_readNotifier.setEnabled(false);
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(false);
}

std::unique_ptr<TlsWire> TlsHandshake::takeWire()
{
    return std::make_unique<TlsWire>(std::exchange(m_descriptor, -1), std::move(m_context), std::move(m_session));
}

} // namespace oshaq

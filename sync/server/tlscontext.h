// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>

#include <memory>

#include <openssl/ssl.h>

namespace oshaq {

struct TlsFree
{
    void operator()(SSL *session) const { SSL_free(session); }
};
using TlsSession = std::unique_ptr<SSL, TlsFree>;

/// What all TLS connections of one certificate share: the chain, its key, and by which rules they speak: TLS 1.3, on
/// request 1.2, with forward secret AEAD ciphers only. Does not change once it is made; any thread.
///
/// Built on OpenSSL itself: a QSslSocket holds 160 kB for each of ten thousand clients and copies every answer four
/// times (docs/adr/0036-tls-on-the-socket.md).
class TlsContext
{
    Q_DISABLE_COPY_MOVE(TlsContext)

public:
    /// Both in PEM. Refused with a reason without a place: a chain that cannot be read, a key that is neither EC nor
    /// RSA, no cipher that this machine's library has.
    static Result<std::shared_ptr<const TlsContext>> make(const QByteArray &chain, const QByteArray &key,
                                                          bool allowTls12);

    /// A connection that is to be greeted, over that descriptor, which stays the caller's. Null without memory.
    TlsSession newSession(int descriptor) const;

    /// The own certificate first.
    const QList<QSslCertificate> &chain() const { return m_chain; }

private:
    struct Parts;
    explicit TlsContext(std::shared_ptr<const Parts> parts, QList<QSslCertificate> chain);

    std::shared_ptr<const Parts> m_parts;
    QList<QSslCertificate> m_chain;
};

} // namespace oshaq

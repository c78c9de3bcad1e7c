// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/runtime/clock.h"
#include "sync/server/tlscontext.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>

namespace oshaq {

struct TlsOptions
{
    QString directory;       ///< where the hub keeps a certificate of its own making: ca.pem, ca.key, hub.pem, hub.key
    QString certificateFile; ///< a given chain in PEM, with keyFile; both empty: the hub makes its own
    QString keyFile;
    QStringList names; ///< more host names and addresses for the certificate that the hub makes
    bool allowTls12 = false;
};

/// Who the hub is under TLS. With a given certificate it is that one, read again when its file changes; else one that
/// the hub signs with a CA of its own: the CA stays for good, because phones and screens trust it, while the leaf is
/// made anew before it expires and whenever this machine has other names or addresses. Thread-safe.
class TlsIdentity
{
    Q_DISABLE_COPY_MOVE(TlsIdentity)

public:
    static constexpr qint64 leafLifetimeMs = qint64{397} * 24 * 60 * 60 * 1000; ///< what browsers accept
    static constexpr qint64 renewBeforeMs = qint64{30} * 24 * 60 * 60 * 1000;

    /// Refused with the reason when there is no usable certificate: not readable, not PEM, a key that does not fit,
    /// expired, or half of a pair missing.
    static Result<std::shared_ptr<TlsIdentity>> open(const TlsOptions &options, const Clock &clock);

    /// For the next connection. Looks at the files and at the expiry about once a minute; when a renewal fails, the old
    /// certificate goes on and the log says why.
    std::shared_ptr<const TlsContext> context();

    /// The certificate of the own CA in PEM, for those who are to trust this hub; empty with a given certificate.
    QString caFile() const;
    QDateTime expiresAt() const;

    /// A certificate of this hub's own authority for somebody else's key, with the authority's behind it: the
    /// standby's, so that screens know it on the day on which it is the hub. NotConfigured with a given certificate or
    /// one that was issued; ValidationFailed for names and keys that are none.
    Result<QByteArray> issue(const QByteArray &publicKey, const QStringList &names) const;

    // The other side of issue(): what a standby has in its directory before it opens.

    struct Request
    {
        QByteArray publicKey; ///< in PEM
        QStringList names;    ///< everything by which clients may call this machine
    };
    /// Makes a key and keeps it aside until keepIssued().
    static Result<Request> request(const TlsOptions &options);
    /// From the next open() on this machine is who it says, under the other's authority, and has none of its own.
    static Result<void> keepIssued(const TlsOptions &options, const QByteArray &chain);

private:
    TlsIdentity(TlsOptions options, const Clock &clock);
    Result<void> load();
    Result<void> loadGiven();
    Result<void> loadOwn();
    Result<void> loadIssued();
    Result<void> makeCa();
    Result<void> makeLeaf(const QStringList &names);
    Result<void> adopt(const QByteArray &chain, const QByteArray &key, const QString &place);
    QString path(const char *name) const;

    const TlsOptions m_options;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::shared_ptr<const TlsContext> m_context;
    QDateTime m_expiresAt;
    QDateTime m_filesChangedAt;
    qint64 m_lookedAtMs = 0; ///< monotonic
};

} // namespace oshaq

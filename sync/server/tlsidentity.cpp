// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tlsidentity.h"

#include "models/domain/timespans.h"
#include "sync/pairing/authoritykey.h"
#include "sync/server/certificates.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QNetworkInterface>
#include <QSaveFile>
#include <QSslCertificate>
#include <QSysInfo>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(tlsLog, "oshaq.tls")

constexpr qint64 authorityLifetimeMs = 20 * 365 * dayMs;
constexpr qint64 lookIntervalMs = 60'000;
constexpr qsizetype mostNames = 64;
constexpr QLatin1String nextKey("hub.next.key");

Error refusal(const QString &place, const QString &what)
{
    return Error{ErrorCode::ValidationFailed,
                 QStringLiteral("TLS is asked for and cannot be had: %1: %2.").arg(place, what),
                 {}};
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(path, file.errorString());
    return file.readAll();
}

Result<void> writeFile(const QString &path, const QByteArray &content, bool secret)
{
    QSaveFile file(path);
    // Before anything is in it.
    const bool written = file.open(QIODevice::WriteOnly) &&
                         (!secret || file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) &&
                         file.write(content) == content.size() && file.commit();
    if (!written)
        return refusal(path, file.errorString());
    return {};
}

/// A name that a certificate can carry; host names of machines may hold anything.
bool isName(const QString &name)
{
    if (!QHostAddress(name).isNull())
        return true;
    return !name.isEmpty() && name.size() <= 253 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
    });
}

/// Everything by which clients may call this machine.
QStringList machineNames(const QStringList &more)
{
    QStringList names;
    const QString host = QSysInfo::machineHostName().toLower();
    if (isName(host)) {
        names << host;
        if (!host.contains(u'.'))
            names << host + QStringLiteral(".local");
    }
    names << QStringLiteral("localhost") << QStringLiteral("127.0.0.1") << QStringLiteral("::1");
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && !address.isLinkLocal())
            names << address.toString();
    }
    for (const QString &name : more) {
        if (isName(name.toLower()))
            names << name.toLower();
    }
    names.removeDuplicates();
    return names;
}

QStringList namesOf(const QSslCertificate &certificate)
{
    QStringList names;
    for (const QString &name : certificate.subjectAlternativeNames())
        names << (QHostAddress(name).isNull() ? name : QHostAddress(name).toString());
    return names;
}

} // namespace

TlsIdentity::TlsIdentity(TlsOptions options, const Clock &clock)
    : m_options(std::move(options))
    , m_clock(clock)
{}

Result<std::shared_ptr<TlsIdentity>> TlsIdentity::open(const TlsOptions &options, const Clock &clock)
{
    std::shared_ptr<TlsIdentity> identity(new TlsIdentity(options, clock));
    const std::lock_guard lock(identity->m_mutex);
    if (const Result<void> loaded = identity->load(); !loaded)
        return loaded.error();
    identity->m_lookedAtMs = clock.monotonicMs();
    return identity;
}

QString TlsIdentity::path(const char *name) const
{
    return QDir(m_options.directory).filePath(QLatin1String(name));
}

QString TlsIdentity::caFile() const
{
    return m_options.certificateFile.isEmpty() ? path("ca.pem") : QString();
}

QDateTime TlsIdentity::expiresAt() const
{
    const std::lock_guard lock(m_mutex);
    return m_expiresAt;
}

std::shared_ptr<const TlsContext> TlsIdentity::context()
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.monotonicMs();
    if (now - m_lookedAtMs >= lookIntervalMs) {
        m_lookedAtMs = now;
        const bool given = !m_options.certificateFile.isEmpty();
        const bool changed = given && QFileInfo(m_options.certificateFile).lastModified() != m_filesChangedAt;
        const bool old = !given && m_clock.nowMs() >= m_expiresAt.toMSecsSinceEpoch() - renewBeforeMs;
        if (changed || old) {
            if (const Result<void> loaded = load(); !loaded)
                qCWarning(tlsLog).noquote() << loaded.error().message << "The old certificate goes on.";
        }
    }
    return m_context;
}

Result<void> TlsIdentity::load()
{
    return m_options.certificateFile.isEmpty() && m_options.keyFile.isEmpty() ? loadOwn() : loadGiven();
}

Result<void> TlsIdentity::loadGiven()
{
    if (m_options.certificateFile.isEmpty() || m_options.keyFile.isEmpty())
        return refusal(QStringLiteral("tls.certificate and tls.key"), QStringLiteral("one of the two is missing"));
    const Result<QByteArray> chain = readFile(m_options.certificateFile);
    if (!chain)
        return chain.error();
    const Result<QByteArray> key = readFile(m_options.keyFile);
    if (!key)
        return key.error();
    m_filesChangedAt = QFileInfo(m_options.certificateFile).lastModified();
    return adopt(*chain, *key, m_options.certificateFile);
}

Result<void> TlsIdentity::makeCa()
{
    const qint64 now = m_clock.nowMs();
    const auto made = certificates::makeAuthority(QStringLiteral("Oshaq CA of ") + QSysInfo::machineHostName(),
                                                  now - dayMs, now + authorityLifetimeMs);
    if (!made)
        return refusal(path("ca.pem"), made.error().message);
    // The key first: a certificate without its key would be a half pair, a key alone is just made again.
    if (const Result<void> written = writeFile(path("ca.key"), made->key, true); !written)
        return written;
    return writeFile(path("ca.pem"), made->certificate, false);
}

Result<void> TlsIdentity::makeLeaf(const QStringList &names)
{
    const Result<QByteArray> certificate = readFile(path("ca.pem"));
    const Result<QByteArray> key = readFile(path("ca.key"));
    if (!certificate || !key)
        return certificate ? key.error() : certificate.error();
    if (const Result<void> fits = certificates::checkPair(*certificate, *key); !fits)
        return refusal(path("ca.pem"), fits.error().message);
    const qint64 now = m_clock.nowMs();
    const auto made = certificates::makeServer({*certificate, *key}, names, now - dayMs, now + leafLifetimeMs);
    if (!made)
        return refusal(path("hub.pem"), made.error().message);
    if (const Result<void> written = writeFile(path("hub.key"), made->key, true); !written)
        return written;
    return writeFile(path("hub.pem"), made->certificate + *certificate, false);
}

Result<void> TlsIdentity::loadOwn()
{
    if (!QDir().mkpath(m_options.directory) ||
        !QFile::setPermissions(m_options.directory,
                               QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return refusal(m_options.directory, QStringLiteral("the folder cannot be made"));
    if (!QFileInfo::exists(path("ca.pem"))) {
        if (const Result<void> made = makeCa(); !made)
            return made;
    }
    if (!QFileInfo::exists(path("ca.key"))) {
        if (!QFileInfo::exists(path("hub.pem")))
            return refusal(path("ca.key"), QStringLiteral("there is none, nor a certificate that another hub signed"));
        return loadIssued();
    }
    const QStringList names = machineNames(m_options.names);
    const auto current = QSslCertificate::fromPath(path("hub.pem")).value(0);
    QStringList wanted = names;
    QStringList have = namesOf(current);
    wanted.sort();
    have.sort();
    const bool good = !current.isNull() && wanted == have && QFileInfo::exists(path("hub.key")) &&
                      m_clock.nowMs() < current.expiryDate().toMSecsSinceEpoch() - renewBeforeMs;
    if (!good) {
        if (const Result<void> made = makeLeaf(names); !made)
            return made;
    }
    const Result<QByteArray> chain = readFile(path("hub.pem"));
    const Result<QByteArray> key = readFile(path("hub.key"));
    if (!chain || !key)
        return chain ? key.error() : chain.error();
    return adopt(*chain, *key, path("hub.pem"));
}

/// Somebody else's authority signs here: what there is counts for as long as it is good.
Result<void> TlsIdentity::loadIssued()
{
    const Result<QByteArray> chain = readFile(path("hub.pem"));
    const Result<QByteArray> key = readFile(path("hub.key"));
    if (!chain || !key)
        return chain ? key.error() : chain.error();
    if (const Result<void> adopted = adopt(*chain, *key, path("hub.pem")); !adopted)
        return adopted;
    if (m_clock.nowMs() >= m_expiresAt.toMSecsSinceEpoch() - renewBeforeMs)
        qCWarning(tlsLog).noquote() << path("hub.pem") << "ends soon, and only the hub that signed it can renew it.";
    return {};
}

Result<QByteArray> TlsIdentity::issue(const QByteArray &publicKey, const QStringList &names) const
{
    const std::lock_guard lock(m_mutex);
    const bool isOwn = m_options.certificateFile.isEmpty() && QFileInfo::exists(path("ca.key"));
    if (!isOwn) {
        return Error{ErrorCode::NotConfigured,
                     QStringLiteral("This hub has no certificate authority of its own to sign with."),
                     {}};
    }
    if (names.isEmpty() || names.size() > mostNames || !std::all_of(names.begin(), names.end(), isName))
        return Error{ErrorCode::ValidationFailed, QStringLiteral("These are no names of a machine."), {}};
    const Result<QByteArray> certificate = readFile(path("ca.pem"));
    const Result<QByteArray> key = readFile(path("ca.key"));
    if (!certificate || !key)
        return certificate ? key.error() : certificate.error();
    const qint64 now = m_clock.nowMs();
    const auto leaf =
        certificates::signServer({*certificate, *key}, publicKey, names, now - dayMs, now + leafLifetimeMs);
    if (!leaf)
        return leaf.error();
    return *leaf + *certificate;
}

Result<TlsIdentity::Request> TlsIdentity::request(const TlsOptions &options)
{
    const QDir directory(options.directory);
    if (!directory.mkpath(QStringLiteral(".")))
        return refusal(options.directory, QStringLiteral("the folder cannot be made"));
    const auto made = certificates::makeKey();
    if (!made)
        return made.error();
    if (const auto written = writeFile(directory.filePath(QString(nextKey)), made->key, true); !written)
        return written.error();
    return Request{made->publicKey, machineNames(options.names)};
}

Result<void> TlsIdentity::keepIssued(const TlsOptions &options, const QByteArray &chain)
{
    const QDir directory(options.directory);
    const auto in = [&directory](const char *name) { return directory.filePath(QLatin1String(name)); };
    const Result<QByteArray> key = readFile(directory.filePath(QString(nextKey)));
    if (!key)
        return key.error();
    if (const auto fits = certificates::checkPair(chain, *key); !fits)
        return refusal(in("hub.pem"), fits.error().message);
    const QList<QSslCertificate> list = QSslCertificate::fromData(chain, QSsl::Pem);
    if (list.size() != 2)
        return refusal(in("hub.pem"), QStringLiteral("it is not a certificate and its authority's"));
    const QByteArray authority = list.at(1).toPem();
    if (const auto read = authoritykey::fingerprint(authority); !read)
        return refusal(in("ca.pem"), read.error().message);
    // Without its key an authority of our own makes nothing any more: whatever is cut off here is no half pair of two.
    QFile::remove(in("ca.key"));
    if (const auto written = writeFile(in("ca.pem"), authority, false); !written)
        return written;
    if (const auto written = writeFile(in("hub.key"), *key, true); !written)
        return written;
    if (const auto written = writeFile(in("hub.pem"), chain, false); !written)
        return written;
    QFile::remove(directory.filePath(QString(nextKey)));
    return {};
}

Result<void> TlsIdentity::adopt(const QByteArray &chain, const QByteArray &key, const QString &place)
{
    if (const Result<void> fits = certificates::checkPair(chain, key); !fits)
        return refusal(place, fits.error().message);
    const QSslCertificate leaf = QSslCertificate::fromData(chain, QSsl::Pem).value(0);
    if (leaf.isNull())
        return refusal(place, QStringLiteral("the certificate cannot be read"));
    if (leaf.expiryDate().toMSecsSinceEpoch() <= m_clock.nowMs())
        return refusal(place,
                       QStringLiteral("the certificate expired on %1").arg(leaf.expiryDate().toString(Qt::ISODate)));
    auto context = TlsContext::make(chain, key, m_options.allowTls12);
    if (!context)
        return refusal(place, context.error().message);
    m_context = std::move(*context);
    m_expiresAt = leaf.expiryDate();
    return {};
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pairing/authoritykey.h"

#include "models/runtime/releaser.h"

#include <QCryptographicHash>

#include <memory>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace oshaq::authoritykey {

namespace {

using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;

constexpr qsizetype longestPem = 64 * 1024;
constexpr QByteArray::Base64Options base64{QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals};

Error refusal(const char *what)
{
    ERR_clear_error();
    return Error{
        ErrorCode::ValidationFailed, QStringLiteral("The authority cannot be used: %1.").arg(QLatin1String(what)), {}};
}

} // namespace

Result<QByteArray> fingerprint(const QByteArray &pem)
{
    if (pem.isEmpty() || pem.size() > longestPem)
        return refusal("it is not in PEM");
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const Certificate certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return refusal("it is not in PEM");
    // A second one would be trusted along with the one that was compared.
    const Certificate second(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (second)
        return refusal("it is more than one certificate");
    if (X509_check_ca(certificate.get()) != 1)
        return refusal("it may not sign others");
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
    if (size <= 0)
        return refusal("its key cannot be read");
    const QByteArray key(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    ERR_clear_error();
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

QByteArray text(const QByteArray &fingerprint)
{
    return fingerprint.toBase64(base64);
}

Result<QByteArray> fromText(const QByteArray &text)
{
    const auto read = QByteArray::fromBase64Encoding(text, base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!read || (*read).size() != fingerprintBytes)
        return refusal("its fingerprint is no SHA-256");
    return *read;
}

} // namespace oshaq::authoritykey

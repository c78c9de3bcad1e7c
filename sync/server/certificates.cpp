// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/certificates.h"

#include "models/runtime/releaser.h"

#include <QHostAddress>

#include <memory>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace oshaq::certificates {

namespace {

using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION_free>>;

constexpr int serialBytes = 16;
constexpr int maxCommonName = 64; // ub-common-name of RFC 5280

Error failure(const char *what)
{
    char text[256] = "";
    ERR_error_string_n(ERR_get_error(), text, sizeof(text));
    ERR_clear_error();
    return Error{ErrorCode::Internal, QStringLiteral("%1: %2").arg(QLatin1String(what), QLatin1String(text)), {}};
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

Bio reading(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

bool addExtension(X509 *certificate, X509 *issuer, int id, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setCommonName(X509 *certificate, const QString &name)
{
    const QByteArray text = name.left(maxCommonName).toUtf8();
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(text.constData()),
                                      static_cast<int>(text.size()), -1, 0) == 1;
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[serialBytes];
    if (RAND_bytes(bytes, serialBytes) != 1)
        return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40); // positive, and always of the same length
    const std::unique_ptr<BIGNUM, Releaser<BN_free>> number(BN_bin2bn(bytes, serialBytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

/// Everything that both kinds have in common; not signed yet.
Certificate begin(EVP_PKEY *key, const QString &commonName, qint64 fromMs, qint64 untilMs)
{
    Certificate certificate(X509_new());
    const bool good = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                      setSerial(certificate.get()) &&
                      ASN1_TIME_set(X509_getm_notBefore(certificate.get()), static_cast<time_t>(fromMs / 1000)) &&
                      ASN1_TIME_set(X509_getm_notAfter(certificate.get()), static_cast<time_t>(untilMs / 1000)) &&
                      X509_set_pubkey(certificate.get(), key) == 1 && setCommonName(certificate.get(), commonName);
    return good ? std::move(certificate) : nullptr;
}

Result<Made> toPem(X509 *certificate, EVP_PKEY *key)
{
    const Bio forCertificate(BIO_new(BIO_s_mem()));
    const Bio forKey(BIO_new(BIO_s_mem()));
    if (!forCertificate || !forKey || PEM_write_bio_X509(forCertificate.get(), certificate) != 1 ||
        PEM_write_bio_PKCS8PrivateKey(forKey.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failure("the certificate cannot be written");
    return Made{contentOf(forCertificate.get()), contentOf(forKey.get())};
}

/// "DNS:kitchen,IP:192.168.1.10"
QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList list;
    for (const QString &name : names) {
        const bool isAddress = !QHostAddress(name).isNull();
        list.append((isAddress ? "IP:" : "DNS:") + name.toLatin1());
    }
    return list.join(',');
}

/// A server's certificate for `key`, of which only the public part is needed.
Result<Certificate> signedServer(const Made &authority, EVP_PKEY *key, const QStringList &names, qint64 fromMs,
                                 qint64 untilMs)
{
    const Bio issuerPem = reading(authority.certificate);
    const Bio issuerKeyPem = reading(authority.key);
    const Certificate issuer(PEM_read_bio_X509(issuerPem.get(), nullptr, nullptr, nullptr));
    const Key issuerKey(PEM_read_bio_PrivateKey(issuerKeyPem.get(), nullptr, nullptr, nullptr));
    if (!issuer || !issuerKey)
        return failure("the authority cannot be read");
    Certificate certificate = begin(key, names.value(0), fromMs, untilMs);
    if (!certificate || X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get())) != 1 ||
        !addExtension(certificate.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(certificate.get(), issuer.get(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(certificate.get(), issuer.get(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(certificate.get(), issuer.get(), NID_subject_key_identifier, "hash") ||
        !addExtension(certificate.get(), issuer.get(), NID_authority_key_identifier, "keyid:always") ||
        !addExtension(certificate.get(), issuer.get(), NID_subject_alt_name, alternativeNames(names)) ||
        X509_sign(certificate.get(), issuerKey.get(), EVP_sha256()) == 0)
        return failure("the server's certificate cannot be made");
    return certificate;
}

bool isP256(const EVP_PKEY *key)
{
    char group[80] = "";
    size_t size = 0;
    return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, group, sizeof(group), &size) == 1 &&
           QByteArray(group, qsizetype(size)) == "prime256v1";
}

} // namespace

Result<Made> makeAuthority(const QString &commonName, qint64 fromMs, qint64 untilMs)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return failure("no key can be made");
    const Certificate certificate = begin(key.get(), commonName, fromMs, untilMs);
    if (!certificate || X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) != 1 ||
        !addExtension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash") ||
        X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return failure("the authority's certificate cannot be made");
    return toPem(certificate.get(), key.get());
}

Result<Made> makeServer(const Made &authority, const QStringList &names, qint64 fromMs, qint64 untilMs)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return failure("no key can be made");
    const auto certificate = signedServer(authority, key.get(), names, fromMs, untilMs);
    if (!certificate)
        return certificate.error();
    return toPem(certificate->get(), key.get());
}

Result<KeyPair> makeKey()
{
    const Key key(EVP_EC_gen("P-256"));
    const Bio forPublic(BIO_new(BIO_s_mem()));
    const Bio forKey(BIO_new(BIO_s_mem()));
    if (!key || !forPublic || !forKey || PEM_write_bio_PUBKEY(forPublic.get(), key.get()) != 1 ||
        PEM_write_bio_PKCS8PrivateKey(forKey.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failure("no key can be made");
    return KeyPair{contentOf(forPublic.get()), contentOf(forKey.get())};
}

Result<QByteArray> signServer(const Made &authority, const QByteArray &publicKey, const QStringList &names,
                              qint64 fromMs, qint64 untilMs)
{
    const Bio pem = reading(publicKey);
    const Key key(PEM_read_bio_PUBKEY(pem.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (!key || !isP256(key.get()))
        return Error{ErrorCode::ValidationFailed, QStringLiteral("the key is none on P-256 in PEM"), {}};
    const auto certificate = signedServer(authority, key.get(), names, fromMs, untilMs);
    if (!certificate)
        return certificate.error();
    const Bio written(BIO_new(BIO_s_mem()));
    if (!written || PEM_write_bio_X509(written.get(), certificate->get()) != 1)
        return failure("the certificate cannot be written");
    return contentOf(written.get());
}

Result<void> checkPair(const QByteArray &chain, const QByteArray &key)
{
    const Bio chainPem = reading(chain);
    const Bio keyPem = reading(key);
    const Certificate first(PEM_read_bio_X509(chainPem.get(), nullptr, nullptr, nullptr));
    // No callback that asks a terminal for a passphrase.
    const Key privateKey(PEM_read_bio_PrivateKey(
        keyPem.get(), nullptr, [](char *, int, int, void *) { return -1; }, nullptr));
    const bool fits = first && privateKey && X509_check_private_key(first.get(), privateKey.get()) == 1;
    ERR_clear_error();
    if (!first)
        return Error{ErrorCode::ValidationFailed, QStringLiteral("the certificate is not in PEM"), {}};
    if (!privateKey)
        return Error{
            ErrorCode::ValidationFailed, QStringLiteral("the key is not in PEM, or it needs a passphrase"), {}};
    if (!fits)
        return Error{ErrorCode::ValidationFailed, QStringLiteral("the key does not belong to the certificate"), {}};
    return {};
}

} // namespace oshaq::certificates

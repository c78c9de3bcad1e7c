// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/webpush.h"

#include "models/runtime/releaser.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <array>
#include <memory>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>

namespace oshaq {

namespace {

using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX_free>>;
using Group = std::unique_ptr<EC_GROUP, Releaser<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Releaser<EC_POINT_free>>;
using Number = std::unique_ptr<BIGNUM, Releaser<BN_clear_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Releaser<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Releaser<OSSL_PARAM_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Releaser<EVP_CIPHER_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Releaser<ECDSA_SIG_free>>;

constexpr qsizetype pointBytes = 65;
constexpr qsizetype scalarBytes = 32;
constexpr qsizetype authBytes = 16;
constexpr qsizetype saltBytes = 16;
constexpr qsizetype tagBytes = 16;
constexpr qint64 recordSize = 4096;
constexpr QByteArray::Base64Options base64url{QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals};

Error refusal(const QString &what)
{
    ERR_clear_error();
    return {ErrorCode::ValidationFailed, what, {}};
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// The point that belongs to a private key; empty: it is none.
QByteArray publicOf(const QByteArray &scalar)
{
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const Number number(BN_bin2bn(bytesOf(scalar), int(scalar.size()), nullptr));
    const Point point(group ? EC_POINT_new(group.get()) : nullptr);
    if (!number || !point || BN_is_zero(number.get()) || BN_cmp(number.get(), EC_GROUP_get0_order(group.get())) >= 0 ||
        EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, nullptr) != 1)
        return {};
    QByteArray bytes(pointBytes, '\0');
    const std::size_t written = EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                                                   bytesOf(bytes), std::size_t(bytes.size()), nullptr);
    return written == std::size_t(pointBytes) ? bytes : QByteArray();
}

/// A key of P-256; `scalar` empty: its public half alone. Null: it is none.
Key keyOf(const QByteArray &point, const QByteArray &scalar)
{
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    const Number number(scalar.isEmpty() ? nullptr : BN_bin2bn(bytesOf(scalar), int(scalar.size()), nullptr));
    if (!builder || !context || (!scalar.isEmpty() && !number))
        return nullptr;
    bool ok = OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) == 1 &&
              OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                               std::size_t(point.size())) == 1;
    if (ok && number)
        ok = OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get()) == 1;
    const Params params(ok ? OSSL_PARAM_BLD_to_param(builder.get()) : nullptr);
    EVP_PKEY *made = nullptr;
    if (!params || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, scalar.isEmpty() ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR,
                          params.get()) != 1)
        return nullptr;
    Key key(made);
    // A point beside the curve would give the private key away, bit by bit.
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    if (!check || EVP_PKEY_public_check(check.get()) != 1)
        return nullptr;
    return key;
}

QByteArray sharedSecret(const Key &own, const Key &other)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, own.get(), nullptr));
    std::size_t size = std::size_t(scalarBytes);
    QByteArray secret(scalarBytes, '\0');
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1 ||
        EVP_PKEY_derive(context.get(), bytesOf(secret), &size) != 1 || size != std::size_t(scalarBytes))
        return {};
    return secret;
}

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

/// HKDF of RFC 5869 for what fits one block of SHA-256.
QByteArray hkdf(const QByteArray &salt, const QByteArray &material, const QByteArray &info, qsizetype length)
{
    return hmac(hmac(salt, material), info + '\x01').left(length);
}

QByteArray sealed(const QByteArray &plain, const QByteArray &key, const QByteArray &nonce)
{
    const Cipher cipher(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + tagBytes, '\0');
    int written = 0;
    int last = 0;
    if (!cipher || EVP_EncryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr, bytesOf(key), bytesOf(nonce)) != 1 ||
        EVP_EncryptUpdate(cipher.get(), bytesOf(out), &written, bytesOf(plain), int(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(cipher.get(), bytesOf(out) + written, &last) != 1 || written + last != int(plain.size()) ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, int(tagBytes), bytesOf(out) + plain.size()) != 1)
        return {};
    return out;
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    return RAND_bytes(bytesOf(bytes), int(count)) == 1 ? bytes : QByteArray();
}

/// A private key: a number below the order of the curve. Empty: there is no randomness.
QByteArray randomScalar()
{
    for (int attempt = 0; attempt < 8; ++attempt) {
        const QByteArray scalar = randomBytes(scalarBytes);
        if (!publicOf(scalar).isEmpty())
            return scalar;
    }
    return {};
}

/// ES256: r and s, 32 bytes each.
QByteArray signedBy(const Key &key, const QByteArray &text)
{
    const Digest digest(EVP_MD_CTX_new());
    std::size_t size = 0;
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &size, bytesOf(text), std::size_t(text.size())) != 1)
        return {};
    QByteArray der(qsizetype(size), '\0');
    if (EVP_DigestSign(digest.get(), bytesOf(der), &size, bytesOf(text), std::size_t(text.size())) != 1)
        return {};
    const unsigned char *at = bytesOf(std::as_const(der));
    const Signature signature(d2i_ECDSA_SIG(nullptr, &at, long(size)));
    QByteArray raw(2 * scalarBytes, '\0');
    if (!signature ||
        BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytesOf(raw), int(scalarBytes)) != int(scalarBytes) ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytesOf(raw) + scalarBytes, int(scalarBytes)) !=
            int(scalarBytes))
        return {};
    return raw;
}

QByteArray decoded(const QString &text)
{
    const auto result = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::AbortOnBase64DecodingErrors);
    return result ? *result : QByteArray();
}

} // namespace

Result<webpush::VapidKeys> webpush::makeKeys()
{
    const QByteArray scalar = randomScalar();
    const QByteArray point = publicOf(scalar);
    if (point.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("No key can be made."), {}};
    return VapidKeys{QString::fromLatin1(point.toBase64(base64url)), QString::fromLatin1(scalar.toBase64(base64url))};
}

Result<void> webpush::checkKeys(const VapidKeys &keys)
{
    const QByteArray scalar = decoded(keys.privateKey);
    if (scalar.size() != scalarBytes || publicOf(scalar) != decoded(keys.publicKey))
        return refusal(QStringLiteral("The two halves of the push key do not belong together."));
    return {};
}

Result<void> webpush::checkSubscription(const PushSubscription &subscription)
{
    if (subscription.p256dh.size() != pointBytes || !keyOf(subscription.p256dh, {}))
        return refusal(QStringLiteral("The browser's key is no point of P-256."));
    if (subscription.auth.size() != authBytes)
        return refusal(QStringLiteral("The browser's secret has not 16 bytes."));
    return {};
}

Result<QByteArray> webpush::encrypt(const QByteArray &plain, const QByteArray &p256dh, const QByteArray &auth)
{
    return encryptWith(plain, p256dh, auth, randomScalar(), randomBytes(saltBytes));
}

Result<QByteArray> webpush::encryptWith(const QByteArray &plain, const QByteArray &p256dh, const QByteArray &auth,
                                        const QByteArray &privateKey, const QByteArray &salt)
{
    if (plain.size() > longestPlain)
        return refusal(QStringLiteral("A push has at most %1 bytes.").arg(longestPlain));
    if (privateKey.size() != scalarBytes || salt.size() != saltBytes)
        return Error{ErrorCode::Internal, QStringLiteral("No key can be made."), {}};
    const QByteArray point = publicOf(privateKey);
    const Key own = point.isEmpty() ? nullptr : keyOf(point, privateKey);
    const Key other = p256dh.size() == pointBytes ? keyOf(p256dh, {}) : nullptr;
    if (!own || !other || auth.size() != authBytes)
        return refusal(QStringLiteral("The browser's keys cannot be used."));
    const QByteArray secret = sharedSecret(own, other);
    if (secret.isEmpty())
        return refusal(QStringLiteral("The browser's keys cannot be used."));

    // RFC 8291, section 3.4, and RFC 8188, section 2: the zero bytes end the texts.
    const QByteArray material = hkdf(auth, secret, QByteArrayLiteral("WebPush: info\0") + p256dh + point, scalarBytes);
    const QByteArray key = hkdf(salt, material, QByteArrayLiteral("Content-Encoding: aes128gcm\0"), 16);
    const QByteArray nonce = hkdf(salt, material, QByteArrayLiteral("Content-Encoding: nonce\0"), 12);
    // 2 marks the last record, which is the only one.
    const QByteArray record = sealed(plain + '\x02', key, nonce);
    if (record.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("The message cannot be encrypted."), {}};
    QByteArray body = salt;
    for (int shift = 24; shift >= 0; shift -= 8)
        body += char((recordSize >> shift) & 0xff);
    body += char(point.size());
    return body + point + record;
}

Result<QByteArray> webpush::authorization(const VapidKeys &keys, const QByteArray &endpoint, const QString &subject,
                                          qint64 expiresAtMs)
{
    const QUrl url = QUrl::fromEncoded(endpoint, QUrl::StrictMode);
    const QByteArray scalar = decoded(keys.privateKey);
    const QByteArray point = decoded(keys.publicKey);
    if (!url.isValid() || url.host().isEmpty())
        return refusal(QStringLiteral("The browser's address is no URL."));
    const Key key = scalar.size() == scalarBytes && publicOf(scalar) == point ? keyOf(point, scalar) : nullptr;
    if (!key)
        return refusal(QStringLiteral("The two halves of the push key do not belong together."));
    const QJsonObject header{{QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("alg"), QStringLiteral("ES256")}};
    const QString origin = url.scheme() + QStringLiteral("://") + url.authority(QUrl::FullyEncoded);
    const QJsonObject claims{
        {QStringLiteral("aud"), origin}, {QStringLiteral("exp"), expiresAtMs / 1000}, {QStringLiteral("sub"), subject}};
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64url);
    };
    const QByteArray text = part(header) + '.' + part(claims);
    const QByteArray signature = signedBy(key, text);
    if (signature.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("The token cannot be signed."), {}};
    return "vapid t=" + text + '.' + signature.toBase64(base64url) + ", k=" + keys.publicKey.toLatin1();
}

} // namespace oshaq

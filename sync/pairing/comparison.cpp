// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pairing/comparison.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <cstdlib>

#include <sodium.h>

namespace oshaq::comparison {

namespace {

static_assert(keyBytes == crypto_box_PUBLICKEYBYTES && keyBytes == crypto_box_SECRETKEYBYTES);

/// Fields with their lengths, so that no two lists of fields are the same bytes.
class Hash
{
public:
    explicit Hash(const char *label) { add(QByteArray(label)); }

    Hash &add(const QByteArray &field)
    {
        uchar length[4];
        qToBigEndian(quint32(field.size()), length);
        m_hash.addData(QByteArrayView(length, sizeof(length)));
        m_hash.addData(field);
        return *this;
    }
    QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Error comparisonRefusal(const char *what)
{
    return Error{ErrorCode::ValidationFailed, QLatin1String(what), {}};
}

void startSodium()
{
    // Not being able to make random numbers is not a state to go on in.
    if (sodium_init() < 0)
        std::abort();
}

} // namespace

EphemeralKey::EphemeralKey()
    : m_public(keyBytes, '\0')
{
    startSodium();
    crypto_box_keypair(bytesOf(m_public), m_secret.data());
}

EphemeralKey::~EphemeralKey()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

Result<QByteArray> EphemeralKey::seal(const QByteArray &plain, const QByteArray &receiver) const
{
    if (receiver.size() != keyBytes)
        return comparisonRefusal("the other side's key has another length");
    QByteArray sealed(qsizetype(crypto_box_NONCEBYTES + crypto_box_MACBYTES) + plain.size(), '\0');
    randombytes_buf(bytesOf(sealed), crypto_box_NONCEBYTES);
    // Refuses keys of small order, whose secret everybody knows.
    const int failed = crypto_box_easy(bytesOf(sealed) + crypto_box_NONCEBYTES, bytesOf(plain),
                                       static_cast<unsigned long long>(plain.size()), bytesOf(sealed),
                                       bytesOf(receiver), m_secret.data());
    if (failed != 0)
        return comparisonRefusal("the other side's key is none");
    return sealed;
}

Result<QByteArray> EphemeralKey::open(const QByteArray &sealed, const QByteArray &sender) const
{
    constexpr auto around = qsizetype(crypto_box_NONCEBYTES + crypto_box_MACBYTES);
    if (sender.size() != keyBytes || sealed.size() < around)
        return comparisonRefusal("this was not sealed for this key");
    QByteArray plain(sealed.size() - around, '\0');
    const int failed =
        crypto_box_open_easy(bytesOf(plain), bytesOf(sealed) + crypto_box_NONCEBYTES,
                             static_cast<unsigned long long>(sealed.size() - qsizetype(crypto_box_NONCEBYTES)),
                             bytesOf(sealed), bytesOf(sender), m_secret.data());
    if (failed != 0)
        return comparisonRefusal("this was not sealed for this key");
    return plain;
}

QByteArray makeNonce()
{
    startSodium();
    QByteArray nonce(nonceBytes, '\0');
    randombytes_buf(nonce.data(), size_t(nonceBytes));
    return nonce;
}

QByteArray screenCommitment(const QByteArray &key, const QByteArray &nonce, const QString &name)
{
    return Hash("oshaq.pair.screen.1").add(key).add(nonce).add(name.toUtf8()).result();
}

QByteArray hubCommitment(const QByteArray &key, const QByteArray &nonce, const QByteArray &authority,
                         const QByteArray &screenCommitment)
{
    return Hash("oshaq.pair.hub.1").add(key).add(nonce).add(authority).add(screenCommitment).result();
}

bool isSame(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size() && sodium_memcmp(one.constData(), other.constData(), size_t(one.size())) == 0;
}

QString digits(const Transcript &transcript)
{
    const QByteArray hash = Hash("oshaq.pair.digits.1")
                                .add(transcript.screenKey)
                                .add(transcript.hubKey)
                                .add(transcript.screenNonce)
                                .add(transcript.hubNonce)
                                .add(transcript.authority)
                                .add(transcript.screenName.toUtf8())
                                .result();
    constexpr quint64 values = 1'000'000;
    return QStringLiteral("%1").arg(qFromBigEndian<quint64>(hash.constData()) % values, 6, 10, QLatin1Char('0'));
}

} // namespace oshaq::comparison

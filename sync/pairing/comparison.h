// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace oshaq {

/// How a hub and a new screen that share nothing find out whether somebody sits between them: each shows six digits,
/// and a person compares. docs/sync.md, "Pairing", has the messages in their order. Everything here is pure but for
/// random numbers, and thread-safe.
namespace comparison {

inline constexpr qsizetype keyBytes = 32;
inline constexpr qsizetype nonceBytes = 32;
inline constexpr qsizetype commitmentBytes = 32;

/// An X25519 key pair of one pairing. The secret part never leaves it, and is wiped when it goes.
class EphemeralKey
{
    Q_DISABLE_COPY_MOVE(EphemeralKey)

public:
    EphemeralKey();
    ~EphemeralKey();

    const QByteArray &publicKey() const { return m_public; }

    /// Only the owner of `receiver` reads it, and knows that it comes from the owner of this key. ValidationFailed for
    /// a key that is no key.
    Result<QByteArray> seal(const QByteArray &plain, const QByteArray &receiver) const;
    /// What the owner of `sender` sealed for this key; ValidationFailed for anything else.
    Result<QByteArray> open(const QByteArray &sealed, const QByteArray &sender) const;

private:
    QByteArray m_public;
    std::array<unsigned char, keyBytes> m_secret{};
};

QByteArray makeNonce();

/// What the screen binds itself to before it knows anything of the hub.
QByteArray screenCommitment(const QByteArray &key, const QByteArray &nonce, const QString &name);
/// What the hub binds itself to before it knows the screen's nonce.
QByteArray hubCommitment(const QByteArray &key, const QByteArray &nonce, const QByteArray &authority,
                         const QByteArray &screenCommitment);
/// In constant time.
bool isSame(const QByteArray &one, const QByteArray &other);

/// Everything that both sides must have seen alike.
struct Transcript
{
    QByteArray screenKey;
    QByteArray screenNonce;
    QString screenName;
    QByteArray hubKey;
    QByteArray hubNonce;
    QByteArray authority; ///< fingerprint of the hub's CA
};

/// "042917"
QString digits(const Transcript &transcript);

} // namespace comparison

} // namespace oshaq

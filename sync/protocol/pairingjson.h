// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/role.h"
#include "models/domain/screenpairing.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

// What the routes of pairing take. Bytes are base64url without padding.
const Schema &codePairingSchema();   ///< auth/pair/code: {"code","name","authority"}
const Schema &knockSchema();         ///< auth/pair/digits: {"name","key","commitment"}
const Schema &revealSchema();        ///< auth/pair/digits/reveal: {"pairing_id","nonce"}
const Schema &pairingIdSchema();     ///< {"pairing_id"}
const Schema &pairingAnswerSchema(); ///< {"pairing_id","same"}
/// admin/replica/certificate: {"public_key","names"}
const Schema &certificateRequestSchema();

namespace outputs {

Schema pairingAuthority();
Schema pairingHello();
Schema pairingNonce();
Schema pairingClaim();
Schema screenDoor();
Schema signedCertificate();

} // namespace outputs

/// The bytes of a text that schema checked to be of the right length; nothing: not base64url.
QByteArray pairingBytes(const QString &text);
QString pairingText(const QByteArray &bytes);

/// What a new screen gets, alone or sealed.
struct PairedToken
{
    QString token;
    Role role = Role::Kitchen;
};
QByteArray pairedTokenBytes(const PairedToken &token);
Result<PairedToken> readPairedToken(const QByteArray &bytes);
/// The same out of the answer to a code.
Result<PairedToken> readPairedTerminal(const JsonValue &data);

struct PairingHello
{
    QString id;
    QByteArray key;
    QByteArray commitment;
    qint64 expiresAtMs = 0;
};
Result<PairingHello> readPairingHello(const JsonValue &data);

void writeScreenDoor(JsonWriter &json, const ScreenDoor &door);
Result<ScreenDoor> readScreenDoor(const JsonValue &data);

} // namespace oshaq

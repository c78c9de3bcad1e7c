// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/integrationservice.h"
#include "sync/server/apithread.h"

namespace oshaq {

/// What another program of a business posts to us without a token, signed as our webhooks are: "Oshaq-Signature:
/// t=SECONDS,v1=HEX". The business is the `{id}` of the path.
struct SignedCaller
{
    IntegrationAccess access;
    JsonValue body;
};

/// Checks the signature under the secret `secretKey` of the integration and reads the body; then the exchange has a
/// principal. CredentialsWrong for everybody who does not know the secret, also when there is none: a stranger learns
/// nothing of who uses what.
Result<SignedCaller> signedCaller(ApiThread &thread, Exchange &exchange, IntegrationKind kind, QStringView secretKey);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/signedcaller.h"

#include "models/domain/webhook.h"

namespace oshaq {

namespace {

Principal callerOf(const IntegrationAccess &access)
{
    Principal principal;
    principal.kind = Principal::Kind::Integration;
    principal.role = Role::Integration;
    principal.businessId = access.integration.businessId;
    principal.label = integrationKindText(access.integration.kind);
    return principal;
}

} // namespace

Result<SignedCaller> signedCaller(ApiThread &thread, Exchange &exchange, IntegrationKind kind, QStringView secretKey)
{
    const Error stranger{
        ErrorCode::CredentialsWrong, QStringLiteral("The signature is missing, wrong, or minutes old."), {}};
    auto database = thread.reader();
    if (!database)
        return database.error();
    auto access = integrationreads::access(**database, thread.hub().secrets(), exchange.rowId(), kind);
    if (!access && access.error().code == ErrorCode::StorageUnavailable)
        return access.error();
    const QByteArray secret = access ? access->secret(secretKey).toUtf8() : QByteArray();
    const bool isRight =
        isWebhookSignature(exchange.request.header("oshaq-signature"), secret, thread.nowMs(), exchange.request.body);
    if (!access || secret.isEmpty() || !isRight)
        return stranger;
    auto body = parseJson(exchange.request.body);
    if (!body)
        return body.error();
    exchange.principal = callerOf(*access);
    return SignedCaller{std::move(*access), std::move(*body)};
}

} // namespace oshaq

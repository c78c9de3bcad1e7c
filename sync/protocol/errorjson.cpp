// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/errorjson.h"

namespace oshaq {

namespace {

/// Every code of the contract; errorjsontest fails when one is missing.
constexpr ErrorCode allErrorCodes[] = {
    ErrorCode::BadRequest,         ErrorCode::MalformedJson,
    ErrorCode::ValidationFailed,   ErrorCode::UnsupportedMediaType,
    ErrorCode::PayloadTooLarge,    ErrorCode::MethodNotAllowed,
    ErrorCode::UnknownVersion,     ErrorCode::RateLimited,
    ErrorCode::Unauthenticated,    ErrorCode::TokenExpired,
    ErrorCode::Forbidden,          ErrorCode::NotFound,
    ErrorCode::AlreadyExists,      ErrorCode::OrderTransitionNotAllowed,
    ErrorCode::StillInUse,         ErrorCode::CredentialsWrong,
    ErrorCode::PrintNotAllowed,
    ErrorCode::TotpRequired,       ErrorCode::SignInLocked,
    ErrorCode::PairingExpired,     ErrorCode::PairingUsed,
    ErrorCode::PairingForeign,     ErrorCode::PairingClosed,
    ErrorCode::PairingBusy,        ErrorCode::PairingRefused,
    ErrorCode::NotConfigured,
    ErrorCode::OrderStatusChanged, ErrorCode::LineTransitionNotAllowed,
    ErrorCode::RecallNotAllowed,   ErrorCode::RecallTooLate,
    ErrorCode::VersionStale,       ErrorCode::IdempotencyKeyReused,
    ErrorCode::PaymentMethodNotConfigured, ErrorCode::PaymentNotAllowed,
    ErrorCode::PaymentExceedsDue,  ErrorCode::RefundExceedsPaid,
    ErrorCode::CursorGone,         ErrorCode::ItemUnknown,
    ErrorCode::ItemUnavailable,    ErrorCode::OptionInvalid,
    ErrorCode::QuantityOffStep,    ErrorCode::AddressRequired,
    ErrorCode::AmountOutOfRange,   ErrorCode::StorageUnavailable,
    ErrorCode::Overloaded,         ErrorCode::Internal,
    ErrorCode::ReplicaUnreachable, ErrorCode::ReplicaNotInStep,
    ErrorCode::HubFenced,          ErrorCode::HubStandby,
};

QByteArray envelope(const QString &code, const QString &message, const std::vector<ErrorDetail> &details,
                    const QByteArray &requestId)
{
    JsonWriter json;
    json.beginObject();
    json.key("success").value(false);
    json.key("error").beginObject();
    json.key("code").value(code);
    json.key("message").value(message);
    json.key("details").beginArray();
    for (const ErrorDetail &detail : details) {
        json.beginObject();
        json.key("path").value(detail.path);
        json.key("issue").value(detail.issue);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.key("request_id").value(QString::fromUtf8(requestId));
    json.endObject();
    return json.take();
}

} // namespace

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadRequest:
    case ErrorCode::MalformedJson:
        return 400;
    case ErrorCode::Unauthenticated:
    case ErrorCode::TokenExpired:
    case ErrorCode::CredentialsWrong:
    case ErrorCode::TotpRequired:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
    case ErrorCode::UnknownVersion:
        return 404;
    case ErrorCode::MethodNotAllowed:
        return 405;
    case ErrorCode::AlreadyExists:
    case ErrorCode::PrintNotAllowed:
    case ErrorCode::StillInUse:
    case ErrorCode::OrderTransitionNotAllowed:
    case ErrorCode::OrderStatusChanged:
    case ErrorCode::LineTransitionNotAllowed:
    case ErrorCode::RecallNotAllowed:
    case ErrorCode::RecallTooLate:
    case ErrorCode::IdempotencyKeyReused:
    case ErrorCode::PaymentMethodNotConfigured:
    case ErrorCode::PaymentNotAllowed:
    case ErrorCode::PaymentExceedsDue:
    case ErrorCode::RefundExceedsPaid:
    case ErrorCode::ReplicaNotInStep:
    case ErrorCode::PairingUsed:
    case ErrorCode::PairingForeign:
    case ErrorCode::PairingClosed:
    case ErrorCode::PairingBusy:
    case ErrorCode::PairingRefused:
        return 409;
    case ErrorCode::CursorGone:
    case ErrorCode::PairingExpired:
        return 410;
    case ErrorCode::VersionStale:
        return 412;
    case ErrorCode::PayloadTooLarge:
        return 413;
    case ErrorCode::UnsupportedMediaType:
        return 415;
    case ErrorCode::ValidationFailed:
    case ErrorCode::ItemUnknown:
    case ErrorCode::ItemUnavailable:
    case ErrorCode::OptionInvalid:
    case ErrorCode::QuantityOffStep:
    case ErrorCode::AddressRequired:
    case ErrorCode::AmountOutOfRange:
        return 422;
    case ErrorCode::RateLimited:
    case ErrorCode::SignInLocked:
        return 429;
    case ErrorCode::StorageUnavailable:
    case ErrorCode::Overloaded:
    case ErrorCode::NotConfigured:
    case ErrorCode::ReplicaUnreachable:
    case ErrorCode::HubFenced:
    case ErrorCode::HubStandby:
        return 503;
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

std::optional<ErrorCode> errorCodeFromText(QStringView text)
{
    for (const ErrorCode code : allErrorCodes) {
        if (text == errorCodeText(code))
            return code;
    }
    return std::nullopt;
}

QByteArray errorJson(const Error &error, const QByteArray &requestId)
{
    return envelope(errorCodeText(error.code), error.message, error.details, requestId);
}

QByteArray errorJson(const QByteArray &code, const QString &message, const QByteArray &requestId)
{
    return envelope(QString::fromLatin1(code), message, {}, requestId);
}

QByteArray problemJson(const Error &error, int status, const QByteArray &instance, const QByteArray &requestId)
{
    const QString code = errorCodeText(error.code);
    QString title = code.toLower().replace(u'_', u' ');
    title[0] = title[0].toUpper();
    JsonWriter json;
    json.beginObject();
    json.key("type").value(QStringLiteral("/docs#error-") + code);
    json.key("title").value(title);
    json.key("status").value(status);
    json.key("detail").value(error.message);
    json.key("instance").value(QString::fromUtf8(instance));
    json.key("code").value(code);
    json.key("errors").beginArray();
    for (const ErrorDetail &detail : error.details) {
        json.beginObject();
        json.key("path").value(detail.path);
        json.key("issue").value(detail.issue);
        json.endObject();
    }
    json.endArray();
    json.key("request_id").value(QString::fromLatin1(requestId));
    json.endObject();
    return json.take();
}

QByteArray successJson(QByteArrayView data, const QString &message, QByteArrayView meta)
{
    JsonWriter json;
    json.beginObject();
    json.key("success").value(true);
    json.key("data").raw(data);
    json.key("message").value(message);
    if (!meta.isEmpty())
        json.key("meta").raw(meta);
    json.endObject();
    return json.take();
}

Result<Answer> readAnswer(const QByteArray &body)
{
    const Result<JsonValue> json = parseJson(body);
    if (!json)
        return json.error();
    const JsonValue &success = (*json)[u"success"];
    if (!success.isBool())
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("This is not an answer of the API."),
                     {{QStringLiteral("success"), QStringLiteral("must be true or false")}}};
    Answer answer;
    answer.success = success.boolean();
    answer.data = (*json)[u"data"];
    answer.meta = (*json)[u"meta"];
    const JsonValue &error = (*json)[u"error"];
    answer.message = answer.success ? (*json)[u"message"].string() : error[u"message"].string();
    answer.errorCode = error[u"code"].string();
    for (const JsonValue &detail : error[u"details"].items())
        answer.details.push_back({detail[u"path"].string(), detail[u"issue"].string()});
    answer.requestId = (*json)[u"request_id"].string();
    return answer;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/error.h"

namespace oshaq {

QString errorCodeText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadRequest:
        return QStringLiteral("BAD_REQUEST");
    case ErrorCode::MalformedJson:
        return QStringLiteral("MALFORMED_JSON");
    case ErrorCode::ValidationFailed:
        return QStringLiteral("VALIDATION_FAILED");
    case ErrorCode::UnsupportedMediaType:
        return QStringLiteral("UNSUPPORTED_MEDIA_TYPE");
    case ErrorCode::PayloadTooLarge:
        return QStringLiteral("PAYLOAD_TOO_LARGE");
    case ErrorCode::MethodNotAllowed:
        return QStringLiteral("METHOD_NOT_ALLOWED");
    case ErrorCode::UnknownVersion:
        return QStringLiteral("API_VERSION_UNKNOWN");
    case ErrorCode::RateLimited:
        return QStringLiteral("RATE_LIMITED");
    case ErrorCode::Unauthenticated:
        return QStringLiteral("UNAUTHENTICATED");
    case ErrorCode::TokenExpired:
        return QStringLiteral("TOKEN_EXPIRED");
    case ErrorCode::Forbidden:
        return QStringLiteral("FORBIDDEN");
    case ErrorCode::CredentialsWrong:
        return QStringLiteral("CREDENTIALS_WRONG");
    case ErrorCode::TotpRequired:
        return QStringLiteral("TOTP_REQUIRED");
    case ErrorCode::SignInLocked:
        return QStringLiteral("SIGN_IN_LOCKED");
    case ErrorCode::PairingExpired:
        return QStringLiteral("PAIRING_EXPIRED");
    case ErrorCode::PairingUsed:
        return QStringLiteral("PAIRING_USED");
    case ErrorCode::PairingForeign:
        return QStringLiteral("PAIRING_FOREIGN");
    case ErrorCode::PairingClosed:
        return QStringLiteral("PAIRING_CLOSED");
    case ErrorCode::PairingBusy:
        return QStringLiteral("PAIRING_BUSY");
    case ErrorCode::PairingRefused:
        return QStringLiteral("PAIRING_REFUSED");
    case ErrorCode::NotFound:
        return QStringLiteral("NOT_FOUND");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("ALREADY_EXISTS");
    case ErrorCode::StillInUse:
        return QStringLiteral("STILL_IN_USE");
    case ErrorCode::OrderTransitionNotAllowed:
        return QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED");
    case ErrorCode::OrderStatusChanged:
        return QStringLiteral("ORDER_STATUS_CHANGED");
    case ErrorCode::LineTransitionNotAllowed:
        return QStringLiteral("LINE_TRANSITION_NOT_ALLOWED");
    case ErrorCode::RecallNotAllowed:
        return QStringLiteral("RECALL_NOT_ALLOWED");
    case ErrorCode::RecallTooLate:
        return QStringLiteral("RECALL_TOO_LATE");
    case ErrorCode::VersionStale:
        return QStringLiteral("VERSION_STALE");
    case ErrorCode::IdempotencyKeyReused:
        return QStringLiteral("IDEMPOTENCY_KEY_REUSED");
    case ErrorCode::CursorGone:
        return QStringLiteral("CURSOR_GONE");
    case ErrorCode::PaymentMethodNotConfigured:
        return QStringLiteral("PAYMENT_METHOD_NOT_CONFIGURED");
    case ErrorCode::PaymentNotAllowed:
        return QStringLiteral("PAYMENT_NOT_ALLOWED");
    case ErrorCode::PaymentExceedsDue:
        return QStringLiteral("PAYMENT_EXCEEDS_DUE");
    case ErrorCode::RefundExceedsPaid:
        return QStringLiteral("REFUND_EXCEEDS_PAID");
    case ErrorCode::PrintNotAllowed:
        return QStringLiteral("PRINT_NOT_ALLOWED");
    case ErrorCode::ItemUnknown:
        return QStringLiteral("ITEM_UNKNOWN");
    case ErrorCode::ItemUnavailable:
        return QStringLiteral("ITEM_UNAVAILABLE");
    case ErrorCode::OptionInvalid:
        return QStringLiteral("OPTION_INVALID");
    case ErrorCode::QuantityOffStep:
        return QStringLiteral("QUANTITY_OFF_STEP");
    case ErrorCode::AddressRequired:
        return QStringLiteral("ADDRESS_REQUIRED");
    case ErrorCode::AmountOutOfRange:
        return QStringLiteral("AMOUNT_OUT_OF_RANGE");
    case ErrorCode::StorageUnavailable:
        return QStringLiteral("STORAGE_UNAVAILABLE");
    case ErrorCode::Overloaded:
        return QStringLiteral("OVERLOADED");
    case ErrorCode::NotConfigured:
        return QStringLiteral("NOT_CONFIGURED");
    case ErrorCode::ReplicaUnreachable:
        return QStringLiteral("REPLICA_UNREACHABLE");
    case ErrorCode::ReplicaNotInStep:
        return QStringLiteral("REPLICA_NOT_IN_STEP");
    case ErrorCode::HubFenced:
        return QStringLiteral("HUB_FENCED");
    case ErrorCode::HubStandby:
        return QStringLiteral("HUB_STANDBY");
    case ErrorCode::Internal:
        return QStringLiteral("INTERNAL");
    }
    return QStringLiteral("INTERNAL");
}

} // namespace oshaq

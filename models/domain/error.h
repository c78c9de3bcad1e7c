// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace oshaq {

/// What can go wrong, free of any protocol. sync/protocol maps each to one HTTP status.
/// errorCodeText() gives the stable English identifier of the API; names are never translated and never change.
// A table: the formatter does not settle on its comments.
// clang-format off
enum class ErrorCode
{
    // the request itself
    BadRequest,                ///< BAD_REQUEST
    MalformedJson,             ///< MALFORMED_JSON
    ValidationFailed,          ///< VALIDATION_FAILED; details say where
    UnsupportedMediaType,      ///< UNSUPPORTED_MEDIA_TYPE
    PayloadTooLarge,           ///< PAYLOAD_TOO_LARGE
    MethodNotAllowed,          ///< METHOD_NOT_ALLOWED
    UnknownVersion,            ///< API_VERSION_UNKNOWN
    RateLimited,               ///< RATE_LIMITED
    // who asks
    Unauthenticated,           ///< UNAUTHENTICATED: no token, or one that nobody issued
    TokenExpired,              ///< TOKEN_EXPIRED: it was good once, or was revoked
    Forbidden,                 ///< FORBIDDEN
    CredentialsWrong,          ///< CREDENTIALS_WRONG: no such PIN, login, password or code; never which of them
    TotpRequired,              ///< TOTP_REQUIRED: the password was right, the code of the second factor is missing
    SignInLocked,              ///< SIGN_IN_LOCKED: too many failures; Retry-After says for how long
    PairingExpired,            ///< PAIRING_EXPIRED: the code or the comparison took too long
    PairingUsed,               ///< PAIRING_USED: another screen came in by this code
    PairingForeign,            ///< PAIRING_FOREIGN: who answers is not the hub whose key was named
    PairingClosed,             ///< PAIRING_CLOSED: nobody at the hub lets a new screen in now
    PairingBusy,               ///< PAIRING_BUSY: another screen is coming in
    PairingRefused,            ///< PAIRING_REFUSED: somebody said no, or a promise was not kept
    // what is asked for
    NotFound,                  ///< NOT_FOUND; also another business's row
    AlreadyExists,             ///< ALREADY_EXISTS
    StillInUse,                ///< STILL_IN_USE: something else needs it; the message says what
    OrderTransitionNotAllowed, ///< ORDER_TRANSITION_NOT_ALLOWED
    OrderStatusChanged,        ///< ORDER_STATUS_CHANGED: `from` is not what the order is in now
    LineTransitionNotAllowed,  ///< LINE_TRANSITION_NOT_ALLOWED
    RecallNotAllowed,          ///< RECALL_NOT_ALLOWED
    RecallTooLate,             ///< RECALL_TOO_LATE
    VersionStale,              ///< VERSION_STALE
    IdempotencyKeyReused,      ///< IDEMPOTENCY_KEY_REUSED: the same key with another body
    CursorGone,                ///< CURSOR_GONE: a foreign epoch, or a seq that does not exist
    PaymentMethodNotConfigured, ///< PAYMENT_METHOD_NOT_CONFIGURED: no bank, for a payment that needs one
    PaymentNotAllowed,         ///< PAYMENT_NOT_ALLOWED: not in this status, or not for this order
    PaymentExceedsDue,         ///< PAYMENT_EXCEEDS_DUE: more than the order still owes
    RefundExceedsPaid,         ///< REFUND_EXCEEDS_PAID
    PrintNotAllowed,           ///< PRINT_NOT_ALLOWED: not this printer, or not in this state of the job
    // values
    ItemUnknown,               ///< ITEM_UNKNOWN
    ItemUnavailable,           ///< ITEM_UNAVAILABLE
    OptionInvalid,             ///< OPTION_INVALID
    QuantityOffStep,           ///< QUANTITY_OFF_STEP
    AddressRequired,           ///< ADDRESS_REQUIRED
    AmountOutOfRange,          ///< AMOUNT_OUT_OF_RANGE
    // ourselves
    StorageUnavailable,        ///< STORAGE_UNAVAILABLE: the write did not commit or its outcome is unknown; try again with the same key
    Overloaded,                ///< OVERLOADED
    NotConfigured,             ///< NOT_CONFIGURED: this hub has no service for it, such as one that sends messages
    ReplicaUnreachable,        ///< REPLICA_UNREACHABLE: the standby does not answer, so the write may be here alone or was not done
    ReplicaNotInStep,          ///< REPLICA_NOT_IN_STEP: the standby has to have everything before this
    HubFenced,                 ///< HUB_FENCED: another hub of this site has a higher term
    HubStandby,                ///< HUB_STANDBY: this is the standby, which takes no writes
    Internal,                  ///< INTERNAL
};
// clang-format on

/// The identifier as the API and the logs write it, for example "ORDER_TRANSITION_NOT_ALLOWED".
QString errorCodeText(ErrorCode code);

/// One thing that is wrong at one place. `path` is a JSON path ("items[0].quantity"), a column or an option name.
struct ErrorDetail
{
    QString path;
    QString issue;

    bool operator==(const ErrorDetail &) const = default;
};

/// A refusal: code for programs, English message for people who call the API, details for each wrong place.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    std::vector<ErrorDetail> details;

    bool operator==(const Error &) const = default;
};

} // namespace oshaq

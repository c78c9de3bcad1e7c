// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "sync/protocol/json.h"

#include <optional>

namespace oshaq {

/// HTTP status of an error code.
int httpStatus(ErrorCode code);
std::optional<ErrorCode> errorCodeFromText(QStringView text);

/// {"success":false,"error":{"code","message","details":[{"path","issue"}]},"request_id"}
QByteArray errorJson(const Error &error, const QByteArray &requestId);
/// The same envelope for a code that is the transport's alone, such as "HEAD_TOO_LARGE".
QByteArray errorJson(const QByteArray &code, const QString &message, const QByteArray &requestId);

/// RFC 9457 problem details, as v2 answers: {"type","title","status","detail","instance","code","errors":[{"path",
/// "issue"}],"request_id"}. `type` is the code's place in the published documentation.
QByteArray problemJson(const Error &error, int status, const QByteArray &instance, const QByteArray &requestId);

/// {"success":true,"data":...,"message":"...","meta":...}; `data` and `meta` are JSON text, an empty meta is left out.
QByteArray successJson(QByteArrayView data, const QString &message = QStringLiteral("OK"), QByteArrayView meta = {});

/// Any v1 answer as its receiver reads it.
struct Answer
{
    bool success = false;
    JsonValue data;
    JsonValue meta;
    QString message;   ///< the error's when there is one
    QString errorCode; ///< stable identifier, kept as text: a newer hub may have more of them
    std::vector<ErrorDetail> details;
    QString requestId;
};
/// MalformedJson, or ValidationFailed when it is no envelope (a proxy's page, for example).
Result<Answer> readAnswer(const QByteArray &body);

} // namespace oshaq

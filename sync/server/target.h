// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace oshaq {

/// The segments of a path, split before they are decoded, so that an encoded slash stays inside its segment.
/// BadRequest: not absolute, broken percent-encoding, not UTF-8, control characters, dot segments.
/// A trailing slash is an empty last segment, which no route has.
Result<std::vector<QString>> decodePath(QByteArrayView path);

using QueryValues = std::vector<std::pair<QString, QString>>;

/// name=value pairs in order; '+' is a space. BadRequest for broken encoding or more than 32 pairs,
/// ValidationFailed for a name that stands there twice (two readers would see two requests).
Result<QueryValues> decodeQuery(QByteArrayView query);

/// The value of that name, or a null string.
QString queryValue(const QueryValues &values, QStringView name);

} // namespace oshaq

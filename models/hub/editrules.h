// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/result.h"

#include <QString>

#include <optional>

/// What every edit of a row is checked for, said in one way.
namespace oshaq::editrules {

inline constexpr qsizetype maxName = 200;

inline Error invalid(const char *path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{QString::fromLatin1(path), issue}}};
}

inline Error noSuch(const char *what)
{
    return {ErrorCode::NotFound, QStringLiteral("There is no such %1.").arg(QLatin1String(what)), {}};
}

inline Error taken(const char *path, const QString &issue)
{
    return {ErrorCode::AlreadyExists, issue, {{QString::fromLatin1(path), issue}}};
}

inline Result<void> checkVersion(const std::optional<qint64> &expected, qint64 version)
{
    if (!expected || *expected == version)
        return {};
    return Error{ErrorCode::VersionStale,
                 QStringLiteral("Somebody changed it meanwhile: it is at version %1 now. Read it again.").arg(version),
                 {}};
}

/// A name as it is stored: without blanks around it, neither empty nor endless.
inline Result<QString> checkedName(const QString &text)
{
    const QString name = text.trimmed();
    if (name.isEmpty() || name.size() > 2 * maxName)
        return invalid("name", QStringLiteral("A name has 1 to %1 characters.").arg(maxName));
    return name;
}

} // namespace oshaq::editrules

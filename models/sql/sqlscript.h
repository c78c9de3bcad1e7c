// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <vector>

namespace oshaq::sql {

struct ScriptStatement
{
    QString sql;  ///< without the ';' and without what stands around it
    int line = 1; ///< where it begins, for messages
};

/// Splits a script at each ';' that is not inside a string, a quoted name or a comment; SQLite prepares one statement at
/// a time. Leading comments are dropped, empty statements too. A trigger goes on to the END that stands by itself
/// behind a ';', without a comment between the two. ValidationFailed with the line: a quote or comment that never ends,
/// a last statement without ';', a trigger without its END.
Result<std::vector<ScriptStatement>> splitScript(const QString &script);

} // namespace oshaq::sql

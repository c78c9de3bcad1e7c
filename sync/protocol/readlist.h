// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/protocol/json.h"

#include <vector>

namespace oshaq {

/// Every item of the data, which must be a list; the first one that does not fit makes the whole unreadable.
template <typename T, typename ReadOne> Result<std::vector<T>> readList(const JsonValue &data, ReadOne readOne)
{
    if (!data.isArray()) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("This is not a list."),
                     {{QStringLiteral("data"), QStringLiteral("must be an array")}}};
    }
    std::vector<T> list;
    list.reserve(data.items().size());
    for (const JsonValue &item : data.items()) {
        Result<T> one = readOne(item);
        if (!one)
            return one.error();
        list.push_back(std::move(*one));
    }
    return list;
}

} // namespace oshaq

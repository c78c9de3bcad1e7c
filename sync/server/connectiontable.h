// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <unordered_map>

namespace oshaq {

class HttpConnection;

/// The living connections of one HTTP thread. Used on that thread only; answers that come later hold it weakly and find
/// their connection by id, which is never used twice.
struct ConnectionTable
{
    std::unordered_map<quint64, std::unique_ptr<HttpConnection>> byId;
};

} // namespace oshaq

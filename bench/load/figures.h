// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What a load run counts, and what it reads out of the answers for that.

namespace oshaq::load {

struct Figures
{
    std::map<int, std::int64_t> statuses;
    std::vector<float> ms;
    QJsonArray kept;
};

/// Something that went wrong in one way.
struct Failure
{
    std::int64_t count = 0;
    std::string example; ///< what was asked and the beginning of what was said
};

/// Live sockets of one kind.
struct SocketGroup
{
    std::string name;
    std::int64_t count = 0;
    std::int64_t open = 0;
    std::int64_t refused = 0; ///< at the upgrade
    std::int64_t changes = 0;
    std::int64_t came = 0;
    double lives = 0; ///< seconds, on average; 0: to the end
    std::string path;
    std::vector<std::string> tokens;
    std::vector<float> ms;
};

/// The text of the first member of that name in some JSON; empty: there is none.
inline std::string_view memberOf(std::string_view json, std::string_view name)
{
    const std::string key = '"' + std::string(name) + "\":\"";
    const std::size_t at = json.find(key);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = json.substr(at + key.size());
    return rest.substr(0, rest.find('"'));
}

inline double percentile(std::vector<float> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    return double(sorted[std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())))]);
}

inline QJsonObject latencies(std::vector<float> ms)
{
    std::sort(ms.begin(), ms.end());
    return {{QStringLiteral("p50_ms"), percentile(ms, 0.50)},
            {QStringLiteral("p95_ms"), percentile(ms, 0.95)},
            {QStringLiteral("p99_ms"), percentile(ms, 0.99)},
            {QStringLiteral("max_ms"), ms.empty() ? 0.0 : double(ms.back())}};
}

/// "2026-11-29T16:18:00.123Z" as milliseconds of its day; -1: it is none.
inline std::int64_t msOfDay(std::string_view iso)
{
    if (iso.size() < 24 || iso[10] != 'T')
        return -1;
    const auto two = [&](std::size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
    return ((two(11) * 60 + two(14)) * 60 + two(17)) * 1000LL + (iso[20] - '0') * 100 + two(21);
}

} // namespace oshaq::load

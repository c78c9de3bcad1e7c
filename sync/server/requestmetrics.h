// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/histogram.h"

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace oshaq {

class MetricsWriter;
struct Route;

/// How many requests of each route got which status, and how long they took. Counters that threads share without locks.
class RequestMetrics
{
    Q_DISABLE_COPY_MOVE(RequestMetrics)

public:
    /// Upper bounds of the histogram's buckets, in microseconds.
    static constexpr std::array<qint64, 12> boundsUs{500,    1'000,   2'000,   5'000,   10'000,    20'000,
                                                     50'000, 100'000, 200'000, 500'000, 1'000'000, 5'000'000};

    /// The same of SQLite's work for a request.
    static constexpr std::array<qint64, 10> databaseBoundsUs{50,    100,   200,    500,    1'000,
                                                             2'000, 5'000, 10'000, 50'000, 500'000};

    RequestMetrics();

    /// `route` null: nothing that the table knows.
    /// `databaseUs`: how long SQLite worked for it; 0: it was not asked.
    void count(const Route *route, int status, qint64 microseconds, qint64 databaseUs);
    /// The connection guard refused it before it was a request.
    void countRefused(int status);

    void write(MetricsWriter &text) const;

private:
    /// Each that this server sends; anything else is counted as one.
    static constexpr std::array statuses{101, 200, 201, 202, 204, 206, 304, 400, 401, 402, 403, 404,
                                         405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 417, 422,
                                         425, 429, 431, 500, 501, 502, 503, 504, 505, 0};
    static std::size_t indexOf(int status);

    struct Series
    {
        std::array<std::atomic<quint64>, statuses.size()> byStatus{};
        SharedHistogram<boundsUs.size()> times;
    };

    std::vector<std::unique_ptr<Series>> m_series; ///< of the routes in the table's order, then of everything else
    std::array<std::atomic<quint64>, statuses.size()> m_refused{};
    SharedHistogram<databaseBoundsUs.size()> m_database; ///< of the requests for which it was asked
};

} // namespace oshaq

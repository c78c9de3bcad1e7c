// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace oshaq {

struct ApiShared;
struct Route;

/// How many requests of each route got which status, and how long they took. Counters that threads share without locks.
class RequestMetrics
{
    Q_DISABLE_COPY_MOVE(RequestMetrics)

public:
    /// Upper bounds of the histogram's buckets, in milliseconds.
    static constexpr std::array boundsMs{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000};

    RequestMetrics();

    /// `route` null: nothing that the table knows.
    void count(const Route *route, int status, qint64 microseconds);

    void write(QByteArray &text) const;

private:
    struct Series
    {
        std::array<std::atomic<quint64>, 6> byClass{}; ///< 1xx to 5xx at their number
        std::array<std::atomic<quint64>, boundsMs.size() + 1> buckets{};
        std::atomic<quint64> microseconds{0};
    };

    std::vector<std::unique_ptr<Series>> m_series; ///< of the routes in the table's order, then of everything else
};

/// Everything that this server can tell, in the text format of Prometheus (0.0.4).
QByteArray metricsText(ApiShared &shared);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <functional>

namespace oshaq {

/// A number in [0, 1). Injected, so that tests know every delay.
using RandomFraction = std::function<double()>;

/// How long to wait after the nth failure in a row: doubling up to a limit, with the upper half of it random, so that
/// the terminals of a site do not come back in step.
class Backoff
{
public:
    Backoff(qint64 firstMs, qint64 maxMs)
        : m_firstMs(firstMs)
        , m_maxMs(maxMs)
    {}

    qint64 next(const RandomFraction &random)
    {
        const qint64 full = std::min(m_maxMs, m_firstMs << std::min(m_failures, 20));
        ++m_failures;
        return full / 2 + static_cast<qint64>(static_cast<double>(full - full / 2) * random());
    }

    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    qint64 m_firstMs;
    qint64 m_maxMs;
    int m_failures = 0;
};

} // namespace oshaq

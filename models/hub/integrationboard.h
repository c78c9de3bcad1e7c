// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace oshaq {

/// What came of trying an integration out.
struct IntegrationTrial
{
    bool ok = false;
    QString message; ///< English, or as the other side has it: what was reached, or the real reason why not. No secret.
};

struct IntegrationTrialRequest
{
    qint64 businessId = 0;
    QString to; ///< whom a test message goes to; empty: the client decides
};

/// Where the integrations' own thread and everybody else meet: the state of the circuit breakers, for metrics and
/// settings, and the way to a test. Only in memory. Thread-safe.
class IntegrationBoard
{
    Q_DISABLE_COPY_MOVE(IntegrationBoard)

public:
    struct Entry
    {
        qint64 businessId = 0;
        IntegrationKind kind = IntegrationKind::Halyk;
        IntegrationHealth health;
    };
    using Done = std::function<void(const IntegrationTrial &)>;
    /// Begins a test on its own thread and answers once, on any thread, or never when that thread ends. Must be quick.
    using Tester = std::function<void(const IntegrationTrialRequest &, Done)>;

    IntegrationBoard() = default;

    void note(qint64 businessId, IntegrationKind kind, const IntegrationHealth &health);
    std::optional<IntegrationHealth> health(qint64 businessId, IntegrationKind kind) const;
    std::vector<Entry> all() const;

    /// Empty: nobody can any more. When this returns, the one before does not run and will not run again.
    void setTester(IntegrationKind kind, Tester tester);
    /// False: nobody here can try this out.
    bool test(IntegrationKind kind, const IntegrationTrialRequest &request, Done done);

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<qint64, IntegrationKind>, IntegrationHealth> m_health;
    std::mutex m_testersMutex; ///< held while one runs: that is what makes setTester() final
    std::map<IntegrationKind, Tester> m_testers;
};

} // namespace oshaq

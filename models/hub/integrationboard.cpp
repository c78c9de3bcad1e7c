// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/integrationboard.h"

namespace oshaq {

void IntegrationBoard::note(qint64 businessId, IntegrationKind kind, const IntegrationHealth &health)
{
    const std::lock_guard lock(m_mutex);
    m_health[{businessId, kind}] = health;
}

std::optional<IntegrationHealth> IntegrationBoard::health(qint64 businessId, IntegrationKind kind) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_health.find({businessId, kind});
    return found == m_health.end() ? std::nullopt : std::optional(found->second);
}

std::vector<IntegrationBoard::Entry> IntegrationBoard::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Entry> entries;
    for (const auto &[key, health] : m_health)
        entries.push_back({key.first, key.second, health});
    return entries;
}

void IntegrationBoard::setTester(IntegrationKind kind, Tester tester)
{
    const std::lock_guard lock(m_testersMutex);
    if (tester)
        m_testers[kind] = std::move(tester);
    else
        m_testers.erase(kind);
}

bool IntegrationBoard::test(IntegrationKind kind, const IntegrationTrialRequest &request, Done done)
{
    const std::lock_guard lock(m_testersMutex);
    const auto found = m_testers.find(kind);
    if (found == m_testers.end())
        return false;
    found->second(request, std::move(done));
    return true;
}

} // namespace oshaq

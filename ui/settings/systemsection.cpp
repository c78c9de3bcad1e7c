// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/systemsection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/settings/systemtext.h"

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

constexpr int lookAgainMs = 10'000;

} // namespace

SystemSection::SystemSection(SystemPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    refreshEvery(lookAgainMs);
    SystemSection::retranslate();
    SystemSection::setLook(look);
}

SystemSection::ListWords SystemSection::listWords() const
{
    return {tr("How the site does is not known"), tr("Asking the hub"), {}, {}, {}};
}

PortCall SystemSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.overview([this, done = std::move(done)](const PortAnswer<SystemOverview> &answer) {
        if (answer)
            m_system = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

int SystemSection::rowCount() const
{
    return m_system ? int(SystemText::system(*m_system, clock(), nowMs()).size()) : 0;
}

RowCard::Words SystemSection::rowWords(int row) const
{
    return SystemText::system(*m_system, clock(), nowMs()).at(size_t(row)).words;
}

void SystemSection::act(int row, int)
{
    const qint64 id = SystemText::system(*m_system, clock(), nowMs()).at(size_t(row)).alarmId;
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.confirmAlarm(newIdempotencyKey(), id, [this, call](const PortAnswer<SystemAlarm> &answer) {
        over(*call);
        if (answer) {
            const auto known = std::find_if(m_system->alarms.begin(), m_system->alarms.end(),
                                            [&](const SystemAlarm &one) { return one.id == answer.value->id; });
            if (known != m_system->alarms.end())
                *known = *answer.value;
        }
        tell(answer ? std::nullopt : std::optional(answer.failure));
        rebuild();
    });
    remember(*call);
}

} // namespace oshaq

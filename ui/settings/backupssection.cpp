// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backupssection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/settings/systemtext.h"

#include <memory>

namespace oshaq {

namespace {

constexpr int lookAgainMs = 10'000;
/// While something is under way, so that its progress is seen.
constexpr int watchMs = 1'000;

} // namespace

BackupsSection::BackupsSection(SystemPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    refreshEvery(lookAgainMs);
    BackupsSection::retranslate();
    BackupsSection::setLook(look);
}

BackupsSection::ListWords BackupsSection::listWords() const
{
    return {tr("How the backups do is not known"), tr("Asking the hub"), {}, {}, {}};
}

PortCall BackupsSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.backups([this, done = std::move(done)](const PortAnswer<BackupFacts> &answer) {
        if (answer)
            m_facts = *answer.value;
        lookAgain();
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

int BackupsSection::rowCount() const
{
    return m_facts ? int(SystemText::backups(*m_facts, clock(), nowMs()).size()) : 0;
}

RowCard::Words BackupsSection::rowWords(int row) const
{
    return SystemText::backups(*m_facts, clock(), nowMs()).at(size_t(row));
}

void BackupsSection::act(int, int action)
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.beginBackup(newIdempotencyKey(), action == 0 ? BackupAct::Full : BackupAct::Check,
                               [this, call](const PortAnswer<BackupFacts> &answer) {
                                   over(*call);
                                   if (answer)
                                       m_facts = *answer.value;
                                   refreshEvery(watchMs); // it may not have begun yet
                                   tell(answer ? std::nullopt : std::optional(answer.failure));
                                   rebuild();
                               });
    remember(*call);
}

void BackupsSection::lookAgain()
{
    refreshEvery(m_facts && !m_facts->activity.isEmpty() ? watchMs : lookAgainMs);
}

} // namespace oshaq

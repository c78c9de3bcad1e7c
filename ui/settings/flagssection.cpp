// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/flagssection.h"

#include <memory>

namespace oshaq {

FlagsSection::FlagsSection(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    FlagsSection::retranslate();
    FlagsSection::setLook(look);
}

void FlagsSection::setLook(const Look &look)
{
    ListSection::setLook(look);
}

FlagsSection::ListWords FlagsSection::listWords() const
{
    return {tr("The trials are not known"),
            tr("Asking for the trials"),
            tr("Nothing is being tried out"),
            tr("What is new and not decided yet appears here, with who answers for it."),
            {}};
}

PortCall FlagsSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.flags([this, done = std::move(done)](const PortAnswer<std::vector<FeatureFlag>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words FlagsSection::rowWords(int row) const
{
    const FeatureFlag &flag = m_rows[size_t(row)];
    const bool over = flag.expiresAtMs <= nowMs();
    QStringList facts;
    if (!flag.description.isEmpty())
        facts << flag.description;
    const QString until = clock().moment(flag.expiresAtMs, nowMs());
    facts << (over           ? tr("Its time was over %1: it is off.").arg(until)
              : flag.enabled ? tr("On until %1. %2 answers for it.").arg(until, flag.owner)
                             : tr("Off. To be decided until %1; %2 answers for it.").arg(until, flag.owner));
    QStringList actions;
    QStringList names;
    if (!over) {
        actions << (flag.enabled ? tr("Switch off") : tr("Switch on"));
        names << (flag.enabled ? tr("Switch %1 off").arg(flag.name) : tr("Switch %1 on").arg(flag.name));
    }
    return {flag.name, facts.join(u'\n'), {}, actions, names};
}

void FlagsSection::act(int row, int)
{
    FeatureFlag flag = m_rows[size_t(row)];
    flag.enabled = !flag.enabled;
    change(flag);
}

void FlagsSection::change(FeatureFlag flag)
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.saveFlags({std::move(flag)}, [this, call](const PortAnswer<std::vector<FeatureFlag>> &answer) {
        over(*call);
        if (answer)
            m_rows = *answer.value;
        tell(answer ? std::nullopt : std::optional(answer.failure));
        if (!answer)
            refresh();
    });
    remember(*call);
}

} // namespace oshaq

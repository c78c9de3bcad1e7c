// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/standbysection.h"

#include "ui/common/replicatext.h"

#include <algorithm>
#include <memory>

namespace oshaq {

StandbySection::StandbySection(ReplicaPort &hub, StandbyHere here, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [port = here.port ? here.port : &hub](PortCall call) { port->cancel(call); }, look, parent)
    , m_hub(hub)
    , m_here(std::move(here))
{
    StandbySection::retranslate();
    StandbySection::setLook(look);
}

StandbySection::ListWords StandbySection::listWords() const
{
    return {tr("The hub does not answer"), tr("Asking the hub"), {}, {}, {}};
}

PortCall StandbySection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    // A lost hub is when this section is needed most: what this computer keeps says enough then.
    ReplicaPort &port = m_here.port ? *m_here.port : m_hub;
    return port.facts([this, done = std::move(done)](const PortAnswer<ReplicaFacts> &answer) {
        if (answer)
            m_facts = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

std::vector<StandbySection::Row> StandbySection::rows() const
{
    std::vector<Row> rows{Row::Hub};
    if (m_facts->hasOther)
        rows.push_back(Row::Other);
    const bool canBegin = m_here.begin && !m_here.port;
    if (canBegin)
        rows.push_back(Row::Here);
    return rows;
}

std::vector<StandbySection::Act> StandbySection::actsOf(Row row) const
{
    const ReplicaNote &note = m_facts->note;
    if (row == Row::Here)
        return {Act::Begin};
    if (row == Row::Other)
        return {};
    if (note.role == ReplicaRole::Standby)
        return {Act::Promote};
    if (note.role == ReplicaRole::Fenced)
        return {Act::Overrule};
    if (note.reason == u"record_damaged")
        return {};
    if (!m_facts->rival.isEmpty())
        return {Act::GoAlone};
    if (note.mode == ReplicaMode::Off)
        return {Act::Wait};
    if (note.refusing)
        return {Act::GoAlone};
    if (note.solo)
        return {Act::EndSolo, Act::Off};
    return note.mode == ReplicaMode::Sync ? std::vector{Act::Follow, Act::Off} : std::vector{Act::Wait, Act::Off};
}

QString StandbySection::wordsOf(Act act) const
{
    const bool isAsked = m_asked == act;
    switch (act) {
    case Act::Wait:
        return tr("Wait for a standby with every order");
    case Act::Follow:
        return tr("Do not wait for the standby");
    case Act::Off:
        return isAsked ? tr("Yes, do without a standby") : tr("Do without a standby");
    case Act::GoAlone:
        return isAsked ? tr("Yes, go on alone") : tr("Go on alone");
    case Act::Overrule:
        return isAsked ? tr("Yes, this one is the hub") : tr("Make this one the hub again");
    case Act::EndSolo:
        return tr("Wait for the standby again");
    case Act::Begin:
        return isAsked ? tr("Yes, copy everything here") : tr("Make this computer the standby");
    case Act::Promote:
        return isAsked ? tr("Yes, make this the hub") : tr("Make this computer the hub");
    }
    return {};
}

RowCard::Words StandbySection::rowWords(int row) const
{
    const Row what = rows().at(size_t(row));
    RowCard::Words words;
    for (const Act act : actsOf(what)) {
        words.actions << wordsOf(act);
        words.actionNames << wordsOf(act);
    }
    switch (what) {
    case Row::Hub:
        words.title = m_facts->note.role == ReplicaRole::Hub ? tr("The hub") : tr("This computer");
        if (m_facts->note.refusing && m_facts->note.role != ReplicaRole::Standby)
            words.trouble = ReplicaText::state(*m_facts);
        else
            words.facts = ReplicaText::state(*m_facts);
        break;
    case Row::Other: {
        const bool isHub = m_facts->note.role == ReplicaRole::Hub;
        const QString name = m_facts->otherName.isEmpty() ? tr("The standby") : m_facts->otherName;
        words.title = isHub ? name : tr("The hub");
        QStringList facts;
        if (!m_facts->otherUrl.isEmpty())
            facts << m_facts->otherUrl;
        if (m_facts->lastContactMs > 0)
            facts << tr("last heard of: %1").arg(clock().moment(m_facts->lastContactMs, nowMs()));
        if (m_facts->connected)
            facts << (m_facts->lagCommits == 0 ? tr("has everything")
                                               : tr("lacks the last %1 s").arg((m_facts->note.lagMs + 999) / 1000));
        words.facts = facts.join(QStringLiteral(" · "));
        if (!m_facts->connected)
            words.trouble = m_facts->problem.isEmpty() ? tr("It does not answer.")
                                                       : tr("It cannot be followed: %1").arg(m_facts->problem);
        break;
    }
    case Row::Here:
        words.title = tr("This computer");
        words.facts =
            tr("It can keep a copy of everything and go on in the hub's place. The copy is on this computer's disk: "
               "whoever may use that can read it.");
        break;
    }
    return words;
}

void StandbySection::act(int row, int action)
{
    const Act act = actsOf(rows().at(size_t(row))).at(size_t(action));
    const bool asksAgain = act != Act::Wait && act != Act::EndSolo && act != Act::Follow;
    if (asksAgain && m_asked != act) {
        m_asked = act;
        return rebuild();
    }
    m_asked.reset();
    run(act);
}

PortDone<ReplicaFacts> StandbySection::taken(const std::shared_ptr<PortCall> &call)
{
    return [this, call](const PortAnswer<ReplicaFacts> &answer) {
        over(*call);
        if (answer)
            m_facts = *answer.value;
        tell(answer ? std::nullopt : std::optional(answer.failure));
        rebuild();
    };
}

void StandbySection::run(Act act)
{
    ReplicaPort &port = m_here.port ? *m_here.port : m_hub;
    const auto call = std::make_shared<PortCall>(0);
    const QString name = m_facts->otherName;
    switch (act) {
    case Act::Wait:
        *call = port.setMode(ReplicaMode::Sync, name, taken(call));
        break;
    case Act::Follow:
        *call = port.setMode(ReplicaMode::Async, name, taken(call));
        break;
    case Act::Off:
        *call = port.setMode(ReplicaMode::Off, name, taken(call));
        break;
    case Act::GoAlone:
        *call = port.declareSolo({}, taken(call));
        break;
    case Act::Overrule:
        *call = port.declareSolo(m_facts->fencedBy, taken(call));
        break;
    case Act::EndSolo:
        *call = port.endSolo(taken(call));
        break;
    case Act::Promote:
        *call = port.promote(true, taken(call));
        break;
    case Act::Begin:
        return begin();
    }
    remember(*call);
}

void StandbySection::begin()
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_hub.makeToken([this, call](const PortAnswer<QString> &token) {
        over(*call);
        if (!token)
            return tell(token.failure);
        // The hub waits for it from the moment on at which it has everything.
        const auto next = std::make_shared<PortCall>(0);
        *next = m_hub.setMode(ReplicaMode::Sync, m_facts->otherName,
                              [this, next, secret = *token.value](const PortAnswer<ReplicaFacts> &answer) {
                                  over(*next);
                                  if (!answer)
                                      return tell(answer.failure);
                                  m_facts = *answer.value;
                                  if (const QString problem = m_here.begin(secret); !problem.isEmpty())
                                      tellNotice(problem);
                                  rebuild();
                              });
        remember(*next);
    });
    remember(*call);
}

} // namespace oshaq

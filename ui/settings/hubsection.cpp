// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/hubsection.h"

#include <QLocale>

namespace oshaq {

HubSection::HubSection(SettingsPort &port, Site site, QString directory, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
    , m_directory(std::move(directory))
{
    HubSection::retranslate();
    HubSection::setLook(look);
}

void HubSection::setLook(const Look &look)
{
    ListSection::setLook(look);
}

HubSection::ListWords HubSection::listWords() const
{
    return {tr("The hub does not answer"), tr("Asking the hub"), {}, {}, {}};
}

PortCall HubSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.hubFacts([this, done = std::move(done)](const PortAnswer<HubFacts> &answer) {
        if (answer)
            m_facts = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words HubSection::rowWords(int row) const
{
    switch (row) {
    case Network:
        if (m_facts->onlyThisComputer) {
            return {tr("Network"),
                    tr("Only this computer reaches it, at %1. For other screens and phones, server.listen in oshaq.ini "
                       "names an address of this computer, and server.tls protects what is sent.")
                        .arg(m_facts->urls.join(QStringLiteral(", "))),
                    {},
                    {},
                    {}};
        }
        return {
            tr("Network"), tr("Other screens and phones reach it at %1.").arg(m_facts->urls.join(u'\n')), {}, {}, {}};
    case Version:
        return {tr("Version"),
                tr("Oshaq %1, running since %2.").arg(m_facts->version, clock().moment(m_facts->startedAtMs, nowMs())),
                {},
                {},
                {}};
    case Record:
        return {tr("Record"),
                tr("All orders, the menu and the journal take %1.")
                    .arg(QLocale().formattedDataSize(m_facts->databaseBytes)),
                {},
                {},
                {}};
    case Copies:
        return {tr("Copies"),
                tr("Copies are not made by themselves yet. To keep one, end Oshaq and copy the whole folder "
                   "%1 to another disk.")
                    .arg(m_directory),
                {},
                {},
                {}};
    default:
        return {};
    }
}

void HubSection::act(int, int) {}

} // namespace oshaq

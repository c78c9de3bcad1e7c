// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/journalsection.h"

#include "ui/settings/settingtext.h"

#include <memory>

namespace oshaq {

JournalSection::JournalSection(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    JournalSection::retranslate();
    JournalSection::setLook(look);
}

void JournalSection::setLook(const Look &look)
{
    ListSection::setLook(look);
}

JournalSection::ListWords JournalSection::listWords() const
{
    return {tr("The changes are not known"),
            tr("Asking for the changes"),
            tr("Nothing was changed yet"),
            tr("What is changed in the settings of the restaurant is written down here."),
            {}};
}

PortCall JournalSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.journal([this, done = std::move(done)](const PortAnswer<std::vector<SettingsChange>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words JournalSection::rowWords(int row) const
{
    const SettingsChange &change = m_rows[size_t(row)];
    QStringList lines;
    for (const QString &key : change.keys) {
        const SettingRule *rule = findSettingRule(key);
        const QString name = rule ? SettingText::title(key) : key;
        const auto value = change.values.find(key);
        // Texts that people type are not in the journal, amounts only in minor units.
        if (!rule || value == change.values.end() || rule->type == SettingRule::Type::Money)
            lines << name;
        else if (const auto read = settingFromText(*rule, value->second))
            lines << tr("%1: now %2").arg(name, SettingText::value(*rule, *read, Currency()));
    }
    const QString where = change.terminalName.isEmpty() ? SettingText::actor(change.actor) : change.terminalName;
    return {tr("%1, %2").arg(clock().moment(change.atMs, nowMs()), where), lines.join(u'\n'), {}, {}, {}};
}

void JournalSection::act(int, int) {}

} // namespace oshaq

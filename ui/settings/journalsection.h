// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

class FormSheet;

/// The changes of settings as the journal of the site has them.
class JournalSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JournalSection)

public:
    /// The port must outlive it.
    JournalSection(SettingsPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("journal"); }
    QString iconName() const override { return QStringLiteral("clock"); }
    QString title() const override { return tr("Who changed what"); }
    QString summary() const override { return tr("Every change of these settings, newest first."); }
    void setLook(const Look &look) override;

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    SettingsPort &m_port;
    std::vector<SettingsChange> m_rows;
};

} // namespace oshaq

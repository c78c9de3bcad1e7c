// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/systemport.h"
#include "ui/settings/listsection.h"

#include <optional>

namespace oshaq {

/// Whether everything is safe, where, whether it can be restored, and a copy or a try right now.
class BackupsSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupsSection)

public:
    /// The port must outlive it.
    BackupsSection(SystemPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("backups"); }
    QString iconName() const override { return QStringLiteral("drawer"); }
    QString title() const override { return tr("Backups"); }
    QString summary() const override { return tr("Copies of everything elsewhere, and whether they can be restored."); }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override;
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    void lookAgain();

    SystemPort &m_port;
    std::optional<BackupFacts> m_facts;
};

} // namespace oshaq

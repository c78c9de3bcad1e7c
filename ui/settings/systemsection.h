// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/systemport.h"
#include "ui/settings/listsection.h"

#include <optional>

namespace oshaq {

/// How the whole site does, for a manager: what is wrong, since when, and that somebody looks after it.
class SystemSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemSection)

public:
    /// The port must outlive it.
    SystemSection(SystemPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("system"); }
    QString iconName() const override { return QStringLiteral("statistics"); }
    QString title() const override { return tr("System"); }
    QString summary() const override { return tr("How the hub, its screens, backups and services do, and what needs somebody."); }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override;
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    SystemPort &m_port;
    std::optional<SystemOverview> m_system;
};

} // namespace oshaq

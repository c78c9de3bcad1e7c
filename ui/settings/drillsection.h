// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/drillport.h"
#include "ui/settings/listsection.h"

namespace oshaq {

/// Lets a person see what the system does when things fail, before they do: runs a drill on a site of its own and shows
/// its sheet.
class DrillSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DrillSection)

public:
    /// The port must outlive it.
    DrillSection(DrillPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("drill"); }
    QString iconName() const override { return QStringLiteral("drill"); }
    QString title() const override { return tr("Drill"); }
    QString summary() const override
    {
        return tr("What happens to orders when the network, a screen, the hub or the power fails: tried out, not "
                  "believed.");
    }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override;
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    bool isRunning() const { return m_port.progress().phase != DrillProgress::Phase::None; }
    RowCard::Words runWords() const;
    RowCard::Words sheetWords(const DrillOutcome &sheet) const;
    RowCard::Words faultWords(const DrillFaults &faults) const;

    DrillPort &m_port;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/replicaport.h"
#include "ui/settings/listsection.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace oshaq {

/// What this computer is or can be beside the hub.
struct StandbyHere
{
    ReplicaPort *port = nullptr; ///< of the standby that it keeps; null: it keeps none
    /// Keeps the token and begins to follow, after a start of the program; the text says why it cannot. Empty: this
    /// computer cannot be one, for it is the hub.
    std::function<QString(const QString &token)> begin = {};
};

/// The computer that takes over when the hub is lost: whether there is one, how far it is, and what a manager decides.
class StandbySection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StandbySection)

public:
    /// The ports must outlive it.
    StandbySection(ReplicaPort &hub, StandbyHere here, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("standby"); }
    QString iconName() const override { return QStringLiteral("standby"); }
    QString title() const override { return tr("Standby"); }
    QString summary() const override
    {
        return tr("A second computer that has everything too, and goes on when the hub is lost.");
    }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return m_facts ? int(rows().size()) : 0; }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    enum class Row
    {
        Hub,   ///< how the site is
        Other, ///< the other computer
        Here,  ///< this one
    };
    enum class Act
    {
        Wait,   ///< sync
        Follow, ///< async
        Off,
        GoAlone,
        Overrule, ///< of a fenced hub
        EndSolo,
        Begin, ///< this computer becomes the standby
        Promote,
    };

    std::vector<Row> rows() const;
    std::vector<Act> actsOf(Row row) const;
    QString wordsOf(Act act) const;
    void run(Act act);
    void begin();
    PortDone<ReplicaFacts> taken(const std::shared_ptr<PortCall> &call);

    ReplicaPort &m_hub;
    StandbyHere m_here;
    std::optional<ReplicaFacts> m_facts;
    std::optional<Act> m_asked; ///< was pressed once
};

} // namespace oshaq

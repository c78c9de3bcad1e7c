// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace oshaq::drill {

/// A network that can be hurt: nodes that all reach the hub, each over a link of its own. Problems are English text;
/// empty: it was done.
class Lab
{
public:
    virtual ~Lab() = default;

    /// For the sheet: "network namespaces".
    virtual QString name() const = 0;
    virtual QString open() = 0;
    /// Before anything runs there. The first one is the hub.
    virtual QString addNode(const QString &node) = 0;

    /// What stands before a command that runs at this node.
    virtual QStringList wrapper(const QString &node) const = 0;
    /// Where every node reaches this one; empty: the lab gives only the hub an address, so there is no standby, no
    /// printer and no internet.
    virtual QString address(const QString &node) const = 0;
    /// Where a hub listens at its node, and where another node reaches it.
    virtual QString hubListen() const = 0;
    virtual QString hubUrl(const QString &node, const QString &hub) const = 0;

    virtual QString cut(const QString &node) = 0;
    virtual QString lose(const QString &node, int percent) = 0;
    /// Packets come after `delayMs` plus or minus `jitterMs`; so many percent of them at once, before their turn.
    virtual QString delay(const QString &node, int delayMs, int jitterMs, int percent) = 0;
    /// Whatever was done to the node's link is over.
    virtual QString heal(const QString &node) = 0;
};

} // namespace oshaq::drill

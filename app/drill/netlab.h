// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/drillprocess.h"
#include "app/drill/lab.h"

#include <map>
#include <memory>

namespace oshaq::drill {

/// A network namespace for each node, a switch (a bridge in a namespace of its own) and a cable (veth) to each. A cut
/// pulls the cable at the switch; loss is iptables' `statistic`; late and reordered packets go through NFQUEUE and
/// oshaq_netqueue, where that was built.
class NetLab final : public Lab
{
    Q_DISABLE_COPY_MOVE(NetLab)

public:
    /// `queueProgram`: oshaq_netqueue; empty: there is none, delay() does loss instead and the sheet says so.
    explicit NetLab(QString queueProgram);
    ~NetLab() override;

    /// Why it cannot be had here: not root, no ip, no iptables; empty: it can.
    static QString unavailable();
    /// Takes away what drills left behind whose process is no more.
    static void sweep();

    QString name() const override;
    QString open() override;
    QString addNode(const QString &node) override;
    QStringList wrapper(const QString &node) const override;
    QString address(const QString &node) const override;
    QString hubListen() const override;
    QString hubUrl(const QString &node, const QString &hub) const override;
    QString cut(const QString &node) override;
    QString lose(const QString &node, int percent) override;
    QString delay(const QString &node, int delayMs, int jitterMs, int percent) override;
    QString heal(const QString &node) override;

private:
    QString spaceOf(const QString &node) const;
    QString inSpace(const QString &space, const QStringList &command) const;
    QString addFilter(const QString &node, const QStringList &rule);

    const QString m_queueProgram;
    const QString m_prefix;
    QStringList m_spaces;
    std::map<QString, int> m_numbers; ///< of the nodes, from 1
    std::map<QString, std::unique_ptr<DrillProcess>> m_queues;
};

} // namespace oshaq::drill

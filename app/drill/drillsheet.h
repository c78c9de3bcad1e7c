// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/faultplan.h"
#include "app/drill/historychecker.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace oshaq::drill {

/// A fault as it happened.
struct DoneFault
{
    Fault fault;
    QString node = fault.node; ///< the computer; that of fault.node is a role where there is a standby
    qint64 beganMs = 0;        ///< wall clock
    qint64 endedMs = 0;
    /// From its end until the node did its work again: a phone's order was acknowledged, a terminal was live; -1: not
    /// seen (nothing was asked for, or another fault came first).
    qint64 recoveredMs = -1;
};

struct Percentiles
{
    qint64 count = 0;
    qint64 p50 = -1;
    qint64 p95 = -1;
    qint64 p99 = -1;
    qint64 max = -1;
};
/// Nearest rank.
Percentiles percentilesOf(std::vector<qint64> values);

/// What a drill found, for a person and for a program.
struct DrillSheet
{
    QString lab;
    QString orders; ///< whose they were
    quint32 seed = 0;
    qint64 faultsMs = 0;      ///< how long things went wrong
    qint64 quietAfterMs = -1; ///< from the last healing until nothing was on its way; -1: never
    QString notQuiet;         ///< why not
    int terminals = 0;
    int phones = 0;
    bool standby = false;
    int takeovers = 0;    ///< of the hub by its standby
    int refusedByOld = 0; ///< writes that were tried at a hub that was cut off and taken over: all have to be
    std::vector<DoneFault> faults;
    CheckResult check;
    Percentiles answers;  ///< ms from asking for an order to its answer
    Percentiles painted;  ///< ms from an order's commit to its being drawn, at each terminal that drew it
    QStringList problems; ///< of the drill itself: a program that ended by itself, a tool that failed

    bool passed() const;
};

/// Fills in DoneFault::recoveredMs from what clients wrote, by their node's name. After a fault of one of `hubs`
/// anybody's work counts.
void findRecoveries(std::vector<DoneFault> *faults, const std::vector<ClientHistory> &clients, const QStringList &hubs);

QByteArray sheetText(const DrillSheet &sheet);
QByteArray sheetJson(const DrillSheet &sheet);

} // namespace oshaq::drill

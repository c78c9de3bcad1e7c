// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// All faults of one kind that hit one role.
struct DrillFaults
{
    QString role; ///< "hub", "standby", "terminal", "phones", "printer", "internet"
    QString kind; ///< "cut", "loss", "delay", "restart", "kill", "takeover", "split"
    int times = 0;
    qint64 lastedMs = 0;   ///< together
    qint64 slowestMs = -1; ///< the longest until its work was seen again; -1: never
    int unseen = 0;        ///< of them nobody saw the end: nothing was asked for, or another fault came first

    bool operator==(const DrillFaults &) const = default;
};

/// The sheet of a drill, as far as a person wants it.
struct DrillOutcome
{
    bool passed = false;
    qint64 atMs = 0;     ///< its end, UTC
    qint64 lastedMs = 0; ///< how long things went wrong
    int terminals = 0;
    int phones = 0;
    bool standby = false;
    qint64 ordersAcknowledged = 0;
    qint64 ordersLate = 0;
    qint64 ordersLost = 0;
    qint64 ordersDoubled = 0;
    qint64 commandsConfirmed = 0;
    qint64 commandsLost = 0;
    qint64 otherFindings = 0; ///< what else must not be: statuses, differing screens, papers
    qint64 quietAfterMs = -1; ///< from the last healing until nothing was on its way; -1: never
    QStringList problems;     ///< English, of the drill itself and its first findings
    std::vector<DrillFaults> faults;

    bool operator==(const DrillOutcome &) const = default;
};

struct DrillProgress
{
    enum class Phase
    {
        None, ///< no drill runs
        SettingUp,
        Hurting,
        Settling,
    };
    Phase phase = Phase::None;
    qint64 doneMs = 0; ///< of Hurting
    qint64 wholeMs = 0;
};

/// Drills a site of its own on this computer: real programs, made-up orders, faults on purpose, and a checker. Nothing
/// of it touches the restaurant's record. Implemented in app/desktop; faked in GUI tests. GUI thread; nothing blocks.
class DrillPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Its programs are installed.
    virtual bool isInstalled() const = 0;
    virtual DrillProgress progress() const = 0;
    /// The last drill on this computer, also of an earlier start of the program.
    virtual std::optional<DrillOutcome> last() const = 0;
    /// Why the last one gave no sheet, English; empty: it gave one, or there was none.
    virtual QString problem() const = 0;

    /// Nothing happens when one runs.
    virtual void start(int minutes) = 0;
    /// Ends it early; what happened until then is checked and gives a sheet.
    virtual void stop() = 0;

Q_SIGNALS:
    /// Of anything above.
    void changed();
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// Something that takes a while and goes on while people do something else: an export, a report, an import.
struct Work
{
    enum class Kind
    {
        SalesReport, ///< `subject`: "2026-11-01 2026-11-30", first and last business day
        OrderExport, ///< likewise
        DayEndFile,  ///< `subject`: the business day
        MenuExport,
        MenuImport,    ///< `subject`: the file's name
        OrderImport,   ///< likewise
        ImportProblems ///< the list of what was wrong, saved
    };
    enum class State
    {
        Running,
        Done,
        Failed,
        Cancelled
    };

    quint64 id = 0; ///< never 0
    Kind kind = Kind::SalesReport;
    QString subject;
    State state = State::Running;
    qint64 done = 0;     ///< of `total`; rows or bytes
    qint64 total = 0;    ///< 0: nobody knows
    QString file;        ///< what came of it; empty: nothing to open
    PortFailure failure; ///< of a failed one
    qint64 startedAtMs = 0;

    bool operator==(const Work &) const = default;
};

/// What is under way on this screen and what came of it. The ui shows it; whoever does the work tells how far it is.
/// GUI thread.
class WorkList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkList)

public:
    WorkList() = default;
    ~WorkList() override = default;

    /// `cancel` is called at most once, when somebody wants it to stop.
    quint64 begin(Work::Kind kind, const QString &subject, qint64 nowMs, std::function<void()> cancel);
    void progress(quint64 id, qint64 done, qint64 total);
    void finish(quint64 id, const QString &file = {});
    void fail(quint64 id, const PortFailure &failure);

    /// Stops a running one; says nothing of others.
    void cancel(quint64 id);
    /// Takes one that is over off the list.
    void dismiss(quint64 id);

    /// Newest first; of those that are over the last 20.
    const std::vector<Work> &works() const { return m_works; }
    std::optional<Work> work(quint64 id) const;
    int running() const;

Q_SIGNALS:
    void changed();            ///< at most once an event-loop turn
    void finished(quint64 id); ///< done or failed, not cancelled

private:
    Work *runningOne(quint64 id);
    /// After its state was set.
    void end(quint64 id);
    void tell();

    std::vector<Work> m_works;
    std::map<quint64, std::function<void()>> m_cancels;
    quint64 m_last = 0;
    bool m_told = false;
};

} // namespace oshaq

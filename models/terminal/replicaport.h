// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/replicanote.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

namespace oshaq {

/// How a hub and its standby are, for people who look after them.
struct ReplicaFacts
{
    ReplicaNote note;
    QString epoch;
    qint64 term = 0;
    QString fencedBy;         ///< epoch of the hub that took over; empty: none did
    QString rival;            ///< epoch of another hub of the same term; empty: there is none
    bool hasOther = false;    ///< the rest says something: there is another side
    QString otherName;        ///< what people call the standby
    QString otherUrl;         ///< empty: not known
    bool connected = false;   ///< it is heard of
    qint64 lastContactMs = 0; ///< UTC; 0: never
    qint64 lagCommits = 0;    ///< what the standby lacks
    QString problem;          ///< of a standby: why it does not follow, English
    bool inStep = false;      ///< the standby is there and has everything

    bool operator==(const ReplicaFacts &) const = default;
};

/// What can be asked of and said to one computer of a site that keeps its record, as its hub or its standby.
/// Implemented in sync/client; faked in GUI tests. GUI thread; nothing blocks. Each act answers with what it is then;
/// REPLICA_NOT_IN_STEP when it cannot be, with the reason.
class ReplicaPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual PortCall facts(PortDone<ReplicaFacts> done) = 0;
    /// Sync begins when the standby has everything.
    virtual PortCall setMode(ReplicaMode mode, const QString &standbyName, PortDone<ReplicaFacts> done) = 0;
    /// What a standby follows with; the one before is no longer good.
    virtual PortCall makeToken(PortDone<QString> done) = 0;
    /// The hub goes on without its standby. `over`: of a fenced one, the epoch that it overrules.
    virtual PortCall declareSolo(const QString &over, PortDone<ReplicaFacts> done) = 0;
    virtual PortCall endSolo(PortDone<ReplicaFacts> done) = 0;
    /// The standby becomes the hub; `insist`: also when its hub answers still.
    virtual PortCall promote(bool insist, PortDone<ReplicaFacts> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

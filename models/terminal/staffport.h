// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/domain/staffmember.h"
#include "models/domain/staffshift.h"
#include "models/terminal/portcall.h"

#include <QDate>
#include <QMap>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Who may use which route of the hub's API: route name ("business.items.edit") -> roles.
using PermissionTable = QMap<QString, std::vector<Role>>;

/// Who works here, as the staff page sees and changes it. Implemented in sync/client; faked in GUI tests. GUI thread;
/// nothing blocks. `key`: idempotency key, a UUID that stays the same when a person tries again.
class StaffPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// By name.
    virtual PortCall staff(PortDone<std::vector<StaffMember>> done) = 0;
    /// With id 0: somebody new. With an id: an edit of name, role, login, station and active, refused with
    /// VERSION_STALE when `version` is not the last one.
    virtual PortCall save(const QString &key, const StaffMember &member, PortDone<StaffMember> done) = 0;
    /// They leave; their history stays.
    virtual PortCall remove(qint64 staffId, qint64 version, PortDone<PortNothing> done) = 0;
    /// Empty: takes it away. Refused with ALREADY_EXISTS when somebody has that PIN.
    virtual PortCall setPin(const QString &key, qint64 staffId, const QString &pin, PortDone<PortNothing> done) = 0;
    virtual PortCall setPassword(const QString &key, qint64 staffId, const QString &password,
                                 PortDone<PortNothing> done) = 0;

    /// Shifts that touch these business days, newest first; those of now are open. At most 2,000.
    virtual PortCall shifts(QDate from, QDate to, PortDone<std::vector<StaffShift>> done) = 0;
    /// A manager ends the shift of somebody who forgot to sign out; ValidationFailed before its begin or after now.
    virtual PortCall endShift(const QString &key, qint64 shiftId, qint64 endedAtMs, PortDone<StaffShift> done) = 0;

    virtual PortCall permissions(PortDone<PermissionTable> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

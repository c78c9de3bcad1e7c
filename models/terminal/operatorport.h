// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

#include <optional>

namespace oshaq {

/// Who stands at this screen.
struct ScreenOperator
{
    qint64 staffId = 0;
    QString name;
    Role role = Role::Kitchen;

    bool operator==(const ScreenOperator &) const = default;
};

/// How this screen treats people.
struct LockPolicy
{
    bool asksForPin = false;  ///< false: anybody may use it, as the terminal's role allows; nobody is named
    int lockAfterSeconds = 0; ///< without a touch; 0: only by hand. Between 10 and 3600.

    bool operator==(const LockPolicy &) const = default;
};

/// Lock, quick switch and sign-out at this screen. What the operator may do is what their role and the terminal's role
/// both allow. The policy and the last operator are kept in terminal.db. GUI thread; nothing blocks.
///
/// Without a hub, people who signed in here in the last seven days get in by their PIN all the same (a slow hash of it
/// is kept here); others are told why not. After five wrong PINs in a row it waits, longer each time.
class OperatorPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual LockPolicy policy() const = 0;
    /// Refused (Forbidden) when asking for PINs would lock everybody out: nobody with a PIN may manage.
    virtual PortCall setPolicy(const LockPolicy &policy, PortDone<PortNothing> done) = 0;

    virtual std::optional<ScreenOperator> current() const = 0;
    virtual bool isLocked() const = 0;
    /// What may be done here now: the terminal's role, or what it has in common with the operator's.
    virtual Role effectiveRole() const = 0;

    /// Unlocks, or changes who is here. CREDENTIALS_WRONG; SIGN_IN_LOCKED with how long in the message.
    virtual PortCall signIn(const QString &pin, PortDone<ScreenOperator> done) = 0;
    virtual void lock() = 0;
    /// Ends the shift, and locks.
    virtual PortCall signOut(PortDone<PortNothing> done) = 0;

    virtual void cancel(PortCall call) = 0;

Q_SIGNALS:
    /// policy(), current(), isLocked() or effectiveRole().
    void changed();
};

} // namespace oshaq

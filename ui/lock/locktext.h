// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/terminal/portcall.h"

#include <QCoreApplication>

namespace oshaq {

/// What is said about people at a screen. Pure: the same facts give the same words.
class LockText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::LockText)

public:
    /// "Kitchen", as people say it.
    static QString roleName(Role role);
    /// What somebody in that role may do, in one sentence.
    static QString roleMeaning(Role role);

    /// Seconds that SIGN_IN_LOCKED wants people to wait; 0: it does not say, or it is something else.
    static int waitSeconds(const PortFailure &failure);
    /// Why a PIN did not open the screen. `attempt`: how many were wrong in a row, so that a second wrong PIN is not
    /// taken for the first message that stayed.
    static QString refusal(const PortFailure &failure, int attempt);
    /// "Too many wrong PINs. Wait 0:28."
    static QString waiting(int seconds);
};

} // namespace oshaq

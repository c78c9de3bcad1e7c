// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/schema.h"

namespace oshaq {

/// Bodies of the routes about who works here and who signs in.
const Schema &newStaffSchema();
const Schema &staffChangeSchema();
const Schema &pinSchema();      ///< {"pin"}
const Schema &passwordSchema(); ///< {"password"}
const Schema &signInSchema();   ///< {"pin"} or {"login","password","totp"?}, {"device"?,"business"?}
const Schema &refreshSchema();  ///< {"refresh_token"}
const Schema &codeSchema();     ///< {"code"}

/// What they answer.
namespace outputs {

Schema staff();
Schema signIn();
Schema session();
Schema totpSecret();

} // namespace outputs

} // namespace oshaq

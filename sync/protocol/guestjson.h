// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/schema.h"

namespace oshaq {

/// What the routes of tables, of guests' codes and of guests' own data take.
const Schema &newTableSchema();    ///< {"name"}
const Schema &tableChangeSchema(); ///< {"name","version"?}
const Schema &phoneCodeSchema();   ///< auth/otp: {"phone","business"?}
const Schema &phoneVerifySchema(); ///< auth/otp/verify: {"phone","code","name"?,"business"?}
const Schema &profileSchema();     ///< {"name"?,"phone"?}
const Schema &newAddressSchema();  ///< {"address","label"?,"coordinates"?,"selected"?}
const Schema &addressChangeSchema();

namespace outputs {

Schema table();
/// A table's code, which is shown once.
Schema tableCode();
/// Of auth/otp.
Schema phoneCode();
Schema profile();
Schema address();
/// A guest as the counter knows them, in lists and by themselves.
Schema guestSummary();
Schema guestCard();
Schema guestExport();
Schema guestErased();
Schema guestRetention();

} // namespace outputs

} // namespace oshaq

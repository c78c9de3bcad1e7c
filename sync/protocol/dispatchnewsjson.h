// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dispatch.h"
#include "models/domain/money.h"
#include "sync/protocol/fieldmap.h"

namespace oshaq {

/// A delivery as its service tells of it, in an answer or in a message of its own.
struct ServiceDelivery
{
    QString uuid; ///< our name for it; empty: the service did not repeat it
    DispatchNews news;
};

/// {"id","external_id","status","price","courier_name","courier_phone","tracking_url","arrives_at","reason"}, or with
/// its names and words mapped (docs/integrations.md). A word that nobody knows moves nothing. ValidationFailed when it
/// names no delivery.
Result<ServiceDelivery> readServiceDelivery(const JsonValue &document, const FieldMap &map, const Currency &currency);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/courier.h"
#include "models/domain/deliveryzone.h"
#include "models/domain/dispatch.h"
#include "sync/protocol/json.h"
#include "sync/protocol/orderview.h"
#include "sync/protocol/schema.h"

namespace oshaq {

/// Where a delivery goes: {"zone_id"?,"latitude"?,"longitude"?}. The readers run after validation.
const Schema &deliveryPlaceSchema();
DeliveryPlace readDeliveryPlace(const JsonValue &json);
void writeDeliveryPlace(JsonWriter &json, const DeliveryPlace &place);

const Schema &newZoneSchema();      ///< {"name","fee","free_from"?,"reach_m"?}
const Schema &zoneEditSchema();     ///< the same, each of them may be missing, and "version"?
const Schema &deliveryEditSchema(); ///< {"courier_id"?: a number or null,"place"?}
const Schema &dispatchSchema();     ///< {"quote_only"?}

void writeZone(JsonWriter &json, const DeliveryZone &zone, const Currency &currency);
Result<DeliveryZone> readZone(const JsonValue &json, const Currency &currency);
void writeCourier(JsonWriter &json, const Courier &courier);
Result<Courier> readCourier(const JsonValue &json);
/// What a courier sees of an order: {"order":ORDER,"mine":true,"to_collect":12.5,"currency":"KZT"}.
void writeCourierOrder(JsonWriter &json, const Order &order, OrderView view, std::optional<qint64> courierId);
void writeFee(JsonWriter &json, const DeliveryFee &fee, const Currency &currency);
void writeDispatch(JsonWriter &json, const Dispatch &dispatch, const Currency &currency);
Result<Dispatch> readDispatch(const JsonValue &json, const Currency &currency);

namespace outputs {

Schema zone();
Schema courier();
Schema courierOrder();
Schema deliveryFee();
Schema dispatch();

} // namespace outputs

} // namespace oshaq

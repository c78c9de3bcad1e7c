// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drawer.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <vector>

namespace oshaq {

const Schema &newDrawerSchema();   ///< business/drawers: {"float"}
const Schema &drawerMoveSchema();  ///< business/drawers/{id}/moves: {"kind":"pay_in|pay_out","amount","reason"}
const Schema &drawerCountSchema(); ///< business/drawers/{id}/counts: {"counted"?,"pieces"?:[{"face","count"}]}
const Schema &drawerCloseSchema(); ///< business/drawers/{id}/close: the same, and "note"?, "version"?

/// "pieces" of a body; ValidationFailed for a face that the currency cannot have.
Result<std::vector<DrawerPieces>> readPieces(const JsonValue &body, const Currency &currency);

/// `isHere`: the caller's cash goes into it.
void writeDrawer(JsonWriter &json, const DrawerSession &session, bool isHere);

/// What writeDrawer() wrote. ValidationFailed with the places that do not fit.
Result<DrawerView> readDrawer(const JsonValue &json);

QByteArray newDrawerBody(qint64 floatMinor, const Currency &currency);
QByteArray drawerMoveBody(DrawerMoveKind kind, qint64 amountMinor, const Currency &currency, const QString &reason);
QByteArray drawerCountBody(qint64 countedMinor, const std::vector<DrawerPieces> &pieces, const Currency &currency);
QByteArray drawerCloseBody(qint64 countedMinor, const std::vector<DrawerPieces> &pieces, const Currency &currency,
                           const QString &note, qint64 version);

namespace outputs {

Schema drawer();

} // namespace outputs

} // namespace oshaq

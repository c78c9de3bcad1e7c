// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/routetable.h"

namespace oshaq {

/// The words in which the groups of routes declare their rows.
namespace routing {

using Handler = Flow (*)(ApiThread &, const ExchangePtr &);

inline constexpr RoleMask owners = roleBit(Role::Owner);
inline constexpr RoleMask managers = owners | roleBit(Role::Manager);
inline constexpr RoleMask floorRoles = managers | roleBit(Role::Counter);
inline constexpr RoleMask kitchenRoles = floorRoles | roleBit(Role::Kitchen);
inline constexpr RoleMask staffRoles = kitchenRoles | roleBit(Role::Courier);
inline constexpr RoleMask integrations = roleBit(Role::Integration);

Permission everybody();
Permission only(RoleMask roles, PrincipalKindMask kinds = 0);
/// Guests with their own token.
Permission guests();

QueryField queryField(const char *name, Schema schema);
QueryField requiredQuery(const char *name, Schema schema);
/// Cursors of lists are opaque; the store that made them checks them.
QueryField cursorField();
/// "limit", 1 to 200.
QueryField limitField();

/// "language": of a report or a paper.
QueryField languageField();

/// An answer of JSON.
Output answers(const char *name, Schema schema);
/// {"...":...}[] : a list of that shape, with the cursor of the next page in its meta.
Output answersList(const char *name, Schema item);
/// 201: the route makes what it answers with.
Output created(Output output);
/// Anything else, such as a picture.
Output answersWith(const char *name, const char *mediaType);

Route get(QByteArray pattern, QByteArray name, Permission permission, std::vector<QueryField> query, Output output,
          Handler handler);
/// A route that changes something. Each honours Idempotency-Key unless it hands out secrets, which are not stored to be
/// answered again. PUT and DELETE repeat safely without a key.
Route write(QByteArray method, QByteArray pattern, QByteArray name, Permission permission, Route::Body body,
            Schema input, Output output, Handler handler);
/// A route that takes no body: DELETE.
Route remove(QByteArray pattern, QByteArray name, Permission permission, Output output, Handler handler);

/// One line for people, in the published document.
Route summed(Route route, const char *summary);
/// From the root, outside of any version.
Route site(Route route);
Route webSocket(Route route);
Route withChoice(Route route, const char *name, const char *value, Schema schema);
Route withQuery(Route route, std::vector<QueryField> query);
Route handsOutSecrets(Route route);
/// See Route::arrivesLate.
Route arrivesLate(Route route);
/// See WriteCommand::withoutStandby.
Route withoutStandby(Route route);
/// The body is one of these media types and at most so long.
Route takesRaw(Route route, QList<QByteArray> mediaTypes, qint64 maxBodyBytes);
Route withMaxBody(Route route, qint64 maxBodyBytes);

} // namespace routing

} // namespace oshaq

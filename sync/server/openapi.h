// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/routetable.h"

#include <QByteArray>

#include <vector>

namespace oshaq {

/// The published description of the API, made of the route table and of nothing else.
namespace openapi {

/// The OpenAPI 3.1 document of one version: 1 or 2. The site's own paths (health, metrics) stand in both. Each operation
/// says in "x-roles" who may call it ("everybody" when no token is needed) and in "x-callers" with which kinds of token.
QByteArray document(const std::vector<Route> &routes, int version);

/// A value that the schema allows, as JSON text; the same for the same schema. `name` hints at what to show.
QByteArray example(const Schema &schema, QStringView name, MoneyForm moneyForm);

/// Statuses other than success that a route may answer with, ascending.
std::vector<int> refusals(const Route &route);

/// docs/api.md: every route with what each role gets, and how it is proven. `contractChecks` is how many requests the
/// contract test sends.
QByteArray permissionPage(const std::vector<Route> &routes, int contractChecks);

} // namespace openapi

} // namespace oshaq

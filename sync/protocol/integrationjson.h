// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <map>
#include <optional>

namespace oshaq {

const Schema &integrationEditSchema(); ///< {"enabled"?,"config"?,"secrets"?,"version"?}
const Schema &integrationTestSchema(); ///< {"to"?}

/// Values of "config" or "secrets" by name; null is an empty text.
std::map<QString, QString> readIntegrationValues(const JsonValue &values);

/// Its fields with what was filled in, of secrets only whether they are there; and how its circuit breaker is doing,
/// null while this process has sent nothing.
void writeIntegration(JsonWriter &json, const Integration &integration, const std::optional<IntegrationHealth> &health);

namespace outputs {

Schema integration();
Schema integrationTrial();

} // namespace outputs

} // namespace oshaq

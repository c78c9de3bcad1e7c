// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/screenstate.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <vector>

namespace oshaq {

/// By which a terminal says which program it runs: "0.1.0". Clients that are no terminals do not send it.
inline constexpr char programVersionHeader[] = "Oshaq-Version";

/// Body of POST business/terminals/report.
const Schema &screenReportSchema();
QByteArray screenReportBody(const ScreenReport &report);
/// Of a body that was checked against the schema.
ScreenReport readScreenReport(const JsonValue &body);

/// Its answer.
struct ScreenReported
{
    qint64 terminalId = 0; ///< who reported
    qint64 hubTimeMs = 0;  ///< UTC; 0: not said
};
QByteArray screenReportedJson(const ScreenReported &reported);
ScreenReported readScreenReported(const JsonValue &data);

/// "screens" of a heartbeat: what every screen is told of the others.
QByteArray screensJson(const std::vector<ScreenFacts> &screens);
/// Those that this program understands: a newer hub may know more states.
std::vector<ScreenFacts> readScreens(const JsonValue &array);

/// "screen" of a row of business/terminals, with what only that list tells.
void writeScreen(JsonWriter &json, const ScreenFacts &screen);
/// Nothing for null, and for what this program does not understand.
std::optional<ScreenFacts> readScreen(const JsonValue &value);

namespace outputs {
Schema screen();
Schema screenReported();
} // namespace outputs

} // namespace oshaq

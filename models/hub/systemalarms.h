// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/systemalarm.h"
#include "models/hub/noticeboard.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// The alarms of a site: in the record, so that a restart neither forgets them nor tells them twice.
namespace systemreads {

/// Those that go on, oldest first.
Result<std::vector<SystemAlarm>> openAlarms(sql::Database &database, qint64 businessId);
/// Newest first, those that are over included.
Result<std::vector<SystemAlarm>> lastAlarms(sql::Database &database, qint64 businessId, int limit);
/// NotFound when there is none.
Result<SystemAlarm> alarm(sql::Database &database, qint64 businessId, qint64 alarmId);

/// Refunds, voids and orders of now and of the weeks before.
Result<AnomalyFacts> anomalyFacts(sql::Database &database, qint64 businessId, qint64 nowMs);

} // namespace systemreads

namespace systemwrites {

/// Whether reconcile() would write anything.
bool isDue(const std::vector<SystemAlarm> &open, const std::vector<SystemFinding> &found, qint64 escalateAfterMs,
           qint64 nowMs);
/// Begins alarms for what was found, ends those that are not true any more, and tells both those that begin and those
/// that nobody confirmed in time through the outbox of messages. `board` as of noticewrites.
Result<WriteOutcome> reconcile(WriteContext &context, const NoticeBoard *board, qint64 businessId,
                               const std::vector<SystemFinding> &found, qint64 escalateAfterMs);
/// Somebody looks at it: it is told no more. Once confirmed it stays so, by whoever was first.
Result<WriteOutcome> confirm(WriteContext &context, qint64 alarmId);

} // namespace systemwrites

} // namespace oshaq

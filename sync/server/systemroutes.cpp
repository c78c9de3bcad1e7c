// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/systemalarms.h"
#include "models/hub/systemfigures.h"
#include "models/hub/terminalservice.h"
#include "models/runtime/processfigures.h"
#include "models/sql/maintenance.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/systemjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

#include <algorithm>

namespace oshaq::routes {

namespace {

constexpr int alarmsShown = 50;

/// What needs no record.
SystemOverview overviewOf(ApiThread &thread, qint64 businessId)
{
    SystemOverview system;
    ApiShared &shared = thread.shared();
    Hub &hub = thread.hub();
    system.version = shared.options.version;
    system.startedAtMs = shared.startedAtMs;
    const WriterStats writer = hub.writer().stats();
    system.canWrite = writer.available;
    system.queued = writer.queued;
    const ReplicaStatus replica = hub.replica().status();
    system.role = replica.note.role;
    system.mode = replica.note.mode;
    system.isSolo = replica.note.solo;
    if (replica.peer) {
        system.standbyName = replica.peer->name;
        system.isStandbyConnected = replica.peer->connected;
        system.standbyLagMs = replica.peer->lagMs;
    }
    const DiskFigures disk = DiskFigures::of(hub.directory());
    system.diskFreeBytes = disk.freeBytes;
    system.diskTotalBytes = disk.totalBytes;
    if (shared.options.backups)
        system.backups = shared.options.backups();
    for (const IntegrationBoard::Entry &entry : hub.integrations().all()) {
        if (entry.businessId == businessId)
            system.services.push_back(
                {entry.kind, entry.health.circuit == IntegrationHealth::Circuit::Open, entry.health.lastError});
    }
    return system;
}

Result<void> readRecord(ApiThread &thread, qint64 businessId, SystemOverview *system)
{
    auto reader = thread.reader();
    if (!reader)
        return reader.error();
    const qint64 nowMs = thread.nowMs();
    const auto bytes = sql::databaseBytes(**reader);
    if (!bytes)
        return bytes.error();
    system->databaseBytes = *bytes;
    const auto figures = systemreads::figuresOf(**reader, businessId, nowMs);
    if (!figures)
        return figures.error();
    for (const OutboxFigures &outbox : figures->outboxes) {
        const qint64 oldestMs = outbox.oldestAtMs == 0 ? 0 : std::max<qint64>(0, nowMs - outbox.oldestAtMs);
        system->outboxes.push_back({outbox.name, outbox.waiting, oldestMs});
    }
    auto alarms = systemreads::lastAlarms(**reader, businessId, alarmsShown);
    if (!alarms)
        return alarms.error();
    system->alarms = std::move(*alarms);
    ScreenBoard &board = thread.shared().screens;
    const ScreenBoard::Now now{nowMs, thread.monotonicMs()};
    if (board.needsMemory(businessId)) {
        const auto kept = terminalreads::keptScreens(**reader, businessId);
        if (!kept)
            return kept.error();
        board.remember(businessId, *kept, now);
    }
    system->screens = board.screens(businessId, now);
    return {};
}

Flow system(ApiThread &thread, const ExchangePtr &exchange)
{
    const qint64 businessId = exchange->principal->businessId;
    SystemOverview overview = overviewOf(thread, businessId);
    if (const auto read = readRecord(thread, businessId, &overview); !read)
        return refuse(*exchange, read.error());
    apijson::succeed(*exchange, 200, systemJson(overview), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow confirmAlarm(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return systemwrites::confirm(context, id); },
        [id = exchange->rowId()](ApiThread &owner, Exchange &done, const WriteOutcome &) -> Result<void> {
            auto reader = owner.reader();
            if (!reader)
                return reader.error();
            const auto alarm = systemreads::alarm(**reader, done.principal->businessId, id);
            if (!alarm)
                return alarm.error();
            apijson::succeed(done, 200, systemAlarmJson(*alarm), QStringLiteral("Confirmed"));
            return {};
        });
}

} // namespace

std::vector<Route> systemRoutes()
{
    using namespace routing;
    const Permission office = only(managers);
    return {
        summed(get("/admin/system", "admin.system", office, {}, answers("System", outputs::system()), system),
               "How the site does: hub, standby, disk, backups, services, screens, alarms"),
        summed(withoutStandby(write("POST", "/admin/system/alarms/{id}/confirm", "admin.system.confirm", office,
                                    Route::Body::Optional, Schema::object({}),
                                    answers("SystemAlarm", outputs::systemAlarm()), confirmAlarm)),
               "Somebody looks at an alarm: it is told no more"),
    };
}

} // namespace oshaq::routes

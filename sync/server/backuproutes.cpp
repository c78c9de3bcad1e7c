// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/backuproutes.h"

#include "sync/protocol/backupjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

BackupFacts factsOf(ApiThread &thread)
{
    const BackupState state = thread.hub().backups().state();
    BackupFacts facts;
    facts.isOn = state.isOn;
    facts.targets = state.targets;
    facts.lastFullMs = state.lastFullMs;
    facts.lastIncrementMs = state.lastIncrementMs;
    facts.lastCheckMs = state.lastCheckMs;
    facts.lastCheckOk = state.lastCheckOk;
    facts.lastCheckText = state.lastCheckText;
    facts.ageMs = state.ageMs(thread.nowMs());
    facts.waitingFiles = state.waitingFiles;
    facts.activity = state.activity;
    facts.percent = state.percent;
    facts.problem = state.problem;
    facts.problemSinceMs = state.problemSinceMs;
    facts.journalProblem = thread.hub().journalProblem();
    for (const BackupItem &item : state.latest)
        facts.latest.push_back({item.name, item.isFull, item.toMs, item.bytes});
    return facts;
}

void answer(ApiThread &thread, Exchange &exchange, const QString &message)
{
    apijson::succeed(exchange, 200, backupJson(factsOf(thread)), message);
}

Flow getBackups(ApiThread &thread, const ExchangePtr &exchange)
{
    answer(thread, *exchange, QStringLiteral("OK"));
    return Flow::Answer;
}

Flow postBackups(ApiThread &thread, const ExchangePtr &exchange)
{
    const bool isCheck = exchange->body[u"do"].string() == u"check";
    if (!thread.hub().backups().request(isCheck ? BackupRequest::Check : BackupRequest::Full)) {
        exchange->refuse(ErrorCode::NotConfigured,
                         QStringLiteral("This hub makes no backups: set backup.folder in its configuration."));
        return Flow::Answer;
    }
    answer(thread, *exchange, isCheck ? QStringLiteral("The check begins") : QStringLiteral("The backup begins"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> backupRoutes()
{
    using namespace routing;
    const Permission people = only(managers);
    const Output state = answers("Backups", outputs::backups());
    return {
        summed(get("/admin/backups", "admin.backups", people, {}, state, getBackups),
               "How the backups are doing, and the last ones"),
        summed(handsOutSecrets(write("POST", "/admin/backups", "admin.backups.request", people, Route::Body::Required,
                                     backupRequestSchema(), state, postBackups)),
               "Make a full backup now, or restore the newest into a scratch file and check it"),
    };
}

} // namespace oshaq::routes

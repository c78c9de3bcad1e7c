// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/syscalltrace.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace oshaq::test {

namespace {

struct Sync
{
    qint64 begin = 0;
    qint64 end = 0;
};

/// Places of 36-character uuids in a line.
template <typename Visit> void forEachUuid(const QByteArray &line, const QHash<QByteArray, qint64> &known, Visit visit)
{
    // A uuid starts where a '-' stands 8 characters later; cheap enough for a few hundred megabytes.
    for (qsizetype dash = line.indexOf('-'); dash >= 0; dash = line.indexOf('-', dash + 1)) {
        if (dash < 8 || dash + 28 > line.size() || line[dash + 5] != '-' || line[dash + 10] != '-' ||
            line[dash + 15] != '-')
            continue;
        const QByteArray uuid = line.mid(dash - 8, 36);
        if (known.contains(uuid))
            visit(uuid);
    }
}

} // namespace

TraceVerdict judgeTrace(QIODevice &trace, const QList<QByteArray> &orderUuids)
{
    QHash<QByteArray, qint64> logged;   // uuid -> line at whose end its rows were in the log for the first time
    QHash<QByteArray, qint64> answered; // uuid -> line at which its answer began
    for (const QByteArray &uuid : orderUuids)
        logged.insert(uuid, -1);

    TraceVerdict verdict;
    std::vector<Sync> syncs;
    QHash<QByteArray, qint64> openSyncs;                // thread -> line where its sync began
    QHash<QByteArray, QList<QByteArray>> openLogWrites; // thread -> uuids of a write that has not ended
    qint64 number = 0;

    while (!trace.atEnd()) {
        const QByteArray line = trace.readLine();
        ++number;
        const qsizetype space = line.indexOf(' ');
        const QByteArray thread = line.left(space);
        const QByteArray call = line.mid(space + 1).trimmed();
        const bool unfinished = call.endsWith("<unfinished ...>");
        const bool failed = call.contains(" = -1 E");

        if (call.startsWith("fdatasync(") || call.startsWith("fsync(")) {
            if (!call.contains("hub.db-wal"))
                continue;
            ++verdict.syncs;
            if (unfinished)
                openSyncs.insert(thread, number);
            else if (!failed)
                syncs.push_back({number, number});
        } else if (call.startsWith("<... fdatasync resumed") || call.startsWith("<... fsync resumed")) {
            if (openSyncs.contains(thread) && !failed)
                syncs.push_back({openSyncs.value(thread), number});
            openSyncs.remove(thread);
        } else if (call.startsWith("pwrite64(") && call.left(300).contains("hub.db-wal")) {
            forEachUuid(call, logged, [&](const QByteArray &uuid) {
                if (logged.value(uuid) >= 0)
                    return;
                if (unfinished)
                    openLogWrites[thread].append(uuid);
                else
                    logged[uuid] = number;
            });
        } else if (call.startsWith("<... pwrite64 resumed")) {
            for (const QByteArray &uuid : openLogWrites.take(thread)) {
                if (logged.value(uuid) < 0)
                    logged[uuid] = number;
            }
        } else if (call.contains("HTTP/1.1 201")) {
            forEachUuid(call, logged, [&](const QByteArray &uuid) {
                if (!answered.contains(uuid))
                    answered.insert(uuid, number);
            });
        }
    }

    std::sort(syncs.begin(), syncs.end(), [](const Sync &a, const Sync &b) { return a.end < b.end; });
    for (const QByteArray &uuid : orderUuids) {
        if (!answered.contains(uuid) || logged.value(uuid) < 0) {
            ++verdict.notFound;
            continue;
        }
        ++verdict.answers;
        const qint64 rows = logged.value(uuid);
        const auto sync =
            std::find_if(syncs.begin(), syncs.end(), [rows](const Sync &candidate) { return candidate.begin > rows; });
        if (sync == syncs.end() || answered.value(uuid) < sync->end)
            ++verdict.early;
    }
    return verdict;
}

} // namespace oshaq::test

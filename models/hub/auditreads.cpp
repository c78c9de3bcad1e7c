// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/auditreads.h"

#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <limits>

namespace oshaq {

namespace {

constexpr int maxPage = 200;

QString selectRows()
{
    return QStringLiteral("SELECT j.seq, j.at, j.actor, j.terminal_id, t.name, j.request_id, j.entity, j.entity_id,"
                          " j.version, j.type, j.payload, j.hash FROM journal j"
                          " LEFT JOIN terminals t ON t.terminal_id = j.terminal_id AND t.business_id = j.business_id ");
}

Result<std::vector<AuditRow>> read(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows = database.query(selectRows() + where, values);
    if (!rows)
        return rows.error();
    std::vector<AuditRow> found;
    while (rows->next()) {
        AuditRow row;
        row.seq = rows->integer(0);
        row.atMs = rows->integer(1);
        row.actor = rows->text(2);
        row.terminalId = hubsql::readOptionalId(*rows, 3);
        row.terminalName = rows->text(4);
        row.requestId = rows->text(5);
        row.entity = rows->text(6);
        row.entityId = rows->integer(7);
        row.version = rows->integer(8);
        row.type = rows->text(9);
        row.payload = rows->text(10).toUtf8();
        row.hash = rows->bytes(11);
        found.push_back(std::move(row));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

QString cursorText(qint64 seq)
{
    return QStringLiteral("s%1").arg(seq);
}

Result<qint64> seqFromCursor(const QString &cursor)
{
    bool sound = cursor.startsWith(u's');
    const qint64 seq = sound ? cursor.mid(1).toLongLong(&sound) : 0;
    if (!sound || seq < 1 || cursorText(seq) != cursor) {
        const QString issue = QStringLiteral("This is not a cursor of this list.");
        return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("cursor"), issue}}};
    }
    return seq;
}

} // namespace

Result<AuditPage> auditreads::page(sql::Database &database, qint64 businessId, const AuditFilter &filter)
{
    qint64 before = std::numeric_limits<qint64>::max();
    if (!filter.cursor.isEmpty()) {
        const auto seq = seqFromCursor(filter.cursor);
        if (!seq)
            return seq.error();
        before = *seq;
    }
    const int limit = std::clamp(filter.limit, 1, maxPage);
    QString where = QStringLiteral("WHERE j.business_id = ? AND j.seq < ?");
    QVariantList values{businessId, before};
    const auto add = [&](const char *condition, const QVariant &value) {
        where += QLatin1String(" AND ") + QLatin1String(condition);
        values.append(value);
    };
    if (!filter.entity.isEmpty())
        add("j.entity = ?", filter.entity);
    if (filter.entityId)
        add("j.entity_id = ?", *filter.entityId);
    if (!filter.actor.isEmpty())
        add("j.actor = ?", filter.actor);
    if (!filter.type.isEmpty())
        add("j.type = ?", filter.type);
    if (filter.fromMs)
        add("j.at >= ?", *filter.fromMs);
    if (filter.toMs)
        add("j.at < ?", *filter.toMs);
    values.append(limit + 1);
    auto rows = read(database, where + QStringLiteral(" ORDER BY j.seq DESC LIMIT ?"), values);
    if (!rows)
        return rows.error();
    AuditPage page;
    page.rows = std::move(*rows);
    if (page.rows.size() > std::size_t(limit)) {
        page.rows.pop_back();
        page.nextCursor = cursorText(page.rows.back().seq);
    }
    return page;
}

Result<std::vector<AuditRow>> auditreads::ofEntity(sql::Database &database, qint64 businessId, EntityKind entity,
                                                   qint64 id)
{
    return read(database,
                QStringLiteral("WHERE j.business_id = ? AND j.seq IN") + journalstore::seqsOfEntity() +
                    QStringLiteral("ORDER BY j.seq"),
                {businessId, businessId, entityKindText(entity), id});
}

} // namespace oshaq

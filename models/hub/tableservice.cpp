// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/tableservice.h"

#include "models/domain/typedcode.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"

#include <QJsonObject>

namespace oshaq {

namespace {

WriteOutcome outcomeOf(const DiningTable &table)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Table;
    outcome.entityId = table.id;
    return outcome;
}

Result<WriteOutcome> note(WriteContext &context, const DiningTable &table, const QString &type,
                          const QJsonObject &payload = {})
{
    const auto written =
        journalstore::append(context, table.businessId,
                             {EntityKind::Table, table.id, table.version, type, payload, tablestore::digest(table)});
    if (!written)
        return written.error();
    return outcomeOf(table);
}

Result<QString> checkedName(const QString &text)
{
    auto name = editrules::checkedName(text);
    if (name && name->toUcs4().size() > maxTableName)
        return editrules::invalid("name", QStringLiteral("A table's name has 1 to %1 characters.").arg(maxTableName));
    return name;
}

} // namespace

Result<WriteOutcome> tablewrites::create(WriteContext &context, const QString &name)
{
    const auto checked = checkedName(name);
    if (!checked)
        return checked.error();
    DiningTable table;
    table.businessId = context.principal.businessId;
    table.name = *checked;
    if (const auto inserted = tablestore::insert(context.database, &table, context.nowMs); !inserted)
        return inserted.error();
    auto outcome = note(context, table, QStringLiteral("table.created"));
    if (outcome)
        outcome->code = 201;
    return outcome;
}

Result<WriteOutcome> tablewrites::rename(WriteContext &context, qint64 tableId, const QString &name,
                                         std::optional<qint64> version)
{
    auto table = tablestore::find(context.database, context.principal.businessId, tableId);
    if (!table)
        return table.error();
    if (const auto checked = editrules::checkVersion(version, table->version); !checked)
        return checked.error();
    const auto checked = checkedName(name);
    if (!checked)
        return checked.error();
    if (*checked == table->name)
        return outcomeOf(*table);
    DiningTable after = *table;
    after.name = *checked;
    ++after.version;
    if (const auto updated = tablestore::update(context.database, after, context.nowMs); !updated)
        return updated.error();
    return note(context, after, QStringLiteral("table.updated"));
}

Result<WriteOutcome> tablewrites::remove(WriteContext &context, qint64 tableId, std::optional<qint64> version)
{
    const auto known = tablestore::find(context.database, context.principal.businessId, tableId);
    if (!known)
        return known.error();
    if (const auto checked = editrules::checkVersion(version, known->version); !checked)
        return checked.error();
    const auto used = tablestore::hasOpenOrder(context.database, *known);
    if (!used)
        return used.error();
    if (*used) {
        return Error{ErrorCode::StillInUse, QStringLiteral("An order that is not finished goes to this table."), {}};
    }
    DiningTable table = *known;
    ++table.version;
    table.codeExpiresAtMs = 0;
    if (const auto hidden = tablestore::hide(context.database, table, context.nowMs); !hidden)
        return hidden.error();
    return note(context, table, QStringLiteral("table.deleted"));
}

Result<WriteOutcome> tablewrites::rotateCode(WriteContext &context, qint64 tableId, const QByteArray &random)
{
    const auto known = tablestore::find(context.database, context.principal.businessId, tableId);
    if (!known)
        return known.error();
    const QString code = typedcode::text(random);
    const auto clean = typedcode::clean(code, typedcode::tableBytes);
    if (!clean)
        return Error{ErrorCode::Internal, QStringLiteral("a code that cannot be read"), {}};
    DiningTable table = *known;
    table.codeExpiresAtMs = context.nowMs + tableCodeLifetimeMs;
    table.guests = 0;
    ++table.version;
    const auto set = tablestore::setCode(context.database, table, tablestore::codeHash(*clean), context.nowMs);
    if (!set)
        return set.error();
    auto outcome = note(context, table, QStringLiteral("table.code_rotated"));
    if (!outcome)
        return outcome;
    outcome->code = 201;
    outcome->secret = code;
    outcome->values = {table.codeExpiresAtMs};
    return outcome;
}

Result<std::vector<DiningTable>> tablereads::list(sql::Database &database, qint64 businessId)
{
    return tablestore::list(database, businessId);
}

Result<DiningTable> tablereads::one(sql::Database &database, qint64 businessId, qint64 tableId)
{
    return tablestore::find(database, businessId, tableId);
}

} // namespace oshaq

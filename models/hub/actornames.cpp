// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/actornames.h"

#include "models/hub/sqlvalues.h"

#include <map>
#include <vector>

namespace oshaq {

namespace {

struct Kind
{
    const char *prefix; ///< as Principal::key() writes it
    const char *statement;
};

constexpr Kind kinds[] = {
    {"terminal", "SELECT terminal_id, name FROM terminals WHERE terminal_id"},
    {"staff", "SELECT staff_id, name FROM staff WHERE staff_id"},
    {"integration", "SELECT token_id, name FROM api_tokens WHERE token_id"},
    {"business", "SELECT business_id, name FROM businesses WHERE business_id"},
};

} // namespace

Result<ActorNames> ActorNames::load(sql::Database &database, qint64 businessId, const QStringList &keys)
{
    ActorNames names;
    std::map<QString, std::vector<qint64>> ids;
    for (const QString &key : keys) {
        const QString kind = key.section(u':', 0, 0);
        bool sound = false;
        const qint64 id = key.section(u':', 1).toLongLong(&sound);
        if (sound)
            ids[kind].push_back(id);
        if (kind == u"guest")
            names.m_names.insert(key, QStringLiteral("guest"));
        if (kind == u"system")
            names.m_names.insert(key, QStringLiteral("system"));
    }
    for (const Kind &kind : kinds) {
        const QString prefix = QLatin1String(kind.prefix);
        const auto wanted = ids.find(prefix);
        if (wanted == ids.end())
            continue;
        auto rows = database.query(QLatin1String(kind.statement) + hubsql::inIds() + hubsql::ofBusiness(),
                                   {hubsql::idArray(wanted->second), businessId});
        if (!rows)
            return rows.error();
        while (rows->next())
            names.m_names.insert(QStringLiteral("%1:%2").arg(prefix).arg(rows->integer(0)), rows->text(1));
        if (rows->failed())
            return hubsql::readFailed();
    }
    return names;
}

} // namespace oshaq

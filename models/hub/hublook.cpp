// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/hublook.h"

#include "models/hub/catalogservice.h"
#include "models/hub/directorylock.h"
#include "models/hub/hub.h"
#include "models/hub/integrationservice.h"
#include "models/hub/printerstore.h"
#include "models/hub/secretstore.h"
#include "models/sql/maintenance.h"
#include "models/sql/migrations.h"

#include <QDir>
#include <QFileInfo>

namespace oshaq {

namespace {

/// What only the present schema is sure to have.
Result<void> readPresent(sql::Database &database, const QString &directory, HubLook *look)
{
    const auto business = catalogreads::onlyBusiness(database);
    if (!business)
        return {}; // nobody set one up
    look->businessName = business->name;
    auto last = database.query(QStringLiteral("SELECT coalesce(max(at), 0) FROM journal WHERE business_id = ?"
                                              " AND seq = (SELECT max(seq) FROM journal WHERE business_id = ?)"),
                               {business->id, business->id});
    if (!last)
        return last.error();
    if (last->next())
        look->lastWrittenAtMs = last->integer(0);
    last->finish();
    auto printers = printerstore::all(database);
    if (!printers)
        return printers.error();
    look->printers = std::move(*printers);
    SecretStore secrets(directory);
    auto integrations = integrationreads::all(database, secrets, business->id);
    if (!integrations)
        return integrations.error();
    for (Integration &integration : *integrations) {
        if (integration.id > 0)
            look->integrations.push_back(std::move(integration));
    }
    return {};
}

} // namespace

Result<HubLook> hublook::at(const QString &directory)
{
    if (!Hub::exists(directory))
        return Error{ErrorCode::NotFound, QStringLiteral("there is no hub.db in %1").arg(directory), {}};
    const QString path = QDir(directory).filePath(QStringLiteral("hub.db"));
    HubLook look;
    look.isRunning = DirectoryLock::isHeld(directory);
    const auto newest = sql::newestSchema(QStringLiteral(":/migrations/hub"));
    if (!newest)
        return newest.error();
    look.newestSchema = *newest;
    look.bytes = QFileInfo(path).size();
    look.walBytes = QFileInfo(path + QStringLiteral("-wal")).size();
    auto database = sql::Database::open({path, sql::Access::ReadOnly});
    if (!database)
        return database.error();
    if (const auto sound = sql::quickCheck(**database); !sound) {
        look.damage = sound.error().message;
        return look;
    }
    const auto schema = sql::schemaVersion(**database);
    if (!schema)
        return schema.error();
    look.schema = *schema;
    if (look.schema == look.newestSchema) {
        if (const auto read = readPresent(**database, directory, &look); !read)
            return read.error();
    }
    return look;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "models/hub/hub.h"
#include "models/hub/hublook.h"
#include "models/hub/peerfile.h"
#include "models/hub/upgradecopy.h"
#include "sync/protocol/json.h"

#include <QDir>

namespace oshaq {

int runMigrate(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("migrate --data DIR [--json]"),
        QStringLiteral("Brings the record of a hub that is not running to the schema of this program. A copy of it is "
                       "made in DIR/before-upgrade first; without room for the copy nothing is changed, and a crash "
                       "leaves the old schema. \"oshaqd serve\" does the same by itself."));
    options.addValue("data", "DIR", "Directory of the hub.");
    options.addSwitch("json", "Print {\"from\":20,\"to\":24,\"copy\":\"PATH\"}.");
    if (const auto code = options.parse(arguments))
        return *code;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    const auto before = hublook::at(*directory);
    if (!before) {
        sayError(before.error().message);
        return exitcode::failed;
    }
    const auto peer = peerfile::read(*directory);
    if (!peer) {
        sayError(peer.error().message);
        return exitcode::failed;
    }
    const SystemClock clock;
    HubOptions hubOptions;
    hubOptions.directory = *directory;
    hubOptions.standby = peer->has_value();
    hubOptions.followedUrl = *peer ? (*peer)->url : QString();
    if (const auto hub = Hub::open(hubOptions, clock); !hub) {
        sayError(hub.error().message);
        return exitcode::failed;
    }
    QString copy;
    if (before->schema < before->newestSchema) {
        const QDir folder(upgradecopy::folderIn(*directory));
        const QStringList copies = folder.entryList({QStringLiteral("hub-*.db")}, QDir::Files, QDir::Name);
        copy = copies.isEmpty() ? QString() : folder.filePath(copies.last());
    }
    QByteArray text;
    if (options.has("json")) {
        JsonWriter json;
        json.beginObject();
        json.key("from").value(qint64{before->schema});
        json.key("to").value(qint64{before->newestSchema});
        json.key("copy").value(copy);
        json.endObject();
        text = json.take();
    } else if (copy.isEmpty()) {
        text = "The record has schema " + QByteArray::number(before->newestSchema) + " already.";
    } else {
        text = "The record went from schema " + QByteArray::number(before->schema) + " to " +
               QByteArray::number(before->newestSchema) + ". As it was before: " + copy.toUtf8();
    }
    return printLine(text) ? exitcode::ok : exitcode::failed;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backupoptions.h"

#include "app/common/backupsettings.h"

namespace oshaq::backupoptions {

void add(CommandOptions &options)
{
    options.addValue("key-file", "FILE", "Key of the backups; without it backup.key_file.");
    options.addValue("passphrase-file", "FILE",
                     "File with the passphrase of the backups; without it backup.passphrase_file, or "
                     "OSHAQ_BACKUP_PASSPHRASE.");
    options.addSettings();
}

Result<std::shared_ptr<BackupSecret>> secret(const CommandOptions &options, const Settings &settings)
{
    if (options.has("key-file"))
        return BackupSecret::fromKeyFile(options.value("key-file"));
    if (options.has("passphrase-file"))
        return BackupSecret::fromPassphraseFile(options.value("passphrase-file"));
    return backupsettings::secret(settings);
}

BackupProgress progress()
{
    struct Said
    {
        QString doing;
        int tenth = -1;
    };
    return [said = std::make_shared<Said>()](const QString &doing, int percent) {
        const int tenth = percent / 10;
        if (said->doing == doing && said->tenth == tenth)
            return;
        said->doing = doing;
        said->tenth = tenth;
        sayNote(QStringLiteral("%1 %2 %").arg(doing).arg(percent));
    };
}

} // namespace oshaq::backupoptions

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace oshaq {

/// How the key of a file is made of what its owner keeps. Nothing in it is secret.
struct KeyRecipe
{
    enum class From
    {
        KeyFile,
        Passphrase ///< by Argon2id
    };

    From from = From::KeyFile;
    QByteArray salt; ///< 16 bytes
    qint64 opsLimit = 0;
    qint64 memoryBytes = 0;
    QByteArray check; ///< 8 bytes made of the key: tells another key from a damaged file

    bool operator==(const KeyRecipe &) const = default;
};

/// What a backup file says of itself before its first encrypted byte (docs/backup.md). Authenticated with the rest: a
/// file whose head was touched does not open.
struct BackupHead
{
    enum class Kind
    {
        Full,     ///< the whole record
        Increment ///< what the group commits first..last changed
    };

    struct JournalHead
    {
        qint64 seq = 0;
        QByteArray hash; ///< of the last row

        bool operator==(const JournalHead &) const = default;
    };

    Kind kind = Kind::Full;
    QString chain;       ///< 16 hexadecimal digits: one unbroken row of changes
    QString incarnation; ///< of the hub's run
    QString epoch;
    int schema = 0;
    qint64 first = 0; ///< group commits; of a full copy both are its position
    qint64 last = 0;
    qint64 fromMs = 0; ///< UTC, of the first and the last commit; a full copy has one moment
    qint64 toMs = 0;
    std::map<qint64, JournalHead> journal;                   ///< business -> where its journal ends after `last`
    std::map<qint64, std::pair<qint64, qint64>> journalSeqs; ///< business -> first and last seq that are new in it
    QString madeBy;                                          ///< version of the program
    KeyRecipe key;

    bool operator==(const BackupHead &) const = default;
};

QByteArray backupHeadJson(const BackupHead &head);
/// MalformedJson for anything that a program of this version does not write.
Result<BackupHead> readBackupHead(const QByteArray &json);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backuphead.h"
#include "models/backup/backupkey.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

namespace oshaq {

/// Writes one backup file: the head, then what is written, compressed (zstd) and sealed (XChaCha20-Poly1305,
/// libsodium's secretstream). What is not finished does not open.
class BackupWriter
{
    Q_DISABLE_COPY_MOVE(BackupWriter)

public:
    /// Replaces what is at `path`. 0600.
    static Result<std::unique_ptr<BackupWriter>> create(const QString &path, const BackupHead &head,
                                                        const std::shared_ptr<const BackupKey> &key);
    ~BackupWriter();

    Result<void> write(QByteArrayView bytes);
    /// Nothing more comes. On the disk when it returns.
    Result<void> finish();

private:
    struct Engine;
    BackupWriter();

    Result<void> compress(QByteArrayView bytes, bool isLast);
    Result<void> seal(bool isLast);
    Result<void> put(QByteArrayView bytes);
    Error cannot() const;

    std::unique_ptr<Engine> m_engine;
    QFile m_file;
    QByteArray m_digest; ///< of the head: goes with every part
    QByteArray m_plain;  ///< compressed, not sealed yet
};

/// Reads one back. Every error says what is wrong with the file, for people: "it was cut off", "it was changed".
class BackupReader
{
    Q_DISABLE_COPY_MOVE(BackupReader)

public:
    /// The head alone, as far as it can be told without the key: it is authentic only once the file was read.
    static Result<BackupHead> headOf(const QString &path);

    static Result<std::unique_ptr<BackupReader>> open(const QString &path, BackupSecret &secret);
    ~BackupReader();

    const BackupHead &head() const { return m_head; }
    qint64 size() const { return m_file.size(); }
    qint64 position() const { return m_file.pos(); }

    /// Exactly so many bytes.
    Result<QByteArray> read(qint64 size);
    /// True when everything was read, and the file ends where its writer ended it.
    Result<bool> atEnd();

private:
    struct Engine;
    BackupReader();

    Result<void> openPart();
    Result<void> more();
    Error wrong(const QString &why, ErrorCode code = ErrorCode::StorageUnavailable) const;

    std::unique_ptr<Engine> m_engine;
    QFile m_file;
    BackupHead m_head;
    QByteArray m_digest;
    QByteArray m_packed; ///< opened, not decompressed yet
    qsizetype m_packedAt = 0;
    QByteArray m_plain;
    qsizetype m_plainAt = 0;
    bool m_isLastPart = false;
};

} // namespace oshaq

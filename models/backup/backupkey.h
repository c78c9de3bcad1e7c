// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backuphead.h"

#include <QString>

#include <array>
#include <memory>
#include <mutex>

namespace oshaq {

/// A key of 32 bytes that is wiped when it goes.
class BackupKey
{
    Q_DISABLE_COPY_MOVE(BackupKey)

public:
    static constexpr std::size_t size = 32;

    BackupKey() = default;
    ~BackupKey();

    const unsigned char *data() const { return m_bytes.data(); }
    unsigned char *data() { return m_bytes.data(); }

private:
    std::array<unsigned char, size> m_bytes{};
};

/// What the owner of the backups keeps: a passphrase or the content of a key file. It never gets into a file, a log or
/// an error. Thread-safe.
class BackupSecret
{
    Q_DISABLE_COPY_MOVE(BackupSecret)

public:
    /// At least 32 bytes, all of which count.
    static Result<std::shared_ptr<BackupSecret>> fromKeyFile(const QString &path);
    /// At least 8 characters.
    static Result<std::shared_ptr<BackupSecret>> fromPassphrase(const QByteArray &passphrase);
    /// What `path` holds up to the end of its first line.
    static Result<std::shared_ptr<BackupSecret>> fromPassphraseFile(const QString &path);
    /// Writes a new key into a file that is not there yet, 0600 and durable.
    static Result<void> makeKeyFile(const QString &path);
    ~BackupSecret();

    /// With a new salt. Asks Argon2id of a passphrase, once: later files of the same chain get the same recipe.
    Result<KeyRecipe> newRecipe();
    /// CredentialsWrong: another passphrase or key file made the file. The last key is kept.
    Result<std::shared_ptr<const BackupKey>> keyFor(const KeyRecipe &recipe);

private:
    BackupSecret(KeyRecipe::From from, const QByteArray &bytes);
    Result<std::shared_ptr<BackupKey>> derive(const KeyRecipe &recipe) const;

    const KeyRecipe::From m_from;
    QByteArray m_bytes;
    std::mutex m_mutex;
    KeyRecipe m_lastRecipe;
    std::shared_ptr<const BackupKey> m_lastKey;
};

} // namespace oshaq

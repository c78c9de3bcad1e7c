// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>

namespace oshaq {

/// Secrets that have to be read again, such as a bank's: sealed by XChaCha20-Poly1305 in the table `secrets` under the
/// file secrets.key (0600) of the data directory, which is made when the first secret is put. A copy of the database
/// alone gives none of them away, and says that it cannot read them; a standby gets the file from its hub. Values get into no log, journal
/// or error. Thread-safe; a database belongs to its own thread as ever.
class SecretStore
{
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    explicit SecretStore(const QString &directory);
    ~SecretStore();

    static QString keyFileIn(const QString &directory);

    /// Inside the caller's transaction; replaces what was there. StorageUnavailable when secrets.key cannot be read or
    /// made.
    Result<void> put(sql::Database &database, qint64 businessId, const QString &name, const QString &value,
                     qint64 nowMs);
    /// NotFound when there is none; NotConfigured, with words for people, when another secrets.key sealed it.
    Result<QString> get(sql::Database &database, qint64 businessId, const QString &name);
    Result<bool> has(sql::Database &database, qint64 businessId, const QString &name) const;
    /// Names that begin with `prefix`.
    Result<QStringList> names(sql::Database &database, qint64 businessId, const QString &prefix) const;
    Result<void> remove(sql::Database &database, qint64 businessId, const QString &name);

    /// Says which key is in use and nothing of the key itself; empty: there is none yet.
    QByteArray keyId();
    /// The content of secrets.key, for the standby of this site alone; empty: there is none. Never log it.
    Result<QByteArray> keyText();
    /// Takes the key of the hub that this copy follows. One that was here before stays beside it as secrets.key.old.
    Result<void> adopt(const QByteArray &text);

    /// An error says why secrets of this business that begin with `prefix` cannot be read; without reading any.
    Result<void> readable(sql::Database &database, qint64 businessId, const QString &prefix);

private:
    struct Key;

    /// `make`: when there is no file. Null without an error: there is none.
    Result<std::shared_ptr<const Key>> key(bool make);
    Result<std::shared_ptr<const Key>> read() const;
    Result<std::shared_ptr<const Key>> create() const;
    Result<std::shared_ptr<const Key>> parse(QByteArray text) const;
    Result<void> write(const Key &key) const;

    const QString m_directory;
    std::mutex m_mutex;
    std::shared_ptr<const Key> m_key; ///< once it was read
};

} // namespace oshaq

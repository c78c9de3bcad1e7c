// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/secretstore.h"

#include "models/hub/sqlvalues.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcSecrets, "oshaq.secrets")

constexpr qsizetype keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype idBytes = 8;
/// Before the key in its file, so that a file of something else is no key.
constexpr char fileHead[] = "oshaq-secrets-1 ";
constexpr qint64 maxFileBytes = 1'024;

bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

Error storage(const QString &message)
{
    return {ErrorCode::StorageUnavailable, message, {}};
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// What a sealed value belongs to: moved to another row it opens no more.
QByteArray placeOf(qint64 businessId, const QString &name)
{
    return "oshaq.secret.1:" + QByteArray::number(businessId) + ':' + name.toUtf8();
}

Error anotherKey(const QString &file)
{
    return {ErrorCode::NotConfigured,
            QStringLiteral("This secret was sealed with another %1. Copy that file from the computer that the record"
                           " comes from, or enter the secret again.")
                .arg(file),
            {}};
}

} // namespace

struct SecretStore::Key
{
    Q_DISABLE_COPY_MOVE(Key)

    Key() = default;
    ~Key() { sodium_memzero(bytes.data(), bytes.size()); }

    std::array<unsigned char, static_cast<size_t>(keyBytes)> bytes{};

    QByteArray id() const
    {
        QByteArray hash(16, '\0');
        constexpr char label[] = "oshaq.secrets.key";
        // Keyed by itself: who knows the id knows nothing of the key.
        crypto_generichash(bytesOf(hash), static_cast<size_t>(hash.size()),
                           reinterpret_cast<const unsigned char *>(label), sizeof label - 1, bytes.data(),
                           bytes.size());
        return hash.first(idBytes);
    }
    /// What the file holds.
    QByteArray text() const
    {
        return fileHead + QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), keyBytes).toBase64() +
               '\n';
    }
};

SecretStore::SecretStore(const QString &directory)
    : m_directory(directory)
{}

SecretStore::~SecretStore() = default;

QString SecretStore::keyFileIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("secrets.key"));
}

Result<std::shared_ptr<const SecretStore::Key>> SecretStore::key(bool make)
{
    const std::lock_guard lock(m_mutex);
    if (m_key)
        return m_key;
    if (!isReady())
        return storage(QStringLiteral("libsodium does not start"));
    auto found = read();
    if (found && !*found && make)
        found = create();
    if (found)
        m_key = *found;
    return found;
}

Result<std::shared_ptr<const SecretStore::Key>> SecretStore::read() const
{
    QFile file(keyFileIn(m_directory));
    if (!file.exists())
        return std::shared_ptr<const Key>();
    const QByteArray name = QFile::encodeName(file.fileName());
    struct stat status = {};
    if (::stat(name.constData(), &status) == 0 && (status.st_mode & 077) != 0) {
        qCWarning(lcSecrets).noquote() << file.fileName() << "could be read by others; now it cannot";
        if (::chmod(name.constData(), 0600) != 0)
            return storage(QStringLiteral("%1 can be read by others, and that cannot be changed: %2")
                               .arg(file.fileName(), qt_error_string(errno)));
    }
    if (!file.open(QIODevice::ReadOnly))
        return storage(QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    return parse(file.read(maxFileBytes));
}

Result<std::shared_ptr<const SecretStore::Key>> SecretStore::parse(QByteArray text) const
{
    text = text.trimmed();
    const bool fits = text.startsWith(fileHead);
    const auto decoded = QByteArray::fromBase64Encoding(
        text.mid(qsizetype(sizeof fileHead) - 1), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
    if (!fits || !decoded || decoded.decoded.size() != keyBytes) {
        return storage(QStringLiteral("%1 is no key file of this program. Bring back the right one, or move it away and"
                                      " enter the secrets again.")
                           .arg(keyFileIn(m_directory)));
    }
    auto key = std::make_shared<Key>();
    std::copy(decoded.decoded.begin(), decoded.decoded.end(), key->bytes.begin());
    return std::shared_ptr<const Key>(key);
}

Result<std::shared_ptr<const SecretStore::Key>> SecretStore::create() const
{
    auto key = std::make_shared<Key>();
    randombytes_buf(key->bytes.data(), key->bytes.size());
    if (const auto written = write(*key); !written)
        return written.error();
    return std::shared_ptr<const Key>(key);
}

Result<void> SecretStore::write(const Key &key) const
{
    QByteArray text = key.text();
    const QByteArray target = QFile::encodeName(keyFileIn(m_directory));
    const QByteArray fresh = target + ".new";
    // A half-written key would lose every secret: the name appears when the content is on the disk.
    const int descriptor = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool ok = descriptor >= 0;
    ok = ok && ::write(descriptor, text.constData(), static_cast<size_t>(text.size())) == text.size();
    ok = ok && ::fsync(descriptor) == 0;
    int failure = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
    if (ok) {
        ok = ::rename(fresh.constData(), target.constData()) == 0;
        failure = errno;
    }
    if (!ok) {
        ::unlink(fresh.constData());
        return storage(
            QStringLiteral("%1 cannot be written: %2").arg(keyFileIn(m_directory), qt_error_string(failure)));
    }
    const int directory = ::open(QFile::encodeName(m_directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0 || ::fsync(directory) != 0)
        qCWarning(lcSecrets).noquote() << "cannot sync the directory" << m_directory << qt_error_string(errno);
    if (directory >= 0)
        ::close(directory);
    return {};
}

QByteArray SecretStore::keyId()
{
    const auto found = key(false);
    return found && *found ? (*found)->id() : QByteArray();
}

Result<QByteArray> SecretStore::keyText()
{
    const auto found = key(false);
    if (!found)
        return found.error();
    return *found ? (*found)->text() : QByteArray();
}

Result<void> SecretStore::adopt(const QByteArray &text)
{
    if (!isReady())
        return storage(QStringLiteral("libsodium does not start"));
    const auto taken = parse(text);
    if (!taken)
        return taken.error();
    const QByteArray id = (*taken)->id();
    const std::lock_guard lock(m_mutex);
    if (m_key && m_key->id() == id)
        return {};
    const QString file = keyFileIn(m_directory);
    if (QFile::exists(file)) {
        QFile::remove(file + QStringLiteral(".old"));
        if (!QFile::copy(file, file + QStringLiteral(".old")))
            return storage(QStringLiteral("%1 cannot be kept beside the new one").arg(file));
        QFile::setPermissions(file + QStringLiteral(".old"), QFile::ReadOwner | QFile::WriteOwner);
    }
    if (const auto written = write(**taken); !written)
        return written;
    m_key = *taken;
    return {};
}

Result<void> SecretStore::put(sql::Database &database, qint64 businessId, const QString &name, const QString &value,
                              qint64 nowMs)
{
    const auto found = key(true);
    if (!found)
        return found.error();
    const QByteArray place = placeOf(businessId, name);
    QByteArray plain = value.toUtf8();
    QByteArray sealed(nonceBytes + plain.size() + tagBytes, '\0');
    randombytes_buf(sealed.data(), static_cast<size_t>(nonceBytes));
    unsigned long long written = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed) + nonceBytes, &written, bytesOf(std::as_const(plain)),
                                               static_cast<unsigned long long>(plain.size()), bytesOf(place),
                                               static_cast<unsigned long long>(place.size()), nullptr,
                                               bytesOf(std::as_const(sealed)), (*found)->bytes.data());
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    return database.run(QStringLiteral("INSERT INTO secrets (business_id, name, key_id, sealed, updated_at)"
                                       " VALUES (?, ?, ?, ?, ?) ON CONFLICT (business_id, name) DO UPDATE SET"
                                       " key_id = excluded.key_id, sealed = excluded.sealed,"
                                       " updated_at = excluded.updated_at"),
                        {businessId, name, (*found)->id(), sealed, nowMs});
}

Result<QString> SecretStore::get(sql::Database &database, qint64 businessId, const QString &name)
{
    auto row = database.query(QStringLiteral("SELECT key_id, sealed FROM secrets WHERE business_id = ? AND name = ?"),
                              {businessId, name});
    if (!row)
        return row.error();
    const auto isThere = hubsql::nextRow(*row);
    if (!isThere)
        return isThere.error();
    if (!*isThere)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such secret."), {}};
    const auto found = key(false);
    if (!found)
        return found.error();
    if (!*found || row->bytes(0) != (*found)->id())
        return anotherKey(QStringLiteral("secrets.key"));
    const QByteArray sealed = row->bytes(1);
    const QByteArray place = placeOf(businessId, name);
    if (sealed.size() < nonceBytes + tagBytes)
        return storage(QStringLiteral("A secret in the record is damaged: enter it again."));
    QByteArray plain(sealed.size() - nonceBytes - tagBytes, '\0');
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), &length, nullptr, bytesOf(sealed) + nonceBytes,
                                                   static_cast<unsigned long long>(sealed.size() - nonceBytes),
                                                   bytesOf(place), static_cast<unsigned long long>(place.size()),
                                                   bytesOf(sealed), (*found)->bytes.data()) != 0)
        return storage(QStringLiteral("A secret in the record is damaged: enter it again."));
    QString value = QString::fromUtf8(plain);
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    return value;
}

Result<bool> SecretStore::has(sql::Database &database, qint64 businessId, const QString &name) const
{
    auto row =
        database.query(QStringLiteral("SELECT 1 FROM secrets WHERE business_id = ? AND name = ?"), {businessId, name});
    if (!row)
        return row.error();
    return hubsql::nextRow(*row);
}

Result<QStringList> SecretStore::names(sql::Database &database, qint64 businessId, const QString &prefix) const
{
    auto rows = database.query(
        QStringLiteral("SELECT name FROM secrets WHERE business_id = ? AND substr(name, 1, ?) = ? ORDER BY name"),
        {businessId, qint64(prefix.size()), prefix});
    if (!rows)
        return rows.error();
    QStringList names;
    while (rows->next())
        names.append(rows->text(0));
    if (rows->failed())
        return hubsql::readFailed();
    return names;
}

Result<void> SecretStore::remove(sql::Database &database, qint64 businessId, const QString &name)
{
    return database.run(QStringLiteral("DELETE FROM secrets WHERE business_id = ? AND name = ?"), {businessId, name});
}

Result<void> SecretStore::readable(sql::Database &database, qint64 businessId, const QString &prefix)
{
    auto rows = database.query(
        QStringLiteral("SELECT DISTINCT key_id FROM secrets WHERE business_id = ? AND substr(name, 1, ?) = ?"),
        {businessId, qint64(prefix.size()), prefix});
    if (!rows)
        return rows.error();
    QList<QByteArray> ids;
    while (rows->next())
        ids.append(rows->bytes(0));
    if (rows->failed())
        return hubsql::readFailed();
    if (ids.isEmpty())
        return {};
    const auto found = key(false);
    if (!found)
        return found.error();
    for (const QByteArray &id : ids) {
        if (!*found || id != (*found)->id())
            return anotherKey(QStringLiteral("secrets.key"));
    }
    return {};
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupkey.h"

#include "models/backup/durablefile.h"

#include <QFile>

#include <sodium.h>

#include <cerrno>

namespace oshaq {

namespace {

constexpr qint64 maxKeyFileBytes = 64 * 1024;
constexpr qsizetype leastKeyFileBytes = 32;
constexpr qsizetype leastPassphrase = 8;
constexpr qsizetype keyCheckBytes = 8;
/// Once for a chain of files, so it may cost more than a sign-in.
constexpr qint64 opsLimit = 3;
constexpr qint64 memoryBytes = 64 * 1024 * 1024;
/// A file from outside must not decide how much of this machine its opening takes.
constexpr qint64 mostOps = 20;
constexpr qint64 mostMemory = qint64{1024} * 1024 * 1024;

static_assert(BackupKey::size == crypto_secretstream_xchacha20poly1305_KEYBYTES);

Error cannot(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

bool startSodium()
{
    static const bool started = sodium_init() >= 0;
    return started;
}

QByteArray checkOf(const BackupKey &key)
{
    const QByteArray context("oshaq.backup.check");
    QByteArray check(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(check.data()), std::size_t(check.size()),
                       reinterpret_cast<const unsigned char *>(context.constData()), quint64(context.size()),
                       key.data(), BackupKey::size);
    return check.first(keyCheckBytes);
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannot(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.read(maxKeyFileBytes + 1);
    if (bytes.size() > maxKeyFileBytes)
        return cannot(QStringLiteral("%1 is larger than a key can be").arg(path));
    return bytes;
}

} // namespace

BackupKey::~BackupKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

BackupSecret::BackupSecret(KeyRecipe::From from, const QByteArray &bytes)
    : m_from(from)
    , m_bytes(bytes)
{}

BackupSecret::~BackupSecret()
{
    sodium_memzero(m_bytes.data(), std::size_t(m_bytes.size()));
}

Result<std::shared_ptr<BackupSecret>> BackupSecret::fromKeyFile(const QString &path)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return bytes.error();
    if (bytes->size() < leastKeyFileBytes)
        return cannot(QStringLiteral("%1 is no key file: it has less than %2 bytes").arg(path).arg(leastKeyFileBytes));
    return std::shared_ptr<BackupSecret>(new BackupSecret(KeyRecipe::From::KeyFile, *bytes));
}

Result<std::shared_ptr<BackupSecret>> BackupSecret::fromPassphrase(const QByteArray &passphrase)
{
    if (passphrase.size() < leastPassphrase) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("the passphrase of the backups has at least %1 characters").arg(leastPassphrase),
                     {}};
    }
    return std::shared_ptr<BackupSecret>(new BackupSecret(KeyRecipe::From::Passphrase, passphrase));
}

Result<std::shared_ptr<BackupSecret>> BackupSecret::fromPassphraseFile(const QString &path)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return bytes.error();
    return fromPassphrase(bytes->split('\n').constFirst().trimmed());
}

Result<void> BackupSecret::makeKeyFile(const QString &path)
{
    if (!startSodium())
        return cannot(QStringLiteral("the cryptography library does not start"));
    QByteArray key(BackupKey::size, '\0');
    randombytes_buf(key.data(), std::size_t(key.size()));
    return durablefile::writeNew(path, key.toHex() + '\n');
}

Result<KeyRecipe> BackupSecret::newRecipe()
{
    if (!startSodium())
        return cannot(QStringLiteral("the cryptography library does not start"));
    KeyRecipe recipe;
    recipe.from = m_from;
    recipe.salt = QByteArray(crypto_pwhash_SALTBYTES, '\0');
    randombytes_buf(recipe.salt.data(), std::size_t(recipe.salt.size()));
    if (m_from == KeyRecipe::From::Passphrase) {
        recipe.opsLimit = opsLimit;
        recipe.memoryBytes = memoryBytes;
    }
    const auto key = derive(recipe);
    if (!key)
        return key.error();
    recipe.check = checkOf(**key);
    const std::lock_guard lock(m_mutex);
    m_lastRecipe = recipe;
    m_lastKey = *key;
    return recipe;
}

Result<std::shared_ptr<const BackupKey>> BackupSecret::keyFor(const KeyRecipe &recipe)
{
    if (!startSodium())
        return cannot(QStringLiteral("the cryptography library does not start"));
    const std::lock_guard lock(m_mutex);
    if (m_lastKey && m_lastRecipe == recipe)
        return m_lastKey;
    const bool isOther = recipe.from != m_from;
    if (isOther) {
        return Error{ErrorCode::CredentialsWrong,
                     recipe.from == KeyRecipe::From::KeyFile ? QStringLiteral("it was made with a key file")
                                                             : QStringLiteral("it was made with a passphrase"),
                     {}};
    }
    const auto key = derive(recipe);
    if (!key)
        return key.error();
    if (checkOf(**key) != recipe.check) {
        return Error{ErrorCode::CredentialsWrong,
                     m_from == KeyRecipe::From::KeyFile ? QStringLiteral("it was made with another key file")
                                                        : QStringLiteral("it was made with another passphrase"),
                     {}};
    }
    m_lastRecipe = recipe;
    m_lastKey = *key;
    return m_lastKey;
}

Result<std::shared_ptr<BackupKey>> BackupSecret::derive(const KeyRecipe &recipe) const
{
    if (recipe.salt.size() != crypto_pwhash_SALTBYTES)
        return cannot(QStringLiteral("its key was made in a way that this program does not follow"));
    auto key = std::make_shared<BackupKey>();
    const auto *salt = reinterpret_cast<const unsigned char *>(recipe.salt.constData());
    if (m_from == KeyRecipe::From::KeyFile) {
        // The file is random already: keyed hashing binds it to the salt.
        crypto_generichash_state state;
        crypto_generichash_init(&state, salt, std::size_t(recipe.salt.size()), BackupKey::size);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(m_bytes.constData()),
                                  quint64(m_bytes.size()));
        crypto_generichash_final(&state, key->data(), BackupKey::size);
        return key;
    }
    const bool isAcceptable = recipe.opsLimit >= qint64(crypto_pwhash_OPSLIMIT_MIN) && recipe.opsLimit <= mostOps &&
                              recipe.memoryBytes >= qint64(crypto_pwhash_MEMLIMIT_MIN) &&
                              recipe.memoryBytes <= mostMemory;
    if (!isAcceptable)
        return cannot(QStringLiteral("its passphrase was strengthened in a way that this program does not follow"));
    if (crypto_pwhash(key->data(), BackupKey::size, m_bytes.constData(), quint64(m_bytes.size()), salt,
                      quint64(recipe.opsLimit), std::size_t(recipe.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return cannot(QStringLiteral("there is not enough memory to make the key of the passphrase"));
    return key;
}

} // namespace oshaq

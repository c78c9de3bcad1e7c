// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/fieldkeys.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <vector>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq::sql {

namespace {

Q_LOGGING_CATEGORY(lcFields, "oshaq.fields")

constexpr qsizetype keyBytes = 32;
/// A multiple of three, so that the name of the key is seen in the base64 too.
constexpr qsizetype idBytes = 9;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr char textHead[] = "p1.";
constexpr qsizetype textHeadBytes = qsizetype(sizeof textHead) - 1;
/// Before each key in its file, so that a file of something else is no key.
constexpr char fileHead[] = "oshaq-personal-1 ";
constexpr qsizetype fileHeadBytes = qsizetype(sizeof fileHead) - 1;
constexpr qint64 maxFileBytes = 16 * 1024;
constexpr qint64 readAgainMs = 2'000;
constexpr qint64 warnAgainMs = 60'000;

using KeyBytes = std::array<unsigned char, std::size_t(keyBytes)>;

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

qint64 steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

QByteArray hashOf(const QByteArray &message, const KeyBytes &key, qsizetype size)
{
    QByteArray hash(std::max(size, qsizetype{crypto_generichash_BYTES_MIN}), '\0');
    crypto_generichash(bytesOf(hash), std::size_t(hash.size()), bytesOf(message), std::size_t(message.size()),
                       key.data(), key.size());
    return hash.first(size);
}

constexpr auto base64 = QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;
constexpr auto strictBase64 = QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors;

/// The bytes of a sealed value; empty when it is none.
QByteArray unwrapped(const QByteArray &sealed, FieldKeys::Form form)
{
    QByteArray bytes = sealed;
    if (form == FieldKeys::Form::Text) {
        if (!sealed.startsWith(textHead))
            return {};
        auto decoded = QByteArray::fromBase64Encoding(sealed.mid(textHeadBytes), strictBase64);
        if (!decoded)
            return {};
        bytes = std::move(decoded.decoded);
    }
    return bytes.size() < idBytes + nonceBytes + tagBytes ? QByteArray() : bytes;
}

} // namespace

struct FieldKeys::Key
{
    Q_DISABLE_COPY_MOVE(Key)

    explicit Key(const KeyBytes &bytes)
        : master(bytes)
    {
        constexpr char context[] = "oshaqfld";
        crypto_kdf_derive_from_key(sealing.data(), sealing.size(), 1, context, master.data());
        crypto_kdf_derive_from_key(finding.data(), finding.size(), 2, context, master.data());
        // Keyed by itself: who knows the name knows nothing of the key.
        id = hashOf("oshaq.fields.key", master, idBytes);
    }
    ~Key()
    {
        sodium_memzero(master.data(), master.size());
        sodium_memzero(sealing.data(), sealing.size());
        sodium_memzero(finding.data(), finding.size());
    }

    KeyBytes master;
    KeyBytes sealing{};
    KeyBytes finding{};
    QByteArray id;
};

struct FieldKeys::Ring
{
    std::vector<std::shared_ptr<const Key>> keys;
};

FieldKeys::FieldKeys(const QString &file)
    : m_file(file)
{}

FieldKeys::~FieldKeys() = default;

Result<FieldKeys::RingPtr> FieldKeys::read() const
{
    static_assert(keyBytes == crypto_kdf_KEYBYTES && keyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (!isReady())
        return storage(QStringLiteral("libsodium does not start"));
    QFile file(m_file);
    if (!file.exists())
        return RingPtr();
    const QByteArray name = QFile::encodeName(m_file);
    struct stat status = {};
    if (::stat(name.constData(), &status) == 0 && (status.st_mode & 077) != 0) {
        qCWarning(lcFields).noquote() << m_file << "could be read by others; now it cannot";
        if (::chmod(name.constData(), 0600) != 0)
            return storage(QStringLiteral("%1 can be read by others, and that cannot be changed: %2")
                               .arg(m_file, qt_error_string(errno)));
    }
    if (!file.open(QIODevice::ReadOnly))
        return storage(QStringLiteral("%1 cannot be read: %2").arg(m_file, file.errorString()));
    return parse(file.read(maxFileBytes));
}

Result<FieldKeys::RingPtr> FieldKeys::parse(QByteArray text) const
{
    auto ring = std::make_shared<Ring>();
    bool fits = true;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        auto decoded = QByteArray::fromBase64Encoding(trimmed.mid(fileHeadBytes), strictBase64);
        if (!trimmed.startsWith(fileHead) || !decoded || decoded.decoded.size() != keyBytes) {
            fits = false;
            break;
        }
        KeyBytes bytes;
        std::copy(decoded.decoded.begin(), decoded.decoded.end(), bytes.begin());
        ring->keys.push_back(std::make_shared<const Key>(bytes));
        sodium_memzero(bytes.data(), bytes.size());
        sodium_memzero(decoded.decoded.data(), std::size_t(decoded.decoded.size()));
    }
    sodium_memzero(text.data(), std::size_t(text.size()));
    if (!fits || ring->keys.empty()) {
        return storage(
            QStringLiteral("%1 is no key file of this program. Bring back the right one from a copy.").arg(m_file));
    }
    return RingPtr(ring);
}

QByteArray FieldKeys::textOf(const Ring &ring)
{
    QByteArray text;
    text.reserve(qsizetype(ring.keys.size()) * (fileHeadBytes + 45)); // grown, it would leave copies behind
    for (const auto &key : ring.keys) {
        QByteArray line =
            QByteArray::fromRawData(reinterpret_cast<const char *>(key->master.data()), keyBytes).toBase64();
        text += fileHead;
        text += line;
        text += '\n';
        sodium_memzero(line.data(), std::size_t(line.size()));
    }
    return text;
}

Result<void> FieldKeys::write(const Ring &ring) const
{
    QByteArray text = textOf(ring);
    const QByteArray target = QFile::encodeName(m_file);
    const QByteArray fresh = target + ".new";
    // A half-written key would lose every field: the name appears when the content is on the disk.
    const int descriptor = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool ok = descriptor >= 0;
    ok = ok && ::write(descriptor, text.constData(), std::size_t(text.size())) == text.size();
    ok = ok && ::fsync(descriptor) == 0;
    int failure = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    sodium_memzero(text.data(), std::size_t(text.size()));
    if (ok) {
        ok = ::rename(fresh.constData(), target.constData()) == 0;
        failure = errno;
    }
    if (!ok) {
        ::unlink(fresh.constData());
        return storage(QStringLiteral("%1 cannot be written: %2").arg(m_file, qt_error_string(failure)));
    }
    const QByteArray folder = QFile::encodeName(QFileInfo(m_file).absolutePath());
    const int directory = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0 || ::fsync(directory) != 0)
        qCWarning(lcFields).noquote() << "cannot sync the directory of" << m_file << qt_error_string(errno);
    if (directory >= 0)
        ::close(directory);
    return {};
}

Result<FieldKeys::RingPtr> FieldKeys::ring(bool make)
{
    const std::lock_guard lock(m_mutex);
    if (m_ring)
        return m_ring;
    auto found = read();
    if (found && !*found && make) {
        KeyBytes bytes;
        randombytes_buf(bytes.data(), bytes.size());
        auto fresh = std::make_shared<Ring>();
        fresh->keys.push_back(std::make_shared<const Key>(bytes));
        sodium_memzero(bytes.data(), bytes.size());
        if (const auto written = write(*fresh); !written)
            return written.error();
        found = RingPtr(fresh);
    }
    if (found)
        m_ring = *found;
    return found;
}

Result<FieldKeys::RingPtr> FieldKeys::reread()
{
    const std::lock_guard lock(m_mutex);
    if (steadyMs() < m_readAgainAtMs)
        return m_ring;
    m_readAgainAtMs = steadyMs() + readAgainMs;
    auto found = read();
    if (found && *found)
        m_ring = *found;
    return found;
}

const FieldKeys::Key *FieldKeys::find(RingPtr *ring, const QByteArray &id)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (*ring) {
            for (const auto &key : (*ring)->keys) {
                if (key->id == id)
                    return key.get();
            }
        }
        if (attempt == 0) {
            const auto again = reread();
            if (!again)
                return nullptr;
            *ring = *again;
        }
    }
    return nullptr;
}

void FieldKeys::warn(const char *what)
{
    const std::lock_guard lock(m_mutex);
    if (steadyMs() < m_warnAgainAtMs)
        return;
    m_warnAgainAtMs = steadyMs() + warnAgainMs;
    qCWarning(lcFields).noquote() << what << m_file;
}

Result<QByteArray> FieldKeys::seal(const QByteArray &label, const QByteArray &plain, Form form)
{
    if (plain.isEmpty())
        return QByteArray("");
    const auto current = ring(true);
    if (!current)
        return current.error();
    const Key &key = *(*current)->keys.front();
    QByteArray sealed(idBytes + nonceBytes + plain.size() + tagBytes, '\0');
    std::copy(key.id.begin(), key.id.end(), sealed.begin());
    randombytes_buf(sealed.data() + idBytes, std::size_t(nonceBytes));
    unsigned long long written = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed) + idBytes + nonceBytes, &written, bytesOf(plain),
                                               static_cast<unsigned long long>(plain.size()), bytesOf(label),
                                               static_cast<unsigned long long>(label.size()), nullptr,
                                               bytesOf(std::as_const(sealed)) + idBytes, key.sealing.data());
    return form == Form::Bytes ? sealed : textHead + sealed.toBase64(base64);
}

std::optional<QByteArray> FieldKeys::open(const QByteArray &label, const QByteArray &sealed, Form form)
{
    if (sealed.isEmpty())
        return QByteArray("");
    const QByteArray bytes = unwrapped(sealed, form);
    if (bytes.isEmpty()) {
        warn("a personal field was never sealed, or is damaged; keys:");
        return std::nullopt;
    }
    auto current = ring(false);
    if (!current) {
        warn(qPrintable(current.error().message));
        return std::nullopt;
    }
    const Key *key = find(&*current, bytes.first(idBytes));
    if (!key) {
        warn("a personal field is sealed under a key that is not in");
        return std::nullopt;
    }
    QByteArray plain(bytes.size() - idBytes - nonceBytes - tagBytes, '\0');
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytesOf(plain), &length, nullptr, bytesOf(bytes) + idBytes + nonceBytes,
            static_cast<unsigned long long>(bytes.size() - idBytes - nonceBytes), bytesOf(label),
            static_cast<unsigned long long>(label.size()), bytesOf(bytes) + idBytes, key->sealing.data()) != 0) {
        warn("a personal field is damaged; keys:");
        return std::nullopt;
    }
    return plain;
}

Result<bool> FieldKeys::isCurrent(const QByteArray &sealed, Form form)
{
    if (sealed.isEmpty())
        return true;
    const auto current = ring(false);
    if (!current)
        return current.error();
    return *current && unwrapped(sealed, form).startsWith((*current)->keys.front()->id);
}

Result<QByteArray> FieldKeys::index(const QByteArray &purpose, const QByteArray &text, bool before)
{
    if (text.isEmpty())
        return QByteArray("");
    const auto current = ring(!before);
    if (!current)
        return current.error();
    if (before && (!*current || (*current)->keys.size() < 2))
        return QByteArray("");
    return hashOf(purpose + '\0' + text, (*current)->keys[before ? 1 : 0]->finding, indexBytes);
}

Result<void> FieldKeys::add()
{
    if (const auto there = ring(true); !there)
        return there.error();
    const std::lock_guard lock(m_mutex);
    const auto before = read();
    if (!before)
        return before.error();
    if (*before && (*before)->keys.size() > 1) {
        return Error{ErrorCode::AlreadyExists,
                     QStringLiteral("Some fields are still sealed under the key before: finish that first."),
                     {}};
    }
    KeyBytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    auto fresh = std::make_shared<Ring>();
    fresh->keys.push_back(std::make_shared<const Key>(bytes));
    sodium_memzero(bytes.data(), bytes.size());
    if (*before)
        fresh->keys.insert(fresh->keys.end(), (*before)->keys.begin(), (*before)->keys.end());
    if (const auto written = write(*fresh); !written)
        return written;
    m_ring = fresh;
    return {};
}

Result<void> FieldKeys::dropOld()
{
    const std::lock_guard lock(m_mutex);
    const auto before = read();
    if (!before)
        return before.error();
    if (!*before || (*before)->keys.size() < 2)
        return {};
    auto fresh = std::make_shared<Ring>();
    fresh->keys.push_back((*before)->keys.front());
    if (const auto written = write(*fresh); !written)
        return written;
    m_ring = fresh;
    return {};
}

QByteArray FieldKeys::ids()
{
    const auto found = ring(false);
    QByteArray ids;
    if (found && *found) {
        for (const auto &key : (*found)->keys)
            ids += key->id;
    }
    return ids;
}

Result<QByteArray> FieldKeys::text()
{
    const auto found = ring(false);
    if (!found)
        return found.error();
    return *found ? textOf(**found) : QByteArray();
}

Result<void> FieldKeys::adopt(const QByteArray &text)
{
    if (!isReady())
        return storage(QStringLiteral("libsodium does not start"));
    const auto taken = parse(text);
    if (!taken)
        return taken.error();
    const QByteArray before = ids();
    const std::lock_guard lock(m_mutex);
    QByteArray ids;
    for (const auto &key : (*taken)->keys)
        ids += key->id;
    if (ids == before)
        return {};
    const QString old = m_file + QStringLiteral(".old");
    if (!before.isEmpty()) {
        QFile::remove(old);
        if (!QFile::copy(m_file, old))
            return storage(QStringLiteral("%1 cannot be kept beside the new one").arg(m_file));
        QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner);
    }
    if (const auto written = write(**taken); !written)
        return written;
    m_ring = *taken;
    return {};
}

Result<int> FieldKeys::count()
{
    const std::lock_guard lock(m_mutex);
    auto found = read();
    if (!found)
        return found.error();
    if (!*found)
        return 0;
    m_ring = *found;
    return int(m_ring->keys.size());
}

} // namespace oshaq::sql

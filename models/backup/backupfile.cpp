// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfile.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QtEndian>

#include <sodium.h>
#include <zstd.h>

#include <algorithm>

#include <unistd.h>

namespace oshaq {

namespace {

constexpr qsizetype partBytes = 64 * 1024;
constexpr qsizetype sealBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype streamHeadBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype digestBytes = 32;
constexpr qint64 maxHeadBytes = 4 * 1024 * 1024; ///< some tens of thousands of businesses
constexpr int compressionLevel = 3;
constexpr int largestWindow = 27; ///< 128 MB: what a hostile file may make us take

QByteArray magic()
{
    return QByteArrayLiteral("OSHAQBK1");
}

QByteArray length(qsizetype bytes)
{
    QByteArray text(4, '\0');
    qToBigEndian<quint32>(quint32(bytes), text.data());
    return text;
}

/// Of everything before the first sealed byte.
QByteArray digestOf(const QByteArray &json)
{
    return QCryptographicHash::hash(magic() + length(json.size()) + json, QCryptographicHash::Sha256);
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

struct BackupWriter::Engine
{
    crypto_secretstream_xchacha20poly1305_state stream{};
    ZSTD_CCtx *compressor = ZSTD_createCCtx();

    Engine() = default;
    Q_DISABLE_COPY_MOVE(Engine)
    ~Engine()
    {
        ZSTD_freeCCtx(compressor);
        sodium_memzero(&stream, sizeof stream);
    }
};

BackupWriter::BackupWriter()
    : m_engine(std::make_unique<Engine>())
{}

BackupWriter::~BackupWriter() = default;

Result<std::unique_ptr<BackupWriter>> BackupWriter::create(const QString &path, const BackupHead &head,
                                                           const std::shared_ptr<const BackupKey> &key)
{
    std::unique_ptr<BackupWriter> writer(new BackupWriter);
    writer->m_file.setFileName(path);
    if (!writer->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate,
                             QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return writer->cannot();
    ZSTD_CCtx_setParameter(writer->m_engine->compressor, ZSTD_c_compressionLevel, compressionLevel);
    const QByteArray json = backupHeadJson(head);
    writer->m_digest = digestOf(json);
    QByteArray streamHead(streamHeadBytes, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&writer->m_engine->stream,
                                                    reinterpret_cast<unsigned char *>(streamHead.data()), key->data());
    if (auto put = writer->put(magic() + length(json.size()) + json + writer->m_digest + streamHead); !put)
        return put.error();
    return writer;
}

Result<void> BackupWriter::write(QByteArrayView bytes)
{
    return compress(bytes, false);
}

Result<void> BackupWriter::finish()
{
    if (auto done = compress({}, true); !done)
        return done;
    if (auto sealed = seal(true); !sealed)
        return sealed;
    if (!m_file.flush() || ::fsync(m_file.handle()) != 0)
        return cannot();
    m_file.close();
    return {};
}

Result<void> BackupWriter::compress(QByteArrayView bytes, bool isLast)
{
    ZSTD_inBuffer in{bytes.data(), std::size_t(bytes.size()), 0};
    for (;;) {
        const qsizetype before = m_plain.size();
        m_plain.resize(before + partBytes);
        ZSTD_outBuffer out{m_plain.data() + before, std::size_t(partBytes), 0};
        const std::size_t left =
            ZSTD_compressStream2(m_engine->compressor, &out, &in, isLast ? ZSTD_e_end : ZSTD_e_continue);
        m_plain.resize(before + qsizetype(out.pos));
        if (ZSTD_isError(left)) {
            return Error{
                ErrorCode::StorageUnavailable,
                QStringLiteral("the backup cannot be compressed: %1").arg(QLatin1String(ZSTD_getErrorName(left))),
                {}};
        }
        if (auto sealed = seal(false); !sealed)
            return sealed;
        if (isLast ? left == 0 : in.pos == in.size)
            return {};
    }
}

Result<void> BackupWriter::seal(bool isLast)
{
    // The last part is always one of its own, however little is in it: only it says that nothing is missing.
    while (isLast || m_plain.size() > partBytes) {
        const qsizetype size = std::min(m_plain.size(), partBytes);
        const bool ends = isLast && size == m_plain.size();
        QByteArray part(size + sealBytes, Qt::Uninitialized);
        crypto_secretstream_xchacha20poly1305_push(
            &m_engine->stream, reinterpret_cast<unsigned char *>(part.data()), nullptr, bytesOf(m_plain), quint64(size),
            bytesOf(m_digest), quint64(m_digest.size()),
            ends ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        if (auto written = put(length(part.size()) + part); !written)
            return written;
        m_plain.remove(0, size);
        if (ends)
            return {};
    }
    return {};
}

Result<void> BackupWriter::put(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return cannot();
    return {};
}

Error BackupWriter::cannot() const
{
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()),
                 {}};
}

struct BackupReader::Engine
{
    crypto_secretstream_xchacha20poly1305_state stream{};
    ZSTD_DCtx *decompressor = ZSTD_createDCtx();
    bool isFrameOpen = true; ///< the compressed stream has not ended

    Engine() = default;
    Q_DISABLE_COPY_MOVE(Engine)
    ~Engine()
    {
        ZSTD_freeDCtx(decompressor);
        sodium_memzero(&stream, sizeof stream);
    }
};

BackupReader::BackupReader()
    : m_engine(std::make_unique<Engine>())
{}

BackupReader::~BackupReader() = default;

Error BackupReader::wrong(const QString &why, ErrorCode code) const
{
    return Error{
        code, QStringLiteral("The backup %1 is not used: %2.").arg(QFileInfo(m_file.fileName()).fileName(), why), {}};
}

namespace {

struct ReadHead
{
    QByteArray json;
    QString problem; ///< empty: it is whole
};

ReadHead readHeadBytes(QFile &file)
{
    const QByteArray begin = file.read(magic().size() + 4);
    if (!magic().startsWith(begin.left(magic().size())))
        return {{}, QStringLiteral("it is no backup of this program")};
    if (begin.size() < magic().size() + 4)
        return {{}, QStringLiteral("it was cut off in its head")};
    const qint64 size = qFromBigEndian<quint32>(begin.constData() + magic().size());
    if (size > maxHeadBytes)
        return {{}, QStringLiteral("its head is damaged")};
    const QByteArray json = file.read(size);
    const QByteArray digest = file.read(digestBytes);
    if (json.size() != size || digest.size() != digestBytes)
        return {{}, QStringLiteral("it was cut off in its head")};
    if (digest != digestOf(json))
        return {{}, QStringLiteral("its head is damaged")};
    return {json, {}};
}

} // namespace

Result<BackupHead> BackupReader::headOf(const QString &path)
{
    BackupReader reader;
    reader.m_file.setFileName(path);
    if (!reader.m_file.open(QIODevice::ReadOnly))
        return reader.wrong(reader.m_file.errorString());
    const ReadHead head = readHeadBytes(reader.m_file);
    if (!head.problem.isEmpty())
        return reader.wrong(head.problem);
    const auto read = readBackupHead(head.json);
    if (!read)
        return reader.wrong(read.error().message);
    return *read;
}

Result<std::unique_ptr<BackupReader>> BackupReader::open(const QString &path, BackupSecret &secret)
{
    std::unique_ptr<BackupReader> reader(new BackupReader);
    QFile &file = reader->m_file;
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return reader->wrong(file.errorString());
    const ReadHead head = readHeadBytes(file);
    if (!head.problem.isEmpty())
        return reader->wrong(head.problem);
    const auto read = readBackupHead(head.json);
    if (!read)
        return reader->wrong(read.error().message);
    reader->m_head = *read;
    reader->m_digest = digestOf(head.json);
    const auto key = secret.keyFor(read->key);
    if (!key)
        return reader->wrong(key.error().message, key.error().code);
    const QByteArray streamHead = file.read(streamHeadBytes);
    if (streamHead.size() != streamHeadBytes)
        return reader->wrong(QStringLiteral("it was cut off in its head"));
    crypto_secretstream_xchacha20poly1305_init_pull(&reader->m_engine->stream, bytesOf(streamHead), (*key)->data());
    ZSTD_DCtx_setParameter(reader->m_engine->decompressor, ZSTD_d_windowLogMax, largestWindow);
    return reader;
}

Result<void> BackupReader::openPart()
{
    const QByteArray size = m_file.read(4);
    if (size.size() != 4)
        return wrong(QStringLiteral("it was cut off"));
    const qint64 bytes = qFromBigEndian<quint32>(size.constData());
    if (bytes < sealBytes || bytes > partBytes + sealBytes)
        return wrong(QStringLiteral("it was changed"));
    const QByteArray part = m_file.read(bytes);
    if (part.size() != bytes)
        return wrong(QStringLiteral("it was cut off"));
    QByteArray plain(bytes - sealBytes, Qt::Uninitialized);
    unsigned char tag = 0;
    const int opened = crypto_secretstream_xchacha20poly1305_pull(
        &m_engine->stream, reinterpret_cast<unsigned char *>(plain.data()), nullptr, &tag, bytesOf(part),
        quint64(part.size()), bytesOf(m_digest), quint64(m_digest.size()));
    if (opened != 0)
        return wrong(QStringLiteral("it was changed"));
    m_isLastPart = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (m_isLastPart && !m_file.atEnd())
        return wrong(QStringLiteral("something was appended to it"));
    m_packed = plain;
    m_packedAt = 0;
    return {};
}

Result<void> BackupReader::more()
{
    m_plain.remove(0, m_plainAt);
    m_plainAt = 0;
    if (m_packedAt == m_packed.size() && !m_isLastPart) {
        if (auto opened = openPart(); !opened)
            return opened;
    }
    const qsizetype before = m_plain.size();
    m_plain.resize(before + 2 * partBytes);
    ZSTD_inBuffer in{m_packed.constData() + m_packedAt, std::size_t(m_packed.size() - m_packedAt), 0};
    ZSTD_outBuffer out{m_plain.data() + before, std::size_t(2 * partBytes), 0};
    const std::size_t left = ZSTD_decompressStream(m_engine->decompressor, &out, &in);
    m_plain.resize(before + qsizetype(out.pos));
    m_packedAt += qsizetype(in.pos);
    if (ZSTD_isError(left))
        return wrong(QStringLiteral("it cannot be decompressed"));
    m_engine->isFrameOpen = left != 0;
    return {};
}

Result<QByteArray> BackupReader::read(qint64 size)
{
    while (m_plain.size() - m_plainAt < size) {
        const qsizetype before = m_plain.size() - m_plainAt;
        const bool isOver = m_isLastPart && m_packedAt == m_packed.size();
        if (auto got = more(); !got)
            return got.error();
        if (isOver && m_plain.size() - m_plainAt == before)
            return wrong(QStringLiteral("it holds less than it says"));
    }
    const QByteArray bytes = m_plain.mid(m_plainAt, size);
    m_plainAt += size;
    return bytes;
}

Result<bool> BackupReader::atEnd()
{
    while (m_plain.size() == m_plainAt) {
        const bool isOver = m_isLastPart && m_packedAt == m_packed.size();
        if (isOver && !m_engine->isFrameOpen)
            return true;
        if (auto got = more(); !got)
            return got.error();
        if (isOver && m_plain.size() == m_plainAt)
            return m_engine->isFrameOpen ? Result<bool>(wrong(QStringLiteral("it holds less than it says")))
                                         : Result<bool>(true);
    }
    return false;
}

} // namespace oshaq

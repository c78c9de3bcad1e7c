// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupmaker.h"

#include "models/backup/durablefile.h"
#include "models/hub/journalchain.h"
#include "models/hub/journalstore.h"
#include "models/hub/replicastore.h"
#include "models/hub/sqlvalues.h"
#include "models/sql/copy.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QtEndian>

#include <algorithm>

namespace oshaq::backupmaker {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;
constexpr qint64 maxBesideBytes = 256 * 1024; ///< of one file beside the record
constexpr qint64 maxChangeBytes = qint64{1024} * 1024 * 1024;
constexpr QLatin1String recordName("hub.db");

Error cannotBackUp(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

template <typename T> void append(QByteArray *bytes, T value)
{
    const T big = qToBigEndian(value);
    bytes->append(reinterpret_cast<const char *>(&big), qsizetype(sizeof big));
}

Result<qint64> number(BackupReader &reader)
{
    const auto bytes = reader.read(8);
    if (!bytes)
        return bytes.error();
    return qFromBigEndian<qint64>(bytes->constData());
}

/// What may stand beside the record: secrets.key and other keys, tls/ca.pem and its neighbours, oshaq.ini.
bool isBesideName(const QString &name)
{
    static const QRegularExpression shape(
        QStringLiteral("^((?!backup)[A-Za-z0-9_-]+\\.key|oshaq\\.ini|tls/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)$"));
    return shape.match(name).hasMatch();
}

QStringList filesBeside(const QString &directory)
{
    QStringList names;
    for (const QString &folder : {QString(), QStringLiteral("tls/")}) {
        const QDir dir(directory + u'/' + folder);
        const QStringList files = dir.entryList(QDir::Files, QDir::Name);
        for (const QString &name : files) {
            if (isBesideName(folder + name) && QFileInfo(dir.filePath(name)).size() <= maxBesideBytes)
                names << folder + name;
        }
    }
    return names;
}

Result<QString> textOf(sql::Database &database, const QString &sql)
{
    auto row = database.query(sql);
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->text(0) : QString();
}

/// What the copy itself says it is.
Result<void> describe(sql::Database &copy, BackupHead *head)
{
    const auto position = replicastore::position(copy);
    if (!position)
        return position.error();
    head->first = head->last = *position;
    const auto schema = replicastore::schema(copy);
    if (!schema)
        return schema.error();
    head->schema = *schema;
    const auto epoch = journalstore::epoch(copy);
    if (!epoch)
        return epoch.error();
    head->epoch = *epoch;
    const auto incarnation = textOf(copy, QStringLiteral("SELECT incarnation FROM hub_state WHERE id = 1"));
    if (!incarnation)
        return incarnation.error();
    head->incarnation = *incarnation;
    const auto businesses = journalchain::businesses(copy);
    if (!businesses)
        return businesses.error();
    for (const qint64 business : *businesses) {
        const auto last = journalstore::head(copy, business);
        if (!last)
            return last.error();
        head->journal[business] = {last->seq, last->hash};
    }
    return {};
}

Result<void> writeMember(BackupWriter &writer, const QString &name, const QString &path, const BackupProgress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotBackUp(QStringLiteral("%1 cannotBackUp be read: %2").arg(path, file.errorString()));
    const qint64 size = file.size();
    QByteArray head;
    append(&head, qint64(name.toUtf8().size()));
    head += name.toUtf8();
    append(&head, size);
    if (auto written = writer.write(head); !written)
        return written;
    qint64 done = 0;
    while (done < size) {
        const QByteArray block = file.read(std::min(blockBytes, size - done));
        if (block.isEmpty())
            return cannotBackUp(QStringLiteral("%1 cannotBackUp be read: %2").arg(path, file.errorString()));
        if (auto written = writer.write(block); !written)
            return written;
        done += block.size();
        if (progress && name == recordName)
            progress(QStringLiteral("packing"), int(done * 100 / std::max<qint64>(size, 1)));
    }
    return {};
}

Result<BackupHead> wrongContent(const QString &file, const char *why)
{
    return cannotBackUp(
        QStringLiteral("The backup %1 is not used: %2.").arg(QFileInfo(file).fileName(), QLatin1String(why)));
}

} // namespace

QString newChain()
{
    return QStringLiteral("%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}

Result<BackupHead> makeFull(sql::Database &reader, const QString &dataDirectory, const QString &folder,
                            const ChainKey &chain, BackupSecret &secret, const Clock &clock, qint64 notBeforeMs,
                            const BackupProgress &progress)
{
    const QString copyFile = QDir(folder).filePath(QStringLiteral("copy-%1.db").arg(newChain()));
    const auto removeCopy = qScopeGuard([&copyFile] {
        for (const char *tail : {"", "-wal", "-shm"})
            QFile::remove(copyFile + QLatin1String(tail));
    });
    if (progress)
        progress(QStringLiteral("copying"), 0);
    if (auto copied = sql::copyTo(reader, copyFile); !copied)
        return copied.error();
    BackupHead head;
    head.kind = BackupHead::Kind::Full;
    head.chain = chain.chain;
    head.key = chain.recipe;
    head.madeBy = QStringLiteral(OSHAQ_VERSION);
    {
        auto copy = sql::Database::open({copyFile, sql::Access::ReadWrite, sql::Synchronous::Off});
        if (!copy)
            return copy.error();
        if (auto described = describe(**copy, &head); !described)
            return described.error();
    }
    head.fromMs = head.toMs = std::max(clock.nowMs(), notBeforeMs);
    const auto key = secret.keyFor(chain.recipe);
    if (!key)
        return key.error();
    const QString partial = copyFile + QStringLiteral(".partial");
    auto writer = BackupWriter::create(partial, head, *key);
    if (!writer)
        return writer.error();
    const auto write = [&]() -> Result<void> {
        // First what the record cannotBackUp be read without.
        for (const QString &name : filesBeside(dataDirectory)) {
            if (auto written = writeMember(**writer, name, QDir(dataDirectory).filePath(name), {}); !written)
                return written;
        }
        if (auto written = writeMember(**writer, QString(recordName), copyFile, progress); !written)
            return written;
        return (*writer)->finish();
    };
    if (auto written = write(); !written) {
        QFile::remove(partial);
        return written.error();
    }
    if (auto named = durablefile::rename(partial, QDir(folder).filePath(BackupName::of(head).text())); !named)
        return named.error();
    return head;
}

Result<BackupHead> makeIncrement(const std::vector<ReplicaChangePtr> &changes, sql::Database &reader,
                                 const QString &folder, const ChainKey &chain, BackupSecret &secret)
{
    BackupHead head;
    head.kind = BackupHead::Kind::Increment;
    head.chain = chain.chain;
    head.key = chain.recipe;
    head.madeBy = QStringLiteral(OSHAQ_VERSION);
    head.epoch = changes.front()->epoch;
    head.first = changes.front()->n;
    head.last = changes.back()->n;
    head.fromMs = changes.front()->atMs;
    head.toMs = changes.back()->atMs;
    const auto schema = replicastore::schema(reader);
    if (!schema)
        return schema.error();
    head.schema = *schema;
    const auto incarnation = textOf(reader, QStringLiteral("SELECT incarnation FROM hub_state WHERE id = 1"));
    if (!incarnation)
        return incarnation.error();
    head.incarnation = *incarnation;
    for (const ReplicaChangePtr &change : changes) {
        for (const auto &[business, seqs] : change->seqs)
            head.journalSeqs.try_emplace(business, seqs.first, seqs.second).first->second.second = seqs.second;
    }
    for (const auto &[business, seqs] : head.journalSeqs) {
        const auto hash = journalchain::hashAt(reader, business, seqs.second);
        if (!hash)
            return hash.error();
        if (hash->isEmpty())
            return cannotBackUp(QStringLiteral("the journal has no row %1 that was just written").arg(seqs.second));
        head.journal[business] = {seqs.second, *hash};
    }
    const auto key = secret.keyFor(chain.recipe);
    if (!key)
        return key.error();
    const QString partial = QDir(folder).filePath(QStringLiteral("increment.partial"));
    auto writer = BackupWriter::create(partial, head, *key);
    if (!writer)
        return writer.error();
    const auto write = [&]() -> Result<void> {
        for (const ReplicaChangePtr &change : changes) {
            QByteArray begin;
            append(&begin, change->n);
            append(&begin, change->atMs);
            append(&begin, qint64(change->seqs.size()));
            for (const auto &[business, seqs] : change->seqs) {
                append(&begin, business);
                append(&begin, seqs.first);
                append(&begin, seqs.second);
            }
            append(&begin, qint64(change->bytes.size()));
            if (auto written = (*writer)->write(begin); !written)
                return written;
            if (auto written = (*writer)->write(change->bytes); !written)
                return written;
        }
        return (*writer)->finish();
    };
    if (auto written = write(); !written) {
        QFile::remove(partial);
        return written.error();
    }
    if (auto named = durablefile::rename(partial, QDir(folder).filePath(BackupName::of(head).text())); !named)
        return named.error();
    return head;
}

Result<BackupHead> unpackFull(const QString &file, BackupSecret &secret, const QString &databaseFile,
                              const QString &besideDirectory, const BackupProgress &progress)
{
    auto opened = BackupReader::open(file, secret);
    if (!opened)
        return opened.error();
    BackupReader &reader = **opened;
    if (reader.head().kind != BackupHead::Kind::Full)
        return wrongContent(file, "it is no full copy");
    bool hasRecord = false;
    for (;;) {
        const auto over = reader.atEnd();
        if (!over)
            return over.error();
        if (*over)
            break;
        const auto nameBytes = number(reader);
        if (!nameBytes)
            return nameBytes.error();
        if (*nameBytes < 1 || *nameBytes > 200)
            return wrongContent(file, "it holds something that no backup holds");
        const auto name = reader.read(*nameBytes);
        if (!name)
            return name.error();
        const auto size = number(reader);
        if (!size)
            return size.error();
        const QString title = QString::fromUtf8(*name);
        const bool isRecord = title == recordName && !hasRecord;
        if ((!isRecord && (!isBesideName(title) || *size > maxBesideBytes)) || *size < 0)
            return wrongContent(file, "it holds something that no backup holds");
        const QString path = isRecord ? databaseFile : QDir(besideDirectory).filePath(title);
        if (!isRecord) {
            if (auto made = durablefile::makeDirectory(QFileInfo(path).absolutePath()); !made)
                return made.error();
        }
        hasRecord = hasRecord || isRecord;
        QFile into(path);
        if (!into.open(QIODevice::WriteOnly | QIODevice::Truncate, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return cannotBackUp(QStringLiteral("%1 cannotBackUp be written: %2").arg(path, into.errorString()));
        for (qint64 done = 0; done < *size;) {
            const auto block = reader.read(std::min(blockBytes, *size - done));
            if (!block)
                return block.error();
            if (into.write(*block) != block->size())
                return cannotBackUp(QStringLiteral("%1 cannotBackUp be written: %2").arg(path, into.errorString()));
            done += block->size();
            if (progress && isRecord)
                progress(QStringLiteral("unpacking"), int(done * 100 / *size));
        }
        if (!into.flush())
            return cannotBackUp(QStringLiteral("%1 cannotBackUp be written: %2").arg(path, into.errorString()));
        into.close();
    }
    if (!hasRecord)
        return wrongContent(file, "it holds no record");
    return reader.head();
}

Result<BackupHead> readIncrement(const QString &file, BackupSecret &secret,
                                 const std::function<Result<bool>(const Change &)> &use)
{
    auto opened = BackupReader::open(file, secret);
    if (!opened)
        return opened.error();
    BackupReader &reader = **opened;
    const BackupHead &head = reader.head();
    if (head.kind != BackupHead::Kind::Increment)
        return wrongContent(file, "it is no increment");
    bool goesOn = true;
    for (qint64 n = head.first; n <= head.last; ++n) {
        Change change;
        qint64 seqs = 0;
        qint64 size = 0;
        for (qint64 *value : {&change.n, &change.atMs, &seqs}) {
            const auto got = number(reader);
            if (!got)
                return got.error();
            *value = *got;
        }
        if (change.n != n || seqs < 0 || seqs > 1'000'000)
            return wrongContent(file, "its changes are not in order");
        for (qint64 i = 0; i < seqs; ++i) {
            std::array<qint64, 3> values{};
            for (qint64 &value : values) {
                const auto got = number(reader);
                if (!got)
                    return got.error();
                value = *got;
            }
            change.seqs[values[0]] = {values[1], values[2]};
        }
        const auto got = number(reader);
        if (!got)
            return got.error();
        size = *got;
        if (size < 0 || size > maxChangeBytes)
            return wrongContent(file, "its changes are not in order");
        auto bytes = reader.read(size);
        if (!bytes)
            return bytes.error();
        change.bytes = std::move(*bytes);
        if (!goesOn)
            continue; // to its end all the same: only that tells that it is whole
        const auto used = use(change);
        if (!used)
            return used.error();
        goesOn = *used;
    }
    const auto over = reader.atEnd();
    if (!over)
        return over.error();
    if (!*over)
        return wrongContent(file, "it holds more than it says");
    return head;
}

} // namespace oshaq::backupmaker

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/incarnation.h"

#include "models/domain/epoch.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSaveFile>

#include <algorithm>
#include <map>

namespace oshaq::incarnation {

namespace {

constexpr int epochLength = 13; // 65 bits

Q_LOGGING_CATEGORY(lcIncarnation, "oshaq.hub.incarnation")

/// The file: lines "word WORD" (one, or two while a run begins), "term TERM" and "seq BUSINESS SEQ" (after a clean stop).
struct Note
{
    QStringList words;
    qint64 term = 0;
    std::map<qint64, qint64> lastSeq;
};

QString notePath(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("hub.incarnation"));
}

Note readNote(const QString &directory)
{
    Note note;
    QFile file(notePath(directory));
    if (!file.open(QIODevice::ReadOnly))
        return note;
    for (const QByteArray &line : file.read(64 * 1024).split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() == 2 && parts[0] == "word")
            note.words.append(QString::fromLatin1(parts[1]));
        else if (parts.size() == 2 && parts[0] == "term")
            note.term = std::max<qint64>(parts[1].toLongLong(), 0);
        else if (parts.size() == 3 && parts[0] == "seq")
            note.lastSeq[parts[1].toLongLong()] = parts[2].toLongLong();
    }
    return note;
}

Result<void> writeNote(const QString &directory, const Note &note)
{
    QByteArray text;
    for (const QString &word : note.words)
        text += "word " + word.toLatin1() + '\n';
    text += "term " + QByteArray::number(note.term) + '\n';
    for (const auto &[business, seq] : note.lastSeq)
        text += "seq " + QByteArray::number(business) + ' ' + QByteArray::number(seq) + '\n';
    // QSaveFile syncs before it renames: the old note or the new one, never half of one.
    QSaveFile file(notePath(directory));
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(text);
        if (file.commit())
            return {};
    }
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1 cannot be written: %2").arg(notePath(directory), file.errorString()),
                 {}};
}

Result<QString> wordOf(sql::Database &database)
{
    auto row = database.query(QStringLiteral("SELECT incarnation FROM hub_state WHERE id = 1"));
    if (!row)
        return row.error();
    return row->next() ? row->text(0) : QString();
}

Result<qint64> termOfDatabase(sql::Database &database)
{
    auto row = database.query(QStringLiteral("SELECT epoch FROM hub_state WHERE id = 1"));
    if (!row)
        return row.error();
    return row->next() ? termOf(row->text(0)) : 0;
}

Result<std::map<qint64, qint64>> lastSeqs(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT b.business_id, (SELECT MAX(seq) FROM journal j WHERE "
                                              "j.business_id = b.business_id) FROM businesses b"));
    if (!rows)
        return rows.error();
    std::map<qint64, qint64> seqs;
    while (rows->next())
        seqs[rows->integer(0)] = rows->integer(1);
    return seqs;
}

} // namespace

Result<bool> isOurs(sql::Database &database, const QString &directory)
{
    const auto word = wordOf(database);
    if (!word)
        return word.error();
    if (word->isEmpty())
        return true;
    const Note note = readNote(directory);
    if (!note.words.contains(*word))
        return false;
    const auto seqs = lastSeqs(database);
    if (!seqs)
        return seqs.error();
    for (const auto &[business, seq] : note.lastSeq) {
        const auto found = seqs->find(business);
        if (found == seqs->end() || found->second < seq)
            return false;
    }
    return true;
}

Result<void> begin(sql::Database &database, const QString &directory)
{
    const auto previous = wordOf(database);
    if (!previous)
        return previous.error();
    const QString word = QString::number(QRandomGenerator::system()->generate64(), 36);
    const auto term = termOfDatabase(database);
    if (!term)
        return term.error();
    // A restored copy may know less than what ran here: its term must go above all of them, whenever it is noticed.
    Note note{{word}, std::max(*term, readNote(directory).term), {}};
    if (!previous->isEmpty())
        note.words.append(*previous);
    if (auto written = writeNote(directory, note); !written)
        return written;
    if (auto written = database.run(QStringLiteral("UPDATE hub_state SET incarnation = ? WHERE id = 1"), {word});
        !written)
        return written;
    note.words = {word};
    return writeNote(directory, note);
}

QString makeEpoch(qint64 term)
{
    // Letters and digits that nobody mistakes for each other, and no dot: a cursor is "EPOCH.SEQ".
    const QString alphabet = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    Epoch epoch{term, {}};
    for (int i = 0; i < epochLength; ++i)
        epoch.random += alphabet[int(QRandomGenerator::system()->bounded(32U))];
    return epoch.text();
}

qint64 highestTerm(const QString &directory)
{
    return readNote(directory).term;
}

void end(sql::Database &database, const QString &directory)
{
    const auto word = wordOf(database);
    const auto seqs = lastSeqs(database);
    Result<void> written = !word   ? Result<void>(word.error())
                           : !seqs ? Result<void>(seqs.error())
                                   : writeNote(directory, Note{{*word}, readNote(directory).term, *seqs});
    if (!written)
        qCWarning(lcIncarnation).noquote() << "the last seqs were not noted:" << written.error().message;
}

} // namespace oshaq::incarnation

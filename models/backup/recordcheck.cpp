// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/recordcheck.h"

#include "models/hub/replicastore.h"
#include "models/hub/sqlvalues.h"
#include "models/sql/maintenance.h"

#include <QCryptographicHash>

namespace oshaq {

namespace {

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

Result<QStringList> texts(sql::Database &database, const QString &sql)
{
    auto rows = database.query(sql);
    if (!rows)
        return rows.error();
    QStringList all;
    while (rows->next())
        all << rows->text(0);
    if (rows->failed())
        return hubsql::readFailed();
    return all;
}

Result<QStringList> tablesOf(sql::Database &database)
{
    return texts(database, QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
                                          " 'sqlite\\_%' ESCAPE '\\' ORDER BY name"));
}

} // namespace

QString RecordFindings::summary() const
{
    const auto of = [this](const char *table) {
        const auto found = counts.find(QLatin1String(table));
        return found == counts.end() ? qint64{0} : found->second;
    };
    return QStringLiteral("%1 orders, %2 payments, %3 guests, %4 rows of the journal, %5 anchors of it")
        .arg(of("orders"))
        .arg(of("payments"))
        .arg(of("users"))
        .arg(journal.rows)
        .arg(journal.anchors);
}

Result<RecordFindings> recordcheck::look(sql::Database &database, const std::vector<JournalAnchor> &anchors)
{
    RecordFindings findings;
    if (auto sound = sql::integrityCheck(database); !sound)
        findings.problems << sound.error().message;
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto tables = tablesOf(database);
    if (!tables)
        return tables.error();
    for (const QString &table : *tables) {
        auto row = database.query(QStringLiteral("SELECT count(*) FROM ") + quoted(table));
        if (!row)
            return row.error();
        const auto found = hubsql::nextRow(*row);
        if (!found)
            return found.error();
        findings.counts[table] = *found ? row->integer(0) : 0;
    }
    auto journal = journalcheck::all(database, anchors);
    if (!journal)
        return journal.error();
    findings.journal = *journal;
    findings.problems << journal->problems;
    return findings;
}

std::vector<JournalAnchor> recordcheck::anchorsOf(const BackupHead &head, const QString &name)
{
    std::vector<JournalAnchor> anchors;
    for (const auto &[business, last] : head.journal)
        anchors.push_back({business, head.epoch, last.seq, last.hash, QStringLiteral("backup ") + name});
    return anchors;
}

Result<QByteArray> recordcheck::digest(sql::Database &database)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto tables = tablesOf(database);
    if (!tables)
        return tables.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &table : *tables) {
        if (!replicastore::isReplicated(table.toLatin1().constData()))
            continue;
        auto columns = texts(database, QStringLiteral("SELECT name FROM pragma_table_info('%1') ORDER BY cid")
                                           .arg(QString(table).replace(u'\'', QStringLiteral("''"))));
        if (!columns)
            return columns.error();
        QStringList values;
        for (const QString &column : *columns)
            values << QStringLiteral("quote(%1)").arg(quoted(column));
        const QString row = values.join(QLatin1String("||','||"));
        auto rows = database.query(QStringLiteral("SELECT %1 FROM %2 ORDER BY 1").arg(row, quoted(table)));
        if (!rows)
            return rows.error();
        hash.addData(table.toUtf8() + '\n');
        while (rows->next())
            hash.addData(rows->text(0).toUtf8() + '\n');
        if (rows->failed())
            return hubsql::readFailed();
    }
    return hash.result();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every schema that there ever was, with rows in its tables, becomes the present one and keeps what was in them; kill
// -9 in the middle leaves the old one; the copy of before is there; a released migration does not change.

#include "models/hub/hub.h"
#include "models/hub/upgradecopy.h"
#include "models/runtime/clock.h"
#include "models/sql/fieldkeys.h"
#include "models/sql/maintenance.h"
#include "models/sql/migrations.h"
#include "tests/ops/schemafiller.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace oshaq;
using namespace oshaq::test;

namespace {

const QString migrations = QStringLiteral(":/migrations/hub");
constexpr qint64 nowMs = 1'790'000'000'000;

QString sourceOf(const QString &name)
{
    return QStringLiteral(OSHAQ_SOURCE_DIR "/resources/migrations/hub/") + name;
}

QStringList migrationFiles()
{
    return QDir(migrations).entryList(QDir::Files, QDir::Name);
}

/// As a hub has them.
std::shared_ptr<sql::FieldKeys> keysBeside(const QString &path)
{
    return std::make_shared<sql::FieldKeys>(QFileInfo(path).dir().filePath(QStringLiteral("personal.key")));
}

std::unique_ptr<sql::Database> openFile(const QString &path)
{
    sql::OpenOptions options{path, sql::Access::ReadWrite, sql::Synchronous::Off};
    options.keys = keysBeside(path);
    auto opened = sql::Database::open(options);
    return opened ? std::move(*opened) : nullptr;
}

/// Since which schema a field is sealed: what is in it is the same, and looks different.
const QMap<QString, int> &sealedSince()
{
    static const QMap<QString, int> fields{
        {QStringLiteral("users.phone"), 27},
        {QStringLiteral("users.email"), 27},
        {QStringLiteral("user_addresses.address"), 27},
        {QStringLiteral("user_addresses.label"), 27},
        {QStringLiteral("user_addresses.coordinates"), 27},
        {QStringLiteral("print_jobs.document"), 27},
        {QStringLiteral("dispatches.courier_phone"), 27},
        {QStringLiteral("notification_recipients.address"), 27},
        {QStringLiteral("webhook_endpoints.secret"), 29},
        {QStringLiteral("webhook_endpoints.old_secret"), 29},
        {QStringLiteral("staff.totp_secret"), 29},
        {QStringLiteral("staff.totp_pending"), 29},
    };
    return fields;
}

/// What every table holds, in these columns; fields that migrations after schema `sealedAfter` sealed are opened.
QMap<QString, QStringList> contents(sql::Database &database, const QMap<QString, QStringList> &columns,
                                    int sealedAfter = std::numeric_limits<int>::max())
{
    QMap<QString, QStringList> found;
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        QStringList parts;
        for (const QString &column : it.value()) {
            const QString field = it.key() + u'.' + column;
            const bool isOpened = sealedSince().value(field, 0) > sealedAfter;
            parts << (isOpened ? QStringLiteral("quote(oshaq_open('%1', \"%2\"))").arg(field, column)
                               : QStringLiteral("quote(\"%1\")").arg(column));
        }
        auto rows = database.query(
            QStringLiteral("SELECT %1 FROM \"%2\"").arg(parts.join(QStringLiteral(" || ',' || ")), it.key()));
        QStringList texts;
        while (rows && rows->next())
            texts << rows->text(0);
        texts.sort();
        found[it.key()] = texts;
    }
    return found;
}

QMap<QString, QStringList> columnsOf(sql::Database &database)
{
    QMap<QString, QStringList> columns;
    auto rows = database.query(QStringLiteral(
        "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.sql LIKE"
        " 'CREATE TABLE%' AND m.name NOT LIKE 'sqlite%' AND c.hidden = 0"));
    while (rows && rows->next())
        columns[rows->text(0)] << rows->text(1);
    return columns;
}

/// Those of `before` that are there afterwards too, without what migrations and the hub keep for themselves.
QMap<QString, QStringList> common(const QMap<QString, QStringList> &before, const QMap<QString, QStringList> &after)
{
    // Made anew from the rows that they are about, counters of their own, or codes that are asked for again (0027).
    static const QSet<QString> derived{QStringLiteral("schema_migrations"), QStringLiteral("search_names"),
                                       QStringLiteral("search_parts"), QStringLiteral("order_search"),
                                       QStringLiteral("kept_days"),         QStringLiteral("phone_codes"),
                                       QStringLiteral("phone_code_requests"), QStringLiteral("day_counts")};
    QMap<QString, QStringList> both;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (derived.contains(it.key()) || !after.contains(it.key()))
            continue;
        for (const QString &column : it.value()) {
            if (after[it.key()].contains(column))
                both[it.key()] << column;
        }
    }
    return both;
}

} // namespace

class UpgradeTest final : public QObject
{
    Q_OBJECT

private:
    /// A folder with the first `version` migrations, as the program of that time had them.
    QString folderOf(int version)
    {
        const QString path = m_directory.filePath(QStringLiteral("migrations-%1").arg(version));
        if (QDir(path).exists())
            return path;
        QDir().mkpath(path);
        const QStringList names = migrationFiles();
        for (int i = 0; i < version; ++i)
            QFile::copy(migrations + u'/' + names[i], path + u'/' + names[i]);
        return path;
    }

    /// hub.db of that schema with rows; what could not be filled, or nothing.
    QString make(const QString &path, int version, int rows)
    {
        const auto database = openFile(path);
        if (!database)
            return QStringLiteral("cannot be opened");
        if (const auto done = sql::migrate(*database, folderOf(version), nowMs); !done)
            return done.error().message;
        if (!database->run(QStringLiteral("BEGIN")))
            return QStringLiteral("no transaction");
        const QMap<QString, QString> refused = SchemaFiller(*database).fill(rows);
        if (!database->run(QStringLiteral("COMMIT")))
            return QStringLiteral("no commit");
        QStringList problems;
        for (auto it = refused.begin(); it != refused.end(); ++it)
            problems << it.key() + QStringLiteral(": ") + it.value();
        return problems.join(QStringLiteral("\n"));
    }

    QTemporaryDir m_directory;

private Q_SLOTS:
    void releasedMigrationsDoNotChange()
    {
        QFile list(QStringLiteral(OSHAQ_SOURCE_DIR "/tests/data/schemas/released.txt"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        int count = 0;
        for (const QByteArray &line : list.readAll().split('\n')) {
            const QList<QByteArray> parts = line.simplified().split(' ');
            if (parts.size() != 2 || line.startsWith('#'))
                continue;
            ++count;
            QFile file(sourceOf(QString::fromLatin1(parts[1])));
            QVERIFY2(file.open(QIODevice::ReadOnly), parts[1].constData());
            QVERIFY2(
                QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex() == parts[0],
                QByteArray(parts[1] + " was changed: no record that was migrated with it opens any more").constData());
        }
        QVERIFY(count >= 24);
    }

    void everySchemaWithRows_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < migrationFiles().size(); ++version)
            QTest::addRow("schema %d", version) << version;
    }
    void everySchemaWithRows()
    {
        QFETCH(int, version);
        const QString path = m_directory.filePath(QStringLiteral("hub-%1.db").arg(version));
        const QString problem = make(path, version, 3);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto database = openFile(path);
        QVERIFY(database);
        const auto columnsBefore = columnsOf(*database);
        const auto everything = contents(*database, columnsBefore);

        const auto migrated = sql::migrate(*database, migrations, nowMs + 1);
        QVERIFY2(migrated.ok(), qPrintable(migrated ? QString() : migrated.error().message));
        QCOMPARE(*migrated, int(migrationFiles().size()));
        QVERIFY(sql::quickCheck(*database).ok());
        const auto kept = common(columnsBefore, columnsOf(*database));
        QVERIFY(kept.size() * 10 >= columnsBefore.size() * 8);
        const auto after = contents(*database, kept, version);
        int rows = 0;
        const auto before = openBefore(version, kept);
        for (auto it = kept.begin(); it != kept.end(); ++it) {
            QVERIFY2(after[it.key()] == before[it.key()],
                     qPrintable(it.key() + QStringLiteral("\nbefore: ") + before[it.key()].join(u'\n') +
                                QStringLiteral("\nafter: ") + after[it.key()].join(u'\n')));
            rows += int(after[it.key()].size());
        }
        QVERIFY(rows >= 40);
        QVERIFY(!everything.isEmpty());
    }

    void aKillLeavesTheOldSchemaOrTheNewOne()
    {
        const bool isLong = qEnvironmentVariable("OSHAQ_LONG") == u"1";
        const int runs = isLong ? 200 : 12;
        const QString original = m_directory.filePath(QStringLiteral("original.db"));
        constexpr int version = 4;
        const QString problem = make(original, version, 400);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        int old = 0;
        int done = 0;
        qint64 whole = 0;
        for (int run = 0; run <= runs; ++run) {
            const QString path = m_directory.filePath(QStringLiteral("killed.db"));
            for (const char *suffix : {"", "-wal", "-shm"})
                QFile::remove(path + QLatin1String(suffix));
            QVERIFY(QFile::copy(original, path));
            QElapsedTimer timer;
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--migrate"), path});
            QVERIFY(process.waitForReadyRead(30'000)); // it begins
            timer.start();
            if (run == 0) {
                // How long it takes when nobody kills it.
                QVERIFY(process.waitForFinished(120'000));
                QCOMPARE(process.exitCode(), 0);
                whole = std::max<qint64>(timer.elapsed(), 1);
                continue;
            }
            QTest::qWait(int(QRandomGenerator::global()->bounded(quint32(whole))));
            process.kill();
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(30'000));
            const auto database = openFile(path);
            QVERIFY(database);
            QVERIFY(sql::quickCheck(*database).ok());
            const auto schema = sql::schemaVersion(*database);
            QVERIFY(schema.ok());
            const bool isOld = *schema == version;
            QVERIFY2(isOld || *schema == migrationFiles().size(), qPrintable(QString::number(*schema)));
            (isOld ? old : done) += 1;
            // Either way the next start goes on.
            QCOMPARE(*sql::migrate(*database, migrations, nowMs), int(migrationFiles().size()));
        }
        qInfo("killed %d times within %lld ms: %d old schemas, %d new ones", runs, whole, old, done);
        QVERIFY(old > 0);
    }

    void theHubKeepsACopyOfBefore()
    {
        const int newest = int(migrationFiles().size());
        const SystemClock clock;
        const QString directory = m_directory.filePath(QStringLiteral("site"));
        for (int round = 0; round < 3; ++round) {
            QDir().mkpath(directory);
            for (const char *name : {"hub.db", "hub.db-wal", "hub.db-shm"})
                QFile::remove(directory + u'/' + QLatin1String(name));
            const QString problem = make(directory + QStringLiteral("/hub.db"), newest - 1, 1);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            HubOptions options;
            options.directory = directory;
            const auto hub = Hub::open(options, clock);
            QVERIFY2(hub.ok(), qPrintable(hub ? QString() : hub.error().message));
            QTest::qWait(1100); // names go by the second
        }
        const QDir folder(upgradecopy::folderIn(directory));
        const QStringList copies = folder.entryList(QDir::Files, QDir::Name);
        QCOMPARE(copies.size(), upgradecopy::kept);
        for (const QString &name : copies) {
            const QString path = folder.filePath(name);
            QVERIFY(name.endsWith(QStringLiteral("schema-%1.db").arg(newest - 1, 4, 10, QLatin1Char('0'))));
            QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                     QFileDevice::Permissions());
            const auto copy = openFile(path);
            QVERIFY(copy);
            QCOMPARE(*sql::schemaVersion(*copy), newest - 1);
        }
    }

    void withoutRoomForTheCopyNothingChanges()
    {
        const int newest = int(migrationFiles().size());
        const SystemClock clock;
        const QString directory = m_directory.filePath(QStringLiteral("tight"));
        QVERIFY(QDir().mkpath(directory));
        const QString problem = make(directory + QStringLiteral("/hub.db"), newest - 1, 1);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QFile inTheWay(upgradecopy::folderIn(directory));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        HubOptions options;
        options.directory = directory;
        const auto hub = Hub::open(options, clock);
        QVERIFY(!hub.ok());
        QVERIFY2(hub.error().message.contains(QLatin1String("before-upgrade")), qPrintable(hub.error().message));
        const auto database = openFile(directory + QStringLiteral("/hub.db"));
        QVERIFY(database);
        QCOMPARE(*sql::schemaVersion(*database), newest - 1);
    }

private:
    /// What a database of that schema held before, in these columns.
    QMap<QString, QStringList> openBefore(int version, const QMap<QString, QStringList> &columns)
    {
        const QString path = m_directory.filePath(QStringLiteral("before-%1.db").arg(version));
        make(path, version, 3);
        const auto database = openFile(path);
        return database ? contents(*database, columns) : QMap<QString, QStringList>();
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--migrate")) {
        sql::OpenOptions options{arguments[2], sql::Access::ReadWrite, sql::Synchronous::Full};
        options.keys = keysBeside(arguments[2]);
        auto database = sql::Database::open(options);
        if (!database)
            return 1;
        std::fputs("begins\n", stdout);
        std::fflush(stdout);
        return sql::migrate(**database, migrations, nowMs) ? 0 : 1;
    }
    UpgradeTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "upgradetest.moc"

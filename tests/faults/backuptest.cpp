// SPDX-License-Identifier: GPL-3.0-or-later
//
// Backups by the real program: it is killed while it makes them and while it restores, and nothing is lost. Real orders
// are replayed where they are (else clients place some), the state is written down at random moments, and each of them
// is restored and compared: a thousand with OSHAQ_LONG, otherwise a few dozen. Tampering is found by "oshaqd check".

#include "models/backup/restorer.h"
#include "models/hub/replicastore.h"
#include "models/sql/transaction.h"
#include "tests/support/orderload.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/oshaqdprocess.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr int clients = 4;

/// Clients that place orders until it ends.
class Load
{
    Q_DISABLE_COPY_MOVE(Load)

public:
    Load(OshaqdProcess &hub, unsigned seed)
    {
        const auto items = menuItemIds(hub.port(), hub.businessToken());
        for (int i = 0; i < clients; ++i) {
            m_clients.push_back(
                std::make_unique<LoadClient>(board, hub.port(), hub.businessToken(), items, seed + unsigned(i)));
            m_clients.back()->start();
        }
    }
    ~Load() { end(); }
    void end()
    {
        board.end();
        for (auto &client : m_clients)
            client->wait();
    }

    LoadBoard board;

private:
    std::vector<std::unique_ptr<LoadClient>> m_clients;
};

struct Recorded
{
    qint64 position = 0;
    QByteArray digest;
};

/// What a database is now; position -1: it cannot be read.
Recorded stateOf(const QString &file)
{
    auto database = sql::Database::open({file, sql::Access::ReadOnly});
    if (!database)
        return {-1, {}};
    auto snapshot = sql::Transaction::begin(**database, sql::Transaction::Kind::Read);
    const auto position = replicastore::position(**database);
    const auto digest = recordcheck::digest(**database);
    return snapshot && position && digest ? Recorded{*position, *digest} : Recorded{-1, {}};
}

} // namespace

class BackupTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    std::unique_ptr<OshaqdProcess> m_hub;
    std::shared_ptr<BackupSecret> m_secret;

    bool isLong() const { return qEnvironmentVariableIsSet("OSHAQ_LONG"); }
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    QString folder() const { return path("backups"); }
    QString record() const { return path("site/hub.db"); }
    QStringList settings() const
    {
        return {QStringLiteral("--set"), QStringLiteral("backup.folder=") + folder(),
                QStringLiteral("--set"), QStringLiteral("backup.key_file=") + path("key"),
                QStringLiteral("--set"), QStringLiteral("backup.interval_s=1"),
                QStringLiteral("--set"), QStringLiteral("backup.full_minutes=1")};
    }
    std::vector<BackupName> files() const
    {
        FolderTarget target(folder());
        const auto entries = target.list();
        return entries ? namesOf(*entries) : std::vector<BackupName>();
    }
    Result<RebuiltRecord> rebuild(std::optional<qint64> at)
    {
        FolderTarget target(folder());
        const auto plan = planRestore(files(), {at});
        if (!plan)
            return plan.error();
        return restorer::rebuild(*plan, target, *m_secret, path("rebuilt"), {});
    }
    /// There is a full copy of after that moment: changes are kept behind it from now on.
    bool waitForFull(qint64 sinceMs = 0) const
    {
        return QTest::qWaitFor(
            [this, sinceMs] {
                const auto answer = BlockingHttp(m_hub->port(), m_hub->businessToken()).get("/api/v1/admin/backups");
                const QJsonObject facts =
                    answer ? QJsonDocument::fromJson(answer->body).object().value(u"data").toObject() : QJsonObject();
                const QDateTime at = QDateTime::fromString(facts.value(u"last_full_at").toString(), Qt::ISODateWithMs);
                return at.isValid() && at.toMSecsSinceEpoch() >= sinceMs;
            },
            60'000);
    }
    /// Exit code, and what it said on both.
    int oshaqd(const QStringList &arguments, QByteArray *said)
    {
        int code = -1;
        QByteArray errors;
        const QByteArray out = runOshaqd(arguments, &code, &errors);
        *said = out + errors;
        return code;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QByteArray said;
        QVERIFY2(oshaqd({QStringLiteral("backup"), QStringLiteral("--make-key"), path("key")}, &said) == 0,
                 said.constData());
        const auto secret = BackupSecret::fromKeyFile(path("key"));
        QVERIFY(secret.ok());
        m_secret = *secret;
        m_hub = std::make_unique<OshaqdProcess>(path("site"));
        QCOMPARE(m_hub->init(), QString());
    }

    void aKilledHubLosesNothingOfItsBackups()
    {
        QCOMPARE(m_hub->importSampleMenu(), QString());
        QCOMPARE(m_hub->start({}, settings()), QString());
        std::mt19937 random(7);
        const int rounds = isLong() ? 40 : 6;
        {
            Load load(*m_hub, 1);
            for (int round = 0; round < rounds; ++round) {
                QVERIFY(load.board.waitForAcknowledgements(20 + random() % 60, 60'000));
                // Some die within the first copy, some within an increment.
                if (round % 2 == 0)
                    QTest::qWait(int(random() % 1500));
                m_hub->kill();
                load.board.pause();
                QCOMPARE(m_hub->start({}, settings()), QString());
                load.board.resumeAfterRestart();
            }
            QVERIFY(waitForFull());
            QVERIFY(load.board.waitForAcknowledgements(50, 60'000));
        }
        QVERIFY(m_hub->stop());
        const Recorded now = stateOf(record());
        QVERIFY(now.position > 0);
        const auto record = rebuild(std::nullopt);
        QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().message));
        QCOMPARE(record->position, now.position);
        QCOMPARE(stateOf(record->databaseFile).digest.toHex(), now.digest.toHex());
        for (const BackupName &file : files())
            QVERIFY2(BackupReader::headOf(QDir(folder()).filePath(file.text())).ok(), qPrintable(file.text()));
        std::set<QString> chains;
        for (const BackupName &file : files())
            chains.insert(file.chain);
        QByteArray said;
        QVERIFY2(oshaqd({QStringLiteral("check"), QStringLiteral("--data"), path("site"), QStringLiteral("--against"),
                         folder()},
                        &said) == 0,
                 said.constData());
        qInfo("%d kills, %zu files in %zu chains, %s", rounds, files().size(), chains.size(),
              said.trimmed().constData());
    }

    void everyMomentOfADayComesBack()
    {
        const int moments = isLong() ? 1000 : 25;
        // What stands in hub.db now and then, and later the moment at which that position was reached.
        std::map<qint64, QByteArray> recorded;
        QCOMPARE(m_hub->start({}, settings()), QString());
        const QDir data(QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/maven-restaurant-orders"));
        const bool isReal = data.exists();
        std::mt19937 random(8);
        const auto writeDown = [&] {
            const Recorded now = stateOf(record());
            QVERIFY(now.position > 0);
            recorded[now.position] = now.digest;
        };
        if (isReal) {
            QFile token(path("token"));
            QVERIFY(token.open(QIODevice::WriteOnly));
            token.write(m_hub->businessToken());
            token.close();
            QVERIFY(m_hub->stop());
            QByteArray said;
            QVERIFY2(oshaqd({QStringLiteral("import"), QStringLiteral("menu"),
                             data.filePath(QStringLiteral("menu_items.csv")), QStringLiteral("--data"), path("site")},
                            &said) == 0,
                     said.constData());
            // The menu came in past the backups: a new chain begins.
            const qint64 startedMs = QDateTime::currentMSecsSinceEpoch();
            QCOMPARE(m_hub->start({}, settings()), QString());
            QVERIFY(waitForFull(startedMs));
            QProcess replay;
            replay.setProcessChannelMode(QProcess::MergedChannels);
            replay.start(QStringLiteral(OSHAQ_BIN_DIR "/oshaqd"),
                         {QStringLiteral("replay"), data.filePath(QStringLiteral("order_details.csv")),
                          QStringLiteral("--url"), QString::fromLatin1(m_hub->baseUrl()),
                          QStringLiteral("--token-file"), path("token"), QStringLiteral("--speed"),
                          isLong() ? QStringLiteral("1200") : QStringLiteral("0"),
                          QStringLiteral("--phones"), QStringLiteral("2"), QStringLiteral("--limit"),
                          QString::number(isLong() ? 1500 : 200)});
            QVERIFY(replay.waitForStarted());
            while (!replay.waitForFinished(int(random() % 15) + 1) && replay.state() == QProcess::Running) {
                if (int(recorded.size()) < moments)
                    writeDown();
            }
            QCOMPARE(replay.exitCode(), 0);
        } else {
            QVERIFY(waitForFull());
            Load load(*m_hub, 2);
            while (int(recorded.size()) < moments) {
                QVERIFY(load.board.waitForAcknowledgements(1 + random() % 3, 60'000));
                writeDown();
            }
        }
        QVERIFY(m_hub->stop());

        // When each position was reached, by the backups themselves.
        std::map<qint64, qint64> reached;
        for (const BackupName &file : files()) {
            if (file.isFull())
                continue;
            const auto read = backupmaker::readIncrement(QDir(folder()).filePath(file.text()), *m_secret,
                                                         [&reached](const backupmaker::Change &change) -> Result<bool> {
                                                             reached[change.n] = change.atMs;
                                                             return true;
                                                         });
            QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().message));
        }
        int restored = 0;
        int skipped = 0;
        for (const auto &[position, digest] : recorded) {
            const auto at = reached.find(position);
            const auto after = reached.find(position + 1);
            // Two commits of one millisecond are one moment, and what was there before the first increment has none.
            if (at == reached.end() || (after != reached.end() && after->second == at->second)) {
                ++skipped;
                continue;
            }
            const auto record = rebuild(at->second);
            QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().message));
            QCOMPARE(record->position, position);
            QCOMPARE(stateOf(record->databaseFile).digest.toHex(), digest.toHex());
            ++restored;
        }
        qInfo("%d moments of %s restored as they were, %d had no moment of their own, from %zu files", restored,
              isReal ? "a day of real orders" : "orders that clients placed", skipped, files().size());
        QVERIFY(restored > int(recorded.size()) / 2);
    }

    void aKilledRestoreLosesNothing()
    {
        const Recorded before = stateOf(record());
        const auto orders = [](const QString &file) -> qint64 {
            auto database = sql::Database::open({file, sql::Access::ReadOnly});
            auto row = database ? (*database)->query(QStringLiteral("SELECT count(*) FROM orders"))
                                : Result<sql::Statement>(database.error());
            return row.ok() && row->next() ? row->integer(0) : -1;
        };
        // To a moment in the past, so that the old and the new record are told apart.
        auto names = files();
        std::sort(names.begin(), names.end(), [](const BackupName &a, const BackupName &b) { return a.toMs < b.toMs; });
        const auto early =
            std::find_if(names.begin(), names.end(), [](const BackupName &name) { return name.isFull(); });
        const QStringList command{QStringLiteral("restore"),
                                  QStringLiteral("--data"),
                                  path("site"),
                                  QStringLiteral("--from"),
                                  folder(),
                                  QStringLiteral("--to"),
                                  momentText(early->toMs),
                                  QStringLiteral("--key-file"),
                                  path("key")};
        const qint64 ordersBefore = orders(record());
        std::mt19937 random(9);
        const int rounds = isLong() ? 60 : 12;
        int old = 0;
        for (int round = 0; round < rounds; ++round) {
            QProcess restore;
            restore.start(QStringLiteral(OSHAQ_BIN_DIR "/oshaqd"), command);
            QVERIFY(restore.waitForStarted());
            QTest::qWait(int(random() % 250));
            restore.kill();
            restore.waitForFinished();
            const qint64 ordersNow = orders(record());
            QVERIFY2(ordersNow >= 0, "the record cannot be read");
            if (ordersNow == ordersBefore && stateOf(record()).digest == before.digest) {
                ++old;
                continue;
            }
            // The new one is in its place: the old one is kept, whole.
            const QDir kept(path("site/kept"));
            bool isThere = false;
            for (const QString &one : kept.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                isThere = isThere || stateOf(kept.filePath(one + QStringLiteral("/hub.db"))).digest == before.digest;
            QVERIFY(isThere);
        }
        QByteArray said;
        QVERIFY2(oshaqd(command, &said) == 0, said.constData());
        QVERIFY2(oshaqd({QStringLiteral("check"), QStringLiteral("--data"), path("site"), QStringLiteral("--against"),
                         folder()},
                        &said) == 0,
                 said.constData());
        QCOMPARE(m_hub->start({}, settings()), QString());
        QVERIFY(m_hub->stop());
        qInfo("%d restores were killed, %d before they counted", rounds, old);
    }

    void tamperingIsFoundByTheProgram()
    {
        const QString file = record();
        QByteArray sound;
        {
            QFile copy(file);
            QVERIFY(copy.open(QIODevice::ReadOnly));
            sound = copy.readAll();
        }
        const QStringList check{QStringLiteral("check"), QStringLiteral("--data"), path("site"),
                                QStringLiteral("--against"), folder()};
        std::mt19937 random(10);
        const int rounds = isLong() ? 500 : 12;
        for (int i = 0; i < rounds; ++i) {
            {
                auto database = sql::Database::open({file, sql::Access::ReadWrite});
                QVERIFY(database.ok());
                auto row = (*database)->query(QStringLiteral("SELECT max(seq) FROM journal"));
                QVERIFY(row.ok() && row->next());
                const qint64 last = row->integer(0);
                row->finish();
                const qint64 seq = 1 + qint64(random() % unsigned(last - 1));
                Result<void> done;
                if (i % 4 == 0)
                    done = (*database)->run(QStringLiteral("UPDATE journal SET at = at + 1 WHERE seq = ?"), {seq});
                else if (i % 4 == 1)
                    done = (*database)->run(QStringLiteral("DELETE FROM journal WHERE seq = ?"), {seq});
                else if (i % 4 == 2)
                    done = (*database)->run(
                        QStringLiteral("UPDATE journal SET payload = (SELECT payload || ' ' FROM journal"
                                       " WHERE seq = ?) WHERE seq = ?"),
                        {seq + 1, seq});
                else
                    done = (*database)->run(QStringLiteral("DELETE FROM journal WHERE seq >= ?"), {seq});
                QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().message));
            }
            QByteArray said;
            QVERIFY2(oshaqd(check, &said) == 1, said.constData());
            QVERIFY2(said.contains("journal"), said.constData());
            QFile back(file);
            QVERIFY(back.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(back.write(sound), sound.size());
        }
        QByteArray said;
        QVERIFY2(oshaqd(check, &said) == 0, said.constData());
    }

    void theOwnerSaysWhatIsWrong()
    {
        QByteArray said;
        QCOMPARE(oshaqd({QStringLiteral("restore"), QStringLiteral("--data"), path("new"), QStringLiteral("--from"),
                         folder()},
                        &said),
                 2);
        QVERIFY2(said.contains("backup.key_file"), said.constData());
        QVERIFY2(oshaqd({QStringLiteral("backup"), QStringLiteral("--make-key"), path("other")}, &said) == 0,
                 said.constData());
        QCOMPARE(oshaqd({QStringLiteral("restore"), QStringLiteral("--data"), path("new"), QStringLiteral("--from"),
                         folder(), QStringLiteral("--key-file"), path("other")},
                        &said),
                 1);
        QVERIFY2(said.contains("another key file"), said.constData());
        QCOMPARE(oshaqd({QStringLiteral("restore"), QStringLiteral("--data"), path("new"), QStringLiteral("--from"),
                         folder(), QStringLiteral("--to"), QStringLiteral("yesterday"), QStringLiteral("--key-file"),
                         path("key")},
                        &said),
                 2);
        QCOMPARE(oshaqd({QStringLiteral("backup"), QStringLiteral("--data"), path("site"), QStringLiteral("--set"),
                         QStringLiteral("backup.passphrase=correct horse")},
                        &said),
                 2);
        QVERIFY2(said.contains("OSHAQ_BACKUP_PASSPHRASE"), said.constData());
        QVERIFY(!QFile::exists(path("new/hub.db")));
    }

    void aCopyByHandIsRestoredElsewhere()
    {
        QByteArray said;
        QVERIFY2(oshaqd({QStringLiteral("backup"), QStringLiteral("--data"), path("site"), QStringLiteral("--to"),
                         path("hand"), QStringLiteral("--key-file"), path("key")},
                        &said) == 0,
                 said.constData());
        QVERIFY2(oshaqd({QStringLiteral("restore"), QStringLiteral("--data"), path("new"), QStringLiteral("--from"),
                         path("hand"), QStringLiteral("--key-file"), path("key")},
                        &said) == 0,
                 said.constData());
        OshaqdProcess again(path("new"));
        QCOMPARE(again.start(), QString());
        QVERIFY(again.stop());
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backuptest.moc"

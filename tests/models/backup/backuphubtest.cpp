// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hub that is written to while its backups are made: any moment comes back as it was, gaps are not crossed, what was
// there before a restore is kept. A thousand moments with OSHAQ_LONG, otherwise some dozens.

#include "models/backup/restorer.h"
#include "models/hub/journalchain.h"
#include "models/hub/standbyfile.h"
#include "tests/models/backup/backuprig.h"

#include <QDir>
#include <QTest>

#include <set>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// A target that takes nothing while somebody says so.
class MoodyTarget final : public BackupTarget
{
public:
    MoodyTarget(const QString &folder, std::shared_ptr<std::atomic<bool>> refuses)
        : m_folder(folder)
        , m_refuses(std::move(refuses))
    {}
    QString title() const override { return QStringLiteral("moody"); }
    Result<std::vector<Entry>> list() override { return m_folder.list(); }
    Result<void> put(const QString &file, const BackupName &name) override
    {
        if (*m_refuses)
            return Error{ErrorCode::StorageUnavailable, QStringLiteral("the disk is not there"), {}};
        return m_folder.put(file, name);
    }
    Result<void> get(const BackupName &name, const QString &file) override { return m_folder.get(name, file); }
    Result<void> remove(const BackupName &name) override { return m_folder.remove(name); }

private:
    FolderTarget m_folder;
    std::shared_ptr<std::atomic<bool>> m_refuses;
};

} // namespace

class BackupHubTest final : public QObject
{
    Q_OBJECT

private:
    static std::vector<BackupName> filesIn(const QString &folder)
    {
        FolderTarget target(folder);
        const auto entries = target.list();
        return entries ? namesOf(*entries) : std::vector<BackupName>();
    }
    /// `old`: files that do not count.
    static bool hasAll(BackupRig &rig, const std::vector<BackupName> &old = {})
    {
        const qint64 position = rig.hub().replica().status().position;
        rig.clock().advance(20); // an increment is due
        const auto files = filesIn(rig.folder());
        return std::any_of(files.begin(), files.end(), [&](const BackupName &file) {
            return file.last >= position && std::find(old.begin(), old.end(), file) == old.end();
        });
    }
    static Result<RebuiltRecord> rebuild(BackupRig &rig, std::optional<qint64> at)
    {
        FolderTarget target(rig.folder());
        const auto plan = planRestore(filesIn(rig.folder()), {at});
        if (!plan)
            return plan.error();
        return restorer::rebuild(*plan, target, *rig.secret(), rig.scratch("rebuilt"), {});
    }

private Q_SLOTS:
    void everyMomentComesBackAsItWas()
    {
        const bool isLong = qEnvironmentVariableIsSet("OSHAQ_LONG");
        const int moments = isLong ? 1000 : 40;
        const int writes = isLong ? 600 : 120;
        BackupRig rig(17);
        QCOMPARE(rig.open(), QString());
        struct State
        {
            qint64 atMs = 0;
            QByteArray digest;
        };
        std::vector<State> states;
        {
            BackupOptions options = rig.options();
            options.fullMs = 61'000; // a full copy now and then, in the rig's time
            BackupKeeper keeper(rig.hub(), options);
            QTRY_VERIFY(!filesIn(rig.folder()).empty());
            for (int i = 0; i < writes; ++i) {
                QCOMPARE(rig.writeSomething(), QString());
                states.push_back({rig.clock().nowMs(), rig.digest()});
                QVERIFY(!states.back().digest.isEmpty());
            }
            QTRY_VERIFY(hasAll(rig));
        }
        const auto files = filesIn(rig.folder());
        const auto fulls =
            std::count_if(files.begin(), files.end(), [](const BackupName &file) { return file.isFull(); });
        QVERIFY2(fulls >= 2, qPrintable(QString::number(fulls)));
        qint64 firstMs = states.front().atMs;
        QRandomGenerator random(18);
        int restored = 0;
        for (int i = 0; i < moments; ++i) {
            const qint64 at = firstMs + qint64(random.bounded(double(states.back().atMs - firstMs)));
            const auto next = std::upper_bound(states.begin(), states.end(), at,
                                               [](qint64 ms, const State &state) { return ms < state.atMs; });
            const auto record = rebuild(rig, at);
            QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().message));
            QCOMPARE(digestOfFile(record->databaseFile).toHex(), std::prev(next)->digest.toHex());
            ++restored;
        }
        const auto newest = rebuild(rig, std::nullopt);
        QVERIFY(newest.ok());
        QCOMPARE(digestOfFile(newest->databaseFile).toHex(), states.back().digest.toHex());
        qInfo("%d moments restored as they were, from %zu files of which %td are full copies", restored, files.size(),
              fulls);
    }

    void theChainGoesOnAfterACleanStop()
    {
        BackupRig rig(1);
        QCOMPARE(rig.open(), QString());
        for (int run = 0; run < 3; ++run) {
            {
                BackupKeeper keeper(rig.hub(), rig.options());
                QTRY_VERIFY(!filesIn(rig.folder()).empty());
                for (int i = 0; i < 5; ++i)
                    QCOMPARE(rig.writeSomething(), QString());
            }
            QVERIFY(hasAll(rig));
            rig.close();
            QCOMPARE(rig.open(), QString());
        }
        std::set<QString> chains;
        for (const BackupName &file : filesIn(rig.folder()))
            chains.insert(file.chain);
        QCOMPARE(chains.size(), size_t(1));
        const auto record = rebuild(rig, std::nullopt);
        QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().message));
        QCOMPARE(digestOfFile(record->databaseFile), rig.digest());
    }

    void whatNobodyRecordedBeginsANewChain()
    {
        BackupRig rig(2);
        QCOMPARE(rig.open(), QString());
        {
            BackupKeeper keeper(rig.hub(), rig.options());
            QTRY_VERIFY(!filesIn(rig.folder()).empty());
            QCOMPARE(rig.writeSomething(), QString());
        }
        const qint64 known = rig.clock().nowMs();
        // As after kill -9 between a commit and its increment, or an import without the hub.
        QCOMPARE(rig.writeSomething(), QString());
        const qint64 unknown = rig.clock().nowMs();
        rig.clock().advance(1000);
        {
            BackupKeeper keeper(rig.hub(), rig.options());
            QCOMPARE(rig.writeSomething(), QString());
            QTRY_VERIFY(hasAll(rig));
        }
        std::set<QString> chains;
        for (const BackupName &file : filesIn(rig.folder()))
            chains.insert(file.chain);
        QCOMPARE(chains.size(), size_t(2));
        QVERIFY(rebuild(rig, known).ok());
        const auto refused = rebuild(rig, unknown);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(QStringLiteral("not recorded whole")),
                 qPrintable(refused.error().message));
        QCOMPARE(digestOfFile(rebuild(rig, std::nullopt)->databaseFile), rig.digest());
    }

    void aMissingFileIsNotCrossed()
    {
        BackupRig rig(3);
        QCOMPARE(rig.open(), QString());
        {
            BackupKeeper keeper(rig.hub(), rig.options());
            QTRY_VERIFY(!filesIn(rig.folder()).empty());
            for (int i = 0; i < 6; ++i) {
                QCOMPARE(rig.writeSomething(), QString());
                QTRY_VERIFY(hasAll(rig));
            }
        }
        auto files = filesIn(rig.folder());
        std::sort(files.begin(), files.end(), [](const BackupName &a, const BackupName &b) { return a.last < b.last; });
        const BackupName gone = files[files.size() - 2];
        QVERIFY(!gone.isFull());
        QVERIFY(QFile::remove(QDir(rig.folder()).filePath(gone.text())));
        const auto refused = rebuild(rig, std::nullopt);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(QStringLiteral("are missing")), qPrintable(refused.error().message));
        // A file under another one's name helps nobody.
        QVERIFY(QFile::copy(QDir(rig.folder()).filePath(files[files.size() - 3].text()),
                            QDir(rig.folder()).filePath(gone.text())));
        QVERIFY(!rebuild(rig, std::nullopt).ok());
    }

    void aTargetThatIsAwayGetsItLater()
    {
        BackupRig rig(4);
        QCOMPARE(rig.open(), QString());
        auto refuses = std::make_shared<std::atomic<bool>>(true);
        BackupOptions options = rig.options();
        options.targets = [folder = rig.folder(), refuses] {
            return std::vector<std::shared_ptr<BackupTarget>>{std::make_shared<MoodyTarget>(folder, refuses)};
        };
        {
            BackupKeeper keeper(rig.hub(), options);
            QCOMPARE(rig.writeSomething(), QString());
            QTRY_VERIFY(rig.hub().backups().state().problem.contains(QStringLiteral("the disk is not there")));
            QVERIFY(rig.hub().backups().state().ageMs(rig.clock().nowMs() + 5000) >= 5000);
            QVERIFY(filesIn(rig.folder()).empty());
        }
        QCOMPARE(rig.writeSomething(), QString()); // a gap, which the next run sees
        {
            BackupKeeper keeper(rig.hub(), options);
            *refuses = false;
            for (int i = 0; i < 3; ++i) {
                QCOMPARE(rig.writeSomething(), QString());
                rig.clock().advance(100);
            }
            QTRY_VERIFY(hasAll(rig));
            QTRY_COMPARE(rig.hub().backups().state().problem, QString());
            QTRY_COMPARE(rig.hub().backups().state().firstMissingMs, qint64(0));
        }
        QCOMPARE(digestOfFile(rebuild(rig, std::nullopt)->databaseFile), rig.digest());
    }

    void aCheckRestoresAndSaysSo()
    {
        BackupRig rig(5);
        QCOMPARE(rig.open(), QString());
        BackupKeeper keeper(rig.hub(), rig.options());
        QCOMPARE(rig.writeSomething(), QString());
        QTRY_VERIFY(hasAll(rig));
        QVERIFY(rig.hub().backups().request(BackupRequest::Check));
        QTRY_VERIFY(rig.hub().backups().state().lastCheckMs > 0);
        BackupState state = rig.hub().backups().state();
        QVERIFY2(state.lastCheckOk, qPrintable(state.lastCheckText));
        QVERIFY2(state.lastCheckText.contains(QStringLiteral("1 orders")), qPrintable(state.lastCheckText));
        // Somebody damages a file: the next check is an alarm.
        const auto files = filesIn(rig.folder());
        QFile file(QDir(rig.folder()).filePath(files.front().text()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        const QByteArray byte = file.peek(1);
        file.write(QByteArray(1, char(byte[0] ^ 1)));
        file.close();
        QVERIFY(rig.hub().backups().request(BackupRequest::Check));
        QTRY_VERIFY(!rig.hub().backups().state().lastCheckOk);
        QTRY_VERIFY(!rig.hub().backups().state().problem.isEmpty());
    }

    void aRestoreKeepsWhatWasThereAndBeginsAnEpoch()
    {
        BackupRig rig(6);
        QCOMPARE(rig.open(), QString());
        QFile secrets(QDir(rig.data()).filePath(QStringLiteral("secrets.key")));
        QVERIFY(secrets.open(QIODevice::WriteOnly));
        secrets.write("the old key");
        secrets.close();
        qint64 moment = 0;
        QByteArray then;
        {
            BackupKeeper keeper(rig.hub(), rig.options());
            QTRY_VERIFY(!filesIn(rig.folder()).empty());
            for (int i = 0; i < 4; ++i)
                QCOMPARE(rig.writeSomething(), QString());
            moment = rig.clock().nowMs();
            then = rig.digest();
            for (int i = 0; i < 4; ++i)
                QCOMPARE(rig.writeSomething(), QString());
            QTRY_VERIFY(hasAll(rig));
        }
        const QByteArray now = rig.digest();
        const QString epoch = rig.hub().epoch();
        FolderTarget target(rig.folder());
        restorer::Options options{rig.data(), {moment}, {}};
        const auto running = restorer::restore(options, target, *rig.secret(), rig.clock(), {});
        QVERIFY2(!running.ok(), "a restore went into the directory of a running hub");
        rig.close();
        QVERIFY(QFile::remove(secrets.fileName()));

        const auto outcome = restorer::restore(options, target, *rig.secret(), rig.clock(), {});
        QVERIFY2(outcome.ok(), qPrintable(outcome.ok() ? QString() : outcome.error().message));
        QCOMPARE(digestOfFile(outcome->keptIn + QStringLiteral("/hub.db")), now);
        QVERIFY(secrets.open(QIODevice::ReadOnly));
        QCOMPARE(secrets.readAll(), QByteArray("the old key"));
        QVERIFY(!QFile::exists(QDir(rig.data()).filePath(QStringLiteral("restore.partial"))));
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.hub().epoch() != epoch);
        QCOMPARE(rig.hub().epoch(), outcome->epoch);
        QCOMPARE(rig.number(QStringLiteral("SELECT count(*) FROM orders")), qint64(4));
        QCOMPARE(rig.number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'hub.restored'")), qint64(1));
        // What the backups say of the part that was given up does not count any more, what is before it does.
        std::vector<JournalAnchor> anchors;
        for (const BackupName &name : filesIn(rig.folder())) {
            const auto more = recordcheck::anchorsOf(*target.head(name), name.text());
            anchors.insert(anchors.end(), more.begin(), more.end());
        }
        auto reader = rig.hub().openReader();
        const auto findings = recordcheck::look(**reader, anchors);
        QVERIFY(findings.ok());
        QCOMPARE(findings->problems, QStringList());
        QVERIFY(findings->journal.abandoned > 0);
        QVERIFY(findings->journal.anchors > 0);
        // Backups go on, in a chain of their own.
        {
            // Files of the part that was given up reach further than the new chain does yet.
            const std::vector<BackupName> before = filesIn(rig.folder());
            BackupKeeper keeper(rig.hub(), rig.options());
            QCOMPARE(rig.writeSomething(), QString());
            QTRY_VERIFY(hasAll(rig, before));
        }
        QCOMPARE(digestOfFile(rebuild(rig, std::nullopt)->databaseFile), rig.digest());
        QVERIFY(then != now);
    }

    void aStandbysDirectoryIsRefused()
    {
        BackupRig rig(7);
        QCOMPARE(rig.open(), QString());
        {
            BackupKeeper keeper(rig.hub(), rig.options());
            QTRY_VERIFY(!filesIn(rig.folder()).empty());
        }
        const QString directory = rig.scratch("standby");
        QVERIFY(QDir().mkpath(directory));
        QVERIFY(standbyfile::write(directory, {QStringLiteral("http://hub"), {}}).ok());
        FolderTarget target(rig.folder());
        const auto outcome = restorer::restore({directory, {}, {}}, target, *rig.secret(), rig.clock(), {});
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::AlreadyExists);
    }
};

QTEST_GUILESS_MAIN(BackupHubTest)
#include "backuphubtest.moc"

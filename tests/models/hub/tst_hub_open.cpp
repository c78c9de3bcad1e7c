// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/hub.h"
#include "models/sql/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <atomic>
#include <csignal>
#include <cstdio>

#include <sys/stat.h>

using namespace oshaq;

namespace {

WriteCommand addUser(const QString &key)
{
    return {Principal{},
            QStringLiteral("request"),
            std::nullopt,
            [key](WriteContext &context) -> Result<WriteOutcome> {
                if (auto row = context.database.run(
                        QStringLiteral("INSERT INTO users (business_id, name, created_at, updated_at) "
                                       "SELECT business_id, ?, 1, 1 FROM businesses"),
                        {key});
                    !row)
                    return row.error();
                context.journalHeads[1] = 1;
                return WriteOutcome{};
            },
            {}};
}

WriteCommand addBusiness()
{
    return {Principal{},
            QStringLiteral("request"),
            std::nullopt,
            [](WriteContext &context) -> Result<WriteOutcome> {
                if (auto row = context.database.run(QStringLiteral(
                        "INSERT INTO businesses (name, currency, time_zone, day_start_minutes, created_at, updated_at) "
                        "VALUES ('Test', 'KZT', 'Asia/Almaty', 0, 1, 1)"));
                    !row)
                    return row.error();
                return WriteOutcome{};
            },
            {}};
}

/// Helper mode: opens a hub, writes, says "ready" and holds it until it is killed.
int holdHub(const QString &directory)
{
    SystemClock clock;
    auto hub = Hub::open({directory}, clock);
    if (!hub) {
        std::fprintf(stderr, "%s\n", qPrintable(hub.error().message));
        return 2;
    }
    if (!(*hub)->writer().submitAndWait(addBusiness()) ||
        !(*hub)->writer().submitAndWait(addUser(QStringLiteral("held"))))
        return 3;
    std::puts("ready");
    std::fflush(stdout);
    std::getchar(); // nobody writes: until the pipe closes
    return 0;
}

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class HubOpenTest final : public QObject
{
    Q_OBJECT

private:
    QString directory() const { return m_temporary->filePath(QStringLiteral("site/data")); }
    QString file() const { return directory() + QStringLiteral("/hub.db"); }

    std::unique_ptr<Hub> open()
    {
        auto hub = Hub::open({directory()}, m_clock);
        if (!hub)
            qFatal("%s", qPrintable(hub.error().message));
        return std::move(*hub);
    }

    QString refusal()
    {
        auto hub = Hub::open({directory()}, m_clock);
        if (hub)
            return QStringLiteral("(opened)");
        return errorCodeText(hub.error().code) + QStringLiteral(": ") + hub.error().message;
    }

    /// The file without a hub around it.
    std::unique_ptr<sql::Database> raw()
    {
        auto database = sql::Database::open({file(), sql::Access::ReadWrite});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        return std::move(*database);
    }

    static qint64 number(sql::Database &database, const QString &sql)
    {
        auto row = database.query(sql);
        return row.ok() && row->next() ? row->integer(0) : -1;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_temporary;

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void makesWhatIsMissing()
    {
        QVERIFY(!Hub::exists(directory()));
        auto hub = open();
        QVERIFY(Hub::exists(directory()));
        QCOMPARE(modeOf(directory()), mode_t(0700));
        QCOMPARE(modeOf(file()), mode_t(0600));
        QCOMPARE(modeOf(directory() + QStringLiteral("/hub.lock")), mode_t(0600));
        QVERIFY(hub->writer().submitAndWait(addBusiness()).ok());
        QCOMPARE(modeOf(file() + QStringLiteral("-wal")), mode_t(0600));
        QCOMPARE(hub->directory(), directory());
        static const QRegularExpression epoch(QStringLiteral("^[A-Z2-7]{10,}$"));
        QVERIFY2(epoch.match(hub->epoch()).hasMatch(), qPrintable(hub->epoch()));
    }

    void theEpochStaysUntilItIsRenewed()
    {
        const QString first = open()->epoch();
        QCOMPARE(open()->epoch(), first);
        QTemporaryDir other;
        auto second = Hub::open({other.path()}, m_clock);
        QVERIFY(second.ok());
        QVERIFY((*second)->epoch() != first);

        auto renewed = Hub::renewEpoch(directory(), m_clock);
        QVERIFY(renewed.ok());
        QVERIFY(*renewed != first);
        auto hub = open();
        QCOMPARE(hub->epoch(), *renewed);
        QVERIFY(!Hub::renewEpoch(directory(), m_clock).ok()); // it runs
        QVERIFY(!Hub::renewEpoch(m_temporary->filePath(QStringLiteral("nothing")), m_clock).ok());
    }

    void readersSeeCommitsAndCannotWrite()
    {
        auto hub = open();
        QVERIFY(hub->writer().submitAndWait(addBusiness()).ok());
        auto reader = hub->openReader();
        QVERIFY(reader.ok());
        QCOMPARE(number(**reader, QStringLiteral("SELECT count(*) FROM businesses")), 1);
        QVERIFY(!(*reader)->run(QStringLiteral("DELETE FROM businesses")).ok());
    }

    void listenersHearUntilTheyAreRemoved()
    {
        auto hub = open();
        QVERIFY(hub->writer().submitAndWait(addBusiness()).ok());
        std::atomic<int> first = 0;
        std::atomic<int> second = 0;
        const int one = hub->addCommitListener([&](const CommitNotice &notice) {
            first += notice.lastSeq.count(1) && notice.epoch == hub->epoch() ? 1 : 100;
        });
        const int two = hub->addCommitListener([&](const CommitNotice &) { ++second; });
        QVERIFY(one != two);
        QVERIFY(hub->writer().submitAndWait(addUser(QStringLiteral("a"))).ok());
        QCOMPARE(first.load(), 1); // already: before the answer
        hub->removeCommitListener(one);
        QVERIFY(hub->writer().submitAndWait(addUser(QStringLiteral("b"))).ok());
        QCOMPARE(first.load(), 1);
        QCOMPARE(second.load(), 2);
        hub->removeCommitListener(two);
    }

    void closesCleanly()
    {
        {
            auto hub = open();
            QVERIFY(hub->writer().submitAndWait(addBusiness()).ok());
        }
        QVERIFY(!QFile::exists(file() + QStringLiteral("-wal")));
        QVERIFY(!QFile::exists(file() + QStringLiteral("-shm")));
    }

    void refusesWhatIsNotAHub_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("Dear diary, today the soup was cold. ").repeated(200);
        QTest::newRow("zeros") << QByteArray(8192, '\0');
    }

    void refusesWhatIsNotAHub()
    {
        QFETCH(QByteArray, content);
        QVERIFY(QDir().mkpath(directory()));
        {
            QFile strange(file());
            QVERIFY(strange.open(QIODevice::WriteOnly));
            strange.write(content);
        }
        const QString message = refusal();
        QCOMPARE(message, QStringLiteral("STORAGE_UNAVAILABLE: %1 is not a database").arg(file()));
        QFile strange(file());
        QVERIFY(strange.open(QIODevice::ReadOnly));
        QCOMPARE(strange.readAll(), content);
    }

    void refusesAnotherProgramsDatabase()
    {
        QVERIFY(QDir().mkpath(directory()));
        QVERIFY(raw()->run(QStringLiteral("CREATE TABLE bookmarks (url TEXT) STRICT")).ok());
        QVERIFY2(refusal().contains(QLatin1String("belongs to another program")), qPrintable(refusal()));
    }

    void refusesANewerSchema()
    {
        open();
        qint64 known = 0;
        {
            auto database = raw();
            known = number(*database, QStringLiteral("SELECT max(version) FROM schema_migrations"));
            QVERIFY(known >= 1);
            for (qint64 version = known + 1; version < known + 4; ++version) {
                QVERIFY(database
                            ->run(QStringLiteral("INSERT INTO schema_migrations (version, name, sha256, applied_at) "
                                                 "VALUES (?, 'x', x'00', 1)"),
                                  {version})
                            .ok());
            }
        }
        const QString message = refusal();
        QVERIFY2(message.contains(QStringLiteral("schema %1").arg(known + 3)), qPrintable(message));
        QVERIFY2(message.contains(QStringLiteral("up to %1").arg(known)), qPrintable(message));
        QVERIFY(message.startsWith(QLatin1String("STORAGE_UNAVAILABLE")));
    }

    void refusesAFileInPlaceOfTheDirectory()
    {
        QVERIFY(QDir().mkpath(m_temporary->filePath(QStringLiteral("site"))));
        QFile strange(directory());
        QVERIFY(strange.open(QIODevice::WriteOnly));
        strange.close();
        QVERIFY2(refusal().contains(QLatin1String("cannot be made")), qPrintable(refusal()));
    }

    void tightensAFileThatOthersCanRead()
    {
        open();
        QVERIFY(::chmod(QFile::encodeName(file()).constData(), 0644) == 0);
        open();
        QCOMPARE(modeOf(file()), mode_t(0600));
    }

    void aSecondHubIsRefusedAndAKilledOneLeavesNoLock()
    {
        QProcess holder;
        holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), directory()});
        QVERIFY(holder.waitForReadyRead(30'000));
        QCOMPARE(holder.readAllStandardOutput().trimmed(), QByteArray("ready"));

        const QString message = refusal();
        QVERIFY2(message.startsWith(QLatin1String("STORAGE_UNAVAILABLE")), qPrintable(message));
        QVERIFY2(message.contains(directory()), qPrintable(message));
        QVERIFY2(message.contains(QStringLiteral("process %1").arg(holder.processId())), qPrintable(message));

        holder.kill();
        QVERIFY(holder.waitForFinished(30'000));
        QVERIFY(QFile::exists(file() + QStringLiteral("-wal"))); // not a clean end
        auto hub = open();
        auto reader = hub->openReader();
        QVERIFY(reader.ok());
        QCOMPARE(number(**reader, QStringLiteral("SELECT count(*) FROM users WHERE name = 'held'")), 1);
    }

    void inOneProcessTooThereIsOneHub()
    {
        auto hub = open();
        QVERIFY2(refusal().contains(QLatin1String("in use by another hub")), qPrintable(refusal()));
    }

    void damageAfterAnUncleanEndIsFound()
    {
        {
            auto hub = open();
            QVERIFY(hub->writer().submitAndWait(addBusiness()).ok());
            for (int i = 0; i < 50; ++i)
                QVERIFY(hub->writer().submitAndWait(addUser(QString(1000, u'x'))).ok());
        }
        {
            QFile damaged(file());
            QVERIFY(damaged.open(QIODevice::ReadWrite));
            QVERIFY(damaged.seek(damaged.size() - 4096));
            QCOMPARE(damaged.write(QByteArray(4096, '\x77')), 4096);
            QFile log(file() + QStringLiteral("-wal"));
            QVERIFY(log.open(QIODevice::WriteOnly)); // as after a power cut
        }
        const QString message = refusal();
        QVERIFY2(message.contains(QLatin1String("is damaged")), qPrintable(message));
        QVERIFY2(message.contains(QLatin1String("restore it from a backup")), qPrintable(message));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--hold"))
        return holdHub(arguments[2]);
    HubOpenTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hub_open.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace oshaq;
using namespace oshaq::sql;

class FieldKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_file = m_directory->filePath(QStringLiteral("personal.key"));
    }

    void opensWhatItSealed()
    {
        FieldKeys keys(m_file);
        QCOMPARE(*keys.count(), 0);
        for (const auto form : {FieldKeys::Form::Text, FieldKeys::Form::Bytes}) {
            for (const QByteArray &plain : {QByteArray("+77015550199"), QByteArray(1, '\0'), QByteArray(5000, 'x')}) {
                const auto sealed = keys.seal("users.phone", plain, form);
                // One byte may be anywhere by chance.
                QVERIFY(sealed && (plain.size() == 1 ? *sealed != plain : !sealed->contains(plain)));
                QCOMPARE(*keys.open("users.phone", *sealed, form), plain);
                QVERIFY(*keys.isCurrent(*sealed, form));
                QVERIFY(*keys.seal("users.phone", plain, form) != *sealed);
                // Bound to its column, and to each of its bytes.
                QVERIFY(!keys.open("users.email", *sealed, form));
                QByteArray damaged = *sealed;
                damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 4);
                QVERIFY(!keys.open("users.phone", damaged, form));
                QVERIFY(!keys.open("users.phone", sealed->chopped(1), form));
            }
            QCOMPARE(*keys.seal("users.phone", {}, form), QByteArray());
            QCOMPARE(*keys.open("users.phone", {}, form), QByteArray());
            QVERIFY(!keys.open("users.phone", "+77015550199", form));
        }
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(m_file).constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0600);
    }

    void findsUnderTheSameKeyOnly()
    {
        FieldKeys keys(m_file);
        const auto index = keys.index("phone:1", "7015550199");
        QCOMPARE(index->size(), FieldKeys::indexBytes);
        QCOMPARE(*keys.index("phone:1", "7015550199"), *index);
        QVERIFY(*keys.index("phone:2", "7015550199") != *index);
        QVERIFY(*keys.index("phone:1", "7015550198") != *index);
        QCOMPARE(*keys.index("phone:1", ""), QByteArray());
        QCOMPARE(*keys.index("phone:1", "7015550199", true), QByteArray());
        QVERIFY(keys.add());
        QVERIFY(*keys.index("phone:1", "7015550199") != *index);
        QCOMPARE(*keys.index("phone:1", "7015550199", true), *index);
    }

    void aNewKeyReadsWhatTheOldOneSealed()
    {
        FieldKeys keys(m_file);
        const QByteArray old = *keys.seal("users.phone", "+77015550199", FieldKeys::Form::Text);
        QVERIFY(keys.add());
        QCOMPARE(*keys.count(), 2);
        QCOMPARE(int(keys.add().error().code), int(ErrorCode::AlreadyExists));
        QVERIFY(!*keys.isCurrent(old, FieldKeys::Form::Text));
        QCOMPARE(*keys.open("users.phone", old, FieldKeys::Form::Text), QByteArray("+77015550199"));
        const QByteArray fresh = *keys.seal("users.phone", "+77015550199", FieldKeys::Form::Text);
        // Another object of the same file knows both.
        FieldKeys again(m_file);
        QCOMPARE(*again.open("users.phone", fresh, FieldKeys::Form::Text), QByteArray("+77015550199"));
        QCOMPARE(*again.open("users.phone", old, FieldKeys::Form::Text), QByteArray("+77015550199"));
        QVERIFY(keys.dropOld());
        QCOMPARE(*keys.count(), 1);
        QVERIFY(!keys.open("users.phone", old, FieldKeys::Form::Text));
        QCOMPARE(*keys.open("users.phone", fresh, FieldKeys::Form::Text), QByteArray("+77015550199"));
    }

    void aFileOfSomethingElseIsRefused()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("oshaq-secrets-1 AAAA\n");
        file.close();
        FieldKeys keys(m_file);
        QCOMPARE(int(keys.seal("users.phone", "1", FieldKeys::Form::Text).error().code),
                 int(ErrorCode::StorageUnavailable));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("oshaq-secrets-1 AAAA\n"));
    }

    void connectionsSealAndOpen()
    {
        OpenOptions options{m_directory->filePath(QStringLiteral("t.db")), Access::ReadWrite};
        options.keys = std::make_shared<FieldKeys>(m_file);
        auto database = Database::open(options);
        QVERIFY(database);
        QVERIFY((*database)->run(QStringLiteral("CREATE TABLE t (a TEXT NOT NULL, b BLOB, i BLOB) STRICT")));
        QVERIFY((*database)->run(QStringLiteral("INSERT INTO t VALUES (oshaq_seal('t.a', ?), oshaq_seal('t.b', ?),"
                                                " oshaq_index('a', 1, ?)), ('', NULL, x'')"),
                                 {QStringLiteral("Әсел"), QByteArray("\0\1", 2), QStringLiteral("Әсел")}));
        QVERIFY(options.keys->add());
        {
            auto rows = (*database)->query(
                QStringLiteral("SELECT oshaq_open('t.a', a), oshaq_open('t.b', b), oshaq_is_current(a),"
                               " i IN (oshaq_index('a', 1, ?), oshaq_index_before('a', 1, ?)) FROM t"),
                {QStringLiteral("Әсел"), QStringLiteral("Әсел")});
            QVERIFY(rows && rows->next());
            QCOMPARE(rows->text(0), QStringLiteral("Әсел"));
            QCOMPARE(rows->bytes(1), QByteArray("\0\1", 2));
            QCOMPARE(rows->integer(2), 0);
            QCOMPARE(rows->integer(3), 1);
            QVERIFY(rows->next());
            QCOMPARE(rows->text(0), QString());
            QVERIFY(rows->isNull(1));
            QCOMPARE(rows->integer(2), 1);
        }
        QVERIFY(
            (*database)->run(QStringLiteral("UPDATE t SET a = oshaq_reseal('t.a', a), b = oshaq_reseal('t.b', b)")));
        QVERIFY(options.keys->dropOld());
        auto rows = (*database)->query(QStringLiteral("SELECT oshaq_open('t.a', a), oshaq_is_current(a) FROM t"));
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->text(0), QStringLiteral("Әсел"));
        QCOMPARE(rows->integer(1), 1);
    }

    void aConnectionWithoutKeysSaysSo()
    {
        auto database = Database::open({m_directory->filePath(QStringLiteral("t.db")), Access::ReadWrite});
        QVERIFY(database);
        QVERIFY((*database)->query(QStringLiteral("SELECT oshaq_open('a', ''), oshaq_seal('a', '')"))->next());
        auto rows = (*database)->query(QStringLiteral("SELECT oshaq_open('a', 'p1.x')"));
        QVERIFY(!rows || !rows->next());
    }

    /// What was written and deleted is not left on pages that are free.
    void deletedBytesAreGone()
    {
        const QString path = m_directory->filePath(QStringLiteral("t.db"));
        {
            auto database = Database::open({path, Access::ReadWrite});
            QVERIFY(database);
            QVERIFY((*database)->run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) STRICT")));
            for (int i = 0; i < 400; ++i)
                QVERIFY((*database)->run(QStringLiteral("INSERT INTO t (a) VALUES (?)"),
                                         {QStringLiteral("PLANTED%1").arg(i, 60, 10, QLatin1Char('x'))}));
            QVERIFY((*database)->run(QStringLiteral("UPDATE t SET a = '' WHERE id % 3 = 0")));
            QVERIFY((*database)->run(QStringLiteral("DELETE FROM t WHERE id % 3 > 0")));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("PLANTED"));
        QVERIFY(!QFile::exists(path + QStringLiteral("-wal")));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_file;
};

QTEST_GUILESS_MAIN(FieldKeysTest)
#include "fieldkeystest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever is done to the rows of a journal behind the hub's back is found: 500 tamperings of four kinds, each in a
// copy of a sound record. A tail that was cut shows by what a backup says of it.

#include "models/sql/copy.h"
#include "models/sql/transaction.h"
#include "tests/models/backup/backuprig.h"

#include <QDir>
#include <QTest>

#include <map>

using namespace oshaq;
using namespace oshaq::test;

class JournalTamperingTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BackupRig> m_rig;
    std::vector<JournalAnchor> m_anchors;
    qint64 m_rows = 0;
    QRandomGenerator m_random{500};

    QString copyOfIt()
    {
        const QString file = m_rig->scratch("tampered.db");
        for (const char *tail : {"", "-wal", "-shm"})
            QFile::remove(file + QLatin1String(tail));
        auto reader = m_rig->hub().openReader();
        return reader && sql::copyTo(**reader, file).ok() ? file : QString();
    }

    /// What was done, for people; empty: it could not be done.
    QString tamper(sql::Database &database, int kind)
    {
        const qint64 seq = m_random.bounded(int(m_rows)) + 1;
        const auto run = [&database](const QString &sql, const QVariantList &values) {
            const auto done = database.run(sql, values);
            if (!done)
                qWarning("%s", qPrintable(done.error().message));
            return done.ok();
        };
        switch (kind) {
        case 0: {
            struct Column
            {
                const char *name;
                QVariant value;
            };
            const std::vector<Column> columns{{"epoch", QStringLiteral("9-AAAAAAAAAAAAA")},
                                              {"at", qint64(1)},
                                              {"actor", QStringLiteral("staff:99")},
                                              {"terminal_id", qint64(77)},
                                              {"request_id", QStringLiteral("another")},
                                              {"entity", QStringLiteral("payment")},
                                              {"entity_id", qint64(123'456)},
                                              {"version", qint64(987)},
                                              {"type", QStringLiteral("order.cancelled")},
                                              {"payload", QStringLiteral("{\"total\":1}")},
                                              {"digest", QByteArray(32, 'x')},
                                              {"prev_hash", QByteArray(32, 'y')},
                                              {"hash", QByteArray(32, 'z')}};
            const Column &column = columns[size_t(m_random.bounded(int(columns.size())))];
            const bool done =
                run(QStringLiteral("UPDATE journal SET %1 = ? WHERE seq = ?").arg(QLatin1String(column.name)),
                    {column.value, seq});
            return done ? QStringLiteral("%1 of seq %2 changed").arg(QLatin1String(column.name)).arg(seq) : QString();
        }
        case 1: {
            const bool inside = seq < m_rows;
            const bool done = run(QStringLiteral("DELETE FROM journal WHERE seq = ?"), {seq});
            return done ? QStringLiteral("seq %1 removed%2")
                              .arg(seq)
                              .arg(inside ? QString() : QStringLiteral(", the last"))
                        : QString();
        }
        case 2: {
            qint64 other = m_random.bounded(int(m_rows)) + 1;
            if (other == seq)
                other = seq % m_rows + 1;
            const bool done =
                run(QStringLiteral("UPDATE journal SET seq = ? WHERE seq = ?"), {qint64(1'000'000), seq}) &&
                run(QStringLiteral("UPDATE journal SET seq = ? WHERE seq = ?"), {seq, other}) &&
                run(QStringLiteral("UPDATE journal SET seq = ? WHERE seq = ?"), {other, qint64(1'000'000)});
            return done ? QStringLiteral("seq %1 and %2 exchanged").arg(seq).arg(other) : QString();
        }
        default: {
            const bool done = run(QStringLiteral("DELETE FROM journal WHERE seq >= ?"), {seq});
            return done ? QStringLiteral("cut from seq %1 on").arg(seq) : QString();
        }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_rig = std::make_unique<BackupRig>(99);
        QCOMPARE(m_rig->open(), QString());
        BackupOptions options = m_rig->options();
        {
            BackupKeeper keeper(m_rig->hub(), options);
            QTRY_VERIFY(m_rig->hub().backups().state().lastFullMs > 0);
            for (int i = 0; i < 40; ++i)
                QCOMPARE(m_rig->writeSomething(), QString());
        }
        FolderTarget target(m_rig->folder());
        const auto entries = target.list();
        QVERIFY(entries.ok());
        for (const BackupTarget::Entry &entry : *entries) {
            const auto head = target.head(entry.name);
            QVERIFY(head.ok());
            const auto more = recordcheck::anchorsOf(*head, entry.name.text());
            m_anchors.insert(m_anchors.end(), more.begin(), more.end());
        }
        m_rows = m_rig->number(QStringLiteral("SELECT count(*) FROM journal"));
        QVERIFY(m_rows > 40);
        QVERIFY(!m_anchors.empty());
    }

    void aSoundRecordIsSound()
    {
        auto database = sql::Database::open({copyOfIt(), sql::Access::ReadWrite});
        const auto findings = recordcheck::look(**database, m_anchors);
        QVERIFY(findings.ok());
        QCOMPARE(findings->problems, QStringList());
        QCOMPARE(findings->journal.rows, m_rows);
        QCOMPARE(findings->journal.anchors, qint64(m_anchors.size()));
        QVERIFY(journalcheck::tails(**database).ok());
    }

    void everyTamperingIsFound()
    {
        const QString sound = copyOfIt();
        auto database = sql::Database::open({sound, sql::Access::ReadWrite, sql::Synchronous::Off});
        QVERIFY(database.ok());
        std::map<int, int> kinds;
        for (int i = 0; i < 500; ++i) {
            auto transaction = sql::Transaction::begin(**database, sql::Transaction::Kind::Immediate);
            QVERIFY(transaction.ok());
            const QString what = tamper(**database, i % 4);
            QVERIFY(!what.isEmpty());
            const auto findings = journalcheck::all(**database, m_anchors);
            QVERIFY2(findings.ok(), qPrintable(what));
            QVERIFY2(!findings->problems.isEmpty(), qPrintable(what + QStringLiteral(" was not found")));
            ++kinds[i % 4];
            (*transaction)->rollback();
        }
        QCOMPARE(kinds[0], 125);
        QCOMPARE(kinds[3], 125);
        const auto findings = journalcheck::all(**database, m_anchors);
        QVERIFY(findings.ok());
        QCOMPARE(findings->problems, QStringList());
    }

    void withoutAnAnchorACutTailDoesNotShow()
    {
        // What the anchors are for: the chain alone is whole up to wherever it ends.
        auto database = sql::Database::open({copyOfIt(), sql::Access::ReadWrite});
        QVERIFY((*database)->run(QStringLiteral("DELETE FROM journal WHERE seq > ?"), {m_rows - 5}).ok());
        QCOMPARE(journalcheck::all(**database, {})->problems, QStringList());
        const auto findings = journalcheck::all(**database, m_anchors);
        QVERIFY(!findings->problems.isEmpty());
        QVERIFY2(findings->problems.front().contains(QStringLiteral("tail")), qPrintable(findings->problems.front()));
    }

    void theStartLooksAtTheTail()
    {
        auto database = sql::Database::open({copyOfIt(), sql::Access::ReadWrite});
        QVERIFY(
            (*database)->run(QStringLiteral("UPDATE journal SET actor = 'staff:9' WHERE seq = ?"), {m_rows - 1}).ok());
        QVERIFY(!journalcheck::tails(**database, 10).ok());
        QVERIFY((*database)->run(QStringLiteral("UPDATE journal SET actor = 'staff:9' WHERE seq = 2")).ok());
        QVERIFY(!journalcheck::tails(**database).ok());
    }
};

QTEST_GUILESS_MAIN(JournalTamperingTest)
#include "journaltamperingtest.moc"

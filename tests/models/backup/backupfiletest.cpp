// SPDX-License-Identifier: GPL-3.0-or-later
//
// The container of a backup: what goes in comes out, and whatever was done to a file it is refused with the reason.

#include "models/backup/backupfile.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace oshaq;

namespace {

QByteArray someBytes(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes(size, '\0');
    // Half of it repeats, as rows of a database do.
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i % 64 < 32 ? random.bounded(256) : i % 7);
    return bytes;
}

BackupHead aHead()
{
    BackupHead head;
    head.kind = BackupHead::Kind::Increment;
    head.chain = QStringLiteral("0123456789abcdef");
    head.incarnation = QStringLiteral("3w5e11264sgsf");
    head.epoch = QStringLiteral("4-ABCDEFGHIJKLM");
    head.schema = 25;
    head.first = 43;
    head.last = 57;
    head.fromMs = 1'768'473'000'123;
    head.toMs = 1'768'473'005'000;
    head.journal[1] = {900, QByteArray(32, 'h')};
    head.journalSeqs[1] = {880, 900};
    head.madeBy = QStringLiteral("0.1.0");
    return head;
}

} // namespace

class BackupFileTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<BackupSecret> m_secret;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    bool write(const QString &file, const QByteArray &content, BackupSecret &secret)
    {
        BackupHead head = aHead();
        const auto recipe = secret.newRecipe();
        if (!recipe)
            return false;
        head.key = *recipe;
        const auto key = secret.keyFor(*recipe);
        auto writer = BackupWriter::create(file, head, *key);
        if (!writer)
            return false;
        for (qsizetype at = 0; at < content.size(); at += 100'000) {
            if (!(*writer)->write(QByteArrayView(content).sliced(at, qMin(qsizetype(100'000), content.size() - at))))
                return false;
        }
        return (*writer)->finish().ok();
    }

    /// Everything that is in a file, or what is wrong with it.
    static Result<QByteArray> readAll(const QString &file, BackupSecret &secret)
    {
        auto reader = BackupReader::open(file, secret);
        if (!reader)
            return reader.error();
        QByteArray content;
        for (;;) {
            const auto over = (*reader)->atEnd();
            if (!over)
                return over.error();
            if (*over)
                return content;
            const auto byte = (*reader)->read(1);
            if (!byte)
                return byte.error();
            content += *byte;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(BackupSecret::makeKeyFile(path("key")).ok());
        QCOMPARE(BackupSecret::makeKeyFile(path("key")).error().code, ErrorCode::AlreadyExists);
        const auto secret = BackupSecret::fromKeyFile(path("key"));
        QVERIFY2(secret.ok(), qPrintable(secret.ok() ? QString() : secret.error().message));
        m_secret = *secret;
    }

    void headIsReadBack()
    {
        BackupHead head = aHead();
        head.key = *m_secret->newRecipe();
        const auto read = readBackupHead(backupHeadJson(head));
        QVERIFY(read.ok());
        QVERIFY(*read == head);
        head.key.from = KeyRecipe::From::Passphrase;
        head.key.opsLimit = 3;
        head.key.memoryBytes = qint64{1} << 54;
        const auto again = readBackupHead(backupHeadJson(head));
        QVERIFY(again.ok());
        QVERIFY(*again == head);
    }

    void contentIsReadBack_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65'535, 65'536, 65'537, 1'000'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void contentIsReadBack()
    {
        QFETCH(int, size);
        QRandomGenerator random(7);
        const QByteArray content = someBytes(random, size);
        QVERIFY(write(path("file"), content, *m_secret));
        const auto read = readAll(path("file"), *m_secret);
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().message));
        QVERIFY(*read == content);
        QCOMPARE(BackupReader::headOf(path("file"))->last, qint64(57));
        if (size > 100'000)
            QVERIFY2(QFileInfo(path("file")).size() < size * 7 / 10, "it was not compressed");
    }

    void nothingOfItCanBeRead()
    {
        const QByteArray content("the phone of a guest: +7 701 555 01 23");
        QVERIFY(write(path("file"), content.repeated(50), *m_secret));
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("phone"));
    }

    void anotherKeyIsToldFromADamagedFile()
    {
        QVERIFY(write(path("file"), "content", *m_secret));
        QVERIFY(BackupSecret::makeKeyFile(path("other")).ok());
        const auto other = BackupSecret::fromKeyFile(path("other"));
        const auto read = readAll(path("file"), **other);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::CredentialsWrong);
        QVERIFY2(read.error().message.contains(QStringLiteral("another key file")), qPrintable(read.error().message));
    }

    void passphraseOpensWhatItSealed()
    {
        const auto secret = BackupSecret::fromPassphrase("correct horse battery");
        QVERIFY(secret.ok());
        QVERIFY(write(path("file"), "content", **secret));
        const auto same = BackupSecret::fromPassphrase("correct horse battery");
        QCOMPARE(*readAll(path("file"), **same), QByteArray("content"));
        const auto other = BackupSecret::fromPassphrase("correct horse batterz");
        QCOMPARE(readAll(path("file"), **other).error().code, ErrorCode::CredentialsWrong);
        QVERIFY(!readAll(path("file"), *m_secret).ok());
        QVERIFY(!BackupSecret::fromPassphrase("short").ok());
    }

    void damageIsRefusedWithTheReason()
    {
        QRandomGenerator random(20261129);
        QByteArray content = someBytes(random, 300'000);
        QVERIFY(write(path("file"), content, *m_secret));
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sound = file.readAll();
        QVERIFY(readAll(path("file"), *m_secret).ok());
        std::map<QString, int> reasons;
        for (int i = 0; i < 200; ++i) {
            QByteArray damaged = sound;
            QString what;
            if (i % 4 == 3) {
                const qsizetype size = random.bounded(int(sound.size()));
                damaged.truncate(i == 3 ? sound.size() - 1 : size);
                what = QStringLiteral("cut to %1 of %2 bytes").arg(damaged.size()).arg(sound.size());
            } else {
                // A third of them in the head, which is a small part of the file.
                const int place = random.bounded(i % 4 == 0 ? 900 : int(sound.size()));
                const int bit = random.bounded(8);
                damaged[place] = char(damaged[place] ^ (1 << bit));
                what = QStringLiteral("bit %1 of byte %2 flipped").arg(bit).arg(place);
            }
            QFile into(path("damaged"));
            QVERIFY(into.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(into.write(damaged), damaged.size());
            into.close();
            const auto read = readAll(path("damaged"), *m_secret);
            QVERIFY2(!read.ok(), qPrintable(what + QStringLiteral(" was not noticed")));
            const QString &message = read.error().message;
            QVERIFY2(message.startsWith(QStringLiteral("The backup damaged is not used: ")), qPrintable(message));
            ++reasons[message.mid(32)];
        }
        for (const auto &[reason, count] : reasons)
            qInfo("%3d times: %s", count, qPrintable(reason));
        QVERIFY(reasons.size() >= 3);
    }

    void whatIsAppendedIsRefused()
    {
        QVERIFY(write(path("file"), "content", *m_secret));
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::Append));
        file.write("x");
        file.close();
        const auto read = readAll(path("file"), *m_secret);
        QVERIFY(!read.ok());
        QVERIFY(read.error().message.contains(QStringLiteral("appended")));
    }

    void partsOfAnotherFileAreRefused()
    {
        // Same key, same lengths: only the stream's own order tells them apart.
        QRandomGenerator random(3);
        const auto recipe = m_secret->newRecipe();
        QVERIFY(recipe.ok());
        QList<QByteArray> files;
        for (const char *name : {"one", "two"}) {
            BackupHead head = aHead();
            head.key = *recipe;
            auto writer = BackupWriter::create(path(name), head, *m_secret->keyFor(*recipe));
            QVERIFY(writer.ok());
            QByteArray noise(400'000, '\0');
            for (char &byte : noise)
                byte = char(random.bounded(256));
            QVERIFY((*writer)->write(noise).ok());
            QVERIFY((*writer)->finish().ok());
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            files << file.readAll();
        }
        QByteArray mixed = files[0].first(files[0].size() / 2) + files[1].sliced(files[0].size() / 2);
        QFile into(path("mixed"));
        QVERIFY(into.open(QIODevice::WriteOnly));
        into.write(mixed);
        into.close();
        QVERIFY(!readAll(path("mixed"), *m_secret).ok());
    }

    void anUnfinishedFileIsNone()
    {
        BackupHead head = aHead();
        head.key = *m_secret->newRecipe();
        {
            auto writer = BackupWriter::create(path("file"), head, *m_secret->keyFor(head.key));
            QVERIFY((*writer)->write(QByteArray(500'000, 'x')).ok());
        }
        const auto read = readAll(path("file"), *m_secret);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().message.contains(QStringLiteral("cut off")), qPrintable(read.error().message));
    }
};

QTEST_GUILESS_MAIN(BackupFileTest)
#include "backupfiletest.moc"

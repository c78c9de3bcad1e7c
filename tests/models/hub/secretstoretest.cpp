// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/secretstore.h"
#include "tests/support/hubfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What integrations know the other sides by.
class SecretStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsWhatItWasGiven();
    void theKeyIsForTheOwnerAlone();
    void aKeyOthersCouldReadIsClosed();
    void nothingIsInClear();
    void theDatabaseAloneGivesNothingAway();
    void aMovedOrChangedSecretDoesNotOpen();
    void refusesAFileThatIsNoKey_data();
    void refusesAFileThatIsNoKey();
    void saysWhenTheKeyCannotBeWritten();

private:
    QString keyFile() const { return SecretStore::keyFileIn(m_directory->path()); }
    Result<void> put(const QString &name, const QString &value)
    {
        return m_store->put(m_hub->database(), m_business.id, name, value, m_hub->nowMs);
    }
    Result<QString> get(const QString &name) { return m_store->get(m_hub->database(), m_business.id, name); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<HubFixture> m_hub;
    std::unique_ptr<SecretStore> m_store;
    FixtureBusiness m_business;
    const QString m_name = QStringLiteral("halyk.client_secret");
    const QString m_value = QStringLiteral("Жасырын-7f3a91");
};

void SecretStoreTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY(m_business.id > 0);
    m_store = std::make_unique<SecretStore>(m_directory->path());
}

void SecretStoreTest::cleanup()
{
    m_store.reset();
    m_hub.reset();
    m_directory.reset();
}

void SecretStoreTest::keepsWhatItWasGiven()
{
    sql::Database &database = m_hub->database();
    QCOMPARE(get(m_name).error().code, ErrorCode::NotFound);
    QVERIFY(!*m_store->has(database, m_business.id, m_name));
    QVERIFY(put(m_name, m_value));
    QVERIFY(put(QStringLiteral("smtp.password"), QStringLiteral("other")));
    QCOMPARE(*get(m_name), m_value);
    QVERIFY(*m_store->has(database, m_business.id, m_name));
    QCOMPARE(*m_store->names(database, m_business.id, QStringLiteral("halyk.")), QStringList{m_name});

    // Of this business alone.
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(m_store->get(database, other.id, m_name).error().code, ErrorCode::NotFound);

    // Replaced, and after a restart.
    QVERIFY(put(m_name, QStringLiteral("next")));
    m_store = std::make_unique<SecretStore>(m_directory->path());
    QCOMPARE(*get(m_name), QStringLiteral("next"));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM secrets")), 2);

    QVERIFY(m_store->remove(database, m_business.id, m_name));
    QCOMPARE(get(m_name).error().code, ErrorCode::NotFound);
}

void SecretStoreTest::theKeyIsForTheOwnerAlone()
{
    QVERIFY(!QFile::exists(keyFile())); // nothing is made before it is needed
    QVERIFY(put(m_name, m_value));
    QCOMPARE(QFileInfo(keyFile()).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                                   QFile::ReadOther | QFile::WriteOther | QFile::ExeOther),
             QFile::Permissions());
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("secrets.key")});
}

void SecretStoreTest::aKeyOthersCouldReadIsClosed()
{
    QVERIFY(put(m_name, m_value));
    QVERIFY(
        QFile::setPermissions(keyFile(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    m_store = std::make_unique<SecretStore>(m_directory->path());
    QCOMPARE(*get(m_name), m_value);
    QVERIFY(!(QFileInfo(keyFile()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void SecretStoreTest::nothingIsInClear()
{
    QVERIFY(put(m_name, m_value));
    QVERIFY(put(m_name + u'2', m_value));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(DISTINCT sealed) FROM secrets")), 2); // a nonce for each
    QByteArray bytes;
    for (const QString &end : {QString(), QStringLiteral("-wal")}) {
        QFile file(m_hub->database().path() + end);
        QVERIFY(file.open(QIODevice::ReadOnly));
        bytes += file.readAll();
    }
    QVERIFY(bytes.contains(m_name.toUtf8())); // it is this file
    QVERIFY(!bytes.contains(m_value.toUtf8()));
}

void SecretStoreTest::theDatabaseAloneGivesNothingAway()
{
    QVERIFY(put(m_name, m_value));
    sql::Database &database = m_hub->database();
    QVERIFY(m_store->readable(database, m_business.id, QStringLiteral("halyk.")));

    // A standby's directory: the record without the key, and then with a key of its own.
    QTemporaryDir elsewhere;
    SecretStore standby(elsewhere.path());
    for (int round = 0; round < 2; ++round) {
        const auto got = standby.get(database, m_business.id, m_name);
        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::NotConfigured);
        QVERIFY2(got.error().message.contains(QStringLiteral("secrets.key")), qPrintable(got.error().message));
        const auto readable = standby.readable(database, m_business.id, QStringLiteral("halyk."));
        QVERIFY(!readable);
        QCOMPARE(readable.error().message, got.error().message);
        if (round == 0)
            QVERIFY(standby.put(database, m_business.id, QStringLiteral("smtp.password"), QStringLiteral("x"), 1));
    }
    // What it was told itself it reads; and the other one's key makes it read the rest.
    QCOMPARE(*standby.get(database, m_business.id, QStringLiteral("smtp.password")), QStringLiteral("x"));
    QVERIFY(QFile::remove(SecretStore::keyFileIn(elsewhere.path())));
    QVERIFY(QFile::copy(keyFile(), SecretStore::keyFileIn(elsewhere.path())));
    SecretStore brought(elsewhere.path());
    QCOMPARE(*brought.get(database, m_business.id, m_name), m_value);
}

void SecretStoreTest::aMovedOrChangedSecretDoesNotOpen()
{
    QVERIFY(put(m_name, m_value));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QVERIFY(m_hub->execute(QStringLiteral("INSERT INTO secrets (business_id, name, key_id, sealed, updated_at)"
                                          " SELECT ?, name, key_id, sealed, 1 FROM secrets"),
                           {other.id}));
    QCOMPARE(m_store->get(m_hub->database(), other.id, m_name).error().code, ErrorCode::StorageUnavailable);
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE secrets SET name = 'smtp.password' WHERE business_id = ?"),
                           {m_business.id}));
    QCOMPARE(get(QStringLiteral("smtp.password")).error().code, ErrorCode::StorageUnavailable);
    QVERIFY(put(m_name, m_value));
    QVERIFY(m_hub->execute(
        QStringLiteral("UPDATE secrets SET sealed = substr(sealed, 1, length(sealed) - 1) WHERE name = ?"), {m_name}));
    const auto changed = get(m_name);
    QCOMPARE(changed.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(!changed.error().message.contains(m_value));
}

void SecretStoreTest::refusesAFileThatIsNoKey_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray("-----BEGIN PRIVATE KEY-----\n");
    QTest::newRow("short") << QByteArray("oshaq-secrets-1 AAAA\n");
    QTest::newRow("no base64") << QByteArray("oshaq-secrets-1 ***************************************\n");
}

void SecretStoreTest::refusesAFileThatIsNoKey()
{
    QFETCH(QByteArray, content);
    QFile file(keyFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto stored = put(m_name, m_value);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::StorageUnavailable);
    // It may be somebody's: it stays as it is.
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void SecretStoreTest::saysWhenTheKeyCannotBeWritten()
{
    SecretStore nowhere(m_directory->filePath(QStringLiteral("gone")));
    const auto stored = nowhere.put(m_hub->database(), m_business.id, m_name, m_value, 1);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::StorageUnavailable);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM secrets")), 0);
}

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "secretstoretest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Backups in a bucket: a real S3-compatible server from npm (s3rver) behind a door that computes every signature anew
// with botocore. Skipped, and says so, where one of them is not installed; ./dev test installs both.

#include "sync/integrations/backup/s3target.h"
#include "models/backup/durablefile.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

namespace {

QString serverProgram()
{
    return QStringLiteral(OSHAQ_S3_SERVER);
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

class S3TargetTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QProcess m_gate;
    S3Access m_access;

    QString writeFile(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        return durablefile::replace(path, content).ok() ? path : QString();
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static BackupName name(qint64 n)
    {
        return {BackupHead::Kind::Full, QStringLiteral("0123456789abcdef"), n, n, 1'768'473'000'000 + n * 1000};
    }
    void failNext(int count)
    {
        QTcpSocket socket;
        const QUrl url(m_access.endpoint);
        socket.connectToHost(url.host(), quint16(url.port()));
        QVERIFY(socket.waitForConnected());
        socket.write("POST /gate/fail?count=" + QByteArray::number(count) +
                     " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        QVERIFY(socket.waitForReadyRead());
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(serverProgram()))
            QSKIP("s3rver is not installed: ./dev test installs it with npm");
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral("import botocore")});
        if (!python.waitForFinished() || python.exitCode() != 0)
            QSKIP("python3-botocore is not installed");
        QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("s3"))));
        const quint16 port = freePort();
        // Its tokens of pages are made by DES, which OpenSSL 3 has among the old ones only.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NODE_OPTIONS"), QStringLiteral("--openssl-legacy-provider"));
        m_server.setProcessEnvironment(environment);
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(serverProgram(), {QStringLiteral("-d"), m_folder.filePath(QStringLiteral("s3")),
                                         QStringLiteral("-a"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                                         QString::number(port), QStringLiteral("--no-vhost-buckets"),
                                         QStringLiteral("--configure-bucket"), QStringLiteral("backups")});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += m_server.readAll()).contains("listening"), 30'000);
        m_gate.start(QStringLiteral("python3"),
                     {QStringLiteral(OSHAQ_S3_GATE), QString::number(port), QStringLiteral("S3RVER"),
                      QStringLiteral("S3RVER"), QStringLiteral("eu-central-1")});
        QVERIFY(m_gate.waitForStarted());
        QVERIFY(m_gate.waitForReadyRead(30'000));
        m_access.endpoint = QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(m_gate.readLine().trimmed());
        m_access.region = QStringLiteral("eu-central-1");
        m_access.bucket = QStringLiteral("backups");
        m_access.prefix = QStringLiteral("site/one/");
        m_access.accessKey = "S3RVER";
        m_access.secretKey = "S3RVER";
    }
    void cleanupTestCase()
    {
        for (QProcess *process : {&m_gate, &m_server}) {
            process->kill();
            process->waitForFinished();
        }
    }

    void filesComeBackAsTheyWere()
    {
        S3Target target(m_access);
        QRandomGenerator random(4);
        for (const int size : {0, 1, 70'000, 5'000'000}) {
            QByteArray content(size, '\0');
            for (char &byte : content)
                byte = char(random.bounded(256));
            const QString file = writeFile(QStringLiteral("up"), content);
            const auto put = target.put(file, name(size));
            QVERIFY2(put.ok(), qPrintable(put.ok() ? QString() : put.error().message));
            const auto got = target.get(name(size), m_folder.filePath(QStringLiteral("down")));
            QVERIFY2(got.ok(), qPrintable(got.ok() ? QString() : got.error().message));
            QVERIFY(contentOf(m_folder.filePath(QStringLiteral("down"))) == content);
        }
        const auto entries = target.list();
        QVERIFY2(entries.ok(), qPrintable(entries.ok() ? QString() : entries.error().message));
        QCOMPARE(entries->size(), size_t(4));
        for (const auto &entry : *entries) {
            QCOMPARE(entry.bytes, entry.name.last);
            QVERIFY(target.remove(entry.name).ok());
        }
        QCOMPARE(target.list()->size(), size_t(0));
        QVERIFY(target.remove(name(1)).ok());
    }

    void longListsComeInPages()
    {
        S3Target target(m_access);
        const QString file = writeFile(QStringLiteral("up"), "x");
        // One more than the service gives at once.
        for (int i = 1; i <= 1001; ++i)
            QVERIFY(target.put(file, name(i)).ok());
        const auto entries = target.list();
        QVERIFY2(entries.ok(), qPrintable(entries.ok() ? QString() : entries.error().message));
        QCOMPARE(entries->size(), size_t(1001));
    }

    void anotherFoldersFilesAreNotSeen()
    {
        S3Access other = m_access;
        other.prefix = QStringLiteral("site/");
        S3Target target(other);
        QCOMPARE(target.list()->size(), size_t(0));
    }

    void aWrongKeyIsSaid()
    {
        S3Access wrong = m_access;
        wrong.secretKey = "another";
        S3Target target(wrong);
        const auto listed = target.list();
        QVERIFY(!listed.ok());
        QVERIFY2(listed.error().message.contains(QStringLiteral("403 SignatureDoesNotMatch")),
                 qPrintable(listed.error().message));
        QVERIFY(!target.put(writeFile(QStringLiteral("up"), "x"), name(5000)).ok());
        wrong = m_access;
        wrong.region = QStringLiteral("us-east-1");
        S3Target elsewhere(wrong);
        QVERIFY(!elsewhere.list().ok());
    }

    void whatFailsIsAnErrorAndNoFile()
    {
        S3Target target(m_access);
        failNext(3);
        const auto put = target.put(writeFile(QStringLiteral("up"), "x"), name(6000));
        QVERIFY(!put.ok());
        QVERIFY2(put.error().message.contains(QStringLiteral("503 SlowDown")), qPrintable(put.error().message));
        QVERIFY(!target.list().ok());
        QVERIFY(!target.get(name(6000), m_folder.filePath(QStringLiteral("down"))).ok());
        const auto missing = target.get(name(6000), m_folder.filePath(QStringLiteral("down")));
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        S3Access nobody = m_access;
        nobody.endpoint = QStringLiteral("http://127.0.0.1:%1").arg(freePort());
        S3Target away(nobody);
        QVERIFY(!away.list().ok());
    }
};

QTEST_GUILESS_MAIN(S3TargetTest)
#include "s3targettest.moc"

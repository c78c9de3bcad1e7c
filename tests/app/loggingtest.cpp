// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkDatagram>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUdpSocket>

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace oshaq;

namespace {

Q_LOGGING_CATEGORY(lcTest, "oshaq.test")

QByteArray content(const QTemporaryDir &directory, const char *name)
{
    QFile file(directory.filePath(QStringLiteral("log/") + QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

LoggingOptions quiet(const QTemporaryDir &directory)
{
    LoggingOptions options;
    options.directory = directory.filePath(QStringLiteral("log"));
    options.warningsToStderr = false;
    return options;
}

class Chatter final : public QThread
{
public:
    explicit Chatter(std::function<void(const QByteArray &)> sink, int number)
        : m_sink(std::move(sink))
        , m_number(number)
    {}

protected:
    void run() override
    {
        for (int i = 0; i < 500; ++i) {
            m_sink("{\"n\":" + QByteArray::number(m_number * 1000 + i) + "}");
            qCInfo(lcTest, "line %d", m_number * 1000 + i);
        }
    }

private:
    std::function<void(const QByteArray &)> m_sink;
    int m_number;
};

} // namespace

class LoggingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAndAccessLines()
    {
        QTemporaryDir directory;
        {
            auto logging = Logging::start(quiet(directory));
            QVERIFY(logging.ok());
            qCInfo(lcTest) << "hello";
            qCWarning(lcTest, "two\nlines\x07");
            qCDebug(lcTest) << "not kept";
            qInfo("no category");
            (*logging)->accessSink()("{\"path\":\"/x\"}");
        }
        const QList<QByteArray> lines = content(directory, "oshaq.log").trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const QRegularExpression shape(
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z info oshaq\\.test: hello$"));
        QVERIFY2(shape.match(QString::fromUtf8(lines.at(0))).hasMatch(), lines.at(0).constData());
        QVERIFY2(lines.at(1).endsWith(" warning oshaq.test: two lines "), lines.at(1).constData());
        QVERIFY2(lines.at(2).endsWith("Z info no category"), lines.at(2).constData());
        QCOMPARE(content(directory, "access.log"), QByteArray("{\"path\":\"/x\"}\n"));
    }

    void nothingIsLostBetweenThreads()
    {
        QTemporaryDir directory;
        {
            auto logging = Logging::start(quiet(directory));
            QVERIFY(logging.ok());
            std::vector<std::unique_ptr<Chatter>> threads;
            for (int i = 0; i < 4; ++i) {
                threads.push_back(std::make_unique<Chatter>((*logging)->accessSink(), i));
                threads.back()->start();
            }
            for (const auto &thread : threads)
                QVERIFY(thread->wait());
            (*logging)->flush();
            QCOMPARE(content(directory, "access.log").count('\n'), 2000);
            QCOMPARE(content(directory, "oshaq.log").count('\n'), 2000);
        }
        QSet<QByteArray> different;
        for (const QByteArray &line : content(directory, "access.log").trimmed().split('\n'))
            different.insert(line);
        QCOMPARE(different.size(), 2000);
    }

    void rotates()
    {
        QTemporaryDir directory;
        LoggingOptions options = quiet(directory);
        options.maxFileBytes = 1000;
        options.files = 3;
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            const auto sink = (*logging)->accessSink();
            for (int i = 0; i < 100; ++i)
                sink(QByteArray(99, char('a' + i % 26)));
        }
        const QStringList files = QDir(options.directory).entryList({QStringLiteral("access*")}, QDir::Files);
        QCOMPARE(files.size(), 3);
        for (const QString &file : files)
            QVERIFY(QFileInfo(options.directory + u'/' + file).size() <= 1000);
    }

    void levels()
    {
        QTemporaryDir directory;
        LoggingOptions options = quiet(directory);
        options.level = QtWarningMsg;
        options.access = false;
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            QVERIFY(!(*logging)->accessSink());
            qCInfo(lcTest) << "not kept";
            qCWarning(lcTest) << "kept";
        }
        QVERIFY(!QFile::exists(options.directory + QStringLiteral("/access.log")));
        QCOMPARE(content(directory, "oshaq.log").count('\n'), 1);
        options.level = QtDebugMsg;
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            qCDebug(lcTest) << "kept now";
        }
        QCOMPARE(content(directory, "oshaq.log").count('\n'), 2);
    }

    void jsonLines()
    {
        QTemporaryDir directory;
        LoggingOptions options = quiet(directory);
        options.json = true;
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            qCInfo(lcTest) << "hello";
            qCWarning(lcTest, "quotes \" and \nlines");
        }
        const QList<QByteArray> lines = content(directory, "oshaq.log").trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first.value(QLatin1String("level")).toString(), QStringLiteral("info"));
        QCOMPARE(first.value(QLatin1String("category")).toString(), QStringLiteral("oshaq.test"));
        QCOMPARE(first.value(QLatin1String("message")).toString(), QStringLiteral("hello"));
        QVERIFY(first.value(QLatin1String("time")).toString().endsWith(u'Z'));
        // Warnings and worse once more, alone.
        QCOMPARE(content(directory, "error.log").trimmed(), lines[1]);
        QCOMPARE(QJsonDocument::fromJson(lines[1]).object().value(QLatin1String("message")).toString(),
                 QStringLiteral("quotes \" and  lines"));
    }

    void kindsHaveTheirFiles()
    {
        QTemporaryDir directory;
        LoggingOptions options = quiet(directory);
        options.audit = true;
        options.security = true;
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            (*logging)->accessSink()("{\"a\":1}");
            (*logging)->auditSink()("{\"b\":2}");
            (*logging)->securitySink()("{\"c\":3}");
            QCOMPARE((*logging)->droppedLines()(), 0);
        }
        QCOMPARE(content(directory, "access.log"), QByteArray("{\"a\":1}\n"));
        QCOMPARE(content(directory, "audit.log"), QByteArray("{\"b\":2}\n"));
        QCOMPARE(content(directory, "security.log"), QByteArray("{\"c\":3}\n"));
        QVERIFY(content(directory, "oshaq.log").isEmpty());
        LoggingOptions without = quiet(directory);
        auto logging = Logging::start(without);
        QVERIFY(logging.ok());
        QVERIFY(!(*logging)->auditSink());
        QVERIFY(!(*logging)->securitySink());
    }

    void nothingPersonalAndNoSecret()
    {
        QTemporaryDir directory;
        {
            auto logging = Logging::start(quiet(directory));
            QVERIFY(logging.ok());
            qCWarning(lcTest) << "mail to aigerim.s@example.kz failed, phone +7 701 123-45-67, +77011234567";
            qCWarning(lcTest) << "token obt_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg";
            qCWarning(lcTest) << "2 + 2 = 4 @ noon, order 20261129-1";
        }
        for (const char *file : {"oshaq.log", "error.log"}) {
            const QByteArray text = content(directory, file);
            for (const char *hidden : {"aigerim", "example.kz", "701", "1234567", "AbCdEf"})
                QVERIFY2(!text.contains(hidden), text.constData());
            QVERIFY2(text.contains("2 + 2 = 4 @ noon, order 20261129-1"), text.constData());
        }
    }

    void oldFilesGo()
    {
        QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkpath(QStringLiteral("log")));
        const auto make = [&](const char *name, int days) {
            QFile file(directory.filePath(QStringLiteral("log/") + QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write("x") == 1 && file.flush() &&
                   file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days), QFileDevice::FileModificationTime);
        };
        QVERIFY(make("access.1.log", 31) && make("access.2.log", 29) && make("oshaq.4.log", 400));
        QVERIFY(make("notes.txt", 400) && make("my.own.log", 400));
        LoggingOptions options = quiet(directory);
        options.keepDays = 30;
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            qCInfo(lcTest) << "hello";
        }
        const QStringList left = QDir(directory.filePath(QStringLiteral("log"))).entryList(QDir::Files, QDir::Name);
        QVERIFY(!left.contains(QStringLiteral("access.1.log")));
        QVERIFY(!left.contains(QStringLiteral("oshaq.4.log")));
        QVERIFY(left.contains(QStringLiteral("access.2.log")));
        // What is not ours is left alone.
        QVERIFY(left.contains(QStringLiteral("notes.txt")));
        QVERIFY(left.contains(QStringLiteral("my.own.log")));
    }

    void shipsToJournaldAndSyslog()
    {
        QTemporaryDir directory;
        QUdpSocket server;
        QVERIFY(server.bind(QHostAddress::LocalHost, 0));
        const QByteArray journalPath = QFile::encodeName(directory.filePath(QStringLiteral("journal")));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, journalPath.constData(), std::size_t(journalPath.size()));
        const int journal = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        QVERIFY(journal >= 0);
        QCOMPARE(::bind(journal, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);

        LoggingOptions options = quiet(directory);
        options.security = true;
        options.ship = {QStringLiteral("journald:") + QFile::decodeName(journalPath),
                        QStringLiteral("udp:127.0.0.1:%1").arg(server.localPort())};
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            qCCritical(lcTest) << "the disk is full";
            (*logging)->securitySink()("{\"status\":401}");
        }
        QByteArray datagram(4096, '\0');
        const auto read = ::recv(journal, datagram.data(), std::size_t(datagram.size()), MSG_DONTWAIT);
        ::close(journal);
        QVERIFY(read > 0);
        datagram.truncate(qsizetype(read));
        QVERIFY2(datagram.startsWith("MESSAGE={"), datagram.constData());
        QVERIFY2(datagram.contains("the disk is full"), datagram.constData());
        QVERIFY2(datagram.contains("\nPRIORITY=3\nSYSLOG_IDENTIFIER=oshaq\nOSHAQ_LOG=program\n"), datagram.constData());

        QTRY_VERIFY(server.hasPendingDatagrams());
        const QByteArray first = server.receiveDatagram().data();
        // RFC 5424: facility daemon (3) times eight plus severity error (3), version, time, host, program, process,
        // kind.
        static const QRegularExpression shape(
            QStringLiteral("^<27>1 \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\S+ oshaq \\d+ program - "
                           "\\{.*the disk is full"));
        QVERIFY2(shape.match(QString::fromUtf8(first)).hasMatch(), first.constData());
        QTRY_VERIFY(server.hasPendingDatagrams());
        const QByteArray second = server.receiveDatagram().data();
        QVERIFY2(second.startsWith("<28>1 ") && second.endsWith(" security - {\"status\":401}"), second.constData());
    }

    void wrongPlacesAreRefused()
    {
        for (const char *where :
             {"nowhere", "udp:localhost", "udp:log.example:514", "udp:127.0.0.1:0", "unix:", "tcp:1"}) {
            QTemporaryDir directory;
            LoggingOptions options = quiet(directory);
            options.ship = {QString::fromLatin1(where)};
            const auto logging = Logging::start(options);
            QVERIFY2(!logging.ok(), where);
            QCOMPARE(logging.error().code, ErrorCode::ValidationFailed);
        }
    }

    void nobodyToShipToIsNoHarm()
    {
        QTemporaryDir directory;
        LoggingOptions options = quiet(directory);
        options.ship = {QStringLiteral("unix:") + directory.filePath(QStringLiteral("nobody"))};
        {
            auto logging = Logging::start(options);
            QVERIFY(logging.ok());
            qCInfo(lcTest) << "hello";
        }
        QCOMPARE(content(directory, "oshaq.log").count('\n'), 1);
    }

    void sinksOutliveTheLog()
    {
        QTemporaryDir directory;
        std::function<void(const QByteArray &)> sink;
        {
            auto logging = Logging::start(quiet(directory));
            QVERIFY(logging.ok());
            sink = (*logging)->accessSink();
        }
        sink("too late");
        QCOMPARE(content(directory, "access.log"), QByteArray());
    }

    void directoriesThatCannotBeMade()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("log")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto logging = Logging::start(quiet(directory));
        QVERIFY(!logging.ok());
        QCOMPARE(logging.error().code, ErrorCode::StorageUnavailable);
    }
};

QTEST_GUILESS_MAIN(LoggingTest)
#include "loggingtest.moc"

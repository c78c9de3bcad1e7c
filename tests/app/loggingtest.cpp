// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/logging.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

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

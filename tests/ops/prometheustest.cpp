// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real Prometheus with the rules of deploy/monitoring scrapes a real hub that serves guests: every scrape is taken,
// the recording rules have values, and the alert for a hub that is gone fires and clears. Several scrapes; a minute of
// them with OSHAQ_LONG.

#include "tests/support/blockinghttp.h"
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrl>

#include <atomic>

using namespace oshaq::test;

namespace {

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Guests who look at the menu until they are told to go.
class Guests final : public QThread
{
public:
    explicit Guests(quint16 port)
        : m_port(port)
    {}
    ~Guests() override
    {
        m_stopping = true;
        wait();
    }

    int served() const { return m_served; }

protected:
    void run() override
    {
        BlockingHttp http(m_port);
        while (!m_stopping) {
            if (const auto answer = http.get("/api/v1/menu"); answer && answer->status == 200)
                ++m_served;
            // As people do, not as a load: the hub shares the machine with the rest of the tests.
            msleep(5);
        }
    }

private:
    const quint16 m_port;
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_served{0};
};

/// Prometheus on a free port of the loopback.
class PrometheusProcess
{
public:
    PrometheusProcess(QString program, QString directory)
        : m_program(std::move(program))
        , m_directory(std::move(directory))
    {}
    ~PrometheusProcess()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(20'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
    }

    bool start(const QString &config)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardOutputFile(logFile());
        m_process.start(m_program, {QStringLiteral("--config.file=") + config,
                                    QStringLiteral("--storage.tsdb.path=") + m_directory + QStringLiteral("/data"),
                                    QStringLiteral("--web.listen-address=127.0.0.1:0")});
        if (!m_process.waitForStarted())
            return false;
        static const QRegularExpression listening(QStringLiteral("\"Listening on\" address=127\\.0\\.0\\.1:([0-9]+)"));
        return QTest::qWaitFor(
            [this] {
                const auto match = listening.match(QString::fromUtf8(readAll(logFile())));
                m_port = quint16(match.captured(1).toInt());
                return m_port != 0;
            },
            60'000);
    }

    QByteArray log() const { return readAll(logFile()); }

    /// The results of an instant query.
    QJsonArray query(const char *expression) const
    {
        return ask("/api/v1/query?query=" + QUrl::toPercentEncoding(QString::fromLatin1(expression)))
            .value(QLatin1String("result"))
            .toArray();
    }

    double number(const char *expression) const
    {
        const QJsonArray results = query(expression);
        return results.isEmpty() ? -1 : results[0][QLatin1String("value")][1].toString().toDouble();
    }

    QJsonObject ask(const QByteArray &path) const
    {
        // By 1.0, so that long answers come whole and not in chunks.
        const QByteArray answer =
            BlockingHttp(m_port).raw("GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n", 10'000);
        const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
        return QJsonDocument::fromJson(body).object().value(QLatin1String("data")).toObject();
    }

    QString alertState(const QString &name) const
    {
        for (const QJsonValue &alert : ask("/api/v1/alerts").value(QLatin1String("alerts")).toArray()) {
            if (alert[QLatin1String("labels")][QLatin1String("alertname")].toString() == name)
                return alert[QLatin1String("state")].toString();
        }
        return {};
    }

private:
    QString logFile() const { return m_directory + QStringLiteral("/prometheus.log"); }

    const QString m_program;
    const QString m_directory;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

class PrometheusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrapesAHubAtWork()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("prometheus"));
        if (program.isEmpty())
            QSKIP("Prometheus is not installed (Debian: prometheus)");
        const int scrapes = qEnvironmentVariableIsSet("OSHAQ_LONG") ? 60 : 5;
        QTemporaryDir directory;
        OshaqdProcess hub(directory.filePath(QStringLiteral("hub")));
        QString problem = hub.init();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        problem = hub.importSampleMenu();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        problem = hub.start({}, {QStringLiteral("--set"), QStringLiteral("limits.rate=off")});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));

        const QString rules = directory.filePath(QStringLiteral("rules"));
        QVERIFY(QDir().mkpath(rules));
        for (const char *name : {"recording.yml", "alerts.yml"}) {
            const QByteArray text =
                readAll(QStringLiteral(OSHAQ_SOURCE_DIR "/deploy/monitoring/rules/") + QLatin1String(name));
            QVERIFY(!text.isEmpty());
            // The same rules; what holds for a minute there holds for a second here.
            QVERIFY(write(rules + u'/' + QLatin1String(name), QByteArray(text).replace("for: 1m\n", "for: 1s\n")));
        }
        const QString token = directory.filePath(QStringLiteral("token"));
        QVERIFY(write(token, hub.businessToken()));
        const QString config = directory.filePath(QStringLiteral("prometheus.yml"));
        QVERIFY(write(config, "global:\n  scrape_interval: 1s\n  scrape_timeout: 1s\n  evaluation_interval: 1s\n"
                              "rule_files:\n  - rules/*.yml\n"
                              "scrape_configs:\n  - job_name: oshaq\n    authorization:\n      credentials_file: " +
                                  token.toUtf8() + "\n    static_configs:\n      - targets: [\"127.0.0.1:" +
                                  QByteArray::number(hub.port()) + "\"]\n"));
        Guests guests(hub.port());
        guests.start();
        PrometheusProcess prometheus(program, directory.path());
        QVERIFY2(prometheus.start(config), prometheus.log().constData());

        const QByteArray taken = "count_over_time(oshaq_build_info[10m])";
        QTRY_VERIFY2_WITH_TIMEOUT(prometheus.number(taken.constData()) >= scrapes, prometheus.log().constData(),
                                  180'000);
        QCOMPARE(prometheus.number("up"), 1.0);
        QCOMPARE(prometheus.number("min_over_time(up[10m])"), 1.0);
        QVERIFY(prometheus.number("scrape_samples_scraped") > 100);
        QVERIFY(guests.served() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            prometheus.number("oshaq_http_requests_total{route=\"/api/v1/menu\",status=\"200\"}") > 0, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(prometheus.number("oshaq:http_requests:rate5m") > 0, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(prometheus.number("oshaq:http_error_ratio:5m"), 0.0, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(prometheus.number("oshaq:http_latency_seconds:p95_5m") > 0, 60'000);

        // Every rule is one that this Prometheus evaluates.
        const QJsonArray groups = prometheus.ask("/api/v1/rules").value(QLatin1String("groups")).toArray();
        int healthy = 0;
        for (const QJsonValue &group : groups) {
            for (const QJsonValue &rule : group[QLatin1String("rules")].toArray()) {
                QVERIFY2(rule[QLatin1String("health")].toString() != QLatin1String("err"),
                         qPrintable(rule[QLatin1String("lastError")].toString()));
                ++healthy;
            }
        }
        QVERIFY(healthy >= 50);

        // The hub is gone, and comes back.
        QCOMPARE(prometheus.alertState(QStringLiteral("OshaqDown")), QString());
        hub.kill();
        QTRY_COMPARE_WITH_TIMEOUT(prometheus.alertState(QStringLiteral("OshaqDown")), QStringLiteral("firing"), 60'000);
        problem = hub.start({}, {QStringLiteral("--set"), QStringLiteral("limits.rate=off")});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QTRY_COMPARE_WITH_TIMEOUT(prometheus.alertState(QStringLiteral("OshaqDown")), QString(), 60'000);
        qInfo("%d scrapes, %d answers to guests, %d rules", int(prometheus.number(taken.constData())), guests.served(),
              healthy);
    }
};

QTEST_GUILESS_MAIN(PrometheusTest)
#include "prometheustest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// What deploy/monitoring holds: rules that promtool takes, alerts that fire on their fault and clear, and no name of a
// metric, in a rule or on a dashboard, that /metrics does not print.

#include "tests/support/apiharness.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

const QString monitoring = QStringLiteral(OSHAQ_SOURCE_DIR "/deploy/monitoring/");

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QString &folder, const QString &pattern)
{
    QStringList paths;
    const QDir directory(monitoring + folder);
    for (const QString &name : directory.entryList({pattern}, QDir::Files, QDir::Name))
        paths << directory.filePath(name);
    return paths;
}

QSet<QString> matches(const QString &text, const QString &pattern)
{
    QSet<QString> found;
    auto all = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (all.hasNext())
        found.insert(all.next().captured(1));
    return found;
}

/// Metrics that an expression reads: ours by their prefix, and those of the process.
QSet<QString> metricsOf(const QString &expression)
{
    QString plain = expression;
    // What stands in quotes is a label's value.
    plain.remove(QRegularExpression(QStringLiteral("\"[^\"]*\"")));
    return matches(plain, QStringLiteral("\\b((?:oshaq|process)_[a-z0-9_]+)\\b"));
}

QSet<QString> recordedIn(const QString &rules)
{
    return matches(rules, QStringLiteral("- record: (\\S+)$"));
}

/// Every "expr" below a value of a dashboard.
void collectExpressions(const QJsonValue &value, QStringList *all)
{
    if (value.isArray()) {
        for (const QJsonValue &one : value.toArray())
            collectExpressions(one, all);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == QLatin1String("expr"))
            all->append(it.value().toString());
        else
            collectExpressions(it.value(), all);
    }
}

} // namespace

class MonitoringTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        TestSiteOptions without;
        without.server = false;
        TestSite site(without);
        QVERIFY2(site.start(), qPrintable(site.problem()));
        ApiOptions options = ApiHarness::withoutLimits();
        const qint64 now = site.hub().clock().nowMs();
        options.backups = [now] { return std::optional(BackupStanding{now, now, true}); };
        options.droppedLogLines = [] { return qint64{0}; };
        options.tracer = std::make_shared<Tracer>();
        ApiHarness api(site, options);
        IntegrationHealth health;
        site.hub().integrations().note(1, IntegrationKind::Halyk, health);
        const ApiAnswer answer = api.get("/metrics", site.business().token);
        QCOMPARE(answer.status, 200);
        const QString text = QString::fromUtf8(answer.body);
        m_printed = matches(text, QStringLiteral("^# TYPE (\\S+) (?:counter|gauge)$"));
        for (const QString &name : matches(text, QStringLiteral("^# TYPE (\\S+) histogram$"))) {
            for (const char *suffix : {"_bucket", "_sum", "_count"})
                m_printed.insert(name + QLatin1String(suffix));
        }
        QVERIFY(m_printed.size() > 60);
        for (const QString &path : filesIn(QStringLiteral("rules"), QStringLiteral("*.yml")))
            m_rules += QString::fromUtf8(readAll(path));
    }

    void rulesReadWhatIsPrinted()
    {
        const QSet<QString> recorded = recordedIn(m_rules);
        QVERIFY(recorded.size() >= 10);
        const QSet<QString> expressions = matches(m_rules, QStringLiteral("^ +expr: (.*)$"));
        QVERIFY(expressions.size() > 50);
        for (const QString &expression : expressions) {
            for (const QString &name : metricsOf(expression))
                QVERIFY2(m_printed.contains(name), qPrintable(name + QStringLiteral(" in ") + expression));
            for (const QString &name : matches(expression, QStringLiteral("\\b(oshaq:[a-z0-9_]+:[a-z0-9_]+)\\b")))
                QVERIFY2(recorded.contains(name), qPrintable(name + QStringLiteral(" in ") + expression));
        }
    }

    void everyAlertIsTestedAndExplained()
    {
        QString tests;
        for (const QString &path : filesIn(QStringLiteral("tests"), QStringLiteral("*.yml")))
            tests += QString::fromUtf8(readAll(path));
        const QString guide =
            QString::fromUtf8(readAll(QStringLiteral(OSHAQ_SOURCE_DIR "/docs/operations/incidents.md")));
        const QSet<QString> alerts = matches(m_rules, QStringLiteral("- alert: (\\S+)$"));
        QVERIFY(alerts.size() >= 40);
        for (const QString &alert : alerts) {
            // Once with somebody told, once with nobody.
            const QString name = QRegularExpression::escape(alert);
            QVERIFY2(tests.contains(QRegularExpression(
                         QStringLiteral("alertname: %1\\s+eval_time: \\S+\\s+exp_alerts:\\s+- exp_labels").arg(name))),
                     qPrintable(alert + QStringLiteral(" never fires in a test")));
            QVERIFY2(tests.contains(QRegularExpression(
                         QStringLiteral("alertname: %1\\s+eval_time: \\S+\\s+exp_alerts: \\[\\]").arg(name))),
                     qPrintable(alert + QStringLiteral(" never clears in a test")));
            QVERIFY2(guide.contains(QStringLiteral("### ") + alert + u'\n'),
                     qPrintable(alert + QStringLiteral(" is not in the guide")));
        }
    }

    void promtoolTakesTheRules()
    {
        QStringList arguments{QStringLiteral("check"), QStringLiteral("rules"), QStringLiteral("--lint-fatal")};
        arguments += filesIn(QStringLiteral("rules"), QStringLiteral("*.yml"));
        run(arguments);
    }

    void alertsFireAndClear_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &path : filesIn(QStringLiteral("tests"), QStringLiteral("*.yml")))
            QTest::newRow(qPrintable(QFileInfo(path).baseName())) << path;
    }

    void alertsFireAndClear()
    {
        QFETCH(QString, file);
        run({QStringLiteral("test"), QStringLiteral("rules"), file});
    }

    void dashboardsReadWhatIsPrinted_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"business", "operations", "security", "kitchen"})
            QTest::newRow(name) << monitoring + QStringLiteral("dashboards/oshaq-%1.json").arg(QLatin1String(name));
    }

    void dashboardsReadWhatIsPrinted()
    {
        QFETCH(QString, file);
        QJsonParseError problem;
        const QJsonObject dashboard = QJsonDocument::fromJson(readAll(file), &problem).object();
        QCOMPARE(problem.error, QJsonParseError::NoError);
        QVERIFY(!dashboard.value(QLatin1String("uid")).toString().isEmpty());
        const QJsonArray panels = dashboard.value(QLatin1String("panels")).toArray();
        QVERIFY(panels.size() >= 6);
        QSet<int> ids;
        for (const QJsonValue &panel : panels) {
            QVERIFY(!panel[QLatin1String("title")].toString().isEmpty());
            ids.insert(panel[QLatin1String("id")].toInt());
        }
        QCOMPARE(ids.size(), panels.size());
        QStringList expressions;
        collectExpressions(dashboard.value(QLatin1String("panels")), &expressions);
        QVERIFY(expressions.size() >= panels.size());
        const QSet<QString> recorded = recordedIn(m_rules);
        for (const QString &expression : expressions) {
            for (const QString &name : metricsOf(expression))
                QVERIFY2(m_printed.contains(name), qPrintable(name + QStringLiteral(" in ") + expression));
            for (const QString &name : matches(expression, QStringLiteral("\\b(oshaq:[a-z0-9_]+:[a-z0-9_]+)\\b")))
                QVERIFY2(recorded.contains(name), qPrintable(name + QStringLiteral(" in ") + expression));
        }
        parsedByPrometheus(expressions);
    }

private:
    void run(const QStringList &arguments)
    {
        const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP("promtool is not installed (Debian: prometheus)");
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, arguments);
        QVERIFY(process.waitForStarted());
        QVERIFY(process.waitForFinished(300'000));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
    }

    /// As rules of a file, because promtool checks nothing smaller.
    void parsedByPrometheus(const QStringList &expressions)
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("dashboard.yml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray rules = "groups:\n  - name: dashboard\n    rules:\n";
        int number = 0;
        for (QString expression : expressions) {
            // What Grafana puts in.
            expression.replace(QLatin1String("$__range"), QLatin1String("1h"));
            rules += "      - record: panel_" + QByteArray::number(++number) + "\n        expr: '" +
                     expression.replace(QLatin1String("'"), QLatin1String("''")).toUtf8() + "'\n";
        }
        file.write(rules);
        file.close();
        run({QStringLiteral("check"), QStringLiteral("rules"), QStringLiteral("--lint=none"), file.fileName()});
    }

    QSet<QString> m_printed;
    QString m_rules;
};

QTEST_GUILESS_MAIN(MonitoringTest)
#include "monitoringtest.moc"

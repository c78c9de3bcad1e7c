// SPDX-License-Identifier: GPL-3.0-or-later
//
// What /metrics says after things happened, and that its form is one that Prometheus takes.

#include "models/hub/systemalarms.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// The value of a sample by its name with labels; empty when it is not there.
QByteArray sample(const QByteArray &text, const QByteArray &name)
{
    const QByteArray start = '\n' + name + ' ';
    const qsizetype at = text.indexOf(start);
    if (at < 0)
        return {};
    const qsizetype begin = at + start.size();
    return text.mid(begin, text.indexOf('\n', begin) - begin);
}

} // namespace

class MetricsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestSiteOptions options;
        options.server = false;
        m_site = std::make_unique<TestSite>(options);
        QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    }

    void requestsByRouteAndStatus()
    {
        ApiHarness api(*m_site);
        api.get("/api/v1/menu");
        api.get("/api/v1/user/orders");
        api.get("/api/v1/nothing");
        const QByteArray text = metrics(api);
        QCOMPARE(sample(text, "oshaq_http_requests_total{method=\"GET\",route=\"/api/v1/menu\",status=\"200\"}"),
                 QByteArray("1"));
        QCOMPARE(sample(text, "oshaq_http_requests_total{method=\"GET\",route=\"/api/v1/user/orders\",status=\"401\"}"),
                 QByteArray("1"));
        QCOMPARE(sample(text, "oshaq_http_requests_total{method=\"\",route=\"\",status=\"404\"}"), QByteArray("1"));
        QCOMPARE(sample(text, "oshaq_http_request_seconds_count{method=\"GET\",route=\"/api/v1/menu\"}"),
                 QByteArray("1"));
        QCOMPARE(sample(text, "oshaq_http_request_seconds_bucket{method=\"GET\",route=\"/api/v1/menu\",le=\"+Inf\"}"),
                 QByteArray("1"));
    }

    void ordersMoneyAndCommits()
    {
        ApiHarness api(*m_site);
        const TestBusiness &business = m_site->business();
        const int batches = sample(metrics(api), "oshaq_writer_batch_commands_count").toInt();
        const ApiAnswer made =
            api.call("POST", "/api/v1/user/orders/create", business.guestToken, pickupBody(business.item("Soup")));
        QCOMPARE(made.status, 201);
        const QByteArray id = QByteArray::number(made.data().value(QLatin1String("order_id")).toInteger());
        QByteArray text = metrics(api);
        QCOMPARE(sample(text, "oshaq_orders{business=\"1\",status=\"New\"}"), QByteArray("1"));
        QCOMPARE(sample(text, "oshaq_day_orders{business=\"1\"}"), QByteArray("1"));
        QCOMPARE(sample(text, "oshaq_day_revenue{business=\"1\",currency=\"KZT\"}"), QByteArray("0"));
        QVERIFY(sample(text, "oshaq_writer_batch_commands_count").toInt() > batches);
        QVERIFY(sample(text, "oshaq_writer_commit_seconds_count").toInt() > 0);
        for (const char *status : {"2", "3", "4", "6"}) {
            QCOMPARE(api.call("PATCH", "/api/v1/business/orders/" + id + "/status", business.token,
                              QByteArray("{\"status\":") + status + '}')
                         .status,
                     200);
        }
        text = metrics(api);
        QCOMPARE(sample(text, "oshaq_orders{business=\"1\",status=\"Completed\"}"), QByteArray("1"));
        // Exactly as money is written everywhere: never through floating point.
        QCOMPARE(sample(text, "oshaq_day_revenue{business=\"1\",currency=\"KZT\"}"), QByteArray("12.95"));
    }

    void readsAreNoCommitsThatWrote()
    {
        ApiHarness api(*m_site);
        const QByteArray writes = sample(metrics(api), "oshaq_writer_commit_seconds_count");
        QCOMPARE(api.get("/health/ready").status, 200);
        QCOMPARE(api.get("/health/ready").status, 200);
        // An empty transaction costs no fsync, so it says nothing about the disk.
        QCOMPARE(sample(metrics(api), "oshaq_writer_commit_seconds_count"), writes);
    }

    void paintedIsAHistogram()
    {
        ApiHarness api(*m_site);
        const TestBusiness &business = m_site->business();
        const ApiAnswer made =
            api.call("POST", "/api/v1/user/orders/create", business.guestToken, pickupBody(business.item("Soup")));
        const QByteArray id = QByteArray::number(made.data().value(QLatin1String("order_id")).toInteger());
        const QByteArray kitchen = business.terminalTokens.at(Role::Kitchen);
        const QByteArray body = "{\"tickets\":[{\"order_id\":" + id + "}]}";
        QCOMPARE(api.call("POST", "/api/v1/business/painted", kitchen, body).status, 200);
        QCOMPARE(sample(metrics(api), "oshaq_painted_seconds_count"), QByteArray("1"));
        // The second acknowledgement of one ticket measures nothing.
        QCOMPARE(api.call("POST", "/api/v1/business/painted", kitchen, body).status, 200);
        QCOMPARE(sample(metrics(api), "oshaq_painted_seconds_count"), QByteArray("1"));
    }

    void failedSignIns()
    {
        ApiHarness api(*m_site);
        QCOMPARE(sample(metrics(api), "oshaq_sign_in_failures_total{reason=\"wrong\"}"), QByteArray("0"));
        const ApiAnswer refused =
            api.call("POST", "/api/v1/auth/staff", {}, "{\"login\":\"nobody\",\"password\":\"wrong password\"}");
        QVERIFY2(refused.status == 401, refused.verdict());
        QCOMPARE(sample(metrics(api), "oshaq_sign_in_failures_total{reason=\"wrong\"}"), QByteArray("1"));
        QCOMPARE(m_site->hub().signInFailures().since(0), 1);
    }

    void backupsOnlyWhereThereAreSome()
    {
        {
            ApiHarness api(*m_site);
            QVERIFY(!metrics(api).contains("oshaq_backup_"));
        }
        const qint64 now = m_site->hub().clock().nowMs();
        ApiOptions options = ApiHarness::withoutLimits();
        options.backups = [now] { return std::optional(BackupStanding{now - 90'000, now - 3'600'000, false}); };
        ApiHarness api(*m_site, options);
        const QByteArray text = metrics(api);
        QVERIFY(sample(text, "oshaq_backup_age_seconds").toDouble() >= 90);
        QVERIFY(sample(text, "oshaq_backup_check_age_seconds").toDouble() >= 3'600);
        QCOMPARE(sample(text, "oshaq_backup_check_good"), QByteArray("0"));
    }

    void alarmsOfTheHub()
    {
        ApiHarness api(*m_site);
        QVERIFY(!metrics(api).contains("oshaq_system_alarm{"));
        WriteCommand command;
        command.principal.kind = Principal::Kind::System;
        command.run = [](WriteContext &context) {
            return systemwrites::reconcile(context, nullptr, 1, {{SystemProblem::OutboxStuck, u"print\"ing"_qs, 20, 0}},
                                           0);
        };
        QVERIFY(m_site->hub().writer().submitAndWait(std::move(command)));
        // A label's value may hold anything.
        QCOMPARE(sample(metrics(api),
                        "oshaq_system_alarm{business=\"1\",code=\"outbox_stuck\",subject=\"print\\\"ing\","
                        "severity=\"warning\"}"),
                 QByteArray("1"));
    }

    void promtoolTakesIt()
    {
        const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP("promtool is not installed (Debian: prometheus)");
        ApiHarness api(*m_site);
        api.get("/api/v1/menu");
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
        QVERIFY(check.waitForStarted());
        check.write(metrics(api));
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished(60'000));
        const QByteArray said = check.readAll();
        QVERIFY2(check.exitStatus() == QProcess::NormalExit && check.exitCode() == 0, said.constData());
        QVERIFY2(said.trimmed().isEmpty(), said.constData());
    }

    void managersAndIntegrationsOnly()
    {
        ApiHarness api(*m_site);
        const TestBusiness &business = m_site->business();
        QCOMPARE(api.get("/metrics").status, 401);
        QCOMPARE(api.get("/metrics", business.guestToken).status, 403);
        QCOMPARE(api.get("/metrics", business.terminalTokens.at(Role::Kitchen)).status, 403);
    }

private:
    QByteArray metrics(ApiHarness &api)
    {
        const ApiAnswer answer = api.get("/metrics", m_site->business().token);
        return answer.status == 200 ? answer.body : QByteArray();
    }

    std::unique_ptr<TestSite> m_site;
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metricstest.moc"

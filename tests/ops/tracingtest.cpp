// SPDX-License-Identifier: GPL-3.0-or-later
//
// One trace from a phone's request over the commit and the feed to the ticket on a screen, as a collector gets it.

#include "sync/integrations/tracing/traceexporter.h"
#include "tests/support/apiharness.h"
#include "tests/sync/integrations/hookreceiver.h"

#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr auto phone = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
const QString phoneTrace = QStringLiteral("4bf92f3577b34da6a3ce929d0e0e4736");
const QString phoneSpan = QStringLiteral("00f067aa0ba902b7");

/// Every span that a collector got.
QJsonArray spansOf(const HookReceiver &collector)
{
    QJsonArray all;
    for (const HookReceiver::Hook &hook : collector.hooks) {
        for (const QJsonValue &resource : hook.json.value(QLatin1String("resourceSpans")).toArray()) {
            for (const QJsonValue &scope : resource[QLatin1String("scopeSpans")].toArray()) {
                for (const QJsonValue &span : scope[QLatin1String("spans")].toArray())
                    all.append(span);
            }
        }
    }
    return all;
}

QJsonObject spanIn(const QJsonArray &spans, const QString &trace, const QString &name)
{
    for (const QJsonValue &span : spans) {
        if (span[QLatin1String("traceId")].toString() == trace && span[QLatin1String("name")].toString() == name)
            return span.toObject();
    }
    return {};
}

QString attribute(const QJsonObject &span, const char *key)
{
    for (const QJsonValue &one : span.value(QLatin1String("attributes")).toArray()) {
        if (one[QLatin1String("key")].toString() == QLatin1String(key)) {
            const QJsonValue value = one[QLatin1String("value")];
            return value[QLatin1String("stringValue")].toString() + value[QLatin1String("intValue")].toString();
        }
    }
    return {};
}

qint64 nanoseconds(const QJsonObject &span, const char *key)
{
    return span.value(QLatin1String(key)).toString().toLongLong();
}

} // namespace

class TracingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestSiteOptions options;
        options.server = false;
        m_site = std::make_unique<TestSite>(options);
        QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
        m_options = ApiHarness::withoutLimits();
        m_options.tracer = std::make_shared<Tracer>();
    }

    void fromThePhoneToTheScreen()
    {
        HookReceiver collector;
        QVERIFY(collector.listen());
        const TestBusiness &business = m_site->business();
        {
            ApiHarness api(*m_site, m_options);
            const auto made = api.call("POST", "/api/v1/user/orders/create", business.guestToken,
                                       pickupBody(business.item("Soup")), {{"traceparent", phone}});
            QCOMPARE(made.status, 201);
            // The caller learns under which span it was done.
            const auto answered = TraceContext::fromTraceparent(made.header("traceparent"));
            QVERIFY(answered);
            QCOMPARE(QString::fromLatin1(answered->traceId), phoneTrace);
            const QByteArray id = QByteArray::number(made.data().value(QLatin1String("order_id")).toInteger());
            QCOMPARE(api.call("POST", "/api/v1/business/painted", business.terminalTokens.at(Role::Kitchen),
                              "{\"tickets\":[{\"order_id\":" + id + "}]}")
                         .status,
                     200);
        }
        TraceExporterOptions exporting;
        exporting.endpoint = "http://127.0.0.1:" + QByteArray::number(collector.port());
        exporting.token = "collector-secret";
        exporting.resource.version = QStringLiteral("9.9");
        exporting.flushMs = 5;
        TraceExporter exporter(m_options.tracer, exporting);
        QTRY_VERIFY(!spanIn(spansOf(collector), phoneTrace, QStringLiteral("painted")).isEmpty());
        const HookReceiver::Hook &request = collector.hooks.front();
        QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer collector-secret"));
        const QJsonObject resource =
            request.json.value(QLatin1String("resourceSpans"))[0][QLatin1String("resource")].toObject();
        QCOMPARE(attribute(resource, "service.name"), QStringLiteral("oshaq"));
        QCOMPARE(attribute(resource, "service.version"), QStringLiteral("9.9"));

        const QJsonArray spans = spansOf(collector);
        const QJsonObject server = spanIn(spans, phoneTrace, QStringLiteral("POST /api/v1/user/orders/create"));
        QCOMPARE(server.value(QLatin1String("parentSpanId")).toString(), phoneSpan);
        QCOMPARE(server.value(QLatin1String("kind")).toInt(), 2);
        QCOMPARE(attribute(server, "http.response.status_code"), QStringLiteral("201"));
        const QString serverSpan = server.value(QLatin1String("spanId")).toString();
        QCOMPARE(serverSpan.size(), 16);
        const QJsonObject command = spanIn(spans, phoneTrace, QStringLiteral("command"));
        QCOMPARE(command.value(QLatin1String("parentSpanId")).toString(), serverSpan);
        const QJsonObject commit = spanIn(spans, phoneTrace, QStringLiteral("commit"));
        QCOMPARE(commit.value(QLatin1String("parentSpanId")), command.value(QLatin1String("spanId")));
        const QJsonObject painted = spanIn(spans, phoneTrace, QStringLiteral("painted"));
        QCOMPARE(painted.value(QLatin1String("parentSpanId")).toString(), serverSpan);
        QVERIFY(!attribute(painted, "oshaq.terminal_id").isEmpty());
        QVERIFY(!attribute(painted, "oshaq.acknowledged_by_trace").isEmpty());
        // In the order in which they happened; whole numbers of nanoseconds.
        QVERIFY(nanoseconds(server, "startTimeUnixNano") > 1'700'000'000'000'000'000);
        QVERIFY(nanoseconds(server, "startTimeUnixNano") <= nanoseconds(commit, "startTimeUnixNano"));
        QVERIFY(nanoseconds(commit, "endTimeUnixNano") <= nanoseconds(server, "endTimeUnixNano"));
        QCOMPARE(nanoseconds(painted, "startTimeUnixNano"), nanoseconds(commit, "endTimeUnixNano"));

        // Nothing of the guest, of a token or of the body goes out.
        for (const HookReceiver::Hook &hook : collector.hooks) {
            QVERIFY(!hook.body.contains(business.guestToken));
            QVERIFY(!hook.body.contains("item_id"));
        }
    }

    void refusalsSayWhy()
    {
        ApiHarness api(*m_site, m_options);
        QCOMPARE(api.get("/api/v1/user/orders", {}, {{"traceparent", phone}}).status, 401);
        const auto spans = m_options.tracer->take(100, 0);
        QCOMPARE(spans.size(), std::size_t(1));
        QVERIFY(spans[0].texts.contains({"error.type", "UNAUTHENTICATED"}));
        QVERIFY(!spans[0].failed); // the hub did what it should
    }

    void unsampledCallersCostNothing()
    {
        ApiHarness api(*m_site, m_options);
        const QByteArray unsampled = QByteArray(phone).left(53) + "00";
        const auto answer = api.get("/api/v1/menu", {}, {{"traceparent", unsampled}});
        QCOMPARE(answer.status, 200);
        QVERIFY(m_options.tracer->take(100, 0).empty());
    }

    void aDeadCollectorIsCounted()
    {
        HookReceiver collector;
        QVERIFY(collector.listen());
        collector.mood = HookReceiver::Mood::Fails;
        TraceExporterOptions exporting;
        exporting.endpoint = "http://127.0.0.1:" + QByteArray::number(collector.port());
        exporting.flushMs = 5;
        TraceExporter exporter(m_options.tracer, exporting);
        TraceSpan span;
        span.name = "lost";
        m_options.tracer->add(span);
        QTRY_COMPARE(m_options.tracer->counts().dropped, quint64(1));
        QCOMPARE(m_options.tracer->counts().taken, quint64(0));
        // It takes them again, and the next one arrives.
        collector.mood = HookReceiver::Mood::Takes;
        m_options.tracer->add(span);
        QTRY_COMPARE(m_options.tracer->counts().taken, quint64(1));
    }

    void withoutATracerNothingChanges()
    {
        ApiHarness api(*m_site, ApiHarness::withoutLimits());
        const auto answer = api.get("/api/v1/menu", {}, {{"traceparent", phone}});
        QCOMPARE(answer.header("traceparent"), QByteArray(phone));
    }

private:
    std::unique_ptr<TestSite> m_site;
    ApiOptions m_options;
};

QTEST_GUILESS_MAIN(TracingTest)
#include "tracingtest.moc"

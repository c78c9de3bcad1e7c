// SPDX-License-Identifier: GPL-3.0-or-later
//
// docs/api.md is what the route table says, and the pages about the API are served as they should be.
#include "sync/server/openapi.h"
#include "tests/support/apiharness.h"
#include "tests/support/contractcases.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

class ApiDocumentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageIsWhatTheTableSays();
    void sameNameIsTheSameShape();
    void pageForPeopleIsStrict();
};

void ApiDocumentTest::pageIsWhatTheTableSays()
{
    int checks = 0;
    for (const int version : {1, 2}) {
        const QByteArray document = openapi::document(RouteTable::routes(), version);
        checks += int(contractCases(QJsonDocument::fromJson(document).object()).size());
    }
    const QByteArray page = openapi::permissionPage(RouteTable::routes(), checks);
    QFile file(QStringLiteral(OSHAQ_SOURCE_DIR "/docs/api.md"));
    if (qEnvironmentVariableIsSet("OSHAQ_UPDATE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page);
        file.close();
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY2(kept == page, "docs/api.md is not what the route table says: run this test with OSHAQ_UPDATE_DOCS=1");
}

void ApiDocumentTest::sameNameIsTheSameShape()
{
    std::map<QByteArray, QByteArray> shapes;
    for (const Route &route : RouteTable::routes()) {
        if (!route.output.schema)
            continue;
        const QByteArray shape = schemaJson(*route.output.schema);
        const auto known = shapes.emplace(route.output.name, shape).first;
        QVERIFY2(route.isWebSocket || known->second == shape, route.name);
    }
}

void ApiDocumentTest::pageForPeopleIsStrict()
{
    TestSiteOptions options;
    options.server = false;
    TestSite site(options);
    QVERIFY2(site.start(), qPrintable(site.problem()));
    ApiHarness api(site);
    const ApiAnswer page = api.get("/docs");
    QCOMPARE(page.status, 200);
    QCOMPARE(page.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
    const QByteArray policy = page.header("Content-Security-Policy");
    QVERIFY2(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
    // The policy would forbid them: nothing inline, nothing from elsewhere.
    QVERIFY(!page.body.contains("<style") && !page.body.contains(" style=") && !page.body.contains(" onclick"));
    QVERIFY(!page.body.contains("http://") && !page.body.contains("https://"));
    for (const auto &[path, type] :
         {std::pair{"/docs/docs.css", "text/css; charset=utf-8"}, {"/docs/docs.js", "text/javascript; charset=utf-8"}}) {
        const ApiAnswer part = api.get(path);
        QCOMPARE(part.status, 200);
        QCOMPARE(part.header("Content-Type"), QByteArray(type));
        QVERIFY(part.body.size() > 1000);
    }
}

QTEST_GUILESS_MAIN(ApiDocumentTest)
#include "apidocumenttest.moc"

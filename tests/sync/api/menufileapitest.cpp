// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/csv.h"
#include "tests/support/apiharness.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// The menu as a file, in and out through the API.
class MenuFileApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void imports();
    void dryRuns();
    void badRowsByPlace();
    void theHubsRefusalsByPlace();
    void columnsByName();
    void exportComesBackUnchanged();
    void formulasAreHarmless();
    void wrongRequests();
    void whoMay();
    void repeatsUnderOneKey();

private:
    ApiAnswer import(const QByteArray &csv, const QByteArray &query = {}, Headers headers = {})
    {
        headers.append(qMakePair(QByteArray("content-type"), QByteArray("text/csv; charset=utf-8")));
        return m_api->call("POST", "/api/v1/business/items/import" + query, m_token, csv, std::move(headers));
    }
    QByteArray exported() { return m_api->get("/api/v1/business/items/export", m_token).body; }
    static QStringList details(const ApiAnswer &answer)
    {
        QStringList paths;
        for (const QJsonValue &detail :
             answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray())
            paths.append(detail.toObject().value(QLatin1String("path")).toString());
        return paths;
    }
    static qint64 number(const ApiAnswer &answer, const char *name)
    {
        return answer.data().value(QLatin1String(name)).toInteger(-1);
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_token;
};

void MenuFileApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_token = m_site->business().terminalTokens.at(Role::Manager);
}

void MenuFileApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void MenuFileApiTest::imports()
{
    const auto done = import("name,category,price,allergens,colour\r\nЧай,Drinks,1.5,\"milk; Milk;nuts\",red\r\n");
    QVERIFY2(done.status == 200, done.body);
    QCOMPARE(number(done, "rows"), 1);
    QCOMPARE(number(done, "categories_created"), 1);
    QCOMPARE(number(done, "items_created"), 1);
    QCOMPARE(done.data().value(QLatin1String("ignored_columns")).toArray(), QJsonArray{QStringLiteral("colour")});
    const auto found = m_api->get("/api/v1/business/items?q=%D1%87%D0%B0%D0%B9", m_token).list();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().toObject().value(QLatin1String("allergens")).toArray(),
             QJsonArray({QStringLiteral("milk"), QStringLiteral("nuts")}));
    QVERIFY(m_api->get("/api/v1/menu").body.contains("Drinks"));
    // Without the column they stay.
    QCOMPARE(number(import("name,category,price\nЧай,Drinks,1.5\n"), "items_unchanged"), 1);
}

void MenuFileApiTest::dryRuns()
{
    const auto before = m_site->allRowCounts();
    const QByteArray csv = "name,category,price,station\nTea,Drinks,1.5,Bar\nSoup,Food,13,\n";
    const auto dry = import(csv, "?dry_run=true", {{"idempotency-key", "one"}});
    QVERIFY2(dry.status == 200, dry.body);
    QCOMPARE(dry.data().value(QLatin1String("dry_run")).toBool(), true);
    QCOMPARE(number(dry, "items_created"), 1);
    QCOMPARE(m_site->allRowCounts(), before);
    // Nobody heard of it, and its key is still good.
    const auto real = import(csv, {}, {{"idempotency-key", "one"}});
    QVERIFY2(real.status == 200, real.body);
    QCOMPARE(real.data().value(QLatin1String("dry_run")).toBool(), false);
    QCOMPARE(number(real, "items_created"), number(dry, "items_created"));
    QCOMPARE(number(real, "items_updated"), number(dry, "items_updated"));
    QVERIFY(m_site->allRowCounts() != before);
}

void MenuFileApiTest::badRowsByPlace()
{
    const auto before = m_site->allRowCounts();
    const auto refused = import("name,category,price,quantity_step,prep_seconds,options\n" // 1
                                "Good,Food,1,,,\n"                                         // 2
                                ",Food,1,,,\n"                                             // 3
                                "Tea,Food,-1,,,\n"                                         // 4
                                "Tea,Food,1.999,0.0001,x,Size\n"                           // 5
                                "Tea,Food\n"                                               // 6
                                "\"Bell\u0007\",Food,1,,,\n"                               // 7
                                "Good,Food,2,,,\n");                                       // 8
    QCOMPARE(refused.verdict(), QByteArray("422 VALIDATION_FAILED"));
    const QStringList places = details(refused);
    for (const char *place : {"line 3, name", "line 4, price", "line 5, price", "line 5, quantity_step",
                              "line 5, prep_seconds", "line 5, options", "line 7, name", "line 8, name"})
        QVERIFY2(places.contains(QLatin1String(place)), qPrintable(QLatin1String(place) + places.join(u'|')));
    QVERIFY(places.filter(QStringLiteral("line 6")).size() == 1);
    QVERIFY(places.filter(QStringLiteral("line 2,")).isEmpty());
    QCOMPARE(m_site->allRowCounts(), before);
    // So does a dry run.
    QCOMPARE(details(import("name,category,price\n,Food,1\n", "?dry_run=true")),
             QStringList{QStringLiteral("line 2, name")});
    QCOMPARE(import("name,category,price\n").status, 422);
    // As spreadsheets of half of the world save it; a comma is then a part of the text.
    QCOMPARE(number(import("name;category;price\n\"Tea, green\";Food;1\n", "?dry_run=true"), "items_created"), 1);
    QCOMPARE(import("name|category|price\nTea|Food|1\n").status, 422);
    QByteArray many = "name,category,price\n";
    for (int i = 0; i < 500; ++i)
        many += ",Food,1\n";
    const auto cut = import(many);
    QCOMPARE(details(cut).size(), 100);
    QVERIFY(cut.body.contains("500 places"));
}

void MenuFileApiTest::theHubsRefusalsByPlace()
{
    const auto refused = import("name,category,price\nTea,Food,1\n" + QByteArray(300, 'x') + ",Food,1\n");
    QCOMPARE(refused.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(details(refused), QStringList{QStringLiteral("line 3, name")});
}

void MenuFileApiTest::columnsByName()
{
    const QByteArray csv = "what,kind,cost\nTea,Drinks,1.5\n";
    QCOMPARE(import(csv).status, 422);
    const auto done = import(csv, "?map=name%3Dwhat,category%3Dkind,price%3Dcost");
    QVERIFY2(done.status == 200, done.body);
    QCOMPARE(number(done, "items_created"), 1);
    QCOMPARE(details(import(csv, "?map=nonsense")), QStringList{QStringLiteral("map")});
}

void MenuFileApiTest::exportComesBackUnchanged()
{
    QCOMPARE(m_api
                 ->call("POST", "/api/v1/business/items", m_token,
                        "{\"category_id\":" + QByteArray::number(m_site->business().catalog.categories.front().id) +
                            ",\"name\":\"=HYPERLINK(\\\"x\\\")\",\"description\":\"-5 +6\\nsecond, \\\"line\\\"\","
                            "\"price\":1.25,\"quantity_step\":0.125,\"prep_seconds\":90,\"external_id\":\"@id\","
                            "\"allergens\":[\"gluten\",\"nuts\"],\"option_groups\":[{\"name\":\"+A: b;c|d\",\"min\":0,"
                            "\"max\":2,\"options\":[{\"name\":\"x +1\",\"price\":2.5},{\"name\":\"y\",\"price\":0}]}]}")
                 .status,
             201);
    const auto answer = m_api->get("/api/v1/business/items/export", m_token);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), QByteArray("text/csv; charset=utf-8"));
    QVERIFY(answer.header("Content-Disposition").contains("menu.csv"));
    const auto before = m_site->allRowCounts();
    const auto back = import(answer.body);
    QVERIFY2(back.status == 200, back.body);
    QCOMPARE(number(back, "rows"), 6);
    QCOMPARE(number(back, "items_unchanged"), 6);
    QVERIFY(back.data().value(QLatin1String("ignored_columns")).toArray().isEmpty());
    QCOMPARE(m_site->allRowCounts(), before);
    QCOMPARE(exported(), answer.body);
    // Into a hub that has none of it.
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    const auto theirs =
        m_api->call("POST", "/api/v1/business/items/import", other->token, answer.body, {{"content-type", "text/csv"}});
    QCOMPARE(number(theirs, "items_created"), 1);
    QCOMPARE(number(theirs, "items_unchanged"), 5);
}

void MenuFileApiTest::formulasAreHarmless()
{
    const QByteArray names[] = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0"};
    for (const QByteArray &name : names) {
        QCOMPARE(m_api
                     ->call("POST", "/api/v1/business/items", m_token,
                            "{\"category_id\":" + QByteArray::number(m_site->business().catalog.categories.front().id) +
                                ",\"name\":\"" + name + "\",\"price\":1}")
                     .status,
                 201);
    }
    const CsvTable table = parseCsv(exported());
    QVERIFY(table.problems.empty());
    int guarded = 0;
    for (const CsvRow &row : table.rows) {
        for (const QString &field : row.fields) {
            QVERIFY2(field.isEmpty() || !QStringLiteral("=+-@\t\r").contains(field.front()), qPrintable(field));
            guarded += field.startsWith(u'\'') ? 1 : 0;
        }
    }
    QCOMPARE(guarded, int(std::size(names)));
}

void MenuFileApiTest::wrongRequests()
{
    QCOMPARE(import({}).verdict(), QByteArray("400 BAD_REQUEST"));
    QCOMPARE(m_api->call("POST", "/api/v1/business/items/import", m_token, "{}").verdict(),
             QByteArray("415 UNSUPPORTED_MEDIA_TYPE"));
    QCOMPARE(import("\xff\xfe,category,price\n").status, 422);
    QCOMPARE(import("name,category,price\n", "?dry_run=1").status, 422);
    QCOMPARE(import(QByteArray(2 * 1024 * 1024, 'x')).verdict(), QByteArray("413 PAYLOAD_TOO_LARGE"));
    QCOMPARE(m_api->call("DELETE", "/api/v1/business/items/export", m_token).status, 405);
}

void MenuFileApiTest::whoMay()
{
    const QByteArray csv = "name,category,price\nTea,Drinks,1\n";
    for (const auto &[role, token] : m_site->business().terminalTokens) {
        const int status = role == Role::Manager ? 200 : 403;
        QCOMPARE(m_api->get("/api/v1/business/items/export", token).status, status);
        QCOMPARE(
            m_api->call("POST", "/api/v1/business/items/import", token, csv, {{"content-type", "text/csv"}}).status,
            status);
    }
}

void MenuFileApiTest::repeatsUnderOneKey()
{
    const QByteArray csv = "name,category,price\nTea,Drinks,1\n";
    const Headers key{{"idempotency-key", "one"}};
    QCOMPARE(number(import(csv, {}, key), "items_created"), 1);
    const auto again = import(csv, {}, key);
    QVERIFY2(again.status == 200, again.body);
    QVERIFY(again.data().value(QLatin1String("items_created")).isNull());
    QCOMPARE(import(csv + "Cola,Drinks,2\n", {}, key).verdict(), QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
}

QTEST_GUILESS_MAIN(MenuFileApiTest)
#include "menufileapitest.moc"

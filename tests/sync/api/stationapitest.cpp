// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Stations and terminals through the API.
class StationApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stations();
    void usedStationsStay();
    void terminals();
    void terminalsThatGo();
    void tokensRotate();
    void managersMakeNoOwners();
    void tokensAreShownOnce();
    void anotherBusinessSeesNothing();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body = {}, Headers headers = {})
    {
        return m_api->call(method, "/api/v1/business/" + path, m_token, body, std::move(headers));
    }
    /// Its id and token.
    std::pair<QByteArray, QByteArray> makeTerminal(const QByteArray &role)
    {
        const auto made = send("POST", "terminals", "{\"name\":\"New screen\",\"role\":\"" + role + "\"}");
        const QJsonObject terminal = made.data().value(QLatin1String("terminal")).toObject();
        return {QByteArray::number(terminal.value(QLatin1String("terminal_id")).toInteger()),
                made.data().value(QLatin1String("access_token")).toString().toLatin1()};
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_token;
};

void StationApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_token = m_site->business().token;
}

void StationApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void StationApiTest::stations()
{
    const auto made = send("POST", "stations", "{\"name\":\"Bar\",\"soon_seconds\":60,\"late_seconds\":120}");
    QVERIFY2(made.status == 201, made.body);
    const QByteArray path =
        "stations/" + QByteArray::number(made.data().value(QLatin1String("station_id")).toInteger());
    QCOMPARE(made.header("Location"), "/api/v1/business/" + path);
    QCOMPARE(send("PATCH", path, "{\"late_seconds\":30,\"version\":1}").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(send("PATCH", path, "{\"late_seconds\":300}").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(send("PATCH", path, "{\"late_seconds\":300,\"version\":2}").verdict(), QByteArray("412 VERSION_STALE"));
    const auto changed = send("PATCH", path, "{\"late_seconds\":300,\"position\":5}", {{"if-match", "\"1\""}});
    QVERIFY2(changed.status == 200, changed.body);
    QCOMPARE(changed.data().value(QLatin1String("late_seconds")).toInteger(), 300);
    QCOMPARE(send("GET", path).data(), changed.data());
    QCOMPARE(send("GET", "stations").list().last().toObject(), changed.data());
    QCOMPARE(send("DELETE", path, {}, {{"if-match", "\"1\""}}).status, 412);
    QCOMPARE(send("DELETE", path).status, 200);
    QCOMPARE(send("GET", path).status, 404);
    for (const auto &[role, token] : m_site->business().terminalTokens) {
        QCOMPARE(m_api->get("/api/v1/business/stations", token).status, 200);
        const bool mayEdit = role == Role::Manager;
        QCOMPARE(m_api->call("POST", "/api/v1/business/stations", token, "{\"name\":\"Bar\"}").status,
                 mayEdit ? 201 : 403);
    }
}

void StationApiTest::usedStationsStay()
{
    const auto cold = m_site->business().catalog.findItem(m_site->business().item("Apples"))->stationId;
    const QByteArray path = "stations/" + QByteArray::number(cold.value_or(0));
    const auto refused = send("DELETE", path);
    QCOMPARE(refused.verdict(), QByteArray("409 STILL_IN_USE"));
    QVERIFY2(refused.body.contains("1 items"), refused.body);
    const auto [screen, token] = makeTerminal("kitchen");
    QCOMPARE(send("PATCH", "terminals/" + screen, "{\"station_id\":" + path.mid(9) + ",\"version\":1}").status, 200);
    QVERIFY(send("DELETE", path).body.contains("1 terminals"));
    QCOMPARE(send("DELETE", "items/" + QByteArray::number(m_site->business().item("Apples"))).status, 200);
    QCOMPARE(send("DELETE", path).status, 409);
    QCOMPARE(send("PATCH", "terminals/" + screen, "{\"station_id\":null,\"version\":2}").status, 200);
    QCOMPARE(send("DELETE", path).status, 200);
    for (const QJsonValue &station : send("GET", "stations").list()) {
        const QByteArray last =
            "stations/" + QByteArray::number(station.toObject().value(QLatin1String("station_id")).toInteger());
        QCOMPARE(send("DELETE", last).verdict(), QByteArray("409 STILL_IN_USE"));
    }
}

void StationApiTest::terminals()
{
    const auto [id, token] = makeTerminal("kitchen");
    QVERIFY(token.startsWith("ott_"));
    QCOMPARE(m_api->get("/api/v1/business/orders", token).status, 200);
    QCOMPARE(m_api->get("/api/v1/business/terminals", token).status, 403);
    const auto before = send("GET", "terminals/" + id);
    QCOMPARE(before.data().value(QLatin1String("role")).toString(), QStringLiteral("kitchen"));
    QVERIFY(!before.body.contains(token));
    QCOMPARE(send("PATCH", "terminals/" + id, "{\"role\":\"guest\",\"version\":1}").status, 422);
    QCOMPARE(send("PATCH", "terminals/" + id, "{\"name\":\"Till\",\"role\":\"manager\",\"version\":2}").verdict(),
             QByteArray("412 VERSION_STALE"));
    const auto changed = send("PATCH", "terminals/" + id, "{\"name\":\"Till\",\"role\":\"manager\",\"version\":1}");
    QVERIFY2(changed.status == 200, changed.body);
    QCOMPARE(changed.data().value(QLatin1String("letter")), before.data().value(QLatin1String("letter")));
    // The new role holds for the token that is out there.
    QCOMPARE(m_api->get("/api/v1/business/terminals", token).status, 200);
    QCOMPARE(send("PATCH", "terminals/" + id, "{\"role\":\"courier\",\"version\":2}").status, 200);
    QCOMPARE(m_api->get("/api/v1/business/terminals", token).status, 403);
}

void StationApiTest::terminalsThatGo()
{
    const auto [id, token] = makeTerminal("kitchen");
    const QString letter = send("GET", "terminals/" + id).data().value(QLatin1String("letter")).toString();
    const int count = int(send("GET", "terminals").list().size());
    QCOMPARE(send("DELETE", "terminals/" + id).status, 200);
    QCOMPARE(m_api->get("/api/v1/business/orders", token).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(send("GET", "terminals/" + id).status, 404);
    QCOMPARE(send("GET", "terminals").list().size(), count - 1);
    const auto [next, nextToken] = makeTerminal("kitchen");
    QVERIFY(send("GET", "terminals/" + next).data().value(QLatin1String("letter")).toString() != letter);
}

void StationApiTest::tokensRotate()
{
    const auto [id, token] = makeTerminal("kitchen");
    const auto rotated = send("POST", "terminals/" + id + "/token", "{\"overlap_seconds\":600}");
    QVERIFY2(rotated.status == 201, rotated.body);
    const QByteArray second = rotated.data().value(QLatin1String("access_token")).toString().toLatin1();
    QVERIFY(!rotated.data().value(QLatin1String("old_tokens_end_at")).isNull());
    for (const QByteArray &one : {token, second})
        QCOMPARE(m_api->get("/api/v1/business/orders", one).status, 200);
    const auto last = send("POST", "terminals/" + id + "/token");
    QVERIFY2(last.status == 201, last.body);
    QVERIFY(last.data().value(QLatin1String("old_tokens_end_at")).isNull());
    for (const QByteArray &one : {token, second})
        QCOMPARE(m_api->get("/api/v1/business/orders", one).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(send("POST", "terminals/" + id + "/token", "{\"overlap_seconds\":90000}").status, 422);
}

void StationApiTest::managersMakeNoOwners()
{
    const auto [owners, ownersToken] = makeTerminal("owner");
    m_token = m_site->business().terminalTokens.at(Role::Manager);
    QCOMPARE(send("POST", "terminals", "{\"name\":\"Mine\",\"role\":\"owner\"}").verdict(),
             QByteArray("403 FORBIDDEN"));
    const auto [id, token] = makeTerminal("manager");
    QCOMPARE(send("PATCH", "terminals/" + id, "{\"role\":\"owner\",\"version\":1}").verdict(),
             QByteArray("403 FORBIDDEN"));
    QCOMPARE(send("POST", "terminals/" + owners + "/token").verdict(), QByteArray("403 FORBIDDEN"));
    QCOMPARE(send("DELETE", "terminals/" + owners).verdict(), QByteArray("403 FORBIDDEN"));
    QCOMPARE(m_api->get("/api/v1/business/orders", ownersToken).status, 200);
}

void StationApiTest::tokensAreShownOnce()
{
    // A key stores no secret: the same request under the same key makes another terminal with another token.
    const Headers key{{"idempotency-key", "one"}};
    const auto one = send("POST", "terminals", "{\"name\":\"Screen\",\"role\":\"kitchen\"}", key);
    const auto two = send("POST", "terminals", "{\"name\":\"Screen\",\"role\":\"kitchen\"}", key);
    QCOMPARE(two.status, 201);
    QVERIFY(one.data().value(QLatin1String("access_token")) != two.data().value(QLatin1String("access_token")));
    const QByteArray token = one.data().value(QLatin1String("access_token")).toString().toLatin1();
    QVERIFY(!send("GET", "terminals").body.contains(token));
    for (const QByteArray &line : m_api->log())
        QVERIFY(!line.contains(token));
}

void StationApiTest::anotherBusinessSeesNothing()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const QByteArray station = "stations/" + QByteArray::number(other->catalog.stations.front().id);
    const QByteArray terminal = "terminals/" + QByteArray::number(other->terminalIds.at(Role::Kitchen));
    const auto before = m_site->allRowCounts();
    for (const QByteArray &path : {station, terminal}) {
        QCOMPARE(send("GET", path).verdict(), QByteArray("404 NOT_FOUND"));
        QCOMPARE(send("PATCH", path, "{\"name\":\"Mine\",\"version\":1}").verdict(), QByteArray("404 NOT_FOUND"));
        QCOMPARE(send("DELETE", path).verdict(), QByteArray("404 NOT_FOUND"));
    }
    QCOMPARE(send("POST", terminal + "/token").verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(
        send("POST", "terminals", "{\"name\":\"X\",\"role\":\"kitchen\",\"station_id\":" + station.mid(9) + '}').status,
        422);
    QCOMPARE(m_site->allRowCounts(), before);
    QCOMPARE(m_api->get("/api/v1/business/orders", other->terminalTokens.at(Role::Kitchen)).status, 200);
}

QTEST_GUILESS_MAIN(StationApiTest)
#include "stationapitest.moc"

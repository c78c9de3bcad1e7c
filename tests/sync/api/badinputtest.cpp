// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Each kind of bad input gets its status code and error code, says where it is wrong, and writes nothing at all.
class BadInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isRefused_data();
    void isRefused();
    void saysEveryWrongPlace();
    void refusedKeysAreFreeAfterValidation();

private:
    QByteArray filled(QByteArray text) const;

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    qint64 m_newOrder = 0;
    qint64 m_readyOrder = 0;
    qint64 m_readyLine = 0;
};

void BadInputTest::initTestCase()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    const TestBusiness &business = m_site->business();
    QVERIFY(m_site->addBusiness(QStringLiteral("Other Place")));

    const auto place = [&] {
        return m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, pickupBody(business.item("Soup")))
            .data();
    };
    m_newOrder = place().value(QLatin1String("order_id")).toInteger();
    const QJsonObject ready = place();
    m_readyOrder = ready.value(QLatin1String("order_id")).toInteger();
    m_readyLine =
        ready.value(QLatin1String("items")).toArray()[0].toObject().value(QLatin1String("order_item_id")).toInteger();
    for (const char *status : {"2", "3", "4"}) {
        QCOMPARE(m_api
                     ->call("PATCH", filled("/api/v1/business/orders/READY/status"), business.token,
                            "{\"status\":" + QByteArray(status) + "}")
                     .status,
                 200);
    }
    QVERIFY(m_newOrder > 0 && m_readyOrder > 0 && m_readyLine > 0);
    // A key that was used, to be used again with another body.
    QCOMPARE(m_api
                 ->call("POST", "/api/v1/user/orders/create", business.guestToken, pickupBody(business.item("Bread")),
                        {{"idempotency-key", "used"}})
                 .status,
             201);
}

void BadInputTest::cleanupTestCase()
{
    m_api.reset();
    m_site.reset();
}

/// NEW, READY, LINE and the names of items in capitals stand for their ids.
QByteArray BadInputTest::filled(QByteArray text) const
{
    const TestBusiness &business = m_site->business();
    text.replace("NEW", QByteArray::number(m_newOrder));
    text.replace("READY", QByteArray::number(m_readyOrder));
    text.replace("LINE", QByteArray::number(m_readyLine));
    for (const char *name : {"Soup", "Plov", "Apples", "Oyster"})
        text.replace(QByteArray(name).toUpper(), QByteArray::number(business.item(name)));
    text.replace("LARGE", QByteArray::number(business.option("Large")));
    text.replace("SMALL", QByteArray::number(business.option("Small")));
    text.replace("EPOCH", m_site->hub().epoch().toLatin1());
    return text;
}

void BadInputTest::isRefused_data()
{
    QTest::addColumn<QByteArray>("who"); // business, guest, kitchen, courier, none, or a token
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header"); // "name: value"
    QTest::addColumn<QByteArray>("verdict");

    const QByteArray create = "POST /api/v1/user/orders/create";
    const QByteArray status = "PATCH /api/v1/business/orders/NEW/status";
    const QByteArray lines = "PATCH /api/v1/business/orders/READY/lines";
    const QByteArray list = "GET /api/v1/business/orders";
    const QByteArray invalid = "422 VALIDATION_FAILED";
    const auto add = [](const char *name, const QByteArray &who, const QByteArray &request, const QByteArray &body,
                        const QByteArray &verdict, const QByteArray &header = {}) {
        QTest::newRow(name) << who << request << body << header << verdict;
    };
    const auto order = [](const QByteArray &line, const QByteArray &rest = "\"fulfilment\":\"pickup\"") {
        return "{" + rest + ",\"items\":[" + line + "]}";
    };

    // the request itself
    add("malformed JSON", "guest", create, "{\"fulfilment\":", "400 MALFORMED_JSON");
    add("trailing comma", "guest", create, "{\"fulfilment\":\"pickup\",}", "400 MALFORMED_JSON");
    add("two members of one name", "guest", create,
        "{\"fulfilment\":\"pickup\",\"fulfilment\":\"pickup\",\"items\":[]}", "400 MALFORMED_JSON");
    add("something behind the value", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1}") + " x",
        "400 MALFORMED_JSON");
    add("broken UTF-8", "guest", create, "{\"note\":\"\xff\"}", "400 MALFORMED_JSON");
    add("half a surrogate", "guest", create, "{\"note\":\"\\ud800\"}", "400 MALFORMED_JSON");
    add("nested too deeply", "guest", create, QByteArray(100'000, '['), "400 MALFORMED_JSON");
    add("an empty body", "guest", create, {}, "400 MALFORMED_JSON");
    add("a form", "guest", create, "fulfilment=pickup", "415 UNSUPPORTED_MEDIA_TYPE",
        "content-type: application/x-www-form-urlencoded");
    add("a media type that only begins like it", "guest", create, "{}", "415 UNSUPPORTED_MEDIA_TYPE",
        "content-type: application/jsonp");
    add("a body on a GET", "business", list, "{}", "400 BAD_REQUEST");
    add("dot segments", "business", "GET /api/v1/business/../menu", {}, "400 BAD_REQUEST");
    add("encoded dot segments", "business", "GET /api/v1/business/%2e%2e/menu", {}, "400 BAD_REQUEST");
    add("broken encoding in the path", "business", "GET /api/v1/%zz", {}, "400 BAD_REQUEST");
    add("broken encoding in the query", "business", list + "?status=%f", {}, "400 BAD_REQUEST");
    add("a key that is too long", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1}"), "400 BAD_REQUEST",
        "idempotency-key: " + QByteArray(201, 'k'));
    add("a key with letters beyond ASCII", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1}"),
        "400 BAD_REQUEST", "idempotency-key: \xd0\x96");

    // paths and methods
    add("nothing there", "business", "GET /api/v1/business/orderz", {}, "404 NOT_FOUND");
    add("a trailing slash", "business", "GET /api/v1/business/orders/", {}, "404 NOT_FOUND");
    add("the root", "business", "GET /", {}, "404 NOT_FOUND");
    add("the API's root", "business", "GET /api/v1", {}, "404 NOT_FOUND");
    add("site paths are not under the API", "business", "GET /api/v1/version", {}, "404 NOT_FOUND");
    add("API paths are under the API only", "business", "GET /business/orders", {}, "404 NOT_FOUND");
    add("an unknown version", "business", "GET /api/v9/business/orders", {}, "404 API_VERSION_UNKNOWN");
    add("a version with a zero", "business", "GET /api/v01/business/orders", {}, "404 API_VERSION_UNKNOWN");
    add("the next version", "business", "GET /api/v3/menu", {}, "404 API_VERSION_UNKNOWN");
    add("a wrong method", "business", "DELETE /api/v1/business/orders", {}, "405 METHOD_NOT_ALLOWED");
    add("a method nobody knows", "business", "BREW /api/v1/menu", {}, "405 METHOD_NOT_ALLOWED");
    add("a method in lower case", "business", "get /api/v1/menu", {}, "405 METHOD_NOT_ALLOWED");
    add("an id that is no id", "business", "GET /api/v1/business/orders/abc", {}, "404 NOT_FOUND");
    add("an id below one", "business", "GET /api/v1/business/orders/0", {}, "404 NOT_FOUND");
    add("an id beyond 64 bits", "business", "GET /api/v1/business/orders/99999999999999999999", {}, "404 NOT_FOUND");
    add("a socket asked for without an upgrade", "business", "GET /api/v1/business/live", {}, "400 BAD_REQUEST");

    // who asks
    add("no token", "none", list, {}, "401 UNAUTHENTICATED");
    add("a token nobody issued", "obt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", list, {}, "401 UNAUTHENTICATED");
    add("a token that is nonsense", "\x01\xff';DROP TABLE sessions;--", list, {}, "401 UNAUTHENTICATED");
    add("another scheme", "none", list, {}, "401 UNAUTHENTICATED", "authorization: Basic b2JvOm9ibw==");
    add("no token and a bad body", "none", create, "{", "401 UNAUTHENTICATED");
    add("a guest at the counter", "guest", list, {}, "403 FORBIDDEN");
    add("staff at the guest's", "business", create, "{}", "403 FORBIDDEN");
    add("a courier who cooks", "courier", lines, "{\"action\":\"done\",\"line_ids\":[LINE]}", "403 FORBIDDEN");
    add("a kitchen that sells", "kitchen", "POST /api/v1/business/orders", order("{\"item_id\":SOUP,\"quantity\":1}"),
        "403 FORBIDDEN");

    // shapes
    add("an array for an object", "guest", create, "[]", invalid);
    add("null for an object", "guest", create, "null", invalid);
    add("a missing field", "guest", create, "{\"items\":[{\"item_id\":SOUP,\"quantity\":1}]}", invalid);
    add("an unknown field", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"pickup\",\"discount\":50"), invalid);
    add("an unknown field of a line", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1,\"price\":0.01}"),
        invalid);
    add("a staff field from a guest", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"pickup\",\"guest_name\":\"X\""), invalid);
    add("text for a number", "guest", create, order("{\"item_id\":\"SOUP\",\"quantity\":1}"), invalid);
    add("a number for text", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"pickup\",\"note\":5"), invalid);
    add("a fraction for an id", "guest", create, order("{\"item_id\":1.5,\"quantity\":1}"), invalid);
    add("an exponent", "guest", create, order("{\"item_id\":1e0,\"quantity\":1}"), invalid);
    add("an id beyond 64 bits in a body", "guest", create, order("{\"item_id\":99999999999999999999,\"quantity\":1}"),
        invalid);
    add("no lines", "guest", create, order(""), invalid);
    add("an unknown fulfilment", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"drone\""), invalid);
    add("a note that is too long", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}",
              "\"fulfilment\":\"pickup\",\"note\":\"" + QByteArray(501, 'x') + "\""),
        invalid);
    add("a control character", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"pickup\",\"note\":\"\\u0000\""), invalid);
    add("a uuid that is none", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"pickup\",\"order_uuid\":\"x\""), invalid);

    // numbers
    add("a quantity with four places", "guest", create, order("{\"item_id\":APPLES,\"quantity\":0.2501}"), invalid);
    add("a quantity of nothing", "guest", create, order("{\"item_id\":SOUP,\"quantity\":0}"), invalid);
    add("a negative quantity", "guest", create, order("{\"item_id\":SOUP,\"quantity\":-1}"), invalid);
    add("a quantity with an exponent", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1e30}"), invalid);
    add("a number beyond all numbers", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1e400}"),
        "400 MALFORMED_JSON");
    add("a quantity of a million and one", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1000001}"), invalid);
    add("a quantity off its step", "guest", create, order("{\"item_id\":APPLES,\"quantity\":0.3}"),
        "422 QUANTITY_OFF_STEP");
    add("half a soup", "guest", create, order("{\"item_id\":SOUP,\"quantity\":0.5}"), "422 QUANTITY_OFF_STEP");

    // the menu
    add("an item that nobody has", "guest", create, order("{\"item_id\":999999,\"quantity\":1}"), "422 ITEM_UNKNOWN");
    add("an item that is off", "guest", create, order("{\"item_id\":OYSTER,\"quantity\":1}"), "422 ITEM_UNAVAILABLE");
    add("a choice that is missing", "guest", create, order("{\"item_id\":PLOV,\"quantity\":1}"), "422 OPTION_INVALID");
    add("one choice too many", "guest", create, order("{\"item_id\":PLOV,\"quantity\":1,\"options\":[SMALL,LARGE]}"),
        "422 OPTION_INVALID");
    add("the same choice twice", "guest", create, order("{\"item_id\":PLOV,\"quantity\":1,\"options\":[LARGE,LARGE]}"),
        "422 OPTION_INVALID");
    add("a choice of another dish", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1,\"options\":[LARGE]}"),
        "422 OPTION_INVALID");
    add("delivery to nowhere", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"delivery\""), "422 ADDRESS_REQUIRED");
    add("dine-in without a table", "guest", create,
        order("{\"item_id\":SOUP,\"quantity\":1}", "\"fulfilment\":\"dine_in\""), invalid);

    // statuses
    add("an unknown status", "business", status, "{\"status\":8}", invalid);
    add("no status", "business", status, "{}", invalid);
    add("a status as text", "business", status, "{\"status\":\"3\"}", invalid);
    add("a forbidden transition", "business", status, "{\"status\":6}", "409 ORDER_TRANSITION_NOT_ALLOWED");
    add("a way back", "business", "PATCH /api/v1/business/orders/READY/status", "{\"status\":1}",
        "409 ORDER_TRANSITION_NOT_ALLOWED");
    add("cancelling without a reason", "business", status, "{\"status\":7}", invalid);
    add("a stale status", "business", "PATCH /api/v1/business/orders/READY/status", "{\"status\":6,\"from\":3}",
        "409 ORDER_STATUS_CHANGED");
    add("an order that nobody has", "business", "PATCH /api/v1/business/orders/999999/status", "{\"status\":2}",
        "404 NOT_FOUND");
    add("a time without a zone", "business", status, "{\"status\":2,\"acted_at\":\"2026-01-15T10:30:00\"}", invalid);
    add("a line action nobody knows", "business", lines, "{\"action\":\"eat\",\"line_ids\":[LINE]}", invalid);
    add("an action without lines", "business", lines, "{\"action\":\"done\",\"line_ids\":[]}", invalid);
    add("a line twice", "business", lines, "{\"action\":\"recall\",\"line_ids\":[LINE,LINE]}", invalid);
    add("a line of another order", "business", "PATCH /api/v1/business/orders/NEW/lines",
        "{\"action\":\"done\",\"line_ids\":[LINE]}", "404 NOT_FOUND");
    add("starting what is done", "business", lines, "{\"action\":\"start\",\"line_ids\":[LINE]}",
        "409 LINE_TRANSITION_NOT_ALLOWED");
    add("recalling what is new", "business", "POST /api/v1/business/orders/NEW/recall", {}, "409 RECALL_NOT_ALLOWED");

    // keys
    add("a key used with another body", "guest", create, order("{\"item_id\":SOUP,\"quantity\":1}"),
        "409 IDEMPOTENCY_KEY_REUSED", "idempotency-key: used");

    // queries
    add("an unknown parameter", "business", list + "?stauts=1", {}, invalid);
    add("a parameter of another route", "business", "GET /api/v1/menu?limit=1", {}, invalid);
    add("a status beyond the table", "business", list + "?status=8", {}, invalid);
    add("a list with a hole", "business", list + "?status=1,,2", {}, invalid);
    add("a limit of nothing", "business", list + "?limit=0", {}, invalid);
    add("a limit beyond the limit", "business", list + "?limit=201", {}, invalid);
    add("a limit with a sign", "business", list + "?limit=-1", {}, invalid);
    add("an order of sorts", "business", list + "?sort=note", {}, invalid);
    add("a time that is none", "business", list + "?from=yesterday", {}, invalid);
    add("a parameter twice", "business", list + "?limit=1&limit=2", {}, invalid);
    add("a cursor of another epoch", "business", "GET /api/v1/business/changes?since=foreign.1", {}, "410 CURSOR_GONE");
    add("a cursor beyond the journal", "business", "GET /api/v1/business/changes?since=EPOCH.999999", {},
        "410 CURSOR_GONE");
    add("no cursor", "business", "GET /api/v1/business/changes", {}, invalid);
    add("too many changes", "business", "GET /api/v1/business/changes?since=EPOCH.1&limit=501", {}, invalid);
}

void BadInputTest::isRefused()
{
    QFETCH(QByteArray, who);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, verdict);

    const TestBusiness &business = m_site->business();
    const std::map<QByteArray, QByteArray> tokens{{"business", business.token},
                                                  {"guest", business.guestToken},
                                                  {"kitchen", business.terminalTokens.at(Role::Kitchen)},
                                                  {"courier", business.terminalTokens.at(Role::Courier)},
                                                  {"none", {}}};
    const QByteArray token = tokens.contains(who) ? tokens.at(who) : who;
    Headers headers;
    if (!header.isEmpty())
        headers.append(qMakePair(header.left(header.indexOf(':')), header.mid(header.indexOf(':') + 2)));
    const QByteArray target = filled(request.mid(request.indexOf(' ') + 1));

    const auto before = m_site->allRowCounts();
    const auto lines = m_api->log().size();
    const auto answer = m_api->call(request.left(request.indexOf(' ')), target, token, filled(body), headers);
    QVERIFY2(answer.verdict() == verdict, answer.verdict() + " " + answer.body);
    QVERIFY(m_site->allRowCounts() == before);

    QCOMPARE(answer.json.value(QLatin1String("success")).toBool(true), false);
    QVERIFY(!answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("message")).toString().isEmpty());
    QCOMPARE(answer.json.value(QLatin1String("request_id")).toString().toLatin1(), answer.header("X-Request-Id"));
    if (answer.status == 405)
        QVERIFY(!answer.header("Allow").isEmpty());
    if (answer.status == 401)
        QVERIFY(answer.header("WWW-Authenticate").startsWith("Bearer"));
    // The log says why.
    const auto log = m_api->log();
    QCOMPARE(log.size(), lines + 1);
    QVERIFY2(log.last().contains("\"error\":\"" + verdict.mid(4) + "\""), log.last());
}

void BadInputTest::saysEveryWrongPlace()
{
    const auto answer = m_api->call("POST", "/api/v1/user/orders/create", m_site->business().guestToken,
                                    filled("{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":SOUP,\"quantity\":0},"
                                           "{\"item_id\":SOUP,\"quantity\":1},{\"quantity\":1,\"colour\":\"red\"}]}"));
    QCOMPARE(answer.status, 422);
    QStringList places;
    for (const QJsonValue &detail :
         answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray())
        places.append(detail.toObject().value(QLatin1String("path")).toString());
    places.sort();
    QCOMPARE(places, QStringList({QStringLiteral("items[0].quantity"), QStringLiteral("items[2].colour"),
                                  QStringLiteral("items[2].item_id")}));

    const auto priced =
        m_api->call("POST", "/api/v1/user/orders/create", m_site->business().guestToken,
                    filled("{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":APPLES,\"quantity\":0.3},"
                           "{\"item_id\":SOUP,\"quantity\":1},{\"item_id\":OYSTER,\"quantity\":1}]}"));
    QCOMPARE(priced.status, 422);
    QVERIFY2(priced.body.contains("items[0].quantity"), priced.body);
    QVERIFY2(priced.body.contains("items[2]"), priced.body);
}

/// A request that was never understood must not use its key up: the corrected one is sent under the same key.
void BadInputTest::refusedKeysAreFreeAfterValidation()
{
    const TestBusiness &business = m_site->business();
    const Headers key{{"idempotency-key", "typo"}};
    QCOMPARE(m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, "{\"fulfilment\":", key).status,
             400);
    QCOMPARE(m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, "{}", key).status, 422);
    QCOMPARE(
        m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, pickupBody(business.item("Soup")), key)
            .status,
        201);
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "badinputtest.moc"

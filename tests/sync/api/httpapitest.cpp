// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"
#include "tests/support/blockinghttp.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// One client on a thread of its own that sends the same request `count` times and keeps the answers.
class Client final : public QThread
{
public:
    Client(quint16 port, QByteArray token, QByteArray target, QByteArray body, QByteArray key, int count)
        : m_port(port)
        , m_token(std::move(token))
        , m_target(std::move(target))
        , m_body(std::move(body))
        , m_key(std::move(key))
        , m_count(count)
    {}

    QList<WireAnswer> answers() const
    {
        const std::lock_guard lock(m_mutex);
        return m_answers;
    }

protected:
    void run() override
    {
        BlockingHttp http(m_port, m_token);
        for (int i = 0; i < m_count; ++i) {
            QList<QPair<QByteArray, QByteArray>> headers;
            if (!m_key.isEmpty())
                headers.append(qMakePair(QByteArray("Idempotency-Key"), m_key));
            const auto answer = http.request(m_body.isEmpty() ? "GET" : "POST", m_target, m_body, headers);
            const std::lock_guard lock(m_mutex);
            m_answers.append(answer.value_or(WireAnswer{}));
        }
    }

private:
    const quint16 m_port;
    const QByteArray m_token;
    const QByteArray m_target;
    const QByteArray m_body;
    const QByteArray m_key;
    const int m_count;
    mutable std::mutex m_mutex;
    QList<WireAnswer> m_answers;
};

} // namespace

/// What only the whole server can show: bytes on the wire, several threads, stopping.
class HttpApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersTheWorkedExample();
    void sameKeyFromManyConnections();
    void nobodyReadsOlderThanTheyWereTold();
    void menuRevalidates();
    void answersStayInOrder();
    void refusalsOfTheGuardLookLikeOurs();
    void halfRequestsWriteNothing();
    void headIsAGetWithoutBody();
    void limitsRates();
    void stopsUnderLoad();

private:
    std::unique_ptr<TestSite> m_site;
};

void HttpApiTest::init()
{
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    QVERIFY(m_site->port() != 0);
}

void HttpApiTest::cleanup()
{
    m_site.reset();
}

void HttpApiTest::answersTheWorkedExample()
{
    const TestBusiness &business = m_site->business();
    BlockingHttp guest(m_site->port(), business.guestToken);
    const auto made = guest.request("POST", "/api/v1/user/orders/create", pickupBody(business.item("Soup")));
    QVERIFY(made && made->status == 201);
    const QByteArray id = QByteArray::number(QJsonDocument::fromJson(made->body)
                                                 .object()
                                                 .value(QLatin1String("data"))
                                                 .toObject()
                                                 .value(QLatin1String("order_id"))
                                                 .toInteger());
    BlockingHttp owner(m_site->port(), business.token);
    QCOMPARE(owner.request("POST", "/api/business/orders/" + id + "/status", "{ \"status\": 2 }")->status, 200);
    const auto answer = owner.request("PATCH", "/api/business/orders/" + id + "/status", "{ \"status\": 3 }");
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->header("content-type").startsWith("application/json"));
    const QRegularExpression shape(
        QStringLiteral(
            "^\\{\"success\":true,\"data\":\\{\"order_id\":%1,\"new_status\":\\{\"status\":3,\"status_name\":"
            "\"Preparing\",\"timestamp\":\"[^\"]+Z\"\\}\\},\"message\":\"Order status updated successfully\"\\}$")
            .arg(QString::fromLatin1(id)));
    QVERIFY2(shape.match(QString::fromUtf8(answer->body)).hasMatch(), answer->body);
}

void HttpApiTest::sameKeyFromManyConnections()
{
    const TestBusiness &business = m_site->business();
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<Client>(m_site->port(), business.guestToken, "/api/v1/user/orders/create",
                                                   pickupBody(business.item("Soup")), "one and only", 10));
    }
    for (const auto &client : clients)
        client->start();
    QSet<QByteArray> bodies;
    for (const auto &client : clients) {
        QVERIFY(client->wait());
        const auto answers = client->answers();
        QCOMPARE(answers.size(), 10);
        for (const WireAnswer &answer : answers) {
            QCOMPARE(answer.status, 201);
            bodies.insert(answer.body);
        }
    }
    QCOMPARE(bodies.size(), 1);
    QCOMPARE(m_site->rowCount("orders"), 1);
}

void HttpApiTest::nobodyReadsOlderThanTheyWereTold()
{
    // Connections spread over the server's threads, each with a reader of its own: what one was told all others must
    // see.
    const TestBusiness &business = m_site->business();
    BlockingHttp guest(m_site->port(), business.guestToken);
    std::vector<std::unique_ptr<BlockingHttp>> readers;
    for (int i = 0; i < 6; ++i)
        readers.push_back(std::make_unique<BlockingHttp>(m_site->port(), business.token));
    for (int i = 0; i < 30; ++i) {
        const auto made = guest.request("POST", "/api/v1/user/orders/create", pickupBody(business.item("Soup")));
        QVERIFY(made && made->status == 201);
        const QByteArray path = made->header("location").replace("/user/", "/business/");
        for (const auto &reader : readers) {
            const auto read = reader->get(path);
            QVERIFY(read);
            QCOMPARE(read->status, 200);
        }
    }
}

void HttpApiTest::menuRevalidates()
{
    BlockingHttp http(m_site->port());
    const auto menu = http.get("/api/v1/menu");
    QVERIFY(menu && menu->status == 200);
    const QByteArray tag = menu->header("etag");
    const auto same = http.request("GET", "/api/v1/menu", {}, {{"If-None-Match", tag}});
    QVERIFY(same);
    QCOMPARE(same->status, 304);
    QCOMPARE(same->body, QByteArray());
    QCOMPARE(same->header("etag"), tag);
    // The connection goes on: a 304 with a stray body would break what follows.
    const auto again = http.get("/api/v1/menu");
    QVERIFY(again && again->status == 200);
    QCOMPARE(again->body, menu->body);
}

void HttpApiTest::answersStayInOrder()
{
    // A write that waits for its commit, and reads behind it on the same connection that do not.
    const TestBusiness &business = m_site->business();
    const QByteArray body = pickupBody(business.item("Soup"));
    const QByteArray head = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + business.guestToken + "\r\n";
    BlockingHttp http(m_site->port());
    const QByteArray bytes = http.raw(
        "POST /api/v1/user/orders/create" + head +
        "X-Request-Id: r1\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\n\r\n" + body + "GET /api/v1/user/orders/active" + head + "X-Request-Id: r2\r\n\r\n" + "GET /version" +
        head + "X-Request-Id: r3\r\nConnection: close\r\n\r\n");
    const qsizetype first = bytes.indexOf("r1\r\n");
    const qsizetype second = bytes.indexOf("r2\r\n");
    const qsizetype third = bytes.indexOf("r3\r\n");
    QVERIFY2(first > 0 && first < second && second < third, bytes);
    QVERIFY(bytes.startsWith("HTTP/1.1 201"));
}

void HttpApiTest::refusalsOfTheGuardLookLikeOurs()
{
    BlockingHttp http(m_site->port());
    const QByteArray bytes =
        http.raw("GET /api/v1/menu HTTP/1.1\r\nHost: x\r\nX-Big: " + QByteArray(100'000, 'x') + "\r\n\r\n");
    QVERIFY2(bytes.startsWith("HTTP/1.1 431"), bytes.left(200));
    const QJsonObject json = QJsonDocument::fromJson(bytes.mid(bytes.indexOf("\r\n\r\n") + 4)).object();
    QCOMPARE(json.value(QLatin1String("success")).toBool(true), false);
    QVERIFY(!json.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString().isEmpty());
    QVERIFY(!json.value(QLatin1String("request_id")).toString().isEmpty());
    QTRY_VERIFY(!m_site->accessLog().isEmpty());
    QVERIFY2(m_site->accessLog().last().contains("\"status\":431"), m_site->accessLog().last());
}

void HttpApiTest::halfRequestsWriteNothing()
{
    const TestBusiness &business = m_site->business();
    const auto before = m_site->allRowCounts();
    const QByteArray body = pickupBody(business.item("Soup"));
    const QByteArray head = "POST /api/v1/user/orders/create HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                            business.guestToken + "\r\nContent-Type: application/json\r\nContent-Length: ";
    const QByteArray whole = head + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    for (qsizetype cut = 0; cut < whole.size(); cut += 7) {
        BlockingHttp http(m_site->port());
        QCOMPARE(http.raw(whole.left(cut), 1), QByteArray());
    }
    BlockingHttp large(m_site->port());
    const QByteArray refused = large.raw(head + "9999999\r\n\r\n");
    QVERIFY2(refused.startsWith("HTTP/1.1 413"), refused.left(200));
    QVERIFY(m_site->allRowCounts() == before);
    // And the server is as well as before.
    BlockingHttp http(m_site->port(), business.guestToken);
    const auto made = http.request("POST", "/api/v1/user/orders/create", body);
    QVERIFY(made && made->status == 201);
}

void HttpApiTest::headIsAGetWithoutBody()
{
    BlockingHttp http(m_site->port());
    const auto head = http.request("HEAD", "/api/v1/menu");
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    const auto get = http.get("/api/v1/menu");
    QVERIFY(get);
    QCOMPARE(head->header("etag"), get->header("etag"));
    QCOMPARE(head->header("content-length").toLongLong(), get->body.size());
    QCOMPARE(http.request("HEAD", "/api/v1/user/orders/create")->status, 405);
}

void HttpApiTest::limitsRates()
{
    TestSiteOptions options;
    options.rateLimit = true;
    options.ratePerSecond = 1;
    options.rateBurst = 10;
    TestSite site(options);
    QVERIFY2(site.start(), qPrintable(site.problem()));
    // One limit for the address, however many connections and threads serve it.
    int refused = 0;
    for (int i = 0; i < 20; ++i) {
        BlockingHttp http(site.port());
        const auto answer = http.get("/version");
        QVERIFY(answer);
        if (answer->status == 429) {
            ++refused;
            QVERIFY(answer->header("retry-after").toInt() >= 1);
        }
    }
    QVERIFY2(refused >= 5 && refused <= 10, QByteArray::number(refused));
}

void HttpApiTest::stopsUnderLoad()
{
    const TestBusiness &business = m_site->business();
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<Client>(m_site->port(), business.guestToken, "/api/v1/user/orders/create",
                                                   pickupBody(business.item("Soup")), QByteArray(), 150));
    }
    for (const auto &client : clients)
        client->start();
    QTRY_VERIFY(m_site->rowCount("orders") >= 20);
    m_site->stopServer();
    int acknowledged = 0;
    for (const auto &client : clients) {
        QVERIFY(client->wait());
        for (const WireAnswer &answer : client->answers()) {
            QVERIFY2(answer.status == 0 || answer.status == 201 || answer.status == 503,
                     QByteArray::number(answer.status));
            acknowledged += answer.status == 201 ? 1 : 0;
        }
    }
    // What was acknowledged is there. What was not may be, and the hub goes on without its server.
    QVERIFY(m_site->rowCount("orders") >= acknowledged);
    QVERIFY2(m_site->startServer(), qPrintable(m_site->problem()));
    BlockingHttp http(m_site->port());
    const auto ready = http.get("/health/ready");
    QVERIFY(ready && ready->status == 200);
}

QTEST_GUILESS_MAIN(HttpApiTest)
#include "httpapitest.moc"

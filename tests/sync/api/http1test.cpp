// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsite.h"
#include "tests/sync/server/rawclient.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// HTTP/1.1 over the wire of the whole server, row by row: what RFC 9112 and RFC 9110 ask for, and that one connection
/// never yields an answer to a request that nobody sent. The section stands in the row's name.
class Http1Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void takesAnyCut();
    void answersContinueBeforeTheBody();
    void refusesInsteadOfContinue();

private:
    std::unique_ptr<TestSite> m_site;
};

void Http1Test::initTestCase()
{
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

namespace {

using Statuses = QList<int>;

/// What an attacker wants the server to run as a second request.
const QByteArray smuggled = "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n";

QByteArray get(const QByteArray &target, const QByteArray &fields = {}, const QByteArray &version = "HTTP/1.1")
{
    return "GET " + target + ' ' + version + "\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body)
{
    return "POST /api/v1/user/orders/create HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + fields +
           "\r\n" + body;
}

} // namespace

void Http1Test::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Statuses>("statuses");
    QTest::addColumn<bool>("closes");
    // The connection ends with a refusal of its framing: whatever follows cannot be told apart any more.
    const auto refused = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << Statuses{status} << true;
    };
    const auto goesOn = [](const char *name, const QByteArray &bytes, const Statuses &statuses) {
        QTest::newRow(name) << bytes << statuses << false;
    };

    // Two lengths, or none that can be believed: request smuggling.
    refused("9112-6.3 Content-Length and Transfer-Encoding",
            post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), 400);
    refused("9112-6.3 Transfer-Encoding and Content-Length",
            post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + smuggled), 400);
    refused("9112-6.3 two equal lengths", post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}" + smuggled), 400);
    refused("9112-6.3 two different lengths", post("Content-Length: 2\r\nContent-Length: 40\r\n", "{}" + smuggled),
            400);
    refused("9112-6.3 a list of lengths", post("Content-Length: 2, 2\r\n", "{}" + smuggled), 400);
    refused("9110-8.6 a length with a sign", post("Content-Length: +2\r\n", "{}" + smuggled), 400);
    refused("9110-8.6 a negative length", post("Content-Length: -2\r\n", "{}" + smuggled), 400);
    refused("9110-8.6 a length in hexadecimal", post("Content-Length: 0x2\r\n", "{}" + smuggled), 400);
    refused("9110-8.6 a length with a blank inside", post("Content-Length: 1 2\r\n", "{}" + smuggled), 400);
    refused("9110-8.6 an empty length", post("Content-Length:\r\n", "{}" + smuggled), 400);
    refused("9110-8.6 a length beyond 64 bits", post("Content-Length: 99999999999999999999\r\n", "{}"), 413);
    refused("9110-15.5.14 more than any route takes", post("Content-Length: 100000000\r\n", "{}"), 413);
    refused("9110-15.5.14 more than this route takes", post("Content-Length: 300000\r\n", "{}"), 413);
    // Chunked bodies are not taken at all, well formed or not: 411 is what 9112-6.3 offers for that.
    refused("9112-6.3 chunked", post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), 411);
    refused("9112-7.1 a chunk size that is none", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"), 411);
    refused("9112-7.1 a chunk longer than it says", post("Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n"),
            411);
    refused("9112-6.1 an unknown coding", post("Transfer-Encoding: gzip\r\n", "{}"), 411);
    refused("9112-6.1 chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 411);
    refused("9112-6.1 chunked in disguise", post("Transfer-Encoding: \tchunked\r\n", "0\r\n\r\n" + smuggled), 411);
    refused("9112-6.1 identity", post("Transfer-Encoding: identity\r\n", "{}"), 411);
    refused("9112-5.1 a blank before the colon", post("Content-Length : 2\r\n", "{}" + smuggled), 400);
    refused("9112-5.1 chunked behind a blank", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + smuggled), 400);

    // Lines
    refused("9112-5.2 a folded line", get("/version", "X-A: 1\r\n 2\r\n"), 400);
    refused("9112-5.2 a folded line with a tab", get("/version", "X-A: 1\r\n\t2\r\n"), 400);
    refused("9112-2.2 a blank before the first header", "GET /version HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    refused("9112-2.2 bare LF in the request line", "GET /version HTTP/1.1\nHost: a\n\n", 400);
    refused("9112-2.2 bare LF in a header", get("/version", "X-A: 1\n"), 400);
    refused("9112-2.2 bare LF at the end", "GET /version HTTP/1.1\r\nHost: a\r\n\n", 400);
    refused("9112-2.2 bare CR in a value", get("/version", "X-A: 1\r2\r\n"), 400);
    refused("9112-2.2 bare CR in the request line", "GET /version\rHTTP/1.1\r\nHost: a\r\n\r\n", 400);
    refused("9112-2.2 CR CR LF", get("/version", "X-A: 1\r\r\n"), 400);
    refused("9110-5.5 NUL in a value", get("/version", QByteArray("X-A: 1\0002\r\n", 10)), 400);
    refused("9110-5.1 a name that is no token", get("/version", "X(A): 1\r\n"), 400);
    refused("9110-5.1 an empty name", get("/version", ": 1\r\n"), 400);
    refused("9112-5 a line without a colon", get("/version", "nonsense\r\n"), 400);
    goesOn("9112-2.2 an empty line before the request", "\r\n" + get("/version"), {200});
    goesOn("9110-5.5 an empty value", get("/version", "X-A:\r\n"), {200});
    goesOn("9110-5.5 blanks around a value", get("/version", "X-A: \t 1 \t \r\n"), {200});
    goesOn("9110-5.5 bytes above ASCII in a value", get("/version", "X-A: \xd0\xb0\r\n"), {200});
    goesOn("9110-5.1 names ignore case", "GET /version HTTP/1.1\r\nhOsT: a\r\n\r\n", {200});

    // Host
    refused("9112-3.2 no Host", "GET /version HTTP/1.1\r\n\r\n", 400);
    refused("9112-3.2 two Hosts", get("/version", "Host: b\r\n"), 400);
    refused("9112-3.2 two equal Hosts", get("/version", "Host: a\r\n"), 400);
    refused("9112-3.2 a Host with a path", "GET /version HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    refused("9112-3.2 a Host with a user", "GET /version HTTP/1.1\r\nHost: u@a\r\n\r\n", 400);
    refused("9112-3.2 a list of Hosts", "GET /version HTTP/1.1\r\nHost: a, b\r\n\r\n", 400);
    // An http URI with an empty host is invalid and must be rejected (9110-4.2.1), so nothing leads to such a field.
    refused("9110-4.2.1 an empty Host", "GET /version HTTP/1.1\r\nHost:\r\n\r\n", 400);
    refused("9112-3.2 a port that is none", "GET /version HTTP/1.1\r\nHost: a:x\r\n\r\n", 400);
    goesOn("9110-7.2 Host with a port", "GET /version HTTP/1.1\r\nHost: a:8787\r\n\r\n", {200});
    goesOn("9110-7.2 Host as IPv6", "GET /version HTTP/1.1\r\nHost: [::1]:8787\r\n\r\n", {200});

    // Request line and target
    goesOn("9112-3.2.2 absolute form", get("http://a/version"), {200});
    goesOn("9112-3.2.2 absolute form, other scheme and case", get("HTTPS://a:1/version"), {200});
    goesOn("9112-3.2.2 absolute form without a path", get("http://a"), {404});
    refused("9112-3.2.2 absolute form with a user", get("http://u@a/version"), 400);
    refused("9110-4.2.1 absolute form without a host", get("http:///version"), 400);
    refused("9112-3.2.3 authority form", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", 501);
    goesOn("9112-3.2.4 asterisk form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", {204});
    refused("9112-3.2.4 asterisk with GET", get("*"), 400);
    refused("9112-3.2 a fragment", get("/version#x"), 400);
    refused("9112-3.2 a blank in the target", get("/ver sion"), 400);
    refused("9112-3.2 bytes above ASCII in the target", get("/\xd0\xb0"), 400);
    refused("9112-3 no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    refused("9112-3 two blanks", "GET  /version HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    refused("9112-3 a relative target", get("version"), 400);
    refused("9112-3.2.1 two slashes", get("//version"), 400);
    goesOn("3986-2.3 an encoded letter is that letter", get("/%76ersion"), {200});
    goesOn("3986-6.2.2 an encoded slash is no separator", get("/api%2Fv1%2Fmenu"), {404});
    goesOn("3986-5.2.4 dot segments lead nowhere", get("/api/v1/../v1/menu"), {400});
    goesOn("3986-5.2.4 encoded dot segments lead nowhere", get("/api/v1/%2e%2e/v1/menu"), {400});
    goesOn("3986-2.1 half a percent sequence", get("/versio%6"), {400});
    goesOn("3986-2.1 a percent sequence that is none", get("/versio%zz"), {400});
    goesOn("3986-2.1 an encoded NUL", get("/version%00"), {400});
    goesOn("3986-2.1 encoded bytes that are no UTF-8", get("/%ff%fe"), {400});
    refused("9112-3 a target beyond every limit", get('/' + QByteArray(5000, 'a')), 414);
    refused("6585-5 a field beyond every limit", get("/version", "X-A: " + QByteArray(20'000, 'a') + "\r\n"), 431);
    refused("6585-5 too many fields", get("/version", QByteArray("X-A: 1\r\n").repeated(70)), 431);

    // Methods and versions
    refused("9110-15.6.2 an unknown method", "BREW /version HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    refused("9110-9.1 methods mind their case", "get /version HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    refused("9110-9.3.8 TRACE", "TRACE /version HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    refused("9112-3 a method that is no token", "G(ET /version HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    goesOn("9110-15.5.6 a method that the path does not take", "DELETE /version HTTP/1.1\r\nHost: a\r\n\r\n", {405});
    refused("9112-2.3 HTTP/2.0", get("/version", {}, "HTTP/2.0"), 505);
    refused("9112-2.3 HTTP/0.9", "GET /version\r\n\r\n", 400);
    refused("9112-2.3 HTTP/1.2", get("/version", {}, "HTTP/1.2"), 505);
    refused("9112-2.3 lower case", get("/version", {}, "http/1.1"), 400);
    refused("9112-2.3 a version that is none", get("/version", {}, "HTTP/1.x"), 400);
    refused("3501 the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    refused("a TLS greeting at a plain port", QByteArray::fromHex("16030100c8010000c40303") + QByteArray(8, 'x'), 400);

    // Connections
    goesOn("9112-9.3.2 pipelining keeps the order", get("/version") + get("/nothing") + get("/health/live"),
           {200, 404, 200});
    goesOn("9112-9.3.2 a refusal by the API ends nothing", post("Content-Length: 1\r\n", "{") + get("/version"),
           {401, 200});
    QTest::newRow("9112-9.6 close ends it")
        << get("/version", "Connection: close\r\n") + get("/version") << Statuses{200} << true;
    QTest::newRow("9112-9.6 close among others")
        << get("/version", "Connection: foo, Close\r\n") + get("/version") << Statuses{200} << true;
    QTest::newRow("9112-9.3 HTTP/1.0 ends") << QByteArray("GET /version HTTP/1.0\r\n\r\n") << Statuses{200} << true;
    goesOn("9112-9.3 HTTP/1.0 with keep-alive", "GET /version HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", {200});
    QTest::newRow("9112-9.3 an earlier answer comes before the refusal")
        << get("/version") + "GET /version HTTP/1.1\nHost: a\n\n"
        << Statuses{200, 400} << true;

    // Expect and bodies
    refused("9110-10.1.1 an unknown expectation", post("Expect: cookies\r\nContent-Length: 2\r\n", "{}"), 417);
    goesOn("9110-10.1.1 100-continue with its body at once",
           post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"), {401});
    goesOn("9110-9.3.1 GET with a body", get("/version", "Content-Length: 2\r\n") + "{}", {400});
    goesOn("9110-9.3.2 a body behind GET is not the next request",
           get("/version", "Content-Length: " + QByteArray::number(smuggled.size()) + "\r\n") + smuggled +
               get("/version"),
           {400, 200});
    goesOn("9110-7.8 an Upgrade to something else is ignored",
           get("/version", "Connection: Upgrade\r\nUpgrade: h2c\r\n"), {200});
}

void Http1Test::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Statuses, statuses);
    QFETCH(bool, closes);
    RawClient client(m_site->port());
    client.send(bytes);
    for (const int status : statuses) {
        const auto answer = client.receive();
        QVERIFY2(answer, "no answer");
        QVERIFY2(answer->status == status, QByteArray::number(answer->status) + ' ' + answer->body.left(120));
        QVERIFY(!answer->head.contains("Transfer-Encoding"));
    }
    if (closes) {
        QVERIFY(client.waitForClose());
        QCOMPARE(client.rest(), QByteArray());
        return;
    }
    // The connection still stands where both sides believe it does.
    client.send(get("/health/live"));
    const auto next = client.receive();
    QVERIFY(next);
    QCOMPARE(next->status, 200);
    QVERIFY(next->body.contains("live"));
    QCOMPARE(client.rest(), QByteArray());
}

void Http1Test::takesAnyCut()
{
    const QByteArray bytes = get("/version", "X-A: 1\r\n");
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        RawClient client(m_site->port());
        client.send(bytes.left(cut));
        client.socket().flush();
        client.send(bytes.mid(cut));
        const auto answer = client.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
}

void Http1Test::answersContinueBeforeTheBody()
{
    RawClient client(m_site->port());
    client.send(post("Expect: 100-continue\r\nContent-Length: 2\r\n", {}));
    const auto interim = client.receive(true);
    QVERIFY(interim);
    QCOMPARE(interim->status, 100);
    client.send("{}");
    const auto answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
}

void Http1Test::refusesInsteadOfContinue()
{
    RawClient client(m_site->port());
    client.send(post("Expect: 100-continue\r\nContent-Length: 300000\r\n", {}));
    const auto answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QVERIFY(client.waitForClose());
}

QTEST_GUILESS_MAIN(Http1Test)
#include "http1test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/headscanner.h"

#include <QTest>

#include <random>

using namespace oshaq;

namespace {

/// What a scan said, in a form that can be compared.
struct Outcome
{
    HeadScanner::Verdict verdict = HeadScanner::Verdict::Incomplete;
    int status = 0;
    QByteArray code;
    qsizetype taken = 0;
    qsizetype leading = 0;
    QByteArray method;
    QByteArray path;
    QByteArray query;
    qint64 bodyBytes = 0;
    bool expectContinue = false;
    bool close = false;
    bool upgrade = false;
    qsizetype fields = 0;

    bool operator==(const Outcome &) const = default;
};

Outcome outcomeOf(const HeadScanner &scanner, HeadScanner::Verdict verdict, qsizetype taken, qsizetype leading)
{
    Outcome outcome;
    outcome.verdict = verdict;
    outcome.taken = taken;
    outcome.leading = leading;
    if (verdict == HeadScanner::Verdict::Refused) {
        outcome.status = scanner.status();
        outcome.code = scanner.code();
    } else if (verdict == HeadScanner::Verdict::Complete) {
        const RequestHead &head = scanner.head();
        outcome.method = head.method;
        outcome.path = head.path;
        outcome.query = head.query;
        outcome.bodyBytes = head.bodyBytes;
        outcome.expectContinue = head.expectContinue;
        outcome.close = head.close;
        outcome.upgrade = head.upgrade;
        outcome.fields = static_cast<qsizetype>(head.fields.size());
    }
    return outcome;
}

/// Feeds the pieces as a connection would: until there is a verdict.
Outcome scan(const QList<QByteArray> &pieces, const HeadLimits &limits)
{
    HeadScanner scanner(limits);
    qsizetype taken = 0;
    qsizetype leading = 0;
    HeadScanner::Verdict verdict = HeadScanner::Verdict::Incomplete;
    for (const QByteArray &piece : pieces) {
        verdict = scanner.feed(piece);
        taken += scanner.taken();
        leading += scanner.leading();
        if (verdict != HeadScanner::Verdict::Incomplete)
            break;
    }
    return outcomeOf(scanner, verdict, taken, leading);
}

QList<QByteArray> singleBytes(const QByteArray &bytes)
{
    QList<QByteArray> pieces;
    for (const char byte : bytes)
        pieces.append(QByteArray(1, byte));
    return pieces;
}

QByteArray request(const QByteArray &fields, const QByteArray &line = "GET / HTTP/1.1")
{
    return line + "\r\nHost: hub\r\n" + fields + "\r\n";
}

HeadLimits smallLimits()
{
    HeadLimits limits;
    limits.maxHeadBytes = 200;
    limits.maxHeaderFields = 4;
    limits.maxTargetBytes = 20;
    limits.maxBodyBytes = 100;
    return limits;
}

constexpr int complete = 0;
constexpr int incomplete = -1;

} // namespace

class TestHeadScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void valuesAreTakenOver();
    void absoluteFormIsReadAsItsPath();
    void upgradeIsSeenWidely_data();
    void upgradeIsSeenWidely();
    void takesOneHeadOnly();
    void afterResetTheNextHeadIsRead();
    void randomInputCutAnyhowGivesOneVerdict();
    void hosts_data();
    void hosts();
    void tokens_data();
    void tokens();
};

void TestHeadScanner::rules_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("expected");
    QTest::addColumn<HeadLimits>("limits");
    const HeadLimits limits = smallLimits();
    const auto row = [&limits](const char *name, const QByteArray &bytes, int expected) {
        QTest::newRow(name) << bytes << expected << limits;
    };

    row("nothing", "", incomplete);
    row("plain", request(""), complete);
    row("no end yet", request("").chopped(1), incomplete);
    row("request line only", "GET / HTTP/1.1\r\n", incomplete);
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        QTest::addRow("method %s", method) << request("", QByteArray(method) + " / HTTP/1.1") << complete << limits;
    for (const char *method : {"CONNECT", "TRACE", "PRI", "get", "GETT", "PROPFIND", "A", "M-SEARCH"})
        QTest::addRow("method %s", method) << request("", QByteArray(method) + " / HTTP/1.1") << 501 << limits;
    row("method of 32 bytes", request("", QByteArray(32, 'X') + " / HTTP/1.1"), 501);
    row("method of 33 bytes", QByteArray(33, 'X'), 501);
    row("method with a bad byte", "G(T / HTTP/1.1\r\n", 400);
    row("method above ASCII", "G\xc3\x84T / HTTP/1.1\r\n", 400);
    row("no method", " / HTTP/1.1\r\n", 400);
    row("method then line end", "GET\r\n", 400);
    row("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7), 400);
    row("NUL first", QByteArray("\0GET", 4), 400);
    row("CONNECT with authority", request("", "CONNECT hub:443 HTTP/1.1"), 501);

    row("empty line before", "\r\n" + request(""), complete);
    row("two empty lines before", "\r\n\r\n" + request(""), complete);
    row("three empty lines before", "\r\n\r\n\r\n" + request(""), 400);
    row("line feed before", "\n" + request(""), 400);
    row("carriage return before", "\rGET / HTTP/1.1", 400);
    row("space before", " " + request(""), 400);

    row("target of 20 bytes", request("", "GET /" + QByteArray(19, 'a') + " HTTP/1.1"), complete);
    row("target of 21 bytes", request("", "GET /" + QByteArray(20, 'a') + " HTTP/1.1"), 414);
    row("target without end", "GET /" + QByteArray(20, 'a'), 414);
    row("empty target", request("", "GET  HTTP/1.1"), 400);
    row("relative target", request("", "GET a HTTP/1.1"), 400);
    row("two slashes", request("", "GET //a HTTP/1.1"), 400);
    row("two slashes within", request("", "GET /a//b HTTP/1.1"), complete);
    row("fragment", request("", "GET /a#b HTTP/1.1"), 400);
    row("target above ASCII", request("", "GET /\xc3\xa4 HTTP/1.1"), 400);
    row("target with DEL", request("", "GET /\x7f HTTP/1.1"), 400);
    row("target with tab", request("", "GET /\t HTTP/1.1"), 400);
    row("target with NUL", "GET /" + QByteArray(1, '\0') + " HTTP/1.1\r\n", 400);
    row("target with two spaces", request("", "GET /  HTTP/1.1"), 400);
    row("percent-encoded", request("", "GET /%2F%00 HTTP/1.1"), complete);
    row("asterisk", request("", "OPTIONS * HTTP/1.1"), complete);
    row("asterisk with GET", request("", "GET * HTTP/1.1"), 400);
    row("authority form", request("", "GET hub:80 HTTP/1.1"), 400);
    row("absolute form", request("", "GET http://hub/a HTTP/1.1"), complete);
    row("absolute form, upper case", request("", "GET HTTP://hub/a HTTP/1.1"), complete);
    row("absolute form, no path", request("", "GET http://hub HTTP/1.1"), complete);
    row("absolute form, no host", request("", "GET http:///a HTTP/1.1"), 400);
    row("absolute form, user", request("", "GET http://u@hub/ HTTP/1.1"), 400);
    row("absolute form, two slashes", request("", "GET http://hub//a HTTP/1.1"), 400);
    row("absolute form, scheme only", request("", "GET http:// HTTP/1.1"), 400);
    row("another scheme", request("", "GET ftp://hub/a HTTP/1.1"), 400);

    row("HTTP/1.0", request("", "GET / HTTP/1.0"), complete);
    row("HTTP/1.2", request("", "GET / HTTP/1.2"), 505);
    row("HTTP/2.0", request("", "GET / HTTP/2.0"), 505);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("HTTP/0.9", "GET /\r\n", 400);
    row("HTTP/11.1", request("", "GET / HTTP/11.1"), 400);
    row("HTTP/1.10", request("", "GET / HTTP/1.10"), 400);
    row("HTTP/1", request("", "GET / HTTP/1"), 400);
    row("http/1.1", request("", "GET / http/1.1"), 400);
    row("space behind the version", request("", "GET / HTTP/1.1 "), 400);
    row("bare LF behind the version", "GET / HTTP/1.1\nHost: hub\r\n\r\n", 400);
    row("bare CR behind the version", "GET / HTTP/1.1\rHost: hub\r\n\r\n", 400);

    row("bare LF behind a field", "GET / HTTP/1.1\r\nHost: hub\n\r\n", 400);
    row("bare CR in a value", request("A: b\rc\r\n"), 400);
    row("bare LF at the end", "GET / HTTP/1.1\r\nHost: hub\r\n\n", 400);
    row("bare CR at the end", "GET / HTTP/1.1\r\nHost: hub\r\n\rX", 400);
    row("folded line", request("A: b\r\n c\r\n"), 400);
    row("folded line with tab", request("A: b\r\n\tc\r\n"), 400);
    row("folded first line", "GET / HTTP/1.1\r\n Host: hub\r\n\r\n", 400);
    row("space before the colon", request("A : b\r\n"), 400);
    row("tab before the colon", request("A\t: b\r\n"), 400);
    row("no name", request(": b\r\n"), 400);
    row("no colon", request("Ab\r\n"), 400);
    row("name with a bad byte", request("A(b: c\r\n"), 400);
    row("name above ASCII", request("\xc3\x84: c\r\n"), 400);
    row("name with NUL", request("A" + QByteArray(1, '\0') + ": c\r\n"), 400);
    row("value with NUL", request("A: " + QByteArray(1, '\0') + "\r\n"), 400);
    row("value with DEL", request("A: \x7f\r\n"), 400);
    row("value with a control character", request("A: \x01\r\n"), 400);
    row("value above ASCII", request("A: \xc3\xa4\r\n"), complete);
    row("value with tab", request("A: b\tc\r\n"), complete);
    row("empty value", request("A:\r\n"), complete);
    row("blank value", request("A:  \t \r\n"), complete);
    row("odd name", request("!#$%&'*+-.^_`|~: b\r\n"), complete);

    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", complete);
    row("two Hosts", request("Host: hub\r\n"), 400);
    row("two Hosts in HTTP/1.0", request("Host: hub\r\n", "GET / HTTP/1.0"), 400);
    row("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400);
    row("bad Host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);

    row("4 fields", request("A: 1\r\nB: 2\r\nC: 3\r\n"), complete);
    row("5 fields", request("A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\n"), 431);
    const qsizetype frame = request("A: \r\n").size();
    row("head of 200 bytes", request("A: " + QByteArray(200 - frame, 'x') + "\r\n"), complete);
    row("head of 201 bytes", request("A: " + QByteArray(201 - frame, 'x') + "\r\n"), 431);
    row("value without end", request("A: " + QByteArray(300, 'x')), 431);
    row("name without end", "GET / HTTP/1.1\r\n" + QByteArray(300, 'x'), 431);

    row("body", request("Content-Length: 5\r\n", "POST / HTTP/1.1"), complete);
    row("body of 100 bytes", request("Content-Length: 100\r\n"), complete);
    row("body of 101 bytes", request("Content-Length: 101\r\n"), 413);
    row("body beyond 64 bits", request("Content-Length: 99999999999999999999999999\r\n"), 413);
    row("leading zeros", request("Content-Length: 000000000000000000000005\r\n"), complete);
    row("no length", request("Content-Length:\r\n"), 400);
    row("length with sign", request("Content-Length: +5\r\n"), 400);
    row("negative length", request("Content-Length: -5\r\n"), 400);
    row("length in hex", request("Content-Length: 0x5\r\n"), 400);
    row("length with a space", request("Content-Length: 1 0\r\n"), 400);
    row("length twice in one", request("Content-Length: 5, 5\r\n"), 400);
    row("length twice", request("Content-Length: 5\r\nContent-Length: 5\r\n"), 400);
    row("two lengths", request("content-length: 5\r\nCONTENT-LENGTH: 6\r\n"), 400);
    row("chunked", request("Transfer-Encoding: chunked\r\n"), 411);
    row("identity", request("transfer-encoding: identity\r\n"), 411);
    row("empty transfer coding", request("Transfer-Encoding:\r\n"), 411);
    row("chunked and length", request("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 400);
    row("length and chunked", request("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("too long and chunked", request("Content-Length: 500\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunked in HTTP/1.0", request("Transfer-Encoding: chunked\r\n", "POST / HTTP/1.0"), 411);

    row("100-continue", request("Expect: 100-continue\r\nContent-Length: 5\r\n"), complete);
    row("100-Continue", request("Expect: 100-Continue\r\n"), complete);
    row("another expectation", request("Expect: 200-ok\r\n"), 417);
    row("two expectations", request("Expect: 100-continue\r\nExpect: tea\r\n"), 417);
    row("empty expectation", request("Expect:\r\n"), 417);
    row("expectation in HTTP/1.0", request("Expect: tea\r\n", "GET / HTTP/1.0"), complete);
    row("too long and an expectation", request("Expect: tea\r\nContent-Length: 500\r\n"), 413);
}

void TestHeadScanner::rules()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, expected);
    QFETCH(HeadLimits, limits);

    const Outcome whole = scan({bytes}, limits);
    if (expected == complete)
        QVERIFY2(whole.verdict == HeadScanner::Verdict::Complete, whole.code + ' ' + QByteArray::number(whole.status));
    else if (expected == incomplete)
        QVERIFY(whole.verdict == HeadScanner::Verdict::Incomplete);
    else
        QCOMPARE(whole.status, expected);

    QVERIFY(scan(singleBytes(bytes), limits) == whole);
    for (qsizetype at = 0; at <= bytes.size(); ++at)
        QVERIFY2(scan({bytes.first(at), bytes.sliced(at)}, limits) == whole,
                 qPrintable(QStringLiteral("cut at %1").arg(at)));
}

void TestHeadScanner::valuesAreTakenOver()
{
    HeadScanner scanner{HeadLimits()};
    const QByteArray bytes = "PATCH /api/v1/orders?limit=5&q=a?b HTTP/1.1\r\nHost: hub:8787\r\nX-Thing: \t two words "
                             "\t\r\nEmpty:\r\nContent-Length: 12\r\n"
                             "Connection: x, Close\r\nExpect: 100-continue\r\n\r\n";
    QVERIFY(scanner.feed(bytes + "twelve bytes") == HeadScanner::Verdict::Complete);
    QCOMPARE(scanner.taken(), bytes.size());
    const RequestHead head = scanner.takeHead();
    QCOMPARE(head.method, QByteArray("PATCH"));
    QCOMPARE(head.path, QByteArray("/api/v1/orders"));
    QCOMPARE(head.query, QByteArray("limit=5&q=a?b"));
    QCOMPARE(head.field("x-thing"), QByteArray("two words"));
    QCOMPARE(head.field("host"), QByteArray("hub:8787"));
    QCOMPARE(head.field("empty"), QByteArray());
    QCOMPARE(head.bodyBytes, 12);
    QVERIFY(head.close);
    QVERIFY(head.expectContinue);
    QVERIFY(!head.upgrade);
    QCOMPARE(head.minorVersion, 1);

    HeadScanner old{HeadLimits()};
    QVERIFY(old.feed("GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n") == HeadScanner::Verdict::Complete);
    QVERIFY(old.head().close);
    QVERIFY(!old.head().expectContinue);
    QCOMPARE(old.head().minorVersion, 0);
    old.reset();
    QVERIFY(old.feed("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") == HeadScanner::Verdict::Complete);
    QVERIFY(!old.head().close);
}

void TestHeadScanner::absoluteFormIsReadAsItsPath()
{
    const auto headOf = [](const QByteArray &target) {
        HeadScanner scanner{HeadLimits()};
        if (scanner.feed("GET " + target + " HTTP/1.1\r\nHost: other\r\n\r\n") != HeadScanner::Verdict::Complete)
            return QByteArray("refused");
        return scanner.head().path + '|' + scanner.head().query;
    };
    QCOMPARE(headOf("http://hub/a/b?c=d"), QByteArray("/a/b|c=d"));
    QCOMPARE(headOf("https://hub:8787/"), QByteArray("/|"));
    QCOMPARE(headOf("http://hub"), QByteArray("/|"));
    QCOMPARE(headOf("http://[::1]:80?c"), QByteArray("/|c"));
}

void TestHeadScanner::upgradeIsSeenWidely_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("expected");
    QTest::newRow("plain") << QByteArray("Connection: Upgrade\r\nUpgrade: websocket\r\n") << true;
    QTest::newRow("list") << QByteArray("Connection: keep-alive, upgrade\r\nUpgrade: WebSocket\r\n") << true;
    QTest::newRow("part of a word") << QByteArray("Connection: x-upgrade-y\r\nUpgrade: websocket\r\n") << true;
    QTest::newRow("second field")
        << QByteArray("Connection: close\r\nConnection: upgrade\r\nUpgrade: h2c\r\nUpgrade: websocket\r\n") << true;
    QTest::newRow("list of protocols") << QByteArray("Connection: upgrade\r\nUpgrade: h2c, websocket\r\n") << true;
    QTest::newRow("another protocol") << QByteArray("Connection: Upgrade\r\nUpgrade: h2c\r\n") << false;
    QTest::newRow("no Connection") << QByteArray("Upgrade: websocket\r\n") << false;
    QTest::newRow("no Upgrade") << QByteArray("Connection: Upgrade\r\n") << false;
}

void TestHeadScanner::upgradeIsSeenWidely()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, expected);
    HeadScanner scanner{HeadLimits()};
    QVERIFY(scanner.feed(request(fields)) == HeadScanner::Verdict::Complete);
    QCOMPARE(scanner.head().upgrade, expected);
}

void TestHeadScanner::takesOneHeadOnly()
{
    HeadScanner scanner{HeadLimits()};
    const QByteArray first = "\r\n" + request("A: 1\r\n");
    QVERIFY(scanner.feed(first + request("B: 2\r\n")) == HeadScanner::Verdict::Complete);
    QCOMPARE(scanner.taken(), first.size());
    QCOMPARE(scanner.leading(), 2);
    // What comes before reset() is not looked at.
    QVERIFY(scanner.feed("rubbish") == HeadScanner::Verdict::Complete);
    QCOMPARE(scanner.taken(), 0);
}

void TestHeadScanner::afterResetTheNextHeadIsRead()
{
    HeadScanner scanner(smallLimits());
    QVERIFY(!scanner.started());
    QVERIFY(scanner.feed(request("Content-Length: 5\r\nConnection: close\r\nExpect: 100-continue\r\n")) ==
            HeadScanner::Verdict::Complete);
    QVERIFY(scanner.started());
    scanner.reset();
    QVERIFY(!scanner.started());
    QCOMPARE(scanner.headBytes(), 0);
    QVERIFY(scanner.feed(request("A: 1\r\nB: 2\r\nC: 3\r\n")) == HeadScanner::Verdict::Complete);
    QCOMPARE(scanner.head().bodyBytes, 0);
    QVERIFY(!scanner.head().close);
    QVERIFY(!scanner.head().expectContinue);
    QCOMPARE(scanner.head().fields.size(), std::size_t(4));
    scanner.reset();
    QVERIFY(scanner.feed("\n") == HeadScanner::Verdict::Refused);
    scanner.reset();
    QVERIFY(scanner.feed(request("")) == HeadScanner::Verdict::Complete);
}

void TestHeadScanner::randomInputCutAnyhowGivesOneVerdict()
{
    std::mt19937 random(20260115);
    const auto pick = [&random](qsizetype bound) {
        return static_cast<qsizetype>(std::uniform_int_distribution<qint64>(0, bound - 1)(random));
    };
    const QByteArray parts[] = {"GET ",
                                "POST ",
                                "/",
                                "/a?b",
                                "//",
                                "*",
                                "http://hub/",
                                " HTTP/1.1",
                                " HTTP/1.0",
                                "\r\n",
                                "\r",
                                "\n",
                                "Host: hub\r\n",
                                "Host",
                                ":",
                                " ",
                                "\t",
                                "Content-Length: 7\r\n",
                                "Transfer-Encoding: chunked\r\n",
                                "Expect: 100-continue\r\n",
                                "Connection: close\r\n",
                                "Connection: Upgrade\r\nUpgrade: websocket\r\n",
                                "A: b\r\n",
                                "\r\n\r\n",
                                QByteArray("\0", 1),
                                "\xff",
                                "#"};
    int completes = 0;
    int refusals = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        if (pick(2) == 0) {
            // Nearly right.
            bytes = request(pick(2) ? "Content-Length: 7\r\nA: b\r\n" : "Expect: 100-continue\r\n",
                            pick(2) ? "POST /a HTTP/1.1" : "GET /?q HTTP/1.0");
            if (pick(4) != 0)
                bytes.insert(pick(bytes.size()), parts[pick(std::size(parts))]);
        } else {
            for (qsizetype count = pick(12); count >= 0; --count)
                bytes += parts[pick(std::size(parts))];
        }
        const Outcome whole = scan({bytes}, smallLimits());
        QList<QByteArray> pieces;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype size = std::min(bytes.size() - at, 1 + pick(9));
            pieces.append(bytes.sliced(at, size));
            at += size;
        }
        QVERIFY2(scan(pieces, smallLimits()) == whole, bytes.toPercentEncoding());
        if (whole.verdict == HeadScanner::Verdict::Complete) {
            ++completes;
            const QByteArray head = bytes.sliced(whole.leading, whole.taken - whole.leading);
            QVERIFY(head.endsWith("\r\n\r\n"));
            QCOMPARE(head.indexOf("\r\n\r\n"), head.size() - 4);
            QCOMPARE(head.count('\r'), head.count("\r\n"));
            QCOMPARE(head.count('\n'), head.count("\r\n"));
            QVERIFY(!head.contains('\0'));
        } else if (whole.verdict == HeadScanner::Verdict::Refused) {
            ++refusals;
            QVERIFY(whole.status >= 400 && whole.status <= 505);
            QVERIFY(!whole.code.isEmpty());
        }
    }
    QVERIFY2(completes > 500, qPrintable(QString::number(completes)));
    QVERIFY2(refusals > 500, qPrintable(QString::number(refusals)));
}

void TestHeadScanner::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("valid");
    for (const char *host : {"hub", "hub:80", "hub:", "hub:65535", "127.0.0.1:8787", "[::1]", "[::1]:8787",
                             "[fe80::1:2]", "a.b-c_d", "xn--80ak6aa92e.com", "[::ffff:10.0.0.1]:1"})
        QTest::newRow(host) << QByteArray(host) << true;
    for (const char *host :
         {"",    ":80", "hub:65536", "hub:123456", "hub:8o", "hub:80:80", "hub/",   "a b",   "u@hub",     "[::1",
          "::1", "[]",  "[::1]x",    "[gg::1]",    "[1]",    "hub,hub",   "hub%41", "hub?x", "h\xc3\xa4", "[::1]:x"})
        QTest::newRow(*host ? host : "empty") << QByteArray(host) << false;
    QTest::newRow("very long") << QByteArray(300, 'a') << false;
}

void TestHeadScanner::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, valid);
    QCOMPARE(isValidHost(host), valid);
}

void TestHeadScanner::tokens_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<bool>("expected");
    QTest::newRow("alone") << QByteArray("close") << true;
    QTest::newRow("case") << QByteArray("CLOSE") << true;
    QTest::newRow("last") << QByteArray("a, b ,close") << true;
    QTest::newRow("empty items") << QByteArray(",, close ,") << true;
    QTest::newRow("longer") << QByteArray("closed") << false;
    QTest::newRow("part") << QByteArray("en-close") << false;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("spaces") << QByteArray("clo se") << false;
}

void TestHeadScanner::tokens()
{
    QFETCH(QByteArray, list);
    QFETCH(bool, expected);
    QCOMPARE(hasToken(list, "close"), expected);
}

QTEST_GUILESS_MAIN(TestHeadScanner)
#include "headscannertest.moc"

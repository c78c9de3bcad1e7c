// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/livegate.h"
#include "sync/server/responsewriter.h"

#include <QTest>

using namespace oshaq;

namespace {

const QByteArray date = "Thu, 15 Jan 2026 10:30:00 GMT";

RequestHead upgradeHead()
{
    RequestHead head;
    head.method = "GET";
    head.path = "/live";
    head.fields = {{"host", "hub"},
                   {"connection", "keep-alive, Upgrade"},
                   {"upgrade", "WebSocket"},
                   {"sec-websocket-version", "13"},
                   {"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="}};
    head.upgrade = true;
    return head;
}

void setField(RequestHead &head, const QByteArray &name, const QByteArray &value)
{
    for (HttpField &field : head.fields) {
        if (field.name == name)
            field.value = value;
    }
}

/// As a client gets it.
QByteArray bytesOf(const HttpResponse &response, const ResponseFraming &framing, const QByteArray &at)
{
    return writeHead(response, framing, at) + bodyToSend(response, framing);
}

} // namespace

class TestHttpValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsHeadAndBody();
    void headAnswersKeepTheLength();
    void answersWithoutBodies();
    void connectionHeaders();
    void headersCannotBeInjected();
    void dates();
    void upgradeFaults();
};

void TestHttpValues::anAnswerIsHeadAndBody()
{
    HttpResponse response;
    response.status = 201;
    response.headers = {{"X-Request-Id", "r1"}, {"Location", "/orders/1"}};
    response.body = "{\"a\":1}";
    QCOMPARE(bytesOf(response, {}, date),
             QByteArray("HTTP/1.1 201 Created\r\nDate: Thu, 15 Jan 2026 10:30:00 GMT\r\nContent-Type: "
                        "application/json; charset=utf-8\r\n"
                        "Content-Length: 7\r\nX-Request-Id: r1\r\nLocation: /orders/1\r\n\r\n{\"a\":1}"));
}

void TestHttpValues::headAnswersKeepTheLength()
{
    HttpResponse response;
    response.body = "12345";
    ResponseFraming framing;
    framing.head = true;
    const QByteArray bytes = bytesOf(response, framing, date);
    QVERIFY(bytes.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\n"));
}

void TestHttpValues::answersWithoutBodies()
{
    for (const int status : {204, 304}) {
        HttpResponse response;
        response.status = status;
        response.headers = {{"ETag", "\"v1\""}};
        response.body = "must not be sent";
        const QByteArray bytes = bytesOf(response, {}, date);
        QVERIFY(!bytes.contains("Content-Length"));
        QVERIFY(bytes.contains("\r\nETag: \"v1\"\r\n"));
        QVERIFY(bytes.endsWith("\r\n\r\n"));
    }
    HttpResponse empty;
    const QByteArray bytes = bytesOf(empty, {}, date);
    QVERIFY(bytes.contains("\r\nContent-Length: 0\r\n"));
    QVERIFY(!bytes.contains("Content-Type"));
}

void TestHttpValues::connectionHeaders()
{
    ResponseFraming framing;
    QVERIFY(!bytesOf({}, framing, date).contains("Connection:"));
    framing.minorVersion = 0;
    QVERIFY(bytesOf({}, framing, date).contains("\r\nConnection: keep-alive\r\n"));
    framing.close = true;
    const QByteArray bytes = bytesOf({}, framing, date);
    QVERIFY(bytes.contains("\r\nConnection: close\r\n"));
    QVERIFY(!bytes.contains("keep-alive"));
}

void TestHttpValues::headersCannotBeInjected()
{
    HttpResponse response;
    response.status = 7000;
    response.contentType = "text/plain\r\nX-Evil: 1";
    response.headers = {{"A", "b\r\nX-Evil: 2"},  {"B\r\nX-Evil", "3"},    {"C:D", "4"}, {"", "5"},
                        {"content-length", "99"}, {"Connection", "close"}, {"Good", "6"}};
    response.body = "x";
    const QByteArray bytes = bytesOf(response, {}, date);
    QVERIFY(bytes.startsWith("HTTP/1.1 500 "));
    QVERIFY(!bytes.contains("Evil"));
    QVERIFY(!bytes.contains("99"));
    QVERIFY(!bytes.contains("Connection"));
    QVERIFY(!bytes.contains("C:D"));
    QVERIFY(bytes.contains("\r\nGood: 6\r\n"));
}

void TestHttpValues::dates()
{
    QCOMPARE(httpDate(784111777000), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    QCOMPARE(httpDate(0), QByteArray("Thu, 01 Jan 1970 00:00:00 GMT"));
    QCOMPARE(reasonPhrase(404), QByteArray("Not Found"));
    QCOMPARE(reasonPhrase(299), QByteArray("Unknown"));
}

void TestHttpValues::upgradeFaults()
{
    QVERIFY(!findUpgradeFault(upgradeHead()));

    const auto statusWith = [](const std::function<void(RequestHead &)> &change) {
        RequestHead head = upgradeHead();
        change(head);
        const auto fault = findUpgradeFault(head);
        return fault ? fault->status : 0;
    };
    QCOMPARE(statusWith([](RequestHead &head) { head.method = "POST"; }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { head.minorVersion = 0; }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { head.bodyBytes = 1; }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { setField(head, "upgrade", "h2c, websocket"); }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { head.fields.push_back({"upgrade", "websocket"}); }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { setField(head, "connection", "x-upgrade"); }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { head.fields.push_back({"connection", "upgrade"}); }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { setField(head, "sec-websocket-version", "8"); }), 426);
    QCOMPARE(statusWith([](RequestHead &head) { head.fields.push_back({"sec-websocket-version", "13"}); }), 426);
    QCOMPARE(statusWith([](RequestHead &head) { setField(head, "sec-websocket-key", "c2hvcnQ="); }), 400);
    QCOMPARE(statusWith([](RequestHead &head) { setField(head, "sec-websocket-key", "not base 64 at all !!!!"); }),
             400);
    QCOMPARE(statusWith([](RequestHead &head) { setField(head, "sec-websocket-key", ""); }), 400);
    QCOMPARE(statusWith([](RequestHead &head) {
                 head.fields.push_back({"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="});
             }),
             400);
}

QTEST_GUILESS_MAIN(TestHttpValues)
#include "httpvaluestest.moc"

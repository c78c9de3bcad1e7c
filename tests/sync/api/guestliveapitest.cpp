// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/liveclient.h"

#include <QTest>

#include <atomic>

using namespace oshaq;
using namespace oshaq::test;

/// WS user/live, and going on from a cursor on both live routes.
class GuestLiveApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hearsOfOwnOrdersOnly();
    void hearsOwnMessagesOnly();
    void goesOnFromACursor();
    void staffGoOnFromACursorToo();
    void refusesCursorsItCannotServe();
    void takesATokenAsSubprotocol();
    void isForGuestsOnly();

private:
    qint64 placeOrder(const QByteArray &guest);
    bool setStatus(qint64 order, int status);
    QByteArray refusal(const QByteArray &target, const QByteArray &token);

    std::unique_ptr<TestSite> m_site;
};

void GuestLiveApiTest::init()
{
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

qint64 GuestLiveApiTest::placeOrder(const QByteArray &guest)
{
    BlockingHttp http(m_site->port(), guest);
    const auto made = http.request("POST", "/api/v1/user/orders/create", pickupBody(m_site->business().item("Soup")));
    if (!made || made->status != 201)
        return 0;
    const QJsonObject answer = QJsonDocument::fromJson(made->body).object();
    return answer.value(QLatin1String("data")).toObject().value(QLatin1String("order_id")).toInteger();
}

bool GuestLiveApiTest::setStatus(qint64 order, int status)
{
    BlockingHttp http(m_site->port(), m_site->business().token);
    const auto answer = http.request("PATCH", "/api/v1/business/orders/" + QByteArray::number(order) + "/status",
                                     "{\"status\":" + QByteArray::number(status) + '}');
    return answer && answer->status == 200;
}

QByteArray GuestLiveApiTest::refusal(const QByteArray &target, const QByteArray &token)
{
    BlockingHttp http(m_site->port());
    const QByteArray answer = http.raw("GET " + target +
                                       " HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                       "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                                       "Authorization: Bearer " +
                                       token + "\r\n\r\n");
    const qsizetype code = answer.indexOf("\"code\":\"") + 8;
    return answer.mid(9, 3) + ' ' + answer.mid(code, answer.indexOf('"', code) - code);
}

void GuestLiveApiTest::hearsOfOwnOrdersOnly()
{
    const QByteArray mine = m_site->business().guestToken;
    const QByteArray theirs = m_site->addGuest(m_site->business(), QStringLiteral("Somebody else"));
    LiveClient client(m_site->port(), mine, "/api/v1/user/live");
    QVERIFY(client.waitForHello());
    const qint64 other = placeOrder(theirs);
    const qint64 own = placeOrder(mine);
    QVERIFY(other > 0 && own > 0);
    QVERIFY(setStatus(other, 2));
    QVERIFY(setStatus(own, 2));
    QTRY_COMPARE(client.changes.size(), 2);
    for (const QJsonObject &change : client.changes)
        QCOMPARE(change.value(QLatin1String("id")).toInteger(), own);
    QVERIFY2(!client.raw.contains("Somebody"), client.raw);
    QCOMPARE(client.changes.last()
                 .value(QLatin1String("data"))
                 .toObject()
                 .value(QLatin1String("status"))
                 .toObject()
                 .value(QLatin1String("status"))
                 .toInt(),
             2);
}

void GuestLiveApiTest::hearsOwnMessagesOnly()
{
    NoticeBoard &board = m_site->hub().notices();
    const QByteArray terminal = m_site->business().terminalTokens.at(Role::Counter);
    const qint64 guest = m_site->business().guestId;
    {
        LiveClient mine(m_site->port(), m_site->business().guestToken, "/api/v1/user/live");
        LiveClient theirs(m_site->port(), m_site->addGuest(m_site->business(), QStringLiteral("Somebody else")),
                          "/api/v1/user/live");
        LiveClient screen(m_site->port(), terminal);
        LiveClient program(m_site->port(), m_site->business().token);
        QVERIFY(mine.waitForHello() && theirs.waitForHello() && screen.waitForHello() && program.waitForHello());
        QVERIFY(board.isHere(guest));

        std::atomic<int> heard = 0;
        LiveNotice notice;
        notice.businessId = m_site->business().id;
        notice.uuid = QStringLiteral("01a20b81-8c3a-7ff9-97df-000000000001");
        notice.userId = guest;
        notice.orderId = 7;
        notice.text = {QStringLiteral("Ready"), QStringLiteral("Order A-042 is ready.")};
        notice.atMs = 1'768'488'420'000;
        notice.heard = [&heard] { ++heard; };
        board.post(notice);
        QTRY_COMPARE(mine.notices.size(), 1);
        QCOMPARE(heard.load(), 1);
        const QJsonObject said = mine.notices.first();
        QCOMPARE(said.value(QLatin1String("text")).toString(), notice.text.body);
        QCOMPARE(said.value(QLatin1String("order_id")).toInteger(), 7);

        notice.userId = 0;
        notice.text = {{}, QStringLiteral("A payment is unknown.")};
        board.post(notice);
        QTRY_COMPARE(screen.notices.size(), 1);
        QCOMPARE(heard.load(), 2);
        // Who would have heard something wrongly has heard it before this.
        QVERIFY(placeOrder(m_site->business().guestToken) > 0);
        QTRY_VERIFY(!program.changes.isEmpty() && !mine.changes.isEmpty());
        QCOMPARE(mine.notices.size(), 1);
        QVERIFY(theirs.notices.isEmpty() && program.notices.isEmpty());
        notice.userId = guest + 4711;
        board.post(notice); // of nobody who is here
    }
    QTRY_VERIFY(!board.isHere(guest));
}

void GuestLiveApiTest::goesOnFromACursor()
{
    const QByteArray mine = m_site->business().guestToken;
    const QByteArray theirs = m_site->addGuest(m_site->business(), QStringLiteral("Somebody else"));
    QByteArray cursor;
    {
        LiveClient client(m_site->port(), mine, "/api/v1/user/live");
        QVERIFY(client.waitForHello());
        cursor = client.cursor();
    }
    // While nobody listened: two orders of mine, one of them changed twice, and one of somebody else.
    const qint64 first = placeOrder(mine);
    const qint64 second = placeOrder(mine);
    QVERIFY(placeOrder(theirs) > 0);
    QVERIFY(setStatus(first, 2) && setStatus(first, 3));

    LiveClient client(m_site->port(), mine, "/api/v1/user/live?since=" + cursor);
    QVERIFY(client.waitForHello());
    QTRY_COMPARE(client.changes.size(), 2);
    QCOMPARE(client.changes[0].value(QLatin1String("id")).toInteger(), second);
    QCOMPARE(client.changes[1].value(QLatin1String("id")).toInteger(), first);
    QCOMPARE(client.changes[1]
                 .value(QLatin1String("data"))
                 .toObject()
                 .value(QLatin1String("status"))
                 .toObject()
                 .value(QLatin1String("status"))
                 .toInt(),
             3);
    // And then it goes on as if nothing had been.
    QVERIFY(setStatus(second, 2));
    QTRY_COMPARE(client.changes.size(), 3);
    QCOMPARE(client.changes[2].value(QLatin1String("id")).toInteger(), second);
}

void GuestLiveApiTest::staffGoOnFromACursorToo()
{
    QByteArray cursor;
    {
        LiveClient client(m_site->port(), m_site->business().token);
        QVERIFY(client.waitForHello());
        cursor = client.cursor();
    }
    const qint64 start = cursor.mid(cursor.lastIndexOf('.') + 1).toLongLong();
    for (int i = 0; i < 5; ++i)
        QVERIFY(placeOrder(m_site->business().guestToken) > 0);
    LiveClient client(m_site->port(), m_site->business().token, "/api/v1/business/live?since=" + cursor);
    QVERIFY(client.waitForHello());
    QVERIFY(placeOrder(m_site->business().guestToken) > 0);
    QTRY_COMPARE(client.changes.size(), 6);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(client.changes[i].value(QLatin1String("seq")).toInteger(), start + 1 + i);
}

void GuestLiveApiTest::refusesCursorsItCannotServe()
{
    const QByteArray token = m_site->business().guestToken;
    QCOMPARE(refusal("/api/v1/user/live?since=nonsense", token), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(refusal("/api/v1/user/live?since=OTHEREPOCH.1", token), QByteArray("410 CURSOR_GONE"));
    QCOMPARE(refusal("/api/v1/user/live?since=" + m_site->hub().epoch().toLatin1() + ".999999", token),
             QByteArray("410 CURSOR_GONE"));
    QCOMPARE(refusal("/api/v1/business/live?since=OTHEREPOCH.1", m_site->business().token),
             QByteArray("410 CURSOR_GONE"));
}

void GuestLiveApiTest::takesATokenAsSubprotocol()
{
    const QByteArray token = m_site->business().guestToken;
    BlockingHttp http(m_site->port());
    const auto ask = [&](const QByteArray &protocols) {
        return http.raw("GET /api/v1/user/live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                        "Sec-WebSocket-Protocol: " +
                            protocols + "\r\n\r\n",
                        500);
    };
    const QByteArray accepted = ask("oshaq.v1, bearer." + token);
    QVERIFY2(accepted.startsWith("HTTP/1.1 101"), accepted);
    QVERIFY2(accepted.toLower().contains("sec-websocket-protocol: oshaq.v1\r\n"), accepted);
    QVERIFY(!accepted.contains(token));
    QVERIFY(ask("oshaq.v1, bearer.ogt_wrong").startsWith("HTTP/1.1 401"));
    QVERIFY(ask("oshaq.v1").startsWith("HTTP/1.1 401"));
    for (const QByteArray &line : m_site->accessLog())
        QVERIFY(!line.contains(token));
}

void GuestLiveApiTest::isForGuestsOnly()
{
    QCOMPARE(refusal("/api/v1/user/live", m_site->business().token), QByteArray("403 FORBIDDEN"));
    QCOMPARE(refusal("/api/v1/business/live", m_site->business().guestToken), QByteArray("403 FORBIDDEN"));
}

QTEST_GUILESS_MAIN(GuestLiveApiTest)
#include "guestliveapitest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/tillclient.h"
#include "fakewire.h"
#include "sync/protocol/drawerjson.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/paymentjson.h"

#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::testing;

/// Questions of the sheets of money over a scripted transport.
class TillClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForDrawers();
    void changesDrawers();
    void givesBack();
    void refusalsAreTold();
    void givenUp();

private:
    void deliverAll()
    {
        while (m_wire->deliverOne()) {
        }
        QCoreApplication::processEvents();
    }
    const WireRequest &last() const { return m_wire->requests.back(); }
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : last().headers) {
            if (key == name)
                return value;
        }
        return {};
    }
    static QByteArray drawerText(qint64 id, bool isHere)
    {
        DrawerSession session;
        session.id = id;
        session.floatMinor = 10'050;
        session.openedAtMs = 1'768'471'200'000;
        JsonWriter json;
        writeDrawer(json, session, isHere);
        return json.take();
    }
    PortDone<DrawerView> into(std::optional<DrawerView> *view, PortFailure *failure = nullptr)
    {
        return [view, failure](const PortAnswer<DrawerView> &answer) {
            *view = answer.value;
            if (failure)
                *failure = answer.failure;
        };
    }

    HubEndpoint m_endpoint;
    std::unique_ptr<FakeTransport> m_wire;
    std::unique_ptr<TillClient> m_client;
};

void TillClientTest::init()
{
    m_endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"));
    m_wire = std::make_unique<FakeTransport>();
    m_client = std::make_unique<TillClient>(m_endpoint, *m_wire, [] { return Currency(); });
}

void TillClientTest::cleanup()
{
    m_client.reset();
    m_wire.reset();
}

void TillClientTest::asksForDrawers()
{
    m_wire->queued.push_back(answered(200, successJson('[' + drawerText(3, false) + ',' + drawerText(4, true) + ']',
                                                       QStringLiteral("OK"), R"({"next_cursor":null})")));
    std::vector<DrawerView> open;
    m_client->openDrawers([&open](const PortAnswer<std::vector<DrawerView>> &answer) {
        QVERIFY2(bool(answer), qPrintable(answer.failure.message));
        open = *answer.value;
    });
    QCOMPARE(last().method, QByteArray("GET"));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/drawers?state=open"));
    deliverAll();
    QCOMPARE(open.size(), std::size_t(2));
    QVERIFY(!open[0].isHere && open[1].isHere);
    QCOMPARE(open[1].session.floatMinor, 10'050);

    m_wire->queued.push_back(answered(200, successJson(drawerText(4, true), QStringLiteral("OK"), {})));
    std::optional<DrawerView> one;
    m_client->drawer(4, into(&one));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/drawers/4"));
    deliverAll();
    QVERIFY(one && one->session.id == 4);
}

void TillClientTest::changesDrawers()
{
    const auto queue = [this] {
        m_wire->queued.push_back(answered(201, successJson(drawerText(4, true), QStringLiteral("OK"), {})));
    };
    std::optional<DrawerView> got;
    queue();
    m_client->openDrawer(QStringLiteral("key-1"), 10'050, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/drawers"));
    QCOMPARE(last().body, QByteArray(R"({"float":100.5})"));
    QCOMPARE(header("Idempotency-Key"), QByteArray("key-1"));
    deliverAll();
    QVERIFY(got);

    queue();
    m_client->moveCash({QStringLiteral("key-2"), 4, DrawerMoveKind::PayOut, 5'000, QStringLiteral("Ice")}, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/drawers/4/moves"));
    QCOMPARE(last().body, QByteArray(R"({"kind":"pay_out","amount":50,"reason":"Ice"})"));
    deliverAll();

    queue();
    TillPort::CashCount count{QStringLiteral("key-3"), 4, 4'000, {{2'000, 2}}, false, QStringLiteral("kept"), 7};
    m_client->countCash(count, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/drawers/4/counts"));
    QCOMPARE(last().body, QByteArray(R"({"counted":40,"pieces":[{"face":20,"count":2}]})"));
    deliverAll();

    queue();
    count.closes = true;
    m_client->countCash(count, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/drawers/4/close"));
    QCOMPARE(last().body, QByteArray(R"({"counted":40,"pieces":[{"face":20,"count":2}],"note":"kept","version":7})"));
    deliverAll();
}

void TillClientTest::givesBack()
{
    Payment payment;
    payment.id = 9;
    payment.orderId = 7;
    payment.status = PaymentStatus::PartRefunded;
    payment.amountMinor = 5'000;
    payment.refundedMinor = 1'000;
    payment.createdAtMs = 1'768'471'200'000;
    JsonWriter json;
    writePayment(json, payment);
    m_wire->queued.push_back(answered(201, successJson(json.take(), QStringLiteral("OK"), {})));
    std::optional<Payment> got;
    m_client->refund(QStringLiteral("key-1"), 9, 1'000, QStringLiteral("Cold"),
                     [&got](const PortAnswer<Payment> &answer) { got = answer.value; });
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/payment/9/refund"));
    QCOMPARE(last().body, QByteArray(R"({"amount":10,"reason":"Cold"})"));
    QCOMPARE(header("Idempotency-Key"), QByteArray("key-1"));
    deliverAll();
    QVERIFY(got && got->refundedMinor == 1'000);
    m_client->refund(QStringLiteral("key-2"), 9, std::nullopt, QStringLiteral("Cold"),
                     [](const PortAnswer<Payment> &) {});
    QCOMPARE(last().body, QByteArray(R"({"reason":"Cold"})"));
}

void TillClientTest::refusalsAreTold()
{
    m_wire->queued.push_back(
        answered(412, errorJson(Error{ErrorCode::VersionStale, QStringLiteral("closed"), {}}, "r")));
    m_wire->queued.push_back(answered(200, successJson("{}", QStringLiteral("OK"), {})));
    std::optional<DrawerView> got;
    PortFailure failure;
    m_client->drawer(4, into(&got, &failure));
    deliverAll();
    QVERIFY(failure.kind == PortFailure::Kind::Refused);
    QCOMPARE(failure.errorCode, QStringLiteral("VERSION_STALE"));
    // A success without the shape that it should have.
    m_client->drawer(4, into(&got, &failure));
    deliverAll();
    QVERIFY(failure.kind == PortFailure::Kind::Broken);
}

void TillClientTest::givenUp()
{
    std::optional<DrawerView> got;
    PortFailure failure{PortFailure::Kind::Broken, {}, {}, {}};
    m_client->drawer(4, into(&got, &failure));
    m_client->giveUp();
    QCoreApplication::processEvents();
    QVERIFY(failure.kind == PortFailure::Kind::Unreachable);
    const PortCall call = m_client->drawer(4, [](const PortAnswer<DrawerView> &) { QFAIL("it was cancelled"); });
    m_client->cancel(call);
    deliverAll();
}

QTEST_GUILESS_MAIN(TillClientTest)
#include "tillclienttest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// A machine whose libcurl cannot be used: in this test's LD_LIBRARY_PATH there is one without any function.

#include "sync/client/curllibrary.h"
#include "sync/client/curltransport.h"

#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace oshaq;

class CurlMissingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As when the network is down: what is to be sent waits, and is not thrown away as something that nobody takes.
    void everyRequestFailsAsWithoutANetwork()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("^libcurl cannot be loaded")));
        WireThread wire;
        CurlTransport transport(wire);
        for (int i = 0; i < 3; ++i) {
            std::optional<WireReply> reply;
            WireRequest request;
            request.url = "http://127.0.0.1:9/";
            transport.send(std::move(request), [&reply](WireReply got) { reply = std::move(got); });
            QTRY_VERIFY(reply);
            QCOMPARE(reply->failure, WireReply::Failure::Network);
            QCOMPARE(reply->failureText, QStringLiteral("libcurl cannot be loaded."));
            QVERIFY(!reply->mayHaveArrived);
        }
        QVERIFY(!CurlLibrary::get());
    }

    /// A request that is given up before anything was sent leaves nothing behind.
    void cancelsAndEnds()
    {
        WireThread wire;
        CurlTransport transport(wire);
        WireRequest request;
        request.url = "http://127.0.0.1:9/";
        bool called = false;
        transport.cancel(transport.send(std::move(request), [&called](const WireReply &) { called = true; }));
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(CurlMissingTest)
#include "curlmissingtest.moc"

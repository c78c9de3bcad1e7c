// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/addresslist.h"

#include <QTest>

using namespace oshaq;

class AddressListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void refuses_data();
    void refuses();
    void findsTheClient_data();
    void findsTheClient();
};

void AddressListTest::contains_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("inside");
    QTest::newRow("one address") << "192.168.1.7"
                                 << "192.168.1.7" << true;
    QTest::newRow("its neighbour") << "192.168.1.7"
                                   << "192.168.1.8" << false;
    QTest::newRow("network") << "192.168.1.0/24"
                             << "192.168.1.255" << true;
    QTest::newRow("beyond the network") << "192.168.1.0/24"
                                        << "192.168.2.0" << false;
    QTest::newRow("odd length") << "10.0.0.128/25"
                                << "10.0.0.127" << false;
    QTest::newRow("everything") << "0.0.0.0/0"
                                << "203.0.113.9" << true;
    QTest::newRow("not of the other family") << "0.0.0.0/0"
                                             << "fd00::1" << false;
    QTest::newRow("second entry") << "10.0.0.0/8, fd00::/8"
                                  << "fd12::1" << true;
    QTest::newRow("IPv4 in IPv6") << "10.0.0.0/8"
                                  << "::ffff:10.1.2.3" << true;
    QTest::newRow("IPv6 address") << "2001:db8::1"
                                  << "2001:db8::1" << true;
    QTest::newRow("empty list") << ""
                                << "127.0.0.1" << false;
}

void AddressListTest::contains()
{
    QFETCH(QString, list);
    QFETCH(QString, address);
    QFETCH(bool, inside);
    const auto read = AddressList::fromText(list);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->contains(QHostAddress(address)), inside);
}

void AddressListTest::refuses_data()
{
    QTest::addColumn<QString>("list");
    for (const char *text : {"10", "10.0.0.0/33", "fd00::/129", "kitchen", "10.0.0.1/8", "1.2.3.4.5", "10.0.0.0/-1",
                             "10.0.0.0/8/8", "fd00::1/8", "256.1.1.1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void AddressListTest::refuses()
{
    QFETCH(QString, list);
    const auto read = AddressList::fromText(QStringLiteral("127.0.0.1 ") + list);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(list), qPrintable(read.error().message));
}

void AddressListTest::findsTheClient_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<QString>("client");
    QTest::newRow("no proxy") << "203.0.113.9" << QByteArray() << "203.0.113.9";
    QTest::newRow("a stranger's claim") << "203.0.113.9" << QByteArray("10.0.0.1") << "203.0.113.9";
    QTest::newRow("through the proxy") << "10.0.0.1" << QByteArray("203.0.113.9") << "203.0.113.9";
    QTest::newRow("a claim in front of the proxy's word")
        << "10.0.0.1" << QByteArray("127.0.0.1, 203.0.113.9") << "203.0.113.9";
    QTest::newRow("two proxies") << "10.0.0.1" << QByteArray("203.0.113.9, 10.0.0.2") << "203.0.113.9";
    QTest::newRow("nonsense") << "10.0.0.1" << QByteArray("what, ever") << "10.0.0.1";
    QTest::newRow("nothing said") << "10.0.0.1" << QByteArray() << "10.0.0.1";
    QTest::newRow("all trusted") << "10.0.0.1" << QByteArray("10.0.0.3") << "10.0.0.3";
}

void AddressListTest::findsTheClient()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, forwardedFor);
    QFETCH(QString, client);
    const auto proxies = AddressList::fromText(QStringLiteral("10.0.0.0/24"));
    QVERIFY(proxies);
    QCOMPARE(clientAddress(QHostAddress(peer), forwardedFor, *proxies).toString(), client);
}

QTEST_APPLESS_MAIN(AddressListTest)
#include "addresslisttest.moc"

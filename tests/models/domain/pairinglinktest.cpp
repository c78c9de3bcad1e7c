// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pairinglink.h"

#include <QTest>

using namespace oshaq;

/// What stands in the picture on the hub's screen.
class PairingLinkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
};

static PairingLink sample()
{
    return {QStringLiteral("https://192.168.1.10:8787"), QByteArray(32, '\xfb'), QStringLiteral("K7QM-01XA")};
}

void PairingLinkTest::isReadAsItWasWritten()
{
    const QString text = sample().text();
    QCOMPARE(text, QStringLiteral("oshaq://pair?u=https://192.168.1.10:8787&f="
                                  "-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s&c=K7QM-01XA"));
    const auto read = PairingLink::fromText(QStringLiteral("  ") + text + u'\n');
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, sample());
    PairingLink v6 = sample();
    v6.url = QStringLiteral("https://[fd00::7]:8787");
    const auto readV6 = PairingLink::fromText(v6.text());
    QVERIFY(readV6.ok());
    QCOMPARE(*readV6, v6);
    QVERIFY(PairingLink::looksLikeOne(QStringLiteral(" OSHAQ://pair")));
    QVERIFY(!PairingLink::looksLikeOne(QStringLiteral("K7QM-01XA")));
}

void PairingLinkTest::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("text");
    const QString good = sample().text();
    QTest::newRow("empty") << QString();
    QTest::newRow("code alone") << QStringLiteral("K7QM-01XA");
    QTest::newRow("another scheme") << QString(good).replace(QStringLiteral("oshaq:"), QStringLiteral("https:"));
    QTest::newRow("another verb") << QString(good).replace(QStringLiteral("//pair"), QStringLiteral("//open"));
    QTest::newRow("plain http") << QString(good).replace(QStringLiteral("https:"), QStringLiteral("http:"));
    QTest::newRow("no port") << QString(good).remove(QStringLiteral(":8787"));
    QTest::newRow("a path") << QString(good).replace(QStringLiteral(":8787"), QStringLiteral(":8787/api"));
    QTest::newRow("a user") << QString(good).replace(QStringLiteral("//192"), QStringLiteral("//a:b@192"));
    QTest::newRow("a short fingerprint") << QString(good).replace(QStringLiteral("f=-_v7"), QStringLiteral("f="));
    QTest::newRow("no base64") << QString(good).replace(QStringLiteral("f=-_v7"), QStringLiteral("f=!!!!"));
    QTest::newRow("no code") << QString(good).remove(QStringLiteral("&c=K7QM-01XA"));
    QTest::newRow("two codes") << good + QStringLiteral("&c=K7QM-01XB");
    QTest::newRow("a code that is none") << QString(good).replace(QStringLiteral("K7QM"), QStringLiteral("K7"));
    QTest::newRow("two fingerprints") << good + QStringLiteral("&f=-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s");
    QTest::newRow("endless") << good + QString(10'000, u'x');
}

void PairingLinkTest::refusesEverythingElse()
{
    QFETCH(QString, text);
    const auto read = PairingLink::fromText(text);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::ValidationFailed);
}

QTEST_GUILESS_MAIN(PairingLinkTest)
#include "pairinglinktest.moc"

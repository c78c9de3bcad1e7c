// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/epoch.h"

#include <QTest>

using namespace oshaq;

class EpochTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("term");
        QTest::addColumn<QString>("random");
        QTest::newRow("ordered") << QStringLiteral("3-K7FA2QOMX5R3D") << 3LL << QStringLiteral("K7FA2QOMX5R3D");
        QTest::newRow("two digits") << QStringLiteral("12-A") << 12LL << QStringLiteral("A");
        QTest::newRow("another dash") << QStringLiteral("2-A-B") << 2LL << QStringLiteral("A-B");
        QTest::newRow("before terms") << QStringLiteral("K7FA2QOMX5R3D") << 0LL << QStringLiteral("K7FA2QOMX5R3D");
        QTest::newRow("letters before the dash")
            << QStringLiteral("old-epoch") << 0LL << QStringLiteral("old-epoch");
        QTest::newRow("no number") << QStringLiteral("-A") << 0LL << QStringLiteral("-A");
        QTest::newRow("nothing random") << QStringLiteral("3-") << 0LL << QStringLiteral("3-");
        QTest::newRow("zero") << QStringLiteral("0-A") << 0LL << QStringLiteral("0-A");
        QTest::newRow("leading zero") << QStringLiteral("03-A") << 0LL << QStringLiteral("03-A");
        QTest::newRow("too long for a term")
            << QStringLiteral("1234567890123456-A") << 0LL << QStringLiteral("1234567890123456-A");
        QTest::newRow("other digits") << QStringLiteral("\u0663-A") << 0LL << QStringLiteral("\u0663-A");
    }

    void readsWhatItWrites()
    {
        QFETCH(QString, text);
        QFETCH(qint64, term);
        QFETCH(QString, random);
        const Epoch epoch = Epoch::fromText(text);
        QCOMPARE(epoch.term, term);
        QCOMPARE(epoch.random, random);
        QCOMPARE(epoch.text(), text);
        QCOMPARE(termOf(text), term);
        QVERIFY(epoch.isValid());
    }

    void nothingIsNoEpoch()
    {
        QVERIFY(!Epoch::fromText({}).isValid());
        QCOMPARE(termOf({}), 0);
    }

    void termsAreOrderedAsNumbers()
    {
        const Epoch nine = Epoch::fromText(u"9-Z");
        const Epoch ten = Epoch::fromText(u"10-A");
        QVERIFY(ten.isHigherThan(nine));
        QVERIFY(!nine.isHigherThan(ten));
        const Epoch other = Epoch::fromText(u"10-B");
        QVERIFY(!ten.isHigherThan(other) && !other.isHigherThan(ten));
        QVERIFY(ten != other);
        QVERIFY(nine.isHigherThan(Epoch::fromText(u"OLD")));
    }
};

QTEST_GUILESS_MAIN(EpochTest)
#include "epochtest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/change.h"
#include "models/domain/error.h"
#include "models/domain/fulfilment.h"
#include "models/domain/order.h"
#include "models/domain/role.h"
#include "models/domain/uuid7.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <limits>
#include <mutex>
#include <thread>

using namespace oshaq;

class IdentityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uuidShape()
    {
        const qint64 now = 0x0123456789ab;
        const QString uuid = makeUuid7(now);
        const QRegularExpression shape(QStringLiteral("^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        QVERIFY2(shape.match(uuid).hasMatch(), qPrintable(uuid));
        QVERIFY(isUuid(uuid));
        QVERIFY(makeUuid7(0).startsWith(QStringLiteral("00000000-0000-7")));
        QVERIFY(makeUuid7(-1).startsWith(QStringLiteral("00000000-0000-7")));
    }

    void uuidOrder()
    {
        QString last;
        for (qint64 ms = 1'700'000'000'000; ms < 1'700'000'000'500; ++ms) {
            const QString next = makeUuid7(ms);
            QVERIFY(last < next);
            last = next;
        }
    }

    void uuidsOfManyThreadsDiffer()
    {
        QSet<QString> all;
        std::mutex mutex;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                QStringList own;
                for (int n = 0; n < 2000; ++n)
                    own << makeUuid7(1'700'000'000'000);
                const std::lock_guard lock(mutex);
                for (const QString &uuid : own)
                    all.insert(uuid);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(all.size(), 8000);
    }

    void uuidTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("v7") << "018f4e3a-1b2c-7def-8abc-0123456789ab" << true;
        QTest::newRow("v4") << "9b2d3f4e-5a6b-4c7d-8e9f-a0b1c2d3e4f5" << true;
        QTest::newRow("upper case") << "9B2D3F4E-5A6B-4C7D-8E9F-A0B1C2D3E4F5" << true;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("braces") << "{9b2d3f4e-5a6b-4c7d-8e9f-a0b1c2d3e4f5}" << false;
        QTest::newRow("no dashes") << "9b2d3f4e5a6b4c7d8e9fa0b1c2d3e4f5" << false;
        QTest::newRow("misplaced dash") << "9b2d3f4-e5a6b-4c7d-8e9f-a0b1c2d3e4f5" << false;
        QTest::newRow("one short") << "9b2d3f4e-5a6b-4c7d-8e9f-a0b1c2d3e4f" << false;
        QTest::newRow("one long") << "9b2d3f4e-5a6b-4c7d-8e9f-a0b1c2d3e4f55" << false;
        QTest::newRow("letter g") << "9b2d3f4e-5a6b-4c7d-8e9f-a0b1c2d3e4g5" << false;
        QTest::newRow("full-width") << QStringLiteral("\uFF11b2d3f4e-5a6b-4c7d-8e9f-a0b1c2d3e4f5") << false;
    }
    void uuidTexts()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QCOMPARE(isUuid(text), valid);
    }

    void cursors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("epoch"); // empty: refused
        QTest::addColumn<qint64>("seq");
        QTest::newRow("plain") << "e1.8"
                               << "e1" << qint64{8};
        QTest::newRow("zero") << "e1.0"
                              << "e1" << qint64{0};
        QTest::newRow("uuid epoch") << "018f4e3a-1b2c-7def-8abc-0123456789ab.12"
                                    << "018f4e3a-1b2c-7def-8abc-0123456789ab" << qint64{12};
        QTest::newRow("largest") << "E.9223372036854775807"
                                 << "E" << std::numeric_limits<qint64>::max();
        for (const char *text :
             {"", ".", "e1", "e1.", ".8", "e1.-1", "e1.+1", "e1.08", "e1.1.2", "e1.1e3", "e1. 1", "e1.1 ", "e 1.1",
              "e1.9223372036854775808", "e1.99999999999999999999999", "e1.0x1", "e/1.1"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text) << QString() << qint64{0};
        QTest::newRow("long epoch") << QString(65, u'a') + QStringLiteral(".1") << QString() << qint64{0};
        QTest::newRow("full-width seq") << QStringLiteral("e1.\uFF11") << QString() << qint64{0};
    }
    void cursors()
    {
        QFETCH(QString, text);
        QFETCH(QString, epoch);
        QFETCH(qint64, seq);
        const Cursor cursor = Cursor::fromText(text);
        QCOMPARE(cursor.isValid(), !epoch.isEmpty());
        QCOMPARE(cursor.epoch, epoch);
        QCOMPARE(cursor.seq, seq);
        if (cursor.isValid())
            QCOMPARE(cursor.text(), text);
    }

    void wordsOfTheApi()
    {
        QStringList roles;
        for (const Role role : allRoles) {
            roles << roleText(role);
            QCOMPARE(roleFromText(roleText(role)), role);
        }
        QCOMPARE(roles.join(u' '), QStringLiteral("owner manager kitchen counter courier guest integration"));
        QVERIFY(!roleFromText(u"Owner"));
        QVERIFY(!roleFromText(u""));
        QStringList fulfilments;
        for (const Fulfilment fulfilment : allFulfilments) {
            fulfilments << fulfilmentText(fulfilment);
            QCOMPARE(fulfilmentFromText(fulfilmentText(fulfilment)), fulfilment);
        }
        QCOMPARE(fulfilments.join(u' '), QStringLiteral("dine_in pickup delivery"));
        QVERIFY(!fulfilmentFromText(u"dine-in"));
        const QStringList kinds{QStringLiteral("order"),   QStringLiteral("item"),     QStringLiteral("category"),
                                QStringLiteral("station"), QStringLiteral("business"), QStringLiteral("terminal")};
        for (const QString &kind : kinds) {
            EntityKind parsed = EntityKind::Order;
            QVERIFY(entityKindFromText(kind, &parsed));
            QCOMPARE(entityKindText(parsed), kind);
        }
        EntityKind untouched = EntityKind::Station;
        QVERIFY(!entityKindFromText(u"orders", &untouched));
        QCOMPARE(untouched, EntityKind::Station);
    }

    void errorCodesAreDistinctIdentifiers()
    {
        const QRegularExpression shape(QStringLiteral("^[A-Z]+(_[A-Z]+)*$"));
        QSet<QString> seen;
        const int count = static_cast<int>(ErrorCode::Internal) + 1;
        for (int i = 0; i < count; ++i) {
            const QString text = errorCodeText(static_cast<ErrorCode>(i));
            QVERIFY2(shape.match(text).hasMatch(), qPrintable(text));
            seen.insert(text);
        }
        QCOMPARE(seen.size(), count);
        QCOMPARE(errorCodeText(ErrorCode::OrderTransitionNotAllowed), QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"));
        QCOMPARE(errorCodeText(ErrorCode::UnknownVersion), QStringLiteral("API_VERSION_UNKNOWN"));
    }

    void firstNames()
    {
        QCOMPARE(firstName(QStringLiteral("Aigerim Bekova")), QStringLiteral("Aigerim"));
        QCOMPARE(firstName(QStringLiteral("  Aigerim\tB. ")), QStringLiteral("Aigerim"));
        QCOMPARE(firstName(QStringLiteral("\u0410\u0439\u0433\u0435\u0440\u0456\u043c\u00a0\u0411.")),
                 QStringLiteral("\u0410\u0439\u0433\u0435\u0440\u0456\u043c"));
        QCOMPARE(firstName(QStringLiteral("Cher")), QStringLiteral("Cher"));
        QCOMPARE(firstName(QString()), QString());
        QCOMPARE(firstName(QStringLiteral("   ")), QString());
    }
};

QTEST_APPLESS_MAIN(IdentityTest)
#include "identitytest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/target.h"

#include <QTest>

using namespace oshaq;

class TargetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesPaths_data();
    void decodesPaths();
    void refusesPaths_data();
    void refusesPaths();
    void decodesQueries();
    void refusesQueries_data();
    void refusesQueries();
};

void TargetTest::decodesPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QStringList>("segments");
    QTest::newRow("root") << QByteArray("/") << QStringList{QString()};
    QTest::newRow("plain") << QByteArray("/api/menu") << QStringList{QStringLiteral("api"), QStringLiteral("menu")};
    QTest::newRow("trailing slash is an empty segment")
        << QByteArray("/menu/") << QStringList{QStringLiteral("menu"), QString()};
    QTest::newRow("encoded slash stays inside") << QByteArray("/a%2Fb") << QStringList{QStringLiteral("a/b")};
    QTest::newRow("plus is a plus") << QByteArray("/a+b") << QStringList{QStringLiteral("a+b")};
    QTest::newRow("utf-8") << QByteArray("/%D0%9F%D0%BB%D0%BE%D0%B2") << QStringList{QStringLiteral("Плов")};
    QTest::newRow("three dots are a name") << QByteArray("/...") << QStringList{QStringLiteral("...")};
    QTest::newRow("byte order mark is kept") << QByteArray("/%EF%BB%BFa") << QStringList{QString(QChar(0xfeff)) + u'a'};
}

void TargetTest::decodesPaths()
{
    QFETCH(QByteArray, path);
    QFETCH(QStringList, segments);
    const auto decoded = decodePath(path);
    QVERIFY2(decoded.ok(), "refused");
    QCOMPARE(QStringList(decoded->begin(), decoded->end()), segments);
}

void TargetTest::refusesPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("relative") << QByteArray("api/menu");
    QTest::newRow("asterisk") << QByteArray("*");
    QTest::newRow("dot") << QByteArray("/api/./menu");
    QTest::newRow("dots") << QByteArray("/api/../menu");
    QTest::newRow("dots at the end") << QByteArray("/api/..");
    QTest::newRow("encoded dots") << QByteArray("/api/%2e%2E/menu");
    QTest::newRow("half encoded dots") << QByteArray("/api/.%2e/menu");
    QTest::newRow("cut encoding") << QByteArray("/api/%2");
    QTest::newRow("bare percent") << QByteArray("/api/%");
    QTest::newRow("no hex") << QByteArray("/api/%zz");
    QTest::newRow("nul") << QByteArray("/api/%00menu");
    QTest::newRow("newline") << QByteArray("/api/%0a");
    QTest::newRow("delete") << QByteArray("/api/%7f");
    QTest::newRow("no utf-8") << QByteArray("/api/%ff");
    QTest::newRow("cut utf-8") << QByteArray("/api/%d0");
    QTest::newRow("overlong utf-8") << QByteArray("/api/%c0%ae");
    QTest::newRow("surrogate in utf-8") << QByteArray("/api/%ed%a0%80");
}

void TargetTest::refusesPaths()
{
    QFETCH(QByteArray, path);
    const auto decoded = decodePath(path);
    QVERIFY(!decoded.ok());
    QVERIFY(decoded.error().code == ErrorCode::BadRequest);
}

void TargetTest::decodesQueries()
{
    const auto decoded = decodeQuery("status=1,2&from=2026-01-15T10%3A30%3A00Z&note=a+b%2Bc&empty=&bare&&x=1=2");
    QVERIFY(decoded.ok());
    QCOMPARE(queryValue(*decoded, u"status"), QStringLiteral("1,2"));
    QCOMPARE(queryValue(*decoded, u"from"), QStringLiteral("2026-01-15T10:30:00Z"));
    QCOMPARE(queryValue(*decoded, u"note"), QStringLiteral("a b+c"));
    QCOMPARE(queryValue(*decoded, u"x"), QStringLiteral("1=2"));
    QVERIFY(!queryValue(*decoded, u"empty").isNull());
    QVERIFY(queryValue(*decoded, u"empty").isEmpty());
    QVERIFY(!queryValue(*decoded, u"bare").isNull());
    QVERIFY(queryValue(*decoded, u"absent").isNull());
    QCOMPARE(decoded->size(), size_t(6));
    QVERIFY(decodeQuery("").ok());
}

void TargetTest::refusesQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("code");
    QTest::newRow("broken encoding") << QByteArray("a=%1") << int(ErrorCode::BadRequest);
    QTest::newRow("no utf-8") << QByteArray("a=%ff") << int(ErrorCode::BadRequest);
    QTest::newRow("no utf-8 in a name") << QByteArray("%ff=1") << int(ErrorCode::BadRequest);
    QTest::newRow("twice") << QByteArray("a=1&b=2&a=3") << int(ErrorCode::ValidationFailed);
    QTest::newRow("twice, encoded") << QByteArray("a=1&%61=3") << int(ErrorCode::ValidationFailed);
    QByteArray many;
    for (int i = 0; i < 33; ++i)
        many += 'p' + QByteArray::number(i) + "=1&";
    QTest::newRow("too many") << many << int(ErrorCode::BadRequest);
}

void TargetTest::refusesQueries()
{
    QFETCH(QByteArray, query);
    QFETCH(int, code);
    const auto decoded = decodeQuery(query);
    QVERIFY(!decoded.ok());
    QCOMPARE(int(decoded.error().code), code);
}

QTEST_APPLESS_MAIN(TargetTest)
#include "targettest.moc"

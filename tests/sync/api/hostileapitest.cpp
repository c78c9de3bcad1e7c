// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"
#include "tests/support/blockinghttp.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// The hostile corpora, over real HTTP, as everything a client can choose: no answer is ever missing or a 5xx.
class HostileApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void jsonFilesAsBodies();
    void jsonFilesAsNotes();
    void naughtyStringsAsTexts();
    void naughtyStringsAsPathsAndQueries();
    void naughtyStringsAsTokensAndKeys();

private:
    static QString corpus() { return QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/hostile-inputs"); }
    static QJsonArray naughtyStrings();

    std::unique_ptr<TestSite> m_site;
    QByteArray m_order;
};

void HostileApiTest::initTestCase()
{
    if (!QDir(corpus()).exists())
        QSKIP("the shared corpora are not beside this checkout");
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    BlockingHttp http(m_site->port(), m_site->business().guestToken);
    const auto made = http.request("POST", "/api/v1/user/orders/create", pickupBody(m_site->business().item("Soup")));
    QVERIFY(made && made->status == 201);
    m_order = QByteArray::number(QJsonDocument::fromJson(made->body)
                                     .object()
                                     .value(QLatin1String("data"))
                                     .toObject()
                                     .value(QLatin1String("order_id"))
                                     .toInteger());
}

void HostileApiTest::cleanupTestCase()
{
    m_site.reset();
}

QJsonArray HostileApiTest::naughtyStrings()
{
    QFile file(corpus() + QStringLiteral("/blns.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

void HostileApiTest::jsonFilesAsBodies()
{
    const TestBusiness &business = m_site->business();
    const QList<QPair<QByteArray, QByteArray>> routes{{"POST", "/api/v1/user/orders/create"},
                                                      {"POST", "/api/v1/business/orders"},
                                                      {"PATCH", "/api/v1/business/orders/" + m_order + "/lines"},
                                                      {"POST", "/api/v1/business/painted"}};
    const QDir files(corpus() + QStringLiteral("/JSONTestSuite/test_parsing"));
    const QStringList names = files.entryList(QDir::Files);
    QVERIFY(names.size() > 300);
    const auto before = m_site->allRowCounts();
    for (const auto &[method, path] : routes) {
        const QByteArray token = path.startsWith("/api/v1/user") ? business.guestToken
                                 : path.endsWith("painted")      ? business.terminalTokens.at(Role::Kitchen)
                                                                 : business.token;
        BlockingHttp http(m_site->port(), token);
        for (const QString &name : names) {
            QFile file(files.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray body = file.readAll();
            const auto answer = http.request(method, path, body);
            QVERIFY2(answer, qPrintable(name));
            // None of them is an order: y_ is understood and refused, n_ is not understood, i_ either.
            const QByteArray where = name.toUtf8() + " at " + path + ": " + QByteArray::number(answer->status) + " " +
                                     answer->body.left(200);
            if (name.startsWith(u"y_"))
                QVERIFY2(answer->status == 422 || (answer->status == 400 && name.contains(u"duplicated")), where);
            else if (name.startsWith(u"n_"))
                QVERIFY2(answer->status == 400, where);
            else
                QVERIFY2(answer->status == 422 || answer->status == 400, where);
        }
    }
    QVERIFY(m_site->allRowCounts() == before);
}

void HostileApiTest::jsonFilesAsNotes()
{
    // Whatever a file holds is a fine note, once it is written as a string: the answer gives it back.
    const TestBusiness &business = m_site->business();
    BlockingHttp http(m_site->port(), business.guestToken);
    const QDir files(corpus() + QStringLiteral("/JSONTestSuite/test_transform"));
    const QStringList names = files.entryList(QDir::Files);
    QVERIFY(names.size() > 10);
    for (const QString &name : names) {
        QFile file(files.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject order = QJsonDocument::fromJson(pickupBody(business.item("Soup"))).object();
        order.insert(QStringLiteral("note"), QString::fromLatin1(file.readAll().toPercentEncoding()));
        const auto answer = http.request("POST", "/api/v1/user/orders/create", QJsonDocument(order).toJson());
        QVERIFY2(answer && answer->status == 201, qPrintable(name));
    }
}

void HostileApiTest::naughtyStringsAsTexts()
{
    const TestBusiness &business = m_site->business();
    BlockingHttp guest(m_site->port(), business.guestToken);
    BlockingHttp staff(m_site->port(), business.token);
    const QJsonArray strings = naughtyStrings();
    QVERIFY(strings.size() > 400);
    int accepted = 0;
    for (const QJsonValue &value : strings) {
        const QString text = value.toString();
        QJsonObject order = QJsonDocument::fromJson(pickupBody(business.item("Bread"))).object();
        order.insert(QStringLiteral("note"), text);
        order.insert(QStringLiteral("allergy"), text);
        QJsonObject line = order.value(QLatin1String("items")).toArray()[0].toObject();
        line.insert(QStringLiteral("note"), text);
        order.insert(QStringLiteral("items"), QJsonArray{line});
        const auto placed = guest.request("POST", "/api/v1/user/orders/create", QJsonDocument(order).toJson());
        QVERIFY2(placed, qPrintable(text));
        QVERIFY2(placed->status == 201 || placed->status == 422, placed->body);
        if (placed->status == 201) {
            ++accepted;
            // It comes back as the same text, composed and without byte order marks: nothing was cut, escaped twice or
            // executed.
            const QJsonObject back =
                QJsonDocument::fromJson(placed->body).object().value(QLatin1String("data")).toObject();
            QCOMPARE(back.value(QLatin1String("note")).toString(),
                     text.normalized(QString::NormalizationForm_C).remove(QChar(QChar::ByteOrderMark)));
        }
        const QJsonObject person{{QStringLiteral("name"), text}, {QStringLiteral("phone"), text}};
        const auto known = staff.request("POST", "/api/v1/auth/guest", QJsonDocument(person).toJson());
        QVERIFY2(known && (known->status == 201 || known->status == 422), qPrintable(text));
        const QJsonObject named{{QStringLiteral("name"), text}};
        const auto made = staff.request("POST", "/api/v1/auth/guest", QJsonDocument(named).toJson());
        QVERIFY2(made && (made->status == 201 || made->status == 422), qPrintable(text));
        // And other readers meet it too.
    }
    QVERIFY2(accepted > 300, QByteArray::number(accepted));
    const auto list = staff.get("/api/v1/business/orders?limit=200");
    QVERIFY(list && list->status == 200 && QJsonDocument::fromJson(list->body).isObject());
    const auto snapshot = staff.get("/api/v1/business/snapshot");
    QVERIFY(snapshot && snapshot->status == 200 && QJsonDocument::fromJson(snapshot->body).isObject());
}

void HostileApiTest::naughtyStringsAsPathsAndQueries()
{
    BlockingHttp http(m_site->port(), m_site->business().token);
    const auto before = m_site->allRowCounts();
    for (const QJsonValue &value : naughtyStrings()) {
        const QByteArray text = value.toString().toUtf8().toPercentEncoding().left(2000);
        for (const QByteArray &target :
             {QByteArray("/api/v1/business/orders/" + text), QByteArray("/" + text + "/menu"),
              QByteArray("/api/v1/business/orders?cursor=" + text), QByteArray("/api/v1/menu?business=" + text),
              QByteArray("/api/v1/business/orders?" + text + "=1"), QByteArray("/api/v1/business/orders?from=" + text),
              QByteArray("/api/v1/business/changes?since=" + text)}) {
            const auto answer = http.get(target);
            QVERIFY2(answer, target);
            QVERIFY2((answer->status >= 400 && answer->status < 500) || answer->status == 200,
                     target + ' ' + answer->body);
        }
    }
    QVERIFY(m_site->allRowCounts() == before);
}

void HostileApiTest::naughtyStringsAsTokensAndKeys()
{
    const TestBusiness &business = m_site->business();
    BlockingHttp nobody(m_site->port());
    BlockingHttp guest(m_site->port(), business.guestToken);
    for (const QJsonValue &value : naughtyStrings()) {
        // Line ends inside of a header are the guard's to refuse, and tested there.
        QByteArray text = value.toString().toUtf8().left(1000);
        text.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
        const auto refused = nobody.request("GET", "/api/v1/business/orders", {},
                                            {{"Authorization", "Bearer " + text}, {"X-Request-Id", text}});
        QVERIFY2(refused, text);
        QVERIFY2(refused->status == 401 || refused->status == 400, text + ' ' + refused->body);
        const auto keyed = guest.request("POST", "/api/v1/user/orders/create", pickupBody(business.item("Bread")),
                                         {{"Idempotency-Key", text}});
        QVERIFY2(keyed, text);
        QVERIFY2(keyed->status == 201 || keyed->status == 400, text + ' ' + keyed->body);
    }
}

QTEST_GUILESS_MAIN(HostileApiTest)
#include "hostileapitest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/pictures.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Pictures of items and categories through the API.
class ImageApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void putAndGet();
    void guestsSeeIt();
    void tagsAndCaches();
    void versions();
    void lies_data();
    void lies();
    void bombsCostNothing();
    void tooLarge();
    void whoMay();
    void anotherBusinessSeesNothing();
    void goesWithItsItem();
    void categoriesHaveThem();
    void largeOnesOverTheWire();

private:
    QByteArray path(const char *item = "Soup") const
    {
        return "/api/v1/business/items/" + QByteArray::number(m_site->business().item(item)) + "/image";
    }
    ApiAnswer put(const QByteArray &bytes, const QByteArray &type = "image/png", Headers headers = {})
    {
        headers.append(qMakePair(QByteArray("content-type"), type));
        return m_api->call("PUT", path(), m_token, bytes, std::move(headers));
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_token;
    const QByteArray m_png = fileOf(twoHalves(1500, 900), "png");
};

void ImageApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_token = m_site->business().terminalTokens.at(Role::Manager);
}

void ImageApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void ImageApiTest::putAndGet()
{
    QCOMPARE(m_api->get(path(), m_token).verdict(), QByteArray("404 NOT_FOUND"));
    const auto made = put(m_png);
    QVERIFY2(made.status == 200, made.body);
    QCOMPARE(made.data().value(QLatin1String("version")).toInteger(), 2);
    const auto detail = m_api->get(path(), m_token);
    QCOMPARE(detail.status, 200);
    QCOMPARE(detail.header("Content-Type"), QByteArray("image/jpeg"));
    QCOMPARE(detail.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(QImage::fromData(detail.body).size(), QSize(1024, 614));
    QCOMPARE(QImage::fromData(m_api->get(path() + "?size=list", m_token).body).width(), 320);
    QCOMPARE(m_api->get(path() + "?size=huge", m_token).status, 422);
    const auto gone = m_api->call("DELETE", path(), m_token);
    QVERIFY2(gone.status == 200, gone.body);
    QVERIFY(gone.data().value(QLatin1String("image")).isNull());
    QCOMPARE(m_api->get(path(), m_token).status, 404);
    QCOMPARE(m_api->call("DELETE", path(), m_token).status, 404);
}

void ImageApiTest::guestsSeeIt()
{
    const QByteArray where = put(m_png).data().value(QLatin1String("image")).toString().toLatin1();
    QVERIFY(where.startsWith("/api/menu/images/"));
    QVERIFY(m_api->get("/api/v1/menu").body.contains(where));
    const auto seen = m_api->get(where + "?size=list");
    QCOMPARE(seen.status, 200);
    QCOMPARE(seen.header("Cache-Control"), QByteArray("public, max-age=31536000, immutable"));
    QCOMPARE(m_api->get(where, {}, {{"if-none-match", seen.header("ETag")}}).status, 200);
    QCOMPARE(m_api->get(where + "?size=list", {}, {{"if-none-match", seen.header("ETag")}}).status, 304);
    QCOMPARE(m_api->get("/api/v2/menu/images/" + where.mid(17)).status, 200);
    for (const char *name : {"x", "1", "%25", "00000000000000000000000000000000"})
        QCOMPARE(m_api->get(QByteArray("/api/v1/menu/images/") + name).verdict(), QByteArray("404 NOT_FOUND"));
}

void ImageApiTest::tagsAndCaches()
{
    QCOMPARE(put(m_png).status, 200);
    const auto first = m_api->get(path(), m_token);
    const QByteArray tag = first.header("ETag");
    QVERIFY(tag.endsWith("-detail\""));
    const auto cached = m_api->get(path(), m_token, {{"if-none-match", tag}});
    QCOMPARE(cached.status, 304);
    QVERIFY(cached.body.isEmpty());
    QCOMPARE(put(fileOf(twoHalves(50, 50), "png")).status, 200);
    const auto changed = m_api->get(path(), m_token, {{"if-none-match", tag}});
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.header("ETag") != tag);
}

void ImageApiTest::versions()
{
    QCOMPARE(put(m_png, "image/png", {{"if-match", "\"7\""}}).verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(put(m_png, "image/png", {{"if-match", "\"1\""}}).status, 200);
    // The same picture again is no change.
    QCOMPARE(put(m_png).data().value(QLatin1String("version")).toInteger(), 2);
    QCOMPARE(m_api->call("DELETE", path(), m_token, {}, {{"if-match", "\"1\""}}).status, 412);
    QCOMPARE(m_api->call("DELETE", path(), m_token, {}, {{"if-match", "\"2\""}}).status, 200);
}

void ImageApiTest::lies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("verdict");
    const QByteArray png = fileOf(twoHalves(10, 10), "png");
    QTest::newRow("png as jpeg") << png << QByteArray("image/jpeg") << QByteArray("415 UNSUPPORTED_MEDIA_TYPE");
    QTest::newRow("text as png") << QByteArray("hello") << QByteArray("image/png")
                                 << QByteArray("415 UNSUPPORTED_MEDIA_TYPE");
    QTest::newRow("svg") << QByteArray("<svg/>") << QByteArray("image/svg+xml")
                         << QByteArray("415 UNSUPPORTED_MEDIA_TYPE");
    QTest::newRow("gif") << QByteArray("GIF89a") << QByteArray("image/gif") << QByteArray("415 UNSUPPORTED_MEDIA_TYPE");
    QTest::newRow("json") << QByteArray("{}") << QByteArray("application/json")
                          << QByteArray("415 UNSUPPORTED_MEDIA_TYPE");
    QTest::newRow("half a png") << png.left(40) << QByteArray("image/png") << QByteArray("422 VALIDATION_FAILED");
    QTest::newRow("nothing") << QByteArray() << QByteArray("image/png") << QByteArray("400 BAD_REQUEST");
    QTest::newRow("with a parameter") << png << QByteArray("Image/PNG; q=1") << QByteArray("200");
}

void ImageApiTest::lies()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, verdict);
    QCOMPARE(put(bytes, type).verdict(), verdict);
    QCOMPARE(m_site->rowCount("menu_images"), verdict == "200" ? 1 : 0);
}

void ImageApiTest::bombsCostNothing()
{
    const QByteArray bomb = pngOfSize(60'000, 60'000);
    QVERIFY(bomb.size() < 200);
    const auto refused = put(bomb);
    QCOMPARE(refused.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QVERIFY2(refused.body.contains("60000"), refused.body);
    QCOMPARE(m_site->rowCount("menu_images"), 0);
}

void ImageApiTest::tooLarge()
{
    QCOMPARE(put(m_png + QByteArray(9 * 1024 * 1024, 'x')).verdict(), QByteArray("413 PAYLOAD_TOO_LARGE"));
}

void ImageApiTest::whoMay()
{
    QCOMPARE(put(m_png).status, 200);
    for (const auto &[role, token] : m_site->business().terminalTokens) {
        QCOMPARE(m_api->get(path(), token).status, 200);
        const bool mayEdit = role == Role::Manager;
        QCOMPARE(m_api->call("PUT", path(), token, m_png, {{"content-type", "image/png"}}).status, mayEdit ? 200 : 403);
    }
    QCOMPARE(m_api->get(path(), m_site->business().guestToken).status, 403);
    QCOMPARE(m_api->get(path()).status, 401);
}

void ImageApiTest::anotherBusinessSeesNothing()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(put(m_png).status, 200);
    QCOMPARE(m_api->get(path(), other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("PUT", path(), other->token, m_png, {{"content-type", "image/png"}}).verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("DELETE", path(), other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->get(path(), m_token).status, 200);
}

void ImageApiTest::goesWithItsItem()
{
    const QByteArray where = put(m_png).data().value(QLatin1String("image")).toString().toLatin1();
    QCOMPARE(m_api->get(where).status, 200);
    QCOMPARE(m_api->call("DELETE", path().chopped(6), m_token).status, 200);
    QCOMPARE(m_api->get(where).status, 404);
    QCOMPARE(m_api->get(path(), m_token).status, 404);
    // And comes back with it.
    QCOMPARE(m_api
                 ->call("POST", "/api/v1/business/catalog/changes", m_token,
                        "{\"items\":[{\"act\":\"restore\",\"item_id\":" +
                            QByteArray::number(m_site->business().item("Soup")) + "}]}")
                 .status,
             200);
    QCOMPARE(m_api->get(where).status, 200);
    QCOMPARE(m_api->get(path(), m_token).status, 200);
}

/// Bodies above the common limit are read only for those who may send them.
void ImageApiTest::categoriesHaveThem()
{
    const ApiAnswer made = m_api->call("POST", "/api/v1/business/categories", m_token, "{\"name\":\"Cakes\"}");
    QCOMPARE(made.status, 201);
    const QByteArray row = "/api/v1/business/categories/" +
                           QByteArray::number(made.data().value(QLatin1String("category_id")).toInteger());
    const QByteArray picture = row + "/image";
    const Headers png{{"content-type", "image/png"}};
    QCOMPARE(m_api->get(picture, m_token).status, 404);
    QCOMPARE(put(m_png).status, 200);
    const ApiAnswer set = m_api->call("PUT", picture, m_token, m_png, png);
    QVERIFY2(set.status == 200, set.body);
    QCOMPARE(set.data().value(QLatin1String("version")).toInteger(), 2);
    const QByteArray where = set.data().value(QLatin1String("image")).toString().toLatin1();
    QCOMPARE(m_api->get(where).status, 200);
    QCOMPARE(QImage::fromData(m_api->get(picture + "?size=list", m_token).body).width(), 320);
    // One picture of an item and one of a category are two, even when they look the same.
    QCOMPARE(m_site->rowCount("menu_images"), 2);
    QCOMPARE(m_api->call("DELETE", path(), m_token).status, 200);
    QCOMPARE(m_api->get(where).status, 200);
    QCOMPARE(m_api->call("PUT", picture, m_token, "no picture", png).status, 415);
    QCOMPARE(m_api->call("DELETE", row, m_token).status, 200);
    QCOMPARE(m_api->get(where).status, 404);
}

void ImageApiTest::largeOnesOverTheWire()
{
    TestSite site;
    QVERIFY2(site.start(), qPrintable(site.problem()));
    QImage noise(1200, 1000, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x) {
            state = state * 1664525u + 1013904223u;
            noise.setPixel(x, y, state >> 8);
        }
    }
    const QByteArray png = fileOf(noise, "png");
    QVERIFY(png.size() > 2 * 1024 * 1024);
    const QByteArray target = "/api/v1/business/items/" + QByteArray::number(site.business().item("Soup")) + "/image";
    const QList<QPair<QByteArray, QByteArray>> headers{{"Content-Type", "image/png"}};
    BlockingHttp manager(site.port(), site.business().terminalTokens.at(Role::Manager));
    const auto put = manager.request("PUT", target, png, headers);
    QVERIFY(put);
    QVERIFY2(put->status == 200, put->body);
    const auto seen = manager.get(target);
    QVERIFY(seen);
    QCOMPARE(QImage::fromData(seen->body).size(), QSize(1024, 853));
    QCOMPARE(seen->header("content-type"), QByteArray("image/jpeg"));
    BlockingHttp kitchen(site.port(), site.business().terminalTokens.at(Role::Kitchen));
    const auto refused = kitchen.request("PUT", target, png, headers);
    QVERIFY(!refused || refused->status == 413 || refused->status == 403);
}

QTEST_GUILESS_MAIN(ImageApiTest)
#include "imageapitest.moc"

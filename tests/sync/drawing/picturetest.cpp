// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/picture.h"
#include "tests/support/pictures.h"

#include <QImageReader>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Pictures from strangers: what is taken, what is refused, and what is left of them.
class PictureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTwoSizes();
    void neverEnlarges();
    void readsEachFormat_data();
    void readsEachFormat();
    void seeThroughStaysSeeThrough();
    void turnsAsTheCameraWasHeld();
    void dropsWhatOneDoesNotSee();
    void refusesBombs_data();
    void refusesBombs();
    void refusesLies_data();
    void refusesLies();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void survivesSpoiledBytes();
    void refusesEndlessPasses();
    void sameBytesSameName();
};

static QImage opened(const QByteArray &bytes)
{
    return QImage::fromData(bytes);
}

void PictureTest::makesTwoSizes()
{
    const auto picture = imaging::makePicture(fileOf(twoHalves(3000, 1500), "jpeg"), "image/jpeg");
    QVERIFY2(picture.ok(), picture ? "" : qPrintable(picture.error().message));
    QCOMPARE(picture->mediaType, QByteArray("image/jpeg"));
    QCOMPARE(opened(picture->list).size(), QSize(320, 160));
    QCOMPARE(opened(picture->detail).size(), QSize(1024, 512));
    QVERIFY(picture->list.startsWith("\xff\xd8\xff"));
    QCOMPARE(picture->name.size(), 32);
    const QColor left = opened(picture->detail).pixelColor(100, 100);
    QVERIFY(left.red() > 200 && left.blue() < 60);
}

void PictureTest::neverEnlarges()
{
    const auto small = imaging::makePicture(fileOf(twoHalves(10, 20), "png"), "image/png");
    QVERIFY(small.ok());
    QCOMPARE(opened(small->list).size(), QSize(10, 20));
    QCOMPARE(opened(small->detail).size(), QSize(10, 20));
    // A line stays a line.
    const auto thin = imaging::makePicture(fileOf(twoHalves(10'000, 1), "png"), "image/png");
    QVERIFY(thin.ok());
    QCOMPARE(opened(thin->list).size(), QSize(320, 1));
}

void PictureTest::readsEachFormat_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const QByteArray type : imaging::mediaTypes)
        QTest::newRow(type) << type.mid(6);
}

void PictureTest::readsEachFormat()
{
    QFETCH(QByteArray, format);
    if (!QImageReader::supportedImageFormats().contains(format)) {
        const auto refused = imaging::makePicture("RIFF\x10\0\0\0WEBPVP8 ", "image/" + format);
        QVERIFY(!refused.ok());
        QSKIP("this machine has no decoder of it");
    }
    const auto picture = imaging::makePicture(fileOf(twoHalves(400, 300), format), "image/" + format);
    QVERIFY2(picture.ok(), picture ? "" : qPrintable(picture.error().message));
    QCOMPARE(picture->mediaType, QByteArray("image/jpeg"));
    QCOMPARE(opened(picture->list).size(), QSize(320, 240));
}

void PictureTest::seeThroughStaysSeeThrough()
{
    QImage image(600, 600, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    const auto picture = imaging::makePicture(fileOf(image, "png"), "image/png");
    QVERIFY(picture.ok());
    QCOMPARE(picture->mediaType, QByteArray("image/png"));
    QCOMPARE(opened(picture->list).pixelColor(5, 5).alpha(), 0);
    // An alpha channel that hides nothing needs no PNG.
    image.fill(QColor(1, 2, 3, 255));
    QCOMPARE(imaging::makePicture(fileOf(image, "png"), "image/png")->mediaType, QByteArray("image/jpeg"));
}

void PictureTest::turnsAsTheCameraWasHeld()
{
    const auto picture = imaging::makePicture(onItsSide(fileOf(twoHalves(400, 200), "jpeg")), "image/jpeg");
    QVERIFY2(picture.ok(), picture ? "" : qPrintable(picture.error().message));
    const QImage detail = opened(picture->detail);
    QCOMPARE(detail.size(), QSize(200, 400));
    // Left became top.
    QVERIFY(detail.pixelColor(100, 50).red() > 200);
    QVERIFY(detail.pixelColor(100, 350).blue() > 200);
    QVERIFY(!picture->detail.contains("Exif"));
}

void PictureTest::dropsWhatOneDoesNotSee()
{
    QImage image(40, 40, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setText(QStringLiteral("Comment"), QStringLiteral("taken at my home"));
    const QByteArray png = fileOf(image, "png") + "<script>hidden</script>";
    QVERIFY(png.contains("at my home"));
    const auto picture = imaging::makePicture(png, "image/png");
    QVERIFY(picture.ok());
    for (const QByteArray &bytes : {picture->list, picture->detail}) {
        QVERIFY(!bytes.contains("at my home"));
        QVERIFY(!bytes.contains("script"));
    }
    QImage opaque = twoHalves(40, 40);
    opaque.setText(QStringLiteral("Comment"), QStringLiteral("taken at my home"));
    QVERIFY(!imaging::makePicture(fileOf(opaque, "jpeg"), "image/jpeg")->detail.contains("at my home"));
}

void PictureTest::refusesBombs_data()
{
    QTest::addColumn<quint32>("width");
    QTest::addColumn<quint32>("height");
    QTest::newRow("square") << 60'000u << 60'000u;
    QTest::newRow("wide") << 20'000u << 1u;
    QTest::newRow("just too many") << 5'001u << 5'000u;
    QTest::newRow("the largest") << 0x7fffffffu << 0x7fffffffu;
    QTest::newRow("nothing") << 0u << 10u;
}

void PictureTest::refusesBombs()
{
    QFETCH(quint32, width);
    QFETCH(quint32, height);
    const QByteArray bomb = pngOfSize(width, height);
    QVERIFY(bomb.size() < 200);
    const auto refused = imaging::makePicture(bomb, "image/png");
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
}

void PictureTest::refusesLies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    const QByteArray png = fileOf(twoHalves(10, 10), "png");
    QTest::newRow("png as jpeg") << png << QByteArray("image/jpeg");
    QTest::newRow("jpeg as png") << fileOf(twoHalves(10, 10), "jpeg") << QByteArray("image/png");
    QTest::newRow("png as webp") << png << QByteArray("image/webp");
    QTest::newRow("bmp as png") << fileOf(twoHalves(10, 10), "bmp") << QByteArray("image/png");
    QTest::newRow("svg as png") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << QByteArray("image/png");
    QTest::newRow("html as jpeg") << QByteArray("<html><script>alert(1)</script>") << QByteArray("image/jpeg");
    QTest::newRow("nothing") << QByteArray() << QByteArray("image/png");
    QTest::newRow("png as svg") << png << QByteArray("image/svg+xml");
}

void PictureTest::refusesLies()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    const auto refused = imaging::makePicture(bytes, type);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::UnsupportedMediaType);
}

void PictureTest::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    const QByteArray png = fileOf(twoHalves(300, 300), "png");
    QTest::newRow("png head") << png.left(20) << QByteArray("image/png");
    QTest::newRow("png signature") << png.left(8) << QByteArray("image/png");
    QTest::newRow("png without its pixels") << png.left(45) << QByteArray("image/png");
    QTest::newRow("jpeg head") << fileOf(twoHalves(300, 300), "jpeg").left(60) << QByteArray("image/jpeg");
    QTest::newRow("webp head") << QByteArray("RIFF\x10\0\0\0WEBPVP8 \0\0", 18) << QByteArray("image/webp");
}

void PictureTest::refusesBrokenFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    const auto refused = imaging::makePicture(bytes, type);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == ErrorCode::ValidationFailed ||
            refused.error().code == ErrorCode::UnsupportedMediaType);
}

/// Every byte of small files wrong once: refused or taken, and nothing else.
void PictureTest::survivesSpoiledBytes()
{
    for (const QByteArray &format : {QByteArray("png"), QByteArray("jpeg")}) {
        const QByteArray file = fileOf(twoHalves(24, 24), format);
        for (qsizetype i = 0; i < file.size(); ++i) {
            QByteArray spoiled = file;
            spoiled[i] = char(spoiled[i] ^ 0xff);
            const auto result = imaging::makePicture(spoiled, "image/" + format);
            QVERIFY(result.ok() || result.error().code == ErrorCode::ValidationFailed ||
                    result.error().code == ErrorCode::UnsupportedMediaType);
        }
    }
}

void PictureTest::refusesEndlessPasses()
{
    QByteArray jpeg = fileOf(twoHalves(300, 300), "jpeg");
    for (int i = 0; i < 200; ++i)
        jpeg.append(QByteArray("\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00", 10));
    const auto refused = imaging::makePicture(jpeg, "image/jpeg");
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
}

void PictureTest::sameBytesSameName()
{
    const QByteArray one = fileOf(twoHalves(300, 300), "png");
    const auto first = imaging::makePicture(one, "image/png");
    const auto again = imaging::makePicture(one, "image/png");
    const auto other = imaging::makePicture(fileOf(twoHalves(300, 301), "png"), "image/png");
    QCOMPARE(first->name, again->name);
    QVERIFY(first->name != other->name);
}

QTEST_GUILESS_MAIN(PictureTest)
#include "picturetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/printraster.h"
#include "sync/printing/escpos.h"
#include "tests/sync/printing/escposdecoder.h"
#include "tests/sync/printing/samplepapers.h"

#include <QDir>
#include <QImage>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// What is shown before is what comes out: the printer's bytes, read as a printer does, against the preview's dots.
class PrintRasterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsWhatThePreviewShows_data();
    void printsWhatThePreviewShows();
    void nothingIsCut_data() { printsWhatThePreviewShows_data(); }
    void nothingIsCut();
    void everyLetterHasItsOwnShape();
    void struckAndInverse();
    void longTextsWrap();
    void theNumberStaysOneWord();
    void isTheSameEachTime();

private:
    static PrintBlock text(const QString &content, int size = 3)
    {
        PrintBlock block;
        block.text = content;
        block.size = size;
        return block;
    }
    static qsizetype ink(const PrintRaster &raster)
    {
        qsizetype dots = 0;
        for (const char byte : raster.bits)
            dots += qPopulationCount(quint8(byte));
        return dots;
    }
};

void PrintRasterTest::printsWhatThePreviewShows_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    for (const char *language : {"en", "ru", "kk"}) {
        for (const int width : printerWidths)
            QTest::addRow("%s %d", language, width) << QString::fromLatin1(language) << width;
    }
}

void PrintRasterTest::printsWhatThePreviewShows()
{
    QFETCH(QString, language);
    QFETCH(int, width);
    const QString shots = qEnvironmentVariable("OSHAQ_PAPER_SHOTS");
    for (const auto &[name, document] : samplePapers(language)) {
        const QByteArray png = *rasterPng(*printRaster(document, width));
        const QImage preview = QImage::fromData(png, "PNG");
        const DecodedPaper paper = decodeEscPos(*escpos::encode(document, width));
        QVERIFY2(paper.problem.isEmpty() && paper.complete, qPrintable(paper.problem));
        QCOMPARE(paper.initialised, 1);
        QCOMPARE(paper.cuts, 1);
        QCOMPARE(paper.raster.width, width);
        QCOMPARE(preview.size(), QSize(paper.raster.width, paper.raster.height));
        qsizetype different = 0;
        for (int y = 0; y < preview.height(); ++y) {
            for (int x = 0; x < preview.width(); ++x)
                different += (qGray(preview.pixel(x, y)) < 128) != paper.raster.isBlack(x, y);
        }
        QCOMPARE(different, 0);
        if (!shots.isEmpty()) {
            QVERIFY(QDir().mkpath(shots));
            QVERIFY(preview.save(QStringLiteral("%1/%2-%3-%4.png").arg(shots, name, language).arg(width)));
        }
    }
}

void PrintRasterTest::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(int, width);
    for (const auto &[name, document] : samplePapers(language)) {
        for (const PrintBlock &block : document.blocks) {
            if (block.inverse || (block.kind != PrintBlock::Kind::Text && block.kind != PrintBlock::Kind::Columns &&
                                  block.kind != PrintBlock::Kind::Item))
                continue;
            // Twice as wide there is room for all of it: a paper that lost letters at its edge has less ink.
            const PrintRaster narrow = *printRaster({{block}}, width);
            PrintBlock wide = block;
            wide.struck = false;
            if (block.struck)
                continue;
            const PrintRaster roomy = *printRaster({{wide}}, width * 4);
            if (block.size == maxPrintSize)
                continue; // made smaller
            const qsizetype lost = std::abs(ink(narrow) - ink(roomy));
            QVERIFY2(lost * 50 <= ink(roomy), qPrintable(name + QStringLiteral(": ") + block.text));
        }
    }
}

void PrintRasterTest::everyLetterHasItsOwnShape()
{
    // A letter that no font has comes out as a box, and all boxes with the same number look alike.
    const QString letters = QStringLiteral("ӘҒҚҢӨҰҮҺІәғқңөұүһі₸АБВГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯёжщ");
    QSet<QByteArray> shapes;
    for (const QChar letter : letters) {
        const PrintRaster raster = *printRaster({{text(QString(letter), 4)}}, 384);
        QVERIFY2(ink(raster) > 20, qPrintable(QString(letter)));
        QVERIFY2(!shapes.contains(raster.bits), qPrintable(QString(letter)));
        shapes.insert(raster.bits);
    }
    const PrintRaster box = *printRaster({{text(QString(QChar(0xE123)), 4)}}, 384);
    QVERIFY(!shapes.contains(box.bits));
}

void PrintRasterTest::struckAndInverse()
{
    PrintBlock block = text(QStringLiteral("Soup"), 4);
    const qsizetype plain = ink(*printRaster({{block}}, 576));
    block.struck = true;
    QVERIFY(ink(*printRaster({{block}}, 576)) > plain);
    block.struck = false;
    block.inverse = true;
    const PrintRaster inverse = *printRaster({{block}}, 576);
    QVERIFY(inverse.isBlack(0, 0) && inverse.isBlack(575, 0));
    QVERIFY(ink(inverse) > qsizetype(inverse.width) * inverse.height / 2);
}

void PrintRasterTest::longTextsWrap()
{
    const int one = printRaster({{text(QStringLiteral("Soup"))}}, 384)->height;
    const int words = printRaster({{text(QStringLiteral("Soup ").repeated(20))}}, 384)->height;
    const int noBlank = printRaster({{text(QStringLiteral("Soup").repeated(20))}}, 384)->height;
    QVERIFY(words > 3 * one);
    QVERIFY(noBlank > 3 * one);
    // As long as a note may be, and longer than any surface.
    QVERIFY(printRaster({{text(QStringLiteral("Ұ").repeated(5000))}}, 384)->height < 32'000);
    QCOMPARE(printRaster({}, 384)->height, 0);
}

void PrintRasterTest::theNumberStaysOneWord()
{
    const int one = printRaster({{text(QStringLiteral("A-1"), 5)}}, 384)->height;
    QVERIFY(printRaster({{text(QStringLiteral("A-100042"), 5)}}, 384)->height <= one);
}

void PrintRasterTest::isTheSameEachTime()
{
    for (const auto &[name, document] : samplePapers(QStringLiteral("kk"))) {
        QCOMPARE(*escpos::encode(document, 576), *escpos::encode(document, 576));
        const auto back = printDocumentFromJson(printDocumentJson(document));
        QVERIFY(back);
        QVERIFY2(*back == document, qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(PrintRasterTest)
#include "printrastertest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/printing/escpos.h"
#include "tests/sync/printing/escposdecoder.h"
#include "tests/sync/printing/samplepapers.h"

#include <QRandomGenerator>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

class EscPosTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawerAndCuts();
    void bandsAreShort();
    void faults_data();
    void faults();
    void noiseBetweenAnswers();
    void theEndIsNoStatus();
    void anyBytes();
    void aTornPaperIsNoticed();
};

void EscPosTest::drawerAndCuts()
{
    const DecodedPaper drawer = decodeEscPos(*escpos::encode(drawerDocument(), 384));
    QCOMPARE(drawer.drawerKicks, 1);
    QCOMPARE(drawer.raster.height, 0);
    QCOMPARE(drawer.cuts, 0);
    PrintDocument twice = samplePapers(QStringLiteral("en")).first().second;
    const auto once = twice.blocks;
    twice.blocks.insert(twice.blocks.end(), once.begin(), once.end());
    const DecodedPaper paper = decodeEscPos(*escpos::encode(twice, 384));
    QCOMPARE(paper.cuts, 2);
    QCOMPARE(paper.raster, *printRaster(twice, 384));
    const DecodedPaper questions = decodeEscPos(escpos::statusQuery() + escpos::endQuery());
    QCOMPARE(questions.statusQuestions, 4);
    QCOMPARE(questions.endQuestions, 1);
    QVERIFY(questions.complete && questions.problem.isEmpty());
}

void EscPosTest::bandsAreShort()
{
    const QByteArray bytes = *escpos::encode(samplePapers(QStringLiteral("ru")).first().second, 576);
    const DecodedPaper paper = decodeEscPos(bytes);
    const int bands = (paper.raster.height + escpos::rowsPerBand - 1) / escpos::rowsPerBand;
    QCOMPARE(bytes.size(), qsizetype(2 + bands * 8 + paper.raster.bits.size() + 4));
}

void EscPosTest::faults_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<PrintFault>("fault");
    const auto row = [](const char *name, int online, int offline, int error, int paper, PrintFault fault) {
        const char bytes[] = {char(online), char(offline), char(error), char(paper)};
        QTest::newRow(name) << QByteArray(bytes, 4) << fault;
    };
    row("ready", 0x12, 0x12, 0x12, 0x12, PrintFault::None);
    row("drawer is open", 0x16, 0x12, 0x12, 0x12, PrintFault::None);
    row("paper is near its end", 0x12, 0x12, 0x12, 0x1e, PrintFault::None);
    row("offline", 0x1a, 0x12, 0x12, 0x12, PrintFault::Offline);
    row("cover open", 0x1a, 0x16, 0x12, 0x12, PrintFault::CoverOpen);
    row("paper out", 0x1a, 0x32, 0x12, 0x72, PrintFault::PaperOut);
    row("paper out by its sensor", 0x12, 0x12, 0x12, 0x72, PrintFault::PaperOut);
    row("cutter", 0x1a, 0x52, 0x1a, 0x12, PrintFault::CutterJam);
    row("broken", 0x1a, 0x52, 0x32, 0x12, PrintFault::PrinterError);
    row("cover before paper", 0x1a, 0x36, 0x12, 0x72, PrintFault::CoverOpen);
}

void EscPosTest::faults()
{
    QFETCH(QByteArray, answer);
    QFETCH(PrintFault, fault);
    escpos::StatusReader reader;
    reader.askStatus();
    for (qsizetype i = 0; i < answer.size(); ++i) {
        QVERIFY(!reader.knowsStatus());
        reader.feed(answer.mid(i, 1));
    }
    QVERIFY(reader.knowsStatus());
    QCOMPARE(reader.fault(), fault);
    QCOMPARE(printFaultAdvice(fault).isEmpty(), fault == PrintFault::None);
    QCOMPARE(printFaultFromText(printFaultText(fault)), fault);
}

void EscPosTest::noiseBetweenAnswers()
{
    escpos::StatusReader reader;
    reader.feed(QByteArray("\x12\x12\x12\x12")); // nobody asked
    QVERIFY(!reader.knowsStatus());
    reader.askStatus();
    // Another server's text has bytes that look like answers: here 2, r, 6, v and so on.
    reader.feed(QByteArray("HTTP/1.1 426 Upgrade required\r\nServer: v2\r\n\r\n<p>2.6 r v z > ~</p>"));
    QVERIFY(!reader.knowsStatus());
    reader.feed(QByteArray("hello\x11\x12\x13\x12\x12\x13\x72"));
    QVERIFY(reader.knowsStatus());
    QCOMPARE(reader.fault(), PrintFault::PaperOut);
    reader.askStatus();
    QVERIFY(!reader.knowsStatus());
    QCOMPARE(reader.fault(), PrintFault::None);
}

void EscPosTest::theEndIsNoStatus()
{
    escpos::StatusReader reader;
    reader.feed(QByteArray(1, '\0'));
    QVERIFY(!reader.knowsEnd());
    reader.askEnd();
    reader.feed(QByteArray("\x12\x1a\x16"));
    QVERIFY(!reader.knowsEnd());
    reader.feed(QByteArray(1, '\0'));
    QVERIFY(reader.knowsEnd());
    reader.askEnd();
    QVERIFY(!reader.knowsEnd());
}

void EscPosTest::anyBytes()
{
    QRandomGenerator random(20260115);
    for (int round = 0; round < 20'000; ++round) {
        escpos::StatusReader reader;
        if (random.bounded(2) == 0)
            reader.askStatus();
        if (random.bounded(2) == 0)
            reader.askEnd();
        QByteArray bytes(random.bounded(40), '\0');
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        int answers = 0;
        for (const char byte : bytes)
            answers += (static_cast<unsigned char>(byte) & 0x93U) == 0x12U;
        reader.feed(bytes);
        QVERIFY(!reader.knowsStatus() || answers >= 4);
        QVERIFY(!printFaultText(reader.fault()).isEmpty());
        // However the bytes were cut into packets.
        escpos::StatusReader again;
        again.askStatus();
        again.askEnd();
        escpos::StatusReader whole = again;
        whole.feed(bytes);
        for (const char byte : bytes)
            again.feed(QByteArrayView(&byte, 1));
        QCOMPARE(again.knowsStatus(), whole.knowsStatus());
        QCOMPARE(again.knowsEnd(), whole.knowsEnd());
        QCOMPARE(again.fault(), whole.fault());
    }
}

void EscPosTest::aTornPaperIsNoticed()
{
    const QByteArray bytes = *escpos::encode(samplePapers(QStringLiteral("kk")).first().second, 384);
    for (const qsizetype length : {bytes.size() / 3, bytes.size() / 2, bytes.size() - 1}) {
        const DecodedPaper torn = decodeEscPos(bytes.left(length));
        QVERIFY(torn.problem.isEmpty());
        QCOMPARE(torn.cuts, 0);
    }
}

QTEST_GUILESS_MAIN(EscPosTest)
#include "escpostest.moc"

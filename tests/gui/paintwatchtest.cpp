// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/paintwatch.h"

#include <QTest>

using namespace oshaq;

using Ids = std::vector<qint64>;

class PaintWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeTicketIsToldOnce();
    void pieceIsNotWhole();
    void piecesAddUp();
    void movedTicketStartsAgain();
    void allPartsAreNeeded();
    void countedIsToldOnceAndNotAfterPainted();
    void closedTicketIsForgotten();
};

void PaintWatchTest::wholeTicketIsToldOnce()
{
    PaintWatch watch;
    watch.setPage({{1, 0, 1, QRect(0, 0, 100, 200)}, {2, 0, 1, QRect(0, 300, 100, 200)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 250)), (Ids{1}));
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 250)), Ids{});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 1000, 1000)), (Ids{2}));
}

void PaintWatchTest::pieceIsNotWhole()
{
    PaintWatch watch;
    watch.setPage({{1, 0, 1, QRect(0, 0, 100, 200)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 199)), Ids{});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 99, 200)), Ids{});
}

void PaintWatchTest::piecesAddUp()
{
    PaintWatch watch;
    const std::vector<PaintWatch::Part> page{{1, 0, 1, QRect(0, 0, 100, 200)}};
    watch.setPage(page);
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 120)), Ids{});
    watch.setPage(page);
    QCOMPARE(watch.noteDrawn(QRect(0, 110, 100, 120)), (Ids{1}));
}

void PaintWatchTest::movedTicketStartsAgain()
{
    PaintWatch watch;
    watch.setPage({{1, 0, 1, QRect(0, 0, 100, 200)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 120)), Ids{});
    watch.setPage({{1, 0, 1, QRect(200, 0, 100, 200)}});
    QCOMPARE(watch.noteDrawn(QRect(200, 120, 100, 80)), Ids{});
    QCOMPARE(watch.noteDrawn(QRect(200, 0, 100, 120)), (Ids{1}));
}

void PaintWatchTest::allPartsAreNeeded()
{
    PaintWatch watch;
    watch.setPage({{1, 0, 2, QRect(0, 0, 100, 200)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 200)), Ids{});
    // The rest stands on the next page.
    watch.setPage({{1, 1, 2, QRect(0, 0, 100, 150)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 200)), (Ids{1}));
}

void PaintWatchTest::countedIsToldOnceAndNotAfterPainted()
{
    PaintWatch watch;
    QCOMPARE(watch.noteCounted({5, 6}), (Ids{5, 6}));
    QCOMPARE(watch.noteCounted({5, 6, 7}), (Ids{7}));
    watch.setPage({{8, 0, 1, QRect(0, 0, 10, 10)}, {5, 0, 1, QRect(20, 0, 10, 10)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 15, 15)), (Ids{8}));
    QCOMPARE(watch.noteCounted({8}), Ids{});
    // Counted before, painted now: that is news.
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 100, 100)), (Ids{5}));
}

void PaintWatchTest::closedTicketIsForgotten()
{
    PaintWatch watch;
    watch.setPage({{1, 0, 1, QRect(0, 0, 10, 10)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 10, 10)), (Ids{1}));
    watch.keepOnly({});
    watch.setPage({{1, 0, 1, QRect(0, 0, 10, 10)}});
    QCOMPARE(watch.noteDrawn(QRect(0, 0, 10, 10)), (Ids{1}));
}

QTEST_APPLESS_MAIN(PaintWatchTest)
#include "paintwatchtest.moc"

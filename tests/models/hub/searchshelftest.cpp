// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/searchshelf.h"

#include <QTest>

using namespace oshaq;

class SearchShelfTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItWasGiven()
    {
        SearchShelf shelf;
        QVERIFY(!shelf.find(7));
        const auto kept = shelf.keep(7, {"names", "texts"});
        QCOMPARE(shelf.find(7), kept);
        QCOMPARE(kept->names, QByteArray("names"));
        QCOMPARE(kept->texts, QByteArray("texts"));
        QVERIFY(!shelf.find(8));
    }

    /// Two searches may read the same block at once.
    void twiceIsOnce()
    {
        SearchShelf shelf(20);
        for (int i = 0; i < 10; ++i)
            shelf.keep(7, {"12345", "67890"});
        shelf.keep(8, {"12345", "67890"});
        QVERIFY(shelf.find(7) && shelf.find(8));
    }

    void beginsAnewWhenItIsFull()
    {
        SearchShelf shelf(20);
        const auto first = shelf.keep(1, {"12345", "67890"});
        shelf.keep(2, {"12345", "67890"});
        shelf.keep(3, {"1", ""});
        QVERIFY(!shelf.find(1) && !shelf.find(2));
        QVERIFY(shelf.find(3));
        QCOMPARE(first->names, QByteArray("12345")); // whoever has it goes on with it
        QVERIFY(shelf.keep(4, {QByteArray(100, 'x'), ""}));
    }
};

QTEST_APPLESS_MAIN(SearchShelfTest)
#include "searchshelftest.moc"

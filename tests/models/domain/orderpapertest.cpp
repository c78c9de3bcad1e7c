// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/orderpaper.h"
#include "models/domain/pricing.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;

/// What stands on a paper, before anybody draws it.
class OrderPaperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketTellsWhatToCook();
    void anAllergyCannotBeMissed();
    void aTicketHidesWhatACookNeedNotKnow();
    void heldCoursesSaySo();
    void aChangeTellsOnlyWhatChanged();
    void aReceiptAddsUp();
    void moneyByLocale_data();
    void moneyByLocale();
    void marksStandAbove();
    void documentsAreStoredWhole();

private:
    static Order order()
    {
        Order made;
        made.number = QStringLiteral("A-042");
        made.fulfilment = Fulfilment::Delivery;
        made.guestName = QStringLiteral("Aigerim Omarova");
        made.guestPhone = QStringLiteral("+77000000000");
        made.address = QStringLiteral("Abai avenue 10");
        made.placedAtMs = 1'768'471'200'000; // 2026-01-15T10:00:00Z
        OrderLine soup;
        soup.id = 1;
        soup.name = QStringLiteral("Soup");
        soup.quantity = 1500;
        soup.priceMinor = 1295;
        soup.note = QStringLiteral("hot");
        soup.options = {{1, QStringLiteral("Large"), 250}};
        OrderLine bread;
        bread.id = 2;
        bread.name = QStringLiteral("Bread");
        bread.quantity = 2000;
        bread.priceMinor = 50;
        made.lines = {soup, bread};
        made.cost = *costOf(made.lines, 100, made.cost.currency, 0);
        return made;
    }
    static PaperSetting setting()
    {
        PaperSetting made;
        made.language.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
        made.zone = QTimeZone("Asia/Almaty");
        made.nowMs = order().placedAtMs;
        return made;
    }
    static const PrintBlock *find(const PrintDocument &document, const QString &text)
    {
        const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), [&text](const PrintBlock &one) {
            return one.text.contains(text) || one.side.contains(text);
        });
        return found == document.blocks.end() ? nullptr : &*found;
    }
};

void OrderPaperTest::aTicketTellsWhatToCook()
{
    const Order made = order();
    const PrintDocument ticket = kitchenTicketDocument({made, {made.lines[0]}, QStringLiteral("Grill")}, setting());
    QVERIFY(find(ticket, QStringLiteral("Grill")));
    const PrintBlock *number = find(ticket, made.number);
    QVERIFY(number && number->size == maxPrintSize && number->bold);
    const PrintBlock *soup = find(ticket, QStringLiteral("Soup"));
    QVERIFY(soup && soup->kind == PrintBlock::Kind::Item && soup->bold);
    QCOMPARE(soup->side, QStringLiteral("1.5"));
    const PrintBlock *large = find(ticket, QStringLiteral("Large"));
    QVERIFY(large && large->indent > 0);
    QVERIFY(find(ticket, QStringLiteral("hot"))->bold);
    QVERIFY(!find(ticket, QStringLiteral("Bread"))); // another station's
    QVERIFY(find(ticket, QStringLiteral("DELIVERY")));
    QVERIFY(find(ticket, QStringLiteral("15:00"))); // the restaurant's clock
    QCOMPARE(ticket.blocks.back().kind, PrintBlock::Kind::Cut);
}

void OrderPaperTest::anAllergyCannotBeMissed()
{
    Order made = order();
    QVERIFY(!find(kitchenTicketDocument({made, made.lines, {}}, setting()), QStringLiteral("ALLERGY")));
    made.allergy = QStringLiteral("nuts");
    const PrintDocument ticket = kitchenTicketDocument({made, made.lines, {}}, setting());
    const PrintBlock *allergy = find(ticket, QStringLiteral("ALLERGY: nuts"));
    QVERIFY(allergy && allergy->inverse && allergy->bold && allergy->size >= 4);
    QVERIFY(allergy < find(ticket, QStringLiteral("Soup"))); // above what is cooked
}

void OrderPaperTest::aTicketHidesWhatACookNeedNotKnow()
{
    const Order made = order();
    const PrintDocument ticket = kitchenTicketDocument({made, made.lines, {}}, setting());
    QVERIFY(find(ticket, QStringLiteral("Aigerim")));
    for (const char *hidden : {"Omarova", "+7700", "Abai", "12.95"})
        QVERIFY2(!find(ticket, QString::fromLatin1(hidden)), hidden);
}

void OrderPaperTest::heldCoursesSaySo()
{
    Order made = order();
    made.lines[1].course = 2;
    made.lines[1].held = true;
    const PrintDocument ticket = kitchenTicketDocument({made, made.lines, {}}, setting());
    QCOMPARE(find(ticket, QStringLiteral("Course 1"))->text, QStringLiteral("Course 1"));
    QVERIFY(find(ticket, QStringLiteral("Course 2"))->text.contains(QStringLiteral("HOLD")));
    QVERIFY(!find(kitchenTicketDocument({made, {made.lines[0]}, {}}, setting()), QStringLiteral("Course")));
}

void OrderPaperTest::aChangeTellsOnlyWhatChanged()
{
    KitchenChange change;
    QVERIFY(change.isEmpty());
    change.order = order();
    change.voided = {change.order.lines[0]};
    PrintDocument paper = changeTicketDocument(change, setting());
    QVERIFY(paper.blocks.front().inverse && paper.blocks.front().text == QStringLiteral("ORDER CHANGED"));
    QVERIFY(find(paper, QStringLiteral("Soup"))->struck);
    QVERIFY(!find(paper, QStringLiteral("Bread")) && !find(paper, QStringLiteral("ADDED")));
    change = {};
    change.order = order();
    change.order.cancelReason = QStringLiteral("left");
    change.cancelled = true;
    change.voided = change.order.lines;
    paper = changeTicketDocument(change, setting());
    QCOMPARE(paper.blocks.front().text, QStringLiteral("ORDER CANCELLED"));
    QVERIFY(find(paper, QStringLiteral("left")));
    QVERIFY(find(paper, QStringLiteral("Bread"))->struck);
}

void OrderPaperTest::aReceiptAddsUp()
{
    Business business;
    business.name = QStringLiteral("Oshaq");
    Order made = order();
    made.lines[1].status = LineStatus::Voided;
    made.cost = *costOf(made.lines, 100, made.cost.currency, 0);
    Payment cash;
    cash.status = PaymentStatus::Charged;
    cash.amountMinor = 1000;
    cash.tenderedMinor = 1500;
    const PrintDocument receipt = receiptDocument(business, made, {cash}, setting());
    QCOMPARE(find(receipt, QStringLiteral("Soup"))->side,
             QString(QStringLiteral("19.43") + QChar(0xa0) + QStringLiteral("₸")));
    QVERIFY(find(receipt, QStringLiteral("Large 2.50"))); // it is in the price already
    QVERIFY(!find(receipt, QStringLiteral("Bread")));
    QVERIFY(find(receipt, QStringLiteral("TOTAL"))->side.startsWith(QStringLiteral("20.43")));
    QVERIFY(find(receipt, QStringLiteral("To pay"))->side.startsWith(QStringLiteral("10.43")));
    QVERIFY(find(receipt, QStringLiteral("Given"))->side.startsWith(QStringLiteral("15.00")));
    QVERIFY(find(receipt, QStringLiteral("Change"))->side.startsWith(QStringLiteral("5.00")));
    for (const char *shown : {"Oshaq", "Order A-042", "Aigerim Omarova", "+7700", "Abai avenue 10"})
        QVERIFY2(find(receipt, QString::fromLatin1(shown)), shown);
    made.fulfilment = Fulfilment::Pickup;
    QVERIFY(!find(receiptDocument(business, made, {}, setting()), QStringLiteral("+7700")));
}

void OrderPaperTest::moneyByLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<bool>("fractions");
    QTest::addColumn<QString>("text");
    const QLocale en(QLocale::English, QLocale::UnitedKingdom);
    const QLocale ru(QLocale::Russian, QLocale::Russia);
    QTest::newRow("plain") << en << qint64{125'000} << "KZT" << false << "1,250 ₸";
    QTest::newRow("some tiyn") << en << qint64{125'005} << "KZT" << false << "1,250.05 ₸";
    QTest::newRow("shown anyway") << ru << qint64{125'000} << "KZT" << true << "1 250,00 ₸";
    QTest::newRow("million") << ru << qint64{123'456'789} << "KZT" << true << "1 234 567,89 ₸";
    QTest::newRow("other money") << en << qint64{1999} << "EUR" << true << "19.99 EUR";
    QTest::newRow("no minor unit") << en << qint64{1999} << "JPY" << true << "1,999 JPY";
    QTest::newRow("three places") << en << qint64{1999} << "KWD" << true << "1.999 KWD";
    QTest::newRow("below nothing") << en << qint64{-50} << "KZT" << true << "−0.50 ₸";
    QTest::newRow("the most") << en << maxAmountMinor << "KZT" << true << "10,000,000,000,000.00 ₸";
}

void OrderPaperTest::moneyByLocale()
{
    QFETCH(QLocale, locale);
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(bool, fractions);
    QFETCH(QString, text);
    const QString made = paperMoney(minor, *Currency::fromCode(currency), locale, fractions);
    QVERIFY(!made.contains(u' ')); // never over two lines
    QCOMPARE(QString(made).replace(QChar(0xa0), u' '), text);
}

void OrderPaperTest::marksStandAbove()
{
    const PrintDocument plain = kitchenTicketDocument({order(), order().lines, {}}, setting());
    QCOMPARE(markedDocument(plain, {}, setting().language), plain);
    PaperMarks marks;
    marks.maybeSecond = true;
    marks.reprint = true;
    marks.insteadOf = QStringLiteral("Grill");
    const PrintDocument marked = markedDocument(plain, marks, setting().language);
    QVERIFY(marked.blocks.front().inverse && marked.blocks.front().text == QStringLiteral("COPY"));
    QVERIFY(find(marked, QStringLiteral("REPRINT")) < find(marked, QStringLiteral("A-042")));
    QVERIFY(find(marked, QStringLiteral("In place of: Grill")));
}

void OrderPaperTest::documentsAreStoredWhole()
{
    const PrintDocument plain = kitchenTicketDocument({order(), order().lines, {}}, setting());
    const auto back = printDocumentFromJson(printDocumentJson(plain));
    QVERIFY(back && *back == plain);
    for (const char *broken : {"", "{", "{}", "7", "null"})
        QVERIFY(!printDocumentFromJson(QByteArray(broken)));
    const auto odd = printDocumentFromJson(R"([{"kind":99,"size":-4,"align":7,"indent":1000},3,null])");
    QVERIFY(odd && odd->blocks.size() == 3);
    QCOMPARE(odd->blocks.front().size, 1);
}

QTEST_GUILESS_MAIN(OrderPaperTest)
#include "orderpapertest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/dayendpaper.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;

/// What a day-end report keeps, and what of it stands on a paper.
class DayEndPaperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreStoredWhole();
    void refusesWhatIsNone();
    void tellsTheDay();
    void warnsOfWhatIsOpen();
    void saysThatTheDayWasNotOver();
    void anEmptyDayIsShort();
    void speaksOtherLanguages();

private:
    static DayEndFigures figures()
    {
        DayEndFigures made;
        made.businessName = QStringLiteral("Ошақ");
        made.timeZone = QStringLiteral("Asia/Almaty");
        Analytics &sales = made.sales;
        sales.from = QDate(2026, 1, 15);
        sales.to = sales.from;
        sales.beginMs = 1'768'431'600'000; // 04:00 in Almaty
        sales.endMs = sales.beginMs + 86'400'000;
        made.untilMs = sales.endMs;
        made.firstOrderAtMs = sales.beginMs + 3'600'000;
        made.lastOrderAtMs = sales.beginMs + 18 * 3'600'000;
        sales.total = {120, 100, 8, 9'007'199'254'740'993};
        sales.openOrders = 0;
        sales.deliveryMinor = 50'000;
        sales.cancelledMinor = 7'700;
        sales.hours[10] = {5, 4, 1, 1000};
        sales.fulfilments[1] = {70, 60, 3, 400'000};
        sales.cancellations = {{QStringLiteral("Guest left"), 5, 5000}, {QString(), 3, 2700}};
        sales.promised = 40;
        sales.late = 5;
        for (int i = 0; i < 12; ++i)
            sales.items.push_back(
                {i + 1, QStringLiteral("Dish %1").arg(i + 1), 1, QStringLiteral("Food"), 3, 2500, 10'000 - i});
        sales.channels = {{QStringLiteral("guest"), {1, 1, 0, 5}}};
        sales.categories = {{1, QStringLiteral("Food"), 36, 119'000}};
        sales.toReady = {100, 900'000, 800'000, 1'500'000, 2'000'000};
        sales.stations = {{1, QStringLiteral("Grill"), {9, 1, 2, 3, 4}, 2}};
        sales.dishes = {{1, QStringLiteral("Dish 1"), {9, 1, 2, 3, 4}, 1}};
        sales.screens = {{3, QStringLiteral("Hot"), {9, 1, 2, 3, 4}}};
        made.takings = {{PaymentMethod::Cash, 60, 300'000, 12'000, 1, 5000},
                        {PaymentMethod::CardReader, 40, 500'000, 0, 0, 0}};
        return made;
    }
    static DayEnd head()
    {
        DayEnd made;
        made.id = 4;
        made.day = QDate(2026, 1, 15);
        made.number = 2;
        made.madeAtMs = figures().untilMs + 600'000;
        made.madeBy = QStringLiteral("Aigerim");
        made.journalSeq = 4711;
        made.journalHash = QByteArray::fromHex("3f2a91c077de05b4ffffffffffffffffffffffffffffffffffffffffffffffff");
        return made;
    }
    static PaperSetting setting()
    {
        PaperSetting made;
        made.language.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
        made.zone = QTimeZone("Asia/Almaty");
        made.nowMs = head().madeAtMs;
        return made;
    }
    static const PrintBlock *find(const PrintDocument &document, const QString &text)
    {
        const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), [&text](const PrintBlock &one) {
            return one.text.contains(text) || one.side.contains(text);
        });
        return found == document.blocks.end() ? nullptr : &*found;
    }
    static QString beside(const PrintDocument &document, const QString &text)
    {
        const PrintBlock *found = find(document, text);
        return found ? QString(found->side).replace(QChar::Nbsp, u' ') : QStringLiteral("(not there)");
    }
};

void DayEndPaperTest::figuresAreStoredWhole()
{
    const DayEndFigures made = figures();
    const QByteArray json = dayEndFiguresJson(made);
    const auto back = dayEndFiguresFromJson(json);
    QVERIFY(back);
    QCOMPARE(dayEndFiguresJson(*back), json);
    // Beyond what a double holds.
    QCOMPARE(back->sales.total.revenueMinor, Q_INT64_C(9'007'199'254'740'993));
    QCOMPARE(back->sales.total, made.sales.total);
    QCOMPARE(back->sales.hours, made.sales.hours);
    QCOMPARE(back->sales.fulfilments, made.sales.fulfilments);
    QCOMPARE(back->takings, made.takings);
    QCOMPARE(back->sales.items.size(), made.sales.items.size());
    QCOMPARE(back->sales.items.back().name, made.sales.items.back().name);
    QCOMPARE(back->sales.toReady, made.sales.toReady);
    QCOMPARE(back->sales.screens.front().painted, made.sales.screens.front().painted);
    QCOMPARE(back->untilMs, made.untilMs);
    QVERIFY(back->isOver());
    // 15 January 2026 is a Thursday.
    QCOMPARE(back->sales.weekdays[3], made.sales.total);
    QCOMPARE(back->sales.weekHours[3], made.sales.hours);
    QCOMPARE(back->sales.days.size(), std::size_t(1));
    QCOMPARE(back->sales.days.front().sales, made.sales.total);
}

void DayEndPaperTest::refusesWhatIsNone()
{
    for (const char *json : {"", "[]", "{}", "{\"day\":\"2026-01-15\"}", "{\"day\":\"x\",\"currency\":\"KZT\"}"}) {
        const auto back = dayEndFiguresFromJson(json);
        QVERIFY2(!back, json);
        QCOMPARE(back.error().code, ErrorCode::Internal);
    }
}

void DayEndPaperTest::tellsTheDay()
{
    DayEndFigures made = figures();
    made.sales.total.revenueMinor = 12'345'678;
    const PrintDocument paper = dayEndDocument(head(), made, setting());
    QVERIFY(find(paper, QStringLiteral("Ошақ")));
    QVERIFY(find(paper, QStringLiteral("15/01/2026")));
    QCOMPARE(beside(paper, QStringLiteral("Revenue")), QStringLiteral("123,456.78 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("Average check")), QStringLiteral("1,234.57 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("First order")), QStringLiteral("05:00"));
    QCOMPARE(beside(paper, QStringLiteral("Cash × 60")), QStringLiteral("3,000 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("Tips")), QStringLiteral("120 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("Given back")), QStringLiteral("−50 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("Together")), QStringLiteral("8,070 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("Pickup × 70")), QStringLiteral("4,000 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("Guest left × 5")), QStringLiteral("50 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("No reason given × 3")), QStringLiteral("27 ₸"));
    QCOMPARE(beside(paper, QStringLiteral("Ready after the promise")), QStringLiteral("5 of 40"));
    QCOMPARE(beside(paper, QStringLiteral("Share of late ones")), QStringLiteral("13 %"));
    QVERIFY(find(paper, QStringLiteral("Dish 10 × 2.5")));
    QVERIFY(!find(paper, QStringLiteral("Dish 11")));
    QCOMPARE(beside(paper, QStringLiteral("Journal row")), QStringLiteral("4,711"));
    QCOMPARE(beside(paper, QStringLiteral("Its seal")), QStringLiteral("3f2a 91c0 77de 05b4"));
    QCOMPARE(beside(paper, QStringLiteral("Made by")), QStringLiteral("Aigerim"));
    QCOMPARE(beside(paper, QStringLiteral("Made at")), QStringLiteral("16/01/2026 04:10"));
    QVERIFY(!find(paper, QStringLiteral("Until")));
    QVERIFY(!find(paper, QStringLiteral("Open orders")));
    QCOMPARE(paper.blocks.back().kind, PrintBlock::Kind::Cut);
}

void DayEndPaperTest::warnsOfWhatIsOpen()
{
    DayEndFigures made = figures();
    made.sales.openOrders = 12;
    const PrintDocument paper = dayEndDocument(head(), made, setting());
    const PrintBlock *warning = find(paper, QStringLiteral("Open orders: 12"));
    QVERIFY(warning && warning->inverse);
}

void DayEndPaperTest::saysThatTheDayWasNotOver()
{
    DayEndFigures made = figures();
    made.untilMs = made.sales.beginMs + Q_INT64_C(18) * 3'600'000 + 600'000;
    const PrintDocument paper = dayEndDocument(head(), made, setting());
    const PrintBlock *until = find(paper, QStringLiteral("Until 22:10"));
    QVERIFY(until && until->inverse);
    QVERIFY(find(paper, QStringLiteral("not over")));
}

void DayEndPaperTest::anEmptyDayIsShort()
{
    DayEndFigures made;
    made.businessName = QStringLiteral("Empty");
    made.sales.from = QDate(2026, 1, 15);
    const PrintDocument paper = dayEndDocument(head(), made, setting());
    QCOMPARE(beside(paper, QStringLiteral("Revenue")), QStringLiteral("0 ₸"));
    QVERIFY(find(paper, QStringLiteral("None")));
    for (const char *absent : {"Best sold", "Promises", "First order", "Together"})
        QVERIFY2(!find(paper, QLatin1String(absent)), absent);
}

void DayEndPaperTest::speaksOtherLanguages()
{
    PaperSetting russian = setting();
    russian.language.locale = QLocale(QLocale::Russian, QLocale::Russia);
    russian.language.word = [](const char *source) { return QStringLiteral("«%1»").arg(QString::fromUtf8(source)); };
    const PrintDocument paper = dayEndDocument(head(), figures(), russian);
    QVERIFY(find(paper, QStringLiteral("«Revenue»")));
    QVERIFY(find(paper, QStringLiteral("15.01.2026")));
    for (const PrintBlock &block : paper.blocks)
        QVERIFY2(!block.text.startsWith(QLatin1String("Made")), qPrintable(block.text));
}

QTEST_GUILESS_MAIN(DayEndPaperTest)
#include "dayendpapertest.moc"

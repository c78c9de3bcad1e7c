// SPDX-License-Identifier: GPL-3.0-or-later
// Room on a ticket: nothing is cut, nothing overlaps, whatever the language, the column and the size.
#include "ui/kitchen/ticketcard.h"
#include "tests/gui/longwords.h"
#include "ui/common/textblock.h"
#include "ui/kitchen/tickettext.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 placedMs = 1'768'480'000'000;

Ticket wordyTicket()
{
    Ticket ticket;
    ticket.orderId = 1;
    ticket.order.number = QStringLiteral("A-1042");
    ticket.order.status = OrderStatus::Preparing;
    ticket.order.placedAtMs = placedMs;
    ticket.order.fulfilment = Fulfilment::DineIn;
    ticket.order.table = QStringLiteral("Терраса, длинный стол у фонтана");
    ticket.order.covers = 24;
    ticket.order.promisedAtMs = placedMs + 3'600'000;
    ticket.order.allergy = QStringLiteral("орехи, молоко, яйца, пшеница и всё, что жарилось в кунжутном масле");
    ticket.order.note =
        QStringLiteral("Барлық негізгі тағамдарды бір уақытта әкелуіңізді сұраймыз, торт сағат тоғызда.");
    const auto add = [&](const QString &name, qint64 quantity, LineStatus status, int course, const QString &note,
                         qint64 addedAt) {
        OrderLine line;
        line.id = qint64(ticket.lines.size()) + 1;
        line.name = name;
        line.quantity = quantity;
        line.status = status;
        line.course = course;
        line.note = note;
        line.addedAtMs = addedAt;
        line.options = {{1, QStringLiteral("дополнительный луковый бульон отдельно"), 0},
                        {2, QStringLiteral("ащы емес"), 0}};
        ticket.lines.push_back(line);
    };
    add(QStringLiteral("Бешбармак праздничный из конины с картофелем"), 2000, LineStatus::Started, 1,
        QStringLiteral("хорошо прожарить, пожалуйста"), placedMs);
    add(QStringLiteral("Қазан кебабы, алты адамға арналған тұтас қозы жауырыны"), 12'125, LineStatus::Queued, 2, {},
        placedMs + 60'000);
    add(QStringLiteral("Баурсак"), 1500, LineStatus::Voided, 2, {}, placedMs);
    add(QStringLiteral("Рентгеноэлектрокардиографическийшашлык"), 1000, LineStatus::Done, 2, {}, placedMs);
    ticket.lines[1].held = true;
    ticket.changes = {{TicketChange::Kind::Added, 2}, {TicketChange::Kind::Voided, 3}, {TicketChange::Kind::Head, 0}};
    ticket.order.lines = ticket.lines;
    return ticket;
}

} // namespace

class TicketCardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textsFit_data();
    void textsFit();
    void stateHasItsRoomBesideTheTable_data() { textsFit_data(); }
    void stateHasItsRoomBesideTheTable();
    void blocksAddUpToTheTicket();
    void wrappedTextKeepsEveryWord();
    void onlyNovelsAreElided();
    void linesAreLargeEnoughForFingers();
    void coursesAreSeparatedOnlyWhenThereAreSeveral();
    void tagsSayWhatColoursSay();

private:
    LongWords m_words;
};

void TicketCardTest::initTestCase()
{
    QCoreApplication::installTranslator(&m_words);
}

void TicketCardTest::textsFit_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("dpi");
    for (int width : {250, 272, 300, 340}) {
        QTest::addRow("%d at 96 dpi", width) << width << 96.0;
        QTest::addRow("%d at 160 dpi", width * 13 / 8) << width * 13 / 8 << 160.0;
    }
}

void TicketCardTest::textsFit()
{
    QFETCH(int, width);
    QFETCH(double, dpi);
    const Look look(darkTheme(), Metrics::forDpi(dpi, QSize(3840, 2160)));
    TextCache texts(look);
    const Ticket ticket = wordyTicket();
    const auto card = makeTicketCard(ticket, texts, ZoneClock(QStringLiteral("Asia/Almaty")), width, look.px(900));
    QCOMPARE(int(card->blocks.size()), 1 + 1 + 2 + 4); // changes, note, two courses, four lines

    for (const TicketCard::Block &block : card->blocks) {
        std::vector<QRect> places;
        for (const TicketCard::Text &text : block.texts) {
            QVERIFY2(!text.block->isElided(), "text was left out");
            places.push_back(QRect(text.at, QSize(text.block->width(), text.block->height())));
        }
        for (const TicketCard::Tag &tag : block.tags)
            places.push_back(tag.rect);
        for (size_t index = 0; index < places.size(); ++index) {
            const QRect &place = places[index];
            QVERIFY2(place.left() >= 0 && place.right() < width,
                     qPrintable(QStringLiteral("block reaches to %1 of %2").arg(place.right()).arg(width)));
            QVERIFY2(place.top() >= 0 && place.bottom() < block.height, "text hangs out of its line");
            for (size_t other = 0; other < index; ++other)
                QVERIFY2(!place.intersects(places[other]), "two texts overlap");
        }
    }
}

void TicketCardTest::stateHasItsRoomBesideTheTable()
{
    QFETCH(int, width);
    QFETCH(double, dpi);
    const Look look(darkTheme(), Metrics::forDpi(dpi, QSize(3840, 2160)));
    TextCache texts(look);
    Ticket ticket = wordyTicket();
    for (const QString &table :
         {QStringLiteral("7"), QStringLiteral("11"), QStringLiteral("Терраса"), wordyTicket().order.table}) {
        ticket.order.table = table;
        const auto card = makeTicketCard(ticket, texts, ZoneClock(QStringLiteral("Asia/Almaty")), width, 900);
        const QFontMetrics metrics(look.font(TextRole::CaptionBold));
        const int lastRowTop = card->whereAt.y() + card->where->height() - look.lineSpacing(TextRole::CaptionBold);
        for (const QString &state : TicketText::widestStates()) {
            const int stateWidth = metrics.horizontalAdvance(state);
            QVERIFY2(stateWidth <= card->state.width(), qPrintable(state));
            const int stateLeft = card->state.right() + 1 - stateWidth;
            if (card->state.top() <= lastRowTop)
                QVERIFY2(stateLeft > card->whereAt.x() + card->where->lastLineWidth(),
                         "state is written over the table");
        }
        QVERIFY(card->state.bottom() < card->bandTop);
        QVERIFY(card->whereAt.y() + card->where->height() <= card->bandTop);
        QVERIFY(!card->number.intersects(card->timer));
        QVERIFY(card->timer.right() < width);
    }
}

void TicketCardTest::blocksAddUpToTheTicket()
{
    TextCache texts{Look()};
    const auto card = makeTicketCard(wordyTicket(), texts, ZoneClock(), 290, 900);
    QCOMPARE(card->measures.blocks.size(), card->blocks.size());
    for (size_t index = 0; index < card->blocks.size(); ++index)
        QCOMPARE(card->measures.blocks[index].height, card->blocks[index].height);
    QVERIFY(card->measures.header >= card->bandTop + card->bandHeight);
    QVERIFY(card->bandHeight > 0);
    // The allergy is on every part of a ticket that continues.
    QVERIFY(card->measures.continuedHeader > card->bandHeight);
}

void TicketCardTest::wrappedTextKeepsEveryWord()
{
    const Look look;
    const QString text = QStringLiteral("Kazan kebab, whole lamb shoulder for six");
    const TextBlock narrow(text, look.font(TextRole::Dish), 150, look.lineSpacing(TextRole::Dish));
    QVERIFY(narrow.lineCount() >= 3);
    QVERIFY(narrow.width() <= 150);
    QCOMPARE(narrow.height(), narrow.lineCount() * look.lineSpacing(TextRole::Dish));
    const TextBlock wide(text, look.font(TextRole::Dish), 2000, look.lineSpacing(TextRole::Dish));
    QCOMPARE(wide.lineCount(), 1);
    const TextBlock twoLines(QStringLiteral("one\ntwo"), look.font(TextRole::Dish), 2000, 30);
    QCOMPARE(twoLines.lineCount(), 2);
    const TextBlock cut(text, look.font(TextRole::Dish), 150, 30, 2);
    QCOMPARE(cut.lineCount(), 2);
    QVERIFY(cut.isElided());
    QVERIFY(cut.width() <= 150);
}

void TicketCardTest::onlyNovelsAreElided()
{
    TextCache texts{Look()};
    Ticket ticket = wordyTicket();
    ticket.lines[0].note = QStringLiteral("слово ").repeated(2000);
    const auto card = makeTicketCard(ticket, texts, ZoneClock(), 290, 900);
    for (const TicketCard::Block &block : card->blocks)
        QVERIFY2(block.height < 900, "a line is taller than a column");
}

void TicketCardTest::linesAreLargeEnoughForFingers()
{
    for (double dpi : {96.0, 141.0}) {
        const Metrics metrics = Metrics::forDpi(dpi, QSize(1280, 800));
        TextCache texts{Look(darkTheme(), metrics)};
        Ticket ticket = wordyTicket();
        for (OrderLine &line : ticket.lines) {
            line.name = QStringLiteral("Лагман");
            line.options.clear();
            line.note.clear();
        }
        const auto card = makeTicketCard(ticket, texts, ZoneClock(), 290, 900);
        for (const TicketCard::Block &block : card->blocks) {
            if (block.kind == TicketCard::Block::Kind::Line)
                QVERIFY(block.height >= 9.5 / 25.4 * dpi);
        }
        QVERIFY(card->measures.footer >= 15.0 / 25.4 * dpi);
    }
}

void TicketCardTest::coursesAreSeparatedOnlyWhenThereAreSeveral()
{
    TextCache texts{Look()};
    Ticket ticket = wordyTicket();
    const auto bands = [&] {
        const auto card = makeTicketCard(ticket, texts, ZoneClock(), 290, 900);
        return std::count_if(card->blocks.begin(), card->blocks.end(), [](const TicketCard::Block &block) {
            return block.kind == TicketCard::Block::Kind::Course;
        });
    };
    QCOMPARE(int(bands()), 2);
    for (OrderLine &line : ticket.lines)
        line.course = 2;
    QCOMPARE(int(bands()), 1); // one of them is held, and a touch on the band fires it
    for (OrderLine &line : ticket.lines)
        line.held = false;
    QCOMPARE(int(bands()), 0);
}

void TicketCardTest::tagsSayWhatColoursSay()
{
    TextCache texts{Look()};
    const auto card = makeTicketCard(wordyTicket(), texts, ZoneClock(), 290, 900);
    QHash<qint64, const TicketCard::Block *> lines;
    for (const TicketCard::Block &block : card->blocks)
        lines.insert(block.lineId, &block);
    QVERIFY(lines[1]->tags.empty());
    QCOMPARE(lines[2]->tags.front().text, QStringLiteral("ДОБАВЛЕНО"));
    QVERIFY(lines[2]->added);
    QCOMPARE(lines[3]->tags.front().text, QStringLiteral("ОТМЕНЕНО"));
    QVERIFY(lines[3]->texts[1].struck);
    QVERIFY(lines[4]->texts[1].struck);
    QVERIFY(lines[4]->texts[1].ink == TicketCard::Ink::Done);
}

QTEST_MAIN(TicketCardTest)
#include "ticketcardtest.moc"

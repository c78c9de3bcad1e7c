// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/ticketlayout.h"

#include <QRect>
#include <QTest>

#include <algorithm>
#include <map>

using namespace oshaq;

namespace {

constexpr int header = 80;
constexpr int continuedHeader = 40;
constexpr int continuesFooter = 30;
constexpr int footer = 70;

LayoutTicket ticketOf(const std::vector<int> &heights)
{
    LayoutTicket ticket;
    ticket.header = header;
    ticket.continuedHeader = continuedHeader;
    ticket.continuesFooter = continuesFooter;
    ticket.footer = footer;
    for (int height : heights)
        ticket.blocks.push_back({height, false});
    return ticket;
}

std::vector<LayoutTicket> equalTickets(int count, const std::vector<int> &heights)
{
    return std::vector<LayoutTicket>(size_t(count), ticketOf(heights));
}

/// What must be true of every layout, whatever the input.
void checkInvariants(const std::vector<LayoutTicket> &tickets, const LayoutFrame &frame, const LayoutResult &result)
{
    std::map<std::pair<int, int>, std::vector<const LayoutPart *>> columns;
    int lastTicket = -1;
    int lastPage = 0;
    for (const LayoutPart &part : result.parts) {
        const LayoutTicket &ticket = tickets[size_t(part.ticket)];
        QVERIFY(part.ticket >= lastTicket);
        QVERIFY2(part.page >= lastPage, "a later ticket stands on an earlier page");
        if (part.ticket != lastTicket)
            QVERIFY2(part.isFirst() && part.ticket == lastTicket + 1, "a ticket was left out");
        lastTicket = part.ticket;
        lastPage = part.page;
        QVERIFY(part.column >= 0 && part.column < frame.columns);
        QVERIFY(part.page < result.pages);

        int height = part.isFirst() ? ticket.header : ticket.continuedHeader;
        for (int block = part.firstBlock; block < part.endBlock; ++block)
            height += ticket.blocks[size_t(block)].height;
        height += part.isLast() ? ticket.footer : ticket.continuesFooter;
        QCOMPARE(part.height, height);
        // Only a single block that no column can hold may reach over the foot of the page.
        if (part.endBlock - part.firstBlock > 1)
            QVERIFY2(part.top + part.height <= frame.height, "a part hangs out of the page");
        columns[{part.page, part.column}].push_back(&part);
    }
    QCOMPARE(lastTicket + 1, int(tickets.size()));

    // Every block of every ticket exactly once, in order.
    for (int ticket = 0; ticket < int(tickets.size()); ++ticket) {
        int next = 0;
        int number = 0;
        for (const LayoutPart &part : result.parts) {
            if (part.ticket != ticket)
                continue;
            QCOMPARE(part.part, number++);
            QCOMPARE(part.firstBlock, next);
            next = part.endBlock;
        }
        QCOMPARE(next, int(tickets[size_t(ticket)].blocks.size()));
    }

    for (auto &[place, parts] : columns) {
        std::sort(parts.begin(), parts.end(), [](const LayoutPart *a, const LayoutPart *b) { return a->top < b->top; });
        for (size_t index = 1; index < parts.size(); ++index)
            QVERIFY2(parts[index]->top >= parts[index - 1]->top + parts[index - 1]->height + frame.gap,
                     "tickets overlap");
    }
}

} // namespace

class TicketLayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTicketsIsOneEmptyPage();
    void firstRowGoesFromLeftToRight();
    void secondRowSkipsAColumnThatHangsFarBelow();
    void pageTurnsInTimeOrder();
    void tallTicketContinuesInTheNextColumn();
    void tallTicketTakesAFreshPageWhenItNeedsMoreColumnsThanAreFree();
    void courseBandIsNotLeftAtTheFoot();
    void ticketThatFitsNowhereWholeIsSplitOverTwoFeet();
    void endlessNoteEnds();
    void sameInputSamePages();
    void anyInputKeepsTheRules();
};

void TicketLayoutTest::noTicketsIsOneEmptyPage()
{
    const LayoutResult result = layOutTickets({}, {4, 900, 16, 100});
    QCOMPARE(result.pages, 1);
    QVERIFY(result.parts.empty());
}

void TicketLayoutTest::firstRowGoesFromLeftToRight()
{
    const LayoutResult result = layOutTickets(equalTickets(7, {50, 50}), {5, 900, 16, 100});
    QCOMPARE(int(result.parts.size()), 7);
    for (int index = 0; index < 7; ++index) {
        QCOMPARE(result.parts[size_t(index)].column, index % 5);
        QCOMPARE(result.parts[size_t(index)].top, index < 5 ? 0 : 250 + 16);
    }
    QCOMPARE(result.pages, 1);
}

void TicketLayoutTest::secondRowSkipsAColumnThatHangsFarBelow()
{
    std::vector<LayoutTicket> tickets = equalTickets(6, {50});
    tickets[0] = ticketOf({50, 50, 50, 50, 50});
    const LayoutResult result = layOutTickets(tickets, {3, 900, 16, 100});
    QCOMPARE(result.parts[3].column, 1);
    QCOMPARE(result.parts[4].column, 2);
}

void TicketLayoutTest::pageTurnsInTimeOrder()
{
    // Two tickets of 400 fill a column of 1000; the seventh belongs to page 2, and a small one after it as well,
    // although it would still fit on page 1.
    std::vector<LayoutTicket> tickets = equalTickets(7, {250});
    tickets.push_back(ticketOf({10}));
    const LayoutResult result = layOutTickets(tickets, {3, 1000, 16, 100});
    QCOMPARE(result.pages, 2);
    QCOMPARE(result.parts[5].page, 0);
    QCOMPARE(result.parts[6].page, 1);
    QCOMPARE(result.parts[7].page, 1);
}

void TicketLayoutTest::tallTicketContinuesInTheNextColumn()
{
    const std::vector<LayoutTicket> tickets{ticketOf({50}), ticketOf(std::vector<int>(20, 60)), ticketOf({50})};
    const LayoutFrame frame{5, 700, 16, 100};
    const LayoutResult result = layOutTickets(tickets, frame);
    checkInvariants(tickets, frame, result);
    QCOMPARE(int(result.parts.size()), 1 + 3 + 1);
    QCOMPARE(result.parts[1].column, 1);
    QCOMPARE(result.parts[2].column, 2);
    QCOMPARE(result.parts[3].column, 3);
    QCOMPARE(result.parts[3].parts, 3);
    QVERIFY(result.parts[1].isFirst() && !result.parts[1].isLast());
    QVERIFY(result.parts[3].isLast());
    QCOMPARE(result.pages, 1);
}

void TicketLayoutTest::tallTicketTakesAFreshPageWhenItNeedsMoreColumnsThanAreFree()
{
    const std::vector<LayoutTicket> tickets{ticketOf({50}), ticketOf({50}), ticketOf(std::vector<int>(20, 60))};
    const LayoutFrame frame{3, 700, 16, 100};
    const LayoutResult result = layOutTickets(tickets, frame);
    checkInvariants(tickets, frame, result);
    QCOMPARE(result.parts[2].page, 1);
    QCOMPARE(result.parts[2].column, 0);
    QCOMPARE(result.pages, 2);
}

void TicketLayoutTest::courseBandIsNotLeftAtTheFoot()
{
    LayoutTicket ticket = ticketOf(std::vector<int>(14, 60));
    // The ninth block is the last that fits into 660: make it a band.
    ticket.blocks[8].keepWithNext = true;
    const LayoutFrame frame{3, 660, 16, 100};
    const LayoutResult result = layOutTickets({ticket}, frame);
    checkInvariants({ticket}, frame, result);
    QCOMPARE(result.parts[0].endBlock, 8);
    QCOMPARE(result.parts[1].firstBlock, 8);
}

void TicketLayoutTest::ticketThatFitsNowhereWholeIsSplitOverTwoFeet()
{
    // Columns of 700 with tickets of 450 and 400: 234 and 284 are left, the third ticket of 350 continues.
    const std::vector<LayoutTicket> tickets{ticketOf({300}), ticketOf({250}), ticketOf({60, 60, 80})};
    const LayoutFrame frame{2, 700, 16, 100};
    const LayoutResult result = layOutTickets(tickets, frame);
    checkInvariants(tickets, frame, result);
    QCOMPARE(result.pages, 1);
    QCOMPARE(int(result.parts.size()), 4);
    QCOMPARE(result.parts[2].column, 0);
    QCOMPARE(result.parts[3].column, 1);
    QVERIFY(result.parts[3].isLast());
}

void TicketLayoutTest::endlessNoteEnds()
{
    const std::vector<LayoutTicket> tickets{ticketOf({5000, 50, 5000})};
    const LayoutFrame frame{2, 600, 16, 100};
    const LayoutResult result = layOutTickets(tickets, frame);
    checkInvariants(tickets, frame, result);
    QVERIFY(result.pages >= 1);
}

void TicketLayoutTest::sameInputSamePages()
{
    std::vector<LayoutTicket> tickets;
    for (int index = 0; index < 80; ++index)
        tickets.push_back(ticketOf(std::vector<int>(size_t(1 + index * 7 % 9), 40 + index * 13 % 70)));
    const LayoutFrame frame{4, 800, 16, 160};
    const LayoutResult first = layOutTickets(tickets, frame);
    const LayoutResult second = layOutTickets(tickets, frame);
    QVERIFY(first.parts == second.parts);
    QCOMPARE(first.pages, second.pages);
}

void TicketLayoutTest::anyInputKeepsTheRules()
{
    quint32 state = 7;
    const auto next = [&state](int bound) {
        state = state * 1664525u + 1013904223u;
        return int((state >> 8) % quint32(bound));
    };
    for (int round = 0; round < 400; ++round) {
        LayoutFrame frame{1 + next(6), 300 + next(900), 4 + next(20), next(300)};
        std::vector<LayoutTicket> tickets;
        const int count = next(40);
        for (int index = 0; index < count; ++index) {
            LayoutTicket ticket = ticketOf({});
            const int blocks = 1 + next(next(5) == 0 ? 40 : 6);
            for (int block = 0; block < blocks; ++block)
                ticket.blocks.push_back({30 + next(150), block + 1 < blocks && next(6) == 0});
            tickets.push_back(ticket);
        }
        checkInvariants(tickets, frame, layOutTickets(tickets, frame));
        if (QTest::currentTestFailed()) {
            qWarning("round %d", round);
            return;
        }
    }
}

QTEST_APPLESS_MAIN(TicketLayoutTest)
#include "ticketlayouttest.moc"

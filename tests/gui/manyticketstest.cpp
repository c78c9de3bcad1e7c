// SPDX-License-Identifier: GPL-3.0-or-later
// More tickets than can be made anew in one turn: what people see is always whole, and all of it in the end.
#include "models/terminal/linkstatus.h"
#include "tests/support/fakekitchen.h"
#include "tests/support/kitchensample.h"
#include "ui/common/application.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace oshaq;

class ManyTicketsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyPageFollowsTheLook();
    void shownPageIsNeverOld();
    void everyTicketThatChangedIsMadeAnew();

private:
    static constexpr int tickets = 200;
    static constexpr QSize screen{1920, 1080};

    static void settle()
    {
        for (int turn = 0; turn < 3 * tickets; ++turn)
            QApplication::processEvents();
    }
    static QImage picture(KitchenPage &page) { return page.grab().toImage(); }

    std::unique_ptr<KitchenPage> open(const Look &look)
    {
        auto page = std::make_unique<KitchenPage>(*m_port, *m_link, look);
        page->resize(screen);
        page->show();
        settle();
        return page;
    }

    const Look m_usual{darkTheme(), Metrics::forDpi(96, screen)};
    const Look m_larger{darkTheme(), Metrics::forDpi(120, screen)};
    std::unique_ptr<FakeKitchenPort> m_port;
    std::unique_ptr<LinkStatus> m_link;
};

void ManyTicketsTest::init()
{
    applyLook(*qApp, m_usual);
    m_link = std::make_unique<LinkStatus>();
    m_port = std::make_unique<FakeKitchenPort>();
    kitchensample::addStations(*m_port);
    kitchensample::addMany(*m_port, tickets, 1400);
}

void ManyTicketsTest::everyPageFollowsTheLook()
{
    const auto fresh = open(m_larger);
    const auto page = open(m_usual);
    page->setLook(m_larger);
    settle();
    QCOMPARE(page->view()->pages(), fresh->view()->pages());
    QVERIFY(fresh->view()->pages() > 10);
    for (int at = 0; at < fresh->view()->pages(); ++at) {
        fresh->view()->setPage(at);
        page->view()->setPage(at);
        QVERIFY2(picture(*page) == picture(*fresh), qPrintable(QString::number(at)));
    }
}

void ManyTicketsTest::shownPageIsNeverOld()
{
    const auto fresh = open(m_larger);
    const QSize header = fresh->view()->headerRectOf(m_port->tickets().front().orderId).size();
    const auto page = open(m_usual);
    TicketView *view = page->view();
    QVERIFY(view->headerRectOf(m_port->tickets().front().orderId).size() != header);
    // Wherever somebody looks while all the others are still being made anew.
    const auto headersOnPage = [&] {
        std::vector<QSize> sizes;
        for (const Ticket &ticket : m_port->tickets()) {
            if (const QRect rect = view->headerRectOf(ticket.orderId); !rect.isEmpty())
                sizes.push_back(rect.size());
        }
        return sizes;
    };
    page->setLook(m_larger);
    for (int turn = 0; turn < 4; ++turn) {
        QApplication::processEvents();
        if (turn == 0)
            continue; // the page around the tickets is laid out first
        for (const int at : {view->pages() - 1, view->pages() / 2, 0}) {
            view->setPage(at);
            const std::vector<QSize> sizes = headersOnPage();
            QVERIFY(!sizes.empty());
            for (const QSize &size : sizes)
                QCOMPARE(size.width(), header.width());
            QVERIFY(std::count(sizes.begin(), sizes.end(), header) > 0);
        }
    }
}

void ManyTicketsTest::everyTicketThatChangedIsMadeAnew()
{
    const auto page = open(m_usual);
    for (const Ticket &ticket : m_port->tickets()) {
        Order &order = m_port->order(ticket.orderId);
        order.note = QStringLiteral("no onions");
        ++order.version;
    }
    m_port->changed();
    settle();
    const auto fresh = open(m_usual);
    QCOMPARE(page->view()->pages(), fresh->view()->pages());
    for (int at = 0; at < fresh->view()->pages(); ++at) {
        fresh->view()->setPage(at);
        page->view()->setPage(at);
        QVERIFY2(picture(*page) == picture(*fresh), qPrintable(QString::number(at)));
    }
}

QTEST_MAIN(ManyTicketsTest)
#include "manyticketstest.moc"

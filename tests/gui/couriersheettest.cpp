// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/couriersheet.h"
#include "tests/support/fakecouriers.h"
#include "tests/support/orderssample.h"
#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/tickettext.h"
#include "ui/orders/entry/choicecard.h"
#include "ui/orders/orderactlist.h"
#include "ui/orders/ordertext.h"

#include <QTest>

using namespace oshaq;

/// Who brings an order to its guest, and until when another service waits for an answer.
class CourierSheetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCourierIsChosen();
    void theSameChoiceKeepsItsKey();
    void theZoneAloneIsChanged();
    void nothingNewAsksNobody();
    void theServiceSaysItsPriceFirst();
    void theServiceIsCalledOff();
    void aRefusalIsSaidAndTheSheetStays();
    void withoutAHubNothingIsOffered();
    void onlyDeliveriesAreOffered();
    void theDeadlineIsSaid();
    void theTicketTurnsRed();

private:
    ChoiceCard *card(const QString &title)
    {
        for (ChoiceCard *one : m_sheet->cards()) {
            if (one->title() == title)
                return one;
        }
        return nullptr;
    }
    void open()
    {
        m_sheet->begin(m_id);
        m_couriers->answerAll();
    }
    void done() { m_sheet->doneButton()->click(); }

    std::unique_ptr<FakeOrdersPort> m_port;
    std::unique_ptr<FakeCourierPort> m_couriers;
    std::unique_ptr<QWidget> m_page;
    CourierSheet *m_sheet = nullptr;
    qint64 m_id = 0;
};

void CourierSheetTest::init()
{
    m_port = std::make_unique<FakeOrdersPort>();
    orderssample::addEvening(*m_port);
    m_couriers = std::make_unique<FakeCourierPort>();
    m_couriers->known = {{21, QStringLiteral("Aidar"), true, 1}, {22, QStringLiteral("Marat"), false, 0}};
    m_couriers->knownZones = {{1, 1, QStringLiteral("Centre"), 50'000, 0, {}, 1},
                              {2, 1, QStringLiteral("Airport"), 300'000, 0, {}, 1}};
    for (const DeskOrder &entry : m_port->orders()) {
        if (entry.order.fulfilment == Fulfilment::Delivery && !isClosed(entry.order.status))
            m_id = entry.order.id;
    }
    QVERIFY(m_id > 0);
    m_page = std::make_unique<QWidget>();
    m_page->resize(1280, 800);
    m_page->show();
    m_sheet = new CourierSheet(*m_port, *m_couriers, Look(lightTheme()), m_page.get());
}

void CourierSheetTest::cleanup()
{
    m_page.reset();
    m_couriers.reset();
    m_port.reset();
}

void CourierSheetTest::aCourierIsChosen()
{
    open();
    QCOMPARE(m_sheet->cards().size(), std::size_t(4)); // two couriers, the service, nobody
    QVERIFY(card(QStringLiteral("Nobody yet"))->isChecked());
    QVERIFY(card(QStringLiteral("Aidar"))->below().contains(QStringLiteral("1")));
    card(QStringLiteral("Aidar"))->click();
    QVERIFY(card(QStringLiteral("Aidar"))->isChecked());
    done();
    QCOMPARE(m_couriers->calls, QStringList{QStringLiteral("deliver %1 to 21").arg(m_id)});
    QVERIFY(!m_sheet->isFinished());
    m_couriers->answerAll();
    QVERIFY(m_sheet->isFinished());
    QVERIFY(m_sheet->message().contains(QStringLiteral("Aidar")));
    done();
    QVERIFY(!m_sheet->isOpen());
}

void CourierSheetTest::theSameChoiceKeepsItsKey()
{
    open();
    card(QStringLiteral("Aidar"))->click();
    m_couriers->failNext(PortFailure{});
    done();
    m_couriers->answerAll();
    done();
    m_couriers->answerAll();
    QCOMPARE(m_couriers->keys.size(), 2);
    QCOMPARE(m_couriers->keys[0], m_couriers->keys[1]);
    card(QStringLiteral("Marat"))->click();
    done();
    m_couriers->answerAll();
    QVERIFY(m_couriers->keys[2] != m_couriers->keys[1]);
}

void CourierSheetTest::theZoneAloneIsChanged()
{
    open();
    QCOMPARE(m_sheet->zoneRow()->count(), 2);
    m_sheet->zoneRow()->button(1)->click();
    done();
    QCOMPARE(m_couriers->calls, QStringList{QStringLiteral("deliver %1 in 2").arg(m_id)});
}

void CourierSheetTest::nothingNewAsksNobody()
{
    open();
    done();
    QVERIFY(m_couriers->calls.isEmpty());
    QVERIFY(!m_sheet->isOpen());
}

void CourierSheetTest::theServiceSaysItsPriceFirst()
{
    open();
    card(QStringLiteral("Delivery service"))->click();
    done();
    QCOMPARE(m_couriers->calls.last(), QStringLiteral("quote %1").arg(m_id));
    m_couriers->answerAll();
    QVERIFY(!card(QStringLiteral("Aidar"))->isEnabled()); // the service has it
    // Its answer comes with the order.
    m_couriers->dispatches[m_id].state = DispatchState::Quoted;
    m_couriers->dispatches[m_id].priceMinor = 85'000;
    m_port->orderRow(m_id).carrier.dispatch = DispatchState::Quoted;
    m_port->changed();
    m_couriers->answerAll();
    QVERIFY(card(QStringLiteral("Delivery service"))->below().contains(QStringLiteral("850")));
    done();
    QCOMPARE(m_couriers->calls.last(), QStringLiteral("confirm %1").arg(m_id));
    m_couriers->answerAll();
    QVERIFY(m_couriers->keys[0] != m_couriers->keys[1]);
}

void CourierSheetTest::theServiceIsCalledOff()
{
    m_couriers->dispatches[m_id].state = DispatchState::Accepted;
    m_port->orderRow(m_id).carrier.dispatch = DispatchState::Accepted;
    open();
    QVERIFY(card(QStringLiteral("Delivery service"))->isChecked());
    done();
    QCOMPARE(m_couriers->calls.last(), QStringLiteral("call off %1").arg(m_id));
    m_couriers->answerAll();
    QVERIFY(card(QStringLiteral("Aidar"))->isEnabled());
}

void CourierSheetTest::aRefusalIsSaidAndTheSheetStays()
{
    open();
    card(QStringLiteral("Aidar"))->click();
    m_couriers->failNext({PortFailure::Kind::Refused, QStringLiteral("STILL_IN_USE"), QStringLiteral("no"), {}});
    done();
    m_couriers->answerAll();
    QVERIFY(m_sheet->isOpen());
    QVERIFY(!m_sheet->message().isEmpty());
    QVERIFY(!m_sheet->isFinished());
    QVERIFY(card(QStringLiteral("Aidar"))->isChecked());
}

void CourierSheetTest::withoutAHubNothingIsOffered()
{
    m_couriers->setFailing(PortFailure{});
    open();
    QVERIFY(m_sheet->cards().empty());
    QVERIFY(!m_sheet->doneButton()->isEnabled());
    QVERIFY(!m_sheet->message().isEmpty());
}

void CourierSheetTest::onlyDeliveriesAreOffered()
{
    m_port->setRole(Role::Counter);
    for (const DeskOrder &entry : m_port->orders()) {
        const OrderActList acts(*m_port, entry, false, true);
        const bool offered = acts.find(OrderAct::Kind::Deliver) != nullptr;
        QCOMPARE(offered, entry.order.fulfilment == Fulfilment::Delivery && !isClosed(entry.order.status));
    }
}

void CourierSheetTest::theDeadlineIsSaid()
{
    Order order;
    order.status = OrderStatus::New;
    QVERIFY(OrderText::deadline(order, 0).isEmpty());
    order.origin = {QStringLiteral("glovo"), QStringLiteral("4711"), 151'000, 0, false};
    QVERIFY(OrderText::deadline(order, 0).contains(QStringLiteral("2:31")));
    QVERIFY(OrderText::deadline(order, 151'000).contains(QStringLiteral("0:00")));
    QVERIFY(!OrderText::deadline(order, 152'000).contains(QStringLiteral("0:00")));
    order.status = OrderStatus::Accepted;
    QVERIFY(OrderText::deadline(order, 0).isEmpty());
}

void CourierSheetTest::theTicketTurnsRed()
{
    Ticket ticket;
    ticket.order.status = OrderStatus::New;
    ticket.order.origin = {QStringLiteral("glovo"), QStringLiteral("4711"), 180'000, 0, false};
    OrderLine line;
    line.quantity = 1000;
    ticket.lines = {line};
    QCOMPARE(urgencyOf(ticket, 0), Urgency::InTime);
    QCOMPARE(urgencyOf(ticket, 60'000), Urgency::Soon);
    QCOMPARE(urgencyOf(ticket, 120'000), Urgency::Late);
    QVERIFY(TicketText::state(ticket, 60'000, ZoneClock()).contains(QStringLiteral("2:00")));
    QVERIFY(TicketText::where(ticket, ZoneClock()).contains(QStringLiteral("Glovo 4711")));
    ticket.order.status = OrderStatus::Accepted;
    QCOMPARE(urgencyOf(ticket, 120'000), Urgency::InTime);
    ticket.order.status = OrderStatus::Cancelled;
    QCOMPARE(urgencyOf(ticket, 120'000), Urgency::Cancelled);
}

QTEST_MAIN(CourierSheetTest)
#include "couriersheettest.moc"

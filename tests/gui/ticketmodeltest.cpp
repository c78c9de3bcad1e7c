// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/ticketmodel.h"
#include "tests/support/fakekitchen.h"
#include "tests/support/kitchensample.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

class TicketModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rolesCarryRawValues();
    void oneChangeIsOneRow();
    void nothingChangedIsSilent();
    void arrivalIsOneInsert();
    void goneTicketsAreOneRemove();
    void reorderIsAMove();
    void sentenceSaysEverything();
    void randomChangesKeepTheModelRight();

private:
    std::unique_ptr<FakeKitchenPort> m_port;
    std::unique_ptr<TicketModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TicketModelTest::init()
{
    m_tester.reset();
    m_port = std::make_unique<FakeKitchenPort>();
    kitchensample::addBusyMoment(*m_port);
    m_model = std::make_unique<TicketModel>(*m_port);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TicketModelTest::rolesCarryRawValues()
{
    QCOMPARE(m_model->rowCount(), 9);
    const QModelIndex first = m_model->index(0);
    const Ticket &ticket = m_model->ticketAt(0);
    QCOMPARE(first.data(TicketModel::NumberRole).toString(), QStringLiteral("A-039"));
    QCOMPARE(first.data(TicketModel::OrderIdRole).toLongLong(), ticket.orderId);
    QCOMPARE(first.data(TicketModel::StatusRole).toInt(), int(OrderStatus::Preparing));
    QCOMPARE(first.data(TicketModel::FulfilmentRole).toString(), QStringLiteral("dine_in"));
    QCOMPARE(first.data(TicketModel::PlacedAtRole).toLongLong(), ticket.order.placedAtMs);
    QCOMPARE(first.data(TicketModel::SoonAtRole).toLongLong(), ticket.soonAtMs);
    QCOMPARE(first.data(TicketModel::LateAtRole).toLongLong(), ticket.lateAtMs);
    QCOMPARE(first.data(TicketModel::PendingRole).toBool(), false);
    QCOMPARE(m_model->roleNames().value(TicketModel::OrderIdRole), QByteArray("orderId"));
}

void TicketModelTest::oneChangeIsOneRow()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_port->order(m_model->ticketAt(3).orderId).note = QStringLiteral("quickly");
    m_port->changed();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().at(0).toModelIndex().row(), 3);
    QCOMPARE(changed.front().at(1).toModelIndex().row(), 3);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), 0);
}

void TicketModelTest::nothingChangedIsSilent()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    m_port->changed();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(moved.size(), 0);
}

void TicketModelTest::arrivalIsOneInsert()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_port->addOrder(QStringLiteral("A-060"), OrderStatus::New, 0, {{QStringLiteral("Plov")}});
    m_port->addOrder(QStringLiteral("A-061"), OrderStatus::New, 0, {{QStringLiteral("Plov")}});
    m_port->changed();
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.front().at(1).toInt(), 9);
    QCOMPARE(inserted.front().at(2).toInt(), 10);
    QCOMPARE(changed.size(), 0);
}

void TicketModelTest::goneTicketsAreOneRemove()
{
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_port->removeOrder(m_model->ticketAt(2).orderId);
    m_port->removeOrder(m_model->ticketAt(3).orderId);
    m_port->changed();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.front().at(1).toInt(), 2);
    QCOMPARE(removed.front().at(2).toInt(), 3);
    QCOMPARE(m_model->rowCount(), 7);
}

void TicketModelTest::reorderIsAMove()
{
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    const qint64 last = m_model->ticketAt(8).orderId;
    m_port->order(last).placedAtMs = m_model->ticketAt(0).order.placedAtMs - 1;
    m_port->changed();
    QCOMPARE(moved.size(), 1);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(m_model->ticketAt(0).orderId, last);
    QCOMPARE(m_model->rowOf(last), 0);
}

void TicketModelTest::sentenceSaysEverything()
{
    const QString sentence = m_model->index(0).data(Qt::AccessibleTextRole).toString();
    for (const char *part : {"A-039", "Table 7", "4 covers", "LATE +3 min", "allergy: nuts", "2 Beshbarmak",
                             "extra onion broth", "note: well done, please", "1 Shurpa, done"})
        QVERIFY2(sentence.contains(QLatin1String(part)), qPrintable(sentence));
}

void TicketModelTest::randomChangesKeepTheModelRight()
{
    quint32 state = 99;
    const auto next = [&state](int bound) {
        state = state * 1664525u + 1013904223u;
        return int((state >> 8) % quint32(bound));
    };
    for (int round = 0; round < 300; ++round) {
        const std::vector<Ticket> before = m_port->tickets();
        for (const Ticket &ticket : before) {
            switch (next(12)) {
            case 0:
                m_port->removeOrder(ticket.orderId);
                break;
            case 1:
                m_port->order(ticket.orderId).note = QString::number(next(3));
                break;
            case 2:
                m_port->order(ticket.orderId).placedAtMs -= next(900'000);
                break;
            default:
                break;
            }
        }
        for (int added = next(4); added > 0; --added)
            m_port->addOrder(QString::number(round), OrderStatus::New, next(1000), {{QStringLiteral("Plov")}});
        m_port->changed();
        const std::vector<Ticket> wanted = m_port->tickets();
        QCOMPARE(m_model->rowCount(), int(wanted.size()));
        for (int row = 0; row < int(wanted.size()); ++row)
            QVERIFY(m_model->ticketAt(row) == wanted[size_t(row)]);
    }
}

QTEST_MAIN(TicketModelTest)
#include "ticketmodeltest.moc"

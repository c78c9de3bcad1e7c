// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/drawerservice.h"
#include "models/hub/drawerstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/paymentservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Cash drawers from float to count.
class HubDrawerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensCountsAndCloses();
    void cashGoesIntoTheOpenOne();
    void withoutADrawerCashIsTakenAllTheSame();
    void cashOfSeveralTills();
    void movesByHandHaveReasons();
    void noMoreGoesOutThanThereIs();
    void piecesMustSumUp();
    void closedIsOver();
    void aStaleCloseIsRefused();
    void oneForEachScreen();
    void listsByPage();
    void whatWasOpenThatDay();
    void theJournalHoldsNoWords();
    void othersReachNothing();

private:
    Result<WriteOutcome> open(const Principal &who, qint64 floatMinor)
    {
        return m_hub->run(who, [=](WriteContext &context) { return drawerwrites::open(context, floatMinor); });
    }
    Result<WriteOutcome> move(qint64 id, DrawerMoveKind kind, qint64 minor,
                              const QString &reason = QStringLiteral("Ice"))
    {
        return m_hub->run(m_till,
                          [=](WriteContext &context) { return drawerwrites::move(context, id, kind, minor, reason); });
    }
    Result<WriteOutcome> count(qint64 id, qint64 minor, std::vector<DrawerPieces> pieces = {})
    {
        return m_hub->run(m_till, [=](WriteContext &context) {
            return drawerwrites::count(context, id, {minor, pieces});
        });
    }
    Result<WriteOutcome> close(qint64 id, qint64 minor, std::optional<qint64> version = std::nullopt,
                               const QString &note = {})
    {
        return m_hub->run(m_till, [=](WriteContext &context) {
            return drawerwrites::close(context, id, {minor, {}}, note, version);
        });
    }
    /// An order of 25.90, paid in cash.
    qint64 pay(const Principal &who, PaymentMethod method = PaymentMethod::Cash, qint64 tipMinor = 0)
    {
        const auto placed = m_hub->run(who, [this](WriteContext &context) {
            return orderwrites::create(context, pickup({line(m_business.item(u"Soup"), 2000)}));
        });
        if (!placed)
            return 0;
        const auto paid = m_hub->run(who, [=, id = placed->entityId](WriteContext &context) {
            return paymentwrites::takeDirect(context, {id, method, 2590, tipMinor, std::nullopt, {}});
        });
        return paid ? paid->entityId : 0;
    }
    bool refund(const Principal &who, qint64 payment, qint64 minor)
    {
        const auto done = m_hub->run(who, [=](WriteContext &context) {
            return paymentwrites::refund(context, payment, minor, QStringLiteral("Cold soup"));
        });
        return bool(done);
    }
    Principal screen(const QString &name, Role role)
    {
        const auto made = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return accesswrites::createTerminal(context, m_business.id, name, role, std::nullopt);
        });
        return m_business.terminal(role, made ? made->entityId : 0);
    }
    DrawerSession one(qint64 id) { return drawerreads::one(m_hub->database(), m_business.id, id).value(); }
    static ErrorCode codeOf(const Result<WriteOutcome> &result)
    {
        return result ? ErrorCode::Internal : result.error().code;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    Principal m_till;
};

void HubDrawerTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_till = screen(QStringLiteral("Till"), Role::Counter);
    QVERIFY(m_till.id != 0);
}

void HubDrawerTest::opensCountsAndCloses()
{
    const auto opened = open(m_till, 10'000);
    QVERIFY(opened);
    QCOMPARE(opened->code, 201);
    const qint64 id = opened->entityId;
    DrawerSession session = one(id);
    QVERIFY(session.isOpen());
    QCOMPARE(session.floatMinor, 10'000);
    QCOMPARE(session.expectedMinor(), 10'000);
    QCOMPARE(session.terminalName, QStringLiteral("Till"));
    QCOMPARE(session.openedBy, QStringLiteral("Till"));
    QCOMPARE(session.openedAtMs, m_hub->nowMs);
    QVERIFY(!session.closing());

    QVERIFY(move(id, DrawerMoveKind::PayIn, 5'000, QStringLiteral("More change")));
    QVERIFY(move(id, DrawerMoveKind::PayOut, 2'000));
    QVERIFY(pay(m_till) != 0);
    QVERIFY(count(id, 15'500));
    m_hub->nowMs += 3'600'000;
    const auto closed = close(id, 15'600, std::nullopt, QStringLiteral("  Who knows "));
    QVERIFY(closed);
    session = one(id);
    QVERIFY(!session.isOpen());
    QCOMPARE(session.closedAtMs, std::optional(m_hub->nowMs));
    QCOMPARE(session.closedBy, QStringLiteral("Till"));
    QCOMPARE(session.note, QStringLiteral("Who knows"));
    QCOMPARE(session.paidInMinor, 5'000);
    QCOMPARE(session.paidOutMinor, 2'000);
    QCOMPARE(session.sales, 1);
    QCOMPARE(session.salesMinor, 2'590);
    QCOMPARE(session.expectedMinor(), 15'590);
    QCOMPARE(session.counts.size(), std::size_t(2));
    QCOMPARE(session.counts.front().differenceMinor(), -90);
    QCOMPARE(session.closing()->differenceMinor(), 10);
    QCOMPARE(session.moves.size(), std::size_t(2));
    QCOMPARE(session.moves.front().reason, QStringLiteral("More change"));
}

void HubDrawerTest::cashGoesIntoTheOpenOne()
{
    const qint64 id = open(m_till, 0)->entityId;
    const qint64 payment = pay(m_till, PaymentMethod::Cash, 410);
    QVERIFY(pay(m_till, PaymentMethod::CardReader) != 0);
    QVERIFY(refund(m_till, payment, 590));
    const DrawerSession session = one(id);
    QCOMPARE(session.sales, 1);
    QCOMPARE(session.salesMinor, 3'000); // the tip is in the drawer too
    QCOMPARE(session.refunds, 1);
    QCOMPARE(session.refundsMinor, 590);
    QCOMPARE(session.expectedMinor(), 2'410);
    QCOMPARE(session.version, 1); // a count that somebody is at does not become stale by it
}

void HubDrawerTest::withoutADrawerCashIsTakenAllTheSame()
{
    const qint64 before = pay(m_till);
    QVERIFY(before != 0);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM drawer_moves")), 0);
    // What is given back comes from the drawer that is open then.
    const qint64 id = open(m_till, 10'000)->entityId;
    QVERIFY(refund(m_till, before, 2'590));
    QCOMPARE(one(id).expectedMinor(), 7'410);
}

void HubDrawerTest::cashOfSeveralTills()
{
    const Principal second = screen(QStringLiteral("Bar"), Role::Counter);
    const Principal office = screen(QStringLiteral("Office"), Role::Manager);
    const qint64 till = open(m_till, 0)->entityId;
    // The only one there is takes everybody's.
    QVERIFY(pay(second) != 0);
    QCOMPARE(one(till).sales, 1);
    const qint64 bar = open(second, 0)->entityId;
    QVERIFY(pay(second) != 0);
    QVERIFY(pay(m_till) != 0);
    QCOMPARE(one(till).sales, 2);
    QCOMPARE(one(bar).sales, 1);
    // Of two nobody can tell which; it is in none.
    QVERIFY(pay(office) != 0);
    QCOMPARE(one(till).sales + one(bar).sales, 3);
}

void HubDrawerTest::movesByHandHaveReasons()
{
    const qint64 id = open(m_till, 10'000)->entityId;
    QCOMPARE(codeOf(move(id, DrawerMoveKind::PayIn, 100, QStringLiteral("  "))), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(move(id, DrawerMoveKind::PayIn, 0)), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(move(id, DrawerMoveKind::PayOut, -5)), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(move(id, DrawerMoveKind::Sale, 100)), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(move(id, DrawerMoveKind::PayIn, maxAmountMinor + 1)), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(move(id + 1, DrawerMoveKind::PayIn, 100)), ErrorCode::NotFound);
    QVERIFY(one(id).moves.empty());
}

void HubDrawerTest::noMoreGoesOutThanThereIs()
{
    const qint64 id = open(m_till, 10'000)->entityId;
    QCOMPARE(codeOf(move(id, DrawerMoveKind::PayOut, 10'001)), ErrorCode::ValidationFailed);
    QVERIFY(move(id, DrawerMoveKind::PayOut, 10'000));
    QCOMPARE(one(id).expectedMinor(), 0);
}

void HubDrawerTest::piecesMustSumUp()
{
    const qint64 id = open(m_till, 10'000)->entityId;
    QCOMPARE(codeOf(count(id, 10'000, {{5'000, 1}})), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(count(id, 10'000, {{5'000, 1}, {5'000, 1}})), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(count(id, -1)), ErrorCode::ValidationFailed);
    QVERIFY(count(id, 10'000, {{5'000, 2}, {2'000, 0}}));
    QCOMPARE(one(id).counts.front().pieces, (std::vector<DrawerPieces>{{5'000, 2}}));
    QVERIFY(one(id).isOpen());
}

void HubDrawerTest::closedIsOver()
{
    const qint64 id = open(m_till, 10'000)->entityId;
    QVERIFY(close(id, 10'000));
    QCOMPARE(codeOf(close(id, 10'000)), ErrorCode::VersionStale);
    QCOMPARE(codeOf(count(id, 10'000)), ErrorCode::VersionStale);
    QCOMPARE(codeOf(move(id, DrawerMoveKind::PayIn, 1)), ErrorCode::VersionStale);
    QVERIFY(pay(m_till) != 0);
    QCOMPARE(one(id).sales, 0);
    // The next one begins anew.
    QVERIFY(open(m_till, 500));
}

void HubDrawerTest::aStaleCloseIsRefused()
{
    const qint64 id = open(m_till, 10'000)->entityId;
    const qint64 seen = one(id).version;
    QVERIFY(move(id, DrawerMoveKind::PayIn, 100));
    QCOMPARE(codeOf(close(id, 10'000, seen)), ErrorCode::VersionStale);
    QVERIFY(pay(m_till) != 0);
    QVERIFY(close(id, 12'690, one(id).version));
}

void HubDrawerTest::oneForEachScreen()
{
    QVERIFY(open(m_till, 0));
    QCOMPARE(codeOf(open(m_till, 0)), ErrorCode::AlreadyExists);
    QVERIFY(open(m_business.owner(), 0)); // at no screen
    QCOMPARE(codeOf(open(m_business.owner(), 0)), ErrorCode::AlreadyExists);
    QCOMPARE(codeOf(open(screen(QStringLiteral("Bar"), Role::Counter), -1)), ErrorCode::ValidationFailed);
    QCOMPARE(drawerreads::open(m_hub->database(), m_business.id)->size(), std::size_t(2));
}

void HubDrawerTest::listsByPage()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(close(open(m_till, i)->entityId, i));
    const auto first = drawerreads::page(m_hub->database(), m_business.id, 2, {});
    QVERIFY(first);
    QCOMPARE(first->sessions.size(), std::size_t(2));
    QCOMPARE(first->sessions.front().floatMinor, 4);
    const auto second = drawerreads::page(m_hub->database(), m_business.id, 3, first->nextCursor);
    QVERIFY(second);
    QCOMPARE(second->sessions.size(), std::size_t(3));
    QVERIFY(second->nextCursor.isEmpty());
    QVERIFY(!drawerreads::page(m_hub->database(), m_business.id, 3, QStringLiteral("x")));
}

void HubDrawerTest::whatWasOpenThatDay()
{
    const qint64 begin = m_hub->nowMs;
    QVERIFY(close(open(m_till, 1)->entityId, 1));
    m_hub->nowMs += 1'000;
    QVERIFY(open(m_till, 2));
    const auto floats = [this](qint64 fromMs, qint64 toMs) {
        QString text;
        for (const DrawerSession &one : *drawerreads::during(m_hub->database(), m_business.id, fromMs, toMs))
            text += QString::number(one.floatMinor);
        return text;
    };
    QCOMPARE(floats(begin, begin + 1), QStringLiteral("1"));
    QCOMPARE(floats(begin, begin + 1'001), QStringLiteral("12"));
    QCOMPARE(floats(begin + 1, begin + 9'000), QStringLiteral("2"));
    QCOMPARE(floats(begin - 5, begin), QString());
}

void HubDrawerTest::theJournalHoldsNoWords()
{
    const qint64 id = open(m_till, 10'000)->entityId;
    QVERIFY(move(id, DrawerMoveKind::PayOut, 500, QStringLiteral("Taxi for Dana")));
    QVERIFY(close(id, 9'500, std::nullopt, QStringLiteral("Note of Dana")));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE entity = 'drawer'")), 3);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE payload LIKE '%Dana%'")), 0);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT group_concat(type, ' ') FROM journal WHERE entity = 'drawer'")),
             QStringLiteral("drawer.opened drawer.paid_out drawer.closed"));
    QVERIFY(journalstore::verify(m_hub->database(), m_business.id));
}

void HubDrawerTest::othersReachNothing()
{
    const qint64 id = open(m_till, 10'000)->entityId;
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const auto theirs = m_hub->run(other.owner(), [=](WriteContext &context) {
        return drawerwrites::count(context, id, {0, {}});
    });
    QCOMPARE(codeOf(theirs), ErrorCode::NotFound);
    QVERIFY(!drawerreads::one(m_hub->database(), other.id, id));
    QVERIFY(drawerreads::open(m_hub->database(), other.id)->empty());
    // Their cash is in none of ours.
    QVERIFY(m_hub->run(other.owner(), [&](WriteContext &context) -> Result<WriteOutcome> {
        Payment payment;
        payment.businessId = other.id;
        payment.amountMinor = 100;
        if (const auto put = drawercash::came(context, payment); !put)
            return put.error();
        return WriteOutcome();
    }));
    QCOMPARE(one(id).sales, 0);
}

QTEST_GUILESS_MAIN(HubDrawerTest)
#include "drawertest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/auditreads.h"
#include "models/hub/catalogstore.h"
#include "models/hub/dispatchstore.h"
#include "models/hub/feedservice.h"
#include "models/hub/idempotencystore.h"
#include "models/hub/journalstore.h"
#include "models/hub/noticestore.h"
#include "models/hub/orderhistory.h"
#include "models/hub/orderservice.h"
#include "models/hub/outsideorders.h"
#include "models/hub/paintedservice.h"
#include "models/hub/printerstore.h"
#include "models/hub/sessionstore.h"
#include "models/hub/systemfigures.h"
#include "models/hub/unpaintedstore.h"
#include "models/hub/webhookstore.h"
#include "tests/support/hubfixture.h"
#include "tests/support/queryplans.h"

#include <QTest>

#include <functional>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 hourMs = 3'600'000;

} // namespace

/// That nothing which somebody does all day, and nothing that the hub does by itself every few seconds, looks at more
/// rows because a restaurant is older: the plan of every statement, as the connection prepared it.
class QueryPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads_data();
    void reads();
    void writes();
    void aWalkIsSeen_data();
    void aWalkIsSeen();

private:
    using Work = std::function<bool(sql::Database &)>;

    bool write(const std::function<Result<WriteOutcome>(WriteContext &)> &command)
    {
        const auto done = m_hub->run(m_business.owner(), command);
        if (!done)
            QTest::qFail(qPrintable(done.error().message), __FILE__, __LINE__);
        return done.ok();
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    qint64 m_guest = 0;
    qint64 m_order = 0;
};

void QueryPlanTest::initTestCase()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"), QStringLiteral("+77010001122"));
    for (int i = 0; i < 3; ++i) {
        const auto placed = m_hub->run(m_business.guest(m_guest), [&](WriteContext &context) {
            return orderwrites::create(context, pickup({line(m_business.item(u"Soup"))}));
        });
        QVERIFY(placed);
        m_order = placed->entityId;
    }
}

void QueryPlanTest::reads_data()
{
    QTest::addColumn<Work>("work");
    const auto add = [](const QByteArray &name, const Work &work) { QTest::newRow(name.constData()) << work; };

    const auto list = [&](const QByteArray &name, const std::function<void(OrderFilter &)> &change) {
        for (const bool oldestFirst : {false, true}) {
            add("list " + name + (oldestFirst ? " oldest first" : " newest first"), [=, this](sql::Database &database) {
                OrderFilter filter;
                filter.limit = 2;
                filter.oldestFirst = oldestFirst;
                change(filter);
                const auto page = orderreads::list(database, m_business.id, filter);
                if (!page || page->nextCursor.isEmpty())
                    return page.ok();
                filter.cursor = page->nextCursor;
                return orderreads::list(database, m_business.id, filter).ok();
            });
        }
    };
    list("all", [](OrderFilter &) {});
    list("open", [](OrderFilter &filter) { filter.openOnly = true; });
    list("of statuses", [](OrderFilter &filter) { filter.statuses = {OrderStatus::New, OrderStatus::Ready}; });
    list("closed", [](OrderFilter &filter) { filter.statuses = {OrderStatus::Completed}; });
    list("of a period", [this](OrderFilter &filter) {
        filter.fromMs = m_hub->nowMs - hourMs;
        filter.toMs = m_hub->nowMs + hourMs;
    });
    list("unpaid", [](OrderFilter &filter) { filter.payments = {PaymentState::Unpaid}; });
    list("of a guest", [this](OrderFilter &filter) { filter.userId = m_guest; });
    list("of a person", [this](OrderFilter &filter) { filter.personId = m_guest; });
    list("of today by total", [this](OrderFilter &filter) {
        filter.sort = OrderSort::Total;
        filter.fromMs = m_hub->nowMs - hourMs;
    });
    list("of today by number", [this](OrderFilter &filter) {
        filter.sort = OrderSort::Number;
        filter.fromMs = m_hub->nowMs - hourMs;
    });
    list("of a word", [](OrderFilter &filter) { filter.search = searchTextFrom(QStringLiteral("soup")); });
    list("of a word of years ago", [](OrderFilter &filter) { filter.search = searchTextFrom(QStringLiteral("zzzz")); });
    list("of a terminal", [](OrderFilter &filter) { filter.terminalId = 1; });

    add("one by id", [this](sql::Database &database) {
        return orderreads::one(database, m_business.id, {m_order, {}}).ok();
    });
    add("one by uuid", [this](sql::Database &database) {
        const auto order = orderreads::one(database, m_business.id, {m_order, {}});
        return order && orderreads::one(database, m_business.id, {0, order->uuid}).ok();
    });
    add("history of an order", [this](sql::Database &database) {
        return orderreads::history(database, m_business.id, {m_order, {}}).ok();
    });
    add("statistics of today",
        [this](sql::Database &database) { return orderreads::stats(database, m_business.id, m_hub->nowMs).ok(); });
    add("snapshot",
        [this](sql::Database &database) { return feedreads::snapshot(database, m_business.id, m_hub->nowMs).ok(); });
    add("changes", [this](sql::Database &database) {
        return feedreads::changes(database, m_business.id, {m_hub->epoch, 1}, 100).ok();
    });
    add("changes of a guest", [this](sql::Database &database) {
        return feedreads::guestChanges(database, m_business.id, m_guest, {m_hub->epoch, 1}, 100).ok();
    });
    add("menu", [this](sql::Database &database) { return catalogstore::load(database, m_business.id).ok(); });
    add("a token",
        [](sql::Database &database) { return sessionstore::findByHash(database, QByteArray(32, 'x')).ok(); });
    add("an idempotency key", [this](sql::Database &database) {
        const IdempotencyClaim claim{QStringLiteral("POST /x"), QStringLiteral("key"), QByteArray(32, 'x')};
        return idempotencystore::find(database, m_business.owner(), claim, m_hub->nowMs).ok();
    });
    add("the audit log of an order", [this](sql::Database &database) {
        return auditreads::ofEntity(database, m_business.id, EntityKind::Order, m_order).ok();
    });

    // What the hub asks by itself.
    add("dispatches", [this](sql::Database &database) {
        return dispatchstore::due(database, m_hub->nowMs, 10).ok() &&
               dispatchstore::ofCancelledOrders(database, 10).ok() && dispatchstore::nextDue(database).ok() &&
               dispatchstore::ofOrder(database, m_business.id, m_order).ok();
    });
    add("orders of outside", [](sql::Database &database) {
        return outsidereads::untold(database, 10).ok() && outsidereads::nextDeadline(database).ok();
    });
    add("print jobs", [](sql::Database &database) {
        return printjobstore::interrupted(database).ok() && printjobstore::queued(database, 1, 10).ok();
    });
    add("notices", [this](sql::Database &database) {
        return noticestore::linesAfter(database, m_business.id, 1, 10).ok() &&
               noticestore::wasAvailable(database, m_business.id, m_business.item(u"Soup"), 100).ok() &&
               noticestore::lateOrders(database, m_business.id, 10, m_hub->nowMs).ok() &&
               noticestore::waiting(database, NoticeChannel::Email, 10).ok();
    });
    add("webhooks", [](sql::Database &database) {
        return webhookstore::behind(database).ok() && webhookstore::waiting(database, 1, 10).ok();
    });
    add("unpainted tickets", [this](sql::Database &database) {
        return unpaintedstore::openOrders(database, m_business.id, m_hub->nowMs - hourMs).ok() &&
               unpaintedstore::raised(database, m_business.id, m_hub->nowMs - hourMs).ok() &&
               unpaintedstore::painters(database, m_business.id, m_hub->nowMs - hourMs).ok();
    });
    add("figures of the system",
        [this](sql::Database &database) { return systemreads::figures(database, m_hub->nowMs).ok(); });
}

void QueryPlanTest::reads()
{
    QFETCH(Work, work);
    const auto reader = m_hub->openReader();
    QVERIFY(reader);
    QVERIFY(work(*reader));
    const QList<ExplainedStatement> statements = preparedStatements(*reader);
    QVERIFY(!statements.isEmpty());
    for (const ExplainedStatement &statement : statements) {
        const QString problem = growthProblem(statement);
        QVERIFY2(problem.isEmpty(), qPrintable(problem + u'\n' + statement.sql + u'\n' + statement.plan.join(u'\n')));
    }
}

void QueryPlanTest::writes()
{
    sql::Database &database = m_hub->database();
    database.forgetStatements(); // those of the migrations
    NewOrder wanted = pickup({line(m_business.item(u"Soup")), line(m_business.item(u"Bread"), 2000)});
    QVERIFY(write([&](WriteContext &context) { return orderwrites::create(context, wanted); }));
    const qint64 order = m_order;
    for (const OrderStatus status : {OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready}) {
        OrderCommand command;
        command.to = status;
        QVERIFY(write([&](WriteContext &context) { return orderwrites::command(context, {order, {}}, command); }));
    }
    QVERIFY(write([&](WriteContext &context) {
        return orderwrites::addLines(context, {order, {}}, {line(m_business.item(u"Bread"), 1000)});
    }));
    QVERIFY(write([&](WriteContext &context) {
        return paintedwrites::acknowledge(context, {{order, 0, true}, {order, 0, false}}, m_hub->nowMs);
    }));
    const IdempotencyClaim claim{QStringLiteral("POST /x"), QStringLiteral("key"), QByteArray(32, 'x')};
    QVERIFY(idempotencystore::find(database, m_business.owner(), claim, m_hub->nowMs));
    QVERIFY(idempotencystore::removeExpired(database, m_hub->nowMs, 10));
    const QList<ExplainedStatement> statements = preparedStatements(database);
    QVERIFY(statements.size() > 10);
    for (const ExplainedStatement &statement : statements) {
        const QString problem = growthProblem(statement);
        QVERIFY2(problem.isEmpty(), qPrintable(problem + u'\n' + statement.sql + u'\n' + statement.plan.join(u'\n')));
    }
}

void QueryPlanTest::aWalkIsSeen_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("isWalk");
    const auto add = [](const char *name, const char *sql, bool isWalk) {
        QTest::newRow(name) << QString::fromLatin1(sql) << isWalk;
    };
    add("a whole table", "SELECT note FROM orders WHERE note = 'x'", true);
    add("all of a business", "SELECT o.order_id FROM orders o WHERE o.business_id = 1 AND o.note = 'x'", true);
    add("all of a business in its journal",
        "SELECT j.payload FROM journal j WHERE j.business_id = 1 AND j.entity = 'order' AND j.entity_id = 2", true);
    add("a count of all", "SELECT count(*) FROM orders WHERE business_id = 1 AND status < 6", true);
    add("a period sorted", "SELECT order_id FROM orders WHERE business_id = 1 AND placed_at > 5 ORDER BY number", true);
    add("an index of its own", "SELECT a.name FROM stations a JOIN terminals b ON a.name = b.name", true);
    add("a few by their ids",
        "SELECT note FROM orders WHERE order_id IN (SELECT value FROM json_each('[1]')) ORDER BY placed_at", false);
    add("the last row", "SELECT seq FROM journal WHERE business_id = 1 ORDER BY seq DESC LIMIT 1", false);
    add("the highest", "SELECT max(seq) FROM journal WHERE business_id = 1", false);
    add("what is open", "SELECT o.note FROM orders o WHERE o.business_id = 1 AND o.status < 6 AND o.placed_at > 5",
        false);
    add("a table that does not grow", "SELECT name FROM stations ORDER BY name", false);
}

void QueryPlanTest::aWalkIsSeen()
{
    QFETCH(QString, sql);
    QFETCH(bool, isWalk);
    const auto reader = m_hub->openReader();
    reader->forgetStatements();
    {
        QVERIFY(reader->query(sql));
    }
    const QList<ExplainedStatement> statements = preparedStatements(*reader);
    QCOMPARE(statements.size(), 1);
    QVERIFY2(growthProblem(statements.front()).isEmpty() != isWalk, qPrintable(statements.front().plan.join(u'\n')));
}

QTEST_GUILESS_MAIN(QueryPlanTest)
#include "queryplantest.moc"

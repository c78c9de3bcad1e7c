// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/feedservice.h"
#include "tests/sync/api/officefixture.h"

using namespace oshaq;
using namespace oshaq::test;

static constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;

/// Old orders go, and only those.
class CleanupApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_office.stop(); }
    void isADryRunUntilConfirmed();
    void deletesWhatItSaid();
    void keepsWhatTheLawWants();
    void keepsOpenOrders();
    void paymentsGoWithTheirOrders();
    void keepsMoneyThatMayMove();
    void keepsWhatOthersReferTo();
    void erasesContactsThatAreLeft();
    void theJournalSaysWhatWent();
    void isTheOwners();
    void businessesKeepTheirOwn();

private:
    ApiAnswer run(const QByteArray &more = {}, const QByteArray &token = {})
    {
        return m_office.api->call("DELETE", "/api/v1/admin/orders/cleanup?before=2190-01-01T00:00:00Z" + more,
                                  token.isEmpty() ? m_office.owner() : token);
    }
    static qint64 number(const ApiAnswer &answer, const char *name)
    {
        return answer.data().value(QLatin1String(name)).toInteger(-1);
    }
    static qint64 kept(const ApiAnswer &answer, const char *name)
    {
        return answer.data().value(QLatin1String("kept")).toObject().value(QLatin1String(name)).toInteger(-1);
    }
    bool addPayment(qint64 orderId, const char *status, qint64 atMs)
    {
        return m_office
            .write([=](WriteContext &context) -> Result<WriteOutcome> {
                const auto added = context.database.run(
                    QStringLiteral(
                        "INSERT INTO payments (business_id, order_id, method, status, amount, currency, taken_by,"
                        " created_at, updated_at) VALUES (?, ?, 'card_reader', ?, 100, 'KZT', 'terminal:1', ?, ?)"),
                    {context.principal.businessId, orderId, QString::fromLatin1(status), atMs, atMs});
                return added ? Result<WriteOutcome>(WriteOutcome{}) : Result<WriteOutcome>(added.error());
            })
            .ok();
    }
    bool exists(qint64 id)
    {
        return m_office.number(QStringLiteral("SELECT count(*) FROM orders WHERE order_id = ?"), {id}) == 1;
    }

    OfficeSite m_office;
    QList<qint64> m_old; ///< closed six years ago
    qint64 m_oldOpen = 0;
    qint64 m_young = 0; ///< closed yesterday
};

void CleanupApiTest::init()
{
    QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site");
    const qint64 soup = m_office.business().item("Soup");
    m_old = {m_office.place(QStringLiteral("Dana"), QStringLiteral("+77010001234"), soup),
             m_office.place(QStringLiteral("Marat"), QStringLiteral("+77010005678"), soup, "2"), m_office.place()};
    QVERIFY(m_office.move(m_old[0], {2, 3, 4, 6}));
    QVERIFY(m_office.move(m_old[1], {7}, "Nobody came"));
    QVERIFY(m_office.move(m_old[2], {2, 3, 4, 6}));
    m_oldOpen = m_office.place(QStringLiteral("Timur"), QStringLiteral("+77010009012"), soup);
    m_office.clock.advance(6 * 366 * dayMs);
    m_young = m_office.place();
    QVERIFY(m_office.move(m_young, {2, 3, 4, 6}));
    m_office.clock.advance(dayMs);
}

void CleanupApiTest::isADryRunUntilConfirmed()
{
    const auto before = m_office.site->allRowCounts();
    for (const char *more : {"", "&confirm=false"}) {
        const auto answer = run(more);
        QVERIFY2(answer.status == 200, answer.body);
        QCOMPARE(answer.data().value(QLatin1String("dry_run")).toBool(), true);
        QCOMPARE(number(answer, "orders"), 3);
        QCOMPARE(number(answer, "lines"), 3);
        QCOMPARE(number(answer, "contacts"), 2);
        QCOMPARE(answer.data().value(QLatin1String("total")).toDouble(), 51.8);
        QCOMPARE(kept(answer, "open"), 1);
        QCOMPARE(kept(answer, "inside_retention"), 1);
        QCOMPARE(kept(answer, "needed"), 0);
    }
    QVERIFY(m_office.site->allRowCounts() == before);
    QCOMPARE(m_office.api->call("DELETE", "/api/v1/admin/orders/cleanup", m_office.owner()).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(run("&confirm=yes").verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void CleanupApiTest::deletesWhatItSaid()
{
    const auto answer = run("&confirm=true");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(answer.data().value(QLatin1String("dry_run")).toBool(), false);
    QCOMPARE(number(answer, "orders"), 3);
    QCOMPARE(number(answer, "lines"), 3);
    QCOMPARE(number(answer, "remaining"), 0);
    for (const qint64 id : std::as_const(m_old)) {
        QVERIFY(!exists(id));
        QCOMPARE(m_office.api->get("/api/v1/business/orders/" + QByteArray::number(id), m_office.owner()).status, 404);
    }
    QVERIFY(exists(m_young) && exists(m_oldOpen));
    for (const char *table : {"orders", "orders_cost", "orders_items", "order_search"})
        QCOMPARE(m_office.site->rowCount(table), 2);
    QCOMPARE(number(run("&confirm=true"), "orders"), 0);
    const auto reader = m_office.site->hub().openReader();
    QVERIFY(reader);
    QVERIFY(feedreads::verifyChain(**reader, m_office.business().id));
    auto broken = (*reader)->query(QStringLiteral("PRAGMA foreign_key_check"));
    QVERIFY(broken && !broken->next());
}

void CleanupApiTest::keepsWhatTheLawWants()
{
    const QByteArray path = "/api/v1/admin/settings";
    const auto settings = m_office.api->get(path, m_office.owner());
    const QByteArray version = QByteArray::number(settings.data().value(QLatin1String("version")).toInteger());
    QCOMPARE(m_office.api
                 ->call("PUT", path, m_office.owner(),
                        "{\"version\":" + version + ",\"settings\":{\"orders.retention_years\":7}}")
                 .status,
             200);
    const auto answer = run("&confirm=true");
    QCOMPARE(number(answer, "orders"), 0);
    QCOMPARE(kept(run(), "inside_retention"), 4);
    for (const qint64 id : std::as_const(m_old))
        QVERIFY(exists(id));
    // An earlier date than the law's is taken as it is.
    QCOMPARE(
        number(m_office.api->call("DELETE", "/api/v1/admin/orders/cleanup?before=2020-01-01T00:00:00Z&confirm=true",
                                  m_office.owner()),
               "orders"),
        0);
}

void CleanupApiTest::keepsOpenOrders()
{
    QCOMPARE(run("&confirm=true").status, 200);
    QVERIFY(exists(m_oldOpen));
    QCOMPARE(
        m_office.text(QStringLiteral("SELECT u.name FROM orders o JOIN users u USING (user_id) WHERE order_id = ?"),
                      {m_oldOpen}),
        QStringLiteral("Timur"));
    // Closed at last, it was closed just now.
    QVERIFY(m_office.move(m_oldOpen, {7}, "Forgotten"));
    QCOMPARE(number(run("&confirm=true"), "orders"), 0);
    QVERIFY(exists(m_oldOpen));
}

/// What was paid and given back at the time goes with its order.
void CleanupApiTest::paymentsGoWithTheirOrders()
{
    QVERIFY(addPayment(m_old[0], "charged", m_office.clock.nowMs() - 6 * 366 * dayMs));
    QVERIFY(m_office.write([](WriteContext &context) -> Result<WriteOutcome> {
        const auto refunded = context.database.run(
            QStringLiteral("INSERT INTO refunds (business_id, payment_id, amount, reason, made_by, created_at)"
                           " SELECT business_id, payment_id, 1, 'cold', 'terminal:1', 1 FROM payments"));
        return refunded ? Result<WriteOutcome>(WriteOutcome{}) : Result<WriteOutcome>(refunded.error());
    }));
    QCOMPARE(number(run(), "payments"), 1);
    const auto answer = run("&confirm=true");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(number(answer, "orders"), 3);
    QCOMPARE(number(answer, "payments"), 1);
    QCOMPARE(m_office.site->rowCount("payments"), 0);
    QCOMPARE(m_office.site->rowCount("refunds"), 0);
}

/// Nobody knows where the money of one is; the other was given back yesterday.
void CleanupApiTest::keepsMoneyThatMayMove()
{
    QVERIFY(addPayment(m_old[0], "unknown", m_office.clock.nowMs() - 6 * 366 * dayMs));
    QVERIFY(addPayment(m_old[1], "charged", m_office.clock.nowMs() - dayMs));
    QCOMPARE(kept(run(), "needed"), 2);
    QCOMPARE(number(run("&confirm=true"), "orders"), 1);
    QVERIFY(exists(m_old[0]) && exists(m_old[1]) && !exists(m_old[2]));
}

/// A table that this program does not know as a part of orders, such as one of a later version: its orders stay.
void CleanupApiTest::keepsWhatOthersReferTo()
{
    const auto made = m_office.write([this](WriteContext &context) -> Result<WriteOutcome> {
        if (const auto table =
                context.database.run(QStringLiteral("CREATE TABLE claims (id INTEGER PRIMARY KEY, about INTEGER NOT "
                                                    "NULL REFERENCES orders (order_id)) STRICT"));
            !table)
            return table.error();
        if (const auto row = context.database.run(QStringLiteral("INSERT INTO claims (about) VALUES (?)"), {m_old[0]});
            !row)
            return row.error();
        return WriteOutcome{};
    });
    QVERIFY(made);
    QCOMPARE(number(run(), "orders"), 2);
    QCOMPARE(kept(run(), "needed"), 1);
    QCOMPARE(number(run("&confirm=true"), "orders"), 2);
    QVERIFY(exists(m_old[0]) && !exists(m_old[1]));
}

void CleanupApiTest::erasesContactsThatAreLeft()
{
    // Marat came back: his old order goes, he stays.
    const qint64 marat = m_office.number(QStringLiteral("SELECT user_id FROM orders WHERE order_id = ?"), {m_old[1]});
    QVERIFY(m_office.write([&](WriteContext &context) -> Result<WriteOutcome> {
        const auto set =
            context.database.run(QStringLiteral("UPDATE orders SET user_id = ? WHERE order_id = ?"), {marat, m_young});
        return set ? Result<WriteOutcome>(WriteOutcome{}) : Result<WriteOutcome>(set.error());
    }));
    const auto answer = run("&confirm=true");
    QCOMPARE(number(answer, "contacts"), 1);
    QCOMPARE(m_office.number(QStringLiteral("SELECT count(*) FROM users WHERE name = 'Dana' OR oshaq_open('users.phone', phone) LIKE '%0001234'")),
             0);
    QCOMPARE(m_office.number(QStringLiteral("SELECT count(*) FROM users WHERE name = 'Marat'")), 1);
    // Somebody with a token is a guest and no leftover.
    QCOMPARE(m_office.number(QStringLiteral("SELECT count(*) FROM users WHERE name = 'Aigerim Serikova'")), 1);
}

void CleanupApiTest::theJournalSaysWhatWent()
{
    QCOMPARE(run("&confirm=true").status, 200);
    QCOMPARE(m_office.number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'order.deleted'")), 3);
    const QString payload =
        m_office.text(QStringLiteral("SELECT payload FROM journal WHERE type = 'business.cleanup'"));
    QVERIFY2(payload.contains(QLatin1String("\"orders\":3")), qPrintable(payload));
    const auto reader = m_office.site->hub().openReader();
    QVERIFY(reader);
    const qint64 first = m_office.number(QStringLiteral("SELECT min(seq) FROM journal WHERE type = 'order.deleted'"));
    const auto feed =
        feedreads::changes(**reader, m_office.business().id, Cursor{m_office.site->hub().epoch(), first - 1}, 10);
    QVERIFY(feed);
    QVERIFY(feed->changes.front().change.deleted);
}

void CleanupApiTest::isTheOwners()
{
    QCOMPARE(run({}, m_office.manager()).verdict(), QByteArray("403 FORBIDDEN"));
    QCOMPARE(run({}, m_office.counter()).verdict(), QByteArray("403 FORBIDDEN"));
}

void CleanupApiTest::businessesKeepTheirOwn()
{
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const auto answer = run("&confirm=true", other->token);
    QCOMPARE(answer.status, 200);
    QCOMPARE(number(answer, "orders"), 0);
    QVERIFY(exists(m_old[0]));
}

QTEST_GUILESS_MAIN(CleanupApiTest)
#include "cleanupapitest.moc"

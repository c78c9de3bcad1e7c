// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchtext.h"
#include "models/hub/orderservice.h"
#include "models/hub/settingsservice.h"
#include "models/sql/migrations.h"
#include "tests/support/hubfixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What orders are found by, also those from before there was a search; how lists are sorted; orders that are accepted
/// as they are placed.
class OrderSearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folds_data();
    void folds();
    void readsWhatIsTyped();
    void ordersFromBeforeAreFound();
    void sortsUseTheirIndexes_data();
    void sortsUseTheirIndexes();
    void nothingPersonalIsCopied();
    void acceptsAtOnceWhenSet();

private:
    qint64 place(const QString &guest = {})
    {
        NewOrder request = pickup({line(m_business.item(u"Soup")), line(m_business.item(u"Bread"), 2000)});
        request.guestName = guest;
        request.guestPhone = guest.isEmpty() ? QString() : QStringLiteral("+77010001234");
        const auto placed = m_hub->run(m_business.owner(),
                                       [&](WriteContext &context) { return orderwrites::create(context, request); });
        return placed ? placed->entityId : 0;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void OrderSearchTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void OrderSearchTest::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("latin") << QStringLiteral("A-042") << QStringLiteral("a-042");
    QTest::newRow("russian") << QStringLiteral("ЩИ Суточные") << QStringLiteral("щи суточные");
    QTest::newRow("yo") << QStringLiteral("Пельмени ЁЖ") << QStringLiteral("пельмени еж");
    QTest::newRow("kazakh") << QStringLiteral("ӘІҢҒҮҰҚӨҺ") << QStringLiteral("әіңғүұқөһ");
    QTest::newRow("spaces") << QStringLiteral("  a \t b\n") << QStringLiteral("a b");
    QTest::newRow("decomposed") << QStringLiteral("Й").normalized(QString::NormalizationForm_D) << QStringLiteral("й");
    QTest::newRow("empty") << QString() << QString();
}

void OrderSearchTest::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(foldForSearch(text), folded);
    // SQL says the same.
    QCOMPARE(m_hub->text(QStringLiteral("SELECT oshaq_fold(?)"), {text}), folded);
}

void OrderSearchTest::readsWhatIsTyped()
{
    QCOMPARE(searchTextFrom(QStringLiteral("  Плов  ӘСЕЛ ")).words,
             (QStringList{QStringLiteral("плов"), QStringLiteral("әсел")}));
    QVERIFY(searchTextFrom(QStringLiteral("   ")).isEmpty());
    QCOMPARE(searchTextFrom(QStringLiteral("a b c d e f g h i j")).words.size(), SearchText::maxWords);
    QCOMPARE(searchTextFrom(QStringLiteral("1234")).phone, QStringLiteral("1234"));
    QCOMPARE(searchTextFrom(QStringLiteral("+7 (701) 000-12-34")).phone, QStringLiteral("7010001234"));
    QCOMPARE(searchTextFrom(QStringLiteral("123")).phone, QString());
    QCOMPARE(searchTextFrom(QStringLiteral("A-1234")).phone, QString());
}

/// A hub of the schema before: what it holds is in the search as soon as it is opened by this program.
void OrderSearchTest::ordersFromBeforeAreFound()
{
    QTemporaryDir directory;
    const QString folder = directory.filePath(QStringLiteral("migrations"));
    QVERIFY(QDir().mkpath(folder));
    const auto copy = [&folder](const QString &prefix) {
        const QDir all(QStringLiteral(":/migrations/hub"));
        for (const QString &name : all.entryList(QDir::Files, QDir::Name)) {
            const QString to = folder + u'/' + name;
            if (name < prefix && !QFile::exists(to) && !QFile::copy(all.filePath(name), to))
                return false;
        }
        return true;
    };
    auto opened = sql::Database::open({directory.filePath(QStringLiteral("hub.db")), sql::Access::ReadWrite});
    QVERIFY(opened);
    sql::Database &database = **opened;
    QVERIFY(copy(QStringLiteral("0006")));
    QVERIFY(sql::migrate(database, folder, 1));
    const char *statements[] = {
        "INSERT INTO businesses (business_id, name, currency, time_zone, day_start_minutes, created_at, updated_at)"
        " VALUES (1, 'Old', 'KZT', 'Asia/Almaty', 240, 1, 1)",
        "INSERT INTO categories (category_id, business_id, name, created_at, updated_at) VALUES (1, 1, 'Еда', 1, 1)",
        "INSERT INTO items (item_id, business_id, category_id, name, price, created_at, updated_at)"
        " VALUES (1, 1, 1, 'Плов', 100, 1, 1)",
        "INSERT INTO orders (order_id, order_uuid, business_id, number, business_day, fulfilment, placed_at, status,"
        " status_at, created_at, updated_at) VALUES (1, '0192f0c1-2345-7abc-8def-0123456789ab', 1, 'A-007',"
        " '2026-01-15', 'pickup', 1, 1, 1, 1, 1)",
        "INSERT INTO orders_cost (order_id, business_id, subtotal, delivery_cost, total_cost, currency, created_at,"
        " updated_at) VALUES (1, 1, 100, 0, 100, 'KZT', 1, 1)",
        "INSERT INTO orders_items (order_id, business_id, item_id, name, quantity, price, status, status_at, added_at,"
        " created_at) VALUES (1, 1, 1, 'Плов Праздничный', 1000, 100, 1, 1, 1, 1)",
    };
    for (const char *statement : statements)
        QVERIFY2(database.run(QString::fromUtf8(statement)), statement);
    QVERIFY(copy(QStringLiteral("9999")));
    const auto migrated = sql::migrate(database, folder, 2);
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().message));
    for (const QString &text : {QStringLiteral("ПРАЗДНИЧНЫЙ"), QStringLiteral("a-007")}) {
        OrderFilter filter;
        filter.search = searchTextFrom(text);
        const auto page = orderreads::list(database, 1, filter);
        QVERIFY(page);
        QCOMPARE(page->orders.size(), std::size_t(1));
    }
}

void OrderSearchTest::sortsUseTheirIndexes_data()
{
    QTest::addColumn<OrderSort>("sort");
    QTest::addColumn<QString>("index");
    QTest::addColumn<bool>("ascending");
    for (const bool ascending : {true, false}) {
        const char *way = ascending ? "up" : "down";
        QTest::addRow("total, %s", way) << OrderSort::Total << QStringLiteral("orders_cost_by_total") << ascending;
        QTest::addRow("number, %s", way) << OrderSort::Number << QStringLiteral("orders_by_length_of_number")
                                         << ascending;
    }
}

/// A page of a long list walks its index: it neither sorts nor looks at the whole list.
void OrderSearchTest::sortsUseTheirIndexes()
{
    QFETCH(OrderSort, sort);
    QFETCH(QString, index);
    QFETCH(bool, ascending);
    for (int i = 0; i < 5; ++i)
        QVERIFY(place());
    OrderFilter filter;
    filter.sort = sort;
    filter.oldestFirst = ascending;
    filter.limit = 2;
    const auto first = orderreads::list(m_hub->database(), m_business.id, filter);
    QVERIFY(first && !first->nextCursor.isEmpty());
    filter.cursor = first->nextCursor;
    const auto second = orderreads::list(m_hub->database(), m_business.id, filter);
    QVERIFY(second);
    QCOMPARE(second->orders.size(), std::size_t(2));
    QVERIFY(second->orders[0].id != first->orders[1].id);

    const QString keys = sort == OrderSort::Total ? QStringLiteral("c.total_cost, c.order_id")
                                                  : QStringLiteral("o.business_day, length(o.number), o.number");
    const QString scope = sort == OrderSort::Total ? QStringLiteral("c.business_id = 1 AND +o.business_id = 1")
                                                   : QStringLiteral("o.business_id = 1");
    QString order = keys;
    if (!ascending)
        order = keys.split(QStringLiteral(", ")).join(QStringLiteral(" DESC, ")) + QStringLiteral(" DESC");
    const QString plan =
        m_hub
            ->plan(
                QStringLiteral("SELECT o.order_id FROM orders o LEFT JOIN orders_cost c ON c.order_id = o.order_id"
                               " LEFT JOIN users u ON u.user_id = o.user_id WHERE +o.placed_at >= 0 AND %1"
                               " AND (%2) %3 (%4) ORDER BY %5 LIMIT 3")
                    .arg(scope, keys, ascending ? QStringLiteral(">") : QStringLiteral("<"),
                         sort == OrderSort::Total ? QStringLiteral("1, 1") : QStringLiteral("'2026-01-01', 5, 'A-001'"),
                         order))
            .join(u'\n');
    QVERIFY2(plan.contains(index), qPrintable(plan));
    QVERIFY2(!plan.contains(QStringLiteral("TEMP B-TREE")), qPrintable(plan));
}

void OrderSearchTest::nothingPersonalIsCopied()
{
    const qint64 id = place(QStringLiteral("Әсел Құрманғали"));
    QVERIFY(id);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT words FROM order_search WHERE order_id = ?"), {id}),
             QStringLiteral("a-001 soup bread"));
}

void OrderSearchTest::acceptsAtOnceWhenSet()
{
    const qint64 before = place();
    QCOMPARE(m_hub->number(QStringLiteral("SELECT status FROM orders WHERE order_id = ?"), {before}), 1);
    const auto set = m_hub->run(m_business.owner(), [](WriteContext &context) {
        return settingswrites::put(context, {{QLatin1String(settingkeys::autoAccept), true}}, 1);
    });
    QVERIFY2(set, set ? "" : qPrintable(set.error().message));
    m_hub->nowMs += 1000;
    const auto placed = m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return orderwrites::create(context, pickup({line(m_business.item(u"Soup"))}));
    });
    QVERIFY(placed);
    QCOMPARE(placed->code, 201);
    QCOMPARE(placed->order->status, OrderStatus::Accepted);
    QCOMPARE(placed->order->version, 2);
    const auto stored = orderreads::one(m_hub->database(), m_business.id, {placed->entityId, {}});
    QVERIFY(stored && *stored == *placed->order);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT group_concat(status) FROM (SELECT status FROM order_status"
                                        " WHERE order_id = ? ORDER BY status_id)"),
                         {placed->entityId}),
             QStringLiteral("1,2"));
    QCOMPARE(
        m_hub->text(QStringLiteral("SELECT group_concat(type) FROM (SELECT type FROM journal WHERE entity = 'order'"
                                   " AND entity_id = ? ORDER BY seq)"),
                    {placed->entityId}),
        QStringLiteral("order.created,order.status"));
}

QTEST_GUILESS_MAIN(OrderSearchTest)
#include "ordersearchtest.moc"

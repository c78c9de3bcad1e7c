// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchentry.h"
#include "models/hub/ordersearch.h"
#include "models/sql/sqlscript.h"
#include "models/sql/transaction.h"
#include "searchedhub.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace oshaq;
using namespace oshaq::test;

/// What orders are found by, as it is packed: written, filled by a migration, forgotten, broken.
class SearchPartsTest final : public QObject, SearchedHub
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fill(); }
    void fillsOldHubsAsItWrites();
    void packsAndReads();
    void brokenEntriesAreAnError();
    void forgetsAndLearns();
};

/// The migration's statements say of every order what writing it said.
void SearchPartsTest::fillsOldHubsAsItWrites()
{
    sql::Database &database = m_hub->database();
    const auto written = packed(database);
    QCOMPARE(written.size(), std::size_t(orderCount));
    const QString name =
        QDir(QStringLiteral(":/migrations/hub")).entryList({QStringLiteral("*_search.sql")}).constLast();
    QFile file(QStringLiteral(":/migrations/hub/") + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto statements = sql::splitScript(QString::fromUtf8(file.readAll()));
    QVERIFY(statements);
    {
        const auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
        QVERIFY(transaction);
        QVERIFY(database.run(QStringLiteral("DELETE FROM search_parts")));
        QVERIFY(database.run(QStringLiteral("DELETE FROM search_names")));
        int filled = 0;
        for (const sql::ScriptStatement &statement : *statements) {
            if (!statement.sql.contains(QLatin1String("INSERT INTO search_")))
                continue;
            const auto done = database.run(statement.sql);
            QVERIFY2(done, done ? "" : qPrintable(done.error().message));
            ++filled;
        }
        QCOMPARE(filled, 2);
        QVERIFY(packed(database) == written);
        // Rolled back.
    }
    QVERIFY(packed(database) == written);
}

void SearchPartsTest::packsAndReads()
{
    const std::vector<SearchEntry> entries{{1, 1'700'000'000'000, 0, "a-001", {}},
                                           {127, 0, 1, "", {1, 128, 4'000'000'000}},
                                           {std::numeric_limits<qint64>::max(), -1, 300, "щи \0", {0}}};
    QByteArray bytes;
    for (const SearchEntry &entry : entries)
        entry.packInto(&bytes);
    SearchEntries reader(bytes);
    SearchEntry read;
    for (const SearchEntry &entry : entries) {
        QVERIFY(reader.next(&read));
        QCOMPARE(read.orderId, entry.orderId);
        QCOMPARE(read.placedAtMs, entry.placedAtMs);
        QCOMPARE(read.userId, entry.userId);
        QVERIFY(read.text == entry.text);
        QVERIFY(read.names == entry.names);
    }
    QVERIFY(!reader.next(&read));
    QVERIFY(!reader.failed());
    // Cut anywhere: what is whole is read, the rest is said to be broken.
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const QByteArray cut = bytes.left(length);
        SearchEntries some(cut);
        std::size_t count = 0;
        qsizetype whole = 0;
        QByteArray again;
        while (some.next(&read)) {
            ++count;
            read.packInto(&again);
            whole = again.size();
        }
        QVERIFY(count < entries.size());
        QCOMPARE(some.failed(), whole != length);
    }
    for (const char *wrong :
         {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "\x01\x01\x01\x7f", "\x01\x01\x01\x01x\x7f\x01"}) {
        const QByteArray broken(wrong);
        SearchEntries some(broken);
        QVERIFY(!some.next(&read));
        QVERIFY(some.failed());
    }
}

void SearchPartsTest::brokenEntriesAreAnError()
{
    sql::Database &database = m_hub->database();
    {
        // Those of another business are nobody else's.
        const auto theirs = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
        QVERIFY(theirs);
        QVERIFY(database.run(QStringLiteral("INSERT INTO search_parts (business_id, part, oldest, newest, entries)"
                                            " VALUES (?, 3, 0, 0, x'ff') ON CONFLICT DO UPDATE SET entries = x'ff'"),
                             {m_other.id}));
        QVERIFY(ordersearch::remove(database, m_business.id, {3 * 128}));
        QVERIFY(!ordersearch::remove(database, m_other.id, {3 * 128}));
    }
    const auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
    QVERIFY(transaction);
    QVERIFY(database.run(QStringLiteral("UPDATE search_parts SET entries = x'ff' WHERE part = 3")));
    // By total all that may hold it is unpacked.
    OrderFilter filter;
    filter.search = searchTextFrom(QStringLiteral("плов"));
    filter.sort = OrderSort::Total;
    const auto page = orderreads::list(database, m_business.id, filter);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(!ordersearch::remove(database, m_business.id, {3 * 128}));
}

/// Changes what the other tests look at: the last one.
void SearchPartsTest::forgetsAndLearns()
{
    sql::Database &database = m_hub->database();
    OrderFilter filter;
    filter.search = searchTextFrom(QStringLiteral("окрошка"));
    filter.limit = 200;
    const std::vector<qint64> ids = naive(filter);
    QVERIFY(ids.size() > 10);
    const std::vector<qint64> gone(ids.begin(), ids.begin() + 10);
    QVERIFY(ordersearch::remove(database, m_business.id, gone));
    QCOMPARE(paged(filter), std::vector<qint64>(ids.begin() + 10, ids.end()));
    const auto entries = packed(database);
    for (const qint64 id : gone)
        QVERIFY2(!entries.contains(id), qPrintable(QString::number(id)));
    QCOMPARE(entries.size(), std::size_t(orderCount) - gone.size());
    // And once more the same order, as when its lines went to another.
    const auto stored =
        std::find_if(m_orders.begin(), m_orders.end(), [&gone](const Stored &one) { return one.order.id == gone[0]; });
    QVERIFY(ordersearch::insert(database, stored->order, stored->alsoCalled));
    QCOMPARE(paged(filter).size(), ids.size() - gone.size() + 1);
    // When its lines went to another order it is not found by them any more, nor by what it was called before.
    Order split = stored->order;
    split.lines.front().name = QStringLiteral("Жаркое");
    split.lines.resize(1);
    QVERIFY(ordersearch::replace(database, split));
    QCOMPARE(paged(filter).size(), ids.size() - gone.size());
    filter.search = searchTextFrom(split.number + QStringLiteral(" жарк"));
    QCOMPARE(paged(filter), std::vector<qint64>{split.id});
    // All orders of a part: nothing of it is left.
    std::vector<qint64> whole;
    for (qint64 id = 128; id < 256; ++id)
        whole.push_back(id);
    QVERIFY(ordersearch::remove(database, m_business.id, whole));
    const QString left = QStringLiteral("SELECT count(*) FROM search_parts WHERE part = 1 AND business_id = %1");
    QCOMPARE(m_hub->number(left.arg(m_business.id)), 0);
    // What another business has there stays, until that one forgets it.
    QCOMPARE(m_hub->number(left.arg(m_other.id)), 1);
    QVERIFY(ordersearch::remove(database, m_other.id, whole));
    QCOMPARE(m_hub->number(left.arg(m_other.id)), 0);
}

QTEST_GUILESS_MAIN(SearchPartsTest)
#include "searchpartstest.moc"

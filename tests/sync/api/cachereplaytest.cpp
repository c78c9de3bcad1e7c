// SPDX-License-Identifier: GPL-3.0-or-later
//
// How often a list is answered from memory while real orders come in and clients poll: a day of one branch, gap by gap
// on a clock of the test's own.
#include "sync/protocol/csv.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <queue>
#include <set>

using namespace oshaq;
using namespace oshaq::test;

namespace {

const QString invoices = QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/ichef-taiwan-pos/ichef_invoices.csv");

struct RealOrder
{
    qint64 atMs = 0;
    int lines = 0;
};

/// The branch and day with the most invoices, oldest first.
std::vector<RealOrder> busiestDay()
{
    const CsvTable table = readCsvFile(invoices, 64 * 1024 * 1024);
    const qsizetype invoice = table.header.indexOf(QLatin1String("invoice_uuid"));
    const qsizetype branch = table.header.indexOf(QLatin1String("restaurant_uuid"));
    const qsizetype day = table.header.indexOf(QLatin1String("timestamp"));
    const qsizetype unix = table.header.indexOf(QLatin1String("unix"));
    std::map<QString, std::map<QString, RealOrder>> days;
    for (const CsvRow &row : table.rows) {
        RealOrder &order = days[row.fields[branch] + row.fields[day]][row.fields[invoice]];
        order.atMs = row.fields[unix].toLongLong() * 1000;
        ++order.lines;
    }
    std::vector<RealOrder> best;
    for (const auto &[key, orders] : days) {
        if (orders.size() <= best.size())
            continue;
        best.clear();
        for (const auto &[uuid, order] : orders)
            best.push_back(order);
    }
    std::sort(best.begin(), best.end(), [](const RealOrder &a, const RealOrder &b) { return a.atMs < b.atMs; });
    return best;
}

} // namespace

class CacheReplayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsComeFromMemory_data();
    void listsComeFromMemory();
};

void CacheReplayTest::listsComeFromMemory_data()
{
    QTest::addColumn<int>("faster");
    QTest::newRow("as it was") << 1;
    QTest::newRow("four times as many an hour") << 4;
}

void CacheReplayTest::listsComeFromMemory()
{
    QFETCH(int, faster);
    if (!QFile::exists(invoices))
        QSKIP("the real orders are not beside this checkout (../shared/data)");
    const std::vector<RealOrder> orders = busiestDay();
    QVERIFY(orders.size() > 50);

    FakeClock clock;
    TestSiteOptions options;
    options.server = false;
    options.clock = &clock;
    TestSite site(options);
    QVERIFY2(site.start(), qPrintable(site.problem()));
    const TestBusiness &business = site.business();
    ApiHarness api(site);

    // What happens, in order of its time; kinds of one moment in the order of the enum.
    enum class Kind
    {
        Order,
        Status,
        StaffPoll,
        OfficePoll,
        GuestPoll,
    };
    struct Event
    {
        qint64 atMs;
        Kind kind;
        qint64 index; ///< of the order, or who polls
        int status = 0;
        bool operator<(const Event &other) const
        {
            return std::tie(other.atMs, other.kind, other.index) < std::tie(atMs, kind, index);
        }
    };
    constexpr qint64 minute = 60'000;
    constexpr qint64 pollMs = 5'000;
    std::priority_queue<Event> events;
    const qint64 firstMs = orders.front().atMs;
    const qint64 endMs = (orders.back().atMs - firstMs) / faster + 20 * minute;
    for (std::size_t i = 0; i < orders.size(); ++i)
        events.push({(orders[i].atMs - firstMs) / faster, Kind::Order, qint64(i)});
    // Two kitchen screens, the counter and the courier's phone look every five seconds, the office every ten. None of
    // them sends an If-None-Match, so that no answer is a 304.
    const QByteArrayList staff{business.terminalTokens.at(Role::Kitchen),
                               site.addTerminal(business, QStringLiteral("Cold"), Role::Kitchen),
                               business.terminalTokens.at(Role::Counter), business.terminalTokens.at(Role::Courier)};
    for (int who = 0; who < staff.size(); ++who)
        events.push({who * 1'100, Kind::StaffPoll, who});
    events.push({700, Kind::OfficePoll, 0});

    std::vector<QByteArray> guests(orders.size());
    std::vector<qint64> ids(orders.size());
    std::set<qint64> open;
    const QByteArray soup = QByteArray::number(business.item("Soup"));
    qint64 lists = 0;
    qint64 nowMs = 0;
    const auto read = [&](const QByteArray &target, const QByteArray &token) {
        ++lists;
        return api.get(target, token).status;
    };
    while (!events.empty()) {
        const Event event = events.top();
        events.pop();
        clock.advance(event.atMs - nowMs);
        nowMs = event.atMs;
        const bool goesOn = nowMs + pollMs < endMs;
        switch (event.kind) {
        case Kind::Order: {
            guests[event.index] = site.addGuest(business, QStringLiteral("Guest %1").arg(event.index));
            QCOMPARE(read("/api/v1/menu", guests[event.index]), 200);
            QByteArray items;
            for (int line = 0; line < std::min(orders[event.index].lines, 20); ++line)
                items += (line == 0 ? "" : ",") + ("{\"item_id\":" + soup + ",\"quantity\":1}");
            const ApiAnswer made = api.call("POST", "/api/v1/user/orders/create", guests[event.index],
                                            "{\"fulfilment\":\"pickup\",\"items\":[" + items + "]}");
            QVERIFY2(made.status == 201, made.body);
            ids[event.index] = made.data().value(QLatin1String("order_id")).toInteger();
            open.insert(event.index);
            for (const auto &[after, status] : {std::pair{1, 3}, {10, 4}, {13, 6}})
                events.push({nowMs + after * minute, Kind::Status, event.index, status});
            events.push({nowMs + pollMs, Kind::GuestPoll, event.index});
            break;
        }
        case Kind::Status:
            QCOMPARE(api.call("PATCH", "/api/v1/business/orders/" + QByteArray::number(ids[event.index]) + "/status",
                              staff[0], "{\"status\":" + QByteArray::number(event.status) + '}')
                         .status,
                     200);
            if (event.status == 6)
                open.erase(event.index);
            break;
        case Kind::StaffPoll:
            QCOMPARE(read("/api/v1/business/orders?status=1,2,3,4&limit=50", staff[event.index]), 200);
            if (goesOn)
                events.push({nowMs + pollMs, event.kind, event.index});
            break;
        case Kind::OfficePoll:
            QCOMPARE(read("/api/v1/business/orders?limit=20", business.token), 200);
            if (goesOn)
                events.push({nowMs + 2 * pollMs, event.kind, event.index});
            break;
        case Kind::GuestPoll:
            QCOMPARE(read("/api/v1/user/orders/active", guests[event.index]), 200);
            if (open.contains(event.index))
                events.push({nowMs + pollMs, event.kind, event.index});
            break;
        }
    }

    const QByteArray metrics = api.get("/metrics", business.token).body;
    const auto value = [&](const QByteArray &name, const char *cache) {
        const QByteArray start = name + "{cache=\"" + cache + "\"} ";
        const qsizetype at = metrics.indexOf(start);
        return at < 0 ? -1 : metrics.mid(at + start.size()).split('\n').first().toLongLong();
    };
    qint64 hits = 0;
    qint64 misses = 0;
    for (const char *cache : {"menu", "orders", "guest_orders"}) {
        const qint64 hit = value("oshaq_cache_hits_total", cache);
        const qint64 miss = value("oshaq_cache_misses_total", cache);
        QVERIFY(hit >= 0 && miss >= 0);
        qInfo("%s: %lld of %lld from memory", cache, hit, hit + miss);
        hits += hit;
        misses += miss;
    }
    const double ratio = double(hits) / double(hits + misses);
    qInfo("%d real orders in %lld minutes, %lld lists read: %.1f %% from memory", int(orders.size()), endMs / minute,
          lists, 100 * ratio);
    // Each list was looked for once, and none was a 304.
    QCOMPARE(hits + misses, lists);
    QVERIFY(ratio > 0.9);
}

QTEST_GUILESS_MAIN(CacheReplayTest)
#include "cachereplaytest.moc"

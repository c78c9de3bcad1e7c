// SPDX-License-Identifier: GPL-3.0-or-later
//
// A terminal without its hub: what its staff does is kept, survives a restart of the terminal too, and arrives once and
// in order; what the hub refuses is parked and shown; an expired token pauses and loses nothing; an older copy of the
// hub's database is noticed and gets again what it lacks.

#include "tests/support/hubreader.h"
#include "tests/support/oshaqdprocess.h"
#include "tests/support/terminalrig.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <optional>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// A hub with the sample menu, a terminal beside it, and a way to place orders.
struct Site
{
    QTemporaryDir directory;
    OshaqdProcess hub{directory.filePath(QStringLiteral("site"))};
    TerminalRig terminal{directory.filePath(QStringLiteral("terminal"))};
    std::vector<qint64> items;

    /// As somebody with the business's own token, or as a terminal of this role.
    QString open(std::optional<Role> role = {})
    {
        if (const QString problem = hub.init(); !problem.isEmpty())
            return problem;
        if (const QString problem = hub.importSampleMenu(); !problem.isEmpty())
            return problem;
        if (const QString problem = hub.start(); !problem.isEmpty())
            return problem;
        items = menuItemIds(hub.port(), hub.businessToken());
        if (items.size() < 2)
            return QStringLiteral("the menu is too small");
        if (!role)
            return terminal.connectTo(hub.baseUrl(), hub.businessToken());
        auto http = client();
        const auto made = http.request("POST", "/api/v1/business/terminals",
                                       R"({"name":"Counter","role":")" + roleText(*role).toLatin1() + "\"}");
        if (!made || made->status != 201)
            return QStringLiteral("no terminal was made");
        const QJsonObject data = QJsonDocument::fromJson(made->body).object().value(u"data").toObject();
        return terminal.connectTo(hub.baseUrl(), data.value(u"access_token").toString().toLatin1(), *role);
    }

    BlockingHttp client() const { return BlockingHttp(hub.port(), hub.businessToken()); }

    /// Places `count` orders of two lines as staff; their ids.
    std::vector<qint64> place(int count)
    {
        BlockingHttp http(hub.port(), hub.businessToken());
        std::vector<qint64> ids;
        for (int i = 0; i < count; ++i) {
            const auto answer = http.request("POST", "/api/v1/business/orders",
                                             R"({"fulfilment":"pickup","items":[{"item_id":)" +
                                                 QByteArray::number(items[0]) + R"(,"quantity":1},{"item_id":)" +
                                                 QByteArray::number(items[1]) + R"(,"quantity":2}]})");
            if (!answer || answer->status != 201)
                break;
            ids.push_back(qint64(QJsonDocument::fromJson(answer->body)
                                     .object()
                                     .value(u"data")
                                     .toObject()
                                     .value(u"order_id")
                                     .toDouble()));
        }
        return ids;
    }

    bool waitUntilKnown(size_t count)
    {
        return QTest::qWaitFor([&] { return terminal.terminal().kitchen().tickets().size() >= count; }, 30'000);
    }

    int parked() { return int(terminal.terminal().kitchen().parked().size()); }
    int pending() { return terminal.terminal().outbox().pendingCount(); }
};

QJsonObject orderOf(BlockingHttp &http, qint64 id)
{
    const auto answer = http.get("/api/v1/business/orders/" + QByteArray::number(id));
    return answer ? QJsonDocument::fromJson(answer->body).object().value(u"data").toObject() : QJsonObject();
}

int statusOf(const QJsonObject &order)
{
    return order.value(u"status").toObject().value(u"status").toInt();
}

} // namespace

class OfflineTerminalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 200 bumps and recalls without the hub, and a restart of the terminal in the middle.
    void workWithoutTheHubArrivesOnceAndInOrder()
    {
        Site site;
        QCOMPARE(site.open(), QString());
        constexpr int orders = 50;
        const auto ids = site.place(orders);
        QCOMPARE(int(ids.size()), orders);
        QVERIFY(site.waitUntilKnown(orders));
        site.hub.kill();
        QTRY_VERIFY_WITH_TIMEOUT(site.terminal.terminal().link().facts().state == LinkStatus::State::Offline, 30'000);

        int actions = 0;
        const auto act = [&](const Result<void> &result) {
            if (result)
                ++actions;
            return result.ok();
        };
        for (const qint64 id : ids) {
            QVERIFY(act(site.terminal.terminal().kitchen().start(id)));
            QVERIFY(act(site.terminal.terminal().kitchen().bump(id)));
        }
        // The program ends and comes back, still without its hub.
        site.terminal.close();
        QCOMPARE(site.terminal.openOffline(), QString());
        QCOMPARE(site.terminal.goOnline(), QString());
        for (const qint64 id : ids) {
            QVERIFY(act(site.terminal.terminal().kitchen().recall(id)));
            QVERIFY(act(site.terminal.terminal().kitchen().bump(id)));
        }
        QCOMPARE(actions, 200);
        QVERIFY(site.pending() >= 200);
        for (const qint64 id : ids)
            QCOMPARE(int(site.terminal.terminal().kitchen().ticket(id)->order.status), int(OrderStatus::Ready));

        QCOMPARE(site.hub.start(), QString());
        const QString difference = site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken(), 60'000);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(site.parked(), 0);

        // Once and in order: New, Accepted, Preparing, Ready, back to Preparing, Ready. The history says so, through
        // the journal's changes.
        auto http = BlockingHttp(site.hub.port(), site.hub.businessToken());
        for (const qint64 id : ids) {
            const QJsonObject order = orderOf(http, id);
            QCOMPARE(statusOf(order), int(OrderStatus::Ready));
            for (const QJsonValue &line : order.value(u"items").toArray())
                QCOMPARE(line.toObject().value(u"state").toString(), QStringLiteral("done"));
            // created, start, bump, recall, bump: each raised the version once.
            QCOMPARE(order.value(u"version").toInt(), 5);
        }
        qInfo("actions offline %d, arrived once and in order for %d orders, parked 0", actions, orders);
    }

    /// Twenty orders without the hub, worked on in the kitchen, and a restart of the terminal in the middle.
    void ordersTakenWithoutTheHubArriveOnce()
    {
        Site site;
        QCOMPARE(site.open(Role::Manager), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!site.terminal.terminal().cache().terminalLetter().isEmpty(), 30'000);
        const QString letter = site.terminal.terminal().cache().terminalLetter();
        site.hub.kill();
        QTRY_VERIFY_WITH_TIMEOUT(site.terminal.terminal().link().facts().state == LinkStatus::State::Offline, 30'000);

        constexpr int orders = 20;
        QStringList uuids;
        std::map<QString, DeskOrder> here;
        for (int i = 0; i < orders; ++i) {
            if (i == orders / 2) {
                site.terminal.close();
                QCOMPARE(site.terminal.openOffline(), QString());
            }
            OrdersService &desk = site.terminal.terminal().orders();
            KitchenService &kitchen = site.terminal.terminal().kitchen();
            NewOrder request;
            request.fulfilment = Fulfilment::DineIn;
            request.table = QString::number(i + 1);
            request.guestName = QStringLiteral("Дана Ахметова");
            request.lines = {{site.items[0], 1000, {}, {}, 1}, {site.items[1], 2000, {}, QStringLiteral("n"), 1}};
            const auto taken = desk.create(request);
            QVERIFY2(taken.ok(), taken ? "" : qPrintable(taken.error().message));
            const qint64 id = taken->order.id;
            QCOMPARE(taken->order.number, QStringLiteral("%1-%2").arg(letter).arg(i + 1, 3, 10, QLatin1Char('0')));
            if (i % 2 == 0)
                QVERIFY(kitchen.bump(id).ok());
            if (i % 3 == 0) {
                QVERIFY(desk.addLines(id, {{site.items[1], 1000, {}, {}, 1}}).ok());
                QVERIFY(kitchen.toggleLines(id, {desk.order(id)->order.lines[2].id}).ok());
            }
            if (i % 4 == 0)
                QVERIFY(desk.voidLines(id, {desk.order(id)->order.lines[1].id}, QStringLiteral("out")).ok() ||
                        desk.order(id)->order.lines[1].status == LineStatus::Done);
            if (i % 5 == 0) {
                OrderFields fields;
                fields.note = QStringLiteral("quick");
                QVERIFY(desk.edit(id, fields).ok());
            }
            uuids << taken->order.uuid;
        }
        QVERIFY(site.terminal.terminal().orders().setAvailable(site.items[1], false).ok());
        for (const DeskOrder &order : site.terminal.terminal().orders().orders()) {
            QVERIFY(order.onlyHere);
            here[order.order.uuid] = order;
        }
        QCOMPARE(int(here.size()), orders);

        site.terminal.close();
        QCOMPARE(site.hub.start(), QString());
        QCOMPARE(site.terminal.openOffline(), QString());
        QCOMPARE(site.terminal.goOnline(), QString());
        const QString difference = site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken(), 60'000);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(site.parked(), 0);

        auto http = site.client();
        const HubOrders stored = readHubOrders(http);
        QCOMPARE(stored.problem, QString());
        QCOMPARE(stored.doubled, 0);
        QCOMPARE(int(stored.byUuid.size()), orders);
        for (int i = 0; i < orders; ++i) {
            const auto found = stored.byUuid.find(uuids[i].toLatin1());
            QVERIFY(found != stored.byUuid.end());
            const auto row = site.terminal.terminal().orders().order(found->second.id);
            QVERIFY(row && !row->onlyHere && !row->pending);
            const Order &mine = here.at(uuids[i]).order;
            // Numbered, priced and worked on at the hub as it stood on this screen.
            QCOMPARE(row->order.number, mine.number);
            QCOMPARE(row->order.cost, mine.cost);
            QCOMPARE(row->order.status, mine.status);
            QCOMPARE(row->order.note, mine.note);
            QCOMPARE(row->order.placedAtMs, mine.placedAtMs);
            QCOMPARE(row->order.lines.size(), mine.lines.size());
            for (std::size_t line = 0; line < mine.lines.size(); ++line)
                QCOMPARE(row->order.lines[line].status, mine.lines[line].status);
        }
        QTRY_VERIFY(!site.terminal.terminal().cache().catalog().findItem(site.items[1])->available);
        qInfo("orders taken offline %d, lost 0, doubled %d, parked %d", orders, stored.doubled, site.parked());
    }

    void refusedCommandsAreParkedAndShown()
    {
        Site site;
        QCOMPARE(site.open(), QString());
        const auto ids = site.place(2);
        QCOMPARE(int(ids.size()), 2);
        QVERIFY(site.waitUntilKnown(2));
        site.terminal.close(); // the screen loses the network; the hub goes on
        auto http = BlockingHttp(site.hub.port(), site.hub.businessToken());
        const auto cancelled =
            http.request("PATCH", "/api/v1/business/orders/" + QByteArray::number(ids[0]) + "/status",
                         R"({"status":7,"reason":"guest left"})");
        QVERIFY(cancelled && cancelled->status == 200);

        QCOMPARE(site.terminal.openOffline(), QString());
        QVERIFY(site.terminal.terminal().kitchen().start(ids[0]).ok());
        QVERIFY(site.terminal.terminal().kitchen().bump(ids[0]).ok());
        QVERIFY(site.terminal.terminal().kitchen().bump(ids[1]).ok());
        QCOMPARE(site.terminal.goOnline(), QString());

        const QString difference = site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken());
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        const auto parked = site.terminal.terminal().kitchen().parked();
        QVERIFY(parked.size() >= 2); // the start and what stood behind it
        for (const ParkedCommand &command : parked) {
            QCOMPARE(command.orderId, ids[0]);
            QVERIFY(!command.errorCode.isEmpty());
            QVERIFY(!command.message.isEmpty());
        }
        QCOMPARE(statusOf(orderOf(http, ids[0])), int(OrderStatus::Cancelled));
        QCOMPARE(statusOf(orderOf(http, ids[1])), int(OrderStatus::Ready));
        // What the screen shows is what is true.
        QVERIFY(!site.terminal.terminal().kitchen().ticket(ids[0]) ||
                site.terminal.terminal().kitchen().ticket(ids[0])->order.status == OrderStatus::Cancelled);
    }

    void aRefusedTokenPausesAndLosesNothing()
    {
        Site site;
        QCOMPARE(site.open(), QString());
        const auto ids = site.place(3);
        QCOMPARE(int(ids.size()), 3);
        QVERIFY(site.waitUntilKnown(3));
        QVERIFY(site.terminal.client()
                    .setCredentials({QString::fromLatin1(site.hub.baseUrl()), QStringLiteral("obt_expired")})
                    .ok());
        QTRY_VERIFY_WITH_TIMEOUT(site.terminal.terminal().link().facts().state == LinkStatus::State::SignIn, 30'000);
        for (const qint64 id : ids)
            QVERIFY(site.terminal.terminal().kitchen().bump(id).ok());
        const int waiting = site.pending();
        QVERIFY(waiting >= 3);
        QCOMPARE(site.parked(), 0);

        // A person signs in again.
        QVERIFY(site.terminal.client()
                    .setCredentials(
                        {QString::fromLatin1(site.hub.baseUrl()), QString::fromLatin1(site.hub.businessToken())})
                    .ok());
        const QString difference = site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken());
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(site.parked(), 0);
        auto http = BlockingHttp(site.hub.port(), site.hub.businessToken());
        for (const qint64 id : ids)
            QCOMPARE(statusOf(orderOf(http, id)), int(OrderStatus::Ready));
    }

    void anOlderCopyOfTheHubGetsAgainWhatItLacks()
    {
        Site site;
        QCOMPARE(site.open(), QString());
        const auto ids = site.place(4);
        QCOMPARE(int(ids.size()), 4);
        QVERIFY(site.waitUntilKnown(4));
        QCOMPARE(site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken()), QString());

        QVERIFY(site.hub.stop());
        const QString database = site.hub.directory() + QStringLiteral("/hub.db");
        const QString copy = site.directory.filePath(QStringLiteral("copy.db"));
        QVERIFY(QFile::copy(database, copy));
        QCOMPARE(site.hub.start(), QString());
        QCOMPARE(site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken()), QString());
        const QString epoch = site.terminal.terminal().cache().cursor().epoch;

        // Confirmed by the hub that will be lost.
        for (const qint64 id : ids) {
            QVERIFY(site.terminal.terminal().kitchen().start(id).ok());
            QVERIFY(site.terminal.terminal().kitchen().bump(id).ok());
        }
        QCOMPARE(site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken()), QString());

        site.hub.kill();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(database + QLatin1String(suffix));
        QVERIFY(QFile::copy(copy, database));
        QCOMPARE(site.hub.start(), QString());
        const QString difference = site.terminal.waitUntilEqual(site.hub.port(), site.hub.businessToken(), 60'000);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QVERIFY(site.terminal.terminal().cache().cursor().epoch != epoch);
        QCOMPARE(site.parked(), 0);
        auto http = BlockingHttp(site.hub.port(), site.hub.businessToken());
        for (const qint64 id : ids)
            QCOMPARE(statusOf(orderOf(http, id)), int(OrderStatus::Ready));
    }
};

QTEST_GUILESS_MAIN(OfflineTerminalTest)
#include "offlineterminaltest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job, end to end: real orders are played against the desktop's embedded hub as guests would place them, a
// cook works them off, and the kitchen screen paints each one. Afterwards every acknowledged order exists exactly once
// with its lines and prices, and the terminal's cache equals the hub's answer.

#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/desktopprocess.h"
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <map>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr int ticketsOnScreen = 5;

/// Keeps the queue short enough for the first page, as a cook would: the oldest orders go through Preparing and Ready
/// to Completed.
class Cook final : public QThread
{
public:
    Cook(quint16 port, QByteArray token)
        : m_port(port)
        , m_token(std::move(token))
    {}
    void finish() { m_finished = true; }
    QByteArray problem() const { return m_problem; }

protected:
    void run() override
    {
        BlockingHttp http(m_port, m_token);
        while (!m_finished) {
            const auto answer = http.get("/api/v1/business/orders?status=1,2,3,4&sort=placed_at&limit=200");
            if (!answer || answer->status != 200) {
                m_problem = "list: " + (answer ? answer->body : QByteArray("no answer"));
                return;
            }
            const QJsonArray open = QJsonDocument::fromJson(answer->body).object().value(u"data").toArray();
            for (qsizetype i = 0; i < open.size() - ticketsOnScreen; ++i) {
                const QByteArray id = QByteArray::number(qint64(open[i].toObject().value(u"order_id").toDouble()));
                for (const char *status : {"3", "4", "6"}) {
                    const auto done = http.request("PATCH", "/api/v1/business/orders/" + id + "/status",
                                                   QByteArray("{\"status\":") + status + '}');
                    if (!done || done->status != 200) {
                        m_problem = "status: " + (done ? done->body : QByteArray("no answer"));
                        return;
                    }
                }
            }
        }
    }

private:
    quint16 m_port;
    QByteArray m_token;
    std::atomic<bool> m_finished = false;
    QByteArray m_problem;
};

struct StoredOrder
{
    qint64 id = 0;
    int version = 0;
    int status = 0;
    QByteArray total;
    std::map<qint64, double> quantities; // item -> pieces
    bool pricesFit = true;
    double sum = 0;
};

} // namespace

class ReplayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAcknowledgedOrderIsThereOnce()
    {
        const QDir data(QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/maven-restaurant-orders"));
        if (!data.exists())
            QSKIP("the real orders are not here: nothing was replayed");
        const bool full = qEnvironmentVariableIsSet("OSHAQ_LONG");
        const int limit = full ? 1200 : 150;

        QTemporaryDir directory;
        const QString site = directory.filePath(QStringLiteral("site"));
        OshaqdProcess setup(site);
        QCOMPARE(setup.init(), QString());
        int code = 0;
        QByteArray errors;
        const QByteArray imported = runOshaqd({QStringLiteral("import"), QStringLiteral("menu"),
                                               data.filePath(QStringLiteral("menu_items.csv")),
                                               QStringLiteral("--data"), site, QStringLiteral("--json")},
                                              &code, &errors);
        QVERIFY2(code == 0, errors.constData());
        const QJsonObject counts = QJsonDocument::fromJson(imported).object();
        QCOMPARE(counts.value(u"items_created").toInt(), 32);
        QCOMPARE(counts.value(u"categories_created").toInt(), 4);

        DesktopProcess desktop(site);
        QCOMPARE(desktop.start(), QString());
        const quint16 port = desktop.port();

        BlockingHttp http(port, setup.businessToken());
        std::map<qint64, double> prices;
        const auto menu = http.get("/api/v1/menu");
        QVERIFY(menu && menu->status == 200);
        for (const QJsonValue &category :
             QJsonDocument::fromJson(menu->body).object().value(u"data").toObject().value(u"categories").toArray()) {
            for (const QJsonValue &item : category.toObject().value(u"items").toArray())
                prices[qint64(item.toObject().value(u"item_id").toDouble())] =
                    item.toObject().value(u"price").toDouble();
        }
        QCOMPARE(int(prices.size()), 32);

        Cook cook(port, setup.businessToken());
        cook.start();
        const QString acks = directory.filePath(QStringLiteral("acks"));
        // About ten orders a second: the file's gaps, cut at five minutes, divided by this.
        const QByteArray replayed =
            runOshaqd({QStringLiteral("replay"), data.filePath(QStringLiteral("order_details.csv")),
                       QStringLiteral("--url"), QStringLiteral("http://127.0.0.1:%1").arg(port),
                       QStringLiteral("--token"), QString::fromLatin1(setup.businessToken()), QStringLiteral("--speed"),
                       QStringLiteral("2500"), QStringLiteral("--limit"), QString::number(limit),
                       QStringLiteral("--acks"), acks, QStringLiteral("--json")},
                      &code, &errors, 15 * 60'000);
        cook.finish();
        QVERIFY(cook.wait());
        QVERIFY2(cook.problem().isEmpty(), cook.problem().constData());
        QVERIFY2(code == 0, errors.right(2000).constData());

        // What the hub has.
        std::map<QByteArray, StoredOrder> stored;
        int doubled = 0;
        QByteArray cursor;
        do {
            const auto page =
                http.get("/api/v1/business/orders?limit=200" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
            QVERIFY(page && page->status == 200);
            const QJsonObject root = QJsonDocument::fromJson(page->body).object();
            for (const QJsonValue &value : root.value(u"data").toArray()) {
                const QJsonObject order = value.toObject();
                StoredOrder row;
                row.id = qint64(order.value(u"order_id").toDouble());
                row.version = order.value(u"version").toInt();
                row.status = order.value(u"status").toObject().value(u"status").toInt();
                const double total = order.value(u"cost").toObject().value(u"total_cost").toDouble();
                row.total = QByteArray::number(total, 'f', 2);
                for (const QJsonValue &line : order.value(u"items").toArray()) {
                    const qint64 item = qint64(line.toObject().value(u"item_id").toDouble());
                    const double quantity = line.toObject().value(u"quantity").toDouble();
                    row.quantities[item] += quantity;
                    row.pricesFit =
                        row.pricesFit && qFuzzyCompare(line.toObject().value(u"price").toDouble(), prices[item]);
                    row.sum += quantity * prices[item];
                }
                row.pricesFit = row.pricesFit && qAbs(row.sum - total) < 0.005;
                if (!stored.emplace(order.value(u"order_uuid").toString().toLatin1(), row).second)
                    ++doubled;
            }
            cursor = root.value(u"meta").toObject().value(u"next_cursor").toString().toLatin1().toPercentEncoding();
        } while (!cursor.isEmpty());

        // What the guests were told.
        QFile file(acks);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int acknowledged = 0;
        int lost = 0;
        int differing = 0;
        while (!file.atEnd()) {
            const QJsonObject ack = QJsonDocument::fromJson(file.readLine()).object();
            ++acknowledged;
            const auto found = stored.find(ack.value(u"order_uuid").toString().toLatin1());
            if (found == stored.end()) {
                ++lost;
                continue;
            }
            std::map<qint64, double> asked;
            for (const QJsonValue &line : ack.value(u"lines").toArray())
                asked[qint64(line.toObject().value(u"item_id").toDouble())] +=
                    line.toObject().value(u"quantity").toDouble();
            if (!found->second.pricesFit || asked != found->second.quantities ||
                found->second.id != qint64(ack.value(u"order_id").toDouble()))
                ++differing;
        }

        const auto statsAnswer = http.get("/api/v1/business/orders/stats");
        QVERIFY(statsAnswer && statsAnswer->status == 200);
        const QJsonObject painted =
            QJsonDocument::fromJson(statsAnswer->body).object().value(u"data").toObject().value(u"painted").toObject();

        // What the screen knows: its cache, read when it has ended.
        QVERIFY2(desktop.stop(), desktop.errorOutput().constData());
        const SystemClock clock;
        auto terminal = Terminal::open(site, clock);
        QVERIFY2(terminal.ok(), qPrintable(terminal ? QString() : terminal.error().message));
        int cacheDiffers = 0;
        for (const auto &[uuid, order] : stored) {
            const Order *cached = (*terminal)->cache().find(order.id);
            if (!cached || cached->uuid.toLatin1() != uuid || int(cached->version) != order.version ||
                int(cached->status) != order.status)
                ++cacheDiffers;
        }
        const int cacheExtra = int((*terminal)->cache().orders().size()) - int(stored.size());

        qInfo("orders acknowledged %d, in the hub %zu, lost %d, doubled %d, differing %d; terminal: differing %d, "
              "unknown to the hub %d; "
              "accepted -> painted: %d tickets, p50 %d ms, p95 %d ms",
              acknowledged, stored.size(), lost, doubled, differing, cacheDiffers, cacheExtra,
              painted.value(u"count").toInt(), painted.value(u"p50_ms").toInt(-1), painted.value(u"p95_ms").toInt(-1));
        QCOMPARE(acknowledged, limit);
        QCOMPARE(int(stored.size()), limit);
        QCOMPARE(lost, 0);
        QCOMPARE(doubled, 0);
        QCOMPARE(differing, 0);
        QCOMPARE(cacheDiffers, 0);
        QCOMPARE(cacheExtra, 0);
        QVERIFY(painted.value(u"count").toInt() > limit / 2);
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replaytest.moc"

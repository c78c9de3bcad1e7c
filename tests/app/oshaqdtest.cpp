// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program from outside: exit codes, messages, what is on the disk afterwards.

#include "tests/support/blockinghttp.h"
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq::test;

namespace {

const QString data = QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/");

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Run run(const QStringList &arguments)
{
    Run result;
    result.out = runOshaqd(arguments, &result.code, &result.errors);
    return result;
}

Run run(const char *arguments)
{
    return run(QString::fromUtf8(arguments).split(u' '));
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class OshaqdTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initOnce()
    {
        const QString site = directory();
        const Run first = run({QStringLiteral("init"), QStringLiteral("--data"), site, QStringLiteral("--business"),
                               QStringLiteral("\u041E\u0448\u0430\u049B"), QStringLiteral("--currency"),
                               QStringLiteral("EUR"), QStringLiteral("--json")});
        QVERIFY2(first.code == 0, first.errors.constData());
        QCOMPARE(first.out.count('\n'), 1);
        QCOMPARE(first.json().keys(), (QStringList{QStringLiteral("business_id"), QStringLiteral("business_token")}));
        QCOMPARE(first.json().value(u"business_id").toInt(), 1);
        const QByteArray token = first.json().value(u"business_token").toString().toLatin1();
        QVERIFY(token.size() > 40);
        QVERIFY(!readAll(site + QStringLiteral("/hub.db")).contains(token));

        const QByteArray before = readAll(site + QStringLiteral("/hub.db"));
        const Run second = run({QStringLiteral("init"), QStringLiteral("--data"), site, QStringLiteral("--business"),
                                QStringLiteral("B"), QStringLiteral("--json")});
        QCOMPARE(second.code, 1);
        QCOMPARE(second.out, QByteArray());
        QVERIFY(second.errors.contains("holds a hub already"));
        QCOMPARE(readAll(site + QStringLiteral("/hub.db")), before);
    }

    void initForPeople()
    {
        const Run made = run({QStringLiteral("init"), QStringLiteral("--data"), directory(),
                              QStringLiteral("--business"), QStringLiteral("Two words")});
        QCOMPARE(made.code, 0);
        QVERIFY(made.out.contains("shown only now: obt_"));
    }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("unknown command") << QByteArray("serv") << QByteArray("did you mean \"serve\"?");
        QTest::newRow("unknown option") << QByteArray("init --dta x") << QByteArray("dta");
        QTest::newRow("no directory") << QByteArray("init --business X") << QByteArray("--data is missing");
        QTest::newRow("no name") << QByteArray("init --data /nowhere/x") << QByteArray("--business is missing");
        QTest::newRow("unknown currency")
            << QByteArray("init --data /nowhere/x --business X --currency kzt") << QByteArray("--currency");
        QTest::newRow("unknown zone") << QByteArray("init --data /nowhere/x --business X --time-zone Mars")
                                      << QByteArray("--time-zone");
        QTest::newRow("too many words") << QByteArray("init extra --data x --business X")
                                        << QByteArray("\"extra\" is not expected");
        QTest::newRow("import what") << QByteArray("import --data x") << QByteArray("is missing");
        QTest::newRow("import guests") << QByteArray("import guests x.csv --data x")
                                       << QByteArray("import menu|orders FILE.csv");
        QTest::newRow("bad day") << QByteArray("import orders x.csv --data x --date 1.7.2012")
                                 << QByteArray("--date is written YYYY-MM-DD");
        QTest::newRow("bad map") << QByteArray("import menu x.csv --data x --map name")
                                 << QByteArray("is not a column mapping");
        QTest::newRow("unknown setting") << QByteArray("config --set limits.rat=off")
                                         << QByteArray("did you mean \"limits.rate\"?");
        QTest::newRow("bad address") << QByteArray("serve --data x --listen 8787")
                                     << QByteArray("server.listen is an address");
        QTest::newRow("no config") << QByteArray("serve --data x --config /nowhere/x.ini")
                                   << QByteArray("/nowhere/x.ini");
        QTest::newRow("replay where") << QByteArray("replay x.csv --token T") << QByteArray("--url is missing");
        QTest::newRow("replay url") << QByteArray("replay x.csv --token T --url 127.0.0.1:1")
                                    << QByteArray("--url is the address");
        QTest::newRow("replay speed") << QByteArray("replay x.csv --token T --url http://127.0.0.1:1 --speed -1")
                                      << QByteArray("--speed");
        QTest::newRow("replay speed nan")
            << QByteArray("replay x.csv --token T --url http://127.0.0.1:1 --speed nan") << QByteArray("--speed");
        QTest::newRow("replay limit") << QByteArray("replay x.csv --token T --url http://127.0.0.1:1 --limit 1.5")
                                      << QByteArray("--limit");
        QTest::newRow("replay part") << QByteArray("replay x.csv --token T --url http://127.0.0.1:1 --part 3/2")
                                     << QByteArray("--part is a number and of how many");
        QTest::newRow("terminal data") << QByteArray("terminal --hub http://127.0.0.1:1")
                                       << QByteArray("--data is missing");
        QTest::newRow("terminal token")
            << QByteArray("terminal --data x --hub http://127.0.0.1:1 --history h --token-file /nowhere/t")
            << QByteArray("--token-file cannot be read");
    }
    void wrongCommandLines()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, said);
        const Run result = run(arguments.constData());
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        QVERIFY2(result.errors.contains(said), result.errors.constData());
        QVERIFY(!QFile::exists(QStringLiteral("/nowhere")));
    }

    void help()
    {
        for (const char *arguments : {"--help", "init --help", "serve --help", "import --help", "replay --help",
                                      "terminal --help", "config --help"}) {
            const Run result = run(arguments);
            QCOMPARE(result.code, 0);
            QVERIFY(result.out.contains("usage: oshaqd "));
            QCOMPARE(result.errors, QByteArray());
        }
        QCOMPARE(run("--version").out, QByteArray("oshaqd " OSHAQ_VERSION "\n"));
        QCOMPARE(run(QStringList()).code, 2);
    }

    void configPrintsAFileThatItReads()
    {
        const Run first = run("config --set limits.rate_burst=77 --set log.level=debug");
        QCOMPARE(first.code, 0);
        QVERIFY(first.out.contains("rate_burst = 77\n"));
        const QString path = m_temporary.filePath(QStringLiteral("printed.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(first.out);
        file.close();
        const Run second = run({QStringLiteral("config"), QStringLiteral("--config"), path, QStringLiteral("--json")});
        QVERIFY2(second.code == 0, second.errors.constData());
        QString burst;
        QString source;
        for (const QJsonValue &entry : QJsonDocument::fromJson(second.out).array()) {
            if (entry.toObject().value(u"key").toString() == QLatin1String("limits.rate_burst")) {
                burst = entry.toObject().value(u"value").toString();
                source = entry.toObject().value(u"source").toString();
            }
        }
        QCOMPARE(burst, QStringLiteral("77"));
        QCOMPARE(source, QStringLiteral("file"));
    }

    void mavenMenu()
    {
        const QString menu = data + QStringLiteral("maven-restaurant-orders/menu_items.csv");
        if (!QFile::exists(menu))
            QSKIP("the real menu is not here");
        const QString site = directory();
        OshaqdProcess hub(site);
        QCOMPARE(hub.init(), QString());
        const Run dry = importMenu(menu, site, {QStringLiteral("--dry-run")});
        QVERIFY2(dry.code == 0, dry.errors.constData());
        QCOMPARE(dry.json().value(u"imported").toBool(true), false);
        QCOMPARE(dry.json().value(u"items_created").toInt(), 32);
        const Run real = importMenu(menu, site);
        QCOMPARE(real.code, 0);
        QCOMPARE(real.json().value(u"items_created").toInt(), 32);
        QCOMPARE(real.json().value(u"categories_created").toInt(), 4);
        const Run again = importMenu(menu, site);
        QCOMPARE(again.json().value(u"items_unchanged").toInt(), 32);
        QCOMPARE(again.json().value(u"items_created").toInt(), 0);

        QCOMPARE(hub.start(), QString());
        BlockingHttp http(hub.port(), hub.businessToken());
        const auto answer = http.get("/api/v1/menu");
        QVERIFY(answer && answer->status == 200);
        const QJsonArray categories =
            QJsonDocument::fromJson(answer->body).object().value(u"data").toObject().value(u"categories").toArray();
        QCOMPARE(categories.size(), 4);

        const Run refused = importMenu(menu, site);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains("in use by another hub"), refused.errors.constData());
        QVERIFY(hub.stop());
    }

    void oneBadRowAndNothingIsImported()
    {
        const QString site = directory();
        OshaqdProcess hub(site);
        QCOMPARE(hub.init(), QString());
        const QString path = m_temporary.filePath(QStringLiteral("bad.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,category,price\nSoup,Food,5\nBread,Food,five\nTea,Food\nPlov,Food,7\n");
        file.close();
        const Run bad = importMenu(path, site);
        QCOMPARE(bad.code, 3);
        QVERIFY(bad.errors.contains("bad.csv:3: price: "));
        QVERIFY(bad.errors.contains("bad.csv:4: price: "));
        QVERIFY(bad.errors.contains("Nothing was imported"));
        const QJsonArray problems = bad.json().value(u"problems").toArray();
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems.at(0).toObject().value(u"line").toInt(), 3);
        QCOMPARE(problems.at(0).toObject().value(u"column").toString(), QStringLiteral("price"));
        QCOMPARE(bad.json().value(u"imported").toBool(true), false);

        QCOMPARE(hub.start(), QString());
        BlockingHttp http(hub.port(), hub.businessToken());
        const auto answer = http.get("/api/v1/menu");
        QVERIFY(answer && answer->status == 200);
        QVERIFY2(answer->body.contains("\"categories\":[]"), answer->body.constData());
        QVERIFY(hub.stop());
        QCOMPARE(importMenu(m_temporary.filePath(QStringLiteral("none.csv")), site).code, 3);
    }

    void directoriesWithoutAHub()
    {
        const QString site = directory();
        for (const QStringList &arguments : {QStringList{QStringLiteral("serve"), QStringLiteral("--data"), site},
                                             QStringList{QStringLiteral("import"), QStringLiteral("menu"),
                                                         QStringLiteral("x.csv"), QStringLiteral("--data"), site}}) {
            const Run result = run(arguments);
            QCOMPARE(result.code, 1);
            QVERIFY2(result.errors.contains("oshaqd init"), result.errors.constData());
        }
        QVERIFY(!QFile::exists(site));
    }

    void servesAndStops()
    {
        const QString site = directory();
        OshaqdProcess hub(site);
        QCOMPARE(hub.init(), QString());
        QCOMPARE(hub.start(), QString());
        QVERIFY(hub.port() != 0);
        BlockingHttp http(hub.port(), hub.businessToken());
        const auto answer = http.get("/api/v1/business/orders");
        QVERIFY(answer && answer->status == 200);

        OshaqdProcess second(site);
        const QString problem = second.start();
        QVERIFY2(problem.contains(QStringLiteral("in use by another hub")), qPrintable(problem));

        QVERIFY(hub.stop());
        QVERIFY(!hub.isRunning());
        // What was said about it holds no secret.
        const QByteArray log = readAll(site + QStringLiteral("/log/oshaq.log"));
        const QByteArray access = readAll(site + QStringLiteral("/log/access.log"));
        QVERIFY(log.contains("listening on http://127.0.0.1:"));
        QVERIFY(log.contains("stopped"));
        QVERIFY2(access.contains("\"path\":\"/api/v1/business/orders\""), access.constData());
        QVERIFY(!log.contains(hub.businessToken()) && !access.contains(hub.businessToken()));
        // And again on the same port.
        QCOMPARE(hub.start(), QString());
        QVERIFY(hub.stop());
    }

    void plainHttpStaysAtHome()
    {
        const QString site = directory();
        OshaqdProcess hub(site);
        QCOMPARE(hub.init(), QString());
        const Run refused = run({QStringLiteral("serve"), QStringLiteral("--data"), site, QStringLiteral("--listen"),
                                 QStringLiteral("0.0.0.0:0")});
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.out, QByteArray());
        QVERIFY2(refused.errors.contains("server.plain_http=on"), refused.errors.constData());
        OshaqdProcess open(site);
        QCOMPARE(open.start({}, {QStringLiteral("--set"), QStringLiteral("server.listen=0.0.0.0:0"),
                                 QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0"), QStringLiteral("--set"),
                                 QStringLiteral("server.plain_http=on")}),
                 QString());
        QVERIFY(open.stop());
    }

    void replaysRealOrders()
    {
        const QString orders = data + QStringLiteral("maven-restaurant-orders/order_details.csv");
        if (!QFile::exists(orders))
            QSKIP("the real orders are not here");
        const QString site = directory();
        OshaqdProcess hub(site);
        QCOMPARE(hub.init(), QString());
        QCOMPARE(importMenu(data + QStringLiteral("maven-restaurant-orders/menu_items.csv"), site).code, 0);
        QCOMPARE(hub.start(), QString());
        const QString acks = m_temporary.filePath(QStringLiteral("acks"));
        const QStringList command{QStringLiteral("replay"),  orders,
                                  QStringLiteral("--url"),   QString::fromLatin1(hub.baseUrl()),
                                  QStringLiteral("--token"), QString::fromLatin1(hub.businessToken()),
                                  QStringLiteral("--speed"), QStringLiteral("0"),
                                  QStringLiteral("--limit"), QStringLiteral("120"),
                                  QStringLiteral("--json")};
        const Run played = run(command + QStringList{QStringLiteral("--acks"), acks});
        QVERIFY2(played.code == 0, played.errors.constData());
        QCOMPARE(played.json().value(u"orders_acknowledged").toInt(), 120);
        QCOMPARE(played.json().value(u"orders_refused").toInt(), 0);
        QList<QByteArray> lines = readAll(acks).trimmed().split('\n');
        QCOMPARE(lines.size(), 120);

        // Every acknowledged order is at the hub with its lines and its total.
        BlockingHttp http(hub.port(), hub.businessToken());
        int checkedLines = 0;
        for (const QByteArray &line : lines) {
            const QJsonObject ack = QJsonDocument::fromJson(line).object();
            const auto answer = http.get("/api/v1/business/orders/" + ack.value(u"order_uuid").toString().toLatin1());
            QVERIFY(answer && answer->status == 200);
            const QJsonObject order = QJsonDocument::fromJson(answer->body).object().value(u"data").toObject();
            QCOMPARE(order.value(u"order_id"), ack.value(u"order_id"));
            QCOMPARE(order.value(u"cost").toObject().value(u"total_cost"), ack.value(u"total_cost"));
            const QJsonArray asked = ack.value(u"lines").toArray();
            const QJsonArray stored = order.value(u"items").toArray();
            QCOMPARE(stored.size(), asked.size());
            for (qsizetype i = 0; i < asked.size(); ++i) {
                QCOMPARE(stored.at(i).toObject().value(u"item_id"), asked.at(i).toObject().value(u"item_id"));
                QCOMPARE(stored.at(i).toObject().value(u"quantity"), asked.at(i).toObject().value(u"quantity"));
                ++checkedLines;
            }
        }
        QCOMPARE(checkedLines, played.json().value(u"lines_acknowledged").toInt());

        QStringList wrong = command;
        wrong[wrong.indexOf(QString::fromLatin1(hub.businessToken()))] = QStringLiteral("obt_wrong");
        const Run stranger = run(wrong);
        QCOMPARE(stranger.code, 1);
        QVERIFY2(stranger.errors.contains("does not take the token"), stranger.errors.constData());
        QVERIFY(hub.stop());
        const Run gone = run(command);
        QCOMPARE(gone.code, 1);
        QVERIFY2(gone.errors.contains("gives no menu"), gone.errors.constData());
    }

private:
    QString directory() { return m_temporary.filePath(QStringLiteral("site%1").arg(++m_directories)); }

    Run importMenu(const QString &file, const QString &site, const QStringList &more = {})
    {
        return run(QStringList{QStringLiteral("import"), QStringLiteral("menu"), file, QStringLiteral("--data"), site,
                               QStringLiteral("--json")} +
                   more);
    }

    QTemporaryDir m_temporary;
    int m_directories = 0;
};

QTEST_GUILESS_MAIN(OshaqdTest)
#include "oshaqdtest.moc"

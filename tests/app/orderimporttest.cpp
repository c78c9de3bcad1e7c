// SPDX-License-Identifier: GPL-3.0-or-later
// "oshaqd import orders" from outside, and what it makes of files.
#include "app/server/pastorders.h"
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

const QString data = QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/");

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    qint64 number(const char *name) const { return json().value(QLatin1String(name)).toInteger(-1); }
    QByteArray problem(int index) const
    {
        const QJsonObject one = json().value(QLatin1String("problems")).toArray().at(index).toObject();
        return QByteArray::number(one.value(QLatin1String("line")).toInt()) + ' ' +
               one.value(QLatin1String("column")).toString().toUtf8();
    }
};

Run run(const QStringList &arguments)
{
    Run result;
    result.out = runOshaqd(arguments, &result.code, &result.errors);
    return result;
}

} // namespace

class OrderImportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        makeSite(QStringLiteral("USD"));
    }

    void everySetReproducesItsTotal_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<qint64>("orders");
        QTest::addColumn<qint64>("lines");
        QTest::addColumn<QByteArray>("total");
        const auto row = [](const char *name, const char *currency, const QStringList &arguments, qint64 orders,
                            qint64 lines, const char *total) {
            QTest::newRow(name) << QString::fromLatin1(currency) << arguments << orders << lines << QByteArray(total);
        };
        const QString with = QStringLiteral("--with");
        const QString maven = data + QStringLiteral("maven-restaurant-orders/");
        const QString pizza = data + QStringLiteral("maven-pizza/");
        row("maven restaurant", "USD",
            {maven + QStringLiteral("order_details.csv"), with,
             maven + QStringLiteral("menu_items.csv:item_id=menu_item_id")},
            5343, 12'097, "159217.9");
        row("maven pizza", "USD",
            {pizza + QStringLiteral("order_details.csv"), with, pizza + QStringLiteral("pizzas.csv:pizza_id"), with,
             pizza + QStringLiteral("pizza_types.csv:pizza_type_id"), with,
             pizza + QStringLiteral("orders.csv:order_id"), QStringLiteral("--encoding"),
             QStringLiteral("windows-1252")},
            21'350, 48'620, "817860.05");
        row("ichef", "TWD", {data + QStringLiteral("ichef-taiwan-pos/ichef_invoices.csv")}, 24'692, 72'543, "10893830");
        row("coffee 1", "UAH", {data + QStringLiteral("coffee-vending/index_1.csv")}, 3636, 3636, "115431.58");
        row("coffee 2", "UAH", {data + QStringLiteral("coffee-vending/index_2.csv")}, 262, 262, "6890");
        row("chipotle", "USD",
            {data + QStringLiteral("chipotle/chipotle.tsv"), QStringLiteral("--map"),
             QStringLiteral("total=item_price"), QStringLiteral("--date"), QStringLiteral("2012-07-01")},
            1834, 4622, "34500.16");
    }

    void everySetReproducesItsTotal()
    {
        QFETCH(QString, currency);
        QFETCH(QStringList, arguments);
        QFETCH(qint64, orders);
        QFETCH(qint64, lines);
        QFETCH(QByteArray, total);
        if (!QFile::exists(arguments.constFirst()))
            QSKIP("the real orders are not beside this checkout (../shared/data)");
        makeSite(currency);
        const Run first = import(arguments);
        QVERIFY2(first.code == 0, first.errors.right(500));
        QCOMPARE(first.number("orders"), orders);
        QCOMPARE(first.number("lines"), lines);
        QVERIFY2(first.out.contains("\"total\":" + total + ","), first.out.left(300));
        QCOMPARE(first.number("orders_refused"), qint64{0});
        const Run again = import(arguments);
        QCOMPARE(again.number("orders"), qint64{0});
        QCOMPARE(again.number("already_there"), orders);
    }

    void aDryRunChangesNothing()
    {
        const QString file = write("order,item_name,price,date\n1,Soup,5,2024-01-31\n2,Bread,0.5,2024-01-31\n");
        const QByteArray before = hubBytes();
        const Run dry = import({file, QStringLiteral("--dry-run")});
        QVERIFY2(dry.code == 0, dry.errors);
        QCOMPARE(dry.number("orders"), qint64{2});
        QVERIFY(dry.out.contains("\"total\":5.5,") && dry.out.contains("\"imported\":false"));
        const Run real = import({file});
        QVERIFY(real.out.contains("\"total\":5.5,") && real.out.contains("\"imported\":true"));
        QVERIFY(hubBytes() != before);
    }

    void paymentsComeAlong()
    {
        const QByteArray head = "order,item_name,price,date,paid,payment_method,tip\n";
        const QByteArray day = ",2024-01-31,";
        // Rows of one order: the first of them says how it was paid.
        const QByteArray rows = "1,Soup,5" + day + "5.5,Наличные,0\n1,Bread,0.5" + day +
                                ",,\n"
                                "2,Soup,5" +
                                day +
                                "$5.00,VISA,1\n"
                                "3,Soup,5" +
                                day +
                                "6,card,1\n" // total and tip together
                                "4,Soup,5" +
                                day +
                                "2,cash,\n" // a part of it
                                "5,Soup,5" +
                                day +
                                ",cash,\n" // only how: all of it
                                "6,Soup,5" +
                                day +
                                "0,cash,\n" // nothing
                                "7,Soup,5" +
                                day +
                                ",unpaid,\n" // likewise
                                "8,Soup,5" +
                                day +
                                "NULL,NULL,NULL\n" // not said
                                "9,Soup,5" +
                                day + "5,cashless,\n"; // no cash
        const QString file = write(head + rows);
        const Run dry = import({file, QStringLiteral("--dry-run")});
        QVERIFY2(dry.code == 0, dry.errors);
        QCOMPARE(dry.number("payments"), qint64{6});
        QVERIFY2(dry.out.contains("\"paid\":27.5,") && dry.out.contains("\"tips\":2,"), dry.out);
        const Run real = import({file});
        QVERIFY2(real.code == 0, real.errors);
        QCOMPARE(real.number("payments"), qint64{6});
        QVERIFY2(real.out.contains("\"paid\":27.5,") && real.out.contains("\"tips\":2,"), real.out);
        QCOMPARE(import({file}).number("payments"), qint64{0});
    }

    void wrongPaymentsAreNamed()
    {
        const QByteArray head = "order,item_name,price,date,paid,payment_method,tip\n";
        const QString file = write(head + "1,Soup,5,2024-01-31,5.01,cash,0\n"
                                          "2,Soup,5,2024-01-31,much,cash,0\n"
                                          "3,Soup,5,2024-01-31,5,cash,some\n"
                                          "4,Soup,5,2024-01-31,0,cash,1\n"
                                          "5,Soup,5,2024-01-31,5,cash,\n");
        const Run refused = import({file});
        QVERIFY(refused.code != 0);
        QCOMPARE(refused.problem(0), QByteArray("2 paid"));
        QCOMPARE(refused.problem(1), QByteArray("3 paid"));
        QCOMPARE(refused.problem(2), QByteArray("4 tip"));
        QCOMPARE(refused.problem(3), QByteArray("5 tip"));
        const Run rest = import({file, QStringLiteral("--skip-bad")});
        QVERIFY2(rest.code == 0, rest.errors);
        QCOMPARE(rest.number("orders"), qint64{1});
        QCOMPARE(rest.number("payments"), qint64{1});
        QCOMPARE(rest.number("orders_refused"), qint64{4});
    }

    void stoppedImportsGoOn()
    {
        const QByteArray head = "order,item_name,qty,price,date,time\n";
        const QByteArray first = "1,Soup,1,5,2024-01-31,12:00\n1,Bread,2,0.5,2024-01-31,12:00\n";
        const QByteArray second = "2,Soup,3,5,2024-01-31,12:05\n";
        QCOMPARE(import({write(head + first)}).number("orders"), qint64{1});
        const Run rest = import({write(head + first + second)});
        QCOMPARE(rest.number("orders"), qint64{1});
        QCOMPARE(rest.number("already_there"), qint64{1});
    }

    void wrongRowsAreNamed()
    {
        const QString file = write("order,item_name,quantity,price,date\n"
                                   "1,Soup,1,5,2024-01-31\n"
                                   "2,Soup,1,five,2024-01-31\n"
                                   "2,Bread,1,0.5,2024-01-31\n"
                                   "3,Soup,-1,5,2024-01-31\n"
                                   "3,Bread,1,0.5,2024-01-31\n"
                                   "4,Soup,1,5,2024-02-31\n"
                                   "5,Soup,1,0.001,2024-01-31\n");
        const Run refused = import({file});
        QCOMPARE(refused.code, 3);
        QCOMPARE(refused.json().value(QLatin1String("problems")).toArray().size(), 4);
        QCOMPARE(refused.problem(0), QByteArray("3 price"));
        QCOMPARE(refused.problem(1), QByteArray("5 quantity"));
        QCOMPARE(refused.problem(2), QByteArray("7 date"));
        QCOMPARE(refused.problem(3), QByteArray("8 price"));
        QVERIFY(refused.errors.contains("Nothing was imported"));
        // An order is whole or not there.
        const Run some = import({file, QStringLiteral("--skip-bad")});
        QCOMPARE(some.code, 0);
        QCOMPARE(some.number("orders"), qint64{1});
        QCOMPARE(some.number("lines"), qint64{1});
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *content, const QStringList &options, const char *said) {
            QTest::newRow(name) << QByteArray(content) << options << QByteArray(said);
        };
        row("no price", "order,item_name,date\n1,Soup,2024-01-31\n", {}, "No column for the price");
        row("no time", "order,item_name,price\n1,Soup,5\n", {}, "--date YYYY-MM-DD");
        row("no item", "order,price,date\n1,5,2024-01-31\n", {}, "No column for the item");
        row("ambiguous", "order,item_name,price,date\n1,Soup,5,1/2/2024\n", {}, "--date-order dmy or mdy");
        row("contradiction", "order,item_name,price,date\n1,Soup,5,13/2/2024\n2,Soup,5,2/13/2024\n", {},
            "The date of line 2 begins with the day, that of line 3 with the month");
        row("wrong order", "order,item_name,price,date\n1,Soup,5,1/2/2024\n",
            {QStringLiteral("--date-order"), QStringLiteral("ymd")}, "--date-order is dmy or mdy");
        row("unknown encoding", "order,item_name,price,date\n1,Soup,5,2024-01-31\n",
            {QStringLiteral("--encoding"), QStringLiteral("klingon")}, "There is no encoding");
        row("not utf-8", "order,item_name,price,date\n1,S\xe9\xe9,5,2024-01-31\n", {}, "UTF-8");
        row("bad join", "order,item_name,price,date\n1,Soup,5,2024-01-31\n",
            {QStringLiteral("--with"), QStringLiteral("menu.csv")}, "FILE:COLUMN");
        row("no file to join", "order,item_name,price,date\n1,Soup,5,2024-01-31\n",
            {QStringLiteral("--with"), QStringLiteral("/nowhere/menu.csv:item")}, "cannot be read");
        row("empty", "", {}, "");
    }

    void whatIsMissingIsSaid()
    {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, options);
        QFETCH(QByteArray, said);
        const Run refused = import(QStringList{write(content)} + options);
        QVERIFY(refused.code == 2 || refused.code == 3);
        QVERIFY2(refused.errors.contains(said), refused.errors);
        QVERIFY(!refused.out.contains("\"imported\":true"));
    }

    void datesSayHowTheyAreMeant()
    {
        const Run us = import({write("order,item_name,price,date\n1,Soup,5,1/2/2024\n2,Soup,5,1/31/2024\n")});
        QVERIFY2(us.code == 0, us.errors);
        const Run chosen = import({write("order,item_name,price,date\n9,Soup,5,1/2/2024\n"),
                                   QStringLiteral("--date-order"), QStringLiteral("mdy")});
        QCOMPARE(chosen.number("orders"), qint64{1});
    }

    void codePages()
    {
        const Run cyrillic = import({write("order,item_name,price,date\n1,\xcf\xeb\xee\xe2,5,2024-01-31\n"),
                                     QStringLiteral("--encoding"), QStringLiteral("windows-1251")});
        QVERIFY2(cyrillic.code == 0, cyrillic.errors);
        QVERIFY(hubBytes().contains(QStringLiteral("\u041F\u043B\u043E\u0432").toUtf8()));
    }

    void amounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        const auto row = [](const char *text, qint64 minor) {
            QTest::newRow(text) << QString::fromUtf8(text) << minor;
        };
        row("16.98", 1698);
        row("$16.98 ", 1698);
        row("1 234,50 \u20b8", 123'450);
        row("1\u00a0234,5", 123'450);
        row("1,234.50", 123'450);
        row("1.234,50", 123'450);
        row("1,234", 123'400);
        row("0,5", 50);
        row("360", 36'000);
        row("-5", -1);
        row("", -1);
        row("abc", -1);
        row("5.123", -1);
        row("1e5", -1);
        row("99999999999999999999", -1);
    }

    void amounts()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minor);
        const auto amount = amountOf(text, Currency());
        QCOMPARE(amount ? *amount : -1, minor);
    }

    void totalsWithoutAPriceOfOneStayWhole()
    {
        const Run odd = import({write("order,item_name,quantity,total,date\n1,Samsa,3,10,2024-01-31\n")});
        QVERIFY2(odd.code == 0, odd.errors);
        QVERIFY(odd.out.contains("\"total\":10,"));
        QVERIFY(hubBytes().contains("3 x Samsa"));
    }

    void hostileFilesDoNoHarm()
    {
        const QDir spectrum(data + QStringLiteral("hostile-inputs/csv-spectrum"), QStringLiteral("*.csv"));
        if (!spectrum.exists())
            QSKIP("the hostile inputs are not beside this checkout (../shared/data)");
        QDir deep(spectrum);
        int files = 0;
        QStringList folders{spectrum.path()};
        while (!folders.isEmpty()) {
            const QDir here(folders.takeFirst());
            for (const QFileInfo &entry : here.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
                if (entry.isDir()) {
                    folders << entry.filePath();
                } else if (entry.suffix() == QLatin1String("csv")) {
                    const CsvTable table = readCsvFile(entry.filePath(), 1'000'000);
                    const PastOrders plan =
                        planPastOrders(readOrders(table, {}), Currency(), QStringLiteral("UTC"), {});
                    QVERIFY(plan.orders.empty());
                    const auto joined = joinTables(table, table, table.header.value(0), table.header.value(0));
                    QVERIFY(!joined || joined->header == table.header);
                    ++files;
                }
            }
        }
        QVERIFY(files >= 10);
    }

private:
    void makeSite(const QString &currency)
    {
        m_site = m_directory->filePath(QStringLiteral("site-%1").arg(++m_sites));
        const Run made = run({QStringLiteral("init"), QStringLiteral("--data"), m_site, QStringLiteral("--business"),
                              QStringLiteral("X"), QStringLiteral("--currency"), currency});
        QVERIFY2(made.code == 0, made.errors);
    }
    Run import(const QStringList &arguments)
    {
        return run(QStringList{QStringLiteral("import"), QStringLiteral("orders")} + arguments +
                   QStringList{QStringLiteral("--data"), m_site, QStringLiteral("--json")});
    }
    QString write(const QByteArray &content)
    {
        const QString path = m_directory->filePath(QStringLiteral("orders-%1.csv").arg(++m_files));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }
    QByteArray hubBytes() const
    {
        QByteArray bytes;
        for (const QString &name : {QStringLiteral("/hub.db"), QStringLiteral("/hub.db-wal")}) {
            QFile file(m_site + name);
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_site;
    int m_files = 0;
    int m_sites = 0;
};

QTEST_GUILESS_MAIN(OrderImportTest)
#include "orderimporttest.moc"

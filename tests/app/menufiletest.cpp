// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/menuoptions.h"
#include "sync/protocol/schema.h"
#include "sync/server/menufile.h"
#include "sync/protocol/columnmap.h"
#include "tests/support/testsite.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

const QString hostile = QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/hostile-inputs");

MenuFile menu(const QByteArray &csv, const QString &map = {})
{
    QMap<QString, QString> wishes;
    if (!map.isEmpty()) {
        const auto parsed = parseColumnWishes({map});
        if (parsed)
            wishes = *parsed;
    }
    return readMenu(parseCsv(csv), wishes, Currency());
}

QString places(const MenuFile &file)
{
    QStringList parts;
    for (const FileProblem &problem : file.problems)
        parts << QString::number(problem.line) + u':' + problem.column;
    return parts.join(u' ');
}

TestSiteOptions hubAlone()
{
    TestSiteOptions options;
    options.server = false;
    return options;
}

QByteArray quoted(const QString &text)
{
    QString copy = text;
    return '"' + copy.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

} // namespace

class MenuFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Names made of whatever separates, quotes, escapes and begins formulas.
    void whatIsWrittenIsReadBack()
    {
        QRandomGenerator random(20261124);
        const QString marks = QStringLiteral("=+-@'\";:|\\,.1 aЖқ");
        const auto text = [&](const QString &more) {
            QString made;
            const auto length = random.bounded(1, 9);
            for (int i = 0; i < length; ++i)
                made += (marks + more)[random.bounded(int((marks + more).size()))];
            made = made.trimmed();
            return made.isEmpty() ? QStringLiteral("x") : made;
        };
        Catalog catalog;
        catalog.stations = {{5, QStringLiteral("=Hot"), 0, 600, 900, 1}};
        catalog.categories = {{1, QStringLiteral("+Food; \"hot\""), {}, 1000, std::nullopt, 0, {}, 1, {}}};
        for (int i = 0; i < 2'000; ++i) {
            Item item;
            item.id = i + 1;
            item.categoryId = 1;
            item.name = text({}) + QString::number(i);
            item.description = text(QStringLiteral("\n"));
            item.externalId = i % 2 == 0 ? QString() : text({}) + QString::number(i);
            item.priceMinor = random.bounded(1'000'000);
            if (i % 3 == 0)
                item.quantityStep = random.bounded(1, 5'000);
            if (i % 5 == 0)
                item.stationId = 5;
            item.prepSeconds = random.bounded(3) == 0 ? 0 : random.bounded(86'400);
            if (i % 4 == 0) {
                item.optionGroups = {{0,
                                      text({}),
                                      0,
                                      2,
                                      {{0, text({}) + u'a', random.bounded(1'000)}, {0, text({}) + u'b', 0}}},
                                     {0, text({}) + u'2', 1, 1, {{0, text({}), 50}}}};
            }
            catalog.items.push_back(item);
        }
        const MenuFile file = readMenu(parseCsv(menuCsv(catalog, Currency())), {}, Currency());
        QCOMPARE(places(file), QString());
        QVERIFY(file.ignoredColumns.isEmpty());
        QCOMPARE(file.items.size(), catalog.items.size());
        for (std::size_t i = 0; i < file.items.size(); ++i) {
            const MenuImportItem &read = file.items[i];
            const Item &item = catalog.items[i];
            QCOMPARE(read.name, item.name);
            QCOMPARE(read.description, item.description);
            QCOMPARE(read.category, catalog.categories.front().name);
            QCOMPARE(read.externalId, item.externalId);
            QCOMPARE(read.priceMinor, item.priceMinor);
            QCOMPARE(read.quantityStep, item.quantityStep.value_or(0));
            QCOMPARE(read.station, item.stationId ? QStringLiteral("=Hot") : QString());
            QCOMPARE(read.prepSeconds, item.prepSeconds);
            QVERIFY2(read.optionGroups == item.optionGroups,
                     qPrintable(formatMenuOptions(item.optionGroups, Currency())));
        }
    }

    void everyField()
    {
        const MenuFile file =
            menu("category,name,description,price,quantity_step,station,prep_seconds,external_id,options\n"
                 "Soups,Lagman,\"Noodles, pulled\",2600,,Hot,720,soup-1,"
                 "\"Spice:0-1:mild|hot;Extras:1-3:onion broth +200|egg +2.50\"\n"
                 "Fruit,Apples,,4.5,0.25,,,,\n");
        QCOMPARE(places(file), QString());
        QCOMPARE(file.items.size(), 2u);
        QCOMPARE(file.categories, 2);
        QCOMPARE(file.rows, 2);
        QCOMPARE(file.lines, (std::vector<int>{2, 3}));
        const MenuImportItem &lagman = file.items[0];
        QCOMPARE(lagman.category, QStringLiteral("Soups"));
        QCOMPARE(lagman.name, QStringLiteral("Lagman"));
        QCOMPARE(lagman.description, QStringLiteral("Noodles, pulled"));
        QCOMPARE(lagman.priceMinor, 260'000);
        QCOMPARE(lagman.quantityStep, 0);
        QCOMPARE(lagman.station, QStringLiteral("Hot"));
        QCOMPARE(lagman.prepSeconds, 720);
        QCOMPARE(lagman.externalId, QStringLiteral("soup-1"));
        QCOMPARE(lagman.optionGroups.size(), 2u);
        QCOMPARE(lagman.optionGroups[0].name, QStringLiteral("Spice"));
        QCOMPARE(lagman.optionGroups[0].maxChoices, 1);
        const OptionGroup &extras = lagman.optionGroups[1];
        QCOMPARE(extras.minChoices, 1);
        QCOMPARE(extras.maxChoices, 3);
        QCOMPARE(extras.options.size(), 2u);
        QCOMPARE(extras.options[0].name, QStringLiteral("onion broth"));
        QCOMPARE(extras.options[0].priceMinor, 20'000);
        QCOMPARE(extras.options[1].priceMinor, 250);
        QCOMPARE(file.items[1].priceMinor, 450);
        QCOMPARE(file.items[1].quantityStep, 250);
    }

    void columnsByUsualNames()
    {
        const MenuFile file = menu("\xEF\xBB\xBFMenu Item ID,Item-Name,Category,Price,Colour\n101,Soup,Food,5,red\n");
        QCOMPARE(places(file), QString());
        QCOMPARE(file.items.front().externalId, QStringLiteral("101"));
        QCOMPARE(file.items.front().name, QStringLiteral("Soup"));
        QCOMPARE(file.ignoredColumns, QStringList{QStringLiteral("Colour")});
    }

    void columnsByWish()
    {
        const QByteArray csv = "what,kind,cost,price\nSoup,Food,5,7\n";
        const MenuFile file = menu(csv, QStringLiteral("name=what,category=kind,price=cost"));
        QCOMPARE(places(file), QString());
        QCOMPARE(file.items.front().priceMinor, 500);
        QVERIFY(menu(csv, QStringLiteral("name=what,category=kind")).problems.empty());
        QCOMPARE(menu(csv).problems.front().line, 1);
        QVERIFY(menu(csv).problems.front().reason.contains(QStringLiteral("--map name=COLUMN")));
        QVERIFY(menu(csv, QStringLiteral("name=nothing"))
                    .problems.front()
                    .reason.contains(QStringLiteral("\"what\", \"kind\"")));
        QVERIFY(menu(csv, QStringLiteral("nmae=what"))
                    .problems.front()
                    .reason.contains(QStringLiteral("no field \"nmae\"")));
        QVERIFY(menu("name,name,category,price\na,b,c,1\n")
                    .problems.front()
                    .reason.contains(QStringLiteral("two columns")));
        for (const char *text : {"name", "name=", "=x", "", "name=a,name=b", "name=a,,price=b"})
            QVERIFY2(!parseColumnWishes({QString::fromLatin1(text)}).ok(), text);
    }

    void everyBadRowWithItsPlace()
    {
        const MenuFile file = menu("name,category,price,quantity_step,prep_seconds,options,id\n" // 1
                                   "Soup,Food,5,,,,1\n"                                          // 2
                                   ",Food,5,,,,2\n"                                              // 3
                                   "Bread,,5,,,,3\n"                                             // 4
                                   "Plov,Food,,,,,4\n"                                           // 5
                                   "Tea,Food,abc,,,,5\n"                                         // 6
                                   "Tea,Food,-1,,,,6\n"                                          // 7
                                   "Tea,Food,1.234,,,,7\n"                                       // 8
                                   "Tea,Food,1e3,,,,8\n"                                         // 9
                                   "Tea,Food,1,0,,,9\n"                                          // 10
                                   "Tea,Food,1,,-5,,10\n"                                        // 11
                                   "Tea,Food,1,,,Size,11\n"                                      // 12
                                   "Tea,Food,1,,,Size:2-1:a|b,12\n"                              // 13
                                   "Tea,Food,1,,,Size:0-1:a +x,13\n"                             // 14
                                   "Tea,Food,1,,,Size:0-1:,14\n"                                 // 15
                                   "Tea,Food,1,,\n"                                              // 16
                                   "Soup,Food,5,,,,1\n"                                          // 17
                                   "Tea,Food,99999999999999999999,,x,,18\n");                    // 18
        QCOMPARE(places(file),
                 QStringLiteral(
                     "16:options 3:name 4:category 5:price 6:price 7:price 8:price 9:price 10:quantity_step "
                     "11:prep_seconds 12:options 13:options 14:options 15:options 18:price 18:prep_seconds 17:id"));
        QCOMPARE(file.rows, 17);
        QVERIFY(!menu("name,category,price\n").problems.empty());
        QVERIFY(!menu("").problems.empty());
    }

    void textThatSqliteWouldChange()
    {
        QCOMPARE(
            places(menu(
                "name,category,price\n\xEF\xBB\xBFSoup,Food,1\n\xEF\xBF\xBESoup,Food,1\nSoup\xEF\xBF\xBF,Food,1\n")),
            QStringLiteral("2:name 3:name 4:name"));
    }

    void doubles()
    {
        QCOMPARE(places(menu("name,category,price\nA,X,1\nA,Y,1\nA,X,2\n")), QStringLiteral("4:name"));
        QCOMPARE(places(menu("name,category,price,id\nA,X,1,1\nA,X,1,2\nB,X,1,2\n")), QStringLiteral("4:id"));
    }

    void importsIntoAHub()
    {
        TestSite site(hubAlone());
        QVERIFY2(site.start(), qPrintable(site.problem()));
        const qint64 business = site.business().id;
        const MenuFile file = menu("name,category,price,id\nLagman,Noodles,12,n1\nRamen,Noodles,13,n2\n");

        const auto before = site.allRowCounts();
        const auto dry = importMenu(site.hub(), business, file.items, true);
        QVERIFY(dry.ok());
        QCOMPARE(dry->itemsCreated, 2);
        QCOMPARE(dry->categoriesCreated, 1);
        QCOMPARE(site.allRowCounts(), before);

        const auto real = importMenu(site.hub(), business, file.items, false);
        QVERIFY(real.ok());
        QCOMPARE(real->itemsCreated, 2);
        QCOMPARE(site.rowCount("items"), before.at(QStringLiteral("items")) + 2);
        const auto again = importMenu(site.hub(), business, file.items, true);
        QVERIFY(again.ok());
        QCOMPARE(again->itemsUnchanged, 2);
    }

    void refusalsOfTheHubPointIntoTheFile()
    {
        TestSite site(hubAlone());
        QVERIFY2(site.start(), qPrintable(site.problem()));
        const MenuFile file = menu("name,category,price\nGood,X,1\n" + QByteArray(300, 'n') + ",X,1\n");
        QCOMPARE(places(file), QString());
        const auto before = site.allRowCounts();
        const auto refused = importMenu(site.hub(), site.business().id, file.items, false);
        QVERIFY(!refused.ok());
        const auto problems = placesInFile(refused.error(), file);
        QCOMPARE(problems.size(), 1u);
        QCOMPARE(problems.front().line, 3);
        QCOMPARE(problems.front().column, QStringLiteral("name"));
        QCOMPARE(site.allRowCounts(), before);
    }

    void naughtyStringsAsNames()
    {
        QFile json(hostile + QStringLiteral("/blns.json"));
        if (!json.open(QIODevice::ReadOnly))
            QSKIP("the Big List of Naughty Strings is not here");
        const QJsonArray strings = QJsonDocument::fromJson(json.readAll()).array();
        QVERIFY(strings.size() > 400);
        TestSite site(hubAlone());
        QVERIFY2(site.start(), qPrintable(site.problem()));
        int imported = 0;
        for (qsizetype i = 0; i < strings.size(); ++i) {
            const QString text = strings.at(i).toString();
            const QByteArray csv = "name,category,price,description,station,id\n" + quoted(text) + ',' +
                                   quoted(QStringLiteral("c") + text) + ",1," + quoted(text) + ",," +
                                   QByteArray::number(i) + '\n';
            const MenuFile file = menu(csv);
            const qint64 before = site.rowCount("items");
            if (!file.problems.empty()) {
                QVERIFY2(text.trimmed().isEmpty() || text.contains(QChar::Null) ||
                             text.startsWith(QChar::ByteOrderMark) || text.contains(QChar::ByteOrderSwapped) ||
                             std::any_of(text.begin(), text.end(),
                                         [](QChar c) { return c.category() == QChar::Other_Control; }),
                         qPrintable(text));
                continue;
            }
            QCOMPARE(file.items.front().name, cleanText(csvUnsafe(text.trimmed())));
            const auto result = importMenu(site.hub(), site.business().id, file.items, false);
            QVERIFY2(result.ok() || result.error().code == ErrorCode::ValidationFailed, qPrintable(text));
            QCOMPARE(site.rowCount("items"), before + (result.ok() ? 1 : 0));
            imported += result.ok() ? 1 : 0;
        }
        QVERIFY(imported > 450);
        const auto reader = site.hub().openReader();
        QVERIFY(reader.ok());
        const auto catalog = catalogreads::catalog(**reader, site.business().id);
        QVERIFY(catalog.ok());
        int kept = 0;
        for (qsizetype i = 0; i < strings.size(); ++i) {
            for (const Item &item : catalog->items)
                kept +=
                    item.externalId == QString::number(i) && item.name == cleanText(csvUnsafe(strings.at(i).toString().trimmed())) ? 1 : 0;
        }
        QCOMPARE(kept, imported);
    }

    void everyHostileFileIsAnsweredInPeace()
    {
        QStringList files;
        for (const char *folder :
             {"/JSONTestSuite/test_parsing", "/JSONTestSuite/test_transform", "", "/csv-spectrum/csvs"}) {
            const QDir directory(hostile + QLatin1String(folder));
            for (const QString &name : directory.entryList(QDir::Files))
                files << directory.filePath(name);
        }
        if (files.isEmpty())
            QSKIP("the hostile inputs are not here");
        QVERIFY(files.size() > 340);
        for (const QString &path : files) {
            const MenuFile file = readMenu(readCsvFile(path, 10'000'000), {}, Currency());
            // None of them is a menu.
            QVERIFY2(!file.problems.empty(), qPrintable(path));
            QVERIFY2(file.items.empty(), qPrintable(path));
            // Nor when every field is pointed at something that is there.
            const CsvTable table = readCsvFile(path, 10'000'000);
            if (table.header.size() < 3)
                continue;
            QMap<QString, QString> wishes{{QStringLiteral("name"), table.header.at(0)},
                                          {QStringLiteral("category"), table.header.at(1)},
                                          {QStringLiteral("price"), table.header.at(2)},
                                          {QStringLiteral("options"), table.header.at(0)}};
            const MenuFile forced = readMenu(table, wishes, Currency());
            QVERIFY(forced.items.size() <= table.rows.size());
        }
    }

    void theSampleMenuIsSound()
    {
        const CsvTable table = readCsvFile(QStringLiteral(OSHAQ_SOURCE_DIR "/resources/sample/menu.csv"), 1'000'000);
        const MenuFile file = readMenu(table, {}, Currency());
        QCOMPARE(places(file), QString());
        QCOMPARE(file.items.size(), table.rows.size());
        QVERIFY(file.items.size() >= 10);
        QCOMPARE(file.ignoredColumns, QStringList());
    }
};

QTEST_GUILESS_MAIN(MenuFileTest)
#include "menufiletest.moc"

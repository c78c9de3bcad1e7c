// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/csv.h"
#include "sync/protocol/columnmap.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

namespace {

/// "a|b / 1:x|y / 2:..." : header, then rows with their lines.
QString shown(const CsvTable &table)
{
    QStringList parts{table.header.join(u'|')};
    for (const CsvRow &row : table.rows)
        parts << QString::number(row.line) + u':' + row.fields.join(u'|');
    return parts.join(QStringLiteral(" / "));
}

/// "2:b ..." : places of the problems.
QString places(const CsvTable &table)
{
    QStringList parts;
    for (const FileProblem &problem : table.problems)
        parts << QString::number(problem.line) + u':' + problem.column;
    return parts.join(u' ');
}

} // namespace

class CsvTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSpreadsheetsSave_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("table");
        const auto row = [](const char *name, const QByteArray &bytes, const char *table) {
            QTest::newRow(name) << bytes << QString::fromUtf8(table);
        };
        row("commas", "a,b\n1,2;3\n", "a|b / 2:1|2;3");
        row("semicolons", "a;b\n1,5;2\n", "a|b / 2:1,5|2");
        row("tabs", "a\tb\n1\t2\n", "a|b / 2:1|2");
        row("one column", "a\n1;2\n", "a / 2:1;2");
        row("not in quotes", "\"a;b;c\",d\n1,2\n", "a;b;c|d / 2:1|2");
        row("windows-1251", "\xD6\xE5\xED\xE0;\xC1\n1;2\n", "Цена|Б / 2:1|2");
        row("UTF-8 stays", "\xD0\xA6;b\n1;2\n", "Ц|b / 2:1|2");
    }
    void readsWhatSpreadsheetsSave()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, table);
        const CsvTable read = parseSpreadsheet(bytes);
        QCOMPARE(places(read), QString());
        QCOMPARE(shown(read), table);
    }
    void refusesWhatNoSpreadsheetSaves()
    {
        QVERIFY(!parseSpreadsheet({}).problems.empty());
        QVERIFY(!parseSpreadsheet(QByteArray("\xFF\xFE"
                                             "a;b\n1;2\n"))
                     .problems.empty());
        QVERIFY(!parseSpreadsheet(QByteArray("a;b\n\x98;1\n")).problems.empty());
    }
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("table");
        const auto row = [](const char *name, const QByteArray &bytes, const char *table) {
            QTest::newRow(name) << bytes << QString::fromUtf8(table);
        };
        row("plain", "a,b\n1,2\n3,4\n", "a|b / 2:1|2 / 3:3|4");
        row("CRLF", "a,b\r\n1,2\r\n", "a|b / 2:1|2");
        row("no newline at the end", "a,b\n1,2", "a|b / 2:1|2");
        row("CR at the very end", "a,b\n1,2\r", "a|b / 2:1|2");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2",
            "a|b / 2:1|2");
        row("byte order mark before a quote",
            "\xEF\xBB\xBF"
            "\"a\",b\n1,2",
            "a|b / 2:1|2");
        row("a later one is text", "a\n\xEF\xBB\xBFx", "a / 2:\uFEFFx");
        row("quoted delimiter", "a,b\n\"1,5\",2", "a|b / 2:1,5|2");
        row("quoted quote", "a\n\"say \"\"hi\"\"\"", "a / 2:say \"hi\"");
        row("quoted newlines count as lines", "a,b\n\"1\n2\r\n3\",x\n4,5", "a|b / 2:1\n2\r\n3|x / 5:4|5");
        row("empty fields", "a,b,c\n,,\n\"\",,\"\"", "a|b|c / 2:|| / 3:||");
        row("blank lines", "a,b\n\n1,2\n\r\n\n3,4\n\n", "a|b / 3:1|2 / 6:3|4");
        row("blanks belong to fields", "a,b\n 1 , 2 ", "a|b / 2: 1 | 2 ");
        row("header only", "a,b\n", "a|b");
        row("an empty quoted field is a row", "a\n\"\"\n", "a / 2:");
        row("letters", "\xD0\xB0,\xE7\xBE\x85\n\xF0\x9F\x8D\x9C,\xD2\x9B", "\u0430|\u7F85 / 2:\U0001F35C|\u049B");
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, table);
        const CsvTable read = parseCsv(bytes);
        QCOMPARE(places(read), QString());
        QCOMPARE(shown(read), table);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("table"); // what is sound all the same
        const auto row = [](const char *name, const QByteArray &bytes, const char *where, const char *table) {
            QTest::newRow(name) << bytes << QString::fromUtf8(where) << QString::fromUtf8(table);
        };
        row("empty file", "", "0:", "");
        row("blank lines only", "\n\r\n\n", "0:", "");
        row("byte order mark only", "\xEF\xBB\xBF", "0:", "");
        row("UTF-16",
            QByteArray("\xFF\xFE"
                       "a\0,\0",
                       6),
            "0:", "");
        row("too few", "a,b,c\n1,2\n1,2,3", "2:c", "a|b|c / 3:1|2|3");
        row("too many", "a,b\n1,2,3\n4,5", "2:3", "a|b / 3:4|5");
        row("stray quote", "a,b\n1,x\"y\n3,4", "2:b", "a|b / 3:3|4");
        row("quote before text", "a,b\n\"1\"x,2\n3,4", "2:a", "a|b / 3:3|4");
        row("never closed", "a,b\n1,2\n3,\"4\n5,6\n", "3:b", "a|b / 2:1|2");
        row("not UTF-8", "a,b\n1,\x91nduja\n3,4", "2:b", "a|b / 3:3|4");
        row("overlong UTF-8", "a\n\xC0\xAF\nx", "2:a", "a / 3:x");
        row("surrogate in UTF-8", "a\n\xED\xA0\x80\nx", "2:a", "a / 3:x");
        row("cut UTF-8", "a\n\xE2\x82\nx", "2:a", "a / 3:x");
        row("NUL", QByteArray("a\nx\0y\nz", 7), "2:a", "a / 3:z");
        row("lone carriage return", "a,b\n1\r2,3\n4,5", "2:a", "a|b / 3:4|5");
        row("several at once", "a,b\n\x91,x\"\n1\n2,3", "2:a 2:b 3:b", "a|b / 4:2|3");
        row("line of the place inside quotes", "a,b\n\"1\n2\n\",\x91\nx,y", "4:b", "a|b / 5:x|y");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, where);
        QFETCH(QString, table);
        const CsvTable read = parseCsv(bytes);
        QCOMPARE(places(read), where);
        QCOMPARE(shown(read), table);
        for (const FileProblem &problem : read.problems)
            QVERIFY(!problem.reason.isEmpty());
    }

    void limits()
    {
        CsvOptions options;
        options.maxFieldBytes = 5;
        options.maxColumns = 3;
        QCOMPARE(shown(parseCsv("a,b\n12345,x\n", options)), QStringLiteral("a|b / 2:12345|x"));
        QCOMPARE(places(parseCsv("a,b\n123456,x\n1,\"123456\"\n", options)), QStringLiteral("2:a 3:b"));
        QCOMPARE(places(parseCsv("a,b,c\n1,2,3\n1,2,3,4\n", options)), QStringLiteral("3:4 3:4"));
        options.maxProblems = 3;
        const CsvTable many = parseCsv("a,b\n" + QByteArray("x\n").repeated(100), options);
        QCOMPARE(many.problems.size(), 3u);
        QVERIFY(many.problemsCut);
    }

    void largeFieldsTakeLinearTime()
    {
        // Quadratic reading of these would not end within the test's time limit.
        const QByteArray quotes = "a\n\"" + QByteArray("\"\"").repeated(2'000'000) + "\"\nx";
        QCOMPARE(places(parseCsv(quotes)), QStringLiteral("2:a"));
        const QByteArray commas = "a\n" + QByteArray(4'000'000, ',');
        QVERIFY(!parseCsv(commas).problems.empty());
        const QByteArray rows = "a\n" + QByteArray("\"\n\"\n").repeated(500'000);
        QCOMPARE(parseCsv(rows).rows.size(), 500'000u);
    }

    void tabs()
    {
        QTemporaryDir directory;
        const auto write = [&directory](const char *name, const QByteArray &bytes) {
            QFile file(directory.filePath(QString::fromLatin1(name)));
            if (file.open(QIODevice::WriteOnly))
                file.write(bytes);
            return file.fileName();
        };
        QCOMPARE(shown(readCsvFile(write("x.TSV", "a\tb\n1,5\t\"2\t3\"\n"), 1000)), QStringLiteral("a|b / 2:1,5|2\t3"));
        QCOMPARE(shown(readCsvFile(write("x.csv", "a\tb\n1\t2\n"), 1000)), QStringLiteral("a\tb / 2:1\t2"));
        const QString large = write("large.csv", "a\n" + QByteArray(1000, 'x'));
        QCOMPARE(places(readCsvFile(large, 1001)), QStringLiteral("0:"));
        QVERIFY(readCsvFile(large, 1002).problems.empty());
        QCOMPARE(places(readCsvFile(directory.filePath(QStringLiteral("none.csv")), 1000)), QStringLiteral("0:"));
        QCOMPARE(places(readCsvFile(directory.path(), 1000)), QStringLiteral("0:"));
    }

    void spectrum()
    {
        const QDir data(QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/hostile-inputs/csv-spectrum"));
        if (!data.exists())
            QSKIP("csv-spectrum is not here: its files were not read");
        int files = 0;
        for (const QString &name : QDir(data.filePath(QStringLiteral("csvs"))).entryList({QStringLiteral("*.csv")})) {
            ++files;
            const CsvTable table = readCsvFile(data.filePath(QStringLiteral("csvs/") + name), 1'000'000);
            if (name == QLatin1String("location_coordinates.csv")) {
                // Inches as bare quotes: RFC 4180 does not have them, and the file's own JSON differs from it.
                QCOMPARE(places(table), QStringLiteral("2:Location Coordinates"));
                continue;
            }
            QVERIFY2(table.problems.empty(), qPrintable(name + u' ' + places(table)));
            QFile json(data.filePath(QStringLiteral("json/") + name.chopped(4) + QStringLiteral(".json")));
            QVERIFY(json.open(QIODevice::ReadOnly));
            const QJsonArray expected = QJsonDocument::fromJson(json.readAll()).array();
            QVERIFY(!expected.isEmpty());
            QCOMPARE(qsizetype(table.rows.size()), expected.size());
            for (qsizetype i = 0; i < expected.size(); ++i) {
                const QJsonObject object = expected.at(i).toObject();
                QCOMPARE(object.size(), table.header.size());
                for (qsizetype c = 0; c < table.header.size(); ++c) {
                    QVERIFY2(object.value(table.header.at(c)).toString() == table.rows[std::size_t(i)].fields.at(c),
                             qPrintable(QStringLiteral("%1 row %2 %3").arg(name).arg(i).arg(table.header.at(c))));
                }
            }
        }
        QCOMPARE(files, 12);
    }

    void windows1252IsRefusedWithItsPlace()
    {
        const QString path = QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/maven-pizza/pizza_types.csv");
        if (!QFile::exists(path))
            QSKIP("maven-pizza is not here");
        const CsvTable table = readCsvFile(path, 1'000'000);
        QCOMPARE(table.problems.size(), 1u);
        QCOMPARE(table.problems.front().column, QStringLiteral("ingredients"));
        QCOMPARE(table.rows.size(), 31u);
    }

    void formulasAreShownNotRun_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, const QString &text, const QString &written) {
            QTest::newRow(name) << text << written;
        };
        row("equals", QStringLiteral("=1+1"), QStringLiteral("'=1+1"));
        row("plus, a phone too", QStringLiteral("+77010000000"), QStringLiteral("'+77010000000"));
        row("minus", QStringLiteral("-1+cmd|'/c calc'!A0"), QStringLiteral("'-1+cmd|'/c calc'!A0"));
        row("at", QStringLiteral("@SUM(A1)"), QStringLiteral("'@SUM(A1)"));
        row("tab", QStringLiteral("\t=1"), QStringLiteral("'\t=1"));
        row("full width", QString(QChar(0xff1d)) + u'1', u'\'' + QString(QChar(0xff1d)) + u'1');
        row("a guarded one once more", QStringLiteral("'=1"), QStringLiteral("''=1"));
        row("a negative amount", QStringLiteral("-12.50"), QStringLiteral("-12.50"));
        row("a dash", QStringLiteral("-"), QStringLiteral("'-"));
        row("two minuses", QStringLiteral("--1"), QStringLiteral("'--1"));
        row("a minus in words", QStringLiteral("-5 %"), QStringLiteral("'-5 %"));
        row("two points", QStringLiteral("-1.2.3"), QStringLiteral("'-1.2.3"));
        row("an apostrophe", QStringLiteral("'twas"), QStringLiteral("'twas"));
        row("plain", QStringLiteral("Лагман = суп"), QStringLiteral("Лагман = суп"));
        row("empty", QString(), QString());
    }
    void formulasAreShownNotRun()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        QCOMPARE(csvSafe(text), written);
        QCOMPARE(csvUnsafe(written), text);
    }

    void whatIsWrittenIsReadBack()
    {
        const QStringList header{QStringLiteral("name"), QStringLiteral("note")};
        const std::vector<QStringList> rows{
            {QStringLiteral("plain"), QString()},
            {QStringLiteral("a \"quoted\" word"), QStringLiteral("one, two")},
            {QStringLiteral("two\nlines\r\nthree"), QStringLiteral(" blanks ")},
            {QStringLiteral("=HYPERLINK(\"http://x\")"), QStringLiteral("Қуырдақ 🍖")},
            {QStringLiteral("\r=1"), QStringLiteral("'")},
        };
        QByteArray bytes(csvByteOrderMark);
        writeCsvRow(bytes, header);
        for (const QStringList &row : rows)
            writeCsvRow(bytes, row);
        const CsvTable table = parseCsv(bytes);
        QVERIFY2(table.problems.empty(), qPrintable(places(table)));
        QCOMPARE(table.header, header);
        QCOMPARE(table.rows.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QStringList fields;
            for (const QString &field : table.rows[i].fields)
                fields << csvUnsafe(field);
            QCOMPARE(fields, rows[i]);
        }
        QByteArray one;
        writeCsvRow(one, {QString()});
        QCOMPARE(one, QByteArray("\"\"\r\n"));
        QByteArray tabs;
        writeCsvRow(tabs, {QStringLiteral("a,b"), QStringLiteral("c\td")}, '\t');
        QCOMPARE(tabs, QByteArray("a,b\t\"c\td\"\r\n"));
    }

    void naughtyStringsAreReadBack()
    {
        QFile file(QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/hostile-inputs/blns.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the list of naughty strings is not here");
        const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(strings.size() > 400);
        for (const QJsonValue &value : strings) {
            const QString text = value.toString();
            QByteArray bytes("a,b\r\n");
            writeCsvRow(bytes, {text, QStringLiteral("x")});
            const CsvTable table = parseCsv(bytes);
            QVERIFY2(table.rows.size() == 1, qPrintable(text));
            QCOMPARE(csvUnsafe(table.rows.front().fields.front()), text);
        }
    }

    void problemsForPeople()
    {
        QCOMPARE(problemText(QStringLiteral("m.csv"), {12, QStringLiteral("price"), QStringLiteral("Wrong.")}),
                 QStringLiteral("m.csv:12: price: Wrong."));
        QCOMPARE(problemText(QStringLiteral("m.csv"), {0, QString(), QStringLiteral("Empty.")}),
                 QStringLiteral("m.csv: Empty."));
    }

    void columnNamesSurvive_data()
    {
        QTest::addColumn<QString>("column");
        for (const char *column : {"price", "a,b", "a=b", "=", ",", "\"", "\"quoted\"", "5\" price", "a\",b=\"c",
                                   " lead", "trail ", "\"\"\"", "Баға, ₸", "价格，含税"})
            QTest::newRow(column) << QString::fromUtf8(column);
    }

    void columnNamesSurvive()
    {
        QFETCH(QString, column);
        const QMap<QString, QString> wishes{{QStringLiteral("name"), column},
                                            {QStringLiteral("price"), QStringLiteral("p")},
                                            {QStringLiteral("category"), column + QStringLiteral("!")}};
        const auto read = parseColumnWishes({columnWishesText(wishes)});
        QVERIFY2(read.ok(), qPrintable(columnWishesText(wishes)));
        QCOMPARE(*read, wishes);
    }

    void columnWishesAsPeopleTypeThem()
    {
        const auto read =
            parseColumnWishes({QStringLiteral(" name = item name ,price=cost"), QStringLiteral("category=\"a, b\"")});
        QVERIFY(read.ok());
        QCOMPARE(read->value(QStringLiteral("name")), QStringLiteral("item name"));
        QCOMPARE(read->value(QStringLiteral("category")), QStringLiteral("a, b"));
        for (const char *wrong : {"", "name", "name=", "=x", "name=\"\"", "name=a,name=b", "name=a,,price=b"})
            QVERIFY2(!parseColumnWishes({QString::fromLatin1(wrong)}).ok(), wrong);
    }

    void columnsAreGuessedOnce()
    {
        const std::vector<ColumnField> fields{{"name", true, {"item_name", "title"}},
                                              {"code", false, {"title", "sku"}}};
        const auto guess = [&fields](const QStringList &header) { return guessColumns(header, fields); };
        const QString name = QStringLiteral("name");
        const QString code = QStringLiteral("code");
        QCOMPARE(guess({QStringLiteral("Item Name"), QStringLiteral("SKU")}),
                 (QMap<QString, QString>{{name, QStringLiteral("Item Name")}, {code, QStringLiteral("SKU")}}));
        // One column is not two fields, and of two columns of a name nobody knows which.
        QCOMPARE(guess({QStringLiteral("title")}), (QMap<QString, QString>{{name, QStringLiteral("title")}}));
        QVERIFY(guess({QStringLiteral("title"), QStringLiteral("Title"), QStringLiteral("sku")}).isEmpty());
        QVERIFY(guess({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "csvtest.moc"

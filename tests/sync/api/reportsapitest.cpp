// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/csv.h"
#include "tests/sync/api/officefixture.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

using namespace oshaq;
using namespace oshaq::test;

/// Reports and exports are opened again: what stands in the file is what the record says.
class ReportsApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_office.stop(); }
    void jsonHoldsTheFigures();
    void csvHoldsTheFigures();
    void xlsxHoldsTheFigures();
    void pdfHoldsTheFigures();
    void aLongPdfHasPages();
    void formulasAreTexts();
    void exportsOrders();
    void exportsLines();
    void exportsJsonLines();
    void exportsInParts();
    void personalDataOnlyWhenAskedFor();
    void isForManagers();

private:
    ApiAnswer report(const QByteArray &format)
    {
        return m_office.api->get("/api/v1/admin/orders/reports?format=" + format, m_office.manager());
    }
    ApiAnswer exported(const QByteArray &query, const QByteArray &token = {})
    {
        return m_office.api->get("/api/v1/admin/orders/export" + query, token.isEmpty() ? m_office.manager() : token);
    }
    /// The answer as a file; the output of a program over it, or nothing when there is no such program.
    std::optional<QByteArray> readBy(const QString &program, const QStringList &arguments, const QByteArray &content);
    static CsvTable table(const QByteArray &csv) { return parseCsv(csv); }
    static qint64 sum(const CsvTable &csv, const char *column, int places);
    qint64 revenueMinor()
    {
        return m_office.number(
            QStringLiteral("SELECT sum(total_cost) FROM orders_cost JOIN orders USING (order_id) WHERE status = 6"));
    }

    OfficeSite m_office;
    QTemporaryDir m_directory;
};

static constexpr char dish[] = "Шәұту с перепёлкой";

void ReportsApiTest::init()
{
    QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site");
    const qint64 item = m_office.addItem(QString::fromUtf8(dish), 123456);
    QVERIFY(item);
    QVERIFY(m_office.move(
        m_office.place(QStringLiteral("Айгерим"), QStringLiteral("+77010001234"), item, "3", ",\"note\":\"Без соли\""),
        {2, 3, 4, 6}));
    QVERIFY(m_office.move(m_office.place({}, {}, m_office.business().item("Apples"), "0.25"), {2, 3, 4, 6}));
    QVERIFY(m_office.move(m_office.place(), {7}, "=HYPERLINK(1)"));
    QVERIFY(m_office.place());
}

std::optional<QByteArray> ReportsApiTest::readBy(const QString &program, const QStringList &arguments,
                                                 const QByteArray &content)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return std::nullopt;
    QFile file(m_directory.filePath(QStringLiteral("file")));
    if (!file.open(QIODevice::WriteOnly))
        return std::nullopt;
    file.write(content);
    file.close();
    QProcess process;
    QStringList all;
    for (QString argument : arguments)
        all.append(argument.replace(QStringLiteral("FILE"), file.fileName()));
    process.start(path, all);
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qWarning().noquote() << process.readAllStandardError();
        return QByteArray();
    }
    return process.readAllStandardOutput();
}

qint64 ReportsApiTest::sum(const CsvTable &csv, const char *column, int places)
{
    const qsizetype at = csv.header.indexOf(QLatin1String(column));
    qint64 total = 0;
    for (const CsvRow &row : csv.rows) {
        // Exactly, from the text: no floating point in a sum of money.
        const QStringList parts = row.fields.value(at).split(u'.');
        total += (parts[0] + parts.value(1).leftJustified(places, u'0')).toLongLong();
    }
    return total;
}

void ReportsApiTest::jsonHoldsTheFigures()
{
    const auto answer = report("json");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(revenueMinor(), 370468); // 3 x 1234.56 + 0.25 x 4
    QVERIFY2(answer.body.contains("[\"Revenue\",3704.68]"), answer.body);
    QVERIFY2(answer.body.contains("[\"Total\",4,2,1,3704.68,1852.34]"), answer.body);
    QCOMPARE(answer.data().value(QLatin1String("sections")).toArray().size(), 13);
}

void ReportsApiTest::csvHoldsTheFigures()
{
    const auto answer = report("csv");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(answer.header("Content-Disposition"),
             QByteArray("attachment; filename=\"sales-2025-12-17-2026-01-15.csv\""));
    QVERIFY(answer.body.startsWith(csvByteOrderMark));
    QVERIFY(answer.body.contains("\r\nRevenue,3704.68\r\n"));
    QVERIFY(answer.body.contains("\r\nTotal,4,2,1,3704.68,1852.34\r\n"));
    QVERIFY(answer.body.contains(QByteArray(dish) + ",Food,1,3,3703.68\r\n"));
}

void ReportsApiTest::xlsxHoldsTheFigures()
{
    const auto answer = report("xlsx");
    QVERIFY2(answer.status == 200, answer.body);
    QVERIFY(answer.body.startsWith("PK\x03\x04"));
    const auto texts =
        readBy(QStringLiteral("unzip"),
               {QStringLiteral("-p"), QStringLiteral("FILE"), QStringLiteral("xl/sharedStrings.xml")}, answer.body);
    if (!texts)
        QSKIP("unzip is not installed: the workbook was made, and not opened again");
    QStringList strings;
    QXmlStreamReader xml(*texts);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"t")
            strings.append(xml.readElementText());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(strings.contains(QString::fromUtf8(dish)));
    QVERIFY(strings.contains(QStringLiteral("=HYPERLINK(1)")));

    // The sheet of the days: its last row is the total.
    const auto sheet =
        readBy(QStringLiteral("unzip"),
               {QStringLiteral("-p"), QStringLiteral("FILE"), QStringLiteral("xl/worksheets/sheet2.xml")}, answer.body);
    QXmlStreamReader cells(*sheet);
    QList<QStringList> rows;
    int formulas = 0;
    while (!cells.atEnd()) {
        if (cells.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (cells.name() == u"row")
            rows.append(QStringList());
        else if (cells.name() == u"v" && !rows.isEmpty())
            rows.last().append(cells.readElementText());
        else if (cells.name() == u"f")
            ++formulas;
    }
    QVERIFY2(!cells.hasError(), qPrintable(cells.errorString()));
    QCOMPARE(formulas, 0);
    QCOMPARE(rows.last().mid(1), (QStringList{QStringLiteral("4"), QStringLiteral("2"), QStringLiteral("1"),
                                              QStringLiteral("3704.68"), QStringLiteral("1852.34")}));
    const auto names =
        readBy(QStringLiteral("unzip"),
               {QStringLiteral("-p"), QStringLiteral("FILE"), QStringLiteral("xl/workbook.xml")}, answer.body);
    QCOMPARE(names->count("<sheet name="), 13);
}

void ReportsApiTest::pdfHoldsTheFigures()
{
    const auto answer = report("pdf");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/pdf"));
    QVERIFY(answer.body.startsWith("%PDF-"));
    QVERIFY(answer.body.trimmed().endsWith("%%EOF"));
    const auto text = readBy(QStringLiteral("pdftotext"),
                             {QStringLiteral("-layout"), QStringLiteral("FILE"), QStringLiteral("-")}, answer.body);
    if (!text)
        QSKIP("pdftotext is not installed: the pages were made, and not read again");
    QVERIFY2(text->contains("Test Kitchen"), *text);
    QVERIFY2(text->contains("3704.68"), *text);
    QVERIFY2(text->contains("1852.34"), *text);
    // Kazakh and Russian letters come out as themselves, not as boxes; a long name may be cut.
    QVERIFY2(QString::fromUtf8(*text).contains(QStringLiteral("Шәұту")), *text);
}

void ReportsApiTest::aLongPdfHasPages()
{
    const auto answer =
        m_office.api->get("/api/v1/admin/orders/reports?format=pdf&from=2025-01-01&to=2026-01-15", m_office.manager());
    QVERIFY2(answer.status == 200, answer.body);
    const auto info = readBy(QStringLiteral("pdfinfo"), {QStringLiteral("FILE")}, answer.body);
    if (!info)
        QSKIP("pdfinfo is not installed");
    const auto pages = QRegularExpression(QStringLiteral("Pages:\\s+(\\d+)")).match(QString::fromUtf8(*info));
    QVERIFY2(pages.captured(1).toInt() >= 8, *info);
}

void ReportsApiTest::formulasAreTexts()
{
    const auto answer = report("csv");
    QVERIFY2(answer.body.contains("\r\n'=HYPERLINK(1),1,"), answer.body);
    const auto orders = exported({});
    QVERIFY2(orders.body.contains(",'=HYPERLINK(1),"), orders.body);
    QVERIFY(!orders.body.contains(",=HYPERLINK"));
}

void ReportsApiTest::exportsOrders()
{
    const auto answer = exported({});
    QVERIFY2(answer.status == 200, answer.body);
    const CsvTable csv = table(answer.body);
    QVERIFY(csv.problems.empty());
    QCOMPARE(csv.rows.size(), std::size_t(4));
    QCOMPARE(sum(csv, "total_cost", 2), m_office.number(QStringLiteral("SELECT sum(total_cost) FROM orders_cost")));
    QCOMPARE(csv.rows[0].fields[csv.header.indexOf(QStringLiteral("business_day"))], QStringLiteral("2026-01-15"));
    QVERIFY(exported("?from=2025-01-01&to=2025-01-02").body.count("\r\n") == 1);
    QCOMPARE(exported("?from=nonsense").verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void ReportsApiTest::exportsLines()
{
    const CsvTable csv = table(exported("?table=lines").body);
    QVERIFY(csv.problems.empty());
    QCOMPARE(qint64(csv.rows.size()), m_office.site->rowCount("orders_items"));
    QCOMPARE(sum(csv, "total", 2), m_office.number(QStringLiteral("SELECT sum(subtotal) FROM orders_cost")));
    QCOMPARE(csv.rows[0].fields[csv.header.indexOf(QStringLiteral("name"))], QString::fromUtf8(dish));
}

void ReportsApiTest::exportsJsonLines()
{
    const auto answer = exported("?format=jsonl");
    QVERIFY2(answer.status == 200, answer.body);
    const QList<QByteArray> lines = answer.body.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    for (const QByteArray &line : lines) {
        const QJsonObject order = QJsonDocument::fromJson(line).object();
        QVERIFY(order.value(QLatin1String("items")).toArray().size() == 1);
    }
}

void ReportsApiTest::exportsInParts()
{
    for (int i = 0; i < 3; ++i)
        m_office.place();
    QList<QString> ids;
    QByteArray target = "/api/v1/admin/orders/export?limit=2&table=orders";
    int parts = 0;
    while (!target.isEmpty() && parts < 10) {
        const auto answer = m_office.api->get(target, m_office.manager());
        QVERIFY2(answer.status == 200, answer.body);
        for (const CsvRow &row : table(answer.body).rows)
            ids.append(row.fields[0]);
        const QByteArray link = answer.header("Link");
        QVERIFY2(link.isEmpty() || link.endsWith("rel=\"next\""), link);
        target = link.mid(1, link.indexOf('>') - 1);
        ++parts;
    }
    QCOMPARE(parts, 4);
    QCOMPARE(ids, (QList<QString>{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
                                  QStringLiteral("5"), QStringLiteral("6"), QStringLiteral("7")}));
}

void ReportsApiTest::personalDataOnlyWhenAskedFor()
{
    for (const char *form : {"?format=csv", "?format=jsonl", "?table=lines"}) {
        const QByteArray without = exported(form).body;
        QVERIFY2(!without.contains("77010001234") && !without.contains("Айгерим") && !without.contains("Без соли"),
                 without);
    }
    const QByteArray with = exported("?personal=true").body;
    QVERIFY2(with.contains("+77010001234") && with.contains("Айгерим") && with.contains("Без соли"), with);
}

void ReportsApiTest::isForManagers()
{
    for (const QByteArray &token : {m_office.kitchen(), m_office.counter(), m_office.courier()}) {
        QCOMPARE(exported({}, token).verdict(), QByteArray("403 FORBIDDEN"));
        QCOMPARE(m_office.api->get("/api/v1/admin/orders/reports", token).verdict(), QByteArray("403 FORBIDDEN"));
    }
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(table(exported({}, other->token).body).rows.size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(ReportsApiTest)
#include "reportsapitest.moc"

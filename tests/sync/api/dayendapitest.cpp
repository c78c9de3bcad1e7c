// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/printdocument.h"
#include "models/hub/journalstore.h"
#include "models/hub/printerstore.h"
#include "sync/protocol/csv.h"
#include "tests/sync/api/officefixture.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace oshaq;
using namespace oshaq::test;

/// Closing a business day: what is kept, that it stays as it was, and how it comes out again.
class DayEndApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_office.stop(); }
    void keepsTheFiguresOfTheDay();
    void anchorsTheJournal();
    void staysAsItWas();
    void sentAgainUnderTheSameKey();
    void daysAreChecked_data();
    void daysAreChecked();
    void listsByPage();
    void pdfHoldsTheFigures();
    void csvHoldsTheFigures();
    void speaksThreeLanguages();
    void spreadsheetsOpenIt();
    void printsOnPaper();
    void isForManagers();
    void bothVersions();

private:
    static constexpr char day[] = "2026-01-15";
    static constexpr char path[] = "/api/v1/admin/day-ends";

    ApiAnswer make(const QByteArray &which = day, Headers headers = {})
    {
        return m_office.api->call("POST", path, m_office.manager(), "{\"day\":\"" + which + "\"}", std::move(headers));
    }
    static qint64 idOf(const ApiAnswer &answer) { return answer.data().value(QLatin1String("day_end_id")).toInteger(); }
    static QByteArray one(qint64 id, const QByteArray &rest = {})
    {
        return QByteArray(path) + '/' + QByteArray::number(id) + rest;
    }
    ApiAnswer get(const QByteArray &target) { return m_office.api->get(target, m_office.manager()); }
    ApiAnswer file(qint64 id, const QByteArray &query) { return get(one(id, "/file" + query)); }
    /// The output of a program over a file; nothing when there is no such program.
    std::optional<QByteArray> readBy(const QString &program, const QStringList &arguments, const QByteArray &content);
    qint64 pay(qint64 orderId, const QByteArray &amount, const QByteArray &tip, const char *method = "cash");

    OfficeSite m_office;
    QTemporaryDir m_directory;
};

void DayEndApiTest::init()
{
    m_office.clock.setWallMs(FakeClock::startMs);
    QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site");
    const qint64 item = m_office.addItem(QStringLiteral("Шәұту"), 123456);
    QVERIFY(item);
    const qint64 sold = m_office.place({}, {}, item, "3");
    QVERIFY(m_office.move(sold, {2, 3, 4, 6}));
    QVERIFY(m_office.move(m_office.place({}, {}, m_office.business().item("Apples"), "0.25"), {2, 3, 4, 6}));
    QVERIFY(m_office.move(m_office.place(), {7}, "=HYPERLINK(1)"));
    QVERIFY(m_office.place());
    QVERIFY(pay(sold, "3703.68", "100"));
}

qint64 DayEndApiTest::pay(qint64 orderId, const QByteArray &amount, const QByteArray &tip, const char *method)
{
    const auto paid = m_office.api->call("POST", "/api/v1/payment/orders/direct", m_office.counter(),
                                         "{\"order_id\":" + QByteArray::number(orderId) + ",\"method\":\"" + method +
                                             "\",\"amount\":" + amount + ",\"tip\":" + tip + "}");
    if (paid.status != 201)
        qWarning().noquote() << paid.body;
    return paid.data().value(QLatin1String("payment_id")).toInteger();
}

std::optional<QByteArray> DayEndApiTest::readBy(const QString &program, const QStringList &arguments,
                                                const QByteArray &content)
{
    const QString found = QStandardPaths::findExecutable(program);
    if (found.isEmpty())
        return std::nullopt;
    QFile file(m_directory.filePath(QStringLiteral("file")));
    if (!file.open(QIODevice::WriteOnly))
        return std::nullopt;
    file.write(content);
    file.close();
    QStringList all;
    for (QString argument : arguments)
        all.append(argument.replace(QStringLiteral("FILE"), file.fileName())
                       .replace(QStringLiteral("DIR"), m_directory.path()));
    QProcess process;
    process.start(found, all);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        qWarning().noquote() << process.readAllStandardError();
        return QByteArray();
    }
    return process.readAllStandardOutput();
}

void DayEndApiTest::keepsTheFiguresOfTheDay()
{
    const auto made = make();
    QVERIFY2(made.status == 201, made.body);
    QCOMPARE(made.header("Location"), one(idOf(made)));
    QVERIFY2(made.body.contains("\"day\":\"2026-01-15\",\"number\":1"), made.body);
    QVERIFY2(made.body.contains("\"orders\":4,\"revenue\":3704.68,\"open_orders\":1,\"currency\":\"KZT\""), made.body);
    const auto kept = get(one(idOf(made)));
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.data().value(QLatin1String("day_is_over")).toBool(), false);
    QVERIFY2(kept.body.contains("\"takings\":[{\"method\":\"cash\",\"payments\":1,\"amount\":3703.68,\"tips\":100,"
                                "\"refunds\":0,\"refunded\":0}]"),
             kept.body);
    // To the last unit what the statistics say of that day.
    const auto analytics = get(QByteArray("/api/v1/admin/orders/analytics?from=") + day + "&to=" + day).data();
    const QJsonObject figures = kept.data().value(QLatin1String("figures")).toObject();
    for (const char *name : {"total", "by_item", "by_category", "by_fulfilment", "by_channel", "cancellations",
                             "cancelled_total", "open", "by_hour", "by_weekday", "by_day", "subtotal"})
        QVERIFY2(figures.value(QLatin1String(name)) == analytics.value(QLatin1String(name)), name);
}

void DayEndApiTest::anchorsTheJournal()
{
    const qint64 business = m_office.business().id;
    const auto reader = m_office.site->hub().openReader();
    QVERIFY(reader);
    const auto before = journalstore::head(**reader, business);
    const auto made = make();
    QCOMPARE(made.data().value(QLatin1String("journal_seq")).toInteger(), before->seq);
    QCOMPARE(made.data().value(QLatin1String("journal_hash")).toString().toLatin1(), before->hash.toHex());
    // The report itself is the row after it, and the chain still fits.
    const auto after = journalstore::head(**reader, business);
    QCOMPARE(after->seq, before->seq + 1);
    QCOMPARE(m_office.text(QStringLiteral("SELECT type FROM journal WHERE business_id = ? AND seq = ?"),
                           {business, after->seq}),
             QStringLiteral("day_end.made"));
    QVERIFY(journalstore::verify(**reader, business));
    // Followers see a row of an entity that they keep nothing of.
    const auto feed = m_office.api->get("/api/v1/business/changes?since=" + m_office.site->hub().epoch().toLatin1() +
                                            '.' + QByteArray::number(before->seq),
                                        m_office.kitchen());
    QVERIFY2(feed.body.contains("\"entity\":\"day_end\""), feed.body);
}

void DayEndApiTest::staysAsItWas()
{
    const qint64 id = idOf(make());
    const QByteArray before = get(one(id)).body;
    QVERIFY(m_office.move(m_office.place(), {2, 3, 4, 6}));
    const QJsonObject now = get(one(id)).data();
    QCOMPARE(now, QJsonDocument::fromJson(before).object().value(QLatin1String("data")).toObject());
    const auto second = make();
    QCOMPARE(second.data().value(QLatin1String("number")).toInteger(), 2);
    QCOMPARE(second.data().value(QLatin1String("orders")).toInteger(), 5);
    QCOMPARE(get(one(id)).data().value(QLatin1String("orders")).toInteger(), 4);
    // A day that is over says so, and ends where its business day does.
    m_office.clock.advance(qint64{86'400'000});
    const auto later = get(one(idOf(make()))).data();
    QCOMPARE(later.value(QLatin1String("day_is_over")).toBool(), true);
    QCOMPARE(later.value(QLatin1String("until")),
             later.value(QLatin1String("figures")).toObject().value(QLatin1String("ends_at")));
}

void DayEndApiTest::sentAgainUnderTheSameKey()
{
    const Headers key{{"idempotency-key", "close-1"}};
    const auto first = make(day, key);
    const auto again = make(day, key);
    QCOMPARE(again.status, 201);
    QCOMPARE(idOf(again), idOf(first));
    QCOMPARE(m_office.site->rowCount("day_ends"), 1);
    QCOMPARE(make("2026-01-14", key).verdict(), QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
}

void DayEndApiTest::daysAreChecked_data()
{
    QTest::addColumn<QByteArray>("which");
    QTest::newRow("tomorrow") << QByteArray("2026-01-16");
    QTest::newRow("no such day") << QByteArray("2026-02-30");
    QTest::newRow("words") << QByteArray("yesterday!");
    QTest::newRow("short") << QByteArray("2026-1-1");
    QTest::newRow("long ago") << QByteArray("1999-12-31");
}

void DayEndApiTest::daysAreChecked()
{
    QFETCH(QByteArray, which);
    const auto refused = make(which);
    QCOMPARE(refused.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QVERIFY2(refused.body.contains("\"day\"") || refused.body.contains("day"), refused.body);
    QCOMPARE(m_office.site->rowCount("day_ends"), 0);
}

void DayEndApiTest::listsByPage()
{
    for (const char *which : {"2026-01-13", "2026-01-14", day})
        QCOMPARE(make(which).status, 201);
    const auto first = get(QByteArray(path) + "?limit=2");
    QCOMPARE(first.list().size(), 2);
    QCOMPARE(first.list().first().toObject().value(QLatin1String("day")).toString(), QLatin1String(day));
    const auto second = get(QByteArray(path) + "?limit=2&cursor=" + nextCursor(first));
    QCOMPARE(second.list().size(), 1);
    QCOMPARE(second.list().first().toObject().value(QLatin1String("day")).toString(), QStringLiteral("2026-01-13"));
    QVERIFY(second.meta().value(QLatin1String("next_cursor")).isNull());
    QCOMPARE(get(QByteArray(path) + "?cursor=x").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(get(one(99)).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(file(99, "").verdict(), QByteArray("404 NOT_FOUND"));
}

void DayEndApiTest::pdfHoldsTheFigures()
{
    const auto made = make();
    const auto answer = file(idOf(made), "");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/pdf"));
    QCOMPARE(answer.header("Content-Disposition"), QByteArray("attachment; filename=\"day-end-2026-01-15-1.pdf\""));
    QVERIFY(answer.body.startsWith("%PDF-"));
    const auto text = readBy(QStringLiteral("pdftotext"),
                             {QStringLiteral("-layout"), QStringLiteral("FILE"), QStringLiteral("-")}, answer.body);
    if (!text)
        QSKIP("pdftotext is not installed: the pages were made, and not read again");
    QVERIFY2(text->contains("3704.68"), *text);
    QVERIFY2(text->contains("3803.68"), *text); // taken with the tip
    QVERIFY2(text->contains("Open orders: 1"), *text);
    QVERIFY2(text->contains(made.data().value(QLatin1String("journal_hash")).toString().left(12).toLatin1()), *text);
}

void DayEndApiTest::csvHoldsTheFigures()
{
    const auto answer = file(idOf(make()), "?format=csv");
    QVERIFY2(answer.status == 200, answer.body);
    QVERIFY(answer.body.startsWith(csvByteOrderMark));
    QVERIFY2(answer.body.contains("\r\nRevenue,3704.68\r\n"), answer.body);
    QVERIFY2(answer.body.contains("\r\nCash,1,3703.68,100,0,3803.68\r\n"), answer.body);
    // What a person typed is no formula.
    QVERIFY2(answer.body.contains("\r\n'=HYPERLINK(1),1,"), answer.body);
    QVERIFY2(!answer.body.contains("\n=") && !answer.body.contains(",="), answer.body);
}

void DayEndApiTest::speaksThreeLanguages()
{
    const qint64 id = idOf(make());
    for (const auto &[language, total, weekday, pickup] :
         {std::tuple("en", "Total", "Thursday", "Pickup"), std::tuple("ru", "Итого", "Четверг", "Самовывоз"),
          std::tuple("kk", "Барлығы", "Бейсенбі", "Өзі алып кету")}) {
        const auto kept = file(id, QByteArray("?format=csv&language=") + language);
        QVERIFY2(kept.body.contains(QByteArray("\r\n") + total + ",1,3703.68,100,0,3803.68\r\n"), kept.body);
        const auto report = get(QByteArray("/api/v1/admin/orders/reports?format=csv&from=") + day + "&to=" + day +
                                "&language=" + language);
        QVERIFY2(report.body.contains(QByteArray("\r\n") + total + ",4,2,1,3704.68,1852.34\r\n"), report.body);
        QVERIFY2(report.body.contains(QByteArray("\r\n") + weekday + ",4,2,1,3704.68,1852.34\r\n"), report.body);
        QVERIFY2(report.body.contains(QByteArray("\r\n") + pickup + ",4,2,1,3704.68,1852.34\r\n"), report.body);
        // Sheets have names that every program takes.
        QCOMPARE(file(id, QByteArray("?format=xlsx&language=") + language).status, 200);
    }
    QCOMPARE(file(id, "?language=de").verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void DayEndApiTest::spreadsheetsOpenIt()
{
    const auto answer = file(idOf(make()), "?format=xlsx&language=ru");
    QVERIFY(answer.body.startsWith("PK\x03\x04"));
    // The second sheet is the summary.
    const auto converted =
        readBy(QStringLiteral("soffice"),
               {QStringLiteral("--headless"), QStringLiteral("-env:UserInstallation=file://DIR/profile"),
                QStringLiteral("--convert-to"),
                QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"),
                QStringLiteral("--outdir"), QStringLiteral("DIR"), QStringLiteral("FILE")},
               answer.body);
    if (!converted)
        QSKIP("soffice is not installed: the workbook was made, and not opened by another program");
    QByteArray all;
    const QFileInfoList sheets =
        QDir(m_directory.path()).entryInfoList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name);
    QVERIFY(sheets.size() >= 9);
    for (const QFileInfo &sheet : sheets) {
        QFile file(sheet.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        all += file.readAll();
    }
    QVERIFY2(all.contains("3704.68") || all.contains("3,704.68"), all);
    QVERIFY2(all.contains("3803.68") || all.contains("3,803.68"), all);
    QVERIFY2(all.contains("=HYPERLINK(1)"), all); // shown, not run
}

void DayEndApiTest::printsOnPaper()
{
    const auto made = make();
    const QByteArray print = one(idOf(made), "/print");
    const auto none = m_office.api->call("POST", print, m_office.manager(), "{}");
    QCOMPARE(none.verdict(), QByteArray("409 PRINT_NOT_ALLOWED"));
    const auto printer = m_office.api->call("POST", "/api/v1/business/printers", m_office.manager(),
                                            R"({"name":"Bar","kind":"network","address":"192.168.1.50",)"
                                            R"("language":"ru","prints_receipts":true})");
    QVERIFY2(printer.status == 201, printer.body);
    const auto queued = m_office.api->call("POST", print, m_office.manager(), "{}", {{"idempotency-key", "p1"}});
    QVERIFY2(queued.status == 201, queued.body);
    QCOMPARE(queued.data().value(QLatin1String("kind")).toString(), QStringLiteral("day_end"));
    const auto again = m_office.api->call("POST", print, m_office.manager(), "{}", {{"idempotency-key", "p1"}});
    QCOMPARE(again.data().value(QLatin1String("job_id")), queued.data().value(QLatin1String("job_id")));
    QCOMPARE(m_office.site->rowCount("print_jobs"), 1);
    const auto reader = m_office.site->hub().openReader();
    const auto document = printjobstore::document(**reader, queued.data().value(QLatin1String("job_id")).toInteger());
    QVERIFY(document);
    QStringList words;
    for (const PrintBlock &block : document->blocks)
        words << block.text + u'|' + QString(block.side).replace(QChar::Nbsp, u' ');
    const QString paper = words.join(u'\n');
    QVERIFY2(paper.contains(QStringLiteral("3 704,68 ₸")), qPrintable(paper));
    QVERIFY2(paper.contains(QStringLiteral("Наличные × 1|3 703,68 ₸")), qPrintable(paper));
    QVERIFY2(paper.contains(QStringLiteral("15.01.2026")), qPrintable(paper));
    const auto wrong = m_office.api->call("POST", print, m_office.manager(), R"({"printer_id":77})");
    QCOMPARE(wrong.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(m_office.api->call("POST", one(99, "/print"), m_office.manager(), "{}").verdict(),
             QByteArray("404 NOT_FOUND"));
}

void DayEndApiTest::isForManagers()
{
    const qint64 id = idOf(make());
    for (const QByteArray &token : {m_office.kitchen(), m_office.counter(), m_office.courier()}) {
        QCOMPARE(m_office.api->call("POST", path, token, R"({"day":"2026-01-15"})").verdict(),
                 QByteArray("403 FORBIDDEN"));
        QCOMPARE(m_office.api->get(path, token).verdict(), QByteArray("403 FORBIDDEN"));
        QCOMPARE(m_office.api->get(one(id, "/file"), token).verdict(), QByteArray("403 FORBIDDEN"));
    }
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(m_office.api->get(one(id), other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QVERIFY(m_office.api->get(path, other->token).list().isEmpty());
}

void DayEndApiTest::bothVersions()
{
    const auto made =
        m_office.api->call("POST", "/api/v2/admin/day-ends", m_office.manager(), R"({"day":"2026-01-15"})");
    QVERIFY2(made.status == 201, made.body);
    QVERIFY2(made.body.contains(R"("revenue":{"amount":370468,"currency":"KZT"})"), made.body);
}

QTEST_GUILESS_MAIN(DayEndApiTest)
#include "dayendapitest.moc"

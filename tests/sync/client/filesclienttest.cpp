// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/filesclient.h"
#include "fakewire.h"
#include "manualtime.h"
#include "sync/client/curltransport.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::testing;

using Kind = PortFailure::Kind;

/// Files from the hub: whole or not there.
class FilesClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void savesReports_data();
    void savesReports();
    void savesDayEnds();
    void ordersComeInPartsAsOneFile();
    void jsonLinesHaveNoHeaderRow();
    void anEmptyExportIsAFile();
    void aNextPartMustBeOne_data();
    void aNextPartMustBeOne();
    void failures_data();
    void failures();
    void aFailureOfALaterPartLeavesNothing();
    void whatWasThereStays();
    void aPlaceThatCannotBeWritten();
    void theErrorOfAFullDiskIsKnown();
    void tooLarge();
    void stoppedOnesLeaveNothing();
    void newCredentialsEndIt();
    void destroyedEndsIt();
    void comesOverTheWire();
    void cutOffOverTheWire();

private:
    void deliverAll()
    {
        while (m_wire->deliverOne()) {
        }
    }
    QString file(const char *name = "a.csv") const { return m_directory->filePath(QLatin1String(name)); }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    QStringList left() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }
    Work work(quint64 id) const { return m_works->work(id).value_or(Work{}); }
    static WireReply csv(const QByteArray &body, const QByteArray &next = {})
    {
        WireHeaders headers{{"content-type", "text/csv; charset=utf-8"}};
        if (!next.isEmpty())
            headers.append({"link", '<' + next + ">; rel=\"next\""});
        return answered(200, body, headers);
    }
    static OrderFileRequest orders(OrderFileRequest::Form form = OrderFileRequest::Form::OrdersCsv)
    {
        return {QDate(2026, 11, 1), QDate(2026, 11, 30), form, false};
    }

    HubEndpoint m_endpoint;
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<WorkList> m_works;
    std::unique_ptr<FakeTransport> m_wire;
    std::unique_ptr<FilesClient> m_files;
};

namespace {

const QByteArray base = "http://hub.test:8787/api/v1/admin/";
const QByteArray next = "/api/v1/admin/orders/export?cursor=2";

} // namespace

void FilesClientTest::init()
{
    m_endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("token"));
    m_directory = std::make_unique<QTemporaryDir>();
    m_works = std::make_unique<WorkList>();
    m_wire = std::make_unique<FakeTransport>();
    m_files = std::make_unique<FilesClient>(*m_works, m_endpoint, *m_wire, m_clock);
}

void FilesClientTest::cleanup()
{
    m_files.reset();
    m_wire.reset();
    m_works.reset();
}

void FilesClientTest::savesReports_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("type");
    using Format = FilesPort::ReportFormat;
    QTest::newRow("csv") << int(Format::Csv) << "ru" << QByteArray("&format=csv&language=ru") << QByteArray("text/csv");
    QTest::newRow("xlsx") << int(Format::Xlsx) << "kk" << QByteArray("&format=xlsx&language=kk")
                          << QByteArray("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    QTest::newRow("pdf") << int(Format::Pdf) << "en" << QByteArray("&format=pdf&language=en")
                         << QByteArray("application/pdf");
    QTest::newRow("no language") << int(Format::Pdf) << "x&y=1" << QByteArray("&format=pdf&language=en")
                                 << QByteArray("application/pdf");
}

void FilesClientTest::savesReports()
{
    QFETCH(int, format);
    QFETCH(QString, language);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, type);
    m_wire->queued.push_back(answered(200, "the whole report", {{"content-type", type}, {"content-length", "16"}}));
    const quint64 id =
        m_files->saveReport(QDate(2026, 11, 1), QDate(2026, 11, 30), FilesPort::ReportFormat(format), language, file());
    QCOMPARE(work(id).kind, Work::Kind::SalesReport);
    QCOMPARE(work(id).subject, QStringLiteral("2026-11-01 2026-11-30"));
    QCOMPARE(work(id).startedAtMs, m_clock.nowMs());
    QCOMPARE(work(id).state, Work::State::Running);
    QCOMPARE(m_wire->requests.back().url, base + "orders/reports?from=2026-11-01&to=2026-11-30" + query);
    QCOMPARE(m_wire->requests.back().totalTimeoutMs, 0);
    QVERIFY(m_wire->requests.back().stallTimeoutMs > 0);
    QVERIFY(left().isEmpty());
    deliverAll();
    QCOMPARE(work(id).state, Work::State::Done);
    QCOMPARE(work(id).file, file());
    QCOMPARE(work(id).done, 16);
    QCOMPARE(content(file()), QByteArray("the whole report"));
    QCOMPARE(left(), QStringList{QStringLiteral("a.csv")});
}

void FilesClientTest::savesDayEnds()
{
    m_wire->queued.push_back(answered(200, "%PDF", {{"content-type", "application/pdf"}}));
    const quint64 id = m_files->saveDayEnd(7, QDate(2026, 11, 29), QStringLiteral("kk"), file("a.pdf"));
    QCOMPARE(m_wire->requests.back().url, base + "day-ends/7/file?format=pdf&language=kk");
    QCOMPARE(work(id).subject, QStringLiteral("2026-11-29"));
    deliverAll();
    QCOMPARE(work(id).state, Work::State::Done);
    QCOMPARE(content(file("a.pdf")), QByteArray("%PDF"));
}

void FilesClientTest::ordersComeInPartsAsOneFile()
{
    const QByteArray head = "\xEF\xBB\xBForder_id,total\r\n";
    m_wire->queued = {csv(head + "1,10\r\n2,20\r\n", next), csv(head + "3,30\r\n", next + "3"), csv(head + "4,40\r\n")};
    const quint64 id = m_files->saveOrders(orders(OrderFileRequest::Form::LinesCsv), file());
    QVERIFY2(m_wire->requests.back().url.startsWith(base + "orders/export?from=2026-11-01&to=2026-11-30&format=csv"
                                                           "&table=lines&limit="),
             m_wire->requests.back().url);
    QVERIFY(m_wire->deliverOne());
    QCOMPARE(work(id).state, Work::State::Running);
    QCOMPARE(work(id).total, 0);
    QCOMPARE(work(id).done, qint64(head.size()) + 12);
    QVERIFY(!QFile::exists(file()));
    deliverAll();
    QCOMPARE(work(id).state, Work::State::Done);
    QCOMPARE(content(file()), head + "1,10\r\n2,20\r\n3,30\r\n4,40\r\n");
    QCOMPARE(m_wire->requests.size(), std::size_t(3));
    QCOMPARE(m_wire->requests[1].url, "http://hub.test:8787" + next);
    QVERIFY(m_wire->requests[1].headers.contains({"Authorization", "Bearer token"}));
}

void FilesClientTest::jsonLinesHaveNoHeaderRow()
{
    const WireHeaders type{{"content-type", "application/x-ndjson; charset=utf-8"}};
    WireHeaders more = type;
    more.append({"link", '<' + next + ">; rel=\"next\""});
    m_wire->queued = {answered(200, "{\"a\":1}\n", more), answered(200, "{\"a\":2}\n", type)};
    OrderFileRequest request = orders(OrderFileRequest::Form::JsonLines);
    request.personal = true;
    const quint64 id = m_files->saveOrders(request, file());
    QVERIFY2(m_wire->requests.back().url.contains("&format=jsonl&personal=true"), m_wire->requests.back().url);
    deliverAll();
    QCOMPARE(work(id).state, Work::State::Done);
    QCOMPARE(content(file()), QByteArray("{\"a\":1}\n{\"a\":2}\n"));
}

void FilesClientTest::anEmptyExportIsAFile()
{
    m_wire->queued = {answered(200, {}, {{"content-type", "application/x-ndjson"}})};
    const quint64 id = m_files->saveOrders(orders(OrderFileRequest::Form::JsonLines), file());
    deliverAll();
    QCOMPARE(work(id).state, Work::State::Done);
    QCOMPARE(content(file()), QByteArray());
}

void FilesClientTest::aNextPartMustBeOne_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("elsewhere") << QByteArray("http://evil.test/api/v1/admin/orders/export?cursor=2");
    QTest::newRow("another route") << QByteArray("/api/v1/admin/audit?cursor=2");
    QTest::newRow("relative") << QByteArray("export?cursor=2");
    QTest::newRow("other host") << QByteArray("//evil.test/x?y");
}

void FilesClientTest::aNextPartMustBeOne()
{
    QFETCH(QByteArray, target);
    m_wire->queued = {csv("a\r\n1\r\n", target)};
    const quint64 id = m_files->saveOrders(orders(), file());
    deliverAll();
    QCOMPARE(work(id).state, Work::State::Failed);
    QCOMPARE(work(id).failure.kind, Kind::Broken);
    QCOMPARE(m_wire->requests.size(), std::size_t(1));
    QVERIFY(left().isEmpty());
}

void FilesClientTest::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("hub away") << 0 << QByteArray() << int(Kind::Unreachable) << QString();
    QTest::newRow("signed out") << 401 << QByteArray() << int(Kind::SignIn) << QString();
    QTest::newRow("busy") << 503 << QByteArray() << int(Kind::Unreachable) << QString();
    QTest::newRow("refused")
        << 422
        << QByteArray(R"({"success":false,"error":{"code":"VALIDATION_FAILED","message":"no"},"request_id":"r"})")
        << int(Kind::Refused) << QStringLiteral("VALIDATION_FAILED");
    QTest::newRow("broken") << 500 << QByteArray("<html>") << int(Kind::Broken) << QString();
    QTest::newRow("another's page") << 200 << QByteArray("<html>Sign in") << int(Kind::Broken) << QString();
}

void FilesClientTest::failures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, code);
    m_wire->queued = {status == 0 ? noNetwork() : answered(status, body, {{"content-type", "text/html"}})};
    QSignalSpy finished(m_works.get(), &WorkList::finished);
    const quint64 id = m_files->saveReport(QDate(2026, 1, 1), QDate(2026, 1, 1), FilesPort::ReportFormat::Csv,
                                           QStringLiteral("en"), file());
    deliverAll();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(work(id).state, Work::State::Failed);
    QCOMPARE(int(work(id).failure.kind), kind);
    QCOMPARE(work(id).failure.errorCode, code);
    QVERIFY(left().isEmpty());
}

void FilesClientTest::aFailureOfALaterPartLeavesNothing()
{
    m_wire->queued = {csv("a\r\n1\r\n", next), answered(401)};
    const quint64 id = m_files->saveOrders(orders(), file());
    deliverAll();
    QCOMPARE(work(id).state, Work::State::Failed);
    QCOMPARE(work(id).failure.kind, Kind::SignIn);
    QVERIFY2(left().isEmpty(), qPrintable(left().join(u',')));
}

void FilesClientTest::whatWasThereStays()
{
    QFile old(file());
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("last month");
    old.close();
    m_wire->queued = {csv("a\r\n1\r\n", next), noNetwork(), csv("new")};
    m_files->saveOrders(orders(), file());
    deliverAll();
    QCOMPARE(content(file()), QByteArray("last month"));
    m_files->saveOrders(orders(), file());
    deliverAll();
    QCOMPARE(content(file()), QByteArray("new"));
}

void FilesClientTest::aPlaceThatCannotBeWritten()
{
    m_wire->queued = {csv("a"), csv("a")};
    const quint64 gone = m_files->saveOrders(orders(), m_directory->filePath(QStringLiteral("no/such/folder/a.csv")));
    const quint64 folder = m_files->saveOrders(orders(), m_directory->path());
    deliverAll();
    for (const quint64 id : {gone, folder}) {
        QCOMPARE(work(id).state, Work::State::Failed);
        QCOMPARE(work(id).failure.errorCode, QLatin1String(filefailures::notWritable));
        QVERIFY(!work(id).failure.message.isEmpty());
    }
}

void FilesClientTest::theErrorOfAFullDiskIsKnown()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("no /dev/full here");
    // What FileSink takes for a full disk is what Qt says of one.
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(full.write("x", 1), -1);
    QCOMPARE(full.error(), QFileDevice::ResourceError);
}

void FilesClientTest::tooLarge()
{
    FileSink sink(file(), {"text/csv", false, false}, 10);
    QVERIFY(sink.begin(csv({})));
    QVERIFY(sink.write("0123456789"));
    QVERIFY(!sink.write("0"));
    QCOMPARE(sink.problem().errorCode, QLatin1String(filefailures::tooLarge));
}

void FilesClientTest::stoppedOnesLeaveNothing()
{
    m_wire->queued = {csv("a\r\n1\r\n", next)};
    const quint64 id = m_files->saveOrders(orders(), file());
    QVERIFY(m_wire->deliverOne());
    QVERIFY(!QFile::exists(file()));
    m_works->cancel(id);
    QCOMPARE(m_wire->cancelled, 1);
    QCOMPARE(work(id).state, Work::State::Cancelled);
    m_wire->dropAll();
    m_wire->requests.clear();
    QVERIFY2(left().isEmpty(), qPrintable(left().join(u',')));
}

void FilesClientTest::newCredentialsEndIt()
{
    m_wire->hold = true;
    const quint64 id = m_files->saveOrders(orders(), file());
    m_files->giveUp();
    QCOMPARE(work(id).state, Work::State::Failed);
    QCOMPARE(work(id).failure.kind, Kind::Unreachable);
    QCOMPARE(m_wire->cancelled, 1);
    m_files->giveUp();
    QCOMPARE(m_wire->cancelled, 1);
}

void FilesClientTest::destroyedEndsIt()
{
    m_wire->hold = true;
    const quint64 id = m_files->saveOrders(orders(), file());
    m_files.reset();
    QCOMPARE(work(id).state, Work::State::Failed);
    m_works->cancel(id);
    QCOMPARE(m_wire->inFlight(), std::size_t(0));
}

namespace {

/// Answers every request with what the test says, and closes.
class OneAnswer final : public QObject
{
    Q_OBJECT

public:
    QByteArray answer;

    OneAnswer()
    {
        m_server.listen(QHostAddress::LocalHost, 0);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

private:
    QTcpServer m_server;
};

} // namespace

void FilesClientTest::comesOverTheWire()
{
    OneAnswer server;
    QByteArray body;
    for (int i = 0; i < 200'000; ++i)
        body += QByteArray::number(i) + ",1\r\n";
    server.answer = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: " + QByteArray::number(body.size()) +
                    "\r\n\r\n" + body;
    const HubEndpoint endpoint = *HubEndpoint::make(server.url(), QStringLiteral("token"));
    WireThread wire;
    CurlTransport transport(wire);
    FilesClient files(*m_works, endpoint, transport, m_clock);
    const quint64 id = files.saveOrders(orders(), file());
    QTRY_VERIFY(work(id).state != Work::State::Running);
    QCOMPARE(work(id).state, Work::State::Done);
    QCOMPARE(content(file()).size(), body.size());
    QCOMPARE(content(file()), body);
}

void FilesClientTest::cutOffOverTheWire()
{
    OneAnswer server;
    server.answer =
        "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\n" + QByteArray(50'000, 'x');
    const HubEndpoint endpoint = *HubEndpoint::make(server.url(), QStringLiteral("token"));
    WireThread wire;
    CurlTransport transport(wire);
    FilesClient files(*m_works, endpoint, transport, m_clock);
    const quint64 id = files.saveOrders(orders(), file());
    QTRY_VERIFY(work(id).state != Work::State::Running);
    QCOMPARE(work(id).state, Work::State::Failed);
    QCOMPARE(work(id).failure.kind, Kind::Unreachable);
    QVERIFY2(left().isEmpty(), qPrintable(left().join(u',')));
}

QTEST_GUILESS_MAIN(FilesClientTest)
#include "filesclienttest.moc"

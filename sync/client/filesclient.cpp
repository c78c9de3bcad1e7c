// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/filesclient.h"

#include "sync/client/hubcalls.h"

#include <utility>

namespace oshaq {

namespace {

const QByteArray reportsPath = QByteArrayLiteral("/api/v1/admin/orders/reports");
const QByteArray exportPath = QByteArrayLiteral("/api/v1/admin/orders/export");
const QByteArray dayEndFilesPath = QByteArrayLiteral("/api/v1/admin/day-ends/");
/// An answer that the hub makes in well under a second, and a step that a progress bar can show.
constexpr int ordersInPart = 1000;

QByteArray dayText(const QDate &day)
{
    return day.toString(Qt::ISODate).toLatin1();
}

QByteArray period(const QDate &from, const QDate &to)
{
    return "?from=" + dayText(from) + "&to=" + dayText(to);
}

QString subjectOf(const QDate &from, const QDate &to)
{
    return from.toString(Qt::ISODate) + u' ' + to.toString(Qt::ISODate);
}

struct ReportForm
{
    const char *code;
    const char *mediaType;
};

ReportForm formOf(FilesPort::ReportFormat format)
{
    switch (format) {
    case FilesPort::ReportFormat::Csv:
        return {"csv", "text/csv"};
    case FilesPort::ReportFormat::Xlsx:
        return {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
    case FilesPort::ReportFormat::Pdf:
        return {"pdf", "application/pdf"};
    }
    return {"csv", "text/csv"};
}

/// Languages are codes of ours; anything else would end up in a URL.
QByteArray languageQuery(const QString &language)
{
    return language == u"ru" || language == u"kk" ? "&language=" + language.toLatin1() : QByteArray("&language=en");
}

PortFailure setUpAnew()
{
    return {PortFailure::Kind::Unreachable, {}, QStringLiteral("The connection to the hub was set up anew."), {}};
}

} // namespace

FilesClient::FilesClient(WorkList &works, const HubEndpoint &endpoint, HttpTransport &transport, const Clock &clock,
                         QObject *parent)
    : FilesPort(parent)
    , m_works(works)
    , m_endpoint(endpoint)
    , m_transport(transport)
    , m_clock(clock)
{}

FilesClient::~FilesClient()
{
    giveUp();
}

quint64 FilesClient::saveReport(QDate from, QDate to, ReportFormat format, const QString &language,
                                const QString &fileName)
{
    const ReportForm form = formOf(format);
    return begin(Work::Kind::SalesReport, subjectOf(from, to),
                 reportsPath + period(from, to) + "&format=" + form.code + languageQuery(language), fileName,
                 {form.mediaType, false, false});
}

quint64 FilesClient::saveOrders(const OrderFileRequest &request, const QString &fileName)
{
    const bool isJson = request.form == OrderFileRequest::Form::JsonLines;
    QByteArray path = exportPath + period(request.from, request.to) + (isJson ? "&format=jsonl" : "&format=csv");
    if (request.form == OrderFileRequest::Form::LinesCsv)
        path += "&table=lines";
    if (request.personal)
        path += "&personal=true";
    path += "&limit=" + QByteArray::number(ordersInPart);
    return begin(Work::Kind::OrderExport, subjectOf(request.from, request.to), path, fileName,
                 {isJson ? QByteArrayLiteral("application/x-ndjson") : QByteArrayLiteral("text/csv"), true, !isJson});
}

quint64 FilesClient::saveDayEnd(qint64 dayEndId, QDate day, const QString &language, const QString &fileName)
{
    return begin(Work::Kind::DayEndFile, day.toString(Qt::ISODate),
                 dayEndFilesPath + QByteArray::number(dayEndId) + "/file?format=pdf" + languageQuery(language),
                 fileName, {QByteArrayLiteral("application/pdf"), false, false});
}

quint64 FilesClient::begin(Work::Kind kind, const QString &subject, const QByteArray &path, const QString &fileName,
                           FileSink::Form form)
{
    const auto known = std::make_shared<quint64>(0);
    const quint64 work = m_works.begin(kind, subject, m_clock.nowMs(), [this, known] { stop(*known); });
    *known = work;
    Download download;
    download.fileName = fileName;
    download.hasParts = form.hasParts;
    download.sink = std::make_shared<FileSink>(fileName, std::move(form));
    m_downloads.emplace(work, std::move(download));
    ask(work, path);
    return work;
}

void FilesClient::ask(quint64 work, const QByteArray &path)
{
    Download &download = m_downloads.at(work);
    download.path = path;
    WireRequest request = m_endpoint.request("GET", path);
    request.totalTimeoutMs = 0;
    request.stallTimeoutMs = stallTimeoutMs;
    request.sink = download.sink;
    // The wire has the sink now; what it had before this part is known here.
    request.progress = [this, work, before = download.sink->size(), hasParts = download.hasParts](
                           qint64 done, qint64 total) { m_works.progress(work, before + done, hasParts ? 0 : total); };
    download.request =
        m_transport.send(std::move(request), [this, work](const WireReply &reply) { finish(work, reply); });
}

void FilesClient::finish(quint64 work, const WireReply &reply)
{
    const auto found = m_downloads.find(work);
    if (found == m_downloads.end())
        return;
    Download &download = found->second;
    download.request = 0;
    if (reply.failure == WireReply::Failure::NotKept)
        return fail(work, download.sink->problem());
    if (!reply.arrived() || reply.status < 200 || reply.status > 299) {
        Answer ignored;
        const auto failure = HubCalls::failureOf(reply, &ignored);
        return fail(work, failure.value_or(PortFailure{PortFailure::Kind::Broken, {}, {}, {}}));
    }
    const QByteArray next = download.hasParts ? FileSink::nextTarget(reply) : QByteArray();
    if (next.isEmpty()) {
        const QString file = download.fileName;
        m_downloads.erase(found);
        return m_works.finish(work, file);
    }
    // The next part of the same export, and never the same one again.
    if (!next.startsWith(exportPath + '?') || next == download.path)
        return fail(work, {PortFailure::Kind::Broken, {}, QStringLiteral("A next part that is none."), {}});
    m_works.progress(work, download.sink->size(), 0);
    ask(work, next);
}

void FilesClient::stop(quint64 work)
{
    const auto found = m_downloads.find(work);
    if (found == m_downloads.end())
        return;
    if (found->second.request != 0)
        m_transport.cancel(found->second.request);
    m_downloads.erase(found);
}

void FilesClient::fail(quint64 work, const PortFailure &failure)
{
    // What there is of the file goes first: whoever is told may look.
    const PortFailure told = failure;
    m_downloads.erase(work);
    m_works.fail(work, told);
}

void FilesClient::giveUp()
{
    auto downloads = std::exchange(m_downloads, {});
    for (const auto &[work, download] : downloads) {
        if (download.request != 0)
            m_transport.cancel(download.request);
    }
    std::vector<quint64> works;
    for (const auto &[work, download] : downloads)
        works.push_back(work);
    downloads.clear();
    for (const quint64 work : works)
        m_works.fail(work, setUpAnew());
}

} // namespace oshaq

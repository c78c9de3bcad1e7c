// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/timetext.h"
#include "models/hub/analytics.h"
#include "models/hub/catalogservice.h"
#include "models/hub/drillreads.h"
#include "models/hub/paperlanguage.h"
#include "sync/protocol/analyticsjson.h"
#include "sync/protocol/officejson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/orderexport.h"
#include "sync/server/reportfile.h"
#include "sync/server/routebuilder.h"

#include <limits>
#include <optional>

namespace oshaq::routes {

namespace {

constexpr char jsonLinesType[] = "application/x-ndjson; charset=utf-8";

/// Who asks for which days, as values: the worker has no exchange.
struct Question
{
    qint64 businessId = 0;
    QString from;
    QString to;
    qint64 nowMs = 0;
};

Question questionOf(ApiThread &thread, const Exchange &exchange)
{
    return {exchange.principal->businessId, queryValue(exchange.query, u"from"), queryValue(exchange.query, u"to"),
            thread.nowMs()};
}

struct Answered
{
    Business business;
    Analytics analytics;
};

Result<Answered> analyse(const Result<sql::Database *> &database, const Question &question)
{
    if (!database)
        return database.error();
    auto business = catalogreads::business(**database, question.businessId);
    if (!business)
        return business.error();
    const auto period =
        analyticsreads::period(**database, question.businessId, question.from, question.to, question.nowMs);
    if (!period)
        return period.error();
    auto analytics = analyticsreads::of(**database, question.businessId, *period);
    if (!analytics)
        return analytics.error();
    return Answered{std::move(*business), std::move(*analytics)};
}

/// What a worker made: JSON for the envelope, or a file.
struct Made
{
    QByteArray data;
    QByteArray mediaType; ///< empty: JSON
    QByteArray fileName;
    QString nextCursor;
};

Flow send(Exchange &exchange, const Result<Made> &made)
{
    if (!made)
        return refuse(exchange, made.error());
    if (made->mediaType.isEmpty()) {
        apijson::succeed(exchange, 200, made->data, QStringLiteral("OK"));
        return Flow::Answer;
    }
    exchange.response.contentType = made->mediaType;
    exchange.response.body = made->data;
    exchange.addHeader("Content-Disposition", "attachment; filename=\"" + made->fileName + '"');
    return Flow::Answer;
}

ApiThread::Continue sending(Result<Made> made)
{
    return [made = std::move(made)](ApiThread &, const ExchangePtr &done) { return send(*done, made); };
}

Flow analytics(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.offload(exchange,
                          [question = questionOf(thread, *exchange)](const Result<sql::Database *> &database) {
                              const auto answered = analyse(database, question);
                              if (!answered)
                                  return sending(answered.error());
                              return sending(Made{analyticsJson(answered->analytics, answered->business), {}, {}, {}});
                          });
}

/// Null: not given.
std::optional<qint64> numberOf(const QueryValues &query, QStringView name)
{
    const QString text = queryValue(query, name);
    return text.isNull() ? std::nullopt : std::optional(text.toLongLong());
}

std::optional<int> smallOf(const QueryValues &query, QStringView name)
{
    const QString text = queryValue(query, name);
    return text.isNull() ? std::nullopt : std::optional(text.toInt());
}

/// Without the days, which the business's clock may have to say.
DrillQuery drillOf(const QueryValues &query)
{
    DrillQuery drill;
    drill.weekday = smallOf(query, u"weekday");
    drill.hour = smallOf(query, u"hour");
    if (const auto status = numberOf(query, u"status"))
        drill.status = orderStatusFromCode(*status);
    drill.fulfilment = fulfilmentFromText(queryValue(query, u"fulfilment"));
    drill.itemId = numberOf(query, u"item_id");
    drill.categoryId = numberOf(query, u"category_id");
    drill.stationId = numberOf(query, u"station_id");
    drill.late = queryValue(query, u"late") == u"true";
    drill.channel = queryValue(query, u"channel");
    if (const QString reason = queryValue(query, u"reason"); !reason.isNull())
        drill.reason = reason;
    drill.limit = smallOf(query, u"limit").value_or(drill.limit);
    drill.cursor = queryValue(query, u"cursor");
    return drill;
}

Result<DrillPage> drillPage(const Result<sql::Database *> &database, const Question &question, DrillQuery query)
{
    if (!database)
        return database.error();
    const auto period =
        analyticsreads::period(**database, question.businessId, question.from, question.to, question.nowMs);
    if (!period)
        return period.error();
    query.from = period->from;
    query.to = period->to;
    return drillreads::orders(**database, question.businessId, query);
}

Flow drill(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.offload(
        exchange,
        [question = questionOf(thread, *exchange),
         query = drillOf(exchange->query)](const Result<sql::Database *> &database) -> ApiThread::Continue {
            return [page = drillPage(database, question, query)](ApiThread &, const ExchangePtr &done) {
                if (!page)
                    return refuse(*done, page.error());
                done->response.status = 200;
                done->success =
                    apijson::orderPage({page->orders, page->nextCursor}, orderViewFor(done->principal->role));
                return Flow::Answer;
            };
        });
}

Result<Made> makeReport(const Answered &answered, const QString &format, const QString &language)
{
    const Report report = salesReport(answered.analytics, answered.business, paperLanguage(language));
    Made made;
    made.fileName =
        QStringLiteral("sales-%1-%2.%3")
            .arg(answered.analytics.from.toString(Qt::ISODate), answered.analytics.to.toString(Qt::ISODate), format)
            .toLatin1();
    auto file = reportFile(report, format);
    if (!file)
        return file.error();
    made.mediaType = reportMediaType(format);
    made.data = std::move(*file);
    return made;
}

Flow reports(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.offload(
        exchange, [question = questionOf(thread, *exchange), format = queryValue(exchange->query, u"format"),
                   language = queryValue(exchange->query, u"language")](const Result<sql::Database *> &database) {
            const auto answered = analyse(database, question);
            return sending(answered ? makeReport(*answered, format, language) : Result<Made>(answered.error()));
        });
}

ExportRequest exportRequestOf(const QueryValues &query)
{
    ExportRequest request;
    if (queryValue(query, u"format") == u"jsonl")
        request.form = ExportRequest::Form::JsonLines;
    else if (queryValue(query, u"table") == u"lines")
        request.form = ExportRequest::Form::LinesCsv;
    request.personal = queryValue(query, u"personal") == u"true";
    if (const QString text = queryValue(query, u"limit"); !text.isNull())
        request.limit = text.toInt();
    request.cursor = queryValue(query, u"cursor");
    return request;
}

Result<Made> makeExport(const Result<sql::Database *> &database, const Question &question, ExportRequest request)
{
    if (!database)
        return database.error();
    const auto business = catalogreads::business(**database, question.businessId);
    if (!business)
        return business.error();
    const auto period =
        analyticsreads::period(**database, question.businessId, question.from, question.to, question.nowMs);
    if (!period)
        return period.error();
    request.fromMs = businessDayBounds(period->from, business->timeZone, business->dayStartMinutes).beginMs;
    request.toMs = businessDayBounds(period->to, business->timeZone, business->dayStartMinutes).endMs;
    auto part = exportOrders(**database, *business, request);
    if (!part)
        return part.error();
    const bool isJson = request.form == ExportRequest::Form::JsonLines;
    const QByteArray what = request.form == ExportRequest::Form::LinesCsv ? "lines" : "orders";
    return Made{std::move(part->data), isJson ? jsonLinesType : csvType, what + (isJson ? ".jsonl" : ".csv"),
                part->nextCursor};
}

/// The same request with the cursor of the next part.
QByteArray nextLink(const Exchange &exchange, const QString &cursor)
{
    QByteArray query;
    for (const QByteArray &pair : exchange.request.query.split('&')) {
        if (!pair.isEmpty() && !pair.startsWith("cursor="))
            query += pair + '&';
    }
    return '<' + exchange.request.path + '?' + query + "cursor=" + cursor.toLatin1() + ">; rel=\"next\"";
}

Flow exporting(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.offload(exchange,
                          [question = questionOf(thread, *exchange), request = exportRequestOf(exchange->query)](
                              const Result<sql::Database *> &database) -> ApiThread::Continue {
                              Result<Made> made = makeExport(database, question, request);
                              return [made = std::move(made)](ApiThread &, const ExchangePtr &done) {
                                  if (made && !made->nextCursor.isEmpty())
                                      done->addHeader("Link", nextLink(*done, made->nextCursor));
                                  return send(*done, made);
                              };
                          });
}

std::vector<QueryField> periodQuery()
{
    using namespace routing;
    const auto day = [](const char *text) { return Schema::string(10, 1).described(QString::fromLatin1(text)); };
    return {queryField("from", day("The first business day, such as 2026-01-01; 30 days before the last by default.")),
            queryField("to", day("The last business day, included; today by default."))};
}

std::vector<QueryField> withFields(std::vector<QueryField> fields, std::vector<QueryField> more)
{
    for (QueryField &field : more)
        fields.push_back(std::move(field));
    return fields;
}

std::vector<QueryField> drillQuery()
{
    using namespace routing;
    QStringList ways;
    for (const Fulfilment fulfilment : allFulfilments)
        ways.append(fulfilmentText(fulfilment));
    const auto of = [](Schema schema, const char *text) {
        return std::move(schema).described(QString::fromLatin1(text));
    };
    return withFields(
        periodQuery(),
        {queryField("weekday", of(Schema::integer(1, 7), "Of the business day; 1 is Monday.")),
         queryField("hour", of(Schema::integer(0, 23), "On the wall, when the order was placed.")),
         queryField("status", Schema::integer(1, 7)), queryField("fulfilment", Schema::oneOf(ways)),
         queryField("item_id", of(Schema::id(), "Has such a line that was not voided.")),
         queryField("category_id", of(Schema::integer(0, std::numeric_limits<qint64>::max()),
                                      "Has a line of this category that was not voided; 0: of none.")),
         queryField("station_id", of(Schema::id(), "Has a line that is done there.")),
         queryField("late", of(Schema::oneOf({QStringLiteral("true"), QStringLiteral("false")}),
                               "With item_id or station_id: that line was late; else: ready after the promise.")),
         queryField("channel", of(Schema::string(40, 1), "Who placed it, as by_channel calls it.")),
         queryField("reason", of(Schema::string(500), "Cancelled for this reason; empty: for none.")), limitField(),
         cursorField()});
}

Schema words(const char *first, const char *second)
{
    return Schema::oneOf({QString::fromLatin1(first), QString::fromLatin1(second)});
}

} // namespace

std::vector<Route> reportRoutes()
{
    using namespace routing;
    const Permission office = only(managers);
    Output report = answers("Report", outputs::report());
    report.otherTypes = {"text/csv", xlsxType, pdfType};
    Output files = answersWith("OrderExport", "text/csv");
    files.otherTypes = {"application/x-ndjson"};
    return {
        summed(get("/admin/orders/analytics", "admin.orders.analytics", office, periodQuery(),
                   answers("Analytics", outputs::analytics()), analytics),
               "Sales, cancellations and times of a period of business days"),
        summed(get("/admin/orders/analytics/orders", "admin.orders.analytics.orders", office, drillQuery(),
                   answersList("OrderList", outputs::order()), drill),
               "The orders behind a figure of the analytics, newest first; all that is asked must fit"),
        summed(get("/admin/orders/reports", "admin.orders.reports", office,
                   withFields(periodQuery(),
                              {queryField("format", Schema::oneOf({QStringLiteral("json"), QStringLiteral("csv"),
                                                                   QStringLiteral("xlsx"), QStringLiteral("pdf")})),
                               languageField()}),
                   report, reports),
               "The same as a report: JSON, CSV, workbook or pages"),
        summed(
            get("/admin/orders/export", "admin.orders.export", office,
                withFields(periodQuery(),
                           {queryField("format", words("csv", "jsonl")), queryField("table", words("orders", "lines")),
                            queryField("personal", words("false", "true")),
                            queryField("limit", Schema::integer(1, maxExportedOrders)), cursorField()}),
                files, exporting),
            "Orders or their lines as CSV or JSON lines, part by part"),
    };
}

} // namespace oshaq::routes

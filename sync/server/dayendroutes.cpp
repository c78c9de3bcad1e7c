// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/dayendservice.h"
#include "models/hub/paperlanguage.h"
#include "models/hub/printservice.h"
#include "sync/protocol/analyticsjson.h"
#include "sync/protocol/dayendjson.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/officejson.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/printjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/reportfile.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

constexpr int defaultDayEnds = 50;
constexpr int maxDrawers = 10'000;

/// The head and all figures, as they were kept.
QByteArray keptJson(const dayendreads::Kept &kept)
{
    const DayEndFigures &figures = kept.figures;
    const Currency &currency = figures.sales.currency;
    Business business;
    business.name = figures.businessName;
    business.timeZone = figures.timeZone;
    JsonWriter json;
    json.beginObject();
    writeDayEndFields(json, kept.dayEnd, currency);
    json.key("until").value(isoUtc(figures.untilMs));
    json.key("day_is_over").value(figures.isOver());
    writeTimeOrNull(json, "first_order_at", figures.firstOrderAtMs);
    writeTimeOrNull(json, "last_order_at", figures.lastOrderAtMs);
    json.key("takings").beginArray();
    for (const MethodTakings &one : figures.takings) {
        json.beginObject();
        json.key("method").value(paymentMethodText(one.method));
        json.key("payments").value(one.payments);
        json.key("amount").raw(formatMajorUnits(one.amountMinor, currency));
        json.key("tips").raw(formatMajorUnits(one.tipMinor, currency));
        json.key("refunds").value(one.refunds);
        json.key("refunded").raw(formatMajorUnits(one.refundedMinor, currency));
        json.endObject();
    }
    json.endArray();
    json.key("drawers").beginArray();
    for (const DrawerOfDay &one : figures.drawers) {
        json.beginObject();
        writeTextOrNull(json, "terminal", one.terminalName);
        json.key("opened_at").value(isoUtc(one.openedAtMs));
        writeTimeOrNull(json, "closed_at", one.closedAtMs);
        json.key("float").raw(formatMajorUnits(one.floatMinor, currency));
        json.key("sales_amount").raw(formatMajorUnits(one.salesMinor, currency));
        json.key("refunds_amount").raw(formatMajorUnits(one.refundsMinor, currency));
        json.key("paid_in").raw(formatMajorUnits(one.paidInMinor, currency));
        json.key("paid_out").raw(formatMajorUnits(one.paidOutMinor, currency));
        json.key("expected").raw(formatMajorUnits(one.expectedMinor(), currency));
        json.key("counted");
        one.isClosed() ? json.raw(formatMajorUnits(one.countedMinor, currency)) : json.null();
        json.key("difference");
        one.isClosed() ? json.raw(formatMajorUnits(one.differenceMinor(), currency)) : json.null();
        json.endObject();
    }
    json.endArray();
    json.key("figures").raw(analyticsJson(figures.sales, business));
    json.endObject();
    return json.take();
}

Schema keptSchema()
{
    using namespace outputs;
    QStringList methods;
    for (const PaymentMethod method : allPaymentMethods)
        methods << paymentMethodText(method);
    const Schema takings = Schema::object({always("method", Schema::oneOf(methods)), always("payments", number()),
                                           always("amount", Schema::money()), always("tips", Schema::money()),
                                           always("refunds", number()), always("refunded", Schema::money())});
    const Schema drawer = Schema::object(
        {maybe("terminal", text()), always("opened_at", Schema::dateTime()), maybe("closed_at", Schema::dateTime()),
         always("float", Schema::money()), always("sales_amount", Schema::money()),
         always("refunds_amount", Schema::money()), always("paid_in", Schema::money()),
         always("paid_out", Schema::money()), always("expected", Schema::signedMoney()),
         maybe("counted", Schema::money()), maybe("difference", Schema::signedMoney())});
    std::vector<SchemaField> fields = dayEndFields();
    for (SchemaField &field : std::vector<SchemaField>{
             always("until", Schema::dateTime()), always("day_is_over", Schema::boolean()),
             maybe("first_order_at", Schema::dateTime()), maybe("last_order_at", Schema::dateTime()),
             always("takings", Schema::array(takings, 0, int(allPaymentMethods.size()))),
             always("drawers", Schema::array(drawer, 0, maxDrawers)), always("figures", analytics())})
        fields.push_back(std::move(field));
    return Schema::object(std::move(fields));
}

Result<void> answerHead(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto kept = dayendreads::one(**database, exchange.principal->businessId, outcome.entityId);
    if (!kept)
        return kept.error();
    JsonWriter json;
    writeDayEnd(json, kept->dayEnd, kept->figures.sales.currency);
    exchange.addHeader("Location", "/api/v1/admin/day-ends/" + QByteArray::number(outcome.entityId));
    apijson::succeed(exchange, outcome.code, json.take(), QStringLiteral("Day-end report made"));
    return {};
}

Flow makeDayEnd(ApiThread &thread, const ExchangePtr &exchange)
{
    struct Question
    {
        qint64 businessId = 0;
        QString day;
        qint64 nowMs = 0;
    };
    const Question question{exchange->principal->businessId, exchange->body[u"day"].string(), thread.nowMs()};
    return thread.offload(exchange, [question](const Result<sql::Database *> &database) -> ApiThread::Continue {
        auto made = database ? dayendreads::figures(**database, question.businessId, question.day, question.nowMs)
                             : Result<DayEndFigures>(database.error());
        if (!made)
            return [error = made.error()](ApiThread &, const ExchangePtr &done) { return refuse(*done, error); };
        const auto figures = std::make_shared<const DayEndFigures>(std::move(*made));
        return [figures](ApiThread &owner, const ExchangePtr &done) {
            return owner.submit(
                done, [figures](WriteContext &context) { return dayendwrites::make(context, figures); }, answerHead);
        };
    });
}

Flow listDayEnds(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    const QString limit = queryValue(exchange->query, u"limit");
    const auto page =
        dayendreads::page(**database, exchange->principal->businessId, limit.isNull() ? defaultDayEnds : limit.toInt(),
                          queryValue(exchange->query, u"cursor"));
    if (!page)
        return refuse(*exchange, page.error());
    JsonWriter json;
    json.beginArray();
    for (const DayEnd &one : page->dayEnds)
        writeDayEnd(json, one, *currency);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta(page->nextCursor));
    return Flow::Answer;
}

Flow oneDayEnd(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto kept = dayendreads::one(**database, exchange->principal->businessId, exchange->rowId());
    if (!kept)
        return refuse(*exchange, kept.error());
    apijson::succeed(*exchange, 200, keptJson(*kept), QStringLiteral("OK"));
    return Flow::Answer;
}

/// One file with its name.
struct DayEndFile
{
    QByteArray data;
    QByteArray mediaType;
    QByteArray name;
};

Result<DayEndFile> makeFile(const Result<sql::Database *> &database, qint64 businessId, qint64 id,
                            const QString &format, const QString &language)
{
    if (!database)
        return database.error();
    const auto kept = dayendreads::one(**database, businessId, id);
    if (!kept)
        return kept.error();
    auto file = reportFile(dayEndReport(kept->dayEnd, kept->figures, paperLanguage(language)), format);
    if (!file)
        return file.error();
    const QByteArray name =
        QStringLiteral("day-end-%1-%2.%3")
            .arg(kept->dayEnd.day.toString(Qt::ISODate), QString::number(kept->dayEnd.number), format)
            .toLatin1();
    return DayEndFile{std::move(*file), reportMediaType(format), name};
}

Flow dayEndFile(ApiThread &thread, const ExchangePtr &exchange)
{
    const QString asked = queryValue(exchange->query, u"format");
    return thread.offload(exchange,
                          [businessId = exchange->principal->businessId, id = exchange->rowId(),
                           format = asked.isNull() ? QStringLiteral("pdf") : asked,
                           language = queryValue(exchange->query, u"language")](
                              const Result<sql::Database *> &database) -> ApiThread::Continue {
                              auto file = makeFile(database, businessId, id, format, language);
                              return [file = std::move(file)](ApiThread &, const ExchangePtr &done) {
                                  if (!file)
                                      return refuse(*done, file.error());
                                  done->response.contentType = file->mediaType;
                                  done->response.body = file->data;
                                  done->addHeader("Content-Disposition", "attachment; filename=\"" + file->name + '"');
                                  return Flow::Answer;
                              };
                          });
}

Flow printDayEnd(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &printer = exchange->body[u"printer_id"];
    const std::optional<qint64> printerId = printer.isNumber() ? std::optional(printer.integer()) : std::nullopt;
    return thread.submit(
        exchange,
        [id = exchange->rowId(), printerId](WriteContext &context) {
            return dayendwrites::print(context, id, printerId);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto job = printreads::job(**database, done.principal->businessId, outcome.entityId);
            if (!job)
                return job.error();
            JsonWriter json;
            writePrintJob(json, *job);
            apijson::succeed(done, outcome.code, json.take(), QStringLiteral("It is being printed"));
            return {};
        });
}

} // namespace

std::vector<Route> dayEndRoutes()
{
    using namespace routing;
    const Permission office = only(managers);
    Output file = answersWith("DayEndFile", "application/pdf");
    file.otherTypes = {"text/csv", xlsxType};
    return {
        summed(get("/admin/day-ends", "admin.day_ends.list", office, {limitField(), cursorField()},
                   answersList("DayEndList", outputs::dayEnd()), listDayEnds),
               "The day-end reports that were kept, newest first"),
        summed(write("POST", "/admin/day-ends", "admin.day_ends.make", office, Route::Body::Required, newDayEndSchema(),
                     created(answers("DayEnd", outputs::dayEnd())), makeDayEnd),
               "Close a business day: its figures as they are now are kept for ever, with the journal's last hash"),
        summed(get("/admin/day-ends/{id}", "admin.day_ends.one", office, {}, answers("KeptDayEnd", keptSchema()),
                   oneDayEnd),
               "A day-end report with all of its figures"),
        summed(get("/admin/day-ends/{id}/file", "admin.day_ends.file", office,
                   {queryField("format",
                               Schema::oneOf({QStringLiteral("pdf"), QStringLiteral("csv"), QStringLiteral("xlsx")})),
                    languageField()},
                   file, dayEndFile),
               "A day-end report as pages, CSV or workbook"),
        summed(write("POST", "/admin/day-ends/{id}/print", "admin.day_ends.print", office, Route::Body::Optional,
                     printDayEndSchema(), created(answers("PrintJob", outputs::printJob())), printDayEnd),
               "Print a day-end report on a receipt printer"),
    };
}

} // namespace oshaq::routes

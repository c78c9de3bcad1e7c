// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/printjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int maxPrinterName = 200;
constexpr int maxAddress = 200;
constexpr int maxStations = 100;
constexpr int maxFallbackAfter = 3600;
constexpr qint64 maxId = Q_INT64_C(9'007'199'254'740'991);

template <typename T, std::size_t size> QStringList textsOf(const std::array<T, size> &all, QString (*textOf)(T))
{
    QStringList texts;
    for (const T value : all)
        texts << textOf(value);
    return texts;
}

Schema language()
{
    return Schema::oneOf({QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("kk")});
}

std::vector<SchemaField> settingsFields(Presence needed)
{
    const auto field = [](const char *name, Schema schema, Presence presence = Presence::Optional) {
        return SchemaField{QString::fromLatin1(name), std::move(schema), presence};
    };
    return {
        field("name", Schema::string(maxPrinterName, 1), needed),
        field("kind", Schema::oneOf(textsOf(allPrinterKinds, printerKindText)), needed),
        field(
            "address",
            Schema::string(maxAddress, 1)
                .described(QStringLiteral("network: an IP address of the local network, with a port or without (9100);"
                                          " usb: /dev/usb/lp0; system: the name of a print queue.")),
            needed),
        field("width", Schema::integer(printerWidths.front(), printerWidths.back())
                           .described(QStringLiteral("Dots across the paper: 384 (58 mm) or 576 (80 mm)."))),
        field("language", language()),
        field("stations", Schema::array(Schema::id(), 0, maxStations)
                              .unique()
                              .described(QStringLiteral("Whose tickets it prints; none: those of all stations."))),
        field("prints_tickets", Schema::boolean()),
        field("prints_receipts", Schema::boolean()),
        field("receipt_on_completion", Schema::boolean()),
        field("answers_status",
              Schema::boolean().described(QStringLiteral("false: for a printer that never tells how it is."))),
        field("has_drawer", Schema::boolean()),
        field("fallback_printer_id",
              Schema::integer(0, maxId).described(QStringLiteral("Takes over when this one stays dead; 0: none."))),
        field("fallback_after_seconds", Schema::integer(0, maxFallbackAfter)),
        field("active", Schema::boolean()),
    };
}

} // namespace

const Schema &newPrinterSchema()
{
    static const Schema schema = Schema::object(settingsFields(Presence::Required));
    return schema;
}

const Schema &printerEditSchema()
{
    static const Schema schema = [] {
        auto fields = settingsFields(Presence::Optional);
        fields.push_back({QStringLiteral("version"), Schema::id(), Presence::Optional});
        return Schema::object(std::move(fields));
    }();
    return schema;
}

const Schema &printOrderSchema()
{
    static const Schema schema =
        Schema::object({{QStringLiteral("kind"), Schema::oneOf({QStringLiteral("ticket"), QStringLiteral("receipt")}),
                         Presence::Required},
                        {QStringLiteral("printer_id"), Schema::id(), Presence::Optional}});
    return schema;
}

void writePrinter(JsonWriter &json, const Printer &printer, int queued)
{
    json.beginObject();
    json.key("printer_id").value(printer.id);
    json.key("name").value(printer.name);
    json.key("kind").value(printerKindText(printer.kind));
    json.key("address").value(printer.address);
    json.key("width").value(printer.width);
    json.key("language").value(printer.language);
    json.key("stations").beginArray();
    for (const qint64 station : printer.stations)
        json.value(station);
    json.endArray();
    json.key("prints_tickets").value(printer.printsTickets);
    json.key("prints_receipts").value(printer.printsReceipts);
    json.key("receipt_on_completion").value(printer.receiptOnCompletion);
    json.key("answers_status").value(printer.answersStatus);
    json.key("has_drawer").value(printer.hasDrawer);
    writeNumberOrNull(json, "fallback_printer_id", printer.fallbackId);
    json.key("fallback_after_seconds").value(printer.fallbackAfterSeconds);
    json.key("active").value(printer.active);
    json.key("status").beginObject();
    json.key("fault").value(printFaultText(printer.fault));
    writeTextOrNull(json, "error", printer.error);
    writeTimeOrNull(json, "failing_since", printer.failingSinceMs.value_or(0));
    writeTimeOrNull(json, "last_ok_at", printer.lastOkAtMs);
    json.key("queued").value(queued);
    json.endObject();
    json.key("version").value(printer.version);
    json.key("created_at").value(isoUtc(printer.createdAtMs));
    json.endObject();
}

void writePrintJob(JsonWriter &json, const PrintJob &job)
{
    json.beginObject();
    json.key("job_id").value(job.id);
    json.key("printer_id").value(job.printerId);
    writeNumberOrNull(json, "sent_to", job.sentToId);
    writeNumberOrNull(json, "order_id", job.orderId);
    writeTextOrNull(json, "order_number", job.orderNumber);
    json.key("kind").value(printJobKindText(job.kind));
    json.key("state").value(printJobStateText(job.state));
    json.key("reprint").value(job.reprint);
    json.key("maybe_second").value(job.maybeSecond());
    json.key("attempts").value(job.attempts);
    json.key("fault").value(printFaultText(job.fault));
    writeTextOrNull(json, "error", job.error);
    json.key("created_at").value(isoUtc(job.createdAtMs));
    writeTimeOrNull(json, "started_at", job.startedAtMs);
    writeTimeOrNull(json, "finished_at", job.finishedAtMs);
    writeTimeOrNull(json, "give_up_at", isOver(job.state) ? 0 : job.giveUpAtMs);
    json.endObject();
}

Result<PrinterWithQueue> readPrinter(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    PrinterWithQueue out;
    Printer &printer = out.printer;
    printer.id = in.integer(u"printer_id");
    printer.name = in.requiredText(u"name");
    if (const auto kind = printerKindFromText(in.requiredText(u"kind")))
        printer.kind = *kind;
    else
        in.wrong(u"kind", QStringLiteral("is not a known kind"));
    printer.address = in.requiredText(u"address");
    printer.width = in.small(u"width", printer.width);
    printer.language = in.requiredText(u"language");
    for (const JsonValue &station : in.array(u"stations")) {
        bool ok = false;
        printer.stations.push_back(station.integer(&ok));
        if (!ok)
            in.wrong(u"stations", QStringLiteral("must hold ids"));
    }
    printer.printsTickets = in.boolean(u"prints_tickets", false);
    printer.printsReceipts = in.boolean(u"prints_receipts", false);
    printer.receiptOnCompletion = in.boolean(u"receipt_on_completion", false);
    printer.answersStatus = in.boolean(u"answers_status", true);
    printer.hasDrawer = in.boolean(u"has_drawer", false);
    printer.fallbackId = in.maybeInteger(u"fallback_printer_id");
    printer.fallbackAfterSeconds = in.small(u"fallback_after_seconds", printer.fallbackAfterSeconds);
    printer.active = in.boolean(u"active", true);
    printer.version = in.integer(u"version");
    printer.createdAtMs = in.time(u"created_at");
    const FieldReader status = in.object(u"status");
    printer.fault = printFaultFromText(status.text(u"fault"));
    printer.error = status.text(u"error");
    if (const qint64 since = status.time(u"failing_since"); since != 0)
        printer.failingSinceMs = since;
    printer.lastOkAtMs = status.time(u"last_ok_at");
    out.queued = status.small(u"queued", 0);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a printer"));
    return out;
}

Result<PrintJob> readPrintJob(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    PrintJob job;
    job.id = in.integer(u"job_id");
    job.printerId = in.integer(u"printer_id");
    job.sentToId = in.maybeInteger(u"sent_to");
    job.orderId = in.maybeInteger(u"order_id");
    job.orderNumber = in.text(u"order_number");
    if (const auto kind = printJobKindFromText(in.requiredText(u"kind")))
        job.kind = *kind;
    else
        in.wrong(u"kind", QStringLiteral("is not a known kind"));
    if (const auto state = printJobStateFromText(in.requiredText(u"state")))
        job.state = *state;
    else
        in.wrong(u"state", QStringLiteral("is not a known state"));
    job.reprint = in.boolean(u"reprint", false);
    job.broken = in.boolean(u"maybe_second", false) ? 1 : 0;
    job.attempts = in.small(u"attempts", 0);
    job.fault = printFaultFromText(in.text(u"fault"));
    job.error = in.text(u"error");
    job.createdAtMs = in.time(u"created_at");
    job.startedAtMs = in.time(u"started_at");
    job.finishedAtMs = in.time(u"finished_at");
    job.giveUpAtMs = in.time(u"give_up_at");
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a print job"));
    return job;
}

QByteArray printerBody(const Printer &printer)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(printer.name);
    json.key("kind").value(printerKindText(printer.kind));
    json.key("address").value(printer.address);
    json.key("width").value(printer.width);
    json.key("language").value(printer.language);
    json.key("stations").beginArray();
    for (const qint64 station : printer.stations)
        json.value(station);
    json.endArray();
    json.key("prints_tickets").value(printer.printsTickets);
    json.key("prints_receipts").value(printer.printsReceipts);
    json.key("receipt_on_completion").value(printer.receiptOnCompletion);
    json.key("answers_status").value(printer.answersStatus);
    json.key("has_drawer").value(printer.hasDrawer);
    json.key("fallback_printer_id").value(printer.fallbackId.value_or(0));
    json.key("fallback_after_seconds").value(printer.fallbackAfterSeconds);
    json.key("active").value(printer.active);
    if (printer.id != 0)
        json.key("version").value(printer.version);
    json.endObject();
    return json.take();
}

QByteArray printOrderBody(PrintJobKind kind, const std::optional<qint64> &printerId)
{
    JsonWriter json;
    json.beginObject();
    json.key("kind").value(printJobKindText(kind));
    if (printerId)
        json.key("printer_id").value(*printerId);
    json.endObject();
    return json.take();
}

Schema outputs::printer()
{
    const Schema status = Schema::object({always("fault", Schema::oneOf(textsOf(allPrintFaults, printFaultText))),
                                          maybe("error", text()), maybe("failing_since", Schema::dateTime()),
                                          maybe("last_ok_at", Schema::dateTime()), always("queued", number())});
    return Schema::object({always("printer_id", number()), always("name", text()),
                           always("kind", Schema::oneOf(textsOf(allPrinterKinds, printerKindText))),
                           always("address", text()), always("width", number()), always("language", language()),
                           always("stations", Schema::array(number(), 0, maxStations)),
                           always("prints_tickets", Schema::boolean()), always("prints_receipts", Schema::boolean()),
                           always("receipt_on_completion", Schema::boolean()),
                           always("answers_status", Schema::boolean()), always("has_drawer", Schema::boolean()),
                           maybe("fallback_printer_id", number()), always("fallback_after_seconds", number()),
                           always("active", Schema::boolean()), always("status", status), always("version", number()),
                           always("created_at", Schema::dateTime())});
}

Schema outputs::printJob()
{
    return Schema::object(
        {always("job_id", number()), always("printer_id", number()), maybe("sent_to", number()),
         maybe("order_id", number()), maybe("order_number", text()),
         always("kind", Schema::oneOf(textsOf(allPrintJobKinds, printJobKindText))),
         always("state", Schema::oneOf(textsOf(allPrintJobStates, printJobStateText))),
         always("reprint", Schema::boolean()), always("maybe_second", Schema::boolean()), always("attempts", number()),
         always("fault", Schema::oneOf(textsOf(allPrintFaults, printFaultText))), maybe("error", text()),
         always("created_at", Schema::dateTime()), maybe("started_at", Schema::dateTime()),
         maybe("finished_at", Schema::dateTime()), maybe("give_up_at", Schema::dateTime())});
}

} // namespace oshaq

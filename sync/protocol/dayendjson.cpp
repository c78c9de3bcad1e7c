// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/dayendjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int dayLength = 10;
constexpr qsizetype hashBytes = 32;

QDate dayIn(const FieldReader &in)
{
    const QString text = in.requiredText(u"day");
    const QDate day = text.size() == dayLength ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (!day.isValid())
        in.wrong(u"day", QStringLiteral("must be a day such as 2026-01-15"));
    return day;
}

QByteArray hashIn(const FieldReader &in)
{
    const QByteArray hash = QByteArray::fromHex(in.requiredText(u"journal_hash").toLatin1());
    if (hash.size() != hashBytes)
        in.wrong(u"journal_hash", QStringLiteral("must be a SHA-256"));
    return hash;
}

} // namespace

const Schema &newDayEndSchema()
{
    static const Schema schema =
        Schema::object({{QStringLiteral("day"),
                         Schema::string(dayLength, dayLength)
                             .described(QStringLiteral("A business day such as 2026-01-15, not after today.")),
                         Presence::Required}});
    return schema;
}

const Schema &printDayEndSchema()
{
    static const Schema schema = Schema::object(
        {{QStringLiteral("printer_id"),
          Schema::id().described(QStringLiteral("Without one: the first that prints receipts.")), Presence::Optional}});
    return schema;
}

void writeDayEndFields(JsonWriter &json, const DayEnd &dayEnd, const Currency &currency)
{
    json.key("day_end_id").value(dayEnd.id);
    json.key("day").value(dayEnd.day.toString(Qt::ISODate));
    json.key("number").value(dayEnd.number);
    json.key("made_at").value(isoUtc(dayEnd.madeAtMs));
    writeTextOrNull(json, "made_by", dayEnd.madeBy);
    json.key("journal_seq").value(dayEnd.journalSeq);
    json.key("journal_hash").value(QString::fromLatin1(dayEnd.journalHash.toHex()));
    json.key("orders").value(dayEnd.orders);
    json.key("revenue").raw(formatMajorUnits(dayEnd.revenueMinor, currency));
    json.key("open_orders").value(dayEnd.openOrders);
    json.key("currency").value(currency.code());
}

void writeDayEnd(JsonWriter &json, const DayEnd &dayEnd, const Currency &currency)
{
    json.beginObject();
    writeDayEndFields(json, dayEnd, currency);
    json.endObject();
}

Result<DayEnd> readDayEnd(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    DayEnd dayEnd;
    dayEnd.id = in.integer(u"day_end_id");
    dayEnd.day = dayIn(in);
    dayEnd.number = in.small(u"number", 0);
    dayEnd.madeAtMs = in.time(u"made_at");
    dayEnd.madeBy = in.text(u"made_by");
    dayEnd.journalSeq = in.integer(u"journal_seq");
    dayEnd.journalHash = hashIn(in);
    dayEnd.orders = in.integer(u"orders");
    if (const auto currency = Currency::fromCode(in.requiredText(u"currency")))
        dayEnd.revenueMinor = in.money(u"revenue", *currency);
    else
        in.wrong(u"currency", QStringLiteral("is not a known currency"));
    dayEnd.openOrders = in.integer(u"open_orders");
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a day-end report"));
    return dayEnd;
}

QByteArray newDayEndBody(const QDate &day)
{
    JsonWriter json;
    json.beginObject();
    json.key("day").value(day.toString(Qt::ISODate));
    json.endObject();
    return json.take();
}

QByteArray printDayEndBody(const std::optional<qint64> &printerId)
{
    JsonWriter json;
    json.beginObject();
    if (printerId)
        json.key("printer_id").value(*printerId);
    json.endObject();
    return json.take();
}

std::vector<SchemaField> outputs::dayEndFields()
{
    return {always("day_end_id", number()),        always("day", text()),         always("number", number()),
            always("made_at", Schema::dateTime()), maybe("made_by", text()),      always("journal_seq", number()),
            always("journal_hash", text()),        always("orders", number()),    always("revenue", Schema::money()),
            always("open_orders", number()),       always("currency", currency())};
}

Schema outputs::dayEnd()
{
    return Schema::object(dayEndFields());
}

} // namespace oshaq

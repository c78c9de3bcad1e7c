// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/feedjson.h"

#include "sync/protocol/alarmjson.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/replicajson.h"
#include "sync/protocol/screenjson.h"

namespace oshaq {

namespace {

void writeData(JsonWriter &json, const FeedChange &change, const Currency &currency, OrderView view)
{
    if (change.change.deleted)
        json.null();
    else if (change.order)
        writeOrder(json, *change.order, view);
    else if (change.item)
        writeItemRow(json, *change.item, currency);
    else if (change.category)
        writeCategoryRow(json, *change.category);
    else if (change.station)
        writeStationRow(json, *change.station);
    else if (change.business)
        writeBusinessRow(json, *change.business);
    else
        json.null();
}

void writeChangeMembers(JsonWriter &json, const FeedChange &change, const Currency &currency, OrderView view)
{
    json.key("seq").value(change.change.seq);
    json.key("entity").value(entityKindText(change.change.entity));
    json.key("id").value(change.change.id);
    json.key("version").value(change.change.version);
    json.key("op").value(change.change.deleted ? QStringLiteral("delete") : QStringLiteral("upsert"));
    json.key("at").value(isoUtc(change.change.atMs));
    writeTextOrNull(json, "event", change.change.type);
    json.key("data");
    writeData(json, change, currency, view);
}

template <typename T> std::optional<Error> assign(std::optional<T> *target, Result<T> read)
{
    if (!read)
        return read.error();
    *target = std::move(read).value();
    return std::nullopt;
}

std::optional<Error> readData(FeedChange *change, const JsonValue &data, const Currency &currency)
{
    if (change->change.deleted || data.isNull())
        return std::nullopt;
    switch (change->change.entity) {
    case EntityKind::Order:
        return assign(&change->order, readOrder(data));
    case EntityKind::Item:
        return assign(&change->item, readItemRow(data, currency));
    case EntityKind::Category:
        return assign(&change->category, readCategoryRow(data));
    case EntityKind::Station:
        return assign(&change->station, readStationRow(data));
    case EntityKind::Business:
        return assign(&change->business, readBusinessRow(data));
    case EntityKind::Terminal:
    case EntityKind::Payment:
    case EntityKind::SavedCard:
    case EntityKind::Webhook:
    case EntityKind::Staff:
    case EntityKind::Table:
    case EntityKind::Printer:
    case EntityKind::PrintJob:
    case EntityKind::Token:
    case EntityKind::DayEnd:
    case EntityKind::Drawer:
    case EntityKind::DeliveryZone:
    case EntityKind::Integration:
    case EntityKind::Guest:
    case EntityKind::Address:
        return std::nullopt;
    }
    return std::nullopt;
}

QByteArray cursorMessage(const QString &type, const Cursor &cursor, qint64 hubNowMs, const LiveNews &news)
{
    JsonWriter json;
    json.beginObject();
    json.key("type").value(type);
    json.key("cursor").value(cursor.text());
    json.key("hub_time").value(isoUtc(hubNowMs));
    if (!news.version.isEmpty())
        json.key("version").value(news.version);
    if (!news.screens.isEmpty())
        json.key("screens").raw(news.screens);
    if (news.replica)
        writeReplicaNote(json.key("replica"), *news.replica);
    if (news.alarms)
        writeAlarms(json.key("alarms"), *news.alarms);
    json.endObject();
    return json.take();
}

Error notA(const QString &what, const QString &path, const QString &issue)
{
    return Error{ErrorCode::ValidationFailed, QStringLiteral("This is not %1.").arg(what), {{path, issue}}};
}

} // namespace

void writeChange(JsonWriter &json, const FeedChange &change, const Currency &currency, OrderView view)
{
    json.beginObject();
    writeChangeMembers(json, change, currency, view);
    json.endObject();
}

Result<FeedChange> readChange(const JsonValue &json, const Currency &currency)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    FeedChange out;
    out.change.seq = in.integer(u"seq");
    if (!entityKindFromText(in.requiredText(u"entity"), &out.change.entity))
        in.wrong(u"entity", QStringLiteral("is not a known entity"));
    out.change.id = in.integer(u"id");
    out.change.version = in.integer(u"version");
    const QString op = in.requiredText(u"op");
    out.change.deleted = op == u"delete";
    if (op != u"delete" && op != u"upsert")
        in.wrong(u"op", QStringLiteral("must be upsert or delete"));
    out.change.atMs = in.time(u"at");
    out.change.type = in.text(u"event");
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a change"));
    if (const std::optional<Error> error = readData(&out, in[u"data"], currency))
        return *error;
    return out;
}

QByteArray changesDataJson(const FeedPage &page, const Currency &currency, OrderView view)
{
    JsonWriter json;
    json.beginArray();
    for (const FeedChange &change : page.changes)
        writeChange(json, change, currency, view);
    json.endArray();
    return json.take();
}

QByteArray changesMetaJson(const FeedPage &page, qint64 hubNowMs)
{
    JsonWriter json;
    json.beginObject();
    json.key("cursor").value(page.cursor.text());
    json.key("more").value(page.more);
    json.key("hub_time").value(isoUtc(hubNowMs));
    json.endObject();
    return json.take();
}

Result<FeedPage> readChanges(const JsonValue &data, const JsonValue &meta, const Currency &currency, qint64 *hubNowMs)
{
    FeedPage page;
    page.cursor = Cursor::fromText(meta[u"cursor"].string());
    page.more = meta[u"more"].boolean();
    if (!page.cursor.isValid())
        return notA(QStringLiteral("a page of changes"), QStringLiteral("meta.cursor"),
                    QStringLiteral("is not a cursor"));
    if (!data.isArray())
        return notA(QStringLiteral("a page of changes"), QStringLiteral("data"), QStringLiteral("must be an array"));
    page.changes.reserve(data.items().size());
    for (const JsonValue &item : data.items()) {
        EntityKind known{};
        if (item[u"entity"].isString() && !entityKindFromText(item[u"entity"].string(), &known))
            continue;
        Result<FeedChange> change = readChange(item, currency);
        if (!change)
            return change.error();
        page.changes.push_back(std::move(change).value());
    }
    if (hubNowMs)
        *hubNowMs = fromIso(meta[u"hub_time"].string()).value_or(0);
    return page;
}

QByteArray snapshotJson(const Snapshot &snapshot, OrderView view, qint64 hubNowMs,
                        const std::vector<UnpaintedAlarm> &alarms)
{
    const Result<Currency> known = Currency::fromCode(snapshot.business.currency);
    JsonWriter json;
    json.beginObject();
    json.key("cursor").value(snapshot.cursor.text());
    json.key("hub_time").value(isoUtc(hubNowMs));
    json.key("business");
    writeBusinessRow(json, snapshot.business);
    json.key("catalog");
    writeCatalog(json, snapshot.catalog, known ? *known : Currency());
    json.key("orders").beginArray();
    for (const Order &order : snapshot.orders)
        writeOrder(json, order, view);
    json.endArray();
    json.key("orders_left_out").value(snapshot.ordersLeftOut);
    writeAlarms(json.key("alarms"), alarms);
    if (snapshot.terminal) {
        json.key("terminal").beginObject();
        json.key("terminal_id").value(snapshot.terminal->id);
        json.key("name").value(snapshot.terminal->name);
        json.key("letter").value(snapshot.terminal->letter);
        if (snapshot.terminal->role)
            json.key("role").value(roleText(*snapshot.terminal->role));
        json.endObject();
    }
    if (snapshot.replica)
        writeReplicaNote(json.key("replica"), *snapshot.replica);
    json.endObject();
    return json.take();
}

Result<Snapshot> readSnapshot(const JsonValue &data, qint64 *hubNowMs)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    Snapshot snapshot;
    snapshot.cursor = Cursor::fromText(in.requiredText(u"cursor"));
    if (!snapshot.cursor.isValid())
        in.wrong(u"cursor", QStringLiteral("is not a cursor"));
    const qint64 hubTime = in.time(u"hub_time");
    const std::vector<JsonValue> &orders = in.array(u"orders");
    if (!in[u"orders_left_out"].isNull()) // an older hub tells all
        snapshot.ordersLeftOut = in.integer(u"orders_left_out");
    if (!in[u"terminal"].isNull()) {
        const FieldReader terminal = in.object(u"terminal");
        snapshot.terminal = SnapshotTerminal{terminal.integer(u"terminal_id"), terminal.requiredText(u"name"),
                                             terminal.requiredText(u"letter"), roleFromText(terminal.text(u"role"))};
    }
    snapshot.replica = readReplicaNote(in[u"replica"]);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a snapshot"));

    Result<Business> business = readBusinessRow(data[u"business"]);
    if (!business)
        return business.error();
    const Result<Currency> currency = Currency::fromCode(business->currency);
    if (!currency)
        return currency.error();
    Result<Catalog> catalog = readCatalog(data[u"catalog"], *currency);
    if (!catalog)
        return catalog.error();
    snapshot.orders.reserve(orders.size());
    for (const JsonValue &item : orders) {
        Result<Order> order = readOrder(item);
        if (!order)
            return order.error();
        snapshot.orders.push_back(std::move(order).value());
    }
    snapshot.business = std::move(business).value();
    snapshot.catalog = std::move(catalog).value();
    if (hubNowMs)
        *hubNowMs = hubTime;
    return snapshot;
}

QByteArray helloJson(const Cursor &cursor, qint64 hubNowMs, const LiveNews &news)
{
    return cursorMessage(QStringLiteral("hello"), cursor, hubNowMs, news);
}

QByteArray alarmsMessage(const std::vector<UnpaintedAlarm> &alarms)
{
    JsonWriter json;
    json.beginObject();
    json.key("type").value(QStringLiteral("alarms"));
    writeAlarms(json.key("alarms"), alarms);
    json.endObject();
    return json.take();
}

QByteArray noticeMessage(const ScreenNotice &notice)
{
    JsonWriter json;
    json.beginObject();
    json.key("type").value(QStringLiteral("notice"));
    json.key("uuid").value(notice.uuid);
    writeNumberOrNull(json, "order_id", notice.orderId);
    json.key("title").value(notice.title);
    json.key("text").value(notice.text);
    json.key("at").value(isoUtc(notice.atMs));
    json.endObject();
    return json.take();
}

QByteArray heartbeatJson(const Cursor &cursor, qint64 hubNowMs, const LiveNews &news)
{
    return cursorMessage(QStringLiteral("heartbeat"), cursor, hubNowMs, news);
}

QByteArray changeMessage(const FeedChange &change, const Currency &currency, OrderView view)
{
    JsonWriter json;
    json.beginObject();
    json.key("type").value(QStringLiteral("change"));
    writeChangeMembers(json, change, currency, view);
    json.endObject();
    return json.take();
}

Result<LiveMessage> readLiveMessage(const QByteArray &utf8, const Currency &currency)
{
    const Result<JsonValue> json = parseJson(utf8);
    if (!json)
        return json.error();
    ReadIssues issues;
    const FieldReader in(*json, {}, issues);
    LiveMessage message;
    const QString type = in.requiredText(u"type");
    if (type == u"change") {
        Result<FeedChange> change = readChange(*json, currency);
        if (!change)
            return change.error();
        message.type = LiveMessage::Type::Change;
        message.change = std::move(change).value();
    } else if (type == u"hello" || type == u"heartbeat") {
        message.type = type == u"hello" ? LiveMessage::Type::Hello : LiveMessage::Type::Heartbeat;
        message.cursor = Cursor::fromText(in.requiredText(u"cursor"));
        if (!message.cursor.isValid())
            in.wrong(u"cursor", QStringLiteral("is not a cursor"));
        message.hubTimeMs = in.time(u"hub_time");
        message.replica = readReplicaNote(in[u"replica"]);
        message.version = in.text(u"version");
        if (in[u"screens"].isArray())
            message.screens = readScreens(in[u"screens"]);
    } else if (type == u"alarms") {
        message.type = LiveMessage::Type::Alarms;
    } else if (type == u"notice") {
        message.type = LiveMessage::Type::Notice;
        message.notice = {in.text(u"uuid"), std::nullopt, in.text(u"title"), in.requiredText(u"text"), in.time(u"at")};
        if (in[u"order_id"].isNumber())
            message.notice.orderId = in.integer(u"order_id");
    }
    if (in[u"alarms"].isArray())
        message.alarms = readAlarms(in[u"alarms"]);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a live message"));
    return message;
}

} // namespace oshaq

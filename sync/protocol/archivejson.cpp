// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/archivejson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/orderjson.h"

namespace oshaq {

namespace {

Currency ownCurrency(const FieldReader &in, const Currency &otherwise)
{
    const QString code = in.text(u"currency");
    if (code.isEmpty())
        return otherwise;
    if (const Result<Currency> known = Currency::fromCode(code))
        return *known;
    in.wrong(u"currency", QStringLiteral("is not a known currency"));
    return otherwise;
}

} // namespace

Result<GuestCard> readGuestCard(const JsonValue &json, const Currency &currency)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    GuestCard card;
    card.userId = in.integer(u"user_id");
    card.name = in.text(u"name");
    card.phone = in.text(u"phone");
    card.phoneVerified = in.boolean(u"phone_verified", false);
    card.orderCount = in.small(u"order_count", 0);
    card.firstOrderAtMs = in.time(u"first_order_at");
    card.lastOrderAtMs = in.time(u"last_order_at");
    card.spentMinor = in.money(u"spent", ownCurrency(in, currency));
    card.lastAllergy = in.text(u"last_allergy");
    card.addresses = readEach<GuestAddress>(in, u"addresses", [](const FieldReader &one) {
        return GuestAddress{one.integer(u"address_id"), one.requiredText(u"address"), one.text(u"label")};
    });
    const std::vector<JsonValue> &recent = in.array(u"recent");
    for (std::size_t i = 0; i < recent.size(); ++i) {
        const Result<Order> order = readOrder(recent[i]);
        if (order) {
            card.recent.push_back(*order);
            continue;
        }
        for (const ErrorDetail &detail : order.error().details)
            in.wrong(QStringLiteral("recent[%1].%2").arg(i).arg(detail.path), detail.issue);
    }
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a guest"));
    return card;
}

QByteArray splitBody(const std::vector<SplitOf> &lines)
{
    JsonWriter json;
    json.beginObject();
    json.key("items").beginArray();
    for (const SplitOf &line : lines) {
        json.beginObject();
        json.key("order_item_id").value(line.lineId);
        json.key("quantity").raw(formatQuantity(line.quantity));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

QByteArray joinBody(qint64 intoId)
{
    JsonWriter json;
    json.beginObject();
    json.key("into").value(intoId);
    json.endObject();
    return json.take();
}

} // namespace oshaq

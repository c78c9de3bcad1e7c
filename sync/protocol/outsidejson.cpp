// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/outsidejson.h"

#include "models/domain/orderlimits.h"
#include "models/domain/problems.h"
#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/schema.h"

namespace oshaq {

namespace {

constexpr int maxExternalId = 100;
constexpr int maxNumber = 40;

QString asText(const JsonValue &value)
{
    // Services write their ids as they like.
    return value.isNumber() ? QString::fromLatin1(value.numberText()) : cleanText(value.string()).trimmed();
}

/// Reads one document by a map and notes every wrong place.
class Reader
{
public:
    Reader(const JsonValue &document, const FieldMap &map)
        : m_document(document)
        , m_map(map)
    {}

    Problems &problems() { return m_problems; }

    QString text(QStringView field, int longest, bool required = false, bool lines = false)
    {
        const JsonValue &value = m_map.value(m_document, field);
        return checked(value, field.toString(), longest, required, lines);
    }

    QString text(const JsonValue &entry, QStringView list, QStringView field, const QString &path, int longest)
    {
        return checked(m_map.value(entry, list, field), path + u'.' + field.toString(), longest, false,
                       field == u"note");
    }

    const JsonValue &value(QStringView field) const { return m_map.value(m_document, field); }
    const JsonValue &value(const JsonValue &entry, QStringView list, QStringView field) const
    {
        return m_map.value(entry, list, field);
    }

    /// ISO 8601, or seconds since 1970; 0: it is not there.
    qint64 time(QStringView field)
    {
        const JsonValue &value = m_map.value(m_document, field);
        if (value.isNull())
            return 0;
        bool ok = value.isNumber();
        if (ok) {
            const qint64 seconds = value.integer(&ok);
            if (ok && seconds > 0 && seconds < 100'000'000'000)
                return seconds * 1000;
        }
        if (const auto ms = value.isString() ? fromIso(value.string()) : std::nullopt)
            return *ms;
        wrong(field.toString(), QStringLiteral("must be an ISO 8601 time"));
        return 0;
    }

    void wrong(const QString &path, const QString &issue) { m_problems.add(ErrorCode::ValidationFailed, path, issue); }

private:
    QString checked(const JsonValue &value, const QString &path, int longest, bool required, bool lines)
    {
        if (!value.isNull() && !value.isString() && !value.isNumber()) {
            wrong(path, QStringLiteral("must be a string"));
            return {};
        }
        const QString text = asText(value);
        if (required && text.isEmpty())
            wrong(path, QStringLiteral("is required"));
        else if (orderlimits::codePoints(text) > longest)
            wrong(path, QStringLiteral("must be at most %1 characters").arg(longest));
        else if (orderlimits::hasForbiddenControl(text, lines))
            wrong(path, QStringLiteral("must not contain control characters"));
        else
            return text;
        return {};
    }

    const JsonValue &m_document;
    const FieldMap &m_map;
    Problems m_problems;
};

OutsideLine readLine(Reader &reader, const JsonValue &entry, std::size_t index)
{
    constexpr QStringView list = u"items";
    const QString path = QStringLiteral("items[%1]").arg(index);
    OutsideLine line;
    if (!entry.isObject()) {
        reader.wrong(path, QStringLiteral("must be an object"));
        return line;
    }
    bool isId = false;
    line.itemId = reader.value(entry, list, u"item_id").integer(&isId);
    if (!isId || line.itemId < 1)
        line.itemId = 0;
    line.externalId = reader.text(entry, list, u"external_id", path, maxExternalId);
    line.name = reader.text(entry, list, u"name", path, orderlimits::maxName);
    if (line.itemId == 0 && line.externalId.isEmpty() && line.name.isEmpty())
        reader.wrong(path, QStringLiteral("must have item_id, external_id or name"));
    line.line.note = reader.text(entry, list, u"note", path, orderlimits::maxNote);
    const JsonValue &quantity = reader.value(entry, list, u"quantity");
    const auto thousandths = quantity.isNull()     ? Result<qint64>(1000)
                             : quantity.isNumber() ? parseQuantity(quantity.numberText())
                                                   : Result<qint64>(Error{});
    if (thousandths && *thousandths > 0)
        line.line.quantity = *thousandths;
    else
        reader.wrong(path + QStringLiteral(".quantity"), QStringLiteral("must be a quantity"));
    const JsonValue &options = reader.value(entry, list, u"options");
    if (options.items().size() > std::size_t(orderlimits::maxOptions))
        reader.wrong(path + QStringLiteral(".options"), QStringLiteral("are too many"));
    for (std::size_t i = 0; i < options.items().size() && i < std::size_t(orderlimits::maxOptions); ++i) {
        bool ok = false;
        const qint64 id = options.items()[i].integer(&ok);
        if (ok && id > 0)
            line.line.optionIds.push_back(id);
        else
            reader.wrong(path + QStringLiteral(".options[%1]").arg(i), QStringLiteral("must be an option's id"));
    }
    return line;
}

} // namespace

Result<OutsideOrder> readOutsideOrder(const JsonValue &document, const FieldMap &map, const QString &source,
                                      qint64 nowMs, qint64 acceptSeconds)
{
    Reader reader(document, map);
    OutsideOrder out;
    out.source = source;
    out.externalId = reader.text(u"order_id", maxExternalId, true);
    NewOrder &order = out.order;
    order.origin.source = source;
    order.origin.number = reader.text(u"number", maxNumber);
    if (order.origin.number.isEmpty())
        order.origin.number = out.externalId.left(maxNumber);
    order.origin.acceptByMs = reader.time(u"accept_by");
    order.origin.refuseByMs = reader.time(u"refuse_by");
    if (order.origin.acceptByMs == 0 && acceptSeconds > 0)
        order.origin.acceptByMs = nowMs + acceptSeconds * 1000;
    order.origin.paid = reader.value(u"paid").boolean();
    const QString fulfilment = map.word(u"fulfilment", reader.text(u"fulfilment", maxNumber));
    const auto known = fulfilment.isEmpty() ? std::optional(Fulfilment::Pickup) : fulfilmentFromText(fulfilment);
    if (known && *known != Fulfilment::DineIn)
        order.fulfilment = *known;
    else
        reader.wrong(QStringLiteral("fulfilment"), QStringLiteral("must be pickup or delivery"));
    order.address = reader.text(u"address", orderlimits::maxAddress, order.fulfilment == Fulfilment::Delivery);
    order.note = reader.text(u"note", orderlimits::maxNote, false, true);
    order.allergy = reader.text(u"allergy", orderlimits::maxNote, false, true);
    order.guestName = reader.text(u"guest_name", orderlimits::maxName);
    order.guestPhone = reader.text(u"guest_phone", orderlimits::maxPhone);
    if (!order.guestPhone.isEmpty() && !orderlimits::isPhone(order.guestPhone))
        reader.wrong(QStringLiteral("guest_phone"), QStringLiteral("must be a phone number"));
    order.promisedAtMs = reader.time(u"promised_at");
    const JsonValue &items = reader.value(u"items");
    const std::size_t count = items.items().size();
    if (count == 0 || count > std::size_t(orderlimits::maxLines)) {
        reader.wrong(QStringLiteral("items"), QStringLiteral("must be 1 to %1 lines").arg(orderlimits::maxLines));
    } else {
        for (std::size_t i = 0; i < count; ++i)
            out.lines.push_back(readLine(reader, items.items()[i], i));
    }
    if (reader.problems().any())
        return reader.problems().take();
    return out;
}

Result<OutsideCancel> readOutsideCancel(const JsonValue &document, const FieldMap &map)
{
    Reader reader(document, map);
    OutsideCancel out;
    out.externalId = reader.text(u"order_id", maxExternalId, true);
    out.reason = reader.text(u"reason", orderlimits::maxReason, false, true);
    if (reader.problems().any())
        return reader.problems().take();
    if (out.reason.isEmpty())
        out.reason = QStringLiteral("Cancelled by the service");
    return out;
}

QByteArray outsideNewsJson(const OutsideNews &news)
{
    JsonWriter json;
    json.beginObject();
    json.key("order_id").value(news.externalId);
    json.key("number").value(news.number);
    json.key("status").value(static_cast<int>(news.status));
    json.key("status_name").value(orderStatusName(news.status));
    json.key("timestamp").value(isoUtc(news.statusAtMs));
    writeTextOrNull(json, "reason", news.reason);
    json.endObject();
    return json.take();
}

} // namespace oshaq

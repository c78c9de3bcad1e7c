// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/dispatchnewsjson.h"

#include "models/domain/timetext.h"
#include "sync/protocol/schema.h"

namespace oshaq {

namespace {

constexpr qsizetype maxText = 300;

QString textOf(const JsonValue &value)
{
    const QString text =
        value.isNumber() ? QString::fromLatin1(value.numberText()) : cleanText(value.string()).trimmed();
    return text.left(maxText);
}

/// What a link on our screens may be.
QString linkOf(const JsonValue &value)
{
    const QString link = value.string().trimmed();
    return link.startsWith(QLatin1String("https://")) && link.size() <= maxText ? link : QString();
}

} // namespace

Result<ServiceDelivery> readServiceDelivery(const JsonValue &document, const FieldMap &map, const Currency &currency)
{
    ServiceDelivery out;
    out.uuid = textOf(map.value(document, u"external_id"));
    DispatchNews &news = out.news;
    news.serviceId = textOf(map.value(document, u"id"));
    if (out.uuid.isEmpty() && news.serviceId.isEmpty()) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("This names no delivery."),
                     {{QStringLiteral("id"), QStringLiteral("is required")}}};
    }
    const auto state = dispatchStateFromText(map.word(u"status", textOf(map.value(document, u"status"))));
    // What only we say of a delivery is no news of it.
    if (state && *state != DispatchState::Quoting && *state != DispatchState::Quoted &&
        *state != DispatchState::Wanted && *state != DispatchState::Unknown && *state != DispatchState::Cancelling)
        news.state = state;
    if (const JsonValue &price = map.value(document, u"price"); price.isNumber()) {
        if (const auto minor = parseMajorUnits(price.numberText(), currency); minor && *minor >= 0)
            news.priceMinor = *minor;
    }
    news.courierName = textOf(map.value(document, u"courier_name"));
    news.courierPhone = textOf(map.value(document, u"courier_phone"));
    news.trackingUrl = linkOf(map.value(document, u"tracking_url"));
    if (const JsonValue &arrives = map.value(document, u"arrives_at"); arrives.isString())
        news.arrivesAtMs = fromIso(arrives.string());
    if (news.state == DispatchState::Failed || news.state == DispatchState::Cancelled)
        news.error = textOf(map.value(document, u"reason"));
    return out;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/webhookpayload.h"

#include "models/domain/timetext.h"
#include "models/hub/catalogservice.h"
#include "models/hub/feedservice.h"
#include "models/hub/paymentservice.h"
#include "sync/protocol/feedjson.h"
#include "sync/protocol/paymentjson.h"

namespace oshaq {

namespace {

/// What people typed may be anything about anybody.
void removePersonalData(Order *order)
{
    order->userId = 0;
    order->guestName.clear();
    order->guestPhone.clear();
    order->addressId.reset();
    order->address.clear();
    order->note.clear();
    order->allergy.clear();
    order->cancelReason.clear();
    for (OrderLine &line : order->lines)
        line.note.clear();
}

void removePersonalData(Payment *payment)
{
    payment->slip.clear();
    for (Refund &refund : payment->refunds)
        refund.reason.clear();
}

} // namespace

Result<QByteArray> webhookPayload(sql::Database &database, const WebhookDelivery &delivery, const QString &epoch)
{
    JsonWriter json;
    json.beginObject();
    json.key("id").value(delivery.uuid);
    json.key("event").value(delivery.event);
    json.key("business_id").value(delivery.businessId);
    json.key("created_at").value(isoUtc(delivery.createdAtMs));
    if (delivery.seq) {
        auto page = feedreads::changes(database, delivery.businessId, {epoch, *delivery.seq - 1}, 1);
        if (!page)
            return page.error();
        if (page->changes.empty() || page->changes.front().change.seq != *delivery.seq)
            return Error{ErrorCode::NotFound, QStringLiteral("The journal does not hold the event any more."), {}};
        const auto business = catalogreads::business(database, delivery.businessId);
        if (!business)
            return business.error();
        const auto currency = Currency::fromCode(business->currency);
        if (!currency)
            return currency.error();
        FeedChange &change = page->changes.front();
        if (change.order)
            removePersonalData(&*change.order);
        json.key("change");
        writeChange(json, change, *currency, OrderView::Kitchen);
        if (change.change.entity == EntityKind::Payment) {
            auto payment = paymentreads::one(database, delivery.businessId, change.change.id);
            if (!payment)
                return payment.error();
            removePersonalData(&*payment);
            json.key("payment");
            writePayment(json, *payment);
        }
    }
    json.endObject();
    return json.take();
}

} // namespace oshaq

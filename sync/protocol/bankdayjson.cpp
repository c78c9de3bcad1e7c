// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/bankdayjson.h"

#include "sync/protocol/fieldreader.h"

#include <utility>

namespace oshaq {

namespace {

BankAgreement agreementOf(const QString &text)
{
    constexpr std::pair<const char *, BankAgreement> known[] = {
        {"none", BankAgreement::Agrees},
        {"not_asked", BankAgreement::NotAsked},
        {"open", BankAgreement::Open},
        {"missing_there", BankAgreement::MissingThere},
        {"missing_here", BankAgreement::MissingHere},
        {"refunds", BankAgreement::Refunds},
    };
    for (const auto &[code, agreement] : known) {
        if (text == QLatin1String(code))
            return agreement;
    }
    return BankAgreement::Other;
}

BankDayRow readRow(const FieldReader &in, const Currency &currency)
{
    BankDayRow row;
    row.paymentId = in.integer(u"payment_id");
    row.orderId = in.integer(u"order_id");
    row.orderNumber = in.text(u"order_number");
    if (const auto method = paymentMethodFromText(in.requiredText(u"method")))
        row.method = *method;
    else
        in.wrong(u"method", QStringLiteral("is not a known method"));
    if (const auto status = paymentStatusFromText(in.requiredText(u"status")))
        row.status = *status;
    else
        in.wrong(u"status", QStringLiteral("is not a known status"));
    row.createdAtMs = in.time(u"created_at");
    row.amountMinor = in.money(u"amount", currency);
    row.refundedMinor = in.money(u"refunded", currency);
    row.bankAmountMinor = in.money(u"bank_amount", currency);
    row.bankRefundedMinor = in.money(u"bank_refunded", currency);
    row.agreement = agreementOf(in.requiredText(u"difference"));
    row.problem = in.text(u"problem");
    return row;
}

} // namespace

Result<BankDay> readBankDay(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    BankDay day;
    day.day = QDate::fromString(in.requiredText(u"day"), Qt::ISODate);
    if (!day.day.isValid())
        in.wrong(u"day", QStringLiteral("must be a day such as 2026-01-15"));
    if (const auto currency = Currency::fromCode(in.requiredText(u"currency")))
        day.currency = *currency;
    else
        in.wrong(u"currency", QStringLiteral("is not a known currency"));
    const Currency currency = day.currency;
    day.chargedMinor = in.money(u"charged", currency);
    day.refundedMinor = in.money(u"refunded", currency);
    day.bankChargedMinor = in.money(u"bank_charged", currency);
    day.bankRefundedMinor = in.money(u"bank_refunded", currency);
    day.rows =
        readEach<BankDayRow>(in, u"payments", [&currency](const FieldReader &one) { return readRow(one, currency); });
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a day of payments"));
    return day;
}

} // namespace oshaq

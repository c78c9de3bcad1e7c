// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payment.h"

#include <QDate>
#include <QString>

#include <vector>

namespace oshaq {

/// Where the record and the bank differ about a payment.
enum class BankAgreement
{
    Agrees,
    NotAsked,     ///< the bank has not been asked
    Open,         ///< it is not decided yet
    MissingThere, ///< it is paid here, and the bank has no money of it
    MissingHere,  ///< the bank has money that does not count here
    Refunds,      ///< more or less went back than is written here
    Other         ///< see the problem
};

/// One payment through the bank, here and there. Amounts are minor units, tips included.
struct BankDayRow
{
    qint64 paymentId = 0;
    qint64 orderId = 0;
    QString orderNumber;
    PaymentMethod method = PaymentMethod::Halyk;
    PaymentStatus status = PaymentStatus::Unknown;
    qint64 createdAtMs = 0;
    qint64 amountMinor = 0;
    qint64 refundedMinor = 0;
    qint64 bankAmountMinor = 0; ///< as the bank said it last
    qint64 bankRefundedMinor = 0;
    BankAgreement agreement = BankAgreement::Agrees;
    QString problem; ///< English, for whoever looks into it; empty: none

    bool operator==(const BankDayRow &) const = default;
};

/// The payments through the bank of one business day, compared with what the bank says of them.
struct BankDay
{
    QDate day;
    Currency currency;
    qint64 chargedMinor = 0; ///< here
    qint64 refundedMinor = 0;
    qint64 bankChargedMinor = 0; ///< there
    qint64 bankRefundedMinor = 0;
    std::vector<BankDayRow> rows; ///< oldest first

    bool operator==(const BankDay &) const = default;
};

} // namespace oshaq

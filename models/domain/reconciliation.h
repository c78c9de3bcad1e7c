// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bankattempt.h"
#include "models/domain/payment.h"

#include <QDate>
#include <QString>

#include <vector>

namespace oshaq {

/// Where the record and the bank differ.
enum class BankDifference
{
    None,
    NotAsked,     ///< the bank was not asked since
    Open,         ///< it is not decided yet
    MissingThere, ///< ours is charged, the bank's is not
    MissingHere,  ///< the bank has money that this record does not count
    Refunds,      ///< more or less went back than is written here
    Other,        ///< see the attempt's problem
};

/// "none", "not_asked", "open", "missing_there", "missing_here", "refunds", "other".
QString bankDifferenceText(BankDifference difference);

struct ReconciliationRow
{
    Payment payment;
    BankAttempt attempt;
    QString orderNumber;
    BankDifference difference = BankDifference::None;
};

/// A business day as the record and the bank have it.
struct Reconciliation
{
    QDate day;
    qint64 beginMs = 0;
    qint64 endMs = 0;
    Currency currency;
    qint64 chargedMinor = 0; ///< here, tips included
    qint64 refundedMinor = 0;
    qint64 bankChargedMinor = 0; ///< as the bank said it last
    qint64 bankRefundedMinor = 0;
    int differences = 0;
    std::vector<ReconciliationRow> rows; ///< oldest first
};

/// Whether the record and the bank's last word agree.
BankDifference bankDifferenceOf(const Payment &payment, const BankAttempt &attempt);

/// Adds a payment with what differs, and its amounts to the sums.
void addToReconciliation(Reconciliation *all, ReconciliationRow row);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace oshaq {

/// Why cash goes into a drawer or out of it.
enum class DrawerMoveKind
{
    PayIn,  ///< put in by hand, such as more change
    PayOut, ///< taken out by hand, such as for a supplier or the safe
    Sale,   ///< a guest paid in cash, tip included
    Refund, ///< cash was given back to a guest
};

inline constexpr std::array allDrawerMoveKinds{DrawerMoveKind::PayIn, DrawerMoveKind::PayOut, DrawerMoveKind::Sale,
                                               DrawerMoveKind::Refund};

/// "pay_in", "pay_out", "sale", "refund".
QString drawerMoveKindText(DrawerMoveKind kind);
std::optional<DrawerMoveKind> drawerMoveKindFromText(QStringView text);

/// By hand: such a move has a reason, and no payment.
constexpr bool isByHand(DrawerMoveKind kind)
{
    return kind == DrawerMoveKind::PayIn || kind == DrawerMoveKind::PayOut;
}

struct DrawerMove
{
    qint64 id = 0;
    DrawerMoveKind kind = DrawerMoveKind::PayIn;
    qint64 amountMinor = 0; ///< always positive; the kind says which way
    QString reason;         ///< of a move by hand
    std::optional<qint64> paymentId;
    std::optional<qint64> refundId;
    QString madeBy; ///< in the record as in the journal; to readers as they are called
    qint64 madeAtMs = 0;

    bool operator==(const DrawerMove &) const = default;
};

/// How many notes or coins of one kind.
struct DrawerPieces
{
    qint64 faceMinor = 0;
    qint64 count = 0;

    bool operator==(const DrawerPieces &) const = default;
};

/// What somebody found in the drawer, and what should have been there at that moment.
struct DrawerCount
{
    qint64 id = 0;
    qint64 countedMinor = 0;
    qint64 expectedMinor = 0;
    std::vector<DrawerPieces> pieces; ///< empty: only the sum was said
    QString madeBy;                   ///< as in DrawerMove
    qint64 madeAtMs = 0;

    /// More than there should be: positive.
    qint64 differenceMinor() const { return countedMinor - expectedMinor; }
    bool operator==(const DrawerCount &) const = default;
};

/// A drawer from its float to the count that closes it. Amounts are sums over all of its moves.
struct DrawerSession
{
    qint64 id = 0;
    qint64 businessId = 0;
    qint64 terminalId = 0; ///< the screen beside it; 0: none
    QString terminalName;  ///< as it is called now
    Currency currency;
    qint64 floatMinor = 0;
    qint64 openedAtMs = 0;
    QString openedBy; ///< as in DrawerMove
    qint64 sales = 0; ///< payments in cash
    qint64 salesMinor = 0;
    qint64 refunds = 0;
    qint64 refundsMinor = 0;
    qint64 paidInMinor = 0;
    qint64 paidOutMinor = 0;
    std::vector<DrawerMove> moves;   ///< by hand, oldest first; lists leave them out
    std::vector<DrawerCount> counts; ///< oldest first; the last one of a closed session closed it
    std::optional<qint64> closedAtMs;
    QString closedBy;
    QString note; ///< of whoever closed it
    qint64 version = 1;

    bool isOpen() const { return !closedAtMs; }
    qint64 expectedMinor() const { return floatMinor + salesMinor + paidInMinor - refundsMinor - paidOutMinor; }
    /// The count that closed it; null while it is open.
    const DrawerCount *closing() const { return closedAtMs && !counts.empty() ? &counts.back() : nullptr; }

    bool operator==(const DrawerSession &) const = default;
};

/// A session as a screen gets it.
struct DrawerView
{
    DrawerSession session;
    bool isHere = false; ///< cash that is taken at this screen goes into it

    bool operator==(const DrawerView &) const = default;
};

/// The sum of the pieces; ValidationFailed for a face that is not positive, is there twice, or a negative number of
/// them, AmountOutOfRange beyond maxAmountMinor.
Result<qint64> sumOfPieces(const std::vector<DrawerPieces> &pieces);

/// Notes and coins of the currency that people count, in minor units, largest first; a few round ones for a currency
/// that is not known here.
std::vector<qint64> cashFaces(const Currency &currency);

/// Which of the open sessions the cash of a screen belongs to: the one beside it, else the only one that is open; none
/// when nobody can tell.
const DrawerSession *drawerFor(const std::vector<DrawerSession> &open, qint64 terminalId);

} // namespace oshaq

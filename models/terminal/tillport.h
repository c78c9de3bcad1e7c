// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drawer.h"
#include "models/domain/payment.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// What the screens of money ask the hub: cash drawers, giving money back, and the bank's page. Implemented in
/// sync/client; faked in GUI tests. GUI thread; nothing blocks. Without a hub every question ends as Unreachable.
/// `key`: idempotency key, a UUID that stays the same when the clerk tries again. Amounts are minor units of the
/// business's currency.
class TillPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Those that are open, oldest first, without what was moved by hand.
    virtual PortCall openDrawers(PortDone<std::vector<DrawerView>> done) = 0;
    virtual PortCall drawer(qint64 drawerId, PortDone<DrawerView> done) = 0;
    /// The one beside this screen.
    virtual PortCall openDrawer(const QString &key, qint64 floatMinor, PortDone<DrawerView> done) = 0;

    struct CashMove
    {
        QString key;
        qint64 drawerId = 0;
        DrawerMoveKind kind = DrawerMoveKind::PayIn; ///< by hand
        qint64 amountMinor = 0;
        QString reason;
    };
    virtual PortCall moveCash(const CashMove &move, PortDone<DrawerView> done) = 0;

    struct CashCount
    {
        QString key;
        qint64 drawerId = 0;
        qint64 countedMinor = 0;
        std::vector<DrawerPieces> pieces; ///< empty: only the sum was said
        bool closes = false;              ///< the last one
        QString note;                     ///< of the last one
        qint64 version = 0;               ///< of the last one: of the session that was seen
    };
    virtual PortCall countCash(const CashCount &count, PortDone<DrawerView> done) = 0;

    /// No amount: all that is left of the payment.
    virtual PortCall refund(const QString &key, qint64 paymentId, std::optional<qint64> amountMinor,
                            const QString &reason, PortDone<Payment> done) = 0;

    /// A payment on the bank's page, which the guest opens on their own phone. What becomes of it the order tells.
    struct PageRequest
    {
        QString key;
        qint64 orderId = 0;
        qint64 amountMinor = 0;
        qint64 tipMinor = 0;
    };
    struct BankPage
    {
        Payment payment; ///< it waits for the bank
        QString url;     ///< of the page
    };
    virtual PortCall payOnPage(const PageRequest &request, PortDone<BankPage> done) = 0;

    /// The cards that the bank keeps for whoever ordered; mostly none.
    virtual PortCall savedCards(qint64 orderId, PortDone<std::vector<SavedCard>> done) = 0;
    /// Charges one of them, as the guest who ordered has asked. The bank's word comes as for a page.
    struct CardRequest
    {
        QString key;
        qint64 orderId = 0;
        qint64 cardId = 0;
        qint64 amountMinor = 0;
        qint64 tipMinor = 0;
    };
    virtual PortCall payWithCard(const CardRequest &request, PortDone<Payment> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/role.h"
#include "models/runtime/clock.h"
#include "models/terminal/alarmboard.h"
#include "models/terminal/hubclock.h"
#include "models/terminal/kitchenservice.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/operatorservice.h"
#include "models/terminal/orderacts.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/ordersservice.h"
#include "models/terminal/outbox.h"
#include "models/terminal/terminaldatabase.h"
#include "models/terminal/visiblecatalog.h"
#include "models/terminal/visibleorders.h"

#include <QObject>
#include <QByteArray>
#include <QTimer>

#include <memory>

namespace oshaq {

/// How this terminal reaches its hub. Kept in terminal.db, which nobody but its user can read (mode 0600).
struct HubCredentials
{
    QString url;               ///< "http://192.168.1.10:8787", without "/api"
    QString token;             ///< the terminal's bearer token
    Role role = Role::Kitchen; ///< what the token may do; commands are decided here under the same rules
    QByteArray authorityPem = {}; ///< the hub's own CA, the only one that is trusted; empty: those of the system

    bool operator==(const HubCredentials &) const = default;
};

/// Everything one screen keeps and knows, opened from a directory. app/desktop gives it to sync/client (which moves
/// changes between it and the hub) and to ui (which shows it). GUI thread.
class Terminal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Terminal)

public:
    /// Makes the directory (0700) and terminal.db when they are not there. Refuses a directory that another process
    /// uses and a file of a newer program; a damaged file is moved aside, see openingNote().
    static Result<std::unique_ptr<Terminal>> open(const QString &directory, const Clock &clock,
                                                  const PinCost &pinCost = PinCost::moderate());
    ~Terminal() override;

    KitchenService &kitchen() { return *m_kitchen; }
    OrdersService &orders() { return *m_orders; }
    OperatorService &operators() { return *m_operators; }
    Outbox &outbox() { return *m_outbox; }
    OrderCache &cache() { return *m_cache; }
    VisibleOrders &visibleOrders() { return *m_visible; }
    VisibleCatalog &visibleCatalog() { return *m_catalog; }
    OrderActs &acts() { return *m_acts; }
    LinkStatus &link() { return m_link; }
    AlarmBoard &alarms() { return m_alarms; }
    /// Tell it hub times with observe(); everybody reads ages from it.
    HubClock &hubClock() { return *m_hubClock; }
    /// The same as a Clock.
    const Clock &hubTime() const { return *m_hubTime; }
    TerminalDatabase &database() { return *m_database; }

    HubCredentials credentials() const;
    Result<void> setCredentials(const HubCredentials &credentials);

    /// Empty, or what a person should know about the opening (English): a damaged file was replaced.
    const QString &openingNote() const { return m_database->openingNote(); }

    /// Retention: closed orders after 48 hours, confirmed commands after 72. Runs at opening and every half hour, and does
    /// nothing before the hub has said what time it is; saves the offset of the hub's clock too.
    void tidy();

Q_SIGNALS:
    /// credentials() are others now.
    void credentialsChanged();

private:
    Terminal() = default;
    /// Decides here what this terminal may do; a manager may give it another role at the hub.
    void takeRole(Role role);

    std::unique_ptr<TerminalDatabase> m_database;
    std::unique_ptr<HubClock> m_hubClock;
    std::unique_ptr<HubTime> m_hubTime;
    std::unique_ptr<OrderCache> m_cache;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<VisibleOrders> m_visible;
    std::unique_ptr<VisibleCatalog> m_catalog;
    std::unique_ptr<OrderActs> m_acts;
    std::unique_ptr<KitchenService> m_kitchen;
    std::unique_ptr<OrdersService> m_orders;
    LinkStatus m_link;
    AlarmBoard m_alarms;
    std::unique_ptr<OperatorService> m_operators;
    QTimer m_tidyTimer;
};

} // namespace oshaq

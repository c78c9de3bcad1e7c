// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakehub.h"
#include "manualtime.h"
#include "models/terminal/hubclock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"
#include "models/terminal/terminaldatabase.h"
#include "sync/client/feedfollower.h"
#include "sync/client/outboxdispatcher.h"

#include <QTemporaryDir>

#include <memory>

namespace oshaq::testing {

/// A hub and the parts of one terminal, on the test's time. Each part of the client is made by the test that wants it.
struct TerminalWorld
{
    TerminalWorld()
    {
        transport.serve = [this](const WireRequest &request) { return hub.handle(request); };
        reopen();
    }
    ~TerminalWorld()
    {
        follower.reset();
        dispatcher.reset();
    }

    /// The program ends and starts again on the same terminal.db.
    void reopen()
    {
        follower.reset();
        dispatcher.reset();
        transport.dropAll();
        outbox.reset();
        cache.reset();
        database.reset();
        if (auto opened = TerminalDatabase::open(directory.path(), clock))
            database = std::move(opened).value();
        if (auto opened = OrderCache::open(*database))
            cache = std::move(opened).value();
        if (auto opened = Outbox::open(*database, *cache, clock))
            outbox = std::move(opened).value();
        hubClock = std::make_unique<HubClock>(clock);
    }

    void makeDispatcher()
    {
        dispatcher = std::make_unique<OutboxDispatcher>(*outbox, *cache, endpoint, transport, clock, scheduler,
                                                        [this] { return fraction; });
    }
    void makeFollower()
    {
        follower = std::make_unique<FeedFollower>(*cache, *outbox, *hubClock, endpoint, transport, channel, clock,
                                                  scheduler, [this] { return fraction; });
    }

    /// Everything that can happen without time passing.
    void settle()
    {
        while (transport.deliverOne() || scheduler.runDue()) {
        }
    }
    void advance(qint64 ms)
    {
        clock.advance(ms);
        settle();
    }

    /// A bump of the whole order, as the kitchen does it.
    QString bump(const Order &order)
    {
        OrderCommand command;
        command.kind = OrderCommand::Kind::Lines;
        command.action = LineAction::Done;
        for (const OrderLine &line : order.lines)
            command.lineIds.push_back(line.id);
        command.actedAtMs = clock.nowMs();
        return add(order, command);
    }
    QString setStatus(const Order &order, OrderStatus to, std::optional<OrderStatus> from = {})
    {
        OrderCommand command;
        command.to = to;
        command.from = from;
        command.actedAtMs = clock.nowMs();
        return add(order, command);
    }
    QString add(const Order &order, const OrderCommand &command)
    {
        const Result<std::vector<QString>> ids = outbox->add(order, {command});
        return ids ? ids->front() : QString();
    }

    /// The cache shows exactly the hub's rows.
    bool agrees() const
    {
        for (const Order &order : hub.orders()) {
            const Order *known = cache->find(order.id);
            if (!known || !(*known == order))
                return false;
        }
        return cache->orders().size() == static_cast<std::size_t>(hub.orders().size());
    }

    QTemporaryDir directory;
    ManualClock clock;
    ManualScheduler scheduler{clock};
    FakeHub hub{clock};
    FakeTransport transport;
    FakeChannel channel;
    double fraction = 0.0;
    HubEndpoint endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"));
    std::unique_ptr<TerminalDatabase> database;
    std::unique_ptr<OrderCache> cache;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<HubClock> hubClock;
    std::unique_ptr<OutboxDispatcher> dispatcher;
    std::unique_ptr<FeedFollower> follower;
};

} // namespace oshaq::testing

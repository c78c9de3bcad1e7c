// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/terminal.h"

#include <QLoggingCategory>

namespace oshaq {

Q_LOGGING_CATEGORY(lcTerminalTidy, "oshaq.terminal.tidy")

namespace {

QString urlKey()
{
    return QStringLiteral("hub.url");
}
QString tokenKey()
{
    return QStringLiteral("hub.token");
}
QString roleKey()
{
    return QStringLiteral("hub.role");
}
QString authorityKey()
{
    return QStringLiteral("hub.authority");
}
QString offsetKey()
{
    return QStringLiteral("clock.offset");
}

constexpr int tidyIntervalMs = 30 * 60 * 1000;

} // namespace

Terminal::~Terminal()
{
    if (m_hubClock && m_hubClock->isKnown())
        static_cast<void>(m_database->setMeta(offsetKey(), QString::number(m_hubClock->offsetMs())));
}

Result<std::unique_ptr<Terminal>> Terminal::open(const QString &directory, const Clock &clock, const PinCost &pinCost)
{
    std::unique_ptr<Terminal> terminal(new Terminal);
    auto database = TerminalDatabase::open(directory, clock);
    if (!database)
        return database.error();
    terminal->m_database = std::move(*database);
    auto cache = OrderCache::open(*terminal->m_database);
    if (!cache)
        return cache.error();
    terminal->m_cache = std::move(*cache);
    terminal->m_hubClock = std::make_unique<HubClock>(clock, terminal->m_database->meta(offsetKey()).toLongLong(),
                                                      terminal->m_cache->knownAtMs());
    terminal->m_hubTime = std::make_unique<HubTime>(*terminal->m_hubClock, clock);
    auto outbox = Outbox::open(*terminal->m_database, *terminal->m_cache, *terminal->m_hubTime);
    if (!outbox)
        return outbox.error();
    terminal->m_outbox = std::move(*outbox);
    terminal->m_visible = std::make_unique<VisibleOrders>(*terminal->m_cache, *terminal->m_outbox,
                                                          *terminal->m_hubClock, terminal->credentials().role);
    terminal->m_catalog = std::make_unique<VisibleCatalog>(*terminal->m_cache, *terminal->m_outbox);
    terminal->m_acts = std::make_unique<OrderActs>(*terminal->m_cache, *terminal->m_outbox, *terminal->m_visible,
                                                   *terminal->m_catalog, *terminal->m_hubClock);
    terminal->m_kitchen = std::make_unique<KitchenService>(
        *terminal->m_database, *terminal->m_cache, *terminal->m_outbox, *terminal->m_visible, *terminal->m_catalog,
        *terminal->m_acts, *terminal->m_hubClock);
    terminal->m_orders =
        std::make_unique<OrdersService>(*terminal->m_cache, *terminal->m_outbox, *terminal->m_visible,
                                        *terminal->m_catalog, *terminal->m_acts, *terminal->m_hubClock);

    terminal->m_operators =
        std::make_unique<OperatorService>(*terminal->m_database, *terminal->m_outbox, *terminal->m_visible,
                                          *terminal->m_hubClock, terminal->m_link, clock, pinCost);

    connect(terminal->m_cache.get(), &OrderCache::roleTold, terminal.get(), &Terminal::takeRole);

    LinkStatus::Facts facts;
    facts.knownAtMs = terminal->m_cache->knownAtMs();
    facts.pending = terminal->m_outbox->pendingCount();
    terminal->m_link.update(facts);

    terminal->tidy();
    terminal->m_tidyTimer.setInterval(tidyIntervalMs);
    connect(&terminal->m_tidyTimer, &QTimer::timeout, terminal.get(), &Terminal::tidy);
    terminal->m_tidyTimer.start();
    return terminal;
}

HubCredentials Terminal::credentials() const
{
    return HubCredentials{m_database->meta(urlKey()), m_database->meta(tokenKey()),
                          roleFromText(m_database->meta(roleKey())).value_or(Role::Kitchen),
                          m_database->meta(authorityKey()).toLatin1()};
}

Result<void> Terminal::setCredentials(const HubCredentials &credentials)
{
    const HubCredentials known = this->credentials();
    if (credentials == known)
        return {};
    // Another terminal perhaps, with another letter, or one that is told more or less: the next snapshot says.
    const bool isOther = known.token != credentials.token || known.role != credentials.role;
    if (!known.token.isEmpty() && isOther) {
        if (auto forgotten = m_cache->forgetIdentity(); !forgotten)
            return forgotten;
    }
    if (!known.token.isEmpty() && known.token != credentials.token)
        m_operators->forgetEverybody(known.url != credentials.url);
    auto written = m_database->write([&](sql::Database &) -> Result<void> {
        if (auto done = m_database->writeMeta(urlKey(), credentials.url); !done)
            return done;
        if (auto done = m_database->writeMeta(tokenKey(), credentials.token); !done)
            return done;
        if (auto done = m_database->writeMeta(authorityKey(), QString::fromLatin1(credentials.authorityPem)); !done)
            return done;
        if (auto done = m_database->writeMeta(authorityKey(), QString::fromLatin1(credentials.authorityPem)); !done)
            return done;
        return m_database->writeMeta(roleKey(), roleText(credentials.role));
    });
    if (!written)
        return written;
    m_visible->setRole(credentials.role);
    m_operators->handleRoleChanged();
    Q_EMIT credentialsChanged();
    return {};
}

void Terminal::takeRole(Role role)
{
    if (role == credentials().role)
        return;
    // The token is the same, so what the hub told was told to this role already.
    if (auto written = m_database->setMeta(roleKey(), roleText(role)); !written)
        qCWarning(lcTerminalTidy, "%ls", qUtf16Printable(written.error().message));
    m_visible->setRole(role);
    m_operators->handleRoleChanged();
}

void Terminal::tidy()
{
    // Before the first contact the hub's clock is a guess; a wrong wall clock must not delete two days of orders.
    if (m_hubClock->isKnown()) {
        if (auto removed = m_cache->purge(m_hubClock->nowMs()); !removed)
            qCWarning(lcTerminalTidy, "%ls", qUtf16Printable(removed.error().message));
        static_cast<void>(m_database->setMeta(offsetKey(), QString::number(m_hubClock->offsetMs())));
        m_kitchen->tidy(m_hubClock->nowMs());
        if (auto removed = m_outbox->purge(m_hubClock->nowMs()); !removed)
            qCWarning(lcTerminalTidy, "%ls", qUtf16Printable(removed.error().message));
    }
}

} // namespace oshaq

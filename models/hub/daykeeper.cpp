// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/daykeeper.h"

#include "models/hub/businessstore.h"
#include "models/hub/searchblocks.h"
#include "models/runtime/memory.h"
#include "models/runtime/threadrank.h"
#include "models/sql/transaction.h"

#include <QLoggingCategory>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcDays, "oshaq.hub.days")

/// Claimed, read and stored together: two commits for so many days, some 20 kB each in a busy place.
constexpr std::size_t daysAtOnce = 8;
/// Likewise; some 10 kB each.
constexpr std::size_t blocksAtOnce = 8;

Error stopped()
{
    return {ErrorCode::StorageUnavailable, QStringLiteral("The hub is shutting down."), {}};
}

} // namespace

/// What threads hand over, under one lock.
struct DayKeeper::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    quint64 asked = 0;                          ///< passes that somebody waits for
    quint64 kept = 0;                           ///< of those: found nothing missing
    quint64 writes = 0;                         ///< commands that were submitted
    std::optional<Result<WriteOutcome>> answer; ///< of the last one
};

DayKeeper::DayKeeper(Hub &hub, DayKeeperOptions options)
    : m_hub(hub)
    , m_options(options)
    , m_shared(std::make_shared<Shared>())
    , m_reader(hub)
{
    setObjectName(QStringLiteral("day keeper"));
    start();
}

DayKeeper::~DayKeeper()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopping = true;
        m_shared->changed.notify_all();
    }
    wait();
    // QThread::wait() hands over inside Qt, where ThreadSanitizer cannot see it; this lock makes it visible.
    const std::lock_guard lock(m_shared->mutex);
}

void DayKeeper::waitUntilKept()
{
    std::unique_lock lock(m_shared->mutex);
    const quint64 mine = ++m_shared->asked;
    m_shared->changed.notify_all();
    m_shared->changed.wait(lock, [&] { return m_shared->stopping || m_shared->kept >= mine; });
}

void DayKeeper::run()
{
    setThreadRank(ThreadRank::Background);
    for (;;) {
        quint64 asked = 0;
        {
            const std::lock_guard lock(m_shared->mutex);
            if (m_shared->stopping)
                break;
            asked = m_shared->asked;
        }
        const Result<void> done = pass();
        m_reader.close();
        if (!done && !isStopping())
            qCWarning(lcDays).noquote() << "days stay to be added up:" << done.error().message;
        // A day's orders are some MB in a busy place, and there will be no such work before tomorrow.
        if (std::exchange(m_hasKept, false))
            giveMemoryBack();
        std::unique_lock lock(m_shared->mutex);
        if (done) {
            m_shared->kept = std::max(m_shared->kept, asked);
            m_shared->changed.notify_all();
        }
        m_shared->changed.wait_for(lock, m_options.rest,
                                   [&] { return m_shared->stopping || (done && m_shared->asked > m_shared->kept); });
    }
    const std::lock_guard lock(m_shared->mutex); // pairs with the one in the destructor
}

bool DayKeeper::isStopping() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->stopping;
}

Result<void> DayKeeper::pass()
{
    if (const auto opened = m_reader.open(); !opened)
        return opened.error();
    const auto businesses = businessstore::list(*m_reader, std::numeric_limits<int>::max());
    if (!businesses)
        return businesses.error();
    for (const Business &business : *businesses) {
        const auto missing = keptdays::missing(*m_reader, business, m_hub.clock().nowMs());
        if (!missing)
            return missing.error();
        for (std::size_t at = 0; at < missing->size(); at += daysAtOnce) {
            const auto begin = missing->begin() + std::ptrdiff_t(at);
            const auto end = missing->begin() + std::ptrdiff_t(std::min(at + daysAtOnce, missing->size()));
            if (const auto kept = keep(business, {begin, end}); !kept)
                return kept;
        }
        if (const auto kept = keepBlocks(business); !kept)
            return kept;
    }
    return {};
}

Result<void> DayKeeper::keep(const Business &business, const std::vector<DaySpan> &days)
{
    const auto claimed = write(
        business, [business, days](WriteContext &context) { return keptdaywrites::claim(context, business, days); });
    if (!claimed)
        return claimed.error();
    std::vector<keptdaywrites::Day> read;
    for (const DaySpan &span : days) {
        auto figures = readDay(business, span);
        if (!figures)
            return figures.error();
        read.push_back({span, std::move(*figures)});
    }
    m_hasKept = true;
    const auto stored = write(business, [id = business.id, read = std::move(read)](WriteContext &context) {
        return keptdaywrites::store(context, id, read);
    });
    if (!stored)
        return stored.error();
    return {};
}

Result<void> DayKeeper::keepBlocks(const Business &business)
{
    for (;;) {
        const auto missing = searchblocks::missing(*m_reader, business.id, blocksAtOnce);
        if (!missing)
            return missing.error();
        if (missing->empty())
            return {};
        const auto claimed = write(business, [id = business.id, blocks = *missing](WriteContext &context) {
            return searchblockwrites::claim(context, id, blocks);
        });
        if (!claimed)
            return claimed.error();
        std::vector<searchblocks::Block> read;
        for (const qint64 block : *missing) {
            if (isStopping())
                return stopped();
            const auto began = std::chrono::steady_clock::now();
            auto found = searchblocks::read(*m_reader, business.id, block);
            if (!found)
                return found.error();
            read.push_back(std::move(*found));
            rest(std::chrono::steady_clock::now() - began);
        }
        const auto stored = write(business, [id = business.id, read = std::move(read)](WriteContext &context) {
            return searchblockwrites::store(context, id, read);
        });
        if (!stored)
            return stored.error();
    }
}

void DayKeeper::rest(std::chrono::steady_clock::duration took)
{
    if (!m_options.yields)
        return;
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait_for(lock, took, [this] { return m_shared->stopping; });
}

Result<QByteArray> DayKeeper::readDay(const Business &business, const DaySpan &span)
{
    WallClock clock(business, span.day, span.day);
    DayReader reader(business.id, clock);
    const qint64 endMs = clock.dayEndMs(0);
    for (qint64 beginMs = clock.dayBeginMs(0); beginMs < endMs;) {
        if (isStopping())
            return stopped();
        const auto began = std::chrono::steady_clock::now();
        // Each part in a snapshot of its own: a long one would hold the log that the writer wants to empty. Whatever is
        // written to the day in between takes the claim away.
        const auto snapshot = sql::Transaction::begin(*m_reader, sql::Transaction::Kind::Read);
        if (!snapshot)
            return snapshot.error();
        const auto partEndMs = keptdays::partEnd(*m_reader, business.id, beginMs, endMs, m_options.ordersAtOnce);
        if (!partEndMs)
            return partEndMs.error();
        if (const auto added = reader.add(*m_reader, beginMs, *partEndMs); !added)
            return added.error();
        beginMs = *partEndMs;
        (*snapshot)->rollback();
        rest(std::chrono::steady_clock::now() - began);
    }
    return reader.take().bytes();
}

Result<WriteOutcome> DayKeeper::write(const Business &business,
                                      std::function<Result<WriteOutcome>(WriteContext &)> command)
{
    quint64 number = 0;
    {
        const std::lock_guard lock(m_shared->mutex);
        number = ++m_shared->writes;
        m_shared->answer.reset();
    }
    WriteCommand wanted;
    wanted.principal.kind = Principal::Kind::Business;
    wanted.principal.role = Role::Owner;
    wanted.principal.businessId = business.id;
    wanted.principal.id = business.id;
    wanted.requestId = QStringLiteral("day-keeper");
    wanted.run = std::move(command);
    wanted.done = [shared = m_shared, number](const Result<WriteOutcome> &outcome) {
        const std::lock_guard lock(shared->mutex);
        if (number == shared->writes)
            shared->answer = outcome;
        shared->changed.notify_all();
    };
    m_hub.writer().submit(std::move(wanted));
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait(lock, [this] { return m_shared->stopping || m_shared->answer; });
    return m_shared->answer ? *m_shared->answer : Result<WriteOutcome>(stopped());
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/privacykeeper.h"

#include "models/hub/businessstore.h"
#include "models/hub/fieldrotation.h"
#include "models/hub/guesterasure.h"
#include "models/hub/recordcopies.h"
#include "models/runtime/threadrank.h"

#include <QLoggingCategory>

#include <algorithm>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <optional>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcPrivacy, "oshaq.hub.privacy")

Error stopped()
{
    return {ErrorCode::StorageUnavailable, QStringLiteral("The hub is shutting down."), {}};
}

} // namespace

/// What threads hand over, under one lock.
struct PrivacyKeeper::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    quint64 asked = 0;  ///< looks that somebody waits for
    quint64 kept = 0;   ///< of those: done
    quint64 writes = 0; ///< commands that were submitted
    std::optional<Result<WriteOutcome>> answer;
};

PrivacyKeeper::PrivacyKeeper(Hub &hub, PrivacyKeeperOptions options)
    : m_hub(hub)
    , m_options(options)
    , m_shared(std::make_shared<Shared>())
    , m_reader(hub)
{
    setObjectName(QStringLiteral("privacy"));
    start();
}

PrivacyKeeper::~PrivacyKeeper()
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

void PrivacyKeeper::waitUntilKept()
{
    std::unique_lock lock(m_shared->mutex);
    const quint64 mine = ++m_shared->asked;
    m_shared->changed.notify_all();
    m_shared->changed.wait(lock, [&] { return m_shared->stopping || m_shared->kept >= mine; });
}

void PrivacyKeeper::run()
{
    setThreadRank(ThreadRank::Background);
    auto nextRetention = std::chrono::steady_clock::now();
    for (;;) {
        quint64 asked = 0;
        bool isAsked = false;
        {
            const std::lock_guard lock(m_shared->mutex);
            if (m_shared->stopping)
                break;
            asked = m_shared->asked;
            isAsked = asked > m_shared->kept;
        }
        const bool alsoRetention = isAsked || std::chrono::steady_clock::now() >= nextRetention;
        const Result<void> done = pass(alsoRetention);
        m_reader.close();
        if (!done && !isStopping())
            qCWarning(lcPrivacy).noquote() << "what is due stays for now:" << done.error().message;
        if (done && alsoRetention)
            nextRetention = std::chrono::steady_clock::now() + m_options.retention;
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

bool PrivacyKeeper::isStopping() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->stopping;
}

Result<void> PrivacyKeeper::pass(bool alsoRetention)
{
    if (const auto opened = m_reader.open(); !opened)
        return opened.error();
    const auto keys = m_hub.fieldKeys().count();
    if (!keys)
        return keys.error();
    if (*keys > 1) {
        const auto stale = resealFields(
            m_hub, *m_reader, [this](qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> command) {
                return write(businessId, std::move(command));
            });
        if (!stale)
            return stale.error();
    }
    if (!alsoRetention)
        return {};
    if (const int gone = recordcopies::removeOld(m_hub.directory(), m_hub.clock().nowMs()); gone > 0)
        qCInfo(lcPrivacy) << gone << "old copies of the record are removed";
    return erase();
}

Result<void> PrivacyKeeper::erase()
{
    const auto businesses = businessstore::list(*m_reader, std::numeric_limits<int>::max());
    if (!businesses)
        return businesses.error();
    for (const Business &business : *businesses) {
        const auto promised = guestretention::promised(*m_reader, business.id);
        if (!promised)
            return promised.error();
        for (const auto &[userId, reason] : *promised) {
            const auto done = write(business.id, [userId = userId, reason = reason](WriteContext &context) {
                return guestwrites::erase(context, userId, reason);
            });
            // An order of theirs is open again: later.
            if (!done && done.error().code != ErrorCode::StillInUse)
                return done.error();
        }
        const auto due = guestretention::due(*m_reader, business.id, m_hub.clock().nowMs(), m_options.most);
        if (!due)
            return due.error();
        qint64 erased = 0;
        for (const qint64 userId : *due) {
            const auto done = write(business.id, [userId](WriteContext &context) {
                return guestwrites::erase(context, userId, ErasureReason::Retention);
            });
            if (!done && done.error().code == ErrorCode::StillInUse)
                continue; // they came back meanwhile
            if (!done)
                return done.error();
            ++erased;
        }
        if (erased > 0)
            qCInfo(lcPrivacy) << erased << "guests of business" << business.id
                              << "were kept long enough and are erased";
    }
    return {};
}

Result<WriteOutcome> PrivacyKeeper::write(qint64 businessId,
                                          std::function<Result<WriteOutcome>(WriteContext &)> command)
{
    WriteCommand wanted;
    wanted.principal.kind = Principal::Kind::System;
    wanted.principal.role = Role::Manager;
    wanted.principal.businessId = businessId;
    wanted.principal.label = QStringLiteral("privacy");
    wanted.requestId = QStringLiteral("privacy");
    wanted.run = std::move(command);
    quint64 mine = 0;
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->stopping)
            return stopped();
        mine = ++m_shared->writes;
        m_shared->answer.reset();
    }
    wanted.done = [shared = m_shared, mine](Result<WriteOutcome> result) {
        const std::lock_guard lock(shared->mutex);
        if (shared->writes == mine)
            shared->answer = std::move(result);
        shared->changed.notify_all();
    };
    m_hub.writer().submit(std::move(wanted));
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait(lock, [this] { return m_shared->stopping || m_shared->answer.has_value(); });
    if (!m_shared->answer)
        return stopped();
    return *m_shared->answer;
}

Result<qint64> resealFields(
    Hub &hub, sql::Database &reader,
    const std::function<Result<WriteOutcome>(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)>)>
        &write,
    const std::function<void(qint64 rows)> &progress)
{
    qint64 rows = 0;
    for (fieldrotation::Place place; !fieldrotation::isOver(place);) {
        const auto done =
            write(0, [place](WriteContext &context) { return fieldrotation::resealPortion(context, place); });
        if (!done)
            return done.error();
        place = {done->values[0], done->values[1]};
        rows += done->values[2];
        if (progress && done->values[2] > 0)
            progress(rows);
    }
    const auto stale = fieldrotation::countStale(reader);
    if (!stale)
        return stale.error();
    if (*stale > 0) {
        qCWarning(lcPrivacy) << *stale
                             << "personal fields cannot be opened; their key is looked for and the others stay";
        return *stale;
    }
    if (const auto dropped = hub.fieldKeys().dropOld(); !dropped)
        return dropped.error();
    qCInfo(lcPrivacy) << "personal fields are sealed under one key;" << rows << "rows were sealed anew";
    return qint64{0};
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/audittrail.h"

#include "models/domain/jsonwriter.h"
#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"
#include "models/runtime/threadrank.h"

#include <QLoggingCategory>

#include <chrono>
#include <limits>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcAudit, "oshaq.hub.audit")

constexpr qint64 rowsAtOnce = 500;
/// After a failure; otherwise it waits for commits.
constexpr std::chrono::seconds retryPause(5);
/// In a rush, commits come faster: what came meanwhile is read at once.
constexpr std::chrono::milliseconds restPause(20);

QByteArray lineOf(qint64 businessId, const sql::Statement &row)
{
    JsonWriter line;
    line.beginObject();
    line.key("actor").value(row.text(2));
    line.key("business").value(businessId);
    line.key("entity").value(row.text(5));
    line.key("entity_id").value(row.integer(6));
    line.key("hash").utf8(row.bytes(9).toHex());
    line.key("request_id").value(row.text(4));
    line.key("seq").value(row.integer(0));
    if (!row.isNull(3))
        line.key("terminal_id").value(row.integer(3));
    line.key("time").value(isoUtc(row.integer(1)));
    line.key("type").value(row.text(8));
    line.key("version").value(row.integer(7));
    line.endObject();
    return line.take();
}

} // namespace

struct AuditTrail::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    bool begun = false;
    bool committed = false;
};

AuditTrail::AuditTrail(Hub &hub, Sink sink)
    : m_hub(hub)
    , m_sink(std::move(sink))
    , m_shared(std::make_shared<Shared>())
    , m_reader(hub)
{
    setObjectName(QStringLiteral("audit trail"));
    m_listener = hub.addCommitListener([shared = m_shared](const CommitNotice &notice) {
        if (notice.lastSeq.empty())
            return;
        const std::lock_guard lock(shared->mutex);
        shared->committed = true;
        shared->changed.notify_all();
    });
    start();
    // From here on every commit is said: the caller may write right away.
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait(lock, [this] { return m_shared->begun; });
}

AuditTrail::~AuditTrail()
{
    m_hub.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopping = true;
        m_shared->changed.notify_all();
    }
    wait();
    // QThread::wait() hands over inside Qt, where ThreadSanitizer cannot see it; this lock makes it visible.
    const std::lock_guard lock(m_shared->mutex);
}

void AuditTrail::run()
{
    setThreadRank(ThreadRank::Background);
    Result<void> done = begin();
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->begun = true;
        m_shared->changed.notify_all();
    }
    for (;;) {
        if (!done)
            qCWarning(lcAudit).noquote() << "the audit log waits:" << done.error().message;
        bool isStopping = false;
        {
            std::unique_lock lock(m_shared->mutex);
            const auto ready = [this] { return m_shared->stopping || m_shared->committed; };
            if (done) {
                if (!m_shared->changed.wait_for(lock, HubReader::quiet, ready)) {
                    lock.unlock(); // no commit waits for it
                    m_reader.close();
                    lock.lock();
                }
                m_shared->changed.wait(lock, ready);
            } else {
                m_shared->changed.wait_for(lock, retryPause, [this] { return m_shared->stopping; });
            }
            m_shared->committed = false;
            isStopping = m_shared->stopping;
        }
        done = m_said ? follow() : begin();
        if (isStopping)
            break;
        std::unique_lock lock(m_shared->mutex);
        m_shared->changed.wait_for(lock, restPause, [this] { return m_shared->stopping; });
    }
    m_reader.close();
    const std::lock_guard lock(m_shared->mutex); // pairs with the one in the destructor
}

Result<void> AuditTrail::begin()
{
    const auto opened = m_reader.open();
    if (!opened)
        return opened.error();
    const auto businesses = businessstore::list(**opened, std::numeric_limits<int>::max());
    if (!businesses)
        return businesses.error();
    std::map<qint64, qint64> said;
    for (const Business &business : *businesses) {
        const auto last = journalstore::lastSeq(**opened, business.id);
        if (!last)
            return last.error();
        said[business.id] = *last;
    }
    m_said = std::move(said);
    return {};
}

Result<void> AuditTrail::follow()
{
    if (const auto opened = m_reader.open(); !opened)
        return opened.error();
    const auto businesses = businessstore::list(*m_reader, std::numeric_limits<int>::max());
    if (!businesses)
        return businesses.error();
    for (const Business &business : *businesses) {
        qint64 &said = (*m_said)[business.id];
        for (qint64 rows = rowsAtOnce; rows == rowsAtOnce;) {
            rows = 0;
            auto row = m_reader->query(
                QStringLiteral("SELECT seq, at, actor, terminal_id, request_id, entity, entity_id, version, type, hash"
                               " FROM journal WHERE business_id = ? AND seq > ? ORDER BY seq LIMIT ?"),
                {business.id, said, rowsAtOnce});
            if (!row)
                return row.error();
            while (row->next()) {
                m_sink(lineOf(business.id, *row));
                said = row->integer(0);
                ++rows;
            }
            if (row->failed())
                return hubsql::readFailed();
        }
    }
    return {};
}

} // namespace oshaq
